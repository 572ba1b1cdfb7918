"""Runs of `verify` that are kept: asked for by a person or by the night, done by a job."""

import asyncio
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from batua.kit import clock, metrics, tasks
from batua.kit.db import AWAY, Database, Tx
from batua.kit.ids import new_id
from batua.kit.jobs import Context, Retry, defer, job
from batua.kit.logs import log
from batua.kit.page import MAX_LIMIT, Page, decode_cursor, page_of
from batua.modules.ledger.service import proving
from batua.modules.ledger.store import runs as store
from batua.modules.ledger.types import Head, Proofs, Run, RunState, VerifyReport

NOTE_S: Final = 1

DAMAGES = metrics.gauge(
    "batua_ledger_damages", "What the last run of verify in this process found wrong.", "part"
)


PROOFS: Final = "proofs"
"""The room in which wiring lays what is needed to seal and to prove."""


async def ask_verification(tx: Tx, asked_by: UUID | None) -> Run:
    """Ask for a run of `verify`; a job of this transaction does it.

    repeat  while a run waits or works, the same one
    """
    is_new = await store.ask(tx, new_id(), asked_by, clock.now())
    found = await store.under_way(tx)
    if found is None:  # the one in the way has ended just now
        return await ask_verification(tx, asked_by)
    if is_new:
        await defer(tx, verify_in_background, verification=str(found.id))
    return found


@job("ledger.verify", retry=Retry(max_attempts=2))
async def verify_in_background(ctx: Context, verification: str) -> None:
    """Do a run that was asked for."""
    await run_verification(ctx.db, UUID(verification), ctx.rooms[PROOFS])


async def verification(tx: Tx, id: UUID) -> Run | None:
    """One run."""
    return await store.find(tx, id)


async def verifications(tx: Tx, cursor: str | None = None, limit: int = 20) -> Page[Run]:
    """The runs, the newest first.

    limit    1 to 100 a page
    refuses  BadCursor
    """
    before = None if cursor is None else decode_cursor(cursor, tuple[datetime, UUID])
    size = min(max(limit, 1), MAX_LIMIT)
    found = await store.newest(tx, before, size + 1)
    return page_of(found, size, lambda run: (run.asked_at, run.id))


async def run_verification(db: Database, id: UUID, proofs: Proofs) -> None:
    """Do a run that was asked for, noting how far it has come.

    repeat  one that has ended is left alone; one that was broken off begins again
    """
    async with db.transaction() as tx:
        if not await store.begin(tx, id, clock.now()):
            return
    seen = [("", 0, 0)]

    def look(what: str, done: int, total: int) -> None:
        seen[0] = (what, done, total)

    noting = asyncio.create_task(_note(db, id, seen))
    state: RunState = RunState.FAILED
    report: dict[str, Any] = {}
    try:
        async with db.read() as tx:
            found = await proving.verify(tx, look, proofs=proofs)
        state = RunState.WHOLE if found.is_clean else RunState.DAMAGED
        report = told(found)
        _shout(found)
    except Exception as error:
        report = {"reason": type(error).__name__}
        raise
    finally:
        await tasks.end(noting)
        async with db.transaction() as tx:
            await store.end(tx, id, state, report, clock.now())


async def _note(db: Database, id: UUID, seen: Sequence[tuple[str, int, int]]) -> None:
    while True:
        await asyncio.sleep(NOTE_S)
        with suppress(*AWAY):
            async with db.transaction() as tx:
                await store.note(tx, id, *seen[0])


async def keep_verification(tx: Tx, found: VerifyReport, started_at: datetime) -> None:
    """Keep a run that somebody made on the command line."""
    now = clock.now()
    await store.add(
        tx,
        Run(
            id=new_id(),
            asked_by=None,
            asked_at=started_at,
            started_at=started_at,
            ended_at=now,
            state=RunState.WHOLE if found.is_clean else RunState.DAMAGED,
            part="",
            done=0,
            total=0,
            report=told(found),
        ),
    )


def _shout(found: VerifyReport) -> None:
    """Whoever runs this house must hear of damage at once."""
    for part in found.parts:
        DAMAGES.labels(part.name).set(len(part.damages))
    for damage in found.damages:
        log.error("ledger_damaged", table=damage.table, row=damage.row, fault=damage.fault)


def told(found: VerifyReport) -> dict[str, Any]:
    """A report as JSON, for the page and for programs."""
    return {
        "is_whole": found.is_clean,
        "accounts": found.accounts,
        "entries": found.entries,
        "postings": found.postings,
        "holds": found.holds,
        "blocks": found.blocks,
        "waiting": found.waiting,
        "head": None if found.head is None else head_told(found.head),
        "parts": [
            {"name": part.name, "rows": part.rows, "note": part.note} for part in found.parts
        ],
        "damages": [
            {"part": part.name, **asdict(damage)} for part in found.parts for damage in part.damages
        ],
    }


def head_told(head: Head) -> dict[str, Any]:
    """A head as it is written elsewhere."""
    return {
        "n": head.n,
        "head": head.head.hex(),
        "seal": head.seal.hex(),
        "sealed_at": head.sealed_at.isoformat(timespec="microseconds"),
        "entries": head.entries,
    }


def read_head(line: dict[str, Any]) -> Head:
    """A head that was written elsewhere; raises KeyError or ValueError when it is none."""
    return Head(
        n=int(line["n"]),
        head=bytes.fromhex(line["head"]),
        seal=bytes.fromhex(line["seal"]),
        sealed_at=datetime.fromisoformat(line["sealed_at"]),
        entries=int(line["entries"]),
    )
