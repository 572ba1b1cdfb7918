"""Lets a reader hear everything that was stated, as a worker does in time.

A fact is heard once no older transaction is under way, of any database on the server: that may be
the server's own, such as statistics that it takes, and last a moment.
"""

import asyncio
import time

from batua.kit import journal
from batua.kit.db import Database, fetch_value

DEADLINE_S = 30


async def hear_all(db: Database, reader: str) -> int:
    """Hear until nothing is left but what waits for its next try; how many facts."""
    deadline = time.monotonic() + DEADLINE_S
    heard = 0
    while True:
        is_all_seen = not await _is_any_hidden(db)  # asked first: what was stated before is meant
        moved = await journal.react(db, reader)
        heard += moved
        if not moved and is_all_seen:
            return heard
        assert time.monotonic() < deadline, "an older transaction does not end"
        if not moved:
            await asyncio.sleep(0.02)


async def _is_any_hidden(db: Database) -> bool:
    async with db.statement() as tx:
        return bool(
            await fetch_value(
                tx,
                "SELECT EXISTS (SELECT FROM journal.fact"
                " WHERE xid >= pg_snapshot_xmin(pg_current_snapshot()))",
            )
        )
