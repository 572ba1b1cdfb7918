"""Facts become deliveries: one for each endpoint that wants it, in the reader's transaction."""

from uuid import UUID

from batua.kit import clock
from batua.kit.db import Tx
from batua.kit.ids import new_id
from batua.kit.journal import Fact, Line
from batua.modules.webhooks.errors import NoSuchEndpoint
from batua.modules.webhooks.rules import kinds
from batua.modules.webhooks.service.sending import queue_job
from batua.modules.webhooks.store import delivery as store
from batua.modules.webhooks.store import endpoint as endpoints
from batua.modules.webhooks.store.delivery import NewEvent
from batua.modules.webhooks.types import TEST_KIND, Delivery


async def tell(tx: Tx, fact: Fact, line: Line) -> None:
    """Queue a fact for each endpoint that wants its kind and was there when it happened.

    repeat  the same fact is queued once an endpoint
    """
    wanted = await store.wanted_by(tx, fact.kind, line.at)
    if not wanted:
        return
    now = clock.now()
    event = NewEvent(
        id=new_id(),
        seq=line.cursor[1],
        kind=fact.kind,
        at=line.at,
        body=kinds.body(fact, line.at),
    )
    id = await store.add_event(tx, event, now)
    for endpoint, is_paused in wanted:
        # Whatever waits has a job already, which goes on until nothing waits.
        is_awake = is_paused or await store.is_waiting(tx, endpoint, now)
        is_new = await store.add(
            tx, (new_id(), endpoint), (id, fact.kind), now, is_paused=is_paused
        )
        if is_new and not is_awake:
            await queue_job(tx, endpoint)


async def test(tx: Tx, endpoint: UUID) -> Delivery:
    """Send an endpoint a test, once, also while it is paused.

    refuses  NoSuchEndpoint
    """
    if await endpoints.find(tx, endpoint) is None:
        raise NoSuchEndpoint
    id, now = new_id(), clock.now()
    body = kinds.test_body(endpoint, now)
    event = NewEvent(id=new_id(), seq=None, kind=TEST_KIND, at=now, body=body)
    await store.add_event(tx, event, now)
    await store.add(tx, (id, endpoint), (event.id, TEST_KIND), now, is_paused=False)
    await queue_job(tx, endpoint)
    found = await store.find(tx, id)
    assert found is not None, "it was just queued"
    return found
