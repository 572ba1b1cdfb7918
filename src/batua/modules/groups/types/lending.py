"""Loans: how interest is reckoned, schedules, what a repayment pays, and what is outstanding.

All amounts are minor units of the group's currency, all rates basis points.
"""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Final


class Interest(StrEnum):
    """How interest is reckoned."""

    FLAT = "flat"
    """On the whole loan, for its whole term."""
    REDUCING = "reducing"
    """On what is still owed, in equal instalments (EMI)."""
    EQUAL_PRINCIPAL = "equal_principal"
    """On what is still owed, with equal parts of principal."""


class Grace(StrEnum):
    """What the first instalments leave out."""

    NONE = "none"
    PRINCIPAL = "principal"
    """They are of interest alone."""
    ALL = "all"
    """Nothing is due; their interest is added to the first that is. It bears none itself."""


class Period(StrEnum):
    """How far instalments lie apart, and what a rate is for."""

    WEEK = "week"
    MONTH = "month"


PERIODS_A_YEAR: Final = {Period.WEEK: 52, Period.MONTH: 12}


class LoanStatus(StrEnum):
    """How far a loan has come; `rules.states` holds the allowed steps."""

    ASKED = "asked"
    VOTING = "voting"
    APPROVED = "approved"
    ACTIVE = "active"
    CLOSED = "closed"
    REJECTED = "rejected"
    CANCELLED = "cancelled"
    WRITTEN_OFF = "written_off"


class GuaranteeStatus(StrEnum):
    """What a guarantor said and what became of it."""

    ASKED = "asked"
    AGREED = "agreed"
    DECLINED = "declined"
    RELEASED = "released"
    CALLED = "called"


GUARANTEES_HELD: Final = frozenset({GuaranteeStatus.ASKED, GuaranteeStatus.AGREED})
"""Those that end when the loan does."""


class Part(StrEnum):
    """What an instalment is made of, in the order in which money pays it."""

    FINE = "fine"
    FEE = "fee"
    INTEREST = "interest"
    PRINCIPAL = "principal"


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What a schedule is made of.

    rate_bps       interest for one period
    count          instalments, those of grace among them
    grace_count    how many of them leave out what `grace` says
    fee_minor      due with the first instalment
    """

    principal_minor: int
    interest: Interest
    rate_bps: int
    period: Period
    count: int
    first_due_on: date
    grace: Grace = Grace.NONE
    grace_count: int = 0
    fee_minor: int = 0


@dataclass(frozen=True, slots=True)
class Sums:
    """An amount for each part of an instalment."""

    fine: int = 0
    fee: int = 0
    interest: int = 0
    principal: int = 0

    @property
    def total(self) -> int:
        return self.fine + self.fee + self.interest + self.principal

    def of(self, part: Part) -> int:
        """The amount of one part."""
        return int(getattr(self, part.value))

    def plus(self, part: Part, minor: int) -> "Sums":
        """The same with more of one part."""
        return replace(self, **{part.value: self.of(part) + minor})

    def __add__(self, other: "Sums") -> "Sums":
        return Sums(*(self.of(part) + other.of(part) for part in Part))

    def __sub__(self, other: "Sums") -> "Sums":
        return Sums(*(self.of(part) - other.of(part) for part in Part))


@dataclass(frozen=True, slots=True)
class Row:
    """One instalment: what is due and what of it was paid."""

    n: int
    due_on: date
    due: Sums
    paid: Sums = Sums()

    @property
    def left(self) -> Sums:
        return self.due - self.paid

    @property
    def is_paid(self) -> bool:
        return self.left.total == 0


@dataclass(frozen=True, slots=True)
class Portion:
    """What some money of a repayment pays.

    is_early  principal of instalments that were not due; their rows are made anew
    """

    n: int
    part: Part
    minor: int
    is_early: bool = False


@dataclass(frozen=True, slots=True)
class Repaid:
    """A repayment applied: what it paid, and the whole schedule after it."""

    portions: tuple[Portion, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Cost:
    """What a loan costs, whatever its interest is called.

    apr_bps        rate of a period times the periods of a year
    effective_bps  the same compounded over a year
    """

    interest_minor: int
    fee_minor: int
    total_minor: int
    apr_bps: int
    effective_bps: int


@dataclass(frozen=True, slots=True)
class Risk:
    """How much of the money lent is in loans that are late."""

    outstanding_minor: int
    at_risk_minor: int
    at_risk_bps: int
