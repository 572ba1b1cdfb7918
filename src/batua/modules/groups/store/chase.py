"""Instalments that are not paid, and the steps that were taken about them."""

from uuid import UUID

from batua.kit.db import Tx, fetch_value
from batua.modules.groups.store import loan as loan_store
from batua.modules.groups.store.rows import one
from batua.modules.groups.types import Loan, LoanId


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
