"""Cashfree's own words: what it answers, its statuses, and how it counts money."""

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from typing import Final
from uuid import UUID

import msgspec

from batua.modules.gateways.providers.units import Units
from batua.modules.gateways.types import Outcome, SettledKind

UNITS: Final = Units(steps=dict.fromkeys(("BHD", "JOD", "KWD", "OMR", "TND"), 10))
"""Major units as a number with at most two decimals."""

LINK: Final[Mapping[str, Outcome]] = {
    "ACTIVE": Outcome.OPEN,
    "PARTIALLY_PAID": Outcome.UNDERWAY,
    "PAID": Outcome.SUCCEEDED,
    "EXPIRED": Outcome.EXPIRED,
    "CANCELLED": Outcome.EXPIRED,
}
REFUND: Final[Mapping[str, Outcome]] = {
    "PENDING": Outcome.UNDERWAY,
    "ONHOLD": Outcome.UNDERWAY,
    "SUCCESS": Outcome.SUCCEEDED,
    "CANCELLED": Outcome.FAILED,
    "FAILED": Outcome.FAILED,
}
TRANSFER: Final[Mapping[str, Outcome]] = {
    "RECEIVED": Outcome.UNDERWAY,
    "APPROVAL_PENDING": Outcome.UNDERWAY,
    "PENDING": Outcome.UNDERWAY,
    "SUCCESS": Outcome.SUCCEEDED,
    "FAILED": Outcome.FAILED,
    "REJECTED": Outcome.FAILED,
    "REVERSED": Outcome.FAILED,
}
KINDS: Final[Mapping[str, SettledKind]] = {
    "PAYMENT": SettledKind.PAYMENT,
    "REFUND": SettledKind.REFUND,
    "REFUND_REVERSAL": SettledKind.REFUND,
    "SETTLEMENT": SettledKind.TRANSFER,
    "DISPUTE": SettledKind.DISPUTE,
    "DISPUTE_REVERSAL": SettledKind.DISPUTE,
    "CHARGEBACK": SettledKind.DISPUTE,
    "CHARGEBACK_REVERSAL": SettledKind.DISPUTE,
    "OTHER_ADJUSTMENT": SettledKind.ADJUSTMENT,
}


def ours(text: str | None) -> str | None:
    """Our attempt's id in an id that may hold letters and digits alone."""
    try:
        return str(UUID(text or ""))
    except ValueError:
        return text


class Link(msgspec.Struct):
    cf_link_id: str
    link_id: str
    link_status: str
    link_currency: str
    link_amount_paid: Decimal = Decimal(0)
    link_url: str | None = None


class Order(msgspec.Struct):
    """What a payer made of a link."""

    order_id: str
    order_status: str


class Refund(msgspec.Struct):
    cf_refund_id: str
    refund_id: str
    refund_amount: Decimal
    refund_currency: str
    refund_status: str


class Transfer(msgspec.Struct):
    cf_transfer_id: str
    transfer_id: str
    status: str
    transfer_amount: Decimal
    status_code: str | None = None


class ReconLine(msgspec.Struct):
    """A line of the report; amounts are above zero, `sale_type` says which way."""

    event_id: str
    event_type: str
    sale_type: str
    event_amount: Decimal
    event_settlement_amount: Decimal
    event_currency: str
    event_time: datetime
    order_id: str | None = None
    refund_id: str | None = None
    cf_settlement_id: str | None = None
    settlement_utr: str | None = None


class Recon(msgspec.Struct):
    data: list[ReconLine]
    cursor: str | None = None


class Problem(msgspec.Struct):
    code: str
    message: str = ""


class _Refunded(msgspec.Struct):
    refund_id: str | None = None


class EventData(msgspec.Struct):
    """What an event is about: only where our id may stand."""

    link_id: str | None = None
    refund: _Refunded | None = None
    transfer_id: str | None = None

    @property
    def reference(self) -> str | None:
        refunded = None if self.refund is None else self.refund.refund_id
        return ours(refunded or self.transfer_id or self.link_id)


class Event(msgspec.Struct):
    type: str
    data: EventData
