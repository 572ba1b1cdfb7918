"""A provider that is down, slow, silent or contradicts itself."""

from dataclasses import replace
from datetime import timedelta

import pytest
from tests.modules.gateways.given import BANK, PURPOSE, bank, inr

from batua.kit import clock
from batua.modules.gateways import service
from batua.modules.gateways.types import (
    AttemptState,
    Direction,
    Outcome,
    Rails,
    Report,
)

S = AttemptState
SOON = timedelta(seconds=30)


@pytest.mark.parametrize("how", ["down", "slow", "garbage"])
async def test_trouble_at_the_start_is_unknown_until_the_provider_answers(line, how):
    await line.trouble(how)
    made = await line.started()
    assert (made.state, made.checkout_url) == (S.UNKNOWN, None)
    assert await line.value("SELECT next_ask_at FROM gateways.attempt") > clock.now()
    await line.trouble("none")
    await line.sweep(after=SOON)
    found = await line.now(made.id)
    assert found.state is S.PENDING
    assert found.checkout_url
    await line.sandbox.act(found.provider_ref, "pay")
    await line.sweep(after=2 * SOON)
    assert (await line.now(made.id)).state is S.SUCCEEDED
    assert line.witness.states == ["unknown", "pending", "succeeded"]


@pytest.mark.parametrize("how", ["down", "slow", "garbage"])
async def test_trouble_at_the_status_query_moves_nothing_until_it_ends(line, how):
    made = await line.started()
    await line.sandbox.act(made.provider_ref, "pay")
    await line.trouble(how)
    await line.take_callbacks(1)
    await line.do_jobs()
    unsure = await line.now(made.id)
    assert (unsure.state, unsure.received) == (S.UNKNOWN, None)
    await line.trouble("none")
    await line.sweep(after=SOON)
    assert (await line.now(made.id)).received == inr(12500)
    assert line.witness.states == ["pending", "unknown", "succeeded"]


@pytest.mark.parametrize("how", ["down", "slow", "garbage"])
async def test_trouble_at_a_payout_pays_once(line, how):
    await line.trouble(how, "payouts")
    made = await line.intend(Direction.OUT, destination=BANK)
    await line.do_jobs()
    assert (await line.now(made.id)).state is S.UNKNOWN
    await line.trouble("none")
    await line.sweep(after=SOON)
    await line.receiver.wait_for(1)
    await line.take_callbacks(1)
    await line.do_jobs()
    after = await line.now(made.id)
    assert (after.state, after.received) == (S.SUCCEEDED, inr(12500))
    shown = (await line.sandbox.api.get(f"/v1/payouts?reference={made.id}")).json()
    assert shown["id"] == after.provider_ref


@pytest.mark.parametrize(
    ("ending", "state", "failure"),
    [
        ("0001", S.FAILED, "account_closed"),
        ("0002", S.FAILED, "declined_by_bank"),
        ("0006", S.FAILED, "no_such_account"),
        ("0005", S.MISMATCHED, "amount_mismatch"),
    ],
)
async def test_a_payout_ends_as_its_bank_says(line, ending, state, failure):
    made = await line.intend(Direction.OUT, destination=bank(ending))
    await line.do_jobs()
    if (await line.now(made.id)).state is S.PENDING:
        await line.take_callbacks(1)
        await line.do_jobs()
    after = await line.now(made.id)
    assert (after.state, after.failure) == (state, failure)
    assert line.witness.states[-1] == state


async def test_a_payout_whose_answer_hangs_is_found_again(line):
    await line.trouble("slow", "messages")  # not this part of the provider, only our patience
    made = await line.intend(Direction.OUT, destination=bank("0003"))
    await line.do_jobs()
    assert (await line.now(made.id)).state is S.UNKNOWN
    await line.take_callbacks(1)
    await line.do_jobs()
    assert (await line.now(made.id)).state is S.SUCCEEDED


async def test_a_payout_that_stays_pending_is_asked_about_again_and_again(line):
    made = await line.intend(Direction.OUT, destination=bank("0004"))
    await line.do_jobs()
    for hours in range(1, 4):
        await line.sweep(after=timedelta(hours=hours))
        assert (await line.now(made.id)).state is S.PENDING
    assert await line.value("SELECT asks FROM gateways.attempt") == 3
    assert await line.value("SELECT next_ask_at IS NOT NULL FROM gateways.attempt")


async def test_a_silent_provider_is_asked(line):
    made = await line.started()
    await line.sandbox.switch(made.provider_ref, silent=True)
    await line.sandbox.act(made.provider_ref, "pay")
    await line.sweep(after=SOON)
    assert (await line.now(made.id)).state is S.SUCCEEDED


async def test_an_abandoned_checkout_expires_and_is_closed_at_the_provider(line):
    made = await line.started(open_s=1800)
    await line.sandbox.act(made.provider_ref, "abandon")
    await line.sweep(after=timedelta(minutes=31))
    assert (await line.now(made.id)).state is S.EXPIRED
    shown = (await line.sandbox.api.get(f"/v1/checkouts/{made.provider_ref}")).json()
    assert shown["status"] == "expired"
    assert line.witness.states == ["pending", "expired"]


async def test_an_intention_that_was_never_begun_expires(line):
    made = await line.intend()
    await line.sweep(after=timedelta(hours=1))
    assert (await line.now(made.id)).state is S.EXPIRED
    absent = await line.sandbox.api.get(f"/v1/checkouts?reference={made.id}")
    assert absent.status_code == 404


async def test_money_underway_at_the_expiry_is_waited_for(line):
    made = await line.started()
    await line.sandbox.act(made.provider_ref, "pay", delay_s=4)
    await line.sweep(after=timedelta(minutes=31))
    assert (await line.now(made.id)).state is S.PENDING
    await line.receiver.wait_for(2, within_s=60)  # it is underway, and then it has succeeded
    await line.sweep(after=timedelta(minutes=40))
    assert (await line.now(made.id)).state is S.SUCCEEDED


async def test_two_sweeps_at_once_take_different_attempts(line):
    made = [await line.intend() for _ in range(6)]
    with clock.frozen(clock.now() + SOON):
        async with line.db.transaction() as one, line.db.transaction() as two:
            first = await service.claim_due(one, 4)
            second = await service.claim_due(two, 4)
        async with line.db.transaction() as three:
            assert await service.claim_due(three, 4) == []
    assert len(first) == 4
    assert len(second) == 2
    assert {*first, *second} == {attempt.id for attempt in made}


async def test_one_attempt_that_breaks_does_not_stop_the_others(line):
    broken, fine = await line.intend(), await line.intend()
    rails = line.rails
    line.rails = Rails(rails.providers, {}, rails.keys)  # nobody settles: a KeyError each time
    await line.sweep(after=SOON)
    line.rails = rails
    async with line.db.transaction() as tx:
        await tx.execute(
            "UPDATE gateways.attempt SET next_ask_at = now(), begun_until = NULL WHERE id = %s",
            (fine.id,),
        )
    await line.sweep(after=SOON)
    assert (await line.now(fine.id)).state is S.PENDING
    assert (await line.now(broken.id)).state is S.CREATED


async def test_a_decided_attempt_is_not_asked_about_again(line):
    made = await line.started()
    await line.sandbox.act(made.provider_ref, "pay")
    assert (await service.ask(line.db, line.rails, made.id)).state is S.SUCCEEDED
    await line.sandbox.fault("down")
    assert (await service.ask(line.db, line.rails, made.id)).state is S.SUCCEEDED
    assert line.witness.states == ["pending", "succeeded"]


class Scripted:
    """A provider that says what it is told to say."""

    def __init__(self, *reports: Report) -> None:
        self.reports = list(reports)

    async def _next(self, call) -> Report:
        return replace(self.reports.pop(0), reference=str(call.attempt.id), provider_ref="p_1")

    begin = query = cancel = _next

    def read_callback(self, headers, body, now):
        raise NotImplementedError


async def test_a_payout_that_failed_and_then_succeeded_moves_nothing_and_alerts(line):
    said = Scripted(
        Report(outcome=Outcome.FAILED, failure="declined"),
        Report(outcome=Outcome.SUCCEEDED, amount=inr(12500)),
    )
    line.rails = Rails({"sandbox": said}, {PURPOSE: line.witness}, line.rails.keys)
    made = await line.intend(Direction.OUT, destination=BANK)
    await service.settle(line.context, str(made.id))
    await service.settle(line.context, str(made.id))
    assert (await line.now(made.id)).state is S.FAILED
    assert line.witness.states == ["failed"]
    (alert,) = await line.facts("gateways.contradicted")
    assert (alert.subject, alert.state, alert.reported) == (made.id, "failed", "succeeded")


async def test_a_success_that_is_taken_back_moves_nothing_and_alerts(line):
    said = Scripted(
        Report(outcome=Outcome.OPEN),
        Report(outcome=Outcome.SUCCEEDED, amount=inr(12500)),
        Report(outcome=Outcome.FAILED, failure="reversed"),
    )
    line.rails = Rails({"sandbox": said}, {PURPOSE: line.witness}, line.rails.keys)
    made = await line.intend()
    for _ in range(3):
        await service.settle(line.context, str(made.id))
    assert (await line.now(made.id)).state is S.SUCCEEDED
    assert line.witness.states == ["pending", "succeeded"]
    assert len(await line.facts("gateways.contradicted")) == 1
