"""Files of many payments: CSV as spreadsheets write it, read without guessing."""

import csv
import io
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from batua.kit.money import AmountTooLarge, Currency, Money, UnknownCurrency, UnreadableAmount
from batua.modules.payments.errors import (
    AmountNotPositive,
    BatchTooLong,
    ColumnsMissing,
    FileNotReadable,
    RowTooLong,
)
from batua.modules.payments.rules.bulk import MAX_LINES, clean_note
from batua.modules.payments.types import Fault, Wanted

MAX_MINOR: Final = 9_000_000_000_000_000
MAX_CELL: Final = 400
_PLAIN: Final = re.compile(r"([0-9]{1,11})(?:\.([0-9]{1,4}))?")
_DELIMITERS: Final = (",", ";", "\t")
_NAMES: Final[dict[str, tuple[str, ...]]] = {
    "recipient": (
        *("recipient", "payee", "to", "receiver", "beneficiary", "phone", "phonenumber", "mobile"),
        *("mobilenumber", "mobileno", "telephone", "number", "handle", "upi", "upiid", "wallet"),
        *("प्राप्तकर्ता", "पानेवाला", "फोन", "फोननंबर", "मोबाइल", "मोबाइलनंबर", "किसे"),
    ),
    "amount": ("amount", "amt", "sum", "value", "salary", "pay", "रकम", "राशि", "वेतन"),
    "note": (
        *("note", "notes", "remark", "remarks", "purpose", "description", "narration", "message"),
        *("नोट", "टिप्पणी", "विवरण"),
    ),
    "currency": ("currency", "cur", "ccy", "मुद्रा"),
    "name": ("name", "fullname", "employee", "employeename", "recipientname", "नाम"),
}


def _bare(word: str) -> str:
    """A name of a column as it is compared: small letters only, without the dots of Hindi."""
    return re.sub(r"[\W_]", "", unicodedata.normalize("NFKD", word.casefold()))


_KNOWN: Final = {_bare(word): name for name, words in _NAMES.items() for word in words}


def read(body: bytes, default: Currency, locale: str) -> list[Wanted]:
    """The lines of a file; `line` is the row as a spreadsheet counts them.

    default  the currency of lines that name none
    refuses  FileNotReadable, ColumnsMissing, BatchTooLong
    """
    text = _decoded(body)
    delimiter, text = _delimiter(text)
    found: list[Wanted] = []
    places: dict[str, int] | None = None
    width = 0
    for row, cells in _rows(text, delimiter):
        if not any(cell.strip() for cell in cells):
            continue
        if places is None:
            places, width = _places(cells), len(cells)
            continue
        if len(found) == MAX_LINES:
            raise BatchTooLong(MAX_LINES)
        found.append(_wanted(row, cells, places, width, (default, locale)))
    if places is None:
        raise ColumnsMissing(["recipient", "amount"])
    if not found:
        raise BatchTooLong(MAX_LINES)
    return found


def _decoded(body: bytes) -> str:
    """The text of a file: UTF-8 or UTF-16, with or without a mark in front."""
    encoding = "utf-8-sig"
    if body[:2] in (b"\xff\xfe", b"\xfe\xff"):
        encoding = "utf-16"
    elif body[1:2] == b"\0":
        encoding = "utf-16-le"
    elif body[:1] == b"\0":
        encoding = "utf-16-be"
    try:
        text = body.decode(encoding)
    except UnicodeDecodeError:
        raise FileNotReadable from None
    if "\0" in text:
        raise FileNotReadable
    return text


def _delimiter(text: str) -> tuple[str, str]:
    """What stands between cells, and the text without a line that only says so."""
    first, _, rest = text.lstrip("\r\n").partition("\n")
    said = re.fullmatch(r'"?sep=([,;\t])"?\r?', first, re.IGNORECASE)
    if said:
        return said[1], rest
    return max(_DELIMITERS, key=first.count), text


def _rows(text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        yield from enumerate(rows, start=1)
    except csv.Error:
        raise FileNotReadable from None


def _places(header: Sequence[str]) -> dict[str, int]:
    """In which column each part of a line stands; the first that fits counts."""
    places: dict[str, int] = {}
    for place, cell in enumerate(header):
        name = _KNOWN.get(_bare(cell))
        if name is not None:
            places.setdefault(name, place)
    missing = [name for name in ("recipient", "amount") if name not in places]
    if missing:
        raise ColumnsMissing(missing)
    return places


def _wanted(
    row: int,
    cells: Sequence[str],
    places: Mapping[str, int],
    width: int,
    home: tuple[Currency, str],
) -> Wanted:
    def cell(name: str) -> str:
        place = places.get(name, len(cells))
        text = cells[place].strip() if place < len(cells) else ""
        return text.removeprefix("'")[:MAX_CELL]

    faults: list[Fault] = []
    if any(extra.strip() for extra in cells[width:]):
        faults.append(Fault("row", RowTooLong()))
    amount = _amount(cell("amount"), cell("currency"), home, faults)
    note = clean_note(cell("note"), faults)
    return Wanted(row, cell("recipient"), amount, note, cell("name"), tuple(faults))


def _amount(text: str, code: str, home: tuple[Currency, str], faults: list[Fault]) -> Money | None:
    default, locale = home
    try:
        currency = Currency(code.upper()) if code else default
    except UnknownCurrency as refusal:
        faults.append(Fault("currency", refusal))
        return None
    try:
        amount = _money(text, currency, locale)
    except (UnreadableAmount, AmountTooLarge) as refusal:
        faults.append(Fault("amount", refusal))
        return None
    if amount.minor <= 0:
        faults.append(Fault("amount", AmountNotPositive()))
        return None
    return amount


def _money(text: str, currency: Currency, locale: str) -> Money:
    digits = currency.exponent
    plain = _PLAIN.fullmatch(text)
    if plain is not None and len(plain[2] or "") <= digits:
        return Money(int(plain[1] + (plain[2] or "").ljust(digits, "0")), currency)
    amount = Money.parse(text, currency, locale)
    if abs(amount.minor) > MAX_MINOR:
        raise AmountTooLarge
    return amount
