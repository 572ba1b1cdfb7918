"""What those who run the house see of callbacks, and how one is settled again."""

from datetime import datetime, timedelta
from typing import Final

from batua.kit import clock
from batua.kit.db import Database, Tx
from batua.kit.jobs import defer
from batua.kit.page import Page, decode_cursor, page_of
from batua.modules.gateways.errors import NoSuchCallback, NothingToReplay
from batua.modules.gateways.service.asking import settle
from batua.modules.gateways.store import looking as store
from batua.modules.gateways.types import Rails
from batua.modules.gateways.types.callbacks import Received, Rejection, Traffic

KEPT: Final = timedelta(days=30)
LATELY: Final = timedelta(days=1)


async def callbacks(tx: Tx, provider: str | None, cursor: str | None, limit: int) -> Page[Received]:
    """Authentic callbacks, the newest first; refuses BadCursor."""
    after = None if cursor is None else decode_cursor(cursor, tuple[datetime, str, str])
    rows = await store.received(tx, provider, after, limit + 1)
    return page_of(rows, limit, lambda one: (one.received_at, one.provider, one.event_id))


async def rejected(tx: Tx, provider: str | None, cursor: str | None, limit: int) -> Page[Rejection]:
    """Callbacks of the last thirty days that were turned away, by minute; refuses BadCursor."""
    after = None if cursor is None else decode_cursor(cursor, tuple[datetime, str, str])
    rows = await store.rejected(tx, provider, after, limit + 1)
    return page_of(rows, limit, lambda one: (one.minute, one.provider, one.reason))


async def replay(tx: Tx, provider: str, event_id: str) -> Received:
    """Ask the provider again about the attempt that a callback names, as if it came just now.

    repeat   queued once; what the provider says is settled once
    refuses  NoSuchCallback, NothingToReplay
    """
    found = await store.one(tx, provider, event_id)
    if found is None:
        raise NoSuchCallback
    if found.attempt is None:
        raise NothingToReplay
    await defer(tx, settle, once=f"gateways.settle:{found.attempt}", attempt=str(found.attempt))
    return found


async def traffic(tx: Tx, provider: str) -> Traffic:
    """What a provider sent in the last day, and how many of its attempts have not ended."""
    return await store.traffic(tx, provider, clock.now() - LATELY)


async def write_rejections(db: Database, rails: Rails) -> None:
    """Write how many callbacks this process turned away, and forget what is long past.

    repeat  what was written is not written again; what a broken line swallowed is lost, and counted
            in the metrics all the same
    """
    counted = rails.rejections.take()
    if not counted:
        return
    now = clock.now()
    async with db.transaction() as tx:
        for provider, minute, reason, count in sorted(counted):
            await store.add_rejections(tx, (provider, minute, reason.value), count, now)
        await store.forget_rejections(tx, now - KEPT)
