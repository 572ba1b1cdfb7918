"""Money in: Paytm's payment page, to which a page of ours sends the payer's browser."""

from dataclasses import dataclass
from typing import Final

from batua.modules.gateways.providers.paytm.api import Api
from batua.modules.gateways.providers.paytm.wire import (
    CURRENCY,
    NOT_THERE,
    ORDER,
    OUR_FAULT,
    UNITS,
    Begun,
    Order,
)
from batua.modules.gateways.providers.rail import (
    Absent,
    Refused,
    Unreadable,
    outcome_of,
    with_page,
)
from batua.modules.gateways.types import Call, HandOver, Outcome, Report

_BEGUN: Final = "S"
_REFUSED: Final = "F"


@dataclass(frozen=True, slots=True)
class PaymentPages:
    """`orderId` is our attempt's id, by which everything is asked for.

    Paytm's page wants a form with a token that lives for fifteen minutes. So payers are sent to a
    page of ours, which asks for the token when it is opened; asking again gives the same order.
    """

    api: Api
    website: str
    url: str
    pages_url: str

    async def begin(self, call: Call) -> Report:
        """Make the order; raises Refused."""
        await self._token(call)
        reference = str(call.attempt.id)
        report = Report(outcome=Outcome.OPEN, reference=reference, provider_ref=reference)
        return with_page(report, self._page(call))

    async def query(self, call: Call) -> Report:
        """The order as it is; raises Absent while nobody was told of a page."""
        known = call.attempt
        reference = str(known.id)
        try:
            found = await self.find(reference)
        except Absent:
            if known.checkout_url is None:
                raise
            return Report(outcome=Outcome.OPEN, reference=reference, provider_ref=reference)
        info = found.result_info
        outcome = outcome_of(ORDER, info.result_status)
        arrived = outcome is Outcome.SUCCEEDED
        if arrived and found.txn_amount is None:
            raise Unreadable("a payment without its amount")
        return Report(
            outcome=outcome,
            reference=found.order_id,
            provider_ref=found.order_id,
            amount=UNITS.from_decimal(found.txn_amount or "", CURRENCY) if arrived else None,
            failure=f"paytm_{info.result_code}"[:64] if outcome is Outcome.FAILED else None,
        )

    async def cancel(self, call: Call) -> Report:
        """How it stands: our page does not open any more, and what comes late is money all the same."""
        return await self.query(call)

    async def page(self, call: Call) -> HandOver:
        """The form by which the payer's browser goes on to Paytm; raises Refused."""
        order, token = str(call.attempt.id), await self._token(call)
        merchant = self.api.merchant
        return HandOver(
            address=f"{self.url}/theia/api/v1/showPaymentPage?mid={merchant}&orderId={order}",
            fields={"mid": merchant, "orderId": order, "txnToken": token},
        )

    async def find(self, order: str) -> Order:
        """An order that somebody tried to pay; raises Absent."""
        found = await self.api.ask("/v3/order/status", {"orderId": order}, Order)
        info = found.result_info
        is_failure = outcome_of(ORDER, info.result_status) is Outcome.FAILED
        if is_failure and info.result_code in OUR_FAULT:
            raise Unreadable(f"code {info.result_code}")
        if outcome_of(ORDER, info.result_status) is Outcome.ABSENT or (
            is_failure and info.result_code in NOT_THERE
        ):
            raise Absent
        return found

    async def _token(self, call: Call) -> str:
        known = call.attempt
        order = str(known.id)
        body = {
            "requestType": "Payment",
            "websiteName": self.website,
            "orderId": order,
            "callbackUrl": self._page(call),
            "txnAmount": {"value": UNITS.decimal(known.amount), "currency": CURRENCY},
            "userInfo": {"custId": known.id.hex},
        }
        params = {"mid": self.api.merchant, "orderId": order}
        begun = await self.api.ask("/theia/api/v1/initiateTransaction", body, Begun, params)
        info = begun.result_info
        if info.result_status == _REFUSED and info.result_code not in OUR_FAULT:
            raise Refused(f"paytm_{info.result_code}")
        if info.result_status != _BEGUN or not begun.txn_token:
            raise Unreadable(f"code {info.result_code}")
        return begun.txn_token

    def _page(self, call: Call) -> str:
        return f"{self.pages_url.rstrip('/')}/{call.attempt.id}"
