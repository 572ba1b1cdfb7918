"""Money back: a refund of what paid an order."""

from dataclasses import dataclass
from typing import Final

from batua.modules.gateways.providers.paytm.checkout import PaymentPages
from batua.modules.gateways.providers.paytm.wire import (
    CURRENCY,
    NOT_THERE,
    OUR_FAULT,
    REFUND,
    UNITS,
    Refund,
)
from batua.modules.gateways.providers.rail import Absent, Refused, Unreadable, outcome_of
from batua.modules.gateways.types import Call, Outcome, Report

_MAY_BE_THERE: Final = frozenset({"602", "617", "626", "629"})
"""Refusals because of another refund, which may be this one."""


@dataclass(frozen=True, slots=True)
class OrderRefunds:
    """`refId` is our attempt's id; Paytm makes no second refund of the same."""

    pages: PaymentPages

    async def begin(self, call: Call) -> Report:
        """Give it back; raises Refused."""
        known = call.attempt
        try:
            paid = await self.pages.find(str(known.parent))
        except Absent:
            raise Refused("not_paid") from None
        body = {
            "txnType": "REFUND",
            "orderId": str(known.parent),
            "txnId": paid.txn_id,
            "refId": str(known.id),
            "refundAmount": UNITS.decimal(known.amount),
        }
        made = await self.pages.api.ask("/refund/apply", body, Refund)
        info = made.result_info
        outcome = _outcome(made)
        if outcome is Outcome.FAILED:
            is_final = info.result_code not in _MAY_BE_THERE
            raise Refused(f"paytm_{info.result_code}", is_final=is_final)
        return _report(made, outcome)

    async def query(self, call: Call) -> Report:
        """The refund as it is; raises Absent."""
        known = call.attempt
        if known.parent is None:
            raise Absent
        body = {"orderId": str(known.parent), "refId": str(known.id)}
        found = await self.pages.api.ask("/v2/refund/status", body, Refund)
        outcome = _outcome(found)
        is_there = found.result_info.result_code not in NOT_THERE
        if outcome is Outcome.ABSENT or (outcome is Outcome.FAILED and not is_there):
            raise Absent
        return _report(found, outcome)


def _outcome(refund: Refund) -> Outcome:
    info = refund.result_info
    outcome = outcome_of(REFUND, info.result_status)
    if outcome is Outcome.FAILED and info.result_code in OUR_FAULT:
        raise Unreadable(f"code {info.result_code}")
    return outcome


def _report(refund: Refund, outcome: Outcome) -> Report:
    arrived = outcome is Outcome.SUCCEEDED
    if arrived and refund.refund_amount is None:
        raise Unreadable("a refund without its amount")
    return Report(
        outcome=outcome,
        reference=refund.ref_id,
        provider_ref=refund.refund_id,
        amount=UNITS.from_decimal(refund.refund_amount or "", CURRENCY) if arrived else None,
        failure=f"paytm_{refund.result_info.result_code}"[:64]
        if outcome is Outcome.FAILED
        else None,
    )
