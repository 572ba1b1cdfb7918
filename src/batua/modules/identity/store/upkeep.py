"""Sweeping what is spent, and sealing rows again with the current key."""

from datetime import datetime
from typing import Any, Final
from uuid import UUID

from psycopg import sql

from batua.kit.db import Tx, execute, fetch_value
from batua.kit.secrets import KeyRing
from batua.modules.identity.store.sealing import Sealed, purpose_of

FIRST: Final = UUID(int=0)

_PACES: Final = """
DELETE FROM identity.pace WHERE (kind, subject) IN (
    SELECT kind, subject FROM identity.pace WHERE free_at < %(now)s LIMIT %(limit)s
)
"""

_CHALLENGES: Final = """
DELETE FROM identity.challenge WHERE id IN (
    SELECT id FROM identity.challenge
    WHERE created_at < %(now)s::timestamptz - interval '1 day' LIMIT %(limit)s
)
"""

_SESSIONS: Final = """
DELETE FROM identity.session WHERE id IN (
    SELECT id FROM identity.session
    WHERE idle_until < %(now)s::timestamptz - interval '90 days' LIMIT %(limit)s
)
"""

# A token older than the longest idle time that is not the newest one could not be used anyway.
_REFRESH_TOKENS: Final = """
DELETE FROM identity.refresh_token WHERE hash IN (
    SELECT t.hash FROM identity.refresh_token t
    JOIN identity.session s ON s.id = t.session_id AND t.generation < s.generation
    WHERE t.created_at < %(now)s::timestamptz - interval '30 days' LIMIT %(limit)s
)
"""


async def sweep(tx: Tx, now: datetime, limit: int) -> int:
    """Delete some of what is spent; how many rows went."""
    gone = 0
    for statement in (_PACES, _CHALLENGES, _SESSIONS, _REFRESH_TOKENS):
        gone += await execute(tx, statement, {"now": now, "limit": limit})
    return gone


async def count(tx: Tx, sealed: Sealed) -> int:
    """How many rows a table with sealed columns has."""
    statement = sql.SQL("SELECT count(*) FROM identity.{}").format(sql.Identifier(sealed.table))
    found: int = await fetch_value(tx, statement.as_string(tx))
    return found


async def rotate(
    tx: Tx, keys: KeyRing, sealed: Sealed, after: UUID, limit: int
) -> tuple[UUID, int] | None:
    """Seal the next rows again where they need it; the last id and how many were looked at."""
    rows = await _locked(tx, sealed, after, limit)
    for id, *blobs in rows:
        changed = {
            column: keys.rotated(blob, purpose=purpose_of(sealed.table, column))
            for column, blob in zip(sealed.columns, blobs, strict=True)
            if blob is not None and keys.needs_rotation(blob)
        }
        if changed:
            await _write(tx, sealed, id, changed)
    return (rows[-1][0], len(rows)) if rows else None


async def _locked(tx: Tx, sealed: Sealed, after: UUID, limit: int) -> list[Any]:
    key = sql.Identifier(sealed.key)
    statement = sql.SQL(
        "SELECT {columns} FROM identity.{table} WHERE {key} > %(after)s"
        " ORDER BY {key} LIMIT %(limit)s FOR UPDATE"
    ).format(
        columns=sql.SQL(", ").join([key, *(sql.Identifier(name) for name in sealed.columns)]),
        table=sql.Identifier(sealed.table),
        key=key,
    )
    async with tx.cursor() as cursor:
        await cursor.execute(statement, {"after": after, "limit": limit})
        return await cursor.fetchall()


async def _write(tx: Tx, sealed: Sealed, id: UUID, changed: dict[str, bytes]) -> None:
    statement = sql.SQL("UPDATE identity.{table} SET {changes} WHERE {key} = %(id)s").format(
        table=sql.Identifier(sealed.table),
        changes=sql.SQL(", ").join(
            sql.SQL("{} = {}").format(sql.Identifier(name), sql.Placeholder(name))
            for name in changed
        ),
        key=sql.Identifier(sealed.key),
    )
    await tx.execute(statement, {**changed, "id": id})
