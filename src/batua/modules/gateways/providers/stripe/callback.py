"""Stripe's callbacks: `Stripe-Signature: t=…,v1=…` over the time and the raw body."""

import hmac
from collections.abc import Mapping
from datetime import datetime
from hashlib import sha256

from batua.modules.gateways.errors import BadSignature
from batua.modules.gateways.providers import signing
from batua.modules.gateways.providers.rail import Reader
from batua.modules.gateways.providers.stripe.wire import Event
from batua.modules.gateways.types import Callback


def signature(key: bytes, stamp: str, body: bytes) -> str:
    """The `v1` of the header."""
    return hmac.digest(key, stamp.encode() + b"." + body, sha256).hex()


def reader(keys: Mapping[str, bytes]) -> Reader:
    """How callbacks are read with these secrets, which are used as text."""

    def read(headers: Mapping[str, str], body: bytes, now: datetime) -> Callback:
        parts = [part.partition("=") for part in headers.get("stripe-signature", "").split(",")]
        stamps = [value for name, _, value in parts if name == "t"]
        given = [value for name, _, value in parts if name == "v1"][: signing.MAX_SIGNATURES]
        if len(stamps) != 1:
            raise BadSignature
        sent_at = signing.moment(stamps[0])
        signing.check_fresh(sent_at, now)
        signed_with = signing.matching(keys, given, lambda key: signature(key, stamps[0], body))
        event = signing.event(body, Event)
        about = event.data.object
        return Callback(
            event_id=event.id[:255],
            kind=event.type[:64],
            reference=(about.metadata or {}).get("attempt") or about.client_reference_id,
            sent_at=sent_at,
            signed_with=signed_with,
        )

    return read
