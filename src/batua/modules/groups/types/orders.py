"""What people order in a group; whoever acts is a payments.Actor, with her session and proof of PIN."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from batua.kit.money import Currency, Money
from batua.kit.words import FALLBACK
from batua.modules.groups.types.constitution import Constitution, GroupKind
from batua.modules.groups.types.ending import SplitRule
from batua.modules.groups.types.nouns import GroupId
from batua.modules.groups.types.roles import Role
from batua.modules.groups.types.voting import (
    Choice,
    MemberId,
    ProposalId,
    ProposalKind,
)
from batua.modules.identity.types import PersonId
from batua.modules.payments.types import Actor


@dataclass(frozen=True, slots=True)
class CreateOrder:
    """A new group; without a constitution it starts with that of its kind, in a language."""

    actor: Actor
    kind: GroupKind
    name: str
    purpose: str
    currency: Currency
    key: str
    is_women_only: bool = False
    constitution: Constitution | None = None
    language: str = FALLBACK


@dataclass(frozen=True, slots=True)
class InviteOrder:
    """A way into a group: for one person, or for whoever has the link."""

    actor: Actor
    group: GroupId
    person: PersonId | None = None
    role: Role = Role.MEMBER
    days: int = 7
    max_uses: int = 1


@dataclass(frozen=True, slots=True)
class JoinOrder:
    """Coming in: by the secret of a link, or by an invite of one's own."""

    actor: Actor
    secret: str | None = field(default=None, repr=False)
    group: GroupId | None = None


@dataclass(frozen=True, slots=True)
class ContributeOrder:
    """Money from one's own wallet into the pot.

    plan       whose dues it is for; without it the oldest of all plans are paid first
    is_agreed  she allowed it earlier, with her PIN
    """

    actor: Actor
    group: GroupId
    amount: Money
    note: str
    key: str
    plan: str | None = None
    is_agreed: bool = False


class PayBy(StrEnum):
    """Where the money for a pot comes from."""

    WALLET = "wallet"
    CHECKOUT = "checkout"
    """From outside, by a provider's page."""


@dataclass(frozen=True, slots=True)
class ProposeOrder:
    """A question to the group; which fields count depends on its kind.

    withdraw      amount, payee: a member, who gets it into her wallet; and, for herself alone,
                  destination: a bank account of hers that it goes on to
    constitution  constitution
    admit         subject: a membership that was asked for
    remove        subject: a membership
    roles         roles, by membership
    dissolve      split
    """

    actor: Actor
    group: GroupId
    kind: ProposalKind
    reason: str
    key: str
    amount: Money | None = None
    payee: PersonId | None = None
    subject: UUID | None = None
    constitution: Constitution | None = None
    roles: dict[MemberId, Role] = field(default_factory=dict)
    split: SplitRule = SplitRule.NET
    destination: UUID | None = None


@dataclass(frozen=True, slots=True)
class AmendOrder:
    """Another amount or payee of a withdrawal that is open: its votes are cleared."""

    actor: Actor
    group: GroupId
    proposal: ProposalId
    amount: Money
    payee: PersonId


@dataclass(frozen=True, slots=True)
class VoteOrder:
    """A vote on the version of a proposal that the voter has seen."""

    actor: Actor
    group: GroupId
    proposal: ProposalId
    version: int
    choice: Choice
    reason: str = ""


@dataclass(frozen=True, slots=True)
class DelegateOrder:
    """A vote given to another member for a while."""

    actor: Actor
    group: GroupId
    taker: MemberId
    until: datetime
