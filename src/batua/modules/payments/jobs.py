"""What payments does when time passes."""

from batua.kit import clock
from batua.kit.jobs import Context, periodic
from batua.modules.payments import service

BATCH = 200


@periodic("payments.expire_requests", cron="* * * * *")
async def expire_requests(ctx: Context) -> None:
    """End open requests that are past their time, a batch a transaction, until none is left."""
    while True:
        async with ctx.db.transaction() as tx:
            ended = await service.expire_requests(tx, clock.now(), BATCH)
        if ended < BATCH:
            return
