"""Callbacks: what they say, how they are signed, and the sender that tries until they arrive."""

import asyncio
import base64
import secrets
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Final

import httpx
import msgspec

from batua.kit import clock
from batua.kit.db import Database, Tx
from batua.kit.ids import new_id
from batua.sandbox import rules, store
from batua.sandbox.dialects import DIALECTS, SEALS
from batua.sandbox.types import Delivery, Keys, Movement, Status

BATCH: Final = 32
SIDE_BY_SIDE: Final = 8
TIMEOUT_S: Final = 15
DISORDER: Final = timedelta(seconds=1)


async def announce(tx: Tx, movement: Movement) -> None:
    """Queue the callbacks of a change, in the transaction of that change."""
    switches = movement.switches
    if switches.silent:
        return
    due = clock.now() + timedelta(seconds=switches.callback_delay_s)
    if switches.forged:
        claimed = replace(movement, status=Status.SUCCEEDED, moved_minor=movement.amount_minor)
        forged_id, body = _event(claimed)
        await store.add_delivery(tx, movement, forged_id, body, due, forged=True)
    event_id, body = _event(movement)
    for _ in range(1 + switches.duplicates):
        await store.add_delivery(tx, movement, event_id, body, due)
    if switches.disorder:
        earlier = replace(movement, status=Status.PROCESSING, moved_minor=None)
        late_id, body = _event(earlier)
        await store.add_delivery(tx, movement, late_id, body, due + DISORDER)


def _event(movement: Movement) -> tuple[str, str]:
    """A new event about a movement, in its dialect, claiming the amount that testers asked for."""
    claimed = movement.switches.callback_amount_minor
    if movement.moved_minor is not None and claimed is not None:
        movement = replace(movement, moved_minor=claimed)
    event_id = f"evt_{new_id().hex}"
    event = DIALECTS[movement.dialect].event(movement, event_id, clock.now())
    return event_id, msgspec.json.encode(event).decode()


@dataclass(frozen=True, slots=True)
class Sender:
    """Sends what is due; anything but 2xx is tried again with growing patience."""

    db: Database
    client: httpx.AsyncClient
    keys: Keys
    first_wait: timedelta

    async def send_due(self) -> int:
        """Send one batch; how many there were."""
        now = clock.now()
        async with self.db.transaction() as tx:
            due = await store.claim_deliveries(tx, now, now + timedelta(minutes=1), BATCH)
        seats = asyncio.Semaphore(SIDE_BY_SIDE)

        async def one(delivery: Delivery) -> None:
            async with seats:
                await self._send(delivery)

        await asyncio.gather(*(one(delivery) for delivery in due))
        return len(due)

    async def _send(self, delivery: Delivery) -> None:
        keys = _guessed() if delivery.is_forged else self.keys
        dialect = DIALECTS[delivery.dialect]
        signed = dialect.headers(keys, delivery.event_id, delivery.body, clock.now())
        seal = SEALS.get(delivery.dialect)
        body = delivery.body if seal is None else seal(keys, delivery.body)
        status = None
        try:
            answer = await self.client.post(
                delivery.url,
                content=body.encode(),
                headers={"user-agent": "Batua-Sandbox/1", **signed},
            )
            status = answer.status_code
        except (httpx.HTTPError, httpx.InvalidURL):
            pass
        now = clock.now()
        arrived = status is not None and 200 <= status < 300
        # A forger does not come back to be refused again.
        wait = (
            None
            if delivery.is_forged
            else rules.wait_before_resend(delivery.tries, self.first_wait)
        )
        async with self.db.transaction() as tx:
            await store.end_delivery(
                tx,
                delivery.id,
                status=status,
                at=now if arrived else None,
                again_at=None if arrived or wait is None else now + wait,
            )


def _guessed() -> Keys:
    """What a forger has instead of the secrets."""
    guess = "whsec_" + base64.b64encode(secrets.token_bytes(32)).decode()
    return Keys("forger", guess, guess)
