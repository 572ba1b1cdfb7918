"""HTTP of the ways into a group: links and QR codes, invites by name, joining."""

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

import msgspec
from litestar.params import PathParameter

from batua.kit.caller import Caller
from batua.kit.db import Database
from batua.kit.refusal import BadCursor, BadField
from batua.kit.secrets import KeyRing
from batua.kit.web import Cursor, Limit, Rate, WebSettings, delete, get, post, qr_svg
from batua.modules.groups import service
from batua.modules.groups.api.shapes import (
    GROUP_ID,
    MEMBER_ID,
    PERSON_ID,
    WHEN,
    FaceOut,
    GroupPath,
    Membership,
    Next,
    PictureUrl,
    actor_of,
    face_out,
    glimpse_url,
    membership_out,
    picture_url,
)
from batua.modules.groups.errors import (
    AlreadyMember,
    GroupFull,
    GroupNotFound,
    GroupOver,
    InviteInvalid,
    InviteNotFound,
    NotInYourRole,
    WomenOnly,
)
from batua.modules.groups.types import (
    Face,
    Group,
    GroupId,
    GroupKind,
    Invite,
    InviteId,
    InviteKind,
    InviteOrder,
    JoinOrder,
    Member,
    MemberStatus,
    Role,
)
from batua.modules.identity.types import PersonId
from batua.modules.payments import service as payments
from batua.modules.payments.errors import (
    HandleNotReadable,
    PayeeIsYourself,
    PayeeNotFound,
    PhoneNotReadable,
    TooManyMisses,
)
from batua.modules.payments.types import LookUp

D = msgspec.Meta
SECRET = "q3Zk0cV1u7mXo9b2s5dTfA"  # noqa: S105 - an example

InvitePath = Annotated[UUID, PathParameter(description="The invite.")]


class InviteIn(msgspec.Struct, forbid_unknown_fields=True):
    """A way in: for the one person who is named, or a link when nobody is."""

    person: Annotated[
        UUID | None, D(description="Who is invited, by id.", examples=[PERSON_ID])
    ] = None
    phone: Annotated[
        Annotated[str, D(max_length=40)] | None,
        D(description="Or by telephone number, any format.", examples=["+919876543210"]),
    ] = None
    handle: Annotated[
        Annotated[str, D(max_length=80)] | None,
        D(description="Or by handle.", examples=["asha@batua"]),
    ] = None
    role: Annotated[
        Role, D(description="What she becomes: `member` or `viewer`.", examples=["member"])
    ] = Role.MEMBER
    days: Annotated[int, D(description="How long it holds, 1 to 30.", examples=[7])] = 7
    max_uses: Annotated[
        int, D(description="How many may come by a link, 1 to 1000.", examples=[20])
    ] = 1


class InviteOut(msgspec.Struct):
    """A way into a group."""

    id: Annotated[UUID, D(description="The invite.", examples=[MEMBER_ID])]
    kind: Annotated[InviteKind, D(description="For one person, or for whoever has the link.")]
    person: Annotated[FaceOut | None, D(description="Who is invited; null of a link.")]
    role: Annotated[Role, D(description="What she becomes.")]
    max_uses: Annotated[int, D(description="How many may come by it.", examples=[20])]
    used: Annotated[int, D(description="How many have.", examples=[3])]
    made_by: Annotated[FaceOut | None, D(description="Who made it.")]
    made_at: Annotated[datetime, D(description="When it was made.", examples=[WHEN])]
    expires_at: Annotated[datetime, D(description="Until when it holds.", examples=[WHEN])]
    cancelled_at: Annotated[
        datetime | None, D(description="When it was ended before its time.", examples=[WHEN])
    ]


class NewInviteOut(msgspec.Struct):
    """An invite just made; its secret is told this once."""

    invite: Annotated[InviteOut, D(description="The invite.")]
    secret: Annotated[str | None, D(description="Opens the link.", examples=[SECRET])]
    link: Annotated[
        str | None,
        D(
            description="What the QR code says; the secret stands behind `#`, which no server logs.",
            examples=[f"https://batua.example/groups/join#{SECRET}"],
        ),
    ]
    qr_svg: Annotated[
        str | None, D(description="The link as a QR code, an SVG picture.", examples=["<svg …>"])
    ]


class InvitePage(msgspec.Struct):
    """Some invites of a group."""

    items: Annotated[list[InviteOut], D(description="The invites, newest first.")]
    next: Next


class SecretIn(msgspec.Struct, forbid_unknown_fields=True):
    """The secret of a link."""

    secret: Annotated[
        str, D(description="What stands behind `#`.", examples=[SECRET], max_length=80)
    ]


class Glimpse(msgspec.Struct):
    """What somebody may know of a group before she is in it."""

    id: Annotated[UUID, D(description="The group.", examples=[GROUP_ID])]
    kind: Annotated[GroupKind, D(description="What it started as.")]
    name: Annotated[str, D(description="What it is called.", examples=["Friends of the well"])]
    purpose: Annotated[str, D(description="What it is for.", examples=["A new pump"])]
    currency: Annotated[str, D(description="Currency of its pot.", examples=["INR"])]
    is_women_only: Annotated[bool, D(description="Whether it is for women.", examples=[False])]
    members: Annotated[int, D(description="How many are in it.", examples=[12])]
    picture_url: PictureUrl


class MyInvite(msgspec.Struct):
    """A group that the caller is asked into by name."""

    group: Annotated[Glimpse, D(description="What she may know of it.")]
    invited_by: Annotated[FaceOut | None, D(description="Who asks her.")]
    role: Annotated[Role, D(description="What she would be.")]
    expires_at: Annotated[datetime, D(description="Until when it holds.", examples=[WHEN])]


class MyInvites(msgspec.Struct):
    """Where the caller is asked in."""

    items: Annotated[list[MyInvite], D(description="The invites, newest first.")]


class Joining(msgspec.Struct):
    """What came of joining: she is in, or has asked to be."""

    group: Annotated[Glimpse, D(description="The group.")]
    me: Annotated[Membership, D(description="The caller's own membership.")]


JOIN_REFUSALS = [AlreadyMember, GroupFull, GroupOver, InviteNotFound, WomenOnly]


@post(
    "/groups/{id:uuid}/invites",
    permission="groups.invite",
    rate=Rate(60, 60),
    refuses=[
        AlreadyMember,
        GroupNotFound,
        GroupOver,
        HandleNotReadable,
        InviteInvalid,
        NotInYourRole,
        PayeeIsYourself,
        PayeeNotFound,
        PhoneNotReadable,
        TooManyMisses,
    ],
)
async def invite(
    caller: Caller,
    db: Database,
    keys: KeyRing,
    web_settings: WebSettings,
    id: GroupPath,
    data: InviteIn,
) -> NewInviteOut:
    """Make a way into a group: for one person, or a link that is also a QR code."""
    actor, group = actor_of(caller), GroupId(id)
    person = await _invited(db, keys, actor.person, group, data)
    order = InviteOrder(actor, group, person, data.role, data.days, data.max_uses)
    async with db.transaction() as tx:
        made = await service.invite(tx, order)
        who = await service.faces(tx, keys, group, people=[person, actor.person])
    link = None if made.secret is None else f"{web_settings.public_url}/groups/join#{made.secret}"
    return NewInviteOut(
        invite=_out(made.invite, who.person(person), who.person(actor.person)),
        secret=made.secret,
        link=link,
        qr_svg=None if link is None else qr_svg(link),
    )


async def _invited(
    db: Database, keys: KeyRing, caller: PersonId, group: GroupId, data: InviteIn
) -> PersonId | None:
    """Whom the caller means; a number or handle of nobody counts as a miss of hers."""
    named = [each for each in (data.person, data.phone, data.handle) if each is not None]
    if len(named) > 1:
        raise BadField("person", "is named by one of person, phone and handle")
    async with db.transaction() as tx:
        await service.group(tx, caller, group)  # a stranger may not look anybody up by this
        if data.person is not None:
            return (await payments.payee(tx, keys, caller, PersonId(data.person))).party.id
        if not named:
            return None
        found = await payments.look_up_payee(tx, keys, caller, LookUp(data.phone, data.handle))
    # Refused only now: the miss is committed, or it would not count.
    if found is None:
        raise PayeeNotFound
    return found.payee.party.id


@get(
    "/groups/{id:uuid}/invites",
    permission="groups.invite",
    refuses=[BadCursor, GroupNotFound, GroupOver, NotInYourRole],
)
async def list_invites(
    caller: Caller,
    db: Database,
    keys: KeyRing,
    id: GroupPath,
    cursor: Cursor = None,
    limit: Limit = 30,
) -> InvitePage:
    """The invites of a group, newest first; the secret of a link is not told again."""
    group = GroupId(id)
    async with db.read() as tx:
        page = await service.invites(tx, PersonId(caller.person), group, cursor, limit)
        named = [one for each in page.items for one in (each.person, each.made_by)]
        who = await service.faces(tx, keys, group, people=named)
    items = [_out(each, who.person(each.person), who.person(each.made_by)) for each in page.items]
    return InvitePage(items, page.next)


@delete(
    "/groups/{id:uuid}/invites/{invite:uuid}",
    permission="groups.invite",
    refuses=[GroupNotFound, GroupOver, InviteNotFound, NotInYourRole],
)
async def cancel_invite(caller: Caller, db: Database, id: GroupPath, invite: InvitePath) -> None:
    """End an invite before its time."""
    async with db.transaction() as tx:
        await service.cancel_invite(tx, actor_of(caller), GroupId(id), InviteId(invite))


@get("/groups/invites", permission="groups.join")
async def list_my_invites(caller: Caller, db: Database, keys: KeyRing) -> MyInvites:
    """Where the caller is asked in by name."""
    async with db.read() as tx:
        found = await service.my_invites(tx, PersonId(caller.person))
        faces = {
            each.id: (await service.faces(tx, keys, group.id, people=[each.made_by])).person(
                each.made_by
            )
            for each, group in found
        }
    items = [
        MyInvite(
            _glimpse(group, glimpse_url(keys, group, each.id, PersonId(caller.person))),
            face_out(faces[each.id]),
            each.role,
            each.expires_at,
        )
        for each, group in found
    ]
    return MyInvites(items)


@post(
    "/groups/invites/look",
    status_code=200,
    permission="groups.join",
    rate=Rate(60, 60),
    refuses=[InviteNotFound],
)
async def look_at_link(caller: Caller, db: Database, keys: KeyRing, data: SecretIn) -> Glimpse:
    """What a link leads to, before joining."""
    async with db.read() as tx:
        invite, group = await service.look_at_link(tx, data.secret)
    return _glimpse(group, glimpse_url(keys, group, invite.id, PersonId(caller.person)))


@post(
    "/groups/join",
    status_code=200,
    permission="groups.join",
    rate=Rate(60, 60),
    refuses=JOIN_REFUSALS,
)
async def join_by_link(caller: Caller, db: Database, keys: KeyRing, data: SecretIn) -> Joining:
    """Come in by a link, or ask to, as the rules of the group have it."""
    async with db.transaction() as tx:
        _, group = await service.look_at_link(tx, data.secret)
        member = await service.join(tx, JoinOrder(actor_of(caller), secret=data.secret))
    return _joining(keys, group, member)


@post(
    "/groups/{id:uuid}/join",
    status_code=200,
    permission="groups.join",
    refuses=JOIN_REFUSALS,
)
async def join_by_invite(caller: Caller, db: Database, keys: KeyRing, id: GroupPath) -> Joining:
    """Come in by an invite of one's own, or ask to, as the rules of the group have it."""
    async with db.transaction() as tx:
        mine = await service.my_invites(tx, PersonId(caller.person))
        group = next((group for _, group in mine if group.id == id), None)
        if group is None:
            raise InviteNotFound
        member = await service.join(tx, JoinOrder(actor_of(caller), group=group.id))
    return _joining(keys, group, member)


@delete("/groups/{id:uuid}/join", permission="groups.join", refuses=[GroupNotFound])
async def take_back_join(caller: Caller, db: Database, id: GroupPath) -> None:
    """Do not want to come in any more."""
    async with db.transaction() as tx:
        await service.take_back_join(tx, actor_of(caller), GroupId(id))


def _joining(keys: KeyRing, group: Group, member: Member) -> Joining:
    is_in = member.status is MemberStatus.ACTIVE
    picture = picture_url(keys, group, member.person) if is_in else None
    return Joining(_glimpse(group, picture), membership_out(member))


def _glimpse(group: Group, picture: str | None) -> Glimpse:
    return Glimpse(
        id=group.id,
        kind=group.kind,
        name=group.name,
        purpose=group.purpose,
        currency=str(group.currency),
        is_women_only=group.is_women_only,
        members=group.members,
        picture_url=picture,
    )


def _out(invite: Invite, person: Face | None, made_by: Face | None) -> InviteOut:
    return InviteOut(
        id=invite.id,
        kind=invite.kind,
        person=face_out(person),
        role=invite.role,
        max_uses=invite.max_uses,
        used=invite.used,
        made_by=face_out(made_by),
        made_at=invite.made_at,
        expires_at=invite.expires_at,
        cancelled_at=invite.cancelled_at,
    )


ROUTES: list[Any] = [
    invite,
    list_invites,
    cancel_invite,
    list_my_invites,
    look_at_link,
    join_by_link,
    join_by_invite,
    take_back_join,
]
