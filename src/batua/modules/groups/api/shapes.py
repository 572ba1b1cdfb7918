"""What groups, people in them, rules and money look like on the wire."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Annotated
from uuid import UUID

import msgspec
from litestar.params import PathParameter

from batua.kit.caller import Caller
from batua.kit.money import Money
from batua.kit.secrets import KeyRing
from batua.kit.web import Amount
from batua.modules.groups import service
from batua.modules.groups.rules import roles
from batua.modules.groups.types import (
    Constitution,
    Due,
    Face,
    Group,
    GroupKind,
    InviteId,
    Member,
    MemberStatus,
    Phrase,
    Pot,
    Right,
    Role,
)
from batua.modules.identity.types import PersonId
from batua.modules.payments.types import Actor

D = msgspec.Meta

GROUP_ID = "0198c5f4-31b2-7a10-8c44-6a1b2c3d4e5f"
MEMBER_ID = "0198c5f4-5c0d-7e21-9f00-7b2c3d4e5f60"
PERSON_ID = "0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e"
WHEN = "2026-11-21T09:30:00Z"

GroupPath = Annotated[UUID, PathParameter(description="The group.")]
MemberPath = Annotated[UUID, PathParameter(description="The membership.")]
ProposalPath = Annotated[UUID, PathParameter(description="The proposal.")]
Next = Annotated[
    str | None, D(description="Cursor of the next page; null at the end.", examples=["WyIy"])
]

PictureUrl = Annotated[
    str | None,
    D(
        description="Opens its picture for some minutes without signing in, for the caller alone;"
        " null when it has none.",
        examples=[f"/api/v1/group-pictures/{GROUP_ID}?link=AZ..."],
    ),
]


def actor_of(caller: Caller, step_up: str | None = None) -> Actor:
    """Whoever calls, as one who acts."""
    return Actor(PersonId(caller.person), caller.session, step_up)


class FaceOut(msgspec.Struct):
    """A person as the others of her group see her."""

    id: Annotated[UUID, D(description="The person.", examples=[PERSON_ID])]
    name: Annotated[str, D(description="Her name.", examples=["Asha Devi"])]
    phone: Annotated[str, D(description="Masked number.", examples=["+91 ••••• ••210"])]
    handle: Annotated[str | None, D(description="Handle, if she has one.", examples=["asha@batua"])]
    photo_url: Annotated[
        str | None,
        D(description="Where her photo is.", examples=[f"/api/v1/people/{PERSON_ID}/photo"]),
    ]


class PotOut(msgspec.Struct):
    """The money of a group."""

    balance: Annotated[Amount, D(description="All that is in the pot.")]
    available: Annotated[Amount, D(description="What is not set aside for approved payouts.")]


class Membership(msgspec.Struct):
    """The caller's own membership."""

    id: Annotated[UUID, D(description="The membership.", examples=[MEMBER_ID])]
    status: Annotated[MemberStatus, D(description="Whether she is in, or has asked to be.")]
    role: Annotated[Role, D(description="What she is in the group.")]
    rights: Annotated[
        list[Right], D(description="What her role lets her do; empty till she is in.")
    ]
    has_voice: Annotated[bool, D(description="Whether she may vote now.", examples=[True])]
    joined_at: Annotated[datetime | None, D(description="When she came in.", examples=[WHEN])]


class GroupOut(msgspec.Struct):
    """A group as a member sees it in a list."""

    id: Annotated[UUID, D(description="The group.", examples=[GROUP_ID])]
    kind: Annotated[GroupKind, D(description="What it started as.")]
    name: Annotated[str, D(description="What it is called.", examples=["Friends of the well"])]
    purpose: Annotated[str, D(description="What it is for.", examples=["A new pump"])]
    currency: Annotated[str, D(description="Currency of its pot.", examples=["INR"])]
    is_women_only: Annotated[bool, D(description="Whether it is for women.", examples=[False])]
    members: Annotated[int, D(description="How many are in it.", examples=[12])]
    is_over: Annotated[bool, D(description="Whether it has ended.", examples=[False])]
    created_at: Annotated[datetime, D(description="When it was made.", examples=[WHEN])]
    me: Annotated[Membership, D(description="The caller's own membership.")]
    my_share: Annotated[Amount, D(description="What she has put into the pot.")]
    pot: Annotated[PotOut, D(description="The money of the group.")]
    picture_url: PictureUrl


class GroupPage(msgspec.Struct):
    """Some groups of the caller."""

    items: Annotated[list[GroupOut], D(description="The groups, the one joined last first.")]
    next: Next


class DueOut(msgspec.Struct):
    """What should be paid of a loan next: all that is late, or else the next instalment."""

    due_on: Annotated[
        date, D(description="Its day, or that of the oldest that is late.", examples=["2026-12-21"])
    ]
    amount: Annotated[Amount, D(description="How much.")]
    is_late: Annotated[bool, D(description="Whether that day is over.", examples=[False])]


class InstalmentOut(msgspec.Struct):
    """An instalment of the caller's loan that is late, or due within a week."""

    loan: Annotated[UUID, D(description="Her loan.", examples=[GROUP_ID])]
    due: Annotated[DueOut, D(description="What to pay.")]


class DuesDueOut(msgspec.Struct):
    """Dues whose day has come."""

    count: Annotated[int, D(description="For how many days.", examples=[1])]
    left: Annotated[Amount, D(description="What is left to pay of them.")]


class Needs(msgspec.Struct):
    """What waits for the caller in a group."""

    votes: Annotated[
        list[UUID],
        D(description="Open proposals on which she may vote and has not.", examples=[[GROUP_ID]]),
    ]
    joins: Annotated[
        int, D(description="People who asked to come in and whom she may answer.", examples=[1])
    ]
    joins_by_vote: Annotated[
        bool,
        D(description="Whether they are let in by a proposal instead.", examples=[False]),
    ]
    guarantees: Annotated[
        list[UUID],
        D(description="Loans for which she was asked to answer.", examples=[[GROUP_ID]]),
    ]
    instalment: Annotated[
        InstalmentOut | None, D(description="What she should pay of her loan within a week.")
    ]
    dues: Annotated[DuesDueOut | None, D(description="Her dues whose day has come.")]


class GroupHome(GroupOut):
    """A group with all that its home shows."""

    open_proposals: Annotated[int, D(description="Votes that are open.", examples=[2])]
    needs: Annotated[Needs, D(description="What waits for the caller.")]
    constitution_version: Annotated[
        int, D(description="The version of its rules that is in force.", examples=[1])
    ]
    constitution: Annotated[Constitution, D(description="Its rules.")]


class ConstitutionOut(msgspec.Struct):
    """A version of a group's rules, also in words."""

    version: Annotated[int, D(description="Its number; the founder's is 1.", examples=[1])]
    constitution: Annotated[Constitution, D(description="All settings.")]
    words: Annotated[list[Phrase], D(description="The same as sentences for any language.")]


class MemberOut(msgspec.Struct):
    """A member of a group."""

    id: Annotated[UUID, D(description="The membership.", examples=[MEMBER_ID])]
    person: Annotated[FaceOut | None, D(description="Who she is; null without an account.")]
    role: Annotated[Role, D(description="What she is in the group.")]
    status: Annotated[MemberStatus, D(description="How the membership stands.")]
    has_voice: Annotated[bool, D(description="Whether she may vote now.", examples=[True])]
    saved: Annotated[Amount, D(description="What she has put into the pot.")]
    asked_at: Annotated[datetime, D(description="When she asked to come in.", examples=[WHEN])]
    joined_at: Annotated[datetime | None, D(description="When she came in.", examples=[WHEN])]
    ended_at: Annotated[datetime | None, D(description="When it ended.", examples=[WHEN])]


def face_out(face: Face | None) -> FaceOut | None:
    """A person on the wire, if there is one to tell of."""
    if face is None:
        return None
    return FaceOut(face.id, face.name, face.phone, face.handle, face.photo_url)


def due_out(money: Callable[[int], Money], due: Due | None) -> DueOut | None:
    """What should be paid next on the wire, if something should."""
    return None if due is None else DueOut(due.due_on, Amount.of(money(due.minor)), due.is_late)


def membership_out(me: Member, *, is_over: bool = False) -> Membership:
    is_in = me.status is MemberStatus.ACTIVE
    rights = roles.RIGHTS[me.role] & roles.READING if is_over else roles.RIGHTS[me.role]
    return Membership(
        id=me.id,
        status=me.status,
        role=me.role,
        rights=sorted(rights) if is_in else [],
        has_voice=has_voice(me),
        joined_at=me.joined_at,
    )


def has_voice(member: Member) -> bool:
    return member.voice_since is not None and member.voice_until is None


def picture_url(keys: KeyRing, group: Group, person: PersonId) -> str | None:
    """Where a member finds the picture, if there is one."""
    link = service.picture_link(keys, group, person)
    return None if link is None else f"/api/v1/group-pictures/{group.id}?link={link}"


def glimpse_url(keys: KeyRing, group: Group, invite: InviteId, person: PersonId) -> str | None:
    """Where whoever holds an invite, or has asked by it, finds the picture, if there is one."""
    link = service.picture_glimpse(keys, group, invite, person)
    where = f"/api/v1/group-pictures/{group.id}"
    return None if link is None else f"{where}?link={link}&invite={invite}"


def group_out(keys: KeyRing, group: Group, me: Member, pot: Pot) -> GroupOut:
    return GroupOut(
        id=group.id,
        kind=group.kind,
        name=group.name,
        purpose=group.purpose,
        currency=str(group.currency),
        is_women_only=group.is_women_only,
        members=group.members,
        is_over=group.dissolved_at is not None,
        created_at=group.created_at,
        me=membership_out(me, is_over=group.dissolved_at is not None),
        my_share=Amount.of(group.money(me.saved_minor)),
        pot=PotOut(Amount.of(pot.balance), Amount.of(pot.available)),
        picture_url=picture_url(keys, group, me.person),
    )


def member_out(group: Group, member: Member, face: Face | None) -> MemberOut:
    return MemberOut(
        id=member.id,
        person=face_out(face),
        role=member.role,
        status=member.status,
        has_voice=has_voice(member),
        saved=Amount.of(group.money(member.saved_minor)),
        asked_at=member.asked_at,
        joined_at=member.joined_at,
        ended_at=member.ended_at,
    )
