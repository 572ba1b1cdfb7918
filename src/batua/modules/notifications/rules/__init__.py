"""Where a notification leads, how long messages are worth sending, and when people are left in peace."""

from datetime import UTC, datetime, time, timedelta
from typing import Final
from uuid import UUID
from zoneinfo import ZoneInfo

from batua.modules.notifications.types import Kind, Wishes

CODE_LIFE: Final = timedelta(minutes=10)
"""As long as the code inside is worth something."""
MESSAGE_KEPT: Final = timedelta(days=30)
"""How long it stays known that a message was sent; its words are erased at once."""

MAX_TRIES: Final = 12
"""So many unanswered tries are some six hours."""
LEASE: Final = timedelta(minutes=2)
"""How long one try may last before it counts as lost; far longer than any provider's time limit."""
SPEECH_LIFE: Final = timedelta(hours=1)
"""How long the words of a call may be fetched; a call waits in a provider's queue for minutes at most."""
DISPATCH_KEPT: Final = timedelta(days=180)
"""How long the delivery log goes back."""
COST_KEPT: Final = timedelta(days=400)
"""How long it is known what a hand-over cost: a year and a month to compare."""
_FIRST_WAIT: Final = timedelta(seconds=30)
_LONGEST_WAIT: Final = timedelta(hours=1)

_REQUESTS: Final = frozenset(
    {
        Kind.REQUESTED,
        Kind.REQUEST_DECLINED,
        Kind.REQUEST_REMINDED,
        Kind.REQUEST_CANCELLED,
        Kind.REQUEST_EXPIRED,
        Kind.REQUEST_MISSED,
    }
)
_PAYMENTS: Final = frozenset(
    {
        Kind.RECEIVED,
        Kind.SENT,
        Kind.REQUEST_PAID,
        Kind.TOPPED_UP,
        Kind.PAID_BY_LINK,
        Kind.TOP_UP_FAILED,
        Kind.AMOUNT_MISMATCHED,
        Kind.WITHDRAWN,
        Kind.WITHDRAWAL_FAILED,
    }
)
_DUES: Final = frozenset(
    {
        Kind.GROUP_DUES_COMING,
        Kind.GROUP_DUES_MISSED,
        Kind.GROUP_DUES_ASKED,
        Kind.GROUP_DUES_FINED,
        Kind.GROUP_DUES_WAIVED,
        Kind.GROUP_DUES_TAKEN,
        Kind.GROUP_DUES_NOT_TAKEN,
    }
)
_IN_GROUP: Final = frozenset(
    {
        Kind.GROUP_JOINED,
        Kind.GROUP_PAID,
        Kind.GROUP_ENDED,
        Kind.GROUP_PAYOUT_RETURNED,
        Kind.GROUP_VOTE_GIVEN,
        Kind.GROUP_GUARANTEE_ASKED,
        Kind.GROUP_GUARANTEE_AGREED,
        Kind.GROUP_GUARANTEE_DECLINED,
        Kind.GROUP_LOAN_APPROVED,
        Kind.GROUP_LOAN_REFUSED,
        Kind.GROUP_LOAN_CANCELLED,
        Kind.GROUP_GUARANTEE_CALLED,
        Kind.GROUP_LOAN_PAID_BACK,
        Kind.GROUP_LOAN_DUE,
        Kind.GROUP_LOAN_LATE,
    }
)


_PAGES: Final = {
    Kind.GROUP_INVITED: "/groups",
    Kind.GROUP_TURNED_AWAY: "/groups",
    Kind.GROUP_REMOVED: "/groups",
    Kind.NEW_DEVICE: "/you/devices",
    Kind.DEVICE_REVOKED: "/you/devices",
    Kind.SESSION_STOLEN: "/you/devices",
    Kind.PASSWORD_CHANGED: "/you/password",
    Kind.RECOVERED: "/you/password",
    Kind.PIN_CHANGED: "/you/pin",
    Kind.PIN_RESET: "/you/pin",
    Kind.PIN_LOCKED: "/you/pin",
    Kind.EMAIL_CHANGED: "/you/profile",
    Kind.WEBHOOK_PAUSED: "/admin/webhooks",
    Kind.KYC_CONFIRMED: "/you/verification",
    Kind.KYC_DECLINED: "/you/verification",
    Kind.KYC_WITHDRAWN: "/you/verification",
}


def link(kind: Kind, subject: UUID | None) -> str | None:
    """The page of the web app that shows more; None when there is nothing to see."""
    if subject is not None and kind in _PAYMENTS:
        return f"/payments/{subject}"
    if subject is not None and kind in _REQUESTS:
        return f"/requests/{subject}"
    if subject is not None and kind in _IN_GROUP:
        return f"/groups/{subject}"
    if subject is not None and kind in _DUES:
        return f"/groups/{subject}/dues"
    return _PAGES.get(kind)


def wait(tries: int, jitter_pct: int) -> timedelta:
    """How long a dispatch rests after so many tries without an answer: twice as long each time.

    jitter_pct  0 to 100, by chance: what failed at one moment does not come back at one moment
    """
    whole = min(_FIRST_WAIT * (1 << min(tries - 1, 16)), _LONGEST_WAIT)
    return whole / 2 + whole / 2 * jitter_pct / 100


def is_quiet(wishes: Wishes, now: datetime, time_zone: str) -> bool:
    """Whether a person is left in peace at a moment, where she lives."""
    hour, (begins, ends) = now.astimezone(ZoneInfo(time_zone)).hour, _quiet(wishes)
    return begins <= hour < ends if begins <= ends else hour >= begins or hour < ends


def loud_at(wishes: Wishes, now: datetime, time_zone: str) -> datetime:
    """The first moment from now on at which she may be disturbed."""
    if not is_quiet(wishes, now, time_zone):
        return now
    begins, ends = _quiet(wishes)
    zone = ZoneInfo(time_zone)
    local = now.astimezone(zone)
    is_over_tomorrow = begins > ends and local.hour >= begins
    day = local.date() + timedelta(days=is_over_tomorrow)
    return datetime.combine(day, time(ends), zone).astimezone(UTC)


def _quiet(wishes: Wishes) -> tuple[int, int]:
    return wishes.quiet_from, wishes.quiet_until


def masked(address: str) -> str:
    """An e-mail address, known only by who knows it: `a•••@example.org`."""
    name, _, house = address.rpartition("@")
    return f"{name[:1]}•••@{house}"
