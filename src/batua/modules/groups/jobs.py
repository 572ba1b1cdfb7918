"""What groups do when time passes."""

from typing import Final
from uuid import UUID

from batua.kit.jobs import Context, periodic
from batua.kit.logs import log
from batua.kit.secrets import KeyRing
from batua.modules.gateways import service as gateways
from batua.modules.gateways.types import Rails
from batua.modules.groups import service
from batua.modules.groups.types import GroupId, LoanId, MemberId

BATCH: Final = 100


@periodic("groups.end_votes", cron="* * * * *")
async def end_votes(ctx: Context) -> None:
    """End votes whose time is over and free what has lapsed, each in a transaction of its own.

    repeat  what has ended stays as it is
    """
    while True:
        async with ctx.db.transaction() as tx:
            over = await service.out_of_time(tx, BATCH)
        ended = [await _end(ctx, group, proposal) for group, proposal in over]
        if len(over) < BATCH or not any(ended):
            return


async def _end(ctx: Context, group: GroupId, proposal: UUID) -> bool:
    try:
        async with ctx.db.transaction() as tx:
            return await service.end_in_time(tx, group, proposal)
    except Exception as error:  # noqa: BLE001 - one bad proposal must not hold up the others
        log.error("end_vote_failed", proposal=str(proposal), error=type(error).__name__)
        return False


@periodic("groups.pay_what_waits", cron="* * * * *")
async def pay_what_waits(ctx: Context) -> None:
    """Make payouts whose own job did not; each is made once."""
    rails: Rails = ctx.rooms[gateways.ROOM]
    async with ctx.db.transaction() as tx:
        waiting = await service.unpaid(tx, BATCH)
    for group, proposal in waiting:
        try:
            await service.pay(ctx.db, rails, group, proposal)
        except Exception as error:  # noqa: BLE001 - one bad payout must not hold up the others
            log.error("payout_failed", proposal=str(proposal), error=type(error).__name__)


@periodic("groups.share_what_waits", cron="* * * * *")
async def share_what_waits(ctx: Context) -> None:
    """Go on with pots that are being shared out; each share is paid once."""
    async with ctx.db.transaction() as tx:
        waiting = await service.ending_under_way(tx, BATCH)
    for group, proposal in waiting:
        try:
            await service.share_out(ctx.db, group, proposal)
        except Exception as error:  # noqa: BLE001 - one bad pot must not hold up the others
            log.error("share_out_failed", proposal=str(proposal), error=type(error).__name__)


@periodic("groups.write_dues", cron="* * * * *")
async def write_dues(ctx: Context) -> None:
    """Write down the dues that fall due soon, a plan at a time.

    repeat  what is written stays as it is
    """
    while True:
        async with ctx.db.transaction() as tx:
            waiting = await service.dues_to_write(tx, BATCH)
        written = [await _write(ctx, group, plan) for group, plan in waiting]
        if not any(written):
            return


async def _write(ctx: Context, group: GroupId, plan: str) -> bool:
    try:
        async with ctx.db.transaction() as tx:
            return await service.write_dues(tx, group, plan)
    except Exception as error:  # noqa: BLE001 - one bad plan must not hold up the others
        log.error("write_dues_failed", group=str(group), error=type(error).__name__)
        return False


@periodic("groups.look_at_dues", cron="* * * * *")
async def look_at_dues(ctx: Context) -> None:
    """Remind, fine, and take what may be taken, a member at a time.

    repeat  nothing is done twice
    """
    keys: KeyRing = ctx.rooms["keys"]
    while True:
        async with ctx.db.transaction() as tx:
            waiting = await service.dues_to_look(tx, BATCH)
        looked = [await _look(ctx, keys, group, member) for group, member in waiting]
        if not any(looked):
            return


async def _look(ctx: Context, keys: KeyRing, group: GroupId, member: MemberId) -> bool:
    try:
        async with ctx.db.transaction() as tx:
            return await service.look_at_dues(tx, keys, group, member)
    except Exception as error:  # noqa: BLE001 - one bad row must not hold up the others
        log.error("look_at_dues_failed", member=str(member), error=type(error).__name__)
        return False


@periodic("groups.chase", cron="* * * * *")
async def chase(ctx: Context) -> None:
    """Take the steps that are due about unpaid instalments, each in a transaction of its own.

    repeat  a step that was taken is not taken again; one that was broken off is
    """
    keys: KeyRing = ctx.rooms["keys"]
    after = None
    while True:
        async with ctx.db.transaction() as tx:
            found = await service.to_chase(tx, after, BATCH)
        for instalment in found:
            await _chase(ctx, keys, instalment)
        if len(found) < BATCH:
            return
        after = found[-1]


async def _chase(ctx: Context, keys: KeyRing, instalment: tuple[LoanId, int]) -> None:
    try:
        async with ctx.db.transaction() as tx:
            await service.chase(tx, keys, instalment)
    except Exception as error:  # noqa: BLE001 - one bad loan must not hold up the others
        log.error("chase_failed", loan=str(instalment[0]), error=type(error).__name__)
