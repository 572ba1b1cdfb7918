"""Loans of a pot: asked for, answered for, voted on, paid out once, paid back to the last minor unit."""

import asyncio
from dataclasses import replace
from datetime import timedelta
from typing import Any

import msgspec
import pytest
from tests.modules.groups.given import NOON, OPEN, Circle, a_key, changed, circle, money_of
from tests.modules.groups.test_proposals import end_all
from tests.modules.payments import given as payments_given
from tests.modules.payments.given import Someone, inr, usd

from batua.kit import clock
from batua.kit.db import Database
from batua.kit.secrets import KeyRing
from batua.modules.groups import service as groups
from batua.modules.groups.errors import (
    DebtsLeft,
    GuarantorsMissing,
    LoanNotFound,
    LoanNotOpen,
    LoanOpen,
    LoanProductNotFound,
    LoanTermsInvalid,
    LoanTooLarge,
    MoreThanOwed,
    NotAsked,
    NotEnoughInPot,
    OnlyTheAsker,
    WrongCurrency,
)
from batua.modules.groups.types import (
    EVERY_LINE,
    Choice,
    FineKind,
    FineRule,
    GuaranteeStatus,
    Interest,
    Loan,
    LoanId,
    LoanOrder,
    LoanProduct,
    LoanStatus,
    LoansWanted,
    LoanView,
    MemberId,
    Proposal,
    ProposalStatus,
    QuoteOrder,
    RepayOrder,
    Transaction,
    TransactionKind,
    VoteRule,
)
from batua.modules.ledger import service as ledger
from batua.modules.ledger.types import Reach
from batua.modules.payments.errors import AmountNotPositive

S = LoanStatus
PRODUCT = LoanProduct(
    key="loan",
    name="Loan",
    interest=Interest.EQUAL_PRINCIPAL,
    rate_bps=200,
    savings_multiple_pct=300,
    fine=FineRule(kind=FineKind.FLAT, flat_minor=5_00, grace_days=2),
)
# The clock moves by months here, and a proof of the PIN is good for minutes: votes ask for none.
CALM = changed(OPEN, vote=VoteRule(second_factor_minor=10**9))
LENDS = changed(CALM, loans=(PRODUCT,))
GUARDED = changed(
    CALM,
    loans=(msgspec.structs.replace(PRODUCT, guarantors=2, savings_multiple_pct=500),),
    reserve_minor=100_00,
)


def wanted(minor: int = 120_00, count: int = 12, product: str = "loan") -> QuoteOrder:
    return QuoteOrder(product, inr(minor), count)


async def ask(whole: Circle, who: Someone, *guarantors: MemberId, **more: Any) -> Loan:
    order = LoanOrder(
        who.actor,
        whole.id,
        more.get("wanted", wanted()),
        "a sewing machine",
        more.get("key", a_key()),
        guarantors,
    )
    async with whole.db.transaction() as tx:
        return await groups.ask_loan(tx, whole.keys, order)


async def view(whole: Circle, loan: Loan) -> LoanView:
    async with whole.db.transaction() as tx:
        return await groups.loan(tx, whole.keys, whole[0].id, whole.id, loan.id)


async def proposal_of(whole: Circle, loan: Loan) -> Proposal:
    assert loan.proposal_id is not None
    async with whole.db.transaction() as tx:
        found = await groups.proposal(tx, whole[0].id, whole.id, loan.proposal_id)
    return found.proposal


async def lent(whole: Circle, who: Someone, **more: Any) -> Loan:
    """A loan that was voted on and paid out."""
    loan = await ask(whole, who, **more)
    proposal = await proposal_of(whole, loan)
    for other in whole.people:
        if other is not who and proposal.status is ProposalStatus.OPEN:
            proposal = await whole.vote(other, proposal)
    await whole.pay(proposal)
    return (await view(whole, loan)).loan


async def repay(whole: Circle, who: Someone, loan: Loan, minor: int, **more: Any) -> Transaction:
    order = RepayOrder(who.actor, whole.id, loan.id, inr(minor), more.get("key", a_key()))
    async with whole.db.transaction() as tx:
        return await groups.repay(tx, whole.keys, order)


async def test_a_quote_says_what_a_loan_would_cost(db: Database, keys: KeyRing) -> None:
    whole = await circle(db, keys, 3, pot=300_00, constitution=LENDS)
    with clock.frozen(NOON):
        async with db.transaction() as tx:
            found = await groups.quote(tx, keys, whole[0].id, whole.id, wanted())
    assert len(found.rows) == 12
    assert found.rows[0].due_on.isoformat() == "2027-04-10"
    assert found.cost.interest_minor == 15_60
    assert found.cost.apr_bps == 2400
    assert (found.most_minor, found.lendable_minor) == (300_00, 300_00)


async def test_a_loan_is_voted_on_paid_out_once_and_has_its_schedule(
    db: Database, keys: KeyRing
) -> None:
    whole = await circle(db, keys, 3, pot=300_00, constitution=LENDS)
    loan = await ask(whole, whole[2])
    assert loan.status is S.VOTING
    proposal = await proposal_of(whole, loan)
    assert (proposal.electors, proposal.interested) == (2, whole[2].id)
    assert proposal.document["apr_bps"] == 2400
    for who in whole.people[:2]:
        proposal = await whole.vote(who, proposal)
    assert (await view(whole, loan)).loan.status is S.APPROVED
    assert (await whole.pot()).available == inr(180_00)
    before = await money_of(db, whole[2])

    found = await asyncio.gather(*(whole.pay(proposal) for _ in range(3)))

    assert {each.status for each in found} == {ProposalStatus.EXECUTED}
    assert await money_of(db, whole[2]) == before + 120_00
    seen = await view(whole, loan)
    assert (seen.loan.status, seen.loan.outstanding_minor) == (S.ACTIVE, 120_00)
    assert [row.due.principal for row in seen.rows] == [10_00] * 12
    assert seen.payoff_minor == 120_00 + 2_40
    async with db.transaction() as tx:
        line = (await groups.statement(tx, whole[0].id, whole.id, EVERY_LINE, (None, 1))).items[0]
    assert (line.kind, line.amount_minor, line.loan_id, line.balance_minor) == (
        TransactionKind.DISBURSEMENT,
        -120_00,
        loan.id,
        180_00,
    )


async def test_what_makes_no_loan(db: Database, keys: KeyRing) -> None:
    whole = await circle(db, keys, 3, pot=300_00, constitution=LENDS)
    wrong: list[tuple[QuoteOrder, type[Exception]]] = [
        (wanted(product="other"), LoanProductNotFound),
        (wanted(count=13), LoanTermsInvalid),
        (wanted(0), LoanTermsInvalid),
        (wanted(300_01), LoanTooLarge),
        (QuoteOrder("loan", usd(1_00), 3), WrongCurrency),
    ]
    for order, refusal in wrong:
        with pytest.raises(refusal):
            await ask(whole, whole[0], wanted=order)
    await lent(whole, whole[1], wanted=wanted(200_00))
    with pytest.raises(NotEnoughInPot) as refused:
        await ask(whole, whole[0], wanted=wanted(100_01))
    assert refused.value.available_minor == 100_00
    with pytest.raises(LoanOpen):
        await ask(whole, whole[1], wanted=wanted(1_00))
    key = a_key()
    first = await ask(whole, whole[0], wanted=wanted(50_00), key=key)
    assert (await ask(whole, whole[0], wanted=wanted(50_00), key=key)).id == first.id


async def test_guarantors_agree_before_the_vote(db: Database, keys: KeyRing) -> None:
    whole = await circle(db, keys, 4, pot=400_00, constitution=GUARDED)
    ids = [(await whole.member(who)).id for who in whole.people]
    for named in ((), (ids[1],), (ids[1], ids[1]), (ids[0], ids[1])):
        with pytest.raises(GuarantorsMissing):
            await ask(whole, whole[0], *named)
    with pytest.raises(NotEnoughInPot):  # a hundred rupees stay in the pot
        await ask(whole, whole[0], ids[1], ids[2], wanted=wanted(300_01))
    loan = await ask(whole, whole[0], ids[1], ids[2])
    assert (loan.status, loan.proposal_id) == (S.ASKED, None)
    with pytest.raises(NotAsked):
        await answer(whole, whole[3], loan)
    assert (await answer(whole, whole[1], loan)).status is S.ASKED
    with pytest.raises(NotAsked):
        await answer(whole, whole[1], loan)
    assert (await answer(whole, whole[2], loan, is_yes=False)).status is S.ASKED
    with pytest.raises(OnlyTheAsker):
        await ask_more(whole, whole[1], loan, ids[3])
    await ask_more(whole, whole[0], loan, ids[3])
    assert (await answer(whole, whole[3], loan)).status is S.VOTING
    with pytest.raises(DebtsLeft):
        await whole.leave(whole[1])
    proposal = await proposal_of(whole, (await view(whole, loan)).loan)
    for who in whole.people[1:3]:
        await whole.vote(who, proposal, Choice.NO)
    seen = await view(whole, loan)
    assert seen.loan.status is S.REJECTED
    assert sorted(each.status for each in seen.guarantees) == [
        GuaranteeStatus.DECLINED,
        GuaranteeStatus.RELEASED,
        GuaranteeStatus.RELEASED,
    ]
    await whole.leave(whole[1])


async def answer(whole: Circle, who: Someone, loan: Loan, *, is_yes: bool = True) -> Loan:
    async with whole.db.transaction() as tx:
        return await groups.answer_guarantee(tx, whole.keys, who.actor, whole.id, (loan.id, is_yes))


async def ask_more(whole: Circle, who: Someone, loan: Loan, member: MemberId) -> None:
    async with whole.db.transaction() as tx:
        await groups.ask_guarantor(tx, who.actor, whole.id, loan.id, member)


async def test_a_loan_that_nobody_answers_for_can_be_taken_back(
    db: Database, keys: KeyRing
) -> None:
    whole = await circle(db, keys, 3, pot=300_00, constitution=GUARDED)
    ids = [(await whole.member(who)).id for who in whole.people]
    loan = await ask(whole, whole[0], ids[1], ids[2])
    async with db.transaction() as tx:
        after = await groups.cancel_loan(tx, whole[0].actor, whole.id, loan.id)
    assert after.status is S.CANCELLED
    with pytest.raises(LoanNotOpen):
        await answer(whole, whole[1], loan)
    assert (await ask(whole, whole[0], ids[1], ids[2])).status is S.ASKED


@pytest.mark.parametrize(("how", "status"), [("expires", S.REJECTED), ("taken_back", S.CANCELLED)])
async def test_a_loan_ends_with_its_vote(
    db: Database, keys: KeyRing, how: str, status: LoanStatus
) -> None:
    whole = await circle(db, keys, 3, pot=300_00, constitution=LENDS)
    with clock.frozen(NOON) as held:
        loan = await ask(whole, whole[0])
        assert loan.proposal_id is not None
        if how == "expires":
            held.advance(timedelta(days=3))
            await end_all(db)
        else:
            async with db.transaction() as tx:
                await groups.take_back(tx, whole[0].actor, whole.id, loan.proposal_id)
    assert (await view(whole, loan)).loan.status is status


async def test_an_approved_loan_that_is_not_paid_in_time_is_cancelled(
    db: Database, keys: KeyRing
) -> None:
    whole = await circle(db, keys, 3, pot=300_00, constitution=LENDS)
    with clock.frozen(NOON) as held:
        loan = await ask(whole, whole[0])
        proposal = await proposal_of(whole, loan)
        for who in whole.people[1:]:
            await whole.vote(who, proposal)
        held.advance(timedelta(days=8))
        await end_all(db)
    assert (await view(whole, loan)).loan.status is S.CANCELLED
    assert (await whole.pot()).available == inr(300_00)


async def test_a_loan_is_paid_back_row_by_row_until_it_is_closed(
    db: Database, keys: KeyRing
) -> None:
    whole = await circle(db, keys, 3, pot=300_00, constitution=LENDS)
    loan = await lent(whole, whole[1], wanted=wanted(30_00, 3))
    with pytest.raises(DebtsLeft) as refused:
        await whole.leave(whole[1])
    assert refused.value.owed_minor == 30_00
    before = (await whole.pot()).balance.minor
    for minor, left in ((10_60, 20_00), (10_40, 9_60)):
        await repay(whole, whole[1], loan, minor)
        assert (await view(whole, loan)).loan.outstanding_minor == left
    made = await repay(whole, whole[1], loan, (await view(whole, loan)).payoff_minor)
    seen = await view(whole, loan)
    assert (seen.loan.status, seen.loan.outstanding_minor) == (S.CLOSED, 0)
    assert (made.kind, made.loan_id) == (TransactionKind.REPAYMENT, loan.id)
    paid = (await whole.pot()).balance.minor - before
    assert paid == 30_60  # the interest of the one period that has begun is the pot's
    with pytest.raises(LoanNotOpen):
        await repay(whole, whole[1], loan, 1)
    await whole.leave(whole[1])


async def test_what_repays_nothing(db: Database, keys: KeyRing) -> None:
    whole = await circle(db, keys, 3, pot=300_00, constitution=LENDS)
    loan = await lent(whole, whole[1], wanted=wanted(30_00, 3))
    facts = await whole.facts()
    for who, minor, refusal in (
        (whole[1], 0, AmountNotPositive),
        (whole[1], 30_61, MoreThanOwed),
        (whole[0], 10_00, OnlyTheAsker),
    ):
        with pytest.raises(refusal):
            await repay(whole, who, loan, minor)
    other = Circle(db, keys, await whole.group(), whole.people)
    with pytest.raises(LoanNotFound):
        await repay(other, whole[1], replace(loan, id=LoanId(loan.member_id)), 1_00)
    assert await whole.facts() == facts
    assert (await view(whole, loan)).loan.outstanding_minor == 30_00


async def test_repaying_twice_at_once_pays_only_what_is_owed(db: Database, keys: KeyRing) -> None:
    whole = await circle(db, keys, 3, pot=300_00, constitution=LENDS)
    loan = await lent(whole, whole[1], wanted=wanted(30_00, 3))
    money, pot = await money_of(db, whole[1]), (await whole.pot()).balance.minor
    key = a_key()
    same = [repay(whole, whole[1], loan, 10_60, key=key) for _ in range(3)]
    await asyncio.gather(*same)
    assert await money_of(db, whole[1]) == money - 10_60
    rest = (await view(whole, loan)).payoff_minor
    found = await asyncio.gather(
        *(repay(whole, whole[1], loan, rest) for _ in range(3)), return_exceptions=True
    )
    assert sum(isinstance(each, Transaction) for each in found) == 1
    assert {type(each) for each in found} <= {Transaction, LoanNotOpen}
    assert (await whole.pot()).balance.minor == pot + 10_60 + rest
    assert (await view(whole, loan)).loan.status is S.CLOSED


async def test_lateness_is_fined_once_and_paid_first(db: Database, keys: KeyRing) -> None:
    whole = await circle(db, keys, 3, pot=300_00, constitution=LENDS)
    with clock.frozen(clock.now()) as held:
        loan = await lent(whole, whole[1], wanted=wanted(30_00, 3))
        first = (await view(whole, loan)).rows[0]
        held.advance(timedelta(days=33))
        seen = await view(whole, loan)
        assert seen.overdue.fine == 5_00
        assert seen.overdue.total == first.due.total + 5_00
        fresh = await payments_given.prove(db, keys, whole[1].caller)
        actor = payments_given.Someone(
            whole[1].person, whole[1].caller, whole[1].access_token, fresh
        )
        await repay(whole, actor, loan, 6_00)
        seen = await view(whole, loan)
        assert seen.overdue.fine == 0
        assert seen.rows[0].paid.fine == 5_00
        assert seen.rows[0].paid.interest == 60
        assert seen.rows[0].paid.principal == 40


async def test_pot_loans_and_wallets_add_up_and_the_proof_agrees(
    db: Database, keys: KeyRing
) -> None:
    whole = await circle(db, keys, 3, pot=300_00, constitution=LENDS)
    everything = sum([await money_of(db, who) for who in whole.people]) + 300_00
    loan = await lent(whole, whole[1], wanted=wanted(90_00, 3))
    await repay(whole, whole[1], loan, 50_00)
    async with db.read() as tx:
        part = await groups.agreement(tx, Reach(0, 2**60))
        report = await ledger.verify(tx)
    assert (part.damages, report.damages) == ((), ())
    balance = (await whole.pot()).balance.minor
    assert sum([await money_of(db, who) for who in whole.people]) + balance == everything
    async with db.transaction() as tx:
        found = await groups.loans(
            tx, keys, whole[0].id, whole.id, LoansWanted((S.ACTIVE,)), (None, 10)
        )
    assert [each.loan.id for each in found.items] == [loan.id]
