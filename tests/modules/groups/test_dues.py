"""Dues: the days they fall on, what lateness costs, and what money pays."""

from datetime import date, timedelta

import pytest
from hypothesis import given as for_all
from hypothesis import settings
from hypothesis import strategies as st

from batua.modules.groups.errors import DuesRuleInvalid
from batua.modules.groups.rules import dues
from batua.modules.groups.types import (
    DuesPlan,
    DuesRow,
    FineEvery,
    FineKind,
    FineRule,
    Rhythm,
)

START = date(2027, 1, 13)  # a Wednesday
FLAT = FineRule(kind=FineKind.FLAT, flat_minor=10_00, grace_days=3)


def plan(rhythm: Rhythm = Rhythm.MONTHLY, start: date = START, **more: object) -> DuesPlan:
    return DuesPlan(  # type: ignore[arg-type]
        key="savings",
        name="Savings",
        amount_minor=200_00,
        rhythm=rhythm,
        starts_on=start.isoformat(),
        **more,  # type: ignore[arg-type]
    )


def told(made: DuesPlan, until: date) -> list[str]:
    return [day.isoformat() for day in dues.days(made, until)]


def test_weekly_dues() -> None:
    assert told(plan(Rhythm.WEEKLY, weekday=3), date(2027, 1, 27)) == [
        "2027-01-13",
        "2027-01-20",
        "2027-01-27",
    ]
    assert told(plan(Rhythm.WEEKLY, weekday=2, every=2), date(2027, 2, 3)) == [
        "2027-01-19",
        "2027-02-02",
    ]
    assert told(plan(Rhythm.WEEKLY), START - timedelta(days=1)) == []


def test_monthly_dues_keep_to_the_last_day_of_a_short_month() -> None:
    assert told(plan(day=31), date(2027, 4, 30)) == [
        "2027-01-31",
        "2027-02-28",
        "2027-03-31",
        "2027-04-30",
    ]
    assert told(plan(day=10), date(2027, 3, 10)) == ["2027-02-10", "2027-03-10"]
    assert told(plan(day=13, every=6), date(2028, 1, 13)) == [
        "2027-01-13",
        "2027-07-13",
        "2028-01-13",
    ]
    assert told(plan(day=5, every=6), date(2027, 8, 5)) == ["2027-02-05", "2027-08-05"]


@pytest.mark.parametrize(
    ("rule", "days"),
    [
        ("FREQ=MONTHLY;BYDAY=2SA", ["2027-02-13", "2027-03-13"]),
        ("RRULE:FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1", ["2027-01-31", "2027-02-28"]),
        ("freq=weekly;interval=2;byday=mo,th", ["2027-01-14", "2027-01-25"]),
        ("FREQ=MONTHLY;BYMONTHDAY=31", ["2027-01-31", "2027-03-31"]),  # RFC skips the others
        ("FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=8", ["2027-03-08", "2028-03-08"]),
        ("FREQ=MONTHLY;COUNT=1;BYMONTHDAY=15", ["2027-01-15"]),
        ("FREQ=WEEKLY;BYDAY=WE;UNTIL=20270120T235959Z", ["2027-01-13", "2027-01-20"]),
        ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", ["2027-01-29", "2027-02-26"]),
    ],
)
def test_dues_by_a_rule(rule: str, days: list[str]) -> None:
    dues.check_rule(rule, START)
    assert told(plan(Rhythm.RULE, rule=rule), date(2029, 1, 1))[:2] == days


@pytest.mark.parametrize(
    "rule",
    [
        "",
        "every month",
        "FREQ=DAILY",
        "FREQ=HOURLY",
        "INTERVAL=2",
        "FREQ=MONTHLY;FREQ=WEEKLY",
        "FREQ=MONTHLY;BYHOUR=9",
        "FREQ=MONTHLY;COUNT=3;UNTIL=20280101",
        "FREQ=MONTHLY;INTERVAL=0",
        "FREQ=MONTHLY;INTERVAL=-1",
        "FREQ=MONTHLY;COUNT=0",
        "FREQ=MONTHLY;BYMONTHDAY=0",
        "FREQ=MONTHLY;BYMONTHDAY=32",
        "FREQ=MONTHLY;BYMONTHDAY=x",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=YEARLY;BYMONTH=13",
        "FREQ=WEEKLY;BYMONTHDAY=4",
        "FREQ=WEEKLY;BYDAY=XX",
        "FREQ=MONTHLY;BYDAY=6MO",
        "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=6",
        "FREQ=MONTHLY;BYDAY=MO;BYMONTHDAY=1,2;BYSETPOS=2",
        "FREQ=MONTHLY;BYSETPOS=1",
        "FREQ=WEEKLY;UNTIL=20260101",
        "FREQ=WEEKLY;UNTIL=soon",
        "FREQ=MONTHLY;BYMONTHDAY=1\nRRULE:FREQ=MONTHLY;BYMONTHDAY=2",
    ],
)
def test_a_rule_that_is_none_is_refused(rule: str) -> None:
    with pytest.raises(DuesRuleInvalid):
        dues.check_rule(rule, START)


def test_never_more_days_than_are_looked_at_at_once() -> None:
    weekly = plan(Rhythm.WEEKLY)
    assert len(dues.days(weekly, date(2150, 1, 1))) == dues.MAX_DAYS


# --- lateness


@pytest.mark.parametrize(("day", "late"), [(-1, 0), (0, 0), (3, 0), (4, 1), (10, 7)])
def test_late_is_after_grace(day: int, late: int) -> None:
    assert dues.late_days(START, START + timedelta(days=day), 3) == late


@pytest.mark.parametrize(
    ("every", "late", "times"),
    [
        (FineEvery.ONCE, 0, 0),
        (FineEvery.ONCE, 1, 1),
        (FineEvery.ONCE, 400, 1),
        (FineEvery.WEEK, 1, 1),
        (FineEvery.WEEK, 7, 1),
        (FineEvery.WEEK, 8, 2),
        (FineEvery.MONTH, 30, 1),
        (FineEvery.MONTH, 31, 2),
    ],
)
def test_fines_come_once_or_again(every: FineEvery, late: int, times: int) -> None:
    flat = FineRule(kind=FineKind.FLAT, flat_minor=5_00, every=every)
    assert dues.fine(flat, 200_00, late) == times * 5_00
    percent = FineRule(kind=FineKind.PERCENT, percent_bps=250, every=every)
    assert dues.fine(percent, 200_00, late) == times * 5_00


def test_a_fine_has_a_cap_and_never_passes_what_is_late() -> None:
    weekly = FineRule(kind=FineKind.FLAT, flat_minor=50_00, every=FineEvery.WEEK)
    assert dues.fine(weekly, 120_00, 365) == 120_00
    capped = FineRule(kind=FineKind.FLAT, flat_minor=50_00, every=FineEvery.WEEK, cap_minor=80_00)
    assert dues.fine(capped, 120_00, 365) == 80_00
    assert dues.fine(FineRule(), 120_00, 365) == 0
    assert dues.fine(weekly, 0, 365) == 0


def test_a_fine_that_was_set_once_stays_when_part_is_paid() -> None:
    rule = FineRule(kind=FineKind.PERCENT, percent_bps=1000)
    row = dues.fined(rule, DuesRow(START, 200_00), START + timedelta(days=1))
    assert row.fine_minor == 20_00
    part = DuesRow(START, 200_00, fine_minor=20_00, paid_minor=150_00)
    assert dues.fined(rule, part, START + timedelta(days=9)).fine_minor == 20_00


# --- paying


def test_money_pays_fines_first_and_then_the_oldest() -> None:
    rows = [
        DuesRow(START + timedelta(days=7), 200_00, fine_minor=5_00),
        DuesRow(START, 200_00, fine_minor=10_00),
    ]
    paid = dues.pay(rows, 265_00)
    assert (paid.fines_minor, paid.dues_minor, paid.over_minor) == (15_00, 250_00, 0)
    assert [row.left_minor for row in paid.rows] == [150_00, 0]
    assert all(row.fine_left_minor == 0 for row in paid.rows)
    assert dues.pay(rows, 500_00).over_minor == 85_00


def test_arrears_are_what_is_late_with_the_fines_of_today() -> None:
    rows = [
        DuesRow(START, 200_00, paid_minor=50_00),
        DuesRow(START + timedelta(days=7), 200_00),
        DuesRow(START + timedelta(days=14), 200_00),
        DuesRow(START - timedelta(days=7), 200_00, paid_minor=200_00),
    ]
    found = dues.arrears(FLAT, rows, START + timedelta(days=11))
    assert (found.rows, found.dues_minor, found.fines_minor) == (2, 350_00, 20_00)
    assert found.since == START
    assert found.total_minor == 370_00
    assert dues.arrears(FLAT, rows, START).since is None


ROWS = st.lists(
    st.builds(
        DuesRow,
        due_on=st.dates(date(2027, 1, 1), date(2027, 12, 31)),
        due_minor=st.integers(1, 10**6),
        fine_minor=st.integers(0, 10**4),
    ),
    max_size=12,
)


@settings(max_examples=150, deadline=None)
@for_all(rows=ROWS, moneys=st.lists(st.integers(0, 10**6), max_size=8))
def test_no_money_is_lost_and_none_is_made(rows: list[DuesRow], moneys: list[int]) -> None:
    kept: tuple[DuesRow, ...] = tuple(rows)
    owed = sum(row.left_minor + row.fine_left_minor for row in kept)
    for money in moneys:
        paid = dues.pay(kept, money)
        assert paid.fines_minor + paid.dues_minor + paid.over_minor == money
        kept = paid.rows
        left = sum(row.left_minor + row.fine_left_minor for row in kept)
        assert left == owed - (money - paid.over_minor)
        assert all(row.left_minor >= 0 and row.fine_left_minor >= 0 for row in kept)
        if left:
            assert paid.over_minor == 0
        owed = left


@settings(max_examples=150, deadline=None)
@for_all(
    start=st.dates(date(2024, 1, 1), date(2030, 1, 1)),
    rhythm=st.sampled_from([Rhythm.WEEKLY, Rhythm.MONTHLY]),
    every=st.integers(1, 6),
    weekday=st.integers(1, 7),
    day=st.integers(1, 31),
)
def test_days_rise_from_the_start_and_keep_their_place(
    start: date, rhythm: Rhythm, every: int, weekday: int, day: int
) -> None:
    made = plan(rhythm, start, every=every, weekday=weekday, day=day)
    found = dues.days(made, start + timedelta(days=800))
    assert found == sorted(set(found))
    assert found[0] >= start
    for each in found:
        if rhythm is Rhythm.WEEKLY:
            assert each.isoweekday() == weekday
        else:
            is_last = (each + timedelta(days=1)).day == 1
            assert each.day == day or (is_last and each.day < day)
    months = [each.year * 12 + each.month for each in found]
    gaps = {b - a for a, b in zip(months, months[1:], strict=False)}
    if rhythm is Rhythm.MONTHLY:
        assert gaps <= {every}
    else:
        assert {(b - a).days for a, b in zip(found, found[1:], strict=False)} <= {7 * every}
