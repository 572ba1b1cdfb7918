"""Repayments: what money pays, what early money changes, restructuring, and the portfolio."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given as for_all
from hypothesis import settings
from hypothesis import strategies as st
from tests.modules.groups.test_schedules import ANY_TERMS, terms

from batua.modules.groups.errors import LoanTermsInvalid, MoreThanOwed
from batua.modules.groups.rules import repaying, schedules
from batua.modules.groups.types import Interest, Part, Portion, Row, Sums, Terms

JAN, FEB, MAR = date(2027, 1, 31), date(2027, 2, 28), date(2027, 3, 31)
DAY = timedelta(days=1)
EQUAL = terms(principal=1_200_00, interest=Interest.EQUAL_PRINCIPAL, fee_minor=10_00)
ROWS = schedules.schedule(EQUAL)  # 100.00 principal each; interest 24.00, 22.00, 20.00 ...


def test_money_pays_fines_then_fees_then_interest_then_principal() -> None:
    rows = (repaying.fined(ROWS[0], 5_00), repaying.fined(ROWS[1], 2_00), *ROWS[2:])
    today = FEB + DAY
    paid = repaying.repay(EQUAL, rows, 60_00, today)
    assert paid.portions == (
        Portion(1, Part.FINE, 5_00),
        Portion(2, Part.FINE, 2_00),
        Portion(1, Part.FEE, 10_00),
        Portion(1, Part.INTEREST, 24_00),
        Portion(2, Part.INTEREST, 19_00),
    )
    assert paid.rows[0].left == Sums(principal=100_00)
    assert paid.rows[1].left == Sums(interest=3_00, principal=100_00)
    assert paid.rows[2:] == rows[2:]


def test_late_principal_goes_before_interest_that_is_not_due_yet() -> None:
    paid = repaying.repay(EQUAL, ROWS, 150_00, JAN + DAY)
    assert paid.rows[0].is_paid
    assert paid.rows[1].paid == Sums(interest=16_00)


def test_an_instalment_paid_before_its_day_is_just_paid() -> None:
    paid = repaying.repay(EQUAL, ROWS, 134_00, JAN - 5 * DAY)
    assert paid.rows[0].is_paid
    assert paid.rows[1:] == ROWS[1:]
    assert not any(portion.is_early for portion in paid.portions)


@pytest.mark.parametrize(
    ("today", "rows"),
    [(JAN - DAY, 1), (JAN, 1), (JAN + DAY, 2), (FEB, 2), (FEB + DAY, 3), (date(2029, 1, 1), 12)],
)
def test_what_is_due_or_has_begun(today: date, rows: int) -> None:
    assert repaying.begun(ROWS, today) == rows


def test_early_money_lowers_every_instalment_to_come() -> None:
    paid = repaying.repay(EQUAL, ROWS, 134_00 + 550_00, JAN)
    assert paid.portions[-1] == Portion(2, Part.PRINCIPAL, 550_00, is_early=True)
    later = paid.rows[1:]
    assert [row.due_on for row in later] == [row.due_on for row in ROWS[1:]]
    assert [row.due.principal for row in later] == [50_00] * 11
    assert [row.due.interest for row in later][:3] == [11_00, 10_00, 9_00]


def test_early_money_on_emi_keeps_the_days_and_makes_a_new_instalment() -> None:
    emi = terms()
    rows = schedules.schedule(emi)
    paid = repaying.repay(emi, rows, 1_134_72 + 5_000_00, JAN)
    later = paid.rows[1:]
    owed = 12_000_00 - 894_72 - 5_000_00
    assert sum(row.due.principal for row in later) == owed
    assert {row.due.total for row in later[:-1]} == {schedules.instalment(owed, 200, 11)}
    assert abs(later[-1].due.total - later[0].due.total) < 12


def test_early_money_on_flat_gives_back_interest_in_proportion() -> None:
    flat = terms(interest=Interest.FLAT)
    rows = schedules.schedule(flat)
    paid = repaying.repay(flat, rows, 1_240_00 + 5_500_00, JAN)
    assert {row.due.interest for row in paid.rows[1:]} == {120_00}
    assert {row.due.principal for row in paid.rows[1:]} == {500_00}


@pytest.mark.parametrize("kind", Interest)
def test_paying_all_ends_it_without_interest_to_come(kind: Interest) -> None:
    made = terms(interest=kind)
    rows = schedules.schedule(made)
    owed = repaying.payoff(rows, JAN)
    assert owed == 12_000_00 + 240_00  # the period that has begun is paid for, no other
    paid = repaying.repay(made, rows, owed, JAN)
    assert all(row.is_paid for row in paid.rows)
    assert repaying.payoff(paid.rows, JAN) == 0
    with pytest.raises(MoreThanOwed) as refused:
        repaying.repay(made, rows, owed + 1, JAN)
    assert refused.value.owed_minor == owed


def test_what_is_overdue() -> None:
    assert repaying.overdue(ROWS, JAN).total == 0
    assert repaying.overdue(ROWS, JAN + DAY) == ROWS[0].due
    assert repaying.overdue(ROWS, FEB + DAY) == ROWS[0].due + ROWS[1].due


def test_a_fine_never_falls() -> None:
    fined = repaying.fined(ROWS[0], 5_00)
    assert repaying.fined(fined, 3_00) == fined
    assert repaying.fined(fined, 8_00).due.fine == 8_00


def test_restructuring_keeps_what_is_owed_and_compounds_nothing() -> None:
    late = (repaying.fined(ROWS[0], 5_00), *ROWS[1:])
    paid = repaying.repay(EQUAL, late, 15_00, FEB + DAY)  # the fine and the fee
    new = replace(EQUAL, count=24, first_due_on=MAR + DAY, fee_minor=0)
    rows = repaying.restructure(paid.rows, new)
    assert [row.n for row in rows] == list(range(13, 37))
    assert repaying.outstanding(rows) == 1_200_00
    # Interest of the three periods that have begun is carried on, beside that of the first row.
    assert rows[0].due.interest == 24_00 + 22_00 + 20_00 + 24_00
    assert sum(row.due.fine + row.due.fee for row in rows) == 0
    assert rows[1].due.interest == 23_00


def test_restructuring_before_the_first_instalment_keeps_its_fee() -> None:
    rows = repaying.restructure(ROWS, replace(EQUAL, first_due_on=JAN - 10 * DAY))
    assert rows[0].due.fee == 10_00
    assert rows[0].due.interest == 24_00


def test_what_was_paid_back_is_not_restructured() -> None:
    paid = repaying.repay(EQUAL, ROWS, repaying.payoff(ROWS, JAN), JAN)
    with pytest.raises(LoanTermsInvalid):
        repaying.restructure(paid.rows, EQUAL)


@pytest.mark.parametrize(("savings", "goes"), [(0, 0), (50_00, 50_00), (9_999_00, 1_234_00)])
def test_savings_go_against_a_loan_as_far_as_it_reaches(savings: int, goes: int) -> None:
    assert repaying.savings_offset(ROWS, savings, JAN) == goes


@pytest.mark.parametrize(("days", "risky"), [(0, False), (30, False), (31, True)])
def test_a_loan_is_at_risk_after_thirty_days(days: int, risky: bool) -> None:
    assert repaying.is_at_risk(ROWS, JAN + timedelta(days=days)) is risky
    paid = repaying.repay(EQUAL, ROWS, 134_00, JAN)
    assert not repaying.is_at_risk(paid.rows, JAN + timedelta(days=days))


def test_portfolio_at_risk_counts_whole_loans() -> None:
    today = JAN + timedelta(days=31)
    sound = repaying.repay(EQUAL, ROWS, 134_00, JAN).rows  # 1,100.00 left, its next row 3 days late
    risk = repaying.portfolio([ROWS, sound], today)
    assert (risk.outstanding_minor, risk.at_risk_minor) == (2_300_00, 1_200_00)
    assert risk.at_risk_bps == 5217
    assert repaying.portfolio([], today).at_risk_bps == 0


@pytest.mark.parametrize(
    ("multiple", "most", "lent"), [(300, 0, 3_000), (0, 500, 500), (300, 500, 500), (0, 0, None)]
)
def test_the_most_that_is_lent(multiple: int, most: int, lent: int | None) -> None:
    assert repaying.most(1_000, multiple, most) == lent


def test_what_a_pot_may_lend_and_what_a_loan_costs_at_once() -> None:
    assert repaying.lendable(1_000, 300) == 700
    assert repaying.lendable(200, 300) == 0
    assert repaying.fee(12_345, 100, 150) == 100 + 185


@settings(max_examples=50, deadline=None)
@for_all(made=ANY_TERMS, data=st.data())
def test_any_repayments_at_any_times_pay_exactly_what_is_owed(
    made: Terms, data: st.DataObject
) -> None:
    made = replace(made, fee_minor=min(500, made.principal_minor))
    rows = schedules.schedule(made)
    today = made.first_due_on - timedelta(days=40)
    principal = 0
    for _ in range(data.draw(st.integers(1, 8))):
        today += timedelta(days=data.draw(st.integers(0, 90)))
        owed = repaying.payoff(rows, today)
        if owed == 0:
            break
        was, left = rows, repaying.outstanding(rows)
        minor = data.draw(st.one_of(st.integers(1, owed), st.just(owed)))
        repaid = repaying.repay(made, rows, minor, today)
        rows = repaid.rows
        back = sum(p.minor for p in repaid.portions if p.part is Part.PRINCIPAL)
        principal += back
        assert sum(portion.minor for portion in repaid.portions) == minor
        assert all(portion.minor > 0 for portion in repaid.portions)
        # What was paid is no longer owed, to the last minor unit.
        assert repaying.payoff(rows, today) == owed - minor
        assert repaying.outstanding(rows) == left - back
        check_rows(made, was, rows, today)
    assert principal == made.principal_minor - repaying.outstanding(rows)


def check_rows(made: Terms, was: tuple[Row, ...], rows: tuple[Row, ...], today: date) -> None:
    """Rows stay within what is due, keep their days, and what is to come never grows."""
    before = {row.n: row for row in was}
    for row in rows:
        assert row.due_on == before[row.n].due_on
        for part in Part:
            assert 0 <= row.paid.of(part) <= row.due.of(part)
    edge = repaying.begun(was, today)
    if made.interest is Interest.REDUCING:
        return  # another instalment rounds another way
    assert sum(r.due.interest for r in rows[edge:]) <= sum(r.due.interest for r in was[edge:])


@settings(max_examples=15, deadline=None)
@for_all(made=ANY_TERMS)
def test_paying_each_row_on_its_day_ends_a_loan_as_it_was_planned(made: Terms) -> None:
    planned = rows = schedules.schedule(made)
    for n, row in enumerate(planned):
        assert rows[n].due == row.due
        rows = repaying.repay(made, rows, row.due.total, row.due_on).rows
    assert repaying.payoff(rows, planned[-1].due_on) == 0
    assert len(rows) == len(planned)
