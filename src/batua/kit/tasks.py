"""Ends tasks for certain."""

import asyncio
from typing import Any, Final

PATIENCE_S: Final = 1.0


async def end(*tasks: asyncio.Task[Any]) -> None:
    """Cancel tasks and wait until each is over; what they raise is left in them.

    A cancellation can get lost: until Python 3.12 `asyncio.wait_for` swallows one that comes in the
    same moment as its answer, and a pool of connections takes one for a connection that broke. A
    task that goes on for ever would then be waited for as long, so it is told again.
    """
    pending = {task for task in tasks if not task.done()}
    while pending:
        for task in pending:
            task.cancel()
        _, pending = await asyncio.wait(pending, timeout=PATIENCE_S)
    await asyncio.gather(*tasks, return_exceptions=True)
