"""The delegation table: votes that members gave one another."""

from datetime import datetime
from uuid import UUID

from batua.kit.db import Tx, execute, fetch_value
from batua.modules.groups.store.rows import add as add_row
from batua.modules.groups.store.rows import columns, many
from batua.modules.groups.types import GroupId, Member, MemberId, StoredDelegation

COLUMNS = columns(StoredDelegation)


async def add(tx: Tx, delegation: StoredDelegation) -> None:
    """Write a new delegation; its giver's earlier one was ended before."""
    await add_row(
        tx,
        "groups.delegation",
        {
            "id": delegation.id,
            "group_id": delegation.group_id,
            "giver": delegation.giver,
            "taker": delegation.taker,
            "since": delegation.since,
            "until": delegation.until,
        },
    )


async def end(tx: Tx, giver: UUID, now: datetime) -> bool:
    """End what a member has given; False when it is nothing."""
    sql = (
        "UPDATE groups.delegation SET ended_at = %(now)s WHERE giver = %(giver)s"
        " AND ended_at IS NULL"
    )
    return await execute(tx, sql, {"giver": giver, "now": now}) > 0


async def givers(tx: Tx, taker: UUID, now: datetime) -> list[Member]:
    """The members whose votes one holds at a moment."""
    return await many(
        tx,
        Member,
        f"SELECT {columns(Member, 'm.')} FROM groups.delegation AS d"  # noqa: S608
        " INNER JOIN groups.member AS m ON m.id = d.giver"
        " WHERE d.taker = %(taker)s AND d.ended_at IS NULL"
        " AND d.since <= %(now)s AND d.until > %(now)s ORDER BY m.id",
        {"taker": taker, "now": now},
    )


async def count_taken(tx: Tx, taker: MemberId, now: datetime) -> int:
    """How many votes a member holds now."""
    return int(
        await fetch_value(
            tx,
            "SELECT count(*) FROM groups.delegation"
            " WHERE taker = %(taker)s AND ended_at IS NULL AND until > %(now)s",
            {"taker": taker, "now": now},
        )
    )


async def of_member(
    tx: Tx, group: GroupId, member: MemberId, now: datetime
) -> list[StoredDelegation]:
    """What a member has given and taken that is not over."""
    return await many(
        tx,
        StoredDelegation,
        f"SELECT {COLUMNS} FROM groups.delegation WHERE group_id = %(group)s"  # noqa: S608
        " AND (giver = %(member)s OR taker = %(member)s)"
        " AND ended_at IS NULL AND until > %(now)s ORDER BY since, id LIMIT 50",
        {"group": group, "member": member, "now": now},
    )
