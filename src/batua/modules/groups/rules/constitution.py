"""A constitution: what a new group starts with, what is allowed, what changed, and it in words."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any, Final

import msgspec

from batua.kit.money import Currency
from batua.kit.words import FALLBACK, say
from batua.modules.groups.errors import ConstitutionInvalid, DuesRuleInvalid
from batua.modules.groups.rules import dues
from batua.modules.groups.rules.schedules import MAX_COUNT, MAX_RATE_BPS
from batua.modules.groups.rules.voting import MIN_PERCENT
from batua.modules.groups.types import (
    SCHEMA,
    Admission,
    Change,
    Constitution,
    DuesPlan,
    EscalationRule,
    FineEvery,
    FineKind,
    FineRule,
    GroupKind,
    Interest,
    LoanProduct,
    Phrase,
    Rhythm,
    VoteRule,
)

MAX_MEMBERS: Final = 10_000
MAX_PLANS: Final = 5
MAX_PRODUCTS: Final = 10
MAX_STEPS: Final = 12
MAX_MINOR: Final = 10**15
_KEY: Final = re.compile(r"[a-z][a-z0-9_]{0,31}")
_NAME_LENGTH: Final = 60

Fault = tuple[str, str, bool]
"""A path, what it must be, and whether it is otherwise."""


def ready_made(
    kind: GroupKind, currency: Currency, today: date, language: str = FALLBACK
) -> Constitution:
    """What a new group of a kind starts with; its founder may change it before anybody joins.

    Amounts are whole units of the currency: of the yen as of the rupee. What has a name is called
    as the founder would say it.
    """
    unit = 10**currency.exponent
    if kind is GroupKind.SIMPLE_POT:
        return Constitution(vote=VoteRule(second_factor_minor=500 * unit))
    if kind is GroupKind.EVENT_FUND:
        # People come and go before the feast; a decision must not wait for days.
        return Constitution(
            admission=Admission.INVITED,
            vote=VoteRule(open_hours=48, second_factor_minor=500 * unit),
        )
    lateness = FineRule(kind=FineKind.FLAT, flat_minor=10 * unit, grace_days=3)
    monthly = DuesPlan(
        key="savings",
        name=say(language, "groups.ready_made.savings"),
        amount_minor=200 * unit,
        rhythm=Rhythm.MONTHLY,
        day=today.day,
        starts_on=today.isoformat(),
        fine=lateness,
    )
    loan = LoanProduct(
        key="loan",
        name=say(language, "groups.ready_made.loan"),
        interest=Interest.REDUCING,
        rate_bps=200,
        guarantors=1,
        fine=FineRule(kind=FineKind.PERCENT, percent_bps=200, every=FineEvery.MONTH, grace_days=5),
    )
    return Constitution(
        admission=Admission.VOTE,
        max_members=30,
        vote=VoteRule(weighty_percent=67, second_factor_minor=500 * unit),
        dues=(monthly,),
        loans=(loan,),
    )


def check(constitution: Constitution) -> None:
    """Refuse the first setting that is not as it may be; refuses ConstitutionInvalid."""
    for path, must_be, is_wrong in _faults(constitution):
        if is_wrong:
            raise ConstitutionInvalid(path, must_be)


def _faults(found: Constitution) -> Iterator[Fault]:
    yield "schema", f"is {SCHEMA}", found.schema != SCHEMA
    yield _within("max_members", found.max_members, 1, MAX_MEMBERS)
    yield _within("reserve_minor", found.reserve_minor, 0, MAX_MINOR)
    yield from _of_vote(found.vote)
    yield from _of_keys("dues", [plan.key for plan in found.dues], MAX_PLANS)
    for plan in found.dues:
        yield from _of_plan(f"dues.{plan.key}", plan)
    yield from _of_keys("loans", [product.key for product in found.loans], MAX_PRODUCTS)
    for product in found.loans:
        yield from _of_product(f"loans.{product.key}", product)
    yield from _of_escalation(found.escalation)


def _within(path: str, value: int, least: int, most: int) -> Fault:
    return path, f"is {least} to {most}", not least <= value <= most


def _of_vote(vote: VoteRule) -> Iterator[Fault]:
    yield _within("vote.percent", vote.percent, MIN_PERCENT, 100)
    yield _within("vote.weighty_percent", vote.weighty_percent, MIN_PERCENT, 100)
    yield _within("vote.open_hours", vote.open_hours, 24, 14 * 24)
    yield _within("vote.lapse_days", vote.lapse_days, 1, 30)
    yield _within("vote.second_factor_minor", vote.second_factor_minor, 0, MAX_MINOR)
    yield _within("vote.delegations", vote.delegations, 0, 5)
    yield _within("vote.delegation_days", vote.delegation_days, 1, 366)


def _of_keys(path: str, keys: list[str], most: int) -> Iterator[Fault]:
    yield path, f"has at most {most}", len(keys) > most
    yield path, "has each key once", len(set(keys)) < len(keys)
    for key in keys:
        yield path, "has keys of small letters", _KEY.fullmatch(key) is None


def _of_plan(path: str, plan: DuesPlan) -> Iterator[Fault]:
    yield _of_name(path, plan.name)
    yield _within(f"{path}.amount_minor", plan.amount_minor, 1, MAX_MINOR)
    yield _within(f"{path}.every", plan.every, 1, 52)
    yield _within(f"{path}.weekday", plan.weekday, 1, 7)
    yield _within(f"{path}.day", plan.day, 1, 31)
    start = _day(plan.starts_on)
    yield f"{path}.starts_on", "is a day, YYYY-MM-DD", start is None
    by_rule = plan.rhythm is Rhythm.RULE
    yield f"{path}.rule", "is there if and only if dues go by it", by_rule != bool(plan.rule)
    if start is not None and by_rule:
        try:
            dues.check_rule(plan.rule, start)
        except DuesRuleInvalid as refusal:
            yield f"{path}.rule", refusal.reason, True
    yield from _of_fine(f"{path}.fine", plan.fine)


def _day(text: str) -> date | None:
    try:
        found = date.fromisoformat(text)
    except ValueError:
        return None
    return found if text == found.isoformat() and 2000 <= found.year <= 2200 else None


def _of_name(path: str, name: str) -> Fault:
    is_sound = 0 < len(name) <= _NAME_LENGTH and name == name.strip() and name.isprintable()
    return f"{path}.name", f"has 1 to {_NAME_LENGTH} characters", not is_sound


def _of_fine(path: str, fine: FineRule) -> Iterator[Fault]:
    yield _within(f"{path}.flat_minor", fine.flat_minor, 0, MAX_MINOR)
    yield _within(f"{path}.percent_bps", fine.percent_bps, 0, MAX_RATE_BPS)
    yield _within(f"{path}.grace_days", fine.grace_days, 0, 90)
    yield _within(f"{path}.cap_minor", fine.cap_minor, 0, MAX_MINOR)


def _of_product(path: str, product: LoanProduct) -> Iterator[Fault]:
    yield _of_name(path, product.name)
    yield _within(f"{path}.rate_bps", product.rate_bps, 0, MAX_RATE_BPS)
    yield _within(f"{path}.max_count", product.max_count, 1, MAX_COUNT)
    yield _within(f"{path}.min_count", product.min_count, 1, product.max_count)
    yield _within(f"{path}.grace_count", product.grace_count, 0, product.min_count - 1)
    yield _within(f"{path}.fee_minor", product.fee_minor, 0, MAX_MINOR)
    yield _within(f"{path}.fee_bps", product.fee_bps, 0, MAX_RATE_BPS)
    yield _within(f"{path}.guarantors", product.guarantors, 0, 10)
    yield _within(f"{path}.savings_multiple_pct", product.savings_multiple_pct, 0, 10_000)
    yield _within(f"{path}.max_minor", product.max_minor, 0, MAX_MINOR)
    yield from _of_fine(f"{path}.fine", product.fine)


def _of_escalation(rule: EscalationRule) -> Iterator[Fault]:
    path = "escalation"
    days = [step.day for step in rule.steps]
    yield f"{path}.steps", f"are at most {MAX_STEPS}", len(days) > MAX_STEPS
    yield f"{path}.steps", "come one after another", days != sorted(set(days))
    for day in days:
        yield _within(f"{path}.steps", day, -30, 365)
    yield _within(f"{path}.quiet_from", rule.quiet_from, 0, 23)
    yield _within(f"{path}.quiet_until", rule.quiet_until, 0, 23)


def diff(was: Constitution, becomes: Constitution) -> tuple[Change, ...]:
    """What one constitution changes of another, setting by setting, in the order of their paths."""
    before, after = _flat(msgspec.to_builtins(was)), _flat(msgspec.to_builtins(becomes))
    return tuple(
        Change(path, before.get(path), after.get(path))
        for path in sorted(before.keys() | after.keys())
        if before.get(path) != after.get(path)
    )


def _flat(value: Any, path: str = "") -> dict[str, Any]:
    """Settings by dotted path; what has a key stands by it, other lists by their places."""
    if isinstance(value, dict):
        pairs = list(value.items())
    elif isinstance(value, list | tuple):
        pairs = [
            (each.get("key", n) if isinstance(each, dict) else n, each)
            for n, each in enumerate(value)
        ]
    else:
        return {path: value}
    found: dict[str, Any] = {}
    for name, inner in pairs:
        found |= _flat(inner, f"{path}.{name}" if path else str(name))
    return found


def in_words(constitution: Constitution) -> tuple[Phrase, ...]:
    """The constitution as sentences to be said in any language."""
    return tuple(_phrases(constitution))


def _phrases(found: Constitution) -> Iterator[Phrase]:
    vote = found.vote
    yield Phrase("rule.vote.percent", {"percent": vote.percent})
    if vote.weighty_percent > vote.percent:
        yield Phrase("rule.vote.weighty", {"percent": vote.weighty_percent})
    yield Phrase("rule.vote.silence")
    yield Phrase("rule.vote.time", {"hours": vote.open_hours, "days": vote.lapse_days})
    yield Phrase("rule.vote.pin", {"amount_minor": vote.second_factor_minor})
    if vote.delegations:
        holes: dict[str, str | int] = {"count": vote.delegations, "days": vote.delegation_days}
        yield Phrase("rule.vote.delegation", holes)
    else:
        yield Phrase("rule.vote.no_delegation")
    yield Phrase(f"rule.admission.{found.admission.value}", {"most": found.max_members})
    for plan in found.dues:
        yield from _plan_in_words(plan)
    for product in found.loans:
        yield from _product_in_words(product)
    if found.loans and found.reserve_minor:
        yield Phrase("rule.loan.reserve", {"amount_minor": found.reserve_minor})
    for step in found.escalation.steps if found.loans else ():
        when = "before" if step.day < 0 else "after"
        yield Phrase(
            f"rule.escalation.{when}", {"channel": step.channel.value, "days": abs(step.day)}
        )


def _plan_in_words(plan: DuesPlan) -> Iterator[Phrase]:
    yield Phrase(
        f"rule.dues.{plan.rhythm.value}",
        {
            "name": plan.name,
            "amount_minor": plan.amount_minor,
            "every": plan.every,
            "weekday": plan.weekday,
            "day": plan.day,
            "rule": plan.rule,
        },
    )
    yield from _fine_in_words(plan.fine)


def _product_in_words(product: LoanProduct) -> Iterator[Phrase]:
    yield Phrase(
        f"rule.loan.{product.interest.value}",
        {
            "name": product.name,
            "rate_bps": product.rate_bps,
            "period": product.period.value,
            "least": product.min_count,
            "most": product.max_count,
        },
    )
    if product.savings_multiple_pct:
        yield Phrase("rule.loan.savings", {"percent": product.savings_multiple_pct})
    if product.max_minor:
        yield Phrase("rule.loan.most", {"amount_minor": product.max_minor})
    if product.guarantors:
        yield Phrase("rule.loan.guarantors", {"count": product.guarantors})
    if product.fee_minor or product.fee_bps:
        fee: dict[str, str | int] = {"amount_minor": product.fee_minor, "bps": product.fee_bps}
        yield Phrase("rule.loan.fee", fee)
    if product.grace_count:
        grace = f"rule.loan.grace_{product.grace.value}"
        yield Phrase(grace, {"count": product.grace_count})
    yield from _fine_in_words(product.fine)


def _fine_in_words(fine: FineRule) -> Iterator[Phrase]:
    if fine.kind is FineKind.NONE:
        yield Phrase("rule.fine.none")
        return
    yield Phrase(
        f"rule.fine.{fine.kind.value}_{fine.every.value}",
        {
            "amount_minor": fine.flat_minor,
            "bps": fine.percent_bps,
            "days": fine.grace_days,
            "cap_minor": fine.cap_minor,
        },
    )
