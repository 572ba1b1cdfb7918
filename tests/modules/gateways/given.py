"""Rails to a running sandbox, a settlement that remembers, and time that passes at once."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any
from uuid import UUID

from tests.sandbox.server import KEY_SECRET, WEBHOOK_SECRET, Receiver, SandboxClient

from batua.kit import clock, jobs, journal
from batua.kit.db import Database, Tx, fetch_all, fetch_value
from batua.kit.ids import new_id
from batua.kit.jobs import Context
from batua.kit.money import Currency, Money
from batua.kit.secrets import KeyRing
from batua.modules.gateways import jobs as gateway_jobs
from batua.modules.gateways import service
from batua.modules.gateways.providers.sandbox import SandboxProvider, SandboxProviderSettings
from batua.modules.gateways.types import (
    Attempt,
    Destination,
    Direction,
    IntendOrder,
    Rails,
)

PURPOSE = "test.purpose"
BANK = Destination("50100123456789", "HDFC0000001", "Asha Devi")


def inr(minor: int) -> Money:
    return Money(minor, Currency("INR"))


def bank(ending: str) -> Destination:
    return replace(BANK, account_number=f"5010012345{ending}")


def sandbox_provider(url: str, callback_url: str, *, hurried: bool = False) -> SandboxProvider:
    """An adapter with time enough for a busy machine, or one that soon gives up waiting."""
    return SandboxProvider(
        SandboxProviderSettings(
            url=url,
            key_secret=KEY_SECRET,
            webhook_secret=WEBHOOK_SECRET,
            callback_url=callback_url,
            timeout_ms=700 if hurried else 15_000,
            budget_ms=900 if hurried else 20_000,
            tries=1,
        )
    )


@dataclass
class Witness:
    """A settlement that remembers what it was told, and can refuse to go on."""

    told: list[Attempt] = field(default_factory=list)
    breaks: bool = False

    async def __call__(self, tx: Tx, attempt: Attempt) -> None:  # noqa: ARG002 - the gate's shape
        if self.breaks:
            raise RuntimeError("the settlement broke")
        self.told.append(attempt)

    @property
    def states(self) -> list[str]:
        return [attempt.state.value for attempt in self.told]


@dataclass
class Line:
    """Everything between us and a running sandbox."""

    db: Database
    rails: Rails
    witness: Witness
    sandbox: SandboxClient
    receiver: Receiver
    taken: int = 0

    async def intend(
        self, direction: Direction = Direction.IN, minor: int = 12500, **more: Any
    ) -> Attempt:
        order = IntendOrder(
            id=more.pop("id", None) or new_id(),
            provider=more.pop("provider", "sandbox"),
            direction=direction,
            amount=more.pop("amount", None) or inr(minor),
            purpose=PURPOSE,
            reference=more.pop("reference", None) or new_id(),
            expires_at=clock.now() + timedelta(seconds=more.pop("open_s", 1800))
            if direction is Direction.IN
            else None,
            return_url="http://127.0.0.1:9/back" if direction is Direction.IN else None,
            **more,
        )
        async with self.db.transaction() as tx:
            return await service.intend(tx, self.rails, order)

    async def started(self, **more: Any) -> Attempt:
        made = await self.intend(**more)
        return await service.start(self.db, self.rails, made.id)

    async def trouble(self, how: str, scope: str = "all") -> None:
        """Make the provider misbehave, and wait less for one that is slow; `none` mends it."""
        hurried = how == "slow"
        self.rails = replace(
            self.rails,
            providers={
                "sandbox": sandbox_provider(self.sandbox.url, self.receiver.url, hurried=hurried)
            },
        )
        await self.sandbox.fault(how, scope, delay_ms=3000)

    async def now(self, id: UUID) -> Attempt:
        async with self.db.read() as tx:
            return await service.attempt(tx, id)

    async def take_callbacks(self, count: int) -> None:
        """Hand the next callbacks that came over HTTP to the door, in the order they came."""
        await self.receiver.wait_for(self.taken + count)
        for headers, body in self.receiver.calls[self.taken : self.taken + count]:
            await self.take(headers, body)
        self.taken += count

    async def take(self, headers: dict[str, str], body: bytes) -> None:
        await service.CallbackDoor(self.db, self.rails).receive("sandbox", headers, body)

    @property
    def context(self) -> Context:
        return Context(self.db, {"rails": self.rails})

    async def do_jobs(self) -> None:
        await jobs.run_due(self.context)

    async def sweep(self, after: timedelta = timedelta(0)) -> None:
        """The sweep as it runs when so much time has passed."""
        with clock.frozen(clock.now() + after):
            await gateway_jobs.sweep(self.context)

    async def facts(self, *kinds: str) -> list[journal.Fact]:
        async with self.db.read() as tx:
            return await journal.facts(tx, kinds or None)

    async def rows(self, sql: str) -> Sequence[Any]:
        async with self.db.read() as tx:
            return await fetch_all(tx, sql)

    async def value(self, sql: str) -> Any:
        async with self.db.read() as tx:
            return await fetch_value(tx, sql)


def line(
    db: Database, keys: KeyRing, sandbox: SandboxClient, receiver: Receiver
) -> tuple[Line, SandboxProvider]:
    provider = sandbox_provider(sandbox.url, receiver.url)
    witness = Witness()
    rails = Rails({"sandbox": provider}, {PURPOSE: witness}, keys)
    return Line(db, rails, witness, sandbox, receiver), provider
