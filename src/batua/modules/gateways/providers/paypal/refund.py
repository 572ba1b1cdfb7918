"""Money back: a refund of the capture of an order."""

from dataclasses import dataclass

from batua.modules.gateways.providers.connection import thing
from batua.modules.gateways.providers.paypal.api import Api
from batua.modules.gateways.providers.paypal.checkout import Orders
from batua.modules.gateways.providers.paypal.wire import REFUND, UNITS, Order, Refund
from batua.modules.gateways.providers.rail import Absent, Refused, outcome_of
from batua.modules.gateways.types import Call, Outcome, Report


@dataclass(frozen=True, slots=True)
class CaptureRefunds:
    """`custom_id` is our attempt's id, which is also the idempotency key."""

    api: Api

    async def begin(self, call: Call) -> Report:
        """Give it back; raises Refused."""
        known = call.attempt
        value = UNITS.decimal(known.amount)
        body = {
            "amount": {"currency_code": str(known.amount.currency), "value": value},
            "custom_id": str(known.id),
        }
        try:
            captures = (await self._order(call)).unit.payments.captures
        except Absent:
            captures = []
        if not captures:
            raise Refused("not_paid")
        path = f"/v2/payments/captures/{captures[0].id}/refund"
        return _report(thing(await self.api.post(path, body, str(known.id)), Refund))

    async def query(self, call: Call) -> Report:
        """The refund as it is; raises Absent."""
        known = call.attempt
        if known.provider_ref is not None:
            answer = await self.api.get(f"/v2/payments/refunds/{known.provider_ref}")
            return _report(thing(answer, Refund))
        for refund in (await self._order(call)).unit.payments.refunds:
            if refund.custom_id == str(known.id):
                return _report(refund)
        raise Absent

    async def _order(self, call: Call) -> Order:
        if call.parent_ref is None:
            raise Absent
        return await Orders(self.api).find(call.parent_ref)


def _report(refund: Refund) -> Report:
    outcome = outcome_of(REFUND, refund.status)
    arrived = outcome is Outcome.SUCCEEDED
    return Report(
        outcome=outcome,
        reference=refund.custom_id,
        provider_ref=refund.id,
        amount=refund.amount.money if arrived else None,
        failure=f"refund_{refund.status.lower()}" if outcome is Outcome.FAILED else None,
    )
