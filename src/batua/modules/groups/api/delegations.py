"""HTTP of delegations: one's vote given to another for a while."""

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

import msgspec

from batua.kit.caller import Caller
from batua.kit.db import Database, Tx
from batua.kit.refusal import BadField
from batua.kit.secrets import KeyRing
from batua.kit.web import delete, get, put
from batua.modules.groups import service
from batua.modules.groups.api.shapes import (
    MEMBER_ID,
    WHEN,
    FaceOut,
    GroupPath,
    actor_of,
    face_out,
)
from batua.modules.groups.errors import (
    DelegationInvalid,
    GroupNotFound,
    GroupOver,
    NotInYourRole,
)
from batua.modules.groups.types import (
    DelegateOrder,
    Faces,
    GroupId,
    MemberId,
    StoredDelegation,
)

D = msgspec.Meta


class DelegateIn(msgspec.Struct, forbid_unknown_fields=True):
    """To whom the caller gives her vote, and until when."""

    member: Annotated[UUID, D(description="The other's membership.", examples=[MEMBER_ID])]
    until: Annotated[datetime, D(description="Until then, RFC 3339.", examples=[WHEN])]


class DelegationOut(msgspec.Struct):
    """A vote that one member gave another for a while."""

    id: Annotated[UUID, D(description="The delegation.", examples=[MEMBER_ID])]
    giver: Annotated[FaceOut | None, D(description="Whose vote it is.")]
    taker: Annotated[FaceOut | None, D(description="Who may cast it.")]
    is_mine: Annotated[bool, D(description="Whether the caller gave it.", examples=[True])]
    since: Annotated[datetime, D(description="From when.", examples=[WHEN])]
    until: Annotated[datetime, D(description="Until when.", examples=[WHEN])]


class Delegations(msgspec.Struct):
    """The votes that the caller gave and holds now."""

    items: Annotated[list[DelegationOut], D(description="The delegations, oldest first.")]


@get("/groups/{id:uuid}/delegations", permission="groups.read", refuses=[GroupNotFound])
async def list_delegations(
    caller: Caller, db: Database, keys: KeyRing, id: GroupPath
) -> Delegations:
    """The votes that the caller gave and holds now in a group."""
    person, group = actor_of(caller).person, GroupId(id)
    async with db.read() as tx:
        found = await service.delegations(tx, person, group)
        who = await _faces(tx, keys, group, found)
    return Delegations([_out(each, who, person) for each in found])


@put(
    "/groups/{id:uuid}/delegation",
    permission="groups.vote",
    refuses=[DelegationInvalid, GroupNotFound, GroupOver, NotInYourRole],
)
async def delegate(
    caller: Caller, db: Database, keys: KeyRing, id: GroupPath, data: DelegateIn
) -> DelegationOut:
    """Give one's vote to another member for a while; it takes the place of an earlier one."""
    if data.until.tzinfo is None:
        raise BadField("until", "names no time zone")
    actor, group = actor_of(caller), GroupId(id)
    order = DelegateOrder(actor, group, MemberId(data.member), data.until)
    async with db.transaction() as tx:
        made = await service.delegate(tx, order)
        who = await _faces(tx, keys, group, [made])
    return _out(made, who, actor.person)


@delete(
    "/groups/{id:uuid}/delegation",
    permission="groups.vote",
    refuses=[GroupNotFound, GroupOver, NotInYourRole],
)
async def end_delegation(caller: Caller, db: Database, id: GroupPath) -> None:
    """Take one's vote back."""
    async with db.transaction() as tx:
        await service.end_delegation(tx, actor_of(caller), GroupId(id))


async def _faces(tx: Tx, keys: KeyRing, group: GroupId, found: list[StoredDelegation]) -> Faces:
    named = [one for each in found for one in (each.giver, each.taker)]
    return await service.faces(tx, keys, group, named)


def _out(found: StoredDelegation, who: Faces, caller: UUID) -> DelegationOut:
    giver = who.member(found.giver)
    return DelegationOut(
        id=found.id,
        giver=face_out(giver),
        taker=face_out(who.member(found.taker)),
        is_mine=giver is not None and giver.id == caller,
        since=found.since,
        until=found.until,
    )


ROUTES: list[Any] = [list_delegations, delegate, end_delegation]
