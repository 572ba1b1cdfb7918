"""Devices, sessions and their refresh tokens."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from batua.kit.db import Tx, array_of, execute, fetch_all, fetch_one, fetch_value
from batua.kit.secrets import KeyRing
from batua.modules.identity.store import sealing
from batua.modules.identity.types import Device, DeviceId, Session, SessionId


@dataclass(frozen=True, slots=True)
class Live:
    """What a request needs to know about the session it names."""

    session: UUID
    person: UUID
    device: UUID
    roles: list[str]
    language: str


@dataclass(frozen=True, slots=True)
class Refresh:
    """A refresh token with the session and device that it belongs to."""

    session: UUID
    person: UUID
    device: UUID
    token_generation: int
    generation: int
    rotated_at: datetime
    expires_at: datetime
    is_live: bool
    device_token_hash: bytes


@dataclass(frozen=True, slots=True)
class NewDevice:
    """A device to be written."""

    id: UUID
    person: UUID
    name: str
    token: str
    now: datetime


@dataclass(frozen=True, slots=True)
class NewSession:
    """A session to be written."""

    id: UUID
    person: UUID
    device: UUID
    now: datetime
    idle_until: datetime
    expires_at: datetime


async def add_device(tx: Tx, keys: KeyRing, new: NewDevice) -> None:
    """Write a device that is known from now on."""
    await execute(
        tx,
        "INSERT INTO identity.device (id, person_id, name, token_hash, created_at, last_seen_at)"
        " VALUES (%(id)s, %(person)s, %(name)s, %(hash)s, %(now)s, %(now)s)",
        {
            "id": new.id,
            "person": new.person,
            "name": keys.seal(new.name, purpose=sealing.DEVICE_NAME),
            "hash": sealing.token_hash(keys, new.token),
            "now": new.now,
        },
    )


async def known_devices(tx: Tx, keys: KeyRing, tokens: Iterable[str]) -> dict[UUID, UUID]:
    """The devices that some device tokens name, by the person who is known on them."""
    hashes = [sealing.token_hash(keys, token) for token in tokens]
    if not hashes:
        return {}
    rows = await fetch_all(
        tx,
        "SELECT person_id, id FROM identity.device"
        " WHERE token_hash = ANY(%(hashes)s) AND revoked_at IS NULL",
        {"hashes": hashes},
    )
    return dict(rows)


async def lock_device(tx: Tx, person: UUID, device: UUID) -> bool:
    """Whether somebody still has this device; it cannot be revoked before commit."""
    found = await fetch_value(
        tx,
        "SELECT true FROM identity.device"
        " WHERE id = %(device)s AND person_id = %(person)s AND revoked_at IS NULL FOR UPDATE",
        {"device": device, "person": person},
    )
    return found is not None


async def see_device(tx: Tx, device: UUID, now: datetime) -> None:
    """Note that somebody signed in on a device; refreshes are noted on the session alone."""
    sql = "UPDATE identity.device SET last_seen_at = %(now)s WHERE id = %(device)s"
    await execute(tx, sql, {"device": device, "now": now})


async def name_device(tx: Tx, keys: KeyRing, device: UUID, name: str) -> None:
    """Give a device another name."""
    sql = "UPDATE identity.device SET name = %(name)s WHERE id = %(device)s"
    sealed = keys.seal(name, purpose=sealing.DEVICE_NAME)
    await execute(tx, sql, {"device": device, "name": sealed})


async def forget_devices(
    tx: Tx, person: UUID, now: datetime, only: UUID | None = None
) -> list[UUID]:
    """Devices of a person that are no longer known: one of them, or all."""
    rows = await fetch_all(
        tx,
        "UPDATE identity.device SET revoked_at = %(now)s WHERE person_id = %(person)s"
        " AND revoked_at IS NULL AND (%(only)s::uuid IS NULL OR id = %(only)s) RETURNING id",
        {"person": person, "now": now, "only": only},
    )
    return [row[0] for row in rows]


@dataclass(frozen=True, slots=True)
class _DeviceRow:
    id: UUID
    name: bytes
    created_at: datetime
    seen_at: datetime
    session: UUID | None
    session_created_at: datetime | None
    session_used_at: datetime | None


_DEVICES: Final = """
SELECT d.id, d.name, d.created_at,
       coalesce(max(s.last_used_at) OVER (PARTITION BY d.id), d.last_seen_at) AS seen_at,
       s.id AS session, s.created_at AS session_created_at, s.last_used_at AS session_used_at
FROM identity.device d
LEFT JOIN identity.session s
ON s.device_id = d.id AND s.ended_at IS NULL
AND s.idle_until > %(now)s AND s.expires_at > %(now)s
WHERE d.person_id = %(person)s AND d.revoked_at IS NULL
ORDER BY seen_at DESC, d.id, s.last_used_at DESC, s.id
LIMIT 200
"""


async def devices(tx: Tx, keys: KeyRing, person: UUID, now: datetime) -> list[Device]:
    """The known devices of a person with their live sessions, the last used first."""
    rows = await fetch_all(tx, _DEVICES, {"person": person, "now": now}, row=_DeviceRow)
    grouped: dict[UUID, list[_DeviceRow]] = {}
    for row in rows:
        grouped.setdefault(row.id, []).append(row)
    return [_device(keys, own) for own in grouped.values()]


def _device(keys: KeyRing, rows: list[_DeviceRow]) -> Device:
    first = rows[0]
    sessions = [
        Session(SessionId(row.session), row.session_created_at, row.session_used_at)
        for row in rows
        if row.session and row.session_created_at and row.session_used_at
    ]
    return Device(
        id=DeviceId(first.id),
        name=keys.open(first.name, purpose=sealing.DEVICE_NAME),
        created_at=first.created_at,
        last_seen_at=first.seen_at,
        sessions=tuple(sessions),
    )


async def add_session(tx: Tx, new: NewSession) -> None:
    """Write a session."""
    await execute(
        tx,
        "INSERT INTO identity.session (id, person_id, device_id, rotated_at, created_at,"
        " last_used_at, idle_until, expires_at) VALUES (%(id)s, %(person)s, %(device)s, %(now)s,"
        " %(now)s, %(now)s, %(idle_until)s, %(expires_at)s)",
        {
            "id": new.id,
            "person": new.person,
            "device": new.device,
            "now": new.now,
            "idle_until": new.idle_until,
            "expires_at": new.expires_at,
        },
    )


async def live(tx: Tx, ids: Sequence[UUID], now: datetime) -> dict[UUID, Live]:
    """Those of the sessions that are neither ended nor expired, on a device that is still known."""
    # One by one along the key: asked for all at once, the planner may read every live session.
    rows = await fetch_all(
        tx,
        "SELECT live.* FROM unnest(%(ids)s::uuid[]) AS wanted (id) CROSS JOIN LATERAL ("
        " SELECT s.id AS session, s.person_id AS person, s.device_id AS device, p.roles, p.language"
        " FROM identity.session s JOIN identity.person p ON p.id = s.person_id"
        " WHERE s.id = wanted.id AND s.ended_at IS NULL"
        " AND s.idle_until > %(now)s AND s.expires_at > %(now)s LIMIT 1) AS live",
        {"ids": array_of(ids), "now": now},
        row=Live,
    )
    return {row.session: row for row in rows}


async def add_refresh_token(
    tx: Tx, keys: KeyRing, token: str, session: UUID, generation: int, now: datetime
) -> None:
    """Write a refresh token of a generation."""
    await execute(
        tx,
        "INSERT INTO identity.refresh_token (hash, session_id, generation, created_at)"
        " VALUES (%(hash)s, %(session)s, %(generation)s, %(now)s)",
        {
            "hash": sealing.token_hash(keys, token),
            "session": session,
            "generation": generation,
            "now": now,
        },
    )


_LOCK_REFRESH: Final = """
SELECT s.id AS session, s.person_id AS person, s.device_id AS device,
       t.generation AS token_generation, s.generation, s.rotated_at, s.expires_at,
       s.ended_at IS NULL AND s.idle_until > %(now)s AND s.expires_at > %(now)s AS is_live,
       d.token_hash AS device_token_hash
FROM identity.refresh_token t
JOIN identity.session s ON s.id = t.session_id
JOIN identity.device d ON d.id = s.device_id
WHERE t.hash = %(hash)s
FOR UPDATE OF s
"""


async def lock_refresh(tx: Tx, keys: KeyRing, token: str, now: datetime) -> Refresh | None:
    """The session of a refresh token; its refreshes follow one another from here."""
    params = {"hash": sealing.token_hash(keys, token), "now": now}
    return await fetch_one(tx, _LOCK_REFRESH, params, row=Refresh)


async def rotate(tx: Tx, session: UUID, now: datetime, idle_until: datetime) -> int:
    """Begin the next generation of a session's refresh token."""
    generation: int = await fetch_value(
        tx,
        "UPDATE identity.session SET generation = generation + 1, rotated_at = %(now)s,"
        " last_used_at = %(now)s, idle_until = %(idle_until)s WHERE id = %(session)s"
        " RETURNING generation",
        {"session": session, "now": now, "idle_until": idle_until},
    )
    return generation


@dataclass(frozen=True, slots=True)
class Which:
    """Some live sessions of a person: one, those of a device, all others, or simply all."""

    person: UUID
    session: UUID | None = None
    device: UUID | None = None
    other_than: UUID | None = None


async def end(tx: Tx, which: Which, reason: str, now: datetime) -> list[UUID]:
    """End sessions; which ones were alive until now."""
    rows = await fetch_all(
        tx,
        "UPDATE identity.session SET ended_at = %(now)s, end_reason = %(reason)s"
        " WHERE person_id = %(person)s AND ended_at IS NULL"
        " AND (%(session)s::uuid IS NULL OR id = %(session)s)"
        " AND (%(device)s::uuid IS NULL OR device_id = %(device)s)"
        " AND (%(other_than)s::uuid IS NULL OR id <> %(other_than)s) RETURNING id",
        {
            "person": which.person,
            "session": which.session,
            "device": which.device,
            "other_than": which.other_than,
            "reason": reason,
            "now": now,
        },
    )
    return [row[0] for row in rows]


async def end_oldest(tx: Tx, person: UUID, keep: int, now: datetime) -> list[UUID]:
    """End the sessions of a person that were used longest ago, beyond so many."""
    rows = await fetch_all(
        tx,
        "UPDATE identity.session SET ended_at = %(now)s, end_reason = 'too_many'"
        " WHERE id IN (SELECT id FROM identity.session"
        " WHERE person_id = %(person)s AND ended_at IS NULL"
        " ORDER BY last_used_at DESC, id DESC OFFSET %(keep)s) RETURNING id",
        {"person": person, "keep": keep, "now": now},
    )
    return [row[0] for row in rows]
