"""Money back: a refund of the payment that paid a link."""

from dataclasses import dataclass
from typing import Final

from batua.modules.gateways.providers.connection import thing
from batua.modules.gateways.providers.rail import Absent, Refused, outcome_of
from batua.modules.gateways.providers.razorpay.api import Api
from batua.modules.gateways.providers.razorpay.checkout import PaymentLinks
from batua.modules.gateways.providers.razorpay.wire import REFUND, UNITS, Refund, Refunds
from batua.modules.gateways.types import Call, Outcome, Report

PAGE: Final = 100


@dataclass(frozen=True, slots=True)
class LinkRefunds:
    """`receipt` is our attempt's id; the header makes Razorpay do it once."""

    api: Api

    async def begin(self, call: Call) -> Report:
        """Give it back; raises Refused."""
        known = call.attempt
        body = {
            "amount": UNITS.whole(known.amount),
            "speed": "normal",
            "receipt": str(known.id),
            "notes": {"attempt": str(known.id)},
        }
        payment = await self._payment(call)
        if payment is None:
            raise Refused("not_paid")
        path = f"/v1/payments/{payment}/refund"
        answer = await self.api.post(path, body, {"X-Refund-Idempotency": str(known.id)})
        return _report(thing(answer, Refund))

    async def query(self, call: Call) -> Report:
        """The refund as it is; raises Absent."""
        known = call.attempt
        if known.provider_ref is not None:
            return _report(thing(await self.api.get(f"/v1/refunds/{known.provider_ref}"), Refund))
        payment = await self._payment(call)
        if payment is None:
            raise Absent
        skip = 0
        while True:
            params = {"count": str(PAGE), "skip": str(skip)}
            answer = await self.api.get(f"/v1/payments/{payment}/refunds", params)
            page = thing(answer, Refunds).items
            for refund in page:
                if refund.receipt == str(known.id):
                    return _report(refund)
            if len(page) < PAGE:
                raise Absent
            skip += PAGE

    async def _payment(self, call: Call) -> str | None:
        if call.parent_ref is None:
            return None
        return (await PaymentLinks(self.api).find(call.parent_ref)).paid_by


def _report(refund: Refund) -> Report:
    outcome = outcome_of(REFUND, refund.status)
    arrived = outcome is Outcome.SUCCEEDED
    return Report(
        outcome=outcome,
        reference=refund.receipt,
        provider_ref=refund.id,
        amount=UNITS.from_whole(refund.amount, refund.currency) if arrived else None,
        failure="refund_failed" if outcome is Outcome.FAILED else None,
    )
