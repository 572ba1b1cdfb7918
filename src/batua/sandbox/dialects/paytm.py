"""Paytm's words: orders, refunds, the lines of its report, its events and its checksum."""

import base64
from collections.abc import Mapping
from datetime import datetime, timedelta, timezone
from decimal import Decimal
from hashlib import sha256
from typing import Any, ClassVar, Final

import msgspec

from batua.kit.ciphers import open_cbc, seal_cbc
from batua.kit.ids import new_id
from batua.kit.money import Currency
from batua.kit.secrets import equal
from batua.sandbox import rules
from batua.sandbox.types import Keys, Kind, Movement, Status

S = Status
ORDER: Final = {
    S.OPEN: ("NO_RECORD_FOUND", "331", "No Record Found"),
    S.PROCESSING: ("PENDING", "402", "Looks like the payment is not complete"),
    S.SUCCEEDED: ("TXN_SUCCESS", "01", "Txn Success"),
    S.FAILED: ("TXN_FAILURE", "227", "Your payment has been declined by your bank"),
    S.EXPIRED: ("NO_RECORD_FOUND", "331", "No Record Found"),
}
REFUND: Final = {
    S.PROCESSING: ("PENDING", "601", "Refund request was raised"),
    S.SUCCEEDED: ("TXN_SUCCESS", "10", "Refund Successful"),
    S.FAILED: ("TXN_FAILURE", "628", "Refund was declined by the bank"),
}
INDIA: Final = timezone(timedelta(hours=5, minutes=30))
_VECTOR: Final = b"@@@@&&&&####$$$$"


class Paytm:
    """Amounts in rupees as text; a callback that carries the signature of its body."""

    declines_end: ClassVar[bool] = True

    def new_id(self, _kind: Kind) -> str:
        """A number."""
        return f"{2026 * 10**16 + new_id().int % 10**16:d}"

    def event(self, movement: Movement, _event_id: str, now: datetime) -> Mapping[str, Any]:
        """What an order or a refund has become; all values are text."""
        is_refund = movement.kind is Kind.REFUND
        status, code, told = (REFUND if is_refund else ORDER)[movement.status]
        said = {
            "mid": "",
            "orderId": order_of(movement) if is_refund else movement.reference,
            "txnId": movement.parent if is_refund else movement.id,
            "txnAmount": major(movement.moved_minor or movement.amount_minor, movement.currency),
            "currency": movement.currency,
            "status": status,
            "respCode": code,
            "respMsg": told,
            "txnType": "REFUND" if is_refund else "SALE",
            "paymentMode": "UPI",
            "txnDate": moment(now),
        }
        refunded = {"refId": movement.reference, "refundId": movement.id}
        return {**said, **refunded} if is_refund else said

    def headers(self, _keys: Keys, _event_id: str, _body: str, _now: datetime) -> dict[str, str]:
        """None but the type: the signature is in the body."""
        return {"content-type": "application/json"}


def refund_key(order_id: str, ref_id: str) -> str:
    """What tells refunds apart: their order and their own id."""
    return f"{order_id}:{ref_id}"


def order_of(refund: Movement) -> str:
    """The order of a refund."""
    return refund.idempotency_key.partition(":")[0]


def sealed(keys: Keys, body: str) -> str:
    """A callback as it is sent: beside its body, the signature."""
    head = {"version": "v1", "signature": sign(merchant_key(keys.key_secret), body)}
    return f'{{"head":{msgspec.json.encode(head).decode()},"body":{body}}}'


def merchant_key(secret: str) -> str:
    """Paytm's keys are 16, 24 or 32 characters long: what the sandbox's secret makes of it."""
    return sha256(f"paytm:{secret}".encode()).hexdigest()[:32]


def sign(key: str, text: str) -> str:
    """The checksum; its salt follows from the text, so that a copy has the same."""
    salt = sha256(text.encode()).hexdigest()[:4]
    digest = sha256(f"{text}|{salt}".encode()).hexdigest() + salt
    return base64.b64encode(seal_cbc(key.encode(), _VECTOR, digest.encode())).decode()


def is_signed(key: str, text: str, signature: str) -> bool:
    """Whether the merchant signed this text, with whatever salt."""
    try:
        found = (open_cbc(key.encode(), _VECTOR, base64.b64decode(signature)) or b"").decode()
    except ValueError:
        return False
    salt = found[-4:]
    return equal(found.encode(), sha256(f"{text}|{salt}".encode()).hexdigest() + salt)


def joined(fields: Mapping[str, str]) -> str:
    """What is signed of a form, and of a request for the report."""
    return "|".join(value for _, value in sorted(fields.items()))


def major(minor: int, currency: str) -> str:
    """An amount in the major unit."""
    return f"{Decimal(minor).scaleb(-Currency(currency).exponent):f}"


def moment(at: datetime) -> str:
    """A time as India's clocks show it."""
    return f"{at.astimezone(INDIA):%Y-%m-%d %H:%M:%S}"


def info(status: str, code: str, told: str) -> dict[str, str]:
    """What became of a call."""
    return {"resultStatus": status, "resultCode": code, "resultMsg": told}


def order(movement: Movement) -> dict[str, Any]:
    """An order, as its status says it."""
    status, code, told = ORDER[movement.status]
    if status == "NO_RECORD_FOUND":
        return {"resultInfo": info(status, code, told)}
    moved = movement.moved_minor or movement.amount_minor
    return {
        "resultInfo": info(status, code, told),
        "txnId": movement.id,
        "bankTxnId": movement.id[-12:],
        "orderId": movement.reference,
        "txnAmount": major(moved, movement.currency),
        "txnType": "SALE",
        "gatewayName": "PPBLC",
        "paymentMode": "UPI",
        "refundAmt": "0.00",
        "txnDate": moment(movement.changed_at),
    }


def refund(movement: Movement, paid: Movement) -> dict[str, Any]:
    """A refund."""
    return {
        "resultInfo": info(*REFUND[movement.status]),
        "txnId": paid.id,
        "orderId": paid.reference,
        "refId": movement.reference,
        "refundId": movement.id,
        "txnAmount": major(paid.moved_minor or 0, paid.currency),
        "refundAmount": major(movement.amount_minor, movement.currency),
        "totalRefundAmount": major(movement.amount_minor, movement.currency),
    }


def settled(movement: Movement) -> dict[str, Any]:
    """A line of the report."""
    is_refund = movement.kind is Kind.REFUND
    moved = movement.moved_minor or 0
    fee, tax = (0, 0) if is_refund else rules.fee_of(moved)
    sign = "-" if is_refund else ""
    return {
        "txnId": movement.id,
        "txnType": "REFUND" if is_refund else "ACQUIRING",
        "txnDate": moment(movement.changed_at),
        "txnAmount": sign + major(moved, movement.currency),
        "orderId": order_of(movement) if is_refund else movement.reference,
        "paymentMode": "UPI",
        "utrProcessedTime": moment(movement.changed_at),
        "utr": f"PYTM{movement.changed_at:%y%m%d}",
        "settleAmount": sign + major(moved - fee, movement.currency),
        "payoutDate": moment(movement.changed_at),
        "commission": major(fee - tax, movement.currency),
        "gst": major(tax, movement.currency),
    }
