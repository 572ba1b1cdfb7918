"""Members of a group, all of them in pages, or those whom some words name."""

from functools import lru_cache
from typing import Final
from uuid import UUID

from batua.kit.db import Tx
from batua.kit.page import Page, decode_cursor, page_of
from batua.kit.secrets import KeyRing
from batua.kit.text import begin, clean, fold, parts_of_name
from batua.modules.groups.service import access
from batua.modules.groups.store import member as member_store
from batua.modules.groups.types import GroupId, Member, MemberStatus, MembersWanted, Right
from batua.modules.identity import service as identity
from batua.modules.identity.types import PersonId

AT_ONCE: Final = 1_000
"""So many names are opened between two questions to the database."""


async def members(
    tx: Tx, person: PersonId, id: GroupId, status: MemberStatus, page: tuple[str | None, int]
) -> Page[Member]:
    """Memberships of a status, those asked for first first.

    page     cursor and limit
    refuses  GroupNotFound, BadCursor
    """
    await access.enter(tx, person, id, Right.READ)
    return await _page(tx, id, MembersWanted(status=status), page)


async def find_members(
    tx: Tx,
    keys: KeyRing,
    person: PersonId,
    id: GroupId,
    wanted: MembersWanted,
    page: tuple[str | None, int],
) -> Page[Member]:
    """The same, but only those of a role, or whom some words name.

    page     cursor and limit
    refuses  GroupNotFound, BadCursor
    """
    await access.enter(tx, person, id, Right.READ)
    words = fold(clean(wanted.text)).split()
    if not words:
        return await _page(tx, id, wanted, page)
    rows = await _named(tx, keys, id, (wanted, words), (_after(page[0]), page[1] + 1))
    return page_of(rows, page[1], _place)


async def _page(
    tx: Tx, id: GroupId, wanted: MembersWanted, page: tuple[str | None, int]
) -> Page[Member]:
    cursor, limit = page
    rows = await member_store.page(tx, id, wanted.status, _after(cursor), limit + 1, wanted.role)
    return page_of(rows, limit, _place)


def _after(cursor: str | None) -> member_store.Position | None:
    if cursor is None:
        return None
    found: member_store.Position = decode_cursor(cursor, member_store.Position)
    return found


def _place(member: Member) -> member_store.Position:
    return member.asked_at, member.id


async def _named(
    tx: Tx,
    keys: KeyRing,
    id: GroupId,
    whom: tuple[MembersWanted, list[str]],
    page: tuple[member_store.Position | None, int],
) -> list[Member]:
    """Those of a status and role whom words name: names lie encrypted, so they are opened.

    A group has ten thousand members at most, and what was opened once is kept (decision 0351).
    """
    (wanted, words), (after, limit) = whom, page
    found: list[UUID] = []
    while len(found) < limit:
        rows = await member_store.people(tx, id, wanted.status, after, AT_ONCE, wanted.role)
        faces = await _faces(keys).of(tx, {person for *_, person in rows})
        for _, member, person in rows:
            face = faces.get(person)
            if face is not None and begin(words, _known(face.name, face.handle)):
                found.append(member)
        if len(rows) < AT_ONCE:
            break
        after = rows[-1][:2]
    members = await member_store.by_ids(tx, id, found[:limit])
    return [members[one] for one in found[:limit]]


@lru_cache(maxsize=20_000)
def _known(name: str, handle: str | None) -> tuple[str, ...]:
    return parts_of_name(name, handle)


@lru_cache(maxsize=2)
def _faces(keys: KeyRing) -> identity.Faces:
    return identity.Faces(keys)
