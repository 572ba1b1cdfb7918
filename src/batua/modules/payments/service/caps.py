"""What a person may send now."""

from collections.abc import Awaitable, Callable
from datetime import datetime

from batua.kit import clock
from batua.kit.db import Tx
from batua.kit.money import Currency, Money
from batua.kit.secrets import KeyRing
from batua.modules.identity import service as identity
from batua.modules.identity.types import Person, PersonId
from batua.modules.payments.rules import limits as rules
from batua.modules.payments.store import limit as limit_store
from batua.modules.payments.types import LimitRule, Limits, Span, Used

ReadUsed = Callable[[Tx, PersonId, Currency, Span], Awaitable[Used]]


async def limits(
    tx: Tx, keys: KeyRing, person: PersonId, currency: Currency, now: datetime | None = None
) -> Limits:
    """The caps of a person in a currency, and what she has used of them today and this month.

    now  as in `limits_of`; whoever only looks needs none
    """
    who = await identity.person(tx, keys, person)
    return await limits_of(tx, who, currency, now or clock.now())


async def limits_of(
    tx: Tx,
    person: Person,
    currency: Currency,
    now: datetime,
    read_used: ReadUsed = limit_store.used,
) -> Limits:
    """The same, for a person at hand.

    now  the moment that the payment in question will bear: a second look at the clock might fall
         into another day
    """
    found = await in_force(tx, currency, now)
    span = rules.span(now, person.time_zone)
    used = await read_used(tx, person.id, currency, span)
    return rules.limits(found, used, span)


async def in_force(tx: Tx, currency: Currency, now: datetime) -> list[LimitRule]:
    """The caps of everybody in a currency at a moment."""
    return [
        LimitRule(
            kind,
            Money(minor, currency) if is_own else rules.of_any_currency(minor, currency),
        )
        for kind, minor, is_own in await limit_store.in_force(tx, rules.DEFAULT_TIER, currency, now)
    ]
