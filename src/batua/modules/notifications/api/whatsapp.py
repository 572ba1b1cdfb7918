"""What Meta calls: how far WhatsApp messages have come, and its handshake."""

from typing import Annotated, Any, Final

from litestar import Request, Response
from litestar.params import Dependency, QueryParameter

from batua.kit.db import Database
from batua.kit.web import get, post
from batua.modules.notifications import service
from batua.modules.notifications.errors import BadSignature
from batua.modules.notifications.providers.whatsapp import callbacks

MAX_BYTES: Final = 3_145_728
PLAIN: Final = "text/plain"

ChannelDoors = Annotated[service.Doors, Dependency(skip_validation=True)]
Mode = Annotated[str, QueryParameter(name="hub.mode", description="`subscribe`.", max_length=40)]
Token = Annotated[
    str,
    QueryParameter(name="hub.verify_token", description="The token we agreed on.", max_length=256),
]
Challenge = Annotated[
    str,
    QueryParameter(name="hub.challenge", description="What is said back.", max_length=256),
]


@get("/channels/whatsapp", permission="public", refuses=(BadSignature,), media_type=PLAIN)
async def shake_hands(
    channel_doors: ChannelDoors, mode: Mode, token: Token, challenge: Challenge
) -> Response[str]:
    """Say a challenge back to whoever knows our token."""
    door = channel_doors.whatsapp
    if door is None or not door.answers(mode, token):
        raise service.forged(callbacks.NAME)
    return Response(challenge, media_type=PLAIN)


@post(
    "/channels/whatsapp",
    permission="public",
    refuses=(BadSignature,),
    status_code=200,
    request_max_body_size=MAX_BYTES,
)
async def take_statuses(
    request: Request[Any, Any, Any], db: Database, channel_doors: ChannelDoors
) -> None:
    """Note how far messages have come; what is signed by nobody is not even read."""
    body = await request.body()
    door = channel_doors.whatsapp
    signature = request.headers.get("x-hub-signature-256", "")
    if door is None or not door.is_signed(body, signature):
        raise service.forged(callbacks.NAME)
    for report in callbacks.statuses_of(body):
        # One by one: two callbacks about the same messages must not wait for each other.
        async with db.transaction() as tx:
            await service.note_status(tx, report)


ROUTES: Final[list[Any]] = [shake_hands, take_statuses]
