"""What time does to rows: reminders, fines, and money taken from the wallet as its owner allowed.

A member's rows are looked at in one transaction that holds them, so whatever is done is done once,
however many look at the same time, and not at all when the worker dies in between.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from batua.kit import journal
from batua.kit.db import Tx, stated_refusals
from batua.kit.money import Money
from batua.kit.refusal import Refusal, Unavailable
from batua.kit.secrets import KeyRing
from batua.modules.groups.rules import dues as rules
from batua.modules.groups.service.contributing import contribute
from batua.modules.groups.service.dues import allocating, writing
from batua.modules.groups.store import dues as dues_store
from batua.modules.groups.store import group as group_store
from batua.modules.groups.store import member as member_store
from batua.modules.groups.types import (
    Consent,
    ContributeOrder,
    Dues,
    DuesNotTaken,
    DuesReminded,
    DuesTaken,
    Group,
    GroupId,
    Member,
    MemberId,
    MemberStatus,
)
from batua.modules.payments.types import Actor

COMING: Final = "coming"
MISSED: Final = "missed"
ASKED: Final = "asked"


@dataclass(frozen=True, slots=True)
class _Whose:
    """The member whose rows are looked at, and on which day."""

    group: Group
    member: Member
    today: date

    def amount(self, rows: Sequence[Dues]) -> Money:
        return self.group.money(sum(row.left_minor + row.fine_left_minor for row in rows))


async def to_look(tx: Tx, limit: int) -> list[tuple[GroupId, MemberId]]:
    """Members with rows about which something may be to do today."""
    return await dues_store.to_look(tx, writing.today(), limit)


async def look(tx: Tx, keys: KeyRing, id: GroupId, member_id: MemberId) -> bool:
    """Look at what one member owes: fine it, take it if she allows, tell her; whether there was any.

    repeat  nothing is done twice: not a fine, not a try of a day, not a word
    states  DuesReminded, DuesFined, DuesTaken or DuesNotTaken, and what a contribution states
    """
    rows = await dues_store.lock_open(tx, member_id)
    group = await group_store.find(tx, id)
    member = await member_store.find(tx, id, member_id)
    assert group is not None and member is not None, "both are kept"  # noqa: PT018
    whose = _Whose(group, member, writing.today())
    waiting = [row for row in rows if row.look_on is not None and row.look_on <= whose.today]
    if not waiting:
        return False
    if member.status is not MemberStatus.ACTIVE or group.dissolved_at is not None:
        for row in rows:
            await dues_store.keep(tx, replace(row, look_on=None))
        return True
    await allocating.hold(tx, group, member)
    consents = await dues_store.consents(tx, member_id)
    for consent in consents.values():
        await _take(tx, keys, whose, consent)
    await _tell(tx, whose, set(consents))
    return True


async def _take(tx: Tx, keys: KeyRing, whose: _Whose, consent: Consent) -> None:
    """Try once a day to take what is due by a plan; a failure is told and changes nothing else."""
    rows = await dues_store.lock_open(tx, whose.member.id, consent.plan_key)
    due = [row for row in rows if row.due_on <= whose.today]
    if not due or any(row.tried_on == whose.today for row in due):
        return
    for row in due:
        await dues_store.keep(tx, replace(row, tried_on=whose.today))
    amount = whose.group.money(min(whose.amount(due).minor, consent.max_minor))
    plans = await allocating.plans_of(tx, whose.group.id, due)
    person = whose.member.person
    order = ContributeOrder(
        actor=Actor(person, consent.session),
        group=whose.group.id,
        amount=amount,
        note=plans[due[-1].version, consent.plan_key].name,
        key=f"dues:{whose.member.id}:{consent.plan_key}:{whose.today}",
        plan=consent.plan_key,
        is_agreed=True,
    )
    try:
        # A savepoint: what was refused leaves no trace, and the rest goes on.
        async with stated_refusals(), tx.transaction():
            made = await contribute(tx, keys, order)
    except Unavailable:
        raise
    except Refusal as refusal:
        failed = DuesNotTaken(
            subject=whose.group.id,
            audience=(person,),
            person=person,
            plan=consent.plan_key,
            amount=amount,
            reason=refusal.code,
        )
        await journal.state(tx, failed)
        return
    taken = DuesTaken(
        subject=whose.group.id,
        audience=(person,),
        person=person,
        transaction=made.id,
        amount=amount,
    )
    await journal.state(tx, taken)


async def _tell(tx: Tx, whose: _Whose, taken: set[str]) -> None:
    """Remind once before its day and once after it, and write when to look again."""
    rows = await dues_store.lock_open(tx, whose.member.id)
    plans = await allocating.plans_of(tx, whose.group.id, rows)
    for row in rows:
        is_over = row.due_on < whose.today
        if not (row.told_after if is_over else row.told_coming):
            await remind(tx, whose.group, whose.member, row, MISSED if is_over else COMING)
        rule = plans[row.version, row.plan_key].fine
        next_look = rules.next_look(row, rule, whose.today, is_taken=row.plan_key in taken)
        told = replace(row, told_coming=True, told_after=row.told_after or is_over)
        await dues_store.keep(tx, replace(told, look_on=next_look))


async def remind(tx: Tx, group: Group, member: Member, row: Dues, what: str) -> None:
    """State that a member is reminded of a row; states DuesReminded."""
    fact = DuesReminded(
        subject=group.id,
        audience=(member.person,),
        person=member.person,
        dues=row.id,
        what=what,
        amount=group.money(row.left_minor + row.fine_left_minor),
        due_on=row.due_on.isoformat(),
    )
    await journal.state(tx, fact)
