"""What lies sealed in a column `sealed`, and turns with the keys."""

from uuid import UUID

from batua.kit.db import Tx, execute, fetch_all
from batua.kit.secrets import KeyRing


async def reseal(
    tx: Tx, keys: KeyRing, kept: tuple[str, str], after: UUID, limit: int
) -> tuple[UUID, int] | None:
    """Seal the next rows of a table under the current key: the last id seen, and how many; or None.

    kept  the table with its schema, a name of ours, and the purpose that it is sealed for
    """
    table, purpose = kept
    rows = await fetch_all(
        tx,
        f"SELECT id, sealed FROM {table} WHERE id > %(after)s"  # noqa: S608 - our own names
        " ORDER BY id LIMIT %(limit)s FOR NO KEY UPDATE",
        {"after": after, "limit": limit},
    )
    old = [(id, blob) for id, blob in rows if keys.needs_rotation(blob)]
    for id, blob in old:
        await execute(
            tx,
            f"UPDATE {table} SET sealed = %(blob)s WHERE id = %(id)s",  # noqa: S608 - our own names
            {"id": id, "blob": keys.rotated(blob, purpose=purpose)},
        )
    return (rows[-1][0], len(old)) if rows else None
