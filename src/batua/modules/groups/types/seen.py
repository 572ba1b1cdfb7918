"""What members see of one another, and of the versions of their constitution."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Final
from uuid import UUID

from batua.modules.groups.types.constitution import Change, Phrase
from batua.modules.groups.types.nouns import Group, Proposal, StoredBallot, Transaction
from batua.modules.groups.types.payouts import Payout
from batua.modules.groups.types.sought import StatementFilter
from batua.modules.groups.types.voting import MemberId, ProposalId
from batua.modules.identity.types import PersonId

_PERSON: Final = frozenset({"person"})

PERMISSIONS: Final[dict[str, frozenset[str]]] = {
    "groups.read": _PERSON,
    "groups.create": _PERSON,
    "groups.join": _PERSON,
    "groups.invite": _PERSON,
    "groups.describe": _PERSON,
    "groups.collect": _PERSON,
    "groups.contribute": _PERSON,
    "groups.propose": _PERSON,
    "groups.vote": _PERSON,
    "groups.retry": _PERSON,
    "groups.borrow": _PERSON,
    "groups.guarantee": _PERSON,
    "groups.repay": _PERSON,
}
"""What an account may ask of groups at all; what she may do in one, her role there says."""


@dataclass(frozen=True, slots=True)
class Face:
    """A person as the others of her group see her: her whole name, her number masked."""

    id: PersonId
    name: str = field(repr=False)
    phone: str = field(repr=False)
    handle: str | None
    photo_url: str | None


@dataclass(frozen=True, slots=True)
class Faces:
    """The people behind some ids, looked up at once."""

    people: Mapping[UUID, Face]
    members: Mapping[UUID, PersonId]

    def person(self, id: UUID | None) -> Face | None:
        """Who it is; None for the house, and for whoever has no account any more."""
        return None if id is None else self.people.get(id)

    def member(self, id: MemberId) -> Face | None:
        """Who has a membership."""
        return self.person(self.members.get(id))


@dataclass(frozen=True, slots=True)
class ProposalView:
    """A proposal as a member sees it.

    mine     what she said in this version
    may      whether she has a vote in it that she can cast now
    words    the rule with its numbers
    changes  of a constitution, setting by setting
    payout   where its money goes on to, when further than into the payee's wallet
    """

    proposal: Proposal
    mine: StoredBallot | None
    may: bool
    words: tuple[Phrase, ...]
    changes: tuple[Change, ...] = ()
    payout: Payout | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """When a constitution came into force, and by which vote; the founder's by none."""

    version: int
    proposal_id: ProposalId | None
    made_by: PersonId
    made_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedStatement:
    """What moved in a pot on some days of its reader, the oldest first, with what was in it before.

    lines   each with who paid, or was paid
    sifted  what was asked for, when it is not all that moved
    of      the member it was asked of
    """

    group: Group
    since: date
    until: date
    opening_minor: int
    lines: tuple[tuple[Transaction, Face | None], ...]
    language: str
    time_zone: str
    sifted: StatementFilter | None = None
    of: Face | None = None
