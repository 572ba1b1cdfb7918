"""How a played channel takes a message: kept with what is told of it later, unless something shall go wrong."""

import asyncio
from collections.abc import Awaitable, Callable

from batua.kit.db import Database, Tx
from batua.sandbox import service, store
from batua.sandbox.service import Sending
from batua.sandbox.types import Mishap

Tell = Callable[[Tx], Awaitable[None]]


async def take(
    db: Database, sending: Sending, tell: Tell | None, *, down: Exception, refused: Exception
) -> None:
    """Keep a message; raises `down` or `refused` when its channel's fault says so."""
    async with db.transaction() as tx:
        fault = await store.strike(tx, sending.channel.value, sending.to)
    mode = Mishap.NONE if fault is None else Mishap(fault.mode)
    if mode is Mishap.FAIL:
        raise down
    if mode is Mishap.REFUSE:
        raise refused
    async with db.transaction() as tx:
        await service.send_message(tx, sending)
        if tell is not None:
            await tell(tx)
    if fault is not None and fault.delay_ms:
        await asyncio.sleep(fault.delay_ms / 1000)
    if mode is Mishap.LOSE:
        raise down
