"""What identity does when time passes."""

from batua.kit.jobs import Context, periodic
from batua.modules.identity import service

_BATCHES_MAX = 50


@periodic("identity.sweep", cron="17 * * * *")
async def sweep(ctx: Context) -> None:
    """Every hour: delete what is spent, in batches, and leave a large rest for the next hour."""
    for _ in range(_BATCHES_MAX):
        if not await service.sweep(ctx.db):
            return
