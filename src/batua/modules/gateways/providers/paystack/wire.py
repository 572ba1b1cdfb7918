"""Paystack's own words: what it answers, its statuses, and how it counts money."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final, Generic, TypeVar
from uuid import UUID

import msgspec

from batua.kit.outside import Answer
from batua.modules.gateways.providers.connection import thing
from batua.modules.gateways.providers.rail import Unreadable
from batua.modules.gateways.providers.units import Units
from batua.modules.gateways.types import Outcome

T = TypeVar("T")

UNITS: Final = Units()
"""The smallest unit; its five currencies have two decimals each."""

TRANSACTION: Final[Mapping[str, Outcome]] = {
    "abandoned": Outcome.OPEN,
    "ongoing": Outcome.UNDERWAY,
    "pending": Outcome.UNDERWAY,
    "processing": Outcome.UNDERWAY,
    "queued": Outcome.UNDERWAY,
    "success": Outcome.SUCCEEDED,
    "failed": Outcome.FAILED,
    "reversed": Outcome.FAILED,
}
"""One that nobody has paid yet is called abandoned from its beginning."""
REFUND: Final[Mapping[str, Outcome]] = {
    "pending": Outcome.UNDERWAY,
    "processing": Outcome.UNDERWAY,
    "needs-attention": Outcome.UNDERWAY,
    "processed": Outcome.SUCCEEDED,
    "failed": Outcome.FAILED,
}
TRANSFER: Final[Mapping[str, Outcome]] = {
    "otp": Outcome.UNDERWAY,
    "pending": Outcome.UNDERWAY,
    "received": Outcome.UNDERWAY,
    "processing": Outcome.UNDERWAY,
    "queued": Outcome.UNDERWAY,
    "abandoned": Outcome.UNDERWAY,
    "blocked": Outcome.UNDERWAY,
    "success": Outcome.SUCCEEDED,
    "failed": Outcome.FAILED,
    "rejected": Outcome.FAILED,
    "reversed": Outcome.FAILED,
}
"""An abandoned one waits for a code that somebody may still type, a blocked one for a look."""
RECIPIENTS: Final[Mapping[str, str]] = {"NGN": "nuban", "GHS": "ghipss", "ZAR": "basa"}
"""What a bank account is called, by currency; no other is paid out to."""


class Envelope(msgspec.Struct, Generic[T]):
    """Every answer."""

    status: bool
    data: T


def told(answer: Answer, kind: type[T]) -> T:
    """What the envelope of a success holds; raises Unreadable for anything else."""
    found = thing(answer, Envelope[kind])  # type: ignore[valid-type]
    if not found.status:
        raise Unreadable("a success that says it is none")
    return found.data


class Page(msgspec.Struct):
    """The page on which a transaction is paid."""

    authorization_url: str
    reference: str


class Transaction(msgspec.Struct):
    """A transaction; of a settlement's, `fees` is what Paystack kept."""

    id: int
    status: str
    reference: str
    amount: int
    currency: str
    fees: int | None = None
    paid_at: datetime | None = None
    created_at: datetime | None = None


class Refund(msgspec.Struct):
    id: int
    amount: int
    currency: str
    status: str
    merchant_note: str | None = None
    transaction_reference: str | None = None
    refunded_at: datetime | None = None
    createdAt: datetime | None = None  # noqa: N815 - Paystack's name

    @property
    def reference(self) -> str | None:
        return ours(self.merchant_note)


class Recipient(msgspec.Struct):
    recipient_code: str


class Transfer(msgspec.Struct):
    status: str
    reference: str
    transfer_code: str
    amount: int
    currency: str


class Settlement(msgspec.Struct):
    """A transfer to our bank."""

    id: int
    status: str
    settlement_date: datetime


class Problem(msgspec.Struct):
    status: bool
    message: str
    code: str | None = None


class EventData(msgspec.Struct):
    """What an event is about: only where our id may stand."""

    reference: str | None = None
    merchant_note: str | None = None
    transaction_reference: str | None = None
    transaction: Any = None

    @property
    def about(self) -> str | None:
        """A dispute names the transaction inside, a refund often nothing but what it gives back."""
        inside = self.transaction.get("reference") if isinstance(self.transaction, dict) else None
        named = ours(self.merchant_note) or self.reference or self.transaction_reference
        return named or (str(inside) if inside else None)


class Event(msgspec.Struct):
    event: str
    data: EventData


def ours(text: str | None) -> str | None:
    """Our attempt's id; None for whatever else somebody has noted."""
    try:
        return str(UUID(text or ""))
    except ValueError:
        return None
