"""Ends parts of a running system as the kernel does when memory is short."""

import asyncio
import contextlib
import os
import random
import signal
import time
from collections.abc import Callable

import psutil
from tests.system import System, descendants

HEAL_S = 60


async def there(system: System, part: str) -> int:
    """The process that plays a part, once it has been started again."""
    deadline = time.monotonic() + HEAL_S
    while part not in system.pids():
        assert time.monotonic() < deadline, f"{part} was not started again:\n{system.console()}"
        await asyncio.sleep(0.05)
    return system.pids()[part]


def kill(pid: int) -> None:
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, signal.SIGKILL)


def kill_database(pid: int, dice: random.Random) -> None:
    """The server alone, with everything it started, or one of its backends (it restarts itself)."""
    backends = [child for child in descendants(pid) if "batua" in " ".join(child.cmdline())]
    chosen: Callable[[], list[int]] = dice.choice(
        [
            lambda: [pid],
            lambda: [pid, *(child.pid for child in descendants(pid))],
            lambda: [dice.choice(backends).pid if backends else pid],
        ]
    )
    for victim in chosen():
        kill(victim)


def kill_all(pid: int) -> None:
    """Every process at the same moment, so that none sees another die."""
    doomed = [psutil.Process(pid), *descendants(pid)]
    for act in (psutil.Process.suspend, psutil.Process.kill):
        for process in doomed:
            with contextlib.suppress(psutil.NoSuchProcess):
                act(process)
