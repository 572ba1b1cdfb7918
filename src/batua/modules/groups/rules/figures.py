"""Shares of the figures of a group, and the months that they are shown for."""

from collections.abc import Iterable
from datetime import date
from fractions import Fraction

from batua.modules.groups.rules import schedules
from batua.modules.groups.types import MonthSums

MONTHS = 12


def share_bps(part: int, whole: int) -> int | None:
    """A share in basis points, half to even; None of nothing."""
    return schedules.half_even(Fraction(part * schedules.BPS, whole)) if whole else None


def first_month(today: date, months: int = MONTHS) -> date:
    """The first day of the earliest of so many months, the one of today being the last."""
    back = today.year * 12 + today.month - months
    return date(back // 12, back % 12 + 1, 1)


def every_month(found: Iterable[MonthSums], today: date) -> tuple[MonthSums, ...]:
    """The last twelve months, the oldest first; a month that is not found had no movement."""
    known = {each.month: each for each in found}
    firsts = [first_month(today, back) for back in range(MONTHS, 0, -1)]
    nothing = (MonthSums(month=first, in_minor=0, out_minor=0) for first in firsts)
    return tuple(known.get(each.month, each) for each in nothing)
