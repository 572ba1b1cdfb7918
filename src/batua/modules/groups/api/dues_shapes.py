"""What dues look like on the wire: plans, rows, one's own, and the grid for everybody."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Annotated
from uuid import UUID

import msgspec

from batua.kit.money import Money
from batua.kit.web import Amount
from batua.modules.groups.api.shapes import MEMBER_ID, WHEN, FaceOut, Next, face_out
from batua.modules.groups.types import (
    Coming,
    DuesGrid,
    DuesLine,
    DuesPlan,
    DuesState,
    DuesView,
    Face,
    Faces,
    MyDues,
    PeriodSums,
    PlanView,
)

D = msgspec.Meta
DAY = "2026-12-21"
Minor = Callable[[int], Money]


class DuesOut(msgspec.Struct):
    """What one member owes for one day of one plan."""

    id: Annotated[UUID, D(description="The dues.", examples=[MEMBER_ID])]
    plan: Annotated[str, D(description="Key of the plan.", examples=["savings"])]
    name: Annotated[str, D(description="What people call it.", examples=["Savings"])]
    due_on: Annotated[date, D(description="Its day.", examples=[DAY])]
    state: Annotated[DuesState, D(description="How it stands today.")]
    due: Annotated[Amount, D(description="What is owed without a fine.")]
    paid: Annotated[Amount, D(description="What was paid of that.")]
    fine: Annotated[Amount, D(description="What lateness costs as of today.")]
    fine_paid: Annotated[Amount, D(description="What was paid of the fine.")]
    fine_waived: Annotated[Amount, D(description="What was let go of the fine.")]
    left: Annotated[Amount, D(description="What is left to pay, with the fine.")]


class PeriodOut(msgspec.Struct):
    """One day of a plan for everybody."""

    due_on: Annotated[date, D(description="Its day.", examples=[DAY])]
    members: Annotated[int, D(description="How many owe or have paid it.", examples=[12])]
    paid: Annotated[int, D(description="How many have paid all of it.", examples=[9])]
    part_paid: Annotated[int, D(description="How many have paid some of it.", examples=[1])]
    due: Annotated[Amount, D(description="All that is owed, without fines.")]
    got: Annotated[Amount, D(description="What was paid of that.")]
    fines: Annotated[Amount, D(description="All fines.")]
    fines_got: Annotated[Amount, D(description="What was paid of them.")]


class PlanOut(msgspec.Struct):
    """A plan of dues, and how its newest day stands."""

    plan: Annotated[DuesPlan, D(description="Its rule.")]
    is_over: Annotated[
        bool, D(description="Whether the rules have it no longer.", examples=[False])
    ]
    next_on: Annotated[
        date | None, D(description="The next day that nobody owes yet.", examples=[DAY])
    ]
    newest: Annotated[PeriodOut | None, D(description="Its newest day that is owed.")]


class Plans(msgspec.Struct):
    """The plans of a group."""

    items: Annotated[list[PlanOut], D(description="Those in force first.")]


class AutomaticOut(msgspec.Struct):
    """What the caller lets be taken from her wallet."""

    most: Annotated[Amount, D(description="At most so much a time.")]
    given_at: Annotated[datetime, D(description="Since when.", examples=[WHEN])]


class ComingOut(msgspec.Struct):
    """What falls due next by a plan."""

    plan: Annotated[str, D(description="Key of the plan.", examples=["savings"])]
    name: Annotated[str, D(description="What people call it.", examples=["Savings"])]
    amount: Annotated[Amount, D(description="What it will be.")]
    due_on: Annotated[date | None, D(description="When; null when never.", examples=[DAY])]
    automatic: Annotated[
        AutomaticOut | None, D(description="Whether it is taken from the wallet by itself.")
    ]


class MyDuesOut(msgspec.Struct):
    """The caller's own dues."""

    owed: Annotated[Amount, D(description="All that she has not paid, fines of today included.")]
    open: Annotated[list[DuesOut], D(description="What she has not paid, the oldest first.")]
    paid: Annotated[list[DuesOut], D(description="What she paid lately, the newest first.")]
    coming: Annotated[list[ComingOut], D(description="What comes next, by plan.")]


class GridLine(msgspec.Struct):
    """A member and how she stands in each period."""

    member_id: Annotated[UUID, D(description="The membership.", examples=[MEMBER_ID])]
    person: Annotated[FaceOut | None, D(description="Who it is; null without an account.")]
    cells: Annotated[
        list[DuesOut | None],
        D(description="Her dues, one a period and in their order; null where she owed none."),
    ]


class GridOut(msgspec.Struct):
    """Who has paid and who has not."""

    plan: Annotated[DuesPlan, D(description="The plan.")]
    periods: Annotated[list[PeriodOut], D(description="Its days with sums, the newest first.")]
    items: Annotated[list[GridLine], D(description="Members.")]
    next: Next


class AutomaticIn(msgspec.Struct, forbid_unknown_fields=True):
    """Dues may be taken from the wallet."""

    most: Annotated[Amount, D(description="At most so much a time.")]


class WaiveIn(msgspec.Struct, forbid_unknown_fields=True):
    """Why a fine is let go of."""

    reason: Annotated[
        str, D(description="A line for the log.", examples=["She was ill"], max_length=300)
    ] = ""


class RemindedOut(msgspec.Struct):
    """What came of a reminder."""

    members: Annotated[int, D(description="How many were reminded.", examples=[3])]


def dues_out(money: Minor, view: DuesView) -> DuesOut:
    row = view.dues
    return DuesOut(
        id=row.id,
        plan=row.plan_key,
        name=view.plan.name,
        due_on=row.due_on,
        state=view.state,
        due=Amount.of(money(row.due_minor)),
        paid=Amount.of(money(row.paid_minor)),
        fine=Amount.of(money(row.fine_minor)),
        fine_paid=Amount.of(money(row.fine_paid_minor)),
        fine_waived=Amount.of(money(row.fine_waived_minor)),
        left=Amount.of(money(row.left_minor + row.fine_left_minor)),
    )


def plan_out(money: Minor, found: PlanView) -> PlanOut:
    newest = None if found.newest is None else period_out(money, found.newest)
    return PlanOut(found.plan, found.is_over, found.next_on, newest)


def period_out(money: Minor, sums: PeriodSums) -> PeriodOut:
    return PeriodOut(
        due_on=sums.due_on,
        members=sums.rows,
        paid=sums.paid,
        part_paid=sums.part,
        due=Amount.of(money(sums.due_minor)),
        got=Amount.of(money(sums.paid_minor)),
        fines=Amount.of(money(sums.fine_minor)),
        fines_got=Amount.of(money(sums.fine_paid_minor)),
    )


def my_dues_out(mine: MyDues) -> MyDuesOut:
    money = mine.group.money
    return MyDuesOut(
        owed=Amount.of(money(mine.owed_minor)),
        open=[dues_out(money, view) for view in mine.open],
        paid=[dues_out(money, view) for view in mine.paid],
        coming=[_coming(money, each) for each in mine.coming],
    )


def _coming(money: Minor, each: Coming) -> ComingOut:
    consent = each.consent
    automatic = None
    if consent is not None:
        automatic = AutomaticOut(Amount.of(money(consent.max_minor)), consent.given_at)
    amount = Amount.of(money(each.plan.amount_minor))
    return ComingOut(each.plan.key, each.plan.name, amount, each.due_on, automatic)


def grid_out(grid: DuesGrid, who: Faces) -> GridOut:
    days = [period.due_on for period in grid.periods]
    money = grid.group.money
    return GridOut(
        plan=grid.plan,
        periods=[period_out(money, period) for period in grid.periods],
        items=[_line(money, line, days, who.person(line.member.person)) for line in grid.lines],
        next=grid.next,
    )


def _line(money: Minor, line: DuesLine, days: list[date], face: Face | None) -> GridLine:
    cells = [dues_out(money, line.cells[day]) if day in line.cells else None for day in days]
    return GridLine(line.member.id, face_out(face), cells)
