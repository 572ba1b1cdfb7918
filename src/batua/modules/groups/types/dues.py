"""Dues: what members pay in a rhythm, what they owe of it, and what money of theirs pays."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Rhythm(StrEnum):
    """How often dues fall due."""

    WEEKLY = "weekly"
    MONTHLY = "monthly"
    RULE = "rule"
    """By an RRULE of RFC 5545."""


class FineKind(StrEnum):
    """How a fine for lateness is reckoned."""

    NONE = "none"
    FLAT = "flat"
    PERCENT = "percent"
    """Of what is late, fines themselves left out: a fine bears no fine."""


class FineEvery(StrEnum):
    """How often it is added while something stays late."""

    ONCE = "once"
    WEEK = "week"
    MONTH = "month"
    """Thirty days."""


class DuesState(StrEnum):
    """How dues stand on a day."""

    DUE = "due"
    """To be paid until its day, that day included."""
    PART_PAID = "part_paid"
    GRACE = "grace"
    """Its day is over, and nothing is charged yet."""
    LATE = "late"
    PAID = "paid"
    WAIVED = "waived"
    """Paid, with a fine that was let go."""


@dataclass(frozen=True, slots=True)
class DuesRow:
    """What one member owes for one date, in minor units.

    fine_waived_minor  what was let go of the fine; it is not in `fine_minor` any more
    """

    due_on: date
    due_minor: int
    fine_minor: int = 0
    paid_minor: int = 0
    fine_paid_minor: int = 0
    fine_waived_minor: int = 0

    @property
    def left_minor(self) -> int:
        return self.due_minor - self.paid_minor

    @property
    def fine_left_minor(self) -> int:
        return self.fine_minor - self.fine_paid_minor

    @property
    def is_paid(self) -> bool:
        return self.left_minor == 0 and self.fine_left_minor == 0


@dataclass(frozen=True, slots=True)
class DuesPaid:
    """What some money paid: the rows after it, and what was left over for savings."""

    rows: tuple[DuesRow, ...]
    fines_minor: int
    dues_minor: int
    over_minor: int


@dataclass(frozen=True, slots=True)
class Arrears:
    """What a member is late with on a day, after grace."""

    rows: int
    dues_minor: int
    fines_minor: int
    since: date | None

    @property
    def total_minor(self) -> int:
        return self.dues_minor + self.fines_minor
