"""The checkout table: what transactions were ordered with whose money comes from outside."""

import dataclasses
from uuid import UUID

from batua.kit.db import Tx, execute
from batua.modules.groups.store.rows import add as add_row
from batua.modules.groups.store.rows import columns, one
from batua.modules.groups.types import Checkout

COLUMNS = columns(Checkout)


async def add(tx: Tx, checkout: Checkout) -> None:
    """Write what a new transaction was ordered with."""
    await add_row(tx, "groups.checkout", dataclasses.asdict(checkout))


async def of_top_up(tx: Tx, top_up: UUID) -> Checkout | None:
    """The checkout whose money comes by a top-up."""
    return await _one(tx, "top_up_id = %(id)s", top_up)


async def of_transaction(tx: Tx, transaction: UUID) -> Checkout | None:
    """The checkout of a transaction; None for one that was paid from a wallet."""
    return await _one(tx, "transaction_id = %(id)s", transaction)


async def keep(tx: Tx, transaction: UUID, minor: int) -> None:
    """Write down how much of the money stayed in her wallet."""
    await execute(
        tx,
        "UPDATE groups.checkout SET kept_minor = %(minor)s WHERE transaction_id = %(id)s",
        {"id": transaction, "minor": minor},
    )


async def _one(tx: Tx, where: str, id: UUID) -> Checkout | None:
    sql = f"SELECT {COLUMNS} FROM groups.checkout WHERE {where}"  # noqa: S608 - our own names
    return await one(tx, Checkout, sql, {"id": id})
