"""What a payment link may ask for, when it can be paid, and for how much."""

from datetime import datetime, timedelta
from typing import Final

from batua.kit.money import Money
from batua.kit.refusal import BadField
from batua.modules.payments.errors import (
    LinkAmountOutside,
    LinkBusy,
    PaymentLinkOver,
    TooManyPaymentLinks,
)
from batua.modules.payments.types import PaymentStatus
from batua.modules.payments.types.payment_links import (
    LinkCheckout,
    LinkOrder,
    LinkStatus,
    PaymentLink,
)

MAX_DAYS: Final = 365
MAX_OPEN: Final = 100
"""Links of one person that can be paid at once."""
MAX_CHECKOUTS: Final = 50
"""Checkouts of one link that nobody has paid yet: whoever has the link may begin some."""
UNDECIDED: Final = frozenset({PaymentStatus.PENDING, PaymentStatus.UNKNOWN})


def bounds(order: LinkOrder, cap: Money) -> tuple[Money, Money]:
    """The least and the most that may be paid; the same for an amount that is fixed.

    cap      the most that may go in one payment
    refuses  BadField, LinkAmountOutside
    """
    if order.amount_minor is not None:
        if (order.least_minor, order.most_minor) != (None, None):
            raise BadField("amount_minor", "leaves nothing to choose, so there are no bounds")
        least = most = order.amount_minor
    else:
        least = 1 if order.least_minor is None else order.least_minor
        most = cap.minor if order.most_minor is None else order.most_minor
    if least > most:
        raise BadField("most_minor", "is not below least_minor")
    one = Money(1, order.currency)
    if not 1 <= least <= most <= cap.minor:
        raise LinkAmountOutside(one, cap)
    return Money(least, order.currency), Money(most, order.currency)


def expires_at(now: datetime, days: int) -> datetime:
    """The end of a link; refuses BadField."""
    if not 1 <= days <= MAX_DAYS:
        raise BadField("days", f"is 1 to {MAX_DAYS}")
    return now + timedelta(days=days)


def check_room(open_links: int) -> None:
    """Refuse a link too many."""
    if open_links >= MAX_OPEN:
        raise TooManyPaymentLinks(MAX_OPEN)


def status_at(link: PaymentLink, now: datetime) -> LinkStatus:
    """What a link is at a moment."""
    if link.is_once and link.paid_count:
        return LinkStatus.PAID
    if link.cancelled_at is not None:
        return LinkStatus.CANCELLED
    return LinkStatus.EXPIRED if link.expires_at <= now else LinkStatus.OPEN


def check_open(link: PaymentLink, now: datetime) -> None:
    """Refuse to begin what is over; money that was begun before is still money."""
    status = status_at(link, now)
    if status is not LinkStatus.OPEN:
        raise PaymentLinkOver(status.value)


def to_pay(link: PaymentLink, amount_minor: int | None) -> Money:
    """The amount of a checkout; refuses LinkAmountOutside."""
    fixed = link.amount
    if amount_minor is None:
        if fixed is None:
            raise LinkAmountOutside(link.least, link.most)
        return fixed
    amount = Money(amount_minor, link.least.currency)
    if not link.least <= amount <= link.most:
        raise LinkAmountOutside(link.least, link.most)
    return amount


def shared(link: PaymentLink, begun: list[LinkCheckout], amount: Money) -> LinkCheckout | None:
    """The checkout that is open already, when a link may be paid once: two would be paid twice.

    begun    those that can still be paid
    refuses  LinkBusy when it is of another amount, or there are too many
    """
    if not link.is_once:
        if len(begun) >= MAX_CHECKOUTS:
            raise LinkBusy
        return None
    if not begun:
        return None
    if begun[0].amount != amount:
        raise LinkBusy
    return begun[0]


def may_step(was: PaymentStatus, to: PaymentStatus) -> bool:
    """Whether a checkout without money may go there; with money it is what its payment is."""
    return was in UNDECIDED and was is not to
