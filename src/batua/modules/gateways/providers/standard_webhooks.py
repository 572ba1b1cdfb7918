"""Verification of callbacks that are signed after Standard Webhooks (`v1`, HMAC-SHA256)."""

import hmac
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final

from batua.kit.standard_webhooks import read_secret as read_secret
from batua.kit.standard_webhooks import signature as signature
from batua.modules.gateways.errors import BadSignature

TOLERANCE: Final = timedelta(minutes=5)
MAX_SIGNATURES: Final = 8


@dataclass(frozen=True, slots=True)
class Signed:
    """What the headers of an authentic message say."""

    event_id: str
    sent_at: datetime
    signed_with: str


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
