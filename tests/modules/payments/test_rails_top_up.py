"""Top-ups: money appears in a wallet exactly when the provider confirms it, and exactly once."""

import asyncio
from datetime import timedelta

import pytest
import pytest_asyncio
from tests.modules.payments.given import inr, picture
from tests.modules.payments.rails_given import counter as open_counter

from batua.kit.ids import new_id
from batua.kit.money import Currency, Money
from batua.modules.gateways.errors import BadSignature
from batua.modules.gateways.types import Rails
from batua.modules.ledger import service as ledger
from batua.modules.ledger.errors import AccountClosed
from batua.modules.payments import service as payments
from batua.modules.payments.errors import (
    AmountNotPositive,
    KeyReused,
    NoRail,
    NoWalletOfYours,
    PaymentNotFound,
)
from batua.modules.payments.types import PaymentStatus
from batua.modules.payments.types.rails import TopUpOrder

START = {"clearing:test": -1_000_00, "wallet": 1_000_00}
TOPPED_UP = {"clearing:test": -1_000_00, "clearing:sandbox": -500_00, "wallet": 1_500_00}
SOON = timedelta(seconds=30)
P = PaymentStatus


@pytest_asyncio.fixture
async def counter(db, keys, sandbox, receiver):
    async with open_counter(db, keys, sandbox, receiver) as found:
        yield found


async def status(counter, who, made) -> PaymentStatus:
    return (await counter.seen(who, made.payment.id)).payment.status


async def test_a_paid_checkout_fills_the_wallet_once(counter, asha):
    made = await counter.top_up(asha)
    assert (made.payment.status, made.payment.amount) == (P.PENDING, inr(500_00))
    assert made.attempt.checkout_url
    assert made.attempt.return_url == f"http://batua.test/add-money/{made.payment.id}"
    assert await counter.books() == START
    await counter.pay(made)
    await counter.callbacks(1)
    done = (await counter.seen(asha, made.payment.id)).payment
    assert (done.status, done.payee_balance) == (P.SUCCEEDED, inr(1_500_00))
    assert done.settled_at is not None
    assert await counter.books() == TOPPED_UP
    assert await counter.is_sound()
    (fact,) = await counter.facts("payments.topped_up")
    assert (fact.subject, fact.person, fact.amount) == (made.payment.id, asha.id, inr(500_00))
    assert fact.audience == (asha.id,)


async def test_the_same_key_is_one_top_up(counter, asha):
    key = str(new_id())
    made = await asyncio.gather(*(counter.top_up(asha, key=key) for _ in range(6)))
    assert len({one.payment.id for one in made}) == 1
    assert len({one.attempt.checkout_url for one in made}) == 1
    with pytest.raises(KeyReused):
        await counter.top_up(asha, minor=1, key=key)


async def test_the_key_of_another_person_is_another_top_up(counter, asha, bina):
    key = str(new_id())
    hers, other = await counter.top_up(asha, key=key), await counter.top_up(bina, key=key)
    assert hers.payment.id != other.payment.id


@pytest.mark.parametrize(
    ("amount", "refusal"),
    [
        (inr(0), AmountNotPositive),
        (inr(-1), AmountNotPositive),
        (Money(1, Currency("USD")), NoWalletOfYours),
    ],
)
async def test_a_refused_top_up_leaves_everything_as_it_was(counter, asha, amount, refusal):
    before = await picture(counter.db)
    with pytest.raises(refusal):
        async with counter.db.transaction() as tx:
            order = TopUpOrder(asha.id, amount, str(new_id()), "http://batua.test")
            await payments.top_up(tx, counter.rails, order)
    assert await picture(counter.db) == before


async def test_without_a_provider_nothing_can_be_added(counter, asha):
    rails = Rails({}, counter.rails.settlements, counter.keys)
    before = await picture(counter.db)
    with pytest.raises(NoRail):
        async with counter.db.transaction() as tx:
            order = TopUpOrder(asha.id, inr(1), str(new_id()), "http://batua.test")
            await payments.top_up(tx, rails, order)
    assert await picture(counter.db) == before


async def test_a_top_up_of_someone_else_is_not_found(counter, asha, bina):
    made = await counter.top_up(asha)
    with pytest.raises(PaymentNotFound):
        await counter.seen(bina, made.payment.id)
    with pytest.raises(PaymentNotFound):
        await counter.seen_out(asha, made.payment.id)


async def test_a_declined_checkout_moves_nothing(counter, asha):
    made = await counter.top_up(asha)
    await counter.sandbox.act(made.attempt.provider_ref, "decline")
    await counter.callbacks(1)
    after = (await counter.seen(asha, made.payment.id)).payment
    assert (after.status, after.failure) == (P.FAILED, "declined")
    assert await counter.books() == START
    (fact,) = await counter.facts("payments.top_up_failed")
    assert (fact.person, fact.reason) == (asha.id, "declined")


async def test_callbacks_twice_and_out_of_order_credit_once(counter, asha):
    made = await counter.top_up(asha)
    await counter.sandbox.switch(made.attempt.provider_ref, duplicates=3, disorder=True)
    await counter.pay(made)
    await counter.callbacks(1)
    await counter.callbacks(5)
    assert await status(counter, asha, made) is P.SUCCEEDED
    assert await counter.books() == TOPPED_UP
    assert len(await counter.facts("payments.topped_up")) == 1
    assert await counter.is_sound()


async def test_a_forged_callback_credits_nothing(counter, asha):
    made = await counter.top_up(asha)
    await counter.sandbox.switch(made.attempt.provider_ref, forged=True, silent=False)
    await counter.sandbox.act(made.attempt.provider_ref, "decline")
    await counter.receiver.wait_for(2)
    with pytest.raises(BadSignature):
        await counter.settle()
    await counter.settle()
    assert await counter.books() == START
    assert await status(counter, asha, made) is P.FAILED


async def test_a_changed_amount_in_the_callback_credits_what_was_paid(counter, asha):
    made = await counter.top_up(asha)
    await counter.sandbox.switch(made.attempt.provider_ref, callback_amount_minor=9_999_999)
    await counter.pay(made)
    await counter.callbacks(1)
    assert await counter.books() == TOPPED_UP


async def test_another_amount_goes_to_suspense_and_is_told(counter, asha):
    made = await counter.top_up(asha)
    await counter.sandbox.switch(made.attempt.provider_ref, paid_amount_minor=499_00)
    await counter.pay(made)
    await counter.callbacks(1)
    after = (await counter.seen(asha, made.payment.id)).payment
    assert (after.status, after.failure) == (P.FAILED, "amount_mismatch")
    assert await counter.books() == {
        **START,
        "clearing:sandbox": -499_00,
        "suspense:sandbox": 499_00,
    }
    assert await counter.is_sound()
    (fact,) = await counter.facts("payments.amount_mismatched")
    assert (fact.person, fact.ordered, fact.received) == (asha.id, inr(500_00), inr(499_00))
    (failed,) = await counter.facts("payments.top_up_failed")
    assert failed.reason == "amount_mismatch"
    async with counter.db.transaction() as tx:  # told again, as a job that is tried twice does
        attempt = (await payments.top_up_of(tx, asha.id, made.payment.id)).attempt
        await payments.settle_top_up(tx, attempt)
    assert (await counter.books())["suspense:sandbox"] == 499_00
    assert len(await counter.facts("payments.amount_mismatched")) == 1


async def test_nobody_paid_in_time(counter, asha):
    made = await counter.top_up(asha)
    await counter.sweep(after=timedelta(minutes=31))
    after = (await counter.seen(asha, made.payment.id)).payment
    assert (after.status, after.failure) == (P.EXPIRED, "expired")
    assert await counter.books() == START
    (fact,) = await counter.facts("payments.top_up_failed")
    assert fact.reason == "expired"


async def test_money_that_comes_late_after_expiry_is_credited(counter, asha):
    made = await counter.top_up(asha)
    await counter.sweep(after=timedelta(minutes=31))
    await counter.pay(made, even_if_expired=True)
    await counter.callbacks(2)
    after = (await counter.seen(asha, made.payment.id)).payment
    assert (after.status, after.failure) == (P.SUCCEEDED, None)
    assert await counter.books() == TOPPED_UP
    assert await counter.is_sound()


@pytest.mark.parametrize("how", ["down", "slow", "garbage"])
async def test_trouble_at_the_start_ends_with_one_checkout(counter, asha, how):
    key = str(new_id())
    await counter.trouble(how)
    made = await counter.top_up(asha, key=key)
    assert (made.payment.status, made.attempt.checkout_url) == (P.UNKNOWN, None)
    assert await counter.books() == START
    await counter.trouble("none")
    await counter.sweep(after=SOON)
    found = await counter.seen(asha, made.payment.id)
    assert found.payment.status is P.PENDING
    assert found.attempt.checkout_url
    assert (await counter.top_up(asha, key=key)).payment.id == made.payment.id
    await counter.pay(found)
    await counter.callbacks(1)
    assert await counter.books() == TOPPED_UP
    assert await counter.is_sound()


@pytest.mark.parametrize("how", ["down", "slow", "garbage"])
async def test_trouble_at_settling_credits_once_it_is_over(counter, asha, how):
    made = await counter.top_up(asha)
    await counter.pay(made)
    await counter.trouble(how)
    await counter.callbacks(1)
    assert await status(counter, asha, made) is P.UNKNOWN
    assert await counter.books() == START
    await counter.trouble("none")
    await counter.sweep(after=SOON)
    assert await status(counter, asha, made) is P.SUCCEEDED
    assert await counter.books() == TOPPED_UP
    assert await counter.is_sound()


async def test_a_top_up_that_nobody_started_can_still_be_paid(counter, asha):
    """The web process died between the commit and the call."""
    order = TopUpOrder(asha.id, inr(500_00), str(new_id()), "http://batua.test")
    async with counter.db.transaction() as tx:
        made = await payments.top_up(tx, counter.rails, order)
    await counter.sweep(after=SOON)
    found = await counter.seen(asha, made.payment.id)
    assert found.attempt.checkout_url
    await counter.pay(found)
    await counter.callbacks(1)
    assert await counter.books() == TOPPED_UP


async def close(counter, who) -> None:
    """Close a wallet as an operator does, with the money taken out to where it came from."""
    async with counter.db.transaction() as tx:
        wallet = await payments.own_wallet(tx, who.id, Currency("INR"))
        await ledger.close_account(tx, wallet.account)


async def test_a_closed_wallet_takes_no_top_up(counter, bina):
    await close(counter, bina)
    with pytest.raises(AccountClosed):
        await counter.top_up(bina)


async def test_money_for_a_wallet_closed_meanwhile_waits_in_suspense(counter, bina):
    made = await counter.top_up(bina)
    await counter.pay(made)
    await close(counter, bina)
    await counter.callbacks(1)
    after = (await counter.seen(bina, made.payment.id)).payment
    assert (after.status, after.failure) == (P.FAILED, "wallet_closed")
    books = await counter.books()
    assert (books["clearing:sandbox"], books["suspense:sandbox"]) == (-500_00, 500_00)
    assert await counter.is_sound()


async def test_many_top_ups_in_every_kind_of_trouble_neither_lose_nor_make_money(counter, asha):
    paid = 0
    for n, switches in enumerate(
        (
            {"duplicates": 2},
            {"disorder": True},
            {"callback_amount_minor": 1},
            {"silent": True},
            {"paid_amount_minor": 77},
            {"duplicates": 1, "disorder": True, "callback_delay_s": 1},
        )
    ):
        made = await counter.top_up(asha, minor=100_00 + n)
        await counter.sandbox.switch(made.attempt.provider_ref, **switches)
        await counter.pay(made)
        paid += switches.get("paid_amount_minor", 100_00 + n)
    await counter.receiver.wait_for(10)
    await counter.settle()
    await counter.sweep(after=timedelta(minutes=5))
    books = await counter.books()
    assert books["clearing:sandbox"] == -paid
    assert books["suspense:sandbox"] == 77
    assert books["wallet"] == 1_000_00 + paid - 77
    assert await counter.is_sound()
