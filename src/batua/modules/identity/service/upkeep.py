"""Keeping the module's tables small and its secrets under the current key."""

from collections.abc import Callable

from batua.kit import clock
from batua.kit.db import Database
from batua.kit.secrets import KeyRing
from batua.modules.identity.store import upkeep
from batua.modules.identity.store.sealing import SEALED

_BATCH = 200

Progress = Callable[[int, int], None]


async def rotate_keys(db: Database, keys: KeyRing, progress: Progress) -> int:
    """Seal everything again that an older key sealed; how many rows were looked at.

    progress  is told how many rows are done, and of how many
    repeat    goes on where it was broken off: what is under the current key stays as it is
    """
    async with db.read() as tx:
        total = sum([await upkeep.count(tx, sealed) for sealed in SEALED])
    done = 0
    for sealed in SEALED:
        after = upkeep.FIRST
        while True:
            async with db.transaction() as tx:
                step = await upkeep.rotate(tx, keys, sealed, after, _BATCH)
            if step is None:
                break
            after, seen = step
            done += seen
            progress(min(done, total), total)
    return done


async def sweep(db: Database, limit: int = 1_000) -> int:
    """Delete a bounded number of spent codes, sessions, tokens and counts; how many."""
    async with db.transaction() as tx:
        return await upkeep.sweep(tx, clock.now(), limit)
