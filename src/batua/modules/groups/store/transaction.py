"""The transaction table: the statement of a pot."""

from datetime import datetime
from typing import Any
from uuid import UUID

from batua.kit.db import Tx, execute
from batua.modules.groups.store.rows import add as add_row
from batua.modules.groups.store.rows import columns, many, one
from batua.modules.groups.types import GroupId, MemberId, Transaction, TransactionStatus

COLUMNS = columns(Transaction)
Position = tuple[datetime, UUID]


def _values(found: Transaction) -> dict[str, Any]:
    values = {name: getattr(found, name) for name in COLUMNS.split(", ")}
    return {**values, "kind": found.kind.value, "status": found.status.value}


async def add(tx: Tx, transaction: Transaction) -> None:
    """Write a new transaction."""
    await add_row(tx, "groups.transaction", _values(transaction))


async def move(tx: Tx, transaction: Transaction, was: TransactionStatus) -> bool:
    """Write where a transaction has come to; False when it is no longer where it was."""
    moved = await execute(
        tx,
        "UPDATE groups.transaction SET status = %(status)s, entry_id = %(entry_id)s,"
        " failure = %(failure)s, balance_minor = %(balance_minor)s, settled_at = %(settled_at)s"
        " WHERE id = %(id)s AND status = %(was)s",
        {**_values(transaction), "was": was.value},
    )
    return moved == 1


async def find(tx: Tx, group: UUID, id: UUID) -> Transaction | None:
    """A transaction of a group."""
    return await one(
        tx,
        Transaction,
        f"SELECT {COLUMNS} FROM groups.transaction WHERE id = %(id)s AND group_id = %(group)s",  # noqa: S608
        {"id": id, "group": group},
    )


async def page(
    tx: Tx, group: GroupId, member: MemberId | None, after: Position | None, limit: int
) -> list[Transaction]:
    """The statement of a pot, or one member's part of it, the newest first."""
    at, id = after or (None, None)
    return await many(
        tx,
        Transaction,
        f"SELECT {COLUMNS} FROM groups.transaction WHERE group_id = %(group)s"  # noqa: S608
        + (" AND member_id = %(member)s" if member else "")
        + (" AND (created_at, id) < (%(at)s, %(id)s)" if after else "")
        + " ORDER BY created_at DESC, id DESC LIMIT %(limit)s",
        {"group": group, "member": member, "at": at, "id": id, "limit": limit},
    )
