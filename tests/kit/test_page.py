"""Cursors: what we wrote is read back, and what anybody else wrote is refused."""

from datetime import UTC, datetime
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from batua.kit.page import Place, decode_cursor, encode_cursor, page_of
from batua.kit.refusal import BadCursor

BIGGEST = 2**63 - 1


@given(st.integers(0, BIGGEST))
def test_a_number_comes_back(number: int) -> None:
    assert decode_cursor(encode_cursor((number,)), tuple[Place]) == (number,)


@given(st.datetimes(timezones=st.just(UTC)), st.uuids())
def test_a_moment_and_an_id_come_back(at: datetime, id: UUID) -> None:
    assert decode_cursor(encode_cursor((at, id)), tuple[datetime, UUID]) == (at, id)


@pytest.mark.parametrize("number", [-1, BIGGEST + 1, 10**40])
def test_a_number_that_no_column_holds_is_refused(number: int) -> None:
    with pytest.raises(BadCursor):
        decode_cursor(encode_cursor((number,)), tuple[Place])


@given(st.text(max_size=30))
def test_any_text_is_a_cursor_or_is_refused(text: str) -> None:
    try:
        (number,) = decode_cursor(text, tuple[Place])
    except BadCursor:
        return
    assert 0 <= number <= BIGGEST


@pytest.mark.parametrize(("rows", "kept"), [(0, 0), (2, 2), (3, 3), (4, 3)])
def test_the_row_too_many_only_says_that_there_is_more(rows: int, kept: int) -> None:
    page = page_of(list(range(rows)), 3, lambda row: (row,))
    assert page.items == list(range(kept))
    assert (page.next is None) == (rows <= 3)
