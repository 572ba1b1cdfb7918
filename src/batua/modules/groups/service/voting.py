"""Votes: cast, changed, given to another; counted with the proposal held."""

from datetime import datetime

from batua.kit import clock, ids, journal
from batua.kit.db import Tx
from batua.kit.secrets import KeyRing
from batua.modules.groups.errors import (
    DelegationInvalid,
    NoVoteInThis,
    ProposalChanged,
    ProposalNotFound,
)
from batua.modules.groups.rules import voting as rules
from batua.modules.groups.rules import words
from batua.modules.groups.service import access, deciding
from batua.modules.groups.service.access import Inside
from batua.modules.groups.service.proposing import check_open
from batua.modules.groups.store import delegation as delegation_store
from batua.modules.groups.store import member as member_store
from batua.modules.groups.store import proposal as proposal_store
from batua.modules.groups.types import (
    MONEY_KINDS,
    PINNED_KINDS,
    Ballot,
    Delegated,
    DelegateOrder,
    DelegationId,
    GroupId,
    Member,
    MemberStatus,
    Proposal,
    Right,
    StoredBallot,
    StoredDelegation,
    Voice,
    Voted,
    VoteOrder,
)
from batua.modules.identity import service as identity
from batua.modules.payments.types import Actor


async def vote(tx: Tx, keys: KeyRing, order: VoteOrder) -> Proposal:
    """Say yes, no or nothing to a proposal, and so for those who gave her their vote.

    When it passes by this, what it asks for is done or, of a payout, reserved.

    repeat   a vote may be changed while the proposal is open; the same again changes nothing
    refuses  GroupNotFound, GroupOver, NotInYourRole, ProposalNotFound, ProposalOver,
             ProposalChanged, NoVoteInThis, WordsTooLong; StepUpRequired, StepUpExpired of identity
    states   Voted, Decided, and what the decision does
    """
    actor = order.actor
    inside = await access.enter(tx, actor.person, order.group, Right.VOTE, is_locked=True)
    found = await proposal_store.lock(tx, order.group, order.proposal)
    if found is None:
        raise ProposalNotFound
    check_open(found)
    if found.version != order.version:
        raise ProposalChanged(found.version)
    await _ask_pin(tx, keys, inside, found, actor)
    reason = words.line("reason", order.reason, words.MAX_VOTE_REASON)
    now = clock.now()
    cast = await _ballots(tx, inside, found, order, now)
    for ballot in cast:
        stored = StoredBallot(
            proposal_id=found.id,
            version=found.version,
            member_id=ballot.member,
            choice=ballot.choice,
            cast_by=ballot.cast_by,
            reason=reason if ballot.is_own else "",
            cast_at=now,
        )
        await proposal_store.cast(tx, stored)
    await access.log(
        tx,
        inside.group,
        actor,
        "voted",
        found.id,
        version=found.version,
        choice=order.choice.value,
        voted_for=[str(ballot.member) for ballot in cast if not ballot.is_own],
    )
    await journal.state(
        tx,
        Voted(
            subject=inside.group.id,
            actor=actor.person,
            audience=(inside.group.id,),
            proposal=found.id,
        ),
    )
    return await deciding.count(tx, inside.group, found)


async def _ask_pin(tx: Tx, keys: KeyRing, inside: Inside, proposal: Proposal, actor: Actor) -> None:
    """Ask for the second factor where much money is decided about, and before a group ends."""
    rule = (await access.constitution_of(tx, inside.group)).vote
    is_money = proposal.kind in MONEY_KINDS and proposal.amount_minor is not None
    is_much = is_money and (proposal.amount_minor or 0) >= rule.second_factor_minor
    if is_much or proposal.kind in PINNED_KINDS:
        await identity.require_step_up(tx, keys, actor.session, actor.step_up)


async def _ballots(
    tx: Tx, inside: Inside, proposal: Proposal, order: VoteOrder, now: datetime
) -> list[Ballot]:
    mine = voice_of(inside.me)
    if mine is None:
        raise NoVoteInThis
    givers = [
        voice
        for member in await delegation_store.givers(tx, inside.me.id, now)
        if (voice := voice_of(member)) is not None
    ]
    own = await proposal_store.own_votes(tx, proposal, [giver.member for giver in givers])
    return rules.ballots_of(mine, order.choice, proposal.question, givers, own)


def voice_of(member: Member) -> Voice | None:
    """The voice of a membership, if it ever had one."""
    if member.voice_since is None:
        return None
    return Voice(member.id, member.person, member.voice_since, member.voice_until)


async def delegate(tx: Tx, order: DelegateOrder) -> StoredDelegation:
    """Give one's vote to another member for a while; it takes the place of an earlier one.

    Votes that the other has cast already stay as they are. Who gave her vote may still vote herself.

    refuses  GroupNotFound, GroupOver, NotInYourRole, DelegationInvalid
    states   Delegated
    """
    actor = order.actor
    inside = await access.enter(tx, actor.person, order.group, Right.DELEGATE, is_locked=True)
    rule, now = (await access.constitution_of(tx, inside.group)).vote, clock.now()
    days = (order.until - now).total_seconds() / 86_400
    taker = await member_store.find(tx, order.group, order.taker)
    is_voter = (
        taker is not None
        and taker.status is MemberStatus.ACTIVE
        and taker.voice_since is not None
        and taker.voice_until is None
        and taker.id != inside.me.id
    )
    await delegation_store.end(tx, inside.me.id, now)
    faults = {
        "taker": not is_voter,
        "until": not 0 < days <= rule.delegation_days,
        "full": await delegation_store.count_taken(tx, order.taker, now) >= rule.delegations,
    }
    for reason, is_wrong in faults.items():
        if is_wrong:
            raise DelegationInvalid(reason)
    made = StoredDelegation(
        id=DelegationId(ids.new_id()),
        group_id=inside.group.id,
        giver=inside.me.id,
        taker=order.taker,
        since=now,
        until=order.until,
        ended_at=None,
    )
    await delegation_store.add(tx, made)
    await access.log(tx, inside.group, actor, "delegated", order.taker, until=str(order.until))
    assert taker is not None
    await journal.state(
        tx,
        Delegated(
            subject=inside.group.id,
            actor=actor.person,
            audience=(actor.person, taker.person),
            giver=actor.person,
            taker=taker.person,
        ),
    )
    return made


async def end_delegation(tx: Tx, actor: Actor, group: GroupId) -> None:
    """Take one's vote back; without one given it changes nothing.

    refuses  GroupNotFound, GroupOver, NotInYourRole
    """
    inside = await access.enter(tx, actor.person, group, Right.DELEGATE, is_locked=True)
    if await delegation_store.end(tx, inside.me.id, clock.now()):
        await access.log(tx, inside.group, actor, "delegation_ended", inside.me.id)
