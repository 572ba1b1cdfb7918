"""What members see beside the things themselves: faces, earlier constitutions, delegations, a file."""

from collections.abc import AsyncGenerator, Iterable
from uuid import UUID

from batua.kit import clock
from batua.kit.db import Database, Tx
from batua.kit.page import Page, Place, decode_cursor, page_of
from batua.kit.refusal import BadCursor
from batua.kit.secrets import KeyRing
from batua.modules.groups.errors import ConstitutionNotFound
from batua.modules.groups.rules import constitution as rules
from batua.modules.groups.service import access
from batua.modules.groups.service.reading import statement
from batua.modules.groups.store import delegation as delegation_store
from batua.modules.groups.store import group as group_store
from batua.modules.groups.store import member as member_store
from batua.modules.groups.store import version as version_store
from batua.modules.groups.types import (
    EVERY_LINE,
    Change,
    Constitution,
    Face,
    Faces,
    GroupId,
    MemberId,
    Right,
    StatementFilter,
    StoredDelegation,
    Transaction,
    Version,
)
from batua.modules.identity import service as identity
from batua.modules.identity.types import Person, PersonId

EXPORT_PAGE = 500
MAX_HEARD = 500
_MAX_VERSION = 2**31 - 1


async def faces(
    tx: Tx,
    keys: KeyRing,
    group: GroupId,
    members: Iterable[MemberId] = (),
    people: Iterable[UUID | None] = (),
) -> Faces:
    """The people behind memberships and ids; for whoever was let into the group already.

    members, people  as many as stand on a page
    """
    found = await member_store.by_ids(tx, group, list(dict.fromkeys(members)))
    by_member: dict[UUID, PersonId] = {id: member.person for id, member in found.items()}
    named = [id for id in people if id is not None]
    wanted = dict.fromkeys([*by_member.values(), *named])
    known = await identity.people(tx, keys, wanted)
    return Faces({id: face_of(person) for id, person in known.items()}, by_member)


def face_of(person: Person) -> Face:
    """A person as the others of her group see her."""
    phone = identity.mask_phone(person.phone)
    return Face(person.id, person.name, phone, person.handle, person.photo_url)


async def mine(tx: Tx, person: PersonId) -> list[GroupId]:
    """The groups that somebody is in now, for whoever tells her of changes; at most five hundred."""
    return [group.id for group, _ in await group_store.of_person(tx, person, None, MAX_HEARD)]


async def versions(
    tx: Tx, person: PersonId, group: GroupId, cursor: str | None, limit: int
) -> Page[Version]:
    """The versions of the constitution, the newest first; refuses GroupNotFound, BadCursor."""
    await access.enter(tx, person, group, Right.READ)
    before = None if cursor is None else decode_cursor(cursor, tuple[Place])[0]
    if before is not None and not 0 <= before <= _MAX_VERSION:
        raise BadCursor
    rows = await version_store.page(tx, group, before, limit + 1)
    return page_of(rows, limit, lambda each: (each.version,))


async def version(
    tx: Tx, person: PersonId, group: GroupId, wanted: int | None
) -> tuple[int, Constitution]:
    """One version of the constitution with its number, or the one in force.

    refuses  GroupNotFound, ConstitutionNotFound
    """
    inside = await access.enter(tx, person, group, Right.READ)
    number = wanted or inside.group.constitution_version
    found = await group_store.constitution(tx, group, number)
    if found is None:
        raise ConstitutionNotFound
    return number, found


async def difference(
    tx: Tx, person: PersonId, group: GroupId, was: int, becomes: int
) -> tuple[Change, ...]:
    """What one version changed of another; refuses GroupNotFound, ConstitutionNotFound."""
    _, before = await version(tx, person, group, was)
    _, after = await version(tx, person, group, becomes)
    return rules.diff(before, after)


async def delegations(tx: Tx, person: PersonId, group: GroupId) -> list[StoredDelegation]:
    """The votes that she gave and holds now; refuses GroupNotFound."""
    inside = await access.enter(tx, person, group, Right.READ)
    return await delegation_store.of_member(tx, group, inside.me.id, clock.now())


Lines = list[tuple[Transaction, Face | None]]


async def whole_statement(
    db: Database,
    keys: KeyRing,
    person: PersonId,
    group: GroupId,
    wanted: StatementFilter = EVERY_LINE,
) -> AsyncGenerator[Lines]:
    """Everything that moved and is wanted, in pages, each read on its own: it may take long.

    refuses  GroupNotFound, NotInYourRole, FilterInvalid
    """

    async def read(tx: Tx, cursor: str | None) -> tuple[Lines, str | None]:
        await access.enter(tx, person, group, Right.EXPORT)
        page = await statement(tx, person, group, wanted, (cursor, EXPORT_PAGE))
        who = await faces(tx, keys, group, [each.member_id for each in page.items])
        return [(each, who.member(each.member_id)) for each in page.items], page.next

    cursor: str | None = None
    while True:
        async with db.read() as tx:
            lines, cursor = await read(tx, cursor)
        yield lines
        if cursor is None:
            return
