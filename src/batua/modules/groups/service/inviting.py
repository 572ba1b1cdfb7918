"""How people come in: invited by name or by a link, let in by officers or by a vote."""

import hashlib
import secrets
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from batua.kit import clock, ids, journal
from batua.kit.db import Tx
from batua.kit.page import Page, decode_cursor, page_of
from batua.modules.groups.errors import (
    AlreadyMember,
    InviteInvalid,
    InviteNotFound,
    MemberNotFound,
    VotedOnHere,
    WomenOnly,
)
from batua.modules.groups.rules import states
from batua.modules.groups.service import access, roll
from batua.modules.groups.store import group as group_store
from batua.modules.groups.store import invite as invite_store
from batua.modules.groups.store import member as member_store
from batua.modules.groups.types import (
    Admission,
    AskedToJoin,
    Group,
    GroupId,
    Invite,
    Invited,
    InviteId,
    InviteKind,
    InviteOrder,
    Joined,
    JoinOrder,
    Member,
    MemberId,
    MemberStatus,
    NewInvite,
    Right,
    Role,
    TurnedAway,
)
from batua.modules.identity.types import PersonId
from batua.modules.payments.types import Actor

MAX_DAYS: Final = 30
MAX_USES: Final = 1000
_SECRET_BYTES: Final = 16


async def invite(tx: Tx, order: InviteOrder) -> NewInvite:
    """Make a way in: for one person, or a link for whoever has it.

    repeat   makes another invite; the earlier one holds as well
    refuses  GroupNotFound, GroupOver, NotInYourRole, InviteInvalid, AlreadyMember
    states   Invited, when it is for one person
    """
    _check(order)
    inside = await access.enter(tx, order.actor.person, order.group, Right.INVITE)
    if order.person and await member_store.of_person(tx, order.group, order.person):
        raise AlreadyMember
    secret = None if order.person else secrets.token_urlsafe(_SECRET_BYTES)
    now = clock.now()
    made = Invite(
        id=InviteId(ids.new_id()),
        group_id=inside.group.id,
        kind=InviteKind.PERSON if order.person else InviteKind.LINK,
        person=order.person,
        role=order.role,
        max_uses=1 if order.person else order.max_uses,
        used=0,
        made_by=order.actor.person,
        made_at=now,
        expires_at=now + timedelta(days=order.days),
        cancelled_at=None,
    )
    await invite_store.add(tx, made, None if secret is None else _hash(secret))
    await access.log(tx, inside.group, order.actor, "invited", made.id, role=made.role.value)
    if order.person:
        fact = Invited(
            subject=made.group_id,
            actor=order.actor.person,
            audience=(order.person,),
            person=order.person,
            invite=made.id,
        )
        await journal.state(tx, fact)
    return NewInvite(made, secret)


def _check(order: InviteOrder) -> None:
    faults = {
        "days": not 1 <= order.days <= MAX_DAYS,
        "max_uses": not 1 <= order.max_uses <= MAX_USES,
        "role": order.role not in {Role.MEMBER, Role.VIEWER},
    }
    for field, is_wrong in faults.items():
        if is_wrong:
            raise InviteInvalid(field)


def _hash(secret: str) -> bytes:
    """A secret of 128 random bits needs no slow hash."""
    return hashlib.sha256(secret.encode()).digest()


async def cancel_invite(tx: Tx, actor: Actor, group: GroupId, id: InviteId) -> None:
    """End an invite before its time.

    refuses  GroupNotFound, NotInYourRole, InviteNotFound, also when it is over already
    """
    inside = await access.enter(tx, actor.person, group, Right.INVITE)
    if not await invite_store.cancel(tx, group, id, clock.now()):
        raise InviteNotFound
    await access.log(tx, inside.group, actor, "invite_cancelled", id)


async def invites(
    tx: Tx, person: PersonId, group: GroupId, cursor: str | None, limit: int
) -> Page[Invite]:
    """The invites of a group, newest first; refuses GroupNotFound, NotInYourRole, BadCursor."""
    await access.enter(tx, person, group, Right.INVITE)
    after = None if cursor is None else decode_cursor(cursor, tuple[datetime, UUID])
    rows = await invite_store.page(tx, group, after, limit + 1)
    return page_of(rows, limit, lambda each: (each.made_at, each.id))


async def my_invites(tx: Tx, person: PersonId) -> list[tuple[Invite, Group]]:
    """Where somebody is asked to come in, with what she may know of the group before she does."""
    mine = await invite_store.all_for(tx, person, clock.now())
    groups = await group_store.find_many(tx, [each.group_id for each in mine])
    return [(each, groups[each.group_id]) for each in mine]


async def look_at_link(tx: Tx, secret: str) -> tuple[Invite, Group]:
    """The link that a secret opens, and the group that it leads to; refuses InviteNotFound."""
    found = await invite_store.by_secret(tx, _hash(secret), clock.now())
    group = None if found is None else await group_store.find(tx, found.group_id)
    if found is None or group is None or group.dissolved_at is not None:
        raise InviteNotFound
    return found, group


async def join(tx: Tx, order: JoinOrder) -> Member:
    """Come in by an invite: at once where the constitution or an officer's own invite lets her,
    else she has asked and is let in or not.

    repeat   AlreadyMember: she is in, or has asked
    refuses  InviteNotFound, AlreadyMember, GroupOver, GroupFull, WomenOnly
    states   Joined or AskedToJoin
    """
    person = order.actor.person
    found = await _invite(tx, order)
    group = await group_store.lock(tx, found.group_id)
    assert group is not None, "an invite leads to a group"
    access.check_open(group)
    if await member_store.of_person(tx, group.id, person):
        raise AlreadyMember
    if not await access.may_come_in(tx, group, person):
        raise WomenOnly
    await roll.check_room(tx, group)
    if not await invite_store.use(tx, found.id):
        raise InviteNotFound
    member = _asking(group, found, person)
    await member_store.add(tx, member)
    if not await _is_let_in(tx, group, found):
        await access.log(tx, group, order.actor, "asked_to_join", member.id)
        await journal.state(
            tx,
            AskedToJoin(
                subject=group.id,
                actor=person,
                audience=(group.id, person),
                person=person,
                member=member.id,
            ),
        )
        return member
    return await admit(tx, group, member, order.actor)


async def admit(tx: Tx, group: Group, member: Member, actor: Actor | None) -> Member:
    """Let somebody in who asked; the group is held.

    refuses  GroupFull
    states   Joined
    """
    group, member = await roll.let_in(tx, group, member)
    await access.log(tx, group, actor, "joined", member.id, role=member.role.value)
    await journal.state(
        tx,
        Joined(
            subject=group.id,
            actor=None if actor is None else actor.person,
            audience=(group.id, member.person),
            person=member.person,
            member=member.id,
        ),
    )
    return member


async def _invite(tx: Tx, order: JoinOrder) -> Invite:
    now, found = clock.now(), None
    if order.secret is not None:
        found = await invite_store.by_secret(tx, _hash(order.secret), now)
    elif order.group is not None:
        found = await invite_store.for_person(tx, order.group, order.actor.person, now)
    if found is None:
        raise InviteNotFound
    return found


async def _is_let_in(tx: Tx, group: Group, invite: Invite) -> bool:
    admission = (await access.constitution_of(tx, group)).admission
    if admission is Admission.OFFICERS:
        # Only officers invite, and by name that is their yes already.
        return invite.kind is InviteKind.PERSON
    return admission is Admission.INVITED


def _asking(group: Group, invite: Invite, person: PersonId) -> Member:
    return Member(
        id=MemberId(ids.new_id()),
        group_id=group.id,
        person=person,
        role=invite.role,
        status=MemberStatus.ASKED,
        invite_id=invite.id,
        voice_since=None,
        voice_until=None,
        saved_minor=0,
        pays_dues_itself=False,
        asked_at=clock.now(),
        joined_at=None,
        ended_at=None,
    )


async def answer_join(
    tx: Tx, actor: Actor, group: GroupId, id: MemberId, *, is_yes: bool
) -> Member:
    """Let somebody in who asked, or not, where officers decide that.

    A group for women whose verification ended while she waited turns her away by itself, as one
    whose end was voted does: the officer is told that she was not let in, and not why.

    refuses  GroupNotFound, GroupOver, NotInYourRole, VotedOnHere, MemberNotFound, GroupFull
    states   Joined or TurnedAway
    """
    inside = await access.enter(tx, actor.person, group, Right.ANSWER_JOINS, is_locked=True)
    if (await access.constitution_of(tx, inside.group)).admission is Admission.VOTE:
        raise VotedOnHere
    member = await member_store.find(tx, group, id)
    if member is None or member.status is not MemberStatus.ASKED:
        raise MemberNotFound
    if not is_yes:
        return await turn_away(tx, inside.group, member, actor)
    if not await access.may_come_in(tx, inside.group, member.person):
        return await turn_away(tx, inside.group, member, None)
    return await admit(tx, inside.group, member, actor)


async def turn_away(tx: Tx, group: Group, member: Member, actor: Actor | None) -> Member:
    """Do not let somebody in who asked; states TurnedAway."""
    assert states.may_step(states.MEMBER_STEPS, member.status, MemberStatus.DECLINED)
    ended = replace(member, status=MemberStatus.DECLINED, ended_at=clock.now())
    await member_store.keep(tx, ended)
    await access.log(tx, group, actor, "turned_away", member.id)
    await journal.state(
        tx,
        TurnedAway(
            subject=group.id,
            actor=None if actor is None else actor.person,
            audience=(group.id, member.person),
            person=member.person,
            member=member.id,
        ),
    )
    return ended


async def asked(tx: Tx, person: PersonId) -> list[tuple[Member, Group]]:
    """Where somebody has asked to come in and waits; a group that has ended lets nobody in."""
    mine = await member_store.asked_by(tx, person)
    groups = await group_store.find_many(tx, [each.group_id for each in mine])
    waits = [(each, groups[each.group_id]) for each in mine]
    return [(each, group) for each, group in waits if group.dissolved_at is None]
