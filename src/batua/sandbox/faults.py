"""Misbehaviour on demand: the API is down, slow, or answers garbage."""

import asyncio
from typing import Final

from litestar.enums import ScopeType
from litestar.types import ASGIApp, Message, Receive, Scope, Send

from batua.kit import clock
from batua.kit.db import Database
from batua.sandbox import store
from batua.sandbox.dialects import DIALECTS
from batua.sandbox.types import Fault, Mode

API: Final = "/v1/"
STAND_INS: Final = "stand_ins"
OURS: Final = "sandbox"
GARBAGE: Final = b'{"id": "\xff\xfe", <html><h1>502 Bad Gateway</h1>'


class Faults:
    """Stands before the API; slow and garbage happen after the work was done, as they do outside."""

    def __init__(self, app: ASGIApp, db: Database) -> None:
        self.app = app
        self.db = db

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        fault = None
        if scope["type"] == ScopeType.HTTP:
            fault = await self._fault(_folder(scope["path"]))
        if fault is None:
            await self.app(scope, receive, send)
        elif fault.mode == Mode.DOWN:
            await _answer(send, 503, b"")
        elif fault.mode == Mode.LIMITED:
            await _answer(send, 429, b"{}")
        elif fault.mode == Mode.SLOW:
            await self.app(scope, receive, _after(fault.delay_ms / 1000, send))
        else:
            await self.app(scope, receive, _nowhere)
            await _answer(send, 200, GARBAGE)

    async def _fault(self, folder: str | None) -> Fault | None:
        if folder is None:
            return None
        async with self.db.read() as tx:
            found = {fault.scope: fault for fault in await store.faults(tx, clock.now())}
        return found.get(folder) or found.get("all")


def _folder(path: str) -> str | None:
    """Which part of the APIs a path belongs to; pages and controls belong to none."""
    if path.startswith(API):
        return path.removeprefix(API).split("/")[0]
    dialect = path.split("/")[1]
    return STAND_INS if dialect in DIALECTS and dialect != OURS else None


def _after(wait_s: float, send: Send) -> Send:
    async def send_late(message: Message) -> None:
        if message["type"] == "http.response.start":
            await asyncio.sleep(wait_s)
        await send(message)

    return send_late


async def _nowhere(message: Message) -> None:
    """Swallow the true answer."""


async def _answer(send: Send, status: int, body: bytes) -> None:
    headers = [(b"content-type", b"application/json")]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body, "more_body": False})
