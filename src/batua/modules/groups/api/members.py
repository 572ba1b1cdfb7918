"""HTTP of the people in a group: who is in it, who asks to be, who goes."""

from typing import Annotated, Any

import msgspec
from litestar.params import QueryParameter

from batua.kit.caller import Caller
from batua.kit.db import Database
from batua.kit.refusal import BadCursor
from batua.kit.secrets import KeyRing
from batua.kit.text import MAX_SEARCH
from batua.kit.web import Cursor, Limit, get, post
from batua.modules.groups import service
from batua.modules.groups.api.shapes import (
    GroupPath,
    MemberOut,
    MemberPath,
    Next,
    actor_of,
    member_out,
)
from batua.modules.groups.errors import (
    DebtsLeft,
    GroupFull,
    GroupNotFound,
    GroupOver,
    LastOfThePot,
    MemberNotFound,
    NotInYourRole,
    VotedOnHere,
)
from batua.modules.groups.types import GroupId, MemberId, MemberStatus, MembersWanted, Role

D = msgspec.Meta


class MemberPage(msgspec.Struct):
    """Some members of a group."""

    items: Annotated[list[MemberOut], D(description="The members, those who asked first first.")]
    next: Next


Status = Annotated[
    MemberStatus,
    QueryParameter(name="status", description="Who is in, who asked, or who was.", required=False),
]


RoleFilter = Annotated[
    Role | None,
    QueryParameter(name="role", description="Only who is this in the group.", required=False),
]
Named = Annotated[
    str,
    QueryParameter(
        description="Beginnings of words of the name, or of the handle.",
        max_length=MAX_SEARCH,
        required=False,
    ),
]


@get("/groups/{id:uuid}/members", permission="groups.read", refuses=[GroupNotFound, BadCursor])
async def list_members(
    caller: Caller,
    db: Database,
    keys: KeyRing,
    id: GroupPath,
    status: Status = MemberStatus.ACTIVE,
    role: RoleFilter = None,
    text: Named = "",
    cursor: Cursor = None,
    limit: Limit = 50,
) -> MemberPage:
    """The people of a group in one status, all of them or those who are looked for."""
    person, group = actor_of(caller).person, GroupId(id)
    wanted = MembersWanted(status=status, role=role, text=text)
    async with db.read() as tx:
        page = await service.find_members(tx, keys, person, group, wanted, (cursor, limit))
        view = await service.group(tx, person, group)
        who = await service.faces(tx, keys, group, people=[each.person for each in page.items])
    items = [member_out(view.group, each, who.person(each.person)) for each in page.items]
    return MemberPage(items, page.next)


ANSWER_REFUSALS = [GroupNotFound, GroupOver, MemberNotFound, NotInYourRole, VotedOnHere]


@post(
    "/groups/{id:uuid}/members/{member:uuid}/approve",
    status_code=200,
    permission="groups.invite",
    refuses=[*ANSWER_REFUSALS, GroupFull],
)
async def approve_join(
    caller: Caller, db: Database, keys: KeyRing, id: GroupPath, member: MemberPath
) -> MemberOut:
    """Let somebody in who asked, where officers decide that."""
    return await _answered(caller, db, keys, (GroupId(id), MemberId(member)), is_yes=True)


@post(
    "/groups/{id:uuid}/members/{member:uuid}/decline",
    status_code=200,
    permission="groups.invite",
    refuses=ANSWER_REFUSALS,
)
async def decline_join(
    caller: Caller, db: Database, keys: KeyRing, id: GroupPath, member: MemberPath
) -> MemberOut:
    """Do not let somebody in who asked, where officers decide that."""
    return await _answered(caller, db, keys, (GroupId(id), MemberId(member)), is_yes=False)


async def _answered(
    caller: Caller, db: Database, keys: KeyRing, who: tuple[GroupId, MemberId], *, is_yes: bool
) -> MemberOut:
    actor, (group, member) = actor_of(caller), who
    async with db.transaction() as tx:
        found = await service.answer_join(tx, actor, group, member, is_yes=is_yes)
        view = await service.group(tx, actor.person, group)
        faces = await service.faces(tx, keys, group, people=[found.person])
    return member_out(view.group, found, faces.person(found.person))


@post(
    "/groups/{id:uuid}/leave",
    status_code=204,
    permission="groups.join",
    refuses=[DebtsLeft, GroupNotFound, LastOfThePot],
)
async def leave_group(caller: Caller, db: Database, id: GroupPath) -> None:
    """Leave a group; what she put into the pot stays there."""
    async with db.transaction() as tx:
        await service.leave(tx, actor_of(caller), GroupId(id))


ROUTES: list[Any] = [list_members, approve_join, decline_join, leave_group]
