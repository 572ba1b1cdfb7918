"""The transaction table: the statement of a pot."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from batua.kit.db import Tx, add_all, execute, fetch_value
from batua.modules.groups.store.rows import add as add_row
from batua.modules.groups.store.rows import columns, one
from batua.modules.groups.types import GroupId, Transaction, TransactionStatus

COLUMNS = columns(Transaction)
# What is set against savings moves no money.
_MOVED = "group_id = %(group)s AND status = 'succeeded' AND kind <> 'offset'"


def _values(found: Transaction) -> dict[str, Any]:
    values = {name: getattr(found, name) for name in COLUMNS.split(", ")}
    return {**values, "kind": found.kind.value, "status": found.status.value}


async def add(tx: Tx, transaction: Transaction) -> None:
    """Write a new transaction."""
    await add_row(tx, "groups.transaction", _values(transaction))


async def add_many(tx: Tx, transactions: Sequence[Transaction]) -> None:
    """Write new transactions at once."""
    await add_all(tx, "groups.transaction", [_values(each) for each in transactions])


async def move(tx: Tx, transaction: Transaction, was: TransactionStatus) -> bool:
    """Write where a transaction has come to; False when it is no longer where it was."""
    moved = await execute(
        tx,
        "UPDATE groups.transaction SET status = %(status)s, entry_id = %(entry_id)s,"
        " amount_minor = %(amount_minor)s,"
        " failure = %(failure)s, balance_minor = %(balance_minor)s, settled_at = %(settled_at)s"
        " WHERE id = %(id)s AND status = %(was)s",
        {**_values(transaction), "was": was.value},
    )
    return moved == 1


async def set_attempt(tx: Tx, transaction: Transaction) -> None:
    """Write which attempt a transaction waits for now."""
    await execute(
        tx,
        "UPDATE groups.transaction SET attempt_id = %(attempt)s WHERE id = %(id)s",
        {"id": transaction.id, "attempt": transaction.attempt_id},
    )


async def find(tx: Tx, group: UUID, id: UUID) -> Transaction | None:
    """A transaction of a group."""
    return await one(
        tx,
        Transaction,
        f"SELECT {COLUMNS} FROM groups.transaction WHERE id = %(id)s AND group_id = %(group)s",  # noqa: S608
        {"id": id, "group": group},
    )


async def lock(tx: Tx, id: UUID) -> Transaction | None:
    """A transaction of any group, held until the database transaction ends."""
    return await one(
        tx,
        Transaction,
        f"SELECT {COLUMNS} FROM groups.transaction WHERE id = %(id)s FOR NO KEY UPDATE",  # noqa: S608
        {"id": id},
    )


async def moved_before(tx: Tx, group: GroupId, at: datetime) -> int:
    """What was in the pot at a moment: all that had gone in, less what had gone out."""
    found = await fetch_value(
        tx,
        "SELECT coalesce(sum(amount_minor), 0)::bigint FROM groups.transaction"  # noqa: S608
        f" WHERE {_MOVED} AND settled_at < %(at)s",
        {"group": group, "at": at},
    )
    return int(found)
