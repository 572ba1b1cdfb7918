"""Accounts: opened once a name, closed when empty, read as of any moment."""

from datetime import UTC, datetime, timedelta

import pytest
from tests.modules.ledger.given import (
    attempt,
    balance,
    held,
    hold_order,
    inr,
    order,
    outside,
    picture,
    wallet,
)

from batua.kit import clock
from batua.kit.db import Tx
from batua.kit.ids import new_id
from batua.kit.money import Currency
from batua.kit.refusal import BadCursor
from batua.modules.ledger import service as ledger
from batua.modules.ledger.errors import (
    AccountClosed,
    AccountNotEmpty,
    NoSuchAccount,
    NotEnoughMoney,
)
from batua.modules.ledger.types import AccountId, AccountKind, Leg

INR = Currency("INR")
NOON = datetime(2030, 1, 1, 12, tzinfo=UTC)


async def test_an_account_opens_empty_with_its_own_currency_and_floor(tx: Tx) -> None:
    with clock.frozen(NOON):
        opened = await ledger.open_account(
            tx, kind=AccountKind.POT, owner="group 7", currency=Currency("KWD"), floor_minor=-500
        )
    assert (opened.kind, opened.owner, opened.currency) == ("pot", "group 7", "KWD")
    assert (opened.floor_minor, opened.balance.minor, opened.version) == (-500, 0, 0)
    assert opened.is_open
    assert opened.opened_at == NOON
    assert await ledger.account(tx, opened.id) == opened


async def test_opening_a_name_again_returns_the_first_with_its_floor(tx: Tx) -> None:
    first = await ledger.open_account(tx, kind=AccountKind.WALLET, owner="p", currency=INR)
    again = await ledger.open_account(
        tx, kind=AccountKind.WALLET, owner="p", currency=INR, floor_minor=-100
    )
    assert again == first
    other = await ledger.open_account(
        tx, kind=AccountKind.WALLET, owner="p", currency=Currency("USD")
    )
    assert other.id != first.id


async def test_an_account_is_found_by_its_name(tx: Tx) -> None:
    opened = await outside(tx)
    assert await ledger.find_account(tx, AccountKind.CLEARING, "sandbox", INR) == opened
    assert await ledger.find_account(tx, AccountKind.BANK, "sandbox", INR) is None
    assert await ledger.find_account(tx, AccountKind.CLEARING, "other", INR) is None


async def test_many_accounts_come_in_the_order_asked_for(tx: Tx) -> None:
    ids = [await wallet(tx, minor) for minor in (3, 1, 2)]
    asked = [ids[2], ids[0], ids[1]]
    assert [a.balance.minor for a in await ledger.accounts(tx, asked)] == [2, 3, 1]
    assert [a.id for a in await ledger.lock(tx, asked)] == asked


async def test_an_unknown_account_is_refused_everywhere(tx: Tx) -> None:
    nobody = AccountId(new_id())
    known = await wallet(tx, 100)
    calls = [
        lambda: ledger.account(tx, nobody),
        lambda: ledger.accounts(tx, [known, nobody]),
        lambda: ledger.lock(tx, [known, nobody]),
        lambda: ledger.close_account(tx, nobody),
        lambda: ledger.balance_at(tx, nobody, clock.now()),
        lambda: ledger.statement(tx, nobody),
        lambda: ledger.post(tx, order(Leg(known, nobody, inr(1)))),
        lambda: ledger.post(tx, order(Leg(nobody, known, inr(1)))),
        lambda: ledger.hold(tx, hold_order(known, nobody, inr(1))),
    ]
    before = await picture(tx)
    for call in calls:
        with pytest.raises(NoSuchAccount):
            async with attempt(tx):
                await call()
    assert await picture(tx) == before


async def test_a_floor_below_zero_is_an_overdraft(tx: Tx) -> None:
    opened = await ledger.open_account(
        tx, kind=AccountKind.WALLET, owner="o", currency=INR, floor_minor=-50
    )
    taker = await wallet(tx)
    await ledger.post(tx, order(Leg(opened.id, taker, inr(50))))
    with pytest.raises(NotEnoughMoney):
        async with attempt(tx):
            await ledger.post(tx, order(Leg(opened.id, taker, inr(1))))
    assert await balance(tx, opened.id) == -50


async def test_a_floor_above_zero_is_refused_for_an_empty_account(tx: Tx) -> None:
    with pytest.raises(NotEnoughMoney):
        async with attempt(tx):
            await ledger.open_account(
                tx, kind=AccountKind.WALLET, owner="o", currency=INR, floor_minor=1
            )
    assert await ledger.find_account(tx, AccountKind.WALLET, "o", INR) is None


async def test_a_closed_account_takes_no_entry_and_no_hold_until_it_is_opened(tx: Tx) -> None:
    closed, rich = await wallet(tx), await wallet(tx, 100)
    assert not (await ledger.close_account(tx, closed)).is_open
    assert not (await ledger.close_account(tx, closed)).is_open
    before = await picture(tx)
    for call in (
        lambda: ledger.post(tx, order(Leg(rich, closed, inr(1)))),
        lambda: ledger.hold(tx, hold_order(rich, closed, inr(1))),
    ):
        with pytest.raises(AccountClosed):
            async with attempt(tx):
                await call()
    assert await picture(tx) == before
    assert (await ledger.reopen_account(tx, closed)).is_open
    await ledger.post(tx, order(Leg(rich, closed, inr(1))))
    assert await balance(tx, closed) == 1


async def test_an_account_with_money_or_an_open_hold_is_not_closed(tx: Tx) -> None:
    hold = await held(tx, 5, of=5)
    empty_but_awaited = await wallet(tx)
    await ledger.void_hold(tx, hold.id)
    await ledger.hold(tx, hold_order(hold.debit, empty_but_awaited, inr(5)))
    for account in (hold.debit, empty_but_awaited):
        with pytest.raises(AccountNotEmpty):
            async with attempt(tx):
                await ledger.close_account(tx, account)
        assert (await ledger.account(tx, account)).is_open


async def test_the_balance_of_any_moment_is_known(tx: Tx) -> None:
    account, source = await wallet(tx), (await outside(tx)).id
    with clock.frozen(NOON) as held_clock:
        for minor in range(1, 41):
            await ledger.post(tx, order(Leg(source, account, inr(minor))))
            held_clock.advance(timedelta(minutes=1))
    before_all = NOON - timedelta(microseconds=1)
    assert await ledger.balance_at(tx, account, before_all) == inr(0)
    for done in range(1, 41):
        at = NOON + timedelta(minutes=done - 1)
        total = done * (done + 1) // 2
        assert await ledger.balance_at(tx, account, at) == inr(total)
        assert await ledger.balance_at(tx, account, at + timedelta(seconds=59)) == inr(total)
    assert await ledger.balance_at(tx, account, NOON + timedelta(days=999)) == inr(820)
    assert await ledger.balance_at(tx, source, before_all) == inr(0)


async def test_time_never_runs_backwards_along_an_account(tx: Tx) -> None:
    source, early, late = (await outside(tx)).id, await wallet(tx), await wallet(tx)
    with clock.frozen(NOON):
        first = await ledger.post(tx, order(Leg(source, late, inr(1))))
    with clock.frozen(NOON - timedelta(hours=1)):
        second = await ledger.post(tx, order(Leg(source, early, inr(1))))
    assert first.recorded_at == NOON
    assert second.recorded_at == NOON, "the shared account had moved on"


async def test_a_statement_lists_every_posting_latest_first_page_by_page(tx: Tx) -> None:
    account, source = await wallet(tx), (await outside(tx)).id
    entries = [await ledger.post(tx, order(Leg(source, account, inr(n)))) for n in range(1, 8)]
    entries.append(await ledger.post(tx, order(Leg(account, source, inr(4)), kind="withdraw")))
    lines, cursor, sizes = [], None, []
    while True:
        page = await ledger.statement(tx, account, cursor, limit=3)
        lines += page.items
        sizes.append(len(page.items))
        cursor = page.next
        if cursor is None:
            break
    assert sizes == [3, 3, 2]
    assert [line.entry_id for line in lines] == [entry.id for entry in reversed(entries)]
    assert [line.amount.minor for line in lines] == [-4, 7, 6, 5, 4, 3, 2, 1]
    assert [line.balance_after.minor for line in lines] == [24, 28, 21, 15, 10, 6, 3, 1]
    assert [line.version for line in lines] == [8, 7, 6, 5, 4, 3, 2, 1]
    assert (lines[0].kind, lines[0].ref, lines[0].n) == ("withdraw", "a test", 1)
    assert lines[0].recorded_at == entries[-1].recorded_at


async def test_a_page_in_hand_does_not_shift_when_money_comes(tx: Tx) -> None:
    account, source = await wallet(tx), (await outside(tx)).id
    for n in range(1, 5):
        await ledger.post(tx, order(Leg(source, account, inr(n))))
    first = await ledger.statement(tx, account, limit=2)
    await ledger.post(tx, order(Leg(source, account, inr(99))))
    second = await ledger.statement(tx, account, first.next, limit=2)
    assert [line.amount.minor for line in (*first.items, *second.items)] == [4, 3, 2, 1]
    assert second.next is None


@pytest.mark.parametrize("cursor", ["", "x", "WyJ4Il0", "Wzk5OTk5OTk5OTk5OTk5OTk5OTk5XQ"])
async def test_a_cursor_of_another_making_is_refused(tx: Tx, cursor: str) -> None:
    account = await wallet(tx)
    with pytest.raises(BadCursor):
        await ledger.statement(tx, account, cursor)


async def test_the_lines_of_one_entry_stand_in_the_order_of_its_legs(tx: Tx) -> None:
    hub, a, b = await wallet(tx, 10), await wallet(tx, 20), await wallet(tx)
    await ledger.post(tx, order(Leg(hub, b, inr(10)), Leg(a, hub, inr(20)), Leg(hub, b, inr(15))))
    lines = (await ledger.statement(tx, hub, limit=3)).items
    assert [(line.n, line.amount.minor, line.balance_after.minor) for line in lines] == [
        (3, -15, 5),
        (2, 20, 20),
        (1, -10, 0),
    ]
