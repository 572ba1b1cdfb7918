"""The versions of a group's constitution."""

from batua.kit.db import Tx
from batua.modules.groups.store.rows import columns, many
from batua.modules.groups.types import GroupId, Version


async def page(tx: Tx, group: GroupId, before: int | None, limit: int) -> list[Version]:
    """The versions of a constitution, the newest first."""
    return await many(
        tx,
        Version,
        f"SELECT {columns(Version)} FROM groups.constitution"  # noqa: S608 - our own names
        " WHERE group_id = %(group)s AND (%(before)s::bigint IS NULL OR version < %(before)s)"
        " ORDER BY version DESC LIMIT %(limit)s",
        {"group": group, "before": before, "limit": limit},
    )
