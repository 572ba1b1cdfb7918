"""What leaves the house by e-mail, text message, WhatsApp, call or push: queued, tried, ended, and seen."""

import secrets
from dataclasses import asdict
from datetime import datetime
from typing import Final
from uuid import UUID

import msgspec

from batua.kit import clock, metrics
from batua.kit.db import Tx
from batua.kit.ids import new_id
from batua.kit.jobs import Context, defer, job
from batua.kit.logs import log
from batua.kit.secrets import KeyRing
from batua.modules.identity import service as identity
from batua.modules.identity.types import Person, PersonId
from batua.modules.notifications import rules
from batua.modules.notifications.errors import NoSuchDelivery, NotFailed
from batua.modules.notifications.rules.order import ALARMS
from batua.modules.notifications.rules.topics import topic
from batua.modules.notifications.service import costing, falling, pushing, templates, wording
from batua.modules.notifications.store import costs as cost_store
from batua.modules.notifications.store import digests as digest_store
from batua.modules.notifications.store import dispatch as store
from batua.modules.notifications.store import log as log_store
from batua.modules.notifications.store import order as order_store
from batua.modules.notifications.store import status as status_store
from batua.modules.notifications.store.dispatch import SEALED, TO, Addressed, Waiting
from batua.modules.notifications.types import (
    Channels,
    Delivery,
    DeliveryReport,
    Dispatch,
    DispatchState,
    Failure,
    Kind,
    Outgoing,
    Send,
    Taken,
    Via,
    Wishes,
)

# Whoever waits for a code looks at a screen; a reminder has time.
AFTER_CODES: Final = -1
_CALLED_OFF: Final = frozenset({Failure.UNWISHED, Failure.SETTLED})
TRIES = metrics.counter(
    "batua_dispatches_total", "Tries to send something through a channel.", "channel", "outcome"
)


@job("notifications.send", queue="messages")
async def send(ctx: Context, dispatch: str) -> None:
    """Try one dispatch: claim it, hand it to its channel, note what came of it.

    repeat  a try under way is not joined; what was sent is not sent again, and a try that a dead
            worker left is repeated under the same reference
    """
    await _try(ctx, dispatch)


@job("notifications.send_alarm", queue="urgent")
async def send_alarm(ctx: Context, dispatch: str) -> None:
    """The same for what may mean that somebody else is in her account: it goes first."""
    await _try(ctx, dispatch)


async def _try(ctx: Context, dispatch: str) -> None:
    keys: KeyRing = ctx.rooms["keys"]
    channels: Channels = ctx.rooms["channels"]
    async with ctx.db.transaction() as tx:
        taken = await take(tx, keys, UUID(dispatch))
    if taken is None:
        return
    channel = channels.get(taken.via)
    if channel is None:
        report = DeliveryReport(Delivery.REFUSED, failure=Failure.NO_CHANNEL.value)
    else:
        report = await channel.send(taken.outgoing)
    TRIES.labels(taken.via, report.delivery).inc()
    if report.delivery is Delivery.REFUSED:
        log.error("dispatch_refused", dispatch=dispatch, reason=report.failure)
    async with ctx.db.transaction() as tx:
        await end(tx, taken, report)
        if report.failure == Failure.GONE and taken.target is not None:
            await pushing.forget_browser(tx, taken.target)


async def dispatch(tx: Tx, what: Send) -> None:
    """Queue something to leave the house; if and only if this transaction commits.

    repeat  the same cause, person and channel are queued once
    """
    id, now = new_id(), clock.now()
    if await store.add(tx, id, what, now):
        await _queue_job(tx, id, what.kind)


async def _queue_job(tx: Tx, id: UUID, kind: Kind) -> None:
    once, run = f"notifications.send:{id}", send_alarm if kind in ALARMS else send
    await defer(tx, run, once=once, priority=AFTER_CODES, dispatch=str(id))


async def go_on(tx: Tx, id: UUID) -> None:
    """Try the next channel when this one did not serve.

    repeat  changes nothing
    """
    for following in await falling.after(tx, id):
        await dispatch(tx, following)


async def go_on_unconfirmed(tx: Tx, limit: int) -> int:
    """Try the next channel for what nobody said had arrived in time; how many."""
    found = await order_store.unconfirmed(tx, clock.now(), limit)
    for id in found:
        await go_on(tx, id)
    return len(found)


async def take(tx: Tx, keys: KeyRing, id: UUID) -> Taken | None:
    """A dispatch for one try; None when it is not its time, or it shall not be sent at all.

    It is looked at right before: whether there still is something to say, whether she wishes it,
    and whether it is night where she lives.
    """
    now = clock.now()
    waiting = await store.hold(tx, id, now)
    if waiting is None:
        return None
    match await _ready(tx, keys, waiting, now):
        case datetime() as later:
            await store.postpone(tx, id, later, waiting.tries)
            return None
        case Failure() as failure:
            is_ours = failure in _CALLED_OFF
            state = DispatchState.CANCELLED if is_ours else DispatchState.FAILED
            await store.end(tx, id, state, now, failure)
            if waiting.falls:
                await go_on(tx, id)
            return None
        case outgoing:
            await _claim(tx, keys, waiting, outgoing, now)
            return Taken(
                id=id,
                via=waiting.channel,
                kind=waiting.kind,
                tries=waiting.tries + 1,
                outgoing=outgoing,
                falls=waiting.falls,
                target=waiting.target,
            )


async def _ready(
    tx: Tx, keys: KeyRing, waiting: Waiting, now: datetime
) -> Outgoing | Failure | datetime:
    """What leaves now, or why nothing does, or when it is time to look again."""
    person = (await identity.people(tx, keys, [waiting.person])).get(PersonId(waiting.person))
    wishes = await store.wishes(tx, waiting.person)
    is_alarm = waiting.kind in ALARMS
    if not is_alarm and not wishes.wants(topic(waiting.kind), waiting.channel):
        return Failure.UNWISHED
    if person is None or await _address(tx, keys, waiting, person) is None:
        return Failure.NO_ADDRESS
    loud_at = rules.loud_at(wishes, now, person.time_zone)
    if loud_at > now and not is_alarm:
        return loud_at
    outgoing = await _fixed(tx, keys, waiting, person, wishes)
    if outgoing is None:
        return Failure.SETTLED
    if await templates.must_stay(tx, waiting.channel, outgoing.to, outgoing.dlt):
        return Failure.NO_DLT
    return outgoing


async def _claim(
    tx: Tx, keys: KeyRing, waiting: Waiting, outgoing: Outgoing, now: datetime
) -> None:
    fixed = Addressed(
        sealed=waiting.sealed
        or keys.encrypt(msgspec.json.encode(asdict(outgoing)), purpose=SEALED),
        masked_to=_masked(waiting.channel, outgoing.to),
        to_index=keys.index(outgoing.to, purpose=TO),
    )
    if waiting.channel is Via.CALL:
        until = now + rules.SPEECH_LIFE
        await status_store.keep_speech(tx, waiting.reference, fixed.sealed, until)
    await store.claim(tx, waiting.id, now + rules.LEASE, fixed)
    await costing.expect(tx, waiting.channel, outgoing)


async def _address(tx: Tx, keys: KeyRing, waiting: Waiting, person: Person) -> str | None:
    if waiting.channel is Via.PUSH:
        return await pushing.address(tx, keys, waiting.person, waiting.target)
    return wording.address(waiting.channel, person)


def _masked(via: Via, to: str) -> str:
    return pushing.masked(to) if via is Via.PUSH else wording.masked(via, to)


async def _is_wanted(tx: Tx, waiting: Waiting) -> bool:
    if waiting.channel is Via.PUSH:
        return await pushing.is_wanted(tx, waiting.person, waiting.matter)
    return await wording.is_wanted(tx, waiting.kind, waiting.matter, waiting.part)


async def _fixed(
    tx: Tx, keys: KeyRing, waiting: Waiting, person: Person, wishes: Wishes
) -> Outgoing | None:
    """The words of the first try: a reference always says the same; None when there are none."""
    is_push = waiting.channel is Via.PUSH
    cause = falling.chain(waiting.matter) if is_push else waiting.cause
    if waiting.falls and await order_store.has_arrived(tx, cause, waiting.person):
        return None
    if waiting.sealed is None and is_push:
        return await pushing.outgoing(tx, keys, waiting, person, wishes)
    if waiting.sealed is None:
        return await wording.outgoing(tx, keys, waiting, person)
    if not await _is_wanted(tx, waiting):
        return None
    return msgspec.json.decode(keys.decrypt(waiting.sealed, purpose=SEALED), type=Outgoing)


async def end(tx: Tx, taken: Taken, report: DeliveryReport) -> None:
    """Note what came of a try; one without an answer is repeated later, with growing patience.

    repeat  changes nothing; a late answer to an earlier try does not undo a later one
    """
    now = clock.now()
    if report.provider and report.delivery is not Delivery.ACCEPTED:
        await store.carried(tx, taken.id, report.provider)
    match report.delivery:
        case Delivery.ACCEPTED:
            if await store.sent(tx, taken.outgoing.reference, report, now):
                await costing.take(tx, taken.outgoing.reference, report)
            if taken.falls:
                await falling.await_word(tx, taken.id, taken.via, taken.kind)
        case Delivery.REFUSED:
            failure = report.failure or "refused"
            await store.end(tx, taken.id, DispatchState.FAILED, now, failure, taken.tries)
        case Delivery.UNANSWERED if taken.tries >= rules.MAX_TRIES:
            failure = Failure.GIVEN_UP
            await store.end(tx, taken.id, DispatchState.FAILED, now, failure, taken.tries)
        case Delivery.UNANSWERED:
            rest = rules.wait(taken.tries, secrets.randbelow(101))
            await store.postpone(tx, taken.id, now + rest, taken.tries)
    if taken.falls:
        await go_on(tx, taken.id)


async def call_back(tx: Tx, matter: UUID) -> None:
    """Cancel what waits to be said about a matter and is not so any more.

    repeat  changes nothing
    """
    for id, kind, part in await store.queued_about(tx, matter):
        if not await wording.is_wanted(tx, kind, matter, part):
            await store.end(tx, id, DispatchState.CANCELLED, clock.now(), Failure.SETTLED)


async def queue_due(tx: Tx, limit: int) -> int:
    """Queue the tries that are due: those that rested, and those that a dead worker left; how many."""
    found = await store.due(tx, clock.now(), limit)
    for id, kind in found:
        await _queue_job(tx, id, kind)
    return len(found)


async def forget(tx: Tx, limit: int) -> int:
    """Forget what ended long ago, and the words of calls that are over; how many."""
    now = clock.now()
    spoken = await status_store.forget_speeches(tx, now, limit)
    digests = await digest_store.forget(tx, now - rules.DISPATCH_KEPT, limit)
    costs = await cost_store.forget(tx, now - rules.COST_KEPT, limit)
    return max(spoken, digests, costs, await store.forget(tx, now - rules.DISPATCH_KEPT, limit))


async def try_again(tx: Tx, id: UUID) -> Dispatch:
    """Try a dispatch anew that failed.

    What was given up may have been sent after all, so it keeps its reference: the provider then
    sends nothing more.

    refuses  NoSuchDelivery, NotFailed
    """
    found = await log_store.find(tx, id)
    if found is None:
        raise NoSuchDelivery
    if found.state is not DispatchState.FAILED:
        raise NotFailed
    reference = None if found.failure == Failure.GIVEN_UP else new_id()
    await store.queue_again(tx, id, reference, clock.now())
    await _queue_job(tx, id, found.kind)
    after = await log_store.find(tx, id)
    assert after is not None, "it is held"
    return after
