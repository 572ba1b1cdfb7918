"""Payment links when something goes wrong: callbacks, providers, processes, closed wallets."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest
import pytest_asyncio
from tests.modules.payments.given import inr, picture
from tests.modules.payments.links_given import PAID, START, Links
from tests.modules.payments.rails_given import counter as open_counter

from batua.kit import clock
from batua.kit.ids import new_id
from batua.kit.money import Currency
from batua.modules.gateways.types import AttemptState
from batua.modules.ledger import service as ledger
from batua.modules.ledger.errors import AccountClosed
from batua.modules.payments import service as payments
from batua.modules.payments.errors import (
    NoRail,
)
from batua.modules.payments.types import PaymentStatus
from batua.modules.payments.types.payment_links import LinkStatus, PayLinkOrder

SOON = timedelta(seconds=30)
P = PaymentStatus


@pytest_asyncio.fixture
async def links(db, keys, sandbox, receiver):
    async with open_counter(db, keys, sandbox, receiver) as found:
        yield Links(found)


async def test_both_are_credited_when_a_late_payment_meets_a_new_one(links, asha):
    """Of a link for once: the first checkout had expired, and was paid after all."""
    link = await links.make(asha, is_once=True)
    late = await links.begin(link)
    await links.at.sweep(after=timedelta(minutes=31))
    assert (await links.seen(late.checkout.id)).checkout.status is P.EXPIRED
    with clock.frozen(clock.now() + timedelta(minutes=31)):
        made = await links.begin(link)
    await links.pay(made)
    await links.pay(late, even_if_expired=True)
    await links.at.callbacks(3)
    own = (await links.own(asha, link)).link
    assert (own.paid_count, own.received) == (2, inr(1_000_00))
    assert (await links.at.books())["wallet"] == 2_000_00
    assert await links.is_sound()


async def test_callbacks_twice_and_out_of_order_credit_once(links, asha):
    link = await links.make(asha)
    made = await links.begin(link)
    await links.switch(made, duplicates=3, disorder=True)
    await links.pay(made)
    await links.at.callbacks(5)
    assert await links.at.books() == PAID
    assert len(await links.at.facts("payments.payment_by_link")) == 1
    assert (await links.own(asha, link)).link.paid_count == 1
    async with links.at.db.transaction() as tx:  # told again, as a job that is tried twice does
        await payments.settle_by_link(tx, (await links.seen(made.checkout.id)).attempt)
    assert await links.at.books() == PAID
    assert await links.is_sound()


async def test_settled_at_the_same_time_credits_once(links, asha):
    link = await links.make(asha)
    made = await links.begin(link)
    await links.switch(made, silent=True)
    await links.pay(made)
    found = replace(
        (await links.seen(made.checkout.id)).attempt,
        state=AttemptState.SUCCEEDED,
        received=inr(500_00),
    )

    async def settle() -> None:
        async with links.at.db.transaction() as tx:
            await payments.settle_by_link(tx, found)

    await asyncio.gather(*(settle() for _ in range(6)))
    assert (await links.at.books())["wallet"] == 1_500_00
    assert (await links.own(asha, link)).link.paid_count == 1
    assert len(await links.at.facts("payments.payment_by_link")) == 1


async def test_a_changed_amount_in_the_callback_credits_what_was_paid(links, asha):
    made = await links.begin(await links.make(asha))
    await links.switch(made, callback_amount_minor=9_999_999)
    await links.pay(made)
    await links.at.callbacks(1)
    assert await links.at.books() == PAID


async def test_another_amount_goes_to_suspense_and_leaves_the_link_open(links, asha):
    link = await links.make(asha, is_once=True)
    made = await links.begin(link)
    await links.switch(made, paid_amount_minor=499_00)
    await links.pay(made)
    await links.at.callbacks(1)
    seen = (await links.seen(made.checkout.id)).checkout
    assert (seen.status, seen.failure) == (P.FAILED, "amount_mismatch")
    assert await links.at.books() == {
        **START,
        "clearing:sandbox": -499_00,
        "suspense:sandbox": 499_00,
    }
    own = await links.own(asha, link)
    assert (own.status, own.link.paid_count) == (LinkStatus.OPEN, 0)
    (fact,) = await links.at.facts("payments.amount_mismatched")
    assert (fact.person, fact.ordered, fact.received) == (asha.id, inr(500_00), inr(499_00))
    (kept,) = await links.at.facts("payments.payment_by_link_kept")
    assert kept.reason == "amount_mismatch"
    assert await links.at.facts("payments.top_up_failed") == []
    assert await links.is_sound()


async def test_nobody_paid_in_time_and_the_history_is_empty(links, asha):
    link = await links.make(asha)
    made = await links.begin(link)
    await links.at.sweep(after=timedelta(minutes=31))
    assert (await links.seen(made.checkout.id)).checkout.status is P.EXPIRED
    assert await links.history(asha) == []
    assert await links.at.books() == START
    await links.pay(made, even_if_expired=True)
    await links.at.callbacks(2)
    assert (await links.seen(made.checkout.id)).checkout.status is P.SUCCEEDED
    assert await links.at.books() == PAID
    assert await links.is_sound()


@pytest.mark.parametrize("how", ["down", "slow", "garbage"])
async def test_trouble_at_the_start_ends_with_one_checkout(links, asha, how):
    link, key = await links.make(asha), str(new_id())
    await links.at.trouble(how)
    made = await links.begin(link, key=key)
    assert (made.checkout.status, made.attempt.checkout_url) == (P.UNKNOWN, None)
    await links.at.trouble("none")
    await links.at.sweep(after=SOON)
    found = await links.begin(link, key=key)
    assert (found.checkout.id, found.checkout.status) == (made.checkout.id, P.PENDING)
    await links.pay(found)
    await links.at.callbacks(1)
    assert await links.at.books() == PAID
    assert await links.is_sound()


async def test_trouble_at_settling_credits_once_it_is_over(links, asha):
    made = await links.begin(await links.make(asha))
    await links.pay(made)
    await links.at.trouble("down")
    await links.at.callbacks(1)
    assert (await links.seen(made.checkout.id)).checkout.status is P.UNKNOWN
    assert await links.at.books() == START
    await links.at.trouble("none")
    await links.at.sweep(after=SOON)
    assert await links.at.books() == PAID


async def test_a_checkout_that_nobody_started_can_still_be_paid(links, asha):
    """The web process died between the commit and the call."""
    made = await links.written(await links.make(asha))
    assert made.attempt.state is AttemptState.CREATED
    await links.at.sweep(after=SOON)
    found = await links.seen(made.checkout.id)
    assert found.attempt.checkout_url
    await links.pay(found)
    await links.at.callbacks(1)
    assert await links.at.books() == PAID


async def test_without_a_provider_nothing_is_begun(links, asha):
    link = await links.make(asha)
    rails = replace(links.at.rails, providers={})
    before = await picture(links.at.db)
    with pytest.raises(NoRail):
        async with links.at.db.transaction() as tx:
            order = PayLinkOrder(link.secret, None, str(new_id()), "http://batua.test")
            await payments.begin_by_link(tx, rails, order)
    assert await picture(links.at.db) == before


async def test_money_for_a_wallet_closed_meanwhile_waits_in_suspense(links, bina):
    link = await links.make(bina)
    made = await links.begin(link)
    await links.pay(made)
    async with links.at.db.transaction() as tx:
        wallet = await payments.own_wallet(tx, bina.id, Currency("INR"))
        await ledger.close_account(tx, wallet.account)
    await links.at.callbacks(1)
    seen = (await links.seen(made.checkout.id)).checkout
    assert (seen.status, seen.failure) == (P.FAILED, "wallet_closed")
    books = await links.at.books()
    assert (books["clearing:sandbox"], books["suspense:sandbox"]) == (-500_00, 500_00)
    (kept,) = await links.at.facts("payments.payment_by_link_kept")
    assert (kept.person, kept.reason) == (bina.id, "wallet_closed")
    assert await links.is_sound()
    with pytest.raises(AccountClosed):
        await links.begin(link)
