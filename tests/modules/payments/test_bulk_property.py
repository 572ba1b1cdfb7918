"""A batch whose lines stand alone does what the same sends do, one after another."""

import asyncio
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import given as for_any
from hypothesis import strategies as st
from tests.conftest import copy_database, drop_database, opened
from tests.modules.payments import bulk_given, given
from tests.modules.payments.bulk_given import codes, crowd, order, run
from tests.modules.payments.given import Someone, inr

from batua.kit.db import Database, fetch_all
from batua.kit.money import Currency
from batua.kit.refusal import Refusal
from batua.kit.secrets import KeyRing
from batua.modules.ledger import service as ledger
from batua.modules.payments import service as payments
from batua.modules.payments.rules import bulk as rules
from batua.modules.payments.types import SendOrder

MONEY = 1_000
"""What the payer has: little, so that lines fall short."""

# The place in the crowd (one is closed), the payer herself, or nobody; and how much.
LINES = st.lists(
    st.tuples(
        st.sampled_from([0, 1, 2, 3, "closed", "self", "nobody"]),
        st.sampled_from([-1, 0, 1, 100, 299, 300, 301, 450, 1_000]),
    ),
    min_size=1,
    max_size=12,
)


class Twin:
    """One of two like worlds: a payer with little money, and people she knows."""

    def __init__(self, db: Database, keys: KeyRing) -> None:
        self.db, self.keys = db, keys
        self.people: dict[Any, Any] = {}

    async def settle(self) -> None:
        self.payer = await given.someone(self.db, self.keys, "Asha Devi", "+919876543210")
        for place, id in enumerate(await crowd(self.db, self.keys, 5)):
            self.people["closed" if place == 4 else place] = id
        async with self.db.transaction() as tx:
            wallet = await payments.open_wallet(tx, self.people["closed"], Currency("INR"))
            await ledger.close_account(tx, wallet.account)
        self.people |= {"self": self.payer.id, "nobody": given.stranger()}
        await bulk_given.rule(self.db, "per_send", 450)
        await bulk_given.rule(self.db, "day", 900)

    async def begin(self, number: int) -> Someone:
        """A payer who has sent nothing today."""
        self.payer = await given.someone(
            self.db, self.keys, "Asha Devi", f"+9197{number:08}", money=MONEY
        )
        self.people["self"] = self.payer.id
        return self.payer

    async def balances(self) -> list[int]:
        """Of the payer, and what the others got of her."""
        async with self.db.read() as tx:
            rows = await fetch_all(
                tx,
                "SELECT payee, sum(amount_minor)::bigint FROM payments.payment"
                " WHERE payer = %(payer)s GROUP BY payee",
                {"payer": self.payer.id},
            )
        got = dict(rows)
        return [
            await given.balance(self.db, self.payer),
            *(got.get(self.people[place], 0) for place in range(4)),
        ]


@pytest.fixture
def urls(server_url: str, template_url: str) -> Any:
    found = [copy_database(server_url) for _ in range(2)]
    yield found
    for url in found:
        drop_database(server_url, url)


async def test_a_batch_does_what_single_sends_do(urls: list[str], keys: KeyRing) -> None:
    async with opened(urls[0]) as one, opened(urls[1]) as other:
        twins = Twin(one, keys), Twin(other, keys)
        await asyncio.gather(*(twin.settle() for twin in twins))
        loop = asyncio.get_running_loop()
        numbers = iter(range(1, 10_000))

        @settings(
            max_examples=25, deadline=None, suppress_health_check=list(HealthCheck), database=None
        )
        @for_any(lines=LINES, part=st.integers(1, 5))
        def hold(lines: list[tuple[Any, int]], part: int) -> None:
            act = compare(twins, lines, part, next(numbers))
            asyncio.run_coroutine_threadsafe(act, loop).result(60)

        await asyncio.to_thread(hold)
        for twin in twins:
            assert await given.sum_of_all_balances(twin.db) == 0


async def compare(
    twins: tuple[Twin, Twin], lines: list[tuple[Any, int]], part: int, number: int
) -> None:
    """Send the same lines in both ways, each in its own world."""
    batch, single = twins
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(rules, "PART", part)
        payer = await batch.begin(number)
        wanted = order(payer, [(batch.people[to], minor) for to, minor in lines])
        results = codes(await run(batch.db, batch.keys, wanted))
    payer = await single.begin(number)
    expected = [await send(single, payer, to, minor) for to, minor in lines]

    assert results == expected
    assert await batch.balances() == await single.balances()


async def send(world: Twin, payer: Someone, to: Any, minor: int) -> str:
    """`sent`, or why not."""
    wanted = SendOrder(payer.actor, world.people[to], inr(minor), "", str(given.stranger()))
    try:
        async with world.db.transaction() as tx:
            await payments.send(tx, world.keys, wanted)
    except Refusal as refusal:
        return refusal.code
    return "sent"
