"""HTTP of what somebody has asked for: the groups that have not let her in yet."""

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

import msgspec

from batua.kit.caller import Caller
from batua.kit.db import Database
from batua.kit.secrets import KeyRing
from batua.kit.web import get
from batua.modules.groups import service
from batua.modules.groups.api.shapes import GROUP_ID, WHEN, PictureUrl, glimpse_url
from batua.modules.groups.types import Group, Member
from batua.modules.identity.types import PersonId

D = msgspec.Meta


class AskedGroup(msgspec.Struct):
    """A group that the caller asked to come into: no more of it than its invite showed."""

    id: Annotated[UUID, D(description="The group.", examples=[GROUP_ID])]
    name: Annotated[str, D(description="What it is called.", examples=["Friends of the well"])]
    picture_url: PictureUrl
    asked_at: Annotated[datetime, D(description="When she asked.", examples=[WHEN])]


class AskedGroups(msgspec.Struct):
    """Where the caller has asked to come in."""

    items: Annotated[list[AskedGroup], D(description="The groups, what was asked last first.")]


@get("/groups/asked", permission="groups.join")
async def list_asked(caller: Caller, db: Database, keys: KeyRing) -> AskedGroups:
    """Where the caller has asked to come in and is not answered yet; the newest fifty."""
    async with db.read() as tx:
        found = await service.asked(tx, PersonId(caller.person))
    return AskedGroups([_out(keys, *each) for each in found])


def _out(keys: KeyRing, mine: Member, group: Group) -> AskedGroup:
    invite = mine.invite_id
    picture = None if invite is None else glimpse_url(keys, group, invite, mine.person)
    return AskedGroup(group.id, group.name, picture, mine.asked_at)


ROUTES: list[Any] = [list_asked]
