"""All connections are taken: whoever comes is told to come again, and all is well afterwards."""

import asyncio
import contextlib
import time

import psycopg
import pytest
from tests.faults import trial
from tests.faults.load import Load
from tests.system import System

from batua.kit import tasks

pytestmark = [pytest.mark.fault, pytest.mark.slow, pytest.mark.xdist_group("faults")]


async def test_a_server_without_a_free_connection_is_survived(victim: System, narrow: str) -> None:
    """Others take every place on the server, and what the web process had is lost."""

    async def strike(load: Load) -> float:
        async with contextlib.AsyncExitStack() as stack:
            before = load.refused_503
            hoarder = asyncio.create_task(hoard(victim.database_url, stack))
            await load.until(lambda: load.refused_503 > before, "nobody was refused")
            await tasks.end(hoarder)
        return await load.recovered(time.monotonic())

    await trial.endure(
        victim, "no connection left on the server", strike, trial.rounds(1), address=narrow
    )


async def hoard(url: str, stack: contextlib.AsyncExitStack) -> None:
    """Take every place that becomes free, and end the connections of the web processes."""
    ending = (
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'batua'"
    )
    first = await psycopg.AsyncConnection.connect(url, autocommit=True)
    await stack.enter_async_context(first)
    while True:
        try:
            await stack.enter_async_context(await psycopg.AsyncConnection.connect(url))
        except psycopg.OperationalError:
            await first.execute(ending)
            await asyncio.sleep(0.05)


async def test_a_pool_whose_connections_all_wait_refuses_and_recovers(
    victim: System, narrow: str
) -> None:
    """Somebody locks a table: those who read it take every connection of one web process."""

    async def strike(load: Load) -> float:
        who = load.people[0]
        async with await psycopg.AsyncConnection.connect(victim.database_url) as connection:
            await connection.execute("LOCK TABLE payments.request")
            waiting = [asyncio.create_task(who.ask("GET", "/requests")) for _ in range(10)]
            await load.until(lambda: any(task.done() for task in waiting), "nobody was refused")
            answer = await next(task for task in waiting if task.done())
            assert answer.status_code == 503
            assert int(answer.headers["Retry-After"]) > 0
        released = time.monotonic()
        found = await load.recovered(released)
        answers = await asyncio.gather(*waiting)
        assert {answer.status_code for answer in answers} <= {200, 503}
        return found

    await trial.endure(victim, "pool exhausted", strike, trial.rounds(1), address=narrow)
