"""What officers see; that they looked is written down."""

from batua.kit import clock
from batua.kit.db import Tx
from batua.kit.page import Page, Place, decode_cursor, page_of
from batua.kit.secrets import KeyRing
from batua.modules.identity import service as identity
from batua.modules.kyc import store
from batua.modules.kyc.errors import LookForOne
from batua.modules.kyc.service.asking import SHOWN
from batua.modules.kyc.types import By, LogLine, Verification


async def waiting(tx: Tx, by: By, cursor: str | None, limit: int) -> Page[Verification]:
    """What nobody has decided, whoever waits longest first; the look is logged.

    There is no list of those who are verified: such a list would be the very thing to steal.

    refuses  BadCursor
    """
    after = None if cursor is None else decode_cursor(cursor, store.Position)
    await store.note(tx, clock.now(), by, "looked", None)
    found = await store.waiting(tx, after, limit + 1)
    return page_of(found, limit, lambda one: (one.asked_at, one.id))


async def find(
    tx: Tx, keys: KeyRing, by: By, *, phone: str | None, handle: str | None
) -> list[Verification]:
    """What one person asked for, the newest first; nothing for somebody who is not there.

    The search is logged with whom it found.

    refuses  LookForOne, BadPhone, BadHandle
    """
    if phone is not None and handle is None:
        person = await identity.find_by_phone(tx, keys, phone)
    elif handle is not None and phone is None:
        person = await identity.find_by_handle(tx, handle)
    else:
        raise LookForOne
    await store.note(tx, clock.now(), by, "searched", person)
    return [] if person is None else await store.of_person(tx, person, SHOWN)


async def log(tx: Tx, cursor: str | None, limit: int) -> Page[LogLine]:
    """Who did and looked at what, the newest first; refuses BadCursor."""
    before = None if cursor is None else decode_cursor(cursor, tuple[Place])[0]
    found = await store.log(tx, before, limit + 1)
    return page_of(found, limit, lambda one: (one.id,))
