"""What notifications do when time passes: hand over what waits, and forget what is long over."""

import asyncio
from uuid import UUID

from batua.kit import metrics
from batua.kit.db import Tx
from batua.kit.jobs import Context, Retry, job, periodic
from batua.kit.logs import log
from batua.kit.secrets import KeyRing
from batua.modules.identity.types import CodeMessage, Messenger
from batua.modules.notifications import service
from batua.modules.notifications.types import (
    Channels,
    Delivery,
    MessageId,
    MessageState,
    SmsProvider,
)
from batua.modules.notifications.types.costs import Priced

SWEEP_BATCH = 500
PRICES_AT_ONCE = 5
"""Fewer than a provider serves at once: to ask must not hold up what is sent."""
PRICE_BATCHES = 100
MESSAGES = metrics.counter("batua_sms_total", "Text messages handed over.", "outcome")


class NotDelivered(Exception):
    """The provider gave no answer; the queue tries again."""


# About 1, 2, 3 ... seconds apart: a code is waited for by somebody who looks at a screen.
@job(
    "notifications.deliver",
    queue="urgent",
    retry=Retry(max_attempts=20, wait_s=1, linear_s=2, exponential_s=0),
)
async def deliver(ctx: Context, message: str) -> None:
    """Hand one message to the provider; the message's id keeps a second try from sending twice."""
    keys: KeyRing = ctx.rooms["keys"]
    provider: SmsProvider = ctx.rooms["sms"]
    id = MessageId(UUID(message))
    async with ctx.db.transaction() as tx:
        waiting = await service.take_message(tx, keys, id)
    if waiting is None:
        return
    report = await provider.send(waiting)
    MESSAGES.labels(report.delivery).inc()
    if report.delivery is Delivery.UNANSWERED:
        raise NotDelivered
    is_sent = report.delivery is Delivery.ACCEPTED
    state = MessageState.SENT if is_sent else MessageState.FAILED
    async with ctx.db.transaction() as tx:
        await service.end_message(tx, id, state, report)
        if is_sent:
            await service.take_code(tx, waiting, report)
    if not is_sent:
        log.error("message_refused", message=message, reason=report.failure)


@periodic("notifications.sweep_messages", cron="* * * * *", queue="messages")
async def sweep_messages(ctx: Context) -> None:
    """End messages that could not be sent in time, and forget old ones, in bounded batches."""
    async with ctx.db.transaction() as tx:
        await service.sweep_messages(tx, SWEEP_BATCH)


@periodic("notifications.send_due", cron="* * * * *", queue="messages")
async def send_due(ctx: Context) -> None:
    """Queue the dispatches whose time has come, in bounded batches."""
    async with ctx.db.transaction() as tx:
        await service.queue_due(tx, SWEEP_BATCH)
        await service.go_on_unconfirmed(tx, SWEEP_BATCH)


@periodic("notifications.write_digests", cron="*/5 * * * *", queue="messages")
async def write_digests(ctx: Context) -> None:
    """Queue the summaries that are due, batch by batch."""
    keys: KeyRing = ctx.rooms["keys"]
    looked_at = SWEEP_BATCH
    while looked_at == SWEEP_BATCH:
        async with ctx.db.transaction() as tx:
            looked_at = await service.write_digests(tx, keys, SWEEP_BATCH)


@periodic("notifications.ask_prices", cron="* * * * *", queue="messages")
async def ask_prices(ctx: Context) -> None:
    """Ask what providers charged that say so later, a few at once, in bounded batches."""
    channels: Channels = ctx.rooms["channels"]
    priced = {one.provider: one for one in channels.values() if isinstance(one, Priced)}
    for _ in range(PRICE_BATCHES):
        async with ctx.db.transaction() as tx:
            asked = await service.asking(tx, PRICES_AT_ONCE)
        known = [one for one in asked if one.provider in priced]
        found = await asyncio.gather(
            *(priced[one.provider].price(one.provider_ref) for one in known)
        )
        prices = {one.reference: price for one, price in zip(known, found, strict=True) if price}
        async with ctx.db.transaction() as tx:
            for reference, price in prices.items():
                await service.settle_price(tx, reference, price)
        if len(asked) < PRICES_AT_ONCE:
            return


@periodic("notifications.forget_dispatches", cron="17 * * * *", queue="messages")
async def forget_dispatches(ctx: Context) -> None:
    """Shorten the delivery log, batch by batch."""
    forgotten = SWEEP_BATCH
    while forgotten == SWEEP_BATCH:
        async with ctx.db.transaction() as tx:
            forgotten = await service.forget(tx, SWEEP_BATCH)


def messenger(keys: KeyRing) -> Messenger:
    """The gate that identity sends its codes through, for wiring to fill."""

    async def send_code(tx: Tx, message: CodeMessage) -> None:
        await service.queue_message(tx, keys, message, deliver)

    return send_code
