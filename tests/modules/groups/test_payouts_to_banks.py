"""Payouts that go on to a bank: out of the pot once, and at the bank, on the way, or in her wallet."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid5

import psycopg
import pytest
import pytest_asyncio
from tests.modules.groups.checkout_given import SOON, Till, till
from tests.modules.groups.given import circle, money_of, no_rails
from tests.modules.groups.payout_given import (
    account_of,
    choose,
    chosen,
    is_paid,
    payout,
    retry,
    status,
    until_told,
)
from tests.modules.groups.test_payouts import approved
from tests.modules.groups.test_proof import faults
from tests.modules.payments.given import Someone, inr
from tests.modules.payments.rails_given import bank

from batua.kit.db import Database
from batua.kit.refusal import Refusal
from batua.kit.secrets import KeyRing
from batua.modules.groups import service as groups
from batua.modules.groups.errors import (
    GroupNotFound,
    NothingToRetry,
    OnlyThePayee,
    ProposalInvalid,
    ProposalOver,
)
from batua.modules.groups.types import (
    AmendOrder,
    PayoutStatus,
    ProposalKind,
    ProposalStatus,
    SplitRule,
)
from batua.modules.ledger import service as ledger
from batua.modules.payments import service as payments
from batua.modules.payments.errors import DestinationNotFound, NoRail
from batua.modules.payments.types import PaymentStatus

S, O = ProposalStatus, PayoutStatus  # noqa: E741 - as short as its neighbour
POT = 900_00


@pytest_asyncio.fixture
async def desk(db: Database, keys: KeyRing, sandbox: Any, receiver: Any) -> AsyncIterator[Till]:
    async with till(await circle(db, keys, 3, pot=POT), sandbox, receiver) as found:
        yield found


async def test_it_leaves_the_pot_once_and_arrives_at_the_bank(
    desk: Till, db: Database, keys: KeyRing
) -> None:
    made, who = await chosen(desk), desk.whole[2]
    assert await status(desk, made) == (O.CHOSEN, None)
    before = await money_of(db, who)
    await asyncio.gather(*(desk.whole.pay(made) for _ in range(3)))
    assert (await desk.pot(), await is_paid(desk, made)) == (POT - 300_00, True)
    assert await status(desk, made) == (O.SENT, None)
    # In her wallet, and set aside there: it is hers, and cannot be spent twice.
    assert await money_of(db, who) == before + 300_00
    assert await desk.counter.available(who) == inr(before)
    await desk.check()

    await desk.counter.do_jobs()
    await desk.counter.callbacks(len(desk.counter.taken) + 1)
    assert await status(desk, made) == (O.ARRIVED, None)
    assert await money_of(db, who) == before
    found = await payout(desk, made)
    assert found is not None
    assert (found.masked, found.withdrawal_id) == (
        "HDFC •••• 6789",
        uuid5(made.id, "withdrawal"),
    )
    withdrawal = (await desk.counter.seen_out(who, found.withdrawal_id)).payment
    assert (withdrawal.status, withdrawal.pot) == (PaymentStatus.SUCCEEDED, desk.whole.id)
    async with db.transaction() as tx:
        limits = await payments.limits(tx, keys, who.id, inr(0).currency)
    assert limits.used_day == inr(300_00 + 1)  # what she put into the pot, and withdrew herself
    assert (await desk.acts())[:2] == ["payout_arrived", "paid_out"]
    assert (await desk.whole.facts())[-2:] == ["groups.executed", "groups.payout_changed"]
    await desk.check()


async def test_it_may_be_more_than_a_wallet_may_send(desk: Till) -> None:
    await desk.pay(await desk.begin(desk.whole[0], 90_000_00))
    made = await chosen(desk, 80_000_00)
    await desk.whole.pay(made)
    await desk.counter.do_jobs()
    await desk.counter.callbacks(len(desk.counter.taken) + 1)
    assert (await status(desk, made))[0] is O.ARRIVED
    await desk.check()


@pytest.mark.parametrize(
    ("ending", "reason"), [("0001", "account_closed"), ("0002", "declined_by_bank")]
)
async def test_what_the_bank_does_not_take_is_in_her_wallet(
    desk: Till, db: Database, ending: str, reason: str
) -> None:
    who = desk.whole[2]
    to = await account_of(desk, who)
    made = await desk.whole.withdrawal(who, 300_00)
    await desk.counter.withdraw(who, 1, bank(ending))
    async with db.read() as tx:
        (bad,) = [each.id for each in await payments.destinations(tx, who.id) if each.id != to]
    await choose(desk, who, made, to)
    await choose(desk, who, made, bad)
    for voter in desk.whole.people[:2]:
        await desk.whole.vote(voter, made)
    before = await money_of(db, who)
    await desk.whole.pay(made)
    await desk.counter.do_jobs()
    await until_told(desk, made)
    assert await status(desk, made) == (O.RETURNED, reason)
    assert (await desk.pot(), await is_paid(desk, made)) == (POT - 300_00, True)
    assert await money_of(db, who) == before + 300_00
    assert await desk.counter.available(who) == inr(before + 300_00)
    with pytest.raises(NothingToRetry):
        await retry(desk, made)
    (fact,) = [
        each
        for each in await desk.counter.facts("groups.payout_changed")
        if each.status == "returned"
    ]
    assert (fact.person, fact.amount, fact.reason) == (who.id, inr(300_00), reason)
    assert fact.audience == (desk.whole.id, who.id)
    await desk.check()


@pytest.mark.parametrize("how", ["down", "garbage"])
async def test_an_unknown_outcome_keeps_the_money_aside_until_it_is_known(
    desk: Till, db: Database, how: str
) -> None:
    made, who = await chosen(desk), desk.whole[2]
    before = await money_of(db, who)
    await desk.counter.trouble(how, "payouts")
    await desk.whole.pay(made)
    await desk.counter.do_jobs()
    assert (await status(desk, made))[0] is O.SENT
    assert await desk.counter.available(who) == inr(before)
    await desk.check()
    await desk.counter.trouble("none")
    await desk.counter.sweep(after=SOON)
    await until_told(desk, made)
    assert (await status(desk, made))[0] is O.ARRIVED
    await desk.check()


async def test_lost_callbacks_and_a_lost_job_are_made_up_for_by_the_sweep(
    desk: Till, db: Database, database: str
) -> None:
    made, who = await chosen(desk), desk.whole[2]
    before = await money_of(db, who)
    await desk.whole.pay(made)
    with psycopg.connect(database, autocommit=True) as owner:  # the worker died with its jobs
        owner.execute("DELETE FROM procrastinate_jobs WHERE task_name = 'gateways.settle'")
    assert (await status(desk, made))[0] is O.SENT
    passed = timedelta()
    async with asyncio.timeout(30):
        while (await status(desk, made))[0] is O.SENT:
            passed += timedelta(minutes=2)
            await desk.counter.sweep(after=passed)
            await asyncio.sleep(0.05)
    assert (await status(desk, made))[0] is O.ARRIVED
    assert await money_of(db, who) == before
    # The callbacks come after all, and the job that was thought lost is done once more.
    await desk.counter.receiver.wait_for(len(desk.counter.taken) + 1)
    await desk.counter.settle()
    assert await money_of(db, who) == before
    facts = await desk.counter.facts("groups.payout_changed")
    assert [each.status for each in facts] == ["chosen", "arrived"]
    await desk.check()


async def test_another_amount_stays_on_its_way_until_somebody_looks(desk: Till) -> None:
    made = await chosen(desk, ending="0005")
    await desk.whole.pay(made)
    await desk.counter.do_jobs()
    await desk.counter.callbacks(len(desk.counter.taken) + 1)
    assert (await status(desk, made))[0] is O.SENT
    assert (await desk.pot(), await is_paid(desk, made)) == (POT - 300_00, True)
    assert (await desk.counter.books())["wallet held"] >= 300_00


async def test_without_a_rail_it_stays_in_her_wallet_and_says_so(desk: Till, db: Database) -> None:
    made, who = await chosen(desk), desk.whole[2]
    before = await money_of(db, who)
    desk.whole.rails = no_rails()
    await desk.whole.pay(made)
    assert await status(desk, made) == (O.KEPT, "no_rail")
    assert (await desk.pot(), await is_paid(desk, made)) == (POT - 300_00, True)
    assert await desk.counter.available(who) == inr(before + 300_00)
    await desk.check()


async def test_payouts_at_once_never_take_more_than_the_pot_has(desk: Till, db: Database) -> None:
    people = desk.whole.people[1:]
    asked = []
    for who in people:
        to = await account_of(desk, who)
        asked.append(await desk.whole.ask(who, amount=inr(600_00), payee=who.id, destination=to))
    for made, voters in zip(asked, ((0, 2), (0, 1)), strict=True):
        for n in voters:
            await desk.whole.vote(desk.whole[n], made)
    assert [(await desk.whole.read(each)).status for each in asked] == [S.APPROVED, S.FAILED]
    await asyncio.gather(*(desk.whole.pay(each) for each in asked))
    assert await desk.pot() == 300_00
    assert (await retry(desk, asked[1])).status is S.FAILED

    await desk.whole.pay_in(desk.whole[0], 300_00)
    again = await asyncio.gather(*(retry(desk, asked[1]) for _ in range(3)), return_exceptions=True)
    refused = [each for each in again if isinstance(each, NothingToRetry)]
    assert (len(again) - len(refused), len(refused)) == (1, 2)
    assert await desk.pot() == 0
    await desk.counter.do_jobs()
    for each in asked:
        await until_told(desk, each)
        assert (await status(desk, each))[0] is O.ARRIVED
    await desk.check()


async def test_payouts_and_contributions_of_one_person_do_not_wait_for_one_another(
    desk: Till,
) -> None:
    made, who = await chosen(desk), desk.whole[2]
    await asyncio.gather(
        desk.whole.pay(made),
        *(desk.whole.pay_in(who, 1_00) for _ in range(4)),
        *(desk.counter.withdraw(who, 1_00) for _ in range(4)),
    )
    await desk.counter.do_jobs()
    await until_told(desk, made)
    assert await desk.pot() == POT - 300_00 + 4_00
    await desk.check()


async def test_only_the_payee_chooses_and_only_among_her_own(desk: Till) -> None:
    asker, payee = desk.whole[1], desk.whole[2]
    hers, others = await account_of(desk, payee), await account_of(desk, asker)
    made = await desk.whole.withdrawal(asker, 100_00, payee)
    orders: list[tuple[Someone, UUID, type[Refusal]]] = [
        (asker, others, OnlyThePayee),
        (asker, hers, OnlyThePayee),
        (desk.whole[0], hers, OnlyThePayee),
        (payee, others, DestinationNotFound),
    ]
    for who, to, refusal in orders:
        with pytest.raises(refusal):
            await choose(desk, who, made, to)
    with pytest.raises(OnlyThePayee):
        await desk.whole.ask(asker, amount=inr(1), payee=payee.id, destination=others)
    assert await payout(desk, made) is None
    voted = await desk.whole.vote(desk.whole[0], made)
    await choose(desk, payee, made, hers)
    await choose(desk, payee, made, hers)
    after = await desk.whole.read(made)
    assert (after.version, after.yes) == (voted.version, 1)  # it is the same person's money
    assert (await desk.acts())[:2] == ["payout_chosen", "voted"]
    await choose(desk, payee, made, None)
    assert await payout(desk, made) is None
    assert (await desk.acts())[0] == "payout_wallet"
    await desk.check()


async def test_another_payee_does_not_inherit_the_account(desk: Till, db: Database) -> None:
    asker, other = desk.whole[2], desk.whole[1]
    to = await account_of(desk, asker)
    made = await desk.whole.ask(asker, amount=inr(100_00), payee=asker.id, destination=to)
    async with db.transaction() as tx:
        order = AmendOrder(asker.actor, desk.whole.id, made.id, inr(100_00), other.id)
        made = await groups.amend(tx, order)
    assert await payout(desk, made) is None
    before = await money_of(db, other)
    for n in (0, 2):
        await desk.whole.vote(desk.whole[n], made)
    await desk.whole.pay(made)
    assert await desk.counter.available(other) == inr(before + 100_00)
    await desk.check()


async def test_what_is_no_open_payout_has_no_destination(desk: Till, db: Database) -> None:
    who = desk.whole[2]
    to = await account_of(desk, who)
    rules = await desk.whole.ask(
        who, ProposalKind.REMOVE, subject=desk.whole.members[desk.whole[1].id].id
    )
    with pytest.raises(ProposalInvalid):
        await choose(desk, who, rules, to)
    with pytest.raises(ProposalInvalid):
        await desk.whole.ask(who, ProposalKind.DISSOLVE, split=SplitRule.NET, destination=to)
    paid = await approved(desk.whole, 10_00, who)
    await desk.whole.pay(paid)
    with pytest.raises(ProposalOver):
        await choose(desk, who, paid, to)
    made = await desk.whole.withdrawal(who, 10_00)
    rails, desk.counter.rails = desk.counter.rails, no_rails()
    with pytest.raises(NoRail):
        await choose(desk, who, made, to)
    desk.counter.rails = rails
    await desk.whole.leave(who)
    with pytest.raises(GroupNotFound):
        await choose(desk, who, made, to)


async def test_a_closed_wallet_keeps_the_money_in_the_pot_till_it_is_open(
    desk: Till, db: Database
) -> None:
    who = desk.whole[2]
    to = await account_of(desk, who)
    made = await desk.whole.ask(who, amount=inr(300_00), payee=who.id, destination=to)
    await desk.whole.pay_in(who, await money_of(db, who))
    async with db.transaction() as tx:
        wallet = (await payments.own_wallet(tx, who.id, inr(0).currency)).account
        await ledger.close_account(tx, wallet)
    for voter in desk.whole.people[:2]:
        made = await desk.whole.vote(voter, made)
    assert (made.status, made.failure) == (S.FAILED, "wallet_closed")
    assert (await retry(desk, made)).failure == "wallet_closed"
    assert (await status(desk, made))[0] is O.CHOSEN
    async with db.transaction() as tx:
        await ledger.reopen_account(tx, wallet)
    assert (await retry(desk, made)).status is S.EXECUTED
    await desk.counter.do_jobs()
    await until_told(desk, made)
    assert (await status(desk, made))[0] is O.ARRIVED
    await desk.check()


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE groups.payout SET status = 'returned'",
        "UPDATE groups.payout SET person = gen_random_uuid()",
        "DELETE FROM groups.payout",
        "UPDATE payments.payment SET pot_id = NULL WHERE kind = 'withdrawal'",
    ],
)
async def test_what_was_altered_is_found(desk: Till, db: Database, database: str, sql: str) -> None:
    await desk.whole.pay(await chosen(desk))
    assert await faults(db) == []
    with psycopg.connect(database, autocommit=True) as owner:
        owner.execute(sql.encode())
    assert ("groups.payout", "it and what went to the bank do not agree") in await faults(db)
