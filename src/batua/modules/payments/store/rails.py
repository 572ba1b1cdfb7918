"""The destination table: bank accounts that a person withdrew to, sealed."""

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from batua.kit.db import Tx, fetch_all, fetch_one, fetch_value
from batua.kit.money import Currency, Money
from batua.modules.payments.types import Span, Used
from batua.modules.payments.types.rails import SavedDestination

MAX_SHOWN = 20


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


async def find(tx: Tx, id: UUID) -> SavedDestination | None:
    """A destination as it may be shown."""
    return await fetch_one(
        tx,
        "SELECT id, kind, masked, used_at FROM payments.destination WHERE id = %(id)s",
        {"id": id},
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


async def withdrawn(tx: Tx, person: UUID, currency: Currency, span: Span) -> Used:
    """What a person withdrew, or is withdrawing, in the day and the month of a span."""
    row = await fetch_one(
        tx,
        "SELECT coalesce(sum(amount_minor) FILTER (WHERE created_at >= %(day)s), 0)::bigint,"
        " coalesce(sum(amount_minor), 0)::bigint FROM payments.payment"
        " WHERE payer = %(person)s AND currency = %(currency)s AND created_at >= %(month)s"
        " AND kind = 'withdrawal' AND status <> 'failed'",
        {"person": person, "currency": str(currency), "day": span.day, "month": span.month},
    )
    assert row is not None, "a sum always has a row"
    return Used(day=Money(row[0], currency), month=Money(row[1], currency))
