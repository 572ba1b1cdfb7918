"""Decisions that move no money: constitutions, members, roles; and votes given to another."""

from datetime import timedelta

import pytest
from tests.modules.groups.given import OPEN, changed, circle
from tests.modules.payments.given import someone

from batua.kit import clock
from batua.kit.db import Database
from batua.kit.secrets import KeyRing
from batua.modules.groups import service as groups
from batua.modules.groups.errors import (
    ConstitutionInvalid,
    DelegationInvalid,
    MemberNotFound,
    NobodyToVote,
    NotInYourRole,
    NoVoteInThis,
    ProposalInvalid,
)
from batua.modules.groups.types import (
    Admission,
    Choice,
    Constitution,
    DelegateOrder,
    MemberStatus,
    ProposalKind,
    ProposalStatus,
    Role,
    Tally,
    VoteRule,
)

YES, NO, ABSTAIN = Choice.YES, Choice.NO, Choice.ABSTAIN
S = ProposalStatus


async def test_a_constitution_is_changed_by_vote_and_every_version_is_kept(
    db: Database, keys: KeyRing
) -> None:
    whole = await circle(db, keys, 3)
    stricter = changed(OPEN, vote=VoteRule(percent=75, second_factor_minor=100_00))
    made = await whole.ask(whole[0], ProposalKind.CONSTITUTION, constitution=stricter)
    async with db.transaction() as tx:
        seen = await groups.proposal(tx, whole[1].id, whole.id, made.id)
    assert [(c.path, c.was, c.becomes) for c in seen.changes] == [("vote.percent", 51, 75)]
    await whole.vote(whole[0], made)  # it is about no one, so the asker votes as well
    after = await whole.vote(whole[1], made)
    assert after.status is S.EXECUTED
    async with db.transaction() as tx:
        assert await groups.constitution(tx, whole[0].id, whole.id) == stricter
        assert await groups.constitution(tx, whole[0].id, whole.id, 1) == OPEN
        assert (await groups.group(tx, whole[0].id, whole.id)).group.constitution_version == 2
    next_one = await whole.ask(whole[0], ProposalKind.CONSTITUTION, constitution=OPEN)
    assert (next_one.needed, next_one.percent) == (3, 75)
    for wrong in (None, stricter, Constitution(max_members=0)):
        with pytest.raises((ProposalInvalid, ConstitutionInvalid)):
            await whole.ask(whole[0], ProposalKind.CONSTITUTION, constitution=wrong)


async def test_a_member_is_removed_by_the_others(db: Database, keys: KeyRing) -> None:
    whole = await circle(db, keys, 4)
    subject = (await whole.member(whole[3])).id
    made = await whole.ask(whole[0], ProposalKind.REMOVE, subject=subject)
    assert made.tally == Tally(3, 2)
    with pytest.raises(NoVoteInThis):
        await whole.vote(whole[3], made, NO)
    for who in whole.people[:2]:
        await whole.vote(who, made)
    assert (await whole.member(whole[3], MemberStatus.REMOVED)).voice_until == 5
    assert (await whole.group()).members == 3
    facts = await whole.facts()
    assert facts[-3:] == ["groups.decided", "groups.left", "groups.executed"]


async def test_two_cannot_remove_each_other(db: Database, keys: KeyRing) -> None:
    whole = await circle(db, keys, 2)
    subject = (await whole.member(whole[1])).id
    with pytest.raises(NobodyToVote):
        await whole.ask(whole[0], ProposalKind.REMOVE, subject=subject)
    with pytest.raises(ProposalInvalid):
        await whole.ask(whole[0], ProposalKind.REMOVE)
    with pytest.raises(MemberNotFound):
        await whole.ask(whole[0], ProposalKind.REMOVE, subject=whole[1].id)


async def test_who_is_voted_in_comes_in_and_who_is_not_is_told(db: Database, keys: KeyRing) -> None:
    rules = changed(OPEN, admission=Admission.INVITED)
    whole = await circle(db, keys, 3, constitution=rules)
    by_vote = changed(OPEN, admission=Admission.VOTE)
    made = await whole.ask(whole[0], ProposalKind.CONSTITUTION, constitution=by_vote)
    for who in whole.people[:2]:
        await whole.vote(who, made)
    gita = await someone(db, keys, "Gita", "+919800000001")
    asked = await whole.join(gita)
    no = await whole.ask(whole[0], ProposalKind.ADMIT, subject=asked.id)
    for who in whole.people[:2]:
        await whole.vote(who, no, NO)
    assert (await whole.member(gita, MemberStatus.DECLINED)).ended_at is not None
    asked = await whole.join(gita)
    yes = await whole.ask(whole[0], ProposalKind.ADMIT, subject=asked.id)
    for who in whole.people[:2]:
        await whole.vote(who, yes)
    assert (await whole.member(gita)).voice_since == 4


async def test_roles_are_given_by_vote_and_a_viewer_loses_her_voice(
    db: Database, keys: KeyRing
) -> None:
    whole = await circle(db, keys, 4, pot=40_00)
    money = await whole.withdrawal(whole[0], 10_00)  # 3 electors, 2 needed
    await whole.vote(whole[3], money)
    ids = [(await whole.member(who)).id for who in whole.people]
    made = await whole.ask(
        whole[0], ProposalKind.ROLES, roles={ids[1]: Role.TREASURER, ids[3]: Role.VIEWER}
    )
    for who in whole.people[:3]:
        made = await whole.vote(who, made)
    assert made.status is S.EXECUTED
    assert (await whole.member(whole[1])).role is Role.TREASURER
    silent = await whole.member(whole[3])
    assert (silent.role, silent.voice_until) == (Role.VIEWER, 6)
    assert (await whole.read(money)).tally == Tally(3, 2, gone=1)
    with pytest.raises(NotInYourRole):
        await whole.vote(whole[3], money)
    back = await whole.ask(whole[0], ProposalKind.ROLES, roles={ids[3]: Role.MEMBER})
    for who in whole.people[:2]:
        await whole.vote(who, back)
    again = await whole.member(whole[3])
    assert (again.voice_since, again.voice_until) == (7, None)
    with pytest.raises(NoVoteInThis):
        await whole.vote(whole[3], money)
    for roles in ({}, {ids[1]: Role.TREASURER}):
        with pytest.raises(ProposalInvalid):
            await whole.ask(whole[0], ProposalKind.ROLES, roles=roles)


# --- delegation


async def test_a_vote_that_was_given_is_cast_with_the_takers_own(
    db: Database, keys: KeyRing
) -> None:
    whole = await circle(db, keys, 5, pot=50_00)
    ids = [(await whole.member(who)).id for who in whole.people]
    until = clock.now() + timedelta(days=10)
    for n in (2, 3):
        async with db.transaction() as tx:
            await groups.delegate(tx, DelegateOrder(whole[n].actor, whole.id, ids[1], until))
    made = await whole.withdrawal(whole[0], 10_00)  # 4 electors, 3 needed
    after = await whole.vote(whole[3], made, NO)  # her own word counts more
    assert after.tally == Tally(4, 3, no=1)
    after = await whole.vote(whole[1], made, YES)
    assert after.tally == Tally(4, 3, yes=2, no=1)
    async with db.transaction() as tx:
        cast = (await groups.ballots(tx, whole[0].id, whole.id, made.id, (None, 9))).items
        log = (await groups.log(tx, whole[0].id, whole.id, None, 1)).items[0]
    assert {b.member_id: b.cast_by for b in cast} == {
        ids[1]: ids[1],
        ids[2]: ids[1],
        ids[3]: ids[3],
    }
    assert log.data["voted_for"] == [str(ids[2])]
    async with db.transaction() as tx:
        await groups.end_delegation(tx, whole[2].actor, whole.id)
    other = await whole.withdrawal(whole[0], 5_00)
    assert (await whole.vote(whole[1], other)).tally.yes == 2  # hers and that of the third


async def test_who_asks_does_not_vote_for_others(db: Database, keys: KeyRing) -> None:
    whole = await circle(db, keys, 3, pot=30_00)
    chair = (await whole.member(whole[0])).id
    until = clock.now() + timedelta(days=1)
    async with db.transaction() as tx:
        await groups.delegate(tx, DelegateOrder(whole[1].actor, whole.id, chair, until))
    made = await whole.withdrawal(whole[0], 10_00, whole[2])
    assert (await whole.vote(whole[0], made)).tally == Tally(2, 2, yes=1)


@pytest.mark.parametrize(("days", "reason"), [(0, "until"), (-1, "until"), (91, "until")])
async def test_a_delegation_has_its_time(
    db: Database, keys: KeyRing, days: int, reason: str
) -> None:
    whole = await circle(db, keys, 2)
    taker = (await whole.member(whole[1])).id
    order = DelegateOrder(whole[0].actor, whole.id, taker, clock.now() + timedelta(days=days))
    with pytest.raises(DelegationInvalid) as refused:
        async with db.transaction() as tx:
            await groups.delegate(tx, order)
    assert refused.value.reason == reason


async def test_one_may_hold_only_so_many_votes(db: Database, keys: KeyRing) -> None:
    whole = await circle(db, keys, 4)
    ids = [(await whole.member(who)).id for who in whole.people]
    until = clock.now() + timedelta(days=1)

    async def give(giver: int, taker: int) -> None:
        async with db.transaction() as tx:
            await groups.delegate(
                tx, DelegateOrder(whole[giver].actor, whole.id, ids[taker], until)
            )

    await give(1, 0)
    await give(2, 0)
    await give(2, 0)  # in place of the one before
    with pytest.raises(DelegationInvalid) as refused:
        await give(3, 0)
    assert refused.value.reason == "full"
    with pytest.raises(DelegationInvalid):
        await give(1, 1)
