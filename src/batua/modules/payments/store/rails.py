"""The destination table: bank accounts that a person withdrew to, sealed."""

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from batua.kit.db import Tx, fetch_all, fetch_one, fetch_value
from batua.kit.secrets import KeyRing
from batua.modules.payments.store import turning
from batua.modules.payments.types.rails import SavedDestination

MAX_SHOWN = 20
DESTINATION = "payments.destination"
"""What sealed details are for; the same purpose opens them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewDestination:
    """A destination to keep."""

    id: UUID
    person: UUID
    blind_index: bytes
    sealed: bytes = field(repr=False)
    masked: str
    at: datetime


async def keep(tx: Tx, new: NewDestination) -> UUID:
    """Keep a destination, or note that the known one is used again; its id."""
    kept: UUID = await fetch_value(
        tx,
        "INSERT INTO payments.destination"
        " (id, person, kind, blind_index, sealed, masked, created_at, used_at)"
        " VALUES (%(id)s, %(person)s, 'bank', %(index)s, %(sealed)s, %(masked)s, %(at)s, %(at)s)"
        " ON CONFLICT ON CONSTRAINT destination_once"
        " DO UPDATE SET used_at = excluded.used_at, sealed = excluded.sealed RETURNING id",
        {
            "id": new.id,
            "person": new.person,
            "index": new.blind_index,
            "sealed": new.sealed,
            "masked": new.masked,
            "at": new.at,
        },
    )
    return kept


async def sealed(tx: Tx, person: UUID, id: UUID) -> bytes | None:
    """The sealed details of a person's own destination."""
    found: bytes | None = await fetch_value(
        tx,
        "SELECT sealed FROM payments.destination WHERE id = %(id)s AND person = %(person)s",
        {"id": id, "person": person},
    )
    return found


async def find(tx: Tx, id: UUID, person: UUID | None = None) -> SavedDestination | None:
    """A destination as it may be shown; only of a person, when one is named."""
    return await fetch_one(
        tx,
        "SELECT id, kind, masked, used_at FROM payments.destination WHERE id = %(id)s"
        " AND (%(person)s::uuid IS NULL OR person = %(person)s)",
        {"id": id, "person": person},
        row=SavedDestination,
    )


async def list_of(tx: Tx, person: UUID) -> list[SavedDestination]:
    """A person's destinations, the latest used first."""
    return await fetch_all(
        tx,
        "SELECT id, kind, masked, used_at FROM payments.destination WHERE person = %(person)s"
        " ORDER BY used_at DESC, id LIMIT %(limit)s",
        {"person": person, "limit": MAX_SHOWN},
        row=SavedDestination,
    )


async def reseal(tx: Tx, keys: KeyRing, after: UUID, limit: int) -> tuple[UUID, int] | None:
    """Seal the next accounts under the current key: the last id seen, and how many; or None."""
    return await turning.reseal(tx, keys, ("payments.destination", DESTINATION), after, limit)
