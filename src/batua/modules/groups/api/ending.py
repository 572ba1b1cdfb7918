"""HTTP of the end of a group: who would get what, and who got what."""

from typing import Annotated, Any
from uuid import UUID

import msgspec
from litestar.params import QueryParameter

from batua.kit.caller import Caller
from batua.kit.db import Database
from batua.kit.refusal import BadCursor
from batua.kit.secrets import KeyRing
from batua.kit.web import Amount, Cursor, Limit, get
from batua.modules.groups import service
from batua.modules.groups.api.shapes import MEMBER_ID, FaceOut, GroupPath, Next, actor_of, face_out
from batua.modules.groups.errors import GroupNotFound
from batua.modules.groups.types import (
    GroupId,
    Hindrance,
    SplitRule,
    TransactionStatus,
)

D = msgspec.Meta

Rule = Annotated[
    SplitRule,
    QueryParameter(
        name="rule", description="In which proportion; of no meaning once it has ended."
    ),
]


class ShareOut(msgspec.Struct):
    """What a member gets of the pot."""

    member_id: Annotated[UUID, D(description="Her membership.", examples=[MEMBER_ID])]
    person: Annotated[FaceOut | None, D(description="Who she is.")]
    amount: Annotated[Amount, D(description="Her share.")]
    saved: Annotated[Amount, D(description="What she has saved in the pot.")]
    received: Annotated[Amount, D(description="What votes have paid out to her.")]
    status: Annotated[
        TransactionStatus | None,
        D(description="How far it has come; nothing while it is only reckoned."),
    ]


class SplitOut(msgspec.Struct):
    """A whole pot, shared out; the shares sum to it exactly."""

    total: Annotated[Amount, D(description="What is shared out, of all pages.")]
    hindrances: Annotated[
        list[Hindrance], D(description="What must come to its end before the group can.")
    ]
    items: Annotated[list[ShareOut], D(description="The largest shares first.")]
    next: Next


@get("/groups/{id:uuid}/split", permission="groups.read", refuses=[GroupNotFound, BadCursor])
async def read_split(
    caller: Caller,
    db: Database,
    keys: KeyRing,
    id: GroupPath,
    rule: Rule = SplitRule.NET,
    cursor: Cursor = None,
    limit: Limit = 50,
) -> SplitOut:
    """Who would get what if the group ended now; once it has, who gets and got what."""
    person, group = actor_of(caller).person, GroupId(id)
    async with db.read() as tx:
        found, following = await service.split(tx, person, group, rule, (cursor, limit))
        money = (await service.group(tx, person, group)).group.money
        people = [each.claim.person for each in found.shares]
        who = await service.faces(tx, keys, group, people=people)
    items = [
        ShareOut(
            member_id=each.claim.member,
            person=face_out(who.person(each.claim.person)),
            amount=Amount.of(money(each.minor)),
            saved=Amount.of(money(each.claim.saved_minor)),
            received=Amount.of(money(each.claim.received_minor)),
            status=each.status,
        )
        for each in found.shares
    ]
    return SplitOut(Amount.of(money(found.total_minor)), list(found.hindrances), items, following)


ROUTES: list[Any] = [read_split]
