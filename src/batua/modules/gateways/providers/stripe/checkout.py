"""Money in: a Checkout session, whose page is Stripe's own."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from batua.modules.gateways.providers.connection import thing
from batua.modules.gateways.providers.rail import Absent, Unreadable, outcome_of, with_page
from batua.modules.gateways.providers.stripe.api import Api
from batua.modules.gateways.providers.stripe.wire import (
    PAID,
    PAYMENT,
    SESSION,
    UNITS,
    Payment,
    Session,
    Sessions,
)
from batua.modules.gateways.types import Attempt, Call, Outcome, Report

PAGE: Final = 100
MOST_PAGES: Final = 50
SKEW: Final = timedelta(minutes=5)
"""How far Stripe's clock may be from ours."""


@dataclass(frozen=True, slots=True)
class CheckoutSessions:
    """`client_reference_id` is our attempt's id, which is also the idempotency key.

    A session ends by itself after a day; ours are closed in time.
    """

    api: Api

    async def begin(self, call: Call) -> Report:
        """Make the session; raises Refused."""
        known = call.attempt
        noted = {"attempt": str(known.id)}
        body = {
            "mode": "payment",
            "client_reference_id": str(known.id),
            "success_url": known.return_url,
            "cancel_url": known.return_url,
            "metadata": noted,
            "payment_intent_data": {"metadata": noted},
            "expand": ["payment_intent"],
            "line_items": [
                {
                    "quantity": 1,
                    "price_data": {
                        "currency": known.amount.currency.lower(),
                        "unit_amount": UNITS.whole(known.amount),
                        "product_data": {"name": "Batua"},
                    },
                }
            ],
        }
        answer = await self.api.post("/v1/checkout/sessions", body, str(known.id))
        return _report(thing(answer, Session))

    async def query(self, call: Call) -> Report:
        """The session as it is; raises Absent."""
        return _report(await self.find(call.attempt.provider_ref or await self._id(call.attempt)))

    async def cancel(self, call: Call) -> Report:
        """Expire it; raises Refused when it is complete or over."""
        path = f"/v1/checkout/sessions/{call.attempt.provider_ref}/expire"
        key = f"{call.attempt.id}:expire"
        return _report(
            thing(await self.api.post(path, {"expand": ["payment_intent"]}, key), Session)
        )

    async def find(self, id: str) -> Session:
        """By Stripe's id, with its payment; raises Absent."""
        path = f"/v1/checkout/sessions/{id}"
        return thing(await self.api.get(path, {"expand[]": "payment_intent"}), Session)

    async def _id(self, known: Attempt) -> str:
        """By our reference, before we know Stripe's id; raises Absent.

        Stripe cannot be asked for a reference: its list, the newest first, is read back to the time
        at which the attempt was made.
        """
        first = int((known.created_at - SKEW).timestamp())
        params = {"limit": str(PAGE)}
        for _ in range(MOST_PAGES):
            page = thing(await self.api.get("/v1/checkout/sessions", params), Sessions)
            for session in page.data:
                if session.client_reference_id == str(known.id):
                    return session.id
            if not page.has_more or not page.data or page.data[-1].created < first:
                raise Absent
            params["starting_after"] = page.data[-1].id
        raise Unreadable("too many sessions to find one")


def _report(session: Session) -> Report:
    outcome = _outcome(session)
    payment = session.payment_intent
    amount = None
    if outcome is Outcome.SUCCEEDED:
        if not isinstance(payment, Payment):
            raise Unreadable("a paid session without its payment")
        amount = UNITS.from_whole(payment.amount_received, payment.currency)
    report = Report(
        outcome=outcome,
        reference=session.client_reference_id,
        provider_ref=session.id,
        amount=amount,
        failure="payment_failed" if outcome is Outcome.FAILED else None,
    )
    return with_page(report, session.url)


def _outcome(session: Session) -> Outcome:
    if session.payment_status not in PAID:
        raise Unreadable(f"payment status {session.payment_status[:40]!r}")
    if paid := PAID[session.payment_status]:
        return paid
    found = outcome_of(SESSION, session.status or "")
    payment = session.payment_intent
    if found is Outcome.UNDERWAY and isinstance(payment, Payment):
        return outcome_of(PAYMENT, payment.status)
    return found
