"""Answers that are files to keep."""

from collections.abc import AsyncIterator

from litestar.response import Stream


def csv_file(lines: AsyncIterator[str], name: str) -> Stream:
    """A CSV file of this name, sent while it is made."""
    return Stream(
        lines,
        media_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}.csv"'},
    )
