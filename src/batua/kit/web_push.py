"""Web Push: words that only one browser can read (RFC 8291, 8188), and who sends them (RFC 8292)."""

import base64
import binascii
import os
from datetime import datetime, timedelta
from typing import Any, Final

import jwt
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

CURVE: Final = ec.SECP256R1()
POINT_BYTES: Final = 65
AUTH_BYTES: Final = 16
MOST_BYTES: Final = 4096
"""What every push service takes."""
TOKEN_LIFE: Final = timedelta(hours=12)
_SALT: Final = 16
_RECORD: Final = 4096
_LENGTH: Final = 4
_HEAD: Final = _SALT + _LENGTH + 1 + POINT_BYTES
_LAST: Final = b"\x02"
_TAG: Final = 16
MOST_PLAIN: Final = MOST_BYTES - _HEAD - _TAG - len(_LAST)
_STEP: Final = 256
"""The length of a message is hidden up to this."""


class Unreadable(Exception):
    """A message is not for this browser, or was altered."""


def encoded(raw: bytes) -> str:
    """Bytes as the web writes them."""
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def decoded(text: str) -> bytes:
    """The bytes of such a text; raises ValueError."""
    try:
        return base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
    except binascii.Error as error:
        raise ValueError("not base64url") from error


def new_private() -> bytes:
    """A private key, as 32 bytes."""
    number = ec.generate_private_key(CURVE).private_numbers().private_value
    return number.to_bytes(32, "big")


def public_of(private: bytes) -> bytes:
    """The public key of a private one, as a point of 65 bytes; raises ValueError."""
    return _point(_key(private))


def is_fit(p256dh: str, auth: str) -> bool:
    """Whether these are the keys of a browser."""
    try:
        point, secret = decoded(p256dh), decoded(auth)
        ec.EllipticCurvePublicKey.from_encoded_point(CURVE, point)
    except ValueError:
        return False
    return len(point) == POINT_BYTES and len(secret) == AUTH_BYTES


def encrypt(
    plain: bytes, p256dh: bytes, auth: bytes, *, salt: bytes = b"", sender: bytes = b""
) -> bytes:
    """A message that only the holder of the other half of `p256dh` can read.

    salt, sender  by chance when absent; given only by published examples, which are not padded
    """
    if len(plain) > MOST_PLAIN:
        raise ValueError("longer than a push service takes")
    padding = b"" if salt else b"\0" * (min(-len(plain) % _STEP, MOST_PLAIN - len(plain)))
    salt, ours = salt or os.urandom(_SALT), _key(sender or new_private())
    theirs = ec.EllipticCurvePublicKey.from_encoded_point(CURVE, p256dh)
    point = _point(ours)
    key, nonce = _keys(ours.exchange(ec.ECDH(), theirs), auth, salt, (p256dh, point))
    sealed = AESGCM(key).encrypt(nonce, plain + _LAST + padding, None)
    return salt + _RECORD.to_bytes(_LENGTH, "big") + bytes([POINT_BYTES]) + point + sealed


def decrypt(body: bytes, private: bytes, auth: bytes) -> bytes:
    """What a browser reads; raises Unreadable."""
    salt, point, sealed = body[:_SALT], body[_HEAD - POINT_BYTES : _HEAD], body[_HEAD:]
    ours = _key(private)
    try:
        theirs = ec.EllipticCurvePublicKey.from_encoded_point(CURVE, point)
        key, nonce = _keys(ours.exchange(ec.ECDH(), theirs), auth, salt, (_point(ours), point))
        plain = AESGCM(key).decrypt(nonce, sealed, None).rstrip(b"\0")
    except (ValueError, InvalidTag) as error:
        raise Unreadable from error
    if not plain.endswith(_LAST):
        raise Unreadable
    return plain[: -len(_LAST)]


def authorization(private: bytes, audience: str, contact: str, now: datetime) -> str:
    """The header by which a push service knows who sends, and whom to write to about it."""
    claims = {"aud": audience, "exp": int((now + TOKEN_LIFE).timestamp()), "sub": contact}
    token = jwt.encode(claims, _key(private), algorithm="ES256")
    return f"vapid t={token}, k={encoded(public_of(private))}"


def sender_of(header: str, audience: str) -> str | None:
    """The public key that signed such a header for this audience, now; None when none did."""
    scheme, _, rest = header.partition(" ")
    fields = dict(part.strip().partition("=")[::2] for part in rest.split(","))
    if scheme.lower() != "vapid" or not {"t", "k"} <= fields.keys():
        return None
    try:
        key = ec.EllipticCurvePublicKey.from_encoded_point(CURVE, decoded(fields["k"]))
        options: Any = {"require": ["aud", "exp"]}
        jwt.decode(fields["t"], key, algorithms=["ES256"], audience=audience, options=options)
    except (ValueError, jwt.InvalidTokenError):
        return None
    return fields["k"]


def _key(private: bytes) -> ec.EllipticCurvePrivateKey:
    return ec.derive_private_key(int.from_bytes(private, "big"), CURVE)


def _point(key: ec.EllipticCurvePrivateKey) -> bytes:
    return key.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)


def _keys(
    shared: bytes, auth: bytes, salt: bytes, points: tuple[bytes, bytes]
) -> tuple[bytes, bytes]:
    """Key and nonce of the message; `points` are the reader's and the sender's."""
    secret = _hkdf(auth, shared, b"WebPush: info\0" + b"".join(points), 32)
    key = _hkdf(salt, secret, b"Content-Encoding: aes128gcm\0", 16)
    return key, _hkdf(salt, secret, b"Content-Encoding: nonce\0", 12)


def _hkdf(salt: bytes, secret: bytes, info: bytes, length: int) -> bytes:
    return HKDF(SHA256(), length, salt, info).derive(secret)
