"""Rows of entries and their legs."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from batua.kit.db import Tx, array_of, fetch_all, fetch_one, fetch_value, text_array_of
from batua.kit.money import Currency, Money
from batua.modules.ledger.types import (
    AccountId,
    Entry,
    EntryId,
    HoldId,
    Leg,
    Posted,
    PostOrder,
)


async def post(tx: Tx, order: PostOrder, at: datetime) -> datetime | None:
    """Write an entry: when it was recorded, or None when its id was there before."""
    sql = """
        SELECT ledger.post_v1(
            %(id)s, %(kind)s, %(ref)s, %(debits)s, %(credits)s,
            %(amounts_minor)s::bigint[], %(currencies)s, %(at)s, %(effective_at)s
        )
    """
    params: dict[str, Any] = {
        "id": order.id,
        "kind": order.kind,
        "ref": order.ref,
        "debits": [leg.debit for leg in order.legs],
        "credits": [leg.credit for leg in order.legs],
        "amounts_minor": [leg.amount.minor for leg in order.legs],
        "currencies": [str(leg.amount.currency) for leg in order.legs],
        "at": at,
        "effective_at": order.effective_at,
    }
    recorded_at: datetime | None = await fetch_value(tx, sql, params)
    return recorded_at


async def post_many(tx: Tx, orders: Sequence[PostOrder], at: datetime) -> list[Posted | None]:
    """Write those of the entries of one leg that can be written now."""
    sql = """
        SELECT p.n, p.recorded_at, p.debit_balance_minor, p.credit_balance_minor
        FROM ledger.post_batch_v1(
            %(ids)s::uuid[], %(kinds)s::text[], %(refs)s::text[], %(debits)s::uuid[],
            %(credits)s::uuid[], %(amounts_minor)s::bigint[], %(currencies)s::text[], %(at)s
        ) AS p
    """
    legs = [order.legs[0] for order in orders]
    params: dict[str, Any] = {
        "ids": array_of(order.id for order in orders),
        "kinds": array_of(order.kind for order in orders),
        "refs": text_array_of(order.ref for order in orders),
        "debits": array_of(leg.debit for leg in legs),
        "credits": array_of(leg.credit for leg in legs),
        "amounts_minor": array_of(leg.amount.minor for leg in legs),
        "currencies": array_of(leg.amount.currency for leg in legs),
        "at": at,
    }
    posted: list[Posted | None] = [None] * len(orders)
    for n, recorded_at, debit_minor, credit_minor in await fetch_all(tx, sql, params):
        posted[n - 1] = Posted(recorded_at, debit_minor, credit_minor)
    return posted


async def reverse(tx: Tx, entry_id: UUID, new_id: UUID, ref: str, at: datetime) -> datetime | None:
    """Write the reversal of an entry: when it was recorded, or None when its id was there."""
    sql = "SELECT ledger.reverse_v1(%(entry_id)s, %(new_id)s, %(ref)s, %(at)s)"
    params = {"entry_id": entry_id, "new_id": new_id, "ref": ref, "at": at}
    recorded_at: datetime | None = await fetch_value(tx, sql, params)
    return recorded_at


async def by_id(tx: Tx, entry_id: UUID) -> Entry | None:
    """An entry with its legs in order."""
    head = await fetch_one(
        tx,
        """
        SELECT
            e.id, e.kind, e.ref, e.recorded_at, coalesce(e.effective_at, e.recorded_at),
            e.reverses, e.hold_id, e.seq
        FROM ledger.entry AS e
        WHERE e.id = %(id)s
        """,
        {"id": entry_id},
    )
    if head is None:
        return None
    return Entry(
        id=EntryId(head[0]),
        kind=head[1],
        ref=head[2],
        legs=await _legs(tx, head[7], head[3]),
        recorded_at=head[3],
        effective_at=head[4],
        reverses=None if head[5] is None else EntryId(head[5]),
        hold=None if head[6] is None else HoldId(head[6]),
    )


async def _legs(tx: Tx, entry_seq: int, recorded_at: datetime) -> tuple[Leg, ...]:
    rows = await fetch_all(
        tx,
        """
        SELECT t.debit, t.credit, t.amount_minor, t.currency
        FROM ledger.transfer AS t
        WHERE t.entry_seq = %(entry_seq)s AND t.recorded_at = %(recorded_at)s
        ORDER BY t.n
        """,
        {"entry_seq": entry_seq, "recorded_at": recorded_at},
    )
    return tuple(
        Leg(AccountId(debit), AccountId(credit), Money(minor, Currency(currency)))
        for debit, credit, minor, currency in rows
    )
