"""A payout of a group whose provider certainly never began is paid by the next, out of the pot once."""

from collections.abc import AsyncIterator
from dataclasses import replace
from typing import Any
from uuid import uuid5

import pytest_asyncio
from tests.modules.gateways.given import sandbox_provider
from tests.modules.groups.checkout_given import Till, till
from tests.modules.groups.given import circle, money_of
from tests.modules.groups.payout_given import chosen, is_paid, status, until_told

from batua.kit.db import Database
from batua.kit.secrets import KeyRing
from batua.modules.groups.types import PayoutStatus
from batua.modules.payments.types import PaymentStatus

POT = 900_00


@pytest_asyncio.fixture
async def desk(db: Database, keys: KeyRing, sandbox: Any, receiver: Any) -> AsyncIterator[Till]:
    async with till(await circle(db, keys, 3, pot=POT), sandbox, receiver) as found:
        yield found


async def test_the_next_provider_pays_what_the_first_never_began(
    desk: Till, db: Database, receiver: Any
) -> None:
    made, who = await chosen(desk), desk.whole[2]
    before = await money_of(db, who)
    gone = sandbox_provider("http://127.0.0.1:9", receiver.url)
    providers = {"gone": gone, **desk.counter.rails.providers}
    desk.counter.rails = replace(desk.counter.rails, providers=providers)
    desk.whole.rails = desk.counter.rails
    await desk.whole.pay(made)
    await desk.counter.do_jobs()
    assert await status(desk, made) == (PayoutStatus.SENT, None)
    await desk.check()
    await until_told(desk, made)
    assert await status(desk, made) == (PayoutStatus.ARRIVED, None)
    assert (await desk.pot(), await is_paid(desk, made)) == (POT - 300_00, True)
    assert await money_of(db, who) == before
    (fact,) = await desk.counter.facts("gateways.rerouted")
    assert (fact.before, fact.after) == ("gone", "sandbox")
    withdrawal = await desk.counter.seen_out(who, uuid5(made.id, "withdrawal"))
    assert withdrawal.payment.status is PaymentStatus.SUCCEEDED
    assert withdrawal.payment.attempt == fact.subject
    assert "clearing:gone" not in await desk.counter.books()
    await desk.check()
    await gone.aclose()
