"""What channels cost: the provider's word where it gives one, else an estimate by our tariffs."""

import re
from datetime import date, datetime, time, timedelta
from typing import Final
from uuid import UUID
from zoneinfo import ZoneInfo

from batua.kit import clock
from batua.kit.db import Tx
from batua.kit.secrets import KeyRing
from batua.modules.identity import service as identity
from batua.modules.notifications.errors import BadSpan, BadTariff
from batua.modules.notifications.rules import segments
from batua.modules.notifications.store import costs as store
from batua.modules.notifications.types import (
    DeliveryReport,
    Message,
    Outgoing,
    Price,
    StatusReport,
    Via,
)
from batua.modules.notifications.types.costs import Sum, Tariff, Unpriced

BY_NUMBER: Final = frozenset({Via.SMS, Via.WHATSAPP, Via.CALL})
"""Channels that reach a phone number, which names a country."""
ASKED: Final = frozenset({"twilio"})
"""Providers that say what they charged when they are asked, some time after."""
WAITS: Final = [
    timedelta(minutes=15),
    timedelta(hours=1),
    timedelta(hours=6),
    timedelta(days=1),
    timedelta(days=3),
]
"""How long after a hand-over, and after each time that nothing was said, its price is asked."""
MOST_DAYS: Final = 92
MOST_MICRO: Final = 10**12
_PREFIX: Final = re.compile(r"(\+[1-9][0-9]{0,6})?")
_CURRENCY: Final = re.compile(r"[A-Z]{3}")


async def expect(tx: Tx, via: Via, what: Outgoing) -> None:
    """Write down what a hand-over will cost by the tariff; it counts once a provider has it.

    repeat  changes nothing
    """
    to = what.to if via in BY_NUMBER else ""
    await store.expect(tx, what.reference, via, to, _segments(via, what.text), clock.now())


async def take(tx: Tx, reference: UUID, report: DeliveryReport) -> None:
    """Count a hand-over that its provider took, at its price if it named one.

    repeat  changes nothing
    """
    await _take(tx, reference, report.provider, report.provider_ref, report.price)


async def take_code(tx: Tx, message: Message, report: DeliveryReport) -> None:
    """The same for a message that holds a code.

    repeat  changes nothing
    """
    count = segments.count(message.body).count
    await store.expect(tx, message.id, Via.SMS, message.to_phone, count, clock.now())
    await take(tx, message.id, report)


async def note_report(tx: Tx, reference: UUID, report: StatusReport, *, is_news: bool) -> None:
    """What a provider that calls back says of the cost: it has it, its price, or that it is free.

    is_news  whether it is not older than what is known; a price counts whenever it comes
    """
    if is_news and report.is_charged is False:
        await store.spare(tx, reference)
    elif is_news and report.state is not None:
        await _take(tx, reference, report.provider, report.provider_ref, report.price)
    elif report.price is not None:
        await store.settle(tx, reference, report.price)


async def _take(
    tx: Tx, reference: UUID, provider: str, provider_ref: str | None, price: Price | None
) -> None:
    now = clock.now()
    await store.take(tx, reference, provider, provider_ref, now)
    if price is not None:
        await store.settle(tx, reference, price)
    elif provider in ASKED:
        await store.ask_later(tx, reference, now + WAITS[0])


async def asking(tx: Tx, limit: int) -> list[Unpriced]:
    """What is to be asked now; what nobody answers is asked again later, five times at most.

    repeat  another worker is given others
    """
    return await store.asking(tx, clock.now(), WAITS[1:], limit)


async def settle(tx: Tx, reference: UUID, price: Price) -> None:
    """Write down what a provider says that it charged.

    repeat  its last word counts
    """
    await store.settle(tx, reference, price)


async def tariffs(tx: Tx) -> list[Tariff]:
    """What a segment costs through each channel to each country, as far as an admin said so."""
    return await store.tariffs(tx)


async def change_tariff(
    tx: Tx, channel: Via, prefix: str, segment: Price | None, by: UUID
) -> list[Tariff]:
    """Estimate so from now on; what was handed over keeps its estimate.

    segment  None forgets the tariff
    repeat   changes nothing
    refuses  BadTariff
    """
    if not _PREFIX.fullmatch(prefix) or (prefix and channel not in BY_NUMBER):
        raise BadTariff
    if segment is None:
        await store.drop(tx, channel, prefix)
        return await store.tariffs(tx)
    if not _CURRENCY.fullmatch(segment.currency) or not 0 <= segment.micro <= MOST_MICRO:
        raise BadTariff
    await store.keep(tx, Tariff(channel, prefix, segment), by, clock.now())
    return await store.tariffs(tx)


async def sums(
    tx: Tx, keys: KeyRing, reader: UUID, channel: Via | None, first: date, last: date
) -> list[Sum]:
    """What each channel cost on each day of the reader's calendar, both ends included.

    refuses  BadSpan for more than 92 days, or none
    """
    if not 0 <= (last - first).days < MOST_DAYS:
        raise BadSpan
    zone = (await identity.person(tx, keys, reader)).time_zone
    since, until = _morning(first, zone), _morning(last + timedelta(days=1), zone)
    return await store.sums(tx, channel, since, until, zone)


def _morning(day: date, zone: str) -> datetime:
    return datetime.combine(day, time(), ZoneInfo(zone))


def _segments(via: Via, text: str) -> int:
    return segments.count(text).count if via is Via.SMS else 1
