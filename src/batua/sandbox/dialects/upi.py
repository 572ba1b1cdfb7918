"""Words of an acquirer of UPI, as its bridge tells them: collects, refunds and settlements."""

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any, ClassVar, Final

from batua.kit.money import Currency
from batua.sandbox import rules
from batua.sandbox.dialects.sandbox import Sandbox
from batua.sandbox.types import Kind, Movement, Status

S = Status
COLLECT: Final = {
    S.OPEN: "OPEN",
    S.PROCESSING: "PENDING",
    S.SUCCEEDED: "SUCCESS",
    S.FAILED: "FAILURE",
    S.EXPIRED: "EXPIRED",
}
REFUND: Final = {S.PROCESSING: "PENDING", S.SUCCEEDED: "SUCCESS", S.FAILED: "FAILURE"}


class Upi(Sandbox):
    """Amounts in rupees as text; signed after Standard Webhooks."""

    declines_end: ClassVar[bool] = False

    def event(self, movement: Movement, _event_id: str, _now: datetime) -> Mapping[str, Any]:
        """What a collect or a refund has become."""
        is_refund = movement.kind is Kind.REFUND
        told = refund(movement) if is_refund else collect(movement)
        kind = "refund" if is_refund else "collect"
        return {"type": f"{kind}.{told['status'].lower()}", "data": told}


def major(minor: int, currency: str) -> str:
    """An amount in the major unit."""
    return f"{Decimal(minor).scaleb(-Currency(currency).exponent):f}"


def collect(movement: Movement) -> dict[str, Any]:
    """Money that is asked for."""
    moved = movement.moved_minor
    return {
        "id": movement.id,
        "reference": movement.reference,
        "status": COLLECT[movement.status],
        "amount": major(movement.amount_minor, movement.currency),
        "currency": movement.currency,
        "paid": None if moved is None else major(moved, movement.currency),
        "rrn": f"{int(movement.created_at.timestamp()) % 10**12:012d}",
        "failure": movement.failure,
    }


def refund(movement: Movement) -> dict[str, Any]:
    """Money that goes back."""
    return {
        "id": movement.id,
        "reference": movement.reference,
        "status": REFUND[movement.status],
        "amount": major(movement.amount_minor, movement.currency),
        "currency": movement.currency,
        "failure": movement.failure,
    }


def settled(movement: Movement) -> dict[str, Any]:
    """A line of the report."""
    is_refund = movement.kind is Kind.REFUND
    moved = -(movement.moved_minor or 0) if is_refund else movement.moved_minor or 0
    fee, _ = (0, 0) if is_refund else rules.fee_of(moved)
    day = f"{movement.changed_at:%y%m%d}"
    return {
        "id": movement.id,
        "kind": "REFUND" if is_refund else "COLLECT",
        "reference": movement.reference,
        "currency": movement.currency,
        "gross": major(moved, movement.currency),
        "fee": major(fee, movement.currency),
        "net": major(moved - fee, movement.currency),
        "at": movement.changed_at,
        "settlement": f"UPI{day}",
        "utr": f"UPIUTR{day}",
    }
