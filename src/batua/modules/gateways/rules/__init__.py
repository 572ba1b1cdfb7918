"""The one state graph of every attempt, what a report makes of it, and when to ask again."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from batua.kit.money import Money
from batua.modules.gateways.types import Attempt, AttemptState, Direction, Outcome, Report

S = AttemptState

_ANY: Final = frozenset(Direction)
_IN: Final = frozenset({Direction.IN})
_SENT: Final = frozenset({Direction.OUT, Direction.REFUND})


@dataclass(frozen=True, slots=True)
class Edge:
    """One allowed step, what makes it, and for which directions."""

    before: AttemptState
    after: AttemptState
    why: str
    directions: frozenset[Direction] = _ANY


EDGES: Final = (
    Edge(S.CREATED, S.PENDING, "the provider took it on"),
    Edge(S.CREATED, S.UNKNOWN, "the provider did not answer, or not readably"),
    Edge(S.CREATED, S.SUCCEEDED, "the provider did it at once"),
    Edge(S.CREATED, S.FAILED, "the provider refused it"),
    Edge(S.CREATED, S.MISMATCHED, "the provider moved another amount at once"),
    Edge(S.CREATED, S.EXPIRED, "nobody could pay before its time was over", _IN),
    Edge(S.PENDING, S.SUCCEEDED, "the provider confirmed reference, amount and currency"),
    Edge(S.PENDING, S.FAILED, "the provider said that it failed"),
    Edge(S.PENDING, S.MISMATCHED, "the provider confirmed another amount"),
    Edge(S.PENDING, S.UNKNOWN, "a status query found no readable answer"),
    Edge(S.PENDING, S.EXPIRED, "nobody paid in time", _IN),
    Edge(S.UNKNOWN, S.PENDING, "the provider answers again"),
    Edge(S.UNKNOWN, S.SUCCEEDED, "the provider confirmed reference, amount and currency"),
    Edge(S.UNKNOWN, S.FAILED, "the provider said that it failed"),
    Edge(S.UNKNOWN, S.MISMATCHED, "the provider confirmed another amount"),
    Edge(S.UNKNOWN, S.EXPIRED, "nobody paid in time", _IN),
    # Money that came in is money, however late; money that went out was given back at FAILED.
    Edge(S.EXPIRED, S.SUCCEEDED, "the money came late", _IN),
    Edge(S.EXPIRED, S.MISMATCHED, "another amount came late", _IN),
    Edge(S.FAILED, S.SUCCEEDED, "the payer paid after all", _IN),
    Edge(S.FAILED, S.MISMATCHED, "the payer paid another amount after all", _IN),
    Edge(S.SUCCEEDED, S.PARTLY_REFUNDED, "a refund of a part succeeded", _IN),
    Edge(S.SUCCEEDED, S.REFUNDED, "a refund of all of it succeeded", _IN),
    Edge(S.PARTLY_REFUNDED, S.REFUNDED, "refunds of all of it succeeded", _IN),
)

_GRAPH: Final = {(e.before, e.after): e.directions for e in EDGES}

UNDECIDED: Final = frozenset({S.CREATED, S.PENDING, S.UNKNOWN})
ARRIVED: Final = frozenset({S.SUCCEEDED, S.PARTLY_REFUNDED, S.REFUNDED})
REFUNDABLE: Final = frozenset({S.SUCCEEDED, S.PARTLY_REFUNDED})

CALLER_GRACE: Final = timedelta(seconds=20)
"""How long whoever intended an attempt has to start it before the sweep does."""

BEGIN_LEASE: Final = timedelta(minutes=1)
"""How long nobody else asks a provider to begin what somebody has asked it to begin."""

_LATE_LOOKS: Final = tuple(timedelta(minutes=m) for m in (5, 60, 360, 1440, 4320))


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a report makes of an attempt."""

    state: AttemptState
    received: Money | None = None
    failure: str | None = None
    contradicts: bool = False


def may(direction: Direction, before: AttemptState, after: AttemptState) -> bool:
    """Whether the graph has this edge for this direction."""
    return direction in _GRAPH.get((before, after), frozenset())


def is_undecided(attempt: Attempt) -> bool:
    """Whether the outcome is still open."""
    return attempt.state in UNDECIDED


def is_overdue(attempt: Attempt, now: datetime) -> bool:
    """Whether the payer's time is over."""
    return attempt.expires_at is not None and now >= attempt.expires_at


def judge(attempt: Attempt, report: Report, now: datetime) -> Verdict:
    """Where a report leads: along an edge, nowhere, or into a contradiction.

    A success without the right reference or without an amount is no answer at all.
    """
    report = _believable(attempt, report)
    stay = Verdict(attempt.state, attempt.received, attempt.failure)
    target = _target(attempt, report, now)
    if target is attempt.state:
        return stay
    if not may(attempt.direction, attempt.state, target):
        return Verdict(
            stay.state, stay.received, stay.failure, _contradicts(attempt, report.outcome)
        )
    if target in {S.SUCCEEDED, S.MISMATCHED}:
        failure = "amount_mismatch" if target is S.MISMATCHED else None
        return Verdict(target, report.amount, failure)
    failure = report.failure if target in {S.FAILED, S.UNKNOWN} else None
    return Verdict(target, failure=failure)


def _believable(attempt: Attempt, report: Report) -> Report:
    wrong = report.reference is not None and report.reference != str(attempt.id)
    bare = report.outcome is Outcome.SUCCEEDED and (
        report.amount is None or report.reference is None
    )
    if wrong or bare:
        return Report(outcome=Outcome.UNANSWERED, failure="unreadable")
    return report


def _target(attempt: Attempt, report: Report, now: datetime) -> AttemptState:
    """Where the report points, whether or not the graph lets the attempt go there."""
    waits_for_payer = attempt.direction is Direction.IN
    is_over = waits_for_payer and is_overdue(attempt, now)
    arrived = S.SUCCEEDED if report.amount == attempt.amount else S.MISMATCHED
    return {
        Outcome.SUCCEEDED: arrived,
        Outcome.FAILED: S.FAILED,
        Outcome.EXPIRED: S.EXPIRED if waits_for_payer else S.FAILED,
        Outcome.UNDERWAY: S.PENDING,
        Outcome.OPEN: S.EXPIRED if is_over else S.PENDING,
        Outcome.ABSENT: S.EXPIRED if is_over else S.UNKNOWN,
        Outcome.UNANSWERED: S.UNKNOWN,
    }[report.outcome]


def _contradicts(attempt: Attempt, outcome: Outcome) -> bool:
    """A decided attempt about which the provider now says the opposite."""
    if attempt.state in ARRIVED:
        return outcome not in {Outcome.SUCCEEDED, Outcome.UNANSWERED}
    return attempt.state is S.FAILED and outcome is Outcome.SUCCEEDED


def after_refund(attempt: Attempt, refunded_minor: int) -> AttemptState:
    """The state of an attempt of which so much has gone back."""
    if refunded_minor <= 0:
        return attempt.state
    return S.REFUNDED if refunded_minor >= attempt.amount.minor else S.PARTLY_REFUNDED


def next_ask(attempt: Attempt, asks: int, now: datetime) -> datetime | None:
    """When to ask the provider again; None when the attempt has come to its end.

    asks  how often it was asked in its present state
    """
    match attempt.state:
        case S.CREATED | S.UNKNOWN:
            return now + _patience(timedelta(seconds=10), asks, timedelta(hours=1))
        case S.PENDING:
            wait = _patience(timedelta(seconds=20), asks, timedelta(minutes=15))
            if attempt.expires_at is not None and now < attempt.expires_at < now + wait:
                return attempt.expires_at
            return now + wait
        case S.EXPIRED:
            return now + _LATE_LOOKS[asks] if asks < len(_LATE_LOOKS) else None
        case _:
            return None


def _patience(first: timedelta, asks: int, most: timedelta) -> timedelta:
    return min(first * (1 << min(asks, 12)), most)
