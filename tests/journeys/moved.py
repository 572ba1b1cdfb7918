"""A running system that lives ahead of us: its clock is moved, so that nobody waits for a day to come.

Every process of it, and every page of a browser that visits it, tells the same moved time.
"""

import asyncio
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final
from zoneinfo import ZoneInfo

import httpx
import psycopg
from playwright.async_api import BrowserContext
from tests.system import System, running

from batua.kit import jobs

PUNE: Final = ZoneInfo("Asia/Kolkata")
DEADLINE_S: Final = 60
# Python imports what lies there by itself in each process of the system.
HOOK: Final = Path(__file__).parent / "ahead"
# Pages ask how far they are ahead each time, so that one that is open moves too.
DATE: Final = """(() => {
  const Ours = Date
  const ahead = () => {
    try { return Number(localStorage.getItem("ahead_ms")) } catch { return 0 }
  }
  globalThis.Date = class extends Ours {
    constructor(...parts) {
      if (parts.length) super(...parts)
      else super(Ours.now() + ahead())
    }
    static now() { return Ours.now() + ahead() }
  }
})()"""


@dataclass
class Moved:
    """A system, the file that says by how many seconds it is ahead, the browsers in it, what it sent."""

    system: System
    file: Path
    visitors: list[BrowserContext] = field(default_factory=list)
    seen: dict[str, dict[str, Any]] = field(default_factory=dict)
    apart: set[str] = field(default_factory=set)

    @property
    def ahead_s(self) -> float:
        """By how much."""
        return float(self.file.read_text())

    def now(self) -> datetime:
        """What its clock says."""
        return datetime.now(UTC) + timedelta(seconds=self.ahead_s)

    async def welcome(self, context: BrowserContext) -> None:
        """A browser takes its time before its first page."""
        await context.add_init_script(DATE)
        self.visitors.append(context)

    async def move_to(self, at: datetime) -> None:
        """Move the clock of everything on."""
        assert at > self.now(), "time runs one way"
        write(self.file, at - datetime.now(UTC))
        for context in self.visitors:
            for page in context.pages:
                await page.evaluate(SET, self.ahead_s * 1000)

    async def work(self, *runs: jobs.Run) -> None:
        """Let the worker do jobs that it else does at each full minute, and wait for their end."""
        names = [name for name, spec in jobs.specs().items() if spec.run in runs]
        url = self.system.database_url
        async with await psycopg.AsyncConnection.connect(url, autocommit=True) as connection:
            for run in runs:
                await jobs.defer(connection, run)
            deadline = time.monotonic() + DEADLINE_S
            while await _left(connection, names):
                assert time.monotonic() < deadline, f"not done: {names}"
                await asyncio.sleep(0.1)

    async def outbox(self, *addresses: str) -> list[dict[str, Any]]:
        """What ever left the house for somebody, codes left out; the oldest first.

        The sandbox forgets what is some days old: look before the clock is moved far.
        """
        async with httpx.AsyncClient(base_url=self.system.sandbox_address, timeout=20) as client:
            for address in addresses:
                answer = await client.get("/sandbox/outbox", params={"to": address})
                self.seen |= {each["id"]: each for each in answer.json()["items"]}
        found = [each for each in self.seen.values() if each["to"] in addresses]
        told = (e for e in found if not e["code"] and e["id"] not in self.apart)
        return sorted(told, key=lambda each: str(each["sent_at"]))

    async def set_apart(self, count: int, *addresses: str) -> None:
        """Wait until so much has left for somebody, and count it no more."""
        self.apart |= {each["id"] for each in await self.sent(count, *addresses)}

    async def sent(self, count: int, *addresses: str) -> list[dict[str, Any]]:
        """The same, once there are so many; more are a fault."""
        deadline = time.monotonic() + DEADLINE_S
        while len(found := await self.outbox(*addresses)) < count:
            assert time.monotonic() < deadline, f"not sent: {found}"
            await asyncio.sleep(0.1)
        assert len(found) == count, found
        return found


SET: Final = "(ms) => localStorage.setItem('ahead_ms', String(Math.round(ms)))"


async def _left(connection: psycopg.AsyncConnection[Any], names: list[str]) -> bool:
    """Whether some of the jobs are still to be done."""
    row = await connection.execute(
        "SELECT EXISTS (SELECT FROM public.procrastinate_jobs"
        " WHERE task_name = ANY(%s) AND status IN ('todo', 'doing'))",
        [names],
    )
    found = await row.fetchone()
    return bool(found and found[0])


def write(file: Path, ahead: timedelta) -> None:
    """Say how far ahead it is, at once for whoever reads meanwhile."""
    whole = file.with_suffix(".new")
    whole.write_text(str(ahead.total_seconds()))
    whole.replace(file)


def morning(day: date, hour: int = 10) -> datetime:
    """An hour of a day in India."""
    return datetime(day.year, day.month, day.day, hour, tzinfo=PUNE)


@contextmanager
def ahead() -> Iterator[Moved]:
    """A system whose clock stands at ten in the morning of tomorrow in India."""
    with TemporaryDirectory(prefix="batua-ahead-") as folder:
        file = Path(folder) / "by"
        tomorrow = datetime.now(PUNE).date() + timedelta(days=1)
        write(file, morning(tomorrow) - datetime.now(UTC))
        with running(env={"PYTHONPATH": str(HOOK), "AHEAD_BY": str(file)}) as system:
            yield Moved(system, file)
