"""Money back: a refund of the order that paid a link."""

from dataclasses import dataclass

from batua.modules.gateways.providers.cashfree.api import Api, number
from batua.modules.gateways.providers.cashfree.wire import REFUND, UNITS, Order, Refund, ours
from batua.modules.gateways.providers.connection import thing
from batua.modules.gateways.providers.rail import Absent, Refused, outcome_of
from batua.modules.gateways.types import Call, Outcome, Report


@dataclass(frozen=True, slots=True)
class LinkRefunds:
    """`refund_id` is our attempt's id without its lines, as it may have letters and digits alone."""

    api: Api

    async def begin(self, call: Call) -> Report:
        """Give it back; raises Refused."""
        known = call.attempt
        body = {
            "refund_amount": number(UNITS.decimal(known.amount)),
            "refund_id": known.id.hex,
            "refund_note": "Batua",
            "refund_speed": "STANDARD",
        }
        try:
            order = await self._order(call)
        except Absent:
            raise Refused("not_paid") from None
        path = f"/orders/{order}/refunds"
        return _report(thing(await self.api.post(path, body, str(known.id)), Refund))

    async def query(self, call: Call) -> Report:
        """The refund as it is; raises Absent."""
        order = await self._order(call)
        path = f"/orders/{order}/refunds/{call.attempt.id.hex}"
        return _report(thing(await self.api.get(path), Refund))

    async def _order(self, call: Call) -> str:
        """The order that paid the link; raises Absent."""
        if call.attempt.parent is None:
            raise Absent
        path = f"/links/{call.attempt.parent}/orders"
        orders = thing(await self.api.get(path, {"status": "PAID"}), list[Order])
        paid = (order.order_id for order in orders if order.order_status == "PAID")
        found = next(paid, None)
        if found is None:
            raise Absent
        return found


def _report(refund: Refund) -> Report:
    outcome = outcome_of(REFUND, refund.refund_status)
    arrived = outcome is Outcome.SUCCEEDED
    return Report(
        outcome=outcome,
        reference=ours(refund.refund_id),
        provider_ref=refund.cf_refund_id,
        amount=UNITS.from_decimal(refund.refund_amount, refund.refund_currency)
        if arrived
        else None,
        failure=f"refund_{refund.refund_status.lower()}" if outcome is Outcome.FAILED else None,
    )
