"""Who has dealt with whom: read from payments and requests, kept nowhere else."""

from collections.abc import Collection, Sequence
from datetime import datetime
from uuid import UUID

from batua.kit.db import Tx, array_of, fetch_all, fetch_value
from batua.modules.identity.types import PersonId

NEWEST = 1000
"""So many of a person's newest payments are looked through for the people she deals with."""


async def dealt(tx: Tx, person: UUID, others: Sequence[UUID]) -> set[UUID]:
    """Those of the others with whom money has gone either way."""
    rows = await fetch_all(
        tx,
        "SELECT o.id FROM unnest(%(others)s::uuid[]) AS o (id) WHERE EXISTS ("
        " SELECT FROM payments.payment WHERE payer = %(person)s AND payee = o.id"
        " AND status = 'succeeded') OR EXISTS ("
        " SELECT FROM payments.payment WHERE payer = o.id AND payee = %(person)s"
        " AND status = 'succeeded')",
        {"person": person, "others": list(others)},
    )
    return {id for (id,) in rows}


async def last_paid(tx: Tx, payer: UUID, payees: Sequence[UUID]) -> dict[UUID, datetime]:
    """When the payer last sent money to each; those she never paid are absent."""
    # OFFSET 0: else the planner may look for the latest along the whole of the payer's history.
    rows = await fetch_all(
        tx,
        "SELECT o.id, max(paid.created_at) FROM unnest(%(payees)s::uuid[]) AS o (id)"
        " CROSS JOIN LATERAL (SELECT created_at FROM payments.payment"
        " WHERE payer = %(payer)s AND payee = o.id"
        " AND kind IN ('send', 'request') AND status = 'succeeded' OFFSET 0) AS paid"
        " GROUP BY o.id",
        {"payer": payer, "payees": list(payees)},
    )
    return dict(rows)


async def has_paid_into(tx: Tx, payer: UUID, pot: UUID) -> bool:
    """Whether the payer ever paid into a pot."""
    return bool(
        await fetch_value(
            tx,
            "SELECT EXISTS (SELECT FROM payments.payment WHERE payer = %(payer)s"
            " AND pot_id = %(pot)s AND kind = 'pot_in')",
            {"payer": payer, "pot": pot},
        )
    )


async def have_paid_into(
    tx: Tx, pairs: Collection[tuple[UUID, UUID]]
) -> set[tuple[PersonId, UUID]]:
    """Those of the pairs of a payer and a pot of which the payer ever paid into the pot."""
    rows = await fetch_all(
        tx,
        "SELECT a.payer, a.pot FROM unnest(%(payers)s::uuid[], %(pots)s::uuid[]) AS a (payer, pot)"
        " WHERE EXISTS (SELECT FROM payments.payment AS p WHERE p.payer = a.payer"
        " AND p.pot_id = a.pot AND p.kind = 'pot_in')",
        {
            "payers": array_of(payer for payer, _ in pairs),
            "pots": array_of(pot for _, pot in pairs),
        },
    )
    return {(PersonId(payer), pot) for payer, pot in rows}


async def recent_payees(tx: Tx, payer: UUID, limit: int) -> list[PersonId]:
    """The people last paid, the latest first."""
    rows = await fetch_all(
        tx,
        "SELECT payee FROM (SELECT payee, created_at FROM payments.payment"
        " WHERE payer = %(payer)s AND payee IS NOT NULL"
        " AND kind IN ('send', 'request') AND status = 'succeeded'"
        " ORDER BY created_at DESC, id DESC LIMIT %(newest)s) AS sent"
        " GROUP BY payee ORDER BY max(created_at) DESC LIMIT %(limit)s",
        {"payer": payer, "newest": NEWEST, "limit": limit},
    )
    return [PersonId(id) for (id,) in rows]


async def counterparties(tx: Tx, person: UUID, limit: int) -> list[PersonId]:
    """The people on the other side of her newest payments and requests, the latest first."""
    rows = await fetch_all(
        tx,
        "SELECT other FROM ("
        " (SELECT payee AS other, created_at FROM payments.payment"
        "  WHERE payer = %(person)s AND payee IS NOT NULL"
        "  ORDER BY created_at DESC, id DESC LIMIT %(newest)s)"
        " UNION ALL"
        " (SELECT payer, created_at FROM payments.payment"
        "  WHERE payee = %(person)s AND payer IS NOT NULL"
        "  ORDER BY created_at DESC, id DESC LIMIT %(newest)s)"
        " UNION ALL"
        " (SELECT payer, created_at FROM payments.request WHERE asker = %(person)s"
        "  ORDER BY created_at DESC, id DESC LIMIT %(newest)s)"
        " UNION ALL"
        " (SELECT asker, created_at FROM payments.request WHERE payer = %(person)s"
        "  ORDER BY created_at DESC, id DESC LIMIT %(newest)s)"
        ") AS dealings GROUP BY other ORDER BY max(created_at) DESC, other LIMIT %(limit)s",
        {"person": person, "newest": NEWEST, "limit": limit},
    )
    return [PersonId(id) for (id,) in rows]
