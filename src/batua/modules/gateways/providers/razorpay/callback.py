"""Razorpay's callbacks: HMAC-SHA256 over the raw body, in `x-razorpay-signature`."""

import hmac
from collections.abc import Mapping
from datetime import UTC, datetime
from hashlib import sha256
from typing import Final

from batua.modules.gateways.errors import BadCallback
from batua.modules.gateways.providers import signing
from batua.modules.gateways.providers.rail import Reader
from batua.modules.gateways.providers.razorpay.wire import Event
from batua.modules.gateways.types import Callback

_ABOUT: Final = ("refund", "payout", "payment_link", "payment", "order")


def signature(key: bytes, body: bytes) -> str:
    """What the header carries."""
    return hmac.digest(key, body, sha256).hex()


def reader(keys: Mapping[str, bytes]) -> Reader:
    """How callbacks are read with these webhook secrets.

    Nothing signed tells when a callback was sent, as those of a day ago are sent again: what
    guards against a replay is that the same bytes are the same event.
    """

    def read(headers: Mapping[str, str], body: bytes, _now: datetime) -> Callback:
        given = headers.get("x-razorpay-signature", "")
        signed_with = signing.matching(keys, [given], lambda key: signature(key, body))
        event = signing.event(body, Event)
        named = (event.payload[kind].entity.reference for kind in _ABOUT if kind in event.payload)
        try:
            sent_at = datetime.fromtimestamp(event.created_at, UTC)
        except (OverflowError, ValueError, OSError):
            raise BadCallback from None
        return Callback(
            event_id=signing.fingerprint(body),
            kind=event.event[:64],
            reference=next((one for one in named if one), None),
            sent_at=sent_at,
            signed_with=signed_with,
        )

    return read
