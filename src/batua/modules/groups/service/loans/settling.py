"""What a decision about a loan does, in the transaction of the last vote; no money leaves the pot.

The group and the proposal are held by whoever calls.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from zoneinfo import ZoneInfo

from batua.kit import clock, journal
from batua.kit.db import Tx
from batua.modules.groups.errors import LoanTermsInvalid
from batua.modules.groups.rules import repaying, schedules, states
from batua.modules.groups.service import access, disbursing
from batua.modules.groups.service.loans import asking
from batua.modules.groups.service.loans.paying_back import fined, lowered
from batua.modules.groups.store import loan as loan_store
from batua.modules.groups.store import member as member_store
from batua.modules.groups.store import transaction as transaction_store
from batua.modules.groups.types import (
    Grace,
    Group,
    GuaranteeCalled,
    GuaranteeStatus,
    Loan,
    LoanRepaid,
    LoanStatus,
    Member,
    Proposal,
    ProposalKind,
    Row,
    Transaction,
    TransactionId,
    TransactionKind,
    TransactionStatus,
)
from batua.modules.ledger import service as ledger

NOT_LENT = "loan_not_active"
NOTHING_SAVED = "nothing_saved"
NOBODY_ANSWERS = "nobody_answers"
TERMS_INVALID = "loan_terms_invalid"


async def carry_out(tx: Tx, group: Group, proposal: Proposal) -> str | None:
    """Do what was decided about a loan; why it could not be done, or None.

    states   LoanRepaid, GuaranteeCalled
    """
    assert proposal.subject is not None, "it is about a loan"
    loan = await loan_store.lock(tx, group.id, proposal.subject)
    assert loan is not None, "loans are kept"
    if loan.status is not LoanStatus.ACTIVE:
        return NOT_LENT
    zone = ZoneInfo(str(proposal.document["time_zone"]))
    today = clock.now().astimezone(zone).date()
    rule = (await asking.product_of(tx, group.id, loan)).fine
    rows = fined(await loan_store.rows(tx, loan.id), rule, today)
    match proposal.kind:
        case ProposalKind.RESTRUCTURE:
            failure = await _restructure(tx, loan, rows, int(proposal.document["count"]), today)
        case ProposalKind.OFFSET:
            failure = await _offset(tx, group, proposal, (loan, rows), today)
        case ProposalKind.CALL_GUARANTORS:
            failure = await _call(tx, group, loan)
        case _:
            await _write_off(tx, loan)
            failure = None
    if failure is None:
        await access.log(tx, group, None, f"loan_{proposal.kind.value}", loan.id)
    return failure


def restructured(loan: Loan, rows: Sequence[Row], count: int, today: date) -> tuple[Row, ...]:
    """The schedule in so many instalments from a period after today on, with what was paid before.

    What was paid before its day is left out: the first new row is the one whose period has begun,
    so all that is owed already is owed with it.

    refuses  LoanTermsInvalid
    """
    first = schedules.due_on(today, loan.period, 1)
    terms = replace(disbursing.terms_of(loan, first), count=count, grace=Grace.NONE, grace_count=0)
    paid = (row for row in rows if row.is_paid and row.due_on < today)
    return (*paid, *repaying.restructure(rows, terms))


async def _restructure(
    tx: Tx, loan: Loan, rows: Sequence[Row], count: int, today: date
) -> str | None:
    try:
        schedule = restructured(loan, rows, count, today)
    except LoanTermsInvalid:
        return TERMS_INVALID
    await loan_store.keep_rows(tx, loan.id, schedule)
    return None


async def _offset(
    tx: Tx, group: Group, proposal: Proposal, owed: tuple[Loan, Sequence[Row]], today: date
) -> str | None:
    """Pay the loan with what its borrower has in the pot: never more than was voted on."""
    loan, rows = owed
    borrower = await member_store.find(tx, group.id, loan.member_id)
    assert borrower is not None, "memberships are kept"
    could = repaying.savings_offset(rows, borrower.saved_minor, today)
    minor = min(could, proposal.amount_minor or 0)
    if minor == 0 or not await member_store.spend(tx, borrower.id, minor):
        return NOTHING_SAVED
    assert loan.first_due_on is not None, "it was paid out"
    terms = disbursing.terms_of(loan, loan.first_due_on)
    repaid = repaying.repay(terms, rows, minor, today)
    made = await _line(tx, group, proposal, (loan, borrower), minor)
    await transaction_store.add(tx, made)
    await loan_store.add_repayment(tx, made.id, loan.id, repaid.portions, made.created_at)
    await loan_store.keep_rows(tx, loan.id, repaid.rows)
    after = await lowered(tx, loan, repaid.rows)
    await journal.state(
        tx,
        LoanRepaid(
            subject=group.id,
            audience=(group.id, borrower.person),
            loan=loan.id,
            person=borrower.person,
            amount=group.money(minor),
            is_closed=after.status is LoanStatus.CLOSED,
        ),
    )
    return None


async def _line(
    tx: Tx, group: Group, proposal: Proposal, about: tuple[Loan, Member], minor: int
) -> Transaction:
    """A line of the statement that moves no money: it goes out of her savings, not of the pot."""
    loan, borrower = about
    balance, now = (await ledger.account(tx, group.pot)).balance, clock.now()
    return Transaction(
        id=TransactionId(proposal.id),
        group_id=group.id,
        kind=TransactionKind.OFFSET,
        status=TransactionStatus.SUCCEEDED,
        member_id=borrower.id,
        amount_minor=-minor,
        note=loan.purpose[:200],
        proposal_id=proposal.id,
        loan_id=loan.id,
        attempt_id=None,
        entry_id=None,
        failure=None,
        balance_minor=balance.minor,
        created_at=now,
        settled_at=now,
    )


async def _call(tx: Tx, group: Group, loan: Loan) -> str | None:
    """From now on those who answer for it may, and shall, pay it."""
    agreed = [
        each
        for each in await loan_store.guarantees(tx, loan.id)
        if each.status is GuaranteeStatus.AGREED
    ]
    if not agreed:
        return NOBODY_ANSWERS
    members = await member_store.by_ids(tx, group.id, [each.member_id for each in agreed])
    for each in agreed:
        assert states.may_step(states.GUARANTEE_STEPS, each.status, GuaranteeStatus.CALLED)
        called = replace(each, status=GuaranteeStatus.CALLED, ended_at=clock.now())
        await loan_store.keep_guarantee(tx, called)
        person = members[each.member_id].person
        await journal.state(
            tx,
            GuaranteeCalled(
                subject=group.id, audience=(group.id, person), loan=loan.id, person=person
            ),
        )
    return None


async def _write_off(tx: Tx, loan: Loan) -> None:
    """Expect it no more; who pays after all is welcome to, and whoever answered for it is free."""
    ended = replace(disbursing.stepped(loan, LoanStatus.WRITTEN_OFF), ended_at=clock.now())
    await loan_store.keep(tx, ended)
    await disbursing.release(tx, ended)
