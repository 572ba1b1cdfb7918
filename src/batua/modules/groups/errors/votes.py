"""Why votes and payouts say no."""

from dataclasses import dataclass
from uuid import UUID

from batua.kit.refusal import Kind, Refusal


class NobodyToVote(Refusal):
    """Nobody could vote on this besides the one who asks or the one whom it is about."""

    code = "groups.nobody_to_vote"
    kind = Kind.CONFLICT
    todo = "Invite another member first."


class NoVoteInThis(Refusal):
    """You have no vote in this proposal: it is about you, or it was opened before you came."""

    code = "groups.no_vote_in_this"
    kind = Kind.FORBIDDEN
    todo = "Wait for the others to decide."


class VotedOnHere(Refusal):
    """In this group such a thing is decided by a vote."""

    code = "groups.voted_on_here"
    kind = Kind.CONFLICT
    todo = "Propose it to the group."


class ProposalNotFound(Refusal):
    """There is no such proposal in this group."""

    code = "groups.proposal_not_found"
    kind = Kind.NOT_FOUND
    todo = "Open the list of proposals again."


@dataclass(eq=False)
class ProposalOver(Refusal):
    """This proposal is no longer open."""

    code = "groups.proposal_over"
    kind = Kind.CONFLICT
    todo = "Open it again to see what became of it."
    status: str


@dataclass(eq=False)
class ProposalChanged(Refusal):
    """The proposal was changed since you looked at it."""

    code = "groups.proposal_changed"
    kind = Kind.CONFLICT
    todo = "Read what it says now, and vote on that."
    version: int


class OnlyTheAsker(Refusal):
    """Only the person who asked can do this to a proposal."""

    code = "groups.only_the_asker"
    kind = Kind.FORBIDDEN
    todo = "Vote on it, or propose something else."


class OnlyThePayee(Refusal):
    """Only the person who is paid chooses where the money goes."""

    code = "groups.only_the_payee"
    kind = Kind.FORBIDDEN
    todo = "Ask them to choose it."


@dataclass(eq=False)
class ProposalInvalid(Refusal):
    """A proposal of this kind needs other fields."""

    code = "groups.proposal_invalid"
    kind = Kind.INVALID
    todo = "Fill in what is missing."
    field: str


@dataclass(eq=False)
class NotEnoughInPot(Refusal):
    """There is not so much in the pot that is not set aside already."""

    code = "groups.not_enough_in_pot"
    kind = Kind.CONFLICT
    todo = "Ask for less, or wait for contributions."
    available_minor: int


@dataclass(eq=False)
class NotReadyToEnd(Refusal):
    """Loans, payouts or contributions are under way in this group, so it cannot end yet."""

    code = "groups.not_ready_to_end"
    kind = Kind.CONFLICT
    todo = "Let them come to their end first."
    reason: str


@dataclass(eq=False)
class NothingToRetry(Refusal):
    """Only a payout that failed, and that has not lapsed, is tried again."""

    code = "groups.nothing_to_retry"
    kind = Kind.CONFLICT
    todo = "Open the proposal again."
    status: str


@dataclass(eq=False)
class DelegationInvalid(Refusal):
    """The constitution does not allow this delegation."""

    code = "groups.delegation_invalid"
    kind = Kind.CONFLICT
    todo = "Choose another member or a shorter time."
    reason: str


@dataclass(eq=False)
class VoteIsOpen(Refusal):
    """The group votes on just this already."""

    code = "groups.vote_is_open"
    kind = Kind.CONFLICT
    todo = "Vote on the one that is open."
    proposal: UUID


@dataclass(eq=False)
class TooManyOpen(Refusal):
    """There are enough open proposals in this group."""

    code = "groups.too_many_open"
    kind = Kind.LIMITED
    todo = "Decide about the others first."
    limit: int
