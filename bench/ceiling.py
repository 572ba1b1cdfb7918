"""Why sends are not faster: what the processors do for one, and what HTTP alone costs here.

With all cores full of nothing but this work, `cores / processor time of one send` is the most that
can be had; and a server that reads a body and answers is the most that any handler in Python gets.
"""

import asyncio
import os
import resource
import statistics
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psutil
from callers import Pace
from tests.system import free_ports

ROOT = Path(__file__).resolve().parents[1]
ANSWER = b'{"id":"nothing","status":"sent","said":"' + b"nothing " * 50 + b'"}'
"""About as long as a payment; what takes messages may answer so too."""


@dataclass
class Shares:
    """Processor time of one request, in microseconds, by who spent it; one value a run."""

    web: list[float] = field(default_factory=list)
    database: list[float] = field(default_factory=list)
    load: list[float] = field(default_factory=list)

    def of(
        self, measure: Callable[[], Awaitable[Pace]], web: int, database: int, seconds: int
    ) -> Callable[[], Awaitable[Pace]]:
        """The same measurement, with a look at who worked for it.

        web, database  the ids of the processes, whose children count
        """

        async def looked_at() -> Pace:
            before = _spent(web), _spent(database), _spent_by_children()
            pace = await measure()
            after = _spent(web), _spent(database), _spent_by_children()
            requests = pace.per_s * seconds
            for share, end, start in zip(
                (self.web, self.database, self.load), after, before, strict=True
            ):
                share.append((end - start) / requests * 1e6)
            return pace

        return looked_at

    def figures(self, name: str) -> dict[str, float]:
        """The medians, and how many a second would fill the machine."""
        medians = {
            "web": statistics.median(self.web),
            "database": statistics.median(self.database),
            "load": statistics.median(self.load),
        }
        told = {f"{name}_cpu_{who}_us": round(value, 1) for who, value in medians.items()}
        full = (os.cpu_count() or 1) * 1e6 / sum(medians.values())
        return {**told, f"{name}_ceiling_per_s": round(full, 1)}


def _spent(pid: int) -> float:
    """Processor seconds of a process and its children so far."""
    parent = psutil.Process(pid)
    total = 0.0
    for process in [parent, *parent.children(recursive=True)]:
        try:
            times = process.cpu_times()
        except psutil.NoSuchProcess:
            continue
        total += times.user + times.system
    return total


def _spent_by_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


async def nothing(scope: Any, receive: Any, send: Any) -> None:
    """Reads a body and answers."""
    if scope["type"] == "lifespan":
        await receive()
        await send({"type": "lifespan.startup.complete"})
        await receive()
        await send({"type": "lifespan.shutdown.complete"})
        return
    await receive()
    length = str(len(ANSWER)).encode()
    headers = [(b"content-type", b"application/json"), (b"content-length", length)]
    await send({"type": "http.response.start", "status": 201, "headers": headers})
    await send({"type": "http.response.body", "body": ANSWER, "more_body": False})


@asynccontextmanager
async def serving_nothing() -> AsyncIterator[str]:
    """A process that serves nothing as the web process serves us; its address."""
    (port,) = free_ports(1)
    process = await asyncio.create_subprocess_exec(
        sys.executable, __file__, str(port), env={**os.environ, "PYTHONPATH": str(ROOT)}
    )
    try:
        await _until_open(port)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        await process.wait()


async def _until_open(port: int) -> None:
    for _ in range(300):
        try:
            _, writer = await asyncio.open_connection("127.0.0.1", port)
        except OSError:
            await asyncio.sleep(0.1)
            continue
        writer.close()
        return
    raise AssertionError("the empty server did not start")


if __name__ == "__main__":
    from batua.apps.serving import serve_alone

    serve_alone(nothing, "127.0.0.1", int(sys.argv[1]))
