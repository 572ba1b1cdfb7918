"""What a ledger looks like as files: three tables, their columns, and what an import says of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Final

from batua.kit.tables import Column, Format, Kind


class Sheet(StrEnum):
    """The tables that a ledger is moved in; together they are all of it."""

    ACCOUNTS = "accounts"
    POSTINGS = "postings"
    HOLDS = "holds"


STATEMENT: Final[Sequence[Column]] = (
    Column("recorded_at", Kind.MOMENT),
    Column("kind"),
    Column("amount_minor", Kind.WHOLE),
    Column("balance_after_minor", Kind.WHOLE),
    Column("currency"),
    Column("payment_id", nullable=True),
    Column("entry_id"),
)
"""A statement of one account as a file."""

COLUMNS: Final[dict[Sheet, Sequence[Column]]] = {
    Sheet.ACCOUNTS: (
        Column("id"),
        Column("kind"),
        Column("owner"),
        Column("currency"),
        Column("floor_minor", Kind.WHOLE, nullable=True),
        Column("is_open", Kind.FLAG),
        Column("opened_at", Kind.MOMENT),
        Column("balance_minor", Kind.WHOLE),
        Column("opening_minor", Kind.WHOLE, nullable=True),
    ),
    Sheet.POSTINGS: (
        Column("entry_id"),
        Column("seq", Kind.WHOLE),
        Column("recorded_at", Kind.MOMENT),
        Column("effective_at", Kind.MOMENT, nullable=True),
        Column("kind"),
        Column("ref", nullable=True),
        Column("reverses", nullable=True),
        Column("hold_id", nullable=True),
        Column("line", Kind.WHOLE),
        Column("account_id"),
        Column("account_kind"),
        Column("account_owner"),
        Column("version", Kind.WHOLE),
        Column("amount_minor", Kind.WHOLE),
        Column("currency"),
        Column("balance_after_minor", Kind.WHOLE),
    ),
    Sheet.HOLDS: (
        Column("id"),
        Column("debit_id"),
        Column("credit_id"),
        Column("amount_minor", Kind.WHOLE),
        Column("currency"),
        Column("posted_minor", Kind.WHOLE),
        Column("state"),
        Column("held_at", Kind.MOMENT),
        Column("expires_at", Kind.MOMENT, nullable=True),
        Column("resolved_at", Kind.MOMENT, nullable=True),
        Column("kind"),
        Column("ref", nullable=True),
    ),
}
"""An export has all columns, in this order. An import needs fewer: see `shapes.REQUIRED`."""


@dataclass(frozen=True, slots=True)
class Period:
    """Only what was recorded from `since` on and before `until`; None is open."""

    since: datetime | None = None
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong with a file.

    line  of the file, from 1; of Parquet, the row with the header counted as 1. 0 for the whole
    """

    sheet: Sheet
    line: int
    problem: str
    todo: str

    def __str__(self) -> str:
        place = f"{self.sheet}, line {self.line}" if self.line else str(self.sheet)
        return f"{place}: {self.problem} {self.todo}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What an import has done.

    accounts, entries, postings, holds  how many are new
    repeated   entries that were there before, the very same
    faults     the first ones, by line; when there is one, nothing was written
    fault_count  how many there are in all
    """

    rows: int
    accounts: int
    entries: int
    postings: int
    holds: int
    repeated: int
    faults: tuple[Fault, ...]
    fault_count: int


@dataclass(frozen=True, slots=True)
class Source:
    """A file to import."""

    path: Path
    sheet: Sheet
    format: Format
    size: int


class UnreadableFile(Exception):
    """A file cannot be taken for a sheet; it says why and what to do."""

    def __init__(self, problem: str, todo: str) -> None:
        super().__init__(problem)
        self.todo = todo


MOST_FAULTS: Final = 1_000
"""So many faults of an import are told; more of them are only counted."""

_LIKE_BEFORE: Final = "An id is one thing for ever: give this one a new id, or take the line out."

FAULTS: Final[dict[str, tuple[str, str]]] = {
    "account_twice": ("the id of this account comes twice.", "Take one of the lines out."),
    "name_twice": (
        "an account of this kind, owner and currency comes twice.",
        "Take one of the lines out.",
    ),
    "account_has_other_name": ("this account is there under another name.", _LIKE_BEFORE),
    "name_has_other_account": (
        "an account of this kind, owner and currency is there: {value}.",
        "Use that id instead, here and in the postings.",
    ),
    "floor_above_zero": ("floor_minor is above zero.", "Write 0, less, or nothing for no floor."),
    "amount_out_of_range": (
        "the amount is beyond 1,000,000,000,000,000 minor units.",
        "Divide it into several entries.",
    ),
    "in_the_future": ("its time lies in the future.", "Write when it happened, with the zone."),
    "openings_not_zero": (
        "the opening balances do not sum to zero: {value}.",
        "Add the account that holds this money (bank, clearing), with the opposite balance.",
    ),
    "line_out_of_order": (
        "the lines of an entry are not 0, 1, 2 … in rows that stand together.",
        "Put its rows together, in order.",
    ),
    "debit_not_below_zero": (
        "an even line is a debit, and this one is not below zero.",
        "Write the debit first, below zero, then its credit.",
    ),
    "other_side_missing": ("the other side of this leg is missing.", "Add the credit after it."),
    "not_balanced": (
        "the credit is not what the debit before it gave.",
        "Write the same amount on both, with opposite signs.",
    ),
    "two_currencies": (
        "the two sides of the leg have different currencies.",
        "Write an exchange as two legs, each in one currency.",
    ),
    "same_account": ("money cannot go from an account to itself.", "Name another account."),
    "too_many_legs": ("an entry has at most 1,000 legs.", "Write it as several entries."),
    "rows_differ": (
        "kind, ref, times, reverses or hold_id differ from the entry's first row.",
        "Write the same in all rows of an entry.",
    ),
    "no_such_account": ("there is no account of this id.", "Add it to the accounts."),
    "currency_mismatch": ("the account holds another currency.", "Name an account of this one."),
    "account_closed": ("the account is closed.", "Have it opened again, or name another."),
    "entry_twice": (
        "the id of this entry comes twice.",
        "Put its rows together, or give a new id.",
    ),
    "entry_conflict": ("another entry was written under this id.", _LIKE_BEFORE),
    "already_reversed": ("the entry it reverses is reversed already.", "Take this one out."),
    "hold_already_posted": ("its hold is posted by another entry.", "Take one of them out."),
    "time_falls": (
        "recorded_at is before the account's entry before it.",
        "Sort the entries by recorded_at.",
    ),
    "balance_out_of_range": ("the balance would be too large to be kept.", "Check the amounts."),
    "not_enough_money": (
        "after this the account would be below its floor.",
        "Check the order of the entries, or the account's floor_minor.",
    ),
    "balance_differs": (
        "balance_after_minor is not what the rows up to here make.",
        "A row is missing or out of order; or leave the column out.",
    ),
    "hold_twice": ("the id of this hold comes twice.", "Take one of the lines out."),
    "hold_conflict": ("another hold was made under this id.", _LIKE_BEFORE),
    "hold_times": (
        "its times do not fit its state.",
        "Only an open hold has no resolved_at, and an expired one is resolved after expires_at.",
    ),
    "more_than_held": (
        "posted_minor does not fit its state or is more than was held.",
        "Write 0 unless it is posted.",
    ),
    "reversal_differs": (
        "it is not the reverse of what it names, leg by leg.",
        "Turn every leg of that entry round, or leave reverses empty.",
    ),
    "hold_differs": (
        "it is not the one leg that its hold was posted by.",
        "Add the hold, with the same accounts and posted_minor, or leave hold_id empty.",
    ),
    "entry_missing": ("it is posted, but its entry is missing.", "Add the entry, with hold_id."),
    "balance_not_reached": (
        "balance_minor is not what its postings make.",
        "A posting is missing; or leave the column out.",
    ),
    "closed_not_empty": (
        "it is closed, but has a balance or an open hold.",
        "Write is_open true, or empty it first.",
    ),
}
"""By its code: what is wrong, and what to do."""
