"""Live changes: one reader of the journal in each web process tells whoever listens.

It polls instead of using LISTEN/NOTIFY, so it works through a pooler and on a replica, and a
listener that was away resumes by the same cursor on any process.
"""

import asyncio
import contextlib
from collections import defaultdict, deque
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Final
from uuid import UUID

from batua.kit import journal, metrics, tasks
from batua.kit.caller import Caller
from batua.kit.db import AWAY, Database
from batua.kit.journal import Cursor, Fact, Line
from batua.kit.logs import log
from batua.modules.groups import service as groups
from batua.modules.groups import types as group_types
from batua.modules.identity import types as identity
from batua.modules.notifications.errors import TooManyStreams
from batua.modules.notifications.types.changes import Change

POLL_S: Final = 0.1
IDLE_POLL_S: Final = 1.0  # while nobody listens
AWAY_S: Final = 1.0
QUEUE_SIZE: Final = 256
KEPT: Final = 4096
"""Changes held in memory for those who resume."""
CATCH_UP: Final = 1000
"""Facts looked through in the journal for one who was away longer; beyond, she starts afresh."""
STREAMS_PER_PERSON: Final = 12

LISTENERS = metrics.gauge("batua_live_listeners", "Open streams of live changes.")


class Reset:
    """The listener has missed too much and must read everything again."""


class Closed:
    """The listener may hear no more."""


Item = Change | Reset | Closed


@dataclass(eq=False)
class Listener:
    """One open stream.

    heard   what lies at or before this place is not news to the listener
    missed  what happened between the place she resumes from and the moment she began to listen
    ears    the ids by which she is told: her own and those of her groups
    left    groups that she left while she listened
    """

    caller: Caller
    heard: Cursor
    missed: list[Item] = field(default_factory=list)
    ears: set[UUID] = field(default_factory=set)
    left: set[UUID] = field(default_factory=set)
    items: asyncio.Queue[Item] = field(default_factory=lambda: asyncio.Queue(QUEUE_SIZE))

    def tell(self, item: Item) -> None:
        """Add an item; a listener too slow to keep up loses all of them for one `Reset`."""
        if isinstance(item, Closed) or self.items.full():
            while not self.items.empty():
                self.items.get_nowait()
            item = item if isinstance(item, Closed) else Reset()
        self.items.put_nowait(item)

    async def next(self, timeout_s: float) -> Item | None:
        """The next item that is news; None when nothing came in time."""
        if self.missed:
            return self.missed.pop(0)
        try:
            async with asyncio.timeout(timeout_s):
                return await self._next_news()
        except TimeoutError:
            return None

    async def _next_news(self) -> Item:
        while True:
            item = await self.items.get()
            if not isinstance(item, Change):
                return item
            if item.cursor > self.heard:
                self.heard = item.cursor
                return item


class Live:
    """The changes of this moment, and who listens to them."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._listeners: dict[UUID, set[Listener]] = defaultdict(set)
        self._kept: deque[Change] = deque(maxlen=KEPT)
        self._kept_since = journal.BEGINNING
        self._has_begun = asyncio.Event()
        self._is_wanted = asyncio.Event()
        self._is_closing = False
        self.cursor: Cursor = journal.BEGINNING

    @contextlib.asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Follow the journal while the block runs; at its end every stream is closed."""
        task = asyncio.create_task(self._follow(), name="live")
        try:
            yield
        finally:
            self.close()
            await tasks.end(task)

    def close(self) -> None:
        """End every stream and take no other, so that a process that stops need not wait."""
        self._is_closing = True
        for listener in self._all():
            listener.tell(Closed())

    def check_room(self, caller: Caller) -> None:
        """Refuse one stream too many.

        refuses  TooManyStreams
        """
        if len(self._listeners.get(caller.person, ())) >= STREAMS_PER_PERSON:
            raise TooManyStreams

    @contextlib.asynccontextmanager
    async def listen(self, caller: Caller, since: Cursor | None) -> AsyncIterator[Listener]:
        """Hear what changes for a person after `since`, or from now on."""
        await self._has_begun.wait()
        listener = Listener(caller, since or self.cursor)
        # Heard from here on: whether she joins or leaves a group.
        self._add(listener, caller.person)
        if self._is_closing:
            listener.tell(Closed())
        self._is_wanted.set()
        LISTENERS.inc()
        try:
            async with self._db.read() as tx:
                mine = await groups.mine(tx, identity.PersonId(caller.person))
            began_at = self.cursor
            listener.heard = since or began_at
            # From here on she is told of everything after `began_at`: nothing falls between.
            for group in set(mine) - listener.left:
                self._add(listener, group)
            if since is not None:
                await self._catch_up(listener, since, began_at)
            yield listener
        finally:
            LISTENERS.dec()
            self._forget(listener)

    def _add(self, listener: Listener, ear: UUID) -> None:
        listener.ears.add(ear)
        self._listeners[ear].add(listener)

    def _forget(self, listener: Listener) -> None:
        for ear in tuple(listener.ears):
            self._drop(listener, ear)

    def _drop(self, listener: Listener, ear: UUID) -> None:
        listener.ears.discard(ear)
        found = self._listeners.get(ear, set())
        found.discard(listener)
        if not found:
            self._listeners.pop(ear, None)

    async def _catch_up(self, listener: Listener, since: Cursor, began_at: Cursor) -> None:
        """Give a listener what she missed: from memory, else from the journal, else `Reset`."""
        if since == began_at:
            return
        if since > began_at:
            # Another process was ahead of us; or the database was set back to an older state.
            async with self._db.read() as tx:
                is_unknown = since > await journal.head(tx)
            if is_unknown:
                listener.heard = began_at
                listener.missed = [Reset()]
            return
        if since >= self._kept_since:
            missed: list[Change] | None = [c for c in self._kept if since < c.cursor <= began_at]
        else:
            missed = await self._read_past(since, began_at)
        listener.heard = began_at
        if missed is None:
            listener.missed = [Reset()]
        else:
            ears = listener.ears
            listener.missed = [change for change in missed if ears.intersection(change.audience)]

    async def _read_past(self, since: Cursor, until: Cursor) -> list[Change] | None:
        """The changes of a stretch of the journal; None when it is too long."""
        async with self._db.read() as tx:
            lines = await journal.after(tx, since, CATCH_UP + 1)
        found = [_change(line) for line in lines if line.cursor <= until]
        return found if len(found) <= CATCH_UP else None

    async def _follow(self) -> None:
        """Read on for ever; a database that is away is waited for."""
        while True:
            try:
                has_more = await self._read_on()
            except AWAY as error:
                log.warning("live_waits", reason=type(error).__name__)
                await asyncio.sleep(AWAY_S)
                continue
            except Exception as error:  # noqa: BLE001 - without this reader nobody hears anything
                log.error("live_failed", exc_info=error)
                await asyncio.sleep(AWAY_S)
                continue
            if has_more:
                continue
            if self._listeners:
                await asyncio.sleep(POLL_S)
            else:
                self._is_wanted.clear()
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(self._is_wanted.wait(), IDLE_POLL_S)

    async def _read_on(self) -> bool:
        """Tell of the next facts; whether there may be more."""
        async with self._db.read() as tx:
            if not self._has_begun.is_set():
                self._skip_to(await journal.head(tx))
                self._has_begun.set()
            if not self._listeners:
                head = await journal.head(tx)
                if not self._listeners:  # nobody came while that was read
                    # Nobody would be told; who comes later reads what she missed in the journal.
                    self._skip_to(head)
                    return False
            lines = await journal.after(tx, self.cursor)
        for line in lines:
            self._tell(line)
        return len(lines) == journal.BATCH

    def _skip_to(self, cursor: Cursor) -> None:
        self.cursor = self._kept_since = cursor
        self._kept.clear()

    def _tell(self, line: Line) -> None:
        change = _change(line)
        if len(self._kept) == KEPT:
            self._kept_since = self._kept[0].cursor
        self._kept.append(change)
        self.cursor = line.cursor
        told = {one for ear in change.audience for one in self._listeners.get(ear, ())}
        for listener in told:
            listener.tell(change)
        self._follow_groups(line)
        for listener in self._all(line.subject):
            if _ends(line.fact, listener.caller):
                listener.tell(Closed())

    def _follow_groups(self, line: Line) -> None:
        """Who comes into a group hears it from then on, and who goes no longer does."""
        match line.fact:
            case group_types.GroupCreated(actor=UUID() as person):
                is_in = True
            case group_types.Joined(person=person):
                is_in = True
            case group_types.Left(person=person):
                is_in = False
            case _:
                return
        for listener in self._all(person):
            if is_in:
                listener.left.discard(line.subject)
                self._add(listener, line.subject)
            else:
                listener.left.add(line.subject)
                self._drop(listener, line.subject)

    def _all(self, person: UUID | None = None) -> list[Listener]:
        if person is not None:
            return list(self._listeners.get(person, ()))
        return list({listener for found in self._listeners.values() for listener in found})


def _change(line: Line) -> Change:
    return Change(line.cursor, line.kind, line.subject, line.at, line.audience)


def _ends(fact: Fact | None, caller: Caller) -> bool:
    """Whether a fact takes a caller's right to listen away."""
    match fact:
        case identity.SessionRevoked() | identity.SignedOut():
            return fact.session == caller.session
        case identity.DeviceRevoked():
            return fact.device == caller.device
        case identity.RolesChanged():
            return True
        case _:
            return False
