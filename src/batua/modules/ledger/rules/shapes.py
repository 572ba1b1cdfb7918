"""What a row of an import must look like before the database sees it; pure."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property, lru_cache
from typing import Final

from batua.kit.currencies import EXPONENTS
from batua.modules.ledger.types import AccountKind, HoldState
from batua.modules.ledger.types.moving import COLUMNS, Sheet

_HEX: Final = "[0-9a-f]"
# Written out: a repeated group takes the engine three times as long.
_UUID: Final = f"{_HEX}{{8}}-{_HEX}{{4}}-{_HEX}{{4}}-{_HEX}{{4}}-{_HEX}{{12}}"
_WHOLE: Final = "-?(?:0|[1-9][0-9]{0,17})"
# The days that every such month has; 29 February is looked at in the slow way.
_DAY: Final = (
    "(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1[0-9]|2[0-8])"
    "|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)"
)
_CLOCK: Final = "[T ](?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:[.][0-9]{1,6})?"
_ZONE: Final = "(?:Z|[+-](?:0[0-9]|1[0-4])(?::?[0-5][0-9])?)"
_MOMENT: Final = f"(?:19|2[0-9])[0-9]{{2}}-{_DAY}{_CLOCK}{_ZONE}"
_LOOSE_MOMENT: Final = f"(?:[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}{_CLOCK}{_ZONE})?"
_UNREAD: Final = '[^",\n\x00]*'
_ANY_DAY: Final = f"(?:19|2[0-9])[0-9]{{2}}-[0-9]{{2}}-[0-9]{{2}}{_CLOCK}{_ZONE}"
# What is not UTF-8 was read as surrogates, and PostgreSQL takes no NUL.
_PLAIN: Final = "(?!')[^\",\r\n\x00\ud800-\udfff]{1,255}"

FORMULA: Final = re.compile("'+[-=+@\t\r]")
"""A text that an export has guarded against spreadsheets, or that was like it before."""

_SPECIAL: Final = re.compile('[",\r\n]')

LONGEST_TEXT: Final = 255
LONGEST_SHOWN: Final = 40


def _is_moment(text: str) -> bool:
    if re.fullmatch(_ANY_DAY, text) is None:
        return False
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return True


@lru_cache(maxsize=10_000)
def is_day(text: str) -> bool:
    """Whether ten characters are a day, as in 2026-11-21; a file names few of them, many times."""
    return _is_moment(f"{text}T00:00:00Z")


def _is_text(text: str) -> bool:
    if not 1 <= len(text) <= LONGEST_TEXT or "\x00" in text:
        return False
    return not any("\ud800" <= char <= "\udfff" for char in text)


def _like(pattern: str) -> Callable[[str], bool]:
    compiled = re.compile(pattern)
    return lambda text: compiled.fullmatch(text) is not None


@dataclass(frozen=True, slots=True)
class Shape:
    """What a cell must be.

    is_so    whether a text is one
    words    what it must be, to be told
    pattern  as a part of a CSV line, for the quick way
    """

    is_so: Callable[[str], bool]
    words: str
    pattern: str


UUID_ = Shape(_like(f"(?i:{_UUID})"), "an id such as 0198c5f3-11aa-7c4e-8d21-0a1b2c3d4e5f", _UUID)
WHOLE = Shape(_like(_WHOLE), "a whole number of minor units", _WHOLE)
LINE = Shape(_like("0|[1-9][0-9]{0,3}"), "a number from 0", "(?:0|[1-9][0-9]{0,3})")
MOMENT = Shape(_is_moment, "a time with its zone, such as 2026-11-21T09:30:00Z", _MOMENT)
TEXT = Shape(_is_text, "a text of 1 to 255 characters", _PLAIN)
FLAG = Shape(lambda text: text in {"true", "false"}, "true or false", "(?:true|false)")
KIND = Shape(_like("[a-z][a-z_.]{0,63}"), "a word of a-z, _ and .", "[a-z][a-z_.]{0,63}")
ACCOUNT_KIND = Shape(
    lambda text: text in set(AccountKind),
    "one of " + ", ".join(AccountKind),
    "(?:" + "|".join(AccountKind) + ")",
)
HOLD_STATE = Shape(
    lambda text: text in set(HoldState),
    "one of " + ", ".join(HoldState),
    "(?:" + "|".join(HoldState) + ")",
)
CURRENCY = Shape(lambda text: text in EXPONENTS, "a currency of ISO 4217", "[A-Z]{3}")

_SHAPES: Final[Mapping[Sheet, Mapping[str, Shape]]] = {
    Sheet.ACCOUNTS: {
        "id": UUID_,
        "kind": ACCOUNT_KIND,
        "owner": TEXT,
        "currency": CURRENCY,
        "floor_minor": WHOLE,
        "is_open": FLAG,
        "opened_at": MOMENT,
        "balance_minor": WHOLE,
        "opening_minor": WHOLE,
    },
    Sheet.POSTINGS: {
        "entry_id": UUID_,
        "seq": WHOLE,
        "recorded_at": MOMENT,
        "effective_at": MOMENT,
        "kind": KIND,
        "ref": TEXT,
        "reverses": UUID_,
        "hold_id": UUID_,
        "line": LINE,
        "account_id": UUID_,
        "account_kind": ACCOUNT_KIND,
        "account_owner": TEXT,
        "version": WHOLE,
        "amount_minor": WHOLE,
        "currency": CURRENCY,
        "balance_after_minor": WHOLE,
    },
    Sheet.HOLDS: {
        "id": UUID_,
        "debit_id": UUID_,
        "credit_id": UUID_,
        "amount_minor": WHOLE,
        "currency": CURRENCY,
        "posted_minor": WHOLE,
        "state": HOLD_STATE,
        "held_at": MOMENT,
        "expires_at": MOMENT,
        "resolved_at": MOMENT,
        "kind": KIND,
        "ref": TEXT,
    },
}

REQUIRED: Final[Mapping[Sheet, frozenset[str]]] = {
    Sheet.ACCOUNTS: frozenset({"id", "kind", "owner", "currency"}),
    Sheet.POSTINGS: frozenset(
        {"entry_id", "line", "kind", "account_id", "amount_minor", "currency"}
    ),
    Sheet.HOLDS: frozenset(
        {"id", "debit_id", "credit_id", "amount_minor", "currency", "state", "held_at", "kind"}
    ),
}
"""The columns that an import cannot do without."""


@dataclass(frozen=True)
class Shapes:
    """The shapes of one sheet, in the order of its columns."""

    sheet: Sheet

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The columns."""
        return tuple(column.name for column in COLUMNS[self.sheet])

    @cached_property
    def sound_line(self) -> re.Pattern[str]:
        """A line of CSV in which every cell is as it must be."""
        return re.compile(",".join(self._cell(name) for name in self.names))

    @cached_property
    def sound_pair(self) -> re.Pattern[str]:
        """Two lines of postings, both sound, of the same entry, head, currency and amount.

        The day of `recorded_at` has still to be looked at. Its groups are entry, head, line, account, amount, currency, balance; line, account, balance.
        """
        cell = self._cell
        head = ",".join([_LOOSE_MOMENT, *(cell(name) for name in self.names[3:8])])
        line, balance = LINE.pattern, cell("balance_after_minor")
        debit = (
            f"({_UUID}),{_UNREAD},({head}),({line}),({_UUID}),{_UNREAD},{_UNREAD},{_UNREAD},"
            f"-([1-9][0-9]{{0,15}}),({CURRENCY.pattern}),({balance})"
        )
        credit = (
            rf"\1,{_UNREAD},\2,({line}),({_UUID}),{_UNREAD},{_UNREAD},{_UNREAD},"
            rf"\5,\6,({balance})"
        )
        return re.compile(f"{debit}\n{credit}")

    def _cell(self, name: str) -> str:
        pattern = _SHAPES[self.sheet][name].pattern
        if name in REQUIRED[self.sheet]:
            return pattern
        return f'(?:{pattern}|"")?' if pattern == _PLAIN else f"(?:{pattern})?"

    def faults(self, cells: Sequence[str]) -> dict[str, str]:
        """By column, what is wrong with a row's cells."""
        found = {}
        for name, cell in zip(self.names, cells, strict=True):
            shape = _SHAPES[self.sheet][name]
            if not cell:
                if name in REQUIRED[self.sheet]:
                    found[name] = f"{name} is empty; it must be {shape.words}."
            elif not shape.is_so(cell):
                shown = ascii(cell[:LONGEST_SHOWN])
                found[name] = f"{name} is {shown}, which is not {shape.words}."
        return found

    def line(self, cells: Sequence[str], wrong: Mapping[str, str]) -> str:
        """The row as a line of CSV; what is wrong is null, so that nothing else is said of it."""
        return ",".join(
            "" if name in wrong else in_csv(cell)
            for name, cell in zip(self.names, cells, strict=True)
        )


def in_csv(cell: str) -> str:
    """The cell as it stands in a line of CSV; an empty one is null."""
    return '"' + cell.replace('"', '""') + '"' if _SPECIAL.search(cell) else cell


def unguarded(cell: str) -> str:
    """The text that an export has guarded."""
    return cell[1:] if FORMULA.match(cell) else cell
