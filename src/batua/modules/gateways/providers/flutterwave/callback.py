"""Flutterwave's callbacks: v3 shows the secret hash, v4 signs the raw body with it."""

import base64
import hmac
from collections.abc import Mapping
from datetime import datetime
from hashlib import sha256
from typing import Final

from batua.modules.gateways.errors import BadCallback, BadSignature
from batua.modules.gateways.providers import signing
from batua.modules.gateways.providers.flutterwave.wire import Event
from batua.modules.gateways.providers.rail import Reader
from batua.modules.gateways.types import Callback

HEADERS: Final = {
    "v3": "verif-hash",
    "v4": "flutterwave-signature",
    "v4-plain": "flutterwave-signature",
}


def signature(key: bytes, body: bytes) -> str:
    """What v4's header carries."""
    return base64.b64encode(hmac.digest(key, body, sha256)).decode()


def reader(keys: Mapping[str, bytes], mode: str) -> Reader:
    """How callbacks are read; nothing in them tells when they were sent.

    Where only the hash is shown, nothing proves the body: it is the hint that every callback is.
    """
    header, signs = HEADERS[mode], mode == "v4"

    def read(headers: Mapping[str, str], body: bytes, now: datetime) -> Callback:
        given = headers.get(header, "")
        if not given:
            raise BadSignature

        def made(key: bytes) -> str:
            return signature(key, body) if signs else key.decode()

        signed_with = signing.matching(keys, [given], made)
        event = signing.event(body, Event)
        kind = event.event or event.type
        if kind is None:
            raise BadCallback
        about = event.data
        return Callback(
            event_id=signing.fingerprint(body),
            kind=kind[:64],
            reference=about.tx_ref or about.reference or about.comments,
            sent_at=now,
            signed_with=signed_with,
        )

    return read
