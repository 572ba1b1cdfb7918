"""What people were told, and the codes that wait to be sent."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from psycopg.types.json import Jsonb

from batua.kit.db import Tx, execute, fetch_all, fetch_one, fetch_value
from batua.kit.money import Currency, Money
from batua.kit.secrets import KeyRing
from batua.modules.notifications.types import (
    DeliveryReport,
    Kind,
    Message,
    MessageId,
    MessageState,
    NotificationId,
    Registration,
    Tell,
    Told,
    Via,
)

TO: Final = "notifications.message.to"
BODY: Final = "notifications.message.body"
UNREAD_CAP: Final = 100


@dataclass(frozen=True, slots=True)
class _Row:
    id: UUID
    person: UUID
    kind: str
    data: dict[str, Any]
    created_at: datetime
    read_at: datetime | None

    def told(self) -> Told:
        data = self.data
        amount = data.get("amount")
        return Told(
            id=NotificationId(self.id),
            person=self.person,
            kind=Kind(self.kind),
            other=_uuid(data.get("other")),
            subject=_uuid(data.get("subject")),
            amount=Money(amount["minor"], Currency(amount["currency"])) if amount else None,
            until=datetime.fromisoformat(data["until"]) if data.get("until") else None,
            created_at=self.created_at,
            read_at=self.read_at,
        )


def _uuid(text: str | None) -> UUID | None:
    return None if text is None else UUID(text)


async def add(tx: Tx, id: UUID, tell: Tell, at: datetime) -> tuple[bool, tuple[Via, ...] | None]:
    """Write a notification: whether it is new to the person, and the order set for its kind.

    One statement, because this is done for each payment.
    """
    amount = tell.amount
    data = {
        "other": str(tell.other) if tell.other else None,
        "subject": str(tell.subject) if tell.subject else None,
        "amount": {"minor": amount.minor, "currency": str(amount.currency)} if amount else None,
        "until": tell.until.isoformat() if tell.until else None,
    }
    row = await fetch_one(
        tx,
        "INSERT INTO notifications.notification (id, person, key, kind, data, created_at)"
        " VALUES (%(id)s, %(person)s, %(key)s, %(kind)s, %(data)s, %(at)s)"
        " ON CONFLICT ON CONSTRAINT one_per_fact_and_person DO NOTHING RETURNING"
        " (SELECT channels FROM notifications.channel_order AS o WHERE o.kind = %(kind)s)",
        {
            "id": id,
            "person": tell.person,
            "key": tell.key,
            "kind": tell.kind,
            "data": Jsonb({name: value for name, value in data.items() if value is not None}),
            "at": at,
        },
    )
    if row is None:
        return False, None
    return True, None if row[0] is None else tuple(map(Via, row[0]))


async def claim_first_device(tx: Tx, person: UUID, device: UUID) -> bool:
    """Note the device a person first signed in with; whether it is this one."""
    first = await fetch_value(
        tx,
        "UPDATE notifications.notification"
        " SET data = jsonb_build_object('device', %(device)s::text) || data"
        " WHERE person = %(person)s AND key = %(key)s RETURNING data ->> 'device'",
        {"person": person, "device": str(device), "key": Kind.WELCOME},
    )
    return bool(first == str(device))


async def find(tx: Tx, id: UUID) -> Told | None:
    """One notification."""
    rows = await fetch_all(
        tx,
        "SELECT id, person, kind, data, created_at, read_at FROM notifications.notification"
        " WHERE id = %(id)s",
        {"id": id},
        row=_Row,
    )
    return rows[0].told() if rows else None


async def page(
    tx: Tx, person: UUID, before: tuple[datetime, UUID] | None, limit: int, *, unread: bool
) -> list[Told]:
    """A person's notifications, newest first."""
    rows = await fetch_all(
        tx,
        "SELECT id, person, kind, data, created_at, read_at FROM notifications.notification"
        " WHERE person = %(person)s"
        " AND (%(at)s::timestamptz IS NULL OR (created_at, id) < (%(at)s, %(id)s))"
        " AND (NOT %(unread)s OR read_at IS NULL)"
        " ORDER BY created_at DESC, id DESC LIMIT %(limit)s",
        {
            "person": person,
            "at": before[0] if before else None,
            "id": before[1] if before else None,
            "unread": unread,
            "limit": limit,
        },
        row=_Row,
    )
    return [row.told() for row in rows]


async def unread(tx: Tx, person: UUID, id: UUID) -> Told | None:
    """One of a person's notifications, as long as she has not read it."""
    rows = await fetch_all(
        tx,
        "SELECT id, person, kind, data, created_at, read_at FROM notifications.notification"
        " WHERE id = %(id)s AND person = %(person)s AND read_at IS NULL",
        {"id": id, "person": person},
        row=_Row,
    )
    return rows[0].told() if rows else None


async def count_unread(tx: Tx, person: UUID) -> int:
    """How many wait to be read; counting stops at a hundred, which is shown as 99+."""
    return int(
        await fetch_value(
            tx,
            "SELECT count(*) FROM (SELECT FROM notifications.notification"
            " WHERE person = %(person)s AND read_at IS NULL LIMIT %(cap)s) AS unread",
            {"person": person, "cap": UNREAD_CAP},
        )
    )


async def mark_read(tx: Tx, person: UUID, ids: Sequence[UUID] | None, at: datetime) -> int:
    """Mark some of a person's notifications as read, or all; how many were not before."""
    return await execute(
        tx,
        "UPDATE notifications.notification SET read_at = %(at)s"
        " WHERE person = %(person)s AND read_at IS NULL"
        " AND (%(ids)s::uuid[] IS NULL OR id = ANY(%(ids)s))",
        {"person": person, "ids": None if ids is None else list(ids), "at": at},
    )


async def queue(tx: Tx, keys: KeyRing, message: Message, purpose: str, at: datetime) -> None:
    """Put a message into the outbox, sealed."""
    named = message.dlt
    await execute(
        tx,
        "INSERT INTO notifications.message"
        " (id, purpose, sealed_to, sealed_body, dlt, queued_at, expires_at)"
        " VALUES (%(id)s, %(purpose)s, %(to)s, %(body)s, %(dlt)s, %(at)s, %(expires_at)s)",
        {
            "id": message.id,
            "purpose": purpose,
            "to": keys.seal(message.to_phone, purpose=TO),
            "body": keys.seal(message.body, purpose=BODY),
            "dlt": None if named is None else [named.entity, named.header, named.template],
            "at": at,
            "expires_at": message.expires_at,
        },
    )


async def queued(tx: Tx, keys: KeyRing, id: UUID) -> Message | None:
    """A message that still waits, with one more try counted; None when it has ended."""
    row = await fetch_one(
        tx,
        "UPDATE notifications.message SET tries = tries + 1"
        " WHERE id = %(id)s AND state = 'queued' RETURNING sealed_to, sealed_body, expires_at, dlt",
        {"id": id},
    )
    if row is None:
        return None
    to, body = keys.open(row[0], purpose=TO), keys.open(row[1], purpose=BODY)
    return Message(MessageId(id), to, body, row[2], _named(row[3]))


def _named(dlt: list[str] | None) -> Registration | None:
    if dlt is None:
        return None
    entity, header, template = dlt
    return Registration(entity=entity, header=header, template=template)


async def end(
    tx: Tx, id: UUID, state: MessageState, at: datetime, report: DeliveryReport | None = None
) -> None:
    """Note how a message ended, and erase phone and words."""
    await execute(
        tx,
        "UPDATE notifications.message SET state = %(state)s, sealed_to = NULL, sealed_body = NULL,"
        " provider_ref = %(ref)s, failure = %(failure)s, ended_at = %(at)s"
        " WHERE id = %(id)s AND state = 'queued'",
        {
            "id": id,
            "state": state,
            "ref": report.provider_ref if report else None,
            "failure": report.failure if report else None,
            "at": at,
        },
    )


async def expire(tx: Tx, at: datetime, limit: int) -> int:
    """End messages whose time has passed; how many."""
    return await execute(
        tx,
        "UPDATE notifications.message SET state = 'expired', sealed_to = NULL,"
        " sealed_body = NULL, ended_at = %(at)s WHERE id IN ("
        " SELECT id FROM notifications.message WHERE state = 'queued' AND expires_at <= %(at)s"
        " ORDER BY queued_at LIMIT %(limit)s FOR UPDATE SKIP LOCKED)",
        {"at": at, "limit": limit},
    )


async def forget(tx: Tx, before: datetime, limit: int) -> int:
    """Delete messages that ended long ago; how many."""
    return await execute(
        tx,
        "DELETE FROM notifications.message WHERE id IN ("
        " SELECT id FROM notifications.message WHERE state <> 'queued' AND ended_at < %(before)s"
        " ORDER BY ended_at LIMIT %(limit)s FOR UPDATE SKIP LOCKED)",
        {"before": before, "limit": limit},
    )


async def reseal(tx: Tx, keys: KeyRing, limit: int) -> int:
    """Seal waiting messages again that are not under the current key; how many."""
    rows = await fetch_all(
        tx,
        "SELECT id, sealed_to, sealed_body FROM notifications.message WHERE state = 'queued'"
        " AND substring(sealed_to FROM 2 FOR 4) <> %(current)s"
        " ORDER BY id LIMIT %(limit)s FOR UPDATE",
        {"current": keys.current_id.encode(), "limit": limit},
    )
    for id, to, body in rows:
        await execute(
            tx,
            "UPDATE notifications.message SET sealed_to = %(to)s, sealed_body = %(body)s"
            " WHERE id = %(id)s",
            {
                "id": id,
                "to": keys.rotated(to, purpose=TO),
                "body": keys.rotated(body, purpose=BODY),
            },
        )
    return len(rows)
