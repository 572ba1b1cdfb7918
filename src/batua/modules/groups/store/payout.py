"""The payout table: bank accounts to which the payees of proposals want their money."""

import dataclasses
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from batua.kit.db import Tx, execute
from batua.modules.groups.store.rows import add as add_row
from batua.modules.groups.store.rows import columns, many, one
from batua.modules.groups.types import Payout

COLUMNS = columns(Payout)


def _values(payout: Payout) -> dict[str, Any]:
    return {**dataclasses.asdict(payout), "status": payout.status.value}


async def choose(tx: Tx, payout: Payout) -> None:
    """Write where a payout shall go, over what was chosen before; its proposal is held."""
    await add_row(
        tx,
        "groups.payout",
        _values(payout),
        "ON CONFLICT (proposal_id) DO UPDATE SET person = excluded.person,"
        " destination_id = excluded.destination_id, masked = excluded.masked",
    )


async def drop(tx: Tx, proposal: UUID) -> bool:
    """Forget what was chosen; whether something was."""
    sql = "DELETE FROM groups.payout WHERE proposal_id = %(id)s AND status = 'chosen'"
    return await execute(tx, sql, {"id": proposal}) == 1


async def keep(tx: Tx, payout: Payout) -> None:
    """Write how far a payout has come; it, or its proposal, is held."""
    await execute(
        tx,
        "UPDATE groups.payout SET status = %(status)s, reason = %(reason)s,"
        " withdrawal_id = %(withdrawal_id)s WHERE proposal_id = %(proposal_id)s",
        _values(payout),
    )


async def find(tx: Tx, proposal: UUID) -> Payout | None:
    """What was chosen for a proposal."""
    return await _one(tx, "proposal_id = %(id)s", proposal)


async def lock_of_withdrawal(tx: Tx, withdrawal: UUID) -> Payout | None:
    """The payout that went on by a withdrawal, held until the transaction ends."""
    return await _one(tx, "withdrawal_id = %(id)s FOR NO KEY UPDATE", withdrawal)


async def find_many(tx: Tx, proposals: Sequence[UUID]) -> dict[UUID, Payout]:
    """What was chosen for each of some proposals."""
    found = await many(
        tx,
        Payout,
        f"SELECT {COLUMNS} FROM groups.payout WHERE proposal_id = ANY(%(ids)s)",  # noqa: S608
        {"ids": list(proposals)},
    )
    return {payout.proposal_id: payout for payout in found}


async def _one(tx: Tx, where: str, id: UUID) -> Payout | None:
    sql = f"SELECT {COLUMNS} FROM groups.payout WHERE {where}"  # noqa: S608 - our own names
    return await one(tx, Payout, sql, {"id": id})
