"""Money back: a refund of the payment of a session."""

from dataclasses import dataclass
from typing import Final

from batua.modules.gateways.providers.connection import thing
from batua.modules.gateways.providers.rail import Absent, Refused, outcome_of
from batua.modules.gateways.providers.stripe.api import Api
from batua.modules.gateways.providers.stripe.checkout import CheckoutSessions
from batua.modules.gateways.providers.stripe.wire import REFUND, UNITS, Refund, Refunds
from batua.modules.gateways.types import Call, Outcome, Report

PAGE: Final = 100


@dataclass(frozen=True, slots=True)
class SessionRefunds:
    """Our attempt's id is in the metadata, and is the idempotency key."""

    api: Api

    async def begin(self, call: Call) -> Report:
        """Give it back; raises Refused."""
        known = call.attempt
        amount = UNITS.whole(known.amount)
        payment = await self._payment(call)
        if payment is None:
            raise Refused("not_paid")
        body = {
            "payment_intent": payment,
            "amount": amount,
            "metadata": {"attempt": str(known.id)},
        }
        return _report(thing(await self.api.post("/v1/refunds", body, str(known.id)), Refund))

    async def query(self, call: Call) -> Report:
        """The refund as it is; raises Absent."""
        known = call.attempt
        if known.provider_ref is not None:
            return _report(thing(await self.api.get(f"/v1/refunds/{known.provider_ref}"), Refund))
        payment = await self._payment(call)
        if payment is None:
            raise Absent
        params = {"payment_intent": payment, "limit": str(PAGE)}
        while True:
            page = thing(await self.api.get("/v1/refunds", params), Refunds)
            for refund in page.data:
                if refund.reference == str(known.id):
                    return _report(refund)
            if not page.has_more or not page.data:
                raise Absent
            params["starting_after"] = page.data[-1].id

    async def _payment(self, call: Call) -> str | None:
        if call.parent_ref is None:
            return None
        return (await CheckoutSessions(self.api).find(call.parent_ref)).paid_by


def _report(refund: Refund) -> Report:
    outcome = outcome_of(REFUND, refund.status or "")
    arrived = outcome is Outcome.SUCCEEDED
    why = refund.failure_reason or "refund_failed"
    return Report(
        outcome=outcome,
        reference=refund.reference,
        provider_ref=refund.id,
        amount=UNITS.from_whole(refund.amount, refund.currency) if arrived else None,
        failure=why[:64] if outcome is Outcome.FAILED else None,
    )
