"""The ledger as a stream of bytes: one moment, one sheet, one format."""

from collections.abc import AsyncGenerator, Awaitable, Callable
from functools import partial
from typing import Final

from batua.kit import tables
from batua.kit.db import Database, Tx
from batua.kit.tables import Format
from batua.modules.ledger.store import export as export_store
from batua.modules.ledger.types import AccountId, Progress
from batua.modules.ledger.types.moving import COLUMNS, STATEMENT, Period, Sheet

EVER = Period()


def _silent(_what: str, _done: int, _of: int) -> None:
    """Nobody watches."""


def export(
    tx: Tx,
    sheet: Sheet,
    format: Format,
    period: Period = EVER,
    progress: Progress = _silent,
) -> AsyncGenerator[bytes]:
    """A whole sheet of the ledger, block by block.

    tx        from `Database.read()`, so that all of it is of one moment
    period    of postings by when they were recorded, of holds by when they were made
    progress  told after each range of rows
    """
    rows = export_store.rows(
        tx,
        sheet,
        period,
        is_guarded=format is Format.CSV,
        told=lambda done, of: progress(sheet, done, of),
    )
    return tables.converted(rows, COLUMNS[sheet], format)


LINES_AT_ONCE: Final = 2_000
"""Lines of a statement that are read at once."""


def export_statement(
    ask: Callable[[Callable[[Tx], Awaitable[bytes]]], Awaitable[bytes]],
    account: AccountId,
    version: int,
    format: Format,
) -> AsyncGenerator[bytes]:
    """Every line of an account's statement, the latest first, block by block.

    Lines never change, so each part may be read in a transaction of its own: whoever takes long to
    fetch the file holds nobody up.

    ask      reads a part, such as `Database.report`
    version  of the account: how many lines it has
    """
    return tables.converted(_lines(ask, account, version), STATEMENT, format)


async def _lines(
    ask: Callable[[Callable[[Tx], Awaitable[bytes]]], Awaitable[bytes]],
    account: AccountId,
    version: int,
) -> AsyncGenerator[bytes]:
    for upto in range(version, 0, -LINES_AT_ONCE):
        after = max(0, upto - LINES_AT_ONCE)
        yield await ask(
            partial(export_store.statement_rows, account=account, after=after, upto=upto)
        )


async def export_stream(
    db: Database, sheet: Sheet, format: Format, period: Period = EVER
) -> AsyncGenerator[bytes]:
    """The same as a report in a transaction of its own, which ends with the stream."""
    return await db.report_blocks(lambda tx: export(tx, sheet, format, period))
