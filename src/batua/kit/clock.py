"""The only clock: aware UTC time that tests can hold still."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta


def _system() -> datetime:
    return datetime.now(UTC)


_source: Callable[[], datetime] = _system


def now() -> datetime:
    """The present, aware and in UTC."""
    return _source()


def set_clock(source: Callable[[], datetime] | None) -> None:
    """Take the time from `source` in this whole process; None returns to the system's clock."""
    global _source  # noqa: PLW0603 - one clock a process is the point of this module
    _source = source or _system


class FrozenClock:
    """A clock that moves only when told."""

    def __init__(self, at: datetime) -> None:
        if at.tzinfo is None:
            raise ValueError("a frozen time needs a zone")
        self._at = at.astimezone(UTC)

    def __call__(self) -> datetime:
        return self._at

    def advance(self, by: timedelta) -> None:
        """Move on by some time."""
        self._at += by

    def move_to(self, at: datetime) -> None:
        """Move to a point in time."""
        self._at = at.astimezone(UTC)


@contextmanager
def frozen(at: datetime) -> Iterator[FrozenClock]:
    """Hold the clock at a point in time, and give the clock that was before it back."""
    before, held = _source, FrozenClock(at)
    set_clock(held)
    try:
        yield held
    finally:
        set_clock(before)
