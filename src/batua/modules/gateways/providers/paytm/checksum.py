"""Paytm's signature: a salted SHA-256, encrypted under the merchant key."""

import base64
import binascii
import hmac
import secrets
import string
from collections.abc import Mapping
from hashlib import sha256
from typing import Final

from batua.kit.ciphers import open_cbc, seal_cbc

KEY_LENGTHS: Final = frozenset({16, 24, 32})
_IV: Final = b"@@@@&&&&####$$$$"
_SALT: Final = 4
_ALPHABET: Final = string.ascii_letters + string.digits


def sign(key: bytes, text: str, salt: str | None = None) -> str:
    """The signature of a text; every call takes a salt of its own.

    salt  four letters or digits, for known vectors
    """
    salt = salt or "".join(secrets.choice(_ALPHABET) for _ in range(_SALT))
    return base64.b64encode(seal_cbc(key, _IV, _digest(text, salt))).decode()


def verifies(key: bytes, text: str, signature: str) -> bool:
    """Whether this key signed this text; a signature has one way of being written only."""
    try:
        sealed = base64.b64decode(signature, validate=True)
        plain = open_cbc(key, _IV, sealed) or b""
        salt = plain[-_SALT:].decode("ascii")
    except (binascii.Error, ValueError):
        return False
    is_canonical = base64.b64encode(sealed).decode() == signature
    return hmac.compare_digest(_digest(text, salt), plain) and is_canonical


def joined(fields: Mapping[str, str | None]) -> str:
    """What is signed of a form: its values in the order of their names, nothing for none."""
    values = (fields[name] for name in sorted(fields))
    return "|".join("" if value is None or value.lower() == "null" else value for value in values)


def _digest(text: str, salt: str) -> bytes:
    return (sha256(f"{text}|{salt}".encode()).hexdigest() + salt).encode()
