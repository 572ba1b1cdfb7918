"""Keys that turn: what waits to leave the house is sealed under the current one."""

from collections.abc import Callable
from typing import Final

from batua.kit.db import Database
from batua.kit.secrets import KeyRing
from batua.modules.notifications.store import dispatch, push, status, told

RESEAL_BATCH: Final = 200

Progress = Callable[[int, int], None]


async def rotate_keys(db: Database, keys: KeyRing, progress: Progress) -> int:
    """Seal again what waits and is not under the current key; how many.

    progress  is told how many are done, and of how many as far as is known
    repeat    goes on where it was broken off
    """
    done = 0
    stores = (told.reseal, dispatch.reseal, status.reseal, push.reseal, push.reseal_key)
    for reseal in stores:
        count = RESEAL_BATCH
        while count == RESEAL_BATCH:
            async with db.transaction() as tx:
                count = await reseal(tx, keys, RESEAL_BATCH)
            done += count
            progress(done, done)
    return done
