"""The nouns of the proof: blocks and what lies in them, damage, reports, and what others add."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any, Final
from uuid import UUID

from batua.kit.db import Tx

ROWS: Final = 4096
"""A block has at most so many entries, holds, and accounts."""
REACH: Final = 2**16
"""And their numbers lie so close that two bytes tell them apart."""

Progress = Callable[[str, int, int], None]
"""Told now and then by `verify`: what is being checked, how many are done, of how many."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Damage:
    """The first row of its sort that is not as it must be.

    table  where it stands, e.g. `ledger.posting`
    row    which row it is, e.g. `account 0192… version 7`
    fault  what is wrong with it
    """

    table: str
    row: str
    fault: str

    def __str__(self) -> str:
        """One line for whoever must look into it."""
        return f"{self.table}, {self.row}: {self.fault}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One of the things that `verify` looks at.

    rows     how many it read
    damages  what it found, the first of each sort
    note     why it could not look at everything, if so
    """

    name: str
    rows: int
    damages: tuple[Damage, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class VerifyReport:
    """What `verify` has read, and what it found: at most one damage for each check.

    waiting  entries that no block has sealed yet
    head     of the last block; None before the first
    """

    accounts: int
    postings: int
    entries: int
    holds: int
    blocks: int = 0
    waiting: int = 0
    head: "Head | None" = None
    parts: tuple[Part, ...] = field(default=())

    @property
    def damages(self) -> tuple[Damage, ...]:
        """Everything that is wrong; the first altered row comes first."""
        return tuple(damage for part in self.parts for damage in part.damages)

    @property
    def is_clean(self) -> bool:
        """Whether every row is as it must be."""
        return not self.damages


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A link of the chain; the fields are those of the table.

    last_…          the numbers up to which it seals entries, holds and accounts
    entries_so_far  in this block and all before
    witnesses       the functions by which other modules said what they know of the entries
    """

    n: int
    last_entry: int = 0
    last_hold: int = 0
    last_account: int = 0
    entries: int
    postings: int
    holds: int
    accounts: int
    entries_so_far: int
    witnesses: Sequence[str]
    marks: bytes
    digest: bytes
    previous: bytes
    head: bytes = b""
    seal: bytes = b""
    sealed_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The end of the chain: whoever keeps it can prove later what was written until then.

    entries  how many it vouches for
    """

    n: int
    head: bytes
    seal: bytes
    sealed_at: datetime
    entries: int


Check = Callable[[Tx, "Reach"], Awaitable[Part]]
"""A question of another module's own tables: does it agree with the ledger?"""


@dataclass(frozen=True, slots=True)
class Reach:
    """Entries with a number above `low` and up to `high`.

    is_all  whether it is asked once for everything, and not for the entries of one block
    """

    low: int
    high: int
    is_all: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Proofs:
    """What other modules add to the proof; wiring hands it over.

    key        of the seals; None for an auditor, who proves the chain by heads written elsewhere
    witnesses  names of SQL functions (low bigint, high bigint) returning (entry_seq, said bytea):
               what else is known of an entry, sealed with it
    strays     asked of entries before they are sealed, and of those that are not sealed yet
    checks     asked once, of everything
    """

    key: bytes | None = field(default=None, repr=False)
    witnesses: tuple[str, ...] = ()
    strays: tuple[Check, ...] = ()
    checks: tuple[Check, ...] = ()


class RunState(StrEnum):
    """Where a run of `verify` stands."""

    WAITING = "waiting"
    RUNNING = "running"
    WHOLE = "whole"
    DAMAGED = "damaged"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One run of `verify`, as it is kept.

    asked_by  the person; None for the nightly one and for the command line
    part      what it looks at now; done and total are of this part
    report    figures, parts and damages, as JSON
    """

    id: UUID
    asked_by: UUID | None
    asked_at: datetime
    started_at: datetime | None
    ended_at: datetime | None
    state: RunState
    part: str
    done: int
    total: int
    report: dict[str, Any]


@dataclass(slots=True)
class Rows:
    """Rows of one sort in the order of their numbers, each as bytes that say all of it."""

    numbers: list[int] = field(default_factory=list)
    said: list[bytes] = field(default_factory=list)


@dataclass(slots=True)
class Postings:
    """Postings in the order of their entries and lines, column by column."""

    entries: list[int] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)
    accounts: list[int] = field(default_factory=list)
    versions: list[int] = field(default_factory=list)
    amounts: list[int] = field(default_factory=list)
    balances: list[int] = field(default_factory=list)
    moments: list[int] = field(default_factory=list)

    @property
    def columns(self) -> tuple[list[int], ...]:
        """Every column, in the order in which they are hashed."""
        return (
            self.entries,
            self.lines,
            self.accounts,
            self.versions,
            self.amounts,
            self.balances,
            self.moments,
        )

    def __len__(self) -> int:
        return len(self.entries)


@dataclass(slots=True)
class Content:
    """What lies in the reach of a block.

    legs     of each entry
    moments  at which each entry was recorded, in microseconds as PostgreSQL counts them
    told     what other modules say of entries, by the entry's number; an entry may have none
    """

    entries: Rows
    legs: list[int]
    moments: list[int]
    postings: Postings
    told: Rows
    holds: Rows
    accounts: Rows


@dataclass(frozen=True, slots=True)
class Difference:
    """The first row of a block that is not as it was sealed.

    sort    entry, posting, told, hold or account
    number  of the entry, the hold or the account
    """

    sort: str
    number: int
    fault: str


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that cannot have been so.

    sort     account, posting or entry
    number   of the account, or of the entry
    version  of the posting
    """

    sort: str
    number: int
    words: str
    version: int = 0
