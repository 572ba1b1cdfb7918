"""What the sandbox decides: fates of bank accounts, events of a change, patience of the sender."""

import re
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from batua.sandbox.types import Channel, Message, Status

MAX_TRIES: Final = 20
_LONGEST: Final = timedelta(minutes=10)
_CODE: Final = re.compile(r"(?<!\d)\d{4,8}(?!\d)")


@dataclass(frozen=True, slots=True)
class Fate:
    """What becomes of a payout.

    hangs_ms    how long the caller waits for the answer
    short_minor how much less than asked for is paid out
    """

    meaning: str
    status: Status | None = Status.SUCCEEDED
    failure: str | None = None
    at_once: bool = False
    hangs_ms: int = 0
    short_minor: int = 0
    is_refused: bool = False


FATES: Final = {
    "0001": Fate("fails at once", Status.FAILED, "account_closed", at_once=True),
    "0002": Fate("fails after a moment", Status.FAILED, "declined_by_bank"),
    "0003": Fate("is paid, but the answer hangs for 30 seconds", hangs_ms=30_000),
    "0004": Fate("stays pending for ever", None),
    "0005": Fate("pays out one unit too little", short_minor=1),
    "0006": Fate("is refused: there is no such account", None, "no_such_account", is_refused=True),
}
"""By the last four digits of the account number; all others are paid after a moment."""


def fate_of(account_number: str) -> Fate:
    """What becomes of a payout to an account."""
    return FATES.get(account_number[-4:], Fate("is paid after a moment"))


def wait_before_resend(tries: int, first: timedelta) -> timedelta | None:
    """How long a callback rests after so many tries; None when it is given up."""
    if tries >= MAX_TRIES:
        return None
    return min(first * (1 << min(tries - 1, 16)), _LONGEST)


def code_of(message: Message) -> str | None:
    """The code that a message carries; only text messages carry any."""
    return code_in(message.body) if message.channel == Channel.SMS else None


def code_in(body: str) -> str | None:
    """The code that a text message carries, if there is one."""
    found = _CODE.search(body)
    return found[0] if found else None


def fee_of(minor: int) -> tuple[int, int]:
    """What a stand-in keeps of a payment, taxes in it, and the taxes alone: 2 % and 18 % of that."""
    fee = minor * 200 // 10_000
    tax = fee * 18 // 100
    return fee + tax, tax
