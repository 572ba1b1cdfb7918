"""The order of the channels of each kind, and which one of them is next."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from batua.kit.db import Tx, execute, fetch_all, fetch_one, fetch_value
from batua.modules.notifications.types import Kind, Order, Via


@dataclass(frozen=True, slots=True)
class Fallen:
    """A dispatch that did not arrive, whose next channel is looked for: once."""

    cause: str
    person: UUID
    kind: Kind
    matter: UUID
    part: int
    channel: Via


async def orders(tx: Tx) -> dict[Kind, Order]:
    """The orders that were set."""
    rows = await fetch_all(
        tx, "SELECT kind, channels, confirm_s FROM notifications.channel_order ORDER BY kind"
    )
    known = {kind.value for kind in Kind}
    return {Kind(row[0]): _order(row) for row in rows if row[0] in known}


async def order(tx: Tx, kind: Kind) -> Order | None:
    """The order that was set for a kind."""
    row = await fetch_one(
        tx,
        "SELECT kind, channels, confirm_s FROM notifications.channel_order WHERE kind = %(kind)s",
        {"kind": kind.value},
    )
    return None if row is None else _order(row)


def _order(row: Sequence[Any]) -> Order:
    kind, channels, confirm_s = row
    return Order(Kind(kind), tuple(map(Via, channels)), confirm_s, is_changed=True)


async def keep(tx: Tx, wanted: Order, by: UUID, at: datetime) -> None:
    """Write an order down."""
    await execute(
        tx,
        "INSERT INTO notifications.channel_order (kind, channels, confirm_s, changed_by, changed_at)"
        " VALUES (%(kind)s, %(channels)s, %(confirm_s)s, %(by)s, %(at)s)"
        " ON CONFLICT (kind) DO UPDATE SET channels = excluded.channels,"
        " confirm_s = excluded.confirm_s, changed_by = excluded.changed_by,"
        " changed_at = excluded.changed_at",
        {
            "kind": wanted.kind.value,
            "channels": [via.value for via in wanted.channels],
            "confirm_s": wanted.confirm_s,
            "by": by,
            "at": at,
        },
    )


async def drop(tx: Tx, kind: Kind) -> None:
    """Forget the order that was set for a kind."""
    await execute(
        tx, "DELETE FROM notifications.channel_order WHERE kind = %(kind)s", {"kind": kind.value}
    )


async def fall(tx: Tx, id: UUID, now: datetime) -> Fallen | None:
    """Let go of a channel that did not serve; None when it may yet, or was let go of before.

    What there was nothing to say of is no failure of the channel.
    """
    row = await fetch_one(
        tx,
        "UPDATE notifications.dispatch SET fell_at = %(now)s"
        " WHERE id = %(id)s AND falls AND fell_at IS NULL AND (state = 'failed'"
        " OR (state = 'cancelled' AND failure = 'unwished')"
        " OR (state = 'sent' AND confirm_by <= %(now)s))"
        " RETURNING cause, person, kind, matter, part, channel",
        {"id": id, "now": now},
    )
    if row is None:
        return None
    cause, person, kind, matter, part, channel = row
    return Fallen(cause, person, Kind(kind), matter, part, Via(channel))


async def is_pushed(tx: Tx, person: UUID, notification: UUID) -> bool:
    """Whether a push about a notification was taken, or may yet be.

    The notification is held: of two pushes that fail at once, the second one sees the first.
    """
    held = {"person": person, "matter": notification}
    await execute(
        tx, "SELECT FROM notifications.notification WHERE id = %(matter)s FOR UPDATE", held
    )
    return bool(
        await fetch_value(
            tx,
            "SELECT EXISTS (SELECT FROM notifications.dispatch WHERE person = %(person)s"
            " AND matter = %(matter)s AND channel = 'push'"
            " AND state IN ('queued', 'sent', 'delivered'))",
            held,
        )
    )


async def tried(tx: Tx, cause: str, person: UUID, matter: UUID) -> set[Via]:
    """The channels that have been tried for a cause; pushes have causes of their own."""
    rows = await fetch_all(
        tx,
        "SELECT channel FROM notifications.dispatch"
        " WHERE cause = %(cause)s AND person = %(person)s UNION"
        " SELECT channel FROM notifications.dispatch"
        " WHERE person = %(person)s AND matter = %(matter)s AND channel = 'push'",
        {"cause": cause, "person": person, "matter": matter},
    )
    return {Via(channel) for (channel,) in rows}


async def has_arrived(tx: Tx, cause: str, person: UUID) -> bool:
    """Whether a channel is known to have reached her."""
    return bool(
        await fetch_value(
            tx,
            "SELECT EXISTS (SELECT FROM notifications.dispatch WHERE cause = %(cause)s"
            " AND person = %(person)s AND state = 'delivered')",
            {"cause": cause, "person": person},
        )
    )


async def await_word(tx: Tx, id: UUID, until: datetime) -> None:
    """Wait until then for the word that it arrived."""
    await execute(
        tx,
        "UPDATE notifications.dispatch SET confirm_by = %(until)s"
        " WHERE id = %(id)s AND falls AND state = 'sent'",
        {"id": id, "until": until},
    )


async def unconfirmed(tx: Tx, now: datetime, limit: int) -> list[UUID]:
    """What was sent and nobody said that it arrived, the longest ago first."""
    rows = await fetch_all(
        tx,
        "SELECT id FROM notifications.dispatch WHERE falls AND state = 'sent'"
        " AND fell_at IS NULL AND confirm_by <= %(now)s ORDER BY confirm_by LIMIT %(limit)s",
        {"now": now, "limit": limit},
    )
    return [id for (id,) in rows]


async def id_of(tx: Tx, reference: UUID) -> UUID | None:
    """The dispatch that was handed over under a reference."""
    found: UUID | None = await fetch_value(
        tx,
        "SELECT id FROM notifications.dispatch WHERE reference = %(reference)s",
        {"reference": reference},
    )
    return found
