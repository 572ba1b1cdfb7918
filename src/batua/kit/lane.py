"""A lane: what callers hand in one by one is done in groups, by one call for each group.

While one group is being done, the next one gathers; there is no timer, so a lone caller waits for
nobody and many callers share one commit. One call is under way at a time.
"""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Collection, Hashable, Sequence
from collections.abc import Set as AbstractSet
from contextlib import suppress
from typing import Final, Generic, TypeVar

from batua.kit import metrics
from batua.kit.db import AWAY
from batua.kit.logs import log
from batua.kit.refusal import Stalled, Unavailable

I = TypeVar("I")  # noqa: E741 - the item that is handed in
R = TypeVar("R")
N = TypeVar("N", bound=Hashable)

MOST_AT_ONCE: Final = 1000
"""A group is no larger: who came first need not wait for everybody."""
MOST_QUEUED: Final = 8000
STALLED_WAITS_S: Final = (0.1, 0.2, 0.4, 0.8)
"""How long an item that is stalled waits before it is tried again, and again; then it is refused."""

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

        A caller that goes away takes nothing back: the item is done all the same. One that is
        stalled waits here, where it keeps nobody up.

        refuses  Unavailable when too many are waiting; Stalled
        """
        for wait_s in STALLED_WAITS_S:
            try:
                return await self._put(item)
            except Stalled:
                await asyncio.sleep(wait_s)
        return await self._put(item)

    async def _put(self, item: I) -> R:
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


class Stalls(Generic[I, N]):
    """What somebody else keeps for longer than a group waits, so that no group waits for it again.

    needs  what an item needs
    taken  which of these are in somebody else's hands at this moment; asked without waiting
    """

    def __init__(
        self,
        needs: Callable[[I], Collection[N]],
        taken: Callable[[Collection[N]], Awaitable[AbstractSet[N]]],
    ) -> None:
        self._needs = needs
        self._taken = taken
        self._known: set[N] = set()

    async def hit(self, items: Sequence[I]) -> list[bool]:
        """After a group has waited in vain: which of its items need what is taken, if that is known."""
        with suppress(*AWAY):
            self._known |= await self._taken({need for item in items for need in self._needs(item)})
        return [not self._known.isdisjoint(self._needs(item)) for item in items]

    async def still(self, items: Sequence[I]) -> list[bool]:
        """Which items need what was found taken and is taken yet; asks nobody when nothing was."""
        if not self._known:
            return [False] * len(items)
        asked = self._known.intersection(need for item in items for need in self._needs(item))
        if asked:
            self._known -= asked - await self._taken(asked)
        return [not self._known.isdisjoint(self._needs(item)) for item in items]


async def in_parts(
    name: str,
    items: Sequence[I],
    do: Callable[[Sequence[I]], Awaitable[Sequence[R | None]]],
    stalls: Stalls[I, N],
) -> list[R | Exception | None]:
    """Do a group as one, or what can be done of it in parts.

    What is stalled is left out. A part that fails otherwise is halved until the item that spoils it
    stands alone. When the database goes away it is not known what was done, so nothing is tried
    twice here.

    do       one transaction; a result, or None, for each item in order; raises Stalled when it has
             waited in vain for something and did nothing
    returns  None also for an item that fails, or that was lost sight of: its caller asks by its key;
             Stalled for one that needs what somebody else keeps: nothing of it was done
    """
    try:
        left_out = await stalls.still(items)
        if not any(left_out):
            return list(await do(items))
    except Stalled:
        left_out = await stalls.hit(items)
        log.warning("group_stalled", lane=name, count=len(items), stalled=sum(left_out))
        if not any(left_out):  # it is free again, or was nothing that is known: each tries alone
            return [None] * len(items)
    except AWAY as error:
        log.warning("group_in_doubt", lane=name, count=len(items), reason=type(error).__name__)
        return [None] * len(items)
    except Exception as error:  # noqa: BLE001 - one item must not fail the others
        log.warning("group_divided", lane=name, count=len(items), reason=type(error).__name__)
        if len(items) == 1:
            return [None]
        middle = len(items) // 2
        first = await in_parts(name, items[:middle], do, stalls)
        return [*first, *await in_parts(name, items[middle:], do, stalls)]
    rest = [item for item, is_out in zip(items, left_out, strict=True) if not is_out]
    done = iter(await in_parts(name, rest, do, stalls) if rest else ())
    return [Stalled() if is_out else next(done) for is_out in left_out]
