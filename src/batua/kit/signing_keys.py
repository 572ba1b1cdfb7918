"""Private keys that others prescribe for what we sign to them: ECDSA on P-256, or RSA."""

from dataclasses import dataclass, field
from typing import Self

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)

_LEAST_BITS = 2048


@dataclass(frozen=True, slots=True)
class SigningKey:
    """Signs with SHA-256: ECDSA in DER, RSA after PKCS#1 v1.5."""

    _key: ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey = field(repr=False)

    @classmethod
    def read(cls, pem: bytes) -> Self | None:
        """A key in PEM without a password; None for anything else, another kind, or a weak one."""
        try:
            key = load_pem_private_key(pem, None)
        except (ValueError, TypeError, UnsupportedAlgorithm):
            return None
        if isinstance(key, ec.EllipticCurvePrivateKey) and isinstance(key.curve, ec.SECP256R1):
            return cls(key)
        if isinstance(key, rsa.RSAPrivateKey) and key.key_size >= _LEAST_BITS:
            return cls(key)
        return None

    @classmethod
    def new(cls) -> Self:
        """A new key on P-256."""
        return cls(ec.generate_private_key(ec.SECP256R1()))

    @property
    def pem(self) -> bytes:
        """The key itself, to be kept as a secret."""
        return self._key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())

    def sign(self, text: bytes) -> bytes:
        """The signature over a text."""
        if isinstance(self._key, rsa.RSAPrivateKey):
            return self._key.sign(text, PKCS1v15(), SHA256())
        return self._key.sign(text, ec.ECDSA(SHA256()))

    def has_signed(self, signature: bytes, text: bytes) -> bool:
        """Whether the signature over the text was made by this key."""
        try:
            if isinstance(self._key, rsa.RSAPrivateKey):
                self._key.public_key().verify(signature, text, PKCS1v15(), SHA256())
            else:
                self._key.public_key().verify(signature, text, ec.ECDSA(SHA256()))
        except InvalidSignature:
            return False
        return True
