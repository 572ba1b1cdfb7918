"""Figures: how the money of a group does, and where each member stands. Minor units."""

from dataclasses import dataclass
from datetime import date

from batua.modules.groups.types.nouns import Member
from batua.modules.groups.types.voting import MemberId


@dataclass(frozen=True, slots=True, kw_only=True)
class Lending:
    """The loans of a group, all together, as of a day.

    outstanding_minor   principal of loans that are being paid back
    at_risk_minor       of it, what is in loans with anything more than thirty days late
    overdue_minor       what fell due before the day and is not paid, fines of the day left out
    fallen_due_minor    all that ever fell due before the day, of loans that were paid out
    on_time_minor       of it, what was paid by its day
    earned_minor        interest, fees and fines that were paid into the pot
    written_off_minor   principal that the group no longer waits for
    """

    loans: int
    lent_minor: int
    outstanding_minor: int
    at_risk_minor: int
    overdue_minor: int
    fallen_due_minor: int
    on_time_minor: int
    earned_minor: int
    written_off_minor: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthSums:
    """What went into the pot and out of it in a month of UTC; both zero or more."""

    month: date
    in_minor: int
    out_minor: int


@dataclass(frozen=True, slots=True)
class Figures:
    """How a group does on a day.

    at_risk_bps, on_time_bps  shares in basis points; None of nothing
    months                    the last twelve, the oldest first, those without a movement too
    """

    today: date
    lending: Lending
    at_risk_bps: int | None
    on_time_bps: int | None
    dues_owed_minor: int
    members_behind: int
    months: tuple[MonthSums, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What one member owes: dues whose day has come, and her loans."""

    member_id: MemberId
    dues_minor: int
    loan_minor: int
    overdue_minor: int


@dataclass(frozen=True, slots=True)
class Position:
    """Where a member stands in her group."""

    member: Member
    standing: Standing
