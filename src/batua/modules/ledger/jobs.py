"""What the ledger does when time passes: expired holds, new months, sealing, its own proof."""

from batua.kit import clock, metrics
from batua.kit.jobs import Context, periodic
from batua.kit.logs import log
from batua.modules.ledger import service
from batua.modules.ledger.types import Proofs

WAITING = metrics.gauge("batua_ledger_unsealed_entries", "Entries that no block has sealed yet.")
UNSOUND = metrics.counter(
    "batua_ledger_sealing_refused_total", "Times that rows did not agree and were not sealed."
)


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


@periodic("ledger.seal", cron="* * * * *")
async def seal(ctx: Context) -> None:
    """Seal what was written in the last minute."""
    try:
        await service.seal(ctx.db, _proofs(ctx))
    except service.Unsound as unsound:
        UNSOUND.inc()
        damage = unsound.damage
        log.error("sealing_refused", table=damage.table, row=damage.row, fault=damage.fault)
    async with ctx.db.statement() as tx:
        WAITING.set(await service.waiting(tx))


@periodic("ledger.publish_head", cron="9 * * * *")
async def publish_head(ctx: Context) -> None:
    """Each hour: write the head of the chain elsewhere, where that is set."""
    await service.publish_head(ctx.db, ctx.rooms.get(service.ROOM, ()))


@periodic("ledger.verify_nightly", cron="23 2 * * *")
async def verify_nightly(ctx: Context) -> None:
    """Each night: prove everything."""
    async with ctx.db.transaction() as tx:
        await service.ask_verification(tx, None)


def _proofs(ctx: Context) -> Proofs:
    found: Proofs = ctx.rooms[service.PROOFS]
    return found
