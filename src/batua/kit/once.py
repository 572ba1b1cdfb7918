"""One order a key: the same key gives the same answer for ever, another order is refused.

A module that takes orders with an Idempotency-Key has a table of its own for them, with the columns
`person`, `key`, `request_hash` and `result`, unique by person and key; rows are never deleted.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import msgspec

from batua.kit import ids
from batua.kit.db import Tx, array_of, execute, fetch_all, fetch_one, text_array_of
from batua.kit.refusal import Refusal


@dataclass(frozen=True, slots=True)
class Claim:
    """A key as it was used: what the order said, and the id of what it made."""

    request_hash: bytes
    result: UUID


@dataclass(frozen=True, slots=True)
class Order:
    """An order with a key, hashed, with the id that what it makes is to have."""

    person: UUID
    key: str
    request_hash: bytes
    result: UUID


@dataclass(frozen=True, slots=True)
class Claimed:
    """The id that a key stands for, and whether this transaction is to make it."""

    id: UUID
    is_new: bool


def request_hash(verb: str, *parts: Any) -> bytes:
    """What an order says, in 16 bytes: equal for equal orders only."""
    return hashlib.sha256(msgspec.json.encode([verb, *parts], enc_hook=str)).digest()[:16]


@dataclass(frozen=True, slots=True)
class Keys:
    """The keys of one module.

    table   its table, with its schema
    reused  the module's refusal of a key that stands for another order
    """

    table: str
    reused: type[Refusal]

    async def claim(self, tx: Tx, person: UUID, key: str, verb: str, *parts: Any) -> Claimed:
        """Take a key for an order of some parts.

        repeat   the id of the first order, `is_new` false; an order that was refused left no key
        refuses  `reused` when the key stands for another verb or other parts
        """
        return await self.claim_for(tx, person, key, request_hash(verb, *parts), ids.new_id())

    async def claim_for(
        self, tx: Tx, person: UUID, key: str, hashed: bytes, result: UUID
    ) -> Claimed:
        """The same for an order that was hashed before, with the id that it is to have.

        A second transaction with the same key waits here until the first one ends: it then finds
        the first claim, or takes the key itself when the first was refused.
        """
        sql = (
            f"INSERT INTO {self.table} (person, key, request_hash, result)"  # noqa: S608 - our name
            " VALUES (%(person)s, %(key)s, %(hash)s, %(result)s) ON CONFLICT DO NOTHING"
        )
        values = {"person": person, "key": key, "hash": hashed, "result": result}
        if await execute(tx, sql, values):
            return Claimed(result, is_new=True)
        first = await self.find(tx, person, key)
        assert first is not None, "a key that conflicts exists"
        if first.request_hash != hashed:
            raise self.reused
        return Claimed(first.result, is_new=False)

    async def claim_all(self, tx: Tx, orders: Sequence[Order]) -> list[bool]:
        """Take keys for many orders, in the order of people and keys; which of them are new.

        One that is not new was used before, by whatever order: `claim` tells.
        """
        sql = (
            f"INSERT INTO {self.table} (person, key, request_hash, result)"  # noqa: S608 - our name
            " SELECT i.* FROM unnest(%(people)s::uuid[], %(keys)s::text[], %(hashes)s::bytea[],"
            " %(results)s::uuid[]) AS i (person, key, hash, result) ORDER BY i.person, i.key"
            " ON CONFLICT DO NOTHING RETURNING result"
        )
        values = {
            "people": array_of(order.person for order in orders),
            "keys": text_array_of(order.key for order in orders),
            "hashes": text_array_of("\\x" + order.request_hash.hex() for order in orders),
            "results": array_of(order.result for order in orders),
        }
        new = {result for (result,) in await fetch_all(tx, sql, values)}
        return [order.result in new for order in orders]

    async def find(self, tx: Tx, person: UUID, key: str) -> Claim | None:
        """What a key was used for, if it was."""
        sql = (
            f"SELECT request_hash, result FROM {self.table}"  # noqa: S608 - our name
            " WHERE person = %(person)s AND key = %(key)s"
        )
        return await fetch_one(tx, sql, {"person": person, "key": key}, row=Claim)
