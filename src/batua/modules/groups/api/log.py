"""HTTP of a group's log: what was done, when, and by whom."""

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

import msgspec

from batua.kit.caller import Caller
from batua.kit.db import Database
from batua.kit.refusal import BadCursor
from batua.kit.secrets import KeyRing
from batua.kit.web import Cursor, Limit, get
from batua.modules.groups import service
from batua.modules.groups.api.shapes import (
    GROUP_ID,
    WHEN,
    FaceOut,
    GroupPath,
    Next,
    actor_of,
    face_out,
)
from batua.modules.groups.errors import GroupNotFound
from batua.modules.groups.types import GroupId

D = msgspec.Meta


class LogLineOut(msgspec.Struct):
    """One thing that was done in a group."""

    id: Annotated[int, D(description="Counts up.", examples=[412])]
    at: Annotated[datetime, D(description="When.", examples=[WHEN])]
    actor: Annotated[FaceOut | None, D(description="Who; null when it followed by itself.")]
    by_this_session: Annotated[
        bool, D(description="Whether it was the caller in this very session.", examples=[False])
    ]
    act: Annotated[str, D(description="What was done.", examples=["voted"])]
    subject: Annotated[UUID, D(description="To what.", examples=[GROUP_ID])]
    data: Annotated[
        dict[str, Any],
        D(
            description="What else is worth to know; names in `_minor` hold money of the group.",
            examples=[{"choice": "yes", "version": 1}],
        ),
    ]


class LogPage(msgspec.Struct):
    """Some lines of a group's log."""

    items: Annotated[list[LogLineOut], D(description="The lines, newest first.")]
    next: Next


@get("/groups/{id:uuid}/log", permission="groups.read", refuses=[BadCursor, GroupNotFound])
async def read_log(
    caller: Caller,
    db: Database,
    keys: KeyRing,
    id: GroupPath,
    cursor: Cursor = None,
    limit: Limit = 50,
) -> LogPage:
    """What was done in a group, newest first."""
    person, group = actor_of(caller).person, GroupId(id)
    async with db.read() as tx:
        page = await service.log(tx, person, group, cursor, limit)
        who = await service.faces(tx, keys, group, people=[each.actor for each in page.items])
    items = [
        LogLineOut(
            id=each.id,
            at=each.at,
            actor=face_out(who.person(each.actor)),
            by_this_session=each.session == caller.session,
            act=each.act,
            subject=each.subject,
            data=each.data,
        )
        for each in page.items
    ]
    return LogPage(items, page.next)


ROUTES: list[Any] = [read_log]
