"""Razorpay's words: payment links, refunds, payouts, the lines of its report, and its events."""

import hmac
from collections.abc import Mapping
from datetime import datetime
from hashlib import sha256
from typing import Any, ClassVar, Final

from batua.kit.ids import new_id
from batua.sandbox import rules
from batua.sandbox.types import Keys, Kind, Movement, Status

S = Status
_PREFIX: Final = {Kind.CHECKOUT: "plink", Kind.PAYOUT: "pout", Kind.REFUND: "rfnd"}
LINK: Final = {
    S.OPEN: "created",
    S.PROCESSING: "created",
    S.SUCCEEDED: "paid",
    S.FAILED: "cancelled",
    S.EXPIRED: "cancelled",
}
REFUND: Final = {S.PROCESSING: "pending", S.SUCCEEDED: "processed", S.FAILED: "failed"}
PAYOUT: Final = {S.PROCESSING: "processing", S.SUCCEEDED: "processed", S.FAILED: "failed"}


class Razorpay:
    """Amounts in paise; a callback signed with the webhook's secret."""

    declines_end: ClassVar[bool] = False

    def new_id(self, kind: Kind) -> str:
        """Such as `plink_…`, with fourteen characters."""
        return f"{_PREFIX[kind]}_{new_id().hex[-14:]}"

    def event(self, movement: Movement, _event_id: str, now: datetime) -> Mapping[str, Any]:
        """What a payment link, a refund or a payout has become."""
        kind, name, payload = _told(movement)
        return {
            "entity": "event",
            "account_id": "acc_batuasandbox00",
            "event": f"{kind}.{name}",
            "contains": list(payload),
            "payload": {what: {"entity": entity} for what, entity in payload.items()},
            "created_at": int(now.timestamp()),
        }

    def headers(self, keys: Keys, event_id: str, body: str, _now: datetime) -> dict[str, str]:
        """HMAC-SHA256 of the body."""
        digest = hmac.digest(keys.webhook_secret.encode(), body.encode(), sha256)
        return {
            "content-type": "application/json",
            "x-razorpay-event-id": event_id,
            "x-razorpay-signature": digest.hex(),
        }


def _told(movement: Movement) -> tuple[str, str, dict[str, Any]]:
    match movement.kind:
        case Kind.REFUND:
            name = "created" if movement.status is S.PROCESSING else REFUND[movement.status]
            return "refund", name, {"refund": refund(movement)}
        case Kind.PAYOUT:
            return "payout", PAYOUT[movement.status], {"payout": payout(movement)}
        case Kind.CHECKOUT:
            shown = link(movement, "")
            if movement.status is S.OPEN:
                return "payment", "failed", {"payment": payment(movement)}
            if movement.status is S.PROCESSING:
                return "payment", "authorized", {"payment": payment(movement)}
            told = {"payment_link": shown}
            if movement.status is S.SUCCEEDED:
                told["payment"] = payment(movement)
            return "payment_link", shown["status"], told


def payment_of(link_id: str) -> str:
    """The payment of a link."""
    return "pay_" + link_id.removeprefix("plink_")


def link_of(payment_id: str) -> str:
    """The link of a payment."""
    return "plink_" + payment_id.removeprefix("pay_")


def link(movement: Movement, url: str) -> dict[str, Any]:
    """A payment link."""
    tries = []
    if movement.status in {S.PROCESSING, S.SUCCEEDED} or movement.failure is not None:
        tried = payment(movement)
        tries = [
            {
                "amount": tried["amount"],
                "created_at": tried["created_at"],
                "method": "upi",
                "payment_id": tried["id"],
                "plink_id": movement.id,
                "status": tried["status"],
            }
        ]
    return {
        "accept_partial": False,
        "amount": movement.amount_minor,
        "amount_paid": movement.moved_minor or 0,
        "cancelled_at": _when(movement) if movement.status is S.EXPIRED else 0,
        "created_at": int(movement.created_at.timestamp()),
        "currency": movement.currency,
        "customer": {},
        "description": "Batua",
        "expire_by": _time(movement.expires_at),
        "expired_at": 0,
        "first_min_partial_amount": 0,
        "id": movement.id,
        "notes": {"attempt": movement.reference},
        "notify": {"email": False, "sms": False},
        "payments": tries,
        "reference_id": movement.reference,
        "reminder_enable": False,
        "reminders": [],
        "short_url": f"{url}/checkout/{movement.id}",
        "status": LINK[movement.status],
        "updated_at": _when(movement),
        "upi_link": False,
        "user_id": "",
    }


def payment(movement: Movement) -> dict[str, Any]:
    """The payment of a link."""
    status = {S.SUCCEEDED: "captured", S.PROCESSING: "authorized"}.get(movement.status, "failed")
    amount = movement.moved_minor or movement.amount_minor
    fee, tax = rules.fee_of(amount)
    return {
        "id": payment_of(movement.id),
        "entity": "payment",
        "amount": amount,
        "currency": movement.currency,
        "status": status,
        "method": "upi",
        "amount_refunded": 0,
        "refund_status": None,
        "captured": status == "captured",
        "fee": fee,
        "tax": tax,
        "notes": {"attempt": movement.reference},
        "error_code": "BAD_REQUEST_ERROR" if status == "failed" else None,
        "error_reason": movement.failure if status == "failed" else None,
        "created_at": _when(movement),
    }


def refund(movement: Movement) -> dict[str, Any]:
    """A refund."""
    return {
        "id": movement.id,
        "entity": "refund",
        "amount": movement.amount_minor,
        "currency": movement.currency,
        "payment_id": payment_of(movement.parent or ""),
        "notes": {"attempt": movement.reference},
        "receipt": movement.reference,
        "acquirer_data": {"arn": None},
        "created_at": int(movement.created_at.timestamp()),
        "status": REFUND[movement.status],
        "speed_processed": "normal",
        "speed_requested": "normal",
    }


def payout(movement: Movement) -> dict[str, Any]:
    """A payout of RazorpayX."""
    amount = movement.moved_minor if movement.moved_minor is not None else movement.amount_minor
    return {
        "id": movement.id,
        "entity": "payout",
        "amount": amount,
        "currency": movement.currency,
        "notes": [],
        "fees": 0,
        "tax": 0,
        "status": PAYOUT[movement.status],
        "purpose": "payout",
        "utr": f"UTR{movement.id[-9:]}" if movement.status is S.SUCCEEDED else None,
        "mode": "IMPS",
        "reference_id": movement.reference,
        "narration": "Batua",
        "status_details": {
            "reason": movement.failure,
            "description": None,
            "source": "beneficiary_bank" if movement.failure else None,
        },
        "created_at": int(movement.created_at.timestamp()),
    }


def settled(movement: Movement) -> dict[str, Any]:
    """A line of the combined report."""
    is_refund = movement.kind is Kind.REFUND
    amount = movement.moved_minor or 0
    fee, tax = (0, 0) if is_refund else rules.fee_of(amount)
    day = f"{movement.changed_at:%y%m%d}"
    return {
        "entity_id": movement.id if is_refund else payment_of(movement.id),
        "type": "refund" if is_refund else "payment",
        "debit": amount if is_refund else 0,
        "credit": 0 if is_refund else amount - fee,
        "amount": amount,
        "currency": movement.currency,
        "fee": fee,
        "tax": tax,
        "on_hold": False,
        "settled": True,
        "created_at": _when(movement),
        "settled_at": _when(movement),
        "settlement_id": f"setl_batua000{day}",
        "posted_at": _when(movement),
        "credit_type": "default",
        "description": "Batua",
        "notes": "{}",
        "payment_id": payment_of(movement.parent or "") if is_refund else None,
        "settlement_utr": f"RZRP{day}",
        "order_id": None,
        "order_receipt": None,
        "method": "upi",
        "dispute_id": None,
    }


def _when(movement: Movement) -> int:
    return int(movement.changed_at.timestamp())


def _time(at: datetime | None) -> int:
    return 0 if at is None else int(at.timestamp())
