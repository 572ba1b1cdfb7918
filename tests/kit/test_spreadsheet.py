"""CSV for spreadsheets: whole, page by page, and never a formula."""

import csv
import io
from collections.abc import AsyncIterator

from hypothesis import given
from hypothesis import strategies as st

from batua.kit.spreadsheet import BYTE_ORDER_MARK, cell, sheet


@given(st.text(max_size=40))
def test_no_cell_begins_as_a_formula(text: str) -> None:
    made = cell(text)
    assert not made.startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
    assert made in {text, f"'{text}"}


async def test_a_sheet_has_its_header_once_and_a_chunk_for_each_page_with_rows() -> None:
    async def pages() -> AsyncIterator[list[list[str]]]:
        yield [["आशा", 'says "yes", now'], ["Bina", "two\nlines"]]
        yield []
        yield [["Chetan", ""]]

    chunks = [chunk async for chunk in sheet(("name", "note"), pages())]
    assert len(chunks) == 3
    assert chunks[0] == f"{BYTE_ORDER_MARK}name,note\r\n"
    rows = list(csv.reader(io.StringIO("".join(chunks).removeprefix(BYTE_ORDER_MARK), newline="")))
    assert rows == [
        ["name", "note"],
        ["आशा", 'says "yes", now'],
        ["Bina", "two\nlines"],
        ["Chetan", ""],
    ]
