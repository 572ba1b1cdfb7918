"""Rows of holds."""

from datetime import datetime
from typing import Any
from uuid import UUID

from batua.kit.db import Tx, execute, fetch_one, fetch_value
from batua.kit.money import Currency, Money
from batua.modules.ledger.types import AccountId, Hold, HoldId, HoldOrder, HoldState


async def hold(tx: Tx, order: HoldOrder, at: datetime) -> bool:
    """Set money aside; False when the id was there before."""
    sql = """
        SELECT ledger.hold_v1(
            %(id)s, %(kind)s, %(ref)s, %(debit)s, %(credit)s,
            %(amount_minor)s::bigint, %(currency)s, %(expires_at)s, %(at)s
        )
    """
    params: dict[str, Any] = {
        "id": order.id,
        "kind": order.kind,
        "ref": order.ref,
        "debit": order.debit,
        "credit": order.credit,
        "amount_minor": order.amount.minor,
        "currency": str(order.amount.currency),
        "expires_at": order.expires_at,
        "at": at,
    }
    return bool(await fetch_value(tx, sql, params))


async def post(
    tx: Tx, hold_id: UUID, entry_id: UUID, amount_minor: int | None, at: datetime
) -> datetime | None:
    """Post a hold: when it was recorded, or None when this entry had posted it before."""
    sql = """
        SELECT ledger.post_hold_v1(%(hold_id)s, %(entry_id)s, %(amount_minor)s::bigint, %(at)s)
    """
    params = {"hold_id": hold_id, "entry_id": entry_id, "amount_minor": amount_minor, "at": at}
    recorded_at: datetime | None = await fetch_value(tx, sql, params)
    return recorded_at


async def void(tx: Tx, hold_id: UUID, at: datetime) -> None:
    """Give a hold back."""
    await execute(tx, "SELECT ledger.void_hold_v1(%(id)s, %(at)s)", {"id": hold_id, "at": at})


async def expire(tx: Tx, at: datetime, limit: int) -> int:
    """Give back holds whose time is over; how many."""
    sql = "SELECT ledger.expire_holds_v1(%(at)s, %(limit)s::integer)"
    return int(await fetch_value(tx, sql, {"at": at, "limit": limit}))


async def by_id(tx: Tx, hold_id: UUID) -> Hold | None:
    """A hold as it stands."""
    row = await fetch_one(
        tx,
        """
        SELECT
            h.id, h.kind, h.ref, giver.public_id, taker.public_id, h.amount_minor, giver.currency,
            h.posted_minor, h.state, h.held_at, h.expires_at, h.resolved_at
        FROM ledger.hold AS h
        INNER JOIN ledger.account AS giver ON giver.id = h.debit_id
        INNER JOIN ledger.account AS taker ON taker.id = h.credit_id
        WHERE h.id = %(id)s
        """,
        {"id": hold_id},
    )
    if row is None:
        return None
    return Hold(
        id=HoldId(row[0]),
        kind=row[1],
        ref=row[2],
        debit=AccountId(row[3]),
        credit=AccountId(row[4]),
        amount=Money(row[5], Currency(row[6])),
        posted_minor=row[7],
        state=HoldState(row[8]),
        held_at=row[9],
        expires_at=row[10],
        resolved_at=row[11],
    )
