"""Payment links: what somebody asks for by a link, and what people without an account pay by it."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import NewType
from uuid import UUID

from batua.kit.money import Currency, Money
from batua.modules.gateways.types import Attempt
from batua.modules.identity.types import PersonId
from batua.modules.payments.types.nouns import PaymentStatus

PaymentLinkId = NewType("PaymentLinkId", UUID)


class LinkStatus(StrEnum):
    """Whether a link can be paid, and why not."""

    OPEN = "open"
    PAID = "paid"
    """It could be paid once, and was."""
    CANCELLED = "cancelled"
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkOrder:
    """A link to make.

    amount_minor  what is to be paid; None when the payer says how much
    least, most   the bounds of an open amount, in minor units; None for the widest
    days          how long it holds
    """

    person: PersonId
    currency: Currency
    amount_minor: int | None = None
    least_minor: int | None = None
    most_minor: int | None = None
    note: str = ""
    is_once: bool = True
    days: int = 30
    key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentLink:
    """A link; `least` is `most` when its amount is fixed.

    paid_count, received  what has come by it into the wallet of its owner
    """

    id: PaymentLinkId
    person: PersonId
    least: Money
    most: Money
    note: str
    is_once: bool
    created_at: datetime
    expires_at: datetime
    cancelled_at: datetime | None
    paid_count: int
    received: Money

    @property
    def amount(self) -> Money | None:
        """The amount, where the payer has no choice."""
        return self.least if self.least == self.most else None


@dataclass(frozen=True, slots=True)
class OwnLink:
    """A link as its owner sees it, with the secret that opens it."""

    link: PaymentLink
    status: LinkStatus
    secret: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class LinkGlimpse:
    """A link as whoever has it sees it: who asks, by the name that strangers may know."""

    link: PaymentLink
    status: LinkStatus
    name: str


@dataclass(frozen=True, slots=True)
class PayLinkOrder:
    """Somebody wants to pay by a link.

    amount_minor  how much; None for a link whose amount is fixed
    site          address of the web app, where the provider sends the payer back to
    """

    secret: str = field(repr=False)
    amount_minor: int | None
    key: str
    site: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkCheckout:
    """A checkout that was begun by a link; its money becomes a payment of the same id."""

    id: UUID
    link: PaymentLinkId
    amount: Money
    attempt: UUID
    status: PaymentStatus
    failure: str | None
    created_at: datetime
    expires_at: datetime
    settled_at: datetime | None


@dataclass(frozen=True, slots=True)
class CheckoutView:
    """A checkout as its payer sees it."""

    checkout: LinkCheckout
    attempt: Attempt
    name: str
    note: str
    reference: str
