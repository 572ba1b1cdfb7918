"""Summaries: whose are due, and what each is about."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from batua.kit.db import Tx, execute, fetch_all, fetch_one, fetch_value
from batua.modules.notifications.types import Digest


@dataclass(frozen=True, slots=True)
class Due:
    """Somebody whose summary may be due; held until the transaction ends."""

    person: UUID
    digest: Digest
    since: datetime


@dataclass(frozen=True, slots=True)
class Span:
    """What a summary is about."""

    person: UUID
    since: datetime
    until: datetime


async def due(tx: Tx, now: datetime, limit: int) -> list[Due]:
    """Whose summaries may be due, the longest ago first; whom somebody else looks at is left out."""
    rows = await fetch_all(
        tx,
        "SELECT person, digest, digest_since FROM notifications.wish WHERE digest_at <= %(now)s"
        " ORDER BY digest_at LIMIT %(limit)s FOR UPDATE SKIP LOCKED",
        {"now": now, "limit": limit},
    )
    return [Due(person, Digest(digest), since) for person, digest, since in rows]


async def move_on(tx: Tx, person: UUID, since: datetime, at: datetime) -> None:
    """Begin the next summary there, and look again then."""
    await execute(
        tx,
        "UPDATE notifications.wish SET digest_since = %(since)s, digest_at = %(at)s"
        " WHERE person = %(person)s",
        {"person": person, "since": since, "at": at},
    )


async def add(tx: Tx, id: UUID, span: Span) -> bool:
    """Write a summary down; False when there is one up to then."""
    added = await execute(
        tx,
        "INSERT INTO notifications.digest (id, person, since, until)"
        " VALUES (%(id)s, %(person)s, %(since)s, %(until)s)"
        " ON CONFLICT ON CONSTRAINT digest_once DO NOTHING",
        {"id": id, "person": span.person, "since": span.since, "until": span.until},
    )
    return added == 1


async def span(tx: Tx, id: UUID) -> Span | None:
    """What a summary is about."""
    row = await fetch_one(
        tx,
        "SELECT person, since, until FROM notifications.digest WHERE id = %(id)s",
        {"id": id},
    )
    return None if row is None else Span(*row)


async def unread_ids(
    tx: Tx, what: Span, urgent: Sequence[str], limit: int
) -> tuple[list[UUID], int]:
    """What she was told then and has not read, the oldest first, and how many there are."""
    values = {
        "person": what.person,
        "since": what.since,
        "until": what.until,
        "urgent": list(urgent),
        "limit": limit,
    }
    where = (
        " FROM notifications.notification WHERE person = %(person)s AND created_at >= %(since)s"
        " AND created_at < %(until)s AND read_at IS NULL AND kind <> ALL(%(urgent)s::text[])"
    )
    rows = await fetch_all(
        tx,
        f"SELECT id{where} ORDER BY created_at, id LIMIT %(limit)s",
        values,
    )
    count = await fetch_value(tx, f"SELECT count(*){where}", values)
    return [id for (id,) in rows], int(count)


async def forget(tx: Tx, before: datetime, limit: int) -> int:
    """Delete what summaries of long ago were about; how many."""
    return await execute(
        tx,
        "DELETE FROM notifications.digest WHERE id IN (SELECT id FROM notifications.digest"
        " WHERE until < %(before)s ORDER BY until LIMIT %(limit)s FOR UPDATE SKIP LOCKED)",
        {"before": before, "limit": limit},
    )
