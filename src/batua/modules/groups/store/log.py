"""The log: what was done in a group, by whom, when, and in which session."""

from datetime import datetime
from typing import Any
from uuid import UUID

from psycopg.types.json import Jsonb

from batua.kit.db import Tx
from batua.modules.groups.store.rows import add as add_row
from batua.modules.groups.store.rows import columns, many
from batua.modules.groups.types import GroupId, LogLine

COLUMNS = columns(LogLine)


async def add(
    tx: Tx,
    group: GroupId,
    at: datetime,
    by: tuple[UUID | None, UUID | None],
    act: str,
    subject: UUID,
    **data: Any,
) -> None:
    """Write a line.

    by    person and session; neither when the house did it
    data  what else is worth to know: numbers, ids and words of ours, no personal data
    """
    await add_row(
        tx,
        "groups.log",
        {
            "group_id": group,
            "at": at,
            "actor": by[0],
            "session": by[1],
            "act": act,
            "subject": subject,
            "data": Jsonb(data),
        },
    )


async def page(tx: Tx, group: GroupId, before: int | None, limit: int) -> list[LogLine]:
    """The log of a group, the newest first."""
    return await many(
        tx,
        LogLine,
        f"SELECT {COLUMNS} FROM groups.log WHERE group_id = %(group)s"  # noqa: S608
        " AND (%(before)s::bigint IS NULL OR id < %(before)s) ORDER BY id DESC LIMIT %(limit)s",
        {"group": group, "before": before, "limit": limit},
    )
