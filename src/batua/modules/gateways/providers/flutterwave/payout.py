"""Money out: a transfer from our balance to a bank account."""

from dataclasses import dataclass

from batua.modules.gateways.providers.flutterwave.api import pages
from batua.modules.gateways.providers.flutterwave.wire import TRANSFER, UNITS, Transfer, opened
from batua.modules.gateways.providers.json_api import JsonApi, number
from batua.modules.gateways.providers.rail import Absent, outcome_of
from batua.modules.gateways.types import Call, Outcome, Report


@dataclass(frozen=True, slots=True)
class BankTransfers:
    """`reference` is our attempt's id; Flutterwave makes no second of the same."""

    api: JsonApi

    async def begin(self, call: Call) -> Report:
        """Send it to the bank; raises Refused."""
        known, to = call.attempt, call.destination
        assert to is not None, "a payout has a destination"
        body = {
            "account_bank": to.ifsc,
            "account_number": to.account_number,
            "beneficiary_name": to.name,
            "amount": number(UNITS.decimal(known.amount)),
            "currency": str(known.amount.currency),
            "debit_currency": str(known.amount.currency),
            "reference": str(known.id),
            "narration": "Batua",
        }
        return _report(opened(await self.api.post("/v3/transfers", body), Transfer).data)

    async def query(self, call: Call) -> Report:
        """The transfer as it is; raises Absent."""
        known = call.attempt
        if known.provider_ref is not None:
            answer = await self.api.get(f"/v3/transfers/{known.provider_ref}")
            return _report(opened(answer, Transfer).data)
        named = {"reference": str(known.id)}
        async for transfer in pages(self.api, "/v3/transfers", named, Transfer):
            if transfer.reference == str(known.id):
                return _report(transfer)
        raise Absent


def _report(transfer: Transfer) -> Report:
    outcome = outcome_of(TRANSFER, transfer.status.lower())
    arrived = outcome is Outcome.SUCCEEDED
    return Report(
        outcome=outcome,
        reference=transfer.reference,
        provider_ref=str(transfer.id),
        amount=UNITS.from_decimal(transfer.amount, transfer.currency) if arrived else None,
        failure="transfer_failed" if outcome is Outcome.FAILED else None,
    )
