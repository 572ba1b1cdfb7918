"""A provider for the demo's past: it answers at once, as it is told, and calls nobody."""

from collections.abc import AsyncIterator, Mapping
from datetime import date, datetime
from typing import Final
from uuid import UUID

from batua.apps import wiring
from batua.kit.money import Currency
from batua.kit.secrets import KeyRing
from batua.modules.gateways.errors import BadCallback, NoSettlementReport
from batua.modules.gateways.providers.sandbox import NAME
from batua.modules.gateways.types import (
    Call,
    Callback,
    Direction,
    Outcome,
    Rails,
    Report,
    SettledLine,
)

FAILURE: Final = "declined"


class PastProvider:
    """Money that came and went before anybody looked; only what is in `failing` did not."""

    def __init__(self) -> None:
        self.failing: set[UUID] = set()

    def offers(self, direction: Direction, currency: Currency) -> bool:
        """Everything that happened."""
        _ = direction, currency
        return True

    def is_well(self) -> bool:
        """Always."""
        return True

    async def begin(self, call: Call) -> Report:
        """Open the checkout, or set the payout on its way."""
        is_in = call.attempt.direction is Direction.IN
        return self._report(call, Outcome.OPEN if is_in else Outcome.UNDERWAY)

    async def query(self, call: Call) -> Report:
        """It worked, or it did not."""
        works = call.attempt.reference not in self.failing
        return self._report(call, Outcome.SUCCEEDED if works else Outcome.FAILED)

    async def cancel(self, call: Call) -> Report:
        """Nothing waits here, so nothing is cancelled."""
        return await self.query(call)

    def read_callback(self, headers: Mapping[str, str], body: bytes, now: datetime) -> Callback:
        """The past calls nobody back; refuses BadCallback."""
        _ = headers, body, now
        raise BadCallback

    async def page(self, call: Call) -> None:
        """None: nobody looks at it."""
        _ = call

    def settled(self, day: date) -> AsyncIterator[SettledLine]:
        """The past is settled; refuses NoSettlementReport."""
        _ = day
        raise NoSettlementReport

    def _report(self, call: Call, outcome: Outcome) -> Report:
        return Report(
            outcome=outcome,
            reference=str(call.attempt.id),
            provider_ref=f"demo_{call.attempt.id.hex[:16]}",
            amount=call.attempt.amount if outcome is Outcome.SUCCEEDED else None,
            failure=FAILURE if outcome is Outcome.FAILED else None,
        )


def past_rails(keys: KeyRing) -> tuple[Rails, PastProvider]:
    """The rails with the past in the place of the sandbox, whose books it fills."""
    provider = PastProvider()
    rails = Rails(providers={NAME: provider}, settlements=wiring.settlements(), keys=keys)
    return rails, provider
