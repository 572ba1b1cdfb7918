"""Through which channels each kind leaves the house, until one of them arrives."""

from typing import Final

from batua.modules.notifications.errors import BadOrder
from batua.modules.notifications.rules.templates import house_words
from batua.modules.notifications.types import Kind, Order, Via

ALARMS: Final = frozenset(
    {
        Kind.NEW_DEVICE,
        Kind.DEVICE_REVOKED,
        Kind.SESSION_STOLEN,
        Kind.PASSWORD_CHANGED,
        Kind.PIN_CHANGED,
        Kind.PIN_RESET,
        Kind.PIN_LOCKED,
        Kind.RECOVERED,
        Kind.EMAIL_CHANGED,
    }
)
"""What may mean that somebody else is in her account: it goes first, at any hour."""
STEPPED: Final = frozenset({Kind.GROUP_LOAN_DUE, Kind.GROUP_LOAN_LATE, Kind.DIGEST})
"""What leaves by steps of its own: the constitution of a group sets them, or the person."""
CONFIRMING: Final = frozenset({Via.SMS, Via.WHATSAPP, Via.CALL})
"""Channels that say later whether it arrived; of an e-mail that was taken nothing more is known."""
CONFIRM_S: Final = 1800
MOST_CONFIRM_S: Final = 604_800

DEFAULTS: Final[dict[Kind, tuple[Via, ...]]] = {
    **dict.fromkeys(ALARMS, (Via.EMAIL, Via.SMS)),
    # Whoever changed the address would read it there.
    Kind.EMAIL_CHANGED: (Via.SMS,),
    Kind.AMOUNT_MISMATCHED: (Via.EMAIL,),
    Kind.WITHDRAWAL_FAILED: (Via.EMAIL,),
}
"""What leaves the house without anybody having said so; the others are told in the app."""


def default(kind: Kind) -> Order:
    """The order of a kind as long as no admin set another."""
    return Order(kind, DEFAULTS.get(kind, ()), CONFIRM_S, is_changed=False)


def sayable(kind: Kind) -> list[Via]:
    """The channels through which a kind has words."""
    return [via for via in Via if house_words(kind, via, "en") is not None]


def check(wanted: Order) -> None:
    """Whether a kind can leave in this order.

    refuses  BadOrder
    """
    is_twice = len(set(wanted.channels)) < len(wanted.channels)
    is_mute = not set(wanted.channels) <= set(sayable(wanted.kind))
    is_off = not 0 <= wanted.confirm_s <= MOST_CONFIRM_S
    if wanted.kind in STEPPED or is_twice or is_mute or is_off:
        raise BadOrder
