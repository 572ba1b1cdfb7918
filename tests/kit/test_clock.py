"""The clock is aware and can be held."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from batua.kit import clock

NOON = datetime(2030, 1, 1, 12, tzinfo=UTC)


def test_now_is_the_system_time_in_utc():
    before = datetime.now(UTC)
    assert before <= clock.now() <= datetime.now(UTC)
    assert clock.now().utcoffset() == timedelta(0)


def test_a_frozen_clock_moves_only_when_told():
    with clock.frozen(NOON) as held:
        assert clock.now() == NOON
        held.advance(timedelta(minutes=5))
        assert clock.now() == NOON + timedelta(minutes=5)
        held.move_to(NOON)
        assert clock.now() == NOON


def test_frozen_gives_the_clock_before_it_back_even_after_an_error():
    with clock.frozen(NOON):
        with pytest.raises(RuntimeError), clock.frozen(NOON + timedelta(days=1)):
            raise RuntimeError
        assert clock.now() == NOON
    assert clock.now() != NOON


def test_a_frozen_time_is_told_in_utc():
    india = timezone(timedelta(hours=5, minutes=30))
    with clock.frozen(datetime(2030, 1, 1, 17, 30, tzinfo=india)):
        assert clock.now() == NOON
        assert clock.now().tzinfo is UTC


def test_a_time_without_a_zone_is_refused():
    with pytest.raises(ValueError, match="zone"), clock.frozen(datetime(2030, 1, 1)):
        pass


def test_set_clock_lasts_until_it_is_taken_back():
    try:
        clock.set_clock(lambda: NOON)
        assert clock.now() == NOON
    finally:
        clock.set_clock(None)
    assert clock.now() != NOON
