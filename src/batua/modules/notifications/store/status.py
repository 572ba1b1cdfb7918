"""What providers say of a dispatch afterwards, and the words that a call speaks."""

from datetime import datetime
from typing import Final
from uuid import UUID

from batua.kit.db import Tx, execute, fetch_all, fetch_value
from batua.kit.secrets import KeyRing
from batua.modules.notifications.store.dispatch import SEALED
from batua.modules.notifications.types import Reply, StatusReport

# A failure takes back that it was sent, but not that it arrived; callbacks come in any order.
# Who has read it has got it, so a later word that it arrived says nothing.
_GOES_ON: Final = """
    UPDATE notifications.dispatch SET status = %(status)s, provider_ref = %(ref)s,
        provider = %(provider)s,
        state = coalesce(%(state)s::text, state),
        failure = CASE WHEN %(state)s::text IS NULL THEN failure
            WHEN %(state)s::text = 'failed' THEN %(failure)s END,
        ended_at = CASE WHEN %(state)s::text IS NULL THEN ended_at ELSE coalesce(ended_at, %(at)s) END,
        sealed = CASE WHEN %(state)s::text IS NULL THEN sealed END
    WHERE reference = %(reference)s AND masked_to IS NOT NULL AND CASE %(state)s::text
        WHEN 'sent' THEN state IN ('queued', 'sent', 'cancelled') OR failure = 'given_up'
        WHEN 'failed' THEN state <> 'delivered'
        WHEN 'delivered' THEN status IS DISTINCT FROM 'read'
        ELSE true END
"""


async def reference_of(tx: Tx, provider_ref: str) -> UUID | None:
    """What a provider's own name of a message stands for."""
    found: UUID | None = await fetch_value(
        tx,
        "SELECT reference FROM notifications.dispatch WHERE provider_ref = %(ref)s"
        " ORDER BY queued_at DESC LIMIT 1",
        {"ref": provider_ref},
    )
    return found


async def note(tx: Tx, reference: UUID, report: StatusReport, at: datetime) -> bool:
    """Note what a provider says; False when it is older than what is known, or about nothing."""
    noted = await execute(
        tx,
        _GOES_ON,
        {
            "status": report.status,
            "ref": report.provider_ref,
            "provider": report.provider,
            "state": None if report.state is None else report.state.value,
            "failure": report.failure,
            "at": at,
            "reference": reference,
        },
    )
    return noted == 1


async def reply(tx: Tx, reference: UUID, what: Reply) -> None:
    """Note which key was pressed."""
    await execute(
        tx,
        "UPDATE notifications.dispatch SET reply = %(reply)s WHERE reference = %(reference)s",
        {"reply": what.value, "reference": reference},
    )


async def keep_speech(tx: Tx, reference: UUID, sealed: bytes, until: datetime) -> None:
    """Keep the words of a call for as long as they may be fetched."""
    await execute(
        tx,
        "INSERT INTO notifications.speech (reference, sealed, ends_at)"
        " VALUES (%(reference)s, %(sealed)s, %(until)s)"
        " ON CONFLICT (reference) DO UPDATE SET ends_at = excluded.ends_at",
        {"reference": reference, "sealed": sealed, "until": until},
    )


async def speech(tx: Tx, reference: UUID, now: datetime) -> bytes | None:
    """The sealed words of a call; None when they are not kept any more."""
    found: bytes | None = await fetch_value(
        tx,
        "SELECT sealed FROM notifications.speech"
        " WHERE reference = %(reference)s AND ends_at > %(now)s",
        {"reference": reference, "now": now},
    )
    return found


async def forget_speeches(tx: Tx, now: datetime, limit: int) -> int:
    """Erase the words that nobody may fetch any more; how many."""
    return await execute(
        tx,
        "DELETE FROM notifications.speech WHERE reference IN ("
        " SELECT reference FROM notifications.speech WHERE ends_at <= %(now)s"
        " ORDER BY ends_at LIMIT %(limit)s FOR UPDATE SKIP LOCKED)",
        {"now": now, "limit": limit},
    )


async def reseal(tx: Tx, keys: KeyRing, limit: int) -> int:
    """Seal words again that are not under the current key; how many."""
    rows = await fetch_all(
        tx,
        "SELECT reference, sealed FROM notifications.speech"
        " WHERE substring(sealed FROM 2 FOR 4) <> %(current)s ORDER BY reference"
        " LIMIT %(limit)s FOR UPDATE",
        {"current": keys.current_id.encode(), "limit": limit},
    )
    for reference, sealed in rows:
        await execute(
            tx,
            "UPDATE notifications.speech SET sealed = %(sealed)s WHERE reference = %(reference)s",
            {"reference": reference, "sealed": keys.rotated(sealed, purpose=SEALED)},
        )
    return len(rows)
