"""HTTP of what is printed: the statement of a pot as a PDF."""

import asyncio
from datetime import date
from typing import Annotated, Any

from litestar import Response
from litestar.params import QueryParameter

from batua.kit.caller import Caller
from batua.kit.db import Database
from batua.kit.secrets import KeyRing
from batua.kit.web import get
from batua.modules.groups import service
from batua.modules.groups.api.filters import SIFTED, Sifting
from batua.modules.groups.api.shapes import GroupPath, actor_of
from batua.modules.groups.errors import (
    GroupNotFound,
    NotInYourRole,
    PeriodInvalid,
    StatementTooLong,
)
from batua.modules.groups.types import GroupId
from batua.modules.payments.errors import FilterInvalid

FirstDay = Annotated[
    date | None,
    QueryParameter(
        description="The first day, in the caller's time zone; a year before the last one when"
        " absent.",
        required=False,
    ),
]
LastDay = Annotated[
    date | None, QueryParameter(description="The last day; today when absent.", required=False)
]


@get(
    "/groups/{id:uuid}/statement.pdf",
    permission="groups.read",
    media_type="application/pdf",
    refuses=[GroupNotFound, NotInYourRole, PeriodInvalid, StatementTooLong, FilterInvalid],
    dependencies=SIFTED,
)
async def print_statement(
    caller: Caller,
    db: Database,
    keys: KeyRing,
    id: GroupPath,
    filters: Sifting,
    since: FirstDay = None,
    until: LastDay = None,
) -> Response[bytes]:
    """What moved in the pot, or a part of it, in at most a year and five hundred lines."""
    person, group = actor_of(caller).person, GroupId(id)
    async with db.read() as tx:
        period = (since, until)
        found = await service.printed_statement(tx, keys, person, group, period, filters.wanted)
    # Drawing takes processor time: not on the event loop, and the library only when it is needed.
    from batua.modules.groups import statement_pdf

    pdf = await asyncio.to_thread(statement_pdf.draw, found)
    name = f"batua-group-{found.since}-{found.until}.pdf"
    return Response(
        pdf,
        media_type="application/pdf",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


ROUTES: list[Any] = [print_statement]
