"""Tasks end, even one that misses that it is told to."""

import asyncio

import pytest

from batua.kit import tasks


async def test_a_task_that_loses_a_cancellation_ends_all_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(tasks, "PATIENCE_S", 0.01)
    lost = []

    async def deaf() -> None:
        while True:
            try:
                await asyncio.sleep(3600)
            except asyncio.CancelledError:
                if len(lost) == 2:
                    raise
                lost.append("a cancellation")

    task = asyncio.create_task(deaf())
    await asyncio.sleep(0)  # it has begun
    await tasks.end(task)
    assert (task.cancelled(), len(lost)) == (True, 2)


async def test_what_a_task_raised_is_left_in_it() -> None:
    async def fails() -> None:
        raise LookupError("gone")

    async def is_done() -> str:
        return "done"

    failed, done = asyncio.create_task(fails()), asyncio.create_task(is_done())
    await asyncio.wait({failed, done})
    await tasks.end(failed, done)
    assert (repr(failed.exception()), done.result()) == ("LookupError('gone')", "done")


async def test_nothing_to_end_is_no_wait() -> None:
    await tasks.end()
