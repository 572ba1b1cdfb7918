"""What a group decides about a loan that is being paid back: each by vote, once, to the minor unit."""

import asyncio
from dataclasses import replace
from datetime import timedelta
from typing import Any

import msgspec
import pytest
from hypothesis import given as cases
from hypothesis import strategies as st
from tests.modules.groups.given import NOON, Circle, a_key, changed, circle, money_of
from tests.modules.groups.test_loans import (
    CALM,
    LENDS,
    PRODUCT,
    S,
    answer,
    ask,
    lent,
    proposal_of,
    repay,
    view,
    wanted,
)
from tests.modules.groups.test_loans import GUARDED as TWO_ANSWER
from tests.modules.payments.given import Someone

from batua.kit import clock, journal
from batua.kit.db import Database
from batua.kit.secrets import KeyRing
from batua.modules.groups import service as groups
from batua.modules.groups.errors import (
    DebtsLeft,
    LoanNotOpen,
    LoanTermsInvalid,
    OnlyTheAsker,
    ProposalInvalid,
)
from batua.modules.groups.rules import repaying, schedules
from batua.modules.groups.types import (
    EVERY_LINE,
    GuaranteeStatus,
    Interest,
    Loan,
    LoanCancelled,
    LoanChangeOrder,
    Period,
    Proposal,
    ProposalKind,
    ProposalStatus,
    Terms,
    TransactionKind,
)
from batua.modules.ledger.types import Reach

K = ProposalKind
GUARDED = changed(CALM, loans=(msgspec.structs.replace(PRODUCT, guarantors=1),))


async def put(whole: Circle, who: Someone, loan: Loan, kind: K, **more: Any) -> Proposal:
    order = LoanChangeOrder(
        who.actor, whole.id, loan.id, kind, "because", more.get("key", a_key()), more.get("count")
    )
    async with whole.db.transaction() as tx:
        return await groups.change_loan(tx, whole.keys, order)


async def decide(whole: Circle, loan: Loan, kind: K, **more: Any) -> Proposal:
    """Put by the first person, and a yes of each who has a vote until it has passed."""
    proposal = await put(whole, whole[0], loan, kind, **more)
    for who in whole.people:
        if who is not whole[1] and proposal.status is ProposalStatus.OPEN:
            proposal = await whole.vote(who, proposal)
    return proposal


async def is_agreed(db: Database) -> None:
    async with db.read() as tx:
        assert (await groups.agreement(tx, Reach(0, 2**60))).damages == ()


async def test_a_loan_gets_another_term_and_owes_as_much(db: Database, keys: KeyRing) -> None:
    whole = await circle(db, keys, 3, pot=300_00, constitution=LENDS)
    with clock.frozen(clock.now()) as held:
        loan = await lent(whole, whole[1], wanted=wanted(30_00, 3))
        await repay(whole, whole[1], loan, 10_60)
        held.advance(timedelta(days=70))  # the second instalment is late, and was fined
        before = await view(whole, loan)
        with pytest.raises(LoanTermsInvalid):
            await put(whole, whole[0], loan, K.RESTRUCTURE, count=30_00 + 1)
        with pytest.raises(ProposalInvalid):
            await put(whole, whole[0], loan, K.RESTRUCTURE)
        proposal = await decide(whole, loan, K.RESTRUCTURE, count=4)
        assert (proposal.status, proposal.electors) == (ProposalStatus.EXECUTED, 2)
        after = await view(whole, loan)
    first, *new = after.rows
    assert (first.is_paid, [row.due.principal for row in new]) == (True, [5_00] * 4)
    assert after.overdue.total == 0
    # What was owed that day is owed with the first new instalment: nothing more, nothing less.
    assert after.payoff_minor == before.payoff_minor + 40  # the period that begins now
    assert new[0].due.fine == 5_00
    assert after.loan.outstanding_minor == 20_00
    await is_agreed(db)


@cases(
    interest=st.sampled_from(Interest),
    principal=st.integers(1_000, 1_000_00),
    count=st.integers(1, 12),
    again=st.integers(1, 12),
    share=st.integers(0, 99),
    days=st.integers(0, 400),
)
def test_a_restructured_loan_can_be_paid_to_its_end(
    interest: Interest, principal: int, count: int, again: int, share: int, days: int
) -> None:
    """Whatever was paid before: what is owed after it ends it, and leaves nothing of any part."""
    start = NOON.date()
    first = schedules.due_on(start, Period.MONTH, 1)
    terms = Terms(
        principal_minor=principal,
        interest=interest,
        rate_bps=200,
        period=Period.MONTH,
        count=count,
        first_due_on=first,
    )
    rows, today = schedules.schedule(terms), start + timedelta(days=days)
    some = repaying.payoff(rows, start) * share // 100
    if some:
        rows = repaying.repay(terms, rows, some, start).rows
    left = repaying.outstanding(rows)
    if left < again:
        return
    anew = schedules.due_on(today, Period.MONTH, 1)
    paid = tuple(row for row in rows if row.is_paid and row.due_on < today)
    later = replace(terms, count=again, first_due_on=anew)
    made = (*paid, *repaying.restructure(rows, later))
    assert repaying.outstanding(made) == left
    assert repaying.overdue(made, today).total == 0
    assert repaying.payoff(made, today) >= repaying.payoff(rows, today)
    closed = repaying.repay(terms, made, repaying.payoff(made, today), today)
    assert all(row.is_paid for row in closed.rows)


async def test_savings_go_against_a_loan_and_no_money_leaves_the_pot(
    db: Database, keys: KeyRing
) -> None:
    whole = await circle(db, keys, 3, pot=300_00, constitution=LENDS)
    loan = await lent(whole, whole[1], wanted=wanted(120_00, 12))
    pot, wallet = await whole.pot(), await money_of(db, whole[1])
    proposal = await decide(whole, loan, K.OFFSET)
    assert (proposal.status, proposal.amount_minor) == (ProposalStatus.EXECUTED, 100_00)
    seen = await view(whole, loan)
    assert seen.loan.outstanding_minor == 120_00 - (100_00 - 2_40)
    assert (await whole.member(whole[1])).saved_minor == 0
    assert (await whole.pot()).balance == pot.balance
    assert await money_of(db, whole[1]) == wallet
    async with db.transaction() as tx:
        line = (await groups.statement(tx, whole[0].id, whole.id, EVERY_LINE, (None, 1))).items[0]
        (paid,) = (await groups.repayments(tx, whole[0].id, whole.id, loan.id, (None, 9))).items
    assert (line.kind, line.amount_minor, line.entry_id) == (TransactionKind.OFFSET, -100_00, None)
    assert line.balance_minor == pot.balance.minor
    assert (paid.interest_minor, paid.principal_minor) == (2_40, 97_60)
    with pytest.raises(ProposalInvalid):  # nothing is saved any more
        await put(whole, whole[0], loan, K.OFFSET)
    await is_agreed(db)


async def test_two_offsets_at_once_spend_savings_once(db: Database, keys: KeyRing) -> None:
    whole = await circle(db, keys, 3, pot=300_00, constitution=LENDS)
    loan = await lent(whole, whole[1], wanted=wanted(120_00, 12))
    two = [await put(whole, whole[0], loan, K.OFFSET) for _ in range(2)]
    for proposal in two:
        await whole.vote(whole[0], proposal)
    done = await asyncio.gather(*(whole.vote(whole[2], each) for each in two))
    assert sorted(each.status for each in done) == [ProposalStatus.EXECUTED, ProposalStatus.FAILED]
    (failed,) = [each for each in done if each.status is ProposalStatus.FAILED]
    assert failed.failure == "nothing_saved"
    assert (await whole.member(whole[1])).saved_minor == 0
    assert (await view(whole, loan)).loan.outstanding_minor == 22_40
    await is_agreed(db)


async def test_guarantors_who_are_called_pay_and_nobody_else(db: Database, keys: KeyRing) -> None:
    whole = await circle(db, keys, 4, pot=400_00, constitution=GUARDED)
    guarantor = await whole.member(whole[2])
    loan = await ask(whole, whole[1], guarantor.id, wanted=wanted(30_00, 3))
    with pytest.raises(LoanNotOpen):
        await put(whole, whole[0], loan, K.CALL_GUARANTORS)
    loan = await answer(whole, whole[2], loan)
    question = await proposal_of(whole, loan)
    for who in (whole[0], whole[2]):
        question = await whole.vote(who, question)
    await whole.pay(question)
    with pytest.raises(OnlyTheAsker):
        await repay(whole, whole[2], loan, 1_00)

    proposal = await decide(whole, loan, K.CALL_GUARANTORS)

    assert proposal.status is ProposalStatus.EXECUTED
    seen = await view(whole, loan)
    assert [each.status for each in seen.guarantees] == [GuaranteeStatus.CALLED]
    async with db.read() as tx:
        needs = await groups.loan_needs(tx, keys, whole[2].id, whole.id)
    assert needs.guarantees == (loan.id,)
    with pytest.raises(DebtsLeft):
        await whole.leave(whole[2])
    with pytest.raises(OnlyTheAsker):
        await repay(whole, whole[3], loan, 1_00)
    before = await money_of(db, whole[2])
    await repay(whole, whole[2], loan, 10_00)
    await repay(whole, whole[1], loan, 10_00)
    await repay(whole, whole[2], loan, (await view(whole, loan)).payoff_minor)
    assert (await view(whole, loan)).loan.status is S.CLOSED
    assert before - await money_of(db, whole[2]) == 30_60 - 10_00
    await whole.leave(whole[2])
    await is_agreed(db)


async def test_what_is_written_off_frees_its_guarantors_and_may_still_be_paid(
    db: Database, keys: KeyRing
) -> None:
    whole = await circle(db, keys, 3, pot=300_00, constitution=LENDS)
    loan = await lent(whole, whole[1], wanted=wanted(30_00, 3))
    late = await put(whole, whole[0], loan, K.RESTRUCTURE, count=2)
    with pytest.raises(ProposalInvalid):  # nobody answers for it
        await put(whole, whole[0], loan, K.CALL_GUARANTORS)
    with pytest.raises(ProposalInvalid):
        await put(whole, whole[0], loan, K.WITHDRAW)
    key = a_key()
    first = await put(whole, whole[0], loan, K.WRITE_OFF, key=key)
    assert (await put(whole, whole[0], loan, K.WRITE_OFF, key=key)).id == first.id
    for who in (whole[0], whole[2]):
        first = await whole.vote(who, first)
    assert first.status is ProposalStatus.EXECUTED
    seen = await view(whole, loan)
    assert (seen.loan.status, seen.loan.outstanding_minor) == (S.WRITTEN_OFF, 30_00)
    with pytest.raises(LoanNotOpen):
        await put(whole, whole[0], loan, K.OFFSET)
    # What was asked before it ended comes too late.
    for who in (whole[0], whole[2]):
        late = await whole.vote(who, late)
    assert (late.status, late.failure) == (ProposalStatus.FAILED, "loan_not_active")
    await repay(whole, whole[1], loan, seen.payoff_minor)
    assert (await view(whole, loan)).loan.status is S.CLOSED
    await is_agreed(db)


async def test_the_borrower_has_no_vote_about_her_own_loan(db: Database, keys: KeyRing) -> None:
    whole = await circle(db, keys, 3, pot=300_00, constitution=LENDS)
    loan = await lent(whole, whole[1], wanted=wanted(30_00, 3))
    proposal = await put(whole, whole[1], loan, K.RESTRUCTURE, count=6)
    assert (proposal.electors, proposal.interested, proposal.amount_minor) == (
        2,
        whole[1].id,
        30_00,
    )
    async with db.read() as tx:
        assert not (await groups.proposal(tx, whole[1].id, whole.id, proposal.id)).may


@pytest.mark.parametrize("is_removed", [False, True])
async def test_a_loan_that_waits_for_answers_ends_with_its_borrowers_going(
    db: Database, keys: KeyRing, is_removed: bool
) -> None:
    whole = await circle(db, keys, 4, pot=400_00, constitution=TWO_ANSWER)
    ids = [(await whole.member(who)).id for who in whole.people]
    loan = await ask(whole, whole[3], ids[1], ids[2])
    await answer(whole, whole[1], loan)
    if is_removed:
        proposal = await whole.ask(whole[0], ProposalKind.REMOVE, subject=ids[3])
        for who in whole.people[:2]:
            await whole.vote(who, proposal)
    else:
        await whole.leave(whole[3])
    seen = await view(whole, loan)
    assert seen.loan.status is S.CANCELLED
    assert [each.status for each in seen.guarantees] == [GuaranteeStatus.RELEASED] * 2
    async with db.transaction() as tx:
        (told,) = [fact for fact in await journal.facts(tx) if isinstance(fact, LoanCancelled)]
    people = (whole[3].id, whole[1].id, whole[2].id)
    assert (told.person, set(told.audience)) == (whole[3].id, {whole.id, *people})
    with pytest.raises(LoanNotOpen):
        await answer(whole, whole[2], loan)
    await whole.leave(whole[1])  # who answered for it is free
