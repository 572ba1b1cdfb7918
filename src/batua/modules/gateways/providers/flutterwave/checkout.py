"""Money in: a payment, whose page is Flutterwave's own."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Final

from batua.kit import clock
from batua.modules.gateways.providers.flutterwave.wire import (
    TRANSACTION,
    UNITS,
    Link,
    Transaction,
    opened,
)
from batua.modules.gateways.providers.json_api import JsonApi, number
from batua.modules.gateways.providers.rail import Absent, outcome_of, with_page
from batua.modules.gateways.types import Call, Outcome, Report

LONGEST_MINUTES: Final = 1440


@dataclass(frozen=True, slots=True)
class Payments:
    """`tx_ref` is our attempt's id, by which everything is asked for.

    Flutterwave knows a payment only from the first try to pay it: until then we believe that its
    page is open, as we were told its address.
    """

    api: JsonApi
    contact_email: str

    async def begin(self, call: Call) -> Report:
        """Make the page; raises Refused."""
        known = call.attempt
        body: dict[str, Any] = {
            "tx_ref": str(known.id),
            "amount": number(UNITS.decimal(known.amount)),
            "currency": str(known.amount.currency),
            "redirect_url": known.return_url,
            "customer": {"email": self.contact_email},
            "customizations": {"title": "Batua"},
            "meta": {"attempt": str(known.id)},
        }
        if known.expires_at is not None:
            left = (known.expires_at - clock.now()) // timedelta(minutes=1) + 1
            minutes = min(max(left, 1), LONGEST_MINUTES)
            body["configurations"] = {"session_duration": minutes}
        made = opened(await self.api.post("/v3/payments", body), Link).data
        reference = str(known.id)
        report = Report(outcome=Outcome.OPEN, reference=reference, provider_ref=reference)
        return with_page(report, made.link)

    async def query(self, call: Call) -> Report:
        """The payment as it is; raises Absent while nobody was told of a page."""
        known = call.attempt
        try:
            found = await self.find(str(known.id))
        except Absent:
            if known.checkout_url is None:
                raise
            reference = str(known.id)
            return Report(outcome=Outcome.OPEN, reference=reference, provider_ref=reference)
        outcome = outcome_of(TRANSACTION, found.status)
        arrived = outcome is Outcome.SUCCEEDED
        return Report(
            outcome=outcome,
            reference=found.tx_ref,
            provider_ref=found.tx_ref,
            amount=UNITS.from_decimal(found.amount, found.currency) if arrived else None,
            failure="payment_failed" if outcome is Outcome.FAILED else None,
        )

    async def cancel(self, call: Call) -> Report:
        """How it stands: its page ends by itself, and what comes late is money all the same."""
        return await self.query(call)

    async def find(self, reference: str) -> Transaction:
        """By our reference; raises Absent."""
        params = {"tx_ref": reference}
        answer = await self.api.get("/v3/transactions/verify_by_reference", params)
        return opened(answer, Transaction).data
