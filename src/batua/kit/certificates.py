"""Certificates by which others sign what they tell us: RSA with SHA-256."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Final, Self

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import NameOID

_BITS: Final = 2048
_EXPONENT: Final = 65_537
_YEAR: Final = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Certificate:
    """Whose it is, when it is valid, and what it has signed."""

    names: tuple[str, ...]
    since: datetime
    until: datetime
    key: rsa.RSAPublicKey = field(repr=False)

    @classmethod
    def read(cls, pem: bytes) -> Self | None:
        """A certificate in PEM; None for anything else, or one with another kind of key."""
        try:
            found = x509.load_pem_x509_certificate(pem)
            key = found.public_key()
        except ValueError:
            return None
        if not isinstance(key, rsa.RSAPublicKey):
            return None
        common = found.subject.get_attributes_for_oid(NameOID.COMMON_NAME)
        names = tuple(str(one.value) for one in common)
        return cls(names, found.not_valid_before_utc, found.not_valid_after_utc, key)

    def has_signed(self, signature: bytes, text: bytes) -> bool:
        """Whether the signature over the text (PKCS#1 v1.5) was made by its key."""
        try:
            self.key.verify(signature, text, PKCS1v15(), SHA256())
        except InvalidSignature:
            return False
        return True


@dataclass(frozen=True, slots=True)
class Signer:
    """A key of our own, with a certificate that nobody else has signed."""

    pem: bytes
    _key: rsa.RSAPrivateKey = field(repr=False)

    @classmethod
    def named(cls, name: str, now: datetime | None = None) -> Self:
        """A new key with a certificate for a year before and after."""
        key = rsa.generate_private_key(_EXPONENT, _BITS)
        at = now or datetime.now(UTC)
        subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
        made = (
            x509.CertificateBuilder()
            .subject_name(subject)
            .issuer_name(subject)
            .public_key(key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(at - _YEAR)
            .not_valid_after(at + _YEAR)
            .sign(key, SHA256())
        )
        return cls(made.public_bytes(Encoding.PEM), key)

    def sign(self, text: bytes) -> bytes:
        """A signature over the text."""
        return self._key.sign(text, PKCS1v15(), SHA256())
