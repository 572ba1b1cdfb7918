"""Cashfree's callbacks: HMAC-SHA256 over the time and the raw body, nothing between them."""

import base64
import hmac
from collections.abc import Mapping, Sequence
from datetime import datetime
from hashlib import sha256

from batua.modules.gateways.errors import BadSignature
from batua.modules.gateways.providers import signing
from batua.modules.gateways.providers.cashfree.wire import Event
from batua.modules.gateways.providers.rail import Reader
from batua.modules.gateways.types import Callback


def signature(key: bytes, stamp: str, body: bytes) -> str:
    """What `x-webhook-signature` carries; the time is in milliseconds."""
    return base64.b64encode(hmac.digest(key, stamp.encode() + body, sha256)).decode()


def reader(rings: Sequence[Mapping[str, bytes]]) -> Reader:
    """How callbacks are read; the gateway and its payouts have secrets of their own."""

    def read(headers: Mapping[str, str], body: bytes, now: datetime) -> Callback:
        stamp = headers.get("x-webhook-timestamp", "")
        given = headers.get("x-webhook-signature", "")
        sent_at = signing.moment(stamp, per_second=1000)
        signing.check_fresh(sent_at, now)
        signed_with = _matching(rings, given, stamp, body)
        event = signing.event(body, Event)
        return Callback(
            event_id=signing.fingerprint(body),
            kind=event.type[:64],
            reference=event.data.reference,
            sent_at=sent_at,
            signed_with=signed_with,
        )

    return read


def _matching(rings: Sequence[Mapping[str, bytes]], given: str, stamp: str, body: bytes) -> str:
    for keys in rings:
        try:
            return signing.matching(keys, [given], lambda key: signature(key, stamp, body))
        except BadSignature:
            continue
    raise BadSignature
