"""People who pay, ask, add money and withdraw without pause, and remember what they were told."""

import asyncio
import random
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import httpx
import psycopg
from tests import given
from tests.given import Member, inr
from tests.system import System

from batua.kit import tasks

PATIENCE_S = 90
RENEW_S = 200
ENOUGH = 40  # acknowledged orders between two faults, so that each one hits a system at work
START = 5_000_00
NAMES = ("Asha Devi", "Bina Kumari", "Chetan Rao", "Divya Nair")
BANK = {"kind": "bank", "account_number": "50100123456789", "ifsc": "HDFC0000001", "name": "Asha"}
KNOWN = frozenset({201, 409, 429})
"""Done, or refused: whatever else comes leaves an order in doubt, or fails the test."""


@dataclass
class Order:
    """One wish to move money, with its key.

    minor     what leaves the payer when it is done; nothing for a wish for money
    answer    what was said in the end: the thing made, or the problem that refused it
    doubts    how often it was not known whether it had been done
    """

    who: Member
    path: str
    body: dict[str, Any] | None
    minor: int
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
    def is_send(self) -> bool:
        """Whether it moves money from one person to another."""
        return self.payee is not None and self.minor > 0


@dataclass
class Load:
    """The orders of some people until `stop`.

    impatience  how likely somebody goes away before the answer
    told        for each acknowledged order, when its last try began and when it was answered
    refused_503 how often somebody was told to come again later
    gate        shut while nobody may begin anything new; busy counts those under way
    """

    system: System
    people: list[Member]
    dice: random.Random
    has_rails: bool = False
    impatience: float = 0
    orders: list[Order] = field(default_factory=list)
    in_doubt: list[Order] = field(default_factory=list)
    told: list[tuple[float, float, Order]] = field(default_factory=list)
    refused_503: int = 0
    over: bool = False
    renewed_at: float = field(default_factory=time.monotonic)
    gate: asyncio.Event = field(default_factory=asyncio.Event)
    busy: int = 0
    tasks: list["asyncio.Task[None]"] = field(default_factory=list)

    def start(self) -> None:
        """Begin: two hands a person send, two people ask one another and pay."""
        one, other, *_ = self.people
        work: list[Callable[[], Awaitable[None]]] = [
            *(lambda who=who: self.send_on(who) for who in self.people for _ in range(2)),
            lambda: self.ask_and_pay_on(one, other),
        ]
        if self.has_rails:
            work += [lambda: self.top_up_on(one), lambda: self.withdraw_on(other)]
        self.gate.set()
        self.tasks = [asyncio.create_task(self.keep(each)) for each in work]

    async def keep(self, work: Callable[[], Awaitable[None]]) -> None:
        while not self.over:
            while not self.gate.is_set():  # it may be shut again before we come through
                await self.gate.wait()
            if self.over:
                return
            self.busy += 1
            try:
                await work()
            finally:
                self.busy -= 1
            await asyncio.sleep(self.dice.uniform(0, 0.02))

    async def settle(self) -> None:
        """Let nobody begin anything new, and ask again about everything that is in doubt."""
        self.gate.clear()
        try:
            await self.until(lambda: not self.busy, "an order does not end")
        except AssertionError:
            last = [
                f"{one.path} {one.status} {one.doubts} {one.answer}" for one in self.orders[-12:]
            ]
            print("the last orders:", *last, sep="\n")
            raise
        for order in self.in_doubt:
            await self.insist(order)
        self.in_doubt.clear()

    async def stop(self) -> None:
        """Finish what is under way."""
        await self.settle()
        self.over = True
        self.gate.set()
        await asyncio.gather(*self.tasks)

    async def progress(self) -> None:
        """Wait until some orders more are acknowledged."""
        goal = len(self.told) + ENOUGH
        await self.until(lambda: len(self.told) >= goal, "no progress")

    async def recovered(self, since: float, avoided: Member | None = None) -> float:
        """How many seconds after a moment an order was acknowledged that had begun after it.

        avoided  whose orders, from her or to her, do not count
        """
        seen = max(0, len(self.told) - 50)  # whatever began after `since` was told lately

        def first() -> float | None:
            nonlocal seen
            for began, ended, order in self.told[seen:]:
                seen += 1
                if began >= since and avoided not in (order.who, order.payee):
                    return ended - since
            return None

        found: list[float] = []

        def is_there() -> bool:
            answer = first()
            found.extend([] if answer is None else [answer])
            return bool(found)

        await self.until(is_there, "it does not heal")
        return found[0]

    async def until(self, is_so: Callable[[], bool], trouble: str) -> None:
        """Wait for a condition; fail when a hand fails, or when it lasts too long."""
        deadline = time.monotonic() + PATIENCE_S
        while not is_so():
            assert time.monotonic() < deadline, f"{trouble}:\n{self.system.console()[-3000:]}"
            for task in self.tasks:
                if task.done() and not self.over:
                    task.result()
            await asyncio.sleep(0.01)

    async def send_on(self, who: Member) -> None:
        payee = self.dice.choice([other for other in self.people if other is not who])
        minor = self.dice.randint(1, 60_00)
        body = {"payee": payee.id, "amount": inr(minor)}
        order = self.order(who, "/payments", body, minor, payee)
        if not await self.try_once(order):
            await self.doubt(order)

    async def ask_and_pay_on(self, asker: Member, payer: Member) -> None:
        minor = self.dice.randint(1, 60_00)
        body = {"payer": payer.id, "amount": inr(minor), "expires_in_days": 1}
        wish = self.order(asker, "/requests", body, 0)
        await self.insist(wish)
        if not wish.is_done:  # too many of hers are open
            await asyncio.sleep(0.2)
            return
        order = self.order(payer, f"/requests/{wish.answer['id']}/pay", None, minor, asker)
        if not await self.try_once(order):
            await self.doubt(order)
        if order.status not in (0, 201):  # it would fill the payer's list
            await self.patiently(lambda: asker.ask("POST", f"/requests/{wish.answer['id']}/cancel"))

    def order(
        self,
        who: Member,
        path: str,
        body: dict[str, Any] | None,
        minor: int,
        payee: Member | None = None,
    ) -> Order:
        made = Order(who, path, body, minor, payee)
        self.orders.append(made)
        return made

    async def doubt(self, order: Order) -> None:
        """Give up for now, as a closed tab does, or ask again until it is known."""
        if self.dice.random() < 0.5:
            self.in_doubt.append(order)
        else:
            await self.insist(order)

    async def top_up_on(self, who: Member) -> None:
        minor = self.dice.randint(1, 200_00)
        order = self.order(who, "/top-ups", {"amount": inr(minor)}, minor)
        await self.insist(order)
        while order.answer["checkout_url"] is None:
            await asyncio.sleep(0.2)
            found = await self.patiently(lambda: who.ask("GET", f"/top-ups/{order.answer['id']}"))
            order.answer = found.json()
        await self.patiently(lambda: self.pay(order.answer["checkout_url"]))
        await asyncio.sleep(0.3)

    async def pay(self, checkout_url: str) -> httpx.Response:
        try:
            id = await asyncio.to_thread(self.system.sandbox_checkout, checkout_url)
        except (AssertionError, psycopg.OperationalError) as error:
            raise httpx.ConnectError("the database is away") from error
        async with httpx.AsyncClient(timeout=10) as client:
            url = f"{self.system.sandbox_address}/sandbox/checkouts/{id}/act"
            answer = await client.post(url, json={"act": "pay"})
        is_paid_already = answer.status_code == 409
        return httpx.Response(200) if is_paid_already else answer

    async def withdraw_on(self, who: Member) -> None:
        minor = self.dice.randint(1, 50_00)
        order = self.order(who, "/withdrawals", {"amount": inr(minor), "destination": BANK}, minor)
        await self.insist(order)
        await asyncio.sleep(0.5)

    async def insist(self, order: Order) -> None:
        """Send an order with its one key until there is an answer."""
        deadline = time.monotonic() + PATIENCE_S
        while not await self.try_once(order):
            assert time.monotonic() < deadline, "no answer for too long: it does not heal"
            await asyncio.sleep(self.dice.uniform(0.05, 0.3))

    async def try_once(self, order: Order) -> bool:
        """Whether it is now known what became of an order."""
        began = time.monotonic()
        is_hasty = order.minor > 0 and self.dice.random() < self.impatience
        timeout = self.dice.uniform(0.001, 0.03) if is_hasty else 20
        answer = await self.asked(
            lambda: order.who.ask(
                "POST", order.path, key=order.key, json=order.body, timeout=timeout
            )
        )
        if answer is None:
            order.doubts += 1
            return False
        order.status, order.answer = answer.status_code, answer.json()
        assert order.status in KNOWN, f"{order.path}: {answer.status_code} {answer.text}"
        if order.is_done:
            self.told.append((began, time.monotonic(), order))
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
        if answer.status_code == 503:
            self.refused_503 += 1
            assert int(answer.headers["Retry-After"]) > 0, "it must say when to come again"
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


@asynccontextmanager
async def at_work(
    system: System, dice: random.Random, *, address: str = "", **more: Any
) -> AsyncIterator[Load]:
    """Four people with money of their own, at work while the block runs.

    address  the web process they use; that of the system when absent
    """
    people = list(
        await asyncio.gather(
            *(given.member(system, name, money=START, address=address) for name in NAMES)
        )
    )
    load = Load(system, people, dice, **more)
    load.start()
    try:
        yield load
    finally:
        await tasks.end(*load.tasks)
        for who in people:
            await who.http.aclose()
