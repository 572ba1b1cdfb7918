"""Loans paid back by checkout: what is owed when the money comes goes into the pot, the rest is hers."""

from collections.abc import AsyncIterator
from typing import Any

import pytest
import pytest_asyncio
from tests.modules.groups.checkout_given import SITE, Till, till
from tests.modules.groups.given import a_key, circle, money_of
from tests.modules.groups.test_loans import LENDS, lent, repay, view, wanted
from tests.modules.payments.given import Someone, inr

from batua.kit.db import Database
from batua.kit.secrets import KeyRing
from batua.modules.gateways import service as gateways
from batua.modules.groups import service as groups
from batua.modules.groups.errors import LoanNotOpen, MoreThanOwed, OnlyTheAsker
from batua.modules.groups.types import Loan, LoanStatus, RepayOrder, Transaction, TransactionStatus
from batua.modules.payments.errors import AmountNotPositive

T = TransactionStatus


@pytest_asyncio.fixture
async def desk(db: Database, keys: KeyRing, sandbox: Any, receiver: Any) -> AsyncIterator[Till]:
    whole = await circle(db, keys, 3, pot=300_00, constitution=LENDS)
    async with till(whole, sandbox, receiver) as found:
        yield found


async def begin(
    desk: Till, who: Someone, loan: Loan, minor: int, key: str | None = None
) -> Transaction:
    order = RepayOrder(who.actor, desk.whole.id, loan.id, inr(minor), key or a_key())
    async with desk.whole.db.transaction() as tx:
        made = await groups.repay_by_checkout(tx, desk.counter.rails, order, SITE)
    assert made.attempt_id is not None
    await gateways.start(desk.whole.db, desk.counter.rails, made.attempt_id)
    return await desk.line(made)


async def test_a_loan_is_paid_back_from_outside_once(desk: Till, db: Database) -> None:
    asha = desk.whole[1]
    loan = await lent(desk.whole, asha, wanted=wanted(90_00, 12))
    before, key = await money_of(db, asha), a_key()
    made = await begin(desk, asha, loan, 10_00, key)
    assert (made.status, made.loan_id) == (T.PENDING, loan.id)
    assert (await begin(desk, asha, loan, 10_00, key)).id == made.id
    owed = (await view(desk.whole, loan)).payoff_minor
    await desk.switch(made, duplicates=2)
    done = await desk.pay(made, callbacks=3)
    assert (done.status, done.amount_minor, await desk.pot()) == (T.SUCCEEDED, 10_00, 220_00)
    seen = await view(desk.whole, loan)
    assert seen.payoff_minor == owed - 10_00
    assert await money_of(db, asha) == before
    async with db.transaction() as tx:
        paid = await groups.repayment(tx, asha.id, desk.whole.id, made.id)
        await groups.settle_repayment(tx, await desk.attempt(made))
    parts = (paid.fine_minor, paid.fee_minor, paid.interest_minor, paid.principal_minor)
    assert sum(parts) == 10_00
    assert (await desk.whole.facts()).count("groups.loan_repaid") == 1
    await desk.check()


async def test_what_is_beyond_the_loan_when_the_money_comes_stays_in_her_wallet(
    desk: Till, db: Database
) -> None:
    asha = desk.whole[1]
    loan = await lent(desk.whole, asha, wanted=wanted(90_00, 12))
    owed = (await view(desk.whole, loan)).payoff_minor
    made = await begin(desk, asha, loan, owed)
    await desk.act(made)
    await repay(desk.whole, asha, loan, owed - 30_00)  # meanwhile, from her wallet
    left, before = (await view(desk.whole, loan)).payoff_minor, await money_of(db, asha)
    await desk.counter.callbacks(1)
    done = await desk.line(made)
    assert (done.status, done.amount_minor) == (T.SUCCEEDED, left)
    assert (await desk.page(asha, done)).kept_minor == owed - left  # type: ignore[union-attr]
    assert await money_of(db, asha) == before + owed - left
    assert (await view(desk.whole, loan)).loan.status is LoanStatus.CLOSED
    await desk.check()


async def test_a_loan_that_was_paid_off_meanwhile_takes_nothing(desk: Till, db: Database) -> None:
    asha = desk.whole[1]
    loan = await lent(desk.whole, asha, wanted=wanted(90_00, 12))
    owed = (await view(desk.whole, loan)).payoff_minor
    made = await begin(desk, asha, loan, owed)
    await repay(desk.whole, asha, loan, owed)
    before, pot = await money_of(db, asha), await desk.pot()
    done = await desk.pay(made)
    assert (done.status, done.failure) == (T.FAILED, "loan_not_open")
    assert (await desk.page(asha, done)).kept_minor == owed  # type: ignore[union-attr]
    assert (await money_of(db, asha), await desk.pot()) == (before + owed, pot)
    await desk.check()


async def test_what_is_refused_at_asking(desk: Till) -> None:
    asha = desk.whole[1]
    loan = await lent(desk.whole, asha, wanted=wanted(90_00, 12))
    owed = (await view(desk.whole, loan)).payoff_minor
    for who, minor, refusal in (
        (asha, owed + 1, MoreThanOwed),
        (asha, 0, AmountNotPositive),
        (desk.whole[2], 1, OnlyTheAsker),
    ):
        with pytest.raises(refusal):
            await begin(desk, who, loan, minor)
    await repay(desk.whole, asha, loan, owed)
    with pytest.raises(LoanNotOpen):
        await begin(desk, asha, loan, 1)
    await desk.check()
