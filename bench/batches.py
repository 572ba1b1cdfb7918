"""Batches of payments over HTTP, from people who know everybody and whose limits allow it."""

import itertools
import uuid
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace

import httpx
import msgspec
from callers import Pace, keep
from town import Town, befriended

ITEMS = 5_000
PAYERS = 4
"""So many batches are under way at once, each of another payer."""


@dataclass(frozen=True)
class Order:
    """The body of a batch, and who sends it: a paisa to each of the others, again and again."""

    token: str
    body: bytes


async def batches(people: Town, seconds: float) -> Callable[[], Awaitable[Pace]]:
    """A measure of items a second; each batch is answered line by line, and every line is sent."""
    payers = people.people[-PAYERS:]
    payees = [one.id for one in people.people[:-PAYERS]]
    await befriended(people.url, [(payer.id, payee) for payer in payers for payee in payees])
    turn = list(itertools.islice(itertools.cycle(payees), ITEMS))
    items = [{"payee": str(payee), "amount": {"minor": 1, "currency": "INR"}} for payee in turn]
    body = msgspec.json.encode({"mode": "each", "items": items})
    orders = [Order(payer.token, body) for payer in payers]

    async def measure() -> Pace:
        async with httpx.AsyncClient(base_url=people.address, timeout=60) as http:

            async def send(number: int) -> None:
                await _send(http, orders[number])

            pace = await keep(PAYERS, seconds, send)
        return replace(pace, per_s=pace.per_s * ITEMS)

    return measure


async def _send(http: httpx.AsyncClient, order: Order) -> None:
    answer = await http.post(
        "/api/v1/payments/batch",
        content=order.body,
        headers={
            "Authorization": f"Bearer {order.token}",
            "Content-Type": "application/json",
            "Accept": "application/x-ndjson",
            "Idempotency-Key": uuid.uuid4().hex,
        },
    )
    assert answer.status_code == 201, answer.text
    sent = answer.content.count(b'"status":"sent"')
    assert sent == ITEMS, answer.content[:400]
