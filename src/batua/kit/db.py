"""The way to PostgreSQL: pools, transactions, and rows as types."""

import contextlib
import dataclasses
from collections.abc import (
    AsyncGenerator,
    AsyncIterator,
    Awaitable,
    Callable,
    Iterable,
    Mapping,
    Sequence,
)
from contextlib import AbstractAsyncContextManager, aclosing, asynccontextmanager
from typing import Any, ClassVar, Final, TypeVar, overload

import msgspec
import psycopg
from psycopg import errors as pg
from psycopg.rows import class_row
from psycopg_pool import PoolTimeout

from batua.kit import replica as standby
from batua.kit.pool import Reach, living, pool_of
from batua.kit.pool import Tx as Tx
from batua.kit.refusal import Refusal, Stalled, Unavailable
from batua.kit.replica import Mark, Replica, ReplicaSettings, Unfit
from batua.kit.settings import register

Params = Mapping[str, Any]
R = TypeVar("R")
B = TypeVar("B")

RUNTIME_ROLE = "batua_app"
AWAY = (psycopg.OperationalError, PoolTimeout, Unavailable, OSError)
"""How it shows that the database is away: wait a little and try again."""


@register
@dataclasses.dataclass(frozen=True, slots=True)
class DatabaseSettings:
    """Where the database is and how many connections one process may hold."""

    ENV_PREFIX: ClassVar[str] = "BATUA_DATABASE_"
    url: str = dataclasses.field(
        default="", metadata={"env": "DATABASE_URL", "help": "postgresql://user@host/name"}
    )
    pool_min: int = 1
    pool_max: int = 10
    wait_s: int = 10
    statement_timeout_s: int = 30
    lock_timeout_s: int = 5


LANES: Final = 4
"""Connections that lanes share: each uses one at a time, and there are few lanes."""


class Database:
    """Connections that act as the runtime role: a pool for everybody, and a small one for lanes.

    A transaction is READ COMMITTED; rows that decide about money are locked in id order by the
    statements themselves, so no retry loop is needed here.
    """

    def __init__(
        self,
        settings: DatabaseSettings,
        *,
        role: str | None = RUNTIME_ROLE,
        replica: ReplicaSettings | None = None,
        is_repeatable: bool = False,
    ) -> None:
        self.settings = settings
        options = [
            f"-c statement_timeout={settings.statement_timeout_s * 1000}",
            f"-c lock_timeout={settings.lock_timeout_s * 1000}",
            "-c idle_in_transaction_session_timeout=60000",
            "-c jit=off",
            "-c timezone=UTC",
        ]
        if role is not None:
            options.append(f"-c role={role}")
        if is_repeatable:
            # A power cut may take its last commits, and never one without all that came after.
            options.append("-c synchronous_commit=off")
        url, wait_s = settings.url, settings.wait_s
        sizes = settings.pool_min, settings.pool_max
        self._reach = Reach()
        self.pool = pool_of(url, options, self._reach, wait_s=wait_s, sizes=sizes)
        self._lanes = pool_of(url, options, self._reach, wait_s=wait_s, sizes=(0, LANES))
        is_set = replica is not None and bool(replica.url)
        self.replica = Replica(replica, role, self._first_row) if replica and is_set else None

    async def open(self) -> None:
        await self.pool.open(wait=False)
        await self._lanes.open(wait=False)
        if self.replica is not None:
            await self.replica.open()

    async def close(self) -> None:
        if self.replica is not None:
            await self.replica.close()
        await self._lanes.close()
        await self.pool.close()

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[Tx]:
        """One transaction: committed when the block ends, rolled back when it raises.

        refuses  Unavailable when no connection can be had; the refusal that a constraint or an
                 SQLSTATE names
        """
        async with (
            _connection(living(self.pool, self._reach)) as tx,
            stated_refusals(),
            tx.transaction(),
        ):
            yield tx

    @asynccontextmanager
    async def statement(self) -> AsyncIterator[Tx]:
        """A connection for one statement, which is a transaction of its own: one trip, not three.

        refuses  as `transaction`
        """
        async with _connection(living(self.pool, self._reach)) as tx, stated_refusals():
            yield tx

    @asynccontextmanager
    async def lane(self) -> AsyncIterator[Tx]:
        """As `statement`, for lanes: it waits for nobody who is not a lane.

        The connection is not asked first whether it still lives; when it does not, the statement
        fails as on any connection that is lost meanwhile.
        """
        wait_s = self._reach.patience_s(self.settings.wait_s)
        async with _connection(self._lanes.connection(wait_s)) as tx, stated_refusals():
            yield tx

    async def ask(self, question: Callable[[Tx], Awaitable[R]]) -> R:
        """Read on a lane's connection; once more on an ordinary one when that was lost.

        question  one statement or some that need not see one moment; it changes nothing
        refuses   as `transaction`
        """
        try:
            async with self.lane() as tx:
                return await question(tx)
        except (psycopg.OperationalError, Unavailable):
            async with self.statement() as tx:
                return await question(tx)

    @asynccontextmanager
    async def read(self) -> AsyncIterator[Tx]:
        """One read-only transaction that sees a single moment."""
        async with _connection(living(self.pool, self._reach)) as tx, stated_refusals():
            await tx.execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
            try:
                yield tx
            finally:
                if not tx.closed:
                    await tx.rollback()  # there is nothing to keep

    async def report(
        self,
        question: Callable[[Tx], Awaitable[R]],
        own: Callable[[Tx], Awaitable[Mark]] | None = None,
    ) -> R:
        """Read a report or a history: on the replica where one is set and fit, else as `read`.

        question  changes nothing; asked once more on the primary when the replica fails or refuses
        own       how far the caller's own things have come, in one cheap statement: the replica is
                  asked only when it has come as far, so whoever has written sees it
        refuses   as `read`
        """
        why = ""
        if self.replica is not None and (why := self.replica.why_not or "") == "":
            # Asked of the primary first: what was written before this call is in the answer.
            wanted = None if own is None else await self.ask(own)
            try:
                found, age_s = await self.replica.report(question, own, wanted)
            except (Unfit, Refusal, *standby.FAILURES) as error:
                why = self.replica.why(error)
            else:
                standby.tell("replica", age_s)
                return found
        async with self.read() as tx:
            found = await question(tx)
        standby.tell("primary", 0.0, why)
        return found

    async def report_blocks(self, blocks: Callable[[Tx], AsyncGenerator[B]]) -> AsyncGenerator[B]:
        """The same for a long report that is streamed: its first block is read before this returns.

        A replica that fails later ends the stream half-way, as a primary that fails does.
        """
        why = ""
        if self.replica is not None:
            ages: list[float] = []
            try:
                found = await begun(_blocks(self.replica.snapshot(), blocks, ages))
            except (Unfit, Refusal, *standby.FAILURES) as error:
                why = self.replica.why(error)
            else:
                standby.tell("replica", ages[0])
                return found
        found = await begun(_blocks(self._read_now(), blocks, []))
        standby.tell("primary", 0.0, why)
        return found

    def reports_itself(self) -> bool:
        """Whether a report would be read of the primary now, for who has a shorter way to it.

        When it says so, that way is to be gone: the report counts as answered by the primary.
        """
        why = "" if self.replica is None else self.replica.why_not
        if why is None:
            return False
        standby.tell("primary", 0.0, why)
        return True

    @asynccontextmanager
    async def _read_now(self) -> AsyncIterator[tuple[Tx, float]]:
        async with self.read() as tx:
            yield tx, 0.0

    async def _first_row(self, sql: str) -> tuple[Any, ...]:
        found = await self.ask(lambda tx: fetch_one(tx, sql))
        assert found is not None
        return found


async def _blocks(
    opened: AbstractAsyncContextManager[tuple[Tx, float]],
    blocks: Callable[[Tx], AsyncGenerator[B]],
    ages: list[float],
) -> AsyncGenerator[B]:
    async with opened as (tx, age_s), aclosing(blocks(tx)) as found:
        ages.append(age_s)
        async for block in found:
            yield block


async def begun(stream: AsyncGenerator[B]) -> AsyncGenerator[B]:
    """A stream whose first item is there already, so that what refuses it does so here."""
    items: list[B] = []
    with contextlib.suppress(StopAsyncIteration):
        items.append(await anext(stream))

    async def whole() -> AsyncGenerator[B]:
        async with aclosing(stream):
            for item in items:
                yield item
            async for item in stream:
                yield item

    return whole()


@asynccontextmanager
async def _connection(lent: AbstractAsyncContextManager[Tx]) -> AsyncIterator[Tx]:
    try:
        async with lent as tx:
            yield tx
    except PoolTimeout as error:
        raise Unavailable from error


@asynccontextmanager
async def stated_refusals() -> AsyncIterator[None]:
    """Turn what the database states by constraint name or SQLSTATE into the refusal it stands for.

    The error's DETAIL holds balances, so it goes no further than this line.
    """
    try:
        yield
    except pg.Error as error:
        refusal = refusal_of(error)
        if refusal is None:
            raise
        raise refusal from None


def refusal_of(error: psycopg.Error) -> Refusal | None:
    """The refusal a database error stands for, or None when it is a broken invariant."""
    diag = error.diag
    names = [f"{diag.schema_name}.{diag.constraint_name}", diag.sqlstate or ""]
    for name in names:
        found = Refusal.of_constraint(name)
        if found is not None:
            return found()
    busy = (
        *(pg.QueryCanceled, pg.DeadlockDetected, pg.SerializationFailure),
        *(pg.AdminShutdown, pg.CannotConnectNow),
    )
    if isinstance(error, pg.LockNotAvailable):
        return Stalled()
    if isinstance(error, busy):
        return Unavailable()
    return None


@overload
async def fetch_one(tx: Tx, sql: str, params: Params | None = ..., *, row: type[R]) -> R | None: ...
@overload
async def fetch_one(
    tx: Tx, sql: str, params: Params | None = ..., *, row: None = ...
) -> tuple[Any, ...] | None: ...
async def fetch_one(
    tx: Tx, sql: str, params: Params | None = None, *, row: type[R] | None = None
) -> R | tuple[Any, ...] | None:
    """The first row as `row` (fields by column name) or as a tuple; None when there is none."""
    async with _cursor(tx, row) as cursor:
        await cursor.execute(sql, params)
        found: R | tuple[Any, ...] | None = await cursor.fetchone()
        return found


@overload
async def fetch_all(tx: Tx, sql: str, params: Params | None = ..., *, row: type[R]) -> list[R]: ...
@overload
async def fetch_all(
    tx: Tx, sql: str, params: Params | None = ..., *, row: None = ...
) -> list[tuple[Any, ...]]: ...
async def fetch_all(
    tx: Tx, sql: str, params: Params | None = None, *, row: type[R] | None = None
) -> list[R] | list[tuple[Any, ...]]:
    """All rows as `row` or as tuples; the statement itself bounds how many."""
    async with _cursor(tx, row) as cursor:
        await cursor.execute(sql, params)
        found: list[R] | list[tuple[Any, ...]] = await cursor.fetchall()
        return found


async def fetch_value(tx: Tx, sql: str, params: Params | None = None) -> Any:
    """The first column of the first row; None when there is no row."""
    found = await fetch_one(tx, sql, params)
    return None if found is None else found[0]


def array_of(values: Iterable[Any]) -> str:
    """An array as PostgreSQL reads it, for `%(name)s::type[]`: a tenth of the time of a list.

    values  ids, numbers, times, booleans, or None: nothing with quotes, commas or spaces
    """
    return "{" + ",".join(["NULL" if value is None else str(value) for value in values]) + "}"


def text_array_of(values: Iterable[str]) -> str:
    """The same for texts of any kind."""
    quoted = [value.replace("\\", "\\\\").replace('"', '\\"') for value in values]
    return '{"' + '","'.join(quoted) + '"}' if quoted else "{}"


async def execute(tx: Tx, sql: str, params: Params | None = None) -> int:
    """Run a statement; how many rows it touched."""
    async with _cursor(tx, None) as cursor:
        await cursor.execute(sql, params)
        return int(cursor.rowcount)


async def add_all(tx: Tx, table: str, rows: Sequence[Mapping[str, Any]]) -> None:
    """Write many rows by one statement, in their order.

    table  with its schema, a name of ours
    rows   each with the same columns: ids, numbers, texts, times, lists, or a dict for `jsonb`
    """
    if not rows:
        return
    names = ", ".join(rows[0])
    await execute(
        tx,
        f"INSERT INTO {table} ({names})"  # noqa: S608 - our own names
        f" SELECT {names} FROM json_populate_recordset(NULL::{table}, %(rows)s)",
        {"rows": msgspec.json.encode(rows, enc_hook=str).decode()},
    )


def _cursor(tx: Tx, row: type[Any] | None) -> psycopg.AsyncCursor[Any]:
    return tx.cursor() if row is None else tx.cursor(row_factory=class_row(row))
