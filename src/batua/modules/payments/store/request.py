"""The request table: who wishes for how much from whom, and what became of it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from batua.kit.db import Tx, execute, fetch_all, fetch_one, fetch_value
from batua.kit.money import Currency, Money
from batua.modules.identity.types import PersonId
from batua.modules.payments.types import (
    Direction,
    PaymentId,
    Request,
    RequestFilter,
    RequestId,
    RequestStatus,
)

SELECT = (
    "SELECT r.id, r.asker, r.payer, r.currency, r.amount_minor, r.note, r.status, r.created_at,"
    " r.expires_at, r.closed_at, r.reminded_at, p.id AS payment_id"
    " FROM payments.request r LEFT JOIN payments.payment p ON p.request_id = r.id"
)


@dataclass(frozen=True, slots=True)
class Row:
    """A row as it lies in the table, with the payment that answered it."""

    id: UUID
    asker: UUID
    payer: UUID
    currency: str
    amount_minor: int
    note: str
    status: str
    created_at: datetime
    expires_at: datetime
    closed_at: datetime | None
    reminded_at: datetime | None
    payment_id: UUID | None

    def to_request(self) -> Request:
        return Request(
            id=RequestId(self.id),
            asker=PersonId(self.asker),
            payer=PersonId(self.payer),
            amount=Money(self.amount_minor, Currency(self.currency)),
            note=self.note,
            status=RequestStatus(self.status),
            created_at=self.created_at,
            expires_at=self.expires_at,
            closed_at=self.closed_at,
            reminded_at=self.reminded_at,
            payment=None if self.payment_id is None else PaymentId(self.payment_id),
        )


async def add(tx: Tx, request: Request) -> None:
    """Write a new request."""
    await execute(
        tx,
        "INSERT INTO payments.request"
        " (id, asker, payer, currency, amount_minor, note, status, created_at, expires_at)"
        " VALUES (%(id)s, %(asker)s, %(payer)s, %(currency)s, %(amount_minor)s, %(note)s,"
        " %(status)s, %(created_at)s, %(expires_at)s)",
        {
            "id": request.id,
            "asker": request.asker,
            "payer": request.payer,
            "currency": str(request.amount.currency),
            "amount_minor": request.amount.minor,
            "note": request.note,
            "status": request.status.value,
            "created_at": request.created_at,
            "expires_at": request.expires_at,
        },
    )


async def find(tx: Tx, id: UUID) -> Request | None:
    """The request, whoever asks: callers check the side."""
    row = await fetch_one(tx, f"{SELECT} WHERE r.id = %(id)s", {"id": id}, row=Row)
    return None if row is None else row.to_request()


async def lock(tx: Tx, id: UUID) -> Request | None:
    """The request, held until the transaction ends: one answer at a time."""
    row = await fetch_one(
        tx, f"{SELECT} WHERE r.id = %(id)s FOR NO KEY UPDATE OF r", {"id": id}, row=Row
    )
    return None if row is None else row.to_request()


async def close(tx: Tx, id: UUID, status: RequestStatus, at: datetime) -> None:
    """End an open, locked request; never before it began, whatever the clock says."""
    closed = await execute(
        tx,
        "UPDATE payments.request SET status = %(status)s,"
        " closed_at = greatest(%(at)s, created_at)"
        " WHERE id = %(id)s AND status = 'open'",
        {"id": id, "status": status.value, "at": at},
    )
    assert closed == 1, "the request was locked and open"


async def remind(tx: Tx, id: UUID, at: datetime) -> None:
    """Note when a locked request was last reminded of."""
    await execute(
        tx,
        "UPDATE payments.request SET reminded_at = %(at)s WHERE id = %(id)s",
        {"id": id, "at": at},
    )


async def count_open(tx: Tx, asker: UUID, payer: UUID, now: datetime) -> int:
    """How many wishes of one person wait for another."""
    return int(
        await fetch_value(
            tx,
            "SELECT count(*) FROM payments.request WHERE asker = %(asker)s AND payer = %(payer)s"
            " AND status = 'open' AND expires_at > %(now)s",
            {"asker": asker, "payer": payer, "now": now},
        )
    )


async def lock_due(tx: Tx, now: datetime, limit: int) -> list[Request]:
    """Open requests past their end, held; those that somebody answers just now are left alone."""
    rows = await fetch_all(
        tx,
        f"{SELECT} WHERE r.status = 'open' AND r.expires_at <= %(now)s"
        " ORDER BY r.expires_at LIMIT %(limit)s FOR NO KEY UPDATE OF r SKIP LOCKED",
        {"now": now, "limit": limit},
        row=Row,
    )
    return [row.to_request() for row in rows]


Position = tuple[datetime, UUID]


async def list_of(
    tx: Tx, person: UUID, wanted: RequestFilter, after: Position | None, limit: int, now: datetime
) -> list[Request]:
    """A person's requests, newest first, from after a position on."""
    sides = {
        Direction.OUT: "r.asker = %(person)s",
        Direction.IN: "r.payer = %(person)s",
        None: "(r.asker = %(person)s OR r.payer = %(person)s)",
    }
    where = [sides[wanted.direction]]
    params: dict[str, Any] = {"person": person, "limit": limit, "now": now}
    if wanted.statuses:
        where.append(
            "CASE WHEN r.status = 'open' AND r.expires_at <= %(now)s THEN 'expired'"
            " ELSE r.status END = ANY(%(statuses)s)"
        )
        params["statuses"] = [status.value for status in wanted.statuses]
    if after is not None:
        where.append("(r.created_at, r.id) < (%(after_at)s, %(after_id)s)")
        params["after_at"], params["after_id"] = after
    rows = await fetch_all(
        tx,
        f"{SELECT} WHERE {' AND '.join(where)}"
        " ORDER BY r.created_at DESC, r.id DESC LIMIT %(limit)s",
        params,
        row=Row,
    )
    return [row.to_request() for row in rows]
