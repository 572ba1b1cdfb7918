"""Every step of the graph, allowed and not, and what may be said with a decision."""

from datetime import UTC, datetime, timedelta
from itertools import product

import pytest

from batua.modules.kyc import rules
from batua.modules.kyc.errors import BadEnd, BadReason, MovedOn
from batua.modules.kyc.types import MOST, Claim, Reason, State

NOON = datetime(2027, 3, 10, 6, 30, tzinfo=UTC)
ALLOWED = (
    "asked-confirmed asked-declined asked-taken_back"
    " confirmed-withdrawn confirmed-taken_back confirmed-expired"
)


@pytest.mark.parametrize("was", State)
@pytest.mark.parametrize("becomes", State)
def test_a_verification_takes_the_steps_of_its_graph_and_no_other(
    was: State, becomes: State
) -> None:
    if f"{was}-{becomes}" in ALLOWED.split():
        rules.check_step(was, becomes)
        return
    with pytest.raises(MovedOn):
        rules.check_step(was, becomes)


def test_each_decision_has_its_own_reasons() -> None:
    allowed = {
        State.DECLINED: {"not_reached", "not_sure", "other_account"},
        State.WITHDRAWN: {"mistake", "misused", "other_account"},
    }
    for becomes, reason in product(allowed, Reason):
        if reason in allowed[becomes]:
            rules.check_reason(becomes, reason)
        else:
            with pytest.raises(BadReason):
                rules.check_reason(becomes, reason)


def test_a_confirmation_ends_after_it_began_and_within_the_term_of_its_claim() -> None:
    assert set(MOST) == set(Claim)
    second = timedelta(seconds=1)
    for good in (None, NOON + second, NOON + MOST[Claim.WOMAN]):
        rules.check_end(Claim.WOMAN, good, NOON)
    for bad in (NOON, NOON - second, NOON + MOST[Claim.WOMAN] + second):
        with pytest.raises(BadEnd):
            rules.check_end(Claim.WOMAN, bad, NOON)
