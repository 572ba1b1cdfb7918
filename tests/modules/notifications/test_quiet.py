"""Quiet hours and rests: for whatever hours, places and moments."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given as for_all
from hypothesis import settings
from hypothesis import strategies as st

from batua.modules.notifications import rules
from batua.modules.notifications.types import Wishes

HOURS = st.integers(0, 23)
ZONES = st.sampled_from(
    [
        "Asia/Kolkata",
        "America/New_York",
        "Europe/London",
        "Pacific/Kiritimati",
        "Asia/Kathmandu",
        "Australia/Lord_Howe",
        "UTC",
    ]
)
MOMENTS = st.datetimes(datetime(2026, 1, 1), datetime(2028, 1, 1), timezones=st.just(UTC))


@settings(max_examples=300, deadline=None)
@for_all(begins=HOURS, ends=HOURS, zone=ZONES, now=MOMENTS)
def test_it_waits_for_the_first_moment_that_is_not_quiet(
    begins: int, ends: int, zone: str, now: datetime
) -> None:
    wishes = Wishes(quiet_from=begins, quiet_until=ends)
    loud = rules.loud_at(wishes, now, zone)
    assert not rules.is_quiet(wishes, loud, zone)
    if not rules.is_quiet(wishes, now, zone):
        assert loud == now
        return
    assert now < loud <= now + timedelta(hours=25)
    # Nothing between is loud: looked at in steps of seven minutes, and right before.
    moment = now
    while moment < loud:
        assert rules.is_quiet(wishes, moment, zone)
        moment += timedelta(minutes=7)
    assert rules.is_quiet(wishes, loud - timedelta(seconds=1), zone)


@pytest.mark.parametrize(
    ("hour", "quiet"), [(0, True), (7, True), (8, False), (20, False), (21, True), (23, True)]
)
def test_the_house_thinks_nine_in_the_evening_to_eight_quiet(hour: int, quiet: bool) -> None:
    there = datetime(2027, 3, 10, hour, 30, tzinfo=UTC)
    assert rules.is_quiet(Wishes(), there, "UTC") is quiet


@for_all(tries=st.integers(1, 40), jitter=st.integers(0, 100))
def test_rests_grow_are_never_long_and_differ_by_chance(tries: int, jitter: int) -> None:
    rest = rules.wait(tries, jitter)
    assert timedelta(seconds=15) <= rest <= timedelta(hours=1)
    assert rules.wait(tries, 100) == 2 * rules.wait(tries, 0)
    assert rules.wait(tries + 1, jitter) >= rest
    assert rules.wait(tries, jitter) >= rules.wait(tries, 0)
