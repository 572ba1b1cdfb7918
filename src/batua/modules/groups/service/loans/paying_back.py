"""Repayments from the wallet of the borrower, or of a guarantor who was called to pay."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from batua.kit import clock, journal
from batua.kit.db import Tx
from batua.kit.secrets import KeyRing
from batua.modules.groups.errors import LoanNotFound, LoanNotOpen, OnlyTheAsker, WrongCurrency
from batua.modules.groups.rules import dues, repaying
from batua.modules.groups.service import access, disbursing
from batua.modules.groups.service.access import Inside
from batua.modules.groups.service.loans import asking
from batua.modules.groups.store import loan as loan_store
from batua.modules.groups.store import member as member_store
from batua.modules.groups.store import transaction as transaction_store
from batua.modules.groups.store.key import once
from batua.modules.groups.types import (
    FineRule,
    GuaranteeStatus,
    Loan,
    LoanId,
    LoanRepaid,
    LoanStatus,
    RepayOrder,
    Right,
    Row,
    Transaction,
    TransactionId,
    TransactionKind,
    TransactionStatus,
)
from batua.modules.ledger import service as ledger
from batua.modules.payments import service as payments
from batua.modules.payments.errors import AmountNotPositive
from batua.modules.payments.types import PotInOrder


async def repay(tx: Tx, keys: KeyRing, order: RepayOrder) -> Transaction:
    """Pay some or all of a loan back: fines, then fees, then interest, then principal.

    order.amount  minor units, above zero, at most what ends the loan today
    repeat        the same key returns the first repayment; a refused one leaves no key
    refuses       GroupNotFound, LoanNotFound, OnlyTheAsker, LoanNotOpen, WrongCurrency,
                  MoreThanOwed, KeyReused, and whatever payments.pay_into_pot refuses
    states        LoanRepaid, payments.PaidIntoPot
    """
    person, amount = order.actor.person, order.amount
    parts = (order.group, order.loan, amount.minor, amount.currency)
    claimed = await once.claim(tx, person, order.key, "repay", *parts)
    # Who owes may pay, whatever her role has become.
    inside = await access.enter(tx, person, order.group, Right.READ)
    if not claimed.is_new:
        found = await transaction_store.find(tx, order.group, claimed.id)
        assert found is not None, "a key stands for a repayment that was made"
        return found
    access.check_open(inside.group)
    if amount.minor <= 0:
        raise AmountNotPositive
    if amount.currency != inside.group.currency:
        raise WrongCurrency
    loan = await _owed(tx, inside, order.loan)
    rule = (await asking.product_of(tx, order.group, loan)).fine
    borrower = await member_store.find(tx, order.group, loan.member_id)
    assert borrower is not None, "memberships are kept"
    today = await asking.today_of(tx, keys, borrower.person)
    rows = fined(await loan_store.rows(tx, loan.id), rule, today)
    assert loan.first_due_on is not None, "it was paid out"
    terms = disbursing.terms_of(loan, loan.first_due_on)
    repaid = repaying.repay(terms, rows, amount.minor, today)
    payment = await payments.pay_into_pot(
        tx,
        keys,
        PotInOrder(
            payer=order.actor,
            pot=inside.group.id,
            account=inside.group.pot,
            amount=amount,
            note=loan.purpose[:200],
            entry=claimed.id,
        ),
    )
    made = await _transaction(tx, inside, loan, TransactionId(claimed.id), payment.amount.minor)
    await transaction_store.add(tx, made)
    await loan_store.add_repayment(tx, made.id, loan.id, repaid.portions, made.created_at)
    await loan_store.keep_rows(tx, loan.id, repaid.rows)
    after = await lowered(tx, loan, repaid.rows)
    await access.log(tx, inside.group, order.actor, "repaid", loan.id, amount_minor=amount.minor)
    await journal.state(
        tx,
        LoanRepaid(
            subject=inside.group.id,
            actor=person,
            audience=(inside.group.id, *{person, borrower.person}),
            loan=loan.id,
            person=borrower.person,
            amount=amount,
            is_closed=after.status is LoanStatus.CLOSED,
        ),
    )
    return made


async def _owed(tx: Tx, inside: Inside, id: LoanId) -> Loan:
    loan = await loan_store.lock(tx, inside.group.id, id)
    if loan is None:
        raise LoanNotFound
    if loan.member_id != inside.me.id and not await _is_called(tx, inside, loan):
        raise OnlyTheAsker
    if loan.status not in {LoanStatus.ACTIVE, LoanStatus.WRITTEN_OFF}:
        raise LoanNotOpen(loan.status.value)
    return loan


async def _is_called(tx: Tx, inside: Inside, loan: Loan) -> bool:
    """Whether the group has voted that she pays for the borrower."""
    return any(
        each.member_id == inside.me.id and each.status is GuaranteeStatus.CALLED
        for each in await loan_store.guarantees(tx, loan.id)
    )


def fined(rows: Sequence[Row], rule: FineRule, today: date) -> tuple[Row, ...]:
    """The rows with the fines of today: on interest and principal that are late, on nothing else."""

    def one(row: Row) -> Row:
        late = row.left.interest + row.left.principal
        days = dues.late_days(row.due_on, today, rule.grace_days)
        return repaying.fined(row, dues.fine(rule, late, days))

    return tuple(one(row) for row in rows)


async def _transaction(
    tx: Tx, inside: Inside, loan: Loan, id: TransactionId, minor: int
) -> Transaction:
    # The pot is still held by the entry, so this is the balance that it left.
    balance = (await ledger.account(tx, inside.group.pot)).balance
    now = clock.now()
    return Transaction(
        id=id,
        group_id=inside.group.id,
        kind=TransactionKind.REPAYMENT,
        status=TransactionStatus.SUCCEEDED,
        member_id=inside.me.id,
        amount_minor=minor,
        note=loan.purpose[:200],
        proposal_id=None,
        loan_id=loan.id,
        attempt_id=None,
        entry_id=id,
        failure=None,
        balance_minor=balance.minor,
        created_at=now,
        settled_at=now,
    )


async def lowered(tx: Tx, loan: Loan, rows: Sequence[Row]) -> Loan:
    """The loan with what is left of it; closed when that is nothing at all."""
    after = replace(loan, outstanding_minor=repaying.outstanding(rows))
    if all(row.is_paid for row in rows):
        after = replace(disbursing.stepped(after, LoanStatus.CLOSED), ended_at=clock.now())
        await disbursing.release(tx, after)
    await loan_store.keep(tx, after)
    return after
