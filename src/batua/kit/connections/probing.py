"""What the answers to a harmless call tell of our keys."""

from contextlib import suppress
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import Final

from batua.kit import clock
from batua.kit.connections.nouns import Probe, Verdict
from batua.kit.outside import Answer, NoAnswer, Why

MOST_SKEW_S: Final = 240
_KEY: Final = frozenset({401, 403})
_BUSY: Final = 429
_WHY: Final = {
    Why.UNREACHABLE: Verdict.UNREACHABLE,
    Why.SLOW: Verdict.SLOW,
    Why.RESTING: Verdict.TROUBLE,
}


def judged(answers: list[Answer], error: Exception | None = None) -> Probe:
    """What the last answer means, or that there is none.

    error  what a capability made of it; None when it understood
    """
    if isinstance(error, NoAnswer):
        return Probe(_WHY.get(error.why, Verdict.UNCLEAR))
    if not answers:
        return Probe(Verdict.UNCLEAR)
    last = answers[-1]
    skew_s = _skew_s(last)
    return Probe(_verdict(last.status, error, skew_s), last.status, skew_s)


def _verdict(status: int, error: Exception | None, skew_s: int | None) -> Verdict:
    if skew_s is not None and abs(skew_s) > MOST_SKEW_S:
        return Verdict.CLOCK
    if status in _KEY:
        return Verdict.WRONG_KEY
    if status == _BUSY or status >= 500:
        return Verdict.TROUBLE
    return Verdict.OK if error is None else Verdict.UNCLEAR


def _skew_s(answer: Answer) -> int | None:
    """How far the provider's clock is before ours, by its `Date`."""
    told: datetime | None = None
    with suppress(ValueError):
        told = parsedate_to_datetime(answer.headers.get("date", ""))
    if told is None or told.tzinfo is None:
        return None
    return round((told - clock.now()).total_seconds())
