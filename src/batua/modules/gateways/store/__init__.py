"""All SQL of the rails: attempts, their due times, and the events that providers sent."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID

import msgspec
from psycopg.types.json import Jsonb

from batua.kit.db import Tx, execute, fetch_all, fetch_one, fetch_value
from batua.kit.money import Currency, Money
from batua.kit.secrets import KeyRing
from batua.modules.gateways.types import (
    Attempt,
    AttemptFilter,
    AttemptId,
    AttemptState,
    Direction,
    Route,
)

DESTINATION: Final = "gateways.destination"
EVENT: Final = "gateways.event"
"""What sealed columns are for; the same purpose opens them."""

_COLUMNS = (
    "id, provider, direction, currency, amount_minor, purpose, reference, parent, state,"
    " provider_ref, checkout_url, return_url, received_currency, received_minor, failure,"
    " expires_at, created_at, changed_at, route, follows"
)


@dataclass(frozen=True, slots=True)
class _Row:
    id: UUID
    provider: str
    direction: str
    currency: str
    amount_minor: int
    purpose: str
    reference: UUID
    parent: UUID | None
    state: str
    provider_ref: str | None
    checkout_url: str | None
    return_url: str | None
    received_currency: str | None
    received_minor: int | None
    failure: str | None
    expires_at: datetime | None
    created_at: datetime
    changed_at: datetime
    route: dict[str, Any] | None
    follows: UUID | None

    def to_attempt(self) -> Attempt:
        received = None
        if self.received_minor is not None and self.received_currency is not None:
            received = Money(self.received_minor, Currency(self.received_currency))
        return Attempt(
            id=AttemptId(self.id),
            provider=self.provider,
            direction=Direction(self.direction),
            amount=Money(self.amount_minor, Currency(self.currency)),
            purpose=self.purpose,
            reference=self.reference,
            parent=self.parent,
            state=AttemptState(self.state),
            provider_ref=self.provider_ref,
            checkout_url=self.checkout_url,
            return_url=self.return_url,
            received=received,
            failure=self.failure,
            expires_at=self.expires_at,
            created_at=self.created_at,
            changed_at=self.changed_at,
            route=None if self.route is None else msgspec.convert(self.route, Route),
            follows=self.follows,
        )


async def add(tx: Tx, attempt: Attempt, destination: bytes | None, next_ask_at: datetime) -> bool:
    """Write a new attempt; False when its id is taken."""
    added = await execute(
        tx,
        "INSERT INTO gateways.attempt (id, provider, direction, currency, amount_minor, purpose,"
        " reference, parent, state, return_url, destination, expires_at, created_at, changed_at,"
        " next_ask_at, route, follows) VALUES (%(id)s, %(provider)s, %(direction)s, %(currency)s, %(minor)s,"
        " %(purpose)s, %(reference)s, %(parent)s, %(state)s, %(return_url)s, %(destination)s,"
        " %(expires_at)s, %(at)s, %(at)s, %(next_ask_at)s, %(route)s, %(follows)s) ON CONFLICT (id) DO NOTHING",
        {
            "id": attempt.id,
            "provider": attempt.provider,
            "direction": attempt.direction.value,
            "currency": str(attempt.amount.currency),
            "minor": attempt.amount.minor,
            "purpose": attempt.purpose,
            "reference": attempt.reference,
            "parent": attempt.parent,
            "state": attempt.state.value,
            "return_url": attempt.return_url,
            "destination": destination,
            "expires_at": attempt.expires_at,
            "at": attempt.created_at,
            "next_ask_at": next_ask_at,
            "route": None if attempt.route is None else Jsonb(msgspec.to_builtins(attempt.route)),
            "follows": attempt.follows,
        },
    )
    return added == 1


async def find(tx: Tx, id: UUID) -> Attempt | None:
    """An attempt as it is."""
    return await _one(tx, "id = %(id)s", id)


async def locked(tx: Tx, id: UUID) -> Attempt | None:
    """An attempt that nobody else can change until this transaction ends.

    The lock leaves the key free, so that a callback which names the attempt is stored at once.
    """
    return await _one(tx, "id = %(id)s FOR NO KEY UPDATE", id)


async def _one(tx: Tx, where: str, id: UUID) -> Attempt | None:
    row = await fetch_one(
        tx,
        f"SELECT {_COLUMNS} FROM gateways.attempt WHERE {where}",  # noqa: S608 - constants of ours
        {"id": id},
        row=_Row,
    )
    return None if row is None else row.to_attempt()


async def page(
    tx: Tx, after: tuple[datetime, UUID] | None, wanted: AttemptFilter, limit: int
) -> list[Attempt]:
    """Attempts, the newest first."""
    at, id = after or (None, None)
    chosen = {
        "(reference = %(about)s OR id = %(about)s)": wanted.about,
        "provider = %(provider)s": wanted.provider,
        "state = %(state)s": wanted.state,
        "direction = %(direction)s": wanted.direction,
        "(created_at, id) < (%(at)s, %(id)s)": after,
    }
    where = " AND ".join(one for one, value in chosen.items() if value is not None) or "TRUE"
    rows = await fetch_all(
        tx,
        f"SELECT {_COLUMNS} FROM gateways.attempt WHERE {where}"  # noqa: S608 - constants of ours
        " ORDER BY created_at DESC, id DESC LIMIT %(limit)s",
        {
            "about": wanted.about,
            "provider": wanted.provider,
            "state": None if wanted.state is None else wanted.state.value,
            "direction": None if wanted.direction is None else wanted.direction.value,
            "at": at,
            "id": id,
            "limit": limit,
        },
        row=_Row,
    )
    return [row.to_attempt() for row in rows]


async def destination(tx: Tx, id: UUID) -> bytes | None:
    """The sealed bank details of a payout."""
    sealed: bytes | None = await fetch_value(
        tx, "SELECT destination FROM gateways.attempt WHERE id = %(id)s", {"id": id}
    )
    return sealed


async def write(tx: Tx, attempt: Attempt) -> None:
    """Store what may change of a locked attempt."""
    received = attempt.received
    await execute(
        tx,
        "UPDATE gateways.attempt SET state = %(state)s, provider_ref = %(provider_ref)s,"
        " checkout_url = %(checkout_url)s, received_minor = %(minor)s,"
        " received_currency = %(currency)s, failure = %(failure)s, changed_at = %(changed_at)s"
        " WHERE id = %(id)s",
        {
            "id": attempt.id,
            "state": attempt.state.value,
            "provider_ref": attempt.provider_ref,
            "checkout_url": attempt.checkout_url,
            "minor": None if received is None else received.minor,
            "currency": None if received is None else str(received.currency),
            "failure": attempt.failure,
            "changed_at": attempt.changed_at,
        },
    )


async def asks(tx: Tx, id: UUID) -> int:
    """How often the provider was asked about an attempt in its present state."""
    return int(
        await fetch_value(tx, "SELECT asks FROM gateways.attempt WHERE id = %(id)s", {"id": id})
    )


async def claim_begin(tx: Tx, id: UUID, now: datetime, until: datetime) -> bool:
    """Count that the provider is asked to begin an attempt; False while somebody else asks it.

    False also once it is decided: what another provider goes on with is not begun here any more.
    """
    claimed = await execute(
        tx,
        "UPDATE gateways.attempt SET begins = begins + 1, begun_until = %(until)s"
        " WHERE id = %(id)s AND (begun_until IS NULL OR begun_until <= %(now)s)"
        " AND state IN ('created', 'pending', 'unknown')",
        {"id": id, "now": now, "until": until},
    )
    return claimed == 1


async def end_begin(tx: Tx, id: UUID) -> int:
    """It has answered, or not: others may ask it again; how often it was asked to begin so far."""
    return int(
        await fetch_value(
            tx,
            "UPDATE gateways.attempt SET begun_until = NULL WHERE id = %(id)s RETURNING begins",
            {"id": id},
        )
    )


async def plan(tx: Tx, id: UUID, asks: int, next_ask_at: datetime | None) -> None:
    """Set when an attempt is asked about next."""
    await execute(
        tx,
        "UPDATE gateways.attempt SET asks = %(asks)s, next_ask_at = %(at)s WHERE id = %(id)s",
        {"id": id, "asks": asks, "at": next_ask_at},
    )


async def claim_due(tx: Tx, now: datetime, until: datetime, limit: int) -> Sequence[UUID]:
    """Take attempts that are due to be asked about; nobody else takes them before `until`."""
    rows = await fetch_all(
        tx,
        "UPDATE gateways.attempt SET next_ask_at = %(until)s WHERE id IN ("
        " SELECT id FROM gateways.attempt WHERE next_ask_at <= %(now)s"
        " ORDER BY next_ask_at LIMIT %(limit)s FOR NO KEY UPDATE SKIP LOCKED) RETURNING id",
        {"now": now, "until": until, "limit": limit},
    )
    return [row[0] for row in rows]


async def refunded_minor(tx: Tx, parent: UUID, *, also_undecided: bool) -> int:
    """What the refunds of an attempt have given back, or may still give back."""
    return int(
        await fetch_value(
            tx,
            "SELECT coalesce(sum(amount_minor), 0) FROM gateways.attempt WHERE parent = %(id)s"
            " AND (state = 'succeeded' OR (%(also)s AND state <> 'failed'))",
            {"id": parent, "also": also_undecided},
        )
    )


async def counts(tx: Tx) -> list[tuple[str, str, int]]:
    """How many undecided attempts each provider has, by state."""
    rows = await fetch_all(
        tx,
        "SELECT provider, state, count(*) FROM gateways.attempt"
        " WHERE state IN ('created', 'pending', 'unknown') GROUP BY provider, state",
    )
    return [(row[0], row[1], row[2]) for row in rows]


async def reseal_destinations(
    tx: Tx, keys: KeyRing, after: UUID, limit: int
) -> tuple[UUID, int] | None:
    """Seal the next bank details under the current key: the last id seen, and how many; or None."""
    rows = await fetch_all(
        tx,
        "SELECT id, destination FROM gateways.attempt WHERE id > %(after)s"
        " AND destination IS NOT NULL ORDER BY id LIMIT %(limit)s FOR NO KEY UPDATE",
        {"after": after, "limit": limit},
    )
    old = [(id, blob) for id, blob in rows if keys.needs_rotation(blob)]
    for id, blob in old:
        await execute(
            tx,
            "UPDATE gateways.attempt SET destination = %(blob)s WHERE id = %(id)s",
            {"id": id, "blob": keys.rotated(blob, purpose=DESTINATION)},
        )
    return (rows[-1][0], len(old)) if rows else None


async def reseal_events(
    tx: Tx, keys: KeyRing, after: tuple[str, str], limit: int
) -> tuple[tuple[str, str], int] | None:
    """Seal the next events under the current key: the last one seen, and how many; or None."""
    rows = await fetch_all(
        tx,
        "SELECT provider, event_id, body FROM gateways.event"
        " WHERE (provider, event_id) > (%(provider)s, %(event_id)s)"
        " ORDER BY provider, event_id LIMIT %(limit)s FOR NO KEY UPDATE",
        {"provider": after[0], "event_id": after[1], "limit": limit},
    )
    old = [row for row in rows if keys.needs_rotation(row[2])]
    for provider, event_id, blob in old:
        await execute(
            tx,
            "UPDATE gateways.event SET body = %(blob)s"
            " WHERE provider = %(provider)s AND event_id = %(event_id)s",
            {
                "provider": provider,
                "event_id": event_id,
                "blob": keys.rotated(blob, purpose=EVENT),
            },
        )
    return ((rows[-1][0], rows[-1][1]), len(old)) if rows else None
