"""All SQL of the sandbox."""

from dataclasses import asdict, fields
from datetime import datetime
from typing import Any, Final

import msgspec
from psycopg.types.json import Jsonb

from batua.kit.db import Tx, execute, fetch_all, fetch_one, fetch_value
from batua.sandbox.types import (
    ChannelFault,
    Delivery,
    Fault,
    Kind,
    Message,
    Movement,
    Sent,
    Status,
    Switches,
)

_COLUMNS: Final = ", ".join(field.name for field in fields(Movement))
_MESSAGE: Final = ", ".join(field.name for field in fields(Message))


def _movement(**row: Any) -> Movement:
    due = row["due_status"]
    return Movement(
        **{
            **row,
            "kind": Kind(row["kind"]),
            "status": Status(row["status"]),
            "switches": msgspec.convert(row["switches"], Switches),
            "due_status": None if due is None else Status(due),
        }
    )


async def add(tx: Tx, movement: Movement) -> bool:
    """Write a new movement; False when its key or its reference is taken."""
    row = {**asdict(movement), "switches": Jsonb(msgspec.to_builtins(movement.switches))}
    values = ", ".join(f"%({name})s" for name in row)
    added = await execute(
        tx,
        f"INSERT INTO sandbox.movement ({_COLUMNS}) VALUES ({values})"  # noqa: S608
        " ON CONFLICT DO NOTHING",
        row,
    )
    return added == 1


async def find(tx: Tx, kind: Kind, id: str) -> Movement | None:
    """A movement by its id."""
    return await _one(tx, "kind = %(kind)s AND id = %(id)s", kind=kind.value, id=id)


async def locked(tx: Tx, kind: Kind, id: str) -> Movement | None:
    """A movement by its id, held until the transaction ends."""
    where = "kind = %(kind)s AND id = %(id)s FOR NO KEY UPDATE"
    return await _one(tx, where, kind=kind.value, id=id)


async def find_by_reference(tx: Tx, kind: Kind, reference: str) -> Movement | None:
    """A movement by the merchant's reference."""
    where = "kind = %(kind)s AND reference = %(reference)s"
    return await _one(tx, where, kind=kind.value, reference=reference)


async def find_by_key(tx: Tx, kind: Kind, key: str) -> Movement | None:
    """A movement by the idempotency key it was made with."""
    return await _one(tx, "kind = %(kind)s AND idempotency_key = %(key)s", kind=kind.value, key=key)


async def due(tx: Tx, now: datetime, limit: int) -> list[Movement]:
    """Movements whose next state is due, held until the transaction ends."""
    where = "due_at <= %(now)s ORDER BY due_at LIMIT %(limit)s FOR NO KEY UPDATE SKIP LOCKED"
    return await _all(tx, where, now=now, limit=limit)


async def latest(tx: Tx, limit: int) -> list[Movement]:
    """The newest movements."""
    return await _all(tx, "true ORDER BY created_at DESC LIMIT %(limit)s", limit=limit)


async def write(tx: Tx, movement: Movement) -> None:
    """Store what may change of a locked movement."""
    await execute(
        tx,
        "UPDATE sandbox.movement SET status = %(status)s, moved_minor = %(moved_minor)s,"
        " failure = %(failure)s, switches = %(switches)s, changed_at = %(changed_at)s,"
        " due_at = %(due_at)s, due_status = %(due_status)s, due_failure = %(due_failure)s"
        " WHERE id = %(id)s",
        {**asdict(movement), "switches": Jsonb(msgspec.to_builtins(movement.switches))},
    )


async def given_back_minor(tx: Tx, checkout: str) -> int:
    """What the refunds of a checkout give back, finished or not."""
    return int(
        await fetch_value(
            tx,
            "SELECT coalesce(sum(amount_minor), 0) FROM sandbox.movement"
            " WHERE parent = %(id)s AND status <> 'failed'",
            {"id": checkout},
        )
    )


async def children(tx: Tx, parent: str) -> list[Movement]:
    """The refunds of a checkout, the oldest first."""
    return await _all(tx, "parent = %(parent)s ORDER BY created_at, id", parent=parent)


async def newest(tx: Tx, dialect: str, kind: Kind, limit: int) -> list[Movement]:
    """The newest movements of a kind in a dialect."""
    where = (
        "dialect = %(dialect)s AND kind = %(kind)s ORDER BY created_at DESC, id DESC"
        " LIMIT %(limit)s"
    )
    return await _all(tx, where, dialect=dialect, kind=kind.value, limit=limit)


async def settled(
    tx: Tx, dialect: str, since: datetime, until: datetime, window: tuple[int, int]
) -> list[Movement]:
    """What moved in a time, in a fixed order; `window` is how many to pass over, and to give."""
    where = (
        "dialect = %(dialect)s AND status = 'succeeded' AND kind <> 'payout'"
        " AND changed_at >= %(since)s"
        " AND changed_at < %(until)s ORDER BY changed_at, id OFFSET %(skip)s LIMIT %(limit)s"
    )
    skip, limit = window
    return await _all(tx, where, dialect=dialect, since=since, until=until, skip=skip, limit=limit)


async def webhook(tx: Tx, dialect: str) -> str | None:
    """Where the merchant of a dialect wants its callbacks."""
    found = await fetch_value(
        tx, "SELECT url FROM sandbox.webhook WHERE dialect = %(dialect)s", {"dialect": dialect}
    )
    return None if found is None else str(found)


async def set_webhook(tx: Tx, dialect: str, url: str) -> None:
    """Set where the merchant of a dialect wants its callbacks."""
    await execute(
        tx,
        "INSERT INTO sandbox.webhook (dialect, url) VALUES (%(dialect)s, %(url)s)"
        " ON CONFLICT (dialect) DO UPDATE SET url = excluded.url",
        {"dialect": dialect, "url": url},
    )


async def _one(tx: Tx, where: str, **params: Any) -> Movement | None:
    found = await _all(tx, where, **params)
    return found[0] if found else None


async def _all(tx: Tx, where: str, **params: Any) -> list[Movement]:
    names = [field.name for field in fields(Movement)]
    rows = await fetch_all(
        tx,
        f"SELECT {_COLUMNS} FROM sandbox.movement WHERE {where}",  # noqa: S608
        params,
    )
    return [_movement(**dict(zip(names, row, strict=True))) for row in rows]


async def add_delivery(
    tx: Tx, movement: Movement, event_id: str, body: str, due_at: datetime, *, forged: bool = False
) -> None:
    """Write a callback to send."""
    await execute(
        tx,
        "INSERT INTO sandbox.delivery (movement, event_id, url, body, is_forged, due_at)"
        " VALUES (%(movement)s, %(event_id)s, %(url)s, %(body)s, %(forged)s, %(due_at)s)",
        {
            "movement": movement.id,
            "event_id": event_id,
            "url": movement.callback_url,
            "body": body,
            "forged": forged,
            "due_at": due_at,
        },
    )


async def claim_deliveries(tx: Tx, now: datetime, until: datetime, limit: int) -> list[Delivery]:
    """Take due callbacks; should the sender die, they are due again at `until`."""
    return await fetch_all(
        tx,
        "UPDATE sandbox.delivery SET due_at = %(until)s, tries = tries + 1 WHERE id IN ("
        " SELECT id FROM sandbox.delivery WHERE due_at <= %(now)s ORDER BY due_at, id"
        " LIMIT %(limit)s FOR NO KEY UPDATE SKIP LOCKED)"
        " RETURNING id, movement, event_id, url, body, is_forged, tries,"
        " (SELECT dialect FROM sandbox.movement m WHERE m.id = delivery.movement)",
        {"now": now, "until": until, "limit": limit},
        row=Delivery,
    )


async def end_delivery(
    tx: Tx, id: int, *, status: int | None, at: datetime | None, again_at: datetime | None
) -> None:
    """Write what became of a callback: delivered `at`, to be sent `again_at`, or given up."""
    await execute(
        tx,
        "UPDATE sandbox.delivery SET last_status = %(status)s, delivered_at = %(at)s,"
        " due_at = %(again_at)s WHERE id = %(id)s",
        {"id": id, "status": status, "at": at, "again_at": again_at},
    )


async def deliveries(tx: Tx, movement: str) -> list[Sent]:
    """The callbacks of a movement, oldest first."""
    return await fetch_all(
        tx,
        "SELECT id, movement, event_id, is_forged, tries, last_status, delivered_at,"
        " due_at IS NOT NULL AS is_due FROM sandbox.delivery WHERE movement = %(id)s"
        " ORDER BY id LIMIT 200",
        {"id": movement},
        row=Sent,
    )


async def add_message(tx: Tx, message: Message) -> bool:
    """Keep a message; False when its reference was sent before."""
    row = asdict(message)
    values = ", ".join(f"%({name})s" for name in row)
    added = await execute(
        tx,
        f"INSERT INTO sandbox.message ({_MESSAGE}) VALUES ({values})"  # noqa: S608
        " ON CONFLICT (reference) DO NOTHING",
        row,
    )
    return added == 1


async def message_of(tx: Tx, reference: str) -> Message | None:
    """The message with a reference."""
    return await fetch_one(
        tx,
        f"SELECT {_MESSAGE} FROM sandbox.message WHERE reference = %(reference)s",  # noqa: S608
        {"reference": reference},
        row=Message,
    )


async def messages(
    tx: Tx, address: str | None, limit: int, channel: str | None = None
) -> list[Message]:
    """The newest messages, to one address or to all, of one channel or of all."""
    return await fetch_all(
        tx,
        f"SELECT {_MESSAGE} FROM sandbox.message"  # noqa: S608
        " WHERE (%(address)s::text IS NULL OR to_address = %(address)s)"
        " AND (%(channel)s::text IS NULL OR channel = %(channel)s)"
        " ORDER BY sent_at DESC, id DESC LIMIT %(limit)s",
        {"address": address, "channel": channel, "limit": limit},
        row=Message,
    )


async def drop_messages(tx: Tx, before: datetime) -> int:
    """Forget old messages."""
    return await execute(
        tx, "DELETE FROM sandbox.message WHERE sent_at < %(before)s", {"before": before}
    )


async def faults(tx: Tx, now: datetime) -> list[Fault]:
    """What is switched on."""
    return await fetch_all(
        tx,
        "SELECT scope, mode, delay_ms, ends_at FROM sandbox.fault"
        " WHERE ends_at IS NULL OR ends_at > %(now)s ORDER BY scope",
        {"now": now},
        row=Fault,
    )


async def set_fault(tx: Tx, fault: Fault) -> None:
    """Switch a misbehaviour on."""
    await execute(
        tx,
        "INSERT INTO sandbox.fault (scope, mode, delay_ms, ends_at)"
        " VALUES (%(scope)s, %(mode)s, %(delay_ms)s, %(ends_at)s) ON CONFLICT (scope) DO UPDATE"
        " SET mode = excluded.mode, delay_ms = excluded.delay_ms, ends_at = excluded.ends_at",
        asdict(fault),
    )


async def clear_fault(tx: Tx, scope: str) -> None:
    """Switch a misbehaviour off; `all` switches every one off."""
    await execute(
        tx,
        "DELETE FROM sandbox.fault WHERE scope = %(scope)s OR %(scope)s = 'all'",
        {"scope": scope},
    )
    if scope == "all":
        await execute(tx, "DELETE FROM sandbox.channel_fault")


async def channel_faults(tx: Tx) -> list[ChannelFault]:
    """What is switched on for channels, the oldest first."""
    return await fetch_all(
        tx,
        "SELECT channel, mode, address, times_left, delay_ms FROM sandbox.channel_fault"
        " ORDER BY id",
        row=ChannelFault,
    )


async def add_channel_fault(tx: Tx, fault: ChannelFault) -> None:
    """Switch a mishap of a channel on."""
    await execute(
        tx,
        "INSERT INTO sandbox.channel_fault (channel, mode, address, times_left, delay_ms)"
        " VALUES (%(channel)s, %(mode)s, %(address)s, %(times_left)s, %(delay_ms)s)",
        asdict(fault),
    )


async def clear_channel_faults(tx: Tx, channel: str, address: str | None) -> None:
    """Switch the mishaps of a channel off: those of one address, or all."""
    await execute(
        tx,
        "DELETE FROM sandbox.channel_fault WHERE channel = %(channel)s"
        " AND (%(address)s::text IS NULL OR address = %(address)s)",
        {"channel": channel, "address": address},
    )


async def strike(tx: Tx, channel: str, address: str) -> ChannelFault | None:
    """The mishap that befalls a message now, counted; None when there is none."""
    found = await fetch_one(
        tx,
        "SELECT id, channel, mode, address, times_left, delay_ms FROM sandbox.channel_fault"
        " WHERE channel = %(channel)s AND (address IS NULL OR address = %(address)s)"
        " ORDER BY id LIMIT 1 FOR UPDATE",
        {"channel": channel, "address": address},
    )
    if found is None:
        return None
    id, *rest = found
    fault = ChannelFault(*rest)
    if fault.times_left == 1:
        await execute(tx, "DELETE FROM sandbox.channel_fault WHERE id = %(id)s", {"id": id})
    elif fault.times_left is not None:
        await execute(
            tx,
            "UPDATE sandbox.channel_fault SET times_left = times_left - 1 WHERE id = %(id)s",
            {"id": id},
        )
    return fault
