"""The sandbox's clockwork: awake after an order, at rest while nobody calls, and never stopped."""

import asyncio
import contextlib
from collections.abc import AsyncIterator

import pytest

from batua.kit import tasks
from batua.sandbox import clockwork as room
from batua.sandbox.clockwork import Clockwork, Stirring

LONG_S = 3600.0
PATIENCE_S = 30


class Steps:
    """Counts what is done; the first may fail."""

    def __init__(self, *, fails: bool = False) -> None:
        self.fails = fails
        self.done = asyncio.Semaphore(0)

    async def __call__(self) -> int:
        self.done.release()
        if self.fails:
            self.fails = False
            raise OSError
        return 0

    async def one_more(self) -> None:
        async with asyncio.timeout(PATIENCE_S):
            await self.done.acquire()


@contextlib.asynccontextmanager
async def running(clockwork: Clockwork, steps: Steps) -> AsyncIterator[None]:
    task = asyncio.create_task(clockwork.for_ever(steps))
    try:
        yield
    finally:
        await tasks.end(task)


async def test_it_rests_until_somebody_orders_something(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "AWAKE_S", 0.0)
    monkeypatch.setattr(room, "IDLE_S", LONG_S)
    clockwork, steps = Clockwork(0.001), Steps()
    orders = Stirring(nothing, clockwork)
    async with running(clockwork, steps):
        await steps.one_more()
        for _ in range(3):
            await orders({"type": "http", "method": "GET"}, nobody, nobody)  # type: ignore[arg-type,typeddict-item]
            await asyncio.sleep(0.02)
            assert steps.done.locked()
            await orders({"type": "http", "method": "POST"}, nobody, nobody)  # type: ignore[arg-type,typeddict-item]
            await steps.one_more()


async def test_after_an_order_it_looks_at_every_tick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "IDLE_S", LONG_S)
    clockwork, steps = Clockwork(0.001), Steps()
    async with running(clockwork, steps):
        for _ in range(5):
            await steps.one_more()


async def test_a_step_that_fails_stops_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "_REST_AFTER_ERROR_S", 0.001)
    steps = Steps(fails=True)
    async with running(Clockwork(0.001), steps):
        await steps.one_more()
        await steps.one_more()


async def nothing(*_: object) -> None: ...


async def nobody(*_: object) -> None: ...
