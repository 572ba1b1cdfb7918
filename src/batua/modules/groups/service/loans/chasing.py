"""What is done about instalments that are not paid: one step after another, each once."""

from batua.kit.db import Tx
from batua.kit.money import Money
from batua.kit.secrets import KeyRing
from batua.modules.groups.service.loans import asking
from batua.modules.groups.service.loans.paying_back import fined
from batua.modules.groups.store import chase as chase_store
from batua.modules.groups.store import group as group_store
from batua.modules.groups.store import loan as loan_store
from batua.modules.groups.store import member as member_store
from batua.modules.groups.types import LoanId, Owed


async def is_owed(tx: Tx, loan: LoanId, n: int) -> bool:
    """Whether an instalment is still to be paid; asked by whoever is about to say so."""
    return await chase_store.is_owed(tx, loan, n)


async def owed(tx: Tx, keys: KeyRing, id: LoanId, n: int) -> Owed | None:
    """What is left of an instalment today, with its fines; None when it is not owed any more."""
    if not await chase_store.is_owed(tx, id, n):
        return None
    loan = await chase_store.loan_of(tx, id)
    assert loan is not None, "its instalment is owed"
    group = await group_store.find(tx, loan.group_id)
    member = await member_store.find(tx, loan.group_id, loan.member_id)
    assert group is not None, "a loan is of a group"
    assert member is not None, "memberships are kept"
    rule = (await asking.product_of(tx, group.id, loan)).fine
    today = await asking.today_of(tx, keys, member.person)
    rows = fined(await loan_store.rows(tx, id), rule, today)
    row = next(each for each in rows if each.n == n)
    return Owed(
        group=group.id,
        group_name=group.name,
        person=member.person,
        due_on=row.due_on,
        left=Money(row.left.total, group.currency),
    )
