"""Posts in groups: each has the outcome it could have had alone, and none harms another."""

import asyncio
import random
from collections import Counter
from uuid import UUID

import psycopg
from tests.modules.ledger.given import balance, inr, order, usd, wallet

from batua.kit.db import Database, fetch_all, fetch_value
from batua.kit.refusal import Refusal
from batua.modules.ledger import service as ledger
from batua.modules.ledger.errors import NotEnoughMoney
from batua.modules.ledger.types import AccountId, Entry, Leg, PostOrder


async def outcome(posts: ledger.Posts, wanted: PostOrder) -> Entry | type[Refusal]:
    try:
        return await posts.post(wanted)
    except Refusal as refusal:
        return type(refusal)


async def sound(db: Database) -> bool:
    async with db.read() as tx:
        return (await ledger.verify(tx)).damages == ()


async def test_a_group_is_written_as_if_one_after_another(db: Database) -> None:
    async with db.transaction() as tx:
        first, middle, last = [await wallet(tx, minor) for minor in (100, 0, 0)]
    posts = ledger.Posts(db)
    # What the second gives is what the first brought: they only work in this order.
    orders = [order(Leg(first, middle, inr(100))), order(Leg(middle, last, inr(70)))]
    entries = await asyncio.gather(*(posts.post(one) for one in orders))
    assert [entry.id for entry in entries] == [one.id for one in orders]
    async with db.read() as tx:
        assert [await balance(tx, each) for each in (first, middle, last)] == [0, 30, 70]
        assert [await ledger.entry(tx, one.id) for one in orders] == entries
    assert await sound(db)


async def test_fifty_from_an_account_that_can_afford_twenty(db: Database) -> None:
    async with db.transaction() as tx:
        giver, taker = await wallet(tx, 20), await wallet(tx)
    posts = ledger.Posts(db)
    found = await asyncio.gather(
        *(outcome(posts, order(Leg(giver, taker, inr(1)))) for _ in range(50))
    )
    assert sum(isinstance(one, Entry) for one in found) == 20
    assert found.count(NotEnoughMoney) == 30
    assert await sound(db)


async def test_the_same_id_twenty_times_at_once_is_one_entry(db: Database) -> None:
    async with db.transaction() as tx:
        giver, taker = await wallet(tx, 100), await wallet(tx)
    posts, wanted = ledger.Posts(db), order(Leg(giver, taker, inr(5)))
    found = await asyncio.gather(*(posts.post(wanted) for _ in range(20)))
    assert all(one == found[0] for one in found)
    async with db.read() as tx:
        assert await balance(tx, taker) == 5
    assert await sound(db)


async def test_what_cannot_be_written_harms_no_neighbour(db: Database) -> None:
    async with db.transaction() as tx:
        giver, taker, dollars, closed = [
            await wallet(tx, 1000),
            await wallet(tx),
            await wallet(tx, 1000, "USD"),
            await wallet(tx),
        ]
        await ledger.close_account(tx, closed)
    posts = ledger.Posts(db)
    good = [order(Leg(giver, taker, inr(1))) for _ in range(10)]
    bad = [
        order(Leg(giver, closed, inr(1))),
        order(Leg(giver, dollars, inr(1))),
        order(Leg(dollars, giver, usd(1))),
        order(Leg(giver, AccountId(UUID(int=9)), inr(1))),
        order(Leg(giver, taker, inr(5000))),
    ]
    mixed = [*good, *bad]
    random.Random(3).shuffle(mixed)
    found = dict(
        zip(
            [one.id for one in mixed],
            await asyncio.gather(*(outcome(posts, one) for one in mixed)),
            strict=True,
        )
    )
    assert all(isinstance(found[one.id], Entry) for one in good)
    told = Counter(str(getattr(found[one.id], "code", "")) for one in bad)
    assert told == {
        "ledger.account_closed": 1,
        "ledger.currency_mismatch": 2,
        "ledger.no_such_account": 1,
        "ledger.not_enough_money": 1,
    }
    assert await sound(db)


async def test_random_groups_agree_with_what_was_told(db: Database) -> None:
    """A thousand posts over eight accounts by twenty callers, some without money for them."""
    dice = random.Random(11)
    async with db.transaction() as tx:
        accounts = [await wallet(tx, 300) for _ in range(8)]
    posts = ledger.Posts(db)
    told: list[tuple[PostOrder, Entry | type[Refusal]]] = []

    async def caller() -> None:
        for _ in range(50):
            debit, credit = dice.sample(accounts, 2)
            wanted = order(Leg(debit, credit, inr(dice.randint(1, 200))))
            told.append((wanted, await outcome(posts, wanted)))

    await asyncio.gather(*(caller() for _ in range(20)))
    expected = dict.fromkeys(accounts, 300)
    for wanted, found in told:
        if isinstance(found, Entry):
            (leg,) = wanted.legs
            expected[leg.debit] -= leg.amount.minor
            expected[leg.credit] += leg.amount.minor
    refused = [found for _, found in told if not isinstance(found, Entry)]
    assert refused and set(refused) == {NotEnoughMoney}
    async with db.read() as tx:
        assert {each: await balance(tx, each) for each in accounts} == expected
        written = await fetch_all(tx, "SELECT id FROM ledger.entry WHERE kind = 'send'")
    assert {id for (id,) in written} == {w.id for w, found in told if isinstance(found, Entry)}
    assert await sound(db)


async def test_a_lost_connection_leaves_nothing_in_doubt(db: Database, database: str) -> None:
    """Connections are cut while groups are under way; every order ends as one entry or none."""
    async with db.transaction() as tx:
        giver, taker = await wallet(tx, 100_000), await wallet(tx)
    posts = ledger.Posts(db)
    done = asyncio.Event()
    told: dict[UUID, Entry | BaseException] = {}

    async def cut() -> None:
        async with await psycopg.AsyncConnection.connect(database, autocommit=True) as conn:
            while not done.is_set():
                await conn.execute(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                    " WHERE datname = current_database() AND pid <> pg_backend_pid()"
                    " AND query LIKE '%post_batch_v1%' AND state = 'active'"
                )
                await asyncio.sleep(0.003)

    async def caller() -> None:
        for _ in range(25):
            wanted = order(Leg(giver, taker, inr(1)))
            try:
                told[wanted.id] = await posts.post(wanted)
            except (Refusal, psycopg.OperationalError) as error:
                told[wanted.id] = error

    cutter = asyncio.create_task(cut())
    await asyncio.gather(*(caller() for _ in range(20)))
    done.set()
    await cutter
    acknowledged = {id for id, found in told.items() if isinstance(found, Entry)}
    async with db.read() as tx:
        rows = await fetch_all(tx, "SELECT id FROM ledger.entry WHERE kind = 'send'")
        written = {id for (id,) in rows}
        assert len(rows) == len(written)
        assert await balance(tx, taker) == len(written)
        assert await fetch_value(tx, "SELECT count(*) FROM ledger.posting") >= 2 * len(written)
    assert acknowledged <= written
    assert acknowledged, "some came through"
    assert await sound(db)
