"""Lanes: what is handed in one by one is done in groups, and each caller gets its own result."""

import asyncio
from collections.abc import Collection, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from batua.kit import lane as lanes
from batua.kit.lane import Lane, Stalls, in_parts
from batua.kit.refusal import Stalled, Unavailable


async def settled() -> None:
    """Let every task run until it waits for something that does not come by itself."""
    for _ in range(20):
        await asyncio.sleep(0)


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
    await settled()
    others = [asyncio.create_task(lane.put(n)) for n in range(1, 50)]
    await settled()
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
    await settled()
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
    await settled()
    waiting = [asyncio.create_task(lane.put(n)) for n in range(3)]
    await settled()
    with pytest.raises(Unavailable):
        await lane.put(9)
    desk.gate.set()
    assert await asyncio.gather(first, *waiting) == [0, 0, 2, 4]


async def test_drained_waits_for_all_that_was_handed_in() -> None:
    desk = Desk()
    desk.gate.clear()
    lane: Lane[int, int] = Lane("test", desk.do)
    task = asyncio.create_task(lane.put(1))
    await settled()
    waits = asyncio.create_task(lane.drained())
    await settled()
    assert not waits.done()
    desk.gate.set()
    await waits
    assert await task == 2
    await lane.drained()


class Shelf:
    """Things that items need; one that is taken makes the whole group wait in vain."""

    def __init__(self, *taken: int) -> None:
        self.is_taken = set(taken)
        self.asked: list[set[int]] = []
        self.done: list[list[int]] = []
        self.stalls: Stalls[int, int] = Stalls(lambda item: (item % 10,), self.taken)

    async def taken(self, things: Collection[int]) -> set[int]:
        self.asked.append(set(things))
        return self.is_taken.intersection(things)

    async def do(self, items: Sequence[int]) -> list[int | None]:
        if self.is_taken.intersection(item % 10 for item in items):
            raise Stalled
        self.done.append(list(items))
        return [2 * item for item in items]

    async def place(self, items: Sequence[int]) -> list[int | Exception | None]:
        return await in_parts("test", items, self.do, self.stalls)


def is_stalled(found: object) -> bool:
    return isinstance(found, Stalled)


async def test_what_needs_a_taken_thing_is_left_out_and_never_waited_for_again() -> None:
    shelf = Shelf(3)
    first, stalled, last = await shelf.place([1, 13, 2])
    assert (first, is_stalled(stalled), last) == (2, True, 4)
    assert shelf.asked == [{1, 2, 3}]
    first, stalled = await shelf.place([5, 3])
    assert (first, is_stalled(stalled)) == (10, True)
    assert shelf.asked[1:] == [{3}]  # asked before it was tried, and only for what is known
    assert await shelf.place([7]) == [14]
    assert len(shelf.asked) == 2
    shelf.is_taken.clear()
    assert await shelf.place([5, 3]) == [10, 6]
    assert await shelf.place([3]) == [6]
    assert shelf.asked[2:] == [{3}]
    assert shelf.done == [[1, 2], [5], [7], [5, 3], [3]]


async def test_when_all_is_taken_nothing_is_done() -> None:
    shelf = Shelf(3)
    assert all(map(is_stalled, await shelf.place([3, 13])))
    assert all(map(is_stalled, await shelf.place([3, 13])))
    assert shelf.done == []


async def test_what_is_free_again_when_it_is_asked_for_goes_the_other_way() -> None:
    shelf = Shelf()

    async def do(items: Sequence[int]) -> list[int | None]:
        raise Stalled

    assert await in_parts("test", [1, 2], do, shelf.stalls) == [None, None]


async def test_when_nobody_can_say_what_is_taken_each_goes_the_other_way() -> None:
    shelf = Shelf(3)

    async def away(_: Collection[int]) -> set[int]:
        raise Unavailable

    shelf.stalls = Stalls(lambda item: (item % 10,), away)
    assert await shelf.place([1, 3]) == [None, None]


@given(
    items=st.lists(st.integers(0, 999), max_size=30),
    taken=st.sets(st.integers(0, 9)),
    known=st.sets(st.integers(0, 9)),
)
async def test_exactly_what_needs_a_taken_thing_is_stalled(
    items: list[int], taken: set[int], known: set[int]
) -> None:
    shelf = Shelf(*known)
    await shelf.place(list(known))
    shelf.is_taken, shelf.done = taken, []
    found = await shelf.place(items)
    assert list(map(is_stalled, found)) == [item % 10 in taken for item in items]
    made = [item for group in shelf.done for item in group]
    assert made == [item for item in items if item % 10 not in taken]
    assert [each for each in found if not is_stalled(each)] == [2 * item for item in made]


async def test_what_is_stalled_waits_outside_and_is_done_once_it_is_free() -> None:
    shelf = Shelf(3)
    lane: Lane[int, int | None] = Lane("test", shelf.place)
    waits = asyncio.create_task(lane.put(3))
    assert await asyncio.gather(*(lane.put(n) for n in (1, 2))) == [2, 4]
    assert not waits.done()
    shelf.is_taken.clear()
    assert await waits == 6


async def test_what_stays_stalled_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lanes, "STALLED_WAITS_S", (0.0, 0.0))
    shelf = Shelf(3)
    lane: Lane[int, int | None] = Lane("test", shelf.place)
    with pytest.raises(Stalled):
        await lane.put(3)
    assert len(shelf.asked) == 3 and shelf.done == []
