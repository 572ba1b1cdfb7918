"""The ledger as a stream of bytes: one moment, one sheet, one format."""

from collections.abc import AsyncGenerator

from batua.kit import tables
from batua.kit.db import Database, Tx
from batua.kit.tables import Format
from batua.modules.ledger.store import export as export_store
from batua.modules.ledger.types import Progress
from batua.modules.ledger.types.moving import COLUMNS, Period, Sheet

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


async def export_stream(
    db: Database, sheet: Sheet, format: Format, period: Period = EVER
) -> AsyncGenerator[bytes]:
    """The same as a report in a transaction of its own, which ends with the stream."""
    return await db.report_blocks(lambda tx: export(tx, sheet, format, period))
