"""Payees: looked up with a guard, seen masked, remembered, searched among one's own."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest
from tests.modules.payments import given
from tests.modules.payments.given import Someone, inr

from batua.kit import clock
from batua.kit.db import Database, fetch_value
from batua.kit.secrets import KeyRing
from batua.modules.payments import service as payments
from batua.modules.payments.errors import (
    HandleNotReadable,
    LookUpByOne,
    PayeeIsYourself,
    PhoneNotReadable,
    QrOfAnotherNetwork,
    TooManyMisses,
)
from batua.modules.payments.types import Found, LookUp


async def look_up(db: Database, keys: KeyRing, who: Someone, **wanted: str) -> Found | None:
    async with db.transaction() as tx:
        return await payments.look_up_payee(tx, keys, who.id, LookUp(**wanted))


@pytest.mark.parametrize(
    "wanted",
    [
        {"phone": "+919876543210"},
        {"phone": "098765 43210"},  # as a neighbour writes it
        {"handle": "Asha"},
        {"handle": "asha@batua"},
        {"qr": "https://batua.example/pay?to=asha@batua"},
        {"qr": "upi://pay?pa=asha@batua&pn=x&am=12.50&tn=Tea&cu=INR"},
    ],
)
async def test_a_payee_is_found_and_seen_masked(
    db: Database, keys: KeyRing, asha: Someone, bina: Someone, wanted: dict[str, str]
) -> None:
    found = await look_up(db, keys, bina, **wanted)
    assert found is not None
    assert found.payee.party.id == asha.id
    assert found.payee.party.name == "Asha D•••"
    assert found.payee.party.phone == "+91 ••••• ••210"
    assert found.payee.party.handle == "asha@batua"
    assert (found.payee.paid_before, found.payee.last_paid_at) == (False, None)
    carried = (inr(12_50), "Tea") if "am=" in wanted.get("qr", "") else (None, None)
    assert (found.amount, found.note) == carried


async def test_someone_without_a_handle_is_found_by_her_own_code(
    db: Database, keys: KeyRing, asha: Someone, bina: Someone
) -> None:
    async with db.read() as tx:
        text = await payments.my_link(tx, keys, bina.id, "https://b.example", inr(5), None)
    assert text == f"https://b.example/pay?to={bina.id}&am=0.05&cu=INR"
    found = await look_up(db, keys, asha, qr=text)
    assert found is not None and found.payee.party.id == bina.id


async def test_the_whole_name_is_shown_once_money_has_gone(
    db: Database, keys: KeyRing, asha: Someone, bina: Someone
) -> None:
    view = await given.send(db, keys, asha, bina, inr(100))
    found = await look_up(db, keys, bina, handle="asha")
    assert found is not None
    assert found.payee.party.name == "Asha Devi"
    assert found.payee.paid_before is False  # Bina was paid, she did not pay
    found = await look_up(db, keys, asha, phone="+919812345678")
    assert found is not None
    assert (found.payee.party.name, found.payee.paid_before) == ("Bina Kumari", True)
    assert found.payee.last_paid_at == view.payment.created_at


@pytest.mark.parametrize(
    ("wanted", "refusal"),
    [
        ({}, LookUpByOne),
        ({"phone": "+919876543210", "handle": "asha"}, LookUpByOne),
        ({"phone": "hello"}, PhoneNotReadable),
        ({"phone": "+91 123"}, PhoneNotReadable),
        ({"handle": "a b"}, HandleNotReadable),
        ({"qr": "upi://pay?pa=asha@okaxis"}, QrOfAnotherNetwork),
        ({"phone": "+919812345678"}, PayeeIsYourself),
    ],
)
async def test_a_look_up_that_names_nobody_at_all_is_no_miss(
    db: Database, keys: KeyRing, bina: Someone, wanted: dict[str, str], refusal: Any
) -> None:
    for _ in range(6):
        with pytest.raises(refusal):
            await look_up(db, keys, bina, **wanted)


async def test_five_misses_an_hour_are_free_and_the_sixth_look_up_waits(
    db: Database, keys: KeyRing, asha: Someone, bina: Someone
) -> None:
    start = clock.now()
    with clock.frozen(start) as time:
        misses: list[dict[str, str]] = [
            {"phone": "+919800000001"},
            {"handle": "nobody"},
            {"qr": "upi://pay?pa=nobody@batua"},
            {"qr": f"https://batua.example/pay?to={given.stranger()}"},
            {"handle": "ab"},  # too short to be anyone's
        ]
        for wanted in misses:
            assert await look_up(db, keys, bina, **wanted) is None
            time.advance(timedelta(minutes=1))
        # Refused alike for those who exist and those who do not: the answer tells nothing.
        for wanted in ({"handle": "nobody"}, {"handle": "asha"}):
            with pytest.raises(TooManyMisses) as caught:
                await look_up(db, keys, bina, **wanted)
            assert caught.value.retry_after_s == 55 * 60
        # Another person's misses are her own.
        assert await look_up(db, keys, asha, handle="nobody") is None
        time.move_to(start + timedelta(hours=1))
        assert await look_up(db, keys, bina, handle="asha") is not None
        assert await look_up(db, keys, bina, handle="nobody") is None
        with pytest.raises(TooManyMisses):
            await look_up(db, keys, bina, handle="nobody")


async def test_someone_dealt_with_is_found_even_after_five_misses(
    db: Database, keys: KeyRing, asha: Someone, bina: Someone
) -> None:
    await given.send(db, keys, asha, bina, inr(100))
    for n in range(5):
        assert await look_up(db, keys, bina, handle=f"nobody{n}") is None
    found = await look_up(db, keys, bina, handle="asha")
    assert found is not None and found.payee.party.id == asha.id


async def test_misses_at_once_are_counted_one_after_another(
    db: Database, keys: KeyRing, bina: Someone
) -> None:
    async def one(n: int) -> str:
        try:
            assert await look_up(db, keys, bina, handle=f"nobody{n}") is None
        except TooManyMisses:
            return "refused"
        return "missed"

    answers = await asyncio.gather(*(one(n) for n in range(20)))
    assert sorted(answers) == ["missed"] * 5 + ["refused"] * 15
    async with db.read() as tx:
        counted = await fetch_value(tx, "SELECT cardinality(misses) FROM payments.look_up_guard")
    assert counted == 5


async def test_recents_are_those_paid_the_latest_first(
    db: Database, keys: KeyRing, asha: Someone, bina: Someone
) -> None:
    chitra = await given.someone(db, keys, "Chitra Rao", "+919811111111", money=100)
    await given.send(db, keys, asha, chitra, inr(100))
    await given.send(db, keys, asha, bina, inr(100))
    await given.send(db, keys, asha, bina, inr(100))
    await given.send(db, keys, chitra, asha, inr(100))
    async with db.read() as tx:
        recent = await payments.recent_payees(tx, keys, asha.id, 10)
        one = await payments.recent_payees(tx, keys, asha.id, 1)
        none = await payments.recent_payees(tx, keys, bina.id, 10)
    assert [p.party.name for p in recent] == ["Bina Kumari", "Chitra Rao"]
    assert all(p.paid_before and p.last_paid_at for p in recent)
    assert [p.party.name for p in one] == ["Bina Kumari"]
    assert none == []


async def test_a_search_finds_the_people_dealt_with_and_nobody_else(
    db: Database, keys: KeyRing, asha: Someone, bina: Someone
) -> None:
    await given.someone(db, keys, "Bindu Rao", "+919811111111")  # never dealt with
    chitra = await given.someone(db, keys, "Chitra Bose", "+919822222222")
    await given.send(db, keys, asha, bina, inr(100))
    await given.ask(db, keys, chitra, asha, inr(100))

    async def names(text: str) -> list[str]:
        async with db.read() as tx:
            return [p.party.name for p in await payments.search_payees(tx, keys, asha.id, text, 10)]

    assert await names("bin") == ["Bina Kumari"]
    assert await names("kum") == ["Bina Kumari"]
    assert await names("B") == ["Chitra B•••", "Bina Kumari"]
    assert await names("bose") == []  # masked still, so not searchable
    assert await names("9812345678") == ["Bina Kumari"]
    assert await names("nobody") == []


async def test_have_met_is_true_both_ways_once_money_has_gone(
    db: Database, keys: KeyRing, asha: Someone, bina: Someone
) -> None:
    async def met() -> list[bool]:
        async with db.read() as tx:
            return [
                await payments.have_met(tx, asha.id, bina.id),
                await payments.have_met(tx, bina.id, asha.id),
            ]

    await given.ask(db, keys, bina, asha, inr(1))
    assert await met() == [False, False]
    await given.send(db, keys, asha, bina, inr(1))
    assert await met() == [True, True]
