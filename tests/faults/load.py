"""People who pay, add money and withdraw without pause, and remember what they were told."""

import asyncio
import contextlib
import json
import random
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

import httpx
from tests import given
from tests.given import Member, inr
from tests.system import System

PATIENCE_S = 90
RENEW_S = 200
BANK = {"kind": "bank", "account_number": "50100123456789", "ifsc": "HDFC0000001", "name": "Asha"}


@dataclass
class Order:
    """One wish to move money, with its key.

    answer  what was said in the end: the thing made, or the problem that refused it
    doubts  how often it was not known whether it had been done
    """

    who: Member
    path: str
    body: dict[str, Any]
    payee: Member | None = None
    key: str = field(default_factory=given.a_key)
    status: int = 0
    answer: dict[str, Any] = field(default_factory=dict)
    doubts: int = 0

    @property
    def is_done(self) -> bool:
        """Whether it was acknowledged."""
        return self.status == 201

    @property
    def minor(self) -> int:
        return int(self.body["amount"]["minor"])


@dataclass
class Load:
    """The orders of some people until `stop`."""

    system: System
    people: list[Member]
    dice: random.Random
    orders: list[Order] = field(default_factory=list)
    in_doubt: list[Order] = field(default_factory=list)
    done: int = 0
    over: asyncio.Event = field(default_factory=asyncio.Event)
    renewed_at: float = field(default_factory=time.monotonic)
    tasks: list["asyncio.Task[None]"] = field(default_factory=list)

    def start(self) -> None:
        """Begin: two hands a person send, one person adds money, one withdraws."""
        work: list[Callable[[], Awaitable[None]]] = [
            *(lambda who=who: self.send_on(who) for who in self.people for _ in range(2)),
            lambda: self.top_up_on(self.people[0]),
            lambda: self.withdraw_on(self.people[1]),
        ]
        self.tasks = [asyncio.create_task(self.keep(one)) for one in work]

    async def keep(self, work: Callable[[], Awaitable[None]]) -> None:
        while not self.over.is_set():
            await work()

    async def stop(self) -> None:
        """Finish what is under way, then ask again about everything that is in doubt."""
        self.over.set()
        await asyncio.gather(*self.tasks)
        for order in self.in_doubt:
            await self.insist(order)

    async def send_on(self, who: Member) -> None:
        payee = self.dice.choice([other for other in self.people if other is not who])
        body = {"payee": payee.id, "amount": inr(self.dice.randint(1, 60_00))}
        order = Order(who, "/payments", body, payee)
        self.orders.append(order)
        if not await self.try_once(order):
            if self.dice.random() < 0.5:
                self.in_doubt.append(order)  # gives up for now, as a closed tab does
            else:
                await self.insist(order)

    async def top_up_on(self, who: Member) -> None:
        order = Order(who, "/top-ups", {"amount": inr(self.dice.randint(1, 200_00))})
        self.orders.append(order)
        await self.insist(order)
        while order.answer["checkout_url"] is None:
            await asyncio.sleep(0.2)
            found = await self.patiently(lambda: who.ask("GET", f"/top-ups/{order.answer['id']}"))
            order.answer = found.json()
        await self.patiently(lambda: self.pay(order.answer["checkout_url"]))
        await asyncio.sleep(0.3)

    async def pay(self, checkout_url: str) -> httpx.Response:
        id = checkout_url.rsplit("/", 1)[-1]
        async with httpx.AsyncClient(timeout=10) as client:
            url = f"{self.system.sandbox_address}/sandbox/checkouts/{id}/act"
            answer = await client.post(url, json={"act": "pay"})
        is_paid_already = answer.status_code == 409
        return httpx.Response(200) if is_paid_already else answer

    async def withdraw_on(self, who: Member) -> None:
        body = {"amount": inr(self.dice.randint(1, 50_00)), "destination": BANK}
        order = Order(who, "/withdrawals", body)
        self.orders.append(order)
        await self.insist(order)
        await asyncio.sleep(0.5)

    async def insist(self, order: Order) -> None:
        """Send an order with its one key until there is an answer."""
        deadline = time.monotonic() + PATIENCE_S
        while not await self.try_once(order):
            assert time.monotonic() < deadline, "no answer for too long: it does not heal"
            await asyncio.sleep(self.dice.uniform(0.1, 0.5))

    async def try_once(self, order: Order) -> bool:
        """Whether it is now known what became of an order."""
        answer = await self.asked(
            lambda: order.who.ask("POST", order.path, key=order.key, json=order.body, timeout=10)
        )
        if answer is None:
            order.doubts += 1
            return False
        order.status, order.answer = answer.status_code, answer.json()
        assert order.status in {201, 409, 429}, answer.text
        self.done += order.is_done
        return True

    async def patiently(self, ask: Callable[[], Awaitable[httpx.Response]]) -> httpx.Response:
        """An answer that is a success, however long the system is away."""
        deadline = time.monotonic() + PATIENCE_S
        while time.monotonic() < deadline:
            answer = await self.asked(ask)
            if answer is not None and answer.is_success:
                return answer
            await asyncio.sleep(0.2)
        raise AssertionError("no answer for too long: it does not heal")

    async def asked(self, ask: Callable[[], Awaitable[httpx.Response]]) -> httpx.Response | None:
        """An answer, or None when it is unknown what happened: no answer, or 503."""
        try:
            answer = await ask()
        except httpx.HTTPError:
            return None
        assert answer.status_code != 500, answer.text
        return None if answer.status_code > 500 else answer

    async def renew(self) -> None:
        """New access tokens and proofs of the PIN, before the old ones end."""
        if time.monotonic() - self.renewed_at < RENEW_S:
            return
        self.renewed_at = time.monotonic()
        for who in self.people:
            while True:
                try:
                    await who.sign_in()
                    break
                except (httpx.HTTPError, AssertionError):
                    await asyncio.sleep(0.5)


async def follow(who: Member, heard: set[str]) -> None:
    """Listen to a person's live changes, resuming after every loss of the line, as a browser does,
    until cancelled.

    heard  gets the subject of each change, or "reset" when everything had to be read anew
    """
    place = {"id": "0-0"}
    while True:
        with contextlib.suppress(httpx.HTTPError):
            async for name, value in heard_lines(who, place):
                place[name] = value
                heard |= subject_of(place["event"], value) if name == "data" else set()
        await asyncio.sleep(0.2)


def subject_of(event: str, data: str) -> set[str]:
    """What an event tells of."""
    return {"reset"} if event == "reset" else {str(json.loads(data)["subject"])}


async def heard_lines(who: Member, place: dict[str, str]) -> AsyncIterator[tuple[str, str]]:
    """Names and values of the stream's lines, from the last id on."""
    headers = {**who.headers, "Last-Event-ID": place["id"]}
    stream = who.http.stream("GET", "/api/v1/events", headers=headers, timeout=20)
    async with stream as answer:
        async for line in answer.aiter_lines():
            name, _, value = line.partition(": ")
            yield name, value
