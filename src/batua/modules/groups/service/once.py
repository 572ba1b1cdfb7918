"""One order a key: the same key gives the same answer for ever, another order is refused."""

import hashlib
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import msgspec

from batua.kit import ids
from batua.kit.db import Tx
from batua.modules.groups.errors import KeyReused
from batua.modules.groups.store import key as key_store
from batua.modules.identity.types import PersonId


@dataclass(frozen=True, slots=True)
class Claimed:
    """The id that a key stands for, and whether this transaction is to make it."""

    id: UUID
    is_new: bool


async def claim(tx: Tx, person: PersonId, key: str, verb: str, *parts: Any) -> Claimed:
    """Take a key for an order of some parts.

    repeat   the id of the first order, `is_new` false; an order that was refused left no key
    refuses  KeyReused when the key stands for another verb or other parts
    """
    said = msgspec.json.encode([verb, *parts], enc_hook=str)
    wanted = key_store.Claim(hashlib.sha256(said).digest()[:16], ids.new_id())
    first = await key_store.claim(tx, person, key, wanted)
    if first.request_hash != wanted.request_hash:
        raise KeyReused
    return Claimed(first.result, is_new=first is wanted)
