"""Links of one's own: made, read with what came in, cancelled."""

import hashlib
from collections.abc import Sequence
from datetime import datetime
from typing import Final
from uuid import UUID

from batua.kit import clock, journal, secrets
from batua.kit.db import Tx
from batua.kit.money import Money
from batua.kit.page import Page, decode_cursor, page_of
from batua.kit.secrets import KeyRing
from batua.modules.identity.types import PersonId
from batua.modules.payments.errors import PaymentLinkNotFound
from batua.modules.payments.rules import limits as limit_rules
from batua.modules.payments.rules import payment_links as rules
from batua.modules.payments.rules import words
from batua.modules.payments.service import caps, wallet_accounts
from batua.modules.payments.store import payment as payment_store
from batua.modules.payments.store import payment_link as store
from batua.modules.payments.store import wallet as wallet_store
from batua.modules.payments.store.key import once
from batua.modules.payments.types import PaymentLinkCancelled, PaymentLinkMade, PaymentView
from batua.modules.payments.types.payment_links import (
    LinkOrder,
    LinkStatus,
    OwnLink,
    PaymentLink,
    PaymentLinkId,
)

_SECRET_BYTES: Final = 16


async def make_payment_link(tx: Tx, keys: KeyRing, order: LinkOrder) -> OwnLink:
    """Make a link by which anybody can pay into one's wallet.

    order    amounts in minor units, at most what may be sent in one payment
    repeat   the same key returns the first link, with the same secret
    refuses  AmountNotPositive, BadField, LinkAmountOutside, NoteTooLong, KeyReused,
             NoWalletOfYours, TooManyPaymentLinks
    states   PaymentLinkMade
    """
    if order.amount_minor is not None:
        limit_rules.check_positive(Money(order.amount_minor, order.currency))
    note, now = words.note(order.note), clock.now()
    until = rules.expires_at(now, order.days)
    parts = (order.currency, order.amount_minor, order.least_minor, order.most_minor)
    claimed = await once.claim(
        tx, order.person, order.key, "payment_link", *parts, note, order.is_once, order.days
    )
    if not claimed.is_new:
        return await payment_link(tx, keys, order.person, claimed.id)
    cap = (await caps.limits(tx, keys, order.person, order.currency, now)).per_send
    least, most = rules.bounds(order, cap)
    link = PaymentLink(
        id=PaymentLinkId(claimed.id),
        person=order.person,
        least=least,
        most=most,
        note=note,
        is_once=order.is_once,
        created_at=now,
        expires_at=until,
        cancelled_at=None,
        paid_count=0,
        received=Money.zero(order.currency),
    )
    secret = await _add(tx, keys, link)
    return OwnLink(link, rules.status_at(link, now), secret)


async def _add(tx: Tx, keys: KeyRing, link: PaymentLink) -> str:
    await wallet_accounts.own_wallet(tx, link.person, link.least.currency)
    # Held, so that links made at once are counted one after another.
    await wallet_store.queue_behind(tx, link.person, link.least.currency)
    rules.check_room(await store.count_open(tx, link.person, link.created_at))
    secret = secrets.token(_SECRET_BYTES)
    await store.add(tx, link, hash_of(secret), keys.seal(secret, purpose=store.SECRET))
    fact = PaymentLinkMade(
        subject=link.id, actor=link.person, audience=(link.person,), person=link.person
    )
    await journal.state(tx, fact)
    return secret


def hash_of(secret: str) -> bytes:
    """A secret of 128 random bits needs no slow hash."""
    return hashlib.sha256(secret.encode()).digest()


async def payment_link(tx: Tx, keys: KeyRing, person: PersonId, id: UUID) -> OwnLink:
    """A link of one's own; refuses PaymentLinkNotFound, also for another's."""
    return (await _own(tx, keys, [await _found(tx, person, id)]))[0]


async def payment_links(
    tx: Tx, keys: KeyRing, person: PersonId, cursor: str | None, limit: int
) -> Page[OwnLink]:
    """A person's links with what came in by each, newest first; refuses BadCursor."""
    after = None if cursor is None else decode_cursor(cursor, tuple[datetime, UUID])
    rows = await store.page(tx, person, after, limit + 1)
    found: Page[PaymentLink] = page_of(rows, limit, lambda each: (each.created_at, each.id))
    return Page(await _own(tx, keys, found.items), found.next)


async def payments_by_link(
    tx: Tx, person: PersonId, id: UUID, cursor: str | None, limit: int
) -> Page[PaymentView]:
    """What came in by a link of one's own, newest first; refuses PaymentLinkNotFound, BadCursor."""
    link = await _found(tx, person, id)
    after = None if cursor is None else decode_cursor(cursor, tuple[datetime, UUID])
    rows = await store.paid_checkouts(tx, link.id, after, limit + 1)
    paid = page_of(rows, limit, lambda each: (each.created_at, each.id))
    found = await payment_store.find_many(tx, [each.id for each in paid.items])
    return Page([PaymentView(found[each.id], person, None) for each in paid.items], paid.next)


async def cancel_payment_link(tx: Tx, keys: KeyRing, person: PersonId, id: UUID) -> OwnLink:
    """End a link before its time; a checkout that was begun before may still be paid.

    repeat   a link that is over stays as it is
    refuses  PaymentLinkNotFound, also for another's
    states   PaymentLinkCancelled, the first time
    """
    link = await store.lock(tx, id)
    if link is None or link.person != person:
        raise PaymentLinkNotFound
    now = clock.now()
    if rules.status_at(link, now) is LinkStatus.OPEN:
        await store.cancel(tx, link.id, now)
        fact = PaymentLinkCancelled(
            subject=link.id, actor=person, audience=(person,), person=person
        )
        await journal.state(tx, fact)
    return await payment_link(tx, keys, person, id)


async def _found(tx: Tx, person: PersonId, id: UUID) -> PaymentLink:
    found = await store.find(tx, id)
    if found is None or found.person != person:
        raise PaymentLinkNotFound
    return found


async def _own(tx: Tx, keys: KeyRing, links: Sequence[PaymentLink]) -> list[OwnLink]:
    now = clock.now()
    sealed = await store.sealed_of(tx, [link.id for link in links])
    return [
        OwnLink(link, rules.status_at(link, now), keys.open(sealed[link.id], purpose=store.SECRET))
        for link in links
    ]
