"""HTTP of dues: who has paid and who has not, one's own, and what people decide about them.

They are paid as every contribution is, with the plan that it is for.
"""

from datetime import date
from typing import Annotated, Any
from uuid import UUID

from litestar.params import PathParameter, QueryParameter
from litestar.response import Stream

from batua.kit.caller import Caller
from batua.kit.db import Database, begun
from batua.kit.refusal import BadCursor
from batua.kit.secrets import KeyRing
from batua.kit.web import Cursor, Limit, StepUpToken, csv_file, delete, get, post, put
from batua.modules.groups import csv_export, service
from batua.modules.groups.api.dues_shapes import (
    AutomaticIn,
    DuesOut,
    GridOut,
    MyDuesOut,
    Plans,
    RemindedOut,
    WaiveIn,
    dues_out,
    grid_out,
    my_dues_out,
    plan_out,
)
from batua.modules.groups.api.shapes import GroupPath, actor_of
from batua.modules.groups.errors import (
    DuesNotFound,
    DuesPlanNotFound,
    GroupNotFound,
    GroupOver,
    NoFineToWaive,
    NotInYourRole,
    RemindedToday,
    WordsTooLong,
    WrongCurrency,
)
from batua.modules.groups.types import ConsentOrder, GroupId
from batua.modules.identity.errors import StepUpExpired, StepUpRequired
from batua.modules.payments.errors import AmountNotPositive

PlanPath = Annotated[str, PathParameter(description="Key of the plan.")]
DuesPath = Annotated[UUID, PathParameter(description="The dues.")]
Until = Annotated[
    date | None, QueryParameter(description="No day later than this.", required=False)
]
Periods = Annotated[
    int, QueryParameter(description="How many days of the plan.", ge=1, le=12, required=False)
]
Owing = Annotated[
    bool, QueryParameter(description="Only members who owe something.", required=False)
]


@get("/groups/{id:uuid}/dues", permission="groups.read", refuses=[GroupNotFound])
async def list_dues_plans(caller: Caller, db: Database, id: GroupPath) -> Plans:
    """The plans of dues that a group has or had, each with how its newest day stands."""
    person, group = actor_of(caller).person, GroupId(id)
    async with db.read() as tx:
        plans = await service.dues_plans(tx, person, group)
        view = await service.group(tx, person, group)
    return Plans([plan_out(view.group.money, each) for each in plans])


@get("/groups/{id:uuid}/dues/mine", permission="groups.read", refuses=[GroupNotFound])
async def read_my_dues(caller: Caller, db: Database, id: GroupPath) -> MyDuesOut:
    """What the caller owes, what she paid lately, and what comes next."""
    async with db.read() as tx:
        return my_dues_out(await service.my_dues(tx, actor_of(caller).person, GroupId(id)))


@get(
    "/groups/{id:uuid}/dues/export.csv",
    permission="groups.read",
    media_type="text/csv",
    refuses=[GroupNotFound, NotInYourRole],
)
async def export_dues(caller: Caller, db: Database, keys: KeyRing, id: GroupPath) -> Stream:
    """All dues of all members as a CSV file, the newest day first, streamed page by page."""
    person, group = actor_of(caller).person, GroupId(id)
    async with db.read() as tx:
        view = await service.group(tx, person, group)
    # The first page is read before the answer begins, so that a refusal is a problem and no file.
    pages = await begun(service.whole_dues(db, keys, person, group))
    return csv_file(csv_export.dues_lines(view.group, pages), "batua-dues")


@get(
    "/groups/{id:uuid}/dues/plans/{plan:str}",
    permission="groups.read",
    refuses=[GroupNotFound, DuesPlanNotFound, BadCursor],
)
async def read_dues_grid(
    caller: Caller,
    db: Database,
    keys: KeyRing,
    id: GroupPath,
    plan: PlanPath,
    until: Until = None,
    periods: Periods = 3,
    owing: Owing = False,
    cursor: Cursor = None,
    limit: Limit = 50,
) -> GridOut:
    """Who has paid and who has not: members by days of a plan, with sums for all."""
    person, group = actor_of(caller).person, GroupId(id)
    async with db.read() as tx:
        wanted = (plan, until, periods, owing)
        grid = await service.dues_grid(tx, person, group, wanted, (cursor, limit))
        people = [line.member.person for line in grid.lines]
        who = await service.faces(tx, keys, group, people=people)
    return grid_out(grid, who)


@put(
    "/groups/{id:uuid}/dues/plans/{plan:str}/automatic",
    status_code=204,
    permission="groups.contribute",
    refuses=[
        AmountNotPositive,
        DuesPlanNotFound,
        GroupNotFound,
        GroupOver,
        NotInYourRole,
        StepUpExpired,
        StepUpRequired,
        WrongCurrency,
    ],
)
async def allow_dues(
    caller: Caller,
    db: Database,
    keys: KeyRing,
    id: GroupPath,
    plan: PlanPath,
    data: AutomaticIn,
    step_up: StepUpToken = None,
) -> None:
    """Let the dues of a plan be taken from the wallet on their day; it asks for the PIN."""
    order = ConsentOrder(actor_of(caller, step_up), GroupId(id), plan, data.most.to_money())
    async with db.transaction() as tx:
        await service.allow_dues(tx, keys, order)


@delete(
    "/groups/{id:uuid}/dues/plans/{plan:str}/automatic",
    permission="groups.contribute",
    refuses=[GroupNotFound],
)
async def stop_dues(caller: Caller, db: Database, id: GroupPath, plan: PlanPath) -> None:
    """Let nothing more be taken from the wallet for a plan."""
    async with db.transaction() as tx:
        await service.stop_dues(tx, actor_of(caller), GroupId(id), plan)


@post(
    "/groups/{id:uuid}/dues/plans/{plan:str}/remind",
    status_code=200,
    permission="groups.collect",
    refuses=[GroupNotFound, GroupOver, NotInYourRole, DuesPlanNotFound, RemindedToday],
)
async def remind_dues(caller: Caller, db: Database, id: GroupPath, plan: PlanPath) -> RemindedOut:
    """Remind all whose dues of a plan are due and not paid; each at most once a day."""
    async with db.transaction() as tx:
        count = await service.remind_dues(tx, actor_of(caller), GroupId(id), plan)
    return RemindedOut(count)


@post(
    "/groups/{id:uuid}/dues/rows/{dues:uuid}/waive",
    status_code=200,
    permission="groups.collect",
    refuses=[GroupNotFound, GroupOver, NotInYourRole, DuesNotFound, NoFineToWaive, WordsTooLong],
)
async def waive_fine(
    caller: Caller, db: Database, id: GroupPath, dues: DuesPath, data: WaiveIn
) -> DuesOut:
    """Let go of what is left of a fine; nobody does so for herself."""
    actor, group = actor_of(caller), GroupId(id)
    async with db.transaction() as tx:
        view = await service.waive_fine(tx, actor, group, dues, data.reason)
        seen = await service.group(tx, actor.person, group)
    return dues_out(seen.group.money, view)


ROUTES: list[Any] = [
    list_dues_plans,
    read_my_dues,
    export_dues,
    read_dues_grid,
    allow_dues,
    stop_dues,
    remind_dues,
    waive_fine,
]
