"""Lanes: what is handed in one by one is done in groups, and each caller gets its own result."""

import asyncio
from collections.abc import Sequence

import pytest

from batua.kit.lane import Lane
from batua.kit.refusal import Unavailable


class Desk:
    """Doubles numbers; keeps what it was given, and waits for a sign before it is done."""

    def __init__(self) -> None:
        self.groups: list[list[int]] = []
        self.gate = asyncio.Event()
        self.gate.set()

    async def do(self, items: Sequence[int]) -> list[int | Exception]:
        self.groups.append(list(items))
        await self.gate.wait()
        return [ValueError(str(item)) if item < 0 else item * 2 for item in items]


async def test_one_that_comes_alone_waits_for_nobody() -> None:
    desk = Desk()
    lane: Lane[int, int] = Lane("test", desk.do)
    assert await lane.put(4) == 8
    assert await lane.put(5) == 10
    assert desk.groups == [[4], [5]]


async def test_what_comes_while_a_group_is_done_is_the_next_group() -> None:
    desk = Desk()
    desk.gate.clear()
    lane: Lane[int, int] = Lane("test", desk.do)
    first = asyncio.create_task(lane.put(0))
    await asyncio.sleep(0.01)
    others = [asyncio.create_task(lane.put(n)) for n in range(1, 50)]
    await asyncio.sleep(0.01)
    assert len(lane) == 49
    desk.gate.set()
    assert await asyncio.gather(first, *others) == [2 * n for n in range(50)]
    assert desk.groups == [[0], list(range(1, 50))]


async def test_a_group_is_no_larger_than_it_may_be() -> None:
    desk = Desk()
    lane: Lane[int, int] = Lane("test", desk.do, most_at_once=10)
    await asyncio.gather(*(lane.put(n) for n in range(25)))
    assert [len(group) for group in desk.groups] == [10, 10, 5]


async def test_one_that_fails_costs_its_neighbours_nothing() -> None:
    lane: Lane[int, int] = Lane("test", Desk().do)
    found = await asyncio.gather(*(lane.put(n) for n in (1, -2, 3)), return_exceptions=True)
    assert found[0] == 2 and found[2] == 6
    assert isinstance(found[1], ValueError)


async def test_when_the_whole_call_fails_everybody_hears_it_and_the_next_are_served() -> None:
    is_broken = True

    async def do(items: Sequence[int]) -> list[int]:
        if is_broken:
            raise OSError("away")
        return list(items)

    lane: Lane[int, int] = Lane("test", do)
    found = await asyncio.gather(lane.put(1), lane.put(2), return_exceptions=True)
    assert [type(one) for one in found] == [OSError, OSError]
    is_broken = False
    assert await lane.put(3) == 3


async def test_a_caller_that_goes_away_takes_nothing_back() -> None:
    desk = Desk()
    desk.gate.clear()
    lane: Lane[int, int] = Lane("test", desk.do)
    gone, stays = asyncio.create_task(lane.put(1)), asyncio.create_task(lane.put(2))
    await asyncio.sleep(0.01)
    gone.cancel()
    desk.gate.set()
    assert await stays == 4
    assert desk.groups == [[1, 2]]
    with pytest.raises(asyncio.CancelledError):
        await gone


async def test_a_full_lane_refuses_instead_of_growing() -> None:
    desk = Desk()
    desk.gate.clear()
    lane: Lane[int, int] = Lane("test", desk.do, most_queued=3)
    first = asyncio.create_task(lane.put(0))
    await asyncio.sleep(0.01)
    waiting = [asyncio.create_task(lane.put(n)) for n in range(3)]
    await asyncio.sleep(0.01)
    with pytest.raises(Unavailable):
        await lane.put(9)
    desk.gate.set()
    assert await asyncio.gather(first, *waiting) == [0, 0, 2, 4]


async def test_drained_waits_for_all_that_was_handed_in() -> None:
    desk = Desk()
    desk.gate.clear()
    lane: Lane[int, int] = Lane("test", desk.do)
    task = asyncio.create_task(lane.put(1))
    await asyncio.sleep(0.01)
    waits = asyncio.create_task(lane.drained())
    await asyncio.sleep(0.01)
    assert not waits.done()
    desk.gate.set()
    await waits
    assert await task == 2
    await lane.drained()
