"""Contributions by checkout: the pot has the money exactly when the provider confirms it, once."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import psycopg
import pytest
import pytest_asyncio
from tests.modules.gateways.given import sandbox_provider
from tests.modules.groups.checkout_given import SITE, SOON, Till, till
from tests.modules.groups.dues_given import a_plan, owed, rules, tick
from tests.modules.groups.given import a_key, circle, money_of
from tests.modules.groups.test_proof import faults
from tests.modules.payments.given import inr, usd
from tests.sandbox.server import Receiver

from batua.kit import clock
from batua.kit.db import Database
from batua.kit.secrets import KeyRing
from batua.modules.gateways.types import Rails
from batua.modules.groups import service as groups
from batua.modules.groups.errors import DuesPlanNotFound, KeyReused, WordsTooLong, WrongCurrency
from batua.modules.groups.types import ContributeOrder, TransactionStatus
from batua.modules.ledger import service as ledger
from batua.modules.payments import service as payments
from batua.modules.payments.errors import AmountNotPositive, NoRail

T = TransactionStatus
LATE = timedelta(minutes=31)


@pytest_asyncio.fixture
async def desk(db: Database, keys: KeyRing, sandbox: Any, receiver: Any) -> AsyncIterator[Till]:
    async with till(await circle(db, keys, 2), sandbox, receiver) as found:
        yield found


async def test_a_paid_checkout_is_in_the_pot_once(desk: Till, db: Database, keys: KeyRing) -> None:
    asha = desk.whole[1]
    made = await desk.begin(asha)
    assert (made.status, made.amount_minor, made.balance_minor) == (T.PENDING, 500_00, None)
    page = await desk.page(asha, made)
    assert page is not None and page.url and page.expires_at
    assert await desk.page(desk.whole[0], made) is None
    attempt = await desk.attempt(made)
    assert attempt.return_url == f"{SITE}/groups/{desk.whole.id}/statement/{made.id}"
    assert (await desk.pot(), await desk.saved(asha)) == (0, 0)
    done = await desk.pay(made)
    assert (done.status, done.balance_minor, done.entry_id) == (T.SUCCEEDED, 500_00, made.id)
    assert (await desk.pot(), await desk.saved(asha)) == (500_00, 500_00)
    assert await money_of(db, asha) == 1_000_00
    assert (await desk.page(asha, made)).url is None  # type: ignore[union-attr]
    assert (await desk.acts())[:2] == ["contributed", "checkout_begun"]
    assert (await desk.whole.facts())[-2:] == ["groups.checkout_changed", "groups.contributed"]
    async with db.transaction() as tx:
        limits = await payments.limits(tx, keys, asha.id, inr(0).currency)
    assert limits.used_day == inr(0)  # it passed through her wallet, and did not leave it
    await desk.check()


async def test_it_may_be_more_than_a_wallet_may_send(desk: Till) -> None:
    made = await desk.pay(await desk.begin(desk.whole[1], 90_000_00))
    assert (made.status, await desk.pot()) == (T.SUCCEEDED, 90_000_00)
    await desk.check()


async def test_the_same_key_is_one_checkout(desk: Till) -> None:
    key = a_key()
    made = await asyncio.gather(*(desk.begin(desk.whole[1], key=key) for _ in range(4)))
    assert len({each.id for each in made}) == 1
    with pytest.raises(KeyReused):
        await desk.begin(desk.whole[1], 1, key=key)
    await desk.pay(made[0])
    assert (await desk.begin(desk.whole[1], key=key)).status is T.SUCCEEDED
    await desk.check()


async def test_callbacks_twice_and_out_of_order_pay_in_once(desk: Till) -> None:
    made = await desk.begin(desk.whole[1])
    await desk.switch(made, duplicates=3, disorder=True)
    await desk.pay(made)
    await desk.counter.callbacks(5)
    assert await desk.pot() == 500_00
    async with desk.whole.db.transaction() as tx:  # told again, as a job that is tried twice does
        await groups.settle_contribution(tx, await desk.attempt(made))
    assert (await desk.pot(), await desk.saved(desk.whole[1])) == (500_00, 500_00)
    assert (await desk.whole.facts()).count("groups.contributed") == 1
    await desk.check()


@pytest.mark.parametrize("how", ["down", "garbage"])
async def test_trouble_at_the_start_and_at_the_end_is_one_contribution(
    desk: Till, how: str
) -> None:
    """The provider is down, or its answer is lost, when it is called and when it is asked."""
    key = a_key()
    await desk.counter.trouble(how)
    made = await desk.begin(desk.whole[1], key=key)
    assert made.status is T.UNKNOWN
    await desk.counter.trouble("none")
    await desk.counter.sweep(after=SOON)
    assert (await desk.line(made)).status is T.PENDING
    await desk.act(made)
    await desk.counter.trouble(how)
    await desk.counter.callbacks(1)
    assert ((await desk.line(made)).status, await desk.pot()) == (T.UNKNOWN, 0)
    await desk.counter.trouble("none")
    await desk.counter.sweep(after=SOON)
    assert ((await desk.line(made)).status, await desk.pot()) == (T.SUCCEEDED, 500_00)
    await desk.check()


async def test_the_callback_comes_before_our_own_answer(desk: Till) -> None:
    """The provider took it on and it was paid, and we never heard what it answered."""
    await desk.counter.trouble("garbage")
    made = await desk.begin(desk.whole[1])
    assert ((await desk.attempt(made)).provider_ref, made.status) == (None, T.UNKNOWN)
    await desk.counter.trouble("none")
    params = {"reference": str(made.attempt_id)}
    known = await desk.counter.sandbox.api.get("/v1/checkouts", params=params)
    await desk.counter.sandbox.act(known.json()["id"], "pay")
    await desk.counter.callbacks(1)
    assert ((await desk.line(made)).status, await desk.pot()) == (T.SUCCEEDED, 500_00)
    await desk.check()


async def test_a_process_that_died_after_its_commit_loses_nothing(desk: Till) -> None:
    made = await desk.begin(desk.whole[1], start=False)
    await desk.counter.sweep(after=SOON)
    assert (await desk.page(desk.whole[1], made)).url  # type: ignore[union-attr]
    assert (await desk.pay(made)).status is T.SUCCEEDED
    assert await desk.pot() == 500_00


async def test_a_declined_checkout_ends_for_all_to_see(desk: Till) -> None:
    made = await desk.begin(desk.whole[1])
    await desk.act(made, "decline")
    await desk.counter.callbacks(1)
    after = await desk.line(made)
    assert (after.status, after.failure) == (T.FAILED, "declined")
    assert after.settled_at is not None
    assert (await desk.acts())[0] == "checkout_ended"
    assert await desk.pot() == 0
    await desk.check()


async def test_nobody_paid_in_time_and_late_money_is_still_money(desk: Till) -> None:
    made = await desk.begin(desk.whole[1])
    await desk.counter.sweep(after=LATE)
    after = await desk.line(made)
    assert (after.status, after.failure) == (T.EXPIRED, "expired")
    await desk.check()
    done = await desk.pay(made, callbacks=2, even_if_expired=True)
    assert (done.status, done.failure) == (T.SUCCEEDED, None)
    assert await desk.pot() == 500_00
    await desk.check()


async def test_another_amount_waits_in_suspense(desk: Till) -> None:
    made = await desk.begin(desk.whole[1])
    await desk.switch(made, paid_amount_minor=499_00)
    after = await desk.pay(made)
    assert (after.status, after.failure) == (T.FAILED, "amount_mismatch")
    assert (await desk.counter.books())["suspense:sandbox"] == 499_00
    assert (await desk.pot(), await desk.saved(desk.whole[1])) == (0, 0)
    await desk.check()


@pytest.mark.parametrize("is_back", [False, True])
async def test_money_of_who_has_left_stays_in_her_wallet(
    desk: Till, db: Database, *, is_back: bool
) -> None:
    asha = desk.whole[1]
    made = await desk.begin(asha)
    await desk.act(made)
    await desk.whole.leave(asha)
    if is_back:  # with another membership: it was for the one that is over
        await desk.whole.join(asha)
    await desk.counter.callbacks(1)
    after = await desk.line(made)
    assert (after.status, after.failure) == (T.FAILED, "member_left")
    assert (await desk.page(asha, after)).kept_minor == 500_00  # type: ignore[union-attr]
    assert (await desk.pot(), await money_of(db, asha)) == (0, 1_500_00)
    async with db.transaction() as tx:
        await groups.settle_contribution(tx, await desk.attempt(made))
    assert await money_of(db, asha) == 1_500_00
    await desk.check()


async def test_money_for_a_group_that_has_ended_stays_in_her_wallet(
    desk: Till, db: Database, database: str
) -> None:
    made = await desk.begin(desk.whole[1])
    with psycopg.connect(database, autocommit=True) as owner:
        owner.execute('UPDATE groups."group" SET dissolved_at = now()')
    after = await desk.pay(made)
    assert (after.status, after.failure) == (T.FAILED, "group_over")
    assert (await desk.pot(), await money_of(db, desk.whole[1])) == (0, 1_500_00)
    await desk.check()


async def test_money_for_a_closed_wallet_waits_in_suspense(
    desk: Till, db: Database, keys: KeyRing
) -> None:
    asha = desk.whole[1]
    await desk.whole.pay_in(asha, 1_000_00)
    made = await desk.begin(asha)
    async with db.transaction() as tx:
        wallet = await payments.own_wallet(tx, asha.id, inr(0).currency)
        await ledger.close_account(tx, wallet.account)
    after = await desk.pay(made)
    assert (after.status, after.failure) == (T.FAILED, "wallet_closed")
    assert (await desk.counter.books())["suspense:sandbox"] == 500_00
    await desk.check()


async def test_dues_are_paid_by_it_as_from_the_wallet(
    db: Database, keys: KeyRing, sandbox: Any, receiver: Any
) -> None:
    tomorrow = (clock.now() + timedelta(days=1)).date()
    plan = a_plan(starts_on=tomorrow.isoformat(), weekday=tomorrow.isoweekday())
    whole = await circle(db, keys, 2, constitution=rules(plan))
    await tick(whole)
    async with till(whole, sandbox, receiver) as desk:
        with pytest.raises(DuesPlanNotFound):
            await desk.begin(whole[1], 15_00, plan="other")
        early = await desk.begin(whole[1], 4_00, plan="weekly")
        await desk.pay(early)
        assert [view.dues.paid_minor for view in await owed(whole, whole[1])] == [4_00]
        late = await desk.begin(whole[1], 15_00, plan="weekly")
        await whole.pay_in(whole[1], 6_00)  # it is paid meanwhile: what comes is saved
        await desk.pay(late, callbacks=2)
        assert (await owed(whole, whole[1]), await desk.saved(whole[1])) == ([], 25_00)
        await desk.check()


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE groups.checkout SET kept_minor = 1",
        "UPDATE groups.transaction SET status = 'failed', entry_id = NULL, balance_minor = NULL",
    ],
)
async def test_the_proof_names_a_checkout_that_was_altered(
    desk: Till, database: str, sql: str
) -> None:
    await desk.pay(await desk.begin(desk.whole[1]))
    await desk.check()
    with psycopg.connect(database, autocommit=True) as owner:
        owner.execute(sql.encode())
    assert ("groups.checkout", "it and what the provider moved do not agree") in await faults(
        desk.whole.db
    )


async def test_what_is_refused_begins_nothing(desk: Till) -> None:
    who, before = desk.whole[1], await desk.whole.facts()
    for amount, note, refusal in (
        (inr(0), "", AmountNotPositive),
        (inr(-1), "", AmountNotPositive),
        (usd(1), "", WrongCurrency),
        (inr(1), "x" * 201, WordsTooLong),
    ):
        order = ContributeOrder(who.actor, desk.whole.id, amount, note, a_key())
        with pytest.raises(refusal):
            async with desk.whole.db.transaction() as tx:
                await groups.contribute_by_checkout(tx, desk.counter.rails, order, SITE)
    desk.counter.rails = Rails({}, {}, desk.whole.keys)
    with pytest.raises(NoRail):
        await desk.begin(who, start=False)
    assert await desk.whole.facts() == before


async def test_many_in_every_kind_of_trouble_neither_lose_nor_make_money(desk: Till) -> None:
    who, expected, suspended = desk.whole[1], 0, 0
    for n, switches in enumerate(
        ({"duplicates": 2}, {"disorder": True}, {"silent": True}, {"paid_amount_minor": 77})
    ):
        made = await desk.begin(who, 100_00 + n)
        await desk.switch(made, **switches)
        await desk.act(made)
        suspended += int(switches.get("paid_amount_minor", 0))
        expected += 0 if "paid_amount_minor" in switches else 100_00 + n
    await desk.counter.receiver.wait_for(5)
    await desk.counter.settle()
    await desk.counter.sweep(after=timedelta(minutes=5))
    assert await desk.pot() == await desk.saved(who) == expected
    assert (await desk.counter.books())["suspense:sandbox"] == suspended
    await desk.check()


async def test_a_contribution_follows_its_money_to_the_provider_that_took_over(
    desk: Till, receiver: Receiver
) -> None:
    gone = sandbox_provider("http://127.0.0.1:9", receiver.url)
    rails = desk.counter.rails
    desk.counter.rails = replace(rails, providers={"gone": gone, **rails.providers})
    asha = desk.whole[1]
    made = await desk.begin(asha)
    attempt = await desk.attempt(made)
    assert (attempt.provider, made.status) == ("sandbox", T.PENDING)
    assert attempt.follows is not None
    page = await desk.page(asha, made)
    assert page is not None and page.url == attempt.checkout_url
    done = await desk.pay(made)
    assert (done.status, await desk.pot()) == (T.SUCCEEDED, 500_00)
    await gone.aclose()
