"""Razorpay's own words: what it answers, its statuses, and how it counts money."""

from collections.abc import Mapping
from typing import Any, Final

import msgspec

from batua.modules.gateways.providers.units import Units
from batua.modules.gateways.types import Outcome

UNITS: Final = Units(steps={"BHD": 10, "JOD": 10, "KWD": 10, "OMR": 10, "TND": 10})
"""The smallest unit of each currency; of three decimals the last is always 0."""

LINK: Final[Mapping[str, Outcome]] = {
    "created": Outcome.OPEN,
    "partially_paid": Outcome.UNDERWAY,
    "paid": Outcome.SUCCEEDED,
    "cancelled": Outcome.EXPIRED,
    "expired": Outcome.EXPIRED,
}
PAYMENT: Final[Mapping[str, Outcome]] = {
    "created": Outcome.OPEN,
    "authorized": Outcome.UNDERWAY,
    "captured": Outcome.SUCCEEDED,
    "refunded": Outcome.SUCCEEDED,
    "failed": Outcome.FAILED,
}
REFUND: Final[Mapping[str, Outcome]] = {
    "pending": Outcome.UNDERWAY,
    "processed": Outcome.SUCCEEDED,
    "failed": Outcome.FAILED,
}
PAYOUT: Final[Mapping[str, Outcome]] = {
    "queued": Outcome.UNDERWAY,
    "pending": Outcome.UNDERWAY,
    "scheduled": Outcome.UNDERWAY,
    "processing": Outcome.UNDERWAY,
    "processed": Outcome.SUCCEEDED,
    "rejected": Outcome.FAILED,
    "cancelled": Outcome.FAILED,
    "reversed": Outcome.FAILED,
    "failed": Outcome.FAILED,
}
"""Of RazorpayX."""


class LinkPayment(msgspec.Struct):
    payment_id: str
    amount: int
    status: str


class Link(msgspec.Struct):
    """A payment link; `notes` is an empty list when there are none."""

    id: str
    status: str
    amount: int
    currency: str
    amount_paid: int = 0
    reference_id: str = ""
    short_url: str | None = None
    payments: list[LinkPayment] | None = None

    @property
    def paid_by(self) -> str | None:
        """The payment that really brought the money."""
        arrived = (one for one in self.payments or () if PAYMENT.get(one.status) in _ARRIVED)
        return next((one.payment_id for one in arrived), None)


_ARRIVED: Final = {Outcome.SUCCEEDED}


class Links(msgspec.Struct):
    payment_links: list[Link]


class Refund(msgspec.Struct):
    """A refund; old ones in a list carry neither status nor receipt."""

    id: str
    amount: int
    currency: str
    payment_id: str
    status: str = "processed"
    receipt: str | None = None


class Refunds(msgspec.Struct):
    items: list[Refund]


class StatusDetails(msgspec.Struct):
    reason: str | None = None


class Payout(msgspec.Struct):
    id: str
    amount: int
    currency: str
    status: str
    reference_id: str | None = None
    status_details: StatusDetails | None = None


class Payouts(msgspec.Struct):
    items: list[Payout]


class ReconLine(msgspec.Struct):
    """A line of the combined report; `fee` has the tax in it."""

    entity_id: str
    type: str
    debit: int
    credit: int
    amount: int
    currency: str
    created_at: int
    fee: int = 0
    settlement_id: str | None = None
    settlement_utr: str | None = None
    payment_id: str | None = None


class Recon(msgspec.Struct):
    items: list[ReconLine]


class _Error(msgspec.Struct):
    code: str
    description: str = ""
    reason: str | None = None


class Problem(msgspec.Struct):
    error: _Error


class Entity(msgspec.Struct):
    """What an event is about: of each kind, only where our id may stand."""

    reference_id: str | None = None
    receipt: str | None = None
    notes: Any = None

    @property
    def reference(self) -> str | None:
        noted = self.notes.get("attempt") if isinstance(self.notes, dict) else None
        return str(noted) if noted else self.reference_id or self.receipt


class Holder(msgspec.Struct):
    entity: Entity


class Event(msgspec.Struct):
    event: str
    created_at: int
    payload: dict[str, Holder]
