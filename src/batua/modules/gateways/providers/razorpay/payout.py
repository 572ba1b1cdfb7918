"""Money out: a payout of RazorpayX to a bank account."""

from dataclasses import dataclass, field

from batua.modules.gateways.providers.connection import thing
from batua.modules.gateways.providers.rail import Absent, outcome_of
from batua.modules.gateways.providers.razorpay.api import Api
from batua.modules.gateways.providers.razorpay.wire import PAYOUT, UNITS, Payout, Payouts
from batua.modules.gateways.types import Call, Outcome, Report


@dataclass(frozen=True, slots=True)
class BankPayouts:
    """`reference_id` is our attempt's id; the header makes RazorpayX do it once."""

    api: Api
    account: str = field(repr=False)

    async def begin(self, call: Call) -> Report:
        """Send it to the bank; raises Refused."""
        known, to = call.attempt, call.destination
        assert to is not None, "a payout has a destination"
        body = {
            "account_number": self.account,
            "amount": UNITS.whole(known.amount),
            "currency": str(known.amount.currency),
            "mode": "IMPS",
            "purpose": "payout",
            "queue_if_low_balance": True,
            "reference_id": str(known.id),
            "narration": "Batua",
            "fund_account": {
                "account_type": "bank_account",
                "bank_account": {
                    "name": to.name,
                    "ifsc": to.ifsc,
                    "account_number": to.account_number,
                },
                "contact": {"name": to.name, "type": "customer"},
            },
        }
        answer = await self.api.post("/v1/payouts", body, {"X-Payout-Idempotency": str(known.id)})
        return _report(thing(answer, Payout))

    async def query(self, call: Call) -> Report:
        """The payout as it is; raises Absent."""
        known = call.attempt
        if known.provider_ref is not None:
            return _report(thing(await self.api.get(f"/v1/payouts/{known.provider_ref}"), Payout))
        params = {"account_number": self.account, "reference_id": str(known.id)}
        answer = await self.api.get("/v1/payouts", params)
        for payout in thing(answer, Payouts).items:
            if payout.reference_id == str(known.id):
                return _report(payout)
        raise Absent


def _report(payout: Payout) -> Report:
    outcome = outcome_of(PAYOUT, payout.status)
    arrived = outcome is Outcome.SUCCEEDED
    why = payout.status_details.reason if payout.status_details is not None else None
    return Report(
        outcome=outcome,
        reference=payout.reference_id,
        provider_ref=payout.id,
        amount=UNITS.from_whole(payout.amount, payout.currency) if arrived else None,
        failure=(why or payout.status)[:64] if outcome is Outcome.FAILED else None,
    )
