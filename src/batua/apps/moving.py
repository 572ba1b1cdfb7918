"""The commands that move a ledger: out to files and in from them."""

import asyncio
import csv
import os
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import aclosing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO, Final

import msgspec
import typer
from rich.console import Console
from rich.markup import escape

from batua.apps import chores, reach
from batua.apps.trouble import Trouble
from batua.kit.db import Tx
from batua.kit.tables import Format, csv_of_parquet
from batua.modules.ledger import service as ledger
from batua.modules.ledger.service.reading import ENCODING, recognise
from batua.modules.ledger.types import Progress
from batua.modules.ledger.types.moving import Period, Sheet, Source, Taken, UnreadableFile
from batua.modules.payments.types.nouns import ENTRY_KINDS

STDOUT: Final = "-"
SUFFIXES: Final = {f".{format}": format for format in Format} | {".jsonl": Format.NDJSON}


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be exported, and where to.

    what  one sheet, or all three
    out   a file or `-` for one sheet, a folder for all
    """

    format: Format
    what: Sheet | None
    period: Period
    out: str

    @property
    def files(self) -> dict[Sheet, Path]:
        """Where each sheet goes."""
        if self.what is not None:
            return {self.what: Path(self.out)}
        return {sheet: Path(self.out) / f"{sheet}.{self.format}" for sheet in Sheet}


def export(data: Path, wish: Wish, *, quiet: bool) -> int:
    """Write one sheet to a file, or all three into a folder, all of one moment."""
    is_piped = wish.out == STDOUT
    if wish.what is None:
        if is_piped:
            raise Trouble("Three sheets cannot go to one pipe.", "Choose one with --what.")
        Path(wish.out).mkdir(parents=True, exist_ok=True)
    with reach.database(data) as url:
        asyncio.run(_export(url, wish, quiet=quiet or is_piped))
    Console(quiet=quiet or is_piped).print(f"The ledger is in {wish.out}.")
    return 0


async def _export(url: str, wish: Wish, *, quiet: bool) -> None:
    async with chores.opened(url) as db, db.read() as tx:
        for sheet, file in wish.files.items():
            await _export_sheet(tx, sheet, file, wish, quiet=quiet)


async def _export_sheet(tx: Tx, sheet: Sheet, file: Path, wish: Wish, *, quiet: bool) -> None:
    with chores.bar(f"Writing {sheet}", quiet=quiet) as show:
        blocks = ledger.export(tx, sheet, wish.format, wish.period, _unnamed(show))
        async with aclosing(blocks):
            await _write(blocks, file)


def _unnamed(show: Callable[..., None]) -> Progress:
    return lambda _, done, of: show(done, of)


async def _write(blocks: AsyncIterator[bytes], file: Path) -> None:
    if str(file) == STDOUT:
        async for block in blocks:
            sys.stdout.buffer.write(block)
        sys.stdout.buffer.flush()
        return
    # The name of the whole file is given when the file is whole.
    part = file.with_name(f"{file.name}.part")
    with part.open("wb") as target:
        async for block in blocks:
            target.write(block)
        _settle(target)
    part.replace(file)


def _settle(target: BinaryIO) -> None:
    target.flush()
    os.fsync(target.fileno())


def take_in(
    data: Path, paths: list[Path], format: Format | None, *, dry_run: bool, quiet: bool
) -> int:
    """Import files, or the sheets of a folder; 1 when something is wrong with them."""
    try:
        sources = [source_of(path, format) for path in _files(paths)]
    except UnreadableFile as error:
        raise Trouble(str(error), error.todo) from error
    sheets = [source.sheet for source in sources]
    if len(set(sheets)) < len(sheets):
        raise Trouble("Two files hold the same sheet.", "Give one file of each sheet.")
    with reach.database(data) as url:
        return asyncio.run(_take_in(url, sources, dry_run=dry_run, quiet=quiet))


async def _take_in(url: str, sources: list[Source], *, dry_run: bool, quiet: bool) -> int:
    async with chores.opened(url) as db:
        with chores.bar("Importing", quiet=quiet) as show:
            try:
                taken = await ledger.take_in(
                    db,
                    sources,
                    dry_run=dry_run,
                    owned=ENTRY_KINDS,
                    progress=lambda what, done, of: show(done, of, what),
                )
            except UnreadableFile as error:
                raise Trouble(str(error), error.todo) from error
    _report(taken, dry_run=dry_run, quiet=quiet)
    return 1 if taken.faults else 0


def _report(taken: Taken, *, dry_run: bool, quiet: bool) -> None:
    errors = Console(stderr=True)
    for fault in taken.faults:
        errors.print(f"[red]✗[/] {escape(str(fault))}", highlight=False, soft_wrap=True)
    if taken.faults:
        more = taken.fault_count - len(taken.faults)
        errors.print(f"… and {more} more." if more else "", end="\n" if more else "")
        errors.print(f"{taken.fault_count} faults in {taken.rows} rows; nothing was written.")
        return
    verb = "would be" if dry_run else "are"
    Console(quiet=quiet).print(
        f"{taken.accounts} accounts, {taken.entries} entries with {taken.postings} postings and "
        f"{taken.holds} holds {verb} new; {taken.repeated} entries were there before."
    )


def _files(paths: list[Path]) -> list[Path]:
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            inside = [path / f"{sheet}{suffix}" for sheet in Sheet for suffix in SUFFIXES]
            found += [file for file in inside if file.is_file()]
        else:
            found.append(path)
    if not found:
        raise Trouble("There is nothing to import.", "Give files, or a folder that has some.")
    return found


def source_of(path: Path, format: Format | None) -> Source:
    """What a file is: its format by its name unless given, its sheet by its columns.

    refuses  UnreadableFile
    """
    format = format or SUFFIXES.get(path.suffix.lower())
    if format is None:
        raise UnreadableFile(f"{path.name} does not tell its format.", "Give it with --format.")
    try:
        names = _names(path, format)
    except (OSError, ValueError, msgspec.MsgspecError) as error:
        reason = error.strerror if isinstance(error, OSError) else f"it is no {format}"
        raise UnreadableFile(
            f"{path.name} cannot be read: {reason}.", "Check its name and --format."
        ) from error
    return Source(path, recognise(names, path.name), format, path.stat().st_size)


def _names(path: Path, format: Format) -> list[str]:
    if format is Format.PARQUET:
        return next(csv_of_parquet(path)).decode().strip().split(",")
    with path.open(encoding=ENCODING) as file:
        line = file.readline(100_000)
    if format is Format.CSV:
        return [name.strip() for name in next(csv.reader([line]), [])]
    return list(msgspec.json.decode(line or "{}", type=dict[str, object]))


def format_of(text: str) -> Format:
    """The format that a word of the command line names."""
    try:
        return Format(text)
    except ValueError as error:
        raise typer.BadParameter(f"choose one of {', '.join(Format)}") from error


def sheet_of(text: str) -> Sheet | None:
    """The sheet that a word names; none for an empty one."""
    try:
        return Sheet(text) if text else None
    except ValueError as error:
        raise typer.BadParameter(f"choose one of {', '.join(Sheet)}") from error


def moment(text: str | None) -> datetime | None:
    """A time on the command line; a day alone is its beginning in UTC."""
    if text is None:
        return None
    try:
        at = datetime.fromisoformat(text)
    except ValueError as error:
        raise typer.BadParameter("write it as 2026-11-21 or 2026-11-21T09:30:00Z") from error
    return at.replace(tzinfo=UTC) if at.tzinfo is None else at


def wish_of(format: str, what: str, period: tuple[str | None, str | None], out: str) -> Wish:
    """The wish that the words of the command line make."""
    since, until = period
    return Wish(format_of(format), sheet_of(what), Period(moment(since), moment(until)), out)
