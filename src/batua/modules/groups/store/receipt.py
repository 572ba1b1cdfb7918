"""The receipt table: which files prove a transaction."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final
from uuid import UUID

from batua.kit.db import Tx, array_of, execute, fetch_all
from batua.modules.groups.store.rows import add as add_row
from batua.modules.groups.store.rows import many, one
from batua.modules.groups.types import GroupId, Receipt, ReceiptId, TransactionId

COLUMNS: Final = (
    "id, group_id, transaction_id, file_key, media_type, bytes, sha256, added_by, added_at,"
    " removed_at"
)


async def add(tx: Tx, receipt: Receipt) -> None:
    """Write a new receipt."""
    await add_row(
        tx,
        "groups.receipt",
        {
            "id": receipt.id,
            "group_id": receipt.group_id,
            "transaction_id": receipt.transaction_id,
            "file_key": receipt.file_key,
            "media_type": receipt.media_type,
            "bytes": receipt.size,
            "sha256": receipt.sha256,
            "added_by": receipt.added_by,
            "added_at": receipt.added_at,
        },
    )


async def find(tx: Tx, id: UUID) -> Receipt | None:
    """A receipt that was not removed."""
    return await one(
        tx,
        Receipt,
        f"SELECT {COLUMNS} FROM groups.receipt WHERE id = %(id)s AND removed_at IS NULL",  # noqa: S608
        {"id": id},
    )


async def of_transaction(
    tx: Tx, group: GroupId, transaction: TransactionId, *, lock: bool = False
) -> list[Receipt]:
    """The receipts of a transaction, the oldest first.

    lock  hold the transaction, so that nobody adds another meanwhile
    """
    held = {"group": group, "transaction": transaction}
    if lock:
        await execute(
            tx,
            "SELECT 1 FROM groups.transaction WHERE id = %(transaction)s AND group_id = %(group)s"
            " FOR NO KEY UPDATE",
            held,
        )
    return await many(
        tx,
        Receipt,
        f"SELECT {COLUMNS} FROM groups.receipt"  # noqa: S608
        " WHERE transaction_id = %(transaction)s AND group_id = %(group)s AND removed_at IS NULL"
        " ORDER BY added_at, id",
        held,
    )


async def counts(tx: Tx, transactions: Sequence[TransactionId]) -> dict[UUID, int]:
    """How many receipts each of some transactions has; those without are left out."""
    rows = await fetch_all(
        tx,
        "SELECT transaction_id, count(*) FROM groups.receipt"
        " WHERE transaction_id = ANY(%(ids)s::uuid[]) AND removed_at IS NULL"
        " GROUP BY transaction_id",
        {"ids": array_of(transactions)},
    )
    return dict(rows)


async def remove(tx: Tx, id: ReceiptId, at: datetime) -> bool:
    """Mark a receipt as taken away; False when it was already."""
    removed = await execute(
        tx,
        "UPDATE groups.receipt SET removed_at = %(at)s WHERE id = %(id)s AND removed_at IS NULL",
        {"id": id, "at": at},
    )
    return removed == 1
