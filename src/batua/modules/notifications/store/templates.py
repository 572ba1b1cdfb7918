"""The words that the house says otherwise, and its registration with India's operators."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from batua.kit.db import Tx, execute, fetch_all, fetch_one
from batua.modules.notifications.types import Kind, Via
from batua.modules.notifications.types.templates import Dlt


@dataclass(frozen=True, slots=True)
class Kept:
    """What was changed about a template; None where the house's own stays."""

    subject: str | None
    body: str | None
    dlt_template: str


async def kept(tx: Tx, kind: Kind, via: Via, language: str) -> Kept | None:
    """What was changed about one template."""
    row = await fetch_one(
        tx,
        "SELECT subject, body, dlt_template FROM notifications.template"
        " WHERE kind = %(kind)s AND channel = %(channel)s AND language = %(language)s",
        {"kind": kind.value, "channel": via.value, "language": language},
    )
    return None if row is None else Kept(*row)


async def all_kept(tx: Tx, language: str) -> dict[tuple[str, str], Kept]:
    """What was changed in a language, by kind and channel."""
    rows = await fetch_all(
        tx,
        "SELECT kind, channel, subject, body, dlt_template FROM notifications.template"
        " WHERE language = %(language)s",
        {"language": language},
    )
    return {(kind, channel): Kept(*rest) for kind, channel, *rest in rows}


async def keep(tx: Tx, key: tuple[Kind, Via, str], changed: Kept, by: UUID, at: datetime) -> None:
    """Write down what is changed about a template."""
    kind, via, language = key
    await execute(
        tx,
        "INSERT INTO notifications.template"
        " (kind, channel, language, subject, body, dlt_template, changed_by, changed_at)"
        " VALUES (%(kind)s, %(channel)s, %(language)s, %(subject)s, %(body)s, %(dlt)s,"
        " %(by)s, %(at)s) ON CONFLICT (kind, channel, language) DO UPDATE SET"
        " subject = excluded.subject, body = excluded.body,"
        " dlt_template = excluded.dlt_template, changed_by = excluded.changed_by,"
        " changed_at = excluded.changed_at",
        {
            "kind": kind.value,
            "channel": via.value,
            "language": language,
            "subject": changed.subject,
            "body": changed.body,
            "dlt": changed.dlt_template,
            "by": by,
            "at": at,
        },
    )


async def dlt(tx: Tx) -> Dlt:
    """Who we are to the operators; nobody until it was said."""
    row = await fetch_one(tx, "SELECT entity, header, is_required FROM notifications.dlt")
    if row is None:
        return Dlt()
    entity, header, is_required = row
    return Dlt(entity=entity, header=header, is_required=is_required)


async def keep_dlt(tx: Tx, wanted: Dlt, by: UUID, at: datetime) -> None:
    """Write down who we are to the operators."""
    await execute(
        tx,
        "INSERT INTO notifications.dlt (entity, header, is_required, changed_by, changed_at)"
        " VALUES (%(entity)s, %(header)s, %(is_required)s, %(by)s, %(at)s)"
        " ON CONFLICT (only_row) DO UPDATE SET entity = excluded.entity,"
        " header = excluded.header, is_required = excluded.is_required,"
        " changed_by = excluded.changed_by, changed_at = excluded.changed_at",
        {
            "entity": wanted.entity,
            "header": wanted.header,
            "is_required": wanted.is_required,
            "by": by,
            "at": at,
        },
    )
