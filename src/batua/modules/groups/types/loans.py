"""Loans as they lie in the tables, what is ordered about them, and what is shown. Amounts are minor units."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import NewType
from uuid import UUID

from batua.kit.money import Money
from batua.modules.groups.types.constitution import LoanProduct
from batua.modules.groups.types.lending import (
    Cost,
    Grace,
    GuaranteeStatus,
    Interest,
    LoanStatus,
    Period,
    Row,
    Sums,
)
from batua.modules.groups.types.nouns import GroupId, TransactionId
from batua.modules.groups.types.voting import MemberId, ProposalId, ProposalKind
from batua.modules.payments.types import Actor

LoanId = NewType("LoanId", UUID)


@dataclass(frozen=True, slots=True, kw_only=True)
class Loan:
    """A loan of a pot to a member; its terms are those of the constitution it was asked by.

    first_due_on  known once it is paid out
    """

    id: LoanId
    group_id: GroupId
    member_id: MemberId
    product_key: str
    constitution_version: int
    status: LoanStatus
    purpose: str
    principal_minor: int
    interest: Interest
    rate_bps: int
    period: Period
    count: int
    grace: Grace
    grace_count: int
    fee_minor: int
    first_due_on: date | None
    proposal_id: ProposalId | None
    outstanding_minor: int
    asked_at: datetime
    disbursed_at: datetime | None
    ended_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Guarantee:
    """Somebody who answers for a loan, or was asked to."""

    loan_id: LoanId
    member_id: MemberId
    status: GuaranteeStatus
    asked_at: datetime
    answered_at: datetime | None
    ended_at: datetime | None


@dataclass(frozen=True, slots=True)
class QuoteOrder:
    """What somebody would like to borrow: of which product, how much, in how many instalments."""

    product: str
    amount: Money
    count: int


@dataclass(frozen=True, slots=True)
class Quote:
    """What it would cost, and the most that could be lent to her now; None for no cap of hers."""

    rows: tuple[Row, ...]
    cost: Cost
    most_minor: int | None
    lendable_minor: int


@dataclass(frozen=True, slots=True)
class LoanOrder:
    """A loan that is asked for, with those who shall answer for it."""

    actor: Actor
    group: GroupId
    wanted: QuoteOrder
    purpose: str
    key: str
    guarantors: tuple[MemberId, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class RepayOrder:
    """Money from the borrower's wallet against her loan."""

    actor: Actor
    group: GroupId
    loan: LoanId
    amount: Money
    key: str


@dataclass(frozen=True, slots=True)
class LoanChangeOrder:
    """A question to the group about a loan that was paid out.

    kind   one of `LOAN_CHANGES`
    count  of restructure: in how many instalments from now on
    """

    actor: Actor
    group: GroupId
    loan: LoanId
    kind: ProposalKind
    reason: str
    key: str
    count: int | None = None


@dataclass(frozen=True, slots=True)
class LoansWanted:
    """Which loans of a group: of these states, of all when none is named; only one's own, or all."""

    statuses: tuple[LoanStatus, ...] = ()
    is_mine: bool = False


@dataclass(frozen=True, slots=True)
class Due:
    """What a borrower should pay next: all that is late, or else the instalment that comes next.

    due_on  of the oldest row that is late
    """

    due_on: date
    minor: int
    is_late: bool


@dataclass(frozen=True, slots=True)
class LoanLine:
    """A loan as it stands in a list; nothing is due of one that is not paid out, or paid back."""

    loan: Loan
    product: LoanProduct
    due: Due | None


@dataclass(frozen=True, slots=True)
class LoanView:
    """A loan with its schedule, those who answer for it, and what is owed today.

    today         where the borrower lives
    rows          as they would be, were it paid out today, before it is
    due           what should be paid next; None when nothing is owed
    payoff_minor  what would end it today
    overdue       what should have been paid before today
    saved_minor   what the borrower has put into the pot
    cost          by the terms that were voted on
    """

    loan: Loan
    product: LoanProduct
    today: date
    rows: tuple[Row, ...]
    guarantees: tuple[Guarantee, ...]
    due: Due | None
    payoff_minor: int
    overdue: Sums
    saved_minor: int
    cost: Cost


@dataclass(frozen=True, slots=True, kw_only=True)
class Repayment:
    """What some money paid of a loan, part by part."""

    transaction_id: TransactionId
    fine_minor: int
    fee_minor: int
    interest_minor: int
    principal_minor: int
    paid_at: datetime


@dataclass(frozen=True, slots=True)
class LoanNeeds:
    """What waits for a member about loans.

    guarantees  loans of others for which she was asked to answer
    due         her own loan and what to pay of it, when that is late or soon due
    """

    guarantees: tuple[LoanId, ...]
    due: tuple[LoanId, Due] | None
