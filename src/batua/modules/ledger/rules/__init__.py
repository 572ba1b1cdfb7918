"""What an order must be like, and when two orders of one id are the same; pure."""

from typing import Final
from uuid import UUID

from batua.kit.money import Money
from batua.modules.ledger.errors import (
    AmountOutOfRange,
    EntryConflict,
    HoldConflict,
    LegsOutOfRange,
    SameAccount,
)
from batua.modules.ledger.types import Entry, Hold, HoldOrder, Leg, PostOrder

MAX_AMOUNT_MINOR: Final = 10**15
"""A counter is a `bigint`: it holds nine thousand such amounts."""

MAX_LEGS: Final = 1_000
"""The locks of one entry are held for some milliseconds at most."""


def check_order(order: PostOrder) -> None:
    """Refuse an entry that cannot be one.

    refuses  LegsOutOfRange, SameAccount, AmountOutOfRange
    """
    if not 1 <= len(order.legs) <= MAX_LEGS:
        raise LegsOutOfRange
    for leg in order.legs:
        check_leg(leg)


def check_hold(order: HoldOrder) -> None:
    """Refuse a hold that cannot be one.

    refuses  SameAccount, AmountOutOfRange
    """
    check_leg(Leg(order.debit, order.credit, order.amount))


def check_leg(leg: Leg) -> None:
    """Refuse a transfer to the account it comes from, or of an amount out of range."""
    if leg.debit == leg.credit:
        raise SameAccount
    check_amount(leg.amount)


def check_amount(amount: Money) -> None:
    """Refuse an amount that no leg can have."""
    if not 1 <= amount.minor <= MAX_AMOUNT_MINOR:
        raise AmountOutOfRange


def same_entry(earlier: Entry, order: PostOrder) -> Entry:
    """The earlier entry, when the order repeats it; else refuses EntryConflict."""
    asked = (order.kind, order.ref, order.legs, order.effective_at or earlier.recorded_at)
    written = (earlier.kind, earlier.ref, earlier.legs, earlier.effective_at)
    if asked != written or earlier.reverses or earlier.hold:
        raise EntryConflict
    return earlier


def same_reversal(earlier: Entry, reversed_id: UUID, ref: str) -> Entry:
    """The earlier entry, when it is the reversal asked for; else refuses EntryConflict."""
    if (earlier.reverses, earlier.ref) != (reversed_id, ref):
        raise EntryConflict
    return earlier


def same_posting(earlier: Entry, hold: Hold, amount: Money | None) -> Entry:
    """The earlier entry, when it posted this amount of the hold; else refuses EntryConflict."""
    if earlier.hold != hold.id or earlier.legs[0].amount != (amount or hold.amount):
        raise EntryConflict
    return earlier


def same_hold(earlier: Hold, order: HoldOrder) -> Hold:
    """The earlier hold, whatever became of it, when the order repeats it.

    refuses  HoldConflict
    """
    names = ("kind", "ref", "debit", "credit", "amount", "expires_at")
    if any(getattr(earlier, name) != getattr(order, name) for name in names):
        raise HoldConflict
    return earlier
