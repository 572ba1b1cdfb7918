"""PayPal's words: orders, captures, refunds, the lines of its report, and its events."""

import base64
import zlib
from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from functools import cache
from hashlib import sha256
from typing import Any, ClassVar, Final

from batua.kit.certificates import Signer
from batua.kit.ids import new_id
from batua.kit.money import Currency
from batua.sandbox import rules
from batua.sandbox.types import Keys, Kind, Movement, Status

S = Status
WEBHOOK: Final = "4JH86294D6297924G"
"""Id of the webhook, as the dashboard would give it."""
ORDER: Final = {
    S.OPEN: "PAYER_ACTION_REQUIRED",
    S.PROCESSING: "PAYER_ACTION_REQUIRED",
    S.SUCCEEDED: "APPROVED",
    S.FAILED: "PAYER_ACTION_REQUIRED",
    S.EXPIRED: "PAYER_ACTION_REQUIRED",
}
"""One whose payment has succeeded here is approved until it is captured, then completed."""
REFUND: Final = {S.PROCESSING: "PENDING", S.SUCCEEDED: "COMPLETED", S.FAILED: "FAILED"}
NO_DECIMALS: Final = frozenset({"HUF", "TWD"})


class Paypal:
    """Amounts as text; a callback signed by a certificate that its API serves."""

    declines_end: ClassVar[bool] = False

    def new_id(self, _kind: Kind) -> str:
        """Seventeen capital letters and digits."""
        return new_id().hex[-17:].upper()

    def event(self, movement: Movement, event_id: str, now: datetime) -> Mapping[str, Any]:
        """What an order or a refund has become."""
        told: dict[str, Any]
        if movement.kind is Kind.REFUND:
            kind, told = f"PAYMENT.CAPTURE.REFUND-{REFUND[movement.status]}", refund(movement)
            if movement.status is S.SUCCEEDED:
                kind = "PAYMENT.CAPTURE.REFUNDED"
        else:
            kind, told = "CHECKOUT.ORDER.APPROVED", order(movement, "", captured=False)
        return {
            "id": f"WH-{event_id.removeprefix('evt_')}",
            "event_version": "1.0",
            "create_time": _time(now),
            "resource_type": "refund" if movement.kind is Kind.REFUND else "checkout-order",
            "resource_version": "2.0",
            "event_type": kind,
            "resource": told,
        }

    def headers(self, keys: Keys, event_id: str, body: str, now: datetime) -> dict[str, str]:
        """The signature over the id, the time, the webhook and the CRC-32 of the body."""
        sent, signer = _time(now), signer_of(keys.key_secret)
        text = f"{event_id}|{sent}|{WEBHOOK}|{zlib.crc32(body.encode())}"
        path = f"/v1/notifications/certs/{certificate_id(signer)}"
        return {
            "content-type": "application/json",
            "paypal-transmission-id": event_id,
            "paypal-transmission-time": sent,
            "paypal-transmission-sig": base64.b64encode(signer.sign(text.encode())).decode(),
            "paypal-cert-url": f"https://api.sandbox.paypal.com{path}",
            "paypal-auth-algo": "SHA256withRSA",
        }


@cache
def signer_of(secret: str) -> Signer:
    """The key of whoever has this secret, made anew in each process: a forger has another one."""
    assert secret
    return Signer.named("messageverificationcerts.sandbox.paypal.com")


def certificate_id(signer: Signer) -> str:
    """Under which it is served: another key, another id."""
    return f"CERT-{sha256(signer.pem).hexdigest()[:24]}"


def capture_of(order_id: str) -> str:
    """The capture of an order, or the order of a capture."""
    return order_id[::-1]


def amount(minor: int, currency: str) -> dict[str, str]:
    """An amount."""
    value = Decimal(minor).scaleb(-Currency(currency).exponent)
    shown = f"{value:.0f}" if currency in NO_DECIMALS else f"{value:f}"
    return {"currency_code": currency, "value": shown}


def order(
    movement: Movement, url: str, *, captured: bool, refunds: tuple[Movement, ...] = ()
) -> dict[str, Any]:
    """An order; with its capture and refunds once it is captured."""
    status = "COMPLETED" if captured else ORDER[movement.status]
    asked = amount(movement.amount_minor, movement.currency)
    unit: dict[str, Any] = {
        "reference_id": "default",
        "custom_id": movement.reference,
        "invoice_id": movement.reference,
        "amount": asked,
    }
    if captured:
        unit["payments"] = {
            "captures": [capture(movement)],
            "refunds": [refund(one) for one in refunds],
        }
    links = [{"href": f"{url}/paypal/v2/checkout/orders/{movement.id}", "rel": "self"}]
    if status == "PAYER_ACTION_REQUIRED":
        links.append({"href": f"{url}/checkout/{movement.id}", "rel": "payer-action"})
    return {
        "id": movement.id,
        "intent": "CAPTURE",
        "status": status,
        "create_time": _time(movement.created_at),
        "update_time": _time(movement.changed_at),
        "purchase_units": [unit],
        "links": [{**one, "method": "GET"} for one in links],
    }


def capture(movement: Movement) -> dict[str, Any]:
    """The capture of an order."""
    moved = movement.moved_minor or 0
    return {
        "id": capture_of(movement.id),
        "status": "COMPLETED",
        "amount": amount(moved, movement.currency),
        "custom_id": movement.reference,
        "invoice_id": movement.reference,
        "final_capture": True,
        "create_time": _time(movement.changed_at),
        "update_time": _time(movement.changed_at),
    }


def refund(movement: Movement) -> dict[str, Any]:
    """A refund."""
    return {
        "id": movement.id,
        "status": REFUND[movement.status],
        "amount": amount(movement.amount_minor, movement.currency),
        "custom_id": movement.reference,
        "create_time": _time(movement.created_at),
        "update_time": _time(movement.changed_at),
    }


def settled(movement: Movement) -> dict[str, Any]:
    """A line of the report."""
    is_refund = movement.kind is Kind.REFUND
    moved = movement.moved_minor or 0
    fee = 0 if is_refund else rules.fee_of(moved)[0]
    told: dict[str, Any] = {
        "paypal_account_id": "BATUASANDBOX0",
        "transaction_id": movement.id if is_refund else capture_of(movement.id),
        "transaction_event_code": "T1107" if is_refund else "T0006",
        "transaction_initiation_date": _time(movement.changed_at),
        "transaction_updated_date": _time(movement.changed_at),
        "transaction_amount": amount(-moved if is_refund else moved, movement.currency),
        "fee_amount": amount(-fee, movement.currency),
        "transaction_status": "S",
        "custom_field": movement.reference,
    }
    if is_refund:
        parent = capture_of(movement.parent or "")
        told |= {"paypal_reference_id": parent, "paypal_reference_id_type": "TXN"}
    return {"transaction_info": told}


def _time(at: datetime) -> str:
    return at.isoformat(timespec="seconds").replace("+00:00", "Z")
