"""Loans, their instalments, who answers for them, and what was paid back."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec
from psycopg.types.json import Jsonb

from batua.kit.db import Tx, execute, fetch_all
from batua.modules.groups.store.rows import add as add_row
from batua.modules.groups.store.rows import columns, many, one
from batua.modules.groups.types import (
    GroupId,
    Guarantee,
    Loan,
    LoanId,
    LoanStatus,
    MemberId,
    Part,
    Portion,
    Repayment,
    Row,
    Sums,
)

COLUMNS = columns(Loan)
Position = tuple[datetime, UUID]
_ENUMS = ("status", "interest", "period", "grace")


def _values(loan: Loan) -> dict[str, Any]:
    values = {name: getattr(loan, name) for name in COLUMNS.split(", ")}
    return {**values, **{name: values[name].value for name in _ENUMS}}


async def add(tx: Tx, loan: Loan) -> None:
    """Write a new loan."""
    await add_row(tx, "groups.loan", _values(loan))


async def keep(tx: Tx, loan: Loan) -> None:
    """Write what may change of a loan; it was locked in this transaction."""
    await execute(
        tx,
        "UPDATE groups.loan SET status = %(status)s, first_due_on = %(first_due_on)s,"
        " proposal_id = %(proposal_id)s, outstanding_minor = %(outstanding_minor)s,"
        " disbursed_at = %(disbursed_at)s, ended_at = %(ended_at)s WHERE id = %(id)s",
        _values(loan),
    )


async def find(tx: Tx, group: UUID, id: UUID) -> Loan | None:
    """A loan of a group."""
    return await _one(tx, "id = %(id)s AND group_id = %(group)s", {"id": id, "group": group})


async def lock(tx: Tx, group: UUID, id: UUID) -> Loan | None:
    """A loan of a group, held until the transaction ends: one repayment of it at a time."""
    return await _one(
        tx, "id = %(id)s AND group_id = %(group)s FOR NO KEY UPDATE", {"id": id, "group": group}
    )


async def open_of(tx: Tx, member: MemberId) -> Loan | None:
    """The loan that a member has, or has asked for."""
    return await _one(
        tx,
        "member_id = %(member)s AND status IN ('asked', 'voting', 'approved', 'active') LIMIT 1",
        {"member": member},
    )


async def asked(tx: Tx, group: GroupId) -> list[Loan]:
    """Loans that wait for those who answer for them, held; for the end of the group."""
    return await many(
        tx,
        Loan,
        f"SELECT {COLUMNS} FROM groups.loan"  # noqa: S608
        " WHERE group_id = %(group)s AND status = 'asked' ORDER BY id FOR NO KEY UPDATE",
        {"group": group},
    )


async def page(
    tx: Tx,
    group: GroupId,
    wanted: tuple[Sequence[LoanStatus], MemberId | None],
    after: Position | None,
    limit: int,
) -> list[Loan]:
    """Loans of a group, the newest first.

    wanted  the states, all when none is named, and the one whose they are
    """
    statuses, member = wanted
    at, id = after or (None, None)
    return await many(
        tx,
        Loan,
        f"SELECT {COLUMNS} FROM groups.loan WHERE group_id = %(group)s"  # noqa: S608
        " AND (cardinality(%(statuses)s::text[]) = 0 OR status = ANY(%(statuses)s))"
        " AND (%(member)s::uuid IS NULL OR member_id = %(member)s)"
        " AND (%(at)s::timestamptz IS NULL OR (asked_at, id) < (%(at)s, %(id)s))"
        " ORDER BY asked_at DESC, id DESC LIMIT %(limit)s",
        {
            "group": group,
            "statuses": [status.value for status in statuses],
            "member": member,
            "at": at,
            "id": id,
            "limit": limit,
        },
    )


_DUE = ", ".join(f"{part.value}_minor" for part in Part)
_PAID = ", ".join(f"{part.value}_paid_minor" for part in Part)


async def rows(tx: Tx, loan: LoanId) -> tuple[Row, ...]:
    """The schedule as it stands."""
    found = await fetch_all(
        tx,
        f"SELECT n, due_on, {_DUE}, {_PAID} FROM groups.loan_row"  # noqa: S608
        " WHERE loan_id = %(loan)s AND is_current ORDER BY n",
        {"loan": loan},
    )
    return tuple(Row(n, on, Sums(*sums[:4]), Sums(*sums[4:])) for n, on, *sums in found)


async def unpaid_rows(tx: Tx, loans: list[LoanId]) -> dict[LoanId, tuple[Row, ...]]:
    """What is left to pay of some loans, in order; the caller bounds how many."""
    found = await fetch_all(
        tx,
        f"SELECT loan_id, n, due_on, {_DUE}, {_PAID} FROM groups.loan_row"  # noqa: S608
        " WHERE loan_id = ANY(%(loans)s) AND is_current AND NOT is_paid ORDER BY n",
        {"loans": loans},
    )
    left: dict[LoanId, list[Row]] = {}
    for loan, n, on, *sums in found:
        left.setdefault(loan, []).append(Row(n, on, Sums(*sums[:4]), Sums(*sums[4:])))
    return {loan: tuple(each) for loan, each in left.items()}


async def keep_rows(tx: Tx, loan: LoanId, schedule: tuple[Row, ...]) -> None:
    """Write the schedule as it stands now; rows that are not in it any more count no longer."""
    await execute(
        tx,
        "UPDATE groups.loan_row SET is_current = false"
        " WHERE loan_id = %(loan)s AND is_current AND NOT n = ANY(%(left)s)",
        {"loan": loan, "left": [row.n for row in schedule]},
    )
    changes = ", ".join(f"{name} = excluded.{name}" for name in f"{_DUE}, {_PAID}".split(", "))
    for row in schedule:
        values = {"loan_id": loan, "n": row.n, "due_on": row.due_on}
        values |= {f"{part.value}_minor": row.due.of(part) for part in Part}
        values |= {f"{part.value}_paid_minor": row.paid.of(part) for part in Part}
        conflict = f"ON CONFLICT (loan_id, n) DO UPDATE SET {changes}"
        await add_row(tx, "groups.loan_row", values, conflict)


async def add_guarantee(tx: Tx, guarantee: Guarantee) -> bool:
    """Ask somebody to answer for a loan; False when she was asked before."""
    return await add_row(
        tx,
        "groups.guarantee",
        {
            "loan_id": guarantee.loan_id,
            "member_id": guarantee.member_id,
            "status": guarantee.status.value,
            "asked_at": guarantee.asked_at,
        },
        "ON CONFLICT DO NOTHING",
    )


async def keep_guarantee(tx: Tx, guarantee: Guarantee) -> None:
    """Write what somebody said; the loan was locked in this transaction."""
    await execute(
        tx,
        "UPDATE groups.guarantee SET status = %(status)s, answered_at = %(answered_at)s,"
        " ended_at = %(ended_at)s WHERE loan_id = %(loan)s AND member_id = %(member)s",
        {
            "loan": guarantee.loan_id,
            "member": guarantee.member_id,
            "status": guarantee.status.value,
            "answered_at": guarantee.answered_at,
            "ended_at": guarantee.ended_at,
        },
    )


async def guarantees(tx: Tx, loan: LoanId) -> list[Guarantee]:
    """Those who were asked to answer for a loan; the rules bound how many."""
    return await many(
        tx,
        Guarantee,
        f"SELECT {columns(Guarantee)} FROM groups.guarantee"  # noqa: S608
        " WHERE loan_id = %(loan)s ORDER BY asked_at, member_id",
        {"loan": loan},
    )


async def waiting_for(tx: Tx, member: MemberId) -> list[LoanId]:
    """Loans for which a member was asked to answer, or is called to pay; the first asked first."""
    found = await fetch_all(
        tx,
        "SELECT g.loan_id FROM groups.guarantee AS g INNER JOIN groups.loan AS l ON l.id = g.loan_id"
        " WHERE g.member_id = %(member)s AND (g.status, l.status) IN"
        " (('asked', 'asked'), ('called', 'active'))"
        " ORDER BY g.asked_at, g.loan_id LIMIT 50",
        {"member": member},
    )
    return [LoanId(id) for (id,) in found]


async def repayments(tx: Tx, loan: LoanId, after: Position | None, limit: int) -> list[Repayment]:
    """What was paid of a loan, the newest first."""
    at, id = after or (None, None)
    return await many(
        tx,
        Repayment,
        f"SELECT {columns(Repayment)} FROM groups.repayment WHERE loan_id = %(loan)s"  # noqa: S608
        " AND (%(at)s::timestamptz IS NULL OR (paid_at, transaction_id) < (%(at)s, %(id)s))"
        " ORDER BY paid_at DESC, transaction_id DESC LIMIT %(limit)s",
        {"loan": loan, "at": at, "id": id, "limit": limit},
    )


async def repayment(tx: Tx, group: UUID, transaction: UUID) -> Repayment | None:
    """What one transaction of a group paid of a loan."""
    return await one(
        tx,
        Repayment,
        f"SELECT {columns(Repayment, 'r.')} FROM groups.repayment AS r"  # noqa: S608
        " INNER JOIN groups.loan AS l ON l.id = r.loan_id"
        " WHERE r.transaction_id = %(id)s AND l.group_id = %(group)s",
        {"id": transaction, "group": group},
    )


async def add_repayment(
    tx: Tx, transaction: UUID, loan: LoanId, portions: tuple[Portion, ...], at: datetime
) -> None:
    """Write down what a repayment paid, part by part."""
    sums = {f"{part.value}_minor": 0 for part in Part}
    for portion in portions:
        sums[f"{portion.part.value}_minor"] += portion.minor
    await add_row(
        tx,
        "groups.repayment",
        {
            "transaction_id": transaction,
            "loan_id": loan,
            "portions": Jsonb(msgspec.to_builtins(portions)),
            "paid_at": at,
            **sums,
        },
    )


async def _one(tx: Tx, where: str, params: dict[str, Any]) -> Loan | None:
    sql = f"SELECT {COLUMNS} FROM groups.loan WHERE {where}"  # noqa: S608
    return await one(tx, Loan, sql, params)
