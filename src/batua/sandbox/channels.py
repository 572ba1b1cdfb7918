"""The API of the channels: e-mail, text message, WhatsApp and voice call, each with its own body.

Whatever is sent lies in the outbox; what shall go wrong is set at `/sandbox/channels`.
"""

import asyncio
from typing import Annotated, Any, Final

import msgspec
from litestar import Response, post

from batua.kit.db import Database
from batua.sandbox import service, store
from batua.sandbox.errors import ApiError
from batua.sandbox.service import Sending
from batua.sandbox.types import Channel, ChannelFault, Mishap

Phone = Annotated[str, msgspec.Meta(pattern=r"^\+[1-9]\d{5,14}$")]
Email = Annotated[str, msgspec.Meta(pattern=r"^[^@\s]+@[^@\s]+$", max_length=254)]
Line = Annotated[str, msgspec.Meta(min_length=1, max_length=255)]
Words = Annotated[str, msgspec.Meta(min_length=1, max_length=1600)]
Language = Annotated[str, msgspec.Meta(min_length=2, max_length=20)]


class EmailBody(msgspec.Struct):
    """An e-mail of plain text."""

    to: Email
    subject: Line
    text: Annotated[str, msgspec.Meta(min_length=1, max_length=20_000)]
    language: Language
    reference: Line


class Registration(msgspec.Struct):
    """What a text message to India names to the operators (DLT)."""

    entity: Annotated[str, msgspec.Meta(pattern=r"^[0-9]{1,30}$")]
    header: Annotated[str, msgspec.Meta(pattern=r"^[A-Za-z0-9]{1,11}$")]
    template: Annotated[str, msgspec.Meta(pattern=r"^[0-9]{1,30}$")]


class MessageBody(msgspec.Struct):
    """A text message."""

    to: Phone
    body: Words
    reference: Line
    dlt: Registration | None = None


class WhatsAppBody(msgspec.Struct):
    """A WhatsApp message from a template, and the words that it makes."""

    to: Phone
    template: Line
    language: Language
    values: dict[str, str]
    text: Words
    reference: Line


class CallBody(msgspec.Struct):
    """A call in which words are spoken."""

    to: Phone
    say: Words
    language: Language
    reference: Line


@post("/emails")
async def send_email(data: EmailBody, db: Database) -> Response[Any]:
    """Send an e-mail; `reference` makes it idempotent, here and below."""
    sending = Sending(
        channel=Channel.EMAIL,
        to=data.to,
        subject=data.subject,
        body=data.text,
        language=data.language,
        reference=data.reference,
    )
    return await _send(db, sending)


@post("/messages")
async def send_message(data: MessageBody, db: Database) -> Response[Any]:
    """Send a text message."""
    sending = Sending(channel=Channel.SMS, to=data.to, body=data.body, reference=data.reference)
    return await _send(db, sending)


@post("/whatsapp")
async def send_whatsapp(data: WhatsAppBody, db: Database) -> Response[Any]:
    """Send a WhatsApp message."""
    sending = Sending(
        channel=Channel.WHATSAPP,
        to=data.to,
        body=data.text,
        language=data.language,
        template=data.template,
        reference=data.reference,
    )
    return await _send(db, sending)


@post("/calls")
async def call(data: CallBody, db: Database) -> Response[Any]:
    """Call somebody and speak."""
    sending = Sending(
        channel=Channel.CALL,
        to=data.to,
        body=data.say,
        language=data.language,
        reference=data.reference,
    )
    return await _send(db, sending)


STATUS: Final = {
    Channel.EMAIL: "sent",
    Channel.SMS: "sent",
    Channel.WHATSAPP: "delivered",
    Channel.CALL: "delivered",
}
"""What is known at once: a call was taken, but nobody knows whether an e-mail arrived."""


async def _send(db: Database, sending: Sending) -> Response[Any]:
    async with db.transaction() as tx:
        fault = await store.strike(tx, sending.channel.value, sending.to)
    mode = Mishap.NONE if fault is None else Mishap(fault.mode)
    if mode is Mishap.FAIL:
        raise ApiError(503, "unavailable", "The channel is down.")
    if mode is Mishap.REFUSE:
        raise ApiError(422, "unreachable", "Nobody is reached at this address.")
    async with db.transaction() as tx:
        message, is_new = await service.send_message(tx, sending)
    await _answer_late(fault)
    if mode is Mishap.LOSE:
        raise ApiError(503, "unavailable", "The answer was lost.")
    body = {
        "id": message.id,
        "reference": message.reference,
        "status": STATUS[sending.channel],
    }
    return Response(body, status_code=201 if is_new else 200)


async def _answer_late(fault: ChannelFault | None) -> None:
    if fault is not None and fault.delay_ms:
        await asyncio.sleep(fault.delay_ms / 1000)


HANDLERS: Final = [send_email, send_message, send_whatsapp, call]
