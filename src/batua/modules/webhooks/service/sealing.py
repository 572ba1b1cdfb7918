"""Keys that turn: the secrets of endpoints are sealed under the current one."""

from collections.abc import Callable
from typing import Final

from batua.kit.db import Database
from batua.kit.secrets import KeyRing
from batua.modules.webhooks.store import endpoint as store

RESEAL_BATCH: Final = 200

Progress = Callable[[int, int], None]


async def rotate_keys(db: Database, keys: KeyRing, progress: Progress) -> int:
    """Seal secrets again that are not under the current key; how many endpoints.

    progress  is told how many are done, and of how many as far as is known
    repeat    goes on where it was broken off
    """
    done, count = 0, RESEAL_BATCH
    while count == RESEAL_BATCH:
        async with db.transaction() as tx:
            count = await store.reseal(tx, keys, RESEAL_BATCH)
        done += count
        progress(done, done)
    return done
