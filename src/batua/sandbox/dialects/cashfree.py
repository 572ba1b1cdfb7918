"""Cashfree's words: links, orders, refunds, transfers, the lines of its report, and its events."""

import base64
import hmac
from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from hashlib import sha256
from typing import Any, ClassVar, Final

import msgspec

from batua.kit.ids import new_id
from batua.kit.money import Currency
from batua.sandbox import rules
from batua.sandbox.types import Keys, Kind, Movement, Status

S = Status
LINK: Final = {
    S.OPEN: "ACTIVE",
    S.PROCESSING: "ACTIVE",
    S.SUCCEEDED: "PAID",
    S.FAILED: "CANCELLED",
    S.EXPIRED: "CANCELLED",
}
REFUND: Final = {S.PROCESSING: "PENDING", S.SUCCEEDED: "SUCCESS", S.FAILED: "CANCELLED"}
TRANSFER: Final = {S.PROCESSING: "PENDING", S.SUCCEEDED: "SUCCESS", S.FAILED: "FAILED"}


class Cashfree:
    """Amounts in rupees; a callback signed with the client secret and its time."""

    declines_end: ClassVar[bool] = False

    def new_id(self, _kind: Kind) -> str:
        """A number."""
        return f"{new_id().int % 10**15:015d}"

    def event(self, movement: Movement, _event_id: str, now: datetime) -> Mapping[str, Any]:
        """What a link, a refund or a transfer has become."""
        told: dict[str, Any]
        match movement.kind:
            case Kind.REFUND:
                kind, told = "REFUND_STATUS_WEBHOOK", {"refund": refund(movement)}
            case Kind.PAYOUT:
                kind, told = f"TRANSFER_{TRANSFER[movement.status]}", transfer(movement)
            case Kind.CHECKOUT:
                kind, told = "PAYMENT_LINK_EVENT", {**link(movement, ""), "order": None}
        return {"data": told, "event_time": now.isoformat(timespec="seconds"), "type": kind}

    def headers(self, keys: Keys, _event_id: str, body: str, now: datetime) -> dict[str, str]:
        """The time in milliseconds, and HMAC-SHA256 of it and the body in base64."""
        stamp = str(int(now.timestamp() * 1000))
        digest = hmac.digest(keys.key_secret.encode(), f"{stamp}{body}".encode(), sha256)
        return {
            "content-type": "application/json",
            "x-webhook-timestamp": stamp,
            "x-webhook-signature": base64.b64encode(digest).decode(),
            "x-webhook-version": "2025-01-01",
        }


def major(minor: int, currency: str) -> msgspec.Raw:
    """An amount as an exact number of the major unit."""
    return msgspec.Raw(f"{Decimal(minor).scaleb(-Currency(currency).exponent):f}".encode())


def order_of(link_id: str) -> str:
    """The order of a link."""
    return f"CFPay_{link_id}"


def link_of(order_id: str) -> str:
    """The link of an order."""
    return order_id.removeprefix("CFPay_")


def link(movement: Movement, url: str) -> dict[str, Any]:
    """A payment link."""
    return {
        "cf_link_id": movement.id,
        "link_id": movement.reference,
        "link_status": LINK[movement.status],
        "link_currency": movement.currency,
        "link_amount": major(movement.amount_minor, movement.currency),
        "link_amount_paid": major(movement.moved_minor or 0, movement.currency),
        "link_partial_payments": False,
        "link_minimum_partial_amount": 0,
        "link_purpose": "Batua",
        "link_created_at": movement.created_at.isoformat(timespec="seconds"),
        "customer_details": {"customer_phone": "9999999999"},
        "link_meta": {"return_url": movement.return_url or ""},
        "link_url": f"{url}/checkout/{movement.id}",
        "link_expiry_time": (movement.expires_at or movement.created_at).isoformat(
            timespec="seconds"
        ),
        "link_notes": {},
        "link_auto_reminders": False,
        "link_notify": {"send_sms": False, "send_email": False},
    }


def order(movement: Movement) -> dict[str, Any]:
    """What the payer made of a link."""
    return {
        "cf_order_id": movement.id,
        "order_id": order_of(movement.id),
        "entity": "order",
        "order_currency": movement.currency,
        "order_amount": major(movement.moved_minor or movement.amount_minor, movement.currency),
        "order_status": "PAID" if movement.status is S.SUCCEEDED else "ACTIVE",
        "created_at": movement.created_at.isoformat(timespec="seconds"),
    }


def refund(movement: Movement) -> dict[str, Any]:
    """A refund."""
    return {
        "cf_payment_id": movement.parent,
        "cf_refund_id": movement.id,
        "refund_id": movement.reference,
        "order_id": order_of(movement.parent or ""),
        "entity": "refund",
        "refund_amount": major(movement.amount_minor, movement.currency),
        "refund_currency": movement.currency,
        "refund_note": "Batua",
        "refund_status": REFUND[movement.status],
        "refund_type": "MERCHANT_INITIATED",
        "refund_splits": [],
        "refund_arn": f"ARN{movement.id[-9:]}",
        "created_at": movement.created_at.isoformat(timespec="seconds"),
        "refund_charge": 0,
        "refund_mode": "STANDARD",
    }


def transfer(movement: Movement) -> dict[str, Any]:
    """A payout."""
    moved = movement.moved_minor if movement.moved_minor is not None else movement.amount_minor
    done = movement.status is S.SUCCEEDED
    return {
        "transfer_id": movement.reference,
        "cf_transfer_id": movement.id,
        "status": TRANSFER[movement.status],
        "status_code": (movement.failure or ("COMPLETED" if done else "PENDING")).upper(),
        "status_description": "",
        "transfer_amount": major(moved, movement.currency),
        "transfer_service_charge": 0,
        "transfer_service_tax": 0,
        "transfer_mode": "BANK",
        "transfer_utr": f"UTR{movement.id[-9:]}" if done else "",
        "fundsource_id": "CASHFREE_1",
        "added_on": movement.created_at.isoformat(timespec="seconds"),
        "updated_on": movement.changed_at.isoformat(timespec="seconds"),
    }


def settled(movement: Movement) -> dict[str, Any]:
    """A line of the report."""
    is_refund = movement.kind is Kind.REFUND
    moved = movement.moved_minor or 0
    fee, tax = (0, 0) if is_refund else rules.fee_of(moved)
    day = f"{movement.changed_at:%y%m%d}"
    return {
        "entity": "recon",
        "event_id": movement.id,
        "event_type": "REFUND" if is_refund else "PAYMENT",
        "sale_type": "DEBIT" if is_refund else "CREDIT",
        "event_status": "SUCCESS",
        "event_amount": major(moved, movement.currency),
        "event_settlement_amount": major(moved - fee, movement.currency),
        "event_currency": movement.currency,
        "event_time": movement.changed_at.isoformat(timespec="seconds"),
        "order_id": order_of((movement.parent or "") if is_refund else movement.id),
        "refund_id": movement.reference if is_refund else None,
        "payment_service_charge": major(fee - tax, movement.currency),
        "payment_service_tax": major(tax, movement.currency),
        "cf_payment_id": movement.parent if is_refund else movement.id,
        "cf_settlement_id": f"CF{day}",
        "settlement_date": movement.changed_at.isoformat(timespec="seconds"),
        "settlement_utr": f"CFUTR{day}",
    }
