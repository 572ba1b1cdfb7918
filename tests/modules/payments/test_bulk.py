"""Bulk payments: by the rules of single sends, each line once, whatever breaks in between."""

from dataclasses import replace
from typing import Any

import pytest
from tests.modules.payments import bulk_given, given
from tests.modules.payments.bulk_given import ALL, EACH, codes, crowd, finish, order, run
from tests.modules.payments.given import Someone, inr

from batua.kit.db import Database, Tx
from batua.kit.money import Currency
from batua.kit.refusal import Refusal
from batua.kit.secrets import KeyRing
from batua.modules.identity import service as identity
from batua.modules.identity.errors import StepUpRequired
from batua.modules.identity.types import NewPerson
from batua.modules.ledger import service as ledger
from batua.modules.payments import service as payments
from batua.modules.payments.errors import BatchRefused, BatchTooLong, KeyReused, PayeeIsYourself
from batua.modules.payments.rules import bulk as rules
from batua.modules.payments.types import SendOrder


async def test_each_line_is_a_payment_of_its_own(
    db: Database, keys: KeyRing, asha: Someone, bina: Someone
) -> None:
    (charu,) = await crowd(db, keys, 1)
    results = await run(
        db, keys, order(asha, [(bina.id, 100_00, "May"), (charu, 50_00), (bina.id, 1)])
    )

    assert codes(results) == ["sent"] * 3
    assert [one.line for one in results] == [1, 2, 3]
    assert await given.balance(db, asha) == 1_000_00 - 150_01
    assert await given.balance(db, bina) == 100_01
    told = (await given.history(db, keys, asha)).items
    assert {view.payment.id for view in told} == {one.payment for one in results}
    assert [view.payment.note for view in told] == ["", "", "May"]
    assert len(await given.facts(db, "payments.sent")) == 3
    assert await given.sum_of_all_balances(db) == 0


async def test_people_are_named_by_number_and_handle_too(
    db: Database, keys: KeyRing, asha: Someone, bina: Someone
) -> None:
    lines: list[Any] = [("98123 45678", 1_00), ("+91-98123-45678", 2_00), ("ASHA@batua", 4_00)]
    results = await run(db, keys, order(bina, lines))
    assert codes(results) == ["payments.payee_is_yourself"] * 2 + ["ledger.not_enough_money"]
    results = await run(db, keys, order(asha, lines))
    assert codes(results) == ["sent", "sent", "payments.payee_is_yourself"]
    assert await given.balance(db, bina) == 3_00


async def test_every_refusal_is_told_at_its_line_and_harms_no_other(
    db: Database, keys: KeyRing, asha: Someone, bina: Someone
) -> None:
    closed, charu, abroad = await crowd(db, keys, 3)
    async with db.transaction() as tx:
        wallet = await payments.open_wallet(tx, closed, Currency("INR"))
        await ledger.close_account(tx, wallet.account)
    await bulk_given.rule(db, "per_send", 600_00)
    await bulk_given.rule(db, "day", 800_00)
    lines: list[Any] = [
        (bina.id, 600_00),
        (bina.id, 600_01),
        (closed, 1_00),
        (asha.id, 1_00),
        (given.stranger(), 1_00),
        ("+919000000001", 1_00),
        ("nobody@batua", 1_00),
        ("", 1_00),
        ("twelve", 1_00),
        ("??", 1_00),
        ("12345", 1_00),
        (charu, 0),
        (charu, -5),
        (charu, 1_00, "x" * 201),
        (charu, 200_01),
        (charu, 200_00),
        (charu, 1),
    ]
    results = await run(db, keys, order(asha, lines))

    assert codes(results) == [
        "sent",
        "payments.send_limit_reached",
        "ledger.account_closed",
        "payments.payee_is_yourself",
        "payments.payee_not_found",
        "payments.payee_not_found",
        "payments.payee_not_found",
        "payments.recipient_missing",
        "payments.payee_not_found",
        "payments.recipient_not_readable",
        "payments.phone_not_readable",
        "payments.amount_not_positive",
        "payments.amount_not_positive",
        "payments.note_too_long",
        "payments.day_limit_reached",
        "sent",
        "payments.day_limit_reached",
    ]
    assert await given.balance(db, asha) == 200_00
    day = results[14].refusal
    assert day is not None
    assert day.facts["left"] == {"minor": 200_00, "currency": "INR"}
    assert await given.sum_of_all_balances(db) == 0


async def test_money_and_currency_are_looked_at_line_by_line(
    db: Database, keys: KeyRing, asha: Someone, bina: Someone
) -> None:
    lines = [(bina.id, 600_00), (bina.id, 600_00), (bina.id, 400_00), (bina.id, 1)]
    assert codes(await run(db, keys, order(asha, lines))) == [
        *("sent", "ledger.not_enough_money"),
        *("sent", "ledger.not_enough_money"),
    ]
    assert await given.balance(db, asha) == 0
    assert codes(await run(db, keys, order(asha, [(bina.id, 1)], currency="USD"))) == [
        "payments.no_wallet_of_yours"
    ]
    await given.fund(db, asha, given.usd(5_00))
    assert codes(await run(db, keys, order(asha, [(bina.id, 1)], currency="USD"))) == [
        "payments.payee_has_no_wallet"
    ]
    assert codes(await run(db, keys, order(asha, [(bina.id, 1)], currency="XYZ"))) == [
        "kit.unknown_currency"
    ]


async def test_all_or_nothing_moves_nothing_and_tells_every_line(
    db: Database, keys: KeyRing, asha: Someone, bina: Someone
) -> None:
    lines = [(bina.id, 600_00), (asha.id, 1_00), (bina.id, 600_00), ("+919000000001", 5)]
    before = await given.picture(db), await bulk_given.tables(db)
    with pytest.raises(BatchRefused) as caught:
        await run(db, keys, order(asha, lines, ALL, key="may"))

    assert (await given.picture(db), await bulk_given.tables(db)) == before
    assert [(one["line"], one["code"]) for one in caught.value.lines] == [
        (2, "payments.payee_is_yourself"),
        (3, "ledger.not_enough_money"),
        (4, "payments.payee_not_found"),
    ]
    # A refused order leaves no key: the mended one may have it.
    mended = [(bina.id, 600_00), (bina.id, 400_00)]
    assert codes(await run(db, keys, order(asha, mended, ALL, key="may"))) == ["sent", "sent"]
    assert await given.balance(db, bina) == 1_000_00


async def test_all_or_nothing_spans_parts(
    db: Database, keys: KeyRing, asha: Someone, bina: Someone, small_parts: None
) -> None:
    lines = [(bina.id, 100_00)] * 10
    with pytest.raises(BatchRefused) as caught:
        await run(db, keys, order(asha, [*lines, (bina.id, 1)], ALL))
    assert [one["line"] for one in caught.value.lines] == [11]
    assert await given.balance(db, asha) == 1_000_00

    assert codes(await run(db, keys, order(asha, lines, ALL))) == ["sent"] * 10
    assert await given.balance(db, asha) == 0


async def test_the_pin_is_asked_once_for_all_if_any_line_asks_for_it(
    db: Database, keys: KeyRing, asha: Someone, bina: Someone
) -> None:
    (charu,) = await crowd(db, keys, 1)
    await given.send(db, keys, asha, bina, inr(1_00))
    known = [(bina.id, 499_99), (bina.id, 1)]
    before = await given.picture(db), await bulk_given.tables(db)
    for lines in ([*known, (charu, 1)], [*known, (bina.id, 500_00)]):
        for mode in (EACH, ALL):
            with pytest.raises(StepUpRequired):
                await run(db, keys, order(asha, lines, mode, pin=False))
    assert (await given.picture(db), await bulk_given.tables(db)) == before

    assert codes(await run(db, keys, order(asha, known, pin=False))) == ["sent", "sent"]
    assert codes(await run(db, keys, order(asha, [(charu, 1)]))) == ["sent"]


async def test_the_same_key_gives_the_same_results_for_ever(
    db: Database, keys: KeyRing, asha: Someone, bina: Someone, small_parts: None
) -> None:
    lines = [(bina.id, 300_00)] * 5
    first = await run(db, keys, order(asha, lines, key="may"))
    assert codes(first) == ["sent"] * 3 + ["ledger.not_enough_money"] * 2
    await given.fund(db, asha, inr(10_000_00))
    after = await given.picture(db)

    assert await run(db, keys, order(asha, lines, key="may")) == first
    assert await given.picture(db) == after


async def test_a_key_stands_for_one_order(
    db: Database, keys: KeyRing, asha: Someone, bina: Someone
) -> None:
    lines = [(bina.id, 1_00, "May")]
    first = order(asha, lines, key="may")
    await run(db, keys, first)
    after = await given.picture(db)
    for other in (
        order(asha, [(bina.id, 1_01, "May")], key="may"),
        order(asha, [(bina.id, 1_00, "June")], key="may"),
        order(asha, [*lines, *lines], key="may"),
        order(asha, lines, ALL, key="may"),
        replace(first, name="Other"),
    ):
        with pytest.raises(KeyReused):
            await run(db, keys, other)
    with pytest.raises(KeyReused):
        await given.send(db, keys, asha, bina, inr(1_00), key="may")
    assert await given.picture(db) == after


async def test_a_batch_has_lines_and_not_too_many(
    db: Database, keys: KeyRing, asha: Someone, bina: Someone
) -> None:
    for lines in ([], [(bina.id, 1)] * 10_001):
        with pytest.raises(BatchTooLong):
            await run(db, keys, order(asha, lines))


async def test_screens_are_asked_for_each_line(
    db: Database, keys: KeyRing, asha: Someone, bina: Someone
) -> None:
    async def screen(_tx: Tx, wanted: SendOrder) -> None:
        if wanted.note == "no":
            raise PayeeIsYourself

    lines = [(bina.id, 600_00, "no"), (bina.id, 600_00), (bina.id, 1, "no")]
    results = await run(db, keys, order(asha, lines), [screen])
    assert codes(results) == ["payments.payee_is_yourself", "sent", "payments.payee_is_yourself"]


async def test_a_line_whose_key_is_taken_is_refused_alone(
    db: Database, keys: KeyRing, asha: Someone, bina: Someone
) -> None:
    wanted = order(asha, [(bina.id, 1_00)] * 3)
    bulk = payments.Bulk(db, keys)
    batch = await bulk.begin(wanted)
    await given.send(db, keys, asha, bina, inr(7), key=f"{batch.id}:2")
    results = await finish(bulk, batch, wanted.payer)
    assert codes(results) == ["sent", "payments.key_reused", "sent"]
    assert await given.balance(db, bina) == 2_07


async def test_a_payee_without_a_wallet_gets_one_in_the_default_currency(
    db: Database, keys: KeyRing, asha: Someone
) -> None:
    async with db.transaction() as tx:
        new = NewPerson(phone="+918888888888", name="Deepa Rao")
        deepa = await identity.register_directly(tx, keys, new, identity.Hasher(given.CHEAP))
    for mode in (EACH, ALL):
        assert codes(await run(db, keys, order(asha, [(deepa.id, 1_00)], mode))) == ["sent"]
    async with db.transaction() as tx:
        wallet = await payments.open_wallet(tx, deepa.id, Currency("INR"))
        assert (await ledger.account(tx, wallet.account)).balance == inr(2_00)


def test_a_refusal_is_kept_as_plain_values() -> None:
    kept = rules.refusal_of(BatchTooLong(3))
    assert (kept.code, kept.facts) == ("payments.batch_too_long", {"limit": 3})
    assert kept.code in Refusal.registry
