"""Money by each rail of the registry under random faults; `make rails` plays two hundred schedules of each.

SCHEDULES says how many, SEED with which the first begins. A failure tells its seed and what happened.
"""

import os
import zlib
from collections import Counter
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import replace
from typing import Any

import psycopg
import pytest
from tests.modules.gateways.given import sandbox_provider
from tests.modules.payments.given import fund, prove, someone
from tests.rails.play import Play
from tests.rails.saboteur import Saboteur
from tests.rails.witness import Table
from tests.sandbox.server import KEY_SECRET, WEBHOOK_SECRET, Receiver, SandboxClient, SandboxServer

from batua.apps import sandboxed
from batua.kit.db import Database
from batua.kit.money import Currency, Money
from batua.kit.secrets import KeyRing
from batua.kit.settings import load
from batua.modules.gateways.providers import registry
from batua.modules.gateways.types import Direction
from batua.sandbox.dialects.paytm import merchant_key

SCHEDULES = int(os.environ.get("SCHEDULES", "2"))
SEED = int(os.environ.get("SEED", "0"))
OURS = "sandbox"
"""The rail that is of no provider outside; the others go on to it, and it goes on to one of them."""
NAMES = [OURS, *registry.RAILS]
CURRENCIES = ("INR", "NGN", "USD")


def makers(keys: KeyRing, lines: dict[str, Saboteur], callbacks: str) -> Callable[..., Any]:
    """How each rail is made: as an installation makes it, but by the line of the test."""
    env = sandboxed.settings(keys, "http://127.0.0.1:9", "http://127.0.0.1:9", {})
    secret = env["BATUA_SANDBOX_KEY_SECRET"]
    known = {
        secret: KEY_SECRET,
        merchant_key(secret): merchant_key(KEY_SECRET),
        env["BATUA_SANDBOX_WEBHOOK_SECRET"]: WEBHOOK_SECRET,
    }
    shared = {name: known.get(value, value) for name, value in env.items()}

    def make(name: str, *, direct: bool = False, **limits: int) -> Any:
        address = lines[name].target if direct else lines[name].url
        if name == OURS:
            made = sandbox_provider(address, callbacks)
            return type(made)(replace(made.settings, **limits))
        one = registry.RAILS[name]
        settings = replace(load(one.settings, shared), url=f"{address}/{name}", **limits)
        return one.connect(settings)

    return make


@asynccontextmanager
async def table(
    name: str, db: Database, keys: KeyRing, sandbox: SandboxClient, server: SandboxServer
) -> AsyncIterator[Table]:
    """The rail and the one that goes on for it, each by a line of its own."""
    names = (name, "razorpay" if name == OURS else OURS)
    async with AsyncExitStack() as stack:
        lines, receivers = {}, {}
        for one in names:
            lines[one], receivers[one] = Saboteur(server.url), Receiver()
            await lines[one].open()
            stack.push_async_callback(lines[one].close)
            await receivers[one].start()
            stack.push_async_callback(receivers[one].stop)
            await sandbox.call_back(one, receivers[one].url)
        make = makers(keys, lines, receivers[OURS].url)
        rail = make(name)
        currency = next(
            Currency(code) for code in CURRENCIES if rail.offers(Direction.IN, Currency(code))
        )
        await rail.aclose()
        who = await someone(db, keys, "Asha Devi", "+919876543210")
        await fund(db, who, Money(10_000_000_00, currency))
        books = await psycopg.AsyncConnection.connect(server.database_url, autocommit=True)
        stack.push_async_callback(books.close)
        yield Table(db, keys, sandbox, books, names, lines, receivers, make, who, currency)


@pytest.mark.parametrize("name", NAMES)
async def test_money_is_right_whatever_happens_to_calls_and_callbacks(
    name: str, db: Database, keys: KeyRing, sandbox: SandboxClient, sandbox_server: SandboxServer
) -> None:
    seen: Counter[str] = Counter()
    async with table(name, db, keys, sandbox, sandbox_server) as laid:
        for number in range(SEED, SEED + SCHEDULES):
            laid.who = replace(laid.who, step_up=await prove(db, keys, laid.who.caller))
            play = Play(laid, seed=zlib.crc32(f"{name} {number}".encode()))
            try:
                await play.run()
            except BaseException as error:
                error.add_note(f"SEED={number} of {name}:\n" + "\n".join(play.log))
                raise
            seen.update(play.seen)
    assert sum(many for what, many in seen.items() if what.startswith("in ")) >= SCHEDULES
    print(f"\n{name}: {SCHEDULES} schedules, {dict(sorted(seen.items()))}")
