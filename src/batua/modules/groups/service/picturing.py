"""The picture of a group: drawn anew, and seen by its members alone.

A file is put down before its row is written and taken away after another took its place: a process
that dies in between leaves a file that nobody finds, and never a row without its file.
"""

from dataclasses import replace
from typing import Final
from uuid import UUID

from batua.kit import clock, ids, journal, pictures
from batua.kit.db import Database, Tx
from batua.kit.files import Files
from batua.kit.secrets import KeyRing
from batua.modules.groups.errors import GroupNotFound, GroupOver, NotAPicture, NotInYourRole
from batua.modules.groups.service import access, links
from batua.modules.groups.store import group as group_store
from batua.modules.groups.store import invite as invite_store
from batua.modules.groups.store import member as member_store
from batua.modules.groups.types import Described, Group, GroupId, InviteId, MemberStatus, Right
from batua.modules.identity.types import PersonId
from batua.modules.payments.types import Actor

MAX_BYTES: Final = 5_000_000
_SIDE: Final = 512
_PURPOSE: Final = "groups.picture"
_FOR_INVITED: Final = "groups.picture.invited"


async def give_picture(
    db: Database, files: Files, actor: Actor, group: GroupId, content: bytes
) -> Group:
    """Give a group a picture: the middle of what was brought, drawn anew.

    refuses  GroupNotFound, GroupOver, NotInYourRole, NotAPicture
    states   Described
    """
    async with db.read() as tx:  # before any work is done for a stranger
        await access.enter(tx, actor.person, group, Right.DESCRIBE)
    key = f"groups/pictures/{ids.new_id().hex}.jpg"
    await files.put(key, await _drawn(content), pictures.MEDIA_TYPE)
    try:
        return await _replace(db, files, actor, group, key)
    except (GroupNotFound, GroupOver, NotInYourRole):
        # These alone say for sure that no row was written.
        await files.delete(key)
        raise


async def remove_picture(db: Database, files: Files, actor: Actor, group: GroupId) -> Group:
    """Let a group be known by its letters again.

    repeat   without a picture nothing changes
    refuses  GroupNotFound, GroupOver, NotInYourRole
    states   Described
    """
    return await _replace(db, files, actor, group, None)


def picture_link(keys: KeyRing, group: Group, person: PersonId) -> str | None:
    """What opens the picture for a member who was let in; None where there is none.

    It stays the same for some minutes, so that a list which is read again does not fetch it again.
    """
    if group.picture_key is None:
        return None
    return links.link(keys, group.picture_key, _PURPOSE, person, _turn())


def picture_glimpse(keys: KeyRing, group: Group, invite: InviteId, person: PersonId) -> str | None:
    """The same for whoever was shown an invite and is not in yet.

    It opens while the invite holds, or what she asked by it is not answered.
    """
    if group.picture_key is None:
        return None
    return links.link(keys, _seen_by(invite, group.picture_key), _FOR_INVITED, person, _turn())


def _turn() -> int:
    """The second until which links hold that are made now."""
    return (int(clock.now().timestamp()) // links.LINK_S + 2) * links.LINK_S


def _seen_by(invite: UUID, picture: str) -> str:
    return f"{picture}:{invite.hex}"


async def open_picture(
    db: Database,
    keys: KeyRing,
    files: Files,
    group: GroupId,
    by: tuple[str, UUID | None],
) -> bytes:
    """The picture behind a link, while it lasts and the one it was made for is a member.

    by       the link, and the invite for whose holder it was made, who need be no member yet
    refuses  GroupNotFound, alike for each reason
    """
    async with db.read() as tx:
        found = await group_store.find(tx, group)
        if found is None or found.picture_key is None:
            raise GroupNotFound
        await _check_reader(tx, keys, found, found.picture_key, by)
    content = await files.get(found.picture_key)
    if content is None:
        raise GroupNotFound
    return content


async def _check_reader(
    tx: Tx, keys: KeyRing, group: Group, picture: str, by: tuple[str, UUID | None]
) -> None:
    link, invite = by
    if invite is None:
        person = links.reader(keys, picture, _PURPOSE, link)
        if person is None:
            raise GroupNotFound
        await access.enter(tx, person, group.id, Right.READ)
        return
    person = links.reader(keys, _seen_by(invite, picture), _FOR_INVITED, link)
    if person is None or group.dissolved_at is not None:
        raise GroupNotFound
    held = await invite_store.live(tx, group.id, invite, clock.now())
    if held is not None and held.person in (None, person):
        return
    mine = await member_store.of_person(tx, group.id, person)
    if mine is None or mine.status is not MemberStatus.ASKED or mine.invite_id != invite:
        raise GroupNotFound


async def _drawn(content: bytes) -> bytes:
    if not 0 < len(content) <= MAX_BYTES:
        raise NotAPicture
    try:
        return await pictures.redraw(content, _SIDE, is_square=True)
    except pictures.NotAPicture as error:
        raise NotAPicture from error


async def _replace(
    db: Database, files: Files, actor: Actor, group: GroupId, key: str | None
) -> Group:
    async with db.transaction() as tx:
        inside = await access.enter(tx, actor.person, group, Right.DESCRIBE, is_locked=True)
        before, after = inside.group.picture_key, replace(inside.group, picture_key=key)
        if before != key:
            await group_store.keep(tx, after)
            await _tell(tx, actor, after)
    if before is not None and before != key:
        await files.delete(before)
    return after


async def _tell(tx: Tx, actor: Actor, group: Group) -> None:
    act = "picture_removed" if group.picture_key is None else "picture_given"
    await access.log(tx, group, actor, act, group.id)
    await journal.state(tx, Described(subject=group.id, actor=actor.person, audience=(group.id,)))
