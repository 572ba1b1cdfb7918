"""One order a key: the same again is the first again, another is refused, a refused one leaves nothing."""

import asyncio

import psycopg
import pytest

from batua.kit.db import Database
from batua.kit.ids import new_id
from batua.kit.money import Currency
from batua.kit.once import Claimed, Keys, request_hash
from batua.kit.refusal import IdempotencyKeyMissing

PERSON = new_id()
INR = Currency("INR")
KEYS = Keys("public.order_key", IdempotencyKeyMissing)  # any refusal would do


@pytest.fixture
def orders(db: Database, database: str) -> Database:
    with psycopg.connect(database) as owner:
        owner.execute(
            "CREATE TABLE public.order_key (person uuid, key text, request_hash bytea, result uuid,"
            " PRIMARY KEY (person, key))"
        )
        owner.execute("GRANT SELECT, INSERT ON public.order_key TO PUBLIC")
    return db


async def claim(orders: Database, key: str, *said: object) -> Claimed:
    async with orders.transaction() as tx:
        return await KEYS.claim(tx, PERSON, key, "send", *said)


async def test_the_same_order_again_is_the_first_and_another_is_refused(orders: Database) -> None:
    first = await claim(orders, "a", 100, INR)
    assert first.is_new
    assert await claim(orders, "a", 100, INR) == Claimed(first.id, is_new=False)
    with pytest.raises(IdempotencyKeyMissing):
        await claim(orders, "a", 101, INR)
    assert (await claim(orders, "b", 101, INR)).is_new


async def test_an_order_that_was_refused_leaves_its_key_free(orders: Database) -> None:
    async def refused() -> None:
        async with orders.transaction() as tx:
            await KEYS.claim(tx, PERSON, "a", "send", 100)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        await refused()
    assert (await claim(orders, "a", 101)).is_new


async def test_of_many_at_once_one_is_new(orders: Database) -> None:
    found = await asyncio.gather(*(claim(orders, "a", 100) for _ in range(8)))
    assert len({one.id for one in found}) == 1
    assert [one.is_new for one in found].count(True) == 1


async def test_a_key_is_its_persons_own(orders: Database) -> None:
    await claim(orders, "a", 100)
    async with orders.transaction() as tx:
        assert (await KEYS.claim(tx, new_id(), "a", "send", 7)).is_new


def test_equal_orders_hash_equally_and_others_do_not() -> None:
    one = request_hash("send", PERSON, 100, INR, "Tea")
    assert one == request_hash("send", PERSON, 100, INR, "Tea")
    others = [
        request_hash("ask", PERSON, 100, INR, "Tea"),
        request_hash("send", PERSON, 1002, INR, "Tea"),
        request_hash("send", PERSON, 100, INR, "Te", "a"),
        request_hash("send", PERSON, "100", INR, "Tea"),
    ]
    assert one not in others
    assert len(set(others)) == 4
