"""A harmless call with our keys: a provider is asked about an attempt that never was."""

from collections.abc import Awaitable, Callable
from typing import Final

from batua.kit import clock, ids
from batua.kit.connections import Probe
from batua.kit.connections.probing import judged
from batua.kit.money import Currency, Money
from batua.kit.outside import witnessed
from batua.modules.gateways.types import Attempt, AttemptId, Call, Direction, Report

_STRANGER: Final = "none0000000000"
"""A provider's id of nothing: some begin a checkout whose id is not known yet, which must not be."""

Query = Callable[[Call], Awaitable[Report]]


async def asked(query: Query, direction: Direction, absent: tuple[type[Exception], ...]) -> Probe:
    """Ask, and judge how it was answered.

    absent  what a capability raises when the provider spoke, and said that there is no such thing
    """
    error: Exception | None = None
    with witnessed() as answers:
        try:
            await query(_never(direction))
        except absent:
            pass
        except Exception as found:  # noqa: BLE001 - the answers tell what it was
            error = found
    return judged(answers, error)


def _never(direction: Direction) -> Call:
    now, id = clock.now(), ids.new_id()
    attempt = Attempt(
        id=AttemptId(id),
        provider="",
        direction=direction,
        amount=Money(1, Currency("INR")),
        purpose="",
        reference=id,
        created_at=now,
        changed_at=now,
        provider_ref=_STRANGER if direction is Direction.IN else None,
    )
    return Call(attempt=attempt)
