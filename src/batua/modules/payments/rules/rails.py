"""What counts as a bank account, how it is shown, and what an attempt makes of a payment."""

import re
from datetime import timedelta
from typing import Final

from batua.kit.refusal import BadField
from batua.modules.gateways.types import AttemptState, Destination
from batua.modules.payments.rules.words import clean
from batua.modules.payments.types import PaymentStatus

TOP_UP_TERM: Final = timedelta(minutes=30)
"""How long a checkout can be paid."""

MAX_NAME: Final = 100
_NUMBER: Final = re.compile(r"[0-9]{6,18}")
_IFSC: Final = re.compile(r"[A-Z]{4}0[A-Z0-9]{6}")
_SPACES: Final = re.compile(r"[\s-]")


def bank_account(given: Destination) -> Destination:
    """An account as banks write it.

    refuses  BadField naming what is wrong
    """
    number = _SPACES.sub("", given.account_number)
    ifsc = _SPACES.sub("", given.ifsc).upper()
    name = clean(given.name)
    if not _NUMBER.fullmatch(number):
        raise BadField("destination.account_number", "is 6 to 18 digits")
    if not _IFSC.fullmatch(ifsc):
        raise BadField("destination.ifsc", "is 4 letters, a zero, and 6 letters or digits")
    if not 1 <= len(name) <= MAX_NAME:
        raise BadField("destination.name", f"is 1 to {MAX_NAME} characters")
    return Destination(number, ifsc, name)


def masked(account: Destination) -> str:
    """An account as it may be shown: its bank and its last four digits."""
    return f"{account.ifsc[:4]} •••• {account.account_number[-4:]}"


def index_text(account: Destination) -> str:
    """What makes two accounts the same one."""
    return f"{account.ifsc}/{account.account_number}"


STATUS: Final = {
    AttemptState.PENDING: PaymentStatus.PENDING,
    AttemptState.SUCCEEDED: PaymentStatus.SUCCEEDED,
    AttemptState.FAILED: PaymentStatus.FAILED,
    AttemptState.EXPIRED: PaymentStatus.EXPIRED,
    AttemptState.UNKNOWN: PaymentStatus.UNKNOWN,
    AttemptState.MISMATCHED: PaymentStatus.FAILED,
}
"""What a changed attempt makes of its payment; other states leave it as it is."""
