"""Which settings are in force: those that people keep in the database, else the environment's.

What is kept of one connection goes over all that the environment says of it: half of a pair of keys
is never taken from either side. Every process looks for new versions every two seconds.
"""

import asyncio
import os
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from typing import Any, Final, TypeVar
from uuid import UUID

from batua.kit import clock, tasks
from batua.kit.connections import merging, store
from batua.kit.connections.nouns import (
    NOTHING,
    Change,
    Connection,
    ConnectionChanged,
    ConnectionUnreadable,
    Kept,
    Link,
    NoSuchConnection,
    Probe,
    Source,
    Spec,
)
from batua.kit.db import AWAY, Database, Tx
from batua.kit.logs import log
from batua.kit.refusal import BadField
from batua.kit.secrets import KeyRing
from batua.kit.settings import Settings, SettingsError, load

LOOK_S: Final = 2.0
T = TypeVar("T", bound=Settings)
Listener = Callable[[frozenset[str]], None]
Use = tuple[bool, str | None]
Then = Callable[[], Awaitable[None]]


class Connections:
    """What is connected, by whose settings, and how they are changed."""

    def __init__(
        self,
        keys: KeyRing,
        specs: Sequence[Spec],
        public_url: str = "",
        env: Mapping[str, str] | None = None,
    ) -> None:
        """Take what may be connected; nothing is, before `refresh` has read what is kept."""
        self._keys, self._env = keys, os.environ if env is None else env
        self._specs = {spec.name: spec for spec in specs}
        self._public_url = public_url.rstrip("/")
        self._kept: dict[str, Kept] = {}
        self._marks: dict[str, tuple[int, int]] = {}
        self._listeners: list[Listener] = []
        self._tried: dict[str, tuple[dict[str, str], Use]] = {}
        self._turn = asyncio.Lock()

    def names(self, owner: str) -> list[str]:
        """What may be connected of a module."""
        return [name for name, spec in self._specs.items() if spec.owner == owner]

    def on_change(self, listener: Listener) -> None:
        """Tell of the names whose settings are others now; the first time, of all."""
        self._listeners.append(listener)

    def load(self, cls: type[T]) -> T:
        """The settings of a class that are in force.

        refuses  SettingsError, also when what is kept cannot be opened
        """
        name = next((spec.name for spec in self._specs.values() if spec.settings is cls), None)
        kept = self._kept.get(name or "", NOTHING)
        if not kept.is_readable:
            raise SettingsError(f"The kept settings of {name} cannot be opened.")
        if not kept.values:
            return load(cls, self._env)
        return load(cls, merging.as_environment(cls, merging.texts(kept, clock.now())))

    def is_kept(self, name: str) -> bool:
        """Whether something is kept that goes over the environment, readable or not."""
        kept = self._kept.get(name, NOTHING)
        return bool(kept.values) or not kept.is_readable

    async def refresh(self, db: Database) -> frozenset[str]:
        """Look whether something else is kept now, and tell of it: the names that changed.

        repeat  safe; what is as before is not told of
        """
        async with self._turn:
            await self._read(db)
            now = clock.now()
            marks = {
                name: (kept.version, len(merging.texts(kept, now)))
                for name, kept in self._kept.items()
            }
            changed = frozenset(
                name for name, mark in marks.items() if self._marks.get(name) != mark
            )
            self._marks = marks
            if changed:
                for listener in self._listeners:
                    listener(changed)
            return changed

    async def _read(self, db: Database) -> None:
        """Read what has another version than we know."""
        async with db.statement() as tx:
            versions = await store.versions(tx)
        for name in self._specs:
            known = self._kept.get(name)
            if known is not None and known.version == versions.get(name, 0):
                continue
            async with db.statement() as tx:
                self._kept[name] = await store.find(tx, self._keys, name)

    @asynccontextmanager
    async def followed(self, db: Database, then: Then) -> AsyncIterator[None]:
        """Keep looking while the block runs; a database that is away is waited for.

        then  is done after each look
        """
        try:
            await self.refresh(db)
        except AWAY as error:
            log.warning("connections_wait", reason=type(error).__name__)
        task = asyncio.create_task(self._follow(db, then))
        try:
            yield
        finally:
            await tasks.end(task)

    async def _follow(self, db: Database, then: Then) -> None:
        while True:
            await asyncio.sleep(LOOK_S)
            try:
                await self.refresh(db)
                await then()
            except Exception as error:  # noqa: BLE001 - it looks again, whatever happened
                log.warning("connections_wait", reason=type(error).__name__)

    async def show(self, tx: Tx, name: str) -> Connection:
        """How something is connected; refuses NoSuchConnection."""
        spec = self._spec(name)
        kept = await store.find(tx, self._keys, name)
        in_force = self._in_force(spec, kept)
        is_connected, trouble = await self._use_of(spec, in_force)
        if not kept.is_readable:
            trouble = "What is kept cannot be opened: its key is not in the ring."
        return Connection(
            name=name,
            source=_source(kept, in_force),
            version=kept.version,
            is_connected=is_connected,
            trouble=trouble,
            callbacks=tuple(self._public_url + path for path in spec.callbacks),
            settings=merging.shown(spec.settings, kept, in_force),
            changed_at=kept.changed_at,
            changed_by=kept.changed_by,
        )

    async def change(self, tx: Tx, by: UUID | None, name: str, change: Change) -> Connection:
        """Keep new settings; every process takes them within seconds of the commit.

        by       None for the command line
        refuses  NoSuchConnection, ConnectionChanged, ConnectionUnreadable, BadField
        """
        spec = self._spec(name)
        kept = await store.find(tx, self._keys, name, is_locked=True)
        if kept.version != change.version:
            raise ConnectionChanged
        wanted = await self._merged(spec, kept, change, by)
        await self._write(tx, name, wanted)
        return await self.show(tx, name)

    async def forget(self, tx: Tx, by: UUID | None, name: str, version: int) -> Connection:
        """Take away all that is kept: the environment is in force again.

        repeat   the version has moved on, so a second call is refused
        refuses  NoSuchConnection, ConnectionChanged
        """
        self._spec(name)
        kept = await store.find(tx, self._keys, name, is_locked=True)
        if kept.version != version:
            raise ConnectionChanged
        await self._write(tx, name, Kept(version + 1, {}, clock.now(), by))
        return await self.show(tx, name)

    async def probe(self, db: Database, name: str, change: Change | None = None) -> Probe:
        """Make a harmless call with the settings in force, or with those that a change would make.

        refuses  NoSuchConnection, ConnectionUnreadable, BadField also when it is not connected
        """
        spec = self._spec(name)
        async with db.statement() as tx:
            kept = await store.find(tx, self._keys, name)
        if not kept.is_readable:
            raise ConnectionUnreadable
        if change is not None:
            kept = await self._merged(spec, kept, change, None)
        link = _link(spec, self._in_force(spec, kept))
        try:
            return await link.probe()
        finally:
            await link.aclose()

    async def _merged(self, spec: Spec, kept: Kept, change: Change, by: UUID | None) -> Kept:
        if not kept.is_readable:
            raise ConnectionUnreadable
        if not 0 <= change.keep_hours <= merging.MOST_KEEP_HOURS:
            raise BadField("keep_hours", f"is 0 to {merging.MOST_KEEP_HOURS}")
        now = clock.now()
        in_force = self._in_force(spec, kept)
        values = merging.merged(spec.settings, kept, in_force, change, (now, by))
        made = Kept(kept.version + 1, values, now, by)
        await _link(spec, merging.texts(made, now)).aclose()
        return made

    async def _write(self, tx: Tx, name: str, kept: Kept) -> None:
        if not await store.write(tx, self._keys, name, kept):
            raise ConnectionChanged

    async def _use_of(self, spec: Spec, in_force: dict[str, str]) -> Use:
        """Whether settings connect it, and why not; remembered, for trying is slow."""
        tried = self._tried.get(spec.name)
        if tried is None or tried[0] != in_force:
            use: Use
            try:
                use = await _connects(spec, in_force), None
            except SettingsError as error:
                use = False, str(error)
            tried = self._tried[spec.name] = in_force, use
        return tried[1]

    def _spec(self, name: str) -> Spec:
        found = self._specs.get(name)
        if found is None:
            raise NoSuchConnection
        return found

    def _in_force(self, spec: Spec, kept: Kept) -> dict[str, str]:
        if kept.values:
            return merging.texts(kept, clock.now())
        return merging.of_environment(spec.settings, self._env)


def _source(kept: Kept, in_force: Mapping[str, str]) -> Source:
    if kept.values or not kept.is_readable:
        return Source.KEPT
    return Source.ENVIRONMENT if in_force else Source.NONE


async def _connects(spec: Spec, given: Mapping[str, str]) -> bool:
    link = spec.connect(_settings(spec, given))
    if link is not None:
        await link.aclose()
    return link is not None


def _link(spec: Spec, given: Mapping[str, str]) -> Link:
    """Refuses BadField naming what is missing."""
    try:
        link = spec.connect(_settings(spec, given))
    except SettingsError as error:
        raise BadField(*merging.named(spec.settings, str(error))) from None
    if link is None:
        raise BadField("values", "lack the key by which it is connected")
    return link


def _settings(spec: Spec, given: Mapping[str, str]) -> Any:
    return load(spec.settings, merging.as_environment(spec.settings, given))
