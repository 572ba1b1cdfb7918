"""Whatever happens to payment links in whatever order: what came is what was paid, and each once.

Drawn by a seed: links of every sort, payers who come, repeat, pay, give up or pay too late, callbacks
that double, lie, overtake or are lost, owners who cancel, and time.
"""

import asyncio
import random
from collections import Counter as Tally
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

import pytest
import pytest_asyncio
from tests.modules.gateways.given import sandbox_provider
from tests.modules.payments.given import Someone
from tests.modules.payments.links_given import Links
from tests.modules.payments.rails_given import counter as open_counter

from batua.kit import clock
from batua.kit.db import fetch_all, fetch_value
from batua.kit.refusal import Refusal
from batua.modules.gateways import service as gateways
from batua.modules.payments.types import PaymentStatus
from batua.modules.payments.types.payment_links import CheckoutView, OwnLink

STEPS = 24
SORTS = (
    {"minor": 300_00, "is_once": True},
    {"minor": 200_00, "is_once": False},
    {"minor": None, "is_once": False, "least_minor": 1_00, "most_minor": 900_00},
    {"minor": None, "is_once": True},
)


@pytest_asyncio.fixture
async def links(db, keys, sandbox, receiver):
    async with open_counter(db, keys, sandbox, receiver) as found:
        yield Links(found)


@dataclass
class Program:
    """One course of events; `right` and `wrong` are what payers really paid, as asked and otherwise."""

    links: Links
    owner: Someone
    chance: random.Random
    made: list[OwnLink] = field(default_factory=list)
    begun: dict[str, CheckoutView] = field(default_factory=dict)
    keys: list[tuple[OwnLink, int | None, str]] = field(default_factory=list)
    ended: set[str] = field(default_factory=set)
    odd: dict[str, int] = field(default_factory=dict)
    right: int = 0
    wrong: int = 0
    ahead: timedelta = timedelta(0)

    async def step(self) -> None:
        act = self.chance.choice(
            ["make", "begin", "begin", "again", "pay", "pay", "pay", "decline", "hear", "hear"]
            + ["switch", "sweep", "cancel", "crowd"]
        )
        with clock.frozen(clock.now() + self.ahead):
            await getattr(self, f"_{act}")()

    async def _make(self) -> None:
        self.made.append(await self.links.make(self.owner, **self.chance.choice(SORTS)))

    async def _begin(self) -> None:
        if not self.made:
            return await self._make()
        link = self.chance.choice(self.made)
        minor = None if link.link.amount else self.chance.choice([1_00, 250_00, 900_00])
        key = f"key-{len(self.keys)}"
        self.keys.append((link, minor, key))
        await self._come(link, minor, key)
        return None

    async def _again(self) -> None:
        if self.keys:
            await self._come(*self.chance.choice(self.keys))

    async def _crowd(self) -> None:
        """Some at once at one link."""
        if self.made:
            link = self.chance.choice(self.made)
            minor = None if link.link.amount else 250_00
            await asyncio.gather(*(self._come(link, minor, f"c{n}") for n in range(3)))

    async def _come(self, link: OwnLink, minor: int | None, key: str) -> None:
        try:
            made = await self.links.begin(link, minor, key)
        except Refusal:
            return
        self.begun[str(made.checkout.id)] = made

    async def _one(self) -> tuple[str, CheckoutView] | None:
        if not self.begun:
            return None
        id = self.chance.choice(sorted(self.begun))
        seen = await self.links.seen(self.begun[id].checkout.id)
        return None if seen.attempt.provider_ref is None or id in self.ended else (id, seen)

    async def _pay(self) -> None:
        found = await self._one()
        if found is None:
            return
        id, seen = found
        await self.links.pay(seen, even_if_expired=True)
        self.ended.add(id)
        if id in self.odd:
            self.wrong += self.odd[id]
        else:
            self.right += seen.checkout.amount.minor

    async def _decline(self) -> None:
        found = await self._one()
        if found is None:
            return
        id, seen = found
        answer = await self.links.at.sandbox.http.post(
            f"/sandbox/checkouts/{seen.attempt.provider_ref}/act", json={"act": "decline"}
        )
        if answer.status_code == 200:
            self.ended.add(id)

    async def _switch(self) -> None:
        found = await self._one()
        if found is None:
            return
        id, seen = found
        how = self.chance.choice(["duplicates", "disorder", "silent", "callback", "amount"])
        if how == "amount":
            self.odd[id] = seen.checkout.amount.minor + 7
            await self.links.switch(seen, paid_amount_minor=self.odd[id])
        else:
            self.odd.pop(id, None)  # a switch takes the place of those before
            one = {
                "duplicates": {"duplicates": 2},
                "disorder": {"disorder": True, "duplicates": 1},
                "silent": {"silent": True},
                "callback": {"callback_amount_minor": 1},
            }
            await self.links.switch(seen, **one[how])

    async def _hear(self) -> None:
        """Every callback that has come, some of them twice, in any order, at once."""
        calls = list(self.links.at.receiver.calls)
        some = self.chance.sample(calls, min(len(calls), 4))
        door = gateways.CallbackDoor(self.links.at.db, self.links.at.rails)
        with clock.frozen(datetime.now(UTC)):  # the sandbox lives in our own time
            await asyncio.gather(*(door.receive("sandbox", *one) for one in some))
        await self.links.at.do_jobs()

    async def _sweep(self) -> None:
        self.ahead += timedelta(seconds=self.chance.choice([11, 70, 200, 1900]))
        await self.links.at.sweep(after=timedelta(0))

    async def _cancel(self) -> None:
        if self.made and self.chance.random() < 0.5:
            await self.links.cancel(self.owner, self.chance.choice(self.made))

    async def never_too_much(self) -> None:
        books = await self.links.at.books()
        assert books["wallet"] <= 1_000_00 + self.right, "nothing is credited without being paid"
        assert books.get("suspense:sandbox", 0) <= self.wrong
        assert await self.links.wrong() == []

    async def come_to_rest(self) -> None:
        for _ in range(60):
            self.ahead += timedelta(seconds=400)
            with clock.frozen(clock.now() + self.ahead):
                await self.links.at.do_jobs()
                await self.links.at.sweep(after=timedelta(0))
            async with self.links.at.db.read() as tx:
                waiting = await fetch_value(
                    tx,
                    "SELECT count(*) FROM gateways.attempt"
                    " WHERE state IN ('created', 'pending', 'unknown')",
                )
            if not waiting:
                break
        assert not waiting, "every attempt ends"
        # Whoever paid after the end was heard of by callbacks alone; a silent one is asked about.
        for id in sorted(self.ended):
            attempt = (await self.links.seen(self.begun[id].checkout.id)).attempt
            with clock.frozen(clock.now() + self.ahead):
                await gateways.look(self.links.at.db, self.links.at.rails, attempt.id)

    async def adds_up(self) -> None:
        books = await self.links.at.books()
        assert books["wallet"] == 1_000_00 + self.right
        assert books.get("suspense:sandbox", 0) == self.wrong
        assert books.get("clearing:sandbox", 0) == -self.right - self.wrong
        async with self.links.at.db.read() as tx:
            rows = await fetch_all(
                tx, "SELECT id, status FROM payments.payment WHERE kind = 'link'"
            )
        told = Tally(fact.payment for fact in await self.links.at.facts("payments.payment_by_link"))
        done = {id for id, status in rows if status == PaymentStatus.SUCCEEDED}
        assert told == Tally(done), "each is told once"
        own = [(await self.links.own(self.owner, link)).link for link in self.made]
        assert sum(link.received.minor for link in own) == self.right
        assert sum(link.paid_count for link in own) == len(done)
        assert await self.links.is_sound()


@pytest.mark.parametrize("seed", range(3))
async def test_whatever_happens_what_came_is_what_was_paid(
    links: Links, asha: Someone, seed: int
) -> None:
    program = Program(links, asha, random.Random(seed))  # noqa: S311 - no secret
    for _ in range(STEPS):
        await program.step()
        await program.never_too_much()
    await program.come_to_rest()
    await program.adds_up()


async def test_the_next_provider_takes_over_and_a_payer_notices_nothing(
    links: Links, asha: Someone
) -> None:
    at = links.at
    gone = sandbox_provider("http://127.0.0.1:1", at.receiver.url)
    at.rails = replace(at.rails, providers={"gone": gone, **at.rails.providers})
    made = await links.begin(await links.make(asha))
    assert (made.attempt.provider, made.checkout.status) == ("sandbox", PaymentStatus.PENDING)
    assert made.attempt.follows is not None
    await links.pay(made)
    await at.callbacks(1)
    assert (await at.books())["wallet"] == 1_500_00
    assert await links.is_sound()
    await gone.aclose()


async def test_a_link_that_counts_more_than_came_is_found(links: Links, asha: Someone) -> None:
    link = await links.make(asha)
    made = await links.begin(link)
    await links.pay(made)
    await links.at.callbacks(1)
    assert await links.wrong() == []
    for edit in (
        "UPDATE payments.payment_link SET paid_count = 2",
        "UPDATE payments.payment_link SET received_minor = 1",
        "UPDATE payments.link_checkout SET status = 'failed'",
    ):
        with pytest.raises(RuntimeError):
            async with links.at.db.transaction() as tx:
                await fetch_all(tx, f"{edit} RETURNING id")
                found = await fetch_value(tx, "SELECT count(*) FROM payments.wrong_link")
                assert found
                raise RuntimeError
