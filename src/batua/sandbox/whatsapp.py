"""WhatsApp's Cloud API as it is spoken to: template messages, its errors, and its signed webhook."""

import base64
import re
import secrets
from datetime import timedelta
from typing import Any, Final, TypeVar
from uuid import uuid4

import httpx
import msgspec
from litestar import Request, Response, get, post

from batua.kit import clock
from batua.kit.db import Database, Tx
from batua.kit.secrets import equal
from batua.sandbox import channel_callbacks, store
from batua.sandbox.channel_callbacks import Callback
from batua.sandbox.service import Sending
from batua.sandbox.settings import SandboxSettings
from batua.sandbox.taking import take
from batua.sandbox.types import Channel

T = TypeVar("T")

NAME: Final = "whatsapp"
HANDSHAKE_S: Final = 10
STEP: Final = timedelta(milliseconds=50)
"""Between one status and the next."""
Fate = list[tuple[str, int]]
ARRIVES: Final[Fate] = [("sent", 0), ("delivered", 0)]
FATES: Final[dict[str, Fate]] = {
    "0404": [("failed", 131026)],
    "0030": [("sent", 0), ("failed", 131049)],
    "0111": [("read", 0), ("delivered", 0), ("sent", 0)],
    "0222": [("sent", 0), ("sent", 0), ("read", 0), ("read", 0)],
    "0999": [("teleported", 0)],
}
"""Last digits of a number, and what its messages become with which error; others arrive."""

_PHONE: Final = re.compile(r"\+?[1-9]\d{5,14}")
_TITLES: Final = {
    131026: "Message undeliverable",
    131049: "This message was not delivered to maintain healthy ecosystem engagement.",
}
_ERRORS: Final = {
    0: (401, "OAuthException", "AuthException"),
    2: (503, "OAuthException", "Service temporarily unavailable"),
    33: (400, "GraphMethodException", "Unsupported post request: the object does not exist"),
    100: (400, "OAuthException", "Invalid parameter"),
    190: (401, "OAuthException", "Invalid OAuth access token"),
    2200: (400, "OAuthException", "Callback verification failed"),
    131008: (400, "OAuthException", "Required parameter is missing"),
    131009: (400, "OAuthException", "Parameter value is not valid"),
    131026: (400, "OAuthException", "Message undeliverable"),
}


class GraphError(Exception):
    """A refusal, by its number."""

    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.code = code


def on_error(_request: Request[Any, Any, Any], error: GraphError) -> Response[Any]:
    """A refusal as the Graph API writes it."""
    status, kind, message = _ERRORS[error.code]
    body = {
        "error": {
            "message": f"(#{error.code}) {message}",
            "type": kind,
            "code": error.code,
            "fbtrace_id": secrets.token_urlsafe(12),
        }
    }
    return Response(body, status_code=status)


class _Text(msgspec.Struct):
    type: str
    text: str


class _Component(msgspec.Struct):
    type: str
    parameters: list[_Text] = []


class _Language(msgspec.Struct):
    code: str


class _Template(msgspec.Struct):
    name: str
    language: _Language
    components: list[_Component] = []


class _Message(msgspec.Struct):
    messaging_product: str
    to: str
    type: str
    template: _Template
    biz_opaque_callback_data: str | None = None


class _Hook(msgspec.Struct):
    override_callback_uri: str
    verify_token: str = ""


class _Changes(msgspec.Struct):
    webhook_configuration: _Hook


@post("/graph/{version:str}/{number:str}/messages", status_code=200)
async def send_message(
    request: Request[Any, Any, Any],
    version: str,
    number: str,
    db: Database,
    settings: SandboxSettings,
) -> Response[Any]:
    """Send a template message."""
    del version
    message = await _read(request, number, settings, _Message)
    if (message.messaging_product, message.type) != (NAME, "template"):
        raise GraphError(100)
    if not _PHONE.fullmatch(message.to):
        raise GraphError(131009)
    wa_id = message.to.removeprefix("+")
    texts = [one.text for each in message.template.components for one in each.parameters]
    if not all(texts):
        raise GraphError(131008)
    wamid = "wamid." + base64.b64encode(uuid4().bytes + uuid4().bytes).decode()
    sending = Sending(
        channel=Channel.WHATSAPP,
        to=f"+{wa_id}",
        body=msgspec.json.encode(texts).decode(),
        template=message.template.name,
        language=message.template.language.code,
        reference=wamid,
    )

    async def tell(tx: Tx) -> None:
        url = await store.webhook(tx, NAME) or settings.whatsapp_callback_url
        for count, (status, code) in enumerate(FATES.get(wa_id[-4:], ARRIVES), 1):
            told = _status(wamid, wa_id, status, code)
            if message.biz_opaque_callback_data is not None:
                told["biz_opaque_callback_data"] = message.biz_opaque_callback_data
            body = msgspec.json.encode(_event(number, told)).decode()
            one = Callback(0, wamid, "meta", "status", url, body, 0)
            await channel_callbacks.add(tx, one, clock.now() + STEP * count)

    await take(db, sending, tell, down=GraphError(2), refused=GraphError(131026))
    answer = {
        "messaging_product": NAME,
        "contacts": [{"input": message.to, "wa_id": wa_id}],
        "messages": [{"id": wamid, "message_status": "accepted"}],
    }
    return Response(answer, status_code=200)


@get("/graph/{version:str}/{number:str}")
async def read_number(
    request: Request[Any, Any, Any], version: str, number: str, settings: SandboxSettings
) -> dict[str, Any]:
    """Read one's own number."""
    del version
    _check(request, number, settings)
    return {"id": number, "display_phone_number": "+1 555 078 3881", "verified_name": "Batua"}


@post("/graph/{version:str}/{number:str}", status_code=200)
async def change_number(
    request: Request[Any, Any, Any],
    version: str,
    number: str,
    db: Database,
    settings: SandboxSettings,
) -> dict[str, bool]:
    """Say where webhooks of a number go; the address is taken when it says our challenge back."""
    del version
    hook = (await _read(request, number, settings, _Changes)).webhook_configuration
    challenge = str(secrets.randbelow(10**10))
    asked = {
        "hub.mode": "subscribe",
        "hub.verify_token": hook.verify_token,
        "hub.challenge": challenge,
    }
    try:
        async with httpx.AsyncClient(timeout=HANDSHAKE_S, trust_env=False) as client:
            answer = await client.get(hook.override_callback_uri, params=asked)
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise GraphError(2200) from error
    if answer.status_code != 200 or answer.text != challenge:
        raise GraphError(2200)
    async with db.transaction() as tx:
        await store.set_webhook(tx, NAME, hook.override_callback_uri)
    return {"success": True}


async def _read(
    request: Request[Any, Any, Any], number: str, settings: SandboxSettings, kind: type[T]
) -> T:
    """The body of a request of whoever has the token."""
    _check(request, number, settings)
    try:
        return msgspec.json.decode(await request.body(), type=kind)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise GraphError(100) from error


def _check(request: Request[Any, Any, Any], number: str, settings: SandboxSettings) -> None:
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() != "bearer":
        raise GraphError(0)
    if not equal(token, settings.key_secret):
        raise GraphError(190)
    if number != settings.whatsapp_number:
        raise GraphError(33)


def _status(wamid: str, wa_id: str, status: str, code: int) -> dict[str, Any]:
    told: dict[str, Any] = {
        "id": wamid,
        "status": status,
        "timestamp": str(int(clock.now().timestamp())),
        "recipient_id": wa_id,
    }
    if code:
        title = _TITLES[code]
        told["errors"] = [
            {"code": code, "title": title, "message": title, "error_data": {"details": title}}
        ]
    else:
        told["pricing"] = {"billable": True, "pricing_model": "PMP", "category": "utility"}
    return told


def _event(number: str, status: dict[str, Any]) -> dict[str, Any]:
    value = {
        "messaging_product": NAME,
        "metadata": {"display_phone_number": "15550783881", "phone_number_id": number},
        "statuses": [status],
    }
    entry = {"id": "102290129340398", "changes": [{"value": value, "field": "messages"}]}
    return {"object": "whatsapp_business_account", "entry": [entry]}


HANDLERS: Final = [send_message, read_number, change_number]
