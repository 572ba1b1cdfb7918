"""The tables of kyc: verifications, and the log of who did and who looked."""

import dataclasses
from datetime import datetime
from typing import Any, Final
from uuid import UUID

import msgspec

from batua.kit.db import Tx, execute, fetch_all, fetch_one, fetch_value
from batua.modules.kyc.types import By, Claim, LogLine, State, Verification

_FIELDS: Final = ", ".join(field.name for field in dataclasses.fields(Verification))
_OF: Final = f"SELECT {_FIELDS} FROM kyc.verification"  # noqa: S608 - our own names

Position = tuple[datetime, UUID]


async def add(tx: Tx, made: Verification) -> None:
    """Write down that somebody asked; the database refuses a second one that is open or good."""
    await execute(
        tx,
        "INSERT INTO kyc.verification (id, person, claim, way, state, asked_at)"
        " VALUES (%(id)s, %(person)s, %(claim)s, %(way)s, %(state)s, %(asked_at)s)",
        {
            "id": made.id,
            "person": made.person,
            "claim": made.claim.value,
            "way": made.way.value,
            "state": made.state.value,
            "asked_at": made.asked_at,
        },
    )


async def keep(tx: Tx, after: Verification) -> None:
    """Write a decision into a verification that is held."""
    await execute(
        tx,
        "UPDATE kyc.verification SET state = %(state)s, confirmed_at = %(confirmed_at)s,"
        " confirmed_by = %(confirmed_by)s, how = %(how)s, until = %(until)s,"
        " ended_at = %(ended_at)s, ended_by = %(ended_by)s, reason = %(reason)s"
        " WHERE id = %(id)s",
        {
            "id": after.id,
            "state": after.state.value,
            "confirmed_at": after.confirmed_at,
            "confirmed_by": after.confirmed_by,
            "how": after.how and after.how.value,
            "until": after.until,
            "ended_at": after.ended_at,
            "ended_by": after.ended_by,
            "reason": after.reason and after.reason.value,
        },
    )


async def lock(tx: Tx, id: UUID) -> Verification | None:
    """One verification, held until the transaction ends."""
    row = await fetch_one(tx, f"{_OF} WHERE id = %(id)s FOR NO KEY UPDATE", {"id": id})
    return None if row is None else _read(row)


async def lock_good(tx: Tx, person: UUID, claim: Claim) -> Verification | None:
    """The confirmed one of a person, at its end or not, held until the transaction ends."""
    row = await fetch_one(
        tx,
        f"{_OF} WHERE person = %(person)s AND claim = %(claim)s AND state = 'confirmed'"
        " FOR NO KEY UPDATE",
        {"person": person, "claim": claim.value},
    )
    return None if row is None else _read(row)


async def is_good(tx: Tx, person: UUID, claim: Claim, now: datetime) -> bool:
    """Whether a claim of a person is confirmed and not at its end."""
    return bool(
        await fetch_value(
            tx,
            "SELECT EXISTS (SELECT FROM kyc.verification WHERE person = %(person)s"
            " AND claim = %(claim)s AND state = 'confirmed'"
            " AND (until IS NULL OR until > %(now)s))",
            {"person": person, "claim": claim.value, "now": now},
        )
    )


async def of_person(tx: Tx, person: UUID, limit: int) -> list[Verification]:
    """What a person asked for, the newest first."""
    rows = await fetch_all(
        tx,
        f"{_OF} WHERE person = %(person)s ORDER BY asked_at DESC, id DESC LIMIT %(limit)s",
        {"person": person, "limit": limit},
    )
    return [_read(row) for row in rows]


async def waiting(tx: Tx, after: Position | None, limit: int) -> list[Verification]:
    """What nobody has decided, whoever waits longest first."""
    at, id = after or (None, None)
    rows = await fetch_all(
        tx,
        f"{_OF} WHERE state = %(state)s AND (%(at)s::timestamptz IS NULL"
        " OR (asked_at, id) > (%(at)s, %(id)s::uuid))"
        " ORDER BY asked_at, id LIMIT %(limit)s",
        {"state": State.ASKED.value, "at": at, "id": id, "limit": limit},
    )
    return [_read(row) for row in rows]


async def note(tx: Tx, at: datetime, by: By | None, act: str, subject: UUID | None) -> None:
    """Write a line of the log."""
    await execute(
        tx,
        "INSERT INTO kyc.log (at, actor, session, act, subject)"
        " VALUES (%(at)s, %(actor)s, %(session)s, %(act)s, %(subject)s)",
        {
            "at": at,
            "actor": by and by.person,
            "session": by and by.session,
            "act": act,
            "subject": subject,
        },
    )


async def log(tx: Tx, before: int | None, limit: int) -> list[LogLine]:
    """The log, the newest first."""
    return await fetch_all(
        tx,
        "SELECT id, at, actor, session, act, subject FROM kyc.log"
        " WHERE %(before)s::bigint IS NULL OR id < %(before)s ORDER BY id DESC LIMIT %(limit)s",
        {"before": before, "limit": limit},
        row=LogLine,
    )


def _read(row: tuple[Any, ...]) -> Verification:
    return msgspec.convert(dict(zip(_FIELDS.split(", "), row, strict=True)), Verification)
