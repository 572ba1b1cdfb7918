"""The proposal table and its ballots; tallies are counted, never added to."""

from datetime import datetime
from typing import Any
from uuid import UUID

from psycopg.types.json import Jsonb

from batua.kit.db import Tx, execute, fetch_all, fetch_value
from batua.modules.groups.store.rows import add as add_row
from batua.modules.groups.store.rows import columns, many, one
from batua.modules.groups.types import (
    Choice,
    GroupId,
    MemberId,
    Proposal,
    ProposalId,
    ProposalKind,
    ProposalStatus,
    StoredBallot,
)

COLUMNS = columns(Proposal)
Position = tuple[datetime, UUID]


def _values(proposal: Proposal) -> dict[str, Any]:
    values = {name: getattr(proposal, name) for name in COLUMNS.split(", ")}
    return {
        **values,
        "kind": proposal.kind.value,
        "status": proposal.status.value,
        "document": Jsonb(proposal.document),
    }


async def add(tx: Tx, proposal: Proposal) -> None:
    """Write a new proposal."""
    await add_row(tx, "groups.proposal", _values(proposal))


_CHANGES = tuple(
    name
    for name in COLUMNS.split(", ")
    if name not in {"id", "group_id", "kind", "asker", "reason", "subject", "document"}
)


async def keep(tx: Tx, proposal: Proposal) -> None:
    """Write what may change of a proposal; it was locked in this transaction."""
    changes = ", ".join(f"{name} = %({name})s" for name in _CHANGES)
    sql = f"UPDATE groups.proposal SET {changes} WHERE id = %(id)s"  # noqa: S608
    await execute(tx, sql, _values(proposal))


async def find(tx: Tx, group: UUID, id: UUID) -> Proposal | None:
    """A proposal of a group."""
    return await _one(tx, "id = %(id)s AND group_id = %(group)s", {"id": id, "group": group})


async def group_of(tx: Tx, id: UUID) -> GroupId | None:
    """The group of a proposal, for those who must lock it first."""
    found = await _one(tx, "id = %(id)s", {"id": id})
    return None if found is None else found.group_id


async def lock(tx: Tx, group: UUID, id: UUID) -> Proposal | None:
    """A proposal of a group, held until the transaction ends; the group was locked before."""
    return await _one(
        tx,
        "id = %(id)s AND group_id = %(group)s FOR NO KEY UPDATE",
        {"id": id, "group": group},
    )


async def lock_open(tx: Tx, group: UUID) -> list[Proposal]:
    """All open proposals of a group, held; `rules` bound how many there may be."""
    sql = (
        f"SELECT {COLUMNS} FROM groups.proposal"  # noqa: S608
        " WHERE group_id = %(group)s AND status = 'open' ORDER BY id FOR NO KEY UPDATE"
    )
    return await many(tx, Proposal, sql, {"group": group})


async def count_open(tx: Tx, groups: list[UUID]) -> dict[UUID, int]:
    """How many open proposals each of some groups has."""
    rows = await fetch_all(
        tx,
        "SELECT group_id, count(*) FROM groups.proposal"
        " WHERE group_id = ANY(%(groups)s) AND status = 'open' GROUP BY group_id",
        {"groups": groups},
    )
    return {id: int(count) for id, count in rows}


async def open_on(
    tx: Tx, group: GroupId, kind: ProposalKind, subject: UUID, now: datetime
) -> ProposalId | None:
    """The open proposal of a kind about one member."""
    found = await fetch_value(
        tx,
        "SELECT id FROM groups.proposal WHERE group_id = %(group)s AND kind = %(kind)s"
        " AND subject = %(subject)s AND status = 'open'"
        " AND expires_at > %(now)s LIMIT 1",
        {"group": group, "kind": kind.value, "subject": subject, "now": now},
    )
    return None if found is None else ProposalId(found)


async def page(
    tx: Tx,
    group: GroupId,
    statuses: list[ProposalStatus],
    after: Position | None,
    limit: int,
) -> list[Proposal]:
    """Proposals of a group, the newest first; of all states when none is named."""
    at, id = after or (None, None)
    return await many(
        tx,
        Proposal,
        f"SELECT {COLUMNS} FROM groups.proposal WHERE group_id = %(group)s"  # noqa: S608
        " AND (cardinality(%(statuses)s::text[]) = 0 OR status = ANY(%(statuses)s))"
        " AND (%(at)s::timestamptz IS NULL OR (opened_at, id) < (%(at)s, %(id)s))"
        " ORDER BY opened_at DESC, id DESC LIMIT %(limit)s",
        {
            "group": group,
            "statuses": [status.value for status in statuses],
            "at": at,
            "id": id,
            "limit": limit,
        },
    )


async def out_of_time(tx: Tx, now: datetime, limit: int) -> list[tuple[GroupId, UUID]]:
    """Open proposals whose vote is over, and undone ones that lapse, the oldest first."""
    rows = await fetch_all(
        tx,
        "SELECT group_id, id FROM ("
        " (SELECT group_id, id, expires_at AS at FROM groups.proposal"
        " WHERE status = 'open' AND expires_at <= %(now)s ORDER BY expires_at LIMIT %(limit)s)"
        " UNION ALL (SELECT group_id, id, lapses_at FROM groups.proposal"
        " WHERE status IN ('approved', 'failed') AND lapses_at <= %(now)s"
        " ORDER BY lapses_at LIMIT %(limit)s)) AS over ORDER BY at, id LIMIT %(limit)s",
        {"now": now, "limit": limit},
    )
    return [(GroupId(group), id) for group, id in rows]


async def to_pay(tx: Tx, now: datetime, limit: int) -> list[tuple[GroupId, UUID]]:
    """Approved payouts that nobody has made yet, the oldest first."""
    rows = await fetch_all(
        tx,
        "SELECT group_id, id FROM groups.proposal"
        " WHERE status = 'approved' AND kind IN ('withdraw', 'loan') AND lapses_at > %(now)s"
        " ORDER BY lapses_at, id LIMIT %(limit)s",
        {"now": now, "limit": limit},
    )
    return [(GroupId(group), id) for group, id in rows]


async def cast(tx: Tx, ballot: StoredBallot) -> None:
    """Write a ballot over the one that the elector cast before in this version."""
    await add_row(
        tx,
        "groups.ballot",
        {
            "proposal_id": ballot.proposal_id,
            "version": ballot.version,
            "member_id": ballot.member_id,
            "choice": ballot.choice.value,
            "cast_by": ballot.cast_by,
            "reason": ballot.reason,
            "cast_at": ballot.cast_at,
        },
        "ON CONFLICT (proposal_id, version, member_id) DO UPDATE SET choice = excluded.choice,"
        " cast_by = excluded.cast_by, reason = excluded.reason, cast_at = excluded.cast_at",
    )


async def said(tx: Tx, proposal: Proposal) -> dict[Choice, int]:
    """What the electors of this version say who still have their voice."""
    rows = await fetch_all(
        tx,
        "SELECT b.choice, count(*) FROM groups.ballot AS b"
        " INNER JOIN groups.member AS m ON m.id = b.member_id"
        " WHERE b.proposal_id = %(id)s AND b.version = %(version)s"
        " AND m.voice_since <= %(roll)s AND m.voice_until IS NULL"
        " AND m.person IS DISTINCT FROM %(interested)s GROUP BY b.choice",
        {
            "id": proposal.id,
            "version": proposal.version,
            "roll": proposal.roll,
            "interested": proposal.interested,
        },
    )
    return {Choice(choice): int(count) for choice, count in rows}


async def own_votes(tx: Tx, proposal: Proposal, members: list[MemberId]) -> set[MemberId]:
    """Those of some members who have voted themselves in this version."""
    rows = await fetch_all(
        tx,
        "SELECT member_id FROM groups.ballot WHERE proposal_id = %(id)s AND version = %(version)s"
        " AND member_id = ANY(%(members)s) AND cast_by = member_id",
        {"id": proposal.id, "version": proposal.version, "members": members},
    )
    return {MemberId(id) for (id,) in rows}


async def ballots(tx: Tx, proposal: Proposal, after: UUID | None, limit: int) -> list[StoredBallot]:
    """The ballots of this version, by member."""
    return await many(
        tx,
        StoredBallot,
        f"SELECT {columns(StoredBallot)} FROM groups.ballot"  # noqa: S608
        " WHERE proposal_id = %(id)s AND version = %(version)s"
        " AND (%(after)s::uuid IS NULL OR member_id > %(after)s)"
        " ORDER BY member_id LIMIT %(limit)s",
        {"id": proposal.id, "version": proposal.version, "after": after, "limit": limit},
    )


async def ballots_of(
    tx: Tx, member: MemberId, proposals: list[Proposal]
) -> dict[UUID, StoredBallot]:
    """What one member said in the versions of some proposals."""
    found = await many(
        tx,
        StoredBallot,
        f"SELECT {columns(StoredBallot)} FROM groups.ballot"  # noqa: S608
        " WHERE member_id = %(member)s AND (proposal_id, version) IN"
        " (SELECT * FROM unnest(%(ids)s::uuid[], %(versions)s::int[]))",
        {
            "member": member,
            "ids": [proposal.id for proposal in proposals],
            "versions": [proposal.version for proposal in proposals],
        },
    )
    return {ballot.proposal_id: ballot for ballot in found}


async def _one(tx: Tx, where: str, params: dict[str, Any]) -> Proposal | None:
    sql = f"SELECT {COLUMNS} FROM groups.proposal WHERE {where}"  # noqa: S608
    return await one(tx, Proposal, sql, params)
