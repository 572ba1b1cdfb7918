"""Tables become files block by block, and no more is held than a few blocks."""

import asyncio
import random
from collections.abc import AsyncGenerator
from pathlib import Path

import arro3.io as arrow
import pytest
from arro3.core import DataType

from batua.kit.tables import BLOCKS_WAITING, Column, Format, Kind, converted, csv_of_parquet

COLUMNS = (
    Column("id"),
    Column("minor", Kind.WHOLE),
    Column("at", Kind.MOMENT, nullable=True),
    Column("is_open", Kind.FLAG),
)
ROWS = b'a,-5,2026-11-21T12:00:00.5+00:00,true\n"b, ""c""\n\xe0\xa4\xa7",9007199254740993,,false\n'


async def once(*blocks: bytes) -> AsyncGenerator[bytes]:
    for block in blocks:
        yield block


async def made(rows: AsyncGenerator[bytes], format: Format) -> bytes:
    return b"".join([block async for block in converted(rows, COLUMNS, format)])


async def test_csv_gets_its_header() -> None:
    assert await made(once(ROWS), Format.CSV) == b"id,minor,at,is_open\n" + ROWS


async def test_json_has_a_row_a_line_and_exact_numbers() -> None:
    lines = (await made(once(ROWS), Format.NDJSON)).decode().splitlines()
    assert lines == [
        '{"id":"a","minor":-5,"at":"2026-11-21T12:00:00.500Z","is_open":true}',
        '{"id":"b, \\"c\\"\\nध","minor":9007199254740993,"at":null,"is_open":false}',
    ]


async def test_parquet_has_types_and_comes_back(tmp_path: Path) -> None:
    file = tmp_path / "x.parquet"
    file.write_bytes(await made(once(ROWS[:20], ROWS[20:]), Format.PARQUET))
    reader = arrow.read_parquet(file)
    types = [reader.schema.field(name).type for name in reader.schema.names]
    assert types == [
        DataType.utf8(),
        DataType.int64(),
        DataType.timestamp("us", tz="UTC"),
        DataType.bool(),
    ]
    assert b"".join(csv_of_parquet(file)) == (
        b"id,minor,at,is_open\na,-5,2026-11-21T12:00:00.500Z,true\n"
        b'"b, ""c""\n\xe0\xa4\xa7",9007199254740993,,false\n'
    )


@pytest.mark.parametrize("format", Format)
async def test_an_empty_table_is_a_file_too(format: Format) -> None:
    text = await made(once(), format)
    assert (text == b"") == (format is Format.NDJSON)


MANY = 60


class Endless:
    """Rows without an end, and how many blocks of them were asked for."""

    def __init__(self) -> None:
        self.asked = 0
        self.is_closed = False
        self.dice = random.Random(1)

    async def rows(self) -> AsyncGenerator[bytes]:
        try:
            while True:
                self.asked += 1
                yield "".join(f"{self.dice.random()},-5,,true\n" for _ in range(5_000)).encode()
        finally:
            self.is_closed = True


@pytest.mark.parametrize("format", [Format.NDJSON, Format.PARQUET])
async def test_rows_wait_while_the_reader_is_slow(format: Format) -> None:
    source = Endless()
    blocks = converted(source.rows(), COLUMNS, format)
    for _ in range(3):
        await anext(blocks)
    # All that can be under way: what was read, what waits on both sides, what Parquet gathers.
    while source.asked < MANY and await _grows(source, source.asked):
        pass
    assert source.asked < MANY
    await blocks.aclose()
    assert source.is_closed


async def _grows(source: Endless, before: int) -> bool:
    for _ in range(20):
        await asyncio.sleep(0.01)
    return source.asked > before


@pytest.mark.parametrize("format", Format)
async def test_what_stops_the_rows_is_told(format: Format) -> None:
    async def broken() -> AsyncGenerator[bytes]:
        yield ROWS
        raise ConnectionError("gone")

    with pytest.raises(ConnectionError, match="gone"):
        await made(broken(), format)


async def test_rows_that_do_not_fit_are_an_error() -> None:
    with pytest.raises(Exception, match="Error while parsing value .x. as type .Int64"):
        await made(once(b"a,x,,true\n"), Format.PARQUET)
    assert BLOCKS_WAITING < 10
