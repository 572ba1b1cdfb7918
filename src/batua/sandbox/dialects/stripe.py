"""Stripe's words: Checkout sessions, refunds, balance transactions, and its events."""

import hmac
from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from hashlib import sha256
from typing import Any, ClassVar, Final

from batua.kit.ids import new_id
from batua.sandbox import rules
from batua.sandbox.types import Keys, Kind, Movement, Status

S = Status
_PREFIX: Final = {Kind.CHECKOUT: "cs_test", Kind.PAYOUT: "po", Kind.REFUND: "re"}
_SESSION: Final = {
    S.OPEN: ("open", "unpaid", "requires_payment_method"),
    S.PROCESSING: ("complete", "unpaid", "processing"),
    S.SUCCEEDED: ("complete", "paid", "succeeded"),
    S.FAILED: ("complete", "unpaid", "requires_payment_method"),
    S.EXPIRED: ("expired", "unpaid", "canceled"),
}
_REFUND: Final = {S.PROCESSING: "pending", S.SUCCEEDED: "succeeded", S.FAILED: "failed"}
_EVENT: Final = {
    S.OPEN: "payment_intent.payment_failed",
    S.PROCESSING: "checkout.session.completed",
    S.SUCCEEDED: "checkout.session.completed",
    S.FAILED: "checkout.session.async_payment_failed",
    S.EXPIRED: "checkout.session.expired",
}


class Stripe:
    """Amounts in the smallest unit, form-encoded; a callback signed with its time."""

    declines_end: ClassVar[bool] = False

    def new_id(self, kind: Kind) -> str:
        """Such as `cs_test_…`."""
        return f"{_PREFIX[kind]}_{new_id().hex[-24:]}"

    def event(self, movement: Movement, event_id: str, now: datetime) -> Mapping[str, Any]:
        """What a session or a refund has become."""
        if movement.kind is Kind.REFUND:
            kind, about = "refund.updated", refund(movement)
        else:
            kind = _EVENT[movement.status]
            is_try = movement.status is S.OPEN
            about = intent(movement) if is_try else session(movement, "", expanded=False)
        return {
            "id": event_id,
            "object": "event",
            "api_version": "2023-08-16",
            "created": int(now.timestamp()),
            "data": {"object": about},
            "livemode": False,
            "pending_webhooks": 1,
            "request": {"id": None, "idempotency_key": None},
            "type": kind,
        }

    def headers(self, keys: Keys, _event_id: str, body: str, now: datetime) -> dict[str, str]:
        """`t=…,v1=…`; the secret is used as text."""
        stamp = str(int(now.timestamp()))
        digest = hmac.digest(keys.webhook_secret.encode(), f"{stamp}.{body}".encode(), sha256)
        return {
            "content-type": "application/json; charset=utf-8",
            "stripe-signature": f"t={stamp},v1={digest.hex()}",
        }


def intent_of(session_id: str) -> str:
    """The payment intent of a session."""
    return "pi_" + session_id.removeprefix("cs_test_")


def session_of(intent_id: str) -> str:
    """The session of a payment intent."""
    return "cs_test_" + intent_id.removeprefix("pi_")


def session(movement: Movement, url: str, *, expanded: bool) -> dict[str, Any]:
    """A Checkout session; a payment comes into being when somebody tries to pay."""
    status, paid, _ = _SESSION[movement.status]
    paying = None
    if movement.status in {S.PROCESSING, S.SUCCEEDED, S.FAILED}:
        paying = intent(movement) if expanded else intent_of(movement.id)
    return {
        "id": movement.id,
        "object": "checkout.session",
        "amount_subtotal": movement.amount_minor,
        "amount_total": movement.amount_minor,
        "automatic_tax": {"enabled": False, "liability": None, "status": None},
        "cancel_url": movement.return_url,
        "client_reference_id": movement.reference,
        "created": int(movement.created_at.timestamp()),
        "currency": movement.currency.lower(),
        "custom_fields": [],
        "custom_text": {"shipping_address": None, "submit": None},
        "expires_at": int((movement.expires_at or movement.created_at).timestamp()),
        "livemode": False,
        "metadata": {"attempt": movement.reference},
        "mode": "payment",
        "payment_intent": paying,
        "payment_method_types": ["card"],
        "payment_status": paid,
        "shipping_options": [],
        "status": status,
        "success_url": movement.return_url or "",
        "url": f"{url}/checkout/{movement.id}" if status == "open" else None,
    }


def intent(movement: Movement) -> dict[str, Any]:
    """The payment intent of a session."""
    return {
        "id": intent_of(movement.id),
        "object": "payment_intent",
        "amount": movement.amount_minor,
        "amount_received": movement.moved_minor or 0,
        "capture_method": "automatic",
        "confirmation_method": "automatic",
        "created": int(movement.created_at.timestamp()),
        "currency": movement.currency.lower(),
        "livemode": False,
        "metadata": {"attempt": movement.reference},
        "payment_method_types": ["card"],
        "status": _SESSION[movement.status][2],
    }


def refund(movement: Movement) -> dict[str, Any]:
    """A refund."""
    return {
        "id": movement.id,
        "object": "refund",
        "amount": movement.amount_minor,
        "charge": "ch_" + (movement.parent or "").removeprefix("cs_test_"),
        "created": int(movement.created_at.timestamp()),
        "currency": movement.currency.lower(),
        "metadata": {"attempt": movement.reference},
        "payment_intent": intent_of(movement.parent or ""),
        "status": _REFUND[movement.status],
    }


def transfer(day: date, currency: str, amount_minor: int) -> dict[str, Any]:
    """What Stripe sends to our bank for a day."""
    at = int(datetime.combine(day, time(12), UTC).timestamp())
    return {
        "id": f"po_{day:%Y%m%d}{currency.lower()}",
        "object": "payout",
        "amount": amount_minor,
        "arrival_date": at,
        "automatic": True,
        "created": at,
        "currency": currency.lower(),
        "livemode": False,
        "method": "standard",
        "reconciliation_status": "completed",
        "source_type": "card",
        "status": "paid",
        "trace_id": {"status": "supported", "value": f"STRIPE{day:%y%m%d}{currency}"},
        "type": "bank_account",
    }


def line(movement: Movement) -> dict[str, Any]:
    """A balance transaction, with its source."""
    is_refund = movement.kind is Kind.REFUND
    moved = movement.moved_minor or 0
    fee = 0 if is_refund else rules.fee_of(moved)[0]
    amount = -moved if is_refund else moved
    at = int(movement.changed_at.timestamp())
    suffix = movement.id.rsplit("_", 1)[1]
    source = refund(movement) if is_refund else _charge(movement, suffix)
    return {
        "id": f"txn_{suffix}",
        "object": "balance_transaction",
        "amount": amount,
        "available_on": at,
        "created": at,
        "currency": movement.currency.lower(),
        "description": None,
        "exchange_rate": None,
        "fee": fee,
        "fee_details": [],
        "net": amount - fee,
        "reporting_category": "refund" if is_refund else "charge",
        "source": source,
        "status": "available",
        "type": "refund" if is_refund else "charge",
    }


def _charge(movement: Movement, suffix: str) -> dict[str, Any]:
    return {
        "id": f"ch_{suffix}",
        "object": "charge",
        "payment_intent": intent_of(movement.id),
        "metadata": {"attempt": movement.reference},
    }
