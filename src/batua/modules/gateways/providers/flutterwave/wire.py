"""Flutterwave's own words: what it answers, its statuses, and how it counts money."""

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from typing import Final, Generic, TypeVar
from uuid import UUID

import msgspec

from batua.kit.outside import Answer
from batua.modules.gateways.providers.connection import thing
from batua.modules.gateways.providers.rail import Unreadable
from batua.modules.gateways.providers.units import Units
from batua.modules.gateways.types import Outcome

T = TypeVar("T")

UNITS: Final = Units(steps=dict.fromkeys(("BHD", "JOD", "KWD", "OMR", "TND"), 10))
"""Major units as a number with at most two decimals."""

TRANSACTION: Final[Mapping[str, Outcome]] = {
    "pending": Outcome.UNDERWAY,
    "successful": Outcome.SUCCEEDED,
    "failed": Outcome.FAILED,
}
REFUND: Final[Mapping[str, Outcome]] = {
    "new": Outcome.UNDERWAY,
    "pending": Outcome.UNDERWAY,
    "processing": Outcome.UNDERWAY,
    "pending-momo": Outcome.UNDERWAY,
    "completed": Outcome.UNDERWAY,
    "completed-bank-transfer": Outcome.SUCCEEDED,
    "completed-momo": Outcome.SUCCEEDED,
    "completed-mpgs": Outcome.SUCCEEDED,
    "completed-offline": Outcome.SUCCEEDED,
    "completed-preauth": Outcome.SUCCEEDED,
    "failed": Outcome.FAILED,
}
"""`completed` alone says that it was taken on; how the money went is said behind it."""
TRANSFER: Final[Mapping[str, Outcome]] = {
    "new": Outcome.UNDERWAY,
    "pending": Outcome.UNDERWAY,
    "successful": Outcome.SUCCEEDED,
    "failed": Outcome.FAILED,
}
PAYS_OUT: Final = frozenset({"NGN"})
"""Everywhere else a transfer wants more than a bank and an account, such as a branch."""


class PageInfo(msgspec.Struct):
    total_pages: int = 1


class Meta(msgspec.Struct):
    page_info: PageInfo | None = None


class Envelope(msgspec.Struct, Generic[T]):
    """Every answer."""

    status: str
    data: T
    meta: Meta | None = None

    @property
    def pages(self) -> int:
        """How many pages a list has."""
        info = None if self.meta is None else self.meta.page_info
        return 1 if info is None else info.total_pages


def opened(answer: Answer, kind: type[T]) -> Envelope[T]:
    """The envelope of a success; raises Unreadable for anything else."""
    found: Envelope[T] = thing(answer, Envelope[kind])  # type: ignore[valid-type]
    if found.status != "success":
        raise Unreadable(f"a success that is called {found.status[:20]!r}")
    return found


class Link(msgspec.Struct):
    """The page on which is paid."""

    link: str


class Transaction(msgspec.Struct):
    id: int
    tx_ref: str
    status: str
    amount: Decimal
    currency: str
    processor_response: str | None = None


class Refund(msgspec.Struct):
    """A refund; it names no currency."""

    id: int
    status: str
    amount_refunded: Decimal
    tx_id: int | None = None
    comments: str | None = None
    created_at: datetime | None = None

    @property
    def reference(self) -> str | None:
        return ours(self.comments)


class Transfer(msgspec.Struct):
    id: int
    status: str
    reference: str
    amount: Decimal
    currency: str


class SettledTransaction(msgspec.Struct):
    """A line of a settlement: what was charged, and what is left of it."""

    id: int
    tx_ref: str
    charged_amount: Decimal
    settlement_amount: Decimal
    currency: str


class Settlement(msgspec.Struct):
    """A transfer to our bank; a list of them holds no transactions."""

    id: int
    status: str
    currency: str
    due_date: datetime
    processed_date: datetime | None = None
    refund: Decimal = Decimal(0)
    chargeback: Decimal = Decimal(0)
    refund_meta: list[int] | str | None = None
    disburse_ref: str | None = None
    transactions: list[SettledTransaction] = []

    @property
    def at(self) -> datetime:
        return self.processed_date or self.due_date

    @property
    def refunds(self) -> list[int]:
        """Their ids; alone it writes its lists as texts of JSON."""
        found = self.refund_meta
        if isinstance(found, str):
            try:
                found = msgspec.json.decode(found, type=list[int])
            except msgspec.MsgspecError:
                raise Unreadable("the refunds of a settlement") from None
        return found or []


class Problem(msgspec.Struct):
    status: str
    message: str


class EventData(msgspec.Struct):
    """What an event is about: only where our id may stand."""

    tx_ref: str | None = None
    reference: str | None = None
    comments: str | None = None


class Event(msgspec.Struct):
    """An event of v3 (`event`) or of v4 (`type`)."""

    data: EventData
    event: str | None = None
    type: str | None = None


def ours(text: str | None) -> str | None:
    """Our attempt's id; None for whatever else somebody has noted."""
    try:
        return str(UUID(text or ""))
    except ValueError:
        return None
