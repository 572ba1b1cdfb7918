"""Voices that come and go, and roles: each change counts the roll up, in a group that is held."""

from dataclasses import replace

from batua.kit import clock
from batua.kit.db import Tx
from batua.modules.groups.errors import GroupFull
from batua.modules.groups.rules import states
from batua.modules.groups.service import access
from batua.modules.groups.service.dues import writing
from batua.modules.groups.store import group as group_store
from batua.modules.groups.store import member as member_store
from batua.modules.groups.types import (
    Group,
    Member,
    MemberStatus,
    Role,
)


async def let_in(tx: Tx, group: Group, member: Member) -> tuple[Group, Member]:
    """Make somebody who asked a member; with a voice, unless she only looks.

    refuses  GroupFull
    """
    await check_room(tx, group)
    assert states.may_step(states.MEMBER_STEPS, member.status, MemberStatus.ACTIVE)
    group = replace(group, roll=group.roll + 1, members=group.members + 1)
    member = replace(
        member,
        status=MemberStatus.ACTIVE,
        joined_at=clock.now(),
        voice_since=None if member.role is Role.VIEWER else group.roll,
    )
    await group_store.keep(tx, group)
    await member_store.keep(tx, member)
    await writing.welcome(tx, group, member)
    return group, member


async def check_room(tx: Tx, group: Group) -> None:
    """Refuse one more than the constitution allows; refuses GroupFull."""
    most = (await access.constitution_of(tx, group)).max_members
    if group.members >= most:
        raise GroupFull(most)


async def let_go(
    tx: Tx, group: Group, member: Member, status: MemberStatus
) -> tuple[Group, Member]:
    """End a membership, and with it her voice; the caller then counts the open votes anew."""
    assert states.may_step(states.MEMBER_STEPS, member.status, status)
    now = clock.now()
    group = replace(group, roll=group.roll + 1, members=group.members - 1)
    if group.members == 0:
        group = replace(group, dissolved_at=now)  # nobody is left who could come back to it
    ended = replace(_silent(group, member), status=status, ended_at=now)
    await group_store.keep(tx, group)
    await member_store.keep(tx, ended)
    return group, ended


async def give_role(tx: Tx, group: Group, member: Member, role: Role) -> tuple[Group, Member]:
    """Give a member another role; who becomes a viewer loses her voice, who was one gets it."""
    if role is member.role:
        return group, member
    group, was = replace(group, roll=group.roll + 1), member.role
    if role is Role.VIEWER:
        member = _silent(group, member)
    elif member.role is Role.VIEWER:
        member = replace(member, voice_since=group.roll, voice_until=None)
    member = replace(member, role=role)
    await group_store.keep(tx, group)
    await member_store.keep(tx, member)
    if was is Role.VIEWER:
        await writing.welcome(tx, group, member)
    return group, member


def _silent(group: Group, member: Member) -> Member:
    if member.voice_since is None or member.voice_until is not None:
        return member
    return replace(member, voice_until=group.roll)
