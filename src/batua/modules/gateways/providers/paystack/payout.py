"""Money out: a transfer from our balance to a recipient."""

from dataclasses import dataclass

from batua.modules.gateways.providers.json_api import JsonApi
from batua.modules.gateways.providers.paystack.wire import (
    RECIPIENTS,
    TRANSFER,
    UNITS,
    Recipient,
    Transfer,
    told,
)
from batua.modules.gateways.providers.rail import outcome_of
from batua.modules.gateways.types import Call, Outcome, Report


@dataclass(frozen=True, slots=True)
class BankTransfers:
    """`reference` is our attempt's id; the same account again is the same recipient."""

    api: JsonApi

    async def begin(self, call: Call) -> Report:
        """Send it to the bank; raises Refused."""
        known, to = call.attempt, call.destination
        assert to is not None, "a payout has a destination"
        currency = str(known.amount.currency)
        amount = UNITS.whole(known.amount)
        recipient = {
            "type": RECIPIENTS[currency],
            "name": to.name,
            "account_number": to.account_number,
            "bank_code": to.ifsc,
            "currency": currency,
        }
        made = told(await self.api.post("/transferrecipient", recipient), Recipient)
        body = {
            "source": "balance",
            "amount": amount,
            "currency": currency,
            "recipient": made.recipient_code,
            "reference": str(known.id),
            "reason": "Batua",
        }
        return _report(told(await self.api.post("/transfer", body), Transfer))

    async def query(self, call: Call) -> Report:
        """The transfer as it is; raises Absent."""
        answer = await self.api.get(f"/transfer/verify/{call.attempt.id}")
        return _report(told(answer, Transfer))


def _report(transfer: Transfer) -> Report:
    outcome = outcome_of(TRANSFER, transfer.status)
    arrived = outcome is Outcome.SUCCEEDED
    return Report(
        outcome=outcome,
        reference=transfer.reference,
        provider_ref=transfer.transfer_code,
        amount=UNITS.from_whole(transfer.amount, transfer.currency) if arrived else None,
        failure=f"transfer_{transfer.status}" if outcome is Outcome.FAILED else None,
    )
