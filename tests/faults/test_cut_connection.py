"""The connection is cut between commit and answer, to the database and to the people."""

import asyncio
import time

import pytest
from tests.faults import proxy as proxies
from tests.faults import trial
from tests.faults.load import Load
from tests.system import System

pytestmark = [pytest.mark.fault, pytest.mark.slow, pytest.mark.xdist_group("faults")]


async def test_what_was_committed_unheard_is_done_once(victim: System) -> None:
    async with proxies.between(victim.database_url) as proxy:
        address = await asyncio.to_thread(victim.serve_another, {"DATABASE_URL": proxy.url})
        kinds = proxies.kinds()

        async def strike(load: Load) -> float:
            kind, before = next(kinds), proxy.cuts
            since = time.monotonic()
            if kind:
                proxy.awaited = kind.encode()
                await load.until(lambda: proxy.cuts > before, "nothing to cut")
                since = time.monotonic()
            else:
                proxy.cut_everything()
            return await load.recovered(since)

        # Some people go away too, before they are told.
        await trial.endure(
            victim,
            "connection cut after commit",
            strike,
            trial.rounds(3, share=3),
            address=address,
            impatience=0.2,
        )
