"""Dues: on which days they fall due, what lateness costs, and what money pays."""

import calendar
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta, timezone
from fractions import Fraction
from itertools import islice, takewhile
from typing import Final

from dateutil.rrule import rrule, rrulestr

from batua.modules.groups.errors import DuesRuleInvalid
from batua.modules.groups.types import (
    Arrears,
    DuesPaid,
    DuesPlan,
    DuesRow,
    DuesState,
    FineEvery,
    FineKind,
    FineRule,
    Rhythm,
)

MAX_DAYS: Final = 1_000
"""Days of one plan that are ever looked at once."""
_DAY: Final = re.compile(r"([+-]?[1-5])?(MO|TU|WE|TH|FR|SA|SU)")
_FREQUENCIES: Final = {"WEEKLY", "MONTHLY", "YEARLY"}
_PARTS: Final = {
    "FREQ",
    "INTERVAL",
    "COUNT",
    "UNTIL",
    "BYDAY",
    "BYMONTHDAY",
    "BYMONTH",
    "BYSETPOS",
    "WKST",
}
_LAST_ZONE: Final = timezone(timedelta(hours=-12))
_FINE_DAYS: Final = {FineEvery.WEEK: 7, FineEvery.MONTH: 30}


def days(plan: DuesPlan, until: date) -> list[date]:
    """The days of a plan from its start, `until` included.

    refuses  DuesRuleInvalid
    """
    return list(takewhile(lambda day: day <= until, _days(plan)))


def days_from(plan: DuesPlan, first: date) -> Iterator[date]:
    """The days of a plan from a day on, that day included.

    refuses  DuesRuleInvalid
    """
    return (day for day in _days(plan) if day >= first)


def following(plan: DuesPlan, after: date) -> date | None:
    """The first day of a plan after another day; None when it has none any more.

    refuses  DuesRuleInvalid
    """
    return next(days_from(plan, after + timedelta(days=1)), None)


def _days(plan: DuesPlan) -> Iterator[date]:
    start = date.fromisoformat(plan.starts_on)
    match plan.rhythm:
        case Rhythm.WEEKLY:
            found = _weekly(start, plan)
        case Rhythm.MONTHLY:
            found = _monthly(start, plan)
        case Rhythm.RULE:
            found = (moment.date() for moment in _read(plan.rule, start))
    return islice(found, MAX_DAYS)


def check_rule(text: str, start: date) -> None:
    """Refuse a rule that is none, that never comes, or that has parts this app does not keep.

    refuses  DuesRuleInvalid
    """
    for _ in _read(text, start):
        return
    raise DuesRuleInvalid("it never falls due")


def _weekly(start: date, plan: DuesPlan) -> Iterator[date]:
    day = start + timedelta(days=(plan.weekday - start.isoweekday()) % 7)
    while True:
        yield day
        day += timedelta(weeks=plan.every)


def _monthly(start: date, plan: DuesPlan) -> Iterator[date]:
    month = start.year * 12 + start.month - 1
    while True:
        year, place = divmod(month, 12)
        last = calendar.monthrange(year, place + 1)[1]
        day = date(year, place + 1, min(plan.day, last))
        if day >= start:
            yield day
        month += plan.every if day >= start else 1


def _read(text: str, start: date) -> Iterator[datetime]:
    parts = _parts(text)
    _check_parts(parts)
    moment = datetime.combine(start, time())
    try:
        rule = rrulestr(";".join(f"{k}={v}" for k, v in parts.items()), dtstart=moment)
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise DuesRuleInvalid("it cannot be read") from error
    if not isinstance(rule, rrule):
        raise DuesRuleInvalid("it is not one rule")
    return iter(rule)


def _parts(text: str) -> dict[str, str]:
    parts: dict[str, str] = {}
    for piece in text.strip().upper().removeprefix("RRULE:").split(";"):
        name, sign, value = piece.partition("=")
        if not sign or not value or name in parts:
            raise DuesRuleInvalid("it cannot be read")
        parts[name] = value.partition("T")[0] if name == "UNTIL" else value
    return parts


def _check_parts(parts: dict[str, str]) -> None:
    """Refuse more than is kept, and what would be looked for until the end of time."""
    often = parts.get("FREQ", "")
    by_day, by_month_day = parts.get("BYDAY", ""), parts.get("BYMONTHDAY", "")
    numbers = {
        name: [_whole(each) for each in parts[name].split(",")]
        for name in ("INTERVAL", "COUNT", "BYMONTHDAY", "BYMONTH", "BYSETPOS")
        if name in parts
    }
    places = max((abs(place) for place in numbers.get("BYSETPOS", [])), default=0)
    room = len(by_month_day.split(",")) if by_month_day else 5 * len(by_day.split(","))
    faults = {
        "it is WEEKLY, MONTHLY or YEARLY": often not in _FREQUENCIES,
        "it has a part that is not kept": bool(set(parts) - _PARTS),
        "it has COUNT or UNTIL, not both": {"COUNT", "UNTIL"} <= set(parts),
        "INTERVAL is 1 to 52": not all(1 <= n <= 52 for n in numbers.get("INTERVAL", [1])),
        "COUNT is 1 to 1000": not all(1 <= n <= MAX_DAYS for n in numbers.get("COUNT", [1])),
        "a week has no BYMONTHDAY": often == "WEEKLY" and bool(by_month_day),
        "BYSETPOS is for months, with BYDAY or BYMONTHDAY": bool(places)
        and (often != "MONTHLY" or bool(by_day) == bool(by_month_day) or places > room),
        "there is no such day": not _exists(
            numbers.get("BYMONTHDAY", [1]), numbers.get("BYMONTH", [1])
        ),
        "BYDAY is a day, or one counted": not all(
            _DAY.fullmatch(day) for day in by_day.split(",") if by_day
        ),
    }
    for reason, is_wrong in faults.items():
        if is_wrong:
            raise DuesRuleInvalid(reason)


def _whole(text: str) -> int:
    try:
        return int(text)
    except ValueError:
        raise DuesRuleInvalid("it cannot be read") from None


def _exists(month_days: Sequence[int], months: Sequence[int]) -> bool:
    """Whether some month has one of the days."""
    return any(
        1 <= month <= 12
        and 1 <= abs(day) <= (29 if month == 2 else calendar.monthrange(2001, month)[1])
        for day in month_days
        for month in months
    )


def today(now: datetime) -> date:
    """The day it is for dues: over when it is over everywhere, so nobody is late on her own due day."""
    return now.astimezone(_LAST_ZONE).date()


def state(row: DuesRow, rule: FineRule, today: date) -> DuesState:
    """How a row stands."""
    if row.is_paid:
        return DuesState.WAIVED if row.fine_waived_minor else DuesState.PAID
    if late_days(row.due_on, today, rule.grace_days):
        return DuesState.LATE
    if row.paid_minor or row.fine_paid_minor:
        return DuesState.PART_PAID
    return DuesState.GRACE if today > row.due_on else DuesState.DUE


def next_look(row: DuesRow, rule: FineRule, today: date, *, is_taken: bool) -> date | None:
    """The next day after today on which something may be to do about a row; None when never.

    is_taken  whether it is taken from her wallet, and so tried every day
    """
    if row.is_paid:
        return None
    tomorrow, day_after = today + timedelta(days=1), row.due_on + timedelta(days=1)
    late_on = day_after + timedelta(days=rule.grace_days)
    grows = rule.kind is not FineKind.NONE and rule.every is not FineEvery.ONCE
    always = (is_taken and tomorrow >= row.due_on) or (grows and tomorrow >= late_on)
    if always:
        return tomorrow
    return min((day for day in (row.due_on, day_after, late_on) if day > today), default=None)


def late_days(due_on: date, today: date, grace_days: int) -> int:
    """How many days something is late, after grace; 0 when it is not."""
    return max(0, (today - due_on).days - grace_days)


def fine(rule: FineRule, late_minor: int, days_late: int) -> int:
    """What lateness costs until now, in minor units.

    late_minor  what is late, without fines
    days_late   after grace, as `late_days` gives it
    """
    if rule.kind is FineKind.NONE or days_late <= 0 or late_minor <= 0:
        return 0
    each = rule.flat_minor
    if rule.kind is FineKind.PERCENT:
        each = round(Fraction(late_minor * rule.percent_bps, 10_000))
    step = _FINE_DAYS.get(rule.every)
    times = 1 if step is None else 1 + (days_late - 1) // step
    # A charge never passes what it is for, as rules for lenders ask.
    return min(each * times, rule.cap_minor or late_minor)


def fined(rule: FineRule, row: DuesRow, today: date) -> DuesRow:
    """The row with the fine of today; one that was set once never falls."""
    found = fine(rule, row.left_minor, late_days(row.due_on, today, rule.grace_days))
    return replace(row, fine_minor=max(row.fine_minor, found - row.fine_waived_minor))


def pay(rows: Sequence[DuesRow], minor: int) -> DuesPaid:
    """Let money pay fines first, then dues, the oldest first.

    minor  not below zero; what no row takes is left over
    """
    assert minor >= 0
    kept, left = list(rows), minor
    order = sorted(range(len(kept)), key=lambda n: kept[n].due_on)
    for n in order:
        share = min(left, kept[n].fine_left_minor)
        kept[n] = replace(kept[n], fine_paid_minor=kept[n].fine_paid_minor + share)
        left -= share
    fines = minor - left
    for n in order:
        share = min(left, kept[n].left_minor)
        kept[n] = replace(kept[n], paid_minor=kept[n].paid_minor + share)
        left -= share
    return DuesPaid(tuple(kept), fines, minor - fines - left, left)


def arrears(rule: FineRule, rows: Sequence[DuesRow], today: date) -> Arrears:
    """What a member is late with, fines of today included."""
    late = [
        fined(rule, row, today)
        for row in rows
        if late_days(row.due_on, today, rule.grace_days) and not row.is_paid
    ]
    return Arrears(
        rows=len(late),
        dues_minor=sum(row.left_minor for row in late),
        fines_minor=sum(row.fine_left_minor for row in late),
        since=min((row.due_on for row in late), default=None),
    )
