"""What the played channels call back: signed as their originals do, sent until it is taken."""

import base64
import hmac
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha1, sha256
from typing import Any, Final
from urllib.parse import parse_qsl, urlencode
from xml.etree import ElementTree as ET

import httpx
import msgspec
from litestar import post

from batua.kit import clock
from batua.kit.db import Database, Tx, execute, fetch_all, fetch_value
from batua.sandbox import rules
from batua.sandbox.errors import not_found
from batua.sandbox.settings import SandboxSettings

BATCH: Final = 16
FORM: Final = "application/x-www-form-urlencoded"
LEASE: Final = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Callback:
    """A request that is due."""

    id: int
    message: str
    signer: str
    kind: str
    url: str
    body: str
    tries: int


def encoded(fields: dict[str, str]) -> str:
    """Fields as the body of a form."""
    return urlencode(fields)


def headers(signer: str, secret: str, url: str, body: str) -> dict[str, str]:
    """The headers of a request, signed as its sender does."""
    if signer == "meta":
        digest = hmac.new(secret.encode(), body.encode(), sha256).hexdigest()
        return {"content-type": "application/json", "x-hub-signature-256": f"sha256={digest}"}
    fields = sorted(set(parse_qsl(body, keep_blank_values=True)))
    text = url + "".join(name + value for name, value in fields)
    raw = hmac.digest(secret.encode(), text.encode(), sha1)
    return {"content-type": FORM, "x-twilio-signature": base64.b64encode(raw).decode()}


async def add(tx: Tx, callback: Callback, due_at: datetime) -> None:
    """Queue a request."""
    await execute(
        tx,
        "INSERT INTO sandbox.channel_callback (message, signer, kind, url, body, due_at)"
        " VALUES (%(message)s, %(signer)s, %(kind)s, %(url)s, %(body)s, %(due_at)s)",
        {
            "message": callback.message,
            "signer": callback.signer,
            "kind": callback.kind,
            "url": callback.url,
            "body": callback.body,
            "due_at": due_at,
        },
    )


async def add_call(tx: Tx, sid: str, status_url: str) -> None:
    """Remember a call that is under way."""
    await execute(
        tx,
        "INSERT INTO sandbox.call (sid, status_url) VALUES (%(sid)s, %(url)s)",
        {"sid": sid, "url": status_url},
    )


async def waits(tx: Tx, sid: str) -> bool:
    """Whether something about a message is still to be called back."""
    return bool(
        await fetch_value(
            tx,
            "SELECT EXISTS (SELECT FROM sandbox.channel_callback"
            " WHERE message = %(sid)s AND due_at IS NOT NULL)",
            {"sid": sid},
        )
    )


@dataclass(frozen=True, slots=True)
class ChannelSender:
    """Sends what is due, one after another; anything but 2xx is tried again with growing patience."""

    db: Database
    client: httpx.AsyncClient
    secret: str
    first_wait: timedelta

    async def send_due(self) -> int:
        """Send one batch; how many there were."""
        now = clock.now()
        async with self.db.transaction() as tx:
            due = await fetch_all(
                tx,
                "UPDATE sandbox.channel_callback AS c SET tries = c.tries + 1, due_at = %(until)s"
                " FROM (SELECT id FROM sandbox.channel_callback WHERE due_at <= %(now)s"
                " ORDER BY due_at, id LIMIT %(limit)s FOR UPDATE SKIP LOCKED) AS d"
                " WHERE c.id = d.id"
                " RETURNING c.id, c.message, c.signer, c.kind, c.url, c.body, c.tries",
                {"now": now, "until": now + LEASE, "limit": BATCH},
                row=Callback,
            )
        for one in sorted(due, key=lambda one: one.id):
            await self._send(one)
        return len(due)

    async def _send(self, one: Callback) -> None:
        status, words = None, ""
        signed = headers(one.signer, self.secret, one.url, one.body)
        try:
            answer = await self.client.post(one.url, content=one.body, headers=signed)
            status, words = answer.status_code, answer.text
        except (httpx.HTTPError, httpx.InvalidURL):
            pass
        is_taken = status is not None and 200 <= status < 300
        wait = rules.wait_before_resend(one.tries, self.first_wait)
        again_at = None if is_taken or wait is None else clock.now() + wait
        async with self.db.transaction() as tx:
            await execute(
                tx,
                "UPDATE sandbox.channel_callback SET due_at = %(again)s, last_status = %(status)s"
                " WHERE id = %(id)s",
                {"again": again_at, "status": status, "id": one.id},
            )
            if is_taken and one.kind == "speech":
                await _heard(tx, one, words)


async def _heard(tx: Tx, one: Callback, words: str) -> None:
    """Keep what a call said, and end it."""
    said, keys_url, _ = spoken(words)
    await execute(
        tx,
        "UPDATE sandbox.message SET body = %(said)s WHERE reference = %(sid)s",
        {"said": said, "sid": one.message},
    )
    status_url = await fetch_value(
        tx,
        "UPDATE sandbox.call SET keys_url = %(keys)s WHERE sid = %(sid)s RETURNING status_url",
        {"keys": keys_url, "sid": one.message},
    )
    if status_url:
        fields = {**dict(parse_qsl(one.body)), "CallStatus": "completed", "CallDuration": "7"}
        done = Callback(0, one.message, one.signer, "status", status_url, encoded(fields), 0)
        await add(tx, done, clock.now())


def spoken(words: str) -> tuple[str, str | None, str | None]:
    """What TwiML says, where keys are told, and whom it goes on with."""
    page = ET.fromstring(words)  # noqa: S314 - the house's own answer, on one machine
    said = " ".join("".join(each.itertext()) for each in page.iter("Say"))
    gather = page.find("Gather")
    dial = page.find("Dial")
    return (
        said,
        None if gather is None else gather.get("action"),
        None if dial is None else (dial.text or ""),
    )


class Keys(msgspec.Struct):
    """Keys that somebody presses in a call."""

    digits: str


@post("/sandbox/calls/{sid:str}/keys", status_code=200)
async def press(sid: str, data: Keys, db: Database, settings: SandboxSettings) -> dict[str, Any]:
    """Press keys in a call; what it says to that."""
    async with db.read() as tx:
        url = await fetch_value(
            tx, "SELECT keys_url FROM sandbox.call WHERE sid = %(sid)s", {"sid": sid}
        )
    if url is None:
        raise not_found()
    body = encoded({"CallSid": sid, "CallStatus": "in-progress", "Digits": data.digits})
    signed = headers("twilio", settings.key_secret, url, body)
    async with httpx.AsyncClient(timeout=15, trust_env=False) as client:
        answer = await client.post(url, content=body, headers=signed)
    said, keys_url, dial = spoken(answer.text)
    return {"status": answer.status_code, "said": said, "asks": keys_url is not None, "dial": dial}


HANDLERS: Final = [press]
