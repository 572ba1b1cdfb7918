"""The days that the form can choose: what it writes of them, the server reckons as they were meant.

`rules.json` is each choice with the plan that the form makes of it; the form's own test keeps it true.
"""

import calendar
import json
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from typing import Any

import pytest

from batua.modules.groups.rules import constitution, dues
from batua.modules.groups.types import Constitution, DuesPlan, Rhythm

FILE = Path(__file__).parents[3] / "web/src/features/groups/dues/rules.json"
CHOICES: list[dict[str, Any]] = json.loads(FILE.read_text("utf-8"))
LOOKED_AT = 12
FAR = 3_000
"""So many days are looked through by hand."""


def last_of(day: date) -> int:
    return calendar.monthrange(day.year, day.month)[1]


def is_chosen(days: dict[str, Any], day: date) -> bool:
    """Whether a day is one of those chosen, whatever week or month it is in."""
    if days["unit"] == "week":
        return day.isoweekday() in days["weekdays"]
    if days["by"] == "weekday":
        is_last = day.day + 7 > last_of(day)
        is_nth = is_last if days["nth"] == -1 else (day.day + 6) // 7 == days["nth"]
        return is_nth and day.isoweekday() == days["nthWeekday"]
    chosen = [last_of(day) if each == -1 else min(each, last_of(day)) for each in days["monthDays"]]
    return day.day in chosen


def place(days: dict[str, Any], day: date) -> int:
    """The number of its week or month."""
    if days["unit"] == "week":
        return (day - timedelta(days=day.weekday())).toordinal() // 7
    return day.year * 12 + day.month


def meant(days: dict[str, Any], start: date, *, is_plain: bool) -> Iterator[date]:
    """Day after day, by what was chosen alone.

    is_plain  every so many weeks or months from the first day on, not from the one of the start
    """
    every = [start + timedelta(days=n) for n in range(FAR)]
    chosen = [day for day in every if is_chosen(days, day)]
    first = place(days, chosen[0] if is_plain else start)
    found = (day for day in chosen if (place(days, day) - first) % days["every"] == 0)
    if days["ends"] == "count":
        return islice(found, days["count"])
    if days["ends"] == "until":
        return (day for day in found if day <= date.fromisoformat(days["until"]))
    return found


@pytest.mark.parametrize("start", ["2026-11-22", "2027-01-31", "2028-02-29"])
def test_each_choice_falls_due_on_the_days_it_means(start: str) -> None:
    assert len(CHOICES) == 198
    day = date.fromisoformat(start)
    for choice in CHOICES:
        said = {**choice["plan"], "rhythm": Rhythm(choice["plan"]["rhythm"])}
        plan = DuesPlan(key="plan", name="Plan", amount_minor=1, starts_on=start, **said)
        expected = list(
            islice(
                meant(choice["days"], day, is_plain=said["rhythm"] is not Rhythm.RULE), LOOKED_AT
            )
        )
        assert list(islice(dues.days_from(plan, day), LOOKED_AT)) == expected, choice
        if expected:
            constitution.check(Constitution(dues=(plan,)))
