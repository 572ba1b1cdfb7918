"""Escalation: each step once, in order, by day, one a day, and never at night."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given as for_all
from hypothesis import settings
from hypothesis import strategies as st

from batua.modules.groups.rules import escalation
from batua.modules.groups.types import (
    Channel,
    EscalationRule,
    EscalationStep,
    Lateness,
    Taken,
)

RULE = EscalationRule()
DUE = date(2027, 3, 10)
PUNE = "Asia/Kolkata"
LATE = Lateness(DUE, PUNE)


def at(day: int, hour: int = 9, zone: str = PUNE) -> datetime:
    """A moment so many days after the due date."""
    there = datetime(2027, 3, 10, hour, tzinfo=ZoneInfo(zone)) + timedelta(days=day)
    return there.astimezone(UTC)


@pytest.mark.parametrize(
    ("done", "now", "n", "channel", "day"),
    [
        (0, -5, 0, Channel.APP, -3),
        (1, -3, 1, Channel.EMAIL, 1),
        (2, 1, 2, Channel.SMS, 4),
        (3, 4, 3, Channel.WHATSAPP, 8),
        (4, 8, 4, Channel.CALL, 15),
    ],
)
def test_each_step_has_its_day(done: int, now: int, n: int, channel: Channel, day: int) -> None:
    taken = [Taken(k, at(RULE.steps[k].day)) for k in range(done)]
    step = escalation.next_step(RULE, LATE, taken, at(now))
    assert step is not None
    assert (step.n, step.channel, step.at) == (n, channel, at(day))
    assert not escalation.is_due(RULE, LATE, step, at(day) - timedelta(seconds=1))
    assert escalation.is_due(RULE, LATE, step, at(day))


def test_after_the_last_step_there_is_none() -> None:
    taken = [Taken(n, at(n)) for n in range(5)]
    assert escalation.next_step(RULE, LATE, taken, at(30)) is None
    assert escalation.next_step(EscalationRule(steps=()), LATE, [], at(30)) is None


def test_a_reminder_of_a_day_that_is_over_is_left_out() -> None:
    step = escalation.next_step(RULE, LATE, [], at(0, hour=23))
    assert step is not None
    assert step.n == 0
    step = escalation.next_step(RULE, LATE, [], at(1, hour=0))
    assert step is not None
    assert (step.n, step.channel) == (1, Channel.EMAIL)


def test_after_a_long_silence_steps_come_one_a_day() -> None:
    taken: list[Taken] = []
    days = []
    for hour in range(24 * 20, 24 * 40):
        now = at(0, hour=0) + timedelta(hours=hour)
        step = escalation.next_step(RULE, LATE, taken, now)
        if step is not None and escalation.is_due(RULE, LATE, step, now):
            taken.append(Taken(step.n, now))
            days.append(hour // 24)
    assert [step.n for step in taken] == [1, 2, 3, 4]
    assert days == [20, 21, 22, 23]


@pytest.mark.parametrize(
    ("hour", "quiet"), [(0, True), (8, True), (9, False), (20, False), (21, True), (23, True)]
)
def test_nights_are_quiet_where_the_debtor_lives(hour: int, quiet: bool) -> None:
    for zone in (PUNE, "America/Los_Angeles", "Pacific/Auckland"):
        assert escalation.is_quiet(RULE, at(0, hour, zone), zone) is quiet


def test_quiet_hours_may_lie_within_a_day_or_be_none() -> None:
    noon = EscalationRule(quiet_from=12, quiet_until=14)
    assert [h for h in range(24) if escalation.is_quiet(noon, at(0, h), PUNE)] == [12, 13]
    none = EscalationRule(quiet_from=9, quiet_until=9)
    assert not any(escalation.is_quiet(none, at(0, h), PUNE) for h in range(24))


ZONES = st.sampled_from(["Asia/Kolkata", "America/New_York", "Pacific/Kiritimati", "UTC"])
DAYS = st.lists(st.integers(-10, 60), unique=True, max_size=6).map(sorted)


@settings(max_examples=150, deadline=None)
@for_all(
    days=DAYS,
    zone=ZONES,
    quiet=st.tuples(st.integers(0, 23), st.integers(0, 23)),
    looks=st.lists(st.integers(-15 * 24, 90 * 24), max_size=60).map(sorted),
)
def test_whenever_it_is_looked_at_no_step_is_repeated_or_out_of_turn(
    days: list[int], zone: str, quiet: tuple[int, int], looks: list[int]
) -> None:
    steps = tuple(EscalationStep(channel=Channel.SMS, day=day) for day in days)
    rule = EscalationRule(steps=steps, quiet_from=quiet[0], quiet_until=quiet[1])
    late = Lateness(DUE, zone)
    taken: list[Taken] = []
    for look in looks:
        now = at(0, 0, zone) + timedelta(hours=look)
        step = escalation.next_step(rule, late, taken, now)
        assert step == escalation.next_step(rule, late, taken, now)
        if step is None or not escalation.is_due(rule, late, step, now):
            continue
        local = now.astimezone(ZoneInfo(zone))
        assert not escalation.is_quiet(rule, now, zone)
        assert local.date() >= DUE + timedelta(days=days[step.n])
        if taken:
            assert step.n > taken[-1].n
            assert local.date() > taken[-1].at.astimezone(ZoneInfo(zone)).date()
        skipped = range(taken[-1].n + 1 if taken else 0, step.n)
        assert all(days[n] <= 0 and local.date() > DUE for n in skipped)
        taken.append(Taken(step.n, now))


@settings(max_examples=60, deadline=None)
@for_all(
    days=DAYS,
    zone=ZONES,
    quiet=st.tuples(st.integers(0, 23), st.integers(0, 23)),
    begins=st.integers(-15 * 24, 30 * 24),
)
def test_to_look_when_it_is_time_is_as_good_as_to_look_all_the_time(
    days: list[int], zone: str, quiet: tuple[int, int], begins: int
) -> None:
    steps = tuple(EscalationStep(channel=Channel.SMS, day=day) for day in days)
    rule = EscalationRule(steps=steps, quiet_from=quiet[0], quiet_until=quiet[1])
    late, first = Lateness(DUE, zone), at(0, 0, zone) + timedelta(hours=begins)

    def walk(*, is_patient: bool) -> list[Taken]:
        taken: list[Taken] = []
        now = first
        while now < first + timedelta(days=90):
            step = escalation.next_step(rule, late, taken, now)
            if step is None:
                break
            if escalation.is_due(rule, late, step, now):
                taken.append(Taken(step.n, now))
                continue
            look_at = escalation.look_at(rule, late, step, now)
            assert look_at > now
            now = look_at if is_patient else now + timedelta(hours=1)
        return taken

    assert walk(is_patient=True) == walk(is_patient=False)
