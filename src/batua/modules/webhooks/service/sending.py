"""What waits for an endpoint is sent: claimed, posted outside any transaction, noted."""

import asyncio
import secrets
import time
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from batua.kit import clock, journal, metrics
from batua.kit.db import Tx
from batua.kit.jobs import Context, Retry, defer, job
from batua.kit.logs import log
from batua.kit.secrets import KeyRing
from batua.kit.standard_webhooks import read_secret
from batua.modules.webhooks.rules import timing
from batua.modules.webhooks.store import delivery as store
from batua.modules.webhooks.store import endpoint as endpoints
from batua.modules.webhooks.store.delivery import Claimed
from batua.modules.webhooks.store.endpoint import SECRET, Held
from batua.modules.webhooks.types import (
    TEST_KIND,
    Answer,
    EndpointPaused,
    Failure,
    Outcome,
    Outgoing,
    Pause,
    Poster,
)

QUEUE: Final = "webhooks"
TURN_S: Final = 20.0
"""How long one endpoint is served before the others have their turn."""
SWEPT: Final = timedelta(seconds=60)
"""What is due later than this is queued by the sweep of each minute."""
BATCH: Final = 500
TRIES = metrics.counter("batua_webhook_tries_total", "Tries to post a webhook.", "outcome")


@dataclass(frozen=True, slots=True)
class Turn:
    """What was claimed at once; `has_more` when it is to be looked again though nothing was."""

    claimed: list[Outgoing]
    has_more: bool = False


# A try that fails is noted and waits; a job that fails is queued anew by the sweep.
@job("webhooks.send", queue=QUEUE, retry=Retry(max_attempts=1))
async def send(ctx: Context, endpoint: str) -> None:
    """Send what is due to one endpoint, some at once, until nothing is or its turn is over.

    repeat  tries under way are not joined; a try that a dead worker left is made again with its
            lease over, under the same webhook-id
    """
    keys: KeyRing = ctx.rooms["keys"]
    poster: Poster = ctx.rooms["webhook_poster"]
    id, ends_at = UUID(endpoint), time.monotonic() + TURN_S
    while True:
        async with ctx.db.transaction() as tx:
            turn = await take(tx, keys, id)
        if not turn.claimed and not turn.has_more:
            return
        tries = (_try(ctx, poster, one) for one in turn.claimed)
        for failed in await asyncio.gather(*tries, return_exceptions=True):
            if failed is not None:
                raise failed
        if time.monotonic() >= ends_at:
            async with ctx.db.transaction() as tx:
                await queue_job(tx, id)
            return


async def _try(ctx: Context, poster: Poster, what: Outgoing) -> None:
    answer = await poster.post(what)
    TRIES.labels(answer.outcome).inc()
    async with ctx.db.transaction() as tx:
        await end(tx, what, answer)


async def queue_job(tx: Tx, endpoint: UUID) -> None:
    """Let what waits for an endpoint be sent; if and only if this transaction commits."""
    await defer(tx, send, once=f"webhooks.send:{endpoint}", endpoint=str(endpoint))


async def queue_due(tx: Tx) -> int:
    """Queue the endpoints for which something is due; how many."""
    found = await endpoints.with_work(tx, clock.now())
    for id in found:
        await queue_job(tx, id)
    return len(found)


async def take(tx: Tx, keys: KeyRing, endpoint: UUID) -> Turn:
    """Claim what may go to an endpoint now.

    Nothing but tests goes to one that is paused or rests, and nothing to one that was removed.
    """
    now = clock.now()
    held = await endpoints.hold(tx, endpoint, now)
    if held is None:
        return Turn([])
    if held.is_removed:
        return Turn([], has_more=await _end_waiting(tx, endpoint, Failure.REMOVED))
    has_more, only = False, None
    if held.is_paused:
        has_more, only = await _end_waiting(tx, endpoint, Failure.PAUSED), TEST_KIND
    elif held.rests_until is not None and held.rests_until > now:
        only = TEST_KIND
    seats = timing.AT_ONCE - await store.seats_taken(tx, endpoint, now)
    lease = now, now + timing.LEASE
    claimed = await store.claim(tx, endpoint, lease, seats, only) if seats > 0 else []
    opened = [read_secret(keys.open(one, purpose=SECRET)) for one in held.keys] if claimed else []
    return Turn([_outgoing(endpoint, held, one, tuple(opened)) for one in claimed], has_more)


async def _end_waiting(tx: Tx, endpoint: UUID, failure: Failure) -> bool:
    """End what waits, some at a time; whether there may be more."""
    spare = TEST_KIND if failure is Failure.PAUSED else ""
    now = clock.now()
    return await store.end_waiting(tx, endpoint, failure, now, spare=spare, limit=BATCH) == BATCH


def _outgoing(endpoint: UUID, held: Held, one: Claimed, keys: tuple[bytes, ...]) -> Outgoing:
    return Outgoing(
        delivery=one.id,
        endpoint=endpoint,
        number=one.tries,
        round=one.tries - one.tries_before,
        is_test=one.kind == TEST_KIND,
        url=held.url,
        keys=keys,
        message=f"evt_{one.event.hex}",
        body=one.body,
    )


async def end(tx: Tx, what: Outgoing, answer: Answer) -> None:
    """Note what came of a try.

    repeat  changes nothing; a late answer to an earlier try does not undo a later one
    states  EndpointPaused
    """
    now = clock.now()
    held = await endpoints.hold(tx, what.endpoint, now)
    assert held is not None, "rows of endpoints stay"
    await store.note(tx, what.delivery, what.number, answer)
    if answer.outcome is Outcome.TAKEN:
        await store.delivered(tx, what.delivery, now)
        if held.failures:
            await endpoints.note_health(tx, what.endpoint, failures=0, since=None, rests_until=None)
    elif what.is_test:
        await store.fail(tx, what.delivery, what.number, Failure.GIVEN_UP, now)
    elif held.is_removed:
        await store.fail(tx, what.delivery, what.number, Failure.REMOVED, now)
    else:
        await _not_taken(tx, what, answer, held, now)


async def _not_taken(tx: Tx, what: Outgoing, answer: Answer, held: Held, now: datetime) -> None:
    """Let the delivery wait or end, and the endpoint rest or pause."""
    failures, since = held.failures + 1, held.failing_since or now
    rests_until = now + timing.rest(failures)
    await endpoints.note_health(
        tx, what.endpoint, failures=failures, since=since, rests_until=rests_until
    )
    if answer.status == 410:
        await store.fail(tx, what.delivery, what.number, Failure.GONE, now)
        await _pause(tx, what.endpoint, Pause.GONE, now)
        return
    jitter_pct = secrets.randbelow(101)
    wait = timing.wait(what.round, jitter_pct, answer.status, answer.retry_after_s)
    if wait is None:
        await store.fail(tx, what.delivery, what.number, Failure.GIVEN_UP, now)
    else:
        await store.postpone(tx, what.delivery, what.number, now + wait)
        if wait <= SWEPT:
            await defer(tx, send, at=now + wait, endpoint=str(what.endpoint))
    if timing.is_failing(since, now):
        await _pause(tx, what.endpoint, Pause.FAILING, now)


async def _pause(tx: Tx, endpoint: UUID, because: Pause, now: datetime) -> None:
    if await endpoints.pause(tx, endpoint, because, now):
        log.warning("webhook_paused", endpoint=str(endpoint), reason=because)
        await journal.state(tx, EndpointPaused(subject=endpoint, reason=because.value))
        await queue_job(tx, endpoint)
