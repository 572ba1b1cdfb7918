"""Identifiers: UUIDv7 (RFC 9562), in the order in which this process made them."""

import itertools
import os
import threading
import time
from datetime import UTC, datetime, timedelta
from typing import Final
from uuid import UUID

_COUNTER_MAX: Final = 0xFFF
_REST: Final = (1 << 62) - 1
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)

_RANDOM_BYTES: Final = 8
_RANDOM_POOL: Final = 4096

_lock = threading.Lock()
_last_ms = 0
_counter = 0
_pool = b""
_used = 0
_process = os.urandom(6).hex()
_numbers = itertools.count(1)


def new_id() -> UUID:
    """A new id, greater than every earlier one of this process.

    A frozen test clock does not move it: two ids of one held moment must still differ in order.
    """
    with _lock:
        rest = _random()
        ms, counter = _tick(time.time_ns() // 1_000_000)
    value = (ms << 80) | (0x7 << 76) | (counter << 64) | (0b10 << 62) | (rest & _REST)
    return UUID(int=value)


def new_mark() -> str:
    """A short name for what is only told apart in logs: cheaper than an id, and in no order.

    All are as long, so that the length of an answer tells nothing.
    """
    return f"{_process}-{next(_numbers):010x}"


def made_at(id: UUID) -> datetime:
    """The millisecond in which an id was made."""
    if id.version != 7:
        raise ValueError("only UUIDv7 tells its time")
    return _EPOCH + timedelta(milliseconds=id.int >> 80)


def _tick(ms: int) -> tuple[int, int]:
    """The time and counter of the next id; both only ever rise, even if the clock goes back."""
    global _last_ms, _counter  # noqa: PLW0603 - the counter belongs to the process
    if ms > _last_ms:
        # The counter starts in its lower half, so that a busy millisecond has room above.
        _last_ms, _counter = ms, _random() & 0x7FF
    elif _counter < _COUNTER_MAX:
        _counter += 1
    else:
        _last_ms, _counter = _last_ms + 1, _random() & 0x7FF
    return _last_ms, _counter


def _random() -> int:
    """Sixty-four bits from the system, fetched in larger pieces: each fetch is a system call."""
    global _pool, _used  # noqa: PLW0603 - the pool belongs to the process
    if _used >= len(_pool):
        _pool, _used = os.urandom(_RANDOM_POOL), 0
    found = int.from_bytes(_pool[_used : _used + _RANDOM_BYTES], "big")
    _used += _RANDOM_BYTES
    return found


def _after_fork() -> None:
    """A child must not hand out what its parent will."""
    global _pool, _used, _process
    _pool, _used, _process = b"", 0, os.urandom(6).hex()


os.register_at_fork(after_in_child=_after_fork)
