"""For tests and testers: faults, switches of a checkout, a payer by program, callbacks, outbox."""

from datetime import datetime, timedelta
from typing import Annotated, Any, Final

import msgspec
from litestar import Response, get, post

from batua.kit import clock
from batua.kit.db import Database
from batua.sandbox import rules, service, store
from batua.sandbox.service import Act
from batua.sandbox.settings import SandboxSettings
from batua.sandbox.types import Fault, Mode, Scope, Seconds, Sent, Switches

OUTBOX_LIMIT: Final = 50


class FaultBody(msgspec.Struct, forbid_unknown_fields=True):
    """A misbehaviour to switch on; mode `none` switches off."""

    mode: Mode
    scope: Scope = Scope.ALL
    delay_ms: Annotated[int, msgspec.Meta(ge=0, le=120_000)] = 10_000
    for_s: Seconds | None = None


class ActBody(msgspec.Struct, forbid_unknown_fields=True):
    """What the payer does."""

    act: Act
    delay_s: Seconds = 0
    even_if_expired: bool = False


class OutboxItem(msgspec.Struct):
    """A text message in the outbox."""

    id: str
    to: str
    body: str
    code: str | None
    reference: str
    sent_at: datetime


class Outbox(msgspec.Struct):
    """The newest text messages first."""

    items: list[OutboxItem]


@get("/sandbox/controls")
async def show_faults(db: Database) -> list[Fault]:
    """What is switched on."""
    async with db.read() as tx:
        return await store.faults(tx, clock.now())


@post("/sandbox/controls", status_code=200)
async def set_fault(data: FaultBody, db: Database) -> list[Fault]:
    """Switch a misbehaviour of the API on or off."""
    now = clock.now()
    ends_at = None if data.for_s is None else now + timedelta(seconds=data.for_s)
    async with db.transaction() as tx:
        if data.mode is Mode.NONE:
            await store.clear_fault(tx, data.scope.value)
        else:
            fault = Fault(data.scope.value, data.mode.value, data.delay_ms, ends_at)
            await store.set_fault(tx, fault)
        return await store.faults(tx, now)


@post("/sandbox/checkouts/{id:str}/switches", status_code=200)
async def set_switches(
    id: str, data: Switches, db: Database, settings: SandboxSettings
) -> Response[Any]:
    """Set what shall go wrong with a checkout."""
    async with db.transaction() as tx:
        found = await service.switch(tx, id, data)
    return Response(service.shown(found, settings.url))


@post("/sandbox/checkouts/{id:str}/act", status_code=200)
async def act(id: str, data: ActBody, db: Database, settings: SandboxSettings) -> Response[Any]:
    """Do by program what a payer does on the page."""
    async with db.transaction() as tx:
        found = await service.act(
            tx, id, data.act, delay_s=data.delay_s, even_if_expired=data.even_if_expired
        )
    return Response(service.shown(found, settings.url))


@get("/sandbox/deliveries/{movement:str}")
async def show_deliveries(movement: str, db: Database) -> list[Sent]:
    """What became of the callbacks of a checkout, payout or refund."""
    async with db.read() as tx:
        return await store.deliveries(tx, movement)


@get("/sandbox/outbox")
async def outbox(db: Database, phone: str | None = None) -> Outbox:
    """Text messages with the codes in them."""
    async with db.read() as tx:
        found = await store.messages(tx, phone_of(phone or ""), OUTBOX_LIMIT)
    return Outbox(
        [
            OutboxItem(m.id, m.to_phone, m.body, rules.code_in(m.body), m.reference, m.sent_at)
            for m in found
        ]
    )


def phone_of(text: str) -> str | None:
    """The number a tester asks for; a plus that the address turned into a space comes back."""
    digits = "".join(char for char in text if char.isdigit())
    return f"+{digits}" if digits else None


HANDLERS: Final = [show_faults, set_fault, set_switches, act, show_deliveries, outbox]
