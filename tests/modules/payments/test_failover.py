"""Failover: a top-up whose provider does not begin is begun by the next, and is paid once.

Invariants, whatever happens: one attempt of a payment at a time is under way, none is begun elsewhere
while it is not certain that the first came to nothing, and the wallet gets what was confirmed, once.
"""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta

import pytest_asyncio
from tests.modules.gateways.given import sandbox_provider
from tests.modules.payments.given import Someone, inr
from tests.modules.payments.rails_given import Counter
from tests.modules.payments.rails_given import counter as open_counter
from tests.sandbox.server import Receiver, SandboxClient

from batua.kit import clock
from batua.kit.db import Database
from batua.kit.ids import new_id
from batua.kit.secrets import KeyRing
from batua.modules.gateways import service as gateways
from batua.modules.gateways.service import settling
from batua.modules.gateways.types import Attempt, AttemptFilter, AttemptState, Outcome, Report
from batua.modules.gateways.types.routing import Standing
from batua.modules.payments import service as payments
from batua.modules.payments.types import PaymentStatus
from batua.modules.payments.types.rails import TopUp, TopUpOrder

A = AttemptState
NOBODY = "http://127.0.0.1:9"
"""Nothing listens there: a call certainly does not arrive."""


@pytest_asyncio.fixture
async def counter(
    db: Database, keys: KeyRing, sandbox: SandboxClient, receiver: Receiver
) -> AsyncIterator[Counter]:
    """A counter whose first provider cannot be reached; the second is the sandbox."""
    async with open_counter(db, keys, sandbox, receiver) as found:
        gone = sandbox_provider(NOBODY, receiver.url)
        providers = {"gone": gone, **found.rails.providers}
        found.rails = replace(found.rails, providers=providers)
        yield found
        await gone.aclose()


async def attempts(counter: Counter, made: TopUp) -> list[Attempt]:
    """Those of a top-up, the oldest first."""
    async with counter.db.read() as tx:
        page = await gateways.attempts(tx, AttemptFilter(about=made.payment.id), None, 50)
    return sorted(page.items, key=lambda each: each.created_at)


async def apply(counter: Counter, attempt: Attempt, report: Report) -> Attempt:
    async with counter.db.transaction() as tx:
        return await settling.apply(tx, counter.rails, attempt.id, report)


def paid(attempt: Attempt) -> Report:
    return Report(
        outcome=Outcome.SUCCEEDED,
        reference=str(attempt.id),
        amount=attempt.amount,
        provider_ref=f"late_{attempt.id.hex[:8]}",
    )


async def test_a_provider_that_is_not_reached_is_followed_by_the_next(
    counter: Counter, asha: Someone
) -> None:
    made = await counter.top_up(asha)
    first, second = await attempts(counter, made)
    assert (first.provider, first.state, first.follows) == ("gone", A.FAILED, None)
    assert (second.provider, second.state, second.follows) == ("sandbox", A.PENDING, first.id)
    assert made.attempt == second
    assert made.payment.status is PaymentStatus.PENDING
    assert second.checkout_url
    assert second.expires_at == first.expires_at
    assert second.route is not None
    assert [(c.provider, c.standing) for c in second.route.candidates] == [
        ("gone", Standing.REFUSED),
        ("sandbox", Standing.TAKEN),
    ]
    (fact,) = await counter.facts("gateways.rerouted")
    assert (fact.follows, fact.before, fact.after) == (first.id, "gone", "sandbox")
    await counter.pay(made)
    await counter.callbacks(1)
    done = (await counter.seen(asha, made.payment.id)).payment
    assert (done.status, done.payee_balance) == (PaymentStatus.SUCCEEDED, inr(1_500_00))
    assert (await counter.books())["clearing:sandbox"] == -500_00
    assert await counter.is_sound()
    assert len(await attempts(counter, made)) == 2


async def test_the_worker_goes_on_where_the_web_process_died(
    counter: Counter, asha: Someone
) -> None:
    order = TopUpOrder(asha.id, inr(500_00), str(new_id()), "http://batua.test")
    async with counter.db.transaction() as tx:
        made = await payments.top_up(tx, counter.rails, order)
    await counter.sweep(timedelta(seconds=30))  # the first comes to nothing
    first, second = await attempts(counter, made)
    assert (first.state, second.state) == (A.FAILED, A.CREATED)
    await counter.sweep(timedelta(seconds=60))
    assert (await counter.seen(asha, made.payment.id)).attempt.state is A.PENDING
    await counter.sweep(timedelta(seconds=90))
    assert len(await attempts(counter, made)) == 2


async def test_one_that_may_have_begun_is_not_begun_elsewhere(
    counter: Counter, asha: Someone, sandbox: SandboxClient, receiver: Receiver
) -> None:
    live = counter.rails.providers["sandbox"]
    other = sandbox_provider(sandbox.url, receiver.url)
    counter.rails = replace(counter.rails, providers={"sandbox": live, "other": other})
    await sandbox.fault("down")  # it answers 503: what it did is not known
    made = await counter.top_up(asha)
    assert (made.attempt.provider, made.attempt.state) == ("sandbox", A.UNKNOWN)
    await sandbox.fault("none")
    await counter.sweep(timedelta(seconds=30))
    (only,) = await attempts(counter, made)
    assert (only.provider, only.state) == ("sandbox", A.PENDING)
    await other.aclose()


async def test_when_nobody_can_it_fails_and_says_so(
    counter: Counter, asha: Someone, receiver: Receiver
) -> None:
    both = {name: sandbox_provider(NOBODY, receiver.url) for name in ("one", "two")}
    counter.rails = replace(counter.rails, providers=both)
    made = await counter.top_up(asha)
    first, second = await attempts(counter, made)
    assert (first.state, second.state) == (A.FAILED, A.UNKNOWN)
    with clock.frozen(clock.now() + timedelta(minutes=31)):
        await gateways.ask(counter.db, counter.rails, second.id)
    for one in both.values():
        await one.aclose()


async def test_money_of_the_one_that_was_left_behind_is_money_once(
    counter: Counter, asha: Someone
) -> None:
    made = await counter.top_up(asha)
    first, second = await attempts(counter, made)
    for _ in range(2):
        await apply(counter, first, paid(first))
        done = (await counter.seen(asha, made.payment.id)).payment
        assert (done.status, done.payee_balance) == (PaymentStatus.SUCCEEDED, inr(1_500_00))
    # The other page is still open, and somebody pays there as well: kept, and looked at.
    await counter.pay(made)
    await counter.callbacks(1)
    await counter.settle()
    books = await counter.books()
    assert (books["wallet"], books["suspense:sandbox"]) == (1_500_00, 500_00)
    assert (books["clearing:gone"], books["clearing:sandbox"]) == (-500_00, -500_00)
    (fact,) = await counter.facts("payments.amount_mismatched")
    assert (fact.payment, fact.received) == (made.payment.id, inr(500_00))
    assert await counter.is_sound()
    assert second.provider == "sandbox"


async def test_a_surplus_of_the_one_left_behind_is_kept_and_looked_at(
    counter: Counter, asha: Someone
) -> None:
    made = await counter.top_up(asha)
    first, _ = await attempts(counter, made)
    await counter.pay(made)
    await counter.callbacks(1)
    await apply(counter, first, paid(first))
    books = await counter.books()
    assert (books["wallet"], books["suspense:gone"]) == (1_500_00, 500_00)
    assert (await counter.seen(asha, made.payment.id)).payment.status is PaymentStatus.SUCCEEDED
    assert await counter.is_sound()
