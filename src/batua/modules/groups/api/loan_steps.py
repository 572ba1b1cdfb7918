"""HTTP of what is done about instalments that are not paid."""

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

import msgspec
from litestar.params import PathParameter

from batua.kit.caller import Caller
from batua.kit.db import Database
from batua.kit.secrets import KeyRing
from batua.kit.web import get
from batua.modules.groups import service
from batua.modules.groups.api.shapes import GroupPath, actor_of
from batua.modules.groups.errors import GroupNotFound, LoanNotFound
from batua.modules.groups.types import Channel, GroupId, LoanId, StepPlanned, StepTaken

D = msgspec.Meta
WHEN = "2026-11-21T03:30:00Z"


class LoanStepOut(msgspec.Struct):
    """A step about an instalment: its debtor is told of it."""

    row: Annotated[int, D(description="The instalment, from 1.", examples=[1])]
    step: Annotated[
        int,
        D(description="Place of the step in the plan of the constitution, from 0.", examples=[2]),
    ]
    channel: Annotated[Channel, D(description="How she is told.")]
    at: Annotated[
        datetime,
        D(description="When it was taken; of the next one, not before then.", examples=[WHEN]),
    ]

    @classmethod
    def of(cls, step: StepTaken | StepPlanned) -> "LoanStepOut":
        return cls(step.row, step.step, step.channel, step.at)


class LoanStepsOut(msgspec.Struct):
    """What was done about the instalments of a loan, and what comes next."""

    taken: Annotated[
        list[LoanStepOut], D(description="The steps that were taken, instalment by instalment.")
    ]
    planned: Annotated[
        LoanStepOut | None,
        D(description="The next one, unless it is paid before; null when none is left."),
    ]


@get(
    "/groups/{id:uuid}/loans/{loan:uuid}/steps",
    permission="groups.read",
    refuses=[GroupNotFound, LoanNotFound],
)
async def list_steps(
    caller: Caller,
    db: Database,
    keys: KeyRing,
    id: GroupPath,
    loan: Annotated[UUID, PathParameter(description="The loan.")],
) -> LoanStepsOut:
    """What was done about the instalments of a loan that were not paid, and what comes next."""
    person, group = actor_of(caller).person, GroupId(id)
    async with db.read() as tx:
        found = await service.steps(tx, keys, person, group, LoanId(loan))
    planned = None if found.planned is None else LoanStepOut.of(found.planned)
    return LoanStepsOut([LoanStepOut.of(each) for each in found.taken], planned)


ROUTES: list[Any] = [list_steps]
