"""The order of the channels of each kind over HTTP, for those who run the house."""

from typing import Annotated, Any, Final

import msgspec
from litestar.params import PathParameter

from batua.kit.caller import Caller
from batua.kit.db import Database
from batua.kit.web import get, put
from batua.modules.notifications import service
from batua.modules.notifications.errors import BadOrder
from batua.modules.notifications.rules import order as rules
from batua.modules.notifications.types import Kind, Order, Via

D = msgspec.Meta
Channels = Annotated[
    list[Via],
    D(description="One after another, until one arrives.", examples=[["email", "sms"]]),
]
Wait = Annotated[
    int,
    D(
        description="Seconds after which a text, a message or a call that nobody confirmed counts"
        " as not arrived; 0 waits for ever.",
        ge=0,
        le=rules.MOST_CONFIRM_S,
        examples=[1800],
    ),
]
KindPath = Annotated[Kind, PathParameter(description="What it is about.")]


class OrderOut(msgspec.Struct):
    """Through which channels a kind leaves; the app tells of it anyway."""

    kind: Annotated[str, D(description="What it is about.", examples=["new_device"])]
    channels: Channels
    confirm_s: Wait
    sayable: Annotated[list[Via], D(description="The channels that it has words for.")]
    is_changed: Annotated[bool, D(description="Whether an admin set it.")]
    may_change: Annotated[bool, D(description="False for what leaves by steps of a group.")]
    is_alarm: Annotated[bool, D(description="Whether it goes first, at any hour, to everybody.")]

    @classmethod
    def of(cls, found: Order) -> "OrderOut":
        return cls(
            kind=found.kind.value,
            channels=list(found.channels),
            confirm_s=found.confirm_s,
            sayable=rules.sayable(found.kind),
            is_changed=found.is_changed,
            may_change=found.kind not in rules.STEPPED,
            is_alarm=found.kind in rules.ALARMS,
        )


class OrdersOut(msgspec.Struct):
    """The order of every kind."""

    items: Annotated[list[OrderOut], D(description="The kinds.")]


class OrderIn(msgspec.Struct, forbid_unknown_fields=True):
    """How a kind leaves from now on."""

    channels: Annotated[
        list[Via] | None,
        D(description="One after another; null puts the house's own order back."),
    ]
    confirm_s: Wait = rules.CONFIRM_S


@get("/notifications/orders", permission="notifications.orders.read")
async def list_orders(db: Database) -> OrdersOut:
    """Through which channels each kind leaves the house, one after another until one arrives."""
    async with db.read() as tx:
        return OrdersOut([OrderOut.of(one) for one in await service.orders(tx)])


@put(
    "/notifications/orders/{kind:str}",
    permission="notifications.orders.change",
    refuses=(BadOrder,),
)
async def change_order(caller: Caller, db: Database, kind: KindPath, data: OrderIn) -> OrderOut:
    """Let a kind leave through these channels from now on."""
    is_set = data.channels is not None
    wanted = Order(kind, tuple(data.channels or ()), data.confirm_s, is_changed=is_set)
    async with db.transaction() as tx:
        return OrderOut.of(await service.change_order(tx, wanted, caller.person))


ROUTES: Final[list[Any]] = [list_orders, change_order]
