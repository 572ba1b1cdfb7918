"""Sealing again what an older key sealed."""

from collections.abc import Awaitable, Callable
from typing import TypeVar
from uuid import UUID

from batua.kit import connections
from batua.kit.db import Database, Tx
from batua.kit.secrets import KeyRing
from batua.modules.gateways import store

BATCH = 200

Progress = Callable[[int, int], None]
Place = TypeVar("Place")
Step = Callable[[Tx, KeyRing, Place, int], Awaitable[tuple[Place, int] | None]]


async def rotate_keys(db: Database, keys: KeyRing, progress: Progress) -> int:
    """Seal bank details, events and the keys of connections again under the current key; how many were.

    progress  is told how many are done, and of how many as far as is known
    repeat    goes on where it was broken off: what is under the current key stays as it is
    """
    done = await _walk(db, keys, store.reseal_destinations, UUID(int=0))
    progress(done, done)
    done += await _walk(db, keys, store.reseal_events, ("", ""))
    async with db.transaction() as tx:
        done += await connections.reseal(tx, keys)  # those of channels too: it is one table
    progress(done, done)
    return done


async def _walk(db: Database, keys: KeyRing, step: Step[Place], after: Place) -> int:
    done = 0
    while True:
        async with db.transaction() as tx:
            seen = await step(tx, keys, after, BATCH)
        if seen is None:
            return done
        after, count = seen
        done += count
