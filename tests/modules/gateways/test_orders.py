"""Intending, starting and refunding."""

import asyncio
from datetime import timedelta

import pytest
from tests.modules.gateways.given import BANK, PURPOSE, inr

from batua.kit.ids import new_id
from batua.modules.gateways import service
from batua.modules.gateways.errors import (
    AttemptConflict,
    NoSuchAttempt,
    NoSuchProvider,
    NotRefundable,
    RefundTooLarge,
)
from batua.modules.gateways.types import (
    AttemptState,
    Direction,
    IntendOrder,
    RefundOrder,
)


async def test_an_intention_is_written_and_asks_nobody(line):
    made = await line.intend()
    assert made.state is AttemptState.CREATED
    assert await line.now(made.id) == made
    assert line.witness.told == []
    absent = await line.sandbox.api.get(f"/v1/checkouts?reference={made.id}")
    assert absent.status_code == 404


async def test_the_same_intention_again_is_the_first(line):
    id, reference = new_id(), new_id()
    first = await line.intend(id=id, reference=reference)
    assert await line.intend(id=id, reference=reference) == first
    with pytest.raises(AttemptConflict):
        await line.intend(id=id, reference=reference, minor=1)
    assert await line.value("SELECT count(*) FROM gateways.attempt") == 1


async def test_an_unknown_provider_is_refused(line):
    order = IntendOrder(
        id=new_id(),
        provider="nobody",
        direction=Direction.IN,
        amount=inr(1),
        purpose=PURPOSE,
        reference=new_id(),
    )
    with pytest.raises(NoSuchProvider):
        async with line.db.transaction() as tx:
            await service.intend(tx, line.rails, order)
    assert await line.value("SELECT count(*) FROM gateways.attempt") == 0


async def test_an_unknown_attempt_is_refused(line):
    with pytest.raises(NoSuchAttempt):
        await service.ask(line.db, line.rails, new_id())


async def test_starting_opens_one_checkout_however_often(line):
    made = await line.intend()
    found = await asyncio.gather(*(service.start(line.db, line.rails, made.id) for _ in range(6)))
    assert {one.state for one in found} == {AttemptState.PENDING}
    assert len({one.checkout_url for one in found}) == 1
    assert line.witness.states == ["pending"]
    (changed,) = await line.facts("gateways.attempt_changed")
    assert (changed.subject, changed.before, changed.after) == (made.id, "created", "pending")


async def test_what_nobody_started_is_started_by_the_sweep(line):
    made = await line.intend()
    await line.sweep()
    assert (await line.now(made.id)).state is AttemptState.CREATED  # its caller has a moment
    await line.sweep(after=timedelta(seconds=21))
    assert (await line.now(made.id)).state is AttemptState.PENDING


async def test_a_payout_is_started_by_a_job_of_the_same_transaction(line):
    with pytest.raises(RuntimeError, match="rolled back"):
        async with line.db.transaction() as tx:
            order = IntendOrder(
                id=new_id(),
                provider="sandbox",
                direction=Direction.OUT,
                amount=inr(500),
                purpose=PURPOSE,
                reference=new_id(),
                destination=BANK,
            )
            await service.intend(tx, line.rails, order)
            raise RuntimeError("rolled back")
    await line.do_jobs()
    absent = await line.sandbox.api.get(f"/v1/payouts?reference={order.id}")
    assert absent.status_code == 404

    made = await line.intend(Direction.OUT, destination=BANK)
    await line.do_jobs()
    assert (await line.now(made.id)).state is AttemptState.PENDING
    await line.take_callbacks(1)
    await line.do_jobs()
    assert (await line.now(made.id)).state is AttemptState.SUCCEEDED
    assert line.witness.states == ["pending", "succeeded"]


async def paid(line):
    made = await line.started()
    await line.sandbox.act(made.provider_ref, "pay")
    await line.take_callbacks(1)
    await line.do_jobs()
    return await line.now(made.id)


def refund_of(attempt, minor: int) -> RefundOrder:
    return RefundOrder(
        id=new_id(), attempt=attempt.id, amount=inr(minor), purpose=PURPOSE, reference=new_id()
    )


async def refund(line, order: RefundOrder):
    async with line.db.transaction() as tx:
        return await service.refund(tx, order)


async def test_refunds_of_parts_and_then_of_all(line):
    parent = await paid(line)
    for minor, reached in ((2500, AttemptState.PARTLY_REFUNDED), (10000, AttemptState.REFUNDED)):
        back = await refund(line, refund_of(parent, minor))
        await line.do_jobs()
        await line.take_callbacks(1)
        await line.do_jobs()
        done = await line.now(back.id)
        assert (done.state, done.received) == (AttemptState.SUCCEEDED, inr(minor))
        assert (await line.now(parent.id)).state is reached
    with pytest.raises(NotRefundable):
        await refund(line, refund_of(parent, 1))


async def test_refunds_at_once_never_pass_what_came_in(line):
    parent = await paid(line)
    results = await asyncio.gather(
        *(refund(line, refund_of(parent, 5000)) for _ in range(5)), return_exceptions=True
    )
    refused = [one for one in results if isinstance(one, RefundTooLarge)]
    assert len(refused) == 3
    assert {one.left for one in refused} == {inr(2500)}
    assert await line.value("SELECT count(*) FROM gateways.attempt WHERE parent IS NOT NULL") == 2


async def test_the_same_refund_again_is_the_first(line):
    parent = await paid(line)
    order = refund_of(parent, 12500)
    first = await refund(line, order)
    assert await refund(line, order) == first


async def test_what_did_not_come_in_cannot_go_back(line):
    open_one = await line.started()
    with pytest.raises(NotRefundable):
        await refund(line, refund_of(open_one, 1))
    payout = await line.intend(Direction.OUT, destination=BANK)
    with pytest.raises(NotRefundable):
        await refund(line, refund_of(payout, 1))


async def test_bank_details_are_sealed_and_appear_nowhere_else(line):
    await line.intend(Direction.OUT, destination=BANK)
    for sql in (
        "SELECT encode(destination, 'escape') FROM gateways.attempt",
        "SELECT to_jsonb(a)::text FROM gateways.attempt a",
        "SELECT args::text FROM procrastinate_jobs",
        "SELECT data::text FROM journal.fact",
    ):
        for (text,) in await line.rows(sql):
            assert BANK.account_number not in (text or "")
            assert BANK.name not in (text or "")
