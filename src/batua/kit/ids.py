"""Identifiers: UUIDv7 (RFC 9562), in the order in which this process made them."""

import secrets
import threading
import time
from datetime import UTC, datetime, timedelta
from typing import Final
from uuid import UUID

_COUNTER_MAX: Final = 0xFFF
_RANDOM_BITS: Final = 62
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)

_lock = threading.Lock()
_last_ms = 0
_counter = 0


def new_id() -> UUID:
    """A new id, greater than every earlier one of this process.

    A frozen test clock does not move it: two ids of one held moment must still differ in order.
    """
    ms, counter = _tick(time.time_ns() // 1_000_000)
    value = (
        (ms << 80) | (0x7 << 76) | (counter << 64) | (0b10 << 62) | secrets.randbits(_RANDOM_BITS)
    )
    return UUID(int=value)


def made_at(id: UUID) -> datetime:
    """The millisecond in which an id was made."""
    if id.version != 7:
        raise ValueError("only UUIDv7 tells its time")
    return _EPOCH + timedelta(milliseconds=id.int >> 80)


def _tick(ms: int) -> tuple[int, int]:
    """The time and counter of the next id; both only ever rise, even if the clock goes back."""
    global _last_ms, _counter  # noqa: PLW0603 - the counter belongs to the process
    with _lock:
        if ms > _last_ms:
            # The counter starts in its lower half, so that a busy millisecond has room above.
            _last_ms, _counter = ms, secrets.randbits(11)
        elif _counter < _COUNTER_MAX:
            _counter += 1
        else:
            _last_ms, _counter = _last_ms + 1, secrets.randbits(11)
        return _last_ms, _counter
