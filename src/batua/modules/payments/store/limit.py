"""The limit rules in force, and what a person has spent of them within a span of time."""

from datetime import datetime
from uuid import UUID

from batua.kit.db import Tx, fetch_all, fetch_one
from batua.kit.money import Currency, Money
from batua.modules.payments.types import LimitKind, Span, Used


async def in_force(
    tx: Tx, tier: str, currency: Currency, at: datetime
) -> list[tuple[LimitKind, int, bool]]:
    """For each kind: its amount, and whether the rule is one of this very currency."""
    rows = await fetch_all(
        tx,
        "SELECT DISTINCT ON (kind) kind, amount_minor, currency IS NOT NULL"
        " FROM payments.limit_rule"
        " WHERE tier = %(tier)s AND (currency = %(currency)s OR currency IS NULL)"
        " AND valid_from <= %(at)s AND (valid_until IS NULL OR valid_until > %(at)s)"
        " ORDER BY kind, currency IS NULL, valid_from DESC",
        {"tier": tier, "currency": str(currency), "at": at},
    )
    return [(LimitKind(kind), minor, is_own) for kind, minor, is_own in rows]


async def used(tx: Tx, person: UUID, currency: Currency, span: Span) -> Used:
    """What left a person's wallet in the day and the month of a span.

    A withdrawal counts from the moment it is ordered, and no more once it has come back. What a
    checkout brought for a pot, and what goes from a pot to a bank, only passes through: it does not
    count.
    """
    row = await fetch_one(
        tx,
        "SELECT coalesce(sum(amount_minor) FILTER (WHERE created_at >= %(day)s), 0)::bigint,"
        " coalesce(sum(amount_minor), 0)::bigint"
        " FROM payments.payment"
        " WHERE payer = %(person)s AND currency = %(currency)s AND created_at >= %(month)s"
        " AND kind IN ('send', 'request', 'withdrawal', 'pot_in')"
        " AND (attempt_id IS NULL OR kind <> 'pot_in')"
        " AND (pot_id IS NULL OR kind <> 'withdrawal')"
        " AND status IN ('succeeded', 'pending', 'unknown')",
        {"person": person, "currency": str(currency), "day": span.day, "month": span.month},
    )
    assert row is not None, "a sum always has a row"
    return Used(day=Money(row[0], currency), month=Money(row[1], currency))
