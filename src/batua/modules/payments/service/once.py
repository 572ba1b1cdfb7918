"""One order a key: the same key gives the same answer for ever, another order is refused."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from batua.kit import ids
from batua.kit.db import Tx
from batua.modules.identity.types import PersonId
from batua.modules.payments.errors import KeyReused
from batua.modules.payments.rules import words
from batua.modules.payments.store import key as key_store


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
    wanted = key_store.Claim(words.request_hash(verb, *parts), ids.new_id())
    first = await key_store.claim(tx, person, key, wanted)
    if first.request_hash != wanted.request_hash:
        raise KeyReused
    return Claimed(first.result, is_new=first is wanted)
