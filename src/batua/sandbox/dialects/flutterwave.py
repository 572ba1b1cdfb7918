"""Flutterwave's words (v3): transactions, refunds, transfers, settlements, and its events."""

import base64
import hmac
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from hashlib import sha256
from typing import Any, ClassVar, Final

import msgspec

from batua.kit.ids import new_id
from batua.kit.money import Currency
from batua.sandbox import rules
from batua.sandbox.types import Keys, Kind, Movement, Status

S = Status
TRANSACTION: Final = {
    S.OPEN: "pending",
    S.PROCESSING: "pending",
    S.SUCCEEDED: "successful",
    S.FAILED: "failed",
    S.EXPIRED: "failed",
}
REFUND: Final = {S.PROCESSING: "completed", S.SUCCEEDED: "completed-mpgs", S.FAILED: "failed"}
TRANSFER: Final = {S.PROCESSING: "NEW", S.SUCCEEDED: "SUCCESSFUL", S.FAILED: "FAILED"}
CURRENCIES: Final = (
    *("NGN", "GHS", "KES", "UGX", "TZS", "RWF", "ZAR", "XAF", "XOF", "ZMW", "MWK"),
    *("USD", "EUR", "GBP"),
)
_ACCOUNT: Final = 73_362


class Flutterwave:
    """Amounts in the major unit; a callback shows the secret hash and signs nothing."""

    declines_end: ClassVar[bool] = True

    def new_id(self, _kind: Kind) -> str:
        """A number."""
        return f"{10**12 + new_id().int % 10**12:d}"

    def event(self, movement: Movement, _event_id: str, _now: datetime) -> Mapping[str, Any]:
        """What a transaction, a refund or a transfer has become."""
        match movement.kind:
            case Kind.REFUND:
                return {"event": "refund.completed", "data": refund(movement)}
            case Kind.PAYOUT:
                told = {"event": "transfer.completed", "event.type": "Transfer"}
                return {**told, "data": transfer(movement)}
            case Kind.CHECKOUT:
                told = {"event": "charge.completed", "event.type": "CARD_TRANSACTION"}
                return {**told, "data": transaction(movement)}

    def headers(self, keys: Keys, _event_id: str, body: str, _now: datetime) -> dict[str, str]:
        """The secret hash; beside it the signature of those who have changed to v4."""
        secret = keys.webhook_secret
        signed = hmac.digest(secret.encode(), body.encode(), sha256)
        return {
            "content-type": "application/json",
            "verif-hash": secret,
            "flutterwave-signature": base64.b64encode(signed).decode(),
        }


def major(minor: int, currency: str) -> msgspec.Raw:
    """An amount as an exact number of the major unit."""
    return msgspec.Raw(f"{Decimal(minor).scaleb(-Currency(currency).exponent):f}".encode())


def transaction(movement: Movement) -> dict[str, Any]:
    """A transaction."""
    currency, done = movement.currency, movement.status is S.SUCCEEDED
    amount = movement.moved_minor or movement.amount_minor
    fee = rules.fee_of(amount)[0]
    return {
        "id": int(movement.id),
        "tx_ref": movement.reference,
        "flw_ref": f"FLW{movement.id}",
        "device_fingerprint": "N/A",
        "amount": major(amount, currency),
        "currency": currency,
        "charged_amount": major(amount, currency),
        "app_fee": major(fee, currency),
        "merchant_fee": 0,
        "processor_response": movement.failure or "Approved by Financial Institution",
        "auth_model": "PIN",
        "ip": "::ffff:127.0.0.1",
        "narration": "CARD Transaction",
        "status": TRANSACTION[movement.status],
        "payment_type": "card",
        "created_at": _time(movement.created_at),
        "account_id": _ACCOUNT,
        "meta": {"attempt": movement.reference},
        "amount_settled": major(amount - fee, currency) if done else None,
        "customer": {"id": 1, "name": "", "phone_number": "N/A", "email": "payments@example.com"},
    }


def refund(movement: Movement) -> dict[str, Any]:
    """A refund."""
    return {
        "id": int(movement.id),
        "account_id": _ACCOUNT,
        "tx_id": int(movement.parent or 0),
        "flw_ref": f"FLW{movement.parent}",
        "wallet_id": 74_639,
        "amount_refunded": major(movement.amount_minor, movement.currency),
        "status": REFUND[movement.status],
        "destination": "payment_source",
        "comments": movement.reference,
        "meta": {"source": "availablebalance"},
        "created_at": _time(movement.created_at),
    }


def transfer(movement: Movement) -> dict[str, Any]:
    """A transfer."""
    moved = movement.moved_minor if movement.moved_minor is not None else movement.amount_minor
    return {
        "id": int(movement.id),
        "account_number": "0690000040",
        "bank_code": "044",
        "full_name": "N/A",
        "created_at": _time(movement.created_at),
        "currency": movement.currency,
        "debit_currency": movement.currency,
        "amount": major(moved, movement.currency),
        "fee": 0,
        "status": TRANSFER[movement.status],
        "reference": movement.reference,
        "meta": None,
        "narration": "Batua",
        "complete_message": movement.failure or "",
        "requires_approval": 0,
        "is_approved": 1,
        "bank_name": "BANK",
    }


def settlement(day: date, currency: str, moved: list[Movement]) -> dict[str, Any]:
    """What went to our bank on a day: one a currency."""
    paid = [one for one in moved if one.kind is Kind.CHECKOUT]
    back = [one for one in moved if one.kind is Kind.REFUND]
    gross = sum(one.moved_minor or 0 for one in paid)
    fees = sum(rules.fee_of(one.moved_minor or 0)[0] for one in paid)
    refunded = sum(one.moved_minor or 0 for one in back)
    at = f"{day}T04:00:00.000Z"
    return {
        "id": settlement_id(day, currency),
        "account_id": _ACCOUNT,
        "merchant_name": "Batua",
        "merchant_email": "payments@example.com",
        "settlement_account": "0031318432",
        "bank_code": "063",
        "transaction_date": at,
        "due_date": at,
        "processed_date": at,
        "status": "completed",
        "currency": currency,
        "gross_amount": major(gross, currency),
        "app_fee": major(fees, currency),
        "merchant_fee": 0,
        "chargeback": 0,
        "refund": major(refunded, currency),
        "stampduty_charge": 0,
        "net_amount": major(gross - fees - refunded, currency),
        "transaction_count": len(paid),
        "disburse_ref": f"FLW{day:%y%m%d}{currency}",
        "destination": "account",
        "meta": [int(one.id) for one in paid],
        "refund_meta": [int(one.id) for one in back],
        "chargeback_meta": None,
        "created_at": at,
    }


def settled(movement: Movement) -> dict[str, Any]:
    """A transaction of a settlement."""
    amount, currency = movement.moved_minor or 0, movement.currency
    fee = rules.fee_of(amount)[0]
    return {
        "customer_email": "payments@example.com",
        "flw_ref": f"FLW{movement.id}",
        "tx_ref": movement.reference,
        "id": int(movement.id),
        "charged_amount": major(amount, currency),
        "app_fee": major(fee, currency),
        "merchant_fee": 0,
        "stampduty_charge": 0,
        "settlement_amount": major(amount - fee, currency),
        "status": "successful",
        "payment_entity": "card",
        "transaction_date": f"{movement.changed_at:%Y-%m-%d}",
        "currency": currency,
    }


def settlement_id(day: date, currency: str) -> int:
    """One a day and currency."""
    return int(f"{day:%Y%m%d}{CURRENCIES.index(currency):02d}")


def _time(at: datetime) -> str:
    return at.isoformat(timespec="milliseconds").replace("+00:00", "Z")
