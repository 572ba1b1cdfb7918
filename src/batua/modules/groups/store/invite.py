"""The invite table: ways into a group."""

from datetime import datetime
from typing import Any
from uuid import UUID

from batua.kit.db import Tx, execute
from batua.modules.groups.store.rows import add as add_row
from batua.modules.groups.store.rows import columns, many, one
from batua.modules.groups.types import GroupId, Invite

COLUMNS = columns(Invite)
Position = tuple[datetime, UUID]


async def add(tx: Tx, invite: Invite, secret_hash: bytes | None) -> None:
    """Write a new invite; of a link the hash of its secret."""
    await add_row(
        tx,
        "groups.invite",
        {
            "id": invite.id,
            "group_id": invite.group_id,
            "kind": invite.kind.value,
            "secret_hash": secret_hash,
            "person": invite.person,
            "role": invite.role.value,
            "max_uses": invite.max_uses,
            "made_by": invite.made_by,
            "made_at": invite.made_at,
            "expires_at": invite.expires_at,
        },
    )


async def by_secret(tx: Tx, secret_hash: bytes, now: datetime) -> Invite | None:
    """The link that a secret opens, if it still does."""
    return await _one(tx, "secret_hash = %(hash)s AND {live}", {"hash": secret_hash, "now": now})


async def live(tx: Tx, group: UUID, id: UUID, now: datetime) -> Invite | None:
    """An invite of a group, if it still holds."""
    where = "id = %(id)s AND group_id = %(group)s AND {live}"
    return await _one(tx, where, {"id": id, "group": group, "now": now})


async def for_person(tx: Tx, group: UUID, person: UUID, now: datetime) -> Invite | None:
    """The newest invite of a person into a group that still holds."""
    return await _one(
        tx,
        "person = %(person)s AND group_id = %(group)s AND {live}"
        " ORDER BY made_at DESC, id DESC LIMIT 1",
        {"group": group, "person": person, "now": now},
    )


async def all_for(tx: Tx, person: UUID, now: datetime) -> list[Invite]:
    """The invites of a person that still hold, the newest first; at most fifty."""
    sql = f"SELECT {COLUMNS} FROM groups.invite WHERE person = %(person)s AND {_LIVE}"  # noqa: S608
    return await many(
        tx,
        Invite,
        f"{sql} ORDER BY made_at DESC, id DESC LIMIT 50",
        {"person": person, "now": now},
    )


async def use(tx: Tx, id: UUID) -> bool:
    """Count one who came by it; False when others were quicker."""
    sql = "UPDATE groups.invite SET used = used + 1 WHERE id = %(id)s AND used < max_uses"
    return await execute(tx, sql, {"id": id}) == 1


async def cancel(tx: Tx, group: UUID, id: UUID, now: datetime) -> bool:
    """End an invite; False when there is none that holds."""
    return (
        await execute(
            tx,
            f"UPDATE groups.invite SET cancelled_at = %(now)s"  # noqa: S608
            f" WHERE id = %(id)s AND group_id = %(group)s AND {_LIVE}",
            {"id": id, "group": group, "now": now},
        )
        == 1
    )


async def page(tx: Tx, group: GroupId, after: Position | None, limit: int) -> list[Invite]:
    """The invites of a group, the newest first."""
    at, id = after or (None, None)
    return await many(
        tx,
        Invite,
        f"SELECT {COLUMNS} FROM groups.invite WHERE group_id = %(group)s"  # noqa: S608
        " AND (%(at)s::timestamptz IS NULL OR (made_at, id) < (%(at)s, %(id)s))"
        " ORDER BY made_at DESC, id DESC LIMIT %(limit)s",
        {"group": group, "at": at, "id": id, "limit": limit},
    )


_LIVE = "cancelled_at IS NULL AND expires_at > %(now)s AND used < max_uses"


async def _one(tx: Tx, where: str, params: dict[str, Any]) -> Invite | None:
    sql = f"SELECT {COLUMNS} FROM groups.invite WHERE {where.format(live=_LIVE)}"  # noqa: S608
    return await one(tx, Invite, sql, params)
