"""The end of a group: its pot is shared out, each share once, and nothing else is possible in it."""

import asyncio
import random
from dataclasses import replace
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import given as cases
from hypothesis import strategies as st
from tests.modules.groups.given import Circle, circle, money_of
from tests.modules.groups.test_loans import GUARDED, LENDS, ask, lent
from tests.modules.groups.test_strangers import FOR_EVERYBODY, FOR_THE_HOUSE, IN_PARTS, deeds
from tests.modules.payments.given import Someone, inr

from batua.kit import ids, journal
from batua.kit.db import Database, fetch_value
from batua.kit.secrets import KeyRing
from batua.modules.groups import service as groups
from batua.modules.groups.errors import GroupOver, LoanNotFound, NotReadyToEnd
from batua.modules.groups.rules import ending as rules
from batua.modules.groups.service import ending
from batua.modules.groups.types import (
    EVERY_LINE,
    Choice,
    Claim,
    Dissolved,
    LoanStatus,
    LoansWanted,
    MemberId,
    Proposal,
    ProposalKind,
    ProposalStatus,
    Split,
    SplitRule,
    TransactionKind,
    TransactionStatus,
)
from batua.modules.identity.errors import StepUpRequired
from batua.modules.identity.types import PersonId
from batua.modules.ledger import service as ledger
from batua.modules.ledger.types import Leg, PostOrder, Reach

S, K = ProposalStatus, ProposalKind


@cases(st.integers(0, 10**15), st.lists(st.integers(0, 10**12), min_size=1, max_size=40))
def test_shares_sum_to_the_pot_and_keep_their_proportion(total: int, parts: list[int]) -> None:
    """Each share is its exact part rounded up or down, and more weight never gets less."""
    if not any(parts):
        parts[0] = 1
    shares = rules.split(total, parts)
    assert sum(shares) == total
    whole = sum(parts)
    for part, share in zip(parts, shares, strict=True):
        exact = total * part
        assert exact // whole <= share <= -(-exact // whole)
    ordered = sorted(zip(parts, shares, strict=True))
    assert [share for _, share in ordered] == sorted(shares)


@cases(st.integers(0, 10**9), st.lists(st.integers(0, 10**6), min_size=1, max_size=20), st.data())
def test_a_share_is_the_same_whoever_stands_before_it(
    total: int, parts: list[int], data: st.DataObject
) -> None:
    """But for the minor units of equal remainders, order decides nothing."""
    if not any(parts):
        parts[0] = 1
    turned = data.draw(st.permutations(parts))
    here, there = rules.split(total, parts), rules.split(total, turned)
    assert sorted(here) == sorted(there)


def test_the_example_of_the_reference() -> None:
    """10,050.00 in proportion to 45, 30, 25 and 17."""
    assert rules.split(1005000, [45, 30, 25, 17]) == [386538, 257692, 214744, 146026]
    assert rules.split(100, [1, 1, 1]) == [34, 33, 33]
    assert rules.split(0, [0, 0]) == [0, 0]


def claim(saved: int, received: int = 0, *, has_voice: bool = True) -> Claim:
    return Claim(
        member=MemberId(uuid4()),
        person=PersonId(uuid4()),
        saved_minor=saved,
        received_minor=received,
        has_voice=has_voice,
    )


@pytest.mark.parametrize(
    ("rule", "claims", "expected"),
    [
        (SplitRule.NET, [(100, 0), (100, 60), (50, 80)], [100, 40, 0]),
        (SplitRule.SAVED, [(100, 0), (100, 60), (50, 80)], [100, 100, 50]),
        (SplitRule.EQUAL, [(100, 0), (100, 60), (50, 80)], [1, 1, 1]),
        (SplitRule.NET, [(100, 100), (50, 80)], [100, 50]),  # nobody has anything left
        (SplitRule.SAVED, [(0, 0), (0, 0)], [1, 1]),
    ],
)
def test_weights(rule: SplitRule, claims: list[tuple[int, int]], expected: list[int]) -> None:
    assert rules.weights([claim(*each) for each in claims], rule) == expected


def test_equal_shares_are_for_those_who_have_a_voice() -> None:
    viewer, member = claim(5, has_voice=False), claim(5)
    assert rules.weights([viewer, member], SplitRule.EQUAL) == [0, 1]
    assert rules.weights([viewer], SplitRule.EQUAL) == [1]


async def ended(whole: Circle, *, voters: int, **more: Any) -> Proposal:
    """A group whose members have voted for its end; its shares are not paid yet."""
    proposal = await whole.ask(whole[0], K.DISSOLVE, **more)
    for who in whole.people[:voters]:
        proposal = await whole.vote(who, proposal)
    return proposal


async def split_of(whole: Circle, rule: SplitRule = SplitRule.NET, limit: int = 50) -> Split:
    async with whole.db.transaction() as tx:
        return (await groups.split(tx, whole[0].id, whole.id, rule, (None, limit)))[0]


async def agrees(db: Database) -> None:
    async with db.read() as tx:
        assert (await groups.agreement(tx, Reach(0, 2**60))).damages == ()
        assert (await ledger.verify(tx)).damages == ()


async def test_a_pot_is_shared_out_to_the_last_minor_unit(db: Database, keys: KeyRing) -> None:
    whole = await circle(db, keys, 5)
    for who, minor in zip(whole.people, (45_00, 30_00, 25_00, 17_00, 7_77), strict=True):
        await whole.pay_in(who, minor)
    await whole.leave(whole.people.pop())  # what she has saved is the others'
    paid = await whole.withdrawal(whole[3], 17_00)
    for who in whole.people[:3]:
        paid = await whole.vote(who, paid) if paid.status is S.OPEN else paid
    assert (await whole.pay(paid)).status is S.EXECUTED
    before = [await money_of(db, who) for who in whole.people]
    reckoned = await split_of(whole)
    assert [each.minor for each in reckoned.shares] == [48_50, 32_33, 26_94, 0]
    assert [each.claim.received_minor for each in reckoned.shares] == [0, 0, 0, 17_00]
    assert (reckoned.total_minor, reckoned.hindrances) == (107_77, ())
    await whole.pay_in(whole[3], 18_01)
    proposal = await ended(whole, voters=3)
    assert (proposal.status, proposal.amount_minor) == (S.EXECUTING, 125_78)
    assert await groups.share_out(db, whole.id, proposal.id) == await whole.read(proposal)
    shares = [47_96, 31_97, 26_65, 19_20]
    after = [await money_of(db, who) for who in whole.people]
    gained = [now - was for now, was in zip(after, before, strict=True)]
    assert gained == [*shares[:3], shares[3] - 18_01]
    pot = await whole.pot()
    assert (pot.balance, pot.is_open) == (inr(0), False)
    assert (await whole.read(proposal)).status is S.EXECUTED
    async with db.transaction() as tx:
        lines = await groups.statement(tx, whole[1].id, whole.id, EVERY_LINE, (None, 10))
        (told,) = [fact for fact in await journal.facts(tx) if isinstance(fact, Dissolved)]
    made = [line for line in lines.items if line.kind is TransactionKind.SHARE]
    assert [line.balance_minor for line in made][0] == 0
    assert sum(line.amount_minor for line in made) == -125_78
    assert {line.status for line in made} == {TransactionStatus.SUCCEEDED}
    assert told.amount == inr(125_78)
    assert (await whole.facts())[-1] == "groups.executed"
    seen = await split_of(whole)
    assert [each.minor for each in seen.shares] == sorted(shares, reverse=True)
    await agrees(db)


async def test_once_ended_it_is_there_to_read_and_nothing_else_is_possible(
    db: Database, keys: KeyRing
) -> None:
    whole = await circle(db, keys, 3, pot=30_00)
    other = await whole.withdrawal(whole[1], 1_00)
    proposal = await ended(whole, voters=2)
    facts = await whole.facts()
    actor, mine = whole[0], await whole.member(whole[1])
    reading = {
        *{"ballots", "constitution", "delegations", "difference", "dues_due"},
        *{
            "dues_plans",
            "find_members",
            "group",
            "loan_needs",
            "loans",
            "log",
            "members",
            "my_dues",
            "positions",
        },
        *{"proposal", "proposals", "receipts", "split", "statement", "sums", "version", "versions"},
    }
    # Reading what is not there is refused as such, and whoever has not asked to come in is not known.
    unknown = {
        "dues_grid",
        "loan",
        "repayment",
        "repayments",
        "steps",
        "take_back_join",
        "transaction",
        "printed_statement",
    }
    every = deeds(keys, actor, whole.id, other.id, mine.id)
    assert set(every) == set(groups.__all__) - FOR_EVERYBODY - FOR_THE_HOUSE - IN_PARTS
    for name in set(every) - reading - unknown:
        with pytest.raises((GroupOver, LoanNotFound)):
            async with db.transaction() as tx:
                await every[name](tx)
    for name in reading - {"receipts"}:
        async with db.transaction() as tx:
            await every[name](tx)
    assert (await whole.read(other)).status is S.EXPIRED
    assert await whole.facts() == facts
    assert (await groups.share_out(db, whole.id, proposal.id)).status is S.EXECUTED
    with pytest.raises(GroupOver):
        await whole.pay_in(whole[2], 1_00)
    assert (await whole.pot()).balance == inr(0)


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        (SplitRule.NET, [60_00, 0]),
        (SplitRule.SAVED, [45_00, 15_00]),
        (SplitRule.EQUAL, [30_00] * 2),
    ],
)
async def test_the_group_votes_on_how_it_splits(
    db: Database, keys: KeyRing, rule: SplitRule, expected: list[int]
) -> None:
    whole = await circle(db, keys, 2)
    await whole.pay_in(whole[0], 60_00)
    await whole.pay_in(whole[1], 20_00)
    paid = await whole.withdrawal(whole[1], 20_00)
    await whole.pay(await whole.vote(whole[0], paid))
    proposal = await ended(whole, voters=2, split=rule)
    before = [await money_of(db, who) for who in whole.people]
    await groups.share_out(db, whole.id, proposal.id)
    after = [await money_of(db, who) for who in whole.people]
    assert [now - was for now, was in zip(after, before, strict=True)] == expected


async def test_it_takes_what_the_constitution_asks_for_and_each_vote_takes_the_pin(
    db: Database, keys: KeyRing
) -> None:
    whole = await circle(db, keys, 4, pot=4)
    proposal = await whole.ask(whole[1], K.DISSOLVE)
    assert (proposal.electors, proposal.needed, proposal.interested) == (4, 3, None)
    bare = replace(whole[2], step_up="")
    with pytest.raises(StepUpRequired):
        await whole.vote(bare, proposal)
    for who in whole.people[:2]:
        assert (await whole.vote(who, proposal)).status is S.OPEN
    assert (await whole.vote(whole[2], proposal, Choice.NO)).status is S.OPEN
    assert (await whole.vote(whole[3], proposal, Choice.NO)).status is S.REJECTED
    assert (await whole.group()).dissolved_at is None
    await whole.pay_in(whole[0], 1_00)


async def test_whoever_is_alone_may_end_it_and_an_empty_pot_ends_at_once(
    db: Database, keys: KeyRing
) -> None:
    whole = await circle(db, keys, 1)
    proposal = await ended(whole, voters=1)
    assert proposal.status is S.EXECUTED
    assert (await whole.pot()).is_open is False
    await agrees(db)


async def test_it_does_not_end_while_money_is_lent_or_about_to_go(
    db: Database, keys: KeyRing
) -> None:
    whole = await circle(db, keys, 3, pot=300_00, constitution=LENDS)
    first = await whole.ask(whole[0], K.DISSOLVE)
    await whole.vote(whole[0], first)
    await lent(whole, whole[1])
    with pytest.raises(NotReadyToEnd) as refused:
        await whole.ask(whole[0], K.DISSOLVE)
    assert refused.value.reason == "loans_running"
    # It was asked before the loan was made: what holds when it passes decides.
    after = await whole.vote(whole[2], first)
    assert (after.status, after.failure) == (S.FAILED, "loans_running")
    assert (await whole.group()).dissolved_at is None
    assert (await split_of(whole)).hindrances == ("loans_running",)


async def test_an_approved_payout_comes_first(db: Database, keys: KeyRing) -> None:
    whole = await circle(db, keys, 3, pot=30_00)
    paid = await whole.withdrawal(whole[2], 5_00)
    await whole.vote(whole[0], paid)
    proposal = await whole.ask(whole[0], K.DISSOLVE)
    await whole.vote(whole[0], proposal)
    approved = await whole.vote(whole[1], paid)
    with pytest.raises(NotReadyToEnd):
        await whole.ask(whole[0], K.DISSOLVE)
    assert (await whole.vote(whole[1], proposal)).failure == "payouts_waiting"
    await whole.pay(approved)
    again = await ended(whole, voters=2)
    assert (await groups.share_out(db, whole.id, again.id)).status is S.EXECUTED
    await agrees(db)


async def test_who_asked_to_come_in_and_loans_that_nobody_voted_on_end_with_it(
    db: Database, keys: KeyRing
) -> None:
    whole = await circle(db, keys, 4, pot=400_00, constitution=GUARDED)
    named = [(await whole.member(who)).id for who in whole.people]
    await ask(whole, whole[0], named[1], named[2])
    await ended(whole, voters=3)
    async with db.transaction() as tx:
        page = await groups.loans(tx, keys, whole[0].id, whole.id, LoansWanted(), (None, 10))
    assert [line.loan.status for line in page.items] == [LoanStatus.CANCELLED]


async def test_a_worker_that_dies_halfway_is_gone_on_from(
    db: Database, keys: KeyRing, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Wherever it was broken off, everybody is paid once."""
    monkeypatch.setattr(ending, "AT_ONCE", 1)
    whole = await circle(db, keys, 5, pot=50_03)
    before = [await money_of(db, who) for who in whole.people]
    proposal = await ended(whole, voters=3)
    dice = random.Random(7)
    for _ in range(6):
        task = asyncio.create_task(groups.share_out(db, whole.id, proposal.id))
        await asyncio.sleep(dice.uniform(0, 0.02))
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
    every = await asyncio.gather(*(groups.share_out(db, whole.id, proposal.id) for _ in range(3)))
    assert {each.status for each in every} == {S.EXECUTED}
    gained = [await money_of(db, who) - was for who, was in zip(whole.people, before, strict=True)]
    assert gained == [10_03, 10_00, 10_00, 10_00, 10_00]
    await agrees(db)


async def test_a_wallet_that_takes_no_money_keeps_nobody_else_waiting(
    db: Database, keys: KeyRing
) -> None:
    whole = await circle(db, keys, 3, pot=30_00)
    wallet = await account_of(db, whole[1])
    async with db.transaction() as tx:
        await empty_and_close(tx, whole, wallet)
    proposal = await ended(whole, voters=2)
    assert (await groups.share_out(db, whole.id, proposal.id)).status is S.EXECUTING
    assert (await whole.pot()).balance == inr(10_00)
    await agrees(db)
    async with db.transaction() as tx:
        assert await groups.ending_under_way(tx, 10) == [(whole.id, proposal.id)]
        await ledger.reopen_account(tx, wallet)
    assert (await groups.share_out(db, whole.id, proposal.id)).status is S.EXECUTED
    async with db.transaction() as tx:
        assert await groups.ending_under_way(tx, 10) == []
    assert await money_of(db, whole[1]) == 10_00


async def account_of(db: Database, who: Someone) -> Any:
    async with db.transaction() as tx:
        sql = "SELECT account FROM payments.wallet WHERE person = %(id)s"
        return await fetch_value(tx, sql, {"id": who.id})


async def empty_and_close(tx: Any, whole: Circle, wallet: Any) -> None:
    left = (await ledger.account(tx, wallet)).balance
    other = await fetch_value(
        tx, "SELECT account FROM payments.wallet WHERE person = %(id)s", {"id": whole[0].id}
    )
    leg = Leg(wallet, other, left)
    await ledger.post(tx, PostOrder(id=ids.new_id(), kind="send", ref="", legs=(leg,)))
    await ledger.close_account(tx, wallet)
