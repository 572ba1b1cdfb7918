"""How rows come to be: one for each member, plan and day, by the rules in force on that day.

Whoever writes rows holds the group, so a member who comes or goes and rules that change are never
in between. A row that is there already is left alone: writing is safe to repeat.
"""

from datetime import date, timedelta
from typing import Final

from batua.kit import clock
from batua.kit.db import Tx
from batua.modules.groups.rules import dues as rules
from batua.modules.groups.service import access
from batua.modules.groups.store import dues as dues_store
from batua.modules.groups.store import group as group_store
from batua.modules.groups.types import Constitution, DuesPlan, Group, GroupId, Member, Role

AHEAD: Final = timedelta(days=3)
"""So long before its day a row is written, told to its member, and may be paid."""
DAYS_AT_ONCE: Final = 2
"""Days of a plan that one transaction writes: the group is held as long, and may be large."""


def today() -> date:
    """The day it is for dues."""
    return rules.today(clock.now())


async def begin(tx: Tx, group: Group, constitution: Constitution) -> None:
    """A new group: its plans are written from today on."""
    for plan in constitution.dues:
        first = rules.following(plan, today() - timedelta(days=1))
        await dues_store.set_next(tx, group.id, plan.key, first)


async def to_write(tx: Tx, limit: int) -> list[tuple[GroupId, str]]:
    """Plans with days that come within the time ahead and are not written yet."""
    return await dues_store.plans_to_write(tx, today() + AHEAD, limit)


async def write(tx: Tx, id: GroupId, key: str) -> bool:
    """Write the next days of a plan; whether there were any to look for.

    repeat  a row that is there stays as it is
    """
    group = await group_store.lock(tx, id)
    next_on = (await dues_store.plans(tx, id)).get(key)
    if group is None or next_on is None or next_on > today() + AHEAD:
        return False
    plans = {plan.key: plan for plan in (await access.constitution_of(tx, group)).dues}
    if group.dissolved_at is not None or key not in plans:
        await dues_store.set_next(tx, id, key, None)
    else:
        await _write(tx, group, plans[key], (next_on, today() + AHEAD))
    return True


async def _write(tx: Tx, group: Group, plan: DuesPlan, span: tuple[date, date]) -> date | None:
    """Write some days of a span; from which day on the plan is to be written then."""
    since, until = span
    days = [day for day in rules.days(plan, until) if day >= since]
    for day in days[:DAYS_AT_ONCE]:
        on = (day, today())
        await dues_store.write(tx, group.id, plan, group.constitution_version, on)
    last = until if len(days) <= DAYS_AT_ONCE else days[DAYS_AT_ONCE - 1]
    following = rules.following(plan, last)
    await dues_store.set_next(tx, group.id, plan.key, following)
    return following


async def turn(tx: Tx, group: Group, was: Constitution, becomes: Constitution) -> None:
    """New rules: what fell due until today is owed by the old ones, all later days by the new.

    group  held, and still with the version of the old rules
    """
    now_on = await dues_store.plans(tx, group.id)
    for plan in was.dues:
        since = now_on.get(plan.key)
        while since is not None and since <= today():
            since = await _write(tx, group, plan, (since, today()))
    kept = {plan.key for plan in becomes.dues}
    for key in kept:
        newest = await dues_store.newest(tx, group.id, key)
        # A plan that is there today goes on tomorrow; a new one may begin today.
        begins = today() + timedelta(days=1 if key in now_on else 0)
        if newest is not None:
            begins = max(begins, newest + timedelta(days=1))
        await dues_store.set_next(tx, group.id, key, begins)
    for key in now_on.keys() - kept:
        await dues_store.set_next(tx, group.id, key, None)


async def welcome(tx: Tx, group: Group, member: Member) -> None:
    """A newcomer, or a viewer who became a member: she owes what the others do from today on."""
    if member.role is not Role.VIEWER:
        since = clock.now().date()
        await dues_store.write_for(tx, group.id, member.id, since, today())
