"""Contributions: from the wallet into the pot, once, and all of it on the statement."""

import asyncio

import pytest
from tests.modules.groups.given import a_key, circle, contribute, money_of
from tests.modules.payments import given as payments_given
from tests.modules.payments.given import inr, usd

from batua.kit.db import Database
from batua.kit.secrets import KeyRing
from batua.modules.groups import service as groups
from batua.modules.groups.errors import KeyReused, WrongCurrency
from batua.modules.groups.types import EVERY_LINE, ContributeOrder, StatementFilter
from batua.modules.identity.errors import StepUpRequired
from batua.modules.ledger.errors import NotEnoughMoney
from batua.modules.payments import service as payments
from batua.modules.payments.errors import AmountNotPositive
from batua.modules.payments.types import PaymentKind


async def test_a_contribution_moves_the_money_and_is_on_every_page(
    db: Database, keys: KeyRing
) -> None:
    whole = await circle(db, keys, 2)
    made = await whole.pay_in(whole[1], 120_00)
    assert (made.amount_minor, made.balance_minor, made.note) == (120_00, 120_00, "for all")
    assert await money_of(db, whole[1]) == 880_00
    assert (await whole.pot()).balance == inr(120_00)
    assert (await whole.member(whole[1])).saved_minor == 120_00
    history = await payments_given.history(db, keys, whole[1])
    payment = history.items[0].payment
    assert (payment.kind, payment.pot, payment.entry) == (PaymentKind.POT_IN, whole.id, made.id)
    assert payment.payer_balance == inr(880_00)
    async with db.transaction() as tx:
        page = await groups.statement(tx, whole[0].id, whole.id, EVERY_LINE, (None, 10))
        line = (await groups.log(tx, whole[0].id, whole.id, None, 10)).items[0]
    assert page.items == [made]
    assert (line.act, line.subject, line.actor) == ("contributed", made.id, whole[1].id)
    assert line.session == whole[1].actor.session
    assert (await whole.facts())[-1] == "groups.contributed"


async def test_the_statement_has_the_balance_after_each_line(db: Database, keys: KeyRing) -> None:
    whole = await circle(db, keys, 2)
    for n in range(1, 6):
        await whole.pay_in(whole[n % 2], n * 1_00)
    async with db.transaction() as tx:
        first = await groups.statement(tx, whole[0].id, whole.id, EVERY_LINE, (None, 3))
        rest = await groups.statement(tx, whole[0].id, whole.id, EVERY_LINE, (first.next, 3))
        mine = (await whole.member(whole[0])).id
        own = await groups.statement(
            tx, whole[0].id, whole.id, StatementFilter(member=mine), (None, 10)
        )
    found = [*first.items, *rest.items]
    assert [line.balance_minor for line in found] == [15_00, 10_00, 6_00, 3_00, 1_00]
    assert [line.amount_minor for line in found] == [5_00, 4_00, 3_00, 2_00, 1_00]
    assert rest.next is None
    assert [line.amount_minor for line in own.items] == [4_00, 2_00]


async def test_the_same_key_pays_in_once_however_many_at_once(db: Database, keys: KeyRing) -> None:
    whole = await circle(db, keys, 1)
    key = a_key()
    found = await asyncio.gather(*(whole.pay_in(whole[0], 10_00, key=key) for _ in range(5)))
    assert len({made.id for made in found}) == 1
    assert (await whole.pot()).balance == inr(10_00)
    with pytest.raises(KeyReused):
        await whole.pay_in(whole[0], 11_00, key=key)


async def test_many_pay_in_at_once_and_each_balance_is_its_own(db: Database, keys: KeyRing) -> None:
    whole = await circle(db, keys, 4)
    found = await asyncio.gather(*(whole.pay_in(whole[n % 4], 1_00) for n in range(20)))
    assert sorted(made.balance_minor or 0 for made in found) == [n * 1_00 for n in range(1, 21)]
    assert (await whole.pot()).balance == inr(20_00)
    assert {(await whole.member(who)).saved_minor for who in whole.people} == {5_00}


@pytest.mark.parametrize(
    ("minor", "refusal"),
    [(0, AmountNotPositive), (-5, AmountNotPositive), (1_000_01, NotEnoughMoney)],
)
async def test_what_is_refused_moves_nothing(
    db: Database, keys: KeyRing, minor: int, refusal: type[Exception]
) -> None:
    whole = await circle(db, keys, 1)
    before = await whole.facts()
    with pytest.raises(refusal):
        await whole.pay_in(whole[0], minor)
    assert (await whole.pot()).balance == inr(0)
    assert await money_of(db, whole[0]) == 1_000_00
    assert await whole.facts() == before
    async with db.transaction() as tx:
        assert (
            await groups.statement(tx, whole[0].id, whole.id, EVERY_LINE, (None, 9))
        ).items == []


async def test_a_refused_order_leaves_its_key_free(db: Database, keys: KeyRing) -> None:
    whole = await circle(db, keys, 1)
    key = a_key()
    with pytest.raises(NotEnoughMoney):
        await whole.pay_in(whole[0], 2_000_00, key=key)
    assert (await whole.pay_in(whole[0], 2_00, key=key)).amount_minor == 2_00


async def test_another_currency_than_the_pots_is_refused(db: Database, keys: KeyRing) -> None:
    whole = await circle(db, keys, 1)
    order = ContributeOrder(whole[0].actor, whole.id, usd(1_00), "", a_key())
    with pytest.raises(WrongCurrency):
        await contribute(db, keys, order)


async def test_the_first_time_into_a_pot_asks_for_the_pin_and_then_only_much_does(
    db: Database, keys: KeyRing
) -> None:
    whole = await circle(db, keys, 1)

    async def without_pin(minor: int) -> None:
        order = ContributeOrder(whole[0].actor_without_pin, whole.id, inr(minor), "", a_key())
        await contribute(db, keys, order)

    with pytest.raises(StepUpRequired):
        await without_pin(1_00)
    await whole.pay_in(whole[0], 1_00)
    await without_pin(1_00)
    with pytest.raises(StepUpRequired):
        await without_pin(600_00)
    assert (await whole.pot()).balance == inr(2_00)


async def test_what_goes_into_pots_counts_against_the_day(db: Database, keys: KeyRing) -> None:
    whole = await circle(db, keys, 1)
    await whole.pay_in(whole[0], 300_00)
    async with db.transaction() as tx:
        limits = await payments.limits(tx, keys, whole[0].id, inr(0).currency)
    assert limits.used_day == inr(300_00)


async def test_a_contribution_bears_the_time_that_its_limits_were_looked_at(
    db: Database, keys: KeyRing
) -> None:
    whole = await circle(db, keys, 1)
    await payments_given.check_midnight(db, keys, whole[0], whole.pay_in)
