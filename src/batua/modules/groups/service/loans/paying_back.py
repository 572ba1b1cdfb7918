"""Repayments of the borrower, or of a guarantor who was called to pay: from the wallet or a checkout."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Final
from zoneinfo import ZoneInfo

from batua.kit import clock, journal
from batua.kit.db import Tx
from batua.kit.secrets import KeyRing
from batua.modules.gateways.types import Attempt, Rails
from batua.modules.groups.errors import LoanNotFound, LoanNotOpen, OnlyTheAsker, WrongCurrency
from batua.modules.groups.rules import dues, repaying
from batua.modules.groups.service import access, arriving, disbursing
from batua.modules.groups.service.access import Inside
from batua.modules.groups.service.arriving import Arrival
from batua.modules.groups.service.loans import asking
from batua.modules.groups.store import loan as loan_store
from batua.modules.groups.store import member as member_store
from batua.modules.groups.store import proposal as proposal_store
from batua.modules.groups.store import transaction as transaction_store
from batua.modules.groups.store.key import once
from batua.modules.groups.types import (
    FineRule,
    GuaranteeStatus,
    Loan,
    LoanId,
    LoanRepaid,
    LoanStatus,
    Repaid,
    RepayOrder,
    Right,
    Row,
    Terms,
    Transaction,
    TransactionId,
    TransactionKind,
    TransactionStatus,
)
from batua.modules.ledger import service as ledger
from batua.modules.payments import service as payments
from batua.modules.payments.errors import AmountNotPositive
from batua.modules.payments.types import Actor, PotInOrder

PURPOSE: Final = "groups.repayment"


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
    loan, repaid = await _asked(tx, keys, inside, order)
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
    await access.check_still_open(tx, inside.group)
    made = await _transaction(tx, inside, loan, TransactionId(claimed.id), payment.amount.minor)
    await transaction_store.add(tx, made)
    await _book(tx, inside, order.actor, made, (loan, repaid))
    return made


async def repay_by_checkout(tx: Tx, rails: Rails, order: RepayOrder, site: str) -> Transaction:
    """Write down that a loan shall be paid back by a checkout at a provider.

    After the commit `gateways.start` opens the checkout; `settle_repayment` does the rest.

    order.amount  minor units, above zero, at most what ends the loan today
    site          address of the web app, where the provider sends her back to
    repeat        the same key returns the first repayment as it is now
    refuses       GroupNotFound, LoanNotFound, OnlyTheAsker, LoanNotOpen, WrongCurrency,
                  MoreThanOwed, KeyReused, and whatever payments.expect refuses
    states        CheckoutChanged
    """
    person, amount = order.actor.person, order.amount
    parts = (order.group, order.loan, amount.minor, amount.currency)
    claimed = await once.claim(tx, person, order.key, "repay_by_checkout", *parts)
    inside = await access.enter(tx, person, order.group, Right.READ)
    if not claimed.is_new:
        found = await transaction_store.find(tx, order.group, claimed.id)
        assert found is not None, "a key stands for a repayment that was begun"
        return found
    loan, _ = await _asked(tx, rails.keys, inside, order)
    kind, note = TransactionKind.REPAYMENT, loan.purpose[:200]
    line = replace(arriving.waiting(inside, claimed.id, kind, amount.minor, note), loan_id=loan.id)
    way = arriving.Way(rails, PURPOSE, site)
    return await arriving.begin(tx, order.actor, inside.group, line, way)


async def _asked(tx: Tx, keys: KeyRing, inside: Inside, order: RepayOrder) -> tuple[Loan, Repaid]:
    """The loan, held, and what the amount would pay of it today; refuses what `repay` refuses."""
    access.check_open(inside.group)
    if order.amount.minor <= 0:
        raise AmountNotPositive
    if order.amount.currency != inside.group.currency:
        raise WrongCurrency
    loan = await _owed(tx, inside, order.loan)
    today = await _today(tx, keys, loan)
    terms, rows = await _standing(tx, loan, today)
    return loan, repaying.repay(terms, rows, order.amount.minor, today)


async def settle_repayment(tx: Tx, attempt: Attempt) -> None:
    """Pay a loan back once the money is confirmed; the gate of its purpose.

    As much as is owed at that moment goes into the pot; the rest stays in her wallet.

    repeat  a repayment that stands where the attempt leads is left alone
    states  LoanRepaid; else CheckoutChanged, and what payments.settle_top_up states
    """
    await arriving.settle(tx, attempt, _land)


async def _land(tx: Tx, arrival: Arrival) -> None:
    inside, line = await arrival.inside(tx), arrival.line
    assert line.loan_id is not None, "it was written with its loan"
    loan = await _owed(tx, inside, LoanId(line.loan_id))
    today = await _today_as_asked(tx, loan)
    terms, rows = await _standing(tx, loan, today)
    minor = min(line.amount_minor, repaying.payoff(rows, today))
    repaid = repaying.repay(terms, rows, minor, today)
    made = await arriving.arrive(tx, arrival, minor, line.note)
    await _book(tx, inside, arrival.actor, made, (loan, repaid))


async def _today(tx: Tx, keys: KeyRing, loan: Loan) -> date:
    """The day that it is where the borrower lives."""
    borrower = await member_store.find(tx, loan.group_id, loan.member_id)
    assert borrower is not None, "memberships are kept"
    return await asking.today_of(tx, keys, borrower.person)


async def _today_as_asked(tx: Tx, loan: Loan) -> date:
    """The day that it is where she lived when she asked for it: nobody has keys to look anew."""
    assert loan.proposal_id is not None, "it was voted on"
    proposal = await proposal_store.find(tx, loan.group_id, loan.proposal_id)
    assert proposal is not None, "proposals are kept"
    return clock.now().astimezone(ZoneInfo(str(proposal.document["time_zone"]))).date()


async def _standing(tx: Tx, loan: Loan, today: date) -> tuple[Terms, tuple[Row, ...]]:
    """The terms of a loan that was paid out, and its rows with the fines of today."""
    assert loan.first_due_on is not None, "it was paid out"
    rule = (await asking.product_of(tx, loan.group_id, loan)).fine
    rows = fined(await loan_store.rows(tx, loan.id), rule, today)
    return disbursing.terms_of(loan, loan.first_due_on), rows


async def _book(
    tx: Tx, inside: Inside, actor: Actor, made: Transaction, what: tuple[Loan, Repaid]
) -> None:
    """Write down what a repayment paid of its loan, which is held; states LoanRepaid."""
    loan, repaid = what
    borrower = await member_store.find(tx, inside.group.id, loan.member_id)
    assert borrower is not None, "memberships are kept"
    assert made.settled_at is not None, "its money is in the pot"
    await loan_store.add_repayment(tx, made.id, loan.id, repaid.portions, made.settled_at)
    await loan_store.keep_rows(tx, loan.id, repaid.rows)
    after = await lowered(tx, loan, repaid.rows)
    minor = made.amount_minor
    await access.log(tx, inside.group, actor, "repaid", loan.id, amount_minor=minor)
    await journal.state(
        tx,
        LoanRepaid(
            subject=inside.group.id,
            actor=actor.person,
            audience=(inside.group.id, *{actor.person, borrower.person}),
            loan=loan.id,
            person=borrower.person,
            amount=inside.group.money(minor),
            is_closed=after.status is LoanStatus.CLOSED,
        ),
    )


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
