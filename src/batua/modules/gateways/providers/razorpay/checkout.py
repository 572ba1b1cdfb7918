"""Money in: a payment link, whose page is Razorpay's own."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from batua.kit import clock
from batua.modules.gateways.providers.connection import thing
from batua.modules.gateways.providers.rail import Absent, outcome_of, with_page
from batua.modules.gateways.providers.razorpay.api import Api
from batua.modules.gateways.providers.razorpay.wire import LINK, UNITS, Link, Links
from batua.modules.gateways.types import Call, Outcome, Report

SOONEST_END: Final = timedelta(minutes=16)
"""Razorpay takes no link that ends within 15 minutes; ours are cancelled in time anyway."""


@dataclass(frozen=True, slots=True)
class PaymentLinks:
    """`reference_id` is our attempt's id; Razorpay makes no second link of the same."""

    api: Api

    async def begin(self, call: Call) -> Report:
        """Make the link; raises Refused."""
        known = call.attempt
        body = {
            "amount": UNITS.whole(known.amount),
            "currency": str(known.amount.currency),
            "accept_partial": False,
            "reference_id": str(known.id),
            "description": "Batua",
            "notify": {"sms": False, "email": False},
            "reminder_enable": False,
            "notes": {"attempt": str(known.id)},
        }
        if known.expires_at is not None:
            soonest = clock.now() + SOONEST_END
            body["expire_by"] = int(max(known.expires_at, soonest).timestamp())
        if known.return_url is not None:
            body |= {"callback_url": known.return_url, "callback_method": "get"}
        return _report(thing(await self.api.post("/v1/payment_links", body), Link))

    async def query(self, call: Call) -> Report:
        """The link as it is; raises Absent."""
        return _report(await self.find(call.attempt.provider_ref, str(call.attempt.id)))

    async def cancel(self, call: Call) -> Report:
        """Cancel it; raises Refused when it is paid or over."""
        answer = await self.api.post(f"/v1/payment_links/{call.attempt.provider_ref}/cancel", {})
        return _report(thing(answer, Link))

    async def find(self, id: str | None, reference: str = "") -> Link:
        """By its id or, before we know it, by our reference; raises Absent."""
        if id is not None:
            return thing(await self.api.get(f"/v1/payment_links/{id}"), Link)
        answer = await self.api.get("/v1/payment_links", {"reference_id": reference})
        for link in thing(answer, Links).payment_links:
            if link.reference_id == reference:
                return link
        raise Absent


def _report(link: Link) -> Report:
    """A link on which money came is paid by what came, however the link ended."""
    outcome = outcome_of(LINK, link.status)
    if outcome is Outcome.EXPIRED and link.amount_paid > 0:
        outcome = Outcome.SUCCEEDED
    arrived = outcome is Outcome.SUCCEEDED
    amount = UNITS.from_whole(link.amount_paid, link.currency) if arrived else None
    report = Report(
        outcome=outcome, reference=link.reference_id, provider_ref=link.id, amount=amount
    )
    return with_page(report, link.short_url)
