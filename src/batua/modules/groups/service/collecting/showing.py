"""Who has paid and who has not: one's own dues, the grid for everybody, and all rows as a file."""

from collections.abc import AsyncGenerator, Sequence
from datetime import date, datetime
from uuid import UUID

from batua.kit import clock
from batua.kit.db import Database, Tx
from batua.kit.page import Page, decode_cursor, page_of
from batua.kit.secrets import KeyRing
from batua.modules.groups.errors import DuesPlanNotFound
from batua.modules.groups.rules import dues as rules
from batua.modules.groups.service import access, seeing
from batua.modules.groups.service.dues import allocating, writing
from batua.modules.groups.store import dues as dues_store
from batua.modules.groups.store import dues_seen as seen_store
from batua.modules.groups.store import group as group_store
from batua.modules.groups.types import (
    Coming,
    Dues,
    DuesDue,
    DuesGrid,
    DuesLine,
    DuesPlan,
    DuesView,
    Face,
    Group,
    GroupId,
    MyDues,
    PlanView,
    Right,
)
from batua.modules.identity.types import PersonId

MAX_OPEN = 200
PAID_SHOWN = 20
EXPORT_PAGE = 500
Lines = list[tuple[DuesView, Face | None]]


async def _views(tx: Tx, group: GroupId, rows: Sequence[Dues]) -> list[DuesView]:
    """Rows as they stand today."""
    plans = await allocating.plans_of(tx, group, rows)
    return [_view(row, plans[row.version, row.plan_key]) for row in rows]


def _view(row: Dues, plan: DuesPlan) -> DuesView:
    shown = allocating.fined(row, plan)
    return DuesView(shown, rules.state(shown, plan.fine, writing.today()), plan)


async def my_dues(tx: Tx, person: PersonId, id: GroupId) -> MyDues:
    """What she owes, what she paid lately, and what comes next; refuses GroupNotFound."""
    inside = await access.enter(tx, person, id, Right.READ)
    consents = await dues_store.consents(tx, inside.me.id)
    plans = (await access.constitution_of(tx, inside.group)).dues
    next_on = await dues_store.plans(tx, id)
    return MyDues(
        group=inside.group,
        open=tuple(await _views(tx, id, await seen_store.open_of(tx, inside.me.id, MAX_OPEN))),
        paid=tuple(await _views(tx, id, await seen_store.paid_of(tx, inside.me.id, PAID_SHOWN))),
        coming=tuple(
            Coming(plan, _next(plan, next_on.get(plan.key)), consents.get(plan.key))
            for plan in plans
        ),
    )


def _next(plan: DuesPlan, since: date | None) -> date | None:
    """The first day of a plan that is not written yet."""
    return None if since is None else rules.following(plan, date.fromordinal(since.toordinal() - 1))


async def dues_due(tx: Tx, person: PersonId, id: GroupId) -> DuesDue | None:
    """What she owes whose day has come, if anything; refuses GroupNotFound."""
    inside = await access.enter(tx, person, id, Right.READ)
    rows, minor = await seen_store.owed_now(tx, inside.me.id, clock.now().date())
    return DuesDue(rows, minor) if rows else None


async def dues_plans(tx: Tx, person: PersonId, id: GroupId) -> list[PlanView]:
    """The plans of a group, those in force first, each with its newest period.

    refuses  GroupNotFound
    """
    inside = await access.enter(tx, person, id, Right.READ)
    found = []
    plans = await _plans(tx, inside.group)
    next_on = await dues_store.plans(tx, id)
    for plan, is_over in plans.values():
        sums = await seen_store.periods(tx, id, plan.key, None, 1)
        newest = sums[0] if sums else None
        found.append(PlanView(plan, is_over, _next(plan, next_on.get(plan.key)), newest))
    return found


async def _plans(tx: Tx, group: Group) -> dict[str, tuple[DuesPlan, bool]]:
    """Every plan that a group has or had rows of, and whether its rules have it no longer."""
    found = {plan.key: (plan, False) for plan in (await access.constitution_of(tx, group)).dues}
    for key in await dues_store.plans(tx, group.id):
        if key not in found and (old := await _old_plan(tx, group, key)):
            found[key] = (old, True)
    return found


async def _old_plan(tx: Tx, group: Group, key: str) -> DuesPlan | None:
    """A plan that the rules have no longer, as its newest row was written."""
    version = await seen_store.newest_version(tx, group.id, key)
    if version is None:
        return None
    constitution = await group_store.constitution(tx, group.id, version)
    assert constitution is not None, "versions are kept"
    return next(plan for plan in constitution.dues if plan.key == key)


async def dues_grid(
    tx: Tx,
    person: PersonId,
    id: GroupId,
    wanted: tuple[str, date | None, int, bool],
    page: tuple[str | None, int],
) -> DuesGrid:
    """Members by periods of a plan.

    wanted   the plan, the newest day that counts, how many periods, whether only who owes something
    page     cursor and limit, of members
    refuses  GroupNotFound, DuesPlanNotFound, BadCursor
    """
    inside = await access.enter(tx, person, id, Right.READ)
    key, until, count, only = wanted
    plans = await _plans(tx, inside.group)
    if key not in plans:
        raise DuesPlanNotFound
    cursor, limit = page
    after = None if cursor is None else decode_cursor(cursor, tuple[datetime, UUID])
    periods = await seen_store.periods(tx, id, key, until, count)
    days = [period.due_on for period in periods]
    rows = await seen_store.owing(tx, id, (key, days), after, (only, limit + 1))
    found = page_of(rows, limit, lambda each: (each.asked_at, each.id))
    shown = [member.id for member in found.items]
    views = await _views(tx, id, await dues_store.of_members(tx, id, key, shown, days))
    lines = tuple(
        DuesLine(
            member, {view.dues.due_on: view for view in views if view.dues.member_id == member.id}
        )
        for member in found.items
    )
    return DuesGrid(inside.group, plans[key][0], tuple(periods), lines, found.next)


async def whole_dues(
    db: Database, keys: KeyRing, person: PersonId, group: GroupId
) -> AsyncGenerator[Lines]:
    """All rows of a group, the newest day first, in pages, each read on its own.

    refuses  GroupNotFound, NotInYourRole
    """

    async def read(tx: Tx, cursor: str | None) -> tuple[Lines, str | None]:
        await access.enter(tx, person, group, Right.EXPORT)
        after = None if cursor is None else decode_cursor(cursor, seen_store.Place)
        rows = await seen_store.page(tx, group, after, EXPORT_PAGE + 1)
        page: Page[Dues] = page_of(
            rows, EXPORT_PAGE, lambda each: (each.due_on, each.plan_key, each.id)
        )
        who = await seeing.faces(tx, keys, group, [row.member_id for row in page.items])
        views = await _views(tx, group, page.items)
        return [(view, who.member(view.dues.member_id)) for view in views], page.next

    cursor: str | None = None
    while True:
        async with db.read() as tx:
            lines, cursor = await read(tx, cursor)
        yield lines
        if cursor is None:
            return
