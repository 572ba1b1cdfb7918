"""Callbacks as they are stored: each event of a provider once, and how often it came."""

from collections.abc import Sequence
from uuid import UUID

from batua.kit.db import Tx, fetch_all
from batua.modules.gateways.types import Arrival

Key = tuple[str, str]
"""A provider, and its id of an event."""


async def add(tx: Tx, arrivals: Sequence[Arrival]) -> dict[Key, tuple[UUID | None, bool]]:
    """Store some in one statement; those that are here already are only counted.

    returns  for each event the attempt of ours that it names, and whether it is new
    """
    several: dict[Key, list[Arrival]] = {}
    for each in arrivals:
        several.setdefault((each.provider, each.callback.event_id), []).append(each)
    # In one order everywhere: two processes that store the same events wait, and do not lock up.
    keys = sorted(several)
    first = [several[key][0] for key in keys]
    rows = await fetch_all(
        tx,
        "INSERT INTO gateways.event AS e (provider, event_id, kind, attempt, signed_with, body,"
        " sent_at, received_at, copies)"
        " SELECT g.provider, g.event_id, g.kind, a.id, g.signed_with, g.body, g.sent_at, g.at,"
        " g.copies"
        " FROM unnest(%(providers)s::text[], %(events)s::text[], %(kinds)s::text[],"
        " %(references)s::uuid[], %(signed)s::text[], %(bodies)s::bytea[],"
        " %(sent)s::timestamptz[], %(at)s::timestamptz[], %(copies)s::int[]) WITH ORDINALITY"
        " AS g (provider, event_id, kind, reference, signed_with, body, sent_at, at, copies, n)"
        " LEFT JOIN gateways.attempt a ON a.id = g.reference AND a.provider = g.provider"
        " ORDER BY g.n"
        " ON CONFLICT (provider, event_id) DO UPDATE SET copies = e.copies + excluded.copies"
        " RETURNING provider, event_id, attempt, copies",
        {
            "providers": [each.provider for each in first],
            "events": [each.callback.event_id for each in first],
            "kinds": [each.callback.kind for each in first],
            "references": [_reference(each.callback.reference) for each in first],
            "signed": [each.callback.signed_with for each in first],
            "bodies": [each.body for each in first],
            "sent": [each.callback.sent_at for each in first],
            "at": [each.at for each in first],
            "copies": [len(several[key]) for key in keys],
        },
    )
    return {
        (provider, event): (attempt, copies == len(several[provider, event]))
        for provider, event, attempt, copies in rows
    }


def _reference(text: str | None) -> UUID | None:
    try:
        return UUID(text or "")
    except ValueError:
        return None
