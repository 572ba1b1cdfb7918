"""Wallets, payments, requests and limits, and how each side sees them."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final, NewType
from uuid import UUID

from batua.kit.money import Currency, Money
from batua.modules.identity.types import PersonId
from batua.modules.ledger.types import Account, AccountId

PaymentId = NewType("PaymentId", UUID)
RequestId = NewType("RequestId", UUID)

_PERSON: Final = frozenset({"person"})

PERMISSIONS: Final[dict[str, frozenset[str]]] = {
    "payments.wallets.read": _PERSON,
    "payments.wallets.open": _PERSON,
    "payments.payees.look_up": _PERSON,
    "payments.send": _PERSON,
    "payments.read": _PERSON,
    "payments.requests.read": _PERSON,
    "payments.requests.ask": _PERSON,
    "payments.requests.answer": _PERSON,
    "payments.limits.read": _PERSON,
    "payments.top_up": _PERSON,
    "payments.withdraw": _PERSON,
    "payments.links.read": _PERSON,
    "payments.links.make": _PERSON,
}


ENTRY_KINDS: Final = frozenset({"send", "request", "pot_in"})
"""Entries of the ledger of these kinds have a payment; the proof looks for it."""


class PaymentKind(StrEnum):
    """What a payment is for."""

    SEND = "send"
    REQUEST = "request"
    TOP_UP = "top_up"
    WITHDRAWAL = "withdrawal"
    REFUND = "refund"
    POT_IN = "pot_in"
    """From a wallet into a pot that belongs to many."""
    POT_OUT = "pot_out"
    """Out of such a pot into a wallet."""
    LINK = "link"
    """From somebody without an account, by a link of the payee's."""


class PaymentStatus(StrEnum):
    """How far a payment has come; `rules.states` holds the allowed steps."""

    PENDING = "pending"
    SUCCEEDED = "succeeded"
    FAILED = "failed"
    EXPIRED = "expired"
    UNKNOWN = "unknown"


class Direction(StrEnum):
    """Whether money leaves or reaches the person who looks."""

    IN = "in"
    OUT = "out"


class RequestStatus(StrEnum):
    """What became of a wish for money."""

    OPEN = "open"
    PAID = "paid"
    DECLINED = "declined"
    CANCELLED = "cancelled"
    EXPIRED = "expired"


class LimitKind(StrEnum):
    """What a limit bounds."""

    PER_SEND = "per_send"
    DAY = "day"
    MONTH = "month"
    NO_PIN_BELOW = "no_pin_below"


class PinReason(StrEnum):
    """Why the payment PIN is asked for."""

    AMOUNT = "amount"
    NEW_PAYEE = "new_payee"


@dataclass(frozen=True, slots=True)
class Wallet:
    """A person's money in one currency: an account of the ledger."""

    account: AccountId
    person: PersonId
    currency: Currency
    opened_at: datetime


@dataclass(frozen=True, slots=True)
class WalletView:
    """A wallet with the state of its account."""

    wallet: Wallet
    account: Account


@dataclass(frozen=True, slots=True, kw_only=True)
class Payment:
    """One movement of money; the payer is None for a top-up and by a link, the payee for a withdrawal.

    pot                           the group or other owner of the pot on the other side, if there is one
    payer_balance, payee_balance  each one's own balance right after it, known once it succeeded
    """

    id: PaymentId
    kind: PaymentKind
    status: PaymentStatus
    payer: PersonId | None
    payee: PersonId | None
    amount: Money
    fee: Money
    note: str
    reference: str
    created_at: datetime
    settled_at: datetime | None = None
    request: RequestId | None = None
    refund_of: PaymentId | None = None
    attempt: UUID | None = None
    destination: UUID | None = None
    pot: UUID | None = None
    entry: UUID | None = None
    hold: UUID | None = None
    failure: str | None = None
    payer_balance: Money | None = None
    payee_balance: Money | None = None

    def direction(self, person: PersonId) -> Direction:
        """Which way the money goes for one of its two sides."""
        return Direction.OUT if self.payer == person else Direction.IN

    def other(self, person: PersonId) -> PersonId | None:
        """The person on the other side, if there is one."""
        return self.payee if self.payer == person else self.payer

    def balance_after(self, person: PersonId) -> Money | None:
        """The viewer's own balance right after it; never the other's."""
        return self.payer_balance if self.payer == person else self.payee_balance

    def has_side(self, person: PersonId) -> bool:
        return person in (self.payer, self.payee)


@dataclass(frozen=True, slots=True)
class Party:
    """A person as another may see her: the phone always masked, the name until they have dealt."""

    id: PersonId
    name: str
    phone: str
    handle: str | None
    photo_url: str | None


@dataclass(frozen=True, slots=True)
class Payee:
    """Someone who can be paid, and whether the caller ever paid her."""

    party: Party
    paid_before: bool
    last_paid_at: datetime | None


@dataclass(frozen=True, slots=True)
class PaymentView:
    """A payment as one of its two sides sees it."""

    payment: Payment
    viewer: PersonId
    other: Party | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """A wish for money."""

    id: RequestId
    asker: PersonId
    payer: PersonId
    amount: Money
    note: str
    status: RequestStatus
    created_at: datetime
    expires_at: datetime
    closed_at: datetime | None = None
    reminded_at: datetime | None = None
    payment: PaymentId | None = None

    def has_side(self, person: PersonId) -> bool:
        return person in (self.asker, self.payer)

    def other(self, person: PersonId) -> PersonId:
        return self.payer if self.asker == person else self.asker


@dataclass(frozen=True, slots=True)
class RequestView:
    """A request as one of its two sides sees it."""

    request: Request
    viewer: PersonId
    other: Party | None

    @property
    def direction(self) -> Direction:
        """Out for the one who asked: her wish went out."""
        return Direction.OUT if self.request.asker == self.viewer else Direction.IN


@dataclass(frozen=True, slots=True)
class LimitRule:
    """One limit while it is valid."""

    kind: LimitKind
    amount: Money


@dataclass(frozen=True, slots=True)
class Span:
    """The day and the month of a moment, in UTC; the ends are exclusive."""

    day: datetime
    day_end: datetime
    month: datetime
    month_end: datetime


@dataclass(frozen=True, slots=True)
class Used:
    """What a person has sent within a span."""

    day: Money
    month: Money


@dataclass(frozen=True, slots=True)
class Limits:
    """What a person may send now: the caps and what she has used of them."""

    per_send: Money
    day: Money
    month: Money
    no_pin_below: Money
    used_day: Money
    used_month: Money
    day_ends_at: datetime
    month_ends_at: datetime


@dataclass(frozen=True, slots=True)
class Check:
    """What a send would do, before it is done."""

    payee: Payee
    amount: Money
    fee: Money
    total: Money
    pin_reasons: tuple[PinReason, ...]
    limits: Limits
    balance_after: Money


@dataclass(frozen=True, slots=True)
class Found:
    """Who a look-up found, with the amount and note that a QR code carried."""

    payee: Payee
    amount: Money | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Receipt:
    """What a receipt prints: both names, and the times in the viewer's own zone."""

    view: PaymentView
    viewer: Party
    language: str
    time_zone: str
