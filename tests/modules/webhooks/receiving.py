"""An integrator: a real server that answers as it is told, endpoints at it, and facts to hear of."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from tests.hearing import hear_all

from batua.kit import clock, journal
from batua.kit.db import Database
from batua.kit.ids import new_id
from batua.kit.jobs import Context
from batua.kit.money import Currency, Money
from batua.kit.secrets import KeyRing
from batua.modules.gateways.providers import standard_webhooks
from batua.modules.payments.types import Sent
from batua.modules.webhooks import reactions, service
from batua.modules.webhooks.providers.posting import HttpPoster
from batua.modules.webhooks.types import (
    Delivery,
    Draft,
    Endpoint,
    LogFilter,
    Poster,
    Revealed,
    Told,
)

assert reactions, "importing them registers what webhooks hear"

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
SENT = "payments.sent"
OFFICER = UUID("0198c5f0-0000-7000-8000-0000000000ad")
HANG = b"hang"
HUNDRED = Money(100_00, Currency("INR"))


def answer(status: int, body: bytes = b"thanks", **headers: str) -> bytes:
    more = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in headers.items())
    return f"HTTP/1.1 {status} X\r\ncontent-length: {len(body)}\r\n{more}\r\n".encode() + body


@dataclass
class Got:
    """A request as it came."""

    line: str
    headers: dict[str, str]
    body: bytes

    def verify(self, secret: str, now: datetime = NOON) -> str:
        """The event's id, once the signature of the raw body holds."""
        key = {"current": standard_webhooks.read_secret(secret)}
        return standard_webhooks.verify(key, self.headers, self.body, now).event_id


@dataclass
class Integrator:
    """Answers each request with the next of `script`, the last one for ever."""

    script: list[bytes] = field(default_factory=lambda: [answer(200)])
    got: list[Got] = field(default_factory=list)
    gate: asyncio.Event = field(default_factory=asyncio.Event)
    arrived: asyncio.Event = field(default_factory=asyncio.Event)
    here: int = 0
    most_at_once: int = 0
    port: int = 0

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/hooks?for=books"

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(asyncio.IncompleteReadError, ConnectionError):
            await self.answered(reader, writer)
        writer.close()

    async def answered(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        line, *lines = (await reader.readuntil(b"\r\n\r\n")).decode().split("\r\n")[:-2]
        headers = {k.lower(): v for k, _, v in (one.partition(": ") for one in lines)}
        body = await reader.readexactly(int(headers["content-length"]))
        self.got.append(Got(line, headers, body))
        self.here += 1
        self.most_at_once = max(self.most_at_once, self.here)
        self.arrived.set()
        said = self.script.pop(0) if len(self.script) > 1 else self.script[0]
        if said == HANG:
            await self.gate.wait()
            said = answer(200)
        self.here -= 1
        writer.write(said)
        await writer.drain()


@asynccontextmanager
async def integrator(**more: Any) -> AsyncIterator[Integrator]:
    found = Integrator()
    server = await asyncio.start_server(found.serve, "127.0.0.1", 0, **more)
    found.port = server.sockets[0].getsockname()[1]
    yield found
    found.gate.set()
    server.close()


@dataclass
class Desk:
    """An officer's hands, a worker's, and a clock that the test holds."""

    db: Database
    keys: KeyRing
    poster: Poster

    async def register(self, url: str, *kinds: str) -> Revealed:
        draft = Draft(url=url, description="Books", kinds=kinds or (SENT,))
        async with self.db.transaction() as tx:
            return await service.register(tx, self.keys, OFFICER, draft, loopback=True)

    async def state(self, *facts: journal.Fact) -> None:
        """State facts, and let webhooks hear them."""
        async with self.db.transaction() as tx:
            for fact in facts:
                await journal.state(tx, fact)
        await self.hear()

    async def hear(self) -> None:
        await hear_all(self.db, "webhooks")

    async def sent(self, count: int = 1) -> None:
        """So many payments of a hundred rupees."""
        await self.state(*[a_payment() for _ in range(count)])

    def context(self, poster: Poster | None = None) -> Context:
        rooms = {"keys": self.keys, "webhook_poster": poster or self.poster}
        return Context(self.db, rooms)

    async def send(self, endpoint: Endpoint, poster: Poster | None = None) -> None:
        """What a worker does when the queue calls it."""
        await service.send(self.context(poster), str(endpoint.id))

    async def log(self, **wanted: Any) -> list[Delivery]:
        async with self.db.read() as tx:
            return (await service.deliveries(tx, LogFilter(**wanted), None, 100)).items

    async def told(self, delivery: Delivery) -> Told:
        async with self.db.read() as tx:
            return await service.delivery(tx, delivery.id)

    async def endpoint(self, id: UUID) -> Endpoint:
        async with self.db.read() as tx:
            return await service.endpoint(tx, id)


def a_payment(payment: UUID | None = None) -> Sent:
    return Sent(subject=payment or new_id(), amount=HUNDRED, audience=(new_id(), new_id()))


@asynccontextmanager
async def desk(db: Database, keys: KeyRing) -> AsyncIterator[Desk]:
    """At noon; `clock.frozen` again to be elsewhere."""
    poster = HttpPoster(loopback=True)
    with clock.frozen(NOON):
        yield Desk(db, keys, poster)
    await poster.aclose()
