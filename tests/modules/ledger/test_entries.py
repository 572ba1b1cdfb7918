"""Entries: all legs or none, once an id, undone at most once."""

import dataclasses
import re
from datetime import timedelta

import pytest
from tests.modules.ledger.given import (
    attempt,
    balance,
    held,
    inr,
    order,
    outside,
    picture,
    usd,
    wallet,
)

from batua.kit import clock
from batua.kit.db import Tx, fetch_value
from batua.kit.ids import new_id
from batua.kit.money import Currency, Money
from batua.modules.ledger import service as ledger
from batua.modules.ledger.errors import (
    AccountClosed,
    AlreadyReversed,
    EntryConflict,
    NoSuchEntry,
    NotEnoughMoney,
    ReversalNotReversible,
    WrongCurrency,
)
from batua.modules.ledger.types import AccountKind, Leg


async def test_money_leaves_one_account_and_reaches_the_other(tx: Tx) -> None:
    payer, payee = await wallet(tx, 100), await wallet(tx, 7)
    asked = order(Leg(payer, payee, inr(60)))
    entry = await ledger.post(tx, asked)
    assert (entry.id, entry.kind, entry.ref, entry.legs) == (
        asked.id,
        "send",
        "a test",
        asked.legs,
    )
    assert await balance(tx, payer) == 40
    assert await balance(tx, payee) == 67
    assert await ledger.entry(tx, entry.id) == entry


async def test_one_unit_more_than_there_is_is_refused_and_nothing_moves(tx: Tx) -> None:
    payer, payee = await wallet(tx, 100), await wallet(tx)
    before = await picture(tx)
    with pytest.raises(NotEnoughMoney):
        async with attempt(tx):
            await ledger.post(tx, order(Leg(payer, payee, inr(101))))
    assert await picture(tx) == before
    await ledger.post(tx, order(Leg(payer, payee, inr(100))))
    assert await balance(tx, payer) == 0


async def test_when_one_leg_is_refused_no_leg_happens(tx: Tx) -> None:
    payer, poor, payee = await wallet(tx, 100), await wallet(tx, 1), await wallet(tx)
    before = await picture(tx)
    with pytest.raises(NotEnoughMoney):
        async with attempt(tx):
            await ledger.post(tx, order(Leg(payer, payee, inr(5)), Leg(poor, payee, inr(2))))
    assert await picture(tx) == before


async def test_a_refused_id_may_be_used_again(tx: Tx) -> None:
    payer, payee = await wallet(tx), await wallet(tx)
    asked = order(Leg(payer, payee, inr(5)))
    with pytest.raises(NotEnoughMoney):
        async with attempt(tx):
            await ledger.post(tx, asked)
    await ledger.post(tx, order(Leg((await outside(tx)).id, payer, inr(5))))
    await ledger.post(tx, asked)
    assert await balance(tx, payee) == 5


async def test_the_floor_holds_for_the_whole_entry_not_for_each_leg(tx: Tx) -> None:
    hub, source, sink = await wallet(tx, 0), await wallet(tx, 30), await wallet(tx)
    await ledger.post(tx, order(Leg(hub, sink, inr(30)), Leg(source, hub, inr(30))))
    assert await balance(tx, hub) == 0
    assert await balance(tx, sink) == 30
    through = [line.balance_after.minor for line in (await ledger.statement(tx, hub)).items]
    assert through == [0, -30]


async def test_an_exchange_balances_each_currency_by_itself(tx: Tx) -> None:
    rupees, dollars = await wallet(tx, 8_300), await wallet(tx, 0, "USD")
    position = {
        code: (
            await ledger.open_account(
                tx,
                kind=AccountKind.FX_POSITION,
                owner="house",
                currency=Currency(code),
                floor_minor=None,
            )
        ).id
        for code in ("INR", "USD")
    }
    await ledger.post(
        tx,
        order(
            Leg(rupees, position["INR"], inr(8_300)),
            Leg(position["USD"], dollars, usd(100)),
            kind="exchange",
        ),
    )
    assert (await ledger.account(tx, dollars)).balance == usd(100)
    assert (await ledger.account(tx, position["INR"])).balance == inr(8_300)
    assert (await ledger.account(tx, position["USD"])).balance == usd(-100)


@pytest.mark.parametrize("amount", [usd(5), Money(5, Currency("JPY"))])
async def test_an_amount_of_another_currency_is_refused(tx: Tx, amount: Money) -> None:
    payer, payee = await wallet(tx, 100), await wallet(tx)
    before = await picture(tx)
    with pytest.raises(WrongCurrency):
        async with attempt(tx):
            await ledger.post(tx, order(Leg(payer, payee, amount)))
    assert await picture(tx) == before


async def test_a_leg_between_two_currencies_is_refused(tx: Tx) -> None:
    rupees, dollars = await wallet(tx, 100), await wallet(tx, 100, "USD")
    for leg in (Leg(rupees, dollars, inr(5)), Leg(rupees, dollars, usd(5))):
        with pytest.raises(WrongCurrency):
            async with attempt(tx):
                await ledger.post(tx, order(leg))
    assert await balance(tx, rupees) == 100


async def test_the_same_id_again_returns_the_first_entry_and_moves_nothing(tx: Tx) -> None:
    payer, payee = await wallet(tx, 100), await wallet(tx)
    asked = order(Leg(payer, payee, inr(60)), Leg(payee, payer, inr(10)))
    first = await ledger.post(tx, asked)
    before = await picture(tx)
    assert await ledger.post(tx, asked) == first
    assert await picture(tx) == before


async def test_a_repeat_is_answered_even_when_it_could_not_happen_any_more(tx: Tx) -> None:
    payer, payee = await wallet(tx, 60), await wallet(tx)
    asked = order(Leg(payer, payee, inr(60)))
    first = await ledger.post(tx, asked)
    await ledger.close_account(tx, payer)
    assert await ledger.post(tx, asked) == first


async def test_the_same_id_with_another_order_is_refused(tx: Tx) -> None:
    payer, payee, third = await wallet(tx, 100), await wallet(tx), await wallet(tx)
    asked = order(Leg(payer, payee, inr(60)))
    await ledger.post(tx, asked)
    before = await picture(tx)
    for legs in ((Leg(payer, payee, inr(61)),), (Leg(payer, third, inr(60)),)):
        with pytest.raises(EntryConflict):
            async with attempt(tx):
                await ledger.post(tx, dataclasses.replace(asked, legs=legs))
    assert await picture(tx) == before


async def test_an_entry_may_count_for_another_day_than_it_was_recorded(tx: Tx) -> None:
    payer, payee = await wallet(tx, 100), await wallet(tx)
    yesterday = clock.now() - timedelta(days=1)
    asked = dataclasses.replace(order(Leg(payer, payee, inr(1))), effective_at=yesterday)
    entry = await ledger.post(tx, asked)
    assert entry.effective_at == yesterday < entry.recorded_at
    assert await ledger.post(tx, asked) == entry
    assert (await ledger.statement(tx, payee)).items[0].effective_at == yesterday


async def test_an_entry_of_a_thousand_legs_is_one_entry(tx: Tx) -> None:
    payer = await wallet(tx, 1_000)
    payees = [await wallet(tx) for _ in range(10)]
    entry = await ledger.post(
        tx, order(*(Leg(payer, payees[n % 10], inr(1)) for n in range(1_000)))
    )
    assert await balance(tx, payer) == 0
    assert [await balance(tx, payee) for payee in payees] == [100] * 10
    assert await ledger.entry(tx, entry.id) == entry
    assert (await ledger.account(tx, payer)).version == 1_001


async def test_an_unknown_entry_is_refused(tx: Tx) -> None:
    with pytest.raises(NoSuchEntry):
        await ledger.entry(tx, new_id())
    with pytest.raises(NoSuchEntry):
        async with attempt(tx):
            await ledger.reverse(tx, new_id(), new_id(), "oops")


async def test_a_reversal_brings_every_leg_back(tx: Tx) -> None:
    payer, payee, fees = await wallet(tx, 100), await wallet(tx), await wallet(tx)
    first = await ledger.post(tx, order(Leg(payer, payee, inr(60)), Leg(payer, fees, inr(3))))
    back = await ledger.reverse(tx, first.id, new_id(), "oops")
    assert (back.kind, back.ref, back.reverses) == ("reversal", "oops", first.id)
    assert back.legs == (Leg(payee, payer, inr(60)), Leg(fees, payer, inr(3)))
    assert [await balance(tx, a) for a in (payer, payee, fees)] == [100, 0, 0]


async def test_an_entry_is_reversed_at_most_once(tx: Tx) -> None:
    payer, payee = await wallet(tx, 100), await wallet(tx, 100)
    first = await ledger.post(tx, order(Leg(payer, payee, inr(60))))
    reversal = new_id()
    back = await ledger.reverse(tx, first.id, reversal, "oops")
    before = await picture(tx)
    assert await ledger.reverse(tx, first.id, reversal, "oops") == back
    with pytest.raises(AlreadyReversed):
        async with attempt(tx):
            await ledger.reverse(tx, first.id, new_id(), "oops")
    with pytest.raises(EntryConflict):
        async with attempt(tx):
            await ledger.reverse(tx, first.id, reversal, "another reason")
    with pytest.raises(ReversalNotReversible):
        async with attempt(tx):
            await ledger.reverse(tx, back.id, new_id(), "oops again")
    assert await picture(tx) == before


async def test_a_reversal_is_refused_when_the_money_is_gone(tx: Tx) -> None:
    payer, payee = await wallet(tx, 100), await wallet(tx)
    first = await ledger.post(tx, order(Leg(payer, payee, inr(60))))
    await ledger.post(tx, order(Leg(payee, payer, inr(1))))
    before = await picture(tx)
    with pytest.raises(NotEnoughMoney):
        async with attempt(tx):
            await ledger.reverse(tx, first.id, new_id(), "oops")
    assert await picture(tx) == before


async def test_a_reversal_is_refused_when_an_account_is_closed(tx: Tx) -> None:
    payer, payee = await wallet(tx, 60), await wallet(tx)
    first = await ledger.post(tx, order(Leg(payer, payee, inr(60))))
    await ledger.close_account(tx, payer)
    with pytest.raises(AccountClosed):
        async with attempt(tx):
            await ledger.reverse(tx, first.id, new_id(), "oops")
    assert await balance(tx, payee) == 60


async def test_an_id_that_is_taken_by_another_entry_reverses_nothing(tx: Tx) -> None:
    payer, payee = await wallet(tx, 100), await wallet(tx)
    first = await ledger.post(tx, order(Leg(payer, payee, inr(60))))
    second = await ledger.post(tx, order(Leg(payer, payee, inr(1))))
    with pytest.raises(EntryConflict):
        async with attempt(tx):
            await ledger.reverse(tx, first.id, second.id, "oops")
    assert await balance(tx, payee) == 61


async def test_an_entry_that_posted_a_hold_can_be_reversed(tx: Tx) -> None:
    hold = await held(tx, 50, of=100)
    posted = await ledger.post_hold(tx, hold.id, new_id(), inr(30))
    await ledger.reverse(tx, posted.id, new_id(), "oops")
    assert await balance(tx, hold.debit) == 100


@pytest.mark.parametrize(
    "kind",
    ["send", "a", "groups.dues_paid", "a" * 64, "a" * 65, "", "_a", ".a", "A", "sEnd", "a1", "a b"]
    + ["a-b", "é", "a\n", "a..b", "z_", "ａ"],
)
async def test_the_kind_of_an_entry_is_a_plain_word(tx: Tx, kind: str) -> None:
    rule = await fetch_value(
        tx, "SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE conname = 'entry_kind_check'"
    )
    holds = rule.removeprefix("CHECK ")
    allowed = await fetch_value(
        tx, f"SELECT {holds} FROM (SELECT %(kind)s::text AS kind) AS k", {"kind": kind}
    )
    assert allowed == bool(re.fullmatch(r"[a-z][a-z_.]{0,63}", kind))
