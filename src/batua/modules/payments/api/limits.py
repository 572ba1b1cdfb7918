"""HTTP of limits."""

from datetime import datetime
from typing import Annotated, Any

import msgspec
from litestar.params import QueryParameter

from batua.kit.caller import Caller
from batua.kit.db import Database
from batua.kit.money import Currency, UnknownCurrency
from batua.kit.secrets import KeyRing
from batua.kit.web import Amount, get
from batua.modules.identity.types import PersonId
from batua.modules.payments import service
from batua.modules.payments.api.shapes import WHEN
from batua.modules.payments.rules.limits import left
from batua.modules.payments.types import LimitKind, Limits

D = msgspec.Meta


class LimitOut(msgspec.Struct):
    """One limit and what is left of it."""

    kind: Annotated[
        LimitKind,
        D(description="What it bounds; from `no_pin_below` on the PIN is asked."),
    ]
    amount: Annotated[Amount, D(description="The limit.")]
    used: Annotated[Amount | None, D(description="What was used of it; null when none counts.")]
    left: Annotated[Amount | None, D(description="What is left of it; null when none counts.")]
    resets_at: Annotated[
        datetime | None,
        D(description="When it starts anew, in the person's own time zone.", examples=[WHEN]),
    ]


class LimitsOut(msgspec.Struct):
    """The caller's limits in one currency."""

    items: Annotated[list[LimitOut], D(description="Each limit once.")]


LimitCurrency = Annotated[
    str | None,
    QueryParameter(
        description="Currency; the default one when absent.",
        pattern="^[A-Z]{3}$",
        required=False,
    ),
]


@get("/limits", permission="payments.limits.read", refuses=[UnknownCurrency])
async def list_limits(
    caller: Caller, db: Database, keys: KeyRing, currency: LimitCurrency = None
) -> LimitsOut:
    """How much the caller may send, and what she has used of it."""
    unit = Currency(currency) if currency else service.default_currency()
    async with db.read() as tx:
        return LimitsOut(_items(await service.limits(tx, keys, PersonId(caller.person), unit)))


def _items(found: Limits) -> list[LimitOut]:
    kind = LimitKind
    return [
        LimitOut(kind.PER_SEND, Amount.of(found.per_send), None, None, None),
        LimitOut(
            kind.DAY,
            Amount.of(found.day),
            Amount.of(found.used_day),
            Amount.of(left(found.day, found.used_day)),
            found.day_ends_at,
        ),
        LimitOut(
            kind.MONTH,
            Amount.of(found.month),
            Amount.of(found.used_month),
            Amount.of(left(found.month, found.used_month)),
            found.month_ends_at,
        ),
        LimitOut(kind.NO_PIN_BELOW, Amount.of(found.no_pin_below), None, None, None),
    ]


ROUTES: list[Any] = [list_limits]
