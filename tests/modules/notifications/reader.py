"""A browser that reads what is pushed to it, made from the RFCs alone."""

import hmac
from hashlib import sha256

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM


def opened(body: bytes, private: ec.EllipticCurvePrivateKey, auth: bytes) -> bytes:
    """What a browser does to read a message, step by step as RFC 8291 has it."""

    def hkdf(salt: bytes, secret: bytes, info: bytes, size: int) -> bytes:
        return hmac.digest(hmac.digest(salt, secret, sha256), info + b"\1", sha256)[:size]

    def point(key: ec.EllipticCurvePublicKey) -> bytes:
        numbers = key.public_numbers()
        return b"\4" + numbers.x.to_bytes(32, "big") + numbers.y.to_bytes(32, "big")

    salt, record, length = body[:16], int.from_bytes(body[16:20], "big"), body[20]
    assert (length, len(body) - 86 <= record) == (65, True)
    theirs = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), body[21:86])
    info = b"WebPush: info\0" + point(private.public_key()) + point(theirs)
    secret = hkdf(auth, private.exchange(ec.ECDH(), theirs), info, 32)
    key = hkdf(salt, secret, b"Content-Encoding: aes128gcm\0", 16)
    nonce = hkdf(salt, secret, b"Content-Encoding: nonce\0", 12)
    plain, _, padding = AESGCM(key).decrypt(nonce, body[86:], None).rpartition(b"\2")
    assert padding.strip(b"\0") == b""
    return plain
