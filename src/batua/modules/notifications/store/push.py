"""The browsers that may be pushed to, and the key pair of the house."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from batua.kit.db import Tx, execute, fetch_all, fetch_one, fetch_value
from batua.kit.secrets import KeyRing
from batua.modules.notifications.types.push import PushDevice

SEALED: Final = "notifications.push"
ENDPOINT: Final = "notifications.push.endpoint"
KEY: Final = "notifications.push.key"


@dataclass(frozen=True, slots=True, kw_only=True)
class NewDevice:
    """A browser, on the session and the device that it is used by."""

    id: UUID
    person: UUID
    session: UUID
    device: UUID
    endpoint_index: bytes
    sealed: bytes
    service: str
    at: datetime


async def put(tx: Tx, new: NewDevice) -> UUID:
    """Keep a browser; one that is known is the newest person's from now on, under a name of hers.

    Its name stays when it stays hers.
    """
    found: UUID = await fetch_value(
        tx,
        "INSERT INTO notifications.push_device AS d"
        " (id, person, session, device, endpoint_index, sealed, service, added_at)"
        " VALUES (%(id)s, %(person)s, %(session)s, %(device)s, %(index)s, %(sealed)s, %(service)s,"
        " %(at)s) ON CONFLICT ON CONSTRAINT push_device_endpoint DO UPDATE SET"
        " id = CASE WHEN d.person = excluded.person THEN d.id ELSE excluded.id END,"
        " person = excluded.person, session = excluded.session, device = excluded.device,"
        " sealed = excluded.sealed RETURNING id",
        {
            "id": new.id,
            "person": new.person,
            "session": new.session,
            "device": new.device,
            "index": new.endpoint_index,
            "sealed": new.sealed,
            "service": new.service,
            "at": new.at,
        },
    )
    return found


async def keep_newest(tx: Tx, person: UUID, most: int) -> None:
    """Forget a person's browsers but the newest ones."""
    await execute(
        tx,
        "DELETE FROM notifications.push_device WHERE id IN ("
        " SELECT id FROM notifications.push_device WHERE person = %(person)s"
        " ORDER BY added_at DESC, id DESC OFFSET %(most)s)",
        {"person": person, "most": most},
    )


async def of_person(tx: Tx, person: UUID) -> list[PushDevice]:
    """A person's browsers, the newest first."""
    return await fetch_all(
        tx,
        "SELECT id, device, service, added_at FROM notifications.push_device"
        " WHERE person = %(person)s ORDER BY added_at DESC, id DESC",
        {"person": person},
        row=PushDevice,
    )


async def sealed(tx: Tx, person: UUID, id: UUID) -> tuple[UUID, bytes] | None:
    """Address and keys of a person's browser, and the session she is signed in there by."""
    row = await fetch_one(
        tx,
        "SELECT session, sealed FROM notifications.push_device"
        " WHERE id = %(id)s AND person = %(person)s",
        {"id": id, "person": person},
    )
    return None if row is None else (row[0], row[1])


async def drop(tx: Tx, id: UUID, person: UUID | None = None) -> bool:
    """Forget a browser, of that person if one is named; whether there was one."""
    dropped = await execute(
        tx,
        "DELETE FROM notifications.push_device WHERE id = %(id)s"
        " AND (%(person)s::uuid IS NULL OR person = %(person)s)",
        {"id": id, "person": person},
    )
    return dropped == 1


async def drop_of(tx: Tx, *, session: UUID | None = None, device: UUID | None = None) -> None:
    """Forget the browsers of a session or a device."""
    await execute(
        tx,
        "DELETE FROM notifications.push_device"
        " WHERE session = %(session)s::uuid OR device = %(device)s::uuid",
        {"session": session, "device": device},
    )


async def key(tx: Tx) -> bytes | None:
    """The sealed private key of the house."""
    found: bytes | None = await fetch_value(tx, "SELECT sealed FROM notifications.push_key")
    return found


async def keep_key(tx: Tx, sealed: bytes, at: datetime) -> None:
    """Keep a private key, unless there is one."""
    await execute(
        tx,
        "INSERT INTO notifications.push_key (sealed, made_at) VALUES (%(sealed)s, %(at)s)"
        " ON CONFLICT (one) DO NOTHING",
        {"sealed": sealed, "at": at},
    )


async def reseal(tx: Tx, keys: KeyRing, limit: int) -> int:
    """Seal browsers again that are not under the current key; how many."""
    rows = await fetch_all(
        tx,
        "SELECT id, sealed FROM notifications.push_device"
        " WHERE substring(sealed FROM 2 FOR 4) <> %(current)s ORDER BY id LIMIT %(limit)s FOR UPDATE",
        {"current": keys.current_id.encode(), "limit": limit},
    )
    for id, blob in rows:
        await execute(
            tx,
            "UPDATE notifications.push_device SET sealed = %(sealed)s WHERE id = %(id)s",
            {"id": id, "sealed": keys.rotated(blob, purpose=SEALED)},
        )
    return len(rows)


async def reseal_key(tx: Tx, keys: KeyRing, _limit: int) -> int:
    """Seal the private key of the house again if need be; whether it was, as a number."""
    blob = await key(tx)
    if blob is None or not keys.needs_rotation(blob):
        return 0
    return await execute(
        tx,
        "UPDATE notifications.push_key SET sealed = %(new)s WHERE sealed = %(old)s",
        {"new": keys.rotated(blob, purpose=KEY), "old": blob},
    )
