"""A push service as browsers have one (RFC 8030), with browsers that read what is pushed to them."""

import secrets
from dataclasses import dataclass
from typing import Annotated, Any, Final

import msgspec
from litestar import Request, Response, delete, post

from batua.kit import web_push
from batua.kit.db import Database, Tx, execute, fetch_all
from batua.sandbox.errors import not_found
from batua.sandbox.service import Sending
from batua.sandbox.settings import SandboxSettings
from batua.sandbox.taking import take
from batua.sandbox.types import Channel

LONGEST_TOPIC: Final = 32
URGENCIES: Final = frozenset({"very-low", "low", "normal", "high"})


class PushError(Exception):
    """A refusal, by its status."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


def on_error(_request: Request[Any, Any, Any], error: PushError) -> Response[Any]:
    """A refusal, of which push services say little."""
    return Response(None, status_code=error.status)


class NewBrowser(msgspec.Struct, forbid_unknown_fields=True):
    """Whom a browser lets push: its `applicationServerKey`."""

    key: Annotated[str, msgspec.Meta(max_length=120)]


class _Shown(msgspec.Struct):
    title: str
    body: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class _Browser:
    private: bytes
    auth: bytes
    sender: str
    is_gone: bool


@post("/sandbox/browsers")
async def subscribe(data: NewBrowser, db: Database, settings: SandboxSettings) -> dict[str, Any]:
    """Be a browser that is pushed to; what its push manager would give to the app."""
    token, private, auth = (
        secrets.token_hex(24),
        web_push.new_private(),
        secrets.token_bytes(16),
    )
    async with db.transaction() as tx:
        await execute(
            tx,
            "INSERT INTO sandbox.browser (token, private, auth, sender)"
            " VALUES (%(token)s, %(private)s, %(auth)s, %(sender)s)",
            {"token": token, "private": private, "auth": auth, "sender": data.key},
        )
    public = web_push.encoded(web_push.public_of(private))
    return {
        "endpoint": f"{settings.url}/push/{token}",
        "keys": {"p256dh": public, "auth": web_push.encoded(auth)},
    }


@delete("/sandbox/browsers/{token:str}")
async def leave(token: str, db: Database) -> None:
    """Let a browser go: it is not pushed to any more, and the push service says so."""
    async with db.transaction() as tx:
        gone = await execute(
            tx,
            "UPDATE sandbox.browser SET is_gone = true WHERE token = %(token)s",
            {"token": token},
        )
    if not gone:
        raise not_found()


@post("/push/{token:str}")
async def push(
    request: Request[Any, Any, Any], token: str, db: Database, settings: SandboxSettings
) -> Response[Any]:
    """Take a message for a browser, which reads it at once."""
    async with db.read() as tx:
        browser = await _find(tx, token)
    if browser is None or browser.is_gone:
        raise PushError(404 if browser is None else 410)
    body = await request.body()
    _check(request, body)
    sender = web_push.sender_of(request.headers.get("authorization", ""), settings.url)
    if sender is None:
        raise PushError(401)
    if sender != browser.sender:
        raise PushError(403)
    try:
        plain = web_push.decrypt(body, browser.private, browser.auth)
        shown = msgspec.json.decode(plain, type=_Shown)
    except (web_push.Unreadable, msgspec.MsgspecError) as error:
        raise PushError(400) from error
    topic = request.headers.get("topic", "")
    sending = Sending(
        channel=Channel.PUSH,
        to=f"{token}@browser",
        subject=shown.title,
        body=shown.body,
        language=shown.language,
        # A topic is shown once, as often as it comes.
        reference=f"{token}:{topic or secrets.token_hex(16)}",
    )
    await take(db, sending, None, down=PushError(503), refused=PushError(410))
    where = f"{settings.url}/push/m/{secrets.token_urlsafe(16)}"
    return Response(None, status_code=201, headers={"location": where})


def _check(request: Request[Any, Any, Any], body: bytes) -> None:
    """What every push service insists on."""
    headers = request.headers
    is_fit = (
        headers.get("ttl", "").isdigit()
        and headers.get("content-encoding") == "aes128gcm"
        and headers.get("urgency", "normal") in URGENCIES
        and len(headers.get("topic", "")) <= LONGEST_TOPIC
    )
    if not is_fit:
        raise PushError(400)
    if len(body) > web_push.MOST_BYTES:
        raise PushError(413)


async def _find(tx: Tx, token: str) -> _Browser | None:
    found = await fetch_all(
        tx,
        "SELECT private, auth, sender, is_gone FROM sandbox.browser WHERE token = %(token)s",
        {"token": token},
        row=_Browser,
    )
    return found[0] if found else None


HANDLERS: Final = [subscribe, leave, push]
