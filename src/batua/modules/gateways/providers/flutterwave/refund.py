"""Money back: a refund of a transaction."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from batua.kit.money import Currency
from batua.modules.gateways.providers.flutterwave.api import pages
from batua.modules.gateways.providers.flutterwave.checkout import Payments
from batua.modules.gateways.providers.flutterwave.wire import REFUND, UNITS, Refund, opened
from batua.modules.gateways.providers.json_api import JsonApi, number
from batua.modules.gateways.providers.rail import Absent, Refused, outcome_of
from batua.modules.gateways.types import Call, Outcome, Report

SKEW: Final = timedelta(days=1)
"""The list goes by days, and we do not know by whose."""


@dataclass(frozen=True, slots=True)
class PaymentRefunds:
    """Our attempt's id is the comment, as a refund has neither a reference nor a key.

    So the list is read before one is made, and making one is never repeated by itself.
    """

    api: JsonApi

    async def begin(self, call: Call) -> Report:
        """Give it back; raises Refused."""
        known = call.attempt
        body = {"amount": number(UNITS.decimal(known.amount)), "comments": str(known.id)}
        try:
            return await self.query(call)
        except Absent:
            pass
        try:
            paid = await Payments(self.api, "").find(str(known.parent))
        except Absent:
            raise Refused("not_paid") from None
        path = f"/v3/transactions/{paid.id}/refund"
        made = opened(await self.api.post(path, body, may_repeat=False), Refund).data
        return _report(made, known.amount.currency, str(known.id))

    async def query(self, call: Call) -> Report:
        """The refund as it is; raises Absent."""
        known = call.attempt
        if known.provider_ref is not None:
            found = opened(await self.api.get(f"/v3/refunds/{known.provider_ref}"), Refund).data
            return _report(found, known.amount.currency, found.reference)
        since = (known.created_at - SKEW).date()
        async for refund in pages(self.api, "/v3/refunds", {"from": str(since)}, Refund):
            if refund.reference == str(known.id):
                return _report(refund, known.amount.currency, refund.reference)
        raise Absent


def _report(refund: Refund, currency: Currency, reference: str | None) -> Report:
    """A new refund is told of without its comment: it is the one that was asked for."""
    outcome = outcome_of(REFUND, refund.status.lower())
    arrived = outcome is Outcome.SUCCEEDED
    return Report(
        outcome=outcome,
        reference=reference,
        provider_ref=str(refund.id),
        amount=UNITS.from_decimal(refund.amount_refunded, currency) if arrived else None,
        failure="refund_failed" if outcome is Outcome.FAILED else None,
    )
