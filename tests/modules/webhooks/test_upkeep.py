"""Secrets that turn, tests, replays, endpoints that go, and the end of the log."""

import json
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest_asyncio
from tests.modules.webhooks.receiving import NOON, Desk, Integrator, answer, desk, integrator

from batua.kit import clock
from batua.kit.db import Database, fetch_all, fetch_value
from batua.kit.secrets import KeyRing
from batua.modules.webhooks import service
from batua.modules.webhooks.rules import timing
from batua.modules.webhooks.types import Change, DeliveryState, EndpointState, Failure, Pause


@pytest_asyncio.fixture
async def us(db: Database, keys: KeyRing) -> AsyncIterator[Desk]:
    async with desk(db, keys) as found:
        yield found


@pytest_asyncio.fixture
async def books() -> AsyncIterator[Integrator]:
    async with integrator() as found:
        yield found


async def test_for_a_day_both_secrets_sign(us: Desk, books: Integrator) -> None:
    made = await us.register(books.url)
    async with us.db.transaction() as tx:
        id = made.endpoint.id
        renewed = await service.rotate_secret(tx, us.keys, made.endpoint.made_by, id)
    assert renewed.secret != made.secret
    await us.sent()
    await us.send(made.endpoint)
    (got,) = books.got
    assert got.verify(made.secret) == got.verify(renewed.secret)
    after = NOON + timing.OVERLAP
    with clock.frozen(after):
        await us.sent()
        await us.send(made.endpoint)
    alone = books.got[1]
    assert alone.verify(renewed.secret, after)
    assert len(alone.headers["webhook-signature"].split(" ")) == 1


async def test_secrets_are_sealed_and_turn_with_the_keys(us: Desk, books: Integrator) -> None:
    made = await us.register(books.url)
    async with us.db.transaction() as tx:
        sealed = bytes(await fetch_value(tx, "SELECT secret FROM webhooks.endpoint"))
    assert made.secret.encode() not in sealed
    turned = KeyRing({"k003": b"3" * 32, "k002": b"2" * 32}, b"i" * 32)
    assert await service.rotate_keys(us.db, turned, lambda *_: None) == 1
    assert await service.rotate_keys(us.db, turned, lambda *_: None) == 0
    us.keys = KeyRing({"k003": b"3" * 32}, b"i" * 32)
    await us.sent()
    await us.send(made.endpoint)
    assert books.got[0].verify(made.secret)


async def test_a_test_goes_once_also_to_a_paused_endpoint(us: Desk, books: Integrator) -> None:
    made = await us.register(books.url)
    books.script = [answer(410)]
    async with us.db.transaction() as tx:
        change = Change(state=EndpointState.PAUSED)
        await service.change(tx, made.endpoint.made_by, made.endpoint.id, change)
        await service.test(tx, made.endpoint.id)
    await us.send(made.endpoint)
    (got,) = books.got
    assert json.loads(got.body)["type"] == "webhooks.test"
    assert got.verify(made.secret)
    (delivery,) = await us.log()
    assert (delivery.state, delivery.failure) == (DeliveryState.FAILED, Failure.GIVEN_UP)
    assert (await us.endpoint(made.endpoint.id)).paused_because is Pause.OFFICER


async def test_a_replay_keeps_the_webhook_id(us: Desk, books: Integrator) -> None:
    made = await us.register(books.url)
    await us.sent()
    await us.send(made.endpoint)
    (delivery,) = await us.log()
    async with us.db.transaction() as tx:
        again = await service.replay(tx, delivery.id)
    assert again.state is DeliveryState.QUEUED
    await us.send(made.endpoint)
    first, second = books.got
    assert first.headers["webhook-id"] == second.headers["webhook-id"]
    (delivery,) = await us.log()
    assert (delivery.state, delivery.tries) == (DeliveryState.DELIVERED, 2)


async def test_what_waits_for_a_removed_endpoint_ends(us: Desk, books: Integrator) -> None:
    made = await us.register(books.url)
    await us.sent(2)
    async with us.db.transaction() as tx:
        await service.remove(tx, made.endpoint.made_by, made.endpoint.id)
    await us.send(made.endpoint)
    assert books.got == []
    assert [one.failure for one in await us.log()] == [Failure.REMOVED] * 2
    async with us.db.transaction() as tx:
        rows = await fetch_all(tx, "SELECT secret, previous_secret FROM webhooks.endpoint")
    assert rows == [(None, None)]


async def test_the_log_goes_back_thirty_days(us: Desk, books: Integrator) -> None:
    made = await us.register(books.url)
    await us.sent()
    await us.send(made.endpoint)
    with clock.frozen(NOON + timing.KEPT + timedelta(seconds=1)):
        await us.sent()
        async with us.db.transaction() as tx:
            assert await service.forget(tx, 100) == 1
        async with us.db.transaction() as tx:
            assert await service.forget(tx, 100) == 0
            assert await fetch_value(tx, "SELECT count(*) FROM webhooks.event") == 1
    assert [one.state for one in await us.log()] == [DeliveryState.QUEUED]
