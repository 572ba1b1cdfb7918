"""Links to files of a group: each is made for one reader, and opens for a few minutes."""

import base64
import binascii
from typing import Final
from uuid import UUID

from batua.kit import clock, secrets
from batua.kit.secrets import KeyRing
from batua.modules.identity.types import PersonId

LINK_S: Final = 300
"""How long a link opens its file."""
_MAC_BYTES: Final = 16


def link(keys: KeyRing, file: str, purpose: str, person: PersonId, until: int | None = None) -> str:
    """What opens a file for a person.

    until  the second after which it opens nothing
    """
    last = int(clock.now().timestamp()) + LINK_S if until is None else until
    said = person.bytes + last.to_bytes(5)
    return base64.urlsafe_b64encode(said + _mac(keys, file, purpose, said)).rstrip(b"=").decode()


def reader(keys: KeyRing, file: str, purpose: str, link: str) -> PersonId | None:
    """For whom a link was made; None when it opens nothing, for whatever reason."""
    try:
        raw = base64.urlsafe_b64decode(link + "=" * (-len(link) % 4))
    except (ValueError, binascii.Error):
        return None
    said, mac = raw[:-_MAC_BYTES], raw[-_MAC_BYTES:]
    if len(said) != 21 or not secrets.equal(mac, _mac(keys, file, purpose, said)):
        return None
    if int.from_bytes(said[16:]) < clock.now().timestamp():
        return None
    return PersonId(UUID(bytes=said[:16]))


def _mac(keys: KeyRing, file: str, purpose: str, said: bytes) -> bytes:
    return keys.index(f"{file}:{said.hex()}", purpose=purpose)[:_MAC_BYTES]
