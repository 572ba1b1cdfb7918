"""Bulk payments: what many payments at once are ordered by, and what became of each line."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, NewType
from uuid import UUID

from batua.kit.money import Currency, Money
from batua.kit.refusal import Refusal
from batua.modules.identity.types import PersonId
from batua.modules.payments.types.nouns import Limits, Payee, PaymentId
from batua.modules.payments.types.orders import Actor

BatchId = NewType("BatchId", UUID)


class BatchMode(StrEnum):
    """Whether the lines of a batch stand together."""

    ALL = "all"
    """All or nothing."""
    EACH = "each"
    """Each on its own."""


class BatchStatus(StrEnum):
    """How far a batch has come."""

    RUNNING = "running"
    STOPPED = "stopped"
    DONE = "done"


class LineStatus(StrEnum):
    """What became of a line."""

    SENT = "sent"
    REFUSED = "refused"
    WAITING = "waiting"


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a field of a line: recipient, amount, currency or note."""

    field: str
    refusal: Refusal


@dataclass(frozen=True, slots=True)
class Wanted:
    """A line as it was read, before anybody is looked up.

    line       its place: among the items, or the row of the file, whose first row is 1
    recipient  a person's id, a handle or a telephone number, as written
    amount     None when it could not be read; `faults` then says why
    name       what the file calls the recipient; it is only compared
    """

    line: int
    recipient: str
    amount: Money | None
    note: str
    name: str = ""
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True, slots=True)
class BatchOrder:
    """Many payments by one person; `key` makes a repeat harmless."""

    payer: Actor
    mode: BatchMode
    name: str
    lines: Sequence[Wanted]
    key: str


@dataclass(frozen=True, slots=True)
class LineRefusal:
    """Why a line was refused: the code of the refusal and its facts as plain values."""

    code: str
    facts: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class LineResult:
    """What became of a line; neither payment nor refusal while it waits."""

    line: int
    payment: PaymentId | None
    refusal: LineRefusal | None

    @property
    def status(self) -> LineStatus:
        if self.payment is not None:
            return LineStatus.SENT
        return LineStatus.WAITING if self.refusal is None else LineStatus.REFUSED


@dataclass(frozen=True, slots=True)
class BatchLine:
    """A line of a batch with its result; the payee is None when nobody was recognised."""

    payee: PersonId | None
    amount: Money | None
    note: str
    result: LineResult


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """A batch as it stands.

    totals, sent_totals  what is ordered and what went, an amount a currency
    """

    id: BatchId
    person: PersonId
    mode: BatchMode
    name: str
    items: int
    sent: int
    refused: int
    totals: Mapping[Currency, Money]
    sent_totals: Mapping[Currency, Money]
    parts: int
    has_pin: bool
    begun_at: datetime
    moved_at: datetime
    finished_at: datetime | None


class Caution(StrEnum):
    """What a payer should look at, though it can be sent."""

    PAID_TWICE = "paid_twice"
    """The same recipient stands in another line too."""
    NAME_DIFFERS = "name_differs"
    """The file calls the recipient by another first name."""


@dataclass(frozen=True, slots=True)
class PreviewLine:
    """A line as it would be sent: whom it names, and every reason why it would not go."""

    wanted: Wanted
    payee: Payee | None
    faults: tuple[Fault, ...]
    cautions: tuple[Caution, ...]


@dataclass(frozen=True, slots=True)
class PreviewTotal:
    """One currency of a preview: what its good lines would move, and what would be left."""

    total: Money
    balance_after: Money
    limits: Limits


@dataclass(frozen=True, slots=True)
class Preview:
    """What a batch would do, without doing it."""

    lines: Sequence[PreviewLine]
    totals: Sequence[PreviewTotal]
    needs_pin: bool
