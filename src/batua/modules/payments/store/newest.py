"""What is newest of a person's payments: by it a copy of the database is seen to be behind."""

from typing import Final

from batua.kit.db import Tx, fetch_all
from batua.modules.identity.types import PersonId

NEWEST: Final = 10
"""So many a side: concurrent payments may be committed in another order than they are dated."""


async def newest(tx: Tx, person: PersonId) -> frozenset[tuple[object, ...]]:
    """The newest payments of each side of a person's, as they stand."""
    rows = await fetch_all(
        tx,
        "(SELECT id, status FROM payments.payment WHERE payer = %(me)s"
        " ORDER BY created_at DESC, id DESC LIMIT %(newest)s)"
        " UNION ALL (SELECT id, status FROM payments.payment WHERE payee = %(me)s"
        " ORDER BY created_at DESC, id DESC LIMIT %(newest)s)",
        {"me": person, "newest": NEWEST},
    )
    return frozenset(rows)
