"""kill -9 of the web process while it answers."""

import time

import pytest
from tests.faults import killing, trial
from tests.faults.load import Load
from tests.system import System

pytestmark = [pytest.mark.fault, pytest.mark.slow, pytest.mark.xdist_group("faults")]


async def test_a_killed_web_process_loses_and_doubles_nothing(victim: System) -> None:
    async def strike(load: Load) -> float:
        pid = await killing.there(victim, "web")
        since = time.monotonic()
        killing.kill(pid)
        return await load.recovered(since)

    await trial.endure(victim, "web killed", strike, trial.rounds(1))
