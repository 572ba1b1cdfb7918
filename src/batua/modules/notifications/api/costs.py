"""What the channels cost over HTTP: sums by day, and the tariffs they are estimated by."""

from datetime import date
from typing import Annotated, Any, Final

import msgspec
from litestar.params import PathParameter, QueryParameter

from batua.kit.caller import Caller
from batua.kit.db import Database
from batua.kit.secrets import KeyRing
from batua.kit.web import get, put
from batua.modules.notifications import service
from batua.modules.notifications.errors import BadSpan, BadTariff
from batua.modules.notifications.service.costing import MOST_MICRO
from batua.modules.notifications.types import Price, Via
from batua.modules.notifications.types.costs import Tariff

D = msgspec.Meta
Currency = Annotated[str, D(description="ISO 4217.", pattern="^[A-Z]{3}$", examples=["USD"])]
Micro = Annotated[
    int,
    D(
        description="Millionths of the currency's whole unit.",
        ge=0,
        le=MOST_MICRO,
        examples=[7500],
    ),
]
Prefix = Annotated[
    str,
    D(
        description="How the numbers begin; empty for everywhere. The longest beginning counts.",
        pattern=r"^(\+[1-9][0-9]{0,6})?$",
        examples=["+91"],
    ),
]
First = Annotated[date, QueryParameter(description="The first day, in the caller's time zone.")]
Last = Annotated[date, QueryParameter(description="The last day, 91 days later at most.")]
OnlyChannel = Annotated[
    Via | None, QueryParameter(description="Only this channel.", required=False)
]
ChannelPath = Annotated[Via, PathParameter(description="The channel.")]


class ChannelCostOut(msgspec.Struct):
    """What a channel cost on a day in a currency."""

    day: Annotated[date, D(description="In the caller's time zone.", examples=["2026-11-21"])]
    channel: Annotated[Via, D(description="The channel.")]
    currency: Annotated[
        str | None,
        D(description="ISO 4217; null for what nobody knows the price of.", examples=["USD"]),
    ]
    micro: Annotated[int, D(description="All of it, in millionths.", examples=[7500])]
    estimated_micro: Annotated[
        int, D(description="How much of that is by our tariff.", examples=[0])
    ]
    count: Annotated[int, D(description="How many were handed over.", examples=[1])]


class CostsOut(msgspec.Struct):
    """What the channels cost, the newest day first."""

    items: Annotated[list[ChannelCostOut], D(description="A line a day, channel and currency.")]


class TariffOut(msgspec.Struct):
    """What a segment costs."""

    channel: Annotated[Via, D(description="The channel.")]
    prefix: Prefix
    currency: Currency
    micro: Micro

    @classmethod
    def of(cls, found: Tariff) -> "TariffOut":
        price = found.segment
        return cls(found.channel, found.prefix, price.currency, price.micro)


class TariffsOut(msgspec.Struct):
    """All tariffs."""

    items: Annotated[list[TariffOut], D(description="By channel and beginning.")]


class TariffIn(msgspec.Struct, forbid_unknown_fields=True):
    """What a segment costs from now on: a part of a text message, or any other message or call."""

    prefix: Prefix
    currency: Currency
    micro: Annotated[
        Micro | None, D(description="Millionths of its whole unit; null forgets the tariff.")
    ]


@get("/deliveries/costs", permission="notifications.costs.read", refuses=(BadSpan,))
async def read_delivery_costs(
    caller: Caller,
    db: Database,
    keys: KeyRing,
    first: First,
    last: Last,
    channel: OnlyChannel = None,
) -> CostsOut:
    """What each channel cost on each day, codes with it: the provider's word, or our estimate."""
    async with db.read() as tx:
        found = await service.sums(tx, keys, caller.person, channel, first, last)
    return CostsOut(
        [
            ChannelCostOut(
                one.day, one.channel, one.currency, one.micro, one.estimated_micro, one.count
            )
            for one in found
        ]
    )


@get("/deliveries/tariffs", permission="notifications.costs.read")
async def list_tariffs(db: Database) -> TariffsOut:
    """What a segment costs through each channel, as admins said."""
    async with db.read() as tx:
        return TariffsOut([TariffOut.of(one) for one in await service.tariffs(tx)])


@put(
    "/deliveries/tariffs/{channel:str}",
    permission="notifications.tariffs.change",
    refuses=(BadTariff,),
)
async def change_tariff(
    caller: Caller, db: Database, channel: ChannelPath, data: TariffIn
) -> TariffsOut:
    """Estimate so from now on; what was handed over keeps its estimate."""
    segment = None if data.micro is None else Price(data.currency, data.micro)
    async with db.transaction() as tx:
        found = await service.change_tariff(tx, channel, data.prefix, segment, caller.person)
    return TariffsOut([TariffOut.of(one) for one in found])


ROUTES: Final[list[Any]] = [read_delivery_costs, list_tariffs, change_tariff]
