"""The delivery log for officers: searched, taken away, and each look written down."""

from collections.abc import AsyncGenerator, Sequence
from dataclasses import replace
from typing import Final
from uuid import UUID

from batua.kit import clock
from batua.kit.db import Database, Tx
from batua.kit.page import Page, Place, decode_cursor, page_of
from batua.kit.secrets import KeyRing
from batua.modules.identity import service as identity
from batua.modules.notifications.errors import SeekOne
from batua.modules.notifications.store import log as store
from batua.modules.notifications.store.dispatch import TO
from batua.modules.notifications.types import Dispatch, LogFilter, LogPosition
from batua.modules.notifications.types.log import Look, Looker, Sought

FILE_PAGE: Final = 500
MOST_LINES: Final = 50_000
"""So long may a file be: a spreadsheet still opens it."""
NOBODY: Final = UUID(int=0)
"""Whose lines are wanted when who was looked for is not there."""


async def deliveries(
    tx: Tx, keys: KeyRing, wanted: LogFilter, cursor: str | None, limit: int
) -> Page[Dispatch]:
    """The delivery log, newest first, for those who run the house.

    refuses  BadCursor
    """
    before = None if cursor is None else decode_cursor(cursor, LogPosition)
    to = "".join(wanted.to.split()).lower()
    to_index = keys.index(to, purpose=TO) if to else None
    found = await store.page(tx, wanted, to_index, before, limit + 1)
    return page_of(found, limit, lambda one: (one.queued_at, one.id))


async def look(
    tx: Tx, keys: KeyRing, by: Looker, wanted: LogFilter, sought: Sought, act: str = "searched"
) -> LogFilter:
    """Write down that an officer looks, and for whom; what she wants, with that person in it.

    repeat   each look is a line
    refuses  SeekOne when a person is named more than once, BadPhone, BadHandle
    """
    named = [one for one in (sought.person, sought.phone, sought.handle) if one is not None]
    if len(named) > 1:
        raise SeekOne
    person: UUID | None = sought.person
    if sought.phone is not None:
        person = await identity.find_by_phone(tx, keys, sought.phone)
    elif sought.handle is not None:
        person = await identity.find_by_handle(tx, sought.handle)
    await store.note_look(tx, clock.now(), by, act, person)
    return replace(wanted, person=person or NOBODY) if named else wanted


async def all_deliveries(
    db: Database, keys: KeyRing, wanted: LogFilter
) -> AsyncGenerator[Sequence[Dispatch]]:
    """The log page by page, newest first, no more than a spreadsheet opens."""
    cursor: str | None = None
    for _ in range(MOST_LINES // FILE_PAGE):
        async with db.read() as tx:
            page = await deliveries(tx, keys, wanted, cursor, FILE_PAGE)
        yield page.items
        if page.next is None:
            return
        cursor = page.next


async def looks(tx: Tx, cursor: str | None, limit: int) -> Page[Look]:
    """Who looked into the delivery log, the newest first; refuses BadCursor."""
    before = None if cursor is None else decode_cursor(cursor, tuple[Place])[0]
    found = await store.looks(tx, before, limit + 1)
    return page_of(found, limit, lambda one: (one.id,))
