"""Asking providers, always outside a transaction, and settling what they answer."""

import asyncio
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

import msgspec

from batua.kit import clock, metrics
from batua.kit.db import Database, Tx
from batua.kit.jobs import Context, Retry, job
from batua.kit.page import Page, decode_cursor, page_of
from batua.modules.gateways import rules, store
from batua.modules.gateways.errors import NoSuchAttempt
from batua.modules.gateways.service import connected, settling
from batua.modules.gateways.types import (
    Attempt,
    AttemptFilter,
    AttemptState,
    Call,
    Destination,
    Outcome,
    Rails,
    Report,
)

WAITS: Final = 70
WAIT: Final = timedelta(milliseconds=100)
"""How often, and how long, somebody waits for another who is starting the same."""

REPORTS: Final = metrics.counter(
    "batua_gateway_reports_total", "What providers answered.", "provider", "outcome"
)


async def start(db: Database, rails: Rails, attempt_id: UUID) -> Attempt:
    """Ask the provider to begin, outside any transaction, and settle what it answers.

    repeat   the provider knows the attempt by its id and begins nothing twice; whoever comes while
             somebody else starts it waits for that one, for a while
    returns  the attempt, or the one that follows it when another provider took over
    refuses  NoSuchAttempt
    states   AttemptChanged; an answer that does not come leaves UNKNOWN and is asked for again
    """
    found = await _follow(db, rails, attempt_id, await ask(db, rails, attempt_id))
    for _ in range(WAITS):
        if found.state is not AttemptState.CREATED:
            break
        await asyncio.sleep(WAIT.total_seconds())
        async with db.read() as tx:
            found = await attempt(tx, found.id)
    return found


async def ask(db: Database, rails: Rails, attempt_id: UUID) -> Attempt:
    """Ask the provider now how an undecided attempt stands, and settle it ("I have paid").

    repeat   a decided attempt is returned as it is; the provider is not asked
    refuses  NoSuchAttempt
    """
    call = await call_of(db, rails, attempt_id)
    if not rules.is_undecided(call.attempt):
        return call.attempt
    return await _look(db, rails, call)


async def attempt(tx: Tx, attempt_id: UUID) -> Attempt:
    """An attempt as it is; refuses NoSuchAttempt."""
    found = await store.find(tx, attempt_id)
    if found is None:
        raise NoSuchAttempt
    return found


@job("gateways.settle", retry=Retry(max_attempts=5, exponential_s=2))
async def settle(ctx: Context, attempt: str) -> None:
    """Ask the provider about one attempt, decided or not, and settle what it answers.

    A decided one is asked about too: the provider may have called back to say the opposite.
    """
    rails: Rails = ctx.rooms[connected.ROOM]
    id = UUID(attempt)
    await _follow(ctx.db, rails, id, await look(ctx.db, rails, id))


async def attempts(tx: Tx, wanted: AttemptFilter, cursor: str | None, limit: int) -> Page[Attempt]:
    """Attempts, the newest first, for those who run the house; refuses BadCursor."""
    after = None if cursor is None else decode_cursor(cursor, tuple[datetime, UUID])
    rows = await store.page(tx, after, wanted, limit + 1)
    return page_of(rows, limit, lambda each: (each.created_at, each.id))


async def claim_due(tx: Tx, limit: int) -> list[UUID]:
    """Take up to `limit` attempts whose time to be asked about has come, for one minute."""
    now = clock.now()
    return list(await store.claim_due(tx, now, now + timedelta(minutes=1), limit))


async def undecided(tx: Tx) -> list[tuple[str, str, int]]:
    """Provider, state and number of the attempts that have not ended."""
    return await store.counts(tx)


async def look(db: Database, rails: Rails, attempt_id: UUID) -> Attempt:
    """Ask about an attempt that `claim_due` took, whatever its state."""
    return await _look(db, rails, await call_of(db, rails, attempt_id))


async def _follow(db: Database, rails: Rails, asked: UUID, found: Attempt) -> Attempt:
    """Where its provider would not begin it, the next one is asked at once."""
    while found.id != asked and found.state is AttemptState.CREATED:
        asked = found.id
        found = await ask(db, rails, asked)
    return found


async def _look(db: Database, rails: Rails, call: Call) -> Attempt:
    known = call.attempt
    is_late = rules.is_overdue(known, clock.now())
    if known.state is AttemptState.CREATED and not is_late:
        return await _begin(db, rails, call)
    report = await _report(rails, call, is_late=is_late)
    if report.outcome is Outcome.ABSENT and rules.is_undecided(known) and not is_late:
        return await _begin(db, rails, call)  # our first call was lost on the way
    _count(call, report)
    async with db.transaction() as tx:
        return await settling.apply(tx, rails, known.id, replace(report, never_began=False))


async def _begin(db: Database, rails: Rails, call: Call) -> Attempt:
    """Ask the provider to begin, as the only one who does, and settle what it answers.

    That is written down before: who dies after it, or is overtaken, has perhaps begun something, so
    that nobody believes any more that it never began.

    repeat   somebody else who asks just now will settle it: it is returned as it is
    """
    known, provider = call.attempt, connected.provider_of(rails, call.attempt.provider)
    now = clock.now()
    async with db.transaction() as tx:
        if not await store.claim_begin(tx, known.id, now, now + rules.BEGIN_LEASE):
            return await attempt(tx, known.id)
    report = await provider.begin(call)
    _count(call, report)
    async with db.transaction() as tx:
        begins = await store.end_begin(tx, known.id)
        is_sure = report.never_began and begins == 1
        return await settling.apply(tx, rails, known.id, replace(report, never_began=is_sure))


def _count(call: Call, report: Report) -> None:
    REPORTS.labels(call.attempt.provider, report.outcome).inc()


async def _report(rails: Rails, call: Call, *, is_late: bool) -> Report:
    """What the provider says; one that nobody has paid in time is closed."""
    known, provider = call.attempt, connected.provider_of(rails, call.attempt.provider)
    report = await provider.query(call)
    if report.outcome is Outcome.OPEN and is_late:
        found = known.provider_ref or report.provider_ref
        return await provider.cancel(replace(call, attempt=replace(known, provider_ref=found)))
    return report


async def call_of(db: Database, rails: Rails, attempt_id: UUID) -> Call:
    """The attempt with what its provider needs to see; refuses NoSuchAttempt."""
    async with db.read() as tx:
        known = await attempt(tx, attempt_id)
        sealed = await store.destination(tx, attempt_id)
        parent = None if known.parent is None else await attempt(tx, known.parent)
    opened = None
    if sealed is not None:
        plain = rails.keys.decrypt(sealed, purpose=store.DESTINATION)
        opened = msgspec.json.decode(plain, type=Destination)
    return Call(
        attempt=known,
        parent_ref=None if parent is None else parent.provider_ref,
        destination=opened,
    )
