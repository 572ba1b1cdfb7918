"""The tables of an import and the functions that check and write them."""

from collections.abc import AsyncGenerator
from contextlib import aclosing
from datetime import datetime
from typing import Final

from batua.kit.db import Tx, execute, fetch_all, fetch_one, fetch_value
from batua.modules.ledger.types.moving import Sheet

_TABLES: Final = {
    Sheet.ACCOUNTS: """
        pg_temp.import_account (
            line, id, kind, owner, currency, floor_minor, is_open, opened_at, balance_minor,
            opening_minor
        )
    """,
    Sheet.POSTINGS: """
        pg_temp.import_leg (
            line, credit_line, entry_line, entry_id, recorded_at, effective_at, kind, ref, reverses,
            hold_id, n, debit, debit_balance_minor, credit, credit_balance_minor, amount_minor, currency
        )
    """,
    Sheet.HOLDS: """
        pg_temp.import_hold (
            line, id, debit_id, credit_id, amount_minor, currency, posted_minor, state, held_at,
            expires_at, resolved_at, kind, ref
        )
    """,
}
"""With their columns in the order of `COLUMNS`; of postings, in that of `Pairing`."""


async def begin(tx: Tx) -> None:
    """Make the tables of this import."""
    await execute(tx, "SELECT ledger.begin_import_v1()")


async def fill(tx: Tx, sheet: Sheet, blocks: AsyncGenerator[str]) -> None:
    """Copy the rows of a sheet, each with its line first."""
    statement = f"COPY {_TABLES[sheet]} FROM STDIN (FORMAT csv)".encode()
    async with aclosing(blocks), tx.cursor() as cursor, cursor.copy(statement) as copy:
        async for block in blocks:
            await copy.write(block)


async def forbid(tx: Tx) -> None:
    """Let everything be checked, and nothing be written: the files have faults of their own."""
    await execute(tx, "INSERT INTO pg_temp.import_fault (line, fault) VALUES (0, 'shape')")


async def accounts(tx: Tx, at: datetime) -> int:
    """Open the accounts; how many are new."""
    return int(await fetch_value(tx, "SELECT ledger.import_accounts_v1(%(at)s)", {"at": at}))


async def postings(tx: Tx, at: datetime) -> tuple[int, int, int]:
    """Write the entries: how many are new, with how many postings, and how many were there."""
    sql = "SELECT i.entries, i.postings, i.repeated FROM ledger.import_postings_v1(%(at)s) AS i"
    row = await fetch_one(tx, sql, {"at": at})
    assert row is not None
    return int(row[0]), int(row[1]), int(row[2])


async def holds(tx: Tx, at: datetime) -> int:
    """Write the holds; how many are new."""
    return int(await fetch_value(tx, "SELECT ledger.import_holds_v1(%(at)s)", {"at": at}))


async def finish(tx: Tx) -> None:
    """Check the whole, and close the accounts that the file closes."""
    await execute(tx, "SELECT ledger.finish_import_v1()")


async def faults(tx: Tx, limit: int) -> tuple[list[tuple[str, int, str, str]], int]:
    """The first faults as (sheet, line, code, value), and how many there are."""
    sql = """
        SELECT
            CASE WHEN f.line < 0 THEN 'accounts' ELSE f.sheet END,
            -- The legs of opening balances have the lines of their accounts, far below zero.
            CASE WHEN f.line < 0 THEN f.line + 1000000000000 ELSE f.line END,
            f.fault,
            f.value
        FROM pg_temp.import_fault AS f
        WHERE f.fault <> 'shape'
        ORDER BY 1, 2, 3
        LIMIT %(limit)s
    """
    found = await fetch_all(tx, sql, {"limit": limit})
    count = await fetch_value(
        tx, "SELECT count(*) FROM pg_temp.import_fault WHERE fault <> 'shape'"
    )
    return [(str(row[0]), int(row[1]), str(row[2]), str(row[3])) for row in found], int(count)
