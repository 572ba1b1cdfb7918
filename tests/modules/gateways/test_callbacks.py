"""Callbacks: twice, out of order, forged, lying, late; each ends in a defined state."""

import asyncio
import json
from datetime import timedelta

import pytest
from tests.modules.gateways.given import inr

from batua.modules.gateways import service
from batua.modules.gateways.errors import BadSignature, NoSuchProvider
from batua.modules.gateways.types import AttemptState

S = AttemptState


async def test_a_paid_checkout_is_settled_by_a_job_after_its_callback(line):
    made = await line.started()
    await line.sandbox.act(made.provider_ref, "pay")
    await line.take_callbacks(1)
    assert (await line.now(made.id)).state is S.PENDING  # answered fast, settled later
    await line.do_jobs()
    after = await line.now(made.id)
    assert (after.state, after.received) == (S.SUCCEEDED, inr(12500))
    assert line.witness.states == ["pending", "succeeded"]


async def test_copies_are_stored_once_and_settled_once(line):
    made = await line.started()
    await line.sandbox.switch(made.provider_ref, duplicates=3)
    await line.sandbox.act(made.provider_ref, "pay")
    await line.take_callbacks(4)
    await line.do_jobs()
    assert await line.rows("SELECT kind, copies FROM gateways.event") == [("checkout.succeeded", 4)]
    assert line.witness.states == ["pending", "succeeded"]


async def test_copies_that_come_at_once_are_stored_once(line):
    made = await line.started()
    await line.sandbox.act(made.provider_ref, "pay")
    await line.receiver.wait_for(1)
    headers, body = line.receiver.calls[0]
    await asyncio.gather(*(line.take(headers, body) for _ in range(8)))
    await line.do_jobs()
    assert await line.rows("SELECT copies FROM gateways.event") == [(8,)]
    assert (
        await line.value(
            "SELECT count(*) FROM procrastinate_jobs WHERE task_name = 'gateways.settle'"
        )
        == 1
    )
    assert line.witness.states == ["pending", "succeeded"]


async def test_an_earlier_callback_after_the_later_one_changes_nothing(line):
    made = await line.started()
    await line.sandbox.switch(made.provider_ref, disorder=True)
    await line.sandbox.act(made.provider_ref, "pay")
    await line.take_callbacks(1)
    await line.do_jobs()
    await line.take_callbacks(1)
    assert json.loads(line.receiver.calls[1][1])["type"] == "checkout.processing"
    await line.do_jobs()
    assert (await line.now(made.id)).state is S.SUCCEEDED
    assert line.witness.states == ["pending", "succeeded"]
    assert await line.facts("gateways.contradicted") == []


async def test_a_forged_callback_leaves_no_trace(line):
    made = await line.started()
    await line.sandbox.switch(made.provider_ref, forged=True)
    await line.sandbox.act(made.provider_ref, "decline")
    await line.receiver.wait_for(2)
    types = {json.loads(body)["type"] for _, body in line.receiver.calls}
    assert types == {"checkout.succeeded", "checkout.failed"}
    for headers, body in line.receiver.calls:
        if json.loads(body)["type"] == "checkout.succeeded":
            with pytest.raises(BadSignature):
                await line.take(headers, body)
    await line.do_jobs()
    assert (await line.now(made.id)).state is S.PENDING
    assert await line.rows("SELECT event_id FROM gateways.event") == []
    for headers, body in line.receiver.calls:
        if json.loads(body)["type"] == "checkout.failed":
            await line.take(headers, body)
    await line.do_jobs()
    after = await line.now(made.id)
    assert (after.state, after.received, after.failure) == (S.FAILED, None, "declined")


async def test_a_forgery_cannot_take_the_place_of_the_real_event(line):
    made = await line.started()
    await line.sandbox.act(made.provider_ref, "pay")
    await line.receiver.wait_for(1)
    headers, body = line.receiver.calls[0]
    with pytest.raises(BadSignature):
        await line.take(headers, body.replace(b"12500", b"99999"))
    await line.take(headers, body)
    await line.do_jobs()
    assert (await line.now(made.id)).received == inr(12500)


async def test_a_callback_with_another_amount_moves_what_the_provider_confirms(line):
    made = await line.started()
    await line.sandbox.switch(made.provider_ref, callback_amount_minor=99_999_999)
    await line.sandbox.act(made.provider_ref, "pay")
    await line.take_callbacks(1)
    await line.do_jobs()
    after = await line.now(made.id)
    assert (after.state, after.received) == (S.SUCCEEDED, inr(12500))


async def test_another_amount_that_was_really_paid_is_a_mismatch_with_an_alert(line):
    made = await line.started()
    await line.sandbox.switch(made.provider_ref, paid_amount_minor=100)
    await line.sandbox.act(made.provider_ref, "pay")
    await line.take_callbacks(1)
    await line.do_jobs()
    after = await line.now(made.id)
    assert (after.state, after.received) == (S.MISMATCHED, inr(100))
    assert line.witness.states == ["pending", "mismatched"]
    (alert,) = await line.facts("gateways.amount_mismatched")
    assert (alert.subject, alert.asked, alert.received) == (made.id, inr(12500), inr(100))


async def test_money_that_comes_after_our_expiry_is_still_settled(line):
    made = await line.started()
    await line.sweep(after=timedelta(minutes=31))
    assert (await line.now(made.id)).state is S.EXPIRED
    late = await line.sandbox.act(made.provider_ref, "pay", even_if_expired=True)
    assert late["status"] == "succeeded"
    # The expiry may be called back too, at the same moment or never: only the order matters.
    await line.receiver.wait_for(1)
    await line.sandbox.all_delivered(made.provider_ref)
    await line.take_callbacks(len(line.receiver.calls))
    await line.do_jobs()
    after = await line.now(made.id)
    assert (after.state, after.received) == (S.SUCCEEDED, inr(12500))
    assert line.witness.states == ["pending", "expired", "succeeded"]


async def test_late_money_is_found_even_when_nobody_calls_back(line):
    made = await line.started()
    await line.sandbox.switch(made.provider_ref, silent=True)
    await line.sweep(after=timedelta(minutes=31))
    assert (await line.now(made.id)).state is S.EXPIRED
    await line.sandbox.act(made.provider_ref, "pay", even_if_expired=True)
    await line.sweep(after=timedelta(minutes=40))
    assert (await line.now(made.id)).state is S.SUCCEEDED


async def test_a_broken_settlement_moves_nothing_and_is_tried_again(line):
    made = await line.started()
    await line.sandbox.act(made.provider_ref, "pay")
    await line.take_callbacks(1)
    line.witness.breaks = True
    await line.do_jobs()
    assert (await line.now(made.id)).state is S.PENDING
    assert len(await line.facts("gateways.attempt_changed")) == 1
    line.witness.breaks = False
    await service.settle(line.context, str(made.id))
    assert (await line.now(made.id)).state is S.SUCCEEDED
    assert line.witness.states == ["pending", "succeeded"]


async def test_many_who_settle_at_once_settle_once(line):
    made = await line.started()
    await line.sandbox.act(made.provider_ref, "pay")
    found = await asyncio.gather(
        *(service.ask(line.db, line.rails, made.id) for _ in range(12)),
        *(service.settle(line.context, str(made.id)) for _ in range(4)),
    )
    assert {one.state for one in found if one is not None} == {S.SUCCEEDED}
    assert line.witness.states == ["pending", "succeeded"]
    assert len(await line.facts("gateways.attempt_changed")) == 2


async def test_an_event_of_nobody_we_know_is_kept_and_settles_nothing(line):
    made = await line.started()
    await line.sandbox.act(made.provider_ref, "pay")
    await line.receiver.wait_for(1)
    headers, body = line.receiver.calls[0]
    async with line.db.transaction() as tx:
        await tx.execute("DELETE FROM procrastinate_jobs")
    stranger = await line.sandbox.api.post(
        "/v1/checkouts",
        json={
            "reference": "not-ours",
            "amount_minor": 5,
            "currency": "INR",
            "callback_url": line.receiver.url,
        },
        headers={"Idempotency-Key": str(made.id) + "x"},
    )
    await line.sandbox.act(stranger.json()["id"], "pay")
    await line.receiver.wait_for(2)
    await line.take(*line.receiver.calls[1])
    assert await line.rows("SELECT attempt FROM gateways.event") == [(None,)]
    assert await line.value("SELECT count(*) FROM procrastinate_jobs") == 0
    assert headers
    assert body


async def test_an_unknown_provider_has_no_webhook(line):
    with pytest.raises(NoSuchProvider):
        await service.CallbackDoor(line.db, line.rails).receive("nobody", {}, b"")


async def test_the_stored_body_is_sealed_and_can_be_opened(line):
    made = await line.started()
    await line.sandbox.act(made.provider_ref, "pay")
    await line.take_callbacks(1)
    ((sealed,),) = await line.rows("SELECT body FROM gateways.event")
    assert str(made.id).encode() not in sealed
    opened = line.rails.keys.decrypt(sealed, purpose="gateways.event")
    assert opened == line.receiver.calls[0][1]
