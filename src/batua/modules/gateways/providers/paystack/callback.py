"""Paystack's callbacks: HMAC-SHA512 of the raw body by the secret key, and no time in it."""

import hmac
from collections.abc import Mapping
from datetime import datetime
from hashlib import sha512

from batua.modules.gateways.providers import signing
from batua.modules.gateways.providers.paystack.wire import Event
from batua.modules.gateways.providers.rail import Reader
from batua.modules.gateways.types import Callback


def signature(key: bytes, body: bytes) -> str:
    """What `x-paystack-signature` carries."""
    return hmac.digest(key, body, sha512).hex()


def reader(keys: Mapping[str, bytes]) -> Reader:
    """How callbacks are read with these secret keys; what guards against a replay is the body."""

    def read(headers: Mapping[str, str], body: bytes, now: datetime) -> Callback:
        given = headers.get("x-paystack-signature", "")
        signed_with = signing.matching(keys, [given], lambda key: signature(key, body))
        event = signing.event(body, Event)
        return Callback(
            event_id=signing.fingerprint(body),
            kind=event.event[:64],
            reference=event.data.about,
            sent_at=now,
            signed_with=signed_with,
        )

    return read
