"""Every step of every graph, allowed and not."""

from enum import StrEnum
from itertools import product

import pytest

from batua.modules.groups.rules import states
from batua.modules.groups.types import (
    GuaranteeStatus,
    LoanStatus,
    MemberStatus,
    PayoutStatus,
    ProposalStatus,
    TransactionStatus,
)

GRAPHS = {
    ProposalStatus: (
        states.PROPOSAL_STEPS,
        (
            "open-approved open-rejected open-expired open-withdrawn approved-executing"
            " approved-executed approved-failed approved-lapsed executing-executed executing-failed"
            " failed-executing failed-executed failed-lapsed"
        ),
    ),
    MemberStatus: (
        states.MEMBER_STEPS,
        "asked-active asked-declined asked-withdrawn active-left active-removed",
    ),
    LoanStatus: (
        states.LOAN_STEPS,
        (
            "asked-voting asked-cancelled voting-approved voting-rejected voting-cancelled"
            " approved-active approved-cancelled active-closed active-written_off written_off-closed"
        ),
    ),
    PayoutStatus: (
        states.PAYOUT_STEPS,
        "chosen-sent chosen-kept sent-arrived sent-returned",
    ),
    GuaranteeStatus: (
        states.GUARANTEE_STEPS,
        "asked-agreed asked-declined asked-released agreed-released agreed-called",
    ),
    TransactionStatus: (
        states.TRANSACTION_STEPS,
        (
            "pending-succeeded pending-failed pending-expired pending-unknown unknown-pending"
            " unknown-succeeded unknown-failed unknown-expired expired-succeeded expired-failed"
            " failed-succeeded"
        ),
    ),
}


@pytest.mark.parametrize("kind", GRAPHS)
def test_a_step_is_allowed_if_and_only_if_the_graph_has_it(kind: type[StrEnum]) -> None:
    steps, allowed = GRAPHS[kind]
    assert set(steps) == set(kind)
    wanted = {tuple(pair.split("-")) for pair in allowed.split()}
    for was, to in product(kind, kind):
        assert states.may_step(steps, was, to) == ((was.value, to.value) in wanted), (was, to)


@pytest.mark.parametrize("kind", GRAPHS)
def test_every_state_can_be_reached_and_every_way_ends(kind: type[StrEnum]) -> None:
    steps, _ = GRAPHS[kind]
    first = next(iter(kind))
    reached, ways = {first}, [first]
    while ways:
        for to in steps[ways.pop()] - reached:
            reached.add(to)
            ways.append(to)
    assert reached == set(kind)
    assert any(states.is_over(steps, status) for status in kind)


def test_nothing_comes_back_to_an_open_vote() -> None:
    for was in ProposalStatus:
        assert not states.may_step(states.PROPOSAL_STEPS, was, ProposalStatus.OPEN)
