"""The look-up guard: when a person's look-ups found nobody."""

from datetime import datetime
from uuid import UUID

from batua.kit.db import Tx, execute, fetch_value


async def lock_misses(tx: Tx, person: UUID) -> list[datetime]:
    """A person's recent misses, held until the transaction ends.

    Many look-ups at once would otherwise each see the count from before all the others.
    """
    misses: list[datetime] = await fetch_value(
        tx,
        "INSERT INTO payments.look_up_guard AS g (person) VALUES (%(person)s)"
        " ON CONFLICT (person) DO UPDATE SET misses = g.misses RETURNING misses",
        {"person": person},
    )
    return misses


async def write_misses(tx: Tx, person: UUID, misses: list[datetime]) -> None:
    """Keep the misses that still count."""
    await execute(
        tx,
        "UPDATE payments.look_up_guard SET misses = %(misses)s WHERE person = %(person)s",
        {"person": person, "misses": misses},
    )
