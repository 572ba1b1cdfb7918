"""The journal: facts stated in the doer's transaction and heard later, at least once, in order.

A cursor is (xid, seq), read below the oldest running transaction: a cursor on `seq` alone loses
the facts of a transaction that drew a low number and committed late.
"""

import dataclasses
from collections import defaultdict
from collections.abc import Awaitable, Callable, Iterable, Sequence
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, ClassVar, TypeVar
from uuid import UUID

import msgspec
import psycopg
from psycopg.types.json import Jsonb

from batua.kit import clock
from batua.kit.db import Database, Tx, add_all, execute, fetch_all, fetch_one, fetch_value
from batua.kit.logs import log
from batua.kit.money import Currency

BATCH = 200
MAX_TRIES = 6
BEGINNING = (0, 0)

Cursor = tuple[int, int]


@dataclass(frozen=True, kw_only=True)
class Fact:
    """Something that happened; subclasses add typed fields and a `kind` of `module.past_tense`.

    audience  the persons whose live stream shows that something changed
    """

    kind: ClassVar[str]
    kinds: ClassVar[dict[str, type["Fact"]]] = {}
    subject: UUID
    actor: UUID | None = None
    audience: tuple[UUID, ...] = ()

    def __init_subclass__(cls, **kwargs: Any) -> None:
        """Register the kind, so that a stored fact finds its class."""
        super().__init_subclass__(**kwargs)
        known = Fact.kinds.setdefault(cls.kind, cls)
        assert known.__qualname__ == cls.__qualname__, f"fact {cls.kind} is stated twice"


F = TypeVar("F", bound=Fact)
Reaction = Callable[[Tx, Any], Awaitable[None]]
_reactions: dict[str, dict[str, list[Reaction]]] = defaultdict(lambda: defaultdict(list))

_OWN = ("subject", "actor", "audience")


@dataclass(frozen=True, slots=True)
class Line:
    """A stored fact with its place in the journal."""

    cursor: Cursor
    at: datetime
    kind: str
    subject: UUID
    audience: tuple[UUID, ...]
    actor: UUID | None
    data: dict[str, Any]

    @property
    def fact(self) -> Fact | None:
        """The fact as its class; None when this process does not know the kind."""
        cls = Fact.kinds.get(self.kind)
        if cls is None:
            return None
        own = {"subject": self.subject, "actor": self.actor, "audience": self.audience}
        return _convert({**self.data, **own}, cls)


_heard: ContextVar[Line] = ContextVar("heard")


def heard() -> Line:
    """The line a reaction is hearing: its cursor and time are the same in every repetition."""
    return _heard.get()


def hears(*facts: type[F]) -> Callable[[Callable[[Tx, F], Awaitable[None]]], Reaction]:
    """Register a reaction; its reader is the module that it is written in.

    A reaction runs at least once for each fact, in one transaction with its reader's cursor.
    """

    def register(reaction: Callable[[Tx, F], Awaitable[None]]) -> Reaction:
        reader = _reader_of(reaction.__module__)
        for fact in facts:
            _reactions[reader][fact.kind].append(reaction)
        return reaction

    return register


def _reader_of(module: str) -> str:
    parts = module.split(".")
    return parts[parts.index("modules") + 1] if "modules" in parts else module


def readers() -> list[str]:
    """The modules that hear facts."""
    return sorted(_reactions)


def heard_by() -> dict[str, list[str]]:
    """For each reader, the kinds it hears."""
    return {reader: sorted(kinds) for reader, kinds in sorted(_reactions.items())}


async def state(tx: Tx, fact: Fact) -> None:
    """Write a fact in the caller's transaction: it is heard if and only if that commits."""
    await execute(
        tx,
        "INSERT INTO journal.fact (at, kind, subject, actor, audience, data)"
        " VALUES (%(at)s, %(kind)s, %(subject)s, %(actor)s, %(audience)s, %(data)s)",
        {**_row(fact, clock.now()), "data": Jsonb(_data(fact))},
    )


async def state_all(tx: Tx, facts: Sequence[Fact]) -> None:
    """Write many facts at once, in their order; all is as in `state`."""
    at = clock.now()
    await add_all(tx, "journal.fact", [{**_row(fact, at), "data": _data(fact)} for fact in facts])


def _row(fact: Fact, at: datetime) -> dict[str, Any]:
    return {
        "at": at,
        "kind": fact.kind,
        "subject": fact.subject,
        "actor": fact.actor,
        "audience": list(fact.audience),
    }


def _data(fact: Fact) -> Any:
    """What a fact says beside whom it is about; what is as by default is left out."""
    fields = {
        f.name: value
        for f in dataclasses.fields(fact)
        if f.name not in _OWN and (value := getattr(fact, f.name)) != f.default
    }
    return msgspec.to_builtins(fields, enc_hook=str)


async def facts(tx: Tx, kinds: Iterable[str] | None = None) -> list[Fact]:
    """All facts in order, also those of the running transaction; for tests and small tools."""
    rows = await fetch_all(
        tx,
        "SELECT xid, seq, at, kind, subject, actor, audience, data FROM journal.fact"
        " WHERE %(kinds)s::text[] IS NULL OR kind = ANY(%(kinds)s) ORDER BY seq",
        {"kinds": None if kinds is None else list(kinds)},
    )
    known = (line.fact for line in map(_line, rows))
    return [fact for fact in known if fact is not None]


async def after(tx: Tx, cursor: Cursor, limit: int = BATCH) -> list[Line]:
    """The next settled facts after a cursor, oldest first."""
    rows = await fetch_all(
        tx,
        "SELECT xid, seq, at, kind, subject, actor, audience, data FROM journal.fact"
        " WHERE (xid, seq) > (%(xid)s::text::xid8, %(seq)s)"
        " AND xid < pg_snapshot_xmin(pg_current_snapshot())"
        " ORDER BY xid, seq LIMIT %(limit)s",
        {"xid": str(cursor[0]), "seq": cursor[1], "limit": limit},
    )
    return [_line(row) for row in rows]


async def head(tx: Tx) -> Cursor:
    """The cursor of the newest settled fact."""
    row = await fetch_one(
        tx,
        "SELECT xid::text::bigint, seq FROM journal.fact"
        " WHERE xid < pg_snapshot_xmin(pg_current_snapshot()) ORDER BY xid DESC, seq DESC LIMIT 1",
    )
    return BEGINNING if row is None else (row[0], row[1])


def _line(row: tuple[Any, ...]) -> Line:
    xid, seq, at, kind, subject, actor, audience, data = row
    return Line((int(xid), seq), at, kind, subject, tuple(audience), actor, data)


def _convert(data: dict[str, Any], cls: type[Fact]) -> Fact:
    def decode(hint: type[Any], value: Any) -> Any:
        if hint is Currency:
            return Currency(value)
        raise NotImplementedError(hint)

    return msgspec.convert(data, cls, dec_hook=decode)


async def react(db: Database, reader: str) -> int:
    """Let one reader hear its next facts; how far it moved (0 when it has heard all).

    repeat  a fact whose reaction fails stays next and is tried again with growing patience; after
            some tries it is parked (kept, counted, tried again by `retry_parked`) so that one
            poisonous fact cannot silence its reader
    """
    async with db.transaction() as tx:
        await execute(
            tx,
            "INSERT INTO journal.reader (name) VALUES (%(r)s) ON CONFLICT DO NOTHING",
            {"r": reader},
        )
        row = await fetch_one(
            tx,
            "SELECT xid::text::bigint, seq FROM journal.reader WHERE name = %(r)s"
            " FOR UPDATE SKIP LOCKED",
            {"r": reader},
        )
        if row is None or await _is_waiting(tx, reader):
            return 0
        lines = await after(tx, (row[0], row[1]))
        moved = 0
        for line in lines:
            if not await _hear(tx, reader, line):
                break
            moved += 1
        if moved:
            await _move(tx, reader, lines[moved - 1].cursor)
        return moved


async def _is_waiting(tx: Tx, reader: str) -> bool:
    return bool(
        await fetch_value(
            tx,
            "SELECT EXISTS (SELECT FROM journal.parked WHERE reader = %(r)s"
            " AND NOT is_passed AND next_try_at > %(now)s)",
            {"r": reader, "now": clock.now()},
        )
    )


async def _hear(tx: Tx, reader: str, line: Line) -> bool:
    """Run the reactions to one fact; False when the reader must stop before it."""
    reactions = _reactions[reader].get(line.kind, [])
    if not reactions:
        return True
    _heard.set(line)
    try:
        fact = line.fact  # may not fit its class, when another release wrote it
        if fact is None:
            return True
        async with tx.transaction():
            for reaction in reactions:
                await reaction(tx, fact)
    except psycopg.OperationalError:
        raise  # the database went away: nothing is known about this fact
    except Exception as error:  # noqa: BLE001 - whatever a reaction raises must not stop the rest
        return await _park(tx, reader, line, type(error).__name__)
    await execute(
        tx,
        "DELETE FROM journal.parked WHERE reader = %(r)s AND seq = %(s)s",
        {"r": reader, "s": line.cursor[1]},
    )
    return True


async def _park(tx: Tx, reader: str, line: Line, reason: str) -> bool:
    """Count a failed try; True when the reader may pass on."""
    tries: int = await fetch_value(
        tx,
        "INSERT INTO journal.parked (reader, xid, seq, tries, reason, next_try_at)"
        " VALUES (%(r)s, %(x)s::text::xid8, %(s)s, 1, %(e)s, %(now)s) ON CONFLICT (reader, seq) DO UPDATE"
        " SET tries = parked.tries + 1, reason = excluded.reason RETURNING tries",
        {
            "r": reader,
            "x": str(line.cursor[0]),
            "s": line.cursor[1],
            "e": reason,
            "now": clock.now(),
        },
    )
    is_passed = tries >= MAX_TRIES
    wait = timedelta(seconds=min(2**tries, 3600) / 4)
    await execute(
        tx,
        "UPDATE journal.parked SET is_passed = is_passed OR %(p)s, next_try_at = %(at)s"
        " WHERE reader = %(r)s AND seq = %(s)s",
        {"r": reader, "s": line.cursor[1], "p": is_passed, "at": clock.now() + wait},
    )
    log.error("reaction_failed", reader=reader, kind=line.kind, reason=reason, tries=tries)
    return is_passed


async def _move(tx: Tx, reader: str, cursor: Cursor) -> None:
    await execute(
        tx,
        "UPDATE journal.reader SET xid = %(x)s::text::xid8, seq = %(s)s, moved_at = now()"
        " WHERE name = %(r)s",
        {"r": reader, "x": str(cursor[0]), "s": cursor[1]},
    )


async def retry_parked(db: Database, *, limit: int = 50) -> int:
    """Try facts that were passed over once more; how many were heard now."""
    heard = 0
    async with db.transaction() as tx:
        rows = await fetch_all(
            tx,
            "SELECT p.reader, f.xid, f.seq, f.at, f.kind, f.subject, f.actor, f.audience, f.data"
            " FROM journal.parked p JOIN journal.fact f ON f.xid = p.xid AND f.seq = p.seq"
            " WHERE p.is_passed AND p.next_try_at <= %(now)s"
            " ORDER BY p.seq LIMIT %(limit)s FOR UPDATE OF p SKIP LOCKED",
            {"now": clock.now(), "limit": limit},
        )
        for reader, *row in rows:
            tries_before = await _count_parked(tx)
            await _hear(tx, reader, _line(tuple(row)))
            heard += tries_before - await _count_parked(tx)
    return heard


async def _count_parked(tx: Tx) -> int:
    return int(await fetch_value(tx, "SELECT count(*) FROM journal.parked"))


async def lag(tx: Tx) -> dict[str, int]:
    """How many facts each reader has yet to hear, for metrics and `batua doctor`."""
    rows = await fetch_all(
        tx,
        "SELECT r.name, (SELECT count(*) FROM (SELECT FROM journal.fact f"
        " WHERE (f.xid, f.seq) > (r.xid, r.seq) LIMIT 10000) AS waiting)"
        " FROM journal.reader r",
    )
    return {name: int(count) for name, count in rows}
