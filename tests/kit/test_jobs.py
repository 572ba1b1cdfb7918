"""Jobs: done if and only if the transaction that queued them commits."""

import asyncio
from datetime import timedelta

import pytest

from batua.kit import clock, jobs
from batua.kit.db import Database, fetch_value

DONE: list[int] = []
FAILS: dict[int, int] = {}


@jobs.job("testing.note", retry=jobs.Retry(max_attempts=5, exponential_s=0))
async def note(ctx: jobs.Context, *, number: int) -> None:
    if FAILS.get(number, 0):
        FAILS[number] -= 1
        raise ValueError(number)
    DONE.append(number)


@pytest.fixture(autouse=True)
def _nothing_done() -> None:
    DONE.clear()
    FAILS.clear()


async def waiting(db: Database) -> int:
    async with db.transaction() as tx:
        return int(
            await fetch_value(
                tx,
                "SELECT count(*) FROM procrastinate_jobs"
                " WHERE status = 'todo' AND task_name = 'testing.note'",
            )
        )


async def test_a_committed_job_is_done_and_a_rolled_back_one_is_not(db: Database) -> None:
    async with db.transaction() as tx:
        await jobs.defer(tx, note, number=1)
    with pytest.raises(ZeroDivisionError):
        async with db.transaction() as tx:
            await jobs.defer(tx, note, number=2)
            raise ZeroDivisionError
    await jobs.run_due(jobs.Context(db))
    assert DONE == [1]


async def test_a_second_job_of_one_once_is_dropped_and_the_callers_work_stands(
    db: Database,
) -> None:
    async with db.transaction() as tx:
        await jobs.defer(tx, note, once="only", number=1)
        await jobs.defer(tx, note, once="only", number=2)
        await jobs.defer(tx, note, number=3)
    await jobs.run_due(jobs.Context(db))
    assert sorted(DONE) == [1, 3]


async def test_a_failing_job_is_tried_again(db: Database) -> None:
    FAILS[1] = 2
    async with db.transaction() as tx:
        await jobs.defer(tx, note, number=1)
    for _ in range(4):
        await jobs.run_due(jobs.Context(db))
    assert DONE == [1]
    assert await waiting(db) == 0


async def test_a_job_for_later_waits(db: Database) -> None:
    async with db.transaction() as tx:
        await jobs.defer(tx, note, at=clock.now() + timedelta(hours=1), number=1)
    await jobs.run_due(jobs.Context(db))
    assert DONE == []
    assert await waiting(db) == 1


async def test_the_job_of_a_dead_worker_is_queued_again(db: Database) -> None:
    async with db.transaction() as tx:
        await jobs.defer(tx, note, number=1)
        await tx.execute("UPDATE procrastinate_jobs SET status = 'doing', attempts = 1")
    app = jobs.create_app(jobs.Context(db), queues_conninfo=db.settings.url)
    async with app.open_async():
        assert await jobs.rescue_stalled(app) == 1
    await asyncio.wait_for(jobs.run_due(jobs.Context(db)), 10)
    assert DONE == [1]


async def test_the_job_of_a_dead_worker_gives_way_to_one_that_does_the_same(db: Database) -> None:
    async with db.transaction() as tx:
        await jobs.defer(tx, note, once="same", number=1)
        await tx.execute("UPDATE procrastinate_jobs SET status = 'doing', attempts = 1")
        await jobs.defer(tx, note, once="same", number=2)
    app = jobs.create_app(jobs.Context(db), queues_conninfo=db.settings.url)
    async with app.open_async():
        assert await jobs.rescue_stalled(app) == 1
        assert await jobs.rescue_stalled(app) == 0
    await asyncio.wait_for(jobs.run_due(jobs.Context(db)), 10)
    assert DONE == [2]
    assert await waiting(db) == 0
