"""Callers that do one thing again and again for a while, and how fast it went."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from statistics import median
from typing import Any

Act = Callable[[int], Awaitable[None]]
"""One act of the caller of this number."""


@dataclass(frozen=True)
class Pace:
    """How fast something was done: acts a second, and how long one took in milliseconds."""

    per_s: float
    p50_ms: float
    p99_ms: float

    def plain(self) -> dict[str, Any]:
        """Rounded, as it is written down."""
        return {
            "per_s": round(self.per_s, 1),
            "p50_ms": round(self.p50_ms, 2),
            "p99_ms": round(self.p99_ms, 2),
        }


async def keep(callers: int, seconds: float, act: Act) -> Pace:
    """Let so many callers act without pause for a while."""
    took: list[float] = []
    began = time.perf_counter()
    ends = began + seconds

    async def call(number: int) -> None:
        while (start := time.perf_counter()) < ends:
            await act(number)
            took.append(time.perf_counter() - start)

    await asyncio.gather(*(call(number) for number in range(callers)))
    return pace(took, time.perf_counter() - began)


def pace(took: list[float], seconds: float) -> Pace:
    """The pace of acts that took so long."""
    ordered = sorted(took)
    return Pace(
        per_s=len(ordered) / seconds,
        p50_ms=ordered[len(ordered) // 2] * 1000,
        p99_ms=ordered[min(len(ordered) - 1, len(ordered) * 99 // 100)] * 1000,
    )


def middle(paces: list[Pace]) -> Pace:
    """The median of each figure over several runs."""
    return Pace(
        per_s=median(one.per_s for one in paces),
        p50_ms=median(one.p50_ms for one in paces),
        p99_ms=median(one.p99_ms for one in paces),
    )
