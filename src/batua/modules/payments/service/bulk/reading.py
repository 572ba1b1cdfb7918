"""Batches as their payer sees them later: how far each has come, and what became of each line."""

from collections.abc import AsyncIterator, Sequence
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from batua.kit.db import Database, Tx
from batua.kit.page import Page, Place, decode_cursor, encode_cursor, page_of
from batua.kit.secrets import KeyRing
from batua.modules.identity.types import PersonId
from batua.modules.payments.errors import BatchNotFound
from batua.modules.payments.service.people import parties
from batua.modules.payments.store import bulk as store
from batua.modules.payments.types import (
    Batch,
    BatchId,
    BatchLine,
    BatchStatus,
    LineStatus,
    Party,
)

STILL: Final = timedelta(seconds=15)
"""A batch of which nothing came for so long has stopped; a part takes less than a second."""

Told = tuple[BatchLine, Party | None]


def status_of(batch: Batch, now: datetime) -> BatchStatus:
    """How far a batch has come."""
    if batch.finished_at is not None:
        return BatchStatus.DONE
    return BatchStatus.STOPPED if now - batch.moved_at > STILL else BatchStatus.RUNNING


async def batches(tx: Tx, person: PersonId, cursor: str | None, limit: int) -> Page[Batch]:
    """A person's batches, newest first; refuses BadCursor."""
    after = None if cursor is None else decode_cursor(cursor, tuple[datetime, UUID])
    rows = await store.list_of(tx, person, after, limit + 1)
    page: Page[Batch] = page_of(rows, limit, lambda batch: (batch.begun_at, batch.id))
    return page


async def batch(tx: Tx, person: PersonId, id: UUID) -> Batch:
    """One batch of a person; refuses BatchNotFound, also for someone else's."""
    found = await store.find(tx, id)
    if found is None or found.person != person:
        raise BatchNotFound
    return found


async def results(
    tx: Tx,
    keys: KeyRing,
    batch: Batch,
    status: LineStatus | None,
    cursor: str | None,
    limit: int,
) -> Page[Told]:
    """The lines of a batch with what became of them, in their order.

    status   only such lines
    refuses  BadCursor
    """
    after = 0 if cursor is None else decode_cursor(cursor, tuple[Place])[0]
    found: list[BatchLine] = []
    for n in range(batch.parts):
        part = await store.part(tx, batch.id, n)
        if part.first_line + len(part.lines) <= after + 1:
            continue
        found += [
            line
            for line in part.told()
            if line.result.line > after and status in {None, line.result.status}
        ]
        if len(found) > limit:
            break
    told = await _with_parties(tx, keys, batch.person, found[:limit])
    more = encode_cursor((told[-1][0].result.line,)) if len(found) > limit else None
    return Page(told, more)


async def all_results(
    db: Database, keys: KeyRing, batch: Batch
) -> AsyncIterator[tuple[BatchId, list[Told]]]:
    """Every line of a batch, part by part: a file of them may be long."""
    for n in range(batch.parts):
        async with db.read() as tx:
            part = await store.part(tx, batch.id, n)
            yield batch.id, await _with_parties(tx, keys, batch.person, part.told())


async def _with_parties(
    tx: Tx, keys: KeyRing, viewer: PersonId, lines: Sequence[BatchLine]
) -> list[Told]:
    seen = await parties(tx, keys, viewer, [line.payee for line in lines if line.payee])
    return [(line, seen.get(line.payee) if line.payee else None) for line in lines]
