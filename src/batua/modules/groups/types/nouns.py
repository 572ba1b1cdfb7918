"""Groups and what is in them, as they lie in the tables. Amounts are minor units of the group's currency."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, NewType
from uuid import UUID

from batua.kit.money import Currency, Money
from batua.modules.groups.types.constitution import Constitution, GroupKind
from batua.modules.groups.types.roles import MemberStatus, Role
from batua.modules.groups.types.voting import (
    Choice,
    MemberId,
    ProposalId,
    ProposalKind,
    ProposalStatus,
    Question,
    Tally,
)
from batua.modules.identity.types import PersonId
from batua.modules.ledger.types import AccountId

GroupId = NewType("GroupId", UUID)
InviteId = NewType("InviteId", UUID)
TransactionId = NewType("TransactionId", UUID)
DelegationId = NewType("DelegationId", UUID)


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A group and its pot.

    roll     counts up with every voice that comes or goes
    members  how many are active, viewers among them
    """

    id: GroupId
    kind: GroupKind
    name: str
    purpose: str
    picture_key: str | None
    currency: Currency
    is_women_only: bool
    pot: AccountId
    roll: int
    members: int
    constitution_version: int
    created_by: PersonId
    created_at: datetime
    dissolved_at: datetime | None

    def money(self, minor: int) -> Money:
        """So many minor units of the group's currency."""
        return Money(minor, self.currency)


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One membership of a person."""

    id: MemberId
    group_id: GroupId
    person: PersonId
    role: Role
    status: MemberStatus
    invite_id: InviteId | None
    voice_since: int | None
    voice_until: int | None
    saved_minor: int
    pays_dues_itself: bool
    asked_at: datetime
    joined_at: datetime | None
    ended_at: datetime | None


class InviteKind(StrEnum):
    """How somebody is asked to come in."""

    LINK = "link"
    """Whoever has the link or its QR code."""
    PERSON = "person"


@dataclass(frozen=True, slots=True, kw_only=True)
class Invite:
    """A way into a group until it ends; the secret of a link is told once, when it is made."""

    id: InviteId
    group_id: GroupId
    kind: InviteKind
    person: PersonId | None
    role: Role
    max_uses: int
    used: int
    made_by: PersonId
    made_at: datetime
    expires_at: datetime
    cancelled_at: datetime | None


@dataclass(frozen=True, slots=True)
class NewInvite:
    """An invite just made, with the secret of its link."""

    invite: Invite
    secret: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A question that a group decides, with its tally.

    subject   the member or loan that it is about
    document  what has no column: a constitution, or roles by member
    """

    id: ProposalId
    group_id: GroupId
    kind: ProposalKind
    status: ProposalStatus
    version: int
    asker: PersonId
    interested: PersonId | None
    reason: str
    amount_minor: int | None
    payee: PersonId | None
    subject: UUID | None
    document: dict[str, Any]
    constitution_version: int
    roll: int
    percent: int
    electors: int
    needed: int
    yes: int
    no: int
    abstain: int
    gone: int
    opened_at: datetime
    expires_at: datetime
    decided_at: datetime | None
    lapses_at: datetime | None
    executed_at: datetime | None
    hold_id: UUID | None
    entry_id: UUID | None
    failure: str | None

    @property
    def question(self) -> Question:
        return Question(self.roll, self.asker, self.interested)

    @property
    def tally(self) -> Tally:
        return Tally(self.electors, self.needed, self.yes, self.no, self.abstain, self.gone)


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredBallot:
    """What an elector said, and why."""

    proposal_id: ProposalId
    version: int
    member_id: MemberId
    choice: Choice
    cast_by: MemberId
    reason: str
    cast_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredDelegation:
    """A vote that one member gave another for a while."""

    id: DelegationId
    group_id: GroupId
    giver: MemberId
    taker: MemberId
    since: datetime
    until: datetime
    ended_at: datetime | None


class TransactionKind(StrEnum):
    """What money went for."""

    CONTRIBUTION = "contribution"
    PAYOUT = "payout"
    DISBURSEMENT = "disbursement"
    REPAYMENT = "repayment"
    OFFSET = "offset"
    SHARE = "share"
    """What a member gets when the group ends."""


class TransactionStatus(StrEnum):
    """How far it has come; the steps are those of a payment."""

    PENDING = "pending"
    SUCCEEDED = "succeeded"
    FAILED = "failed"
    EXPIRED = "expired"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Transaction:
    """What went into a pot or, below zero, out of it.

    balance_minor  of the pot right after it
    """

    id: TransactionId
    group_id: GroupId
    kind: TransactionKind
    status: TransactionStatus
    member_id: MemberId
    amount_minor: int
    note: str
    proposal_id: ProposalId | None
    loan_id: UUID | None
    attempt_id: UUID | None
    entry_id: UUID | None
    failure: str | None
    balance_minor: int | None
    created_at: datetime
    settled_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Checkout:
    """What a transaction was ordered with whose money comes by a checkout.

    top_up_id   by which the money comes into her wallet, before it goes into the pot
    plan_key    whose dues it is for
    kept_minor  what came and stayed in her wallet
    """

    transaction_id: TransactionId
    top_up_id: UUID
    person: PersonId
    session: UUID
    plan_key: str | None = None
    kept_minor: int = 0


@dataclass(frozen=True, slots=True)
class PayPage:
    """Where a transaction that waits for its money can be paid.

    url  None until the provider has answered, and once it is decided
    """

    top_up: UUID
    url: str | None
    expires_at: datetime | None
    kept_minor: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LogLine:
    """One thing that was done in a group."""

    id: int
    group_id: GroupId
    at: datetime
    actor: PersonId | None
    session: UUID | None
    act: str
    subject: UUID
    data: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Pot:
    """The money of a group: all of it, and what is not set aside for approved payouts."""

    balance: Money
    available: Money


@dataclass(frozen=True, slots=True)
class GroupView:
    """A group as one of its members sees it."""

    group: Group
    me: Member
    pot: Pot
    constitution: Constitution
    open_proposals: int
