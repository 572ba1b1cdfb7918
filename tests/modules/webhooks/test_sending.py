"""Facts reach endpoints: signed, once, again until they are taken, and nobody waits for the slow."""

import asyncio
import json
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import pytest
import pytest_asyncio
from tests.modules.webhooks.receiving import (
    HANG,
    HUNDRED,
    NOON,
    SENT,
    Desk,
    Integrator,
    a_payment,
    answer,
    desk,
    integrator,
)

from batua.kit import clock, jobs, journal
from batua.kit.db import Database, execute
from batua.kit.ids import new_id
from batua.kit.secrets import KeyRing
from batua.modules.webhooks import service
from batua.modules.webhooks.rules import timing
from batua.modules.webhooks.types import (
    Answer,
    Change,
    DeliveryState,
    EndpointPaused,
    EndpointState,
    Failure,
    Outcome,
    Outgoing,
    Pause,
)


@pytest_asyncio.fixture
async def us(db: Database, keys: KeyRing) -> AsyncIterator[Desk]:
    async with desk(db, keys) as found:
        yield found


@pytest_asyncio.fixture
async def books() -> AsyncIterator[Integrator]:
    async with integrator() as found:
        yield found


async def facts_of(db: Database, kind: type[journal.Fact]) -> list[Any]:
    async with db.transaction() as tx:
        return await journal.facts(tx, [kind.kind])


async def test_a_fact_is_told_signed_over_the_raw_body(us: Desk, books: Integrator) -> None:
    made = await us.register(books.url)
    fact = a_payment()
    await us.state(fact)
    await jobs.run_due(us.context(), until_empty_s=30)
    (got,) = books.got
    (delivery,) = await us.log()
    assert got.line == "POST /hooks?for=books HTTP/1.1"
    assert got.headers["content-type"] == "application/json"
    assert got.headers["host"] == f"127.0.0.1:{books.port}"
    assert got.verify(made.secret) == f"evt_{delivery.event.hex}"
    assert json.loads(got.body) == {
        "type": SENT,
        "timestamp": "2026-11-21T12:00:00Z",
        "data": {
            "payment": str(fact.subject),
            "payer": str(fact.payer),
            "payee": str(fact.payee),
            "amount": {"minor": HUNDRED.minor, "currency": "INR"},
            "request": None,
        },
    }
    assert (delivery.state, delivery.tries) == (DeliveryState.DELIVERED, 1)
    told = await us.told(delivery)
    assert told.body.encode() == got.body
    (one,) = told.tries
    assert (one.outcome, one.status, one.answer) == (Outcome.TAKEN, 200, "thanks")


async def test_only_who_wants_a_kind_and_was_there_hears_it(us: Desk, books: Integrator) -> None:
    await us.sent()
    assert await us.log() == []
    with clock.frozen(NOON + timedelta(minutes=1)):
        wants = await us.register(books.url)
        await us.register(books.url, "payments.topped_up")
        # What happened before is not hers, also when it is heard late.
        async with us.db.transaction() as tx:
            await execute(
                tx,
                "INSERT INTO journal.fact (at, kind, subject, audience, data) SELECT"
                " %(at)s, kind, subject, audience, data FROM journal.fact",
                {"at": NOON},
            )
        await us.sent()
    assert [one.endpoint for one in await us.log()] == [wants.endpoint.id]


async def test_a_fact_that_is_heard_twice_is_told_once(us: Desk, books: Integrator) -> None:
    await us.register(books.url)
    await us.sent(2)
    async with us.db.transaction() as tx:
        await execute(tx, "UPDATE journal.reader SET xid = '0'::xid8, seq = 0")
    await us.hear()
    assert len(await us.log()) == 2


async def test_nothing_is_told_of_a_fact_whose_transaction_ends_in_ruin(us: Desk) -> None:
    await us.register("https://books.example.org/")
    with pytest.raises(RuntimeError):
        async with us.db.transaction() as tx:
            await journal.state(tx, a_payment())
            raise RuntimeError
    await us.hear()
    assert await us.log() == []


async def test_it_is_tried_for_three_days_and_then_given_up(us: Desk, books: Integrator) -> None:
    made = await us.register(books.url)
    books.script = [answer(500, b"\x00 no")]
    await us.sent()
    at, gaps = NOON, []
    with clock.frozen(NOON) as held:
        for wait in timing.WAITS:
            await us.send(made.endpoint)
            (delivery,) = await us.log()
            gaps.append(delivery.due_at - at)
            assert wait <= gaps[-1] <= wait * 1.2
            held.move_to(delivery.due_at - timedelta(seconds=1))
            before = len(books.got)
            await us.send(made.endpoint)
            assert len(books.got) == before, "it is not tried before its time"
            held.move_to(at := delivery.due_at)
        await us.send(made.endpoint)
    assert sum(gaps, timedelta()) > timedelta(days=3)
    (delivery,) = await us.log()
    assert (delivery.state, delivery.failure, delivery.tries) == (
        DeliveryState.FAILED,
        Failure.GIVEN_UP,
        10,
    )
    assert len({got.headers["webhook-id"] for got in books.got}) == 1
    assert len({got.body for got in books.got}) == 1
    assert len({got.headers["webhook-timestamp"] for got in books.got}) == 10
    tries = (await us.told(delivery)).tries
    assert [one.number for one in tries] == list(range(10, 0, -1))
    assert {(one.outcome, one.status, one.answer) for one in tries} == {
        (Outcome.REFUSED, 500, "� no")
    }


async def test_an_endpoint_that_fails_for_days_is_paused_and_stated(
    us: Desk, books: Integrator
) -> None:
    made = await us.register(books.url)
    books.script = [answer(500)]
    await us.sent()
    await us.send(made.endpoint)
    with clock.frozen(NOON + timedelta(days=3) - timedelta(seconds=1)) as held:
        await us.sent()
        await us.send(made.endpoint)
        assert (await us.endpoint(made.endpoint.id)).state is EndpointState.ENABLED
        held.advance(timedelta(minutes=1))
        await us.send(made.endpoint)
        paused = await us.endpoint(made.endpoint.id)
        assert (paused.state, paused.paused_because) == (EndpointState.PAUSED, Pause.FAILING)
        (fact,) = await facts_of(us.db, EndpointPaused)
        assert (fact.subject, fact.reason) == (made.endpoint.id, "failing")
        # Nothing is lost: what waited and what happens now can be replayed.
        await us.send(made.endpoint)
        await us.sent()
        assert [one.failure for one in await us.log()] == [Failure.PAUSED] * 3
        books.script = [answer(200)]
        async with us.db.transaction() as tx:
            change = Change(state=EndpointState.ENABLED)
            await service.change(tx, made.endpoint.made_by, made.endpoint.id, change)
            replayed = await service.replay_failed(tx, made.endpoint.id, NOON)
        assert (replayed.count, replayed.has_more) == (3, False)
        await us.send(made.endpoint)
        assert {one.state for one in await us.log()} == {DeliveryState.DELIVERED}


async def test_410_pauses_at_once(us: Desk, books: Integrator) -> None:
    made = await us.register(books.url)
    books.script = [answer(410)]
    await us.sent()
    await us.send(made.endpoint)
    (delivery,) = await us.log()
    assert (delivery.state, delivery.failure) == (DeliveryState.FAILED, Failure.GONE)
    assert (await us.endpoint(made.endpoint.id)).paused_because is Pause.GONE
    await us.sent()
    await us.send(made.endpoint)
    assert len(books.got) == 1


async def test_a_success_forgets_the_failures(us: Desk, books: Integrator) -> None:
    made = await us.register(books.url)
    books.script = [answer(500), answer(200)]
    await us.sent()
    await us.send(made.endpoint)
    assert (await us.endpoint(made.endpoint.id)).failing_since == NOON
    with clock.frozen(NOON + timedelta(minutes=1)):
        await us.send(made.endpoint)
    found = await us.endpoint(made.endpoint.id)
    assert (found.failing_since, found.failures) == (None, 0)


@pytest.mark.parametrize(("status", "asked"), [(503, 3600), (429, 3600), (500, 6)])
async def test_who_is_busy_may_say_for_how_long(
    us: Desk, books: Integrator, status: int, asked: int
) -> None:
    made = await us.register(books.url)
    books.script = [answer(status, retry_after="3600")]
    await us.sent()
    await us.send(made.endpoint)
    (delivery,) = await us.log()
    assert (delivery.due_at - NOON).total_seconds() <= asked
    assert (delivery.due_at - NOON).total_seconds() >= min(asked, 5) or asked == 3600


async def test_a_redirect_is_not_followed(us: Desk, books: Integrator) -> None:
    async with integrator() as elsewhere:
        made = await us.register(books.url)
        books.script = [answer(302, location=elsewhere.url)]
        await us.sent()
        await us.send(made.endpoint)
        assert elsewhere.got == []
    (delivery,) = await us.log()
    (one,) = (await us.told(delivery)).tries
    assert (one.outcome, one.status) == (Outcome.MOVED, 302)


async def test_a_slow_endpoint_holds_up_nobody(us: Desk, books: Integrator) -> None:
    async with integrator() as slow:
        slow.script = [HANG]
        waits = await us.register(slow.url)
        goes = await us.register(books.url)
        await us.sent(12)
        turn = asyncio.create_task(us.send(waits.endpoint))
        await asyncio.wait_for(slow.arrived.wait(), 30)
        # A second job finds all seats taken once they are, and joins no try.
        await us.send(goes.endpoint)
        assert len(books.got) == 12
        assert books.most_at_once <= timing.AT_ONCE
        while slow.here < timing.AT_ONCE:
            await asyncio.sleep(0.01)
        await us.send(waits.endpoint)
        assert len(slow.got) == timing.AT_ONCE
        slow.gate.set()
        await asyncio.wait_for(turn, 30)
        assert slow.most_at_once == timing.AT_ONCE
        assert {one.state for one in await us.log()} == {DeliveryState.DELIVERED}


async def test_who_fails_again_and_again_is_left_alone_for_a_while(
    us: Desk, books: Integrator
) -> None:
    made = await us.register(books.url)
    books.script = [answer(500)]
    await us.sent(20)
    await us.send(made.endpoint)
    assert len(books.got) == 2 * timing.AT_ONCE
    with clock.frozen(NOON + timedelta(minutes=6)):
        books.script = [answer(200)]
        async with us.db.transaction() as tx:
            assert await service.queue_due(tx) == 1
        await us.send(made.endpoint)
    assert {one.state for one in await us.log()} == {DeliveryState.DELIVERED}


class Killed(BaseException):
    """A worker that is no more."""


async def test_a_worker_killed_before_its_note_loses_nothing(us: Desk, books: Integrator) -> None:
    made = await us.register(books.url)
    await us.sent()

    class Dies:
        async def post(self, what: Outgoing) -> Answer:
            await us.poster.post(what)
            raise Killed

    with pytest.raises(Killed):
        await us.send(made.endpoint, Dies())
    await us.send(made.endpoint)
    assert len(books.got) == 1, "its try may still be under way"
    with clock.frozen(NOON + timing.LEASE):
        async with us.db.transaction() as tx:
            assert await service.queue_due(tx) == 1
        await us.send(made.endpoint)
    first, second = books.got
    assert first.headers["webhook-id"] == second.headers["webhook-id"]
    assert first.body == second.body
    (delivery,) = await us.log()
    assert (delivery.state, delivery.tries) == (DeliveryState.DELIVERED, 2)
    assert [one.outcome for one in (await us.told(delivery)).tries] == [Outcome.TAKEN, None]


async def test_a_late_failure_does_not_undo_a_later_success(us: Desk, books: Integrator) -> None:
    made = await us.register(books.url)
    await us.sent()
    from batua.modules.webhooks.service import sending

    async with us.db.transaction() as tx:
        (late,) = (await sending.take(tx, us.keys, made.endpoint.id)).claimed
    with clock.frozen(NOON + timing.LEASE):
        await us.send(made.endpoint)
        async with us.db.transaction() as tx:
            await sending.end(tx, late, Answer(outcome=Outcome.SLOW, took_ms=60_000))
    (delivery,) = await us.log()
    assert delivery.state is DeliveryState.DELIVERED


async def test_an_endpoint_that_is_not_there_is_no_error(us: Desk) -> None:
    await service.send(us.context(), str(new_id()))
