"""Ciphers that others prescribe for what they exchange with us; our own is in `secrets`."""

from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CBC
from cryptography.hazmat.primitives.padding import PKCS7

_BITS = 128


def seal_cbc(key: bytes, vector: bytes, plain: bytes) -> bytes:
    """AES-CBC with PKCS#7; it hides, and proves nothing."""
    padder = PKCS7(_BITS).padder()
    encryptor = Cipher(AES(key), CBC(vector)).encryptor()
    padded = padder.update(plain) + padder.finalize()
    return encryptor.update(padded) + encryptor.finalize()


def open_cbc(key: bytes, vector: bytes, sealed: bytes) -> bytes | None:
    """What was sealed; None when it cannot have been with this key."""
    decryptor = Cipher(AES(key), CBC(vector)).decryptor()
    remover = PKCS7(_BITS).unpadder()
    try:
        padded = decryptor.update(sealed) + decryptor.finalize()
        return remover.update(padded) + remover.finalize()
    except ValueError:
        return None
