"""The table of kept connections: each row is sealed whole and has a version."""

from typing import Final

import msgspec

from batua.kit.connections.nouns import Kept, Value
from batua.kit.db import Tx, execute, fetch_all, fetch_one
from batua.kit.logs import log
from batua.kit.secrets import KeyRing, UnreadableSecret

PURPOSE: Final = "kit.connection"
_FIND: Final = (
    "SELECT version, sealed, changed_at, changed_by FROM kit.connection WHERE name = %(name)s"
)
_FIND_LOCKED: Final = f"{_FIND} FOR UPDATE"


async def versions(tx: Tx) -> dict[str, int]:
    """The version of each row."""
    return {
        row[0]: row[1] for row in await fetch_all(tx, "SELECT name, version FROM kit.connection")
    }


async def find(tx: Tx, keys: KeyRing, name: str, *, is_locked: bool = False) -> Kept:
    """What is kept under a name; version 0 when nothing ever was.

    is_locked  nobody else changes it until this transaction ends
    """
    row = await fetch_one(tx, _FIND_LOCKED if is_locked else _FIND, {"name": name})
    if row is None:
        return Kept(0)
    version, sealed, at, by = row
    try:
        values = {} if sealed is None else _opened(keys, sealed, name)
    except UnreadableSecret:
        log.error("connection_unreadable", name=name)
        return Kept(version, {}, at, by, is_readable=False)
    return Kept(version, values, at, by)


async def write(tx: Tx, keys: KeyRing, name: str, kept: Kept) -> bool:
    """Put a version in the place of the one before it; False when that is not there any more."""
    sealed = None
    if kept.values:
        sealed = keys.encrypt(msgspec.json.encode(kept.values), purpose=_purpose(name))
    return bool(
        await execute(
            tx,
            "INSERT INTO kit.connection AS c (name, version, sealed, changed_at, changed_by)"
            " VALUES (%(name)s, %(version)s, %(sealed)s, %(at)s, %(by)s)"
            " ON CONFLICT (name) DO UPDATE SET version = excluded.version,"
            " sealed = excluded.sealed, changed_at = excluded.changed_at,"
            " changed_by = excluded.changed_by WHERE c.version = %(version)s - 1",
            {
                "name": name,
                "version": kept.version,
                "sealed": sealed,
                "at": kept.changed_at,
                "by": kept.changed_by,
            },
        )
    )


async def reseal(tx: Tx, keys: KeyRing) -> int:
    """Seal every row again under the current key; how many were."""
    rows = await fetch_all(
        tx, "SELECT name, sealed FROM kit.connection WHERE sealed IS NOT NULL FOR UPDATE"
    )
    old = [(name, sealed) for name, sealed in rows if keys.needs_rotation(sealed)]
    for name, sealed in old:
        await execute(
            tx,
            "UPDATE kit.connection SET sealed = %(sealed)s WHERE name = %(name)s",
            {"name": name, "sealed": keys.rotated(sealed, purpose=_purpose(name))},
        )
    return len(old)


def _purpose(name: str) -> str:
    """A row opens only under its own name: nobody passes one provider's keys to another."""
    return f"{PURPOSE}.{name}"


def _opened(keys: KeyRing, sealed: bytes, name: str) -> dict[str, Value]:
    plain = keys.decrypt(sealed, purpose=_purpose(name))
    return msgspec.json.decode(plain, type=dict[str, Value])
