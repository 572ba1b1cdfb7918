"""Withdrawals: money is set aside, and gone only when the bank has it; else it comes back."""

import asyncio
from datetime import timedelta

import pytest
import pytest_asyncio
from tests.modules.payments.given import check_midnight, fund, inr, picture
from tests.modules.payments.rails_given import BANK, bank
from tests.modules.payments.rails_given import counter as open_counter

from batua.kit.ids import new_id
from batua.kit.money import Currency, Money
from batua.kit.refusal import BadField
from batua.kit.secrets import KeyRing
from batua.modules.gateways.types import Destination
from batua.modules.identity.errors import StepUpRequired
from batua.modules.ledger.errors import NotEnoughMoney
from batua.modules.payments import service as payments
from batua.modules.payments.errors import (
    AmountNotPositive,
    DayLimitReached,
    DestinationNotFound,
    KeyReused,
    PaymentNotFound,
    SendLimitReached,
)
from batua.modules.payments.types import PaymentStatus

START = {"clearing:test": -1_000_00, "wallet": 1_000_00}
HELD = {**START, "wallet held": 400_00}
GONE = {"clearing:test": -1_000_00, "clearing:sandbox": 400_00, "wallet": 600_00}
SOON = timedelta(seconds=30)
P = PaymentStatus


@pytest_asyncio.fixture
async def counter(db, keys, sandbox, receiver):
    async with open_counter(db, keys, sandbox, receiver) as found:
        yield found


async def status(counter, who, made) -> PaymentStatus:
    return (await counter.seen_out(who, made.payment.id)).payment.status


async def test_money_is_set_aside_then_paid_out_then_gone(counter, asha):
    made = await counter.withdraw(asha)
    assert (made.payment.status, made.destination.masked) == (P.PENDING, "HDFC •••• 6789")
    assert await counter.books() == HELD
    assert await counter.available(asha) == inr(600_00)
    await counter.do_jobs()
    assert await counter.books() == HELD
    await counter.callbacks(1)
    done = (await counter.seen_out(asha, made.payment.id)).payment
    assert (done.status, done.payer_balance, done.failure) == (P.SUCCEEDED, inr(600_00), None)
    assert await counter.books() == GONE
    assert await counter.is_sound()
    (fact,) = await counter.facts("payments.withdrawn")
    assert (fact.subject, fact.person, fact.amount) == (made.payment.id, asha.id, inr(400_00))


async def test_the_same_key_is_one_withdrawal(counter, asha):
    key = str(new_id())
    made = await asyncio.gather(*(counter.withdraw(asha, key=key) for _ in range(8)))
    assert len({one.payment.id for one in made}) == 1
    assert await counter.books() == HELD
    for other in ({"minor": 1}, {"to": bank("4444")}):
        with pytest.raises(KeyReused):
            await counter.withdraw(asha, key=key, **other)


async def test_withdrawals_at_once_never_pass_the_balance(counter, asha):
    results = await asyncio.gather(
        *(counter.withdraw(asha, minor=300_00) for _ in range(6)), return_exceptions=True
    )
    refused = [one for one in results if isinstance(one, NotEnoughMoney)]
    assert len(refused) == 3
    assert (await counter.books())["wallet held"] == 900_00


@pytest.mark.parametrize(
    ("order", "refusal"),
    [
        ({"minor": 0}, AmountNotPositive),
        ({"minor": 1_000_01}, NotEnoughMoney),
        ({"pin": False}, StepUpRequired),
        ({"minor": 1, "pin": False}, StepUpRequired),
        ({"to": Destination("12345", "HDFC0000001", "Asha")}, BadField),
        ({"to": Destination("1234567890123456789", "HDFC0000001", "Asha")}, BadField),
        ({"to": Destination("12345678X", "HDFC0000001", "Asha")}, BadField),
        ({"to": Destination("123456789", "HDFC1000001", "Asha")}, BadField),
        ({"to": Destination("123456789", "HDFC0000001", " ")}, BadField),
        ({"to": new_id()}, DestinationNotFound),
    ],
)
async def test_a_refused_withdrawal_leaves_everything_as_it_was(counter, asha, order, refusal):
    before = await picture(counter.db)
    with pytest.raises(refusal):
        await counter.withdraw(asha, **order)
    assert await picture(counter.db) == before
    assert await counter.facts("payments.withdrawn", "payments.withdrawal_failed") == []
    async with counter.db.read() as tx:
        assert await payments.destinations(tx, asha.id) == []


async def test_limits_count_what_was_withdrawn(counter, asha):
    await fund(counter.db, asha, Money(200_000_00, Currency("INR")))
    with pytest.raises(SendLimitReached):
        await counter.withdraw(asha, minor=50_000_01)
    await counter.withdraw(asha, minor=50_000_00)
    await counter.withdraw(asha, minor=49_000_00)
    with pytest.raises(DayLimitReached) as raised:
        await counter.withdraw(asha, minor=1_000_01)
    assert raised.value.left == inr(1_000_00)


@pytest.mark.parametrize(
    ("ending", "reason"),
    [("0001", "account_closed"), ("0002", "declined_by_bank"), ("0006", "no_such_account")],
)
async def test_a_payout_that_fails_gives_the_money_back(counter, asha, ending, reason):
    made = await counter.withdraw(asha, to=bank(ending))
    await counter.do_jobs()
    if await status(counter, asha, made) is P.PENDING:
        await counter.callbacks(1)
    after = (await counter.seen_out(asha, made.payment.id)).payment
    assert (after.status, after.failure, after.entry) == (P.FAILED, reason, None)
    assert await counter.books() == START
    assert await counter.available(asha) == inr(1_000_00)
    assert await counter.is_sound()
    (fact,) = await counter.facts("payments.withdrawal_failed")
    assert (fact.person, fact.reason) == (asha.id, reason)


@pytest.mark.parametrize("how", ["down", "slow", "garbage"])
async def test_an_unknown_outcome_keeps_the_money_aside_until_it_is_known(counter, asha, how):
    await counter.trouble(how, "payouts")
    made = await counter.withdraw(asha)
    await counter.do_jobs()
    assert await status(counter, asha, made) is P.UNKNOWN
    assert await counter.books() == HELD
    await counter.trouble("none")
    await counter.sweep(after=SOON)
    await counter.callbacks(1)
    assert await status(counter, asha, made) is P.SUCCEEDED
    assert await counter.books() == GONE
    assert await counter.is_sound()


async def test_a_payout_that_hangs_is_paid_once(counter, asha):
    await counter.trouble("slow", "messages")  # not this part of the provider, only our patience
    made = await counter.withdraw(asha, to=bank("0003"))
    await counter.do_jobs()
    assert await status(counter, asha, made) is P.UNKNOWN
    await counter.callbacks(1)
    assert await counter.books() == GONE


async def test_a_payout_without_end_keeps_the_money_aside(counter, asha):
    made = await counter.withdraw(asha, to=bank("0004"))
    await counter.do_jobs()
    await counter.sweep(after=timedelta(days=30))
    assert await status(counter, asha, made) is P.PENDING
    assert await counter.books() == HELD


async def test_another_amount_paid_out_keeps_the_money_aside_and_is_told(counter, asha):
    made = await counter.withdraw(asha, to=bank("0005"))
    await counter.do_jobs()
    await counter.callbacks(1)
    after = (await counter.seen_out(asha, made.payment.id)).payment
    assert (after.status, after.failure) == (P.UNKNOWN, "amount_mismatch")
    assert await counter.books() == HELD
    (fact,) = await counter.facts("payments.amount_mismatched")
    assert (fact.ordered, fact.received) == (inr(400_00), inr(399_99))


async def test_callbacks_twice_take_the_money_once(counter, asha):
    await counter.withdraw(asha)
    await counter.do_jobs()
    await counter.callbacks(1)
    headers, body = counter.receiver.calls[0]
    counter.receiver.calls.append((headers, body))
    await counter.settle()
    assert await counter.books() == GONE
    assert len(await counter.facts("payments.withdrawn")) == 1


async def test_an_account_is_kept_once_sealed_and_can_be_used_again(counter, asha, bina):
    first = await counter.withdraw(asha, minor=1)
    spaced = Destination("5010 0123 4567 89", "hdfc0000001", "Asha  Devi")
    again = await counter.withdraw(asha, minor=2, to=spaced)
    by_id = await counter.withdraw(asha, minor=3, to=first.destination.id)
    assert first.destination.id == again.destination.id == by_id.destination.id
    async with counter.db.read() as tx:
        (kept,) = await payments.destinations(tx, asha.id)
        assert await payments.destinations(tx, bina.id) == []
        rows = await (
            await tx.execute("SELECT to_jsonb(d)::text FROM payments.destination d")
        ).fetchall()
    assert (kept.kind, kept.masked) == ("bank", "HDFC •••• 6789")
    assert all(BANK.account_number not in text and BANK.name not in text for (text,) in rows)
    with pytest.raises(DestinationNotFound):
        await counter.withdraw(bina, to=first.destination.id)


async def test_a_withdrawal_of_someone_else_is_not_found(counter, asha, bina):
    made = await counter.withdraw(asha)
    with pytest.raises(PaymentNotFound):
        await counter.seen_out(bina, made.payment.id)
    with pytest.raises(PaymentNotFound):
        await counter.seen(asha, made.payment.id)


async def test_rotation_seals_accounts_under_the_new_key(counter, asha, db):
    made = await counter.withdraw(asha)
    newer = KeyRing({"k003": b"3" * 32, "k002": b"2" * 32, "k001": b"1" * 32}, b"i" * 32)
    from batua.modules.gateways import service as gateways

    assert await payments.rotate_keys(db, newer, lambda *_: None) == 1
    assert await gateways.rotate_keys(db, newer, lambda *_: None) == 1
    assert await payments.rotate_keys(db, newer, lambda *_: None) == 0
    assert await gateways.rotate_keys(db, newer, lambda *_: None) == 0
    only_new = KeyRing({"k003": b"3" * 32}, b"i" * 32)
    async with db.read() as tx:
        sealed = await (await tx.execute("SELECT sealed FROM payments.destination")).fetchone()
        payout = await (await tx.execute("SELECT destination FROM gateways.attempt")).fetchone()
    assert BANK.account_number.encode() in only_new.decrypt(
        sealed[0], purpose="payments.destination"
    )
    assert BANK.account_number.encode() in only_new.decrypt(
        payout[0], purpose="gateways.destination"
    )
    assert made.destination.masked


async def test_a_withdrawal_bears_the_time_that_its_limits_were_looked_at(counter, keys, asha):
    await check_midnight(counter.db, keys, asha, counter.withdraw)
