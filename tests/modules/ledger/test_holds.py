"""Holds: money set aside, and given on or back at most once."""

import dataclasses
from datetime import UTC, datetime, timedelta

import pytest
from tests.modules.ledger.given import (
    attempt,
    available,
    balance,
    held,
    hold_order,
    inr,
    order,
    outside,
    picture,
    usd,
    wallet,
)

from batua.kit import clock
from batua.kit.db import Database, Tx
from batua.kit.ids import new_id
from batua.kit.jobs import Context
from batua.kit.refusal import Refusal
from batua.modules.ledger import jobs
from batua.modules.ledger import service as ledger
from batua.modules.ledger.errors import (
    AmountOutOfRange,
    EntryConflict,
    HoldAlreadyPosted,
    HoldAlreadyVoided,
    HoldConflict,
    HoldExpired,
    MoreThanHeld,
    NoSuchHold,
    NotEnoughMoney,
    SameAccount,
    WrongCurrency,
)
from batua.modules.ledger.types import Hold, HoldState, Leg

NOON = datetime(2030, 1, 1, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


async def pending(tx: Tx, hold: Hold) -> tuple[int, int]:
    giver, taker = await ledger.accounts(tx, [hold.debit, hold.credit])
    return giver.pending_debits, taker.pending_credits


async def test_a_hold_keeps_the_balance_but_not_the_available(tx: Tx) -> None:
    hold = await held(tx, 60, of=100)
    assert hold.state is HoldState.OPEN
    assert await balance(tx, hold.debit) == 100
    assert await available(tx, hold.debit) == 40
    assert await pending(tx, hold) == (60, 60)
    with pytest.raises(NotEnoughMoney):
        async with attempt(tx):
            await ledger.post(tx, order(Leg(hold.debit, hold.credit, inr(41))))
    await ledger.post(tx, order(Leg(hold.debit, hold.credit, inr(40))))
    assert await available(tx, hold.debit) == 0


async def test_holds_together_cannot_pass_what_there_is(tx: Tx) -> None:
    hold = await held(tx, 60, of=100)
    before = await picture(tx)
    with pytest.raises(NotEnoughMoney):
        async with attempt(tx):
            await ledger.hold(tx, hold_order(hold.debit, hold.credit, inr(41)))
    assert await picture(tx) == before


async def test_money_to_come_cannot_be_spent(tx: Tx) -> None:
    giver, taker = await wallet(tx, 100), await wallet(tx)
    await ledger.hold(tx, hold_order(giver, taker, inr(60)))
    assert await available(tx, taker) == 0
    with pytest.raises(NotEnoughMoney):
        async with attempt(tx):
            await ledger.post(tx, order(Leg(taker, giver, inr(1))))


async def test_a_posted_hold_moves_the_money(tx: Tx) -> None:
    hold, entry_id = await held(tx, 60, of=100), new_id()
    entry = await ledger.post_hold(tx, hold.id, entry_id)
    assert (entry.id, entry.hold, entry.kind, entry.ref) == (
        entry_id,
        hold.id,
        "withdraw",
        "a test",
    )
    assert entry.legs == (Leg(hold.debit, hold.credit, inr(60)),)
    assert (await balance(tx, hold.debit), await available(tx, hold.debit)) == (40, 40)
    assert await pending(tx, hold) == (0, 0)
    after = await ledger.held(tx, hold.id)
    assert (after.state, after.posted_minor) == (HoldState.POSTED, 60)
    assert after.resolved_at is not None


async def test_what_is_not_posted_is_given_back(tx: Tx) -> None:
    hold = await held(tx, 60, of=100)
    await ledger.post_hold(tx, hold.id, new_id(), inr(25))
    assert (await balance(tx, hold.debit), await available(tx, hold.debit)) == (75, 75)
    assert await pending(tx, hold) == (0, 0)
    assert (await ledger.held(tx, hold.id)).posted_minor == 25


async def test_posting_a_hold_again_returns_the_same_entry(tx: Tx) -> None:
    hold, entry_id = await held(tx, 60, of=100), new_id()
    first = await ledger.post_hold(tx, hold.id, entry_id, inr(25))
    before = await picture(tx)
    assert await ledger.post_hold(tx, hold.id, entry_id, inr(25)) == first
    for amount in (inr(24), None):
        with pytest.raises(EntryConflict):
            async with attempt(tx):
                await ledger.post_hold(tx, hold.id, entry_id, amount)
    assert await picture(tx) == before


@pytest.mark.parametrize(
    ("minor", "refusal"),
    [(61, MoreThanHeld), (0, AmountOutOfRange), (-1, AmountOutOfRange)],
)
async def test_more_than_held_or_nothing_is_not_posted(
    tx: Tx, minor: int, refusal: type[Refusal]
) -> None:
    hold = await held(tx, 60, of=100)
    before = await picture(tx)
    with pytest.raises(refusal):
        async with attempt(tx):
            await ledger.post_hold(tx, hold.id, new_id(), inr(minor))
    assert await picture(tx) == before


async def test_another_currency_is_not_posted(tx: Tx) -> None:
    hold = await held(tx, 60, of=100)
    with pytest.raises(WrongCurrency):
        await ledger.post_hold(tx, hold.id, new_id(), usd(5))
    assert await pending(tx, hold) == (60, 60)


async def test_an_id_of_another_entry_posts_nothing(tx: Tx) -> None:
    hold = await held(tx, 60, of=100)
    other = await ledger.post(tx, order(Leg(hold.debit, hold.credit, inr(1))))
    before = await picture(tx)
    with pytest.raises(EntryConflict):
        async with attempt(tx):
            await ledger.post_hold(tx, hold.id, other.id)
    assert await picture(tx) == before


async def test_a_voided_hold_gives_all_back(tx: Tx) -> None:
    hold = await held(tx, 60, of=100)
    voided = await ledger.void_hold(tx, hold.id)
    assert (voided.state, voided.posted_minor) == (HoldState.VOIDED, 0)
    assert await available(tx, hold.debit) == 100
    assert await pending(tx, hold) == (0, 0)
    assert await ledger.void_hold(tx, hold.id) == voided


async def test_a_hold_is_resolved_at_most_once(tx: Tx) -> None:
    posted, voided = await held(tx, 60, of=100), await held(tx, 60, of=100)
    await ledger.post_hold(tx, posted.id, new_id(), inr(1))
    await ledger.void_hold(tx, voided.id)
    before = await picture(tx)
    for call, refusal in (
        (lambda: ledger.post_hold(tx, posted.id, new_id()), HoldAlreadyPosted),
        (lambda: ledger.void_hold(tx, posted.id), HoldAlreadyPosted),
        (lambda: ledger.post_hold(tx, voided.id, new_id()), HoldAlreadyVoided),
    ):
        with pytest.raises(refusal):
            async with attempt(tx):
                await call()
    assert await picture(tx) == before


async def test_the_same_hold_again_is_the_first_and_another_is_refused(tx: Tx) -> None:
    giver, taker = await wallet(tx, 100), await wallet(tx)
    asked = hold_order(giver, taker, inr(60))
    first = await ledger.hold(tx, asked)
    assert await ledger.hold(tx, asked) == first
    assert await available(tx, giver) == 40
    with pytest.raises(HoldConflict):
        async with attempt(tx):
            await ledger.hold(tx, dataclasses.replace(asked, amount=inr(61)))
    voided = await ledger.void_hold(tx, first.id)
    assert await ledger.hold(tx, asked) == voided
    assert await available(tx, giver) == 100


async def test_an_unknown_hold_is_refused(tx: Tx) -> None:
    for call in (
        lambda: ledger.held(tx, new_id()),
        lambda: ledger.post_hold(tx, new_id(), new_id()),
        lambda: ledger.void_hold(tx, new_id()),
    ):
        with pytest.raises(NoSuchHold):
            async with attempt(tx):
                await call()


async def test_a_hold_that_cannot_be_is_refused(tx: Tx) -> None:
    giver, taker = await wallet(tx, 100), await wallet(tx)
    before = await picture(tx)
    for asked, refusal in (
        (hold_order(giver, giver, inr(1)), SameAccount),
        (hold_order(giver, taker, inr(0)), AmountOutOfRange),
        (hold_order(giver, taker, usd(1)), WrongCurrency),
        (hold_order(giver, taker, inr(1), for_s=-1), HoldExpired),
    ):
        with pytest.raises(refusal):
            async with attempt(tx):
                await ledger.hold(tx, asked)
    assert await picture(tx) == before


async def test_a_hold_ends_at_the_very_moment_it_says(tx: Tx) -> None:
    with clock.frozen(NOON) as now:
        in_time, too_late = await held(tx, 60, of=100), await held(tx, 60, of=100)
        now.advance(HOUR - timedelta(microseconds=1))
        await ledger.post_hold(tx, in_time.id, new_id())
        now.advance(timedelta(microseconds=1))
        before = await picture(tx)
        with pytest.raises(HoldExpired):
            async with attempt(tx):
                await ledger.post_hold(tx, too_late.id, new_id())
        assert await picture(tx) == before


async def test_an_expired_hold_is_swept_up_once(tx: Tx) -> None:
    with clock.frozen(NOON) as now:
        hold, lasting = await held(tx, 60, of=100), await held(tx, 60, of=100, for_s=None)
        assert await ledger.expire_holds(tx, now()) == 0
        now.advance(HOUR)
        assert await ledger.expire_holds(tx, now()) == 1
        assert await ledger.expire_holds(tx, now()) == 0
    swept = await ledger.held(tx, hold.id)
    assert (swept.state, swept.resolved_at) == (HoldState.EXPIRED, NOON + HOUR)
    assert await available(tx, hold.debit) == 100
    assert await pending(tx, lasting) == (60, 120 - 60)
    with pytest.raises(HoldExpired):
        async with attempt(tx):
            await ledger.post_hold(tx, hold.id, new_id())
    assert await ledger.void_hold(tx, hold.id) == swept


async def test_voiding_a_hold_whose_time_is_over_ends_it_as_expired(tx: Tx) -> None:
    with clock.frozen(NOON) as now:
        hold = await held(tx, 60, of=100)
        now.advance(HOUR)
        assert (await ledger.void_hold(tx, hold.id)).state is HoldState.EXPIRED
    assert await available(tx, hold.debit) == 100


async def test_the_oldest_are_swept_up_first_and_no_more_than_asked_for(tx: Tx) -> None:
    with clock.frozen(NOON) as now:
        holds = [await held(tx, 1, of=1, for_s=seconds) for seconds in (30, 10, 20)]
        now.advance(HOUR)
        assert await ledger.expire_holds(tx, now(), limit=2) == 2
        states = [(await ledger.held(tx, hold.id)).state for hold in holds]
        assert states == [HoldState.OPEN, HoldState.EXPIRED, HoldState.EXPIRED]
        assert await ledger.expire_holds(tx, now(), limit=2) == 1


async def test_the_job_sweeps_up_more_than_one_batch_and_may_run_twice(db: Database) -> None:
    count = ledger.EXPIRY_BATCH + 3
    with clock.frozen(NOON) as now:
        async with db.transaction() as tx:
            giver, taker = await wallet(tx, count), (await outside(tx)).id
            for _ in range(count):
                await ledger.hold(tx, hold_order(giver, taker, inr(1)))
        now.advance(HOUR)
        await jobs.expire_holds(Context(db))
        await jobs.expire_holds(Context(db))
    async with db.read() as tx:
        assert await available(tx, giver) == count
        assert (await ledger.account(tx, taker)).pending_credits == 0
