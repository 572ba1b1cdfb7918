"""Routing: who takes money, in which order and why, for any rules, costs and providers."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from batua.kit.money import Currency, Money
from batua.kit.outside import Breaker, Pulse
from batua.kit.refusal import BadField
from batua.modules.gateways.rules import routing as rules
from batua.modules.gateways.rules.routing import Seen
from batua.modules.gateways.types import Direction, Outcome, Report, RouteAsk
from batua.modules.gateways.types.routing import Cost, Route, RouteRule, Routing, Standing

NAMES = ["stripe", "razorpay", "paystack", "cashfree"]
WELL = Seen(offers=True, is_well=True)
UNWELL = Seen(offers=True, is_well=False)
CLOSED = Seen(offers=False, is_well=True)
S = Standing


def ask(minor: int = 500_00, **more: Any) -> RouteAsk:
    about = {"direction": Direction.IN, "amount": Money(minor, Currency("INR")), **more}
    return RouteAsk(**about)


def standings(route: Route) -> list[tuple[str, Standing]]:
    return [(c.provider, c.standing) for c in route.candidates]


def test_without_rules_it_is_the_order_of_the_settings() -> None:
    route = rules.choose(Routing(), ask(), {"stripe": WELL, "razorpay": CLOSED, "paystack": WELL})
    assert route.rule is None
    assert standings(route) == [
        ("stripe", S.TAKEN),
        ("paystack", S.NEXT),
        ("razorpay", S.NOT_OFFERED),
    ]


def test_the_first_rule_that_fits_is_followed() -> None:
    routing = Routing(
        rules=[
            RouteRule(name="Nigeria", country="NG", providers=["paystack"]),
            RouteRule(name="out", direction=Direction.OUT, providers=["cashfree"]),
            RouteRule(
                name="large", currency="INR", from_minor=1_000_00, providers=["razorpay", "gone"]
            ),
            RouteRule(name="small", currency="INR", below_minor=1_000_00, providers=["stripe"]),
        ]
    )
    connected = dict.fromkeys(NAMES, WELL)
    assert rules.choose(routing, ask(country="NG"), connected).rule == "Nigeria"
    assert rules.choose(routing, ask(direction=Direction.OUT), connected).taken == "cashfree"
    assert rules.choose(routing, ask(999_99), connected).rule == "small"
    large = rules.choose(routing, ask(1_000_00), connected)
    assert standings(large) == [
        ("razorpay", S.TAKEN),
        ("gone", S.NOT_CONNECTED),
        ("stripe", S.NOT_IN_RULE),
        ("paystack", S.NOT_IN_RULE),
        ("cashfree", S.NOT_IN_RULE),
    ]


def test_the_cheapest_takes_it_where_a_rule_says_so() -> None:
    costs = [
        Cost(provider="stripe", direction=Direction.IN, currency="INR", bps=290, fixed_minor=3_00),
        Cost(provider="razorpay", direction=Direction.IN, currency="INR", bps=200),
        Cost(provider="paystack", direction=Direction.IN, currency="INR", fixed_minor=9_00),
        Cost(provider="cashfree", direction=Direction.OUT, currency="INR"),
    ]
    routing = Routing(rules=[RouteRule(name="cheap", is_by_cost=True)], costs=costs)
    connected = dict.fromkeys(["cashfree", *NAMES[:3]], WELL)
    small = rules.choose(routing, ask(100_00), connected)
    assert [c.provider for c in small.candidates] == ["razorpay", "stripe", "paystack", "cashfree"]
    assert [c.cost_minor for c in small.candidates] == [2_00, 5_90, 9_00, None]
    assert rules.choose(routing, ask(10_000_00), connected).taken == "paystack"


def test_a_cost_is_rounded_up() -> None:
    cost = [Cost(provider="stripe", direction=Direction.IN, currency="INR", bps=1)]
    assert rules.cost_minor(cost, "stripe", ask(1)) == 1
    assert rules.cost_minor(cost, "stripe", ask(10_000)) == 1
    assert rules.cost_minor(cost, "stripe", ask(10_001)) == 2


def test_who_is_unwell_comes_last_and_is_asked_when_nobody_else_can() -> None:
    route = rules.choose(Routing(), ask(), {"stripe": UNWELL, "razorpay": WELL})
    assert standings(route) == [("razorpay", S.TAKEN), ("stripe", S.UNWELL)]
    assert rules.choose(Routing(), ask(), {"stripe": UNWELL}).taken == "stripe"


def test_the_next_takes_over_until_nobody_is_left() -> None:
    first = rules.choose(Routing(), ask(), {"stripe": WELL, "razorpay": WELL, "cashfree": UNWELL})
    second = rules.next_of(first)
    assert second is not None
    assert standings(second) == [
        ("stripe", S.REFUSED),
        ("razorpay", S.TAKEN),
        ("cashfree", S.UNWELL),
    ]
    third = rules.next_of(second)
    assert third is not None and third.taken == "cashfree"
    assert rules.next_of(third) is None
    assert rules.next_of(None) is None


@given(
    named=st.lists(st.sampled_from([*NAMES, "gone"]), unique=True, max_size=5),
    seen=st.dictionaries(
        st.sampled_from(NAMES), st.builds(Seen, offers=st.booleans(), is_well=st.booleans())
    ),
    is_by_cost=st.booleans(),
    bps=st.dictionaries(st.sampled_from(NAMES), st.integers(0, 500)),
)
def test_whatever_the_rules_only_who_can_takes_it_and_each_is_named_once(
    named: list[str], seen: dict[str, Seen], is_by_cost: bool, bps: dict[str, int]
) -> None:
    costs = [
        Cost(provider=name, direction=Direction.IN, currency="INR", bps=n)
        for name, n in bps.items()
    ]
    rule = RouteRule(name="any", providers=named, is_by_cost=is_by_cost)
    route = rules.choose(Routing(rules=[rule], costs=costs), ask(), seen)
    names = [c.provider for c in route.candidates]
    assert sorted(names) == sorted({*(named or seen), *seen})
    able = [n for n in (named or seen) if n in seen and seen[n].offers]
    assert (route.taken is None) == (not able)
    asked = []
    step: Route | None = route if route.taken else None
    while step is not None:
        assert step.taken is not None
        asked.append(step.taken)
        step = rules.next_of(step)
    assert sorted(asked) == sorted(able)
    wells = [seen[name].is_well for name in asked]
    assert wells == sorted(wells, reverse=True)


@pytest.mark.parametrize(
    ("direction", "never_began", "was_asked", "goes"),
    [
        (Direction.IN, True, False, True),
        (Direction.IN, False, False, False),
        (Direction.IN, True, True, False),
        (Direction.OUT, True, False, True),
        (Direction.OUT, False, False, False),
        (Direction.OUT, True, True, False),
        (Direction.REFUND, True, False, False),
    ],
)
def test_money_goes_elsewhere_only_when_nothing_can_have_been_begun(
    direction: Direction, never_began: bool, was_asked: bool, goes: bool
) -> None:
    report = Report(outcome=Outcome.UNANSWERED, never_began=never_began)
    assert rules.goes_on(direction, report, was_asked=was_asked) is goes


@pytest.mark.parametrize(
    ("routing", "field"),
    [
        (Routing(rules=[RouteRule(name="a"), RouteRule(name="a")]), "rules[0].name"),
        (Routing(rules=[RouteRule(name=" ")]), "rules[0].name"),
        (Routing(rules=[RouteRule(name="a", from_minor=5)]), "rules[0].currency"),
        (
            Routing(rules=[RouteRule(name="a", currency="INR", from_minor=5, below_minor=5)]),
            "rules[0].below_minor",
        ),
        (Routing(rules=[RouteRule(name="a", direction=Direction.REFUND)]), "rules[0].direction"),
        (Routing(rules=[RouteRule(name="a", providers=["x", "x"])]), "rules[0].providers"),
        (
            Routing(costs=[Cost(provider="x", direction=Direction.IN, currency="INR")] * 2),
            "costs[1]",
        ),
    ],
)
def test_rules_that_contradict_themselves_are_refused(routing: Routing, field: str) -> None:
    with pytest.raises(BadField) as refused:
        rules.check(routing)
    assert refused.value.field == field


def test_half_of_five_calls_of_a_minute_make_a_provider_unwell_and_a_minute_heals_it() -> None:
    pulse = Pulse(slow_s=2)
    for n in range(4):
        pulse.note(n, 0.1, is_well=False)
    assert pulse.is_well(4)  # four are too few to tell
    pulse.note(4, 0.1, is_well=False)
    assert not pulse.is_well(5)
    assert pulse.is_well(65)
    for n in range(5):
        pulse.note(100 + n, 2.5, is_well=True)
    assert not pulse.is_well(105)  # slow is as bad as failed
    for n in range(6):
        pulse.note(106 + n, 0.1, is_well=True)
    assert pulse.is_well(112)


def test_a_provider_that_rests_may_be_tried_after_its_rest() -> None:
    breaker = Breaker(failures=2, rest_s=15)
    breaker.note(0, is_well=False)
    assert not breaker.rests(0)
    breaker.note(1, is_well=False)
    assert breaker.rests(2)
    assert not breaker.rests(16)
