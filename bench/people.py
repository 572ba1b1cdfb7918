"""Sends and statement pages over HTTP, by people who are signed in, at a system that runs whole."""

import asyncio
import random
import uuid
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from callers import Act, Pace, keep
from tests import given
from tests.given import API, Member, inr
from tests.system import System
from wire import close, lines

PEOPLE = 24
MONEY = 10_000_00


@dataclass
class Crowd:
    """People with money in a running system."""

    system: System
    people: list[Member]
    dice: random.Random

    async def sends(self, callers: int, seconds: float) -> Pace:
        """One rupee from one to another, each with the checks and limits of a real send."""
        opened = await lines(self.system.address, callers)

        async def send(number: int) -> None:
            payer, payee = self.dice.sample(self.people, 2)
            headers = {**payer.headers, "Idempotency-Key": uuid.uuid4().hex}
            body = {"payee": payee.id, "amount": inr(100)}
            status, answer = await opened[number].ask("POST", f"{API}/payments", headers, body)
            assert status == 201, answer

        return await self._timed(callers, seconds, send, opened)

    async def statements(self, callers: int, seconds: float) -> Pace:
        """The newest fifty lines of a wallet."""
        opened = await lines(self.system.address, callers)
        paths = [
            (who, f"{API}/wallets/{(await who.wallet())['id']}/statement?limit=50")
            for who in self.people
        ]

        async def read(number: int) -> None:
            who, path = self.dice.choice(paths)
            status, answer = await opened[number].ask("GET", path, who.headers)
            assert status == 200, answer

        return await self._timed(callers, seconds, read, opened)

    async def _timed(self, callers: int, seconds: float, act: Act, opened: list) -> Pace:
        try:
            return await keep(callers, seconds, act)
        finally:
            close(opened)


@asynccontextmanager
async def crowd(system: System) -> AsyncIterator[Crowd]:
    """Register people and let them add money; more than a page of sends lies behind each."""
    names = [f"Person {chr(ord('A') + number)}" for number in range(PEOPLE)]
    people = await given.members(system, names, money=MONEY)
    found = Crowd(system, people, random.Random(7))
    await asyncio.sleep(1)
    try:
        yield found
    finally:
        for who in people:
            await who.http.aclose()
