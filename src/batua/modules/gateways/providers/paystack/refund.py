"""Money back: a refund of a transaction."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from batua.modules.gateways.providers.json_api import JsonApi
from batua.modules.gateways.providers.paystack.api import pages
from batua.modules.gateways.providers.paystack.checkout import Transactions
from batua.modules.gateways.providers.paystack.wire import REFUND, UNITS, Refund, told
from batua.modules.gateways.providers.rail import Absent, outcome_of
from batua.modules.gateways.types import Attempt, Call, Outcome, Report

PAGE: Final = 100
SKEW: Final = timedelta(minutes=5)
"""How far Paystack's clock may be from ours."""


@dataclass(frozen=True, slots=True)
class TransactionRefunds:
    """Our attempt's id is the merchant's note, as a refund has neither a reference nor a key.

    So the list is read before one is made, and making one is never repeated by itself.
    """

    api: JsonApi

    async def begin(self, call: Call) -> Report:
        """Give it back; raises Refused."""
        known = call.attempt
        body = {
            "transaction": str(known.parent),
            "amount": UNITS.whole(known.amount),
            "currency": str(known.amount.currency),
            "merchant_note": str(known.id),
        }
        try:
            return await self.query(call)
        except Absent:
            made = told(await self.api.post("/refund", body, may_repeat=False), Refund)
            return _report(made)

    async def query(self, call: Call) -> Report:
        """The refund as it is; raises Absent."""
        known = call.attempt
        if known.provider_ref is not None:
            answer = await self.api.get(f"/refund/{known.provider_ref}")
            return _report(told(answer, Refund))
        if known.parent is None:
            raise Absent
        paid = await Transactions(self.api, "").find(str(known.parent))
        params = {"transaction": str(paid.id), **_since(known)}
        async for refund in pages(self.api, "/refund", params, Refund, PAGE):
            if refund.reference == str(known.id):
                return _report(refund)
        raise Absent


def _since(known: Attempt) -> Mapping[str, str]:
    return {"from": (known.created_at - SKEW).isoformat(timespec="seconds")}


def _report(refund: Refund) -> Report:
    outcome = outcome_of(REFUND, refund.status)
    arrived = outcome is Outcome.SUCCEEDED
    return Report(
        outcome=outcome,
        reference=refund.reference,
        provider_ref=str(refund.id),
        amount=UNITS.from_whole(refund.amount, refund.currency) if arrived else None,
        failure="refund_failed" if outcome is Outcome.FAILED else None,
    )
