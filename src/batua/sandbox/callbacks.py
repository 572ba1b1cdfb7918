"""Callbacks: what they say, how they are signed, and the sender that tries until they arrive."""

import asyncio
import base64
import hmac
import secrets
from dataclasses import dataclass, replace
from datetime import timedelta
from hashlib import sha256
from typing import Final

import httpx
import msgspec

from batua.kit import clock
from batua.kit.db import Database, Tx
from batua.kit.ids import new_id
from batua.sandbox import rules, store
from batua.sandbox.types import Delivery, Movement, Status

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
        await store.add_delivery(tx, movement, _event_id(), _body(claimed), due, forged=True)
    event_id = _event_id()
    for _ in range(1 + switches.duplicates):
        await store.add_delivery(tx, movement, event_id, _body(movement), due)
    if switches.disorder:
        earlier = replace(movement, status=Status.PROCESSING, moved_minor=None)
        await store.add_delivery(tx, movement, _event_id(), _body(earlier), due + DISORDER)


def _event_id() -> str:
    return f"evt_{new_id().hex}"


def _body(movement: Movement) -> str:
    moved = movement.moved_minor
    if moved is not None and movement.switches.callback_amount_minor is not None:
        moved = movement.switches.callback_amount_minor
    event = {
        "type": f"{movement.kind}.{movement.status}",
        "timestamp": clock.now().isoformat(),
        "data": {
            "id": movement.id,
            "reference": movement.reference,
            "status": movement.status,
            "amount_minor": movement.amount_minor,
            "currency": movement.currency,
            "moved_minor": moved,
            "moved_currency": None if moved is None else movement.currency,
        },
    }
    return msgspec.json.encode(event).decode()


def headers(key: bytes, event_id: str, body: str) -> dict[str, str]:
    """The headers of a callback, signed now after Standard Webhooks."""
    sent_at = int(clock.now().timestamp())
    digest = hmac.digest(key, f"{event_id}.{sent_at}.{body}".encode(), sha256)
    return {
        "content-type": "application/json",
        "user-agent": "Batua-Sandbox/1",
        "webhook-id": event_id,
        "webhook-timestamp": str(sent_at),
        "webhook-signature": f"v1,{base64.b64encode(digest).decode()}",
    }


@dataclass(frozen=True, slots=True)
class Sender:
    """Sends what is due; anything but 2xx is tried again with growing patience."""

    db: Database
    client: httpx.AsyncClient
    key: bytes
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
        key = secrets.token_bytes(32) if delivery.is_forged else self.key
        status = None
        try:
            answer = await self.client.post(
                delivery.url,
                content=delivery.body.encode(),
                headers=headers(key, delivery.event_id, delivery.body),
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
