"""Many at once, in one process and in two: nothing is spent twice, nothing waits for ever."""

import asyncio
import random
import sys
from collections import Counter
from collections.abc import Awaitable, Callable
from typing import TypeVar

import pytest
from tests.modules.ledger.given import balance, hold_order, inr, order, outside, wallet

from batua.kit.db import Database, Tx
from batua.kit.ids import new_id
from batua.kit.refusal import Refusal
from batua.modules.ledger import service as ledger
from batua.modules.ledger.errors import (
    AlreadyReversed,
    EntryConflict,
    HoldAlreadyPosted,
    HoldAlreadyVoided,
    NotEnoughMoney,
)
from batua.modules.ledger.types import Account, AccountId, AccountKind, Entry, Hold, Leg

T = TypeVar("T")


async def wallets(db: Database, *minors: int) -> list[AccountId]:
    async with db.transaction() as tx:
        return [await wallet(tx, minor) for minor in minors]


async def at_once(
    db: Database, count: int, verb: Callable[[Tx], Awaitable[T]]
) -> list[T | type[Refusal]]:
    """What `count` transactions that start together answer; a refusal counts as its class."""

    async def one() -> T | type[Refusal]:
        try:
            async with db.transaction() as tx:
                return await verb(tx)
        except Refusal as refusal:
            return type(refusal)

    return await asyncio.gather(*(one() for _ in range(count)))


async def assert_sound(db: Database) -> None:
    async with db.read() as tx:
        assert (await ledger.verify(tx)).damages == ()


async def test_fifty_spend_at_once_from_an_account_that_can_afford_twenty(db: Database) -> None:
    giver, taker = await wallets(db, 20, 0)
    answers = await at_once(db, 50, lambda tx: ledger.post(tx, order(Leg(giver, taker, inr(1)))))
    assert sum(isinstance(answer, Entry) for answer in answers) == 20
    assert answers.count(NotEnoughMoney) == 30
    async with db.read() as tx:
        assert (await balance(tx, giver), await balance(tx, taker)) == (0, 20)
    await assert_sound(db)


async def test_two_processes_race_for_the_same_money(db: Database, database: str) -> None:
    giver, taker = await wallets(db, 20, 0)
    args = ["-m", "tests.modules.ledger.spender", database, str(giver), str(taker), "50"]
    racers = [
        await asyncio.create_subprocess_exec(sys.executable, *args, stdout=asyncio.subprocess.PIPE)
        for _ in range(2)
    ]
    printed = [(await racer.communicate())[0].split() for racer in racers]
    assert sum(int(sent) for sent, _ in printed) == 20
    assert sum(int(refused) for _, refused in printed) == 80
    await assert_sound(db)


async def test_the_same_order_twenty_times_at_once_is_one_entry(db: Database) -> None:
    giver, taker = await wallets(db, 100, 0)
    asked = order(Leg(giver, taker, inr(60)))
    answers = await at_once(db, 20, lambda tx: ledger.post(tx, asked))
    assert len(answers) == 20
    assert answers == [answers[0]] * 20
    assert isinstance(answers[0], Entry)
    async with db.read() as tx:
        assert await balance(tx, giver) == 40
        assert (await ledger.account(tx, giver)).version == 2
    await assert_sound(db)


async def test_one_id_for_twenty_different_orders_is_one_entry(db: Database) -> None:
    """Each order has accounts of its own, so that no lock but the id itself orders them."""
    givers = await wallets(db, *[10] * 20)
    takers = await wallets(db, *[0] * 20)
    id, pairs = new_id(), iter(zip(givers, takers, strict=True))
    answers = await at_once(
        db, 20, lambda tx: ledger.post(tx, order(Leg(*next(pairs), inr(7)), id=id))
    )
    assert sum(isinstance(answer, Entry) for answer in answers) == 1
    assert answers.count(EntryConflict) == 19
    async with db.read() as tx:
        assert Counter([await balance(tx, giver) for giver in givers]) == {10: 19, 3: 1}
    await assert_sound(db)


async def test_opening_one_name_twenty_times_at_once_is_one_account(db: Database) -> None:
    owner = str(new_id())
    answers = await at_once(
        db,
        20,
        lambda tx: ledger.open_account(
            tx, kind=AccountKind.WALLET, owner=owner, currency=inr(0).currency
        ),
    )
    assert isinstance(answers[0], Account)
    assert answers == [answers[0]] * 20


async def test_crossing_sends_never_wait_for_each_other(db: Database) -> None:
    a, b, c = await wallets(db, 1_000, 1_000, 1_000)
    turns = [(a, b), (b, a), (b, c), (c, b), (a, c), (c, a)]
    legs = iter([Leg(*turns[n % 6], inr(1)) for n in range(300)])
    answers = await at_once(db, 300, lambda tx: ledger.post(tx, order(next(legs))))
    assert all(isinstance(answer, Entry) for answer in answers)
    async with db.read() as tx:
        assert [await balance(tx, account) for account in (a, b, c)] == [1_000] * 3
    await assert_sound(db)


async def test_holds_at_once_never_set_aside_more_than_there_is(db: Database) -> None:
    giver, taker = await wallets(db, 20, 0)
    answers = await at_once(db, 50, lambda tx: ledger.hold(tx, hold_order(giver, taker, inr(1))))
    assert sum(isinstance(answer, Hold) for answer in answers) == 20
    assert answers.count(NotEnoughMoney) == 30
    await assert_sound(db)


async def test_a_hold_that_many_resolve_at_once_is_resolved_once(db: Database) -> None:
    giver, taker = await wallets(db, 100, 0)
    async with db.transaction() as tx:
        hold = await ledger.hold(tx, hold_order(giver, taker, inr(60)))
    turns = iter(range(40))

    async def resolve(tx: Tx) -> Entry | Hold:
        if next(turns) % 2:
            return await ledger.void_hold(tx, hold.id)
        return await ledger.post_hold(tx, hold.id, new_id(), inr(10))

    answers = await at_once(db, 40, resolve)
    posted = [answer for answer in answers if isinstance(answer, Entry)]
    async with db.read() as tx:
        moved = await balance(tx, taker)
        giver_now = await ledger.account(tx, giver)
    assert giver_now.pending_debits == 0
    if posted:
        assert (len(posted), moved) == (1, 10)
        assert answers.count(HoldAlreadyPosted) == 39
    else:
        assert (sum(isinstance(answer, Hold) for answer in answers), moved) == (20, 0)
    await assert_sound(db)


RESOLUTIONS = {
    "post": lambda tx, hold: ledger.post_hold(tx, hold.id, new_id(), inr(10)),
    "void": lambda tx, hold: ledger.void_hold(tx, hold.id),
}


@pytest.mark.parametrize(
    ("first", "second", "answer", "moved"),
    [
        ("post", "post", HoldAlreadyPosted, 10),
        ("post", "void", HoldAlreadyPosted, 10),
        ("void", "post", HoldAlreadyVoided, 0),
    ],
)
async def test_whoever_resolves_a_hold_second_waits_and_sees_what_the_first_did(
    db: Database, first: str, second: str, answer: type[Refusal], moved: int
) -> None:
    giver, taker = await wallets(db, 100, 0)
    async with db.transaction() as tx:
        hold = await ledger.hold(tx, hold_order(giver, taker, inr(60)))
    async with db.transaction() as tx:
        await RESOLUTIONS[first](tx, hold)
        late = asyncio.create_task(at_once(db, 1, lambda tx: RESOLUTIONS[second](tx, hold)))
        done, _ = await asyncio.wait([late], timeout=0.3)
        assert not done, "it did not wait for the first to commit"
    assert await late == [answer]
    async with db.read() as tx:
        assert await balance(tx, taker) == moved
    await assert_sound(db)


async def test_an_entry_that_many_reverse_at_once_is_reversed_once(db: Database) -> None:
    giver, taker = await wallets(db, 100, 100)
    async with db.transaction() as tx:
        entry = await ledger.post(tx, order(Leg(giver, taker, inr(60))))
    answers = await at_once(db, 20, lambda tx: ledger.reverse(tx, entry.id, new_id(), "oops"))
    assert sum(isinstance(answer, Entry) for answer in answers) == 1
    assert answers.count(AlreadyReversed) == 19
    async with db.read() as tx:
        assert await balance(tx, giver) == 100
    await assert_sound(db)


async def test_whoever_locked_an_account_decides_on_what_she_read(db: Database) -> None:
    """Read, decide, post: without the lock, fifty readers would all see the same balance."""
    giver, taker = await wallets(db, 100, 0)

    async def spend_half(tx: Tx) -> Entry | None:
        mine, _ = await ledger.lock(tx, [giver, taker])
        half = mine.available.minor // 2
        return await ledger.post(tx, order(Leg(giver, taker, inr(half)))) if half else None

    await at_once(db, 20, spend_half)
    async with db.read() as tx:
        assert await balance(tx, giver) == 1
    await assert_sound(db)


async def test_every_reader_sees_whole_entries_and_no_overdraft(db: Database) -> None:
    accounts = await wallets(db, *[50] * 8)
    async with db.transaction() as tx:
        total = [*accounts, (await outside(tx)).id]
    chance, is_over = random.Random(7), asyncio.Event()

    async def watch() -> int:
        reads = 0
        while not is_over.is_set():
            async with db.transaction() as tx:  # one statement: its own snapshot
                seen = await ledger.accounts(tx, total)
            assert sum(each.balance.minor for each in seen) == 0
            assert sum(each.pending_debits - each.pending_credits for each in seen) == 0
            assert min(each.available.minor for each in seen[:-1]) >= 0
            reads += 1
        return reads

    async def move(tx: Tx) -> None:
        a, b, c = chance.sample(accounts, 3)
        amount = inr(chance.randint(1, 40))
        kind = chance.random()
        if kind < 0.6:
            await ledger.post(tx, order(Leg(a, b, amount), Leg(b, c, amount)))
            return
        hold = await ledger.hold(tx, hold_order(a, b, amount))
        if kind < 0.8:
            await ledger.post_hold(tx, hold.id, new_id(), inr(1))

    watchers = [asyncio.create_task(watch()) for _ in range(3)]
    for _ in range(10):
        await at_once(db, 40, move)
    is_over.set()
    assert min(await asyncio.gather(*watchers)) > 10
    await assert_sound(db)
