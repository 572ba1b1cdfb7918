"""Sending: money goes once, by the rules, and a refusal leaves everything as it was."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from tests.modules.payments import given
from tests.modules.payments.given import Someone, inr, order, usd

from batua.kit import clock
from batua.kit.db import Database, execute
from batua.kit.money import Currency
from batua.kit.refusal import Kind, Refusal
from batua.kit.secrets import KeyRing
from batua.modules.identity.errors import StepUpExpired, StepUpRequired
from batua.modules.ledger import service as ledger
from batua.modules.ledger.errors import AccountClosed, NotEnoughMoney
from batua.modules.payments import service as payments
from batua.modules.payments.errors import (
    AmountNotPositive,
    DayLimitReached,
    KeyReused,
    MonthLimitReached,
    NoteTooLong,
    NoWalletOfYours,
    PayeeHasNoWallet,
    PayeeIsYourself,
    PayeeNotFound,
    SendLimitReached,
)
from batua.modules.payments.types import (
    Actor,
    Direction,
    PaymentKind,
    PaymentStatus,
    PinReason,
    SendOrder,
    Sent,
)


async def refused(
    db: Database, keys: KeyRing, wanted: SendOrder, refusal: type[Refusal], screens: Any = ()
) -> Refusal:
    """Send, be refused, and find that nothing moved, nothing was written, no fact was stated."""
    before = await given.picture(db)
    with pytest.raises(refusal) as caught:
        async with db.transaction() as tx:
            await payments.send(tx, keys, wanted, screens)
    assert await given.picture(db) == before
    return caught.value


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
        payment=view.payment.id,
        payer=asha.id,
        payee=bina.id,
        amount=inr(5),
    )


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


# ---- the PIN -----------------------------------------------------------------------------------


async def test_the_pin_is_asked_for_someone_new_and_from_the_limit_on(
    db: Database, keys: KeyRing, asha: Someone, bina: Someone
) -> None:
    await refused(db, keys, order(asha, bina, inr(1), pin=False), StepUpRequired)
    await given.send(db, keys, asha, bina, inr(1))
    await given.send(db, keys, asha, bina, inr(499_99), pin=False)
    await refused(db, keys, order(asha, bina, inr(500_00), pin=False), StepUpRequired)


async def test_someone_who_only_paid_the_payer_is_still_new_to_her(
    db: Database, keys: KeyRing, asha: Someone, bina: Someone
) -> None:
    await given.send(db, keys, asha, bina, inr(100))
    await refused(db, keys, order(bina, asha, inr(1), pin=False), StepUpRequired)


async def test_a_pin_given_in_another_session_or_too_long_ago_does_not_count(
    db: Database, keys: KeyRing, asha: Someone, bina: Someone
) -> None:
    foreign = SendOrder(Actor(asha.id, asha.caller.session, bina.step_up), bina.id, inr(1), "", "k")
    await refused(db, keys, foreign, StepUpRequired)
    with clock.frozen(clock.now() + timedelta(minutes=5, seconds=1)):
        await refused(db, keys, order(asha, bina, inr(1)), StepUpExpired)


# ---- limits ------------------------------------------------------------------------------------


@pytest.fixture
def rupees_50(database: str) -> Any:
    """Rules of 50 rupees a send, 100 a day, 300 a month from now on."""

    async def write(db: Database) -> None:
        owner = Database(db.settings, role=None)
        await owner.open()
        async with owner.transaction() as tx:
            for kind, minor in (("per_send", 50_00), ("day", 100_00), ("month", 300_00)):
                await execute(
                    tx,
                    "INSERT INTO payments.limit_rule"
                    " (kind, tier, currency, amount_minor, valid_from)"
                    " VALUES (%(kind)s, 'basic', 'INR', %(minor)s, '2026-01-01')",
                    {"kind": kind, "minor": minor},
                )
        await owner.close()

    return write


async def test_one_send_has_a_limit(
    db: Database, keys: KeyRing, asha: Someone, bina: Someone, rupees_50: Any
) -> None:
    await rupees_50(db)
    refusal = await refused(db, keys, order(asha, bina, inr(50_01)), SendLimitReached)
    assert refusal.facts() == {"limit": inr(50_00)}
    await given.send(db, keys, asha, bina, inr(50_00))


async def test_the_day_and_the_month_are_those_of_the_payers_own_zone(
    db: Database, keys: KeyRing, asha: Someone, bina: Someone, rupees_50: Any
) -> None:
    await rupees_50(db)

    def at(day: int, hour: int, minute: int = 0) -> Any:
        # India is 5:30 ahead, so its midnight is at 18:30 UTC.
        return clock.frozen(datetime(2027, 3, day, hour, minute, tzinfo=UTC))

    async def spend(*amounts: int) -> None:
        for amount in amounts:
            await given.send(db, keys, await fresh(), bina, inr(amount))

    async def fresh() -> Someone:
        proof = await given.prove(db, keys, asha.caller)
        return Someone(asha.person, asha.caller, asha.access_token, proof)

    with at(9, 19):
        await spend(50_00, 49_99)
        refusal = await refused(db, keys, order(await fresh(), bina, inr(2)), DayLimitReached)
        assert refusal.facts() == {
            "limit": inr(100_00),
            "left": inr(1),
            "resets_at": datetime(2027, 3, 10, 18, 30, tzinfo=UTC),
        }
        await spend(1)
    with at(10, 18, 29):
        await refused(db, keys, order(await fresh(), bina, inr(1)), DayLimitReached)
    with at(10, 18, 30):
        await spend(50_00, 50_00)
    with at(20, 12):
        await spend(50_00, 49_00)
    with at(21, 12):
        refusal = await refused(db, keys, order(await fresh(), bina, inr(1_01)), MonthLimitReached)
        assert refusal.facts() == {
            "limit": inr(300_00),
            "left": inr(1_00),
            "resets_at": datetime(2027, 3, 31, 18, 30, tzinfo=UTC),
        }
    with at(31, 18, 30):
        await spend(50_00)


async def test_a_new_rule_counts_from_its_beginning(
    db: Database, keys: KeyRing, asha: Someone, bina: Someone
) -> None:
    owner = Database(db.settings, role=None)
    await owner.open()
    async with owner.transaction() as tx:
        await execute(
            tx,
            "INSERT INTO payments.limit_rule"
            " (kind, tier, currency, amount_minor, valid_from, valid_until) VALUES"
            " ('per_send', 'basic', 'INR', 1000, '2030-01-01 00:00Z', '2030-02-01 00:00Z')",
        )
    await owner.close()

    async def cap(at: datetime) -> int:
        with clock.frozen(at):
            async with db.read() as tx:
                return (await payments.limits(tx, keys, asha.id, Currency("INR"))).per_send.minor

    assert await cap(datetime(2029, 12, 31, 23, 59, 59, tzinfo=UTC)) == 50_000_00
    assert await cap(datetime(2030, 1, 1, tzinfo=UTC)) == 1000
    assert await cap(datetime(2030, 2, 1, tzinfo=UTC)) == 50_000_00


async def test_a_currency_without_rules_of_its_own_takes_those_of_any(
    db: Database, keys: KeyRing, asha: Someone
) -> None:
    async with db.read() as tx:
        found = {
            code: (await payments.limits(tx, keys, asha.id, Currency(code))).per_send.minor
            for code in ("USD", "JPY", "KWD")
        }
    assert found == {"USD": 500_00, "JPY": 500, "KWD": 500_000}


# ---- screens and checks ------------------------------------------------------------------------


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
