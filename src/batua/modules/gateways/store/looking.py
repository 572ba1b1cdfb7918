"""Callbacks by time, and counts of those that were turned away."""

from datetime import datetime
from typing import Final

from batua.kit.db import Tx, execute, fetch_all, fetch_one
from batua.modules.gateways.types.callbacks import Received, Rejection, Traffic

Place = tuple[datetime, str, str]
_FROM: Final = (
    "SELECT e.provider, e.event_id, e.kind, e.attempt, a.state, e.signed_with, e.sent_at,"
    " e.received_at, e.copies FROM gateways.event AS e"
    " LEFT JOIN gateways.attempt AS a ON a.id = e.attempt WHERE"
)
_AFTER: Final = " AND (e.received_at, e.provider, e.event_id) < (%(at)s, %(name)s, %(id)s)"


async def received(tx: Tx, provider: str | None, after: Place | None, limit: int) -> list[Received]:
    """Events, the newest first."""
    at, name, id = after or (None, None, None)
    whose = " e.provider = %(provider)s" if provider is not None else " TRUE"
    return await fetch_all(
        tx,
        f"{_FROM}{whose}{_AFTER if after else ''}"
        " ORDER BY e.received_at DESC, e.provider DESC, e.event_id DESC LIMIT %(limit)s",
        {"provider": provider, "at": at, "name": name, "id": id, "limit": limit},
        row=Received,
    )


async def one(tx: Tx, provider: str, event_id: str) -> Received | None:
    """An event."""
    return await fetch_one(
        tx,
        f"{_FROM} e.provider = %(provider)s AND e.event_id = %(id)s",
        {"provider": provider, "id": event_id},
        row=Received,
    )


async def rejected(
    tx: Tx, provider: str | None, after: Place | None, limit: int
) -> list[Rejection]:
    """What was turned away, the newest first."""
    at, name, reason = after or (None, None, None)
    later = " AND (minute, provider, reason) < (%(at)s, %(name)s, %(reason)s)" if after else ""
    return await fetch_all(
        tx,
        f"SELECT provider, minute, reason, count, last_at FROM gateways.rejection"  # noqa: S608
        f" WHERE (%(provider)s::text IS NULL OR provider = %(provider)s){later}"
        " ORDER BY minute DESC, provider DESC, reason DESC LIMIT %(limit)s",
        {"provider": provider, "at": at, "name": name, "reason": reason, "limit": limit},
        row=Rejection,
    )


async def add_rejections(tx: Tx, what: tuple[str, datetime, str], count: int, at: datetime) -> None:
    """Count some more of a provider, minute and reason."""
    provider, minute, reason = what
    await execute(
        tx,
        "INSERT INTO gateways.rejection AS r (provider, minute, reason, count, last_at)"
        " VALUES (%(provider)s, %(minute)s, %(reason)s, %(count)s, %(at)s)"
        " ON CONFLICT (minute, provider, reason) DO UPDATE"
        " SET count = r.count + excluded.count, last_at = greatest(r.last_at, excluded.last_at)",
        {"provider": provider, "minute": minute, "reason": reason, "count": count, "at": at},
    )


async def forget_rejections(tx: Tx, before: datetime) -> None:
    """Forget what is long past."""
    await execute(tx, "DELETE FROM gateways.rejection WHERE minute < %(at)s", {"at": before})


async def traffic(tx: Tx, provider: str, since: datetime) -> Traffic:
    """Counts of one provider; each stops at ten thousand."""
    found = await fetch_one(
        tx,
        "SELECT (SELECT count(*) FROM (SELECT FROM gateways.attempt WHERE provider = %(provider)s"
        " AND next_ask_at IS NOT NULL AND state IN ('created', 'pending', 'unknown')"
        " LIMIT 10000) AS a) AS undecided,"
        " (SELECT count(*) FROM (SELECT FROM gateways.event WHERE provider = %(provider)s"
        " AND received_at > %(since)s LIMIT 10000) AS e) AS received,"
        " (SELECT coalesce(sum(count), 0)::bigint FROM gateways.rejection"
        " WHERE provider = %(provider)s AND minute > %(since)s) AS rejected,"
        " (SELECT received_at FROM gateways.event WHERE provider = %(provider)s"
        " ORDER BY received_at DESC LIMIT 1) AS last_at",
        {"provider": provider, "since": since},
        row=Traffic,
    )
    assert found is not None, "counts are always there"
    return found
