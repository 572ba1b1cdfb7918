"""What webhooks do when time passes: send what is due, and forget what is long over."""

from batua.kit.jobs import Context, periodic
from batua.modules.webhooks import service

SWEEP_BATCH = 500


@periodic("webhooks.send_due", cron="* * * * *", queue="webhooks")
async def send_due(ctx: Context) -> None:
    """Queue the endpoints for which something is due: what rested, and what a dead worker left."""
    async with ctx.db.transaction() as tx:
        await service.queue_due(tx)


@periodic("webhooks.forget", cron="37 * * * *", queue="webhooks")
async def forget(ctx: Context) -> None:
    """Shorten the log, batch by batch."""
    forgotten = SWEEP_BATCH
    while forgotten == SWEEP_BATCH:
        async with ctx.db.transaction() as tx:
            forgotten = await service.forget(tx, SWEEP_BATCH)
