"""Reads the rows of an import from CSV, NDJSON or Parquet, with the line of each.

Every format becomes lines of CSV with all columns in order. Nearly all of them are sound, which one
regular expression tells; only the others are taken apart. That is what makes it quick.
"""

import csv
import io
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Any, Final

import msgspec

from batua.kit.tables import Format, csv_of_parquet
from batua.modules.ledger.rules.pairing import Pairing
from batua.modules.ledger.rules.shapes import REQUIRED, Shapes, in_csv, unguarded
from batua.modules.ledger.types.moving import (
    COLUMNS,
    MOST_FAULTS,
    Fault,
    Sheet,
    Source,
    UnreadableFile,
)

BLOCK_LINES: Final = 2_000
LONGEST_RECORD: Final = 100_000
ENCODING: Final = "utf-8-sig"  # spreadsheets put a mark before what they write
MEND: Final = "Mend this line."
MARKS: Final = {Sheet.POSTINGS: "entry_id", Sheet.HOLDS: "debit_id", Sheet.ACCOUNTS: "owner"}
"""A column by which a sheet is known."""

Line = tuple[int, str]


class Reading:
    """One file that is being read.

    rows         how many have been read
    bytes_read   for the progress
    faults       the first of them; fault_count says how many
    """

    def __init__(self, source: Source, owned: frozenset[str] = frozenset()) -> None:
        self.source = source
        self._owned = owned
        self.rows = 0
        self.bytes_read = 0
        self.faults: list[Fault] = []
        self.fault_count = 0
        self._shapes = Shapes(source.sheet)

    def blocks(self) -> Iterator[str]:
        """Lines of CSV for the database, each with its number first, some at a time.

        refuses  UnreadableFile, at the first block
        """
        is_of_postings = self.source.sheet is Sheet.POSTINGS
        lines = self._legs() if is_of_postings else self._checked()
        block: list[str] = []
        for line in lines:
            block.append(line)
            if len(block) == BLOCK_LINES:
                yield "\n".join(block) + "\n"
                block.clear()
        if block:
            yield "\n".join(block) + "\n"

    def _checked(self) -> Iterator[str]:
        """Every line with its number; what is wrong in it is told, and null."""
        is_sound = self._shapes.sound_line.fullmatch
        for n, line in self._lines():
            self.rows += 1
            if is_sound(line):
                yield f"{n},{line}"
            else:
                yield f"{n},{self._shapes.line(*self._cells(n, line))}"

    def _legs(self) -> Iterator[str]:
        """The two sides of each leg as one line."""
        pairing = Pairing(self._tell, self._owned)
        is_pair = self._shapes.sound_pair.fullmatch
        odd: Line | None = None
        for n, line in self._lines():
            self.rows += 1
            if odd is None:
                odd = n, line
                continue
            found = is_pair(f"{odd[1]}\n{line}")
            leg = found and pairing.sound(odd[0], n, found)
            if leg:
                yield leg
                odd = None
                continue
            yield from pairing.slow(odd[0], *self._cells(*odd))
            odd = (n, line)
            if pairing.waits:
                yield from pairing.slow(n, *self._cells(n, line))
                odd = None
        if odd is not None:
            yield from pairing.slow(odd[0], *self._cells(*odd))
        pairing.end()

    def _cells(self, n: int, line: str) -> tuple[list[str], dict[str, str]]:
        """The cells of a line, and by column what is wrong with them, which is told."""
        cells = self._parsed(n, line)
        if self.source.format is Format.CSV:
            cells = [unguarded(cell) for cell in cells]
        wrong = self._shapes.faults(cells)
        for problem in wrong.values():
            self._tell(n, problem, MEND)
        return cells, wrong

    def _parsed(self, n: int, line: str) -> list[str]:
        count = len(self._shapes.names)
        try:
            cells = next(csv.reader(io.StringIO(line, newline=""), strict=True), [])
        except csv.Error as error:
            self._tell(n, f"it is no CSV: {error}.", "Look for a quote too many or too few.")
            cells = []
        if cells and len(cells) != count:
            self._tell(n, f"it has {len(cells)} cells; the header has {count}.", MEND)
        return [*cells, *[""] * count][:count]

    def _lines(self) -> Iterator[Line]:
        """Every row as CSV with all columns in order, and the line where it begins."""
        if self.source.format is Format.PARQUET:
            blocks = (io.StringIO(b.decode(), newline="") for b in csv_of_parquet(self.source.path))
            yield from self._of_csv(chain.from_iterable(blocks))
            return
        with self.source.path.open(encoding=ENCODING, errors="surrogateescape", newline="") as file:
            is_csv = self.source.format is Format.CSV
            yield from self._of_csv(file) if is_csv else self._of_json(file)

    def _of_csv(self, lines: Iterator[str]) -> Iterator[Line]:
        numbered = enumerate(lines, 1)
        names = next(csv.reader([next(numbered, (1, ""))[1]]), [])
        check_columns(self.source.sheet, names, self.source.path.name)
        places = {name.strip(): place for place, name in enumerate(names)}
        order = [places.get(name) for name in self._shapes.names]
        is_ours = order == list(range(len(order)))
        for n, first in numbered:
            line = first if first.count('"') % 2 == 0 else _whole(first, numbered)
            self.bytes_read += len(line)
            line = line.rstrip("\r\n")
            if line:
                yield n, line if is_ours else self._in_order(n, line, order, len(names))

    def _in_order(self, n: int, line: str, order: Sequence[int | None], count: int) -> str:
        try:
            cells = next(csv.reader(io.StringIO(line, newline=""), strict=True), [])
        except csv.Error:
            return line  # which is told when its cells are looked at
        if len(cells) != count:
            self._tell(n, f"it has {len(cells)} cells; the header has {count}.", MEND)
            cells = [*cells, *[""] * count][:count]
        return ",".join("" if at is None else in_csv(cells[at]) for at in order)

    def _of_json(self, lines: Iterator[str]) -> Iterator[Line]:
        decode = msgspec.json.Decoder(dict[str, Any]).decode
        known = {column.name for column in COLUMNS[self.source.sheet]}
        names = self._shapes.names
        for n, line in enumerate(lines, 1):
            self.bytes_read += len(line)
            if not line.strip():
                continue
            try:
                row = decode(line)
            except (msgspec.MsgspecError, UnicodeError) as error:
                self._tell(n, f"it is no JSON object: {error}.", MEND)
                continue
            if not row.keys() <= known:
                self._tell(n, f"{_listed(row.keys() - known)}: no such column.", "Take it out.")
            yield n, ",".join([_text(row.get(name)) for name in names])

    def _tell(self, n: int, problem: str, todo: str) -> None:
        self.fault_count += 1
        if len(self.faults) < MOST_FAULTS:
            self.faults.append(Fault(self.source.sheet, n, problem, todo))


def _whole(first: str, rest: Iterator[Line]) -> str:
    """A record that goes on in the lines after its first, because a quote is open."""
    record = first
    while record.count('"') % 2 and len(record) < LONGEST_RECORD:
        _, line = next(rest, (0, ""))
        if not line:
            break
        record += line
    return record


def _text(value: Any) -> str:
    match value:
        case str():
            return in_csv(value)
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case int():
            return str(value)
        case _:
            return in_csv(repr(value))  # a fraction or a list, which the check of the cell tells


def recognise(names: Sequence[str], file: str) -> Sheet:
    """Which sheet has such columns.

    refuses  UnreadableFile
    """
    for sheet, mark in MARKS.items():
        if mark in names:
            return sheet
    raise UnreadableFile(
        f"{file} has none of the columns by which a sheet is known.",
        "Accounts have owner, postings entry_id, holds debit_id.",
    )


def check_columns(sheet: Sheet, names: Sequence[str], file: str) -> None:
    """Refuse a file without a column that is needed, or with one that is not known.

    refuses  UnreadableFile
    """
    given = [name.strip() for name in names]
    missing = REQUIRED[sheet] - set(given)
    if missing:
        raise UnreadableFile(f"{file} lacks the columns {_listed(missing)}.", "Add them.")
    strange = set(given) - {column.name for column in COLUMNS[sheet]}
    if strange:
        raise UnreadableFile(
            f"{file} has columns that {sheet} do not have: {_listed(strange)}.", "Take them out."
        )
    if len(set(given)) < len(given):
        raise UnreadableFile(f"{file} has a column twice.", "Take one of them out.")


def _listed(names: set[str] | frozenset[str]) -> str:
    return ", ".join(sorted(name if name.isidentifier() else ascii(name) for name in names))
