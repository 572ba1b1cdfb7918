"""kill -9 of the worker: sends go on, and whoever was paid is told of it once."""

import time

import pytest
from tests.faults import killing, trial
from tests.faults.accountant import everybody_is_told
from tests.faults.load import Load
from tests.system import System

pytestmark = [pytest.mark.fault, pytest.mark.slow, pytest.mark.xdist_group("faults")]


async def test_a_killed_worker_tells_everybody_once(victim: System) -> None:
    async def strike(load: Load) -> float:
        pid = await killing.there(victim, "worker")
        since = time.monotonic()
        killing.kill(pid)
        await load.recovered(since)  # sends need no worker
        await load.settle()
        return await everybody_is_told(load) - since

    await trial.endure(victim, "worker killed", strike, trial.rounds(1))
