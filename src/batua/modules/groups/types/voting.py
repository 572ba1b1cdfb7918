"""What a vote is made of: kinds, states, ballots, the electorate and its tally."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final, NewType
from uuid import UUID

from batua.modules.identity.types import PersonId

MemberId = NewType("MemberId", UUID)
"""One membership: who leaves and comes back has another one."""
ProposalId = NewType("ProposalId", UUID)


class ProposalKind(StrEnum):
    """What members vote on."""

    WITHDRAW = "withdraw"
    LOAN = "loan"
    CONSTITUTION = "constitution"
    ADMIT = "admit"
    REMOVE = "remove"
    ROLES = "roles"
    RESTRUCTURE = "restructure"
    OFFSET = "offset"
    CALL_GUARANTORS = "call_guarantors"
    WRITE_OFF = "write_off"
    DISSOLVE = "dissolve"


MONEY_KINDS: Final = frozenset(
    {
        ProposalKind.WITHDRAW,
        ProposalKind.LOAN,
        ProposalKind.RESTRUCTURE,
        ProposalKind.OFFSET,
        ProposalKind.CALL_GUARANTORS,
        ProposalKind.WRITE_OFF,
    }
)
"""Kinds that give, lend, take or forgo money of the pot."""
LOAN_KINDS: Final = MONEY_KINDS - {ProposalKind.WITHDRAW}
"""Kinds that are about a loan."""
LOAN_CHANGES: Final = LOAN_KINDS - {ProposalKind.LOAN}
"""Kinds that change a loan that was paid out."""
WEIGHTY_KINDS: Final = frozenset(
    {ProposalKind.CONSTITUTION, ProposalKind.REMOVE, ProposalKind.DISSOLVE}
)
"""Kinds for which a constitution may ask for more than for the others."""


PINNED_KINDS: Final = frozenset({ProposalKind.DISSOLVE})
"""Kinds in which each vote asks for the PIN, however much it is about."""


class ProposalStatus(StrEnum):
    """How far a proposal has come; `rules.states` holds the allowed steps."""

    OPEN = "open"
    APPROVED = "approved"
    REJECTED = "rejected"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"
    EXECUTING = "executing"
    EXECUTED = "executed"
    FAILED = "failed"
    LAPSED = "lapsed"


class Choice(StrEnum):
    """What a ballot says; an abstention says aloud what silence says."""

    YES = "yes"
    NO = "no"
    ABSTAIN = "abstain"


@dataclass(frozen=True, slots=True)
class Voice:
    """The stretch of the group's roll in which a membership could vote.

    since, until  numbers of the roll, which counts up with every voice that comes or goes;
                  `until` is None while she has it
    """

    member: MemberId
    person: PersonId
    since: int
    until: int | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """What decides who may vote: fixed when the proposal opens.

    roll        the group's roll at that moment
    asker       who opened it
    interested  the person whose money or membership it is about; she has no vote
    """

    roll: int
    asker: PersonId
    interested: PersonId | None = None


@dataclass(frozen=True, slots=True)
class Ballot:
    """One elector's vote; `cast_by` is another one when it was delegated."""

    member: MemberId
    choice: Choice
    cast_by: MemberId

    @property
    def is_own(self) -> bool:
        return self.member == self.cast_by


@dataclass(frozen=True, slots=True)
class Delegation:
    """A period in which one member votes for another; `until` is exclusive."""

    giver: MemberId
    taker: MemberId
    since: datetime
    until: datetime


@dataclass(frozen=True, slots=True)
class Tally:
    """The votes of an electorate.

    electors  how many had a vote when it opened; never changes
    needed    how many of them must say yes; never changes
    gone      those who lost their voice since; whatever they said does not count
    """

    electors: int
    needed: int
    yes: int = 0
    no: int = 0
    abstain: int = 0
    gone: int = 0

    @property
    def waiting(self) -> int:
        """Those who have a vote and have not cast it."""
        return self.electors - self.yes - self.no - self.abstain - self.gone


class Verdict(StrEnum):
    """What a tally says."""

    PASSED = "passed"
    FAILED = "failed"
    UNDECIDED = "undecided"
