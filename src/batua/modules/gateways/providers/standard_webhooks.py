"""Verification of callbacks that are signed after Standard Webhooks (`v1`, HMAC-SHA256)."""

import base64
import binascii
import hmac
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import Final

from batua.kit.settings import SettingsError
from batua.modules.gateways.errors import BadSignature

TOLERANCE: Final = timedelta(minutes=5)
MAX_SIGNATURES: Final = 8
_PREFIX: Final = "whsec_"


@dataclass(frozen=True, slots=True)
class Signed:
    """What the headers of an authentic message say."""

    event_id: str
    sent_at: datetime
    signed_with: str


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


def verify(
    keys: Mapping[str, bytes], headers: Mapping[str, str], body: bytes, now: datetime
) -> Signed:
    """Verify a message on its raw bytes.

    keys     by the name that `signed_with` will carry; during a change of secret there are two
    headers  by lower-case name
    refuses  BadSignature when nothing matches, or when it was signed more than five minutes away
    """
    event_id = headers.get("webhook-id", "")
    stamp = headers.get("webhook-timestamp", "")
    if not 1 <= len(event_id) <= 255 or not (stamp.isascii() and stamp.isdigit()):
        raise BadSignature
    sent_at = _moment(stamp)
    if abs(now - sent_at) > TOLERANCE:
        raise BadSignature
    given = headers.get("webhook-signature", "").split(" ")[:MAX_SIGNATURES]
    for name, key in keys.items():
        expected = signature(key, event_id, int(stamp), body).encode()
        if any([hmac.compare_digest(expected, one.encode()) for one in given]):  # noqa: C419 - no early end
            return Signed(event_id, sent_at, name)
    raise BadSignature


def _moment(stamp: str) -> datetime:
    try:
        return datetime.fromtimestamp(int(stamp), UTC)
    except (OverflowError, ValueError, OSError):
        raise BadSignature from None
