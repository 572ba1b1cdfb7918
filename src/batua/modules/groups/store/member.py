"""The member table: who belongs, in which role, and since when she has a voice."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from batua.kit import clock
from batua.kit.db import Tx, array_of, execute, fetch_all, fetch_one, fetch_value
from batua.modules.groups.store.rows import add as add_row
from batua.modules.groups.store.rows import columns, many, one
from batua.modules.groups.types import (
    GroupId,
    Member,
    MemberId,
    MemberStatus,
    Question,
    Role,
)
from batua.modules.identity.types import PersonId

COLUMNS = columns(Member)
Position = tuple[datetime, UUID]


async def add(tx: Tx, member: Member) -> None:
    """Write a new membership; refuses AlreadyMember by its constraint."""
    await add_row(
        tx,
        "groups.member",
        {
            "id": member.id,
            "group_id": member.group_id,
            "person": member.person,
            "role": member.role.value,
            "status": member.status.value,
            "invite_id": member.invite_id,
            "voice_since": member.voice_since,
            "asked_at": member.asked_at,
            "joined_at": member.joined_at,
        },
    )


async def of_person(tx: Tx, group: UUID, person: UUID) -> Member | None:
    """The membership that a person has or has asked for."""
    return await _one(
        tx,
        "group_id = %(group)s AND person = %(person)s AND status IN ('asked', 'active')",
        {"group": group, "person": person},
    )


async def asked_by(tx: Tx, person: UUID) -> list[Member]:
    """Where a person asks to come in, the newest first; at most fifty."""
    sql = f"SELECT {COLUMNS} FROM groups.member WHERE person = %(person)s"  # noqa: S608
    return await many(
        tx,
        Member,
        f"{sql} AND status = 'asked' ORDER BY asked_at DESC, id DESC LIMIT 50",
        {"person": person},
    )


async def of_people(
    tx: Tx, pairs: Collection[tuple[GroupId, PersonId]]
) -> dict[tuple[GroupId, PersonId], Member]:
    """The memberships, held or asked for, of pairs of a group and a person."""
    found = await many(
        tx,
        Member,
        f"SELECT {columns(Member, 'm.')} FROM groups.member AS m"  # noqa: S608 - our own names
        " INNER JOIN unnest(%(groups)s::uuid[], %(people)s::uuid[]) AS a (group_id, person)"
        " ON m.group_id = a.group_id AND m.person = a.person"
        " WHERE m.status IN ('asked', 'active')",
        {
            "groups": array_of(group for group, _ in pairs),
            "people": array_of(person for _, person in pairs),
        },
    )
    return {(member.group_id, member.person): member for member in found}


async def find(tx: Tx, group: UUID, id: UUID) -> Member | None:
    """One membership of a group, also one that is over."""
    return await _one(tx, "group_id = %(group)s AND id = %(id)s", {"group": group, "id": id})


async def last_of(tx: Tx, group: UUID, person: UUID) -> Member:
    """The newest membership of somebody who was let in once."""
    found = await _one(
        tx,
        "group_id = %(group)s AND person = %(person)s AND joined_at IS NOT NULL"
        " ORDER BY joined_at DESC, id DESC LIMIT 1",
        {"group": group, "person": person},
    )
    assert found is not None, "memberships are kept"
    return found


async def keep(tx: Tx, member: Member) -> None:
    """Write what may change of a membership, but for her savings; its group was locked."""
    await execute(
        tx,
        "UPDATE groups.member SET role = %(role)s, status = %(status)s,"
        " voice_since = %(since)s, voice_until = %(until)s, pays_dues_itself = %(pays)s,"
        " joined_at = %(joined_at)s, ended_at = %(ended_at)s WHERE id = %(id)s",
        {
            "id": member.id,
            "role": member.role.value,
            "status": member.status.value,
            "since": member.voice_since,
            "until": member.voice_until,
            "pays": member.pays_dues_itself,
            "joined_at": member.joined_at,
            "ended_at": member.ended_at,
        },
    )


async def save(tx: Tx, id: MemberId, minor: int) -> bool:
    """Add to what an active member has saved in the pot; False when she is not, or not any more."""
    saved = await execute(
        tx,
        "UPDATE groups.member SET saved_minor = saved_minor + %(minor)s"
        " WHERE id = %(id)s AND status = 'active'",
        {"id": id, "minor": minor},
    )
    return saved == 1


async def save_all(tx: Tx, saved: Mapping[MemberId, int]) -> bool:
    """Add to what active members have saved; False when one of them is not, or not any more."""
    count = await execute(
        tx,
        "UPDATE groups.member AS m SET saved_minor = m.saved_minor + s.minor"
        " FROM unnest(%(ids)s::uuid[], %(minors)s::bigint[]) AS s (id, minor)"
        " WHERE m.id = s.id AND m.status = 'active'",
        {"ids": array_of(saved), "minors": array_of(saved.values())},
    )
    return count == len(saved)


async def spend(tx: Tx, id: MemberId, minor: int) -> bool:
    """Take from what a member has saved, also of one who has gone; False when it is not so much."""
    spent = await execute(
        tx,
        "UPDATE groups.member SET saved_minor = saved_minor - %(minor)s"
        " WHERE id = %(id)s AND saved_minor >= %(minor)s",
        {"id": id, "minor": minor},
    )
    return spent == 1


async def debts(tx: Tx, id: MemberId) -> tuple[int, int]:
    """What a member owes for loans and dues, and for how many loans of others she answers."""
    row = await fetch_one(
        tx,
        "SELECT"
        " (SELECT coalesce(sum(outstanding_minor), 0)::bigint FROM groups.loan"
        "  WHERE member_id = %(id)s AND status = 'active')"
        " + (SELECT coalesce(sum(due_minor - paid_minor + fine_minor - fine_paid_minor), 0)::bigint"
        "  FROM groups.dues_row WHERE member_id = %(id)s AND due_on < %(today)s AND NOT is_paid),"
        " (SELECT count(*) FROM groups.guarantee AS g INNER JOIN groups.loan AS l ON l.id = g.loan_id"
        "  WHERE g.member_id = %(id)s AND g.status IN ('agreed', 'called')"
        "  AND l.status IN ('voting', 'approved', 'active'))",
        {"id": id, "today": clock.now().date()},
    )
    assert row is not None, "a sum always has a row"
    return int(row[0]), int(row[1])


async def voices(tx: Tx, group: GroupId) -> int:
    """How many have a voice now."""
    return int(
        await fetch_value(
            tx,
            "SELECT count(*) FROM groups.member WHERE group_id = %(group)s"
            " AND voice_since IS NOT NULL AND voice_until IS NULL",
            {"group": group},
        )
    )


async def page(
    tx: Tx,
    group: GroupId,
    status: MemberStatus,
    after: Position | None,
    limit: int,
    role: Role | None = None,
) -> list[Member]:
    """Memberships of a status, in a role if one is given, those asked for first first."""
    return await many(
        tx,
        Member,
        f"SELECT {COLUMNS} FROM groups.member" + _part(after, role),  # noqa: S608
        _place(group, status, after, limit),
    )


def _part(after: Position | None, role: Role | None) -> str:
    return (
        " WHERE group_id = %(group)s AND status = %(status)s"
        # Told in the text, so that the index of offices is known to hold them.
        + ("" if role is None else f" AND role = '{role.value}'")
        + ("" if after is None else " AND (asked_at, id) > (%(at)s, %(id)s)")
        + " ORDER BY asked_at, id LIMIT %(limit)s"
    )


def _place(
    group: GroupId, status: MemberStatus, after: Position | None, limit: int
) -> dict[str, Any]:
    at, id = after or (None, None)
    return {"group": group, "status": status.value, "at": at, "id": id, "limit": limit}


async def people(
    tx: Tx,
    group: GroupId,
    status: MemberStatus,
    after: Position | None,
    limit: int,
    role: Role | None = None,
) -> list[tuple[datetime, UUID, str]]:
    """The same as their place and who they are: for whoever looks through all of them."""
    found: list[tuple[datetime, UUID, str]] = await fetch_all(
        tx,
        "SELECT asked_at, id, person::text FROM groups.member"  # noqa: S608
        + _part(after, role),
        _place(group, status, after, limit),
    )
    return found


async def asking(tx: Tx, group: GroupId) -> list[Member]:
    """All who have asked to come in; for the end of the group."""
    return await many(
        tx,
        Member,
        f"SELECT {COLUMNS} FROM groups.member"  # noqa: S608
        " WHERE group_id = %(group)s AND status = 'asked' ORDER BY asked_at, id",
        {"group": group},
    )


async def officers(tx: Tx, group: GroupId) -> list[Member]:
    """The active members with an office; they are few, for a vote gave each hers."""
    return await many(
        tx,
        Member,
        f"SELECT {COLUMNS} FROM groups.member WHERE group_id = %(group)s"  # noqa: S608
        " AND status = 'active' AND role IN ('chair', 'treasurer', 'secretary')"
        " ORDER BY joined_at, id LIMIT 100",
        {"group": group},
    )


async def by_ids(tx: Tx, group: GroupId, ids: list[UUID]) -> dict[UUID, Member]:
    """Memberships of a group by id; the caller bounds how many."""
    found = await many(
        tx,
        Member,
        f"SELECT {COLUMNS} FROM groups.member WHERE group_id = %(group)s AND id = ANY(%(ids)s)",  # noqa: S608
        {"group": group, "ids": ids},
    )
    return {member.id: member for member in found}


async def electors(tx: Tx, group: GroupId, question: Question) -> tuple[int, bool]:
    """How many have a voice now and may vote on a question, and whether one is not its asker.

    The group is locked and its roll is the question's, so these are the electors of its opening.
    """
    row = await fetch_one(
        tx,
        "SELECT count(*), coalesce(bool_or(person <> %(asker)s), false) FROM groups.member"
        " WHERE group_id = %(group)s AND voice_since IS NOT NULL AND voice_until IS NULL"
        " AND person IS DISTINCT FROM %(interested)s",
        {"group": group, "asker": question.asker, "interested": question.interested},
    )
    assert row is not None, "a count always has a row"
    return int(row[0]), bool(row[1])


async def keeping(tx: Tx, group: GroupId, question: Question) -> int:
    """How many electors of a question still have their voice."""
    return int(
        await fetch_value(
            tx,
            "SELECT count(*) FROM groups.member"
            " WHERE group_id = %(group)s AND voice_since <= %(roll)s AND voice_until IS NULL"
            " AND person IS DISTINCT FROM %(interested)s",
            {"group": group, "roll": question.roll, "interested": question.interested},
        )
    )


async def _one(tx: Tx, where: str, params: dict[str, Any]) -> Member | None:
    sql = f"SELECT {COLUMNS} FROM groups.member WHERE {where}"  # noqa: S608
    return await one(tx, Member, sql, params)
