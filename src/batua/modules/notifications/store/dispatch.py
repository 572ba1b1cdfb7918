"""What leaves the house, its log, and how people wish to be reached."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from batua.kit.db import Tx, execute, fetch_all, fetch_one
from batua.kit.secrets import KeyRing
from batua.modules.notifications.types import (
    DeliveryReport,
    Digest,
    DispatchState,
    Kind,
    Send,
    Topic,
    Via,
    Wishes,
)

SEALED: Final = "notifications.dispatch"
TO: Final = "notifications.dispatch.to"


@dataclass(frozen=True, slots=True)
class Waiting:
    """A dispatch that waits, held until the transaction ends.

    sealed  its words and address, fixed with the first try
    falls   whether other channels are tried for the same cause
    """

    id: UUID
    person: UUID
    channel: Via
    kind: Kind
    matter: UUID
    part: int
    reference: UUID
    tries: int
    sealed: bytes | None
    cause: str
    falls: bool
    target: UUID | None


@dataclass(frozen=True, slots=True)
class Addressed:
    """What a try fixes: words and address sealed, and the address masked and as an index."""

    sealed: bytes
    masked_to: str
    to_index: bytes


async def add(tx: Tx, id: UUID, send: Send, at: datetime) -> bool:
    """Put a dispatch into the queue; False when it was there before."""
    added = await execute(
        tx,
        "INSERT INTO notifications.dispatch"
        " (id, cause, channel, person, kind, matter, part, falls, target,"
        " reference, due_at, queued_at)"
        " VALUES (%(id)s, %(cause)s, %(channel)s, %(person)s, %(kind)s, %(matter)s, %(part)s,"
        " %(falls)s, %(target)s, %(id)s, %(at)s, %(at)s) ON CONFLICT ON CONSTRAINT dispatch_once DO NOTHING",
        {
            "id": id,
            "cause": send.cause,
            "channel": send.via.value,
            "person": send.person,
            "kind": send.kind.value,
            "matter": send.matter,
            "part": send.part,
            "falls": send.falls,
            "target": send.target,
            "at": at,
        },
    )
    return added == 1


async def hold(tx: Tx, id: UUID, now: datetime) -> Waiting | None:
    """A dispatch that may be tried now; None when it may not, or somebody else holds it."""
    row = await fetch_one(
        tx,
        "SELECT id, person, channel, kind, matter, part, reference, tries, sealed,"
        " cause, falls, target FROM notifications.dispatch WHERE id = %(id)s AND state = 'queued'"
        " AND due_at <= %(now)s FOR UPDATE SKIP LOCKED",
        {"id": id, "now": now},
    )
    if row is None:
        return None
    id, person, channel, kind, *rest = row
    return Waiting(id, person, Via(channel), Kind(kind), *rest)


async def claim(tx: Tx, id: UUID, until: datetime, fixed: Addressed) -> None:
    """Count a try that is lost when it has not ended `until` then; the dispatch is held."""
    await execute(
        tx,
        "UPDATE notifications.dispatch SET tries = tries + 1, due_at = %(until)s,"
        " sealed = %(sealed)s, masked_to = %(masked)s, to_index = %(index)s WHERE id = %(id)s",
        {
            "id": id,
            "until": until,
            "sealed": fixed.sealed,
            "masked": fixed.masked_to,
            "index": fixed.to_index,
        },
    )


async def postpone(tx: Tx, id: UUID, until: datetime, tries: int) -> None:
    """Let a dispatch rest, unless a later try than that has begun."""
    await execute(
        tx,
        "UPDATE notifications.dispatch SET due_at = %(until)s"
        " WHERE id = %(id)s AND state = 'queued' AND tries = %(tries)s",
        {"id": id, "until": until, "tries": tries},
    )


async def end(
    tx: Tx, id: UUID, state: DispatchState, at: datetime, failure: str, tries: int | None = None
) -> bool:
    """Note that a dispatch was not sent, unless a later try than that has begun."""
    ended = await execute(
        tx,
        "UPDATE notifications.dispatch SET state = %(state)s, failure = %(failure)s,"
        " ended_at = %(at)s, sealed = NULL WHERE id = %(id)s AND state = 'queued'"
        " AND (%(tries)s::int IS NULL OR tries = %(tries)s)",
        {"id": id, "state": state.value, "failure": failure, "at": at, "tries": tries},
    )
    return ended == 1


async def carried(tx: Tx, id: UUID, provider: str) -> None:
    """Note who was asked to carry a dispatch."""
    await execute(
        tx,
        "UPDATE notifications.dispatch SET provider = %(provider)s"
        " WHERE id = %(id)s AND provider IS DISTINCT FROM %(provider)s",
        {"id": id, "provider": provider},
    )


async def sent(tx: Tx, reference: UUID, report: DeliveryReport, at: datetime) -> bool:
    """Note that the provider took it: true whatever was noted meanwhile, as when it was cancelled.

    What it called back before its own answer was noted says more, and stays: False.
    """
    state = DispatchState.DELIVERED if report.has_arrived else DispatchState.SENT
    noted = await execute(
        tx,
        "UPDATE notifications.dispatch SET state = %(state)s, provider_ref = %(ref)s,"
        " provider = coalesce(nullif(%(provider)s::text, ''), provider),"
        " ended_at = %(at)s, failure = NULL, sealed = NULL WHERE reference = %(reference)s"
        " AND state NOT IN ('sent', 'delivered') AND status IS NULL",
        {
            "reference": reference,
            "state": state.value,
            "at": at,
            "ref": report.provider_ref,
            "provider": report.provider,
        },
    )
    return noted == 1


async def due(tx: Tx, now: datetime, limit: int) -> list[tuple[UUID, Kind]]:
    """Dispatches that may be tried now, the longest due first."""
    rows = await fetch_all(
        tx,
        "SELECT id, kind FROM notifications.dispatch WHERE state = 'queued' AND due_at <= %(now)s"
        " ORDER BY due_at LIMIT %(limit)s",
        {"now": now, "limit": limit},
    )
    return [(id, Kind(kind)) for id, kind in rows]


async def queued_about(tx: Tx, matter: UUID) -> list[tuple[UUID, Kind, int]]:
    """The dispatches about a matter that wait, each with its kind and part."""
    rows = await fetch_all(
        tx,
        "SELECT id, kind, part FROM notifications.dispatch"
        " WHERE matter = %(matter)s AND state = 'queued' ORDER BY id",
        {"matter": matter},
    )
    return [(id, Kind(kind), part) for id, kind, part in rows]


async def forget(tx: Tx, before: datetime, limit: int) -> int:
    """Delete what ended long ago; how many."""
    return await execute(
        tx,
        "DELETE FROM notifications.dispatch WHERE id IN ("
        " SELECT id FROM notifications.dispatch WHERE state <> 'queued' AND ended_at < %(before)s"
        " ORDER BY ended_at LIMIT %(limit)s FOR UPDATE SKIP LOCKED)",
        {"before": before, "limit": limit},
    )


async def queue_again(tx: Tx, id: UUID, reference: UUID | None, at: datetime) -> None:
    """Let a dispatch that failed be tried again.

    reference  a new one, when it is sure that nothing was sent under the old
    """
    await execute(
        tx,
        "UPDATE notifications.dispatch SET state = 'queued', tries = 0, due_at = %(at)s,"
        " ended_at = NULL, failure = NULL, status = NULL, reply = NULL,"
        " reference = coalesce(%(reference)s, reference) WHERE id = %(id)s",
        {"id": id, "reference": reference, "at": at},
    )


async def reseal(tx: Tx, keys: KeyRing, limit: int) -> int:
    """Seal waiting dispatches again that are not under the current key; how many."""
    rows = await fetch_all(
        tx,
        "SELECT id, sealed FROM notifications.dispatch WHERE sealed IS NOT NULL"
        " AND substring(sealed FROM 2 FOR 4) <> %(current)s ORDER BY id LIMIT %(limit)s FOR UPDATE",
        {"current": keys.current_id.encode(), "limit": limit},
    )
    for id, sealed in rows:
        await execute(
            tx,
            "UPDATE notifications.dispatch SET sealed = %(sealed)s WHERE id = %(id)s",
            {"id": id, "sealed": keys.rotated(sealed, purpose=SEALED)},
        )
    return len(rows)


async def wishes(tx: Tx, person: UUID) -> Wishes:
    """How a person wishes to be reached; what the house thinks decent when she never said."""
    row = await fetch_one(
        tx,
        "SELECT off, quiet_from, quiet_until, shows_amounts, off_in, digest"
        " FROM notifications.wish"
        " WHERE person = %(person)s",
        {"person": person},
    )
    if row is None:
        return Wishes()
    off, quiet_from, quiet_until, shows_amounts, off_in, digest = row
    pairs = (pair.split(":") for pair in off_in)
    return Wishes(
        off=frozenset(map(Via, off)),
        quiet_from=quiet_from,
        quiet_until=quiet_until,
        shows_amounts=shows_amounts,
        off_in=frozenset((Topic(topic), Via(via)) for topic, via in pairs),
        digest=Digest(digest),
    )


async def keep_wishes(tx: Tx, person: UUID, wishes: Wishes, at: datetime) -> None:
    """Write down how a person wishes to be reached."""
    await execute(
        tx,
        "INSERT INTO notifications.wish AS w (person, off, quiet_from, quiet_until,"
        " shows_amounts, off_in, digest, digest_since, digest_at, changed_at)"
        " VALUES (%(person)s, %(off)s, %(from)s, %(until)s, %(amounts)s, %(off_in)s, %(digest)s,"
        " %(digest_at)s, %(digest_at)s, %(at)s)"
        " ON CONFLICT (person) DO UPDATE SET off = excluded.off, quiet_from = excluded.quiet_from,"
        " quiet_until = excluded.quiet_until, shows_amounts = excluded.shows_amounts,"
        " off_in = excluded.off_in, digest = excluded.digest, digest_since ="
        " CASE WHEN excluded.digest <> 'none' THEN coalesce(w.digest_since, %(at)s) END,"
        " digest_at = excluded.digest_at, changed_at = excluded.changed_at",
        {
            "off_in": sorted(f"{topic.value}:{via.value}" for topic, via in wishes.off_in),
            "digest": wishes.digest.value,
            "digest_at": None if wishes.digest is Digest.NONE else at,
            "person": person,
            "off": sorted(via.value for via in wishes.off),
            "from": wishes.quiet_from,
            "until": wishes.quiet_until,
            "amounts": wishes.shows_amounts,
            "at": at,
        },
    )


async def turn_off(tx: Tx, person: UUID, via: Via, otherwise: Wishes, at: datetime) -> None:
    """Add a channel to those that a person does not want.

    otherwise  what she wishes besides, when she never said
    """
    await execute(
        tx,
        "INSERT INTO notifications.wish AS w (person, off, quiet_from, quiet_until, changed_at)"
        " VALUES (%(person)s, ARRAY[%(via)s], %(from)s, %(until)s, %(at)s)"
        " ON CONFLICT (person) DO UPDATE SET off = w.off || excluded.off,"
        " changed_at = excluded.changed_at WHERE NOT w.off @> excluded.off",
        {
            "person": person,
            "via": via.value,
            "from": otherwise.quiet_from,
            "until": otherwise.quiet_until,
            "at": at,
        },
    )
