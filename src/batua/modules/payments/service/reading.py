"""History: what went out and came in, as each of the two sides sees it."""

from collections.abc import AsyncGenerator, Awaitable, Callable, Sequence
from datetime import datetime
from functools import partial
from uuid import UUID

from batua.kit.db import Database, Tx
from batua.kit.page import Page, decode_cursor, page_of
from batua.kit.replica import Mark
from batua.kit.secrets import KeyRing
from batua.modules.identity import service as identity
from batua.modules.identity.types import PersonId
from batua.modules.payments.errors import FilterInvalid, PaymentNotFound
from batua.modules.payments.rules import words
from batua.modules.payments.service import contacts
from batua.modules.payments.service.people import parties, party_of
from batua.modules.payments.store import history as history_store
from batua.modules.payments.store import newest as newest_store
from batua.modules.payments.store import payment as payment_store
from batua.modules.payments.types import HistoryFilter, Payment, PaymentView, Receipt

EXPORT_PAGE = 500


async def payment(tx: Tx, keys: KeyRing, person: PersonId, id: UUID) -> PaymentView:
    """One payment as one of its sides sees it.

    refuses  PaymentNotFound, also for someone else's
    """
    found = await payment_store.find(tx, id)
    if found is None or not found.has_side(person):
        raise PaymentNotFound
    return (await _views(tx, keys, person, [found]))[0]


async def history(
    tx: Tx, keys: KeyRing, person: PersonId, wanted: HistoryFilter, cursor: str | None, limit: int
) -> Page[PaymentView]:
    """A person's payments, newest first.

    refuses  FilterInvalid when a bound lies beyond its opposite, BadCursor
    """
    after = None if cursor is None else decode_cursor(cursor, tuple[datetime, UUID])
    rows = await _read(tx, keys, person, wanted, after, limit + 1)
    page: Page[Payment] = page_of(rows, limit, _position)
    return Page(await _views(tx, keys, person, page.items), page.next)


def newest(person: PersonId) -> Callable[[Tx], Awaitable[Mark]]:
    """What `Database.report` compares, so that nobody misses a payment of hers."""
    return lambda tx: newest_store.newest(tx, person)


def all_history(
    db: Database, keys: KeyRing, person: PersonId, wanted: HistoryFilter
) -> AsyncGenerator[list[PaymentView]]:
    """The whole of a person's history in pages, each read on its own: an export may take long.

    refuses  FilterInvalid, at once and not when the first page is asked for
    """
    _check(wanted)
    return _pages(db, keys, person, wanted)


async def _pages(
    db: Database, keys: KeyRing, person: PersonId, wanted: HistoryFilter
) -> AsyncGenerator[list[PaymentView]]:
    async def read(
        tx: Tx, after: tuple[datetime, UUID] | None
    ) -> tuple[list[Payment], list[PaymentView]]:
        rows = await _read(tx, keys, person, wanted, after, EXPORT_PAGE)
        return rows, await _views(tx, keys, person, rows)

    after: tuple[datetime, UUID] | None = None
    while True:
        rows, views = await db.report(partial(read, after=after), newest(person))
        yield views
        if len(rows) < EXPORT_PAGE:
            return
        after = _position(rows[-1])


async def receipt(tx: Tx, keys: KeyRing, person: PersonId, id: UUID, language: str) -> Receipt:
    """What the receipt of a payment prints for one of its sides; refuses PaymentNotFound."""
    view = await payment(tx, keys, person, id)
    me = await identity.person(tx, keys, person)
    return Receipt(view, party_of(me, is_known=True), language, me.time_zone)


def _position(payment: Payment) -> tuple[datetime, UUID]:
    return payment.created_at, payment.id


async def _read(
    tx: Tx,
    keys: KeyRing,
    person: PersonId,
    wanted: HistoryFilter,
    after: tuple[datetime, UUID] | None,
    limit: int,
) -> list[Payment]:
    _check(wanted)
    text = words.clean(wanted.text or "")
    found = None
    if text:
        named = await contacts.named(tx, keys, person, text)
        reference = words.reference_begun(text)
        found = history_store.Words(
            query=words.search_query(text),
            reference=reference,
            is_reference_whole=reference is not None and len(reference) == words.REFERENCE_LENGTH,
            people=named,
        )
    return await history_store.read(tx, history_store.Wanted(person, wanted, found, after, limit))


def _check(wanted: HistoryFilter) -> None:
    since, until = wanted.since, wanted.until
    if since is not None and until is not None and since > until:
        raise FilterInvalid
    least, most = wanted.min_minor, wanted.max_minor
    if least is not None and most is not None and least > most:
        raise FilterInvalid


async def _views(
    tx: Tx, keys: KeyRing, person: PersonId, payments: Sequence[Payment]
) -> list[PaymentView]:
    others = {payment.id: payment.other(person) for payment in payments}
    seen = await parties(tx, keys, person, [id for id in others.values() if id is not None])
    return [
        PaymentView(payment, person, seen.get(other) if (other := others[payment.id]) else None)
        for payment in payments
    ]
