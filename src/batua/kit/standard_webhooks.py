"""Signatures after Standard Webhooks (`v1`, HMAC-SHA256): for callbacks that come and webhooks that go."""

import base64
import binascii
import hmac
import secrets
from hashlib import sha256
from typing import Final

from batua.kit.settings import SettingsError

_PREFIX: Final = "whsec_"
_NEW_BYTES: Final = 32


def new_secret() -> str:
    """A new random secret, as both sides write it."""
    return _PREFIX + base64.b64encode(secrets.token_bytes(_NEW_BYTES)).decode()


def read_secret(text: str) -> bytes:
    """The key bytes of a `whsec_…` secret; refuses SettingsError."""
    try:
        key = base64.b64decode(text.removeprefix(_PREFIX), validate=True)
    except (binascii.Error, ValueError):
        raise SettingsError("A webhook secret is whsec_ and then base64.") from None
    if not text.startswith(_PREFIX) or not 24 <= len(key) <= 64:
        raise SettingsError("A webhook secret is whsec_ and then 24 to 64 bytes in base64.")
    return key


def signature(key: bytes, event_id: str, sent_at_s: int, body: bytes) -> str:
    """The `v1` signature of a message, as the header carries it."""
    signed = f"{event_id}.{sent_at_s}.".encode() + body
    return "v1," + base64.b64encode(hmac.digest(key, signed, sha256)).decode()
