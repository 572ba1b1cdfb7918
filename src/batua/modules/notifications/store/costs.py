"""What each hand-over cost, the tariffs it is estimated by, and what is still to be asked."""

from datetime import datetime, timedelta
from uuid import UUID

from batua.kit.db import Tx, execute, fetch_all
from batua.modules.notifications.types import Price, Via
from batua.modules.notifications.types.costs import Sum, Tariff, Unpriced


async def expect(
    tx: Tx, reference: UUID, channel: Via, to: str, segments: int, at: datetime
) -> None:
    """Write down what a hand-over will cost by the tariff; a reference has its cost once.

    to  a phone number, or empty for what has no country
    """
    await execute(
        tx,
        "INSERT INTO notifications.cost (reference, channel, segments, currency, micro, added_at)"
        " SELECT %(reference)s, %(channel)s, %(segments)s, t.currency,"
        " t.segment_micro * %(segments)s, %(at)s FROM (SELECT) AS once LEFT JOIN LATERAL"
        " (SELECT currency, segment_micro FROM notifications.tariff"
        " WHERE channel = %(channel)s AND starts_with(%(to)s, prefix)"
        " ORDER BY length(prefix) DESC LIMIT 1) AS t ON true"
        " ON CONFLICT (reference) DO NOTHING",
        {
            "reference": reference,
            "channel": channel.value,
            "segments": segments,
            "to": to,
            "at": at,
        },
    )


async def take(
    tx: Tx, reference: UUID, provider: str, provider_ref: str | None, at: datetime
) -> None:
    """Count a hand-over from now on: its provider has it."""
    await execute(
        tx,
        "UPDATE notifications.cost SET taken_at = coalesce(taken_at, %(at)s),"
        " provider = coalesce(nullif(%(provider)s::text, ''), provider),"
        " provider_ref = coalesce(%(ref)s, provider_ref) WHERE reference = %(reference)s"
        " AND (taken_at IS NULL OR provider_ref IS NULL)",
        {"reference": reference, "provider": provider, "ref": provider_ref, "at": at},
    )


async def spare(tx: Tx, reference: UUID) -> None:
    """Do not count a hand-over: its provider does not charge it."""
    await execute(
        tx,
        "UPDATE notifications.cost SET taken_at = NULL, ask_at = NULL"
        " WHERE reference = %(reference)s",
        {"reference": reference},
    )


async def settle(tx: Tx, reference: UUID, price: Price) -> None:
    """Write down the provider's word; the last one counts."""
    await execute(
        tx,
        "UPDATE notifications.cost SET currency = %(currency)s, micro = %(micro)s,"
        " is_estimate = false, ask_at = NULL WHERE reference = %(reference)s",
        {"reference": reference, "currency": price.currency, "micro": price.micro},
    )


async def ask_later(tx: Tx, reference: UUID, at: datetime) -> None:
    """Ask the provider then what it charged, unless it has said so or is being asked."""
    await execute(
        tx,
        "UPDATE notifications.cost SET ask_at = %(at)s WHERE reference = %(reference)s"
        " AND is_estimate AND asks = 0 AND ask_at IS NULL AND taken_at IS NOT NULL"
        " AND provider_ref IS NOT NULL",
        {"reference": reference, "at": at},
    )


async def asking(tx: Tx, now: datetime, waits: list[timedelta], limit: int) -> list[Unpriced]:
    """What is to be asked now, the longest due first; each is put off for its next time.

    waits  how long after each time; after the last one nobody asks any more
    """
    return await fetch_all(
        tx,
        "UPDATE notifications.cost SET asks = asks + 1,"
        " ask_at = %(now)s + (%(waits)s::interval[])[asks + 1] WHERE reference IN ("
        " SELECT reference FROM notifications.cost WHERE ask_at <= %(now)s"
        " ORDER BY ask_at LIMIT %(limit)s FOR UPDATE SKIP LOCKED)"
        " RETURNING reference, provider, provider_ref",
        {"now": now, "waits": waits, "limit": limit},
        row=Unpriced,
    )


async def sums(
    tx: Tx, channel: Via | None, since: datetime, until: datetime, time_zone: str
) -> list[Sum]:
    """What was handed over in a span, by the days of a time zone, the newest first."""
    rows = await fetch_all(
        tx,
        "SELECT (taken_at AT TIME ZONE %(zone)s)::date AS day, channel, currency,"
        " coalesce(sum(micro), 0)::bigint,"
        " coalesce(sum(micro) FILTER (WHERE is_estimate), 0)::bigint, count(*)"
        " FROM notifications.cost WHERE taken_at >= %(since)s AND taken_at < %(until)s"
        " AND (%(channel)s::text IS NULL OR channel = %(channel)s)"
        " GROUP BY 1, 2, 3 ORDER BY 1 DESC, 2, 3 NULLS LAST",
        {
            "zone": time_zone,
            "since": since,
            "until": until,
            "channel": None if channel is None else channel.value,
        },
    )
    return [
        Sum(
            day=day,
            channel=Via(of),
            currency=currency,
            micro=micro,
            estimated_micro=estimated_micro,
            count=count,
        )
        for day, of, currency, micro, estimated_micro, count in rows
    ]


async def tariffs(tx: Tx) -> list[Tariff]:
    """All of them."""
    rows = await fetch_all(
        tx,
        "SELECT channel, prefix, currency, segment_micro FROM notifications.tariff"
        " ORDER BY channel, prefix",
    )
    return [
        Tariff(Via(channel), prefix, Price(currency, micro))
        for channel, prefix, currency, micro in rows
    ]


async def keep(tx: Tx, wanted: Tariff, by: UUID, at: datetime) -> None:
    """Write a tariff down."""
    await execute(
        tx,
        "INSERT INTO notifications.tariff"
        " (channel, prefix, currency, segment_micro, changed_by, changed_at)"
        " VALUES (%(channel)s, %(prefix)s, %(currency)s, %(micro)s, %(by)s, %(at)s)"
        " ON CONFLICT (channel, prefix) DO UPDATE SET currency = excluded.currency,"
        " segment_micro = excluded.segment_micro, changed_by = excluded.changed_by,"
        " changed_at = excluded.changed_at",
        {
            "channel": wanted.channel.value,
            "prefix": wanted.prefix,
            "currency": wanted.segment.currency,
            "micro": wanted.segment.micro,
            "by": by,
            "at": at,
        },
    )


async def drop(tx: Tx, channel: Via, prefix: str) -> None:
    """Forget a tariff."""
    await execute(
        tx,
        "DELETE FROM notifications.tariff WHERE channel = %(channel)s AND prefix = %(prefix)s",
        {"channel": channel.value, "prefix": prefix},
    )


async def forget(tx: Tx, before: datetime, limit: int) -> int:
    """Delete what was added long ago; how many."""
    return await execute(
        tx,
        "DELETE FROM notifications.cost WHERE reference IN ("
        " SELECT reference FROM notifications.cost WHERE added_at < %(before)s"
        " ORDER BY added_at LIMIT %(limit)s FOR UPDATE SKIP LOCKED)",
        {"before": before, "limit": limit},
    )
