"""The delivery log, and what is sent again."""

from datetime import datetime
from typing import Final
from uuid import UUID

from batua.kit import clock
from batua.kit.db import Tx
from batua.kit.page import Page, decode_cursor, page_of
from batua.modules.webhooks.errors import (
    EndpointIsGone,
    EndpointIsPaused,
    NoSuchDelivery,
    NoSuchEndpoint,
)
from batua.modules.webhooks.rules import timing
from batua.modules.webhooks.service.sending import queue_job
from batua.modules.webhooks.store import delivery as store
from batua.modules.webhooks.store import endpoint as endpoints
from batua.modules.webhooks.types import (
    TEST_KIND,
    Delivery,
    EndpointState,
    LogFilter,
    LogPosition,
    Replayed,
    Told,
)

MOST_TRIES: Final = 100
MOST_REPLAYED: Final = 1000


async def deliveries(tx: Tx, wanted: LogFilter, cursor: str | None, limit: int) -> Page[Delivery]:
    """The delivery log, the newest first; refuses BadCursor."""
    before = None if cursor is None else decode_cursor(cursor, LogPosition)
    found = await store.page(tx, wanted, before, limit + 1)
    return page_of(found, limit, lambda one: (one.queued_at, one.id))


async def delivery(tx: Tx, id: UUID) -> Told:
    """One delivery with what it says and its tries, the newest first; refuses NoSuchDelivery."""
    found = await store.find(tx, id)
    if found is None:
        raise NoSuchDelivery
    body = await store.body(tx, found.event)
    return Told(found, body.decode(), await store.tries(tx, id, MOST_TRIES))


async def replay(tx: Tx, id: UUID) -> Delivery:
    """Send a delivery again under the same webhook-id, whatever became of it.

    repeat   sends it again
    refuses  NoSuchDelivery, EndpointIsGone, EndpointIsPaused
    """
    found = await store.find(tx, id, for_change=True)
    if found is None:
        raise NoSuchDelivery
    endpoint = await endpoints.find(tx, found.endpoint)
    if endpoint is None:
        raise EndpointIsGone
    if endpoint.state is EndpointState.PAUSED and found.kind != TEST_KIND:
        raise EndpointIsPaused
    await store.queue_again(tx, id, clock.now())
    await queue_job(tx, found.endpoint)
    after = await store.find(tx, id)
    assert after is not None, "it is held"
    return after


async def replay_failed(tx: Tx, endpoint: UUID, since: datetime) -> Replayed:
    """Send what failed since a time again, the oldest first, a thousand at most.

    repeat   goes on with what failed and was not queued yet
    refuses  NoSuchEndpoint, EndpointIsPaused
    """
    found = await endpoints.find(tx, endpoint)
    if found is None:
        raise NoSuchEndpoint
    if found.state is EndpointState.PAUSED:
        raise EndpointIsPaused
    count = await store.queue_failed(tx, endpoint, since, clock.now(), MOST_REPLAYED)
    if count:
        await queue_job(tx, endpoint)
    return Replayed(count, count == MOST_REPLAYED)


async def forget(tx: Tx, limit: int) -> int:
    """Forget deliveries and events of long ago; how many."""
    before = clock.now() - timing.KEPT
    gone = await store.forget(tx, before, limit)
    return max(gone, await store.forget_events(tx, before, limit))
