"""The verification table: what each run of `verify` did and found."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from psycopg.types.json import Jsonb

from batua.kit.db import Tx, execute, fetch_all, fetch_one
from batua.modules.ledger.types import Run, RunState

COLUMNS: Final = "id, asked_by, asked_at, started_at, ended_at, state, part, done, total, report"


async def ask(tx: Tx, id: UUID, asked_by: UUID | None, at: datetime) -> bool:
    """Write down a wish; False when a run is under way.

    A run that has been under way for a day was lost with its job, and ends here.
    """
    await execute(
        tx,
        "UPDATE ledger.verification SET state = 'failed', ended_at = %(at)s"
        " WHERE state IN ('waiting', 'running')"
        " AND asked_at < %(at)s::timestamptz - interval '1 day'",
        {"at": at},
    )
    return bool(
        await execute(
            tx,
            "INSERT INTO ledger.verification (id, asked_by, asked_at, state)"
            " VALUES (%(id)s, %(by)s, %(at)s, 'waiting') ON CONFLICT DO NOTHING",
            {"id": id, "by": asked_by, "at": at},
        )
    )


async def begin(tx: Tx, id: UUID, at: datetime) -> bool:
    """Begin a run, also one that was broken off; False when it has ended."""
    return bool(
        await execute(
            tx,
            "UPDATE ledger.verification SET state = 'running', started_at = %(at)s"
            " WHERE id = %(id)s AND state IN ('waiting', 'running')",
            {"id": id, "at": at},
        )
    )


async def note(tx: Tx, id: UUID, part: str, done: int, total: int) -> None:
    """Write down how far a run has come."""
    await execute(
        tx,
        "UPDATE ledger.verification SET part = %(part)s, done = %(done)s, total = %(total)s"
        " WHERE id = %(id)s AND state = 'running'",
        {"id": id, "part": part, "done": done, "total": total},
    )


async def end(tx: Tx, id: UUID, state: RunState, report: Mapping[str, Any], at: datetime) -> None:
    """Write down what a run found."""
    await execute(
        tx,
        "UPDATE ledger.verification SET state = %(state)s, report = %(report)s,"
        " started_at = coalesce(started_at, %(at)s), ended_at = %(at)s WHERE id = %(id)s",
        {"id": id, "state": state.value, "report": Jsonb(dict(report)), "at": at},
    )


async def add(tx: Tx, run: Run) -> None:
    """Write down a run that has ended already."""
    await execute(
        tx,
        f"INSERT INTO ledger.verification ({COLUMNS}) VALUES (%(id)s, %(asked_by)s, %(asked_at)s,"  # noqa: S608
        " %(started_at)s, %(ended_at)s, %(state)s, %(part)s, %(done)s, %(total)s, %(report)s)",
        {name: getattr(run, name) for name in Run.__dataclass_fields__}
        | {"state": run.state.value, "report": Jsonb(run.report)},
    )


async def under_way(tx: Tx) -> Run | None:
    """The run that waits or works."""
    return await _one(tx, "state IN ('waiting', 'running')", {})


async def find(tx: Tx, id: UUID) -> Run | None:
    """One run."""
    return await _one(tx, "id = %(id)s", {"id": id})


async def newest(tx: Tx, before: tuple[datetime, UUID] | None, limit: int) -> list[Run]:
    """Runs, the newest first."""
    at, id = before or (None, None)
    found = await fetch_all(
        tx,
        f"SELECT {COLUMNS} FROM ledger.verification WHERE %(at)s::timestamptz IS NULL"  # noqa: S608
        " OR (asked_at, id) < (%(at)s, %(id)s::uuid)"
        " ORDER BY asked_at DESC, id DESC LIMIT %(limit)s",
        {"at": at, "id": id, "limit": limit},
        row=Run,
    )
    return [_run(run) for run in found]


async def _one(tx: Tx, where: str, params: dict[str, Any]) -> Run | None:
    sql = f"SELECT {COLUMNS} FROM ledger.verification WHERE {where}"  # noqa: S608
    found = await fetch_one(tx, sql, params, row=Run)
    return None if found is None else _run(found)


def _run(row: Run) -> Run:
    return replace(row, state=RunState(row.state))
