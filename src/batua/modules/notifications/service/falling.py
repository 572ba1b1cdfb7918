"""One channel after another: the next one is tried once when one does not serve, until one arrives."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

from batua.kit import clock
from batua.kit.db import Tx
from batua.modules.notifications.rules import order as rules
from batua.modules.notifications.service import pushing
from batua.modules.notifications.store import order as store
from batua.modules.notifications.store.order import Fallen
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


async def first(tx: Tx, id: UUID, tell: Tell, channels: tuple[Via, ...] | None) -> list[Send]:
    """What leaves the house with a notification: by the first channel that can, and pushes.

    Pushes leave at once, unless an admin gave them a place in the order.

    channels  the order that an admin set, if any
    """
    if channels is None:
        channels = rules.default(tell.kind).channels
    if tell.kind in rules.STEPPED:
        channels = ()
    is_ordered = Via.PUSH in channels
    pushes = await pushing.pushes(tx, id, tell.person, tell.kind, falls=is_ordered)
    fallen = Fallen(chain(id), tell.person, tell.kind, id, 0, Via.PUSH)
    begun = _begun(fallen, channels, pushes)
    return begun if is_ordered else [*begun, *pushes]


async def after(tx: Tx, id: UUID) -> list[Send]:
    """What leaves next when a dispatch did not serve; nothing when it did, or nothing is left.

    Pushes did not serve when the last browser has failed.

    repeat  nothing: each dispatch is followed once
    """
    fallen = await store.fall(tx, id, clock.now())
    if fallen is None:
        return []
    person, matter = fallen.person, fallen.matter
    if fallen.channel is Via.PUSH:
        fallen = replace(fallen, cause=chain(matter))
        if await store.is_pushed(tx, person, matter):
            return []
    if await store.has_arrived(tx, fallen.cause, person):
        return []
    tried = await store.tried(tx, fallen.cause, person, matter)
    left = [via for via in (await order(tx, fallen.kind)).channels if via not in tried]
    pushes: list[Send] = []
    if Via.PUSH in left:
        pushes = await pushing.pushes(tx, matter, person, fallen.kind, falls=True)
    return _begun(fallen, left, pushes)


def chain(notification: UUID) -> str:
    """The cause of whatever leaves about a notification, one channel after another."""
    return f"told:{notification}"


def _begun(about: Fallen, left: Sequence[Via], pushes: list[Send]) -> list[Send]:
    """What leaves by the first channel that is left; pushes only where there is a browser."""
    for via in left:
        if via is not Via.PUSH:
            return [_send(about.person, about.cause, via, about.kind, about.matter)]
        if pushes:
            return pushes
    return []


async def await_word(tx: Tx, id: UUID, via: Via, kind: Kind) -> None:
    """Wait for the word that something arrived, if its channel gives it."""
    wait_s = (await order(tx, kind)).confirm_s
    if wait_s and via in rules.CONFIRMING and kind not in rules.STEPPED:
        await store.await_word(tx, id, clock.now() + timedelta(seconds=wait_s))


def _send(person: UUID, cause: str, via: Via, kind: Kind, matter: UUID) -> Send:
    return Send(person=person, cause=cause, via=via, kind=kind, matter=matter, falls=True)
