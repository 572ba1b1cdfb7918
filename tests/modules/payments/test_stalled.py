"""An account that somebody keeps locked: everybody else's sends go on, and nothing happens twice."""

import asyncio

import psycopg
import pytest
from tests.modules.payments import given
from tests.modules.payments.given import Someone, inr

from batua.kit import lane
from batua.kit.db import Database
from batua.kit.refusal import Stalled
from batua.kit.secrets import KeyRing
from batua.modules.ledger import service as ledger
from batua.modules.payments import service as payments
from batua.modules.payments.types import SendOrder

KEEP = (
    "SELECT FROM ledger.account AS a JOIN payments.wallet AS w ON w.account = a.public_id"
    " WHERE w.person = %s FOR UPDATE OF a"
)


async def test_a_kept_wallet_stalls_only_who_pays_it_or_is_paid_by_it(
    db: Database, keys: KeyRing, database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lane, "STALLED_WAITS_S", (0.1, 0.2, 0.4, 0.8))
    people = [
        await given.someone(db, keys, f"Person {n}", f"+91987654321{n}", money=100_00)
        for n in range(4)
    ]
    hot, *others = people
    sends = payments.Sends(db, keys)

    def wish(payer: Someone, payee: Someone) -> SendOrder:
        return given.order(payer, payee, inr(1_00))

    to_hot, of_hot = wish(others[0], hot), wish(hot, others[1])
    async with await psycopg.AsyncConnection.connect(database) as keeper:
        await keeper.execute(KEEP, [hot.id])
        stalled = [asyncio.create_task(sends.send(one)) for one in (to_hot, of_hot)]
        for _ in range(3):  # with the stalled in their group, and again when it is known
            await asyncio.gather(
                *(sends.send(wish(a, b)) for a in others for b in others if a is not b)
            )
        for task in stalled:
            with pytest.raises(Stalled):
                await task
        # Not one of the two keeps the other side's wallet while it waits.
        await asyncio.gather(sends.send(wish(others[0], others[1])))
    made = [(await sends.send(one)).payment.id for one in (to_hot, of_hot)]
    again = [(await sends.send(one)).payment.id for one in (to_hot, of_hot)]
    assert made == again
    assert await given.balance(db, hot) == 100_00
    assert await given.balance(db, others[0]) == 100_00 - 1_00 - 1_00
    assert await given.balance(db, others[1]) == 100_00 + 1_00 + 1_00
    async with db.read() as tx:
        assert (await ledger.verify(tx)).damages == ()
