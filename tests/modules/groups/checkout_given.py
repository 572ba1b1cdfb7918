"""A group whose people pay at a running sandbox, and what its books say."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

from tests.modules.groups.given import Circle, a_key
from tests.modules.payments.given import Someone, inr
from tests.modules.payments.rails_given import Counter
from tests.modules.payments.rails_given import counter as open_counter
from tests.sandbox.server import Receiver, SandboxClient

from batua.apps.wiring import settlements
from batua.kit.db import fetch_value
from batua.modules.gateways import service as gateways
from batua.modules.gateways.types import Attempt
from batua.modules.groups import service as groups
from batua.modules.groups.types import ContributeOrder, PayPage, Transaction, TransactionId
from batua.modules.ledger import service as ledger
from batua.modules.ledger.types import Reach
from batua.modules.payments import service as payments

SITE = "http://batua.test"
SOON = timedelta(seconds=30)


@dataclass
class Till:
    """A group with rails to a running sandbox."""

    whole: Circle
    counter: Counter

    async def begin(
        self, who: Someone, minor: int = 500_00, *, start: bool = True, **more: Any
    ) -> Transaction:
        """A contribution by checkout; without a start the web process died after its commit."""
        wanted = {"note": "for all", "key": a_key(), **more}
        order = ContributeOrder(who.actor, self.whole.id, inr(minor), **wanted)
        async with self.whole.db.transaction() as tx:
            made = await groups.contribute_by_checkout(tx, self.counter.rails, order, SITE)
        if start and made.attempt_id is not None:
            await gateways.start(self.whole.db, self.counter.rails, made.attempt_id)
        return await self.line(made)

    async def line(self, made: Transaction) -> Transaction:
        async with self.whole.db.read() as tx:
            id = TransactionId(made.id)
            return await groups.transaction(tx, self.whole[0].id, self.whole.id, id)

    async def page(self, who: Someone, made: Transaction) -> PayPage | None:
        async with self.whole.db.read() as tx:
            return await groups.pay_page(tx, who.id, made)

    async def attempt(self, made: Transaction) -> Attempt:
        assert made.attempt_id is not None
        async with self.whole.db.read() as tx:
            return await gateways.attempt(tx, made.attempt_id)

    async def act(self, made: Transaction, what: str = "pay", **more: Any) -> None:
        """What the payer does on the provider's page."""
        await self.counter.sandbox.act((await self.attempt(made)).provider_ref, what, **more)

    async def switch(self, made: Transaction, **how: Any) -> None:
        await self.counter.sandbox.switch((await self.attempt(made)).provider_ref, **how)

    async def pay(self, made: Transaction, callbacks: int = 1, **more: Any) -> Transaction:
        """Paid on the provider's page, called back, and settled."""
        await self.act(made, **more)
        await self.counter.callbacks(callbacks)
        return await self.line(made)

    async def pot(self) -> int:
        return (await self.whole.pot()).balance.minor

    async def saved(self, who: Someone) -> int:
        return (await self.whole.member(who)).saved_minor

    async def acts(self) -> list[str]:
        """What the log says was done, the latest first."""
        async with self.whole.db.read() as tx:
            page = await groups.log(tx, self.whole[0].id, self.whole.id, None, 50)
        return [line.act for line in page.items]

    async def check(self) -> None:
        """All sums are zero, and pots, payments, providers and ledger agree."""
        async with self.whole.db.read() as tx:
            everything = Reach(0, 2**60)
            assert (await groups.agreement(tx, everything)).damages == ()
            assert (await ledger.verify(tx)).damages == ()
            assert await fetch_value(tx, SUM) == 0
            proofs = payments.proofs(None)
            for check in (*proofs.checks, *proofs.strays):
                part = await check(tx, everything)
                assert part.damages == (), part


SUM = "SELECT sum(posted_credits_minor - posted_debits_minor)::bigint FROM ledger.account"


@asynccontextmanager
async def till(whole: Circle, sandbox: SandboxClient, receiver: Receiver) -> AsyncIterator[Till]:
    async with open_counter(whole.db, whole.keys, sandbox, receiver) as counter:
        counter.rails = replace(counter.rails, settlements=settlements())
        whole.rails = counter.rails
        yield Till(whole, counter)
