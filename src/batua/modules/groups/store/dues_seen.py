"""Dues as they are read: sums a period, and the rows of one member or of all."""

from datetime import date, datetime
from uuid import UUID

from batua.kit.db import Tx, fetch_one, fetch_value
from batua.modules.groups.store.rows import columns, many
from batua.modules.groups.types import Dues, GroupId, Member, MemberId, PeriodSums

COLUMNS = columns(Dues)
Place = tuple[date, str, UUID]
_SUMS = (
    "r.due_on, count(*) AS rows, count(*) FILTER (WHERE r.is_paid) AS paid,"
    " count(*) FILTER (WHERE NOT r.is_paid AND r.paid_minor + r.fine_paid_minor > 0) AS part,"
    " sum(r.due_minor)::bigint AS due_minor, sum(r.paid_minor)::bigint AS paid_minor,"
    " sum(r.fine_minor)::bigint AS fine_minor, sum(r.fine_paid_minor)::bigint AS fine_paid_minor"
)
# Who left without paying is not waited for any more.
_COUNTS = "(m.status = 'active' OR r.paid_minor + r.fine_paid_minor > 0)"


async def periods(
    tx: Tx, group: GroupId, key: str, until: date | None, limit: int
) -> list[PeriodSums]:
    """The sums of a plan's days, the newest first, up to a day when one is given."""
    return await many(
        tx,
        PeriodSums,
        f"SELECT {_SUMS} FROM groups.dues_row AS r"  # noqa: S608 - our own names
        " INNER JOIN groups.member AS m ON m.id = r.member_id"
        f" WHERE r.group_id = %(group)s AND r.plan_key = %(key)s AND {_COUNTS}"
        " AND r.due_on = ANY(ARRAY(SELECT DISTINCT d.due_on FROM groups.dues_row AS d"
        "  WHERE d.group_id = %(group)s AND d.plan_key = %(key)s"
        "  AND (%(until)s::date IS NULL OR d.due_on <= %(until)s)"
        "  ORDER BY d.due_on DESC LIMIT %(limit)s))"
        " GROUP BY r.due_on ORDER BY r.due_on DESC",
        {"group": group, "key": key, "until": until, "limit": limit},
    )


async def owing(
    tx: Tx,
    group: GroupId,
    days: tuple[str, list[date]],
    after: tuple[datetime, UUID] | None,
    page: tuple[bool, int],
) -> list[Member]:
    """The members that a grid shows, those who asked to come in first first.

    days  the plan and its days
    page  whether only those who owe something in these days, and how many
    """
    at, id = after or (None, None)
    only, limit = page
    return await many(
        tx,
        Member,
        f"SELECT {columns(Member, 'm.')} FROM groups.member AS m"  # noqa: S608 - our own names
        " WHERE m.group_id = %(group)s AND EXISTS (SELECT 1 FROM groups.dues_row AS r"
        "  WHERE r.member_id = m.id AND r.plan_key = %(key)s AND r.due_on = ANY(%(days)s)"
        f"  AND {_COUNTS}" + ("  AND NOT r.is_paid AND m.status = 'active'" if only else "") + ")"
        " AND (%(at)s::timestamptz IS NULL OR (m.asked_at, m.id) > (%(at)s, %(id)s))"
        " ORDER BY m.asked_at, m.id LIMIT %(limit)s",
        {"group": group, "key": days[0], "days": days[1], "at": at, "id": id, "limit": limit},
    )


async def open_of(tx: Tx, member: MemberId, limit: int) -> list[Dues]:
    """What a member has not paid, the oldest first."""
    return await many(
        tx,
        Dues,
        f"SELECT {COLUMNS} FROM groups.dues_row WHERE member_id = %(member)s AND NOT is_paid"  # noqa: S608
        " ORDER BY due_on, plan_key, id LIMIT %(limit)s",
        {"member": member, "limit": limit},
    )


async def paid_of(tx: Tx, member: MemberId, limit: int) -> list[Dues]:
    """What a member has paid, the newest first."""
    return await many(
        tx,
        Dues,
        f"SELECT {COLUMNS} FROM groups.dues_row WHERE member_id = %(member)s AND is_paid"  # noqa: S608
        " ORDER BY due_on DESC, plan_key, id LIMIT %(limit)s",
        {"member": member, "limit": limit},
    )


async def page(tx: Tx, group: GroupId, after: Place | None, limit: int) -> list[Dues]:
    """All rows of a group, the newest day first."""
    day, key, id = after or (None, None, None)
    return await many(
        tx,
        Dues,
        f"SELECT {COLUMNS} FROM groups.dues_row WHERE group_id = %(group)s"  # noqa: S608
        " AND (%(day)s::date IS NULL OR (due_on, plan_key, id) < (%(day)s, %(key)s, %(id)s))"
        " ORDER BY due_on DESC, plan_key DESC, id DESC LIMIT %(limit)s",
        {"group": group, "day": day, "key": key, "id": id, "limit": limit},
    )


async def newest_version(tx: Tx, group: GroupId, key: str) -> int | None:
    """By which version of the rules the newest row of a plan was written."""
    found: int | None = await fetch_value(
        tx,
        "SELECT version FROM groups.dues_row WHERE group_id = %(group)s AND plan_key = %(key)s"
        " ORDER BY due_on DESC, version DESC LIMIT 1",
        {"group": group, "key": key},
    )
    return found


async def owed_now(tx: Tx, member: MemberId, today: date) -> tuple[int, int]:
    """How many rows of a member are due and not paid, and how much is left of them."""
    row = await fetch_one(
        tx,
        "SELECT count(*), coalesce(sum(due_minor - paid_minor + fine_minor - fine_paid_minor), 0)"
        "::bigint FROM groups.dues_row"
        " WHERE member_id = %(member)s AND NOT is_paid AND due_on <= %(today)s",
        {"member": member, "today": today},
    )
    assert row is not None, "a count always has a row"
    return int(row[0]), int(row[1])
