"""Puts the two sides of a leg together: a debit's row and the credit's row after it; pure."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

from batua.modules.ledger.rules.shapes import Shapes, in_csv, is_day
from batua.modules.ledger.types.moving import FAULTS, Sheet

Tell = Callable[[int, str, str], None]
HEAD: Final = ("recorded_at", "effective_at", "kind", "ref", "reverses", "hold_id")
"""What all rows of an entry have in common."""

_NEXT: Final = {str(line): str(line + 1) for line in range(0, 2_000, 2)}
"""By the line of a debit that of its credit; an entry has at most 1,000 legs."""

_AFTER: Final = {str(line): str(line + 2) for line in range(0, 2_000, 2)}
"""By the line of a debit that of the next leg's."""


class Pairing:
    """Makes a line of CSV of each leg.

    Such a line is: line of the debit, of the credit, and of the entry's first row; entry_id, the
    head, line in the entry, debit account, its balance after, credit account, its balance after,
    amount, currency.
    """

    def __init__(self, tell: Tell, owned: frozenset[str] = frozenset()) -> None:
        """`owned` are kinds that another module has rows for; from a file they come as `imported.…`."""
        self._tell_words = tell
        self._owned = owned
        self._names = Shapes(Sheet.POSTINGS).names
        self._debit: tuple[int, dict[str, str]] | None = None
        self._entry = ("", "", "")  # id, head, line of the debit that would come next
        self._entry_line = 0

    @property
    def waits(self) -> bool:
        """Whether a debit waits for its credit."""
        return self._debit is not None

    def sound(self, debit_n: int, credit_n: int, found: re.Match[str]) -> str | None:
        """The leg of two lines that `Shapes.sound_pair` has matched, unless they do not follow."""
        entry, head, line, giver, amount, currency, left, next_line, taker, right = found.groups()
        if _NEXT.get(line) != next_line or self._debit is not None or giver == taker:
            return None
        day = head[:10]
        if day[0] != "," and not is_day(day):
            return None
        if line == "0":
            self._entry_line = debit_n
        elif self._entry != (entry, head, line):
            return None
        self._entry = (entry, head, _AFTER[line])
        if self._owned:
            recorded, effective, kind, rest = head.split(",", 3)
            head = f"{recorded},{effective},{self._kind(kind)},{rest}"
        return (
            f"{debit_n},{credit_n},{self._entry_line},{entry},{head},{line},{giver},{left},"
            f"{taker},{right},{amount},{currency}"
        )

    def slow(self, n: int, cells: Sequence[str], wrong: Mapping[str, str]) -> Iterator[str]:
        """Take a row that is not sound, or stands beside one that is not."""
        row = {
            name: "" if name in wrong else cell
            for name, cell in zip(self._names, cells, strict=True)
        }
        if self._debit is not None:
            debit_n, debit = self._debit
            if self._follows(debit, row):
                self._debit = None
                yield self._leg(debit_n, debit, n, row)
                return
            self._tell(debit_n, "other_side_missing")
            self._debit = None
        if row["line"] and row["line"] not in _NEXT:
            self._tell(n, "too_many_legs" if int(row["line"]) >= 2_000 else "line_out_of_order")
            return
        self._debit = n, row

    def end(self) -> None:
        """No more rows will come."""
        if self._debit is not None:
            self._tell(self._debit[0], "other_side_missing")

    def _follows(self, debit: Mapping[str, str], row: Mapping[str, str]) -> bool:
        """Whether a row is the other side; a cell that is wrong, and told, speaks for it."""
        is_next = not row["line"] or not debit["line"] or _NEXT[debit["line"]] == row["line"]
        ids = row["entry_id"].lower(), debit["entry_id"].lower()
        return is_next and ("" in ids or ids[0] == ids[1])

    def _leg(
        self, debit_n: int, debit: Mapping[str, str], credit_n: int, credit: Mapping[str, str]
    ) -> str:
        given, taken = debit["amount_minor"], credit["amount_minor"]
        if given and int(given) >= 0:
            self._tell(debit_n, "debit_not_below_zero")
        elif given and taken and int(given) != -int(taken):
            self._tell(credit_n, "not_balanced")
        currencies = debit["currency"], credit["currency"]
        if "" not in currencies and currencies[0] != currencies[1]:
            self._tell(credit_n, "two_currencies")
        accounts = debit["account_id"].lower(), credit["account_id"].lower()
        if "" not in accounts and accounts[0] == accounts[1]:
            self._tell(credit_n, "same_account")
        if any(debit[name] != credit[name] for name in HEAD):
            self._tell(credit_n, "rows_differ")
        self._place(debit_n, debit)
        cells = (
            debit["entry_id"],
            *(self._kind(debit[name]) if name == "kind" else debit[name] for name in HEAD),
            debit["line"],
            debit["account_id"],
            debit["balance_after_minor"],
            credit["account_id"],
            credit["balance_after_minor"],
            given.removeprefix("-"),
            debit["currency"],
        )
        numbers = f"{debit_n},{credit_n},{self._entry_line},"
        return numbers + ",".join(in_csv(cell) for cell in cells)

    def _kind(self, kind: str) -> str:
        return f"imported.{kind}" if kind in self._owned else kind

    def _place(self, n: int, debit: Mapping[str, str]) -> None:
        """Is it the first leg of an entry, or the next one of the entry before it?"""
        entry, line = debit["entry_id"].lower(), debit["line"]
        head = ",".join(in_csv(debit[name]) for name in HEAD)
        before, head_before, next_line = self._entry
        if line == "0" or entry != before:
            self._entry_line = n
            if line not in {"0", ""}:
                self._tell(n, "line_out_of_order")
        elif line and line != next_line:
            self._tell(n, "line_out_of_order")
        elif head != head_before:
            self._tell(n, "rows_differ")
        self._entry = (entry, head, _AFTER.get(line, next_line))

    def _tell(self, n: int, code: str) -> None:
        problem, todo = FAULTS[code]
        self._tell_words(n, problem, todo)
