"""Money in: a payment link, whose page is Cashfree's own."""

from dataclasses import dataclass
from uuid import uuid5

from batua.modules.gateways.providers.cashfree.api import Api, number
from batua.modules.gateways.providers.cashfree.wire import LINK, UNITS, Link
from batua.modules.gateways.providers.connection import thing
from batua.modules.gateways.providers.rail import outcome_of, with_page
from batua.modules.gateways.types import Call, Outcome, Report


@dataclass(frozen=True, slots=True)
class PaymentLinks:
    """`link_id` is our attempt's id, by which everything is asked for."""

    api: Api
    contact_phone: str
    callback_url: str = ""

    async def begin(self, call: Call) -> Report:
        """Make the link; raises Refused."""
        known = call.attempt
        meta = {"return_url": known.return_url, "notify_url": self.callback_url or None}
        body = {
            "link_id": str(known.id),
            "link_amount": number(UNITS.decimal(known.amount)),
            "link_currency": str(known.amount.currency),
            "link_purpose": "Batua",
            "customer_details": {"customer_phone": self.contact_phone},
            "link_partial_payments": False,
            "link_auto_reminders": False,
            "link_notify": {"send_sms": False, "send_email": False},
            "link_meta": {name: value for name, value in meta.items() if value is not None},
        }
        if known.expires_at is not None:
            body["link_expiry_time"] = known.expires_at.isoformat(timespec="seconds")
        return _report(thing(await self.api.post("/links", body, str(known.id)), Link))

    async def query(self, call: Call) -> Report:
        """The link as it is; raises Absent."""
        return _report(thing(await self.api.get(f"/links/{call.attempt.id}"), Link))

    async def cancel(self, call: Call) -> Report:
        """Cancel it; raises Refused when it is paid or over."""
        known = call.attempt.id
        # The id alone is the key by which the link was made.
        key = str(uuid5(known, "cancel"))
        return _report(thing(await self.api.post(f"/links/{known}/cancel", {}, key), Link))


def _report(link: Link) -> Report:
    """A link on which money came is paid by what came, however the link ended."""
    outcome = outcome_of(LINK, link.link_status)
    if outcome is Outcome.EXPIRED and link.link_amount_paid > 0:
        outcome = Outcome.SUCCEEDED
    arrived = outcome is Outcome.SUCCEEDED
    amount = UNITS.from_decimal(link.link_amount_paid, link.link_currency) if arrived else None
    report = Report(
        outcome=outcome, reference=link.link_id, provider_ref=link.cf_link_id, amount=amount
    )
    return with_page(report, link.link_url)
