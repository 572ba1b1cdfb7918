"""Sending: money goes once, by the rules, and a refusal leaves everything as it was."""

from datetime import timedelta
from typing import Any

import pytest
from tests.modules.payments import given
from tests.modules.payments.given import Someone, inr, order, refused, usd

from batua.kit import clock
from batua.kit.db import Database
from batua.kit.money import Currency
from batua.kit.refusal import Kind, Refusal
from batua.kit.secrets import KeyRing
from batua.modules.ledger import service as ledger
from batua.modules.ledger.errors import AccountClosed, NotEnoughMoney
from batua.modules.payments import service as payments
from batua.modules.payments.errors import (
    AmountNotPositive,
    KeyReused,
    NoteTooLong,
    NoWalletOfYours,
    PayeeHasNoWallet,
    PayeeIsYourself,
    PayeeNotFound,
    SendLimitReached,
)
from batua.modules.payments.types import (
    Direction,
    PaymentKind,
    PaymentStatus,
    PinReason,
    SendOrder,
    Sent,
)

pytestmark = pytest.mark.usefixtures("both_ways")


async def test_a_send_moves_the_money_and_both_sides_see_it(
    db: Database, keys: KeyRing, asha: Someone, bina: Someone
) -> None:
    view = await given.send(db, keys, asha, bina, inr(250_00), note="  दीवाली\nsweets ")

    payment = view.payment
    assert (payment.kind, payment.status) == (PaymentKind.SEND, PaymentStatus.SUCCEEDED)
    assert (payment.amount, payment.fee) == (inr(250_00), inr(0))
    assert payment.note == "दीवाली sweets"
    assert len(payment.reference) == 12
    assert payment.settled_at == payment.created_at
    assert await given.balance(db, asha) == 750_00
    assert await given.balance(db, bina) == 250_00

    mine = (await given.history(db, keys, asha)).items
    theirs = (await given.history(db, keys, bina)).items
    assert [v.payment for v in mine] == [v.payment for v in theirs] == [payment]
    assert payment.direction(asha.id) is Direction.OUT
    assert payment.direction(bina.id) is Direction.IN
    assert payment.balance_after(asha.id) == inr(750_00)
    assert payment.balance_after(bina.id) == inr(250_00)
    # Money has gone between them, so each sees the other's whole name.
    assert mine[0].other is not None and mine[0].other.name == "Bina Kumari"
    assert theirs[0].other is not None and theirs[0].other.name == "Asha Devi"
    assert theirs[0].other.phone == "+91 ••••• ••210"


async def test_a_send_states_one_fact_for_both(
    db: Database, keys: KeyRing, asha: Someone, bina: Someone
) -> None:
    view = await given.send(db, keys, asha, bina, inr(5))
    (fact,) = await given.facts(db, "payments.sent")
    assert fact == Sent(
        subject=view.payment.id,
        actor=asha.id,
        audience=(asha.id, bina.id),
        amount=inr(5),
    )
    assert (fact.payment, fact.payer, fact.payee) == (view.payment.id, asha.id, bina.id)


async def test_the_same_key_pays_once_and_gives_the_same_answer_for_ever(
    db: Database, keys: KeyRing, asha: Someone, bina: Someone
) -> None:
    first = await given.send(db, keys, asha, bina, inr(100), key="k", note="Tea")
    await given.send(db, keys, asha, bina, inr(900))
    with clock.frozen(clock.now() + timedelta(days=400)):
        # No PIN is asked, no limit counts: nothing is done again.
        again = await given.send(db, keys, asha, bina, inr(100), key="k", note="Tea", pin=False)
    assert again == first
    assert await given.balance(db, bina) == 1000
    assert len(await given.facts(db, "payments.sent")) == 2


async def test_the_key_of_another_person_is_another_key(
    db: Database, keys: KeyRing, asha: Someone, bina: Someone
) -> None:
    await given.send(db, keys, asha, bina, inr(100), key="k")
    back = await given.send(db, keys, bina, asha, inr(40), key="k")
    assert back.payment.amount == inr(40)
    assert await given.balance(db, bina) == 60


@pytest.mark.parametrize("change", ["amount", "note", "payee", "currency", "verb"])
async def test_a_key_for_another_order_is_refused(
    db: Database, keys: KeyRing, asha: Someone, bina: Someone, change: str
) -> None:
    chitra = await given.someone(db, keys, "Chitra Rao", "+919811111111")
    await given.send(db, keys, asha, bina, inr(100), key="k", note="Tea")
    if change == "verb":
        request = await given.ask(db, keys, bina, asha, inr(100))
        before = await given.picture(db)
        with pytest.raises(KeyReused):
            await given.pay(db, keys, asha, request, key="k")
        assert await given.picture(db) == before
        return
    others = {
        "amount": order(asha, bina, inr(101), key="k", note="Tea"),
        "note": order(asha, bina, inr(100), key="k", note="Tea!"),
        "payee": order(asha, chitra, inr(100), key="k", note="Tea"),
        "currency": order(asha, bina, usd(100), key="k", note="Tea"),
    }
    refusal = await refused(db, keys, others[change], KeyReused)
    assert refusal.kind is Kind.CONFLICT


async def test_a_refused_order_leaves_its_key_free(
    db: Database, keys: KeyRing, asha: Someone, bina: Someone
) -> None:
    await refused(db, keys, order(bina, asha, inr(300), key="k"), NotEnoughMoney)
    await given.send(db, keys, asha, bina, inr(500))
    await given.send(db, keys, bina, asha, inr(300), key="k")
    assert await given.balance(db, bina) == 200


@pytest.mark.parametrize("minor", [0, -1, -5_000])
async def test_an_amount_that_is_not_above_zero_is_refused(
    db: Database, keys: KeyRing, asha: Someone, bina: Someone, minor: int
) -> None:
    await refused(db, keys, order(asha, bina, inr(minor)), AmountNotPositive)


async def test_a_payment_to_oneself_is_refused(db: Database, keys: KeyRing, asha: Someone) -> None:
    await refused(db, keys, order(asha, asha, inr(10)), PayeeIsYourself)


async def test_a_payee_who_does_not_exist_is_not_found(
    db: Database, keys: KeyRing, asha: Someone
) -> None:
    nobody = SendOrder(asha.actor, given.stranger(), inr(10), "", "k")  # type: ignore[arg-type]
    await refused(db, keys, nobody, PayeeNotFound)


async def test_more_than_there_is_is_refused(
    db: Database, keys: KeyRing, asha: Someone, bina: Someone
) -> None:
    await refused(db, keys, order(asha, bina, inr(1_000_01)), NotEnoughMoney)
    await given.send(db, keys, asha, bina, inr(1_000_00))
    assert await given.balance(db, asha) == 0


async def test_a_note_that_is_too_long_is_refused(
    db: Database, keys: KeyRing, asha: Someone, bina: Someone
) -> None:
    await refused(db, keys, order(asha, bina, inr(10), note="अ" * 201), NoteTooLong)
    view = await given.send(db, keys, asha, bina, inr(10), note="अ" * 200)
    assert len(view.payment.note) == 200


@pytest.mark.parametrize("closed", ["payer", "payee"])
async def test_a_closed_account_neither_pays_nor_is_paid(
    db: Database, keys: KeyRing, asha: Someone, bina: Someone, closed: str
) -> None:
    if closed == "payer":
        await given.send(db, keys, asha, bina, inr(1_000_00))
    async with db.transaction() as tx:
        who = asha if closed == "payer" else bina
        wallet = await payments.open_wallet(tx, who.id, Currency("INR"))
        await ledger.close_account(tx, wallet.account)
    await refused(db, keys, order(asha, bina, inr(10)), AccountClosed)
    before = await given.picture(db)
    with pytest.raises(AccountClosed):
        async with db.transaction() as tx:
            await payments.check(tx, keys, asha.id, bina.id, inr(10))
    assert await given.picture(db) == before


async def test_a_currency_that_the_payer_does_not_hold_is_refused(
    db: Database, keys: KeyRing, asha: Someone, bina: Someone
) -> None:
    await refused(db, keys, order(asha, bina, usd(10)), NoWalletOfYours)


async def test_a_currency_that_the_payee_does_not_hold_is_refused(
    db: Database, keys: KeyRing, asha: Someone, bina: Someone
) -> None:
    await given.fund(db, asha, usd(100))
    await refused(db, keys, order(asha, bina, usd(10)), PayeeHasNoWallet)
    async with db.transaction() as tx:
        await payments.open_wallet(tx, bina.id, Currency("USD"))
    await given.send(db, keys, asha, bina, usd(10))
    assert await given.balance(db, bina, "USD") == 10


async def test_the_default_wallet_of_a_payee_is_opened_when_it_is_missing(
    db: Database, keys: KeyRing, asha: Someone, bina: Someone, database: str
) -> None:
    async with Database(db.settings, role=None).pool as pool, pool.connection() as owner:
        await owner.execute("DELETE FROM payments.wallet WHERE person = %s", (bina.id,))
    await given.send(db, keys, asha, bina, inr(10))
    assert await given.balance(db, bina) == 10


class Suspicious(Refusal):
    """A screen of this test says no."""

    code = "testing.suspicious"
    kind = Kind.FORBIDDEN


async def test_a_screen_sees_the_order_and_can_stop_it(
    db: Database, keys: KeyRing, asha: Someone, bina: Someone
) -> None:
    seen: list[SendOrder] = []

    async def watch(_tx: Any, wanted: SendOrder) -> None:
        seen.append(wanted)
        if wanted.amount > inr(50):
            raise Suspicious

    await refused(db, keys, order(asha, bina, inr(51)), Suspicious, [watch])
    await given.send(db, keys, asha, bina, inr(50), screens=[watch])
    assert [(o.payer.person, o.payee, o.amount.minor) for o in seen] == [
        (asha.id, bina.id, 51),
        (asha.id, bina.id, 50),
    ]


async def test_a_check_tells_what_a_send_would_do_and_moves_nothing(
    db: Database, keys: KeyRing, asha: Someone, bina: Someone
) -> None:
    before = await given.picture(db)
    async with db.transaction() as tx:
        found = await payments.check(tx, keys, asha.id, bina.id, inr(600_00))
    assert await given.picture(db) == before
    assert found.payee.party.name == "Bina K•••"
    assert found.payee.paid_before is False
    assert found.pin_reasons == (PinReason.AMOUNT, PinReason.NEW_PAYEE)
    assert (found.total, found.fee, found.balance_after) == (inr(600_00), inr(0), inr(400_00))
    assert found.limits.used_day == inr(0)

    await given.send(db, keys, asha, bina, inr(100_00))
    async with db.transaction() as tx:
        found = await payments.check(tx, keys, asha.id, bina.id, inr(499_99))
    assert found.payee.party.name == "Bina Kumari"
    assert (found.payee.paid_before, found.pin_reasons) == (True, ())
    assert found.limits.used_day == found.limits.used_month == inr(100_00)


@pytest.mark.parametrize(
    ("minor", "refusal"),
    [(0, AmountNotPositive), (1_000_01, NotEnoughMoney), (50_000_01, SendLimitReached)],
)
async def test_a_check_refuses_what_a_send_would(
    db: Database,
    keys: KeyRing,
    asha: Someone,
    bina: Someone,
    minor: int,
    refusal: type[Refusal],
) -> None:
    with pytest.raises(refusal):
        async with db.transaction() as tx:
            await payments.check(tx, keys, asha.id, bina.id, inr(minor))
    await refused(db, keys, order(asha, bina, inr(minor)), refusal)
