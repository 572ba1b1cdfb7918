"""Callbacks that arrive at a fixed pace, beside sends at theirs: how soon each is accepted.

Unlike wrk, which asks again when it is answered, a provider does not wait for us: what comes is due at
its time, and a late answer to one makes all after it late too, which counts here.
"""

import asyncio
import os
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from itertools import count
from typing import Final
from uuid import UUID

import msgspec
from callers import Pace, pace
from town import Town, Townsman

from batua.kit import ids
from batua.kit.db import Database, DatabaseSettings, execute
from batua.kit.standard_webhooks import read_secret, signature

CALLBACKS: Final = int(os.environ.get("BENCH_CALLBACKS", "1000"))
"""A second."""
SENDS: Final = 200
"""A second, beside them."""
ATTEMPTS: Final = 20_000
SECRET: Final = "whsec_" + "YmVuY2ggb25seSwgbm90IGEgc2VjcmV0IGF0IGFsbC4="
ENV: Final = {
    "BATUA_GATEWAYS_SANDBOX_URL": "http://127.0.0.1:9",
    "BATUA_GATEWAYS_SANDBOX_KEY_SECRET": "bench",
    "BATUA_GATEWAYS_SANDBOX_WEBHOOK_SECRET": SECRET,
}
"""The web process takes callbacks of the sandbox; nobody asks it, as no worker runs."""
LINES: Final = 48
"""Connections; more are not of use to a server with one process."""

Measure = Callable[[], Awaitable[Pace]]


@dataclass
class Arrivals:
    """Attempts that are under way, and what is said about them."""

    people: Town
    attempts: list[UUID]
    beside: Pace | None = None

    def measures(self, seconds: int, empty: str) -> dict[str, Measure]:
        """By name; `empty` is the address of a server that answers without doing anything."""
        address = self.people.address

        async def callbacks() -> Pace:
            told = at_pace(address, CALLBACKS, seconds, self._callbacks())
            sent = at_pace(address, SENDS, seconds, _sends(self.people.people))
            found, self.beside = await asyncio.gather(told, sent)
            return found

        async def sends() -> Pace:
            assert self.beside is not None, "measured with the callbacks"
            return self.beside

        async def nothing() -> Pace:
            return await at_pace(empty, CALLBACKS + SENDS, seconds, self._callbacks())

        return {"callbacks_nothing": nothing, "callbacks": callbacks, "callbacks_sends": sends}

    def _callbacks(self) -> Iterator[bytes]:
        key = read_secret(SECRET)
        for number in count():
            attempt = self.attempts[number % len(self.attempts)]
            event, stamp = f"evt_{ids.new_id().hex}", int(time.time())
            told = {"type": "checkout.succeeded", "data": {"reference": str(attempt)}}
            body = msgspec.json.encode(told)
            yield _request(
                "/api/v1/webhooks/sandbox",
                body,
                {
                    "webhook-id": event,
                    "webhook-timestamp": str(stamp),
                    "webhook-signature": signature(key, event, stamp, body),
                },
            )


@asynccontextmanager
async def arrivals(people: Town) -> AsyncIterator[Arrivals]:
    """Write attempts down that wait for their payer."""
    db = Database(DatabaseSettings(url=people.url, pool_max=2))
    await db.open()
    try:
        attempts = [ids.new_id() for _ in range(ATTEMPTS)]
        async with db.transaction() as tx:
            await execute(
                tx,
                "INSERT INTO gateways.attempt (id, provider, direction, currency, amount_minor,"
                " purpose, reference, state, created_at, changed_at, next_ask_at)"
                " SELECT id, 'sandbox', 'in', 'INR', 10000, 'payments.top_up', id, 'pending', now(),"
                " now(), now() + interval '1 day' FROM unnest(%(ids)s::uuid[]) AS id",
                {"ids": attempts},
            )
        yield Arrivals(people, attempts)
    finally:
        await db.close()


def _sends(people: list[Townsman]) -> Iterator[bytes]:
    for number in count():
        who = people[1 + number % (len(people) - 1)]
        to = who.friends[number % (len(who.friends) - 1)]
        body = b'{"payee":"%s","amount":{"minor":100,"currency":"INR"}}' % str(to).encode()
        yield _request(
            "/api/v1/payments",
            body,
            {"authorization": f"Bearer {who.token}", "idempotency-key": ids.new_id().hex},
        )


def _request(path: str, body: bytes, headers: dict[str, str]) -> bytes:
    lines = {
        "host": "127.0.0.1",
        "content-type": "application/json",
        "content-length": str(len(body)),
        **headers,
    }
    told = "".join(f"{name}: {value}\r\n" for name, value in lines.items())
    return f"POST {path} HTTP/1.1\r\n{told}\r\n".encode() + body


async def at_pace(address: str, per_s: int, seconds: int, requests: Iterator[bytes]) -> Pace:
    """Ask so many times a second, whatever the answers do; the time of each counts from its due time.

    Every answer must be a good one.
    """
    host, _, port = address.removeprefix("http://").partition(":")
    due: asyncio.Queue[tuple[float, bytes] | None] = asyncio.Queue()
    took: list[float] = []

    async def line() -> None:
        reader, writer = await asyncio.open_connection(host, int(port))
        while (one := await due.get()) is not None:
            at, request = one
            writer.write(request)
            await _good_answer(reader)
            took.append(time.perf_counter() - at)
        writer.close()

    lines = [asyncio.create_task(line()) for _ in range(LINES)]
    began = time.perf_counter()
    for number in range(per_s * seconds):
        at = began + number / per_s
        if (early := at - time.perf_counter()) > 0:
            await asyncio.sleep(early)
        due.put_nowait((at, next(requests)))
    for _ in lines:
        due.put_nowait(None)
    await asyncio.gather(*lines)
    return pace(took, time.perf_counter() - began)


async def _good_answer(reader: asyncio.StreamReader) -> None:
    head = await reader.readuntil(b"\r\n\r\n")
    assert head[9:10] == b"2", head
    length = next(
        (
            int(line.partition(b":")[2])
            for line in head.lower().split(b"\r\n")
            if line.startswith(b"content-length:")
        ),
        0,
    )
    await reader.readexactly(length)
