"""Races: what happens at once in a group ends as if it had happened one after the other.

Each pair starts apart by a random moment of some milliseconds, so that its steps fall between one
another in another way each time. RACES=500 makes that many of each; a few are part of every run.

What must hold after each: the pot is never overdrawn, nothing is paid twice, a hold stands exactly
for what was approved and not paid, and at the end all sums are zero and the proof agrees.
"""

import asyncio
import os
import random
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Iterator
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any, TypeVar

import pytest
from tests.modules.groups.checkout_given import till
from tests.modules.groups.given import NOON, Circle, a_key, circle, money_of
from tests.modules.groups.test_loans import LENDS, lent, repay, view, wanted
from tests.modules.groups.test_proposals import end_all
from tests.modules.payments.given import inr

from batua.kit import clock
from batua.kit.db import Database, fetch_value
from batua.kit.secrets import KeyRing
from batua.modules.gateways import service as gateways
from batua.modules.groups import service as groups
from batua.modules.groups.errors import GroupNotFound, ProposalOver
from batua.modules.groups.types import Proposal, ProposalStatus, Transaction, TransactionStatus
from batua.modules.ledger import service as ledger
from batua.modules.ledger.types import Reach

S = ProposalStatus
T = TypeVar("T")
ROUNDS = int(os.environ.get("RACES", "5"))
SEED = int(os.environ.get("RACES_SEED", "7"))
APART_S = 0.012

pytestmark = pytest.mark.slow


class Start:
    """Lets things begin at random moments of a few milliseconds."""

    def __init__(self) -> None:
        self.dice = random.Random(SEED)
        self.seen: Counter[str] = Counter()

    async def after_a_moment(self, act: Awaitable[T]) -> T:
        await asyncio.sleep(self.dice.uniform(0, APART_S))
        return await act

    async def together(self, *acts: Awaitable[Any]) -> list[Any]:
        """What came of each, refusals among it."""
        begun = [self.after_a_moment(act) for act in acts]
        return await asyncio.gather(*begun, return_exceptions=True)

    def rounds(self) -> Iterator[int]:
        yield from range(ROUNDS)
        print(f"{ROUNDS} rounds: {dict(self.seen)}")


@pytest.fixture
def start() -> Start:
    return Start()


@asynccontextmanager
async def whole_of(
    db: Database, keys: KeyRing, people: int, **more: Any
) -> AsyncIterator[tuple[Circle, int]]:
    """A circle, and all its money; at the end it is all there, and the proof finds nothing."""
    whole = await circle(db, keys, people, **more)
    everything = await money(whole)
    yield whole, everything
    assert await money(whole) == everything
    async with db.read() as tx:
        found = await groups.agreement(tx, Reach(0, 2**60))
        assert (found.damages, (await ledger.verify(tx)).damages) == ((), ())
        assert await fetch_value(tx, SUM) == 0


SUM = "SELECT sum(posted_credits_minor - posted_debits_minor)::bigint FROM ledger.account"


async def money(whole: Circle) -> int:
    pot = (await whole.pot()).balance.minor
    return pot + sum([await money_of(whole.db, who) for who in whole.people])


async def reserved(whole: Circle) -> int:
    pot = await whole.pot()
    return (pot.balance - pot.available).minor


async def asked(whole: Circle, n: int, minor: int) -> Proposal:
    """A withdrawal of somebody's own to which one yes is missing."""
    made = await whole.withdrawal(whole[n], minor)
    return await whole.vote(whole[0], made)


async def test_two_payouts_at_once(db: Database, keys: KeyRing, start: Start) -> None:
    async with whole_of(db, keys, 4, pot=100_00) as (whole, _):
        for _round in start.rounds():
            two = [await asked(whole, n, 60_00) for n in (1, 2)]
            decided = await start.together(*(whole.vote(whole[3], each) for each in two))
            assert sorted(each.status for each in decided) == [S.APPROVED, S.FAILED]
            assert await reserved(whole) == 60_00
            paid = await start.together(*(whole.pay(each) for each in decided * 2))
            assert Counter(each.status for each in paid) == {S.EXECUTED: 2, S.FAILED: 2}
            winner = next(n for n, each in enumerate(decided) if each.status is S.APPROVED)
            start.seen[f"payout {winner + 1}"] += 1
            assert ((await whole.pot()).balance, await reserved(whole)) == (inr(40_00), 0)
            await whole.pay_in(whole[winner + 1], 60_00)


async def test_the_last_vote_and_the_end_at_once(db: Database, keys: KeyRing, start: Start) -> None:
    async with whole_of(db, keys, 3, pot=90_00) as (whole, _):
        held_minor = 0
        for _round in start.rounds():
            with clock.frozen(NOON) as held:
                made = await asked(whole, 2, 10)
                held.move_to(made.expires_at - timedelta(microseconds=1))

                async def late(held: Any = held) -> None:
                    held.advance(timedelta(microseconds=1))
                    await end_all(db)

                voted, _ = await start.together(whole.vote(whole[1], made), late())
                after = await whole.read(made)
            start.seen[after.status] += 1
            if isinstance(voted, ProposalOver):
                assert (after.status, after.yes) == (S.EXPIRED, 1)
            else:
                assert not isinstance(voted, BaseException), voted
                assert (after.status, after.yes) == (S.APPROVED, 2)
                held_minor += 10
            assert await reserved(whole) == held_minor


async def test_vote_and_leave_at_once(db: Database, keys: KeyRing, start: Start) -> None:
    async with whole_of(db, keys, 3, pot=90_00) as (whole, _):
        held_minor = 0
        for _round in start.rounds():
            made = await whole.withdrawal(whole[0], 10)
            await whole.vote(whole[1], made)
            voted, _ = await start.together(whole.vote(whole[2], made), whole.leave(whole[1]))
            after = await whole.read(made)
            start.seen[after.status] += 1
            # Either the second yes came first, or the first is gone and it can pass no more.
            assert (after.status, after.yes, after.gone) in {
                (S.APPROVED, 2, 0),
                (S.REJECTED, 0, 1),
                (S.REJECTED, 1, 1),
            }, voted
            held_minor += 10 if after.status is S.APPROVED else 0
            assert await reserved(whole) == held_minor
            await whole.join(whole[1])


async def test_pay_in_and_leave_at_once(db: Database, keys: KeyRing, start: Start) -> None:
    async with whole_of(db, keys, 2, pot=10_00) as (whole, _):
        expected = 10_00
        for _round in start.rounds():
            paid, gone = await start.together(whole.pay_in(whole[1], 7), whole.leave(whole[1]))
            assert gone is None
            if isinstance(paid, GroupNotFound):
                start.seen["left first"] += 1
            else:
                assert isinstance(paid, Transaction), paid
                start.seen["paid first"] += 1
                expected += 7
            assert (await whole.pot()).balance == inr(expected)
            await whole.join(whole[1])


async def test_money_comes_in_while_it_is_voted_on_and_paid_out(
    db: Database, keys: KeyRing, start: Start
) -> None:
    async with whole_of(db, keys, 4, pot=40_00) as (whole, _):
        for _round in start.rounds():
            before = (await whole.pot()).balance.minor
            made = await asked(whole, 1, before)  # all that is there now
            key = a_key()
            paid, again, voted, swept = await start.together(
                whole.pay_in(whole[2], 30, key=key),
                whole.pay_in(whole[2], 30, key=key),
                whole.vote(whole[3], made),
                whole.pay(made),
            )
            assert paid == again and voted.status is S.APPROVED
            start.seen[f"sweep saw {swept.status}"] += 1
            await start.together(*(whole.pay(made) for _ in range(3)))
            assert (await whole.read(made)).status is S.EXECUTED
            assert ((await whole.pot()).balance, await reserved(whole)) == (inr(30), 0)
            await whole.pay_in(whole[1], before - 30)


async def test_a_callback_during_a_vote(
    db: Database, keys: KeyRing, start: Start, sandbox: Any, receiver: Any
) -> None:
    """Money from outside is confirmed, twice at once, while all that is there is voted out."""
    whole = await circle(db, keys, 4, pot=40_00)
    async with till(whole, sandbox, receiver) as desk:
        for n in start.rounds():
            before = await desk.pot()
            made = await asked(whole, 1, before)
            line = await desk.begin(whole[2], 30)
            await desk.act(line)
            await receiver.wait_for(n + 1)
            assert line.attempt_id is not None
            told = [gateways.look(db, desk.counter.rails, line.attempt_id) for _ in range(2)]
            voted, swept, *_ = await start.together(
                whole.vote(whole[3], made), whole.pay(made), *told
            )
            assert voted.status is S.APPROVED, voted
            start.seen[f"sweep saw {swept.status}"] += 1
            await whole.pay(made)
            assert (await whole.read(made)).status is S.EXECUTED
            assert (await desk.line(line)).status is TransactionStatus.SUCCEEDED
            assert (await desk.pot(), await reserved(whole)) == (30, 0)
            await whole.pay_in(whole[1], before - 30)
        assert await desk.saved(whole[2]) == 10_00 + 30 * ROUNDS
        await desk.check()


async def test_repay_twice_at_once(db: Database, keys: KeyRing, start: Start) -> None:
    async with whole_of(db, keys, 3, pot=300_00, constitution=LENDS) as (whole, _):
        loan = await lent(whole, whole[1], wanted=wanted(90_00, 12))
        given = 0
        for _round in start.rounds():
            key, minor = a_key(), start.dice.randint(1, 4)
            before = await money_of(db, whole[1])
            done = await start.together(
                repay(whole, whole[1], loan, minor, key=key),
                repay(whole, whole[1], loan, minor, key=key),
                repay(whole, whole[1], loan, 1),
            )
            assert all(isinstance(each, Transaction) for each in done), done
            assert done[0].id == done[1].id != done[2].id
            given += minor + 1
            assert await money_of(db, whole[1]) == before - minor - 1
            start.seen["once each"] += 1
        seen = await view(whole, loan)
        # What is beyond the first instalment lowers the principal at once (decision 0331).
        interest = sum(row.paid.interest for row in seen.rows)
        assert seen.loan.outstanding_minor == 90_00 - (given - interest)
        assert (await whole.pot()).balance == inr(300_00 - 90_00 + given)
        left = seen.payoff_minor
        done = await start.together(*(repay(whole, whole[1], loan, left) for _ in range(4)))
        assert sum(isinstance(each, Transaction) for each in done) == 1, done
        assert (await view(whole, loan)).loan.outstanding_minor == 0
