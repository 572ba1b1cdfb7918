"""Money in: an order, which the payer approves on PayPal's page and we capture."""

from dataclasses import dataclass, replace
from typing import Final

from batua.modules.gateways.providers.connection import thing
from batua.modules.gateways.providers.paypal.api import Api
from batua.modules.gateways.providers.paypal.wire import CAPTURE, ORDER, UNITS, Order
from batua.modules.gateways.providers.rail import (
    Absent,
    Refused,
    Unreadable,
    outcome_of,
    with_page,
)
from batua.modules.gateways.types import AttemptState, Call, Outcome, Report

OVER: Final = frozenset({AttemptState.EXPIRED, AttemptState.FAILED})
STILL_OPEN: Final = frozenset(
    {"instrument_declined", "payer_action_required", "order_not_approved", "payer_cannot_pay"}
)
"""What PayPal answers to a capture when the payer has to do something first."""


@dataclass(frozen=True, slots=True)
class Orders:
    """`custom_id` is our attempt's id, which is also the idempotency key.

    PayPal cannot be asked for it: whoever has lost the id begins again, and gets the same order.
    Money moves by our capture alone, so an order is closed by never capturing it.
    """

    api: Api

    async def begin(self, call: Call) -> Report:
        """Make the order; raises Refused."""
        known = call.attempt
        amount = {
            "currency_code": str(known.amount.currency),
            "value": UNITS.decimal(known.amount),
        }
        back = {"return_url": known.return_url, "cancel_url": known.return_url}
        context = {
            "user_action": "PAY_NOW",
            "shipping_preference": "NO_SHIPPING",
            "brand_name": "Batua",
            **{name: value for name, value in back.items() if value is not None},
        }
        named = str(known.id)
        body = {
            "intent": "CAPTURE",
            "purchase_units": [{"custom_id": named, "invoice_id": named, "amount": amount}],
            "payment_source": {"paypal": {"experience_context": context}},
        }
        return _report(thing(await self.api.post("/v2/checkout/orders", body, named), Order))

    async def query(self, call: Call) -> Report:
        """The order as it is, captured when the payer has approved it; raises Absent."""
        known = call.attempt
        if known.provider_ref is None:
            raise Absent
        order = await self.find(known.provider_ref)
        if order.status == "APPROVED" and known.state not in OVER:
            order = await self._captured(order, str(known.id))
        return _report(order)

    async def cancel(self, call: Call) -> Report:
        """How it stands; one that is still open will not be captured, and so is over."""
        report = await self.query(call)
        if report.outcome is not Outcome.OPEN:
            return report
        return replace(report, outcome=Outcome.EXPIRED, checkout_url=None)

    async def find(self, id: str) -> Order:
        """By PayPal's id; raises Absent."""
        return thing(await self.api.get(f"/v2/checkout/orders/{id}"), Order)

    async def _captured(self, order: Order, named: str) -> Order:
        try:
            answer = await self.api.post(
                f"/v2/checkout/orders/{order.id}/capture", {}, f"{named}:capture"
            )
        except Refused as refused:
            if refused.why in STILL_OPEN:
                return order
            if refused.why == "order_already_captured":
                return await self.find(order.id)
            raise Unreadable(f"capture {refused.why}") from None
        return thing(answer, Order)


def _report(order: Order) -> Report:
    outcome, amount, failure = outcome_of(ORDER, order.status), None, None
    if outcome is Outcome.SUCCEEDED:
        captures = order.unit.payments.captures
        if len(captures) != 1:
            raise Unreadable(f"a completed order with {len(captures)} captures")
        outcome = outcome_of(CAPTURE, captures[0].status)
        amount = captures[0].amount.money if outcome is Outcome.SUCCEEDED else None
        failure = f"capture_{captures[0].status.lower()}" if outcome is Outcome.FAILED else None
    report = Report(
        outcome=outcome,
        reference=order.unit.custom_id,
        provider_ref=order.id,
        amount=amount,
        failure=failure,
    )
    return with_page(report, order.page if outcome is Outcome.OPEN else None)
