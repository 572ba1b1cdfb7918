"""Money back: to the account that paid."""

from dataclasses import dataclass

from batua.modules.gateways.providers.connection import thing
from batua.modules.gateways.providers.json_api import JsonApi
from batua.modules.gateways.providers.rail import Absent, outcome_of
from batua.modules.gateways.providers.upi.wire import REFUND, UNITS, Refund, ours
from batua.modules.gateways.types import Call, Outcome, Report


@dataclass(frozen=True, slots=True)
class CollectRefunds:
    """`reference` is our attempt's id; the acquirer makes no second refund of the same."""

    api: JsonApi

    async def begin(self, call: Call) -> Report:
        """Give it back; raises Refused."""
        known = call.attempt
        if known.parent is None:
            raise Absent
        body = {
            "reference": known.id.hex,
            "collect": known.parent.hex,
            "amount": UNITS.decimal(known.amount),
            "currency": str(known.amount.currency),
        }
        headers = {"idempotency-key": str(known.id)}
        return _report(thing(await self.api.post("/v1/refunds", body, headers), Refund))

    async def query(self, call: Call) -> Report:
        """The refund as it is; raises Absent."""
        return _report(thing(await self.api.get(f"/v1/refunds/{call.attempt.id.hex}"), Refund))


def _report(found: Refund) -> Report:
    outcome = outcome_of(REFUND, found.status)
    arrived = outcome is Outcome.SUCCEEDED
    return Report(
        outcome=outcome,
        reference=ours(found.reference),
        provider_ref=found.id,
        amount=UNITS.from_decimal(found.amount, found.currency) if arrived else None,
        failure=(found.failure or "refund_failed")[:64] if outcome is Outcome.FAILED else None,
    )
