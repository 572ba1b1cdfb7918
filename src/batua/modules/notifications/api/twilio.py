"""What Twilio calls: how far something has come, and what a call shall say."""

from typing import Annotated, Any, Final
from uuid import UUID

from litestar import Request, Response
from litestar.params import Dependency, PathParameter

from batua.kit.db import Database
from batua.kit.secrets import KeyRing
from batua.kit.web import post
from batua.modules.notifications import service
from batua.modules.notifications.errors import BadSignature, BadTicket
from batua.modules.notifications.providers.twilio import callbacks
from batua.modules.notifications.providers.twilio.callbacks import Form, TwilioDoor
from batua.modules.notifications.types import Outgoing, Reply

XML: Final = "application/xml"
MAX_BYTES: Final = 65_536
REPEAT, CONFIRM, PERSON = "1", "2", "0"

ChannelDoors = Annotated[service.Doors, Dependency(skip_validation=True)]
ReferencePath = Annotated[UUID, PathParameter(description="The reference it was given under.")]
TicketPath = Annotated[str, PathParameter(description="The ticket of the call.")]
Asked = Request[Any, Any, Any]


async def _checked(request: Asked, doors: service.Doors) -> tuple[TwilioDoor, Form]:
    """Who asks, known by the raw bytes, before anything of it is believed."""
    body = await request.body()
    door = doors.twilio
    query = request.scope["query_string"].decode("latin-1")
    path = request.scope["raw_path"].decode("latin-1").partition("?")[0]
    whole = f"{path}?{query}" if query else path
    headers = request.headers
    signature, media_type = (
        headers.get(name, "") for name in ("x-twilio-signature", "content-type")
    )
    if door is None or not door.is_signed(whole, body, signature, media_type):
        raise service.forged(callbacks.NAME)
    return door, callbacks.form_of(body)


@post(
    "/channels/twilio/status/{reference:uuid}",
    permission="public",
    refuses=(BadSignature, BadTicket),
    status_code=204,
    request_max_body_size=MAX_BYTES,
)
async def take_status(
    request: Asked, db: Database, channel_doors: ChannelDoors, reference: ReferencePath
) -> None:
    """Note how far a message or a call has come."""
    _, form = await _checked(request, channel_doors)
    report = callbacks.status_of(reference, form)
    if report is not None:
        async with db.transaction() as tx:
            await service.note_status(tx, report)


@post(
    "/channels/twilio/speech/{ticket:str}",
    permission="public",
    refuses=(BadSignature, BadTicket),
    status_code=200,
    media_type=XML,
    request_max_body_size=MAX_BYTES,
)
async def speak(
    request: Asked, db: Database, keys: KeyRing, channel_doors: ChannelDoors, ticket: TicketPath
) -> Response[str]:
    """What a call says when somebody has picked up, in her language."""
    door, _ = await _checked(request, channel_doors)
    async with db.read() as tx:
        said = await service.speech(tx, keys, ticket)
    return _xml(_spoken(door, said, ticket))


@post(
    "/channels/twilio/keys/{ticket:str}",
    permission="public",
    refuses=(BadSignature, BadTicket),
    status_code=200,
    media_type=XML,
    request_max_body_size=MAX_BYTES,
)
async def take_key(
    request: Asked, db: Database, keys: KeyRing, channel_doors: ChannelDoors, ticket: TicketPath
) -> Response[str]:
    """What a call says to a key: 2 confirms, 0 goes on with a person, any other one says it again."""
    door, form = await _checked(request, channel_doors)
    key = "".join(form.get("Digits", ()))
    async with db.transaction() as tx:
        if key == CONFIRM:
            said = await service.note_reply(tx, keys, ticket, Reply.CONFIRMED)
            words = callbacks.goodbye("notifications.call.confirmed", said.language)
        elif key == PERSON and door.person_number:
            said = await service.note_reply(tx, keys, ticket, Reply.WANTS_PERSON)
            words = callbacks.goodbye(
                "notifications.call.connecting", said.language, door.person_number
            )
        else:
            words = _spoken(door, await service.speech(tx, keys, ticket), ticket)
    return _xml(words)


def _spoken(door: TwilioDoor, said: Outgoing, ticket: str) -> str:
    keys_url = f"{door.base_url.rstrip('/')}/api/v1/channels/twilio/keys/{ticket}"
    return callbacks.speech(said.text, said.language, keys_url, has_person=bool(door.person_number))


def _xml(words: str) -> Response[str]:
    return Response(words, media_type=XML)


ROUTES: Final[list[Any]] = [take_status, speak, take_key]
