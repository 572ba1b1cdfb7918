"""Constitutions: ready-made kinds, what is refused, what changed, and words."""

from datetime import date
from typing import Any

import msgspec
import pytest

from batua.kit.money import Currency
from batua.modules.groups.errors import ConstitutionInvalid
from batua.modules.groups.rules import constitution as rules
from batua.modules.groups.types import (
    Change,
    Channel,
    Constitution,
    DuesPlan,
    EscalationRule,
    EscalationStep,
    FineKind,
    FineRule,
    Grace,
    GroupKind,
    LoanProduct,
    Rhythm,
    VoteRule,
)

TODAY = date(2027, 3, 31)
INR = Currency("INR")
PLAN = DuesPlan(key="savings", name="Savings", amount_minor=200_00, starts_on="2027-03-31")
LOAN = LoanProduct(key="loan", name="Loan", rate_bps=200)
SAVINGS = rules.ready_made(GroupKind.SAVINGS_GROUP, INR, TODAY)
replace = msgspec.structs.replace


@pytest.mark.parametrize("kind", GroupKind)
@pytest.mark.parametrize("code", ["INR", "JPY", "KWD"])
def test_each_ready_made_kind_is_sound_and_keeps_its_form(kind: GroupKind, code: str) -> None:
    made = rules.ready_made(kind, Currency(code), TODAY)
    rules.check(made)
    assert msgspec.json.decode(msgspec.json.encode(made), type=Constitution) == made
    assert made.vote.second_factor_minor == 500 * 10 ** Currency(code).exponent


def test_a_vote_needs_51_percent_unless_a_group_asks_for_more() -> None:
    for kind in (GroupKind.SIMPLE_POT, GroupKind.EVENT_FUND):
        vote = rules.ready_made(kind, INR, TODAY).vote
        assert (vote.percent, vote.weighty_percent) == (51, 51)
    assert (SAVINGS.vote.percent, SAVINGS.vote.weighty_percent) == (51, 67)


def test_an_older_document_reads_with_defaults_and_a_foreign_one_does_not() -> None:
    assert msgspec.json.decode(b'{"vote":{"percent":60}}', type=Constitution).vote.percent == 60
    with pytest.raises(msgspec.ValidationError):
        msgspec.json.decode(b'{"vote":{"quorum":60}}', type=Constitution)


def with_vote(**more: Any) -> Constitution:
    return Constitution(vote=VoteRule(**more))


def with_plan(**more: Any) -> Constitution:
    return Constitution(dues=(replace(PLAN, **more),))


def with_loan(**more: Any) -> Constitution:
    return Constitution(loans=(replace(LOAN, **more),))


def with_steps(*days: int) -> Constitution:
    steps = tuple(EscalationStep(channel=Channel.SMS, day=day) for day in days)
    return Constitution(escalation=EscalationRule(steps=steps))


@pytest.mark.parametrize(
    ("made", "path"),
    [
        (Constitution(schema=2), "schema"),
        (Constitution(max_members=0), "max_members"),
        (Constitution(max_members=10_001), "max_members"),
        (Constitution(reserve_minor=-1), "reserve_minor"),
        (with_vote(percent=50), "vote.percent"),
        (with_vote(percent=101), "vote.percent"),
        (with_vote(weighty_percent=50), "vote.weighty_percent"),
        (with_vote(open_hours=23), "vote.open_hours"),
        (with_vote(open_hours=337), "vote.open_hours"),
        (with_vote(lapse_days=0), "vote.lapse_days"),
        (with_vote(second_factor_minor=-1), "vote.second_factor_minor"),
        (with_vote(delegations=6), "vote.delegations"),
        (with_vote(delegation_days=0), "vote.delegation_days"),
        (Constitution(dues=(PLAN,) * 2), "dues"),
        (Constitution(dues=tuple(replace(PLAN, key=f"k{n}") for n in range(6))), "dues"),
        (with_plan(key="Savings"), "dues"),
        (with_plan(key=""), "dues"),
        (with_plan(name=""), "dues.savings.name"),
        (with_plan(name=" Savings"), "dues.savings.name"),
        (with_plan(name="x" * 61), "dues.savings.name"),
        (with_plan(amount_minor=0), "dues.savings.amount_minor"),
        (with_plan(every=0), "dues.savings.every"),
        (with_plan(weekday=8), "dues.savings.weekday"),
        (with_plan(day=32), "dues.savings.day"),
        (with_plan(starts_on="31.3.2027"), "dues.savings.starts_on"),
        (with_plan(starts_on="20270331"), "dues.savings.starts_on"),
        (with_plan(starts_on="1027-03-31"), "dues.savings.starts_on"),
        (with_plan(rule="FREQ=WEEKLY"), "dues.savings.rule"),
        (with_plan(rhythm=Rhythm.RULE), "dues.savings.rule"),
        (with_plan(rhythm=Rhythm.RULE, rule="FREQ=DAILY"), "dues.savings.rule"),
        (with_plan(fine=FineRule(flat_minor=-1)), "dues.savings.fine.flat_minor"),
        (with_plan(fine=FineRule(percent_bps=5001)), "dues.savings.fine.percent_bps"),
        (with_plan(fine=FineRule(grace_days=91)), "dues.savings.fine.grace_days"),
        (with_plan(fine=FineRule(cap_minor=-1)), "dues.savings.fine.cap_minor"),
        (with_loan(name=""), "loans.loan.name"),
        (with_loan(rate_bps=5001), "loans.loan.rate_bps"),
        (with_loan(max_count=0), "loans.loan.max_count"),
        (with_loan(min_count=13), "loans.loan.min_count"),
        (with_loan(grace_count=1), "loans.loan.grace_count"),
        (with_loan(fee_minor=-1), "loans.loan.fee_minor"),
        (with_loan(fee_bps=5001), "loans.loan.fee_bps"),
        (with_loan(guarantors=11), "loans.loan.guarantors"),
        (with_loan(savings_multiple_pct=-1), "loans.loan.savings_multiple_pct"),
        (with_loan(max_minor=-1), "loans.loan.max_minor"),
        (with_loan(fine=FineRule(grace_days=-1)), "loans.loan.fine.grace_days"),
        (with_steps(1, 1), "escalation.steps"),
        (with_steps(3, 1), "escalation.steps"),
        (with_steps(*range(13)), "escalation.steps"),
        (with_steps(-31), "escalation.steps"),
        (Constitution(escalation=EscalationRule(quiet_from=24)), "escalation.quiet_from"),
        (Constitution(escalation=EscalationRule(quiet_until=-1)), "escalation.quiet_until"),
    ],
)
def test_what_a_constitution_may_not_say(made: Constitution, path: str) -> None:
    with pytest.raises(ConstitutionInvalid) as refused:
        rules.check(made)
    assert refused.value.path == path
    assert refused.value.detail().startswith(f"{path}: ")


def test_the_diff_names_each_setting_that_changes() -> None:
    fine = FineRule(kind=FineKind.FLAT, flat_minor=20_00, grace_days=3)
    becomes = replace(
        SAVINGS,
        vote=replace(SAVINGS.vote, percent=60),
        dues=(replace(SAVINGS.dues[0], fine=fine),),
        max_members=40,
    )
    assert rules.diff(SAVINGS, becomes) == (
        Change("dues.savings.fine.flat_minor", 10_00, 20_00),
        Change("max_members", 30, 40),
        Change("vote.percent", 51, 60),
    )
    assert rules.diff(SAVINGS, SAVINGS) == ()


def test_the_diff_of_a_plan_that_comes_or_goes_names_all_of_it() -> None:
    bare = replace(SAVINGS, dues=())
    gone = rules.diff(SAVINGS, bare)
    assert Change("dues.savings.amount_minor", 200_00, None) in gone
    come = rules.diff(bare, SAVINGS)
    assert [(change.path, change.becomes) for change in come] == [
        (change.path, change.was) for change in gone
    ]


def test_the_order_of_plans_is_no_change() -> None:
    two = Constitution(dues=(PLAN, replace(PLAN, key="feast")))
    assert rules.diff(two, replace(two, dues=two.dues[::-1])) == ()


def test_a_constitution_in_words() -> None:
    told = {phrase.key: phrase.holes for phrase in rules.in_words(SAVINGS)}
    assert told["rule.vote.percent"] == {"percent": 51}
    assert told["rule.vote.weighty"] == {"percent": 67}
    assert told["rule.vote.time"] == {"hours": 72, "days": 7}
    assert told["rule.vote.delegation"] == {"count": 2, "days": 90}
    assert told["rule.admission.vote"] == {"most": 30}
    assert told["rule.dues.monthly"]["amount_minor"] == 200_00
    assert told["rule.fine.flat_once"]["days"] == 3
    assert told["rule.loan.reducing"]["rate_bps"] == 200
    assert told["rule.loan.savings"] == {"percent": 300}
    assert told["rule.loan.guarantors"] == {"count": 1}
    assert told["rule.escalation.before"] == {"channel": "app", "days": 3}
    simple = [phrase.key for phrase in rules.in_words(Constitution())]
    assert "rule.vote.weighty" not in simple
    assert not [key for key in simple if "loan" in key or "escalation" in key]
    off = with_vote(delegations=0)
    assert "rule.vote.no_delegation" in [phrase.key for phrase in rules.in_words(off)]


def test_a_loan_in_words_says_fees_grace_and_caps() -> None:
    made = with_loan(fee_bps=100, grace=Grace.PRINCIPAL, grace_count=2, min_count=3, max_minor=5)
    made = replace(made, reserve_minor=9)
    told = {phrase.key: phrase.holes for phrase in rules.in_words(made)}
    assert told["rule.loan.fee"] == {"amount_minor": 0, "bps": 100}
    assert told["rule.loan.grace_principal"] == {"count": 2}
    assert told["rule.loan.most"] == {"amount_minor": 5}
    assert told["rule.loan.reserve"] == {"amount_minor": 9}
