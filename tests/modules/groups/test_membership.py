"""Founding, inviting, joining, leaving: who is in, who may, and that strangers learn nothing."""

import zlib
from datetime import timedelta

import pytest
from tests.modules.groups.given import OPEN, Circle, a_key, changed, circle, create
from tests.modules.payments.given import Someone, inr, someone

from batua.kit import clock
from batua.kit.db import Database
from batua.kit.money import Currency
from batua.kit.secrets import KeyRing
from batua.modules.groups import service as groups
from batua.modules.groups.errors import (
    AlreadyMember,
    ConstitutionInvalid,
    GroupFull,
    GroupNotFound,
    GroupOver,
    InviteInvalid,
    InviteNotFound,
    KeyReused,
    LastOfThePot,
    MemberNotFound,
    NotInYourRole,
    VotedOnHere,
    WomenOnly,
    WordsTooLong,
)
from batua.modules.groups.types import (
    Admission,
    Constitution,
    InviteOrder,
    JoinOrder,
    MemberStatus,
    ProposalKind,
    ProposalStatus,
    Role,
)
from batua.modules.ledger import service as ledger
from batua.modules.ledger.types import AccountKind


async def a_person(db: Database, keys: KeyRing, name: str = "Gita") -> Someone:
    return await someone(
        db, keys, name, f"+91980{zlib.crc32(name.encode()) % 10_000_000:07d}", money=500_00
    )


async def test_who_makes_a_group_is_its_chair_and_its_pot_is_empty(
    db: Database, keys: KeyRing
) -> None:
    asha = await a_person(db, keys)
    made = await create(db, asha, name="  Friends \n of the well ", constitution=None)
    assert (made.name, made.roll, made.members) == ("Friends of the well", 1, 1)
    async with db.transaction() as tx:
        seen = await groups.group(tx, asha.id, made.id)
        pot = await ledger.find_account(tx, AccountKind.POT, str(made.id), Currency("INR"))
    assert (seen.me.role, seen.me.voice_since, seen.open_proposals) == (Role.CHAIR, 1, 0)
    assert pot is not None
    assert (pot.id, pot.floor_minor, seen.pot.balance) == (made.pot, 0, inr(0))
    assert seen.constitution.vote.percent == 51


async def test_the_same_key_makes_one_group(db: Database, keys: KeyRing) -> None:
    asha = await a_person(db, keys)
    key = a_key()
    first = await create(db, asha, key=key)
    assert await create(db, asha, key=key) == first
    with pytest.raises(KeyReused):
        await create(db, asha, key=key, name="Another")
    async with db.transaction() as tx:
        assert len((await groups.groups(tx, asha.id, None, 10)).items) == 1


@pytest.mark.parametrize(
    ("wrong", "refusal"),
    [
        ({"name": " "}, WordsTooLong),
        ({"name": "x" * 81}, WordsTooLong),
        ({"purpose": "x" * 501}, WordsTooLong),
        ({"constitution": Constitution(max_members=0)}, ConstitutionInvalid),
        ({"is_women_only": True}, WomenOnly),
    ],
)
async def test_what_makes_no_group(
    db: Database, keys: KeyRing, wrong: dict[str, object], refusal: type[Exception]
) -> None:
    asha = await a_person(db, keys)
    with pytest.raises(refusal):
        await create(db, asha, **wrong)
    async with db.transaction() as tx:
        assert (await groups.groups(tx, asha.id, None, 10)).items == []


async def test_by_a_link_many_come_in_until_it_is_used_up(db: Database, keys: KeyRing) -> None:
    whole = await circle(db, keys, 1)
    secret = await whole.invite(max_uses=2)
    people = [await a_person(db, keys, name) for name in ("Bina", "Chitra", "Devi")]
    async with db.transaction() as tx:
        _, shown = await groups.look_at_link(tx, secret)
        assert shown.name == "Friends of the well"
    for who in people[:2]:
        async with db.transaction() as tx:
            member = await groups.join(tx, JoinOrder(who.actor, secret))
        assert (member.status, member.role) == (MemberStatus.ACTIVE, Role.MEMBER)
    for wrong in (secret, "no such secret"):
        with pytest.raises(InviteNotFound):
            async with db.transaction() as tx:
                await groups.join(tx, JoinOrder(people[2].actor, wrong))
    group = await whole.group()
    assert (group.members, group.roll) == (3, 3)
    assert (await whole.facts())[-2:] == ["groups.joined", "groups.joined"]


async def test_an_invite_ends_by_time_and_by_an_officer(db: Database, keys: KeyRing) -> None:
    whole = await circle(db, keys, 1)
    bina = await a_person(db, keys, "Bina")
    with clock.frozen(clock.now()) as held:
        secret = await whole.invite(days=1)
        held.advance(timedelta(days=1))
        with pytest.raises(InviteNotFound):
            async with db.transaction() as tx:
                await groups.join(tx, JoinOrder(bina.actor, secret))
    secret = await whole.invite()
    async with db.transaction() as tx:
        newest = (await groups.invites(tx, whole[0].id, whole.id, None, 10)).items[0]
        await groups.cancel_invite(tx, whole[0].actor, whole.id, newest.id)
    with pytest.raises(InviteNotFound):
        async with db.transaction() as tx:
            await groups.join(tx, JoinOrder(bina.actor, secret))
    with pytest.raises(InviteNotFound):
        async with db.transaction() as tx:
            await groups.cancel_invite(tx, whole[0].actor, whole.id, newest.id)


async def test_an_invite_by_name_is_for_that_person_alone(db: Database, keys: KeyRing) -> None:
    whole = await circle(db, keys, 1, constitution=changed(OPEN, admission=Admission.OFFICERS))
    bina, ravi = await a_person(db, keys, "Bina"), await a_person(db, keys, "Ravi")
    async with db.transaction() as tx:
        await groups.invite(tx, InviteOrder(whole[0].actor, whole.id, bina.id))
        found = await groups.my_invites(tx, bina.id)
        assert [group.id for _, group in found] == [whole.id]
        assert await groups.my_invites(tx, ravi.id) == []
    with pytest.raises(InviteNotFound):
        async with db.transaction() as tx:
            await groups.join(tx, JoinOrder(ravi.actor, group=whole.id))
    async with db.transaction() as tx:
        member = await groups.join(tx, JoinOrder(bina.actor, group=whole.id))
    assert member.status is MemberStatus.ACTIVE  # the officer's invite was her yes
    with pytest.raises(AlreadyMember):
        async with db.transaction() as tx:
            await groups.invite(tx, InviteOrder(whole[0].actor, whole.id, bina.id))


@pytest.mark.parametrize(
    "more", [{"days": 0}, {"days": 31}, {"max_uses": 0}, {"max_uses": 1001}, {"role": Role.CHAIR}]
)
async def test_what_makes_no_invite(db: Database, keys: KeyRing, more: dict[str, object]) -> None:
    whole = await circle(db, keys, 1)
    with pytest.raises(InviteInvalid):
        await whole.invite(**more)


async def test_officers_let_in_whoever_came_by_a_link_or_not(db: Database, keys: KeyRing) -> None:
    whole = await circle(db, keys, 1, constitution=changed(OPEN, admission=Admission.OFFICERS))
    bina, ravi = await a_person(db, keys, "Bina"), await a_person(db, keys, "Ravi")
    asked = [await whole.join(who) for who in (bina, ravi)]
    assert {member.status for member in asked} == {MemberStatus.ASKED}
    assert (await whole.group()).roll == 1  # nobody has a voice by asking
    with pytest.raises(GroupNotFound):
        await whole.pay_in(bina, 100)
    with pytest.raises(AlreadyMember):
        await whole.join(bina)
    async with db.transaction() as tx:
        yes = await groups.answer_join(tx, whole[0].actor, whole.id, asked[0].id, is_yes=True)
        no = await groups.answer_join(tx, whole[0].actor, whole.id, asked[1].id, is_yes=False)
    assert (yes.status, yes.voice_since) == (MemberStatus.ACTIVE, 2)
    assert no.status is MemberStatus.DECLINED
    with pytest.raises(MemberNotFound):
        async with db.transaction() as tx:
            await groups.answer_join(tx, whole[0].actor, whole.id, asked[1].id, is_yes=True)
    assert (await whole.join(ravi)).status is MemberStatus.ASKED  # she may ask again


async def test_where_a_vote_lets_in_no_officer_does(db: Database, keys: KeyRing) -> None:
    whole = await circle(db, keys, 1, constitution=changed(OPEN, admission=Admission.VOTE))
    bina = await a_person(db, keys, "Bina")
    asked = await whole.join(bina)
    with pytest.raises(VotedOnHere):
        async with db.transaction() as tx:
            await groups.answer_join(tx, whole[0].actor, whole.id, asked.id, is_yes=True)
    proposal = await whole.ask(whole[0], ProposalKind.ADMIT, subject=asked.id)
    await whole.vote(whole[0], proposal)
    assert (await whole.member(bina)).voice_since == 2


async def test_who_asked_may_think_better_of_it(db: Database, keys: KeyRing) -> None:
    whole = await circle(db, keys, 1, constitution=changed(OPEN, admission=Admission.OFFICERS))
    bina = await a_person(db, keys, "Bina")
    await whole.join(bina)
    async with db.transaction() as tx:
        assert [(mine.person, group.id) for mine, group in await groups.asked(tx, bina.id)] == [
            (bina.id, whole.id)
        ]
        assert await groups.asked(tx, whole[0].id) == []  # neither hers nor another's
        await groups.take_back_join(tx, bina.actor, whole.id)
        assert await groups.asked(tx, bina.id) == []
    with pytest.raises(GroupNotFound):
        async with db.transaction() as tx:
            await groups.take_back_join(tx, bina.actor, whole.id)
    assert (await whole.member(bina, MemberStatus.WITHDRAWN)).voice_since is None
    assert (await whole.facts())[-1] == "groups.join_taken_back"


async def test_the_vote_on_who_takes_her_ask_back_ends_with_it(db: Database, keys: KeyRing) -> None:
    whole = await circle(db, keys, 3, constitution=changed(OPEN, admission=Admission.VOTE))
    bina, chitra = [await a_person(db, keys, name) for name in ("Bina", "Chitra")]
    votes = []
    for who in (bina, chitra):
        asked = await whole.join(who)
        votes.append(await whole.ask(whole[0], ProposalKind.ADMIT, subject=asked.id))
    async with db.transaction() as tx:
        await groups.take_back_join(tx, bina.actor, whole.id)
    found = [(await whole.read(each)).status for each in votes]
    assert found == [ProposalStatus.WITHDRAWN, ProposalStatus.OPEN]


async def test_a_full_group_takes_nobody(db: Database, keys: KeyRing) -> None:
    whole = await circle(db, keys, 2, constitution=changed(OPEN, max_members=2))
    with pytest.raises(GroupFull):
        await whole.join(await a_person(db, keys, "Bina"))
    assert (await whole.group()).members == 2


async def test_a_viewer_reads_and_does_nothing(db: Database, keys: KeyRing) -> None:
    whole = await circle(db, keys, 2, pot=100_00)
    ravi = await a_person(db, keys, "Ravi")
    member = await whole.join(ravi, role=Role.VIEWER)
    assert (member.role, member.voice_since) == (Role.VIEWER, None)
    proposal = await whole.withdrawal(whole[1], 50_00)
    assert proposal.electors == 1
    async with db.transaction() as tx:
        assert (await groups.group(tx, ravi.id, whole.id)).me.id == member.id
        assert not (await groups.proposal(tx, ravi.id, whole.id, proposal.id)).may
    for deed in (
        whole.vote(ravi, proposal),
        whole.pay_in(ravi, 100),
        whole.withdrawal(ravi, 100),
        Circle(db, keys, await whole.group(), [ravi]).invite(),
    ):
        with pytest.raises(NotInYourRole):
            await deed


async def test_whoever_leaves_is_out_and_the_last_one_stays(db: Database, keys: KeyRing) -> None:
    whole = await circle(db, keys, 2)
    await whole.leave(whole[1])
    assert (await whole.group()).members == 1
    with pytest.raises(GroupNotFound):
        await whole.pay_in(whole[1], 100)
    again = await whole.join(whole[1])
    assert again.voice_since == 4
    await whole.leave(whole[1])
    await whole.pay_in(whole[0], 1_00)
    with pytest.raises(LastOfThePot):
        await whole.leave(whole[0])


async def test_a_group_that_nobody_is_in_has_ended(db: Database, keys: KeyRing) -> None:
    whole = await circle(db, keys, 1)
    secret = await whole.invite()
    await whole.leave(whole[0])
    with pytest.raises(InviteNotFound):
        async with db.transaction() as tx:
            await groups.look_at_link(tx, secret)
    with pytest.raises(GroupOver):
        async with db.transaction() as tx:
            await groups.join(tx, JoinOrder(whole[0].actor, secret))


async def test_the_secretary_describes_and_the_treasurer_does_not(
    db: Database, keys: KeyRing
) -> None:
    whole = await circle(db, keys, 3)
    roles = {
        (await whole.member(whole[1])).id: Role.TREASURER,
        (await whole.member(whole[2])).id: Role.SECRETARY,
    }
    proposal = await whole.ask(whole[0], ProposalKind.ROLES, roles=roles)
    for who in whole.people[:2]:
        await whole.vote(who, proposal)
    async with db.transaction() as tx:
        named = await groups.describe(tx, whole[2].actor, whole.id, "Well", "Pump")
    assert (named.name, named.purpose) == ("Well", "Pump")
    with pytest.raises(NotInYourRole):
        async with db.transaction() as tx:
            await groups.describe(tx, whole[1].actor, whole.id, "Mine", "")
