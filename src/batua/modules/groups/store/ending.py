"""What the end of a group reads and writes: claims, hindrances, shares."""

from collections.abc import Sequence
from uuid import UUID

from batua.kit.db import Tx, execute, fetch_all, fetch_one
from batua.modules.groups.store.rows import columns, many
from batua.modules.groups.types import (
    Claim,
    GroupId,
    Hindrance,
    MemberId,
    ProposalId,
    Transaction,
    TransactionStatus,
)

_COLUMNS = columns(Transaction)


async def claims(tx: Tx, group: GroupId, members: Sequence[MemberId] | None = None) -> list[Claim]:
    """What speaks for each member who is active now, those who asked to come in first first.

    members  only these, whatever became of them
    """
    whose = "m.status = 'active'" if members is None else "m.id = ANY(%(members)s)"
    return await many(
        tx,
        Claim,
        "SELECT m.id, m.person, m.saved_minor, coalesce(paid.minor, 0)::bigint,"  # noqa: S608
        " m.voice_since IS NOT NULL AND m.voice_until IS NULL"
        " FROM groups.member AS m LEFT JOIN ("
        "  SELECT t.member_id, -sum(t.amount_minor) AS minor FROM groups.transaction AS t"
        "  WHERE t.group_id = %(group)s AND t.kind = 'payout' AND t.status = 'succeeded'"
        "  GROUP BY t.member_id) AS paid ON paid.member_id = m.id"
        f" WHERE m.group_id = %(group)s AND {whose} ORDER BY m.asked_at, m.id",
        {"group": group, "members": list(members or ())},
    )


async def hindrances(tx: Tx, group: GroupId) -> tuple[Hindrance, ...]:
    """What is under way in a group that must come to its end first."""
    row = await fetch_one(
        tx,
        "SELECT"
        " EXISTS (SELECT FROM groups.loan WHERE group_id = %(group)s"
        "  AND status IN ('approved', 'active')),"
        " EXISTS (SELECT FROM groups.proposal WHERE group_id = %(group)s AND kind <> 'dissolve'"
        "  AND (status IN ('approved', 'executing') OR (status = 'failed' AND hold_id IS NOT NULL))),"
        " EXISTS (SELECT FROM groups.transaction WHERE group_id = %(group)s"
        "  AND status IN ('pending', 'unknown') AND kind <> 'share')",
        {"group": group},
    )
    assert row is not None, "it is one row"
    return tuple(what for what, is_there in zip(Hindrance, row, strict=True) if is_there)


async def add_shares(tx: Tx, shares: Sequence[Transaction]) -> None:
    """Write the shares that are to be paid, all at once; one that is there stays as it is."""
    if not shares:
        return
    one = shares[0]
    await execute(
        tx,
        "INSERT INTO groups.transaction (id, group_id, kind, status, member_id, amount_minor, note,"
        " proposal_id, created_at)"
        " SELECT share.id, %(group)s, 'share', 'pending', share.member, share.minor, %(note)s,"
        " %(proposal)s, %(at)s"
        " FROM unnest(%(ids)s::uuid[], %(members)s::uuid[], %(minors)s::bigint[])"
        " AS share (id, member, minor) ON CONFLICT (id) DO NOTHING",
        {
            "group": one.group_id,
            "note": one.note,
            "proposal": one.proposal_id,
            "at": one.created_at,
            "ids": [each.id for each in shares],
            "members": [each.member_id for each in shares],
            "minors": [each.amount_minor for each in shares],
        },
    )


async def waiting(
    tx: Tx, proposal: ProposalId, after: UUID | None, limit: int
) -> list[Transaction]:
    """Shares that are not paid yet, by id."""
    return await many(
        tx,
        Transaction,
        f"SELECT {_COLUMNS} FROM groups.transaction"  # noqa: S608
        " WHERE proposal_id = %(proposal)s AND kind = 'share' AND status = 'pending'"
        " AND (%(after)s::uuid IS NULL OR id > %(after)s) ORDER BY id LIMIT %(limit)s",
        {"proposal": proposal, "after": after, "limit": limit},
    )


async def shares(tx: Tx, proposal: ProposalId) -> dict[MemberId, tuple[int, TransactionStatus]]:
    """What each member gets or got; as many as there were members at most."""
    rows = await fetch_all(
        tx,
        "SELECT member_id, -amount_minor, status FROM groups.transaction"
        " WHERE proposal_id = %(proposal)s AND kind = 'share'",
        {"proposal": proposal},
    )
    return {MemberId(id): (int(minor), TransactionStatus(status)) for id, minor, status in rows}


async def under_way(tx: Tx, limit: int) -> list[tuple[GroupId, ProposalId]]:
    """Groups that end and whose shares are not all paid yet, the oldest first."""
    rows = await fetch_all(
        tx,
        "SELECT group_id, id FROM groups.proposal"
        " WHERE status = 'executing' AND kind = 'dissolve' ORDER BY lapses_at, id LIMIT %(limit)s",
        {"limit": limit},
    )
    return [(GroupId(group), ProposalId(id)) for group, id in rows]


async def ending_of(tx: Tx, group: GroupId) -> ProposalId | None:
    """The vote by which a group ended."""
    row = await fetch_one(
        tx,
        "SELECT id FROM groups.proposal WHERE group_id = %(group)s AND kind = 'dissolve'"
        " AND status IN ('executing', 'executed')",
        {"group": group},
    )
    return None if row is None else ProposalId(row[0])
