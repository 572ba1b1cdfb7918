"""How long, how often and how many: every limit of identity, with time as an argument."""

from datetime import datetime, timedelta
from enum import StrEnum
from ipaddress import IPv6Address, ip_address, ip_network
from typing import Final

from batua.modules.identity.types import Pace

CODE_LENGTH: Final = 6
CODE_TRIES: Final = 5
CODE_LIFE: Final = timedelta(minutes=10)
CODE_AGAIN: Final = timedelta(seconds=30)
CHALLENGE_LIFE: Final = timedelta(minutes=30)
TICKET_LIFE: Final = timedelta(minutes=15)

ACCESS_LIFE: Final = timedelta(minutes=10)
STEP_UP_LIFE: Final = timedelta(minutes=5)
SESSION_IDLE: Final = timedelta(days=30)
SESSION_LIFE: Final = timedelta(days=90)
SESSIONS_MAX: Final = 20
REFRESH_GRACE: Final = timedelta(seconds=10)

PIN_TRIES: Final = 3
PIN_FIRST_LOCK: Final = timedelta(minutes=15)
PIN_LONGEST_LOCK: Final = timedelta(hours=24)
PIN_RESET_WAIT: Final = timedelta(hours=24)

HANDLES_MAX: Final = 5
PEOPLE_AN_EMAIL: Final = 3
"""So many accounts of one e-mail are tried at a sign-in; a sign-in by e-mail always costs three
password checks, so that its time tells nothing."""


CODE_TO_PHONE: Final = Pace("code_to_phone", 5, timedelta(seconds=720))
CODE_FROM_ADDRESS: Final = Pace("code_from_address", 30, timedelta(seconds=60))
CODE_TRY_FROM_ADDRESS: Final = Pace("code_try_from_address", 60, timedelta(seconds=10))
SIGN_IN: Final = Pace("sign_in", 10, timedelta(seconds=360))
SIGN_IN_ON_DEVICE: Final = Pace("sign_in_on_device", 10, timedelta(seconds=360))
SIGN_IN_FROM_ADDRESS: Final = Pace("sign_in_from_address", 60, timedelta(seconds=10))
PASSWORD_CHECK: Final = Pace("password_check", 10, timedelta(seconds=360))
HANDLE_LOOK_UP: Final = Pace("handle_look_up", 30, timedelta(seconds=10))


class Verdict(StrEnum):
    """What a refresh token is worth."""

    ROTATE = "rotate"
    REPEAT = "repeat"
    REUSED = "reused"


def address_block(address: str) -> str:
    """The part of a network address that one customer holds: a /64 of IPv6, else all of it."""
    try:
        read = ip_address(address)
    except ValueError:
        return address
    if isinstance(read, IPv6Address):
        if read.ipv4_mapped is not None:
            return str(read.ipv4_mapped)
        return str(ip_network((read, 64), strict=False))
    return str(read)


def lock_time(locks_in_row: int) -> timedelta:
    """How long the PIN is locked the next time: 15 minutes, doubling up to a day."""
    doublings: int = 2 ** min(locks_in_row, 10)
    return min(PIN_FIRST_LOCK * doublings, PIN_LONGEST_LOCK)


def judge_refresh(
    *, behind: int, rotated_at: datetime, now: datetime, is_same_device: bool
) -> Verdict:
    """What to do with a refresh token that is `behind` generations older than the session's.

    Two tabs may send the same token at once. The second gets a sibling of the first one's answer:
    using either makes the other old, so two parties who both go on are still found out.
    """
    if behind == 0:
        return Verdict.ROTATE
    # `rotated_at` may lie ahead: by another machine's clock, or while this call waited its turn.
    is_recent = now - rotated_at <= REFRESH_GRACE
    if behind == 1 and is_recent and is_same_device:
        return Verdict.REPEAT
    return Verdict.REUSED
