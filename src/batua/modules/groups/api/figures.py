"""HTTP of figures: how a group does, and where each member stands."""

from collections.abc import Callable
from datetime import date
from typing import Annotated, Any
from uuid import UUID

import msgspec
from litestar.response import Stream

from batua.kit.caller import Caller
from batua.kit.db import Database, begun
from batua.kit.money import Money
from batua.kit.refusal import BadCursor
from batua.kit.secrets import KeyRing
from batua.kit.web import Amount, Cursor, Limit, csv_file, get
from batua.modules.groups import csv_export, service
from batua.modules.groups.api.shapes import MEMBER_ID, FaceOut, GroupPath, Next, actor_of, face_out
from batua.modules.groups.errors import GroupNotFound, NotInYourRole
from batua.modules.groups.types import Face, Figures, GroupId, Position

D = msgspec.Meta


class MonthOut(msgspec.Struct):
    """What went into the pot and out of it in a month."""

    month: Annotated[date, D(description="Its first day.", examples=["2026-11-01"])]
    came: Annotated[Amount, D(description="What went in.")]
    went: Annotated[Amount, D(description="What went out.")]


class FiguresOut(msgspec.Struct):
    """How a group does; shares are basis points, a hundredth of a percent."""

    today: Annotated[date, D(description="The day they are of.", examples=["2026-11-21"])]
    loans: Annotated[int, D(description="Loans that were ever paid out.", examples=[4])]
    lent: Annotated[Amount, D(description="All that was ever lent.")]
    outstanding: Annotated[Amount, D(description="What is out in loans now.")]
    at_risk: Annotated[Amount, D(description="Of it, what is in loans more than thirty days late.")]
    at_risk_bps: Annotated[
        int | None, D(description="The same as a share of what is out.", examples=[1250])
    ]
    overdue: Annotated[Amount, D(description="What is late of instalments.")]
    on_time_bps: Annotated[
        int | None,
        D(description="Of what fell due, the share paid by its day.", examples=[9300]),
    ]
    earned: Annotated[Amount, D(description="Interest, fees and fines paid into the pot.")]
    written_off: Annotated[Amount, D(description="What the group no longer waits for.")]
    dues_owed: Annotated[Amount, D(description="Dues whose day has come and that are not paid.")]
    members_behind: Annotated[int, D(description="How many owe dues.", examples=[2])]
    months: Annotated[list[MonthOut], D(description="The last twelve months, the oldest first.")]


class PositionOut(msgspec.Struct):
    """Where a member stands."""

    member_id: Annotated[UUID, D(description="Her membership.", examples=[MEMBER_ID])]
    person: Annotated[FaceOut | None, D(description="Who she is.")]
    saved: Annotated[Amount, D(description="What she has saved in the pot.")]
    dues: Annotated[Amount, D(description="Dues that she owes.")]
    loan: Annotated[Amount, D(description="What is out in her loan.")]
    overdue: Annotated[Amount, D(description="What is late of it.")]


class PositionPage(msgspec.Struct):
    """Where some members stand."""

    items: Annotated[list[PositionOut], D(description="Those who asked first first.")]
    next: Next


@get("/groups/{id:uuid}/figures", permission="groups.read", refuses=[GroupNotFound])
async def read_figures(caller: Caller, db: Database, id: GroupPath) -> FiguresOut:
    """How the group does: loans, what is late, dues, and the last twelve months."""
    person, group = actor_of(caller).person, GroupId(id)
    async with db.read() as tx:
        found = await service.sums(tx, person, group)
        view = await service.group(tx, person, group)
    return _figures(view.group.money, found)


@get("/groups/{id:uuid}/positions", permission="groups.read", refuses=[GroupNotFound, BadCursor])
async def list_positions(
    caller: Caller,
    db: Database,
    keys: KeyRing,
    id: GroupPath,
    cursor: Cursor = None,
    limit: Limit = 50,
) -> PositionPage:
    """Where each member stands: savings, dues, loan."""
    person, group = actor_of(caller).person, GroupId(id)
    async with db.read() as tx:
        page = await service.positions(tx, person, group, (cursor, limit))
        view = await service.group(tx, person, group)
        people = [each.member.person for each in page.items]
        who = await service.faces(tx, keys, group, people=people)
    money = view.group.money
    items = [_position(money, each, who.person(each.member.person)) for each in page.items]
    return PositionPage(items, page.next)


@get(
    "/groups/{id:uuid}/positions/export.csv",
    permission="groups.read",
    media_type="text/csv",
    refuses=[GroupNotFound, NotInYourRole],
)
async def export_positions(caller: Caller, db: Database, keys: KeyRing, id: GroupPath) -> Stream:
    """The same of everybody as a CSV file, streamed page by page."""
    person, group = actor_of(caller).person, GroupId(id)
    async with db.read() as tx:
        view = await service.group(tx, person, group)
    pages = await begun(service.whole_positions(db, keys, person, group))
    return csv_file(csv_export.position_lines(view.group, pages), "batua-group-members")


def _figures(money: Callable[[int], Money], found: Figures) -> FiguresOut:
    def amount(minor: int) -> Amount:
        return Amount.of(money(minor))

    lending = found.lending
    return FiguresOut(
        today=found.today,
        loans=lending.loans,
        lent=amount(lending.lent_minor),
        outstanding=amount(lending.outstanding_minor),
        at_risk=amount(lending.at_risk_minor),
        at_risk_bps=found.at_risk_bps,
        overdue=amount(lending.overdue_minor),
        on_time_bps=found.on_time_bps,
        earned=amount(lending.earned_minor),
        written_off=amount(lending.written_off_minor),
        dues_owed=amount(found.dues_owed_minor),
        members_behind=found.members_behind,
        months=[
            MonthOut(each.month, amount(each.in_minor), amount(each.out_minor))
            for each in found.months
        ],
    )


def _position(money: Callable[[int], Money], found: Position, face: Face | None) -> PositionOut:
    standing = found.standing
    return PositionOut(
        member_id=found.member.id,
        person=face_out(face),
        saved=Amount.of(money(found.member.saved_minor)),
        dues=Amount.of(money(standing.dues_minor)),
        loan=Amount.of(money(standing.loan_minor)),
        overdue=Amount.of(money(standing.overdue_minor)),
    )


ROUTES: list[Any] = [read_figures, list_positions, export_positions]
