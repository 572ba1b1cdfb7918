"""Instalments that are not paid, and the steps that were taken about them."""

from datetime import datetime
from uuid import UUID

from batua.kit.db import Tx, execute, fetch_all, fetch_value
from batua.modules.groups.store import loan as loan_store
from batua.modules.groups.store.rows import add as add_row
from batua.modules.groups.store.rows import one
from batua.modules.groups.types import Channel, DueStep, Loan, LoanId, StepTaken, Taken

Instalment = tuple[LoanId, int]


async def loan_of(tx: Tx, id: UUID, *, is_locked: bool = False) -> Loan | None:
    """A loan of any group; held until the transaction ends when that is asked for."""
    sql = f"SELECT {loan_store.COLUMNS} FROM groups.loan WHERE id = %(id)s"  # noqa: S608
    return await one(tx, Loan, sql + " FOR NO KEY UPDATE" * is_locked, {"id": id})


async def is_owed(tx: Tx, loan: LoanId, n: int) -> bool:
    """Whether an instalment counts and is not paid, of a loan that runs."""
    return bool(
        await fetch_value(
            tx,
            "SELECT EXISTS (SELECT FROM groups.loan_row AS r"
            " INNER JOIN groups.loan AS l ON l.id = r.loan_id WHERE r.loan_id = %(loan)s"
            " AND r.n = %(n)s AND r.is_current AND NOT r.is_paid AND l.status = 'active')",
            {"loan": loan, "n": n},
        )
    )


async def to_look_at(
    tx: Tx, now: datetime, after: Instalment | None, limit: int
) -> list[Instalment]:
    """Unpaid instalments of running loans that are to be looked at now, by loan and number."""
    loan, n = after or (None, None)
    rows = await fetch_all(
        tx,
        "SELECT r.loan_id, r.n FROM groups.loan_row AS r"
        " INNER JOIN groups.loan AS l ON l.id = r.loan_id"
        " WHERE r.is_current AND NOT r.is_paid AND r.chase_at <= %(now)s AND l.status = 'active'"
        " AND (%(loan)s::uuid IS NULL OR (r.loan_id, r.n) > (%(loan)s, %(n)s))"
        " ORDER BY r.loan_id, r.n LIMIT %(limit)s",
        {"now": now, "loan": loan, "n": n, "limit": limit},
    )
    return [(LoanId(id), n) for id, n in rows]


async def look_again(tx: Tx, loan: LoanId, n: int, at: datetime | None) -> None:
    """Say when an instalment is to be looked at next; None when no step is left."""
    await execute(
        tx,
        "UPDATE groups.loan_row SET chase_at = %(at)s WHERE loan_id = %(loan)s AND n = %(n)s",
        {"loan": loan, "n": n, "at": at},
    )


async def taken(tx: Tx, loan: LoanId, n: int) -> list[Taken]:
    """The steps that were taken about an instalment."""
    rows = await fetch_all(
        tx,
        "SELECT step_n, taken_at FROM groups.escalation_step"
        " WHERE loan_id = %(loan)s AND row_n = %(n)s ORDER BY step_n",
        {"loan": loan, "n": n},
    )
    return [Taken(step, at) for step, at in rows]


async def add(tx: Tx, instalment: Instalment, step: DueStep, at: datetime) -> bool:
    """Take a step; False when it was taken before."""
    loan, n = instalment
    return await add_row(
        tx,
        "groups.escalation_step",
        {
            "loan_id": loan,
            "row_n": n,
            "step_n": step.n,
            "channel": step.channel.value,
            "taken_at": at,
        },
        "ON CONFLICT DO NOTHING",
    )


async def steps(tx: Tx, loan: LoanId) -> list[StepTaken]:
    """Every step that was taken about a loan, in the order of its instalments."""
    rows = await fetch_all(
        tx,
        "SELECT row_n, step_n, channel, taken_at FROM groups.escalation_step"
        " WHERE loan_id = %(loan)s ORDER BY row_n, step_n",
        {"loan": loan},
    )
    return [StepTaken(row, step, Channel(channel), at) for row, step, channel, at in rows]
