"""What a contribution pays: fines, then dues, the oldest first; what is over is savings."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from batua.kit import journal
from batua.kit.db import Tx
from batua.modules.groups.errors import DuesPlanNotFound
from batua.modules.groups.rules import dues as rules
from batua.modules.groups.service import access
from batua.modules.groups.service.dues import writing
from batua.modules.groups.store import dues as dues_store
from batua.modules.groups.store import group as group_store
from batua.modules.groups.types import (
    Dues,
    DuesFined,
    DuesPlan,
    Group,
    GroupId,
    Member,
    Portioned,
    Transaction,
    TransactionId,
)

Plans = dict[tuple[int, str], DuesPlan]


async def plans_of(tx: Tx, group: GroupId, rows: Sequence[Dues]) -> Plans:
    """The plans that rows were written by: those of their own versions."""
    found: Plans = {}
    for version in {row.version for row in rows}:
        constitution = await group_store.constitution(tx, group, version)
        assert constitution is not None, "versions are kept"
        found |= {(version, plan.key): plan for plan in constitution.dues}
    return found


def fined(row: Dues, plan: DuesPlan) -> Dues:
    """A row with the fine of today."""
    return replace(row, fine_minor=rules.fined(plan.fine, row, writing.today()).fine_minor)


async def check_plan(tx: Tx, group: Group, plan: str) -> None:
    """Refuse a plan that the group never had; refuses DuesPlanNotFound."""
    if plan not in await dues_store.plans(tx, group.id):
        raise DuesPlanNotFound


async def hold(tx: Tx, group: Group, member: Member, plan: str | None = None) -> list[Dues]:
    """What a member owes now, with the fines of today, held until the transaction ends.

    plan     only of this one; of all when none is named
    refuses  DuesPlanNotFound
    states   DuesFined for each fine that is new
    """
    if plan is not None:
        await check_plan(tx, group, plan)
    rows = await dues_store.lock_open(tx, member.id, plan)
    plans = await plans_of(tx, group.id, rows)
    return [await _fine(tx, (group, member), row, plans) for row in rows]


async def _fine(tx: Tx, whose: tuple[Group, Member], row: Dues, plans: Plans) -> Dues:
    after = fined(row, plans[row.version, row.plan_key])
    if after.fine_minor == row.fine_minor:
        return row
    group, member = whose
    await dues_store.keep(tx, after)
    amount = group.money(after.fine_minor)
    await access.log(tx, group, None, "fined", row.id, amount_minor=amount.minor)
    fact = DuesFined(
        subject=group.id,
        audience=(member.person,),
        person=member.person,
        dues=row.id,
        amount=amount,
    )
    await journal.state(tx, fact)
    return after


@dataclass(frozen=True, slots=True)
class Allotted:
    """What a contribution pays: the rows that it changes, as they are after it, and its portions."""

    rows: tuple[Dues, ...]
    portions: tuple[Portioned, ...]
    fines_minor: int
    dues_minor: int


def allot(held: Sequence[Dues], transaction: UUID, minor: int) -> Allotted:
    """Let the money of a contribution pay rows that are held."""
    paid = rules.pay(held, minor)
    changed, portions = [], []
    for row, after in zip(held, paid.rows, strict=True):
        dues_minor = after.paid_minor - row.paid_minor
        fine_minor = after.fine_paid_minor - row.fine_paid_minor
        if dues_minor or fine_minor:
            changed.append(
                replace(row, paid_minor=after.paid_minor, fine_paid_minor=after.fine_paid_minor)
            )
            portions.append(Portioned(TransactionId(transaction), row.id, dues_minor, fine_minor))
    return Allotted(tuple(changed), tuple(portions), paid.fines_minor, paid.dues_minor)


async def settle(tx: Tx, held: Sequence[Dues], made: Transaction) -> tuple[int, int]:
    """Let a contribution pay rows that are held; what went to fines, and what to dues."""
    allotted = allot(held, made.id, made.amount_minor)
    await keep(tx, [allotted])
    return allotted.fines_minor, allotted.dues_minor


async def keep(tx: Tx, allotted: Sequence[Allotted]) -> None:
    """Write what contributions paid, one after another."""
    # A row that two of them pay is written as the later leaves it.
    after = {row.id: row for each in allotted for row in each.rows}
    if after:
        await dues_store.keep_paid(tx, list(after.values()))
        await dues_store.add_portions(tx, [one for each in allotted for one in each.portions])
