"""People as others look them up, and as they change themselves."""

from collections.abc import Iterable
from dataclasses import replace
from uuid import UUID

from batua.kit import clock, journal
from batua.kit.caller import Caller
from batua.kit.db import Database, Tx
from batua.kit.secrets import KeyRing
from batua.modules.identity.errors import (
    HandleTaken,
    NoSuchPerson,
    TooManyHandles,
)
from batua.modules.identity.rules import limits, profile
from batua.modules.identity.service import pace, sessions
from batua.modules.identity.service.secrets import require_step_up
from batua.modules.identity.store import people as store
from batua.modules.identity.store.sessions import Which
from batua.modules.identity.types import (
    Person,
    PersonId,
    ProfileChange,
    ProfileChanged,
    Role,
    RolesChanged,
)


async def person(tx: Tx, keys: KeyRing, id: UUID) -> Person:
    """One person.

    refuses  NoSuchPerson
    """
    found = await store.get(tx, keys, id)
    if found is None:
        raise NoSuchPerson
    return found


async def people(tx: Tx, keys: KeyRing, ids: Iterable[UUID]) -> dict[PersonId, Person]:
    """Several people by id; who does not exist is absent."""
    return {found.id: found for found in await store.get_many(tx, keys, ids)}


async def holders(tx: Tx, role: Role) -> list[PersonId]:
    """Who has a role of the house; a hundred at most."""
    return [PersonId(id) for id in await store.in_role(tx, role.value, 100)]


async def find_by_phone(tx: Tx, keys: KeyRing, phone: str) -> PersonId | None:
    """Who has a phone; the caller guards against probing.

    refuses  BadPhone
    """
    return await store.id_by_phone(tx, keys, profile.phone(phone))


async def find_by_handle(tx: Tx, handle: str) -> PersonId | None:
    """Whose handle it is; one that was given up still finds its person.

    refuses  BadHandle
    """
    return await store.id_by_handle(tx, profile.handle(handle))


async def find_by_phones(tx: Tx, keys: KeyRing, phones: Iterable[str]) -> dict[str, PersonId]:
    """Who has these phones, given in E.164; the caller guards against probing."""
    return await store.ids_by_phones(tx, keys, phones)


async def find_by_handles(tx: Tx, handles: Iterable[str]) -> dict[str, PersonId]:
    """Whose these whole handles are; those given up still find their person."""
    return await store.ids_by_handles(tx, handles)


async def is_handle_free(db: Database, keys: KeyRing, caller: Caller, handle: str) -> bool:
    """Whether the caller could take a handle.

    refuses  BadHandle, TooManyTries
    """
    whole = profile.handle(handle)
    await pace.spend(db, keys, limits.HANDLE_LOOK_UP, str(caller.person))
    if profile.is_reserved(whole):
        return False
    async with db.read() as tx:
        return await store.id_by_handle(tx, whole) in {None, caller.person}


async def change_profile(
    tx: Tx, keys: KeyRing, caller: Caller, change: ProfileChange, step_up: str | None
) -> Person:
    """Change what somebody says about herself; an e-mail, which can sign in, needs the PIN.

    repeat   changes nothing more
    refuses  BadName, BadEmail, BadHandle, HandleTaken, TooManyHandles, UnknownLanguage,
             UnknownTimeZone, StepUpRequired, StepUpExpired
    states   ProfileChanged
    """
    await store.lock(tx, caller.person)
    before = await person(tx, keys, caller.person)
    after = _changed(before, change)
    names = ("name", "email", "handle", "language", "time_zone")
    fields = [name for name in names if getattr(before, name) != getattr(after, name)]
    if not fields:
        return before
    if "email" in fields:
        await require_step_up(tx, keys, caller.session, step_up)
    if "handle" in fields and after.handle is not None:
        await _take_handle(tx, after.id, after.handle)
    await store.save(tx, keys, after)
    await journal.state(
        tx,
        ProfileChanged(
            subject=after.id, actor=after.id, audience=(after.id,), fields=",".join(fields)
        ),
    )
    return after


async def change_roles(tx: Tx, id: UUID, roles: frozenset[Role], by: UUID | None) -> None:
    """Give a person exactly these roles; they count from the next request on.

    by       who decided; None is the house itself, at the command line
    refuses  NoSuchPerson
    states   RolesChanged
    """
    if not roles or not await store.set_roles(tx, id, roles):
        raise NoSuchPerson
    await journal.state(
        tx, RolesChanged(subject=id, actor=by, audience=(id,), roles=",".join(sorted(roles)))
    )


async def sign_out_everywhere(tx: Tx, id: UUID) -> None:
    """End every session of a person, as somebody who guards the house may have to.

    repeat   does nothing
    states   SessionRevoked
    """
    await sessions.end_sessions(tx, Which(id), "revoked")


async def _take_handle(tx: Tx, id: PersonId, handle: str) -> None:
    if profile.is_reserved(handle):
        raise HandleTaken
    if await store.count_handles(tx, id, other_than=handle) >= limits.HANDLES_MAX:
        raise TooManyHandles
    if not await store.add_handle(tx, id, handle, clock.now()):
        raise HandleTaken


def _changed(before: Person, change: ProfileChange) -> Person:
    email = before.email
    if change.email is not None:
        email = profile.email(change.email) if change.email.strip() else None
    return replace(
        before,
        name=before.name if change.name is None else profile.name(change.name),
        email=email,
        handle=before.handle if change.handle is None else profile.handle(change.handle),
        language=before.language if change.language is None else profile.language(change.language),
        time_zone=(
            before.time_zone if change.time_zone is None else profile.time_zone(change.time_zone)
        ),
    )
