"""People, their handles and photos."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from batua.kit.db import Tx, array_of, execute, fetch_all, fetch_one, fetch_value
from batua.kit.secrets import KeyRing
from batua.modules.identity.store import sealing
from batua.modules.identity.types import Face, Person, PersonId

_PERSON: Final = """
SELECT p.id, p.name, p.phone, p.email, p.handle, p.language, p.time_zone, p.photo_key, p.roles,
       p.created_at, EXISTS (SELECT FROM identity.pin n WHERE n.person_id = p.id) AS has_pin
FROM identity.person p
"""


@dataclass(frozen=True, slots=True)
class _Row:
    id: UUID
    name: bytes
    phone: bytes
    email: bytes | None
    handle: str | None
    language: str
    time_zone: str
    photo_key: str | None
    roles: list[str]
    created_at: datetime
    has_pin: bool

    def opened(self, keys: KeyRing) -> Person:
        email = self.email
        return Person(
            id=PersonId(self.id),
            name=keys.open(self.name, purpose=sealing.PERSON_NAME),
            phone=keys.open(self.phone, purpose=sealing.PERSON_PHONE),
            email=None if email is None else keys.open(email, purpose=sealing.PERSON_EMAIL),
            handle=self.handle,
            language=self.language,
            time_zone=self.time_zone,
            photo_key=self.photo_key,
            roles=frozenset(self.roles),
            created_at=self.created_at,
            has_pin=self.has_pin,
        )


async def add(tx: Tx, keys: KeyRing, person: Person) -> bool:
    """Write a person; False when her phone has an account already."""
    added = await execute(
        tx,
        "INSERT INTO identity.person (id, name, phone, phone_index, email, email_index, language,"
        " time_zone, roles, created_at) VALUES (%(id)s, %(name)s, %(phone)s, %(phone_index)s,"
        " %(email)s, %(email_index)s, %(language)s, %(time_zone)s, %(roles)s, %(created_at)s)"
        " ON CONFLICT ON CONSTRAINT phone_taken DO NOTHING",
        {
            "id": person.id,
            "name": keys.seal(person.name, purpose=sealing.PERSON_NAME),
            "phone": keys.seal(person.phone, purpose=sealing.PERSON_PHONE),
            "phone_index": sealing.phone_index(keys, person.phone),
            **_email(keys, person.email),
            "language": person.language,
            "time_zone": person.time_zone,
            "roles": sorted(person.roles),
            "created_at": person.created_at,
        },
    )
    return added == 1


async def get(tx: Tx, keys: KeyRing, id: UUID) -> Person | None:
    """One person."""
    row = await fetch_one(tx, _PERSON + "WHERE p.id = %(id)s", {"id": id}, row=_Row)
    return None if row is None else row.opened(keys)


async def get_many(tx: Tx, keys: KeyRing, ids: Iterable[UUID]) -> list[Person]:
    """Those of some people who exist."""
    wanted = {"ids": list(ids)}
    rows = await fetch_all(tx, _PERSON + "WHERE p.id = ANY(%(ids)s)", wanted, row=_Row)
    return [row.opened(keys) for row in rows]


Sealed = tuple[str, bytes, bytes, str | None, str | None]


async def get_faces(tx: Tx, ids: Iterable[str]) -> list[Sealed]:
    """What lists show of those of some people who exist, as it lies in the table."""
    rows: list[Any] = await fetch_all(
        tx,
        "SELECT p.id::text, p.name, p.phone, p.handle, p.photo_key FROM identity.person AS p"
        " WHERE p.id = ANY(%(ids)s::uuid[])",
        {"ids": array_of(ids)},
    )
    return rows


def face_of(keys: KeyRing, row: Sealed) -> Face:
    """The same, opened."""
    id, name, phone, handle, photo_key = row
    return Face(
        id=PersonId(UUID(id)),
        name=keys.open(name, purpose=sealing.PERSON_NAME),
        phone=keys.open(phone, purpose=sealing.PERSON_PHONE),
        handle=handle,
        photo_key=photo_key,
    )


async def lock(tx: Tx, id: UUID) -> None:
    """Let changes of one person follow one another."""
    # Not FOR UPDATE: rows that refer to a person must still be written meanwhile.
    sql = "SELECT FROM identity.person WHERE id = %(id)s FOR NO KEY UPDATE"
    await execute(tx, sql, {"id": id})


async def id_by_phone(tx: Tx, keys: KeyRing, phone: str) -> PersonId | None:
    """Who has this phone."""
    sql = "SELECT id FROM identity.person WHERE phone_index = %(index)s"
    found: PersonId | None = await fetch_value(tx, sql, {"index": sealing.phone_index(keys, phone)})
    return found


async def language(tx: Tx, id: UUID) -> str:
    """In which language somebody is written to."""
    sql = "SELECT language FROM identity.person WHERE id = %(id)s"
    found: str = await fetch_value(tx, sql, {"id": id})
    return found


async def ids_by_email(tx: Tx, keys: KeyRing, email: str, limit: int) -> list[PersonId]:
    """Who has this e-mail, the oldest account first."""
    rows = await fetch_all(
        tx,
        "SELECT id FROM identity.person WHERE email_index = %(index)s"
        " ORDER BY created_at, id LIMIT %(limit)s",
        {"index": sealing.email_index(keys, email), "limit": limit},
    )
    return [PersonId(row[0]) for row in rows]


async def id_by_handle(tx: Tx, handle: str) -> PersonId | None:
    """Whose handle this is or ever was."""
    found: PersonId | None = await fetch_value(
        tx, "SELECT person_id FROM identity.handle WHERE handle = %(handle)s", {"handle": handle}
    )
    return found


async def ids_by_phones(tx: Tx, keys: KeyRing, phones: Iterable[str]) -> dict[str, PersonId]:
    """Who has these phones; a phone that nobody has is absent."""
    indexed = {sealing.phone_index(keys, phone): phone for phone in phones}
    rows = await fetch_all(
        tx,
        "SELECT phone_index, id FROM identity.person WHERE phone_index = ANY(%(indexes)s)",
        {"indexes": list(indexed)},
    )
    return {indexed[bytes(index)]: PersonId(id) for index, id in rows}


async def ids_by_handles(tx: Tx, handles: Iterable[str]) -> dict[str, PersonId]:
    """Whose these handles are or ever were; one that nobody had is absent."""
    rows = await fetch_all(
        tx,
        "SELECT handle, person_id FROM identity.handle WHERE handle = ANY(%(handles)s)",
        {"handles": list(handles)},
    )
    return {handle: PersonId(id) for handle, id in rows}


async def add_handle(tx: Tx, id: UUID, handle: str, now: datetime) -> bool:
    """Take a handle; False when somebody else has it."""
    await execute(
        tx,
        "INSERT INTO identity.handle (handle, person_id, taken_at)"
        " VALUES (%(handle)s, %(id)s, %(now)s) ON CONFLICT (handle) DO NOTHING",
        {"handle": handle, "id": id, "now": now},
    )
    return await id_by_handle(tx, handle) == id


async def count_handles(tx: Tx, id: UUID, other_than: str) -> int:
    """How many other handles somebody has had."""
    count: int = await fetch_value(
        tx,
        "SELECT count(*) FROM identity.handle WHERE person_id = %(id)s AND handle <> %(handle)s",
        {"id": id, "handle": other_than},
    )
    return count


async def save(tx: Tx, keys: KeyRing, person: Person) -> None:
    """Write the fields of a profile that its owner may change."""
    await execute(
        tx,
        "UPDATE identity.person SET name = %(name)s, email = %(email)s,"
        " email_index = %(email_index)s, handle = %(handle)s, language = %(language)s,"
        " time_zone = %(time_zone)s WHERE id = %(id)s",
        {
            "id": person.id,
            "name": keys.seal(person.name, purpose=sealing.PERSON_NAME),
            **_email(keys, person.email),
            "handle": person.handle,
            "language": person.language,
            "time_zone": person.time_zone,
        },
    )


async def set_photo(tx: Tx, id: UUID, photo_key: str | None) -> str | None:
    """Put another photo in place; the key of the one before."""
    before: str | None = await fetch_value(
        tx,
        "UPDATE identity.person n SET photo_key = %(key)s FROM identity.person o"
        " WHERE n.id = %(id)s AND o.id = n.id RETURNING o.photo_key",
        {"id": id, "key": photo_key},
    )
    return before


async def in_role(tx: Tx, role: str, limit: int) -> list[UUID]:
    """Who has a role, by id."""
    sql = "SELECT id FROM identity.person WHERE %(role)s = ANY(roles) ORDER BY id LIMIT %(limit)s"
    return [id for (id,) in await fetch_all(tx, sql, {"role": role, "limit": limit})]


async def set_roles(tx: Tx, id: UUID, roles: Iterable[str]) -> bool:
    """Give a person exactly these roles; False when there is nobody."""
    sql = "UPDATE identity.person SET roles = %(roles)s WHERE id = %(id)s"
    return await execute(tx, sql, {"id": id, "roles": sorted(roles)}) == 1


async def set_recovered(tx: Tx, id: UUID, now: datetime) -> None:
    """Note when an account was recovered."""
    sql = "UPDATE identity.person SET recovered_at = %(now)s WHERE id = %(id)s"
    await execute(tx, sql, {"id": id, "now": now})


async def recovered_at(tx: Tx, id: UUID) -> datetime | None:
    """When an account was last recovered."""
    found: datetime | None = await fetch_value(
        tx, "SELECT recovered_at FROM identity.person WHERE id = %(id)s", {"id": id}
    )
    return found


def _email(keys: KeyRing, email: str | None) -> dict[str, Any]:
    if email is None:
        return {"email": None, "email_index": None}
    return {
        "email": keys.seal(email, purpose=sealing.PERSON_EMAIL),
        "email_index": sealing.email_index(keys, email),
    }
