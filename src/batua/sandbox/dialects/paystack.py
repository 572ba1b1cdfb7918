"""Paystack's words: transactions, refunds, transfers, recipients, settlements, and its events."""

import hmac
from collections.abc import Mapping
from datetime import date, datetime
from hashlib import sha512
from typing import Any, ClassVar, Final

from batua.kit.ids import new_id
from batua.sandbox import rules
from batua.sandbox.types import Keys, Kind, Movement, Status

S = Status
TRANSACTION: Final = {
    S.OPEN: "abandoned",
    S.PROCESSING: "ongoing",
    S.SUCCEEDED: "success",
    S.FAILED: "failed",
    S.EXPIRED: "abandoned",
}
REFUND: Final = {S.PROCESSING: "pending", S.SUCCEEDED: "processed", S.FAILED: "failed"}
TRANSFER: Final = {S.PROCESSING: "pending", S.SUCCEEDED: "success", S.FAILED: "failed"}
CURRENCIES: Final = ("NGN", "GHS", "KES", "ZAR", "USD")
_SHOP: Final = {"domain": "test", "integration": 100_043}
_NEVER: Final = dict.fromkeys(
    (
        *("fees_split", "plan", "order_id", "pos_transaction_data", "source", "fees_breakdown"),
        *("connect", "receipt_number", "log"),
    )
)


class Paystack:
    """Amounts in kobo; a callback signed with the secret key."""

    declines_end: ClassVar[bool] = True

    def new_id(self, _kind: Kind) -> str:
        """A number."""
        return f"{4 * 10**14 + new_id().int % 10**14:d}"

    def event(self, movement: Movement, _event_id: str, _now: datetime) -> Mapping[str, Any]:
        """What a transaction, a refund or a transfer has become."""
        match movement.kind:
            case Kind.REFUND:
                told = refund(movement, f"T{movement.parent}")
                told = {**told, "id": str(told["id"]), "amount": str(told["amount"])}
                return {"event": f"refund.{told['status']}", "data": told}
            case Kind.PAYOUT:
                told = transfer(movement)
                return {"event": f"transfer.{told['status']}", "data": told}
            case Kind.CHECKOUT:
                told = transaction(movement)
                name = "success" if movement.status is S.SUCCEEDED else told["status"]
                return {"event": f"charge.{name}", "data": told}

    def headers(self, keys: Keys, _event_id: str, body: str, _now: datetime) -> dict[str, str]:
        """HMAC-SHA512 of the body."""
        digest = hmac.digest(keys.key_secret.encode(), body.encode(), sha512)
        return {"content-type": "application/json", "x-paystack-signature": digest.hex()}


def customer() -> dict[str, Any]:
    """Who paid: the address that the merchant gave."""
    return {
        "id": 84_312,
        "first_name": "",
        "last_name": "",
        "email": "payments@example.com",
        "customer_code": "CUS_batua00000000",
        "phone": "",
        "metadata": "",
        "risk_action": "default",
        "international_format_phone": "",
    }


def transaction(movement: Movement) -> dict[str, Any]:
    """A transaction."""
    done = movement.status is S.SUCCEEDED
    amount = movement.moved_minor or movement.amount_minor
    made, changed = _time(movement.created_at), _time(movement.changed_at)
    return {
        **_NEVER,
        "id": int(movement.id),
        "domain": _SHOP["domain"],
        "status": TRANSACTION[movement.status],
        "reference": movement.reference,
        "amount": amount,
        "message": movement.failure,
        "gateway_response": "Successful" if done else (movement.failure or "Not completed"),
        "paid_at": changed if done else None,
        "paidAt": changed if done else None,
        "created_at": made,
        "createdAt": made,
        "transaction_date": changed,
        "channel": "card",
        "currency": movement.currency,
        "ip_address": "127.0.0.1",
        "metadata": {"attempt": movement.reference},
        "fees": rules.fee_of(amount)[0] if done else None,
        "authorization": {},
        "customer": customer(),
        "split": {},
        "requested_amount": movement.amount_minor,
        "plan_object": {},
        "subaccount": {},
    }


def refund(movement: Movement, transaction_reference: str) -> dict[str, Any]:
    """A refund."""
    done = movement.status is S.SUCCEEDED
    return {
        **_SHOP,
        "transaction": int(movement.parent or 0),
        "transaction_reference": transaction_reference,
        "transaction_amount": movement.amount_minor,
        "dispute": None,
        "settlement": None,
        "id": int(movement.id),
        "currency": movement.currency,
        "amount": movement.amount_minor,
        "status": REFUND[movement.status],
        "refunded_at": _time(movement.changed_at) if done else None,
        "refunded_by": "payments@example.com",
        "customer_note": "Batua",
        "merchant_note": movement.reference,
        "deducted_amount": movement.amount_minor if done else 0,
        "fully_deducted": int(done),
        "createdAt": _time(movement.created_at),
        "bank_reference": None,
        "reason": "Batua",
        "customer": customer(),
        "refund_type": "partial",
        "initiated_by": "payments@example.com",
        "refund_channel": "card",
        "session_id": None,
        "collect_account_number": False,
    }


def new_refund(movement: Movement, paid: Movement) -> dict[str, Any]:
    """A refund as it is told of to whoever makes it: with its transaction inside."""
    told = refund(movement, paid.reference)
    whole = transaction(paid)
    keep = ("id", "domain", "reference", "amount", "paid_at", "paidAt", "channel", "currency")
    return {
        **told,
        "transaction": {
            **{name: whole[name] for name in keep},
            **{name: None for name in _NEVER if name in {"order_id", "source"}},
            "pos_transaction_data": None,
            "fees_breakdown": None,
            "authorization": {"exp_month": None, "exp_year": None, "account_name": None},
            "customer": {"international_format_phone": None},
            "plan": {},
            "subaccount": {"currency": None},
            "split": {},
        },
        "channel": None,
        "fully_deducted": bool(told["fully_deducted"]),
        "expected_at": _time(movement.created_at),
        "updatedAt": _time(movement.changed_at),
    }


def recipient(code: str, told: Mapping[str, str], now: datetime) -> dict[str, Any]:
    """Who gets transfers."""
    return {
        **_SHOP,
        "active": True,
        "createdAt": _time(now),
        "updatedAt": _time(now),
        "currency": told["currency"],
        "description": "",
        "email": "",
        "id": 66_711,
        "metadata": {},
        "name": told["name"],
        "recipient_code": code,
        "type": told["type"],
        "is_deleted": False,
        "isDeleted": False,
        "details": {
            "authorization_code": None,
            "account_number": told["account_number"],
            "account_name": None,
            "bank_code": told["bank_code"],
            "bank_name": "Bank",
        },
    }


def transfer(movement: Movement) -> dict[str, Any]:
    """A transfer."""
    moved = movement.moved_minor if movement.moved_minor is not None else movement.amount_minor
    done = movement.status is S.SUCCEEDED
    return {
        **_SHOP,
        "transfersessionid": [],
        "transfertrials": [],
        "amount": moved,
        "currency": movement.currency,
        "reference": movement.reference,
        "source": "balance",
        "source_details": None,
        "reason": "Batua",
        "status": TRANSFER[movement.status],
        "failures": movement.failure,
        "transfer_code": f"TRF_{movement.id}",
        "titan_code": None,
        "transferred_at": _time(movement.changed_at) if done else None,
        "id": int(movement.id),
        "request": int(movement.id),
        "recipient": 66_711,
        "createdAt": _time(movement.created_at),
        "updatedAt": _time(movement.changed_at),
    }


def settlement_id(day: date, currency: str) -> int:
    """One a day and currency."""
    return int(f"{day:%Y%m%d}{CURRENCIES.index(currency)}")


def settlement(day: date, currency: str, paid: list[Movement]) -> dict[str, Any]:
    """What went to our bank on a day."""
    total = sum(one.moved_minor or 0 for one in paid)
    fees = sum(rules.fee_of(one.moved_minor or 0)[0] for one in paid)
    at = f"{day}T00:00:00.000Z"
    return {
        **_SHOP,
        "id": settlement_id(day, currency),
        "status": "success",
        "currency": currency,
        "total_amount": total - fees,
        "effective_amount": total - fees,
        "total_fees": fees,
        "total_processed": total,
        "deductions": None,
        "settlement_date": at,
        "settled_by": None,
        "createdAt": at,
        "updatedAt": at,
    }


def _time(at: datetime) -> str:
    return at.isoformat(timespec="milliseconds").replace("+00:00", "Z")
