"""Who comes in: everything in a group begins here, and for a stranger it is not there."""

from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from batua.kit import clock
from batua.kit.db import Tx
from batua.modules.groups.errors import GroupNotFound, GroupOver
from batua.modules.groups.rules import roles
from batua.modules.groups.store import group as group_store
from batua.modules.groups.store import log as log_store
from batua.modules.groups.store import member as member_store
from batua.modules.groups.types import (
    Constitution,
    Group,
    Member,
    MemberStatus,
    Right,
)
from batua.modules.identity.types import PersonId
from batua.modules.kyc import service as kyc
from batua.modules.kyc.types import Claim
from batua.modules.payments.types import Actor


@dataclass(frozen=True, slots=True)
class Inside:
    """A group, and who acts in it."""

    group: Group
    me: Member

    def with_group(self, group: Group) -> "Inside":
        return replace(self, group=group)


async def enter(
    tx: Tx, person: PersonId, group: UUID, right: Right, *, is_locked: bool = False
) -> Inside:
    """The group, for a member of it whose role has a right.

    is_locked  hold the group until the transaction ends, as whoever touches voices or votes must
    refuses    GroupNotFound, also for a stranger; NotInYourRole; GroupOver unless it is to read
    """
    found = await (group_store.lock if is_locked else group_store.find)(tx, group)
    if found is None:
        raise GroupNotFound
    me = await member_store.of_person(tx, found.id, person)
    if me is None or me.status is not MemberStatus.ACTIVE:
        raise GroupNotFound
    roles.check(me.role, right)
    if right not in roles.READING:
        check_open(found)
    return Inside(found, me)


def check_open(group: Group) -> None:
    """Refuse to act in a group that has ended; refuses GroupOver."""
    if group.dissolved_at is not None:
        raise GroupOver


async def check_still_open(tx: Tx, group: Group) -> None:
    """Look again whether a group has ended, with its pot held: after it nothing goes in.

    The end is written before it waits for the pot, so whoever holds the pot sees it, or comes first.

    refuses  GroupOver
    """
    found = await group_store.find(tx, group.id)
    assert found is not None, "groups are kept"
    check_open(found)


async def may_come_in(tx: Tx, group: Group, person: PersonId) -> bool:
    """Whether a group is open to somebody: into one for women only who is verified as one.

    Whoever is in it is not asked again: a verification that ends takes nobody out (decision 0344).
    """
    return not group.is_women_only or await kyc.holds(tx, person, Claim.WOMAN)


async def constitution_of(tx: Tx, group: Group) -> Constitution:
    """The constitution in force."""
    found = await group_store.constitution(tx, group.id, group.constitution_version)
    assert found is not None, "a group has the constitution that it names"
    return found


async def log(
    tx: Tx, group: Group, actor: Actor | None, act: str, subject: UUID, **data: Any
) -> None:
    """Write down what was done, when, by whom and in which session; nobody, when the house did it."""
    by = (None, None) if actor is None else (actor.person, actor.session)
    await log_store.add(tx, group.id, clock.now(), by, act, subject, **data)
