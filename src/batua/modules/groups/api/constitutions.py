"""HTTP of a group's rules: each version, when it came, and what it changed."""

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

import msgspec
from litestar.params import QueryParameter

from batua.kit.caller import Caller
from batua.kit.db import Database
from batua.kit.refusal import BadCursor
from batua.kit.secrets import KeyRing
from batua.kit.web import Cursor, Limit, get
from batua.modules.groups import service
from batua.modules.groups.api.shapes import (
    GROUP_ID,
    WHEN,
    ConstitutionOut,
    FaceOut,
    GroupPath,
    Next,
    face_out,
)
from batua.modules.groups.errors import ConstitutionNotFound, GroupNotFound
from batua.modules.groups.rules import constitution as rules
from batua.modules.groups.types import Change, GroupId
from batua.modules.identity.types import PersonId

D = msgspec.Meta
_MOST = 2**31 - 1


class VersionOut(msgspec.Struct):
    """When a version of the rules came into force."""

    version: Annotated[int, D(description="Its number.", examples=[2])]
    proposal_id: Annotated[
        UUID | None, D(description="The vote; null of the founder's own.", examples=[GROUP_ID])
    ]
    made_by: Annotated[FaceOut | None, D(description="Who made or proposed it.")]
    made_at: Annotated[datetime, D(description="When it came into force.", examples=[WHEN])]


class VersionPage(msgspec.Struct):
    """Some versions of the rules."""

    items: Annotated[list[VersionOut], D(description="The versions, newest first.")]
    next: Next


class Changes(msgspec.Struct):
    """What one version changed of another."""

    items: Annotated[list[Change], D(description="Setting by setting, by path.")]


VersionFilter = Annotated[
    int | None,
    QueryParameter(
        description="Which version; the one in force when absent.", ge=1, le=_MOST, required=False
    ),
]
Was = Annotated[int, QueryParameter(name="was", description="The version before.", ge=1, le=_MOST)]
Becomes = Annotated[
    int, QueryParameter(name="becomes", description="The version after.", ge=1, le=_MOST)
]


@get(
    "/groups/{id:uuid}/constitution",
    permission="groups.read",
    refuses=[GroupNotFound, ConstitutionNotFound],
)
async def read_constitution(
    caller: Caller, db: Database, id: GroupPath, version: VersionFilter = None
) -> ConstitutionOut:
    """The rules of a group, in numbers and in words."""
    async with db.read() as tx:
        number, found = await service.version(tx, PersonId(caller.person), GroupId(id), version)
    return ConstitutionOut(number, found, list(rules.in_words(found)))


@get(
    "/groups/{id:uuid}/constitution/versions",
    permission="groups.read",
    refuses=[GroupNotFound, BadCursor],
)
async def list_versions(
    caller: Caller,
    db: Database,
    keys: KeyRing,
    id: GroupPath,
    cursor: Cursor = None,
    limit: Limit = 30,
) -> VersionPage:
    """Every version of the rules, the newest first."""
    group = GroupId(id)
    async with db.read() as tx:
        page = await service.versions(tx, PersonId(caller.person), group, cursor, limit)
        who = await service.faces(tx, keys, group, people=[each.made_by for each in page.items])
    items = [
        VersionOut(each.version, each.proposal_id, face_out(who.person(each.made_by)), each.made_at)
        for each in page.items
    ]
    return VersionPage(items, page.next)


@get(
    "/groups/{id:uuid}/constitution/changes",
    permission="groups.read",
    refuses=[GroupNotFound, ConstitutionNotFound],
)
async def compare_versions(
    caller: Caller, db: Database, id: GroupPath, was: Was, becomes: Becomes
) -> Changes:
    """What one version of the rules changed of another."""
    async with db.read() as tx:
        person = PersonId(caller.person)
        found = await service.difference(tx, person, GroupId(id), was, becomes)
    return Changes(list(found))


ROUTES: list[Any] = [read_constitution, list_versions, compare_versions]
