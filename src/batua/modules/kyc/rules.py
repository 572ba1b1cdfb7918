"""The graph of a verification's states, and what an officer may say with a decision."""

from collections.abc import Mapping
from datetime import datetime
from typing import Final

from batua.modules.kyc.errors import BadEnd, BadReason, MovedOn
from batua.modules.kyc.types import DECLINING, MOST, WITHDRAWING, Claim, Reason, State

STEPS: Final[Mapping[State, frozenset[State]]] = {
    State.ASKED: frozenset({State.CONFIRMED, State.DECLINED, State.TAKEN_BACK}),
    State.CONFIRMED: frozenset({State.WITHDRAWN, State.TAKEN_BACK, State.EXPIRED}),
    State.DECLINED: frozenset(),
    State.WITHDRAWN: frozenset(),
    State.TAKEN_BACK: frozenset(),
    State.EXPIRED: frozenset(),
}

REASONS: Final[Mapping[State, frozenset[Reason]]] = {
    State.DECLINED: DECLINING,
    State.WITHDRAWN: WITHDRAWING,
}


def check_step(was: State, becomes: State) -> None:
    """Refuses MovedOn when one does not follow the other."""
    if becomes not in STEPS[was]:
        raise MovedOn


def check_reason(becomes: State, reason: Reason) -> None:
    """Refuses BadReason when it is none for this decision."""
    if reason not in REASONS[becomes]:
        raise BadReason


def check_end(claim: Claim, until: datetime | None, now: datetime) -> None:
    """Refuses BadEnd when a confirmation would end before it begins, or too late."""
    if until is not None and not now < until <= now + MOST[claim]:
        raise BadEnd
