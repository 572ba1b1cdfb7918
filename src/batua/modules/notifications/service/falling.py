"""One channel after another: the next one is tried once when one does not serve, until one arrives."""

from datetime import timedelta
from uuid import UUID

from batua.kit import clock
from batua.kit.db import Tx
from batua.modules.notifications.rules import order as rules
from batua.modules.notifications.store import order as store
from batua.modules.notifications.types import Kind, Order, Send, Tell, Via


async def orders(tx: Tx) -> list[Order]:
    """Through which channels each kind leaves, in which order."""
    changed = await store.orders(tx)
    return [changed.get(kind) or rules.default(kind) for kind in Kind]


async def order(tx: Tx, kind: Kind) -> Order:
    """Through which channels a kind leaves."""
    return await store.order(tx, kind) or rules.default(kind)


async def change_order(tx: Tx, wanted: Order, by: UUID) -> Order:
    """Let a kind leave so from now on; what is under way falls as it says then.

    repeat   changes nothing
    refuses  BadOrder
    """
    rules.check(wanted)
    if not wanted.is_changed:
        await store.drop(tx, wanted.kind)
        return rules.default(wanted.kind)
    await store.keep(tx, wanted, by, clock.now())
    return wanted


def first(id: UUID, tell: Tell, channels: tuple[Via, ...] | None) -> Send | None:
    """What leaves the house with a notification; None when it stays in the app.

    channels  the order that an admin set, if any
    """
    if channels is None:
        channels = rules.default(tell.kind).channels
    if not channels or tell.kind in rules.STEPPED:
        return None
    return _send(tell.person, f"told:{id}", channels[0], tell.kind, id)


async def after(tx: Tx, id: UUID) -> Send | None:
    """What leaves next when a dispatch did not serve; None when it did, or nothing is left.

    repeat  None: each dispatch is followed once
    """
    fallen = await store.fall(tx, id, clock.now())
    if fallen is None or await store.has_arrived(tx, fallen.cause, fallen.person):
        return None
    tried = await store.tried(tx, fallen.cause, fallen.person)
    left = [via for via in (await order(tx, fallen.kind)).channels if via not in tried]
    if not left:
        return None
    return _send(fallen.person, fallen.cause, left[0], fallen.kind, fallen.matter)


async def await_word(tx: Tx, id: UUID, via: Via, kind: Kind) -> None:
    """Wait for the word that something arrived, if its channel gives it."""
    wait_s = (await order(tx, kind)).confirm_s
    if wait_s and via in rules.CONFIRMING and kind not in rules.STEPPED:
        await store.await_word(tx, id, clock.now() + timedelta(seconds=wait_s))


def _send(person: UUID, cause: str, via: Via, kind: Kind, matter: UUID) -> Send:
    return Send(person=person, cause=cause, via=via, kind=kind, matter=matter, falls=True)
