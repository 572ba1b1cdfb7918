"""The journal: nothing stated is lost, nothing unstated is heard, in the order of commits."""

import asyncio
from dataclasses import dataclass
from datetime import timedelta
from typing import ClassVar
from uuid import UUID, uuid4

import pytest
from tests import hearing

from batua.kit import clock, journal
from batua.kit.db import Database, Tx, execute, fetch_all, fetch_value
from batua.kit.money import Currency, Money

HEARD: list[tuple[UUID, int]] = []
FAILING: set[int] = set()


@dataclass(frozen=True, kw_only=True)
class Counted(journal.Fact):
    """A fact of this test alone."""

    kind: ClassVar[str] = "testing.counted"
    number: int
    amount: Money | None = None


@journal.hears(Counted)
async def hear(tx: Tx, fact: Counted) -> None:
    if fact.number in FAILING:
        raise ValueError(fact.number)
    HEARD.append((fact.subject, fact.number))


READER = hear.__module__


@pytest.fixture(autouse=True)
def _nothing_heard() -> None:
    HEARD.clear()
    FAILING.clear()


async def hear_all(db: Database) -> None:
    await hearing.hear_all(db, READER)


async def test_a_fact_comes_back_with_its_types(tx: Tx) -> None:
    stated = Counted(
        subject=uuid4(), audience=(uuid4(),), number=7, amount=Money(5, Currency("INR"))
    )
    await journal.state(tx, stated)
    assert await journal.facts(tx, ["testing.counted"]) == [stated]


async def test_a_rolled_back_fact_is_never_heard(db: Database) -> None:
    with pytest.raises(ZeroDivisionError):
        async with db.transaction() as tx:
            await journal.state(tx, Counted(subject=uuid4(), number=1))
            raise ZeroDivisionError
    await hear_all(db)
    assert HEARD == []


async def test_a_transaction_that_commits_late_is_not_skipped(db: Database) -> None:
    """The early number of a slow transaction must still be heard after a quick one's later number."""
    slow_stated, quick_done = asyncio.Event(), asyncio.Event()
    subject = uuid4()

    async def slow() -> None:
        async with db.transaction() as tx:
            await journal.state(tx, Counted(subject=subject, number=1))
            slow_stated.set()
            await quick_done.wait()

    task = asyncio.create_task(slow())
    await slow_stated.wait()
    async with db.transaction() as tx:
        await journal.state(tx, Counted(subject=subject, number=2))
    assert await journal.react(db, READER) == 0
    assert HEARD == []  # the quick one waits for the slow one
    quick_done.set()
    await task
    await hear_all(db)
    assert HEARD == [(subject, 1), (subject, 2)]


async def test_many_writers_and_two_hearers_lose_and_double_nothing(db: Database) -> None:
    subject = uuid4()

    async def write(start: int) -> None:
        for number in range(start, start + 25):
            async with db.transaction() as tx:
                await journal.state(tx, Counted(subject=subject, number=number))

    async def keep_hearing(until: asyncio.Event) -> None:
        while not until.is_set():
            await journal.react(db, READER)

    done = asyncio.Event()
    hearers = [asyncio.create_task(keep_hearing(done)) for _ in range(2)]
    await asyncio.gather(*(write(n * 25) for n in range(8)))
    done.set()
    await asyncio.gather(*hearers)
    await hear_all(db)
    assert sorted(number for _, number in HEARD) == list(range(200))


async def test_a_poisonous_fact_is_parked_and_heard_once_it_is_mended(db: Database) -> None:
    subject = uuid4()
    FAILING.add(1)
    with clock.frozen(clock.now()) as now:
        async with db.transaction() as tx:
            for number in range(3):
                await journal.state(tx, Counted(subject=subject, number=number))
        for _ in range(journal.MAX_TRIES):
            await hear_all(db)
            now.advance(timedelta(hours=2))
        assert HEARD == [(subject, 0), (subject, 2)]
        async with db.transaction() as tx:
            parked = await fetch_all(tx, "SELECT tries, reason, is_passed FROM journal.parked")
        assert parked == [(journal.MAX_TRIES, "ValueError", True)]
        FAILING.clear()
        now.advance(timedelta(hours=2))
        assert await journal.retry_parked(db) == 1
    assert HEARD == [(subject, 0), (subject, 2), (subject, 1)]
    async with db.transaction() as tx:
        assert await fetch_value(tx, "SELECT count(*) FROM journal.parked") == 0


async def test_a_fact_that_does_not_fit_its_class_is_parked_too(db: Database) -> None:
    subject = uuid4()
    with clock.frozen(clock.now()) as now:
        async with db.transaction() as tx:
            await execute(
                tx,
                "INSERT INTO journal.fact (at, kind, subject, data)"
                " VALUES (now(), 'testing.counted', %(s)s, '{\"number\": \"many\"}')",
                {"s": subject},
            )
            await journal.state(tx, Counted(subject=subject, number=1))
        for _ in range(journal.MAX_TRIES):
            await hear_all(db)
            now.advance(timedelta(hours=2))
    assert HEARD == [(subject, 1)]
    async with db.transaction() as tx:
        parked = await fetch_all(tx, "SELECT reason, is_passed FROM journal.parked")
    assert parked == [("ValidationError", True)]


async def test_the_runtime_role_cannot_alter_a_fact(db: Database) -> None:
    import psycopg

    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        async with db.transaction() as tx:
            await execute(tx, "UPDATE journal.fact SET kind = 'x'")
