"""Settling: one step along the graph, with everything that hangs on it, in one transaction."""

from dataclasses import replace
from uuid import UUID

from batua.kit import clock, ids
from batua.kit.db import Tx
from batua.kit.journal import state
from batua.kit.logs import log
from batua.modules.gateways import rules, store
from batua.modules.gateways.rules import routing
from batua.modules.gateways.types import (
    AmountMismatched,
    Attempt,
    AttemptChanged,
    AttemptId,
    AttemptState,
    Contradicted,
    Outcome,
    Rails,
    Report,
    Rerouted,
    Route,
)


async def apply(tx: Tx, rails: Rails, attempt_id: UUID, report: Report) -> Attempt:
    """Take the step that a report asks for, with everything that hangs on it."""
    before = await store.locked(tx, attempt_id)
    assert before is not None, "attempts are never deleted"
    now = clock.now()
    heir = None
    if routing.goes_on(
        before.direction, report, was_asked=before.state is not AttemptState.CREATED
    ):
        heir = routing.next_of(before.route)
        if heir is not None:  # nothing was begun here, and somebody else will
            report = replace(report, outcome=Outcome.FAILED)
    verdict = rules.judge(before, report, now)
    if verdict.contradicts:
        await _tell_contradiction(tx, before, report)
    after = replace(
        before,
        state=verdict.state,
        received=verdict.received,
        failure=verdict.failure,
        provider_ref=before.provider_ref or report.provider_ref,
        checkout_url=before.checkout_url or report.checkout_url,
        changed_at=before.changed_at if verdict.state is before.state else now,
    )
    if after != before:
        await store.write(tx, after)
    asks = 0 if after.state is not before.state else await store.asks(tx, after.id) + 1
    await store.plan(tx, after.id, asks, rules.next_ask(after, asks, now))
    if heir is not None and after.state is AttemptState.FAILED:
        return await _go_on(tx, rails, after, heir)
    if after.state is not before.state:
        await _changed(tx, rails, before, after)
    return after


async def _go_on(tx: Tx, rails: Rails, failed: Attempt, route: Route) -> Attempt:
    """Write the attempt that the next provider is to begin; whoever ordered it hears of that one.

    states  AttemptChanged, Rerouted
    """
    assert route.taken is not None
    now = clock.now()
    wanted = replace(
        failed,
        id=AttemptId(ids.new_id()),
        provider=route.taken,
        state=AttemptState.CREATED,
        created_at=now,
        changed_at=now,
        provider_ref=None,
        checkout_url=None,
        failure=None,
        route=route,
        follows=failed.id,
    )
    sealed = await store.destination(tx, failed.id)
    await store.add(tx, wanted, sealed, now + rules.CALLER_GRACE)
    await state(tx, _changed_fact(failed, AttemptState.CREATED))
    await state(
        tx,
        Rerouted(
            subject=wanted.id,
            follows=failed.id,
            before=failed.provider,
            after=wanted.provider,
            reason=failed.failure,
        ),
    )
    await rails.settlements[wanted.purpose](tx, wanted)
    return wanted


def _changed_fact(after: Attempt, before: AttemptState) -> AttemptChanged:
    return AttemptChanged(
        subject=after.id,
        provider=after.provider,
        direction=after.direction,
        purpose=after.purpose,
        reference=after.reference,
        before=before,
        after=after.state,
    )


async def _changed(tx: Tx, rails: Rails, before: Attempt, after: Attempt) -> None:
    await state(tx, _changed_fact(after, before.state))
    if after.state is AttemptState.MISMATCHED and after.received is not None:
        await state(
            tx,
            AmountMismatched(
                subject=after.id,
                provider=after.provider,
                purpose=after.purpose,
                reference=after.reference,
                asked=after.amount,
                received=after.received,
            ),
        )
    await rails.settlements[after.purpose](tx, after)
    if after.parent is not None and after.state is AttemptState.SUCCEEDED:
        await _mark_refunded(tx, rails, after.parent)


async def _mark_refunded(tx: Tx, rails: Rails, parent_id: UUID) -> None:
    parent = await store.locked(tx, parent_id)
    assert parent is not None, "a refund has a parent"
    given_back = await store.refunded_minor(tx, parent_id, also_undecided=False)
    reached = rules.after_refund(parent, given_back)
    if reached is parent.state:
        return
    assert rules.may(parent.direction, parent.state, reached), (parent.state, reached)
    after = replace(parent, state=reached, changed_at=clock.now())
    await store.write(tx, after)
    await _changed(tx, rails, parent, after)


async def _tell_contradiction(tx: Tx, known: Attempt, report: Report) -> None:
    log.error("provider_contradicts", provider=known.provider, attempt=str(known.id))
    await state(
        tx,
        Contradicted(
            subject=known.id,
            provider=known.provider,
            purpose=known.purpose,
            reference=known.reference,
            state=known.state,
            reported=report.outcome,
        ),
    )
