"""The read replica: whether it may be asked, and how old what it says may be.

How old is measured, not told by the replica: twice a second the primary is asked how far its log
(WAL) has come. A replica that has replayed up to such a mark has everything until that moment. So an
idle primary makes nobody old, and a replica that is cut off cannot call itself new.
"""

import asyncio
import contextlib
import dataclasses
import time
from bisect import bisect_right
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from contextvars import ContextVar
from typing import Any, ClassVar, Final, NamedTuple, Protocol, TypeVar

import psycopg
from psycopg_pool import AsyncConnectionPool, PoolTimeout

from batua.kit import metrics, tasks
from batua.kit.logs import log
from batua.kit.refusal import Refusal
from batua.kit.settings import register

Tx = psycopg.AsyncConnection[Any]
R = TypeVar("R")

LOOK_S: Final = 0.5
LOOK_TIMEOUT_S: Final = 3.0
CONNECT_TIMEOUT_S: Final = 2
FAILURES: Final = (psycopg.Error, PoolTimeout, OSError, TimeoutError)
"""What a replica that is away, torn down or behind may raise: the primary is asked instead."""

REPORTS: Final = metrics.counter(
    "batua_reports_total",
    "Reports and histories by who answered, and why it was not the replica.",
    *("answered_by", "reason"),
)
AGE: Final = metrics.gauge(
    "batua_replica_age_seconds", "How old the data of the read replica may be."
)
IS_USED: Final = metrics.gauge("batua_replica_used", "1 while the read replica may be asked.")

ages: ContextVar[list[float] | None] = ContextVar("ages", default=None)
"""How old what this request has read may be; the edge makes the list and tells the oldest."""

PRIMARY: Final = (
    "SELECT pg_wal_lsn_diff(pg_current_wal_flush_lsn(), '0/0')::bigint,"
    " (pg_control_system()).system_identifier,"
    " ('x' || left(pg_walfile_name(pg_current_wal_flush_lsn()), 8))::bit(32)::int"
)
STANDBY: Final = (
    "SELECT pg_is_in_recovery(), pg_wal_lsn_diff(pg_last_wal_replay_lsn(), '0/0')::bigint,"
    " (pg_control_system()).system_identifier, greatest((pg_control_checkpoint()).timeline_id,"
    " (pg_control_recovery()).min_recovery_end_timeline)"
)
REPLAYED: Final = (
    "SELECT pg_is_in_recovery(), pg_wal_lsn_diff(pg_last_wal_replay_lsn(), '0/0')::bigint"
)


@register
@dataclasses.dataclass(frozen=True, slots=True)
class ReplicaSettings:
    """Where reports and histories may be read, and when they are read of the primary all the same."""

    ENV_PREFIX: ClassVar[str] = "BATUA_REPLICA_"
    url: str = dataclasses.field(
        default="",
        metadata={"env": "DATABASE_READ_URL", "help": "postgresql://user@replica/name"},
    )
    pool_max: int = 5
    wait_s: int = 1
    """How long a report waits for a connection before it goes to the primary."""
    statement_timeout_s: int = 30
    max_age_s: int = 30
    """A replica whose data may be older is not asked."""


def tell(answered_by: str, age_s: float, reason: str = "") -> None:
    """Count a report, and note for the edge how old it may be."""
    REPORTS.labels(answered_by, reason).inc()
    noted = ages.get()
    if noted is not None:
        noted.append(age_s)


class Mark(Protocol):
    """How far something has come: a number that only grows, or a set of what there is."""

    def __le__(self, other: Any, /) -> bool: ...


class Unfit(Exception):
    """The replica may not be asked; `reason` is the label of the metric."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Primary(NamedTuple):
    """How far the primary has come: its log, and which history of which cluster it writes."""

    position: int
    system: int
    timeline: int


class Ages:
    """When the primary was where: turns a place in its log into an age.

    Times are of this process's own clock, taken before the primary was asked: an age may be too
    high by the time of that question, never too low.
    """

    def __init__(self, keep_s: float) -> None:
        self._keep_s = keep_s
        self._times: list[float] = []
        self._positions: list[int] = []

    def note(self, at: float, position: int) -> None:
        """The primary was at `position` when it was asked at `at`."""
        if self._positions and position <= self._positions[-1]:
            # It has written nothing since; or it is another one, which is behind.
            while self._positions and position < self._positions[-1]:
                self._drop(-1)
            if self._positions and position == self._positions[-1]:
                self._drop(-1)
        self._times.append(at)
        self._positions.append(position)
        while len(self._times) > 2 and self._times[1] < at - self._keep_s:
            self._drop(0)

    def _drop(self, n: int) -> None:
        del self._times[n], self._positions[n]

    def as_of(self, position: int) -> float | None:
        """The last time at which the primary was no further than this; None when none is known."""
        n = bisect_right(self._positions, position)
        return self._times[n - 1] if n else None


class Replica:
    """A pool of read-only connections to a standby, and a watch over it.

    ask_primary  answers one statement on the primary with its first row
    """

    def __init__(
        self,
        settings: ReplicaSettings,
        role: str | None,
        ask_primary: Callable[[str], Awaitable[tuple[Any, ...]]],
    ) -> None:
        self.settings = settings
        self._ask_primary = ask_primary
        options = [
            "-c default_transaction_read_only=on",
            f"-c statement_timeout={settings.statement_timeout_s * 1000}",
            "-c idle_in_transaction_session_timeout=60000",
            "-c jit=off",
            "-c timezone=UTC",
        ]
        if role is not None:
            options.append(f"-c role={role}")
        self._connecting: dict[str, Any] = {
            "autocommit": True,
            "options": " ".join(options),
            "application_name": "batua reports",
            "connect_timeout": CONNECT_TIMEOUT_S,
            # A machine that is gone says nothing: do not wait for it for a quarter of an hour.
            "tcp_user_timeout": 5000,
        }
        self._pool: AsyncConnectionPool[Tx] = AsyncConnectionPool(
            settings.url,
            min_size=0,
            max_size=settings.pool_max,
            timeout=settings.wait_s,
            # Short, for a pool that goes on trying would wait longer and longer: the watch says
            # when it is worth it again.
            reconnect_timeout=1,
            open=False,
            kwargs=self._connecting,
        )
        self._ages = Ages(settings.max_age_s)
        self._watcher: asyncio.Task[None] | None = None
        self._own: Tx | None = None
        self._known_at = time.monotonic()
        self.why_not: str | None = "away"

    async def open(self) -> None:
        await self._pool.open(wait=False)
        self._watcher = asyncio.create_task(self._watch(), name="replica")

    async def close(self) -> None:
        if self._watcher is not None:
            await tasks.end(self._watcher)
            self._watcher = None
        await self._hang_up()
        await self._pool.close()

    @property
    def age_s(self) -> float:
        """How old its data may be, as far as the watch knows; it grows while nobody can tell."""
        return time.monotonic() - self._known_at

    def told(self) -> dict[str, Any]:
        """How it is, for those who look whether the process is ready."""
        found: dict[str, Any] = {"used": self.why_not is None, "age_s": round(self.age_s, 3)}
        return found if self.why_not is None else {**found, "reason": self.why_not}

    @asynccontextmanager
    async def snapshot(self) -> AsyncIterator[tuple[Tx, float]]:
        """One read-only transaction of a single moment, and how old that moment may be.

        raises  Unfit when it should not be asked; one of FAILURES when it cannot
        """
        if self.why_not is not None:
            raise Unfit(self.why_not)
        async with self._pool.connection() as tx:
            cursor = await tx.execute(REPLAYED)
            # The moment is later than what was replayed by now, so the age is none too low.
            age_s = self._age_of(await cursor.fetchone())
            await tx.execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
            try:
                yield tx, age_s
            finally:
                if not tx.closed:
                    await tx.rollback()

    async def report(
        self,
        question: Callable[[Tx], Awaitable[R]],
        own: Callable[[Tx], Awaitable[Mark]] | None,
        wanted: Mark | None,
    ) -> tuple[R, float]:
        """What the replica answers and how old that may be.

        wanted  what the primary has answered to `own`
        raises  as `snapshot`; Unfit also when the replica lacks some of that
        """
        async with (
            # The server's own limit, of each statement, is to come first.
            asyncio.timeout(self.settings.statement_timeout_s + LOOK_TIMEOUT_S),
            self.snapshot() as (tx, age_s),
        ):
            if own is not None and wanted is not None and not wanted <= await own(tx):
                raise Unfit("behind_own")
            return await question(tx), age_s

    def why(self, error: Exception) -> str:
        """Why the primary is to be asked after this; a lost connection keeps others from trying."""
        if isinstance(error, Unfit):
            return error.reason
        if isinstance(error, Refusal):
            return "refused"  # what it did not find may only not be there yet
        if isinstance(error, PoolTimeout):
            return "busy"
        state = error.sqlstate if isinstance(error, psycopg.Error) else None
        if state is None or state.startswith("57P"):
            self._say("away")
        return "failed"

    def _age_of(self, row: Any) -> float:
        is_standby, position = row
        if not is_standby:
            raise Unfit("not_a_standby")
        as_of = self._ages.as_of(position or 0)
        age_s = None if as_of is None else max(0.0, time.monotonic() - as_of)
        if age_s is None or age_s > self.settings.max_age_s:
            raise Unfit("too_old")
        return age_s

    async def _watch(self) -> None:
        while True:
            try:
                why_not = await self._look()
                if why_not is None and self.why_not is not None:
                    await self._pool.check()  # those from before it was away are dead
                self._say(why_not)
            except Exception as error:  # noqa: BLE001 - without a watch it would never come back
                log.error("replica_watch_failed", exc_info=error)
            AGE.set(self.age_s)
            await asyncio.sleep(LOOK_S)

    async def _look(self) -> str | None:
        """Mark how far the primary is, and say why the replica should not be asked, if so."""
        at = time.monotonic()
        try:
            async with asyncio.timeout(LOOK_TIMEOUT_S):
                primary = Primary(*await self._ask_primary(PRIMARY))
        except Exception:  # noqa: BLE001 - then the age grows, which is all that can be said
            primary = None
        if primary is not None:
            self._ages.note(at, primary.position)
        try:
            async with asyncio.timeout(LOOK_TIMEOUT_S):
                if self._own is None:
                    self._own = await psycopg.AsyncConnection.connect(
                        self.settings.url, **self._connecting
                    )
                row = await (await self._own.execute(STANDBY)).fetchone()
        except FAILURES:
            await self._hang_up()
            return "away"
        assert row is not None
        is_standby, position, system, timeline = row
        if not is_standby:
            await self._hang_up()  # the next one may be led elsewhere
            return "not_a_standby"
        if primary is not None and system != primary.system:
            return "other_database"
        if primary is not None and timeline != primary.timeline:
            return "other_timeline"
        as_of = self._ages.as_of(position or 0)
        if as_of is not None:
            self._known_at = as_of
        is_old = as_of is None or self.age_s > self.settings.max_age_s
        return "too_old" if is_old else None

    def _say(self, why_not: str | None) -> None:
        if why_not != self.why_not:
            if why_not is None:
                log.info("replica_used", age_s=round(self.age_s, 3))
            else:
                log.warning("replica_not_used", reason=why_not)
        self.why_not = why_not
        IS_USED.set(why_not is None)

    async def _hang_up(self) -> None:
        own, self._own = self._own, None
        if own is not None:
            with contextlib.suppress(*FAILURES):
                await own.close()
