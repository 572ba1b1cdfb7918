"""The guard of look-ups: so many misses an hour and no more."""

from datetime import datetime, timedelta
from typing import Final

MAX_MISSES: Final = 5
WINDOW: Final = timedelta(hours=1)


def recent(misses: list[datetime], now: datetime) -> list[datetime]:
    """The misses that still count, oldest first."""
    return sorted(at for at in misses if at > now - WINDOW)


def wait_s(misses: list[datetime], now: datetime) -> int:
    """Seconds until another miss is allowed; 0 when one is now."""
    if len(misses) < MAX_MISSES:
        return 0
    left = misses[-MAX_MISSES] + WINDOW - now
    return max(1, -(-left // timedelta(seconds=1)))


MAX_FILE_MISSES: Final = 50
"""Recipients of files whom nobody was found for, in one window; see decision 0307."""


def file_wait_s(misses: list[datetime], now: datetime) -> int:
    """Seconds until a file may name another unknown recipient; 0 when one may now."""
    if len(misses) < MAX_FILE_MISSES:
        return 0
    left = sorted(misses)[-MAX_FILE_MISSES] + WINDOW - now
    return max(1, -(-left // timedelta(seconds=1)))
