"""What groups state in the journal.

The subject is the group, whose id leads the audience: whoever shows live changes subscribes her to
the groups she is in. The people named after it are told themselves.
"""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from batua.kit.journal import Fact
from batua.kit.money import Money


@dataclass(frozen=True, kw_only=True)
class GroupCreated(Fact):
    """Somebody made a group."""

    kind: ClassVar[str] = "groups.created"


@dataclass(frozen=True, kw_only=True)
class Invited(Fact):
    """Somebody was asked to come in, by name."""

    kind: ClassVar[str] = "groups.invited"
    person: UUID
    invite: UUID


@dataclass(frozen=True, kw_only=True)
class AskedToJoin(Fact):
    """Somebody wants to come in."""

    kind: ClassVar[str] = "groups.asked_to_join"
    person: UUID
    member: UUID


@dataclass(frozen=True, kw_only=True)
class JoinTakenBack(Fact):
    """Somebody no longer wants to come in."""

    kind: ClassVar[str] = "groups.join_taken_back"
    person: UUID
    member: UUID


@dataclass(frozen=True, kw_only=True)
class Joined(Fact):
    """Somebody is a member now."""

    kind: ClassVar[str] = "groups.joined"
    person: UUID
    member: UUID


@dataclass(frozen=True, kw_only=True)
class TurnedAway(Fact):
    """Somebody who wanted to come in was not let in."""

    kind: ClassVar[str] = "groups.turned_away"
    person: UUID
    member: UUID


@dataclass(frozen=True, kw_only=True)
class Left(Fact):
    """Somebody is no longer a member; `was_removed` when the others decided so."""

    kind: ClassVar[str] = "groups.left"
    person: UUID
    member: UUID
    was_removed: bool = False


@dataclass(frozen=True, kw_only=True)
class Described(Fact):
    """The group's name, picture or purpose is another one."""

    kind: ClassVar[str] = "groups.described"


@dataclass(frozen=True, kw_only=True)
class RolesChanged(Fact):
    """Members have other roles."""

    kind: ClassVar[str] = "groups.roles_changed"
    proposal: UUID | None = None


@dataclass(frozen=True, kw_only=True)
class ConstitutionChanged(Fact):
    """The group has a new constitution."""

    kind: ClassVar[str] = "groups.constitution_changed"
    version: int


@dataclass(frozen=True, kw_only=True)
class Proposed(Fact):
    """A question was put to the group."""

    kind: ClassVar[str] = "groups.proposed"
    proposal: UUID
    what: str
    amount: Money | None = None


@dataclass(frozen=True, kw_only=True)
class Amended(Fact):
    """A question was changed, and its votes cleared."""

    kind: ClassVar[str] = "groups.amended"
    proposal: UUID
    version: int


@dataclass(frozen=True, kw_only=True)
class Voted(Fact):
    """Somebody has voted."""

    kind: ClassVar[str] = "groups.voted"
    proposal: UUID


@dataclass(frozen=True, kw_only=True)
class Decided(Fact):
    """A vote is over; `outcome` is the proposal's state."""

    kind: ClassVar[str] = "groups.decided"
    proposal: UUID
    what: str
    outcome: str


@dataclass(frozen=True, kw_only=True)
class Executed(Fact):
    """What a group decided was done."""

    kind: ClassVar[str] = "groups.executed"
    proposal: UUID
    what: str
    amount: Money | None = None


@dataclass(frozen=True, kw_only=True)
class NotExecuted(Fact):
    """What a group decided could not be done, or was not done in time (`lapsed`)."""

    kind: ClassVar[str] = "groups.not_executed"
    proposal: UUID
    what: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class PayoutChanged(Fact):
    """A payout goes to a bank account or, `wallet`, no further than to her wallet; or what became of
    it: `arrived`, or `returned` into her wallet for a `reason`.
    """

    kind: ClassVar[str] = "groups.payout_changed"
    proposal: UUID
    person: UUID
    amount: Money
    status: str
    reason: str | None


@dataclass(frozen=True, kw_only=True)
class Dissolved(Fact):
    """A group has ended by vote; `amount` is what was in its pot, and is being shared out."""

    kind: ClassVar[str] = "groups.dissolved"
    proposal: UUID
    amount: Money


@dataclass(frozen=True, kw_only=True)
class Contributed(Fact):
    """A member's money went into the pot."""

    kind: ClassVar[str] = "groups.contributed"
    transaction: UUID
    person: UUID
    amount: Money


@dataclass(frozen=True, kw_only=True)
class CheckoutChanged(Fact):
    """Money that shall come by a checkout is waited for, or did not reach the pot."""

    kind: ClassVar[str] = "groups.checkout_changed"
    transaction: UUID
    person: UUID
    status: str
    reason: str | None


@dataclass(frozen=True, kw_only=True)
class ReceiptsChanged(Fact):
    """A file was attached to a transaction, or taken away."""

    kind: ClassVar[str] = "groups.receipts_changed"
    transaction: UUID


@dataclass(frozen=True, kw_only=True)
class Delegated(Fact):
    """A member gave her vote to another for a while."""

    kind: ClassVar[str] = "groups.delegated"
    giver: UUID
    taker: UUID


@dataclass(frozen=True, kw_only=True)
class LoanAsked(Fact):
    """A member asked for a loan."""

    kind: ClassVar[str] = "groups.loan_asked"
    loan: UUID
    person: UUID
    amount: Money


@dataclass(frozen=True, kw_only=True)
class GuaranteeAsked(Fact):
    """A member was asked to answer for a loan."""

    kind: ClassVar[str] = "groups.guarantee_asked"
    loan: UUID
    person: UUID


@dataclass(frozen=True, kw_only=True)
class GuaranteeAnswered(Fact):
    """A member said whether she answers for a loan."""

    kind: ClassVar[str] = "groups.guarantee_answered"
    loan: UUID
    person: UUID
    is_yes: bool


@dataclass(frozen=True, kw_only=True)
class GuaranteeCalled(Fact):
    """The group decided that somebody pays a loan for which she answers."""

    kind: ClassVar[str] = "groups.guarantee_called"
    loan: UUID
    person: UUID


@dataclass(frozen=True, kw_only=True)
class LoanRepaid(Fact):
    """Some of a loan was paid back, or all of it (`is_closed`)."""

    kind: ClassVar[str] = "groups.loan_repaid"
    loan: UUID
    person: UUID
    amount: Money
    is_closed: bool = False


@dataclass(frozen=True, kw_only=True)
class LoanStepTaken(Fact):
    """A step was taken about an instalment: its debtor is to be told by `channel` of what is left.

    is_late  whether its day is over; else it is a reminder before
    """

    kind: ClassVar[str] = "groups.loan_step_taken"
    loan: UUID
    row: int
    step: int
    channel: str
    person: UUID
    amount: Money
    is_late: bool


@dataclass(frozen=True, kw_only=True)
class LoanCancelled(Fact):
    """A loan that was asked for will not be."""

    kind: ClassVar[str] = "groups.loan_cancelled"
    loan: UUID
    person: UUID


@dataclass(frozen=True, kw_only=True)
class DuesReminded(Fact):
    """A member is reminded of dues: they are `coming`, their day is over (`missed`), or an officer
    asked for them (`asked`). It is told to her alone.
    """

    kind: ClassVar[str] = "groups.dues_reminded"
    person: UUID
    dues: UUID
    what: str
    amount: Money
    due_on: str


@dataclass(frozen=True, kw_only=True)
class DuesFined(Fact):
    """Lateness cost a member something, now as much as `amount` for these dues."""

    kind: ClassVar[str] = "groups.dues_fined"
    person: UUID
    dues: UUID
    amount: Money


@dataclass(frozen=True, kw_only=True)
class FineWaived(Fact):
    """An officer let go of a fine: `amount` of it need not be paid."""

    kind: ClassVar[str] = "groups.fine_waived"
    person: UUID
    dues: UUID
    amount: Money


@dataclass(frozen=True, kw_only=True)
class DuesTaken(Fact):
    """Dues were taken from a member's wallet, as she allowed."""

    kind: ClassVar[str] = "groups.dues_taken"
    person: UUID
    transaction: UUID
    amount: Money


@dataclass(frozen=True, kw_only=True)
class DuesNotTaken(Fact):
    """Dues could not be taken from a member's wallet; `reason` is the code of the refusal."""

    kind: ClassVar[str] = "groups.dues_not_taken"
    person: UUID
    plan: str
    amount: Money
    reason: str
