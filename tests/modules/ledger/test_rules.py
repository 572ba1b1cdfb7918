"""What an order must be like."""

import dataclasses
from datetime import UTC, datetime, timedelta

import pytest
from tests.modules.ledger.given import inr, order, usd

from batua.kit.ids import new_id
from batua.kit.refusal import Refusal
from batua.modules.ledger import rules
from batua.modules.ledger.errors import (
    AmountOutOfRange,
    EntryConflict,
    HoldConflict,
    LegsOutOfRange,
    SameAccount,
)
from batua.modules.ledger.types import (
    AccountId,
    Entry,
    EntryId,
    Hold,
    HoldId,
    HoldOrder,
    HoldState,
    Leg,
    PostOrder,
)

A, B = AccountId(new_id()), AccountId(new_id())
NOON = datetime(2030, 1, 1, 12, tzinfo=UTC)
MOST = rules.MAX_AMOUNT_MINOR


@pytest.mark.parametrize("legs", [1, 2, 1000])
def test_an_entry_may_have_up_to_a_thousand_legs(legs: int) -> None:
    rules.check_order(order(*[Leg(A, B, inr(1))] * legs))


@pytest.mark.parametrize("legs", [0, 1001])
def test_an_entry_without_legs_or_with_too_many_is_refused(legs: int) -> None:
    with pytest.raises(LegsOutOfRange):
        rules.check_order(order(*[Leg(A, B, inr(1))] * legs))


@pytest.mark.parametrize(
    ("leg", "refusal"),
    [
        (Leg(A, A, inr(1)), SameAccount),
        (Leg(A, B, inr(0)), AmountOutOfRange),
        (Leg(A, B, inr(-1)), AmountOutOfRange),
        (Leg(A, B, inr(MOST + 1)), AmountOutOfRange),
    ],
)
def test_a_leg_that_cannot_be_is_refused(leg: Leg, refusal: type[Refusal]) -> None:
    with pytest.raises(refusal):
        rules.check_order(order(Leg(A, B, inr(1)), leg))


@pytest.mark.parametrize("minor", [1, MOST])
def test_the_ends_of_the_range_belong_to_it(minor: int) -> None:
    rules.check_leg(Leg(A, B, inr(minor)))


def written(asked: PostOrder) -> Entry:
    return Entry(
        id=EntryId(asked.id),
        kind=asked.kind,
        ref=asked.ref,
        legs=asked.legs,
        recorded_at=NOON,
        effective_at=asked.effective_at or NOON,
    )


def test_the_same_order_again_is_the_same_entry() -> None:
    asked = order(Leg(A, B, inr(5)), Leg(B, A, inr(2)))
    assert rules.same_entry(written(asked), asked) == written(asked)


@pytest.mark.parametrize(
    "change",
    [
        {"kind": "gift"},
        {"ref": "another"},
        {"legs": (Leg(A, B, inr(6)),)},
        {"legs": (Leg(A, B, usd(5)),)},
        {"legs": (Leg(B, A, inr(5)),)},
        {"legs": (Leg(A, B, inr(5)), Leg(A, B, inr(5)))},
        {"effective_at": NOON + timedelta(days=1)},
    ],
)
def test_another_order_of_the_same_id_is_a_conflict(change: dict[str, object]) -> None:
    asked = order(Leg(A, B, inr(5)))
    with pytest.raises(EntryConflict):
        rules.same_entry(written(asked), dataclasses.replace(asked, **change))


def test_an_order_is_not_the_reversal_or_the_posted_hold_that_looks_like_it() -> None:
    asked = order(Leg(A, B, inr(5)))
    for mark in ({"reverses": EntryId(new_id())}, {"hold": HoldId(new_id())}):
        with pytest.raises(EntryConflict):
            rules.same_entry(dataclasses.replace(written(asked), **mark), asked)


def kept(asked: HoldOrder, **change: object) -> Hold:
    own = {f.name: getattr(asked, f.name) for f in dataclasses.fields(asked)}
    state = {"posted_minor": 0, "state": HoldState.OPEN, "held_at": NOON, "resolved_at": None}
    return Hold(**{**own, **state, **change})


ASKED = HoldOrder(id=new_id(), kind="k", ref="r", debit=A, credit=B, amount=inr(5), expires_at=NOON)


def test_the_same_hold_again_is_the_first_whatever_became_of_it() -> None:
    voided = kept(ASKED, state=HoldState.VOIDED, resolved_at=NOON)
    assert rules.same_hold(voided, ASKED) == voided


@pytest.mark.parametrize(
    "change",
    [
        {"kind": "x"},
        {"ref": "x"},
        {"debit": B, "credit": A},
        {"amount": inr(6)},
        {"expires_at": None},
    ],
)
def test_another_hold_of_the_same_id_is_a_conflict(change: dict[str, object]) -> None:
    with pytest.raises(HoldConflict):
        rules.same_hold(kept(ASKED), dataclasses.replace(ASKED, **change))
