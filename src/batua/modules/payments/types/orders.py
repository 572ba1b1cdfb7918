"""What people order and ask for: sends, requests, look-ups, filters; and the gate before a send."""

from collections.abc import Awaitable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol
from uuid import UUID

from batua.kit.db import Tx
from batua.kit.money import Currency, Money
from batua.modules.identity.types import PersonId
from batua.modules.ledger.types import AccountId
from batua.modules.payments.types.nouns import (
    Direction,
    PaymentKind,
    PaymentStatus,
    RequestId,
    RequestStatus,
)


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts, in which session, and the proof of her PIN if she brought one."""

    person: PersonId
    session: UUID
    step_up: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class SendOrder:
    """Money to another person; `key` makes a repeat harmless."""

    payer: Actor
    payee: PersonId
    amount: Money
    note: str
    key: str


@dataclass(frozen=True, slots=True)
class PayOrder:
    """The answer yes to a request."""

    payer: Actor
    request: RequestId
    key: str


@dataclass(frozen=True, slots=True)
class PotInOrder:
    """Money from a wallet into a pot.

    pot        whose pot it is, as its keeper names it
    account    of the pot in the ledger
    entry      the id of the entry: whoever keeps the pot orders each only once
    is_agreed  she gave her PIN for it when she allowed it, so it is not asked again; limits are
    """

    payer: Actor
    pot: UUID
    account: AccountId
    amount: Money
    note: str
    entry: UUID
    is_agreed: bool = False


@dataclass(frozen=True, slots=True)
class PotOutOrder:
    """Money out of a pot into a wallet, to be set aside first.

    hold  the id of what is set aside
    """

    payee: PersonId
    pot: UUID
    account: AccountId
    amount: Money
    hold: UUID


@dataclass(frozen=True, slots=True)
class PotShareOrder:
    """A share of a pot whose group has ended, into the wallet of a member.

    entry  the id of the entry: whoever keeps the pot orders each only once
    """

    payee: PersonId
    pot: UUID
    account: AccountId
    amount: Money
    note: str
    entry: UUID


@dataclass(frozen=True, slots=True)
class AskOrder:
    """A wish for money, addressed to one person."""

    asker: PersonId
    payer: PersonId
    amount: Money
    note: str
    expires_in_days: int
    key: str


@dataclass(frozen=True, slots=True)
class Link:
    """What a QR code or a pay link says."""

    handle: str | None = None
    person: PersonId | None = None
    amount: Money | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class LookUp:
    """How the caller names someone: exactly one of the three."""

    phone: str | None = None
    handle: str | None = None
    qr: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryFilter:
    """Which payments to list; an absent part filters nothing. `until` is exclusive."""

    text: str | None = None
    person: PersonId | None = None
    min_minor: int | None = None
    max_minor: int | None = None
    since: datetime | None = None
    until: datetime | None = None
    kinds: tuple[PaymentKind, ...] = ()
    statuses: tuple[PaymentStatus, ...] = ()
    direction: Direction | None = None
    currency: Currency | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestFilter:
    """Which requests to list; an absent part filters nothing."""

    direction: Direction | None = None
    statuses: tuple[RequestStatus, ...] = ()


class Screen(Protocol):
    """A question upward before money goes: it refuses by raising, and is filled by wiring."""

    def __call__(self, tx: Tx, order: SendOrder) -> Awaitable[None]: ...
