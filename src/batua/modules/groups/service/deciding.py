"""What a tally decides, and what a decision does: once, in the transaction of the last vote.

The group and the proposal are held by whoever calls.
"""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import msgspec

from batua.kit import clock, journal
from batua.kit.db import Tx
from batua.modules.groups.errors import GroupFull
from batua.modules.groups.rules import states, voting
from batua.modules.groups.service import access, disbursing, ending, inviting, paying, roll
from batua.modules.groups.service.dues import writing
from batua.modules.groups.service.loans import asking, settling
from batua.modules.groups.store import group as group_store
from batua.modules.groups.store import member as member_store
from batua.modules.groups.store import proposal as proposal_store
from batua.modules.groups.types import (
    LOAN_CHANGES,
    Choice,
    Constitution,
    ConstitutionChanged,
    Decided,
    Executed,
    Group,
    Left,
    Member,
    MemberStatus,
    Proposal,
    ProposalKind,
    ProposalStatus,
    Role,
    RolesChanged,
    Tally,
    Verdict,
)
from batua.modules.payments.types import Actor


async def count(tx: Tx, group: Group, proposal: Proposal) -> Proposal:
    """Count an open proposal, keep its tally, and decide it if that is certain now.

    states   Decided, and what the decision does
    """
    tally = await tally_of(tx, proposal)
    counted = replace(proposal, yes=tally.yes, no=tally.no, abstain=tally.abstain, gone=tally.gone)
    verdict = voting.verdict(tally)
    if verdict is Verdict.PASSED:
        return await _approve(tx, group, counted)
    if verdict is Verdict.FAILED:
        return await end(tx, group, counted, ProposalStatus.REJECTED)
    await proposal_store.keep(tx, counted)
    return counted


async def tally_of(tx: Tx, proposal: Proposal) -> Tally:
    """The ballots of those who still have their voice; whoever lost it is gone."""
    said = await proposal_store.said(tx, proposal)
    keeping = await member_store.keeping(tx, proposal.group_id, proposal.question)
    return Tally(
        electors=proposal.electors,
        needed=proposal.needed,
        yes=said.get(Choice.YES, 0),
        no=said.get(Choice.NO, 0),
        abstain=said.get(Choice.ABSTAIN, 0),
        gone=proposal.electors - keeping,
    )


async def count_all(tx: Tx, group: Group) -> None:
    """Count every open proposal of a group anew: a voice is gone."""
    now = clock.now()
    for proposal in await proposal_store.lock_open(tx, group.id):
        if not voting.is_out_of_time(proposal.expires_at, now):
            counted = await count(tx, group, proposal)
            assert counted.status is not ProposalStatus.APPROVED, "only a yes makes it pass"


async def end(tx: Tx, group: Group, proposal: Proposal, status: ProposalStatus) -> Proposal:
    """End an open proposal that did not pass; states Decided."""
    assert states.may_step(states.PROPOSAL_STEPS, proposal.status, status)
    ended = replace(proposal, status=status, decided_at=clock.now())
    await proposal_store.keep(tx, ended)
    await disbursing.end(tx, ended)
    await _state_decided(tx, group, ended)
    if ended.kind is ProposalKind.ADMIT:
        member = await _subject(tx, ended)
        if member.status is MemberStatus.ASKED:
            await inviting.turn_away(tx, group, member, None)
    return ended


async def _approve(tx: Tx, group: Group, proposal: Proposal) -> Proposal:
    """Write down that it passed, and do what it asks for."""
    rule = (await access.constitution_of(tx, group)).vote
    now = clock.now()
    approved = replace(
        proposal,
        status=ProposalStatus.APPROVED,
        decided_at=now,
        lapses_at=now + timedelta(days=rule.lapse_days),
    )
    await proposal_store.keep(tx, approved)
    await disbursing.approve(tx, approved)
    await _state_decided(tx, group, approved)
    if approved.kind in paying.PAYOUTS:
        return await paying.reserve(tx, group, approved)
    if approved.kind is ProposalKind.DISSOLVE:
        return await _dissolve(tx, group, approved)
    return await _carry_out(tx, group, approved)


async def _carry_out(tx: Tx, group: Group, proposal: Proposal) -> Proposal:
    """Do at once what moves no money."""
    failure: str | None = None
    match proposal.kind:
        case ProposalKind.CONSTITUTION:
            await _give_constitution(tx, group, proposal)
        case ProposalKind.ADMIT:
            failure = await _admit(tx, group, proposal)
        case ProposalKind.REMOVE:
            await remove(tx, group, await _subject(tx, proposal), None)
        case ProposalKind.ROLES:
            await _give_roles(tx, group, proposal)
        case kind:
            assert kind in LOAN_CHANGES, kind
            failure = await settling.carry_out(tx, group, proposal)
    if failure is not None:
        return await _fail(tx, group, proposal, failure)
    done = replace(proposal, status=ProposalStatus.EXECUTED, executed_at=clock.now())
    await proposal_store.keep(tx, done)
    await journal.state(
        tx,
        Executed(subject=group.id, audience=(group.id,), proposal=done.id, what=done.kind.value),
    )
    return done


async def _fail(tx: Tx, group: Group, proposal: Proposal, failure: str) -> Proposal:
    failed = replace(proposal, status=ProposalStatus.FAILED, failure=failure)
    await proposal_store.keep(tx, failed)
    await paying.state_failure(tx, group, failed)
    return failed


async def _dissolve(tx: Tx, group: Group, proposal: Proposal) -> Proposal:
    """End the group, and with it all that was asked in it and is not decided."""
    begun, failure = await ending.begin(tx, group, proposal)
    if failure is not None:
        return await _fail(tx, group, proposal, failure)
    for other in await proposal_store.lock_open(tx, group.id):
        await end(tx, group, other, ProposalStatus.EXPIRED)
    for member in await member_store.asking(tx, group.id):
        await inviting.turn_away(tx, group, member, None)
    await asking.cancel_all(tx, group)
    return begun


async def _give_constitution(tx: Tx, group: Group, proposal: Proposal) -> None:
    document = msgspec.convert(proposal.document, Constitution)
    await writing.turn(tx, group, await access.constitution_of(tx, group), document)
    after = replace(group, constitution_version=group.constitution_version + 1)
    await group_store.keep(tx, after)
    by = (proposal.asker, proposal.id)
    await group_store.add_constitution(tx, after, document, by, clock.now())
    version = after.constitution_version
    await access.log(tx, group, None, "constitution_changed", proposal.id, version=version)
    await journal.state(
        tx, ConstitutionChanged(subject=group.id, audience=(group.id,), version=version)
    )


async def _admit(tx: Tx, group: Group, proposal: Proposal) -> str | None:
    member = await _subject(tx, proposal)
    if member.status is not MemberStatus.ASKED:
        return "not_asking"
    if not await access.may_come_in(tx, group, member.person):
        # The same words as for somebody who no longer asks: why is nobody's matter but hers.
        await inviting.turn_away(tx, group, member, None)
        return "not_asking"
    try:
        await roll.check_room(tx, group)
    except GroupFull as refusal:
        return refusal.code.partition(".")[2]
    await inviting.admit(tx, group, member, None)
    return None


async def remove(tx: Tx, group: Group, member: Member, actor: Actor | None) -> Group:
    """End a membership: by the others when nobody acts, else by herself; then count anew.

    A loan that she has asked for, and that is not voted on yet, ends with it.

    states  Left, LoanCancelled
    """
    if member.status is not MemberStatus.ACTIVE:
        return group  # she has gone meanwhile, which is what was wanted
    await asking.cancel_of(tx, group, member, actor)
    status = MemberStatus.REMOVED if actor is None else MemberStatus.LEFT
    group, ended = await roll.let_go(tx, group, member, status)
    await access.log(tx, group, actor, status.value, ended.id)
    await journal.state(
        tx,
        Left(
            subject=group.id,
            actor=None if actor is None else actor.person,
            audience=(group.id, ended.person),
            person=ended.person,
            member=ended.id,
            was_removed=actor is None,
        ),
    )
    await count_all(tx, group)
    return group


async def _give_roles(tx: Tx, group: Group, proposal: Proposal) -> None:
    before = group.roll
    for id, role in sorted(proposal.document.items()):
        member = await member_store.find(tx, group.id, UUID(id))
        if member is not None and member.status is MemberStatus.ACTIVE:
            group, _ = await roll.give_role(tx, group, member, Role(role))
            await access.log(tx, group, None, "role_given", UUID(id), role=role)
    await journal.state(
        tx, RolesChanged(subject=group.id, audience=(group.id,), proposal=proposal.id)
    )
    if group.roll != before:
        await count_all(tx, group)


async def _subject(tx: Tx, proposal: Proposal) -> Member:
    assert proposal.subject is not None, "it is about a member"
    found = await member_store.find(tx, proposal.group_id, proposal.subject)
    assert found is not None, "memberships are kept"
    return found


async def _state_decided(tx: Tx, group: Group, proposal: Proposal) -> None:
    tally = proposal.tally
    await access.log(
        tx,
        group,
        None,
        "decided",
        proposal.id,
        outcome=proposal.status.value,
        yes=tally.yes,
        no=tally.no,
        abstain=tally.abstain,
        gone=tally.gone,
        needed=tally.needed,
        electors=tally.electors,
    )
    await journal.state(
        tx,
        Decided(
            subject=group.id,
            audience=(group.id, proposal.asker),
            proposal=proposal.id,
            what=proposal.kind.value,
            outcome=proposal.status.value,
        ),
    )
