"""Postings lie in a table for each month, and nobody who reads them notices."""

from datetime import UTC, datetime, timedelta

import pytest
from psycopg import errors as pg
from tests.modules.ledger.given import attempt, balance, inr, order, outside, wallet

from batua.kit import clock
from batua.kit.db import Tx, execute, fetch_all, fetch_value
from batua.kit.ids import new_id
from batua.modules.ledger import service as ledger
from batua.modules.ledger.errors import AlreadyReversed, EntryConflict
from batua.modules.ledger.types import Leg

MONTHS = [
    datetime(2031, month, day, 23, 59, 59, 999_000, UTC)
    for month, day in ((1, 31), (2, 28), (3, 31))
]
"""The last millisecond of each."""


async def places(tx: Tx, account: object) -> list[tuple[str, int]]:
    """The table that each posting of an account lies in, in order."""
    return await fetch_all(
        tx,
        "SELECT p.tableoid::regclass::text, p.version FROM ledger.posting AS p"
        " INNER JOIN ledger.account AS a ON a.id = p.account_id"
        " WHERE a.public_id = %(id)s ORDER BY p.version",
        {"id": account},
    )


async def test_each_posting_lies_in_its_month_and_the_statement_runs_through_all(tx: Tx) -> None:
    payer, payee = (await outside(tx)).id, await wallet(tx)
    with clock.frozen(MONTHS[0]) as now:
        assert await ledger.keep_months(tx, clock.now()) == 3
        assert await ledger.keep_months(tx, clock.now()) == 0
        for at in MONTHS:
            now.advance(at - clock.now())
            for _ in range(2):
                await ledger.post(tx, order(Leg(payer, payee, inr(10))))
            now.advance(timedelta(milliseconds=1))  # the month is over
            await ledger.post(tx, order(Leg(payer, payee, inr(1))))
    found = [name for name, _ in await places(tx, payee)]
    assert found == [
        *["ledger.posting_2031_01"] * 2,
        *["ledger.posting_2031_02"] * 3,
        *["ledger.posting_2031_03"] * 3,
        "ledger.posting_other",
    ]
    first = await ledger.statement(tx, payee, None, 4)
    rest = await ledger.statement(tx, payee, first.next, 100)
    assert [line.version for line in [*first.items, *rest.items]] == list(range(9, 0, -1))
    assert first.items[0].balance_after == inr(63)
    halfway = await ledger.balance_at(tx, payee, MONTHS[1])
    assert halfway == inr(41)


async def test_what_must_be_unique_is_so_across_months(tx: Tx) -> None:
    payer, payee = (await outside(tx)).id, await wallet(tx)
    asked = order(Leg(payer, payee, inr(10)))
    with clock.frozen(MONTHS[0]) as now:
        first = await ledger.post(tx, asked)
        await ledger.reverse(tx, first.id, new_id(), "wrong")
        now.advance(timedelta(days=70))
        assert await ledger.post(tx, asked) == first
        with pytest.raises(EntryConflict):
            async with attempt(tx):
                await ledger.post(tx, order(Leg(payer, payee, inr(11)), id=asked.id))
        with pytest.raises(AlreadyReversed):
            async with attempt(tx):
                await ledger.reverse(tx, first.id, new_id(), "wrong")
    assert await balance(tx, payee) == 0


async def test_a_month_without_a_table_is_kept_all_the_same(tx: Tx) -> None:
    payer, payee = (await outside(tx)).id, await wallet(tx)
    with clock.frozen(datetime(2040, 5, 5, tzinfo=UTC)) as now:
        await ledger.post(tx, order(Leg(payer, payee, inr(10))))
        # The month has begun without a table, so it stays where it is; the next ones are made.
        assert await ledger.keep_months(tx, clock.now()) == 2
        now.advance(timedelta(days=31))
        await ledger.post(tx, order(Leg(payer, payee, inr(10))))
    assert await places(tx, payee) == [
        ("ledger.posting_other", 1),
        ("ledger.posting_2040_06", 2),
    ]
    assert await balance(tx, payee) == 20


async def test_a_new_month_is_guarded_like_the_others(tx: Tx) -> None:
    await execute(tx, "SET ROLE NONE")
    assert await ledger.keep_months(tx, datetime(2035, 1, 1, tzinfo=UTC)) == 3
    with pytest.raises(pg.RestrictViolation):
        async with attempt(tx):
            await execute(tx, "DELETE FROM ledger.posting_2035_02")
    assert await fetch_value(tx, "SELECT count(*) FROM ledger.wrong_month") == 0
    await execute(tx, "ALTER TABLE ledger.posting_2035_02 DISABLE TRIGGER posting_kept")
    assert await fetch_all(tx, "SELECT id FROM ledger.wrong_month") == [("posting_2035_02",)]
