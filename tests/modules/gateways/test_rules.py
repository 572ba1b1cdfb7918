"""The state graph edge by edge, what reports make of attempts, and the patience of the sweep."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import product
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from batua.kit.money import Currency, Money
from batua.modules.gateways import rules
from batua.modules.gateways.types import (
    Attempt,
    AttemptId,
    AttemptState,
    Direction,
    Outcome,
    Report,
)

S = AttemptState
NOW = datetime(2026, 5, 4, 12, tzinfo=UTC)
INR = Currency("INR")
ID = UUID("0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e")

ALLOWED = {
    Direction.IN: {
        S.CREATED: {S.PENDING, S.UNKNOWN, S.SUCCEEDED, S.FAILED, S.MISMATCHED, S.EXPIRED},
        S.PENDING: {S.UNKNOWN, S.SUCCEEDED, S.FAILED, S.MISMATCHED, S.EXPIRED},
        S.UNKNOWN: {S.PENDING, S.SUCCEEDED, S.FAILED, S.MISMATCHED, S.EXPIRED},
        S.EXPIRED: {S.SUCCEEDED, S.MISMATCHED},
        S.FAILED: {S.SUCCEEDED, S.MISMATCHED},
        S.SUCCEEDED: {S.PARTLY_REFUNDED, S.REFUNDED},
        S.PARTLY_REFUNDED: {S.REFUNDED},
        S.REFUNDED: set(),
        S.MISMATCHED: set(),
    },
    Direction.OUT: {
        S.CREATED: {S.PENDING, S.UNKNOWN, S.SUCCEEDED, S.FAILED, S.MISMATCHED},
        S.PENDING: {S.UNKNOWN, S.SUCCEEDED, S.FAILED, S.MISMATCHED},
        S.UNKNOWN: {S.PENDING, S.SUCCEEDED, S.FAILED, S.MISMATCHED},
    },
}
ALLOWED[Direction.REFUND] = ALLOWED[Direction.OUT]


def attempt(direction: Direction = Direction.IN, state: S = S.PENDING, **more) -> Attempt:
    base = Attempt(
        id=AttemptId(ID),
        provider="sandbox",
        direction=direction,
        amount=Money(12500, INR),
        purpose="test",
        reference=ID,
        created_at=NOW,
        changed_at=NOW,
        state=state,
        expires_at=NOW + timedelta(minutes=30) if direction is Direction.IN else None,
    )
    return replace(base, **more)


def report(outcome: Outcome, **more) -> Report:
    amount = Money(12500, INR) if outcome is Outcome.SUCCEEDED else None
    return replace(Report(outcome=outcome, reference=str(ID), amount=amount), **more)


@pytest.mark.parametrize(("direction", "before", "after"), list(product(Direction, S, S)))
def test_every_edge_is_allowed_or_forbidden_on_purpose(direction, before, after):
    allowed = after in ALLOWED[direction].get(before, set())
    assert rules.may(direction, before, after) is allowed


def test_no_edge_is_written_twice_and_each_says_why():
    assert len({(e.before, e.after) for e in rules.EDGES}) == len(rules.EDGES)
    assert all(edge.why for edge in rules.EDGES)


@pytest.mark.parametrize(
    ("direction", "state", "outcome", "leads_to"),
    [
        (Direction.IN, S.CREATED, Outcome.OPEN, S.PENDING),
        (Direction.IN, S.CREATED, Outcome.UNANSWERED, S.UNKNOWN),
        (Direction.IN, S.CREATED, Outcome.FAILED, S.FAILED),
        (Direction.IN, S.PENDING, Outcome.OPEN, S.PENDING),
        (Direction.IN, S.PENDING, Outcome.UNDERWAY, S.PENDING),
        (Direction.IN, S.PENDING, Outcome.SUCCEEDED, S.SUCCEEDED),
        (Direction.IN, S.PENDING, Outcome.EXPIRED, S.EXPIRED),
        (Direction.IN, S.PENDING, Outcome.UNANSWERED, S.UNKNOWN),
        (Direction.IN, S.PENDING, Outcome.ABSENT, S.UNKNOWN),
        (Direction.IN, S.UNKNOWN, Outcome.OPEN, S.PENDING),
        (Direction.IN, S.UNKNOWN, Outcome.SUCCEEDED, S.SUCCEEDED),
        (Direction.IN, S.EXPIRED, Outcome.SUCCEEDED, S.SUCCEEDED),
        (Direction.IN, S.EXPIRED, Outcome.FAILED, S.EXPIRED),
        (Direction.IN, S.EXPIRED, Outcome.UNANSWERED, S.EXPIRED),
        (Direction.IN, S.FAILED, Outcome.SUCCEEDED, S.SUCCEEDED),
        (Direction.IN, S.SUCCEEDED, Outcome.UNANSWERED, S.SUCCEEDED),
        (Direction.IN, S.REFUNDED, Outcome.SUCCEEDED, S.REFUNDED),
        (Direction.OUT, S.CREATED, Outcome.UNDERWAY, S.PENDING),
        (Direction.OUT, S.CREATED, Outcome.SUCCEEDED, S.SUCCEEDED),
        (Direction.OUT, S.PENDING, Outcome.EXPIRED, S.FAILED),
        (Direction.OUT, S.UNKNOWN, Outcome.ABSENT, S.UNKNOWN),
        (Direction.OUT, S.FAILED, Outcome.SUCCEEDED, S.FAILED),
        (Direction.REFUND, S.PENDING, Outcome.FAILED, S.FAILED),
    ],
)
def test_where_a_report_leads(direction, state, outcome, leads_to):
    assert rules.judge(attempt(direction, state), report(outcome), NOW).state is leads_to


@pytest.mark.parametrize("outcome", [Outcome.OPEN, Outcome.ABSENT])
@pytest.mark.parametrize("state", [S.CREATED, S.PENDING, S.UNKNOWN])
def test_a_checkout_that_nobody_paid_expires_at_its_time(state, outcome):
    late = NOW + timedelta(minutes=30)
    assert rules.judge(attempt(state=state), report(outcome), late).state is S.EXPIRED
    assert rules.judge(attempt(state=state), report(outcome), NOW).state is not S.EXPIRED


def test_money_that_is_underway_at_the_end_of_time_is_waited_for():
    late = NOW + timedelta(hours=5)
    assert rules.judge(attempt(), report(Outcome.UNDERWAY), late).state is S.PENDING


@pytest.mark.parametrize(
    "moved", [Money(12499, INR), Money(12501, INR), Money(12500, Currency("NPR"))]
)
def test_another_amount_or_currency_is_a_mismatch(moved):
    verdict = rules.judge(attempt(), report(Outcome.SUCCEEDED, amount=moved), NOW)
    assert (verdict.state, verdict.received) == (S.MISMATCHED, moved)
    assert verdict.failure == "amount_mismatch"


@pytest.mark.parametrize(
    "change", [{"amount": None}, {"reference": None}, {"reference": "somebody-else"}]
)
def test_a_success_that_does_not_prove_itself_is_no_answer(change):
    verdict = rules.judge(attempt(), report(Outcome.SUCCEEDED, **change), NOW)
    assert (verdict.state, verdict.received) == (S.UNKNOWN, None)


@pytest.mark.parametrize(
    ("direction", "state", "outcome", "is_contradiction"),
    [
        (Direction.IN, S.SUCCEEDED, Outcome.FAILED, True),
        (Direction.IN, S.PARTLY_REFUNDED, Outcome.EXPIRED, True),
        (Direction.IN, S.SUCCEEDED, Outcome.ABSENT, True),
        (Direction.OUT, S.FAILED, Outcome.SUCCEEDED, True),
        (Direction.OUT, S.SUCCEEDED, Outcome.FAILED, True),
        (Direction.IN, S.SUCCEEDED, Outcome.SUCCEEDED, False),
        (Direction.IN, S.SUCCEEDED, Outcome.UNANSWERED, False),
        (Direction.IN, S.FAILED, Outcome.EXPIRED, False),
        (Direction.IN, S.MISMATCHED, Outcome.SUCCEEDED, False),
    ],
)
def test_a_provider_that_takes_back_its_word_moves_nothing(
    direction, state, outcome, is_contradiction
):
    before = attempt(direction, state)
    verdict = rules.judge(before, report(outcome), NOW)
    assert (verdict.state, verdict.contradicts) == (state, is_contradiction)


reports = st.builds(
    Report,
    outcome=st.sampled_from(Outcome),
    reference=st.sampled_from([None, str(ID), "other"]),
    amount=st.sampled_from([None, Money(12500, INR), Money(1, INR), Money(12500, Currency("JPY"))]),
    failure=st.none() | st.just("declined"),
)


@given(
    st.sampled_from(Direction),
    st.lists(st.tuples(reports, st.integers(0, 7200)), max_size=12),
)
def test_no_sequence_of_reports_leaves_the_graph_or_invents_money(direction, told):
    now, standing = NOW, attempt(direction, S.CREATED)
    for said, wait_s in told:
        now += timedelta(seconds=wait_s)
        verdict = rules.judge(standing, said, now)
        if verdict.state is not standing.state:
            assert rules.may(direction, standing.state, verdict.state)
        if verdict.state is S.SUCCEEDED:
            assert verdict.received == standing.amount
        if verdict.state is S.MISMATCHED:
            assert verdict.received is not None
            assert verdict.received != standing.amount
        if standing.state in {S.SUCCEEDED, S.MISMATCHED}:
            assert verdict.state is standing.state
        standing = replace(
            standing, state=verdict.state, received=verdict.received, failure=verdict.failure
        )


@pytest.mark.parametrize("state", [S.CREATED, S.PENDING, S.UNKNOWN])
@pytest.mark.parametrize("direction", list(Direction))
def test_the_undecided_are_asked_about_again_without_end(direction, state):
    waits = []
    for asks in range(40):
        at = rules.next_ask(attempt(direction, state, expires_at=None), asks, NOW)
        assert at is not None
        waits.append(at - NOW)
    assert waits == sorted(waits)
    assert waits[0] <= timedelta(seconds=20)
    assert waits[-1] <= timedelta(hours=1)


def test_a_checkout_is_asked_about_when_its_time_is_over():
    soon = attempt(expires_at=NOW + timedelta(seconds=5))
    assert rules.next_ask(soon, 3, NOW) == NOW + timedelta(seconds=5)


def test_an_expired_checkout_is_looked_at_some_times_more_and_then_left():
    expired = attempt(state=S.EXPIRED)
    looks = [rules.next_ask(expired, asks, NOW) for asks in range(6)]
    assert [None if at is None else (at - NOW) for at in looks] == [
        *(timedelta(minutes=m) for m in (5, 60, 360, 1440, 4320)),
        None,
    ]


@pytest.mark.parametrize("state", [S.SUCCEEDED, S.FAILED, S.MISMATCHED, S.REFUNDED])
def test_the_decided_are_left_alone(state):
    assert rules.next_ask(attempt(state=state), 0, NOW) is None


@pytest.mark.parametrize(
    ("given_back", "state"),
    [(0, S.SUCCEEDED), (1, S.PARTLY_REFUNDED), (12499, S.PARTLY_REFUNDED), (12500, S.REFUNDED)],
)
def test_what_refunds_make_of_an_attempt(given_back, state):
    assert rules.after_refund(attempt(state=S.SUCCEEDED), given_back) is state
