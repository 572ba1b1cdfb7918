"""A running sandbox behind the payments module, and what the books say."""

from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any
from uuid import UUID

from tests.modules.gateways.given import sandbox_provider
from tests.modules.payments.given import Someone, inr
from tests.sandbox.server import Receiver, SandboxClient

from batua.kit import clock, jobs, journal
from batua.kit.db import Database, fetch_all
from batua.kit.ids import new_id
from batua.kit.jobs import Context
from batua.kit.money import Currency, Money
from batua.kit.secrets import KeyRing
from batua.modules.gateways import jobs as gateway_jobs
from batua.modules.gateways import service as gateways
from batua.modules.gateways.types import Destination, Rails
from batua.modules.ledger import service as ledger
from batua.modules.payments import service as payments
from batua.modules.payments.types.rails import TopUp, TopUpOrder, Withdrawal, WithdrawOrder

BANK = Destination("50100123456789", "HDFC0000001", "Asha Devi")


def bank(ending: str) -> Destination:
    return replace(BANK, account_number=f"5010012345{ending}")


@dataclass
class Counter:
    """Payments with rails to a running sandbox, and everything a test does at them."""

    db: Database
    keys: KeyRing
    rails: Rails
    sandbox: SandboxClient
    receiver: Receiver
    taken: set[int] = field(default_factory=set)

    async def top_up(self, who: Someone, minor: int = 500_00, key: str | None = None) -> TopUp:
        order = TopUpOrder(who.id, inr(minor), key or str(new_id()), "http://batua.test")
        async with self.db.transaction() as tx:
            made = await payments.top_up(tx, self.rails, order)
        await gateways.start(self.db, self.rails, made.attempt.id)
        return await self.seen(who, made.payment.id)

    async def seen(self, who: Someone, id: UUID) -> TopUp:
        async with self.db.read() as tx:
            return await payments.top_up_of(tx, who.id, id)

    async def withdraw(
        self,
        who: Someone,
        minor: int = 400_00,
        to: Destination | UUID = BANK,
        key: str | None = None,
        *,
        pin: bool = True,
    ) -> Withdrawal:
        actor = who.actor if pin else who.actor_without_pin
        order = WithdrawOrder(actor, inr(minor), to, key or str(new_id()))
        async with self.db.transaction() as tx:
            return await payments.withdraw(tx, self.keys, self.rails, order)

    async def seen_out(self, who: Someone, id: UUID) -> Withdrawal:
        async with self.db.read() as tx:
            return await payments.withdrawal_of(tx, who.id, id)

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

    async def settle(self) -> None:
        """Hand over every callback that has come, and do the jobs."""
        for n, (headers, body) in enumerate(list(self.receiver.calls)):
            if n not in self.taken:
                self.taken.add(n)
                door = gateways.CallbackDoor(self.db, self.rails)
                await door.receive("sandbox", headers, body)
        await self.do_jobs()

    async def pay(self, top_up: TopUp, **more: Any) -> None:
        await self.sandbox.act(top_up.attempt.provider_ref, "pay", **more)

    async def callbacks(self, count: int) -> None:
        await self.receiver.wait_for(count)
        await self.settle()

    async def do_jobs(self) -> None:
        await jobs.run_due(Context(self.db, {"rails": self.rails}))

    async def sweep(self, after: timedelta) -> None:
        with clock.frozen(clock.now() + after):
            await gateway_jobs.sweep(Context(self.db, {"rails": self.rails}))

    async def books(self) -> dict[str, int]:
        """Balances that are not zero, by kind, with what is set aside beside them."""
        async with self.db.read() as tx:
            rows = await fetch_all(
                tx,
                "SELECT n.kind, n.owner, n.currency,"
                " a.posted_credits_minor - a.posted_debits_minor, a.pending_debits_minor"
                " FROM ledger.account a JOIN ledger.account_name n ON n.account_id = a.id",
            )
        total: dict[str, int] = {}
        for kind, owner, currency, balance, held in rows:
            name = kind if kind == "wallet" else f"{kind}:{owner}"
            name = name if currency == "INR" else f"{name}:{currency}"
            total[name] = total.get(name, 0) + balance
            if held:
                total[f"{name} held"] = total.get(f"{name} held", 0) + held
        return {name: sum_ for name, sum_ in total.items() if sum_}

    async def is_sound(self) -> bool:
        """Whether every row of the ledger proves right and all balances sum to nothing."""
        async with self.db.read() as tx:
            report = await ledger.verify(tx)
            sums = await fetch_all(
                tx,
                "SELECT sum(posted_credits_minor - posted_debits_minor) FROM ledger.account"
                " GROUP BY currency",
            )
        return report.is_clean and all(total == 0 for (total,) in sums)

    async def facts(self, *kinds: str) -> list[Any]:
        async with self.db.read() as tx:
            return await journal.facts(tx, kinds)

    async def available(self, who: Someone) -> Money:
        async with self.db.transaction() as tx:
            wallet = await payments.open_wallet(tx, who.id, Currency("INR"))
            return (await ledger.account(tx, wallet.account)).available


@asynccontextmanager
async def counter(db: Database, keys: KeyRing, sandbox: SandboxClient, receiver: Receiver) -> Any:
    provider = sandbox_provider(sandbox.url, receiver.url)
    settlements = {
        "payments.top_up": payments.settle_top_up,
        "payments.link": payments.settle_by_link,
        "payments.withdrawal": payments.settle_withdrawal,
    }
    try:
        rails = Rails({"sandbox": provider}, settlements, keys)
        yield Counter(db, keys, rails, sandbox, receiver)
    finally:
        await provider.aclose()
