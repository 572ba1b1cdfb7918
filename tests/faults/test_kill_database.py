"""kill -9 of the database: all of it, its first process, or one of its backends."""

import time

import pytest
from tests.faults import killing, trial
from tests.faults.load import Load
from tests.system import System

pytestmark = [pytest.mark.fault, pytest.mark.slow, pytest.mark.xdist_group("faults")]


async def test_a_killed_database_loses_and_doubles_nothing(victim: System) -> None:
    async def strike(load: Load) -> float:
        pid = await killing.there(victim, "database")
        since = time.monotonic()
        killing.kill_database(pid, load.dice)
        return await load.recovered(since)

    await trial.endure(victim, "database killed", strike, trial.rounds(1))
