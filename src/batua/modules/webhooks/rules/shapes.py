"""What integrators are told of a fact: ids, times, states and amounts.

Never a name, a phone, a note, a code or a word that somebody wrote. A field is never renamed; a new one may come.
"""

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from msgspec import Meta, Struct


class Amount(Struct):
    """An amount of money in whole minor units of one currency."""

    minor: Annotated[int, Meta(description="Whole minor units, such as paise.")]
    currency: Annotated[str, Meta(description="ISO 4217 code.", pattern="^[A-Z]{3}$")]


Person = Annotated[UUID, Meta(description="A person, by id.")]
Payment = Annotated[UUID, Meta(description="The payment.")]
Group = Annotated[UUID, Meta(description="The group.")]
Loan = Annotated[UUID, Meta(description="The loan.")]
Proposal = Annotated[UUID, Meta(description="The proposal.")]
Code = Annotated[str, Meta(description="A word of ours for it.", pattern="^[a-z][a-z_.]{0,63}$")]


class PersonRegistered(Struct):
    person: Person


class WalletOpened(Struct):
    wallet: Annotated[UUID, Meta(description="The wallet.")]
    person: Person
    currency: Annotated[str, Meta(description="ISO 4217 code.", pattern="^[A-Z]{3}$")]


class PaymentSent(Struct):
    payment: Payment
    payer: Person
    payee: Person
    amount: Amount
    request: Annotated[UUID | None, Meta(description="The request that it answered, if any.")]


class RequestChanged(Struct):
    request: Annotated[UUID, Meta(description="The request.")]
    asker: Person
    payer: Person
    amount: Amount


class RequestPaid(RequestChanged):
    payment: Payment


class OwnMoney(Struct):
    payment: Payment
    person: Person
    amount: Amount


class LinkPaid(OwnMoney):
    link: Annotated[UUID, Meta(description="The link that it came by.")]


class OwnMoneyFailed(OwnMoney):
    reason: Code


class AmountMismatched(Struct):
    payment: Payment
    person: Person
    ordered: Amount
    received: Amount


class PotMoney(Struct):
    payment: Payment
    pot: Group
    person: Person
    amount: Amount


class AttemptChanged(Struct):
    attempt: Annotated[UUID, Meta(description="The attempt.")]
    provider: Code
    direction: Annotated[Code, Meta(description="in, out or refund.")]
    before: Annotated[Code, Meta(description="Its state before.")]
    after: Annotated[Code, Meta(description="Its state now.")]


class GroupOnly(Struct):
    group: Group


class Membership(Struct):
    group: Group
    person: Person
    member: Annotated[UUID, Meta(description="The membership.")]


class MembershipEnded(Membership):
    was_removed: Annotated[bool, Meta(description="Whether the others decided it.")]


class Proposed(Struct):
    group: Group
    proposal: Proposal
    what: Annotated[Code, Meta(description="What it is about, such as withdraw.")]
    amount: Amount | None


class Decided(Struct):
    group: Group
    proposal: Proposal
    what: Annotated[Code, Meta(description="What it is about, such as withdraw.")]
    outcome: Annotated[Code, Meta(description="approved, rejected, expired or withdrawn.")]


class GroupMoney(Struct):
    group: Group
    person: Person
    transaction: Annotated[UUID, Meta(description="The line of the group's statement.")]
    amount: Amount


class DuesFined(Struct):
    group: Group
    person: Person
    dues: Annotated[UUID, Meta(description="The dues.")]
    amount: Amount


class LoanAsked(Struct):
    group: Group
    loan: Loan
    person: Person
    amount: Amount


class LoanRepaid(LoanAsked):
    is_closed: Annotated[bool, Meta(description="Whether nothing is owed any more.")]


class LoanCancelled(Struct):
    group: Group
    loan: Loan
    person: Person


class Tested(Struct):
    endpoint: Annotated[UUID, Meta(description="The endpoint that is tested.")]


class Envelope(Struct):
    """What is sent: the kind, when it happened, and what is told of it."""

    type: str
    timestamp: datetime
    data: Any
