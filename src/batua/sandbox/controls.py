"""For tests and testers: faults, switches of a checkout, a payer by program, callbacks, outbox."""

from datetime import datetime, timedelta
from typing import Annotated, Any, Final

import msgspec
from litestar import Response, get, post, put

from batua.kit import clock
from batua.kit.db import Database
from batua.sandbox import rules, service, store, whatsapp
from batua.sandbox.dialects import DIALECTS
from batua.sandbox.errors import not_found
from batua.sandbox.service import Act
from batua.sandbox.settings import SandboxSettings
from batua.sandbox.types import (
    Channel,
    ChannelFault,
    Fault,
    Message,
    Mishap,
    Mode,
    Scope,
    Seconds,
    Sent,
    Switches,
)

OUTBOX_LIMIT: Final = 50


class FaultBody(msgspec.Struct, forbid_unknown_fields=True):
    """A misbehaviour to switch on; mode `none` switches off."""

    mode: Mode
    scope: Scope = Scope.ALL
    delay_ms: Annotated[int, msgspec.Meta(ge=0, le=120_000)] = 10_000
    for_s: Seconds | None = None


class ChannelFaultBody(msgspec.Struct, forbid_unknown_fields=True):
    """What shall go wrong with the messages of a channel; mode `none` switches off."""

    channel: Channel
    mode: Mishap
    address: str = ""
    times: Annotated[int, msgspec.Meta(gt=0, le=1000)] | None = None
    delay_ms: Annotated[int, msgspec.Meta(ge=0, le=120_000)] = 0


class WebhookBody(msgspec.Struct, forbid_unknown_fields=True):
    """Where a stand-in calls back to."""

    url: Annotated[str, msgspec.Meta(pattern="^https?://", max_length=2000)]


class ActBody(msgspec.Struct, forbid_unknown_fields=True):
    """What the payer does."""

    act: Act
    delay_s: Seconds = 0
    even_if_expired: bool = False


class OutboxItem(msgspec.Struct):
    """A message in the outbox."""

    id: str
    channel: str
    to: str
    subject: str
    body: str
    code: str | None
    language: str
    template: str
    reference: str
    sent_at: datetime

    @classmethod
    def of(cls, message: Message) -> "OutboxItem":
        return cls(
            id=message.id,
            channel=message.channel,
            to=message.to_address,
            subject=message.subject,
            body=message.body,
            code=rules.code_of(message),
            language=message.language,
            template=message.template,
            reference=message.reference,
            sent_at=message.sent_at,
        )


class Outbox(msgspec.Struct):
    """The newest messages first."""

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


@put("/sandbox/webhooks/{dialect:str}", status_code=204)
async def set_webhook(dialect: str, data: WebhookBody, db: Database) -> None:
    """Set where a stand-in calls back to, as one does in that provider's dashboard."""
    if dialect not in DIALECTS and dialect != whatsapp.NAME:
        raise not_found()
    async with db.transaction() as tx:
        await store.set_webhook(tx, dialect, data.url)


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
async def outbox(
    db: Database, phone: str | None = None, to: str | None = None, channel: Channel | None = None
) -> Outbox:
    """What was sent through every channel, text messages with the codes in them."""
    async with db.read() as tx:
        found = await store.messages(tx, address_of(to or phone or ""), OUTBOX_LIMIT, channel)
    return Outbox([OutboxItem.of(message) for message in found])


@get("/sandbox/channels")
async def show_channel_faults(db: Database) -> list[ChannelFault]:
    """What shall go wrong with the next messages."""
    async with db.read() as tx:
        return await store.channel_faults(tx)


@post("/sandbox/channels", status_code=200)
async def set_channel_fault(data: ChannelFaultBody, db: Database) -> list[ChannelFault]:
    """Let the next messages of a channel go wrong, or go right again."""
    address = address_of(data.address)
    async with db.transaction() as tx:
        if data.mode is Mishap.NONE:
            await store.clear_channel_faults(tx, data.channel.value, address)
        else:
            channel, mode = data.channel.value, data.mode.value
            fault = ChannelFault(channel, mode, address, data.times, data.delay_ms)
            await store.add_channel_fault(tx, fault)
        return await store.channel_faults(tx)


def address_of(text: str) -> str | None:
    """The address a tester asks for; a plus that the page's own address turned into a space comes back."""
    if "@" in text:
        return text.strip()
    digits = "".join(char for char in text if char.isdigit())
    return f"+{digits}" if digits else None


HANDLERS: Final = [
    show_faults,
    set_fault,
    set_webhook,
    set_switches,
    act,
    show_deliveries,
    outbox,
    show_channel_faults,
    set_channel_fault,
]
