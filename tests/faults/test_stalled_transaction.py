"""Somebody holds the lock of an account for many seconds: the others go on meanwhile."""

import asyncio
import time

import psycopg
import pytest
from tests.faults import trial
from tests.faults.load import Load
from tests.system import System

STALL_S = 15 if trial.LONG else 3
"""Longer than a statement waits for a lock."""

pytestmark = [pytest.mark.fault, pytest.mark.slow, pytest.mark.xdist_group("faults")]


async def test_while_an_account_is_stalled_the_others_go_on(victim: System, narrow: str) -> None:
    # In a long run with the settings that people have.
    address = victim.address if trial.LONG else narrow

    async def strike(load: Load) -> float:
        hot = load.people[-1]
        async with await psycopg.AsyncConnection.connect(victim.database_url) as connection:
            await connection.execute(
                "SELECT FROM ledger.account a JOIN payments.wallet w ON w.account = a.public_id"
                " WHERE w.person = %s FOR UPDATE OF a",
                [hot.id],
            )
            since = time.monotonic()
            others = await load.recovered(since, avoided=hot)
            await asyncio.sleep(max(0, since + STALL_S - time.monotonic()))
        released = time.monotonic()
        return max(others, await load.recovered(released))

    await trial.endure(
        victim, "stalled transaction", strike, trial.rounds(1, share=0.5), address=address
    )
