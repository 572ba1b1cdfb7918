"""The log: what was done in a group, by whom, when, and in which session."""

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from psycopg.types.json import Jsonb

from batua.kit.db import Tx, add_all
from batua.modules.groups.store.rows import add as add_row
from batua.modules.groups.store.rows import columns, many
from batua.modules.groups.types import GroupId, LogLine

COLUMNS = columns(LogLine)


@dataclass(frozen=True, slots=True)
class NewLine:
    """A line to be written; all is as in `add`."""

    group_id: GroupId
    at: datetime
    actor: UUID | None
    session: UUID | None
    act: str
    subject: UUID
    data: dict[str, Any]


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


async def add_many(tx: Tx, lines: Sequence[NewLine]) -> None:
    """Write many lines at once, in their order."""
    await add_all(tx, "groups.log", [dataclasses.asdict(line) for line in lines])


async def page(tx: Tx, group: GroupId, before: int | None, limit: int) -> list[LogLine]:
    """The log of a group, the newest first."""
    return await many(
        tx,
        LogLine,
        f"SELECT {COLUMNS} FROM groups.log WHERE group_id = %(group)s"  # noqa: S608
        " AND (%(before)s::bigint IS NULL OR id < %(before)s) ORDER BY id DESC LIMIT %(limit)s",
        {"group": group, "before": before, "limit": limit},
    )
