"""What time does to proposals: votes end, and what was not done in time lapses."""

from uuid import UUID

from batua.kit import clock
from batua.kit.db import Tx
from batua.modules.groups.rules import voting
from batua.modules.groups.service import deciding, paying
from batua.modules.groups.store import group as group_store
from batua.modules.groups.store import proposal as proposal_store
from batua.modules.groups.types import GroupId, ProposalStatus


async def out_of_time(tx: Tx, limit: int) -> list[tuple[GroupId, UUID]]:
    """Proposals whose time is over, the oldest first."""
    return await proposal_store.out_of_time(tx, clock.now(), limit)


async def end_in_time(tx: Tx, group: GroupId, id: UUID) -> bool:
    """End one proposal whose time is over; whether there was something to end.

    repeat  what has ended stays as it is
    states  Decided or NotExecuted
    """
    held = await group_store.lock(tx, group)
    found = None if held is None else await proposal_store.lock(tx, group, id)
    if held is None or found is None:
        return False
    now = clock.now()
    if found.status is ProposalStatus.OPEN and voting.is_out_of_time(found.expires_at, now):
        await deciding.end(tx, held, found, ProposalStatus.EXPIRED)
        return True
    is_undone = found.status in {ProposalStatus.APPROVED, ProposalStatus.FAILED}
    if is_undone and found.lapses_at is not None and found.lapses_at <= now:
        await paying.lapse(tx, held, found)
        return True
    return False


async def unpaid(tx: Tx, limit: int) -> list[tuple[GroupId, UUID]]:
    """Approved payouts that nobody has made yet, the oldest first."""
    return await proposal_store.to_pay(tx, clock.now(), limit)
