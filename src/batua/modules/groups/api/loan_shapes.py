"""What loans, their schedules and what was paid of them look like on the wire."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Annotated
from uuid import UUID

import msgspec

from batua.kit.money import Money
from batua.kit.web import Amount
from batua.modules.groups.api.shapes import (
    GROUP_ID,
    MEMBER_ID,
    WHEN,
    DueOut,
    FaceOut,
    Next,
    due_out,
    face_out,
)
from batua.modules.groups.types import (
    Cost,
    Face,
    Faces,
    Guarantee,
    GuaranteeStatus,
    Interest,
    LoanLine,
    LoanStatus,
    LoanView,
    Period,
    ProposalKind,
    Quote,
    Repayment,
    Row,
)

D = msgspec.Meta
DAY = "2026-12-21"
Minor = Callable[[int], Money]


class QuoteIn(msgspec.Struct, forbid_unknown_fields=True):
    """What somebody would like to borrow."""

    product: Annotated[
        str,
        D(description="Key of a product of the constitution.", examples=["loan"], max_length=100),
    ]
    amount: Annotated[Amount, D(description="How much.")]
    count: Annotated[int, D(description="In how many instalments.", examples=[12])]


class LoanIn(QuoteIn, forbid_unknown_fields=True, kw_only=True):
    """A loan that is asked for."""

    purpose: Annotated[
        str, D(description="What it is for.", examples=["A sewing machine"], max_length=1000)
    ]
    guarantors: Annotated[
        Annotated[list[UUID], D(max_length=10)],
        D(description="Memberships of those who shall answer for it.", examples=[[MEMBER_ID]]),
    ] = []


class GuarantorIn(msgspec.Struct, forbid_unknown_fields=True):
    """One more member who shall answer for a loan."""

    member: Annotated[UUID, D(description="Her membership.", examples=[MEMBER_ID])]


class AnswerIn(msgspec.Struct, forbid_unknown_fields=True):
    """What somebody says who was asked to answer for a loan."""

    is_yes: Annotated[bool, D(description="Whether she answers for it.", examples=[True])]


class RepayIn(msgspec.Struct, forbid_unknown_fields=True):
    """Money from the borrower's wallet against her loan."""

    amount: Annotated[Amount, D(description="How much, at most what ends the loan today.")]


class LoanChangeIn(msgspec.Struct, forbid_unknown_fields=True):
    """A question to the group about a loan that is being paid back."""

    kind: Annotated[
        ProposalKind,
        D(description="One of `restructure`, `offset`, `call_guarantors` and `write_off`."),
    ]
    reason: Annotated[
        str, D(description="Why.", examples=["The harvest failed"], max_length=2000)
    ] = ""
    count: Annotated[
        int | None,
        D(description="Of `restructure`: in how many instalments from then on.", examples=[6]),
    ] = None


class RowOut(msgspec.Struct):
    """One instalment."""

    n: Annotated[int, D(description="Its number.", examples=[1])]
    due_on: Annotated[date, D(description="Its day.", examples=[DAY])]
    fine: Annotated[Amount, D(description="For lateness.")]
    fee: Annotated[Amount, D(description="Its fee.")]
    interest: Annotated[Amount, D(description="Its interest.")]
    principal: Annotated[Amount, D(description="What it pays back.")]
    total: Annotated[Amount, D(description="All of that.")]
    paid: Annotated[Amount, D(description="What of it was paid.")]
    is_paid: Annotated[bool, D(description="Whether nothing is left of it.", examples=[False])]
    is_late: Annotated[
        bool, D(description="Whether its day is over and something is left.", examples=[False])
    ]


class CostOut(msgspec.Struct):
    """What a loan costs, whatever its interest is called."""

    interest: Annotated[Amount, D(description="All interest.")]
    fee: Annotated[Amount, D(description="All fees.")]
    total: Annotated[Amount, D(description="All that is paid back.")]
    apr_bps: Annotated[
        int,
        D(description="Annual percentage rate, in hundredths of a percent.", examples=[2400]),
    ]
    effective_bps: Annotated[
        int, D(description="The same compounded over a year.", examples=[2682])
    ]


class QuoteOut(msgspec.Struct):
    """What a loan would cost if it were paid out today, and how much could be lent."""

    rows: Annotated[list[RowOut], D(description="Its schedule.")]
    cost: Annotated[CostOut, D(description="What it costs.")]
    most: Annotated[
        Amount | None, D(description="The most that is lent to the caller; null for no cap.")
    ]
    lendable: Annotated[Amount, D(description="The most that the pot can lend now.")]


class LoanOut(msgspec.Struct):
    """A loan as it stands in a list."""

    id: Annotated[UUID, D(description="The loan.", examples=[GROUP_ID])]
    status: Annotated[LoanStatus, D(description="How far it has come.")]
    member_id: Annotated[UUID, D(description="The borrower's membership.", examples=[MEMBER_ID])]
    person: Annotated[FaceOut | None, D(description="The borrower.")]
    is_mine: Annotated[bool, D(description="Whether the caller borrows.", examples=[False])]
    product: Annotated[str, D(description="Key of its product.", examples=["loan"])]
    product_name: Annotated[str, D(description="What people call it.", examples=["Loan"])]
    purpose: Annotated[str, D(description="What it is for.", examples=["A sewing machine"])]
    principal: Annotated[Amount, D(description="What is lent.")]
    outstanding: Annotated[Amount, D(description="What of that was not paid back yet.")]
    interest: Annotated[Interest, D(description="How interest is reckoned.")]
    rate_bps: Annotated[
        int, D(description="Interest of a period, in hundredths of a percent.", examples=[200])
    ]
    period: Annotated[Period, D(description="How far instalments lie apart.")]
    count: Annotated[int, D(description="How many there are.", examples=[12])]
    fee: Annotated[Amount, D(description="Due with the first instalment.")]
    due: Annotated[DueOut | None, D(description="What should be paid next.")]
    proposal_id: Annotated[UUID | None, D(description="Its vote.", examples=[GROUP_ID])]
    asked_at: Annotated[datetime, D(description="When it was asked for.", examples=[WHEN])]
    disbursed_at: Annotated[
        datetime | None, D(description="When it was paid out.", examples=[WHEN])
    ]
    ended_at: Annotated[datetime | None, D(description="When it ended.", examples=[WHEN])]


class LoanPage(msgspec.Struct):
    """Some loans of a group."""

    items: Annotated[list[LoanOut], D(description="The loans, newest first.")]
    next: Next


class GuaranteeOut(msgspec.Struct):
    """Somebody who answers for a loan, or was asked to."""

    member_id: Annotated[UUID, D(description="Her membership.", examples=[MEMBER_ID])]
    person: Annotated[FaceOut | None, D(description="Who she is.")]
    is_mine: Annotated[bool, D(description="Whether it is the caller.", examples=[False])]
    status: Annotated[GuaranteeStatus, D(description="What she said and what became of it.")]
    answered_at: Annotated[datetime | None, D(description="When she said it.", examples=[WHEN])]


class LoanHome(LoanOut, kw_only=True):
    """A loan with all that its page shows."""

    rows: Annotated[
        list[RowOut],
        D(description="Its schedule; till it is paid out, as it would be were that today."),
    ]
    cost: Annotated[CostOut, D(description="What it costs by the terms that were voted on.")]
    guarantees: Annotated[list[GuaranteeOut], D(description="Those who were asked to answer.")]
    guarantors_needed: Annotated[
        int, D(description="How many must agree before the vote.", examples=[2])
    ]
    payoff: Annotated[Amount, D(description="What would end it today.")]
    overdue: Annotated[Amount, D(description="What should have been paid before today.")]
    may_repay: Annotated[
        bool,
        D(description="Whether the caller pays it back now, for herself or as one who was called."),
    ]
    borrower_saved: Annotated[Amount, D(description="What the borrower has put into the pot.")]


class RepaymentOut(msgspec.Struct):
    """What some money paid of a loan."""

    transaction_id: Annotated[
        UUID, D(description="Its line of the statement.", examples=[MEMBER_ID])
    ]
    amount: Annotated[Amount, D(description="All of it.")]
    fine: Annotated[Amount, D(description="For lateness.")]
    fee: Annotated[Amount, D(description="For fees.")]
    interest: Annotated[Amount, D(description="For interest.")]
    principal: Annotated[Amount, D(description="What it paid back.")]
    paid_at: Annotated[datetime, D(description="When.", examples=[WHEN])]


class RepaymentPage(msgspec.Struct):
    """Some of what was paid of a loan."""

    items: Annotated[list[RepaymentOut], D(description="What was paid, newest first.")]
    next: Next


def quote_out(money: Minor, quote: Quote) -> QuoteOut:
    """A quote on the wire."""
    first = quote.rows[0].due_on
    return QuoteOut(
        rows=[row_out(money, row, first) for row in quote.rows],
        cost=cost_out(money, quote.cost),
        most=None if quote.most_minor is None else Amount.of(money(quote.most_minor)),
        lendable=Amount.of(money(quote.lendable_minor)),
    )


def loan_out(money: Minor, line: LoanLine, face: Face | None, *, is_mine: bool) -> LoanOut:
    """A loan of a list on the wire."""
    loan = line.loan
    return LoanOut(
        id=loan.id,
        status=loan.status,
        member_id=loan.member_id,
        person=face_out(face),
        is_mine=is_mine,
        product=loan.product_key,
        product_name=line.product.name,
        purpose=loan.purpose,
        principal=Amount.of(money(loan.principal_minor)),
        outstanding=Amount.of(money(loan.outstanding_minor)),
        interest=loan.interest,
        rate_bps=loan.rate_bps,
        period=loan.period,
        count=loan.count,
        fee=Amount.of(money(loan.fee_minor)),
        due=due_out(money, line.due),
        proposal_id=loan.proposal_id,
        asked_at=loan.asked_at,
        disbursed_at=loan.disbursed_at,
        ended_at=loan.ended_at,
    )


def loan_home(money: Minor, view: LoanView, who: Faces, me: UUID) -> LoanHome:
    """A loan's page on the wire, as the membership `me` sees it."""
    loan = view.loan
    line = LoanLine(loan, view.product, view.due)
    shown = loan_out(money, line, who.member(loan.member_id), is_mine=loan.member_id == me)
    return LoanHome(
        **{name: getattr(shown, name) for name in LoanOut.__struct_fields__},
        rows=[row_out(money, row, view.today) for row in view.rows],
        cost=cost_out(money, view.cost),
        guarantees=[_guarantee(each, who, me) for each in view.guarantees],
        guarantors_needed=view.product.guarantors,
        payoff=Amount.of(money(view.payoff_minor)),
        overdue=Amount.of(money(view.overdue.total)),
        may_repay=_may_repay(view, me),
        borrower_saved=Amount.of(money(view.saved_minor)),
    )


def _may_repay(view: LoanView, me: UUID) -> bool:
    called = [each.member_id for each in view.guarantees if each.status is GuaranteeStatus.CALLED]
    is_owed = view.loan.status in {LoanStatus.ACTIVE, LoanStatus.WRITTEN_OFF}
    return is_owed and me in {view.loan.member_id, *called}


def repayment_out(money: Minor, paid: Repayment) -> RepaymentOut:
    """A repayment on the wire."""
    parts = (paid.fine_minor, paid.fee_minor, paid.interest_minor, paid.principal_minor)
    fine, fee, interest, principal = (Amount.of(money(minor)) for minor in parts)
    return RepaymentOut(
        transaction_id=paid.transaction_id,
        amount=Amount.of(money(sum(parts))),
        fine=fine,
        fee=fee,
        interest=interest,
        principal=principal,
        paid_at=paid.paid_at,
    )


def _guarantee(guarantee: Guarantee, who: Faces, me: UUID) -> GuaranteeOut:
    return GuaranteeOut(
        member_id=guarantee.member_id,
        person=face_out(who.member(guarantee.member_id)),
        is_mine=guarantee.member_id == me,
        status=guarantee.status,
        answered_at=guarantee.answered_at,
    )


def row_out(money: Minor, row: Row, today: date) -> RowOut:
    return RowOut(
        n=row.n,
        due_on=row.due_on,
        fine=Amount.of(money(row.due.fine)),
        fee=Amount.of(money(row.due.fee)),
        interest=Amount.of(money(row.due.interest)),
        principal=Amount.of(money(row.due.principal)),
        total=Amount.of(money(row.due.total)),
        paid=Amount.of(money(row.paid.total)),
        is_paid=row.is_paid,
        is_late=row.due_on < today and not row.is_paid,
    )


def cost_out(money: Minor, cost: Cost) -> CostOut:
    return CostOut(
        interest=Amount.of(money(cost.interest_minor)),
        fee=Amount.of(money(cost.fee_minor)),
        total=Amount.of(money(cost.total_minor)),
        apr_bps=cost.apr_bps,
        effective_bps=cost.effective_bps,
    )
