"""Tell people, list, mark as read, and queue codes."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from batua.kit import clock, jobs, journal
from batua.kit.db import Tx
from batua.kit.ids import new_id
from batua.kit.page import Page, decode_cursor, page_of
from batua.kit.secrets import KeyRing
from batua.kit.words import say
from batua.modules.identity import service as identity
from batua.modules.identity.types import CodeMessage, PersonId
from batua.modules.notifications import rules
from batua.modules.notifications.errors import NothingToMark
from batua.modules.notifications.service import codes, falling
from batua.modules.notifications.service.sending import dispatch
from batua.modules.notifications.service.told_words import in_words
from batua.modules.notifications.store import told as store
from batua.modules.notifications.types import (
    DeliveryReport,
    Message,
    MessageId,
    MessageState,
    Notification,
    NotificationId,
    Notified,
    Tell,
    WasRead,
)
from batua.modules.payments import service as payments


async def tell(tx: Tx, what: Tell, at: datetime | None = None) -> None:
    """Tell one person of one thing.

    at       when it happened; now when absent
    repeat   the same key tells the same person nothing again
    states   Notified
    """
    id = new_id()
    is_new, channels = await store.add(tx, id, what, at or clock.now())
    if is_new:
        await journal.state(tx, Notified(subject=id, audience=(what.person,)))
        for send in await falling.first(tx, id, what, channels):
            await dispatch(tx, send)


async def is_first_device(tx: Tx, person: UUID, device: UUID) -> bool:
    """Whether this is the device the person registered on, which is no news to her.

    repeat   answers the same
    """
    return await store.claim_first_device(tx, person, device)


async def notifications(
    tx: Tx, keys: KeyRing, person: UUID, cursor: str | None, limit: int, *, unread: bool
) -> Page[Notification]:
    """A person's notifications, newest first, in her language and her time zone.

    refuses  BadCursor
    """
    before = decode_cursor(cursor, tuple[datetime, UUID]) if cursor else None
    found = await store.page(tx, person, before, limit + 1, unread=unread)
    page = page_of(found, limit, lambda told: (told.created_at, told.id))
    reader = await identity.person(tx, keys, PersonId(person))
    others = [told.other for told in page.items if told.other is not None]
    parties = await payments.parties(tx, keys, reader.id, others) if others else {}
    return Page([in_words(told, reader, parties) for told in page.items], page.next)


async def count_unread(tx: Tx, person: UUID) -> int:
    """How many notifications wait to be read; a hundred stands for a hundred or more."""
    return await store.count_unread(tx, person)


async def mark_read(tx: Tx, person: UUID, ids: Sequence[NotificationId] | None) -> None:
    """Mark a person's notifications as read; None marks all. Those of others stay as they are.

    repeat   changes nothing
    refuses  NothingToMark for an empty list
    states   WasRead when something changed
    """
    if ids is not None and not ids:
        raise NothingToMark
    if await store.mark_read(tx, person, ids, clock.now()):
        await journal.state(tx, WasRead(subject=person, audience=(person,)))


async def queue_message(tx: Tx, keys: KeyRing, code: CodeMessage, deliver: jobs.Run) -> None:
    """Put a code into the outbox; `deliver` is queued to run when this transaction commits."""
    now = clock.now()
    body = say(code.language, code.key, code=code.code)
    named = await codes.registration(tx, code.purpose, code.language, code.to_phone)
    until = now + rules.CODE_LIFE
    message = Message(MessageId(new_id()), code.to_phone, body, until, named)
    await store.queue(tx, keys, message, code.purpose, now)
    await jobs.defer(tx, deliver, message=str(message.id))


async def take_message(tx: Tx, keys: KeyRing, id: MessageId) -> Message | None:
    """A message that waits to be sent, for one try; None when it was sent or is too old."""
    message = await store.queued(tx, keys, id)
    if message is not None and message.expires_at <= clock.now():
        await store.end(tx, id, MessageState.EXPIRED, clock.now())
        return None
    return message


async def end_message(tx: Tx, id: MessageId, state: MessageState, report: DeliveryReport) -> None:
    """Note what became of a message, and erase its phone and words.

    repeat   the first end stays
    """
    await store.end(tx, id, state, clock.now(), report)


async def sweep_messages(tx: Tx, limit: int) -> int:
    """End messages that nobody took in time, and forget those that ended long ago."""
    now = clock.now()
    ended = await store.expire(tx, now, limit)
    return ended + await store.forget(tx, now - rules.MESSAGE_KEPT, limit)
