"""What payments state in the journal; requests and payments name both sides as audience."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from batua.kit.journal import Fact
from batua.kit.money import Money


@dataclass(frozen=True, kw_only=True)
class WalletOpened(Fact):
    """A person has a wallet in a currency; the subject is its account."""

    kind: ClassVar[str] = "payments.wallet_opened"
    person: UUID
    currency: str


@dataclass(frozen=True, kw_only=True)
class Sent(Fact):
    """Money went from one person to another; the audience is the payer, then the payee.

    request  set when it answered a request: RequestPaid is then stated beside it
    """

    kind: ClassVar[str] = "payments.sent"
    amount: Money
    request: UUID | None = None

    # The most frequent fact says nothing twice.
    @property
    def payment(self) -> UUID:
        return self.subject

    @property
    def payer(self) -> UUID:
        return self.audience[0]

    @property
    def payee(self) -> UUID:
        return self.audience[1]


@dataclass(frozen=True, kw_only=True)
class Requested(Fact):
    """Someone asked another for money; the subject is the request."""

    kind: ClassVar[str] = "payments.requested"
    request: UUID
    asker: UUID
    payer: UUID
    amount: Money


@dataclass(frozen=True, kw_only=True)
class RequestPaid(Fact):
    """A request was paid; `Sent` is stated beside it."""

    kind: ClassVar[str] = "payments.request_paid"
    request: UUID
    asker: UUID
    payer: UUID
    amount: Money
    payment: UUID


@dataclass(frozen=True, kw_only=True)
class RequestDeclined(Fact):
    """The one who was asked said no."""

    kind: ClassVar[str] = "payments.request_declined"
    request: UUID
    asker: UUID
    payer: UUID
    amount: Money


@dataclass(frozen=True, kw_only=True)
class RequestReminded(Fact):
    """The asker reminded the payer."""

    kind: ClassVar[str] = "payments.request_reminded"
    request: UUID
    asker: UUID
    payer: UUID
    amount: Money


@dataclass(frozen=True, kw_only=True)
class RequestCancelled(Fact):
    """The asker took the request back."""

    kind: ClassVar[str] = "payments.request_cancelled"
    request: UUID
    asker: UUID
    payer: UUID
    amount: Money


@dataclass(frozen=True, kw_only=True)
class RequestExpired(Fact):
    """Nobody answered a request in time."""

    kind: ClassVar[str] = "payments.request_expired"
    request: UUID
    asker: UUID
    payer: UUID
    amount: Money


@dataclass(frozen=True, kw_only=True)
class PaidIntoPot(Fact):
    """Money went from a person's wallet into a pot; the subject is the payment."""

    kind: ClassVar[str] = "payments.paid_into_pot"
    pot: UUID
    person: UUID
    amount: Money


@dataclass(frozen=True, kw_only=True)
class PaidFromPot(Fact):
    """Money went out of a pot into a person's wallet; the subject is the payment."""

    kind: ClassVar[str] = "payments.paid_from_pot"
    pot: UUID
    person: UUID
    amount: Money


@dataclass(frozen=True, kw_only=True)
class ToppedUp(Fact):
    """Money came in from outside; the subject is the payment."""

    kind: ClassVar[str] = "payments.topped_up"
    payment: UUID
    person: UUID
    amount: Money


@dataclass(frozen=True, kw_only=True)
class TopUpFailed(Fact):
    """No money came in; `reason` is the payment's failure or `expired`."""

    kind: ClassVar[str] = "payments.top_up_failed"
    payment: UUID
    person: UUID
    amount: Money
    reason: str


@dataclass(frozen=True, kw_only=True)
class AmountMismatched(Fact):
    """A provider took another amount than was ordered; what came lies in suspense."""

    kind: ClassVar[str] = "payments.amount_mismatched"
    payment: UUID
    person: UUID
    ordered: Money
    received: Money


@dataclass(frozen=True, kw_only=True)
class Withdrawn(Fact):
    """Money reached the person's bank account; the subject is the payment."""

    kind: ClassVar[str] = "payments.withdrawn"
    payment: UUID
    person: UUID
    amount: Money


@dataclass(frozen=True, kw_only=True)
class WithdrawalFailed(Fact):
    """A withdrawal came back: the money is in the wallet again."""

    kind: ClassVar[str] = "payments.withdrawal_failed"
    payment: UUID
    person: UUID
    amount: Money
    reason: str


@dataclass(frozen=True, kw_only=True)
class PaymentLinkMade(Fact):
    """Somebody asks for money by a link; the subject is the link."""

    kind: ClassVar[str] = "payments.payment_link_made"
    person: UUID


@dataclass(frozen=True, kw_only=True)
class PaymentLinkCancelled(Fact):
    """The one who made a link ended it; the subject is the link."""

    kind: ClassVar[str] = "payments.payment_link_cancelled"
    person: UUID


@dataclass(frozen=True, kw_only=True)
class PaymentByLink(Fact):
    """Money came by a link of the person's; the subject is the payment."""

    kind: ClassVar[str] = "payments.payment_by_link"
    payment: UUID
    link: UUID
    person: UUID
    amount: Money


@dataclass(frozen=True, kw_only=True)
class PaymentByLinkKept(Fact):
    """Money came by a link and could not be credited; it lies in suspense, and `reason` says why."""

    kind: ClassVar[str] = "payments.payment_by_link_kept"
    payment: UUID
    person: UUID
    amount: Money
    reason: str
