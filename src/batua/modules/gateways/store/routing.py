"""The versions of the routing."""

from typing import Any
from uuid import UUID

import msgspec
from psycopg.types.json import Jsonb

from batua.kit.db import Tx, execute, fetch_one
from batua.modules.gateways.types.routing import KeptRouting, Routing


async def newest(tx: Tx) -> KeptRouting:
    """The version in force; 0 when there is none."""
    row = await fetch_one(
        tx,
        "SELECT version, document, made_by, made_at FROM gateways.routing"
        " ORDER BY version DESC LIMIT 1",
    )
    if row is None:
        return KeptRouting(0, Routing())
    return KeptRouting(row[0], msgspec.convert(row[1], Routing), row[2], row[3])


async def add(tx: Tx, kept: KeptRouting) -> bool:
    """Write a version; False when there is one of this number."""
    values: dict[str, Any] = {
        "version": kept.version,
        "document": Jsonb(msgspec.to_builtins(kept.routing)),
        "made_by": kept.made_by,
        "made_at": kept.made_at,
    }
    return bool(
        await execute(
            tx,
            "INSERT INTO gateways.routing (version, document, made_by, made_at) VALUES"
            " (%(version)s, %(document)s, %(made_by)s, %(made_at)s) ON CONFLICT DO NOTHING",
            values,
        )
    )


async def followed_by(tx: Tx, attempt: UUID) -> UUID | None:
    """The attempt that went on from one; None when none did."""
    row = await fetch_one(
        tx, "SELECT id FROM gateways.attempt WHERE follows = %(id)s", {"id": attempt}
    )
    return None if row is None else row[0]
