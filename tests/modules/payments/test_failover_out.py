"""Failover of payouts: one that its provider certainly did not begin is begun by the next, and paid once.

Invariants: the money is set aside exactly once until it is gone or back, for the provider that has the
payout; and whatever may have been begun anywhere is begun nowhere else.
"""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
import pytest_asyncio
from tests.modules.gateways.given import sandbox_provider
from tests.modules.payments.given import Someone, inr
from tests.modules.payments.rails_given import Counter, bank
from tests.modules.payments.rails_given import counter as open_counter
from tests.sandbox.server import Receiver, SandboxClient
from tests.standby import eventually

from batua.kit import clock
from batua.kit.db import Database
from batua.kit.secrets import KeyRing
from batua.modules.gateways import service as gateways
from batua.modules.gateways import store
from batua.modules.gateways.types import Attempt, AttemptFilter, AttemptState, Call, Outcome, Report
from batua.modules.gateways.types.routing import Standing
from batua.modules.payments.types import PaymentStatus
from batua.modules.payments.types.rails import Withdrawal

A, P = AttemptState, PaymentStatus
NOBODY = "http://127.0.0.1:9"
"""Nothing listens there: a call certainly does not arrive."""
START = {"clearing:test": -1_000_00, "wallet": 1_000_00}
HELD = {**START, "wallet held": 400_00}
GONE = {"clearing:test": -1_000_00, "clearing:sandbox": 400_00, "wallet": 600_00}
SOON = timedelta(seconds=30)


@pytest_asyncio.fixture
async def counter(
    db: Database, keys: KeyRing, sandbox: SandboxClient, receiver: Receiver
) -> AsyncIterator[Counter]:
    """A counter whose first provider cannot be reached; the second is the sandbox."""
    async with open_counter(db, keys, sandbox, receiver) as found:
        gone = sandbox_provider(NOBODY, receiver.url)
        put(found, gone=gone, **found.rails.providers)
        yield found
        await gone.aclose()


def put(counter: Counter, **providers: Any) -> None:
    """Connect these, in this order."""
    counter.rails = replace(counter.rails, providers=providers)


async def attempts(counter: Counter, made: Withdrawal) -> list[Attempt]:
    """Those of a withdrawal, the oldest first."""
    async with counter.db.read() as tx:
        page = await gateways.attempts(tx, AttemptFilter(about=made.payment.id), None, 50)
    return sorted(page.items, key=lambda each: each.created_at)


class Said:
    """A provider that says what it is told to say when it is asked to begin, and counts."""

    def __init__(self, *reports: Report, waits: asyncio.Event | None = None) -> None:
        self.reports, self.waits, self.begun = list(reports), waits, 0

    def offers(self, *_: Any) -> bool:
        return True

    def is_well(self) -> bool:
        return True

    async def begin(self, _call: Call) -> Report:
        self.begun += 1
        report = self.reports.pop(0)
        if self.waits is not None:
            await self.waits.wait()
        return report

    async def query(self, _call: Call) -> Report:
        return Report(outcome=Outcome.ABSENT)


async def test_a_payout_whose_provider_is_not_reached_goes_out_by_the_next(
    counter: Counter, asha: Someone
) -> None:
    made = await counter.withdraw(asha)
    assert await counter.books() == HELD
    await counter.do_jobs()
    first, second = await attempts(counter, made)
    assert (first.provider, first.state, first.follows) == ("gone", A.FAILED, None)
    assert (second.provider, second.state, second.follows) == ("sandbox", A.PENDING, first.id)
    assert second.route is not None
    assert [(c.provider, c.standing) for c in second.route.candidates] == [
        ("gone", Standing.REFUSED),
        ("sandbox", Standing.TAKEN),
    ]
    assert await counter.books() == HELD
    shown = (await counter.seen_out(asha, made.payment.id)).payment
    assert (shown.status, shown.attempt, shown.failure) == (P.PENDING, second.id, None)
    (fact,) = await counter.facts("gateways.rerouted")
    assert (fact.follows, fact.before, fact.after) == (first.id, "gone", "sandbox")
    await counter.callbacks(1)
    done = (await counter.seen_out(asha, made.payment.id)).payment
    assert (done.status, done.payer_balance) == (P.SUCCEEDED, inr(600_00))
    assert await counter.books() == GONE
    assert await counter.is_sound()
    assert len(await counter.facts("payments.withdrawn")) == 1
    assert await counter.facts("payments.withdrawal_failed") == []


async def test_the_sweep_goes_on_where_the_worker_died(counter: Counter, asha: Someone) -> None:
    made = await counter.withdraw(asha)
    await counter.sweep(SOON)  # the first comes to nothing
    assert [each.state for each in await attempts(counter, made)] == [A.FAILED, A.CREATED]
    assert await counter.books() == HELD
    await counter.sweep(2 * SOON)
    await counter.callbacks(1)
    await counter.do_jobs()
    assert [each.state for each in await attempts(counter, made)] == [A.FAILED, A.SUCCEEDED]
    assert await counter.books() == GONE


@pytest.mark.parametrize("how", ["down", "garbage"])
async def test_a_payout_that_may_have_begun_is_not_begun_elsewhere(
    counter: Counter, asha: Someone, sandbox: SandboxClient, receiver: Receiver, how: str
) -> None:
    other = sandbox_provider(sandbox.url, receiver.url)
    put(counter, sandbox=counter.rails.providers["sandbox"], other=other)
    await sandbox.fault(how)
    made = await counter.withdraw(asha)
    await counter.do_jobs()
    await sandbox.fault("none")
    await counter.sweep(SOON)
    await counter.callbacks(1)
    (only,) = await attempts(counter, made)
    assert (only.provider, only.state) == ("sandbox", A.SUCCEEDED)
    assert await counter.books() == GONE
    await other.aclose()


async def test_when_all_refuse_the_money_comes_back_once(
    counter: Counter, asha: Someone, sandbox: SandboxClient, receiver: Receiver
) -> None:
    other = sandbox_provider(sandbox.url, receiver.url)
    put(counter, other=other, **counter.rails.providers)
    made = await counter.withdraw(asha, to=bank("0006"))
    await counter.do_jobs()
    tried = [(each.provider, each.state) for each in await attempts(counter, made)]
    # The one that is out of reach was asked between them, as the second of three.
    assert tried == [("other", A.FAILED), ("gone", A.FAILED), ("sandbox", A.FAILED)]
    after = (await counter.seen_out(asha, made.payment.id)).payment
    assert (after.status, after.failure) == (P.FAILED, "no_such_account")
    assert await counter.books() == START
    assert await counter.is_sound()
    assert len(await counter.facts("payments.withdrawal_failed")) == 1
    await other.aclose()


async def test_a_bank_that_declines_later_gives_the_money_back_and_nobody_else_tries(
    counter: Counter, asha: Someone, sandbox: SandboxClient, receiver: Receiver
) -> None:
    other = sandbox_provider(sandbox.url, receiver.url)
    put(counter, sandbox=counter.rails.providers["sandbox"], other=other)
    made = await counter.withdraw(asha, to=bank("0001"))
    await counter.do_jobs()
    (only,) = await attempts(counter, made)
    assert (only.provider, only.state) == ("sandbox", A.FAILED)
    assert await counter.books() == START
    await other.aclose()


NEVER = Report(outcome=Outcome.UNANSWERED, failure="no_answer", never_began=True)


async def test_nobody_begins_it_while_somebody_else_does(counter: Counter, asha: Someone) -> None:
    said = Said(NEVER, waits=asyncio.Event())
    put(counter, said=said, **counter.rails.providers)
    made = await counter.withdraw(asha)
    job = asyncio.create_task(counter.do_jobs())
    await eventually(lambda: said.begun)
    await counter.sweep(SOON)
    assert (said.begun, len(await attempts(counter, made))) == (1, 1)
    said.waits.set()
    await job
    assert [each.provider for each in await attempts(counter, made)] == ["said", "gone", "sandbox"]


async def test_one_that_was_asked_twice_may_have_begun_although_both_say_no(
    counter: Counter, asha: Someone
) -> None:
    """The first asks for longer than anybody waits for it; so neither knows what the other did."""
    slow = Said(NEVER, NEVER, waits=asyncio.Event())
    put(counter, said=slow, **counter.rails.providers)
    made = await counter.withdraw(asha)
    first = asyncio.create_task(counter.do_jobs())
    await eventually(lambda: slow.begun)
    second = asyncio.create_task(gateways_look(counter, made, timedelta(minutes=2)))
    await eventually(lambda: slow.begun == 2)
    slow.waits.set()
    await first
    await second
    (only,) = await attempts(counter, made)
    assert only.state is A.UNKNOWN
    assert await counter.books() == HELD


async def test_one_whose_caller_died_may_have_begun(counter: Counter, asha: Someone) -> None:
    said = Said(NEVER, NEVER, waits=asyncio.Event())
    put(counter, said=said, **counter.rails.providers)
    made = await counter.withdraw(asha)
    (only,) = await attempts(counter, made)
    dies = asyncio.create_task(gateways.start(counter.db, counter.rails, only.id))
    await eventually(lambda: said.begun)
    dies.cancel()
    with pytest.raises(asyncio.CancelledError):
        await dies
    said.waits.set()
    await counter.do_jobs()  # its minute is not over: somebody may still be at it
    assert said.begun == 1
    await counter.sweep(timedelta(minutes=2))
    (only,) = await attempts(counter, made)
    assert (said.begun, only.state) == (2, A.UNKNOWN)


async def test_a_decided_one_is_not_begun_by_whoever_comes_late(
    counter: Counter, asha: Someone
) -> None:
    """Two read it as new; the first is refused and goes on, so the second must not begin it."""
    said = Said(NEVER, Report(outcome=Outcome.UNDERWAY))
    put(counter, said=said, **counter.rails.providers)
    made = await counter.withdraw(asha)
    (first,) = await attempts(counter, made)
    await counter.do_jobs()
    later = clock.now() + timedelta(minutes=5)
    async with counter.db.transaction() as tx:
        assert not await store.claim_begin(tx, first.id, later, later + SOON)
    assert said.begun == 1


async def gateways_look(counter: Counter, made: Withdrawal, after: timedelta) -> None:
    """Ask about its attempt when so much time has passed."""
    (only,) = await attempts(counter, made)
    with clock.frozen(clock.now() + after):
        await gateways.look(counter.db, counter.rails, only.id)
