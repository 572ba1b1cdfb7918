"""Tables as files: streams of CSV made into NDJSON or Parquet, and read back, in bounded memory."""

import asyncio
import io
from collections.abc import AsyncGenerator, Iterator, Sequence
from contextlib import aclosing
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import IO, Final, cast

import arro3.io as arrow
from arro3.core import DataType, Field, Schema

from batua.kit import tasks

BLOCK_BYTES: Final = 256 * 1024
"""Blocks are about so large."""

BLOCKS_WAITING: Final = 4
"""A stream holds at most so many blocks before a reader, and so many after it."""

BATCH_ROWS: Final = 8_192
MAGIC: Final = b"PAR1"
"""How a file of Parquet begins and ends."""

GROUP_ROWS: Final = 65_536
"""Rows of one group in Parquet: what its writer keeps in memory."""


class Format(StrEnum):
    """How a table is written."""

    CSV = "csv"
    NDJSON = "ndjson"
    PARQUET = "parquet"

    @property
    def media_type(self) -> str:
        """What HTTP calls it."""
        return _MEDIA_TYPES[self]


_MEDIA_TYPES: Final = {
    Format.CSV: "text/csv; charset=utf-8",
    Format.NDJSON: "application/x-ndjson",
    Format.PARQUET: "application/vnd.apache.parquet",
}


class Kind(StrEnum):
    """What a column holds. An empty cell of any kind is null."""

    TEXT = "text"
    WHOLE = "whole"
    """A whole number of 64 bits."""
    MOMENT = "moment"
    """A time to the microsecond, in UTC."""
    FLAG = "flag"


_TYPES: Final = {
    Kind.TEXT: DataType.utf8(),
    Kind.WHOLE: DataType.int64(),
    Kind.MOMENT: DataType.timestamp("us", tz="UTC"),
    Kind.FLAG: DataType.bool(),
}


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table."""

    name: str
    kind: Kind = Kind.TEXT
    nullable: bool = False


def header(columns: Sequence[Column]) -> bytes:
    """The first line of a CSV file."""
    return ",".join(column.name for column in columns).encode() + b"\n"


async def converted(
    rows: AsyncGenerator[bytes], columns: Sequence[Column], format: Format
) -> AsyncGenerator[bytes]:
    """A table in another format, block by block.

    rows  CSV without a header; it is closed at the end, also when nobody wants the rest
    """
    if format is Format.CSV:
        async with aclosing(rows):
            yield header(columns)
            async for block in rows:
                yield block
        return
    pipe = _Pipe(asyncio.get_running_loop())
    feeding = asyncio.create_task(pipe.feed(rows))
    working = asyncio.create_task(asyncio.to_thread(_convert, pipe, columns, format))
    try:
        while block := await pipe.made.get():
            yield block
        await working
    finally:
        pipe.close()
        await tasks.end(feeding)
        await asyncio.gather(working, return_exceptions=True)


def _convert(pipe: "_Pipe", columns: Sequence[Column], format: Format) -> None:
    """Runs in a thread of its own: the library pulls rows from the pipe and pushes bytes into it."""
    fields = [Field(c.name, _TYPES[c.kind], nullable=c.nullable) for c in columns]
    sink = io.BufferedWriter(_Sink(pipe), BLOCK_BYTES)
    try:
        reader = arrow.read_csv(
            cast("IO[bytes]", _Source(pipe)),
            Schema(fields),
            has_header=False,
            batch_size=BATCH_ROWS,
        )
        if format is Format.NDJSON:
            arrow.write_ndjson(reader, sink, explicit_nulls=True)
        else:
            arrow.write_parquet(reader, sink, compression="zstd(1)", max_row_group_size=GROUP_ROWS)
        sink.flush()
        if pipe.failure is not None:
            raise pipe.failure
    finally:
        pipe.put(b"")


class _Pipe:
    """Two short queues between the event loop and the thread; an empty block is the end."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self.loop = loop
        self.given: asyncio.Queue[bytes] = asyncio.Queue(BLOCKS_WAITING)
        self.made: asyncio.Queue[bytes] = asyncio.Queue(BLOCKS_WAITING)
        self.failure: BaseException | None = None
        self._is_closed = False

    async def feed(self, rows: AsyncGenerator[bytes]) -> None:
        """Put every block of the rows before the thread."""
        try:
            async with aclosing(rows):
                async for block in rows:
                    await self.given.put(block)
        except BaseException as error:
            self.failure = error
            raise
        finally:
            if not self._is_closed:
                await self.given.put(b"")

    def take(self) -> bytes:
        """The next block, none at the end; in the thread.

        A failure ends the rows too, and is raised later: the library panics at an exception.
        """
        block = b""
        if not self._is_closed:
            block = asyncio.run_coroutine_threadsafe(self.given.get(), self.loop).result()
        return b"" if self._is_closed else block

    def put(self, block: bytes) -> None:
        """Give a block on, or drop it when nobody wants it; in the thread."""
        if not self._is_closed:
            asyncio.run_coroutine_threadsafe(self.made.put(block), self.loop).result()

    def close(self) -> None:
        """Let the thread end, wherever it waits; in the event loop."""
        self._is_closed = True
        for queue in (self.given, self.made):
            while not queue.empty():
                queue.get_nowait()
        self.given.put_nowait(b"")


class _Source(io.RawIOBase):
    """What the library reads from."""

    def __init__(self, pipe: _Pipe) -> None:
        super().__init__()
        self._pipe = pipe
        self._block = memoryview(b"")
        self._is_over = False

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        """At most `size` bytes; none at the end."""
        if not self._block and not self._is_over:
            self._block = memoryview(self._pipe.take())
            self._is_over = not self._block
        if size < 0:
            size = len(self._block)
        piece, self._block = bytes(self._block[:size]), self._block[size:]
        return piece


class _Sink(io.RawIOBase):
    """What the library writes to."""

    def __init__(self, pipe: _Pipe) -> None:
        super().__init__()
        self._pipe = pipe

    def writable(self) -> bool:
        return True

    def write(self, block: object) -> int:
        """Hand the bytes on and wait while the reader is slow."""
        data = bytes(block)  # type: ignore[call-overload]
        self._pipe.put(data)
        return len(data)


class NoParquet(ValueError):
    """The file is not Parquet, or is damaged."""


def csv_of_parquet(file: Path) -> Iterator[bytes]:
    """A Parquet file as CSV with its header, block by block.

    refuses  NoParquet
    """
    with file.open("rb") as opened:
        if opened.read(len(MAGIC)) != MAGIC:
            raise NoParquet
    try:
        reader = arrow.read_parquet(file, batch_size=BATCH_ROWS)
        yield ",".join(reader.schema.names).encode() + b"\n"
        for batch in reader:
            out = io.BytesIO()
            arrow.write_csv(batch, out, header=False)
            yield out.getvalue()
    except BaseException as error:
        # The library panics at a damaged file, and its panic is no Exception.
        if type(error).__name__ == "PanicException":
            raise NoParquet from error
        raise
