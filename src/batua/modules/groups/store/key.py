"""The key table: what each Idempotency-Key of a person was used for, for ever."""

from dataclasses import dataclass
from uuid import UUID

from batua.kit.db import Tx, fetch_one
from batua.modules.groups.store.rows import add as add_row


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
    values = {
        "person": person,
        "key": key,
        "request_hash": claim.request_hash,
        "result": claim.result,
    }
    if await add_row(tx, "groups.key", values, "ON CONFLICT DO NOTHING"):
        return claim
    earlier = await fetch_one(
        tx,
        "SELECT request_hash, result FROM groups.key WHERE person = %(person)s AND key = %(key)s",
        {"person": person, "key": key},
        row=Claim,
    )
    assert earlier is not None, "a key that conflicts exists"
    return earlier
