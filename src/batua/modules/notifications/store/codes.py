"""What India's operators call the messages that hold codes."""

from datetime import datetime
from uuid import UUID

from batua.kit.db import Tx, execute, fetch_all, fetch_one
from batua.modules.notifications.types import Registration


async def named(tx: Tx) -> dict[tuple[str, str], str]:
    """Every template id, by purpose and language."""
    rows = await fetch_all(tx, "SELECT purpose, language, dlt_template FROM notifications.code_dlt")
    return {(purpose, language): template for purpose, language, template in rows}


async def registration(tx: Tx, purpose: str, language: str) -> Registration | None:
    """What a message names to the operators; None when it is not whole."""
    row = await fetch_one(
        tx,
        "SELECT d.entity, d.header, c.dlt_template FROM notifications.code_dlt AS c"
        " CROSS JOIN notifications.dlt AS d WHERE c.purpose = %(purpose)s"
        " AND c.language = %(language)s AND d.entity <> '' AND d.header <> ''",
        {"purpose": purpose, "language": language},
    )
    if row is None:
        return None
    entity, header, template = row
    return Registration(entity=entity, header=header, template=template)


async def keep(tx: Tx, key: tuple[str, str], template: str, by: UUID, at: datetime) -> None:
    """Write a template id down."""
    purpose, language = key
    await execute(
        tx,
        "INSERT INTO notifications.code_dlt"
        " (purpose, language, dlt_template, changed_by, changed_at)"
        " VALUES (%(purpose)s, %(language)s, %(template)s, %(by)s, %(at)s)"
        " ON CONFLICT (purpose, language) DO UPDATE SET dlt_template = excluded.dlt_template,"
        " changed_by = excluded.changed_by, changed_at = excluded.changed_at",
        {"purpose": purpose, "language": language, "template": template, "by": by, "at": at},
    )


async def drop(tx: Tx, key: tuple[str, str]) -> None:
    """Forget a template id."""
    purpose, language = key
    await execute(
        tx,
        "DELETE FROM notifications.code_dlt"
        " WHERE purpose = %(purpose)s AND language = %(language)s",
        {"purpose": purpose, "language": language},
    )
