"""What is pushed to a person's browsers: what she is told, until she has read it."""

from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit
from uuid import UUID

import msgspec

from batua.kit import addresses, clock, web_push
from batua.kit.caller import Caller
from batua.kit.db import Database, Tx
from batua.kit.ids import new_id
from batua.kit.secrets import KeyRing
from batua.kit.settings import SettingsError
from batua.kit.words import nearest
from batua.modules.identity import service as identity
from batua.modules.identity.types import Person
from batua.modules.notifications.errors import BadSubscription, NoSuchPushDevice
from batua.modules.notifications.rules.order import ALARMS
from batua.modules.notifications.rules.templates import filled, written
from batua.modules.notifications.service import wording
from batua.modules.notifications.service.templates import own_words
from batua.modules.notifications.service.told_words import in_words
from batua.modules.notifications.store import push as store
from batua.modules.notifications.store import told as told_store
from batua.modules.notifications.store.dispatch import Waiting
from batua.modules.notifications.types import (
    Kind,
    Outgoing,
    Send,
    Via,
    Wishes,
)
from batua.modules.notifications.types.push import PushDevice, PushSubscription
from batua.modules.payments import service as payments

MOST_DEVICES: Final = 20


@dataclass(frozen=True, slots=True)
class Push:
    """What handlers need: the key pair, and whether a push service may be on this machine."""

    keys: "PushKeys"
    loopback: bool


class PushKeys:
    """The key pair of the house: of a setting, or made once and kept sealed."""

    def __init__(self, db: Database, keys: KeyRing, chosen: str = "") -> None:
        """Take a private key as base64url, or none; refuses SettingsError."""
        self._db, self._keys = db, keys
        self._private: bytes | None = None
        if chosen:
            try:
                self._private = web_push.decoded(chosen)
                web_push.public_of(self._private)
            except ValueError as error:
                raise SettingsError("BATUA_PUSH_PRIVATE_KEY is no key of 32 bytes.") from error

    async def private(self) -> bytes:
        """The private key."""
        if self._private is None:
            async with self._db.transaction() as tx:
                if await store.key(tx) is None:
                    fresh = self._keys.encrypt(web_push.new_private(), purpose=store.KEY)
                    await store.keep_key(tx, fresh, clock.now())
                kept = await store.key(tx)
                assert kept is not None, "it is kept"
                self._private = self._keys.decrypt(kept, purpose=store.KEY)
        return self._private

    async def public(self) -> str:
        """The public key, as browsers take it."""
        return web_push.encoded(web_push.public_of(await self.private()))


async def start_push(
    tx: Tx, keys: KeyRing, caller: Caller, what: PushSubscription, *, loopback: bool
) -> PushDevice:
    """Push to a browser of the caller, as long as she is signed in there.

    loopback  whether a push service may be on this machine
    repeat    the same browser is kept once, for whoever used it last
    refuses   BadSubscription
    """
    is_fit = addresses.is_fit_url(what.endpoint, loopback=loopback)
    if not is_fit or not web_push.is_fit(what.p256dh, what.auth):
        raise BadSubscription
    new = store.NewDevice(
        id=new_id(),
        person=caller.person,
        session=caller.session,
        device=caller.device,
        endpoint_index=keys.index(what.endpoint, purpose=store.ENDPOINT),
        sealed=keys.encrypt(msgspec.json.encode(what), purpose=store.SEALED),
        service=_host(what.endpoint),
        at=clock.now(),
    )
    id = await store.put(tx, new)
    await store.keep_newest(tx, caller.person, MOST_DEVICES)
    return next(one for one in await store.of_person(tx, caller.person) if one.id == id)


async def stop_push(tx: Tx, person: UUID, id: UUID) -> None:
    """Push to a person's browser no more.

    refuses  NoSuchPushDevice
    """
    if not await store.drop(tx, id, person):
        raise NoSuchPushDevice


async def push_devices(tx: Tx, person: UUID) -> list[PushDevice]:
    """The browsers that a person is pushed to, the newest first."""
    return await store.of_person(tx, person)


async def forget_session(tx: Tx, session: UUID) -> None:
    """Push no more to where a session was.

    repeat  changes nothing
    """
    await store.drop_of(tx, session=session)


async def forget_device(tx: Tx, device: UUID) -> None:
    """Push no more to a device.

    repeat  changes nothing
    """
    await store.drop_of(tx, device=device)


async def forget_browser(tx: Tx, target: UUID) -> None:
    """Push no more to a browser that its push service does not know any more."""
    await store.drop(tx, target)


async def pushes(
    tx: Tx, notification: UUID, person: UUID, kind: Kind, *, falls: bool
) -> list[Send]:
    """A notification for each browser of its reader, once.

    falls  whether the next channel is tried when none of them takes it
    """
    return [
        Send(
            person=person,
            cause=f"push:{notification}:{device.id}",
            via=Via.PUSH,
            kind=kind,
            matter=notification,
            target=device.id,
            falls=falls,
        )
        for device in await store.of_person(tx, person)
    ]


async def address(tx: Tx, keys: KeyRing, person: UUID, target: UUID | None) -> str | None:
    """Where and how a browser is reached; None when nobody is signed in there any more."""
    found = None if target is None else await store.sealed(tx, person, target)
    if found is None or not await identity.is_live(tx, found[0]):
        return None
    return keys.open(found[1], purpose=store.SEALED)


async def outgoing(
    tx: Tx, keys: KeyRing, waiting: Waiting, person: Person, wishes: Wishes
) -> Outgoing | None:
    """A push in its reader's words; None when there is nothing to say any more."""
    told = await told_store.unread(tx, waiting.person, waiting.matter)
    to = await address(tx, keys, waiting.person, waiting.target)
    if told is None or to is None:
        return None
    others = [told.other] if told.other is not None else []
    parties = await payments.parties(tx, keys, person.id, others) if others else {}
    words = in_words(told, person, dict(parties))
    title, body = words.title, words.body
    own = await own_words(tx, waiting.kind, Via.PUSH, nearest(person.language))
    values = None if own is None else await wording.of_told(tx, keys, waiting, person)
    if own is not None and values is not None:
        said = filled(own, written(values, nearest(person.language), person.time_zone))
        title, body = said.subject, said.text
    # A title holds no amount; the body of what is about money does.
    is_shown = wishes.shows_amounts or told.amount is None
    return Outgoing(
        reference=waiting.reference,
        to=to,
        language=nearest(person.language),
        subject=title,
        text=body if is_shown else "",
        template=waiting.kind.value,
        values={"id": str(told.id), "link": words.link or "/notifications"},
        is_urgent=waiting.kind in ALARMS,
    )


async def is_wanted(tx: Tx, person: UUID, notification: UUID) -> bool:
    """Whether there still is something to say: she has not read it."""
    return await told_store.unread(tx, person, notification) is not None


def masked(to: str) -> str:
    """A browser as officers see it: by its push service."""
    return _host(msgspec.json.decode(to, type=PushSubscription).endpoint)


def _host(endpoint: str) -> str:
    return (urlsplit(endpoint).hostname or "")[:253]
