"""What each kind belongs to when a person chooses, and when her summaries end."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from batua.modules.notifications.rules.order import ALARMS
from batua.modules.notifications.types import Digest, Kind, Topic

DIGEST_HOUR: Final = 8
MOST_LINES: Final = 20
_DAYS: Final = {Digest.DAILY: 1, Digest.WEEKLY: 7}

_PAYMENTS: Final = frozenset(
    {
        Kind.RECEIVED,
        Kind.SENT,
        Kind.TOPPED_UP,
        Kind.PAID_BY_LINK,
        Kind.TOP_UP_FAILED,
        Kind.AMOUNT_MISMATCHED,
        Kind.WITHDRAWN,
        Kind.WITHDRAWAL_FAILED,
        Kind.GROUP_PAID,
    }
)


def topic(kind: Kind) -> Topic:
    """What a kind belongs to."""
    if kind in ALARMS:
        return Topic.SECURITY
    if kind in _PAYMENTS:
        return Topic.PAYMENTS
    if kind.startswith("request"):
        return Topic.REQUESTS
    if kind.startswith(("group_loan", "group_guarantee")):
        return Topic.LOANS
    if kind.startswith("group_"):
        return Topic.GROUPS
    return Topic.ACCOUNT


def last_end(digest: Digest, now: datetime, time_zone: str) -> datetime:
    """When the newest summary ended: at eight in her morning, of Mondays or of each day."""
    zone = ZoneInfo(time_zone)
    day = now.astimezone(zone).date()
    if digest is Digest.WEEKLY:
        day -= timedelta(days=day.weekday())
    end = _morning(day, zone)
    return end if end <= now else _morning(day - timedelta(days=_DAYS[digest]), zone)


def next_end(digest: Digest, now: datetime, time_zone: str) -> datetime:
    """When the next summary ends."""
    zone = ZoneInfo(time_zone)
    last = last_end(digest, now, time_zone).astimezone(zone).date()
    return _morning(last + timedelta(days=_DAYS[digest]), zone)


def length(digest: Digest) -> timedelta:
    """How long a summary goes back."""
    return timedelta(days=_DAYS.get(digest, 1))


def _morning(day: date, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, time(DIGEST_HOUR), zone).astimezone(UTC)
