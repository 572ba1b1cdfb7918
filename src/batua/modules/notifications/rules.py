"""Where a notification leads, and how long a text message is worth sending."""

from datetime import timedelta
from typing import Final
from uuid import UUID

from batua.modules.notifications.types import Kind

CODE_LIFE: Final = timedelta(minutes=10)
"""As long as the code inside is worth something."""
MESSAGE_KEPT: Final = timedelta(days=30)
"""How long it stays known that a message was sent; its words are erased at once."""

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
        Kind.GROUP_DUES_TAKEN,
        Kind.GROUP_DUES_NOT_TAKEN,
    }
)
_IN_GROUP: Final = frozenset(
    {
        Kind.GROUP_JOINED,
        Kind.GROUP_PAID,
        Kind.GROUP_VOTE_GIVEN,
        Kind.GROUP_GUARANTEE_ASKED,
        Kind.GROUP_GUARANTEE_AGREED,
        Kind.GROUP_GUARANTEE_DECLINED,
        Kind.GROUP_LOAN_APPROVED,
        Kind.GROUP_LOAN_REFUSED,
        Kind.GROUP_LOAN_PAID_BACK,
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
