"""Dues as they lie in the tables, what is ordered about them, and what is shown. Amounts are minor units."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import NewType
from uuid import UUID

from batua.kit.money import Money
from batua.modules.groups.types.constitution import DuesPlan
from batua.modules.groups.types.dues import DuesRow, DuesState
from batua.modules.groups.types.nouns import Group, GroupId, Member, TransactionId
from batua.modules.groups.types.voting import MemberId
from batua.modules.payments.types import Actor

DuesId = NewType("DuesId", UUID)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dues(DuesRow):
    """What one member owes for one day of one plan.

    version     of the constitution that it was written by; later ones leave it alone
    look_on     when the job looks at it next
    asked_on    when an officer last asked for it
    tried_on    when it was last tried to take it from her wallet
    """

    id: DuesId
    group_id: GroupId
    plan_key: str
    member_id: MemberId
    version: int
    look_on: date | None
    told_coming: bool
    told_after: bool
    asked_on: date | None
    tried_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent:
    """A member lets the dues of a plan be taken from her wallet, at most so much a time."""

    member_id: MemberId
    plan_key: str
    max_minor: int
    session: UUID
    given_at: datetime
    ended_at: datetime | None


@dataclass(frozen=True, slots=True)
class ConsentOrder:
    """From now on dues of a plan may be taken from one's wallet."""

    actor: Actor
    group: GroupId
    plan: str
    most: Money


@dataclass(frozen=True, slots=True)
class Portioned:
    """What one contribution paid of one row."""

    transaction_id: TransactionId
    row_id: DuesId
    dues_minor: int
    fine_minor: int


@dataclass(frozen=True, slots=True)
class DuesView:
    """A row as it stands today, its fine of today included."""

    dues: Dues
    state: DuesState
    plan: DuesPlan


@dataclass(frozen=True, slots=True)
class Coming:
    """What falls due next by a plan, and is not written down yet."""

    plan: DuesPlan
    due_on: date | None
    consent: Consent | None


@dataclass(frozen=True, slots=True)
class MyDues:
    """What a member owes, what she has paid lately, and what comes."""

    group: Group
    open: tuple[DuesView, ...]
    paid: tuple[DuesView, ...]
    coming: tuple[Coming, ...]

    @property
    def owed_minor(self) -> int:
        return sum(view.dues.left_minor + view.dues.fine_left_minor for view in self.open)


@dataclass(frozen=True, slots=True)
class DuesDue:
    """How many rows of hers are due, and what is left of them."""

    rows: int
    left_minor: int


@dataclass(frozen=True, slots=True)
class PeriodSums:
    """One day of a plan for everybody: how many, and how much.

    part     how many have paid some of it
    """

    due_on: date
    rows: int
    paid: int
    part: int
    due_minor: int
    paid_minor: int
    fine_minor: int
    fine_paid_minor: int


@dataclass(frozen=True, slots=True)
class DuesLine:
    """A member and her rows in the periods of a grid, by their days."""

    member: Member
    cells: dict[date, DuesView]


@dataclass(frozen=True, slots=True)
class DuesGrid:
    """Who has paid and who has not: members by periods, the newest period first."""

    group: Group
    plan: DuesPlan
    periods: tuple[PeriodSums, ...]
    lines: tuple[DuesLine, ...]
    next: str | None


@dataclass(frozen=True, slots=True)
class PlanView:
    """A plan of a group with its newest period; `is_over` when the rules have it no longer."""

    plan: DuesPlan
    is_over: bool
    next_on: date | None
    newest: PeriodSums | None
