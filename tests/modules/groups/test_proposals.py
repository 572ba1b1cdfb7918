"""Proposals and votes as they are stored: what is asked, who may vote, and what becomes of it."""

from datetime import timedelta

import pytest
from tests.modules.groups.given import NOON, Circle, a_key, circle, create
from tests.modules.payments.given import Someone, inr, someone, usd

from batua.kit import clock
from batua.kit.db import Database
from batua.kit.refusal import Refusal
from batua.kit.secrets import KeyRing
from batua.modules.groups import service as groups
from batua.modules.groups.errors import (
    GroupNotFound,
    KeyReused,
    MemberNotFound,
    NobodyToVote,
    NotEnoughInPot,
    NoVoteInThis,
    OnlyTheAsker,
    ProposalChanged,
    ProposalInvalid,
    ProposalNotFound,
    ProposalOver,
    TooManyOpen,
    VoteIsOpen,
    WordsTooLong,
    WrongCurrency,
)
from batua.modules.groups.service import proposing
from batua.modules.groups.types import (
    AmendOrder,
    Choice,
    Proposal,
    ProposalKind,
    ProposalStatus,
    ProposeOrder,
    Tally,
    VoteOrder,
)
from batua.modules.identity.errors import StepUpRequired
from batua.modules.payments.errors import AmountNotPositive

YES, NO, ABSTAIN = Choice.YES, Choice.NO, Choice.ABSTAIN
S = ProposalStatus


async def end_all(db: Database) -> int:
    """What the job of each minute does; how many it ended."""
    async with db.transaction() as tx:
        over = await groups.out_of_time(tx, 100)
    ended = 0
    for group, proposal in over:
        async with db.transaction() as tx:
            ended += await groups.end_in_time(tx, group, proposal)
    return ended


async def test_a_withdrawal_opens_for_everybody_but_the_payee(db: Database, keys: KeyRing) -> None:
    whole = await circle(db, keys, 4, pot=400_00)
    with clock.frozen(NOON):
        made = await whole.withdrawal(whole[0], 100_00, whole[1])
    assert (made.status, made.version, made.interested) == (S.OPEN, 1, whole[1].id)
    assert made.tally == Tally(electors=3, needed=2)
    assert made.expires_at == NOON + timedelta(hours=72)
    assert (await whole.facts())[-1] == "groups.proposed"
    for hours, may in ((71, [True, False, True, True]), (72, [False] * 4)):
        with clock.frozen(NOON + timedelta(hours=hours)):
            async with db.transaction() as tx:
                seen = [
                    (await groups.proposal(tx, who.id, whole.id, made.id)).may
                    for who in whole.people
                ]
        assert seen == may


async def test_the_same_key_asks_once(db: Database, keys: KeyRing) -> None:
    whole = await circle(db, keys, 2, pot=100_00)
    key = a_key()
    first = await whole.ask(whole[0], amount=inr(50_00), payee=whole[0].id, key=key)
    again = await whole.ask(whole[0], amount=inr(50_00), payee=whole[0].id, key=key)
    assert again.id == first.id
    with pytest.raises(KeyReused):
        await whole.ask(whole[0], amount=inr(60_00), payee=whole[0].id, key=key)


async def test_what_makes_no_withdrawal(db: Database, keys: KeyRing) -> None:
    whole = await circle(db, keys, 2, pot=100_00)
    stranger = await someone(db, keys, "Ravi", "+919800000001")
    wrong: list[tuple[dict[str, object], type[Refusal]]] = [
        ({"amount": inr(1)}, ProposalInvalid),
        ({"payee": whole[0].id}, ProposalInvalid),
        ({"amount": inr(0), "payee": whole[0].id}, AmountNotPositive),
        ({"amount": usd(1), "payee": whole[0].id}, WrongCurrency),
        ({"amount": inr(1), "payee": stranger.id}, MemberNotFound),
        ({"amount": inr(100_01), "payee": whole[0].id}, NotEnoughInPot),
    ]
    before = await whole.facts()
    for more, refusal in wrong:
        with pytest.raises(refusal):
            await whole.ask(whole[0], **more)
    order = ProposeOrder(
        whole[0].actor, whole.id, ProposalKind.WITHDRAW, "x" * 1001, a_key(), inr(1), whole[0].id
    )
    with pytest.raises(WordsTooLong):
        async with db.transaction() as tx:
            await groups.propose(tx, whole.rails, order)
    assert await whole.facts() == before


async def test_nobody_spends_alone(db: Database, keys: KeyRing) -> None:
    whole = await circle(db, keys, 1, pot=100_00)
    with pytest.raises(NobodyToVote):
        await whole.withdrawal(whole[0], 1_00)


async def test_there_is_an_end_to_questions(
    db: Database, keys: KeyRing, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(proposing, "MAX_OPEN", 2)
    whole = await circle(db, keys, 2, pot=100_00)
    for _ in range(2):
        await whole.withdrawal(whole[0], 1_00)
    with pytest.raises(TooManyOpen):
        await whole.withdrawal(whole[0], 1_00)


async def test_what_is_voted_on_already_is_not_asked_again(db: Database, keys: KeyRing) -> None:
    whole = await circle(db, keys, 3)
    last = (await whole.member(whole[2])).id
    first = await whole.ask(whole[0], ProposalKind.REMOVE, subject=last)
    with pytest.raises(VoteIsOpen) as refused:
        await whole.ask(whole[1], ProposalKind.REMOVE, subject=last)
    assert refused.value.proposal == first.id
    about_another = (await whole.member(whole[1])).id
    other = await whole.ask(whole[0], ProposalKind.REMOVE, subject=about_another)
    async with db.transaction() as tx:
        await groups.take_back(tx, whole[0].actor, whole.id, first.id)
    again = await whole.ask(whole[1], ProposalKind.REMOVE, subject=last)
    assert len({first.id, other.id, again.id}) == 3


async def test_votes_are_counted_and_may_be_changed(db: Database, keys: KeyRing) -> None:
    whole = await circle(db, keys, 6, pot=60_00)
    made = await whole.withdrawal(whole[0], 10_00)
    assert (await whole.vote(whole[1], made, YES)).tally == Tally(5, 3, yes=1)
    assert (await whole.vote(whole[2], made, NO)).tally == Tally(5, 3, yes=1, no=1)
    assert (await whole.vote(whole[2], made, ABSTAIN)).tally == Tally(5, 3, yes=1, abstain=1)
    assert (await whole.vote(whole[2], made, YES)).tally == Tally(5, 3, yes=2)
    assert (await whole.vote(whole[2], made, YES)).tally == Tally(5, 3, yes=2)
    async with db.transaction() as tx:
        page = await groups.ballots(tx, whole[5].id, whole.id, made.id, (None, 10))
        log = await groups.log(tx, whole[5].id, whole.id, None, 5)
    assert len(page.items) == 2
    assert [line.act for line in log.items] == ["voted"] * 5
    assert log.items[0].data["choice"] == "yes"
    assert log.items[3].data["choice"] == "no"


async def test_a_vote_is_on_the_version_that_was_read(db: Database, keys: KeyRing) -> None:
    whole = await circle(db, keys, 3, pot=60_00)
    made = await whole.withdrawal(whole[0], 10_00)
    with pytest.raises(ProposalChanged) as refused:
        await whole.vote(whole[1], made, version=2)
    assert refused.value.version == 1


async def test_who_may_not_vote(db: Database, keys: KeyRing) -> None:
    whole = await circle(db, keys, 3, pot=60_00)
    made = await whole.withdrawal(whole[0], 10_00)
    joiner = await someone(db, keys, "Ravi", "+919800000001")
    await whole.join(joiner)
    for who in (whole[0], joiner):
        with pytest.raises(NoVoteInThis):
            await whole.vote(who, made)
    await whole.leave(whole[2])
    with pytest.raises(GroupNotFound):
        await whole.vote(whole[2], made)
    assert (await whole.read(made)).tally == Tally(2, 2, gone=1)


async def test_a_vote_that_cannot_pass_any_more_ends_at_once(db: Database, keys: KeyRing) -> None:
    whole = await circle(db, keys, 3, pot=60_00)
    made = await whole.withdrawal(whole[0], 10_00)
    over = await whole.vote(whole[1], made, ABSTAIN)
    assert (over.status, over.tally) == (S.REJECTED, Tally(2, 2, abstain=1))
    with pytest.raises(ProposalOver) as refused:
        await whole.vote(whole[2], made)
    assert refused.value.status == "rejected"
    assert (await whole.facts())[-2:] == ["groups.voted", "groups.decided"]


async def test_leaving_can_end_a_vote_and_never_passes_it(db: Database, keys: KeyRing) -> None:
    whole = await circle(db, keys, 5, pot=50_00)
    made = await whole.withdrawal(whole[0], 10_00)  # 4 electors, 3 needed
    await whole.vote(whole[1], made, YES)
    await whole.vote(whole[2], made, YES)
    await whole.vote(whole[3], made, NO)
    await whole.leave(whole[3])  # the one who said no
    assert (await whole.read(made)).tally == Tally(4, 3, yes=2, gone=1)
    await whole.leave(whole[2])  # one who said yes
    ended = await whole.read(made)
    assert (ended.status, ended.tally) == (S.REJECTED, Tally(4, 3, yes=1, gone=2))


async def test_another_amount_clears_the_votes_and_opens_anew(db: Database, keys: KeyRing) -> None:
    whole = await circle(db, keys, 4, pot=400_00)
    with clock.frozen(NOON) as held:
        made = await whole.withdrawal(whole[0], 10_00)
        await whole.vote(whole[1], made)
        held.advance(timedelta(hours=2))
        await whole.leave(whole[3])
        changed_to = AmendOrder(whole[0].actor, whole.id, made.id, inr(20_00), whole[1].id)
        async with db.transaction() as tx:
            after = await groups.amend(tx, changed_to)
            assert await groups.amend(tx, changed_to) == after
        assert (after.version, after.payee, after.interested) == (2, whole[1].id, whole[1].id)
        assert after.tally == Tally(electors=2, needed=2)
        assert after.expires_at == NOON + timedelta(hours=74)
        with pytest.raises(ProposalChanged):
            await whole.vote(whole[2], made)
        with pytest.raises(NoVoteInThis):
            await whole.vote(whole[1], after)
        assert (await whole.vote(whole[0], after)).tally.yes == 1
    assert "groups.amended" in await whole.facts()


async def test_only_the_asker_changes_or_takes_back(db: Database, keys: KeyRing) -> None:
    whole = await circle(db, keys, 3, pot=60_00)
    made = await whole.withdrawal(whole[0], 10_00)
    with pytest.raises(OnlyTheAsker):
        async with db.transaction() as tx:
            order = AmendOrder(whole[1].actor, whole.id, made.id, inr(1), whole[1].id)
            await groups.amend(tx, order)
    with pytest.raises(OnlyTheAsker):
        async with db.transaction() as tx:
            await groups.take_back(tx, whole[1].actor, whole.id, made.id)
    async with db.transaction() as tx:
        after = await groups.take_back(tx, whole[0].actor, whole.id, made.id)
    assert after.status is S.WITHDRAWN
    for deed in (whole.vote(whole[1], made), take_back(db, whole, made)):
        with pytest.raises(ProposalOver):
            await deed
    other = await circle_of(db, keys, whole)
    with pytest.raises(ProposalNotFound):
        await other.vote(whole[0], made)


async def take_back(db: Database, whole: Circle, made: Proposal) -> Proposal:
    async with db.transaction() as tx:
        return await groups.take_back(tx, whole[0].actor, whole.id, made.id)


async def circle_of(db: Database, keys: KeyRing, whole: Circle) -> Circle:
    """Another group of the same chair."""
    return Circle(db, keys, await create(db, whole[0]), [whole[0]])


async def test_a_vote_ends_with_its_time_and_no_later_vote_counts(
    db: Database, keys: KeyRing
) -> None:
    whole = await circle(db, keys, 3, pot=60_00)
    with clock.frozen(NOON) as held:
        made = await whole.withdrawal(whole[0], 10_00)
        await whole.vote(whole[1], made)
        assert await end_all(db) == 0
        held.move_to(made.expires_at)
        with pytest.raises(ProposalOver) as refused:
            await whole.vote(whole[2], made)
        assert refused.value.status == "expired"
        assert await end_all(db) == 1
        assert await end_all(db) == 0
    ended = await whole.read(made)
    assert (ended.status, ended.tally) == (S.EXPIRED, Tally(2, 2, yes=1))
    assert (await whole.pot()).available == inr(60_00)


async def test_much_money_asks_the_voter_for_the_pin(db: Database, keys: KeyRing) -> None:
    whole = await circle(db, keys, 3, pot=600_00)
    small, large = [await whole.withdrawal(whole[0], minor) for minor in (99_99, 100_00)]

    async def vote(who: Someone, proposal: Proposal) -> Proposal:
        order = VoteOrder(who.actor_without_pin, whole.id, proposal.id, 1, YES)
        async with db.transaction() as tx:
            return await groups.vote(tx, keys, order)

    assert (await vote(whole[1], small)).yes == 1
    with pytest.raises(StepUpRequired):
        await vote(whole[1], large)
    assert (await whole.vote(whole[1], large)).yes == 1
