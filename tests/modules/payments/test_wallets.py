"""Wallets: one a currency, opened when needed, nobody else's."""

import asyncio
from datetime import timedelta

import pytest
from tests.hearing import hear_all
from tests.modules.payments import given
from tests.modules.payments.given import Someone, inr

from batua.kit import clock
from batua.kit.db import Database, fetch_value
from batua.kit.journal import facts
from batua.kit.money import Currency
from batua.kit.secrets import KeyRing
from batua.modules.identity import service as identity
from batua.modules.identity.types import NewPerson
from batua.modules.payments import reactions
from batua.modules.payments import service as payments
from batua.modules.payments.errors import WalletNotFound
from batua.modules.payments.types import WalletOpened


async def test_whoever_registers_has_a_wallet_when_the_fact_is_heard_however_often(
    db: Database, keys: KeyRing
) -> None:
    async with db.transaction() as tx:
        person = await identity.register_directly(
            tx, keys, NewPerson(phone="+919811111111", name="Chitra Rao")
        )
    assert await hear_all(db, "payments") > 0
    async with db.transaction() as tx:
        (registered,) = await facts(tx, ["identity.registered"])
        await reactions.open_first_wallet(tx, registered)  # type: ignore[arg-type]
        (wallet,) = await payments.wallets(tx, person.id)
        opened = await facts(tx, ["payments.wallet_opened"])
    assert (wallet.wallet.currency, wallet.account.balance) == ("INR", inr(0))
    assert opened == [
        WalletOpened(
            subject=wallet.wallet.account,
            actor=person.id,
            audience=(person.id,),
            person=person.id,
            currency="INR",
        )
    ]


async def test_the_default_wallet_is_there_before_the_fact_is_heard(
    db: Database, keys: KeyRing
) -> None:
    async with db.transaction() as tx:
        person = await identity.register_directly(
            tx, keys, NewPerson(phone="+919811111111", name="Chitra Rao")
        )
        (wallet,) = await payments.wallets(tx, person.id)
    assert wallet.wallet.currency == "INR"


async def test_a_wallet_is_opened_once_even_by_twenty_at_once(
    db: Database, keys: KeyRing, asha: Someone
) -> None:
    async def one() -> object:
        async with db.transaction() as tx:
            return (await payments.open_wallet(tx, asha.id, Currency("USD"))).account

    assert len(set(await asyncio.gather(*(one() for _ in range(20))))) == 1
    async with db.transaction() as tx:
        found = await payments.wallets(tx, asha.id)
        count = await fetch_value(tx, "SELECT count(*) FROM payments.wallet")
    assert [view.wallet.currency for view in found] == ["INR", "USD"]
    assert count == 2


async def test_a_wallet_tells_its_balance_now_then_and_line_by_line(
    db: Database, keys: KeyRing, asha: Someone, bina: Someone
) -> None:
    start = clock.now()
    with clock.frozen(start + timedelta(minutes=1)) as time:
        view = await given.send(db, keys, asha, bina, inr(300_00))
        time.advance(timedelta(minutes=1))
        back = await given.send(db, keys, bina, asha, inr(100_00))
    async with db.transaction() as tx:
        (mine,) = await payments.wallets(tx, asha.id)
        id = mine.wallet.account
        assert (await payments.wallet(tx, asha.id, id)).account.balance == inr(800_00)
        then = start + timedelta(minutes=1, seconds=30)
        assert await payments.balance_at(tx, asha.id, id, then) == inr(700_00)
        page = await payments.statement(tx, asha.id, id, None, 2)
        rest = await payments.statement(tx, asha.id, id, page.next, 2)
    lines = [*page.items, *rest.items]
    assert [(line.amount.minor, line.balance_after.minor) for line in lines] == [
        (100_00, 800_00),
        (-300_00, 700_00),
        (1_000_00, 1_000_00),
    ]
    assert [line.entry_id for line in lines[:2]] == [back.payment.id, view.payment.id]
    assert rest.next is None


async def test_a_stranger_finds_no_wallet(
    db: Database, keys: KeyRing, asha: Someone, bina: Someone
) -> None:
    async with db.transaction() as tx:
        (hers,) = await payments.wallets(tx, asha.id)
    for id in (hers.wallet.account, given.stranger()):
        async with db.read() as tx:
            with pytest.raises(WalletNotFound):
                await payments.wallet(tx, bina.id, id)
            with pytest.raises(WalletNotFound):
                await payments.balance_at(tx, bina.id, id, clock.now())
            with pytest.raises(WalletNotFound):
                await payments.statement(tx, bina.id, id, None, 10)
