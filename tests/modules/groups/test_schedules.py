"""Schedules and what they cost: worked values, and sums that are exact for any terms."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given as for_all
from hypothesis import settings
from hypothesis import strategies as st

from batua.modules.groups.errors import LoanTermsInvalid
from batua.modules.groups.rules import schedules
from batua.modules.groups.types import Grace, Interest, Period, Row, Terms

FIRST = date(2027, 1, 31)


def terms(
    principal: int = 12_000_00,
    interest: Interest = Interest.REDUCING,
    rate: int = 200,
    count: int = 12,
    **more: object,
) -> Terms:
    return Terms(  # type: ignore[arg-type]
        principal_minor=principal,
        interest=interest,
        rate_bps=rate,
        count=count,
        **{"period": Period.MONTH, "first_due_on": FIRST, **more},  # type: ignore[arg-type]
    )


def totals(rows: tuple[Row, ...]) -> list[int]:
    return [row.due.total for row in rows]


def interest(rows: tuple[Row, ...]) -> int:
    return sum(row.due.interest for row in rows)


# The worked loan: 12,000.00 at 2 % a month for 12 months.


def test_the_worked_flat_loan() -> None:
    flat = terms(interest=Interest.FLAT)
    rows = schedules.schedule(flat)
    assert totals(rows) == [1_240_00] * 12
    assert interest(rows) == 2_880_00
    cost = schedules.cost(flat, rows)
    assert (cost.apr_bps, cost.effective_bps) == (4170, 5067)
    assert (cost.interest_minor, cost.fee_minor, cost.total_minor) == (2_880_00, 0, 14_880_00)


def test_the_worked_reducing_loan() -> None:
    emi = terms()
    rows = schedules.schedule(emi)
    assert totals(rows)[:11] == [1_134_72] * 11
    assert totals(rows)[11] == 1_134_67  # takes what rounding left over
    assert interest(rows) == 1_616_59
    assert [row.due.interest for row in rows][:3] == [240_00, 222_11, 203_85]
    cost = schedules.cost(emi, rows)
    assert (cost.apr_bps, cost.effective_bps) == (2400, 2682)


def test_the_worked_loan_of_equal_principal() -> None:
    equal = terms(interest=Interest.EQUAL_PRINCIPAL)
    rows = schedules.schedule(equal)
    assert [row.due.principal for row in rows] == [1_000_00] * 12
    assert [row.due.interest for row in rows] == [20_00 * n for n in range(12, 0, -1)]
    assert interest(rows) == 1_560_00
    assert schedules.cost(equal, rows).apr_bps == 2400


def test_fees_are_due_first_and_are_part_of_the_rate() -> None:
    free = terms()
    dear = terms(fee_minor=240_00)
    rows = schedules.schedule(dear)
    assert rows[0].due.fee == 240_00
    assert sum(row.due.fee for row in rows) == 240_00
    cost = schedules.cost(dear, rows)
    assert cost.fee_minor == 240_00
    assert cost.apr_bps > schedules.cost(free, schedules.schedule(free)).apr_bps + 300


def test_without_interest_nothing_is_charged() -> None:
    for kind in Interest:
        gift = terms(principal=100_00, rate=0, count=3, interest=kind)
        rows = schedules.schedule(gift)
        assert totals(rows) == [33_33, 33_33, 33_34]
        assert schedules.cost(gift, rows).apr_bps == 0


@pytest.mark.parametrize("kind", Interest)
def test_in_a_grace_of_principal_only_interest_is_due(kind: Interest) -> None:
    rows = schedules.schedule(terms(interest=kind, grace=Grace.PRINCIPAL, grace_count=3))
    assert len(rows) == 12
    assert [row.due.principal for row in rows[:3]] == [0, 0, 0]
    assert [row.due.interest for row in rows[:3]] == [240_00] * 3
    assert all(row.due.principal > 0 for row in rows[3:])
    assert sum(row.due.principal for row in rows) == 12_000_00


@pytest.mark.parametrize("kind", Interest)
def test_in_a_full_grace_nothing_is_due_and_interest_bears_none(kind: Interest) -> None:
    rows = schedules.schedule(terms(interest=kind, grace=Grace.ALL, grace_count=3, fee_minor=7))
    assert [row.n for row in rows] == list(range(4, 13))
    assert rows[0].due_on == date(2027, 4, 30)
    assert rows[0].due.interest == 4 * 240_00
    assert rows[0].due.fee == 7
    assert sum(row.due.principal for row in rows) == 12_000_00


@pytest.mark.parametrize("rate", [0, 200, 1_500, 5_000])
@pytest.mark.parametrize("count", [2, 12, 60, 260])
def test_no_rounding_makes_a_last_instalment_that_nobody_can_pay(rate: int, count: int) -> None:
    """At high rates half a minor unit in the instalment would grow to many times of it."""
    for principal in (count, 1_234_56, 99_999_99):
        rows = schedules.schedule(terms(principal, rate=rate, count=count))
        assert rows[-1].due.total <= rows[0].due.total + count
        assert sum(row.due.principal for row in rows) == principal


def test_months_end_where_they_end() -> None:
    rows = schedules.schedule(terms(count=14))
    assert [row.due_on.isoformat() for row in rows[:5]] == [
        "2027-01-31",
        "2027-02-28",
        "2027-03-31",
        "2027-04-30",
        "2027-05-31",
    ]
    assert rows[12].due_on == date(2028, 1, 31)
    assert rows[13].due_on == date(2028, 2, 29)


def test_weeks_are_seven_days() -> None:
    weekly = terms(period=Period.WEEK, rate=50, count=4)
    rows = schedules.schedule(weekly)
    assert [(row.due_on - FIRST).days for row in rows] == [0, 7, 14, 21]
    assert schedules.cost(weekly, rows).apr_bps == 2600


@pytest.mark.parametrize(
    "wrong",
    [
        {"principal": 0},
        {"principal": -5},
        {"principal": 11},  # less than a minor unit an instalment
        {"principal": 10**15 + 1},
        {"rate": -1},
        {"rate": 5001},
        {"count": 0},
        {"count": 261},
        {"grace": Grace.PRINCIPAL, "grace_count": 12},
        {"grace_count": -1},
        {"fee_minor": -1},
        {"fee_minor": 12_000_01},
    ],
)
def test_what_makes_no_loan_is_refused(wrong: dict[str, int]) -> None:
    with pytest.raises(LoanTermsInvalid):
        schedules.schedule(terms(**wrong))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("above", "below", "rounded"),
    [(1, 2, 0), (3, 2, 2), (5, 2, 2), (7, 2, 4), (1, 3, 0), (2, 3, 1)],
)
def test_halves_go_to_the_even_number(above: int, below: int, rounded: int) -> None:
    assert schedules.half_even(Fraction(above, below)) == rounded


ANY_TERMS = st.builds(
    lambda count, principal, grace_count, **more: Terms(
        count=count,
        principal_minor=max(principal, count),
        grace_count=min(grace_count, count - 1),
        **more,
    ),
    count=st.integers(1, 60),
    principal=st.integers(1, 10**10),
    grace_count=st.integers(0, 6),
    interest=st.sampled_from(Interest),
    rate_bps=st.integers(0, 1500),
    period=st.sampled_from(Period),
    first_due_on=st.dates(date(2020, 1, 1), date(2040, 1, 1)),
    grace=st.sampled_from(Grace),
    fee_minor=st.just(0),
)


@settings(max_examples=150, deadline=None)
@for_all(made=ANY_TERMS)
def test_any_schedule_adds_up_exactly(made: Terms) -> None:
    rows = schedules.schedule(made)
    assert sum(row.due.principal for row in rows) == made.principal_minor
    assert all(part >= 0 for row in rows for part in (row.due.interest, row.due.principal))
    assert all(row.due.total > 0 for row in rows)
    assert [row.n for row in rows] == sorted({row.n for row in rows})
    assert [row.due_on for row in rows] == sorted({row.due_on for row in rows})
    assert rows[-1].n == made.count or made.interest is Interest.REDUCING
    if made.interest is Interest.FLAT:
        whole = Fraction(made.principal_minor * made.rate_bps * made.count, 10_000)
        assert abs(interest(rows) - whole) <= Fraction(1, 2)
    elif made.grace is not Grace.ALL:
        owed = made.principal_minor
        for row in rows:  # interest of each row by another way of rounding
            exact = Decimal(owed * made.rate_bps) / 10_000
            assert row.due.interest == int(exact.quantize(Decimal(1), "ROUND_HALF_EVEN"))
            owed -= row.due.principal


@settings(max_examples=30, deadline=None)
@for_all(principal=st.integers(10**8, 10**10), rate=st.integers(1, 800), count=st.integers(2, 48))
def test_the_rate_of_a_loan_on_what_is_owed_is_its_own(
    principal: int, rate: int, count: int
) -> None:
    """Of a large loan: what rounding to minor units moves is below a basis point there."""
    for kind in (Interest.REDUCING, Interest.EQUAL_PRINCIPAL):
        made = terms(principal, kind, rate, count)
        assert abs(schedules.cost(made, schedules.schedule(made)).apr_bps - 12 * rate) <= 1
    flat = terms(principal, Interest.FLAT, rate, count)
    cost = schedules.cost(flat, schedules.schedule(flat))
    assert cost.apr_bps > 12 * rate
    assert cost.effective_bps >= cost.apr_bps
