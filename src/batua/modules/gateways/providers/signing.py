"""What all signatures of callbacks share: two keys while one is changed, and constant time."""

import hmac
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import Final, TypeVar

import msgspec

from batua.modules.gateways.errors import BadCallback, BadSignature

T = TypeVar("T")

TOLERANCE: Final = timedelta(minutes=5)
MAX_SIGNATURES: Final = 8


def keys_of(current: str, previous: str = "") -> dict[str, bytes]:
    """Secrets that are used as text, by the name that `signed_with` will carry."""
    keys = {"current": current.encode()}
    return {**keys, "previous": previous.encode()} if previous else keys


def matching(keys: Mapping[str, bytes], given: Sequence[str], make: Callable[[bytes], str]) -> str:
    """The name of the key by which one of the signatures was made.

    make     the signature that a key makes of this message
    refuses  BadSignature
    """
    for name, key in keys.items():
        expected = make(key).encode()
        if any([hmac.compare_digest(expected, one.encode()) for one in given]):  # noqa: C419 - no early end
            return name
    raise BadSignature


def moment(text: str, *, per_second: int = 1) -> datetime:
    """A Unix time in digits; refuses BadSignature."""
    if not (text.isascii() and text.isdigit()):
        raise BadSignature
    try:
        return datetime.fromtimestamp(int(text) // per_second, UTC)
    except (OverflowError, ValueError, OSError):
        raise BadSignature from None


def check_fresh(sent_at: datetime, now: datetime) -> None:
    """Refuse what was signed more than five minutes away."""
    if abs(now - sent_at) > TOLERANCE:
        raise BadSignature


def fingerprint(body: bytes) -> str:
    """The event id of a provider that signs none: a copy has the same bytes, and so the same id.

    An id in a header that is not signed would let anybody send an old event again as a new one.
    """
    return "sha256:" + sha256(body).hexdigest()


def event(body: bytes, kind: type[T]) -> T:
    """The event in a verified body; refuses BadCallback."""
    try:
        return msgspec.json.decode(body, type=kind)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise BadCallback from error
