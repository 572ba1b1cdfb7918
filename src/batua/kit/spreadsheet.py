"""CSV that a spreadsheet opens as it is meant: made page by page, and no cell is a formula."""

import csv
import io
from collections.abc import AsyncIterator, Iterable, Sequence
from typing import Final

BYTE_ORDER_MARK: Final = "\ufeff"
"""Without it a spreadsheet takes UTF-8 for something else and spoils Hindi."""


def cell(text: str) -> str:
    """Somebody's words as a cell that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r", "\n")) else text


async def sheet(
    columns: Sequence[str], pages: AsyncIterator[Iterable[Sequence[str]]]
) -> AsyncIterator[str]:
    """The text of a file: the header, then a chunk a page of rows."""
    yield BYTE_ORDER_MARK + _written([columns])
    async for rows in pages:
        written = _written(rows)
        if written:
            yield written


def _written(rows: Iterable[Sequence[str]]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerows(rows)
    return out.getvalue()
