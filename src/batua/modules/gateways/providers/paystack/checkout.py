"""Money in: a transaction, whose page is Paystack's own."""

from dataclasses import dataclass

from batua.modules.gateways.providers.json_api import JsonApi
from batua.modules.gateways.providers.paystack.wire import (
    TRANSACTION,
    UNITS,
    Page,
    Transaction,
    told,
)
from batua.modules.gateways.providers.rail import outcome_of, with_page
from batua.modules.gateways.types import AttemptState, Call, Outcome, Report


@dataclass(frozen=True, slots=True)
class Transactions:
    """`reference` is our attempt's id, by which everything is asked for.

    Paystack gives the address of the page once: when that answer is lost, the transaction is known
    and has no page of ours, so that nobody pays it and it ends in time.
    """

    api: JsonApi
    contact_email: str

    async def begin(self, call: Call) -> Report:
        """Make it; raises Refused."""
        known = call.attempt
        body = {
            "email": self.contact_email,
            "amount": UNITS.whole(known.amount),
            "currency": str(known.amount.currency),
            "reference": str(known.id),
            "metadata": {"attempt": str(known.id)},
        }
        if known.return_url is not None:
            body["callback_url"] = known.return_url
        made = told(await self.api.post("/transaction/initialize", body), Page)
        report = Report(outcome=Outcome.OPEN, reference=made.reference, provider_ref=made.reference)
        return with_page(report, made.authorization_url)

    async def query(self, call: Call) -> Report:
        """The transaction as it is; raises Absent."""
        found = await self.find(str(call.attempt.id))
        outcome = outcome_of(TRANSACTION, found.status)
        if found.status == "reversed" and call.attempt.state is AttemptState.REFUNDED:
            outcome = Outcome.SUCCEEDED  # it is our own refund that has reversed it
        arrived = outcome is Outcome.SUCCEEDED
        return Report(
            outcome=outcome,
            reference=found.reference,
            provider_ref=found.reference,
            amount=UNITS.from_whole(found.amount, found.currency) if arrived else None,
            failure=f"payment_{found.status}" if outcome is Outcome.FAILED else None,
        )

    async def cancel(self, call: Call) -> Report:
        """How it stands: Paystack closes nothing. What comes late is money all the same."""
        return await self.query(call)

    async def find(self, reference: str) -> Transaction:
        """By our reference; raises Absent."""
        return told(await self.api.get(f"/transaction/verify/{reference}"), Transaction)
