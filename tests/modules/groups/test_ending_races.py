"""Races around the end of a group: money that comes in, votes that go, two ends at once.

RACES=500 makes that many of each; a few are part of every run.
"""

import asyncio
from collections import Counter
from collections.abc import Awaitable
from typing import Any

import pytest
from tests.modules.groups.given import Circle, circle, create, money_of
from tests.modules.groups.test_races import Start
from tests.modules.groups.test_races import start as start  # noqa: PLC0414 - a fixture
from tests.modules.payments.given import inr

from batua.kit.db import Database
from batua.kit.secrets import KeyRing
from batua.modules.groups import service as groups
from batua.modules.groups.errors import GroupOver
from batua.modules.groups.types import Proposal, ProposalKind, ProposalStatus, Transaction
from batua.modules.ledger import service as ledger
from batua.modules.ledger.types import Reach

S = ProposalStatus

pytestmark = pytest.mark.slow


async def another(first: Circle, *, pot: int) -> Circle:
    """Another group of the same people, each of whom has put in the same."""
    made = Circle(first.db, first.keys, await create(first.db, first[0]), first.people[:1])
    for who in first.people[1:]:
        await made.join(who)
    for who in made.people:
        await made.pay_in(who, pot)
    return made


async def asked(whole: Circle, yes: int) -> Proposal:
    """The end of a group, with so many yes already."""
    proposal = await whole.ask(whole[0], ProposalKind.DISSOLVE)
    for who in whole.people[:yes]:
        await whole.vote(who, proposal)
    return proposal


async def all_money(whole: Circle) -> int:
    return sum([await money_of(whole.db, who) for who in whole.people])


async def check_ended(whole: Circle, proposal: Proposal, everything: int) -> None:
    """All that was in the pot is in the wallets, and the proof agrees."""
    assert (await groups.share_out(whole.db, whole.id, proposal.id)).status is S.EXECUTED
    pot = await whole.pot()
    assert (pot.balance, pot.is_open) == (inr(0), False)
    assert await all_money(whole) == everything


async def check_books(db: Database) -> None:
    async with db.read() as tx:
        assert (await groups.agreement(tx, Reach(0, 2**60))).damages == ()
        assert (await ledger.verify(tx)).damages == ()


async def later(start: Start, act: Awaitable[Any]) -> Any:
    """A vote has far to go before it reaches the pot, so what pays in begins later."""
    await asyncio.sleep(start.dice.uniform(0, 0.08))
    return await act


async def test_a_contribution_and_the_last_vote_at_once(
    db: Database, keys: KeyRing, start: Start
) -> None:
    first = await circle(db, keys, 3)
    everything = await all_money(first)
    for _round in start.rounds():
        whole = await another(first, pot=100)
        proposal = await asked(whole, 1)
        late = later(start, whole.pay_in(whole[2], 7))
        paid, voted = await start.together(late, whole.vote(whole[1], proposal))
        assert voted.status is S.EXECUTING, voted
        is_in = isinstance(paid, Transaction)
        assert is_in or isinstance(paid, GroupOver), paid
        start.seen["paid first" if is_in else "ended first"] += 1
        assert (await whole.pot()).balance == inr(307 if is_in else 300)
        await check_ended(whole, proposal, everything)
    await check_books(db)


async def test_a_vote_and_a_leaving_at_once(db: Database, keys: KeyRing, start: Start) -> None:
    first = await circle(db, keys, 3)
    everything = await all_money(first)
    for _round in start.rounds():
        whole = await another(first, pot=100)
        proposal = await asked(whole, 1)
        gone, voted = await start.together(whole.leave(whole[2]), whole.vote(whole[1], proposal))
        assert voted.status is S.EXECUTING, voted
        assert gone is None or isinstance(gone, GroupOver), gone
        start.seen["left first" if gone is None else "ended first"] += 1
        before = await money_of(db, whole[2])
        await check_ended(whole, proposal, everything)
        # Who left before it ended has left what she saved to the others.
        assert await money_of(db, whole[2]) - before == (0 if gone is None else 100)
    await check_books(db)


async def test_two_ends_at_once(db: Database, keys: KeyRing, start: Start) -> None:
    first = await circle(db, keys, 3)
    everything = await all_money(first)
    for _round in start.rounds():
        whole = await another(first, pot=100)
        two = [await asked(whole, 1) for _ in range(2)]
        done: list[Any] = await start.together(*(whole.vote(whole[1], each) for each in two))
        assert Counter(type(each) for each in done) == {Proposal: 1, GroupOver: 1}
        (won,) = [each for each in done if isinstance(each, Proposal)]
        start.seen["first" if won.id == two[0].id else "second"] += 1
        (lost,) = [each for each in two if each.id != won.id]
        assert (await whole.read(lost)).status is S.EXPIRED
        await check_ended(whole, won, everything)
    await check_books(db)
