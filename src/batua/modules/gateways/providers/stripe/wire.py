"""Stripe's own words: what it answers, its statuses, and how it counts money."""

from collections.abc import Mapping
from typing import Final

import msgspec

from batua.modules.gateways.providers.units import Units
from batua.modules.gateways.types import Outcome, SettledKind

UNITS: Final = Units(
    decimals={"ISK": 2, "UGX": 2, "MGA": 0},
    steps={
        **dict.fromkeys(("BHD", "JOD", "KWD", "OMR", "TND"), 10),
        **dict.fromkeys(("ISK", "UGX"), 100),
    },
)
"""The smallest unit, but for what Stripe counts otherwise; of three decimals the last is 0."""

SESSION: Final[Mapping[str, Outcome]] = {
    "open": Outcome.OPEN,
    "complete": Outcome.UNDERWAY,
    "expired": Outcome.EXPIRED,
}
"""Of a session that is not paid; what a complete one waits for its payment says."""

PAID: Final[Mapping[str, Outcome | None]] = {
    "paid": Outcome.SUCCEEDED,
    "unpaid": None,
    "no_payment_required": None,
}
"""None: the status of the session decides."""

PAYMENT: Final[Mapping[str, Outcome]] = {
    "requires_payment_method": Outcome.FAILED,
    "requires_confirmation": Outcome.UNDERWAY,
    "requires_action": Outcome.UNDERWAY,
    "processing": Outcome.UNDERWAY,
    "requires_capture": Outcome.UNDERWAY,
    "canceled": Outcome.FAILED,
    "succeeded": Outcome.SUCCEEDED,
}
"""Of the payment of a session that is complete."""

REFUND: Final[Mapping[str, Outcome]] = {
    "pending": Outcome.UNDERWAY,
    "requires_action": Outcome.UNDERWAY,
    "succeeded": Outcome.SUCCEEDED,
    "failed": Outcome.FAILED,
    "canceled": Outcome.FAILED,
}

KINDS: Final[Mapping[str, SettledKind]] = {
    "charge": SettledKind.PAYMENT,
    "payment": SettledKind.PAYMENT,
    "refund": SettledKind.REFUND,
    "payment_refund": SettledKind.REFUND,
    "stripe_fee": SettledKind.FEE,
    "stripe_fx_fee": SettledKind.FEE,
    "tax_fee": SettledKind.FEE,
    "application_fee": SettledKind.FEE,
    "transfer": SettledKind.TRANSFER,
    "payout": SettledKind.TRANSFER,
}
"""Every other type is an adjustment under its own name."""


class Payment(msgspec.Struct):
    """A payment intent."""

    id: str
    status: str
    amount_received: int
    currency: str


class Session(msgspec.Struct):
    """A Checkout session; the payment is its id, or all of it where we ask for that."""

    id: str
    status: str | None
    payment_status: str
    created: int
    client_reference_id: str | None = None
    url: str | None = None
    payment_intent: Payment | str | None = None

    @property
    def paid_by(self) -> str | None:
        found = self.payment_intent
        return found.id if isinstance(found, Payment) else found


class Sessions(msgspec.Struct):
    data: list[Session]
    has_more: bool


class Refund(msgspec.Struct):
    id: str
    amount: int
    currency: str
    status: str | None
    metadata: dict[str, str] | None = None
    failure_reason: str | None = None

    @property
    def reference(self) -> str | None:
        return (self.metadata or {}).get("attempt")


class Refunds(msgspec.Struct):
    data: list[Refund]
    has_more: bool


class Trace(msgspec.Struct):
    value: str | None = None


class Payout(msgspec.Struct):
    """A transfer to our own bank."""

    id: str
    amount: int
    currency: str
    status: str
    trace_id: Trace | None = None


class Payouts(msgspec.Struct):
    data: list[Payout]
    has_more: bool


class Source(msgspec.Struct):
    """What a line is about: a charge, a refund, …"""

    id: str
    payment_intent: str | None = None
    metadata: dict[str, str] | None = None


class Line(msgspec.Struct):
    """A balance transaction; net = amount - fee."""

    id: str
    amount: int
    fee: int
    net: int
    currency: str
    created: int
    type: str
    source: Source | str | None = None


class Lines(msgspec.Struct):
    data: list[Line]
    has_more: bool


class _Error(msgspec.Struct):
    type: str
    code: str | None = None


class Problem(msgspec.Struct):
    error: _Error


class Object(msgspec.Struct):
    """What an event is about: only where our id may stand."""

    client_reference_id: str | None = None
    metadata: dict[str, str] | None = None


class Data(msgspec.Struct):
    object: Object


class Event(msgspec.Struct):
    id: str
    type: str
    data: Data
