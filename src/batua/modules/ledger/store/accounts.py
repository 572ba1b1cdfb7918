"""Rows of accounts and of what was posted to them."""

from collections.abc import Collection
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from batua.kit.db import Tx, execute, fetch_all, fetch_one, fetch_value
from batua.kit.money import Currency, Money
from batua.modules.ledger.types import Account, AccountId, AccountKind, EntryId, StatementLine

_ACCOUNT: Final = """
    SELECT
        a.public_id, n.kind, n.owner, a.currency, a.floor_minor,
        a.posted_debits_minor, a.posted_credits_minor,
        a.pending_debits_minor, a.pending_credits_minor,
        a.version, a.is_open, n.opened_at
    FROM ledger.account AS a
    INNER JOIN ledger.account_name AS n ON n.account_id = a.id
"""


async def open_account(
    tx: Tx,
    name: tuple[AccountKind, str, Currency],
    floor_minor: int | None,
    *,
    new_id: UUID,
    at: datetime,
) -> AccountId:
    """The id of the account of this name, opened under `new_id` unless it was there."""
    kind, owner, currency = name
    sql = """
        SELECT ledger.open_account_v1(
            %(new_id)s, %(kind)s, %(owner)s, %(currency)s, %(floor_minor)s, %(at)s
        )
    """
    params = {
        "new_id": new_id,
        "kind": kind.value,
        "owner": owner,
        "currency": currency,
        "floor_minor": floor_minor,
        "at": at,
    }
    return AccountId(await fetch_value(tx, sql, params))


async def by_ids(tx: Tx, ids: Collection[AccountId]) -> list[Account]:
    """The accounts of these ids, in no particular order; unknown ones are left out."""
    rows = await fetch_all(tx, f"{_ACCOUNT} WHERE a.public_id = ANY(%(ids)s)", {"ids": list(ids)})
    return [_account(row) for row in rows]


async def by_name(tx: Tx, kind: AccountKind, owner: str, currency: Currency) -> Account | None:
    """The one account of this kind, owner and currency."""
    sql = f"""
        {_ACCOUNT}
        WHERE n.kind = %(kind)s AND n.owner = %(owner)s AND n.currency = %(currency)s
    """
    row = await fetch_one(tx, sql, {"kind": kind.value, "owner": owner, "currency": currency})
    return None if row is None else _account(row)


async def lock(tx: Tx, ids: Collection[AccountId]) -> None:
    """Keep these accounts for this transaction, taken in the one order everybody keeps."""
    await execute(tx, "SELECT ledger.lock_v1(%(ids)s)", {"ids": list(ids)})


async def taken(tx: Tx, ids: Collection[AccountId]) -> set[AccountId]:
    """Those that another transaction keeps locked at this moment."""
    rows = await fetch_all(tx, "SELECT ledger.taken_v1(%(ids)s)", {"ids": list(ids)})
    return {AccountId(id) for (id,) in rows}


async def set_open(tx: Tx, account: AccountId, *, is_open: bool) -> None:
    """Close an account, or open it again."""
    sql = "SELECT ledger.set_open_v1(%(account)s, %(is_open)s)"
    await execute(tx, sql, {"account": account, "is_open": is_open})


async def balance_at(tx: Tx, account: AccountId, at: datetime) -> Money | None:
    """What was posted up to and including a moment; None when there is no such account."""
    sql = """
        SELECT ledger.balance_at_v1(a.id, %(at)s), a.currency
        FROM ledger.account AS a
        WHERE a.public_id = %(account)s
    """
    row = await fetch_one(tx, sql, {"account": account, "at": at})
    return None if row is None else Money(row[0], Currency(row[1]))


async def statement(tx: Tx, account: Account, before: int, limit: int) -> list[StatementLine]:
    """The postings of an account below a version, the latest first."""
    sql = """
        SELECT
            e.id, e.kind, e.ref, p.line / 2 + 1, p.amount_minor, p.balance_after_minor,
            p.version, e.recorded_at, coalesce(e.effective_at, e.recorded_at)
        FROM ledger.posting AS p
        INNER JOIN ledger.entry AS e ON e.seq = p.entry_seq
        WHERE
            -- A scalar, not a join: so the statement is read off the primary key, backwards.
            p.account_id = (SELECT a.id FROM ledger.account AS a WHERE a.public_id = %(account)s)
            AND p.version < %(before)s
        ORDER BY p.version DESC
        LIMIT %(limit)s
    """
    rows = await fetch_all(tx, sql, {"account": account.id, "before": before, "limit": limit})
    return [
        StatementLine(
            entry_id=EntryId(row[0]),
            kind=row[1],
            ref=row[2],
            n=row[3],
            amount=Money(row[4], account.currency),
            balance_after=Money(row[5], account.currency),
            version=row[6],
            recorded_at=row[7],
            effective_at=row[8],
        )
        for row in rows
    ]


def _account(row: tuple[Any, ...]) -> Account:
    public_id, kind, owner, currency, *rest = row
    return Account(AccountId(public_id), AccountKind(kind), owner, Currency(currency), *rest)


async def keep_months(tx: Tx, at: datetime) -> int:
    """Make the tables of a month and the two after it; how many were missing."""
    return int(await fetch_value(tx, "SELECT ledger.keep_months_v1(%(at)s)", {"at": at}))
