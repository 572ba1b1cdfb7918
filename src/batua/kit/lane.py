"""A lane: what callers hand in one by one is done in groups, by one call for each group.

While one group is being done, the next one gathers; there is no timer, so a lone caller waits for
nobody and many callers share one commit. One call is under way at a time.
"""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from typing import Final, Generic, TypeVar

from batua.kit import metrics
from batua.kit.db import AWAY
from batua.kit.logs import log
from batua.kit.refusal import Unavailable

I = TypeVar("I")  # noqa: E741 - the item that is handed in
R = TypeVar("R")

MOST_AT_ONCE: Final = 1000
"""A group is no larger: who came first need not wait for everybody."""
MOST_QUEUED: Final = 8000

GROUP_SIZE = metrics.histogram(
    "batua_lane_group_size", "Items done by one call.", "lane", buckets=(1, 4, 16, 64, 256, 1000)
)


class Lane(Generic[I, R]):
    """Gathers items into groups.

    do  does a group and returns a result, or the exception to raise, for each item in order; what
        it raises itself is raised to everybody in the group
    """

    def __init__(
        self,
        name: str,
        do: Callable[[Sequence[I]], Awaitable[Sequence[R | Exception]]],
        *,
        most_at_once: int = MOST_AT_ONCE,
        most_queued: int = MOST_QUEUED,
    ) -> None:
        self._do = do
        self._most_at_once = most_at_once
        self._most_queued = most_queued
        self._queue: deque[tuple[I, asyncio.Future[R]]] = deque()
        self._worker: asyncio.Task[None] | None = None
        self._sizes = GROUP_SIZE.labels(name)

    def __len__(self) -> int:
        return len(self._queue)

    async def put(self, item: I) -> R:
        """Hand an item in and wait for its result.

        A caller that goes away takes nothing back: the item is done all the same.

        refuses  Unavailable when too many are waiting
        """
        if len(self._queue) >= self._most_queued:
            raise Unavailable
        future: asyncio.Future[R] = asyncio.get_running_loop().create_future()
        self._queue.append((item, future))
        if self._worker is None:
            self._worker = asyncio.create_task(self._work())
        return await future

    async def drained(self) -> None:
        """Wait until everything handed in so far is done."""
        if self._worker is not None:
            await asyncio.shield(self._worker)

    async def _work(self) -> None:
        try:
            while self._queue:
                await asyncio.sleep(0)  # who is about to hand something in comes along
                size = min(len(self._queue), self._most_at_once)
                await self._do_group([self._queue.popleft() for _ in range(size)])
        finally:
            self._worker = None

    async def _do_group(self, group: list[tuple[I, asyncio.Future[R]]]) -> None:
        self._sizes.observe(len(group))
        try:
            results = await self._do([item for item, _ in group])
            assert len(results) == len(group), "a result for each item"
        except Exception as error:  # noqa: BLE001 - whatever went wrong, nobody may wait for ever
            results = [error] * len(group)
        for (_, future), result in zip(group, results, strict=True):
            if future.done():
                continue  # its caller went away
            if isinstance(result, Exception):
                future.set_exception(result)
            else:
                future.set_result(result)


async def in_parts(
    name: str, items: Sequence[I], do: Callable[[Sequence[I]], Awaitable[Sequence[R | None]]]
) -> list[R | None]:
    """Do a group as one, or what can be done of it in parts.

    A part that fails is halved until the item that spoils it stands alone. When the database goes
    away it is not known what was done, so nothing is tried twice here.

    do       one transaction; a result, or None, for each item in order
    returns  None also for an item that fails, or that was lost sight of: its caller asks by its key
    """
    try:
        return list(await do(items))
    except AWAY as error:
        log.warning("group_in_doubt", lane=name, count=len(items), reason=type(error).__name__)
        return [None] * len(items)
    except Exception as error:  # noqa: BLE001 - one item must not fail the others
        log.warning("group_divided", lane=name, count=len(items), reason=type(error).__name__)
        if len(items) == 1:
            return [None]
        middle = len(items) // 2
        first = await in_parts(name, items[:middle], do)
        return [*first, *await in_parts(name, items[middle:], do)]
