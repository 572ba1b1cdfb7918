"""Events, their deliveries, and each try."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from batua.kit.db import Tx, execute, fetch_all, fetch_one, fetch_value
from batua.modules.webhooks.types import (
    Answer,
    Delivery,
    DeliveryId,
    DeliveryState,
    EndpointId,
    Failure,
    LogFilter,
    LogPosition,
    Outcome,
    Try,
)

_LOG: Final = "id, endpoint, event, kind, state, failure, tries, due_at, queued_at, ended_at"


@dataclass(frozen=True, slots=True, kw_only=True)
class NewEvent:
    """What is told; `seq` is the fact's place in the journal, None for a test."""

    id: UUID
    seq: int | None
    kind: str
    at: datetime
    body: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Claimed:
    """A delivery that was claimed for a try."""

    id: UUID
    event: UUID
    kind: str
    tries: int
    tries_before: int
    body: bytes = field(repr=False)


async def wanted_by(tx: Tx, kind: str, at: datetime) -> list[tuple[UUID, bool]]:
    """The endpoints that want a kind and were there when it happened; whether each is paused."""
    rows = await fetch_all(
        tx,
        "SELECT id, paused_because IS NOT NULL FROM webhooks.endpoint"
        " WHERE %(kind)s = ANY(kinds) AND made_at <= %(at)s AND removed_at IS NULL ORDER BY id",
        {"kind": kind, "at": at},
    )
    return [(id, is_paused) for id, is_paused in rows]


async def add_event(tx: Tx, event: NewEvent, now: datetime) -> UUID:
    """Keep an event; of a fact that was told before, the id that it has."""
    found: UUID = await fetch_value(
        tx,
        "INSERT INTO webhooks.event (id, seq, kind, at, body, made_at)"
        " VALUES (%(id)s, %(seq)s, %(kind)s, %(at)s, %(body)s, %(now)s)"
        " ON CONFLICT ON CONSTRAINT event_once DO UPDATE SET seq = excluded.seq RETURNING id",
        {**asdict(event), "now": now},
    )
    return found


async def add(
    tx: Tx, delivery: tuple[UUID, UUID], event: tuple[UUID, str], now: datetime, *, is_paused: bool
) -> bool:
    """Queue an event for an endpoint, or note that it was paused; False when it was there before.

    delivery  its id, and the endpoint
    event     its id, and its kind
    """
    added = await execute(
        tx,
        "INSERT INTO webhooks.delivery"
        " (id, endpoint, event, kind, state, failure, due_at, queued_at, ended_at)"
        " VALUES (%(id)s, %(endpoint)s, %(event)s, %(kind)s, %(state)s, %(failure)s, %(now)s,"
        " %(now)s, %(ended)s) ON CONFLICT ON CONSTRAINT delivery_once DO NOTHING",
        {
            "id": delivery[0],
            "endpoint": delivery[1],
            "event": event[0],
            "kind": event[1],
            "state": (DeliveryState.FAILED if is_paused else DeliveryState.QUEUED).value,
            "failure": Failure.PAUSED.value if is_paused else None,
            "now": now,
            "ended": now if is_paused else None,
        },
    )
    return added == 1


async def seats_taken(tx: Tx, endpoint: UUID, now: datetime) -> int:
    """How many tries are under way to an endpoint; those of dead workers end with their lease."""
    return int(
        await fetch_value(
            tx,
            "SELECT count(*) FROM webhooks.delivery"
            " WHERE endpoint = %(endpoint)s AND leased_until > %(now)s",
            {"endpoint": endpoint, "now": now},
        )
    )


async def claim(
    tx: Tx, endpoint: UUID, lease: tuple[datetime, datetime], limit: int, only: str | None
) -> list[Claimed]:
    """Claim deliveries that are due, the longest due first, and write each try down.

    lease  from now until when a try that has not ended counts as lost
    only   of this kind; None for all
    """
    now, until = lease
    rows = await fetch_all(
        tx,
        "WITH due AS (SELECT id FROM webhooks.delivery WHERE endpoint = %(endpoint)s"
        " AND state = 'queued' AND due_at <= %(now)s AND (%(only)s::text IS NULL OR kind = %(only)s)"
        " ORDER BY due_at, id LIMIT %(limit)s FOR UPDATE),"
        " claimed AS (UPDATE webhooks.delivery d SET tries = tries + 1, due_at = %(until)s,"
        " leased_until = %(until)s FROM due WHERE d.id = due.id"
        " RETURNING d.id, d.event, d.kind, d.tries, d.tries_before),"
        " noted AS (INSERT INTO webhooks.attempt (delivery, number, began_at)"
        " SELECT id, tries, %(now)s FROM claimed)"
        " SELECT c.id, c.event, c.kind, c.tries, c.tries_before, e.body FROM claimed c"
        " JOIN webhooks.event e ON e.id = c.event ORDER BY c.id",
        {"endpoint": endpoint, "now": now, "until": until, "limit": limit, "only": only},
    )
    return [Claimed(*row) for row in rows]


async def end_waiting(
    tx: Tx, endpoint: UUID, failure: Failure, now: datetime, *, spare: str, limit: int
) -> int:
    """End what waits for an endpoint that hears nothing any more; how many.

    spare  a kind that is left waiting
    """
    return await execute(
        tx,
        "UPDATE webhooks.delivery SET state = 'failed', failure = %(failure)s, ended_at = %(now)s,"
        " leased_until = NULL WHERE id IN (SELECT id FROM webhooks.delivery"
        " WHERE endpoint = %(endpoint)s AND state = 'queued' AND kind <> %(spare)s"
        " AND (leased_until IS NULL OR leased_until <= %(now)s)"
        " ORDER BY due_at LIMIT %(limit)s FOR UPDATE)",
        {
            "endpoint": endpoint,
            "failure": failure.value,
            "now": now,
            "spare": spare,
            "limit": limit,
        },
    )


async def note(tx: Tx, id: UUID, number: int, answer: Answer) -> None:
    """Write down what came of a try."""
    await execute(
        tx,
        "UPDATE webhooks.attempt SET outcome = %(outcome)s, status = %(status)s,"
        " took_ms = %(took)s, answer = %(text)s WHERE delivery = %(id)s AND number = %(number)s",
        {
            "id": id,
            "number": number,
            "outcome": answer.outcome.value,
            "status": answer.status,
            "took": answer.took_ms,
            "text": answer.text,
        },
    )


async def delivered(tx: Tx, id: UUID, now: datetime) -> None:
    """It was taken: true whatever was noted meanwhile."""
    await execute(
        tx,
        "UPDATE webhooks.delivery SET state = 'delivered', failure = NULL, ended_at = %(now)s,"
        " leased_until = NULL WHERE id = %(id)s AND state <> 'delivered'",
        {"id": id, "now": now},
    )


async def postpone(tx: Tx, id: UUID, number: int, until: datetime) -> None:
    """Let a delivery wait, unless a later try has begun or it has ended."""
    await execute(
        tx,
        "UPDATE webhooks.delivery SET due_at = %(until)s, leased_until = NULL"
        " WHERE id = %(id)s AND state = 'queued' AND tries = %(number)s",
        {"id": id, "until": until, "number": number},
    )


async def fail(tx: Tx, id: UUID, number: int, failure: Failure, now: datetime) -> None:
    """Give a delivery up, unless a later try has begun or it has ended."""
    await execute(
        tx,
        "UPDATE webhooks.delivery SET state = 'failed', failure = %(failure)s, ended_at = %(now)s,"
        " leased_until = NULL WHERE id = %(id)s AND state = 'queued' AND tries = %(number)s",
        {"id": id, "number": number, "failure": failure.value, "now": now},
    )


async def queue_again(tx: Tx, id: UUID, now: datetime) -> None:
    """Let a delivery be tried from the start; a try under way stays alone."""
    await execute(
        tx,
        "UPDATE webhooks.delivery SET state = 'queued', failure = NULL, ended_at = NULL,"
        " tries_before = tries, due_at = greatest(%(now)s, leased_until) WHERE id = %(id)s",
        {"id": id, "now": now},
    )


async def queue_failed(tx: Tx, endpoint: UUID, since: datetime, now: datetime, limit: int) -> int:
    """Let what failed since a time be tried from the start, the oldest first; how many."""
    return await execute(
        tx,
        "UPDATE webhooks.delivery SET state = 'queued', failure = NULL, ended_at = NULL,"
        " tries_before = tries, due_at = %(now)s WHERE id IN (SELECT id FROM webhooks.delivery"
        " WHERE endpoint = %(endpoint)s AND state = 'failed' AND queued_at >= %(since)s"
        " ORDER BY queued_at LIMIT %(limit)s FOR UPDATE)",
        {"endpoint": endpoint, "since": since, "now": now, "limit": limit},
    )


async def find(tx: Tx, id: UUID, *, for_change: bool = False) -> Delivery | None:
    """A line of the log, held until the transaction ends when it is to be changed."""
    lock = " FOR UPDATE" if for_change else ""
    sql = f"SELECT {_LOG} FROM webhooks.delivery WHERE id = %(id)s{lock}"  # noqa: S608
    row = await fetch_one(tx, sql, {"id": id})
    return None if row is None else _read(row)


async def body(tx: Tx, event: UUID) -> bytes:
    """What an event says."""
    sql = "SELECT body FROM webhooks.event WHERE id = %(id)s"
    return bytes(await fetch_value(tx, sql, {"id": event}))


async def tries(tx: Tx, id: UUID, limit: int) -> tuple[Try, ...]:
    """The tries of a delivery, the newest first."""
    rows = await fetch_all(
        tx,
        "SELECT number, began_at, outcome, status, took_ms, answer FROM webhooks.attempt"
        " WHERE delivery = %(id)s ORDER BY number DESC LIMIT %(limit)s",
        {"id": id, "limit": limit},
    )
    return tuple(
        Try(
            number=number,
            began_at=began_at,
            outcome=outcome and Outcome(outcome),
            status=status,
            took_ms=took_ms,
            answer=answer,
        )
        for number, began_at, outcome, status, took_ms, answer in rows
    )


async def page(tx: Tx, wanted: LogFilter, before: LogPosition | None, limit: int) -> list[Delivery]:
    """The log, newest first."""
    at, id = before or (None, None)
    rows = await fetch_all(
        tx,
        f"SELECT {_LOG} FROM webhooks.delivery"  # noqa: S608
        " WHERE (%(endpoint)s::uuid IS NULL OR endpoint = %(endpoint)s)"
        " AND (%(kind)s::text IS NULL OR kind = %(kind)s)"
        " AND (%(state)s::text IS NULL OR state = %(state)s)"
        " AND (%(since)s::timestamptz IS NULL OR queued_at >= %(since)s)"
        " AND (%(until)s::timestamptz IS NULL OR queued_at < %(until)s)"
        " AND (%(at)s::timestamptz IS NULL OR (queued_at, id) < (%(at)s, %(id)s))"
        " ORDER BY queued_at DESC, id DESC LIMIT %(limit)s",
        {
            **asdict(wanted),
            "state": wanted.state and wanted.state.value,
            "at": at,
            "id": id,
            "limit": limit,
        },
    )
    return [_read(row) for row in rows]


def _read(row: Sequence[Any]) -> Delivery:
    values = dict(zip(_LOG.split(", "), row, strict=True))
    failure = values["failure"]
    return Delivery(
        **{
            **values,
            "id": DeliveryId(values["id"]),
            "endpoint": EndpointId(values["endpoint"]),
            "state": DeliveryState(values["state"]),
            "failure": failure and Failure(failure),
        }
    )


async def forget(tx: Tx, before: datetime, limit: int) -> int:
    """Delete deliveries that ended long ago, with their tries; how many."""
    return await execute(
        tx,
        "DELETE FROM webhooks.delivery WHERE id IN (SELECT id FROM webhooks.delivery"
        " WHERE state <> 'queued' AND ended_at < %(before)s"
        " ORDER BY ended_at LIMIT %(limit)s FOR UPDATE SKIP LOCKED)",
        {"before": before, "limit": limit},
    )


async def forget_events(tx: Tx, before: datetime, limit: int) -> int:
    """Delete old events that no delivery tells any more; how many."""
    return await execute(
        tx,
        "DELETE FROM webhooks.event WHERE id IN (SELECT id FROM webhooks.event e"
        " WHERE e.made_at < %(before)s AND NOT EXISTS"
        " (SELECT FROM webhooks.delivery d WHERE d.event = e.id) ORDER BY e.made_at"
        " LIMIT %(limit)s)",
        {"before": before, "limit": limit},
    )


async def is_waiting(tx: Tx, endpoint: UUID, now: datetime) -> bool:
    """Whether something is due to an endpoint and not under way."""
    return bool(
        await fetch_value(
            tx,
            "SELECT EXISTS (SELECT FROM webhooks.delivery WHERE endpoint = %(endpoint)s"
            " AND state = 'queued' AND due_at <= %(now)s)",
            {"endpoint": endpoint, "now": now},
        )
    )
