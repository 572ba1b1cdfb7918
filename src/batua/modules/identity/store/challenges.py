"""Codes on their way, and the tickets that right codes give."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID

import msgspec

from batua.kit.db import Tx, execute, fetch_one
from batua.kit.secrets import KeyRing
from batua.modules.identity.store import sealing
from batua.modules.identity.types import Purpose


class Draft(msgspec.Struct, frozen=True, omit_defaults=True):
    """What a challenge is about, kept sealed.

    message  which text goes to the phone; None when nobody is written to
    """

    message: Purpose | None
    language: str
    phone: str | None = None
    sent_to: str | None = None
    name: str | None = None
    email: str | None = None
    time_zone: str | None = None
    device_name: str = "?"


@dataclass(frozen=True, slots=True)
class Row:
    """A challenge as it is kept."""

    id: UUID
    purpose: Purpose
    target: bytes
    person: UUID | None
    draft: Draft
    code_hash: bytes
    tries: int
    created_at: datetime
    sent_at: datetime
    expires_at: datetime
    closed_at: datetime | None
    is_void: bool


_TAKE_TRY: Final = """
UPDATE identity.challenge SET tries = tries + 1
WHERE token_hash = %(hash)s AND purpose = %(purpose)s AND closed_at IS NULL
AND expires_at > %(now)s AND tries < %(tries_max)s
RETURNING id, purpose, target, person_id, draft, code_hash, tries, created_at, sent_at,
          expires_at, closed_at, is_void
"""

_FIND: Final = """
SELECT id, purpose, target, person_id, draft, code_hash, tries, created_at, sent_at,
       expires_at, closed_at, is_void
FROM identity.challenge WHERE token_hash = %(hash)s
"""

_LOCK: Final = """
SELECT id, purpose, target, person_id, draft, code_hash, tries, created_at, sent_at,
       expires_at, closed_at, is_void
FROM identity.challenge WHERE token_hash = %(hash)s FOR NO KEY UPDATE
"""

_READ_TICKET: Final = """
SELECT id, purpose, target, person_id, draft, code_hash, tries, created_at, sent_at,
       expires_at, closed_at, is_void
FROM identity.challenge
WHERE ticket_hash = %(hash)s AND purpose = %(purpose)s
AND ticket_used_at IS NULL AND ticket_expires_at > %(now)s
"""

_USE_TICKET: Final = """
UPDATE identity.challenge SET ticket_used_at = %(now)s
WHERE ticket_hash = %(hash)s AND purpose = %(purpose)s
AND ticket_used_at IS NULL AND ticket_expires_at > %(now)s
RETURNING id, purpose, target, person_id, draft, code_hash, tries, created_at, sent_at,
          expires_at, closed_at, is_void
"""


@dataclass(frozen=True, slots=True)
class New:
    """A challenge to be written."""

    id: UUID
    token: str
    purpose: Purpose
    target: bytes
    person: UUID | None
    draft: Draft
    code_hash: bytes
    now: datetime
    expires_at: datetime


async def put(tx: Tx, keys: KeyRing, new: New) -> None:
    """Write a challenge in the place of the open one for the same target and purpose."""
    await execute(
        tx,
        "INSERT INTO identity.challenge (id, token_hash, purpose, target, person_id, draft,"
        " code_hash, created_at, sent_at, expires_at) VALUES (%(id)s, %(token_hash)s, %(purpose)s,"
        " %(target)s, %(person)s, %(draft)s, %(code_hash)s, %(now)s, %(now)s, %(expires_at)s)"
        " ON CONFLICT (target, purpose) WHERE closed_at IS NULL DO UPDATE SET"
        " id = excluded.id, token_hash = excluded.token_hash, person_id = excluded.person_id,"
        " draft = excluded.draft, code_hash = excluded.code_hash, tries = 0, is_void = false,"
        " created_at = excluded.created_at, sent_at = excluded.sent_at,"
        " expires_at = excluded.expires_at",
        {
            "id": new.id,
            "token_hash": sealing.token_hash(keys, new.token),
            "purpose": new.purpose,
            "target": new.target,
            "person": new.person,
            "draft": _sealed(keys, new.draft),
            "code_hash": new.code_hash,
            "now": new.now,
            "expires_at": new.expires_at,
        },
    )


async def take_try(
    tx: Tx, keys: KeyRing, token: str, purpose: Purpose, now: datetime, tries_max: int
) -> Row | None:
    """Use up one try of an open code; None when there is none to use.

    The row stays locked until the caller commits, so one code is never right twice.
    """
    params = {"purpose": purpose, "now": now, "tries_max": tries_max}
    return await _find(tx, keys, _TAKE_TRY, token, params)


async def find(tx: Tx, keys: KeyRing, token: str) -> Row | None:
    """A challenge by its token, to look at."""
    return await _find(tx, keys, _FIND, token, {})


async def lock(tx: Tx, keys: KeyRing, token: str) -> Row | None:
    """A challenge by its token; tries and new codes wait."""
    return await _find(tx, keys, _LOCK, token, {})


async def renew(tx: Tx, id: UUID, code_hash: bytes, now: datetime, expires_at: datetime) -> None:
    """Put a new code in the place of the one that was sent."""
    await execute(
        tx,
        "UPDATE identity.challenge SET code_hash = %(code_hash)s, tries = 0, sent_at = %(now)s,"
        " expires_at = %(expires_at)s WHERE id = %(id)s",
        {"id": id, "code_hash": code_hash, "now": now, "expires_at": expires_at},
    )


async def void_others(tx: Tx, person: UUID, purpose: Purpose, id: UUID) -> None:
    """Let no other code of a person for this purpose be right any longer.

    They stay open: closing one would tell who opened it that the two concern the same person.
    """
    await execute(
        tx,
        "UPDATE identity.challenge SET is_void = true WHERE person_id = %(person)s"
        " AND purpose = %(purpose)s AND closed_at IS NULL AND id <> %(id)s",
        {"person": person, "purpose": purpose, "id": id},
    )


async def close(tx: Tx, id: UUID, now: datetime) -> None:
    """The code was right and is used."""
    sql = "UPDATE identity.challenge SET closed_at = %(now)s WHERE id = %(id)s"
    await execute(tx, sql, {"id": id, "now": now})


async def close_all(tx: Tx, person: UUID, now: datetime) -> None:
    """Nothing that was begun for a person before goes on: neither codes nor tickets."""
    await execute(
        tx,
        "UPDATE identity.challenge SET closed_at = coalesce(closed_at, %(now)s),"
        " ticket_used_at = CASE WHEN ticket_hash IS NULL THEN NULL"
        " ELSE coalesce(ticket_used_at, %(now)s) END WHERE person_id = %(person)s",
        {"person": person, "now": now},
    )


async def give_ticket(tx: Tx, keys: KeyRing, id: UUID, ticket: str, expires_at: datetime) -> None:
    """Let the holder of the right code go on later."""
    await execute(
        tx,
        "UPDATE identity.challenge SET ticket_hash = %(hash)s, ticket_expires_at = %(at)s"
        " WHERE id = %(id)s",
        {"id": id, "hash": sealing.token_hash(keys, ticket), "at": expires_at},
    )


async def read_ticket(
    tx: Tx, keys: KeyRing, ticket: str, purpose: Purpose, now: datetime
) -> Row | None:
    """What a ticket that can still be used is about."""
    return await _find(tx, keys, _READ_TICKET, ticket, {"purpose": purpose, "now": now})


async def use_ticket(
    tx: Tx, keys: KeyRing, ticket: str, purpose: Purpose, now: datetime
) -> Row | None:
    """Use up a ticket; of several at once, one gets it."""
    return await _find(tx, keys, _USE_TICKET, ticket, {"purpose": purpose, "now": now})


async def _find(tx: Tx, keys: KeyRing, sql: str, token: str, params: dict[str, Any]) -> Row | None:
    found = await fetch_one(tx, sql, {**params, "hash": sealing.token_hash(keys, token)})
    return None if found is None else _row(keys, found)


def _sealed(keys: KeyRing, draft: Draft) -> bytes:
    return keys.encrypt(msgspec.json.encode(draft), purpose=sealing.DRAFT)


def _row(keys: KeyRing, found: tuple[Any, ...]) -> Row:
    id, purpose, target, person, draft, *rest = found
    opened = msgspec.json.decode(keys.decrypt(draft, purpose=sealing.DRAFT), type=Draft)
    return Row(id, Purpose(purpose), target, person, opened, *rest)
