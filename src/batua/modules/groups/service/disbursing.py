"""What becomes of a loan with its proposal: approved, paid out with its schedule, or not at all.

The proposal is held by whoever calls; for other kinds nothing is done.
"""

from dataclasses import replace
from datetime import date
from zoneinfo import ZoneInfo

from batua.kit import clock
from batua.kit.db import Tx
from batua.modules.groups.rules import schedules, states
from batua.modules.groups.store import loan as loan_store
from batua.modules.groups.types import (
    GUARANTEES_HELD,
    GuaranteeStatus,
    Loan,
    LoanStatus,
    Proposal,
    ProposalKind,
    ProposalStatus,
    Terms,
)


async def approve(tx: Tx, proposal: Proposal) -> None:
    """The group lends it."""
    loan = await _held(tx, proposal)
    if loan is not None:
        await loan_store.keep(tx, stepped(loan, LoanStatus.APPROVED))


async def disburse(tx: Tx, proposal: Proposal) -> None:
    """Its money is with the borrower from now on: the schedule begins.

    The first instalment falls due one period after that day, where she lives.
    """
    loan = await _held(tx, proposal)
    if loan is None:
        return
    zone = ZoneInfo(str(proposal.document["time_zone"]))
    today = clock.now().astimezone(zone).date()
    first = schedules.due_on(today, loan.period, 1)
    paid_out = replace(
        stepped(loan, LoanStatus.ACTIVE),
        first_due_on=first,
        disbursed_at=clock.now(),
        outstanding_minor=loan.principal_minor,
    )
    await loan_store.keep(tx, paid_out)
    await loan_store.keep_rows(tx, loan.id, schedules.schedule(terms_of(loan, first)))


async def end(tx: Tx, proposal: Proposal) -> None:
    """It will not be: whoever answered for it is free."""
    loan = await _held(tx, proposal)
    if loan is None:
        return
    was_refused = proposal.status in {ProposalStatus.REJECTED, ProposalStatus.EXPIRED}
    status = LoanStatus.REJECTED if was_refused else LoanStatus.CANCELLED
    await loan_store.keep(tx, replace(stepped(loan, status), ended_at=clock.now()))
    await release(tx, loan)


async def release(tx: Tx, loan: Loan) -> None:
    """Free everybody who answers for a loan that is held."""
    for guarantee in await loan_store.guarantees(tx, loan.id):
        if guarantee.status in GUARANTEES_HELD:
            free = replace(guarantee, status=GuaranteeStatus.RELEASED, ended_at=clock.now())
            await loan_store.keep_guarantee(tx, free)


def stepped(loan: Loan, to: LoanStatus) -> Loan:
    """The loan one step further along its graph."""
    assert states.may_step(states.LOAN_STEPS, loan.status, to), f"{loan.status} to {to}"
    return replace(loan, status=to)


def terms_of(loan: Loan, first_due_on: date) -> Terms:
    """What its schedule is made of."""
    return Terms(
        principal_minor=loan.principal_minor,
        interest=loan.interest,
        rate_bps=loan.rate_bps,
        period=loan.period,
        count=loan.count,
        first_due_on=first_due_on,
        grace=loan.grace,
        grace_count=loan.grace_count,
        fee_minor=loan.fee_minor,
    )


async def _held(tx: Tx, proposal: Proposal) -> Loan | None:
    if proposal.kind is not ProposalKind.LOAN:
        return None
    assert proposal.subject is not None, "it is about a loan"
    loan = await loan_store.lock(tx, proposal.group_id, proposal.subject)
    assert loan is not None, "loans are kept"
    return loan
