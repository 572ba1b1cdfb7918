"""The key table: what each Idempotency-Key of a person was used for, for ever."""

from dataclasses import dataclass
from uuid import UUID

from batua.kit.db import Tx, execute, fetch_one


@dataclass(frozen=True, slots=True)
class Claim:
    """A key as it was used: `result` is the id of what the order made."""

    request_hash: bytes
    result: UUID


async def claim(tx: Tx, person: UUID, key: str, claim: Claim) -> Claim:
    """Take a key for an order, or the claim that took it before.

    A second transaction with the same key waits here until the first one ends: it then finds the
    first claim, or takes the key itself when the first was refused.
    """
    taken = await execute(
        tx,
        "INSERT INTO payments.key (person, key, request_hash, result)"
        " VALUES (%(person)s, %(key)s, %(hash)s, %(result)s)"
        " ON CONFLICT DO NOTHING",
        {
            "person": person,
            "key": key,
            "hash": claim.request_hash,
            "result": claim.result,
        },
    )
    if taken:
        return claim
    earlier = await find(tx, person, key)
    assert earlier is not None, "a key that conflicts exists"
    return earlier


async def find(tx: Tx, person: UUID, key: str) -> Claim | None:
    """What a key was used for, if it was."""
    return await fetch_one(
        tx,
        "SELECT request_hash, result FROM payments.key WHERE person = %(person)s AND key = %(key)s",
        {"person": person, "key": key},
        row=Claim,
    )
