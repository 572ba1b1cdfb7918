"""What the rails do when time passes: ask about everything that has not ended."""

import asyncio
from typing import Final
from uuid import UUID

from batua.kit import metrics
from batua.kit.jobs import Context, periodic
from batua.kit.logs import log
from batua.modules.gateways import service
from batua.modules.gateways.types import Rails

BATCH: Final = 64
SIDE_BY_SIDE: Final = 8

UNDECIDED: Final = metrics.gauge(
    "batua_gateway_undecided", "Attempts that have not ended.", "provider", "state"
)


@periodic("gateways.sweep", cron="* * * * * */10")
async def sweep(ctx: Context) -> None:
    """Ask the providers about what is due: attempts that nobody started, and unknown outcomes.

    repeat  each attempt is taken for a minute, so a second sweep takes others; one that dies with
            its worker is due again after that minute
    """
    rails: Rails = ctx.rooms[service.ROOM]
    async with ctx.db.transaction() as tx:
        due = await service.claim_due(tx, BATCH)
    seats = asyncio.Semaphore(SIDE_BY_SIDE)

    async def look(attempt_id: UUID) -> None:
        async with seats:
            try:
                await service.look(ctx.db, rails, attempt_id)
            except Exception as error:  # noqa: BLE001 - one bad attempt must not starve the others
                log.error("sweep_failed", attempt=str(attempt_id), error=type(error).__name__)

    await asyncio.gather(*(look(attempt_id) for attempt_id in due))
    async with ctx.db.read() as tx:
        found = await service.undecided(tx)
    UNDECIDED.clear()
    for provider, state, number in found:
        UNDECIDED.labels(provider, state).set(number)
