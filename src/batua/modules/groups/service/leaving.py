"""How somebody leaves a group, or no longer wants to come in."""

from dataclasses import replace

from batua.kit import clock, journal
from batua.kit.db import Tx
from batua.modules.groups.errors import DebtsLeft, GroupNotFound, LastOfThePot
from batua.modules.groups.service import access, deciding
from batua.modules.groups.store import delegation as delegation_store
from batua.modules.groups.store import group as group_store
from batua.modules.groups.store import member as member_store
from batua.modules.groups.store import proposal as proposal_store
from batua.modules.groups.types import (
    GroupId,
    JoinTakenBack,
    MemberStatus,
    ProposalKind,
    ProposalStatus,
    Right,
)
from batua.modules.ledger import service as ledger
from batua.modules.payments.types import Actor


async def leave(tx: Tx, actor: Actor, group: GroupId) -> None:
    """Leave a group: without debts, and not with everybody's money locked in.

    What she has saved stays in the pot: whoever wants it out asks before she goes.

    refuses  GroupNotFound, GroupOver, DebtsLeft, LastOfThePot
    states   Left, LoanCancelled
    """
    inside = await access.enter(tx, actor.person, group, Right.READ, is_locked=True)
    access.check_open(inside.group)
    me = inside.me
    owed_minor, answers_for = await member_store.debts(tx, me.id)
    if owed_minor or answers_for:
        raise DebtsLeft(owed_minor)
    has_voice = me.voice_since is not None and me.voice_until is None
    if has_voice and await member_store.voices(tx, group) == 1:
        (pot,) = await ledger.lock(tx, [inside.group.pot])
        if pot.balance:
            raise LastOfThePot
    await delegation_store.end(tx, me.id, clock.now())
    await deciding.remove(tx, inside.group, me, actor)


async def take_back_join(tx: Tx, actor: Actor, group: GroupId) -> None:
    """Do not want to come in any more; a vote on letting her in ends with it.

    refuses  GroupNotFound when she has not asked
    states   JoinTakenBack, Decided
    """
    held = await group_store.lock(tx, group)
    member = None if held is None else await member_store.of_person(tx, group, actor.person)
    if held is None or member is None or member.status is not MemberStatus.ASKED:
        raise GroupNotFound
    ended = replace(member, status=MemberStatus.WITHDRAWN, ended_at=clock.now())
    await member_store.keep(tx, ended)
    for proposal in await proposal_store.lock_open(tx, group):
        if proposal.kind is ProposalKind.ADMIT and proposal.subject == member.id:
            await deciding.end(tx, held, proposal, ProposalStatus.WITHDRAWN)
    await access.log(tx, held, actor, "join_taken_back", member.id)
    await journal.state(
        tx,
        JoinTakenBack(
            subject=held.id,
            actor=actor.person,
            audience=(held.id, actor.person),
            person=actor.person,
            member=member.id,
        ),
    )
