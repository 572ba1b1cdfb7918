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
