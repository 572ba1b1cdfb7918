"""Plans of dues, rows that members owe, and what was paid of them."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from batua.kit.db import Tx, add_all, array_of, execute, fetch_all, fetch_value
from batua.modules.groups.store.rows import add as add_row
from batua.modules.groups.store.rows import columns, many, one
from batua.modules.groups.types import (
    Consent,
    Dues,
    DuesPlan,
    GroupId,
    MemberId,
    Portioned,
)

COLUMNS = columns(Dues)
_CHANGING = (
    "fine_minor",
    "paid_minor",
    "fine_paid_minor",
    "fine_waived_minor",
    "look_on",
    "told_coming",
    "told_after",
    "asked_on",
    "tried_on",
)
_OF_ROW = "group_id, plan_key, member_id, due_on, due_minor, version, look_on"


async def set_next(tx: Tx, group: GroupId, key: str, next_on: date | None) -> None:
    """Write from which day on the rows of a plan are still to be written; None for no more."""
    await add_row(
        tx,
        "groups.dues_plan",
        {"group_id": group, "key": key, "next_on": next_on},
        "ON CONFLICT (group_id, key) DO UPDATE SET next_on = excluded.next_on",
    )


async def plans(tx: Tx, group: GroupId) -> dict[str, date | None]:
    """The keys of all plans that a group ever had, and where the writing of each has come to."""
    sql = "SELECT key, next_on FROM groups.dues_plan WHERE group_id = %(group)s ORDER BY key"
    return dict(await fetch_all(tx, sql, {"group": group}))


async def plans_to_write(tx: Tx, until: date, limit: int) -> list[tuple[GroupId, str]]:
    """Plans with days that are not written yet, the oldest first."""
    rows = await fetch_all(
        tx,
        "SELECT group_id, key FROM groups.dues_plan WHERE next_on <= %(until)s"
        " ORDER BY next_on, group_id, key LIMIT %(limit)s",
        {"until": until, "limit": limit},
    )
    return [(GroupId(group), key) for group, key in rows]


async def write(tx: Tx, group: GroupId, plan: DuesPlan, version: int, on: tuple[date, date]) -> int:
    """Write the rows of one day for all who were in on that day; how many were not there yet.

    on  the day, and when they are looked at first
    """
    return await execute(
        tx,
        f"INSERT INTO groups.dues_row (id, {_OF_ROW})"  # noqa: S608 - our own names
        " SELECT gen_random_uuid(), m.group_id, %(key)s, m.id, %(day)s, %(due)s, %(version)s,"
        " %(look)s FROM groups.member AS m"
        " WHERE m.group_id = %(group)s AND m.status = 'active' AND m.role <> 'viewer'"
        " AND m.joined_at < %(day)s::date + 1 ON CONFLICT (member_id, plan_key, due_on) DO NOTHING",
        {
            "group": group,
            "key": plan.key,
            "version": version,
            "due": plan.amount_minor,
            "day": on[0],
            "look": on[1],
        },
    )


async def write_for(tx: Tx, group: GroupId, member: MemberId, since: date, look_on: date) -> int:
    """Write for a newcomer what the others owe for the days from a day on; how many rows."""
    return await execute(
        tx,
        f"INSERT INTO groups.dues_row (id, {_OF_ROW})"  # noqa: S608 - our own names
        " SELECT gen_random_uuid(), new.group_id, new.plan_key, %(member)s, new.due_on,"
        " new.due_minor, new.version, %(look)s"
        " FROM (SELECT DISTINCT ON (r.plan_key, r.due_on) r.*"
        "  FROM groups.dues_plan AS p INNER JOIN groups.dues_row AS r"
        "  ON r.group_id = p.group_id AND r.plan_key = p.key AND r.due_on >= %(since)s"
        "  WHERE p.group_id = %(group)s ORDER BY r.plan_key, r.due_on, r.version) AS new"
        " ON CONFLICT (member_id, plan_key, due_on) DO NOTHING",
        {"group": group, "member": member, "since": since, "look": look_on},
    )


async def newest(tx: Tx, group: GroupId, key: str) -> date | None:
    """The newest day of a plan that has rows."""
    found: date | None = await fetch_value(
        tx,
        "SELECT max(due_on) FROM groups.dues_row WHERE group_id = %(group)s AND plan_key = %(key)s",
        {"group": group, "key": key},
    )
    return found


async def lock_open(tx: Tx, member: MemberId, key: str | None = None) -> list[Dues]:
    """What a member has not paid, the oldest first, held until the transaction ends: one payment
    of it at a time. Of all plans when none is named.
    """
    return await many(
        tx,
        Dues,
        f"SELECT {COLUMNS} FROM groups.dues_row WHERE member_id = %(member)s AND NOT is_paid"  # noqa: S608
        " AND (%(key)s::text IS NULL OR plan_key = %(key)s)"
        " ORDER BY due_on, plan_key, id FOR NO KEY UPDATE",
        {"member": member, "key": key},
    )


async def lock_open_of(tx: Tx, members: Collection[MemberId]) -> list[Dues]:
    """What some members have not paid, held as by `lock_open`: each one's, the oldest first."""
    return await many(
        tx,
        Dues,
        f"SELECT {COLUMNS} FROM groups.dues_row"  # noqa: S608 - our own names
        " WHERE member_id = ANY(%(members)s::uuid[]) AND NOT is_paid"
        " ORDER BY member_id, due_on, plan_key, id FOR NO KEY UPDATE",
        {"members": array_of(members)},
    )


async def keep_paid(tx: Tx, rows: Sequence[Dues]) -> None:
    """Write how much of some rows is paid; they were locked in this transaction."""
    await execute(
        tx,
        "UPDATE groups.dues_row AS d SET paid_minor = p.paid, fine_paid_minor = p.fine_paid"
        " FROM unnest(%(ids)s::uuid[], %(paid)s::bigint[], %(fine_paid)s::bigint[])"
        " AS p (id, paid, fine_paid) WHERE d.id = p.id",
        {
            "ids": array_of(row.id for row in rows),
            "paid": array_of(row.paid_minor for row in rows),
            "fine_paid": array_of(row.fine_paid_minor for row in rows),
        },
    )


async def lock(tx: Tx, group: GroupId, id: UUID) -> Dues | None:
    """A row of a group, held until the transaction ends."""
    sql = (
        f"SELECT {COLUMNS} FROM groups.dues_row"  # noqa: S608
        " WHERE id = %(id)s AND group_id = %(group)s FOR NO KEY UPDATE"
    )
    return await one(tx, Dues, sql, {"id": id, "group": group})


async def keep(tx: Tx, dues: Dues) -> None:
    """Write what may change of a row; it was locked in this transaction."""
    changes = ", ".join(f"{name} = %({name})s" for name in _CHANGING)
    values = {name: getattr(dues, name) for name in ("id", *_CHANGING)}
    await execute(tx, f"UPDATE groups.dues_row SET {changes} WHERE id = %(id)s", values)  # noqa: S608


async def add_portions(tx: Tx, portions: Iterable[Portioned]) -> None:
    """Write down what contributions paid."""
    rows = [
        {
            "transaction_id": portion.transaction_id,
            "row_id": portion.row_id,
            "dues_minor": portion.dues_minor,
            "fine_minor": portion.fine_minor,
        }
        for portion in portions
    ]
    await add_all(tx, "groups.dues_payment", rows)


async def portions(tx: Tx, transaction: UUID) -> list[Portioned]:
    """What a contribution paid, the oldest dues first."""
    return await many(
        tx,
        Portioned,
        f"SELECT {columns(Portioned, 'p.')} FROM groups.dues_payment AS p"  # noqa: S608
        " INNER JOIN groups.dues_row AS r ON r.id = p.row_id"
        " WHERE p.transaction_id = %(transaction)s ORDER BY r.due_on, r.plan_key, r.id",
        {"transaction": transaction},
    )


async def to_look(tx: Tx, today: date, limit: int) -> list[tuple[GroupId, MemberId]]:
    """Members with rows that are to be looked at, the longest waiting first."""
    rows = await fetch_all(
        tx,
        "SELECT group_id, member_id FROM groups.dues_row"
        " WHERE look_on <= %(today)s AND NOT is_paid"
        " GROUP BY group_id, member_id ORDER BY min(look_on), member_id LIMIT %(limit)s",
        {"today": today, "limit": limit},
    )
    return [(GroupId(group), MemberId(member)) for group, member in rows]


async def look_soon(tx: Tx, member: MemberId, key: str, today: date) -> None:
    """Have the open rows of a plan looked at today."""
    await execute(
        tx,
        "UPDATE groups.dues_row SET look_on = %(today)s"
        " WHERE member_id = %(member)s AND plan_key = %(key)s AND NOT is_paid",
        {"member": member, "key": key, "today": today},
    )


async def consents(tx: Tx, member: MemberId) -> dict[str, Consent]:
    """What a member allows now, by plan."""
    found = await many(
        tx,
        Consent,
        f"SELECT {columns(Consent)} FROM groups.dues_consent"  # noqa: S608
        " WHERE member_id = %(member)s AND ended_at IS NULL",
        {"member": member},
    )
    return {consent.plan_key: consent for consent in found}


async def allow(tx: Tx, consent: Consent) -> None:
    """Write what a member allows; it takes the place of what she allowed before."""
    values: dict[str, Any] = {
        "member_id": consent.member_id,
        "plan_key": consent.plan_key,
        "max_minor": consent.max_minor,
        "session": consent.session,
        "given_at": consent.given_at,
        "ended_at": None,
    }
    changes = ", ".join(f"{name} = excluded.{name}" for name in list(values)[2:])
    conflict = f"ON CONFLICT (member_id, plan_key) DO UPDATE SET {changes}"
    await add_row(tx, "groups.dues_consent", values, conflict)


async def stop(tx: Tx, member: MemberId, key: str, at: datetime) -> bool:
    """End what a member allows; False when she allowed nothing."""
    stopped = await execute(
        tx,
        "UPDATE groups.dues_consent SET ended_at = %(at)s"
        " WHERE member_id = %(member)s AND plan_key = %(key)s AND ended_at IS NULL",
        {"member": member, "key": key, "at": at},
    )
    return stopped == 1


async def lock_owed(
    tx: Tx, group: GroupId, key: str, days: tuple[date, date], limit: int
) -> list[Dues]:
    """Rows of active members that are due, not paid, and were not asked for today.

    days  the last day that counts, and today
    """
    return await many(
        tx,
        Dues,
        f"SELECT {columns(Dues, 'r.')} FROM groups.dues_row AS r"  # noqa: S608
        " INNER JOIN groups.member AS m ON m.id = r.member_id AND m.status = 'active'"
        " WHERE r.group_id = %(group)s AND r.plan_key = %(key)s AND NOT r.is_paid"
        " AND r.due_on <= %(until)s AND (r.asked_on IS NULL OR r.asked_on < %(today)s)"
        " ORDER BY r.due_on, r.id LIMIT %(limit)s FOR NO KEY UPDATE OF r",
        {"group": group, "key": key, "until": days[0], "today": days[1], "limit": limit},
    )


async def of_members(
    tx: Tx, group: GroupId, key: str, members: Sequence[MemberId], days: Sequence[date]
) -> list[Dues]:
    """The rows of some members for some days of a plan; the caller bounds both."""
    return await many(
        tx,
        Dues,
        f"SELECT {COLUMNS} FROM groups.dues_row WHERE member_id = ANY(%(members)s)"  # noqa: S608
        " AND plan_key = %(key)s AND due_on = ANY(%(days)s) AND group_id = %(group)s",
        {"group": group, "key": key, "members": list(members), "days": list(days)},
    )
