"""Passwords and PINs: sealed argon2id hashes, and how often a PIN was wrong."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from batua.kit.db import Tx, execute, fetch_all, fetch_one, fetch_value
from batua.kit.ids import new_id
from batua.kit.secrets import KeyRing
from batua.modules.identity.store import sealing


@dataclass(frozen=True, slots=True)
class Password:
    """A password as it is kept; `changed_at` is its version."""

    person: UUID
    id: UUID
    encoded: str
    changed_at: datetime


@dataclass(frozen=True, slots=True)
class Pin:
    """A PIN as it is kept, with what was tried on it."""

    encoded: str
    version: int
    wrong_in_row: int
    locks_in_row: int
    locked_until: datetime | None


async def passwords(tx: Tx, keys: KeyRing, people: Iterable[UUID]) -> dict[UUID, Password]:
    """The passwords of some people."""
    rows = await fetch_all(
        tx,
        "SELECT person_id, id, secret, changed_at FROM identity.credential"
        " WHERE kind = 'password' AND person_id = ANY(%(people)s)",
        {"people": list(people)},
    )
    return {
        person: Password(person, id, keys.open(secret, purpose=sealing.CREDENTIAL), changed_at)
        for person, id, secret, changed_at in rows
    }


async def is_current(tx: Tx, password: Password) -> bool:
    """Whether a password is still the one that was checked; it cannot change before commit."""
    found = await fetch_value(
        tx,
        "SELECT true FROM identity.credential"
        " WHERE id = %(id)s AND changed_at = %(changed_at)s FOR SHARE",
        {"id": password.id, "changed_at": password.changed_at},
    )
    return found is not None


async def set_password(tx: Tx, keys: KeyRing, person: UUID, encoded: str, now: datetime) -> None:
    """Write a person's one password."""
    await execute(
        tx,
        "INSERT INTO identity.credential AS c"
        " (id, person_id, kind, secret, created_at, changed_at)"
        " VALUES (%(id)s, %(person)s, 'password', %(secret)s, %(now)s, %(now)s)"
        " ON CONFLICT (person_id) WHERE kind = 'password'"
        # A held clock or a coarse one must still give each password a version of its own.
        " DO UPDATE SET secret = excluded.secret,"
        " changed_at = greatest(excluded.changed_at, c.changed_at + interval '1 microsecond')",
        {
            "id": new_id(),
            "person": person,
            "secret": keys.seal(encoded, purpose=sealing.CREDENTIAL),
            "now": now,
        },
    )


async def rehash(tx: Tx, keys: KeyRing, password: Password, encoded: str) -> None:
    """The same password with today's cost; its version stays."""
    await execute(
        tx,
        "UPDATE identity.credential SET secret = %(secret)s"
        " WHERE id = %(id)s AND changed_at = %(changed_at)s",
        {
            "id": password.id,
            "changed_at": password.changed_at,
            "secret": keys.seal(encoded, purpose=sealing.CREDENTIAL),
        },
    )


async def lock_pin(tx: Tx, keys: KeyRing, person: UUID) -> Pin | None:
    """The PIN of a person; tries follow one another from here."""
    row = await fetch_one(
        tx,
        "SELECT secret, version, wrong_in_row, locks_in_row, locked_until"
        " FROM identity.pin WHERE person_id = %(person)s FOR UPDATE",
        {"person": person},
    )
    if row is None:
        return None
    secret, *rest = row
    return Pin(keys.open(secret, purpose=sealing.PIN), *rest)


async def count_pin_try(
    tx: Tx, person: UUID, *, wrong: int, locks: int, locked_until: datetime | None
) -> None:
    """Write how often the PIN was wrong; zero of both after a right one."""
    await execute(
        tx,
        "UPDATE identity.pin SET wrong_in_row = %(wrong)s, locks_in_row = %(locks)s,"
        " locked_until = %(until)s WHERE person_id = %(person)s",
        {"person": person, "wrong": wrong, "locks": locks, "until": locked_until},
    )


async def set_pin(tx: Tx, keys: KeyRing, person: UUID, encoded: str, now: datetime) -> None:
    """Write a new PIN with all its tries; step-up tokens of the one before end."""
    await execute(
        tx,
        "INSERT INTO identity.pin AS n (person_id, secret, changed_at)"
        " VALUES (%(person)s, %(secret)s, %(now)s) ON CONFLICT (person_id) DO UPDATE"
        " SET secret = excluded.secret, changed_at = excluded.changed_at,"
        " version = n.version + 1, wrong_in_row = 0, locks_in_row = 0, locked_until = NULL",
        {"person": person, "secret": keys.seal(encoded, purpose=sealing.PIN), "now": now},
    )


async def pin_version_of_session(tx: Tx, session: UUID) -> int | None:
    """The version of the PIN that a step-up token of this session must name."""
    found: int | None = await fetch_value(
        tx,
        "SELECT n.version FROM identity.session s"
        " JOIN identity.pin n ON n.person_id = s.person_id"
        " WHERE s.id = %(session)s AND s.ended_at IS NULL",
        {"session": session},
    )
    return found
