"""Money out: a transfer of Cashfree Payouts to a bank account."""

from dataclasses import dataclass

from batua.modules.gateways.providers.cashfree.api import Api, number
from batua.modules.gateways.providers.cashfree.wire import TRANSFER, UNITS, Transfer, ours
from batua.modules.gateways.providers.connection import thing
from batua.modules.gateways.providers.rail import outcome_of
from batua.modules.gateways.types import Call, Outcome, Report


@dataclass(frozen=True, slots=True)
class BankTransfers:
    """`transfer_id` is our attempt's id without its lines; Cashfree makes no second of the same."""

    api: Api

    async def begin(self, call: Call) -> Report:
        """Send it to the bank; raises Refused."""
        known, to = call.attempt, call.destination
        assert to is not None, "a payout has a destination"
        body = {
            "transfer_id": known.id.hex,
            "transfer_amount": number(UNITS.decimal(known.amount)),
            "transfer_currency": str(known.amount.currency),
            "transfer_mode": "imps",
            "beneficiary_details": {
                "beneficiary_name": to.name,
                "beneficiary_instrument_details": {
                    "bank_account_number": to.account_number,
                    "bank_ifsc": to.ifsc,
                },
            },
        }
        return _report(
            call, thing(await self.api.post("/transfers", body, str(known.id)), Transfer)
        )

    async def query(self, call: Call) -> Report:
        """The transfer as it is; raises Absent."""
        answer = await self.api.get("/transfers", {"transfer_id": call.attempt.id.hex})
        return _report(call, thing(answer, Transfer))


def _report(call: Call, transfer: Transfer) -> Report:
    """The answer names no currency: it is the one that was asked for."""
    outcome = outcome_of(TRANSFER, transfer.status)
    currency = call.attempt.amount.currency
    arrived = outcome is Outcome.SUCCEEDED
    why = (transfer.status_code or transfer.status).lower()
    return Report(
        outcome=outcome,
        reference=ours(transfer.transfer_id),
        provider_ref=transfer.cf_transfer_id,
        amount=UNITS.from_decimal(transfer.transfer_amount, currency) if arrived else None,
        failure=why[:64] if outcome is Outcome.FAILED else None,
    )
