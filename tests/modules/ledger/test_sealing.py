"""Sealing beside everything else: late commits, sealers that die, and the runs that are kept."""

import asyncio
from contextlib import suppress
from datetime import timedelta
from random import Random

import psycopg
from tests.modules.ledger.given import hold_order, inr, order, outside, wallet
from tests.modules.ledger.story import told

from batua.kit import jobs
from batua.kit.db import Database, fetch_all, fetch_value
from batua.kit.ids import new_id
from batua.modules.ledger import jobs as ledger_jobs
from batua.modules.ledger import service as ledger
from batua.modules.ledger.types import AccountId, Leg, Proofs, RunState, VerifyReport

PROOFS = Proofs(key=b"the key of this test".ljust(32))
WRITERS, SENDS = 4, 40


async def verified(db: Database) -> VerifyReport:
    async with db.read() as tx:
        return await ledger.verify(tx, proofs=PROOFS)


async def test_a_number_that_may_still_be_written_is_not_passed_over(db: Database) -> None:
    """The late entry has a lower number than one that is there already."""
    async with db.transaction() as tx:
        first, second = await wallet(tx, 100), await wallet(tx, 100)
        other, third = await wallet(tx, 100), await wallet(tx, 100)
    async with db.transaction() as slow:
        late = await ledger.post(slow, order(Leg(first, second, inr(1))))
        async with db.transaction() as tx:
            early = await ledger.post(tx, order(Leg(other, third, inr(1))))
        async with db.read() as tx:
            assert await fetch_value(
                tx, "SELECT max(seq) FROM ledger.entry WHERE id = %(id)s", {"id": early.id}
            )
        assert await ledger.seal(db, PROOFS, patience=timedelta()) == 0, "somebody still writes"
        waiting = asyncio.create_task(ledger.seal(db, PROOFS))
        await asyncio.sleep(0)
        async with db.transaction() as tx:  # a newcomer is not waited for
            await ledger.post(tx, order(Leg(other, third, inr(1))))
        assert not waiting.done()
    assert await waiting == 1
    async with db.read() as tx:
        numbers = dict(await fetch_all(tx, "SELECT id, seq FROM ledger.entry"))
        reach = await fetch_value(tx, "SELECT max(last_entry) FROM ledger.block")
    assert numbers[late.id] < numbers[early.id] <= reach
    assert (await verified(db)).is_clean


async def test_sealing_beside_writers_and_with_sealers_that_die_gives_no_false_alarm(
    db: Database, database: str
) -> None:
    async with db.transaction() as tx:
        source = (await outside(tx)).id
        wallets = [await wallet(tx, 10_000) for _ in range(6)]
    over = asyncio.Event()

    async def write(seed: int) -> None:
        dice = Random(seed)
        for _ in range(SENDS):
            giver, taker = dice.sample(wallets, 2)
            with suppress(RuntimeError):
                await write_one(dice, giver, taker)

    async def write_one(dice: Random, giver: AccountId, taker: AccountId) -> None:
        async with db.transaction() as tx:
            await act(tx, dice, giver, taker)
            if dice.random() < 0.2:
                await asyncio.sleep(dice.random() / 50)
            if dice.random() < 0.2:
                raise RuntimeError("rolled back: its numbers stay unused")

    async def act(tx, dice: Random, giver: AccountId, taker: AccountId) -> None:
        if dice.random() < 0.2:
            held = await ledger.hold(tx, hold_order(giver, source, inr(1)))
            if dice.random() < 0.5:
                await ledger.post_hold(tx, held.id, new_id())
        elif dice.random() < 0.1:
            await wallet(tx, 5)
        else:
            await ledger.post(tx, order(Leg(giver, taker, inr(1))))

    async def seal_and_die(seed: int) -> None:
        dice = Random(seed)
        while not over.is_set():
            sealing = asyncio.create_task(ledger.seal(db, PROOFS))
            await asyncio.wait({sealing}, timeout=dice.random() / 10)
            sealing.cancel()
            with suppress(asyncio.CancelledError):
                await sealing

    async def kill_connections() -> None:
        """What a sealer has at work in the database is cut off now and then."""
        async with await psycopg.AsyncConnection.connect(database, autocommit=True) as owner:
            while not over.is_set():
                await owner.execute(
                    "SELECT pg_cancel_backend(pid) FROM pg_stat_activity"
                    " WHERE datname = current_database() AND query LIKE '%seal_v1%'"
                    " AND pid <> pg_backend_pid()"
                )
                await asyncio.sleep(0.03)

    async def prove() -> None:
        while not over.is_set():
            assert (await verified(db)).damages == ()

    others = [asyncio.create_task(seal_and_die(seed)) for seed in range(2)]
    others += [asyncio.create_task(kill_connections()), asyncio.create_task(prove())]
    try:
        await asyncio.gather(*(write(seed) for seed in range(WRITERS)))
    finally:
        over.set()
        results = await asyncio.gather(*others, return_exceptions=True)
    wrong = [found for found in results if isinstance(found, AssertionError)]
    assert wrong == []
    await ledger.seal(db, PROOFS)
    found = await verified(db)
    assert found.damages == ()
    assert (found.waiting, found.blocks > 0) == (0, True)


async def test_a_run_is_kept_with_what_it_found(db: Database, database: str) -> None:
    async with db.transaction() as tx:
        story = await told(tx)
    context = jobs.Context(db, {ledger.PROOFS: PROOFS})
    await ledger_jobs.seal(context)
    person = new_id()
    async with db.transaction() as tx:
        asked = await ledger.ask_verification(tx, person)
    async with db.transaction() as tx:
        assert (await ledger.ask_verification(tx, None)).id == asked.id, "one at a time"
    assert (asked.state, asked.asked_by) == (RunState.WAITING, person)
    await jobs.run_due(context)
    async with db.read() as tx:
        found = await ledger.verification(tx, asked.id)
    assert found is not None
    assert (found.state, found.report["is_whole"], found.report["blocks"]) == ("whole", True, 1)

    with psycopg.connect(database) as owner:
        owner.execute("ALTER TABLE ledger.entry DISABLE TRIGGER USER")
        owner.execute("UPDATE ledger.entry SET ref = 'x' WHERE id = %s", (story.sent.id,))
        owner.execute("ALTER TABLE ledger.entry ENABLE ALWAYS TRIGGER entry_kept")
    await ledger_jobs.verify_nightly(context)
    await jobs.run_due(context)
    async with db.read() as tx:
        page = await ledger.verifications(tx, limit=1)
        rest = await ledger.verifications(tx, page.next)
    assert page.items[0].state is RunState.DAMAGED
    assert page.items[0].report["damages"][0]["row"] == f"entry {story.sent.id}"
    assert [run.id for run in rest.items] == [asked.id]
    assert rest.next is None
