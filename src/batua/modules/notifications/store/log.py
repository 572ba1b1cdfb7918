"""The delivery log as officers read it, and who of them looked."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from batua.kit.db import Tx, execute, fetch_all
from batua.modules.notifications.types import (
    Dispatch,
    DispatchState,
    Kind,
    LogFilter,
    LogPosition,
    Price,
    Reply,
    Via,
)
from batua.modules.notifications.types.log import Cost, Look, Looker

_FIELDS: Final = (
    "id, reference, person, channel, kind, state, masked_to, tries, failure, provider_ref, status,"
    " reply, due_at, queued_at, ended_at, provider"
)
_LOG: Final = (
    ", ".join(f"d.{name}" for name in _FIELDS.split(", "))
    + ", c.currency, c.micro, c.is_estimate FROM notifications.dispatch AS d"
    " LEFT JOIN notifications.cost AS c"
    " ON c.reference = d.reference AND c.taken_at IS NOT NULL"
)
# Only what is asked for stands in the question, so that each finds its index.
_WHERE: Final = {
    "state": "d.state = %(state)s",
    "channel": "d.channel = %(channel)s",
    "to_index": "d.to_index = %(to_index)s",
    "person": "d.person = %(person)s",
    "kind": "d.kind = %(kind)s",
    "provider": "d.provider = %(provider)s",
    "provider_ref": "d.provider_ref = %(provider_ref)s",
    "since": "d.queued_at >= %(since)s",
    "until": "d.queued_at < %(until)s",
    "named": "d.id IN (SELECT id FROM notifications.dispatch WHERE id = %(named)s"
    " UNION SELECT id FROM notifications.dispatch WHERE reference = %(named)s)",
    "at": "(d.queued_at, d.id) < (%(at)s, %(id)s)",
}


async def find(tx: Tx, id: UUID) -> Dispatch | None:
    """A line of the log, held until the transaction ends."""
    sql = f"SELECT {_LOG} WHERE d.id = %(id)s FOR UPDATE OF d"
    rows = await fetch_all(tx, sql, {"id": id})
    return _read(rows[0]) if rows else None


async def page(
    tx: Tx, wanted: LogFilter, to_index: bytes | None, before: LogPosition | None, limit: int
) -> list[Dispatch]:
    """The log, newest first.

    to_index  the index of the address that is wanted
    """
    at, id = before or (None, None)
    values = {**_values(wanted), "to_index": to_index, "at": at}
    given = {name: value for name, value in values.items() if value is not None}
    where = " AND ".join(_WHERE[name] for name in given) or "true"
    rows = await fetch_all(
        tx,
        f"SELECT {_LOG} WHERE {where} ORDER BY d.queued_at DESC, d.id DESC LIMIT %(limit)s",
        {**given, "id": id, "limit": limit},
    )
    return [_read(row) for row in rows]


def _values(wanted: LogFilter) -> dict[str, Any]:
    named = _uuid(wanted.reference)
    return {
        "state": None if wanted.state is None else wanted.state.value,
        "channel": None if wanted.channel is None else wanted.channel.value,
        "person": wanted.person,
        "kind": None if wanted.kind is None else wanted.kind.value,
        "provider": wanted.provider or None,
        "named": named,
        "provider_ref": wanted.reference or None if named is None else None,
        "since": wanted.since,
        "until": wanted.until,
    }


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


def _read(row: Sequence[Any]) -> Dispatch:
    *own, currency, micro, is_estimate = row
    values = dict(zip(_FIELDS.split(", "), own, strict=True))
    enums = {"channel": Via, "kind": Kind, "state": DispatchState}
    values |= {name: as_(values[name]) for name, as_ in enums.items()}
    reply = values.pop("reply")
    return Dispatch(
        **values,
        reply=None if reply is None else Reply(reply),
        cost=None if micro is None else Cost(Price(currency, micro), is_estimate),
    )


async def note_look(tx: Tx, at: datetime, by: Looker, act: str, subject: UUID | None) -> None:
    """Write down that somebody looked."""
    await execute(
        tx,
        "INSERT INTO notifications.look (at, actor, session, act, subject)"
        " VALUES (%(at)s, %(actor)s, %(session)s, %(act)s, %(subject)s)",
        {"at": at, "actor": by.person, "session": by.session, "act": act, "subject": subject},
    )


async def looks(tx: Tx, before: int | None, limit: int) -> list[Look]:
    """Who looked, the newest first."""
    return await fetch_all(
        tx,
        "SELECT id, at, actor, session, act, subject FROM notifications.look"
        " WHERE %(before)s::bigint IS NULL OR id < %(before)s ORDER BY id DESC LIMIT %(limit)s",
        {"before": before, "limit": limit},
        row=Look,
    )
