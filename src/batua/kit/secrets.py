"""Secrets at rest: fields under AES-256-GCM with rotating keys, and blind indexes over them."""

import base64
import binascii
import hmac
import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import sha256
from typing import ClassVar, Final, Self

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from batua.kit import settings

KEY_BYTES: Final = 32
_VERSION: Final = b"\x01"
_NONCE_BYTES: Final = 12
_ID: Final = re.compile(r"[a-z0-9]{4}")
_HEAD: Final = 1 + 4 + _NONCE_BYTES


@settings.register
@dataclass(frozen=True)
class KeySettings:
    """The keys of one installation."""

    ENV_PREFIX: ClassVar[str] = "BATUA_"

    keys: str = field(
        repr=False,
        metadata={
            "help": "Keys as id:base64, the current one first. Make one: batua keys generate."
        },
    )
    index_key: str = field(
        repr=False,
        metadata={"help": "The key of the look-up indexes in base64; it never changes."},
    )


class UnreadableSecret(Exception):
    """A stored secret was altered, is of another purpose, or its key has left the ring."""


class KeyRing:
    """Encrypts with the current key and decrypts with every key still in the ring."""

    def __init__(self, keys: Mapping[str, bytes], index_key: bytes) -> None:
        """Take keys by id, the current one first, and the key of the blind indexes."""
        for id_, key in (*keys.items(), ("indx", index_key)):
            _check(id_, key)
        if not keys:
            raise settings.SettingsError("BATUA_KEYS holds no key.")
        self._keys = dict(keys)
        self._index_key = index_key
        self.current_id = next(iter(self._keys))
        # Derived keys are cached per ring: a page of people is decrypted field by field.
        self._cipher = lru_cache(maxsize=256)(self._derive_cipher)
        self._index_part = lru_cache(maxsize=64)(self._derive_index)

    @classmethod
    def from_settings(cls, given: KeySettings) -> Self:
        """The ring of `BATUA_KEYS` and `BATUA_INDEX_KEY`."""
        keys: dict[str, bytes] = {}
        for part in given.keys.split(","):
            id_, _, text = part.strip().partition(":")
            if id_ in keys:
                raise settings.SettingsError(f"BATUA_KEYS names the key {id_} twice.")
            keys[id_] = _decoded("BATUA_KEYS", text)
        return cls(keys, _decoded("BATUA_INDEX_KEY", given.index_key))

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids in the ring, the current one first."""
        return tuple(self._keys)

    def encrypt(self, plain: str | bytes, *, purpose: str) -> bytes:
        """Seal some bytes; only the same purpose opens them again."""
        raw = plain.encode() if isinstance(plain, str) else plain
        nonce = secrets.token_bytes(_NONCE_BYTES)
        sealed = self._cipher(self.current_id, purpose).encrypt(nonce, raw, purpose.encode())
        return _VERSION + self.current_id.encode() + nonce + sealed

    def decrypt(self, blob: bytes, *, purpose: str) -> bytes:
        """Open what `encrypt` sealed; raises UnreadableSecret."""
        id_ = _key_id(blob)
        if id_ not in self._keys:
            raise UnreadableSecret("the key is not in the ring")
        try:
            cipher = self._cipher(id_, purpose)
            return cipher.decrypt(blob[5:_HEAD], blob[_HEAD:], purpose.encode())
        except InvalidTag as error:
            raise UnreadableSecret("altered, or of another purpose") from error

    def seal(self, text: str, *, purpose: str) -> bytes:
        """Seal a text."""
        return self.encrypt(text, purpose=purpose)

    def open(self, blob: bytes, *, purpose: str) -> str:
        """Open a sealed text."""
        return self.decrypt(blob, purpose=purpose).decode()

    def needs_rotation(self, blob: bytes) -> bool:
        """Whether a blob was sealed with a key that is no longer the current one."""
        return _key_id(blob) != self.current_id

    def rotated(self, blob: bytes, *, purpose: str) -> bytes:
        """The same secret under the current key."""
        return self.encrypt(self.decrypt(blob, purpose=purpose), purpose=purpose)

    def index(self, value: str, *, purpose: str) -> bytes:
        """A blind index: equal values give equal bytes, which tell nothing without the key."""
        return hmac.digest(self._index_part(purpose), value.encode(), sha256)

    def jwt_key(self, key_id: str | None = None) -> bytes:
        """The signing key of access tokens for a key id, by default the current one."""
        id_ = key_id or self.current_id
        if id_ not in self._keys:
            raise UnreadableSecret("the key is not in the ring")
        return _derived(self._keys[id_], "jwt")

    def seal_key(self, purpose: str) -> bytes:
        """The key of seals that must hold for ever: made from the index key, which never changes."""
        return _derived(self._index_key, f"seal:{purpose}")

    def _derive_cipher(self, id_: str, purpose: str) -> AESGCM:
        return AESGCM(_derived(self._keys[id_], f"field:{purpose}"))

    def _derive_index(self, purpose: str) -> bytes:
        return _derived(self._index_key, f"index:{purpose}")


def equal(left: str | bytes, right: str | bytes) -> bool:
    """Compare two secrets in a time that does not tell where they differ."""
    return hmac.compare_digest(_as_bytes(left), _as_bytes(right))


def token(size_bytes: int = 32) -> str:
    """A new random token, safe in addresses."""
    return secrets.token_urlsafe(size_bytes)


def digits(length: int) -> str:
    """A random code of decimal digits, zeros in front included."""
    return f"{secrets.randbelow(10**length):0{length}d}"


def new_key() -> str:
    """A new random key in base64, as the settings take it."""
    return base64.b64encode(secrets.token_bytes(KEY_BYTES)).decode()


def new_key_setting(existing: str = "") -> str:
    """The value of BATUA_KEYS with a new current key in front of the existing ones."""
    taken = {part.partition(":")[0].strip() for part in existing.split(",")}
    id_ = next(name for n in range(1, 10_000) if (name := f"{n:04d}") not in taken)
    return ",".join(part for part in (f"{id_}:{new_key()}", existing) if part)


def _key_id(blob: bytes) -> str:
    if len(blob) <= _HEAD or blob[:1] != _VERSION:
        raise UnreadableSecret("not a sealed secret of this version")
    return blob[1:5].decode("ascii", "replace")


def _derived(key: bytes, use: str) -> bytes:
    """A key for one use alone, so that no key ever serves two algorithms or two purposes."""
    return HKDF(hashes.SHA256(), KEY_BYTES, salt=None, info=f"batua:{use}".encode()).derive(key)


def _as_bytes(value: str | bytes) -> bytes:
    return value.encode() if isinstance(value, str) else value


def _check(id_: str, key: bytes) -> None:
    if not _ID.fullmatch(id_):
        raise settings.SettingsError("BATUA_KEYS: a key id is four of a to z and 0 to 9.")
    if len(key) != KEY_BYTES:
        raise settings.SettingsError(f"BATUA_KEYS: a key has {KEY_BYTES} bytes, in base64.")


def _decoded(name: str, text: str) -> bytes:
    """The bytes of a base64 setting; the error names the setting, never its value."""
    try:
        return base64.b64decode(text.strip(), validate=True)
    except (binascii.Error, ValueError):
        raise settings.SettingsError(f"{name} is not base64.") from None
