"""How people wish to be reached."""

from uuid import UUID

from batua.kit import clock
from batua.kit.db import Tx
from batua.kit.secrets import KeyRing
from batua.modules.notifications.errors import AlarmsStay, BadWishes
from batua.modules.notifications.service import tickets
from batua.modules.notifications.store import dispatch as store
from batua.modules.notifications.types import Topic, Via, Wishes

HOURS = range(24)


async def wishes(tx: Tx, person: UUID) -> Wishes:
    """How a person wishes to be reached."""
    return await store.wishes(tx, person)


async def change_wishes(tx: Tx, person: UUID, wanted: Wishes) -> None:
    """Reach a person as she wishes from now on, also with what waits already.

    repeat   changes nothing
    refuses  BadWishes, AlarmsStay
    """
    if any(topic is Topic.SECURITY for topic, _ in wanted.off_in):
        raise AlarmsStay
    if wanted.quiet_from not in HOURS or wanted.quiet_until not in HOURS:
        raise BadWishes
    await store.keep_wishes(tx, person, wanted, clock.now())


async def unsubscribe(tx: Tx, keys: KeyRing, ticket: str) -> None:
    """Send no more e-mails to whom the ticket of one was given.

    repeat   changes nothing
    refuses  BadTicket
    """
    person = tickets.read(keys, tickets.Use.UNSUBSCRIBE, ticket)
    await store.turn_off(tx, person, Via.EMAIL, Wishes(), clock.now())
