"""How often a delivery is tried, and when an endpoint is left alone."""

from datetime import datetime, timedelta
from typing import Final

WAITS: Final = (
    timedelta(seconds=5),
    timedelta(minutes=5),
    timedelta(minutes=30),
    timedelta(hours=2),
    timedelta(hours=5),
    timedelta(hours=10),
    timedelta(hours=14),
    timedelta(hours=20),
    timedelta(hours=24),
)
"""Before each try after the first; together a little more than three days."""
JITTER_PCT: Final = 20
"""A wait is longer by up to this: what failed at one moment does not come back at one moment."""
LONGEST_ASKED: Final = timedelta(hours=24)
FAILING: Final = timedelta(days=3)
"""An endpoint that took nothing for so long is paused."""
AT_ONCE: Final = 4
"""Tries under way to one endpoint."""
LEASE: Final = timedelta(seconds=60)
"""How long a try may last before it counts as lost; far longer than the poster's time limit."""
OVERLAP: Final = timedelta(hours=24)
"""How long the secret before the last rotation signs too."""
KEPT: Final = timedelta(days=30)
"""How long the delivery log goes back."""
MOST_ENDPOINTS: Final = 50
_PATIENCE: Final = 5
_LONGEST_REST: Final = timedelta(minutes=5)
# The other side said that it is busy, or failed: it may say for how long.
_MAY_ASK: Final = frozenset({429, 503})


def wait(round: int, jitter_pct: int, status: int | None, retry_after_s: int) -> timedelta | None:
    """How long to wait after so many tries; None when it is given up.

    jitter_pct  0 to 100, by chance
    """
    if round > len(WAITS):
        return None
    planned = WAITS[round - 1]
    jittered = planned + planned * JITTER_PCT / 100 * jitter_pct / 100
    asked = timedelta(seconds=retry_after_s if status in _MAY_ASK else 0)
    return max(jittered, min(asked, LONGEST_ASKED))


def rest(failures: int) -> timedelta:
    """How long an endpoint is left alone after so many failures in a row, whatever waits for it."""
    if failures < _PATIENCE:
        return timedelta(0)
    return min(timedelta(seconds=5) * (1 << min(failures - _PATIENCE, 8)), _LONGEST_REST)


def is_failing(since: datetime | None, now: datetime) -> bool:
    """Whether an endpoint took nothing for so long that it is paused."""
    return since is not None and now - since >= FAILING
