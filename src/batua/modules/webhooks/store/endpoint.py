"""Endpoints, and the secrets that sign what goes to them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from batua.kit.db import Tx, execute, fetch_all, fetch_one, fetch_value
from batua.kit.secrets import KeyRing
from batua.modules.webhooks.types import Change, Draft, Endpoint, EndpointId, Pause

SECRET: Final = "webhooks.secret"  # noqa: S105 - the name of a purpose

_FIELDS: Final = (
    "id, url, description, kinds, paused_because, paused_at, previous_until, failing_since,"
    " failures, made_by, made_at, changed_at"
)


@dataclass(frozen=True, slots=True)
class Held:
    """An endpoint held for a turn of tries."""

    url: str = field(repr=False)
    is_paused: bool
    is_removed: bool
    rests_until: datetime | None
    failing_since: datetime | None
    failures: int
    keys: tuple[bytes, ...] = field(repr=False)


async def add(tx: Tx, draft: Draft, sealed: bytes, id: UUID, by: UUID, at: datetime) -> None:
    """Write an endpoint down."""
    await execute(
        tx,
        "INSERT INTO webhooks.endpoint"
        " (id, url, description, kinds, secret, made_by, made_at, changed_at)"
        " VALUES (%(id)s, %(url)s, %(description)s, %(kinds)s, %(secret)s, %(by)s, %(at)s, %(at)s)",
        {
            "id": id,
            "url": draft.url,
            "description": draft.description,
            "kinds": list(draft.kinds),
            "secret": sealed,
            "by": by,
            "at": at,
        },
    )


async def count(tx: Tx) -> int:
    """How many there are; whoever adds one holds the others off until the transaction ends."""
    await execute(tx, "LOCK TABLE webhooks.endpoint IN SHARE ROW EXCLUSIVE MODE")
    sql = "SELECT count(*) FROM webhooks.endpoint WHERE removed_at IS NULL"
    return int(await fetch_value(tx, sql))


async def every(tx: Tx) -> list[Endpoint]:
    """All endpoints, the newest first; there are never many."""
    rows = await fetch_all(
        tx,
        f"SELECT {_FIELDS} FROM webhooks.endpoint WHERE removed_at IS NULL"  # noqa: S608
        " ORDER BY made_at DESC, id DESC",
    )
    return [_read(row) for row in rows]


async def find(tx: Tx, id: UUID, *, for_change: bool = False) -> Endpoint | None:
    """One endpoint that is there, held until the transaction ends when it is to be changed."""
    lock = " FOR NO KEY UPDATE" if for_change else ""
    row = await fetch_one(
        tx,
        f"SELECT {_FIELDS} FROM webhooks.endpoint"  # noqa: S608
        f" WHERE id = %(id)s AND removed_at IS NULL{lock}",
        {"id": id},
    )
    return None if row is None else _read(row)


def _read(row: Sequence[Any]) -> Endpoint:
    values = dict(zip(_FIELDS.split(", "), row, strict=True))
    because = values["paused_because"]
    return Endpoint(
        **{
            **values,
            "id": EndpointId(values["id"]),
            "kinds": tuple(values["kinds"]),
            "paused_because": because and Pause(because),
        }
    )


async def change(tx: Tx, id: UUID, change: Change, at: datetime) -> None:
    """Change what an officer wrote; what is None stays."""
    await execute(
        tx,
        "UPDATE webhooks.endpoint SET url = coalesce(%(url)s, url),"
        " description = coalesce(%(description)s, description),"
        " kinds = coalesce(%(kinds)s, kinds), changed_at = %(at)s WHERE id = %(id)s",
        {
            "id": id,
            "url": change.url,
            "description": change.description,
            "kinds": None if change.kinds is None else list(change.kinds),
            "at": at,
        },
    )


async def pause(tx: Tx, id: UUID, because: Pause, at: datetime) -> bool:
    """Pause an endpoint; False when it was paused or removed already."""
    paused = await execute(
        tx,
        "UPDATE webhooks.endpoint SET paused_because = %(because)s, paused_at = %(at)s,"
        " changed_at = %(at)s"
        " WHERE id = %(id)s AND paused_because IS NULL AND removed_at IS NULL",
        {"id": id, "because": because.value, "at": at},
    )
    return paused == 1


async def enable(tx: Tx, id: UUID, at: datetime) -> None:
    """Let an endpoint hear again, with its failures forgotten."""
    await execute(
        tx,
        "UPDATE webhooks.endpoint SET paused_because = NULL, paused_at = NULL, failures = 0,"
        " failing_since = NULL, rests_until = NULL, changed_at = %(at)s WHERE id = %(id)s",
        {"id": id, "at": at},
    )


async def remove(tx: Tx, id: UUID, at: datetime) -> None:
    """Take an endpoint away; its row stays for the log, without its secrets."""
    await execute(
        tx,
        "UPDATE webhooks.endpoint SET removed_at = %(at)s, changed_at = %(at)s, secret = NULL,"
        " previous_secret = NULL, previous_until = NULL WHERE id = %(id)s",
        {"id": id, "at": at},
    )


async def rotate(tx: Tx, id: UUID, sealed: bytes, until: datetime, at: datetime) -> None:
    """Give an endpoint a new secret; the one that it had signs too for a while."""
    await execute(
        tx,
        "UPDATE webhooks.endpoint SET previous_secret = secret, previous_until = %(until)s,"
        " secret = %(secret)s, changed_at = %(at)s WHERE id = %(id)s",
        {"id": id, "secret": sealed, "until": until, "at": at},
    )


async def hold(tx: Tx, id: UUID, now: datetime) -> Held | None:
    """An endpoint, removed or not, held until the transaction ends; its keys are still sealed."""
    row = await fetch_one(
        tx,
        "SELECT url, paused_because IS NOT NULL, removed_at IS NOT NULL, rests_until,"
        " failing_since, failures, secret,"
        " CASE WHEN previous_until > %(now)s THEN previous_secret END"
        " FROM webhooks.endpoint WHERE id = %(id)s FOR NO KEY UPDATE",
        {"id": id, "now": now},
    )
    if row is None:
        return None
    url, is_paused, is_removed, rests_until, failing_since, failures, *sealed = row
    return Held(
        url,
        is_paused,
        is_removed,
        rests_until,
        failing_since,
        failures,
        keys=tuple(one for one in sealed if one is not None),
    )


async def note_health(
    tx: Tx, id: UUID, *, failures: int, since: datetime | None, rests_until: datetime | None
) -> None:
    """How often in a row, and since when, an endpoint took nothing; zero when it did."""
    await execute(
        tx,
        "UPDATE webhooks.endpoint SET failures = %(failures)s, failing_since = %(since)s,"
        " rests_until = %(rests)s WHERE id = %(id)s",
        {"id": id, "failures": failures, "since": since, "rests": rests_until},
    )


async def with_work(tx: Tx, now: datetime) -> list[UUID]:
    """Endpoints with something due, also removed ones; those that rest are left out."""
    rows = await fetch_all(
        tx,
        "SELECT e.id FROM webhooks.endpoint e"
        " WHERE (e.rests_until IS NULL OR e.rests_until <= %(now)s)"
        " AND EXISTS (SELECT FROM webhooks.delivery d WHERE d.endpoint = e.id"
        " AND d.state = 'queued' AND d.due_at <= %(now)s) ORDER BY e.id LIMIT 1000",
        {"now": now},
    )
    return [id for (id,) in rows]


async def reseal(tx: Tx, keys: KeyRing, limit: int) -> int:
    """Seal secrets again that are not under the current key; how many endpoints."""
    rows = await fetch_all(
        tx,
        "SELECT id, secret, previous_secret FROM webhooks.endpoint WHERE"
        " substring(secret FROM 2 FOR 4) <> %(current)s"
        " OR substring(previous_secret FROM 2 FOR 4) <> %(current)s"
        " ORDER BY id LIMIT %(limit)s FOR UPDATE",
        {"current": keys.current_id.encode(), "limit": limit},
    )
    for id, *sealed in rows:
        secret, previous = (one and keys.rotated(one, purpose=SECRET) for one in sealed)
        await execute(
            tx,
            "UPDATE webhooks.endpoint SET secret = %(secret)s, previous_secret = %(previous)s"
            " WHERE id = %(id)s",
            {"id": id, "secret": secret, "previous": previous},
        )
    return len(rows)
