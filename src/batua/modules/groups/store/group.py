"""The group table, and every version of a constitution."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec
from psycopg.types.json import Jsonb

from batua.kit.db import Tx, execute, fetch_all, fetch_value
from batua.modules.groups.store.rows import add as add_row
from batua.modules.groups.store.rows import columns, many, one, read
from batua.modules.groups.types import Constitution, Group, GroupId, Member

COLUMNS = columns(Group)


async def add(tx: Tx, group: Group) -> None:
    """Write a new group."""
    values = {
        "id": group.id,
        "kind": group.kind.value,
        "name": group.name,
        "purpose": group.purpose,
        "currency": str(group.currency),
        "is_women_only": group.is_women_only,
        "pot": group.pot,
        "roll": group.roll,
        "members": group.members,
        "constitution_version": group.constitution_version,
        "created_by": group.created_by,
        "created_at": group.created_at,
    }
    await add_row(tx, 'groups."group"', values)


async def find(tx: Tx, id: UUID) -> Group | None:
    """The group, whoever asks: callers check the membership."""
    sql = f'SELECT {COLUMNS} FROM groups."group" WHERE id = %(id)s'  # noqa: S608
    return await one(tx, Group, sql, {"id": id})


async def lock(tx: Tx, id: UUID) -> Group | None:
    """The group, held until the transaction ends: one change of voices or votes at a time."""
    sql = f'SELECT {COLUMNS} FROM groups."group" WHERE id = %(id)s FOR NO KEY UPDATE'  # noqa: S608
    return await one(tx, Group, sql, {"id": id})


async def find_many(tx: Tx, ids: Sequence[UUID]) -> dict[UUID, Group]:
    """Groups by id; the caller bounds how many."""
    sql = f'SELECT {COLUMNS} FROM groups."group" WHERE id = ANY(%(ids)s)'  # noqa: S608
    return {group.id: group for group in await many(tx, Group, sql, {"ids": list(ids)})}


async def keep(tx: Tx, group: Group) -> None:
    """Write what may change of a group; it was locked in this transaction."""
    await execute(
        tx,
        'UPDATE groups."group" SET name = %(name)s, purpose = %(purpose)s,'
        " picture_key = %(picture_key)s, roll = %(roll)s, members = %(members)s,"
        " constitution_version = %(version)s, dissolved_at = %(dissolved_at)s WHERE id = %(id)s",
        {
            "id": group.id,
            "name": group.name,
            "purpose": group.purpose,
            "picture_key": group.picture_key,
            "roll": group.roll,
            "members": group.members,
            "version": group.constitution_version,
            "dissolved_at": group.dissolved_at,
        },
    )


async def of_person(
    tx: Tx, person: UUID, after: tuple[Any, UUID] | None, limit: int
) -> list[tuple[Group, Member]]:
    """The groups that a person is in, the one joined last first."""
    sql = (
        f"SELECT {columns(Group, 'g.')}, {columns(Member, 'm.')}"  # noqa: S608
        ' FROM groups.member AS m INNER JOIN groups."group" AS g ON g.id = m.group_id'
        " WHERE m.person = %(person)s AND m.status = 'active'"
        " AND (%(at)s::timestamptz IS NULL OR (m.joined_at, m.id) < (%(at)s, %(id)s))"
        " ORDER BY m.joined_at DESC, m.id DESC LIMIT %(limit)s"
    )
    at, id = after or (None, None)
    rows = await fetch_all(tx, sql, {"person": person, "at": at, "id": id, "limit": limit})
    return [_both(row) for row in rows]


def _both(row: tuple[Any, ...]) -> tuple[Group, Member]:
    edge = len(COLUMNS.split(", "))
    return read(Group, row[:edge]), read(Member, row[edge:])


async def add_constitution(
    tx: Tx, group: Group, constitution: Constitution, by: tuple[UUID, UUID | None], at: datetime
) -> None:
    """Write the version that a group has now.

    by  the person, and the proposal that was voted on
    """
    await add_row(
        tx,
        "groups.constitution",
        {
            "group_id": group.id,
            "version": group.constitution_version,
            "document": Jsonb(msgspec.to_builtins(constitution)),
            "proposal_id": by[1],
            "made_by": by[0],
            "made_at": at,
        },
    )


async def constitution(tx: Tx, group: GroupId, version: int) -> Constitution | None:
    """One version of a group's constitution."""
    found = await fetch_value(
        tx,
        "SELECT document FROM groups.constitution WHERE group_id = %(g)s AND version = %(v)s",
        {"g": group, "v": version},
    )
    return None if found is None else msgspec.convert(found, Constitution)
