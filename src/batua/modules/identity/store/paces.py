"""How often somebody did something, shared by all processes."""

from datetime import datetime
from typing import Final

from batua.kit.db import Tx, execute, fetch_one, fetch_value
from batua.modules.identity.types import Pace

_SPEND: Final = """
INSERT INTO identity.pace AS p (kind, subject, free_at)
VALUES (%(kind)s, %(subject)s, %(now)s::timestamptz + %(every)s)
ON CONFLICT (kind, subject) DO UPDATE
SET free_at = greatest(p.free_at, %(now)s) + %(every)s
WHERE greatest(p.free_at, %(now)s) + %(every)s <= %(now)s::timestamptz + %(window)s
RETURNING true
"""


async def spend(tx: Tx, pace: Pace, subject: bytes, now: datetime) -> datetime | None:
    """Count one more; None when it was allowed, else when the next one will be."""
    window = pace.every * pace.burst
    params = {
        "kind": pace.kind,
        "subject": subject,
        "now": now,
        "every": pace.every,
        "window": window,
    }
    if await fetch_one(tx, _SPEND, params) is not None:
        return None
    free_at = await fetch_value(
        tx,
        "SELECT free_at FROM identity.pace WHERE kind = %(kind)s AND subject = %(subject)s",
        params,
    )
    again: datetime = (free_at or now) + pace.every - window
    return again


async def forget(tx: Tx, kind: str, subject: bytes) -> None:
    """Give all of it back, as after a right password."""
    await execute(
        tx,
        "DELETE FROM identity.pace WHERE kind = %(kind)s AND subject = %(subject)s",
        {"kind": kind, "subject": subject},
    )
