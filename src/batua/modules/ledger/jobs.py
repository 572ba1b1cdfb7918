"""What the ledger does when time passes: it gives expired holds back, and begins new months."""

from batua.kit import clock
from batua.kit.jobs import Context, periodic
from batua.modules.ledger import service


@periodic("ledger.expire_holds", cron="* * * * *")
async def expire_holds(ctx: Context) -> None:
    """Sweep up every hold that is due, in short transactions."""
    given_back = service.EXPIRY_BATCH
    while given_back == service.EXPIRY_BATCH:
        async with ctx.db.transaction() as tx:
            given_back = await service.expire_holds(tx, clock.now(), service.EXPIRY_BATCH)


@periodic("ledger.keep_months", cron="10 3 * * *")
async def keep_months(ctx: Context) -> None:
    """Make the tables of the months to come."""
    async with ctx.db.transaction() as tx:
        await service.keep_months(tx, clock.now())
