"""The ways to the database: connections for lanes, and arrays as text."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

import psycopg
import pytest
import pytest_asyncio
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.standby import eventually

from batua.kit.db import (
    Database,
    DatabaseSettings,
    Tx,
    array_of,
    execute,
    fetch_value,
    text_array_of,
)
from batua.kit.pool import SHORTLY_S, Patient, Reach
from batua.kit.refusal import Unavailable


async def backend(tx: Tx) -> int:
    return int(await fetch_value(tx, "SELECT pg_backend_pid()"))


async def cut(url: str, pid: int) -> None:
    """End a connection from outside, as a restart of the server would."""
    async with await psycopg.AsyncConnection.connect(url, autocommit=True) as owner:
        await owner.execute("SELECT pg_terminate_backend(%s)", [pid])


@pytest_asyncio.fixture
async def narrow(database: str) -> AsyncIterator[Database]:
    """A database with one connection for everybody who is no lane."""
    found = Database(DatabaseSettings(url=database, pool_max=1, wait_s=1))
    await found.open()
    yield found
    await found.close()


async def test_when_all_connections_are_lost_the_next_is_not_waited_for(database: str) -> None:
    """Each dead one costs a look; a second each, as the pool would wait, would be too long here."""
    found = Database(DatabaseSettings(url=database, pool_min=6, pool_max=6, wait_s=3))
    await found.open()
    try:
        async with AsyncExitStack() as stack:
            held = [await stack.enter_async_context(found.statement()) for _ in range(6)]
            pids = [await backend(tx) for tx in held]
        for pid in pids:
            await cut(database, pid)
        async with found.transaction() as tx:
            assert await backend(tx) not in pids
    finally:
        await found.close()


async def test_lanes_wait_for_nobody_else(narrow: Database) -> None:
    async with narrow.statement() as tx, narrow.lane() as one, narrow.lane() as other:
        pids = {await backend(each) for each in (tx, one, other)}
        assert len(pids) == 3
        assert await narrow.ask(backend) not in pids
        with pytest.raises(Unavailable):
            async with narrow.statement():
                raise AssertionError("there was a second one")


async def test_a_question_survives_that_its_connection_was_lost(
    db: Database, database: str
) -> None:
    first = await db.ask(backend)
    assert await db.ask(backend) == first
    await cut(database, first)
    assert await db.ask(backend) != first


async def test_whoever_must_not_ask_twice_is_told_that_it_was_lost(
    db: Database, database: str
) -> None:
    first = await db.ask(backend)
    await cut(database, first)
    with pytest.raises((psycopg.OperationalError, Unavailable)):
        async with db.lane() as tx:
            await backend(tx)
    async with db.lane() as tx:
        assert await backend(tx) != first


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))))
async def test_texts_of_any_kind_come_back_as_they_were(tx: Tx, values: list[str]) -> None:
    told = text_array_of(values)
    assert await fetch_value(tx, "SELECT %(a)s::text[]", {"a": told}) == values


async def test_plain_values_and_nulls_come_back_as_they_were(tx: Tx) -> None:
    ids = [UUID(int=1), None, UUID(int=2**128 - 1)]
    assert await fetch_value(tx, "SELECT %(a)s::uuid[]", {"a": array_of(ids)}) == ids
    numbers = [0, -5, 9_000_000_000_000_000]
    assert await fetch_value(tx, "SELECT %(a)s::bigint[]", {"a": array_of(numbers)}) == numbers
    truths = [True, False]
    assert await fetch_value(tx, "SELECT %(a)s::boolean[]", {"a": array_of(truths)}) == truths
    assert await fetch_value(tx, "SELECT %(a)s::uuid[]", {"a": array_of([])}) == []


async def test_a_read_sees_one_moment_writes_nothing_and_leaves_no_trace(narrow: Database) -> None:
    sql = "INSERT INTO kit.mark (name, value) VALUES ('read', '1')"
    count = "SELECT count(*) FROM kit.mark WHERE name = 'read'"
    with pytest.raises(psycopg.errors.ReadOnlySqlTransaction):
        async with narrow.read() as tx:
            await execute(tx, sql)
    with pytest.raises(ZeroDivisionError):
        async with narrow.read() as tx:
            raise ZeroDivisionError
    async with narrow.read() as tx:
        assert await fetch_value(tx, count) == 0
        async with narrow.lane() as other:
            await execute(other, sql)
        async with tx.transaction():  # a savepoint
            assert await fetch_value(tx, count) == 0
    async with narrow.transaction() as tx:  # the same connection, as it was
        assert await fetch_value(tx, "SHOW transaction_isolation") == "read committed"
        assert await fetch_value(tx, "SHOW transaction_read_only") == "off"
        assert await fetch_value(tx, count) == 1


async def test_a_read_that_is_given_up_gives_its_connection_back(narrow: Database) -> None:
    async def read() -> None:
        async with narrow.read() as tx:
            await fetch_value(tx, "SELECT pg_sleep(30)")

    reading = asyncio.create_task(read())
    await asyncio.sleep(0.2)
    reading.cancel()
    with pytest.raises(asyncio.CancelledError):
        await reading
    async with narrow.transaction() as tx:
        assert await fetch_value(tx, "SELECT 1") == 1


@dataclass
class Door:
    """A socket of our own before the real server, which can be taken away."""

    folder: Path
    database: str

    @property
    def url(self) -> str:
        parts = psycopg.conninfo.conninfo_to_dict(self.database)
        return f"postgresql://{parts['user']}@/{parts['dbname']}?host={self.folder}"

    @property
    def socket(self) -> Path:
        return self.folder / ".s.PGSQL.5432"

    def open(self) -> None:
        parts = psycopg.conninfo.conninfo_to_dict(self.database)
        self.socket.symlink_to(Path(str(parts["host"])) / self.socket.name)


async def test_a_server_that_is_just_starting_is_waited_for(database: str, tmp_path: Path) -> None:
    """The socket appears only after the first try has failed."""
    door = Door(tmp_path, database)
    with pytest.raises(psycopg.OperationalError):
        await psycopg.AsyncConnection.connect(door.url)
    waiting = asyncio.create_task(Patient.connect(door.url, reach=Reach()))
    done, _ = await asyncio.wait([waiting], timeout=0.1)
    assert not done
    door.open()
    async with await waiting as connection:
        assert (await (await connection.execute("SELECT 1")).fetchone()) == (1,)


async def refused(found: Database) -> None:
    with pytest.raises(Unavailable):
        await found.ask(backend)


async def test_a_server_out_of_reach_is_waited_for_once_and_then_refused_shortly(
    database: str, tmp_path: Path
) -> None:
    """Or who asks on a lane, then alone, behind others, waits many times what one wait may last."""
    wait_s = 3
    door = Door(tmp_path, database)
    door.open()
    found = Database(DatabaseSettings(url=door.url, wait_s=wait_s))
    await found.open()
    try:
        assert await found.ask(backend)
        door.socket.unlink()
        async with await psycopg.AsyncConnection.connect(database, autocommit=True) as owner:
            await owner.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )
        await refused(found)
        often = 8  # each would wait twice
        async with asyncio.timeout(often * wait_s):
            for _ in range(often):
                await refused(found)
        door.open()
        await eventually(lambda: found._reach.patience_s(wait_s) == wait_s)
        async with found.transaction() as tx:
            assert await fetch_value(tx, "SELECT 1") == 1
    finally:
        await found.close()


def test_the_wait_for_a_lost_server_runs_from_when_it_was_lost(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    now = 100.0
    monkeypatch.setattr("batua.kit.pool.time.monotonic", lambda: now)
    reach = Reach()
    assert reach.patience_s(10) == 10
    reach.missed()
    now = 104.0
    reach.missed()
    assert reach.patience_s(10) == 6
    now = 200.0
    assert reach.patience_s(10) == SHORTLY_S
    assert reach.patience_s(0.1) == 0.1
    reach.found()
    assert reach.patience_s(10) == 10
