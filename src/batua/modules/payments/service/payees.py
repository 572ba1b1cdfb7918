"""Looking a payee up, with a guard against probing who has a wallet."""

import phonenumbers

from batua.kit import clock
from batua.kit.db import Tx
from batua.kit.money import Money
from batua.kit.secrets import KeyRing
from batua.modules.identity import service as identity
from batua.modules.identity.errors import BadHandle
from batua.modules.identity.types import PersonId
from batua.modules.payments.errors import (
    LookUpByOne,
    PayeeIsYourself,
    PayeeNotFound,
    PhoneNotReadable,
    TooManyMisses,
)
from batua.modules.payments.rules import guard, links, words
from batua.modules.payments.rules.limits import check_positive
from batua.modules.payments.service.people import have_met, payees
from batua.modules.payments.store import guard as guard_store
from batua.modules.payments.types import Found, Link, LookUp, Payee


async def look_up_payee(tx: Tx, keys: KeyRing, person: PersonId, wanted: LookUp) -> Found | None:
    """Find who can be paid by phone, handle or QR text; None is a miss, and counts.

    The caller commits a miss as well: one that is rolled back would not count.

    refuses  LookUpByOne, PhoneNotReadable, HandleNotReadable, QrNotReadable, QrOfAnotherNetwork,
             PayeeIsYourself, TooManyMisses
    """
    if sum(part is not None for part in (wanted.phone, wanted.handle, wanted.qr)) != 1:
        raise LookUpByOne
    link = _read(wanted)
    phone = await _e164(tx, keys, person, wanted.phone) if wanted.phone is not None else None

    now = clock.now()
    misses = guard.recent(await guard_store.lock_misses(tx, person), now)
    found = await _find(tx, keys, link, phone)
    if found == person:
        raise PayeeIsYourself
    wait_s = guard.wait_s(misses, now)
    # Whoever the caller has dealt with is no secret to her, so that look-up always answers.
    if wait_s and not (found and await have_met(tx, person, found)):
        raise TooManyMisses(wait_s)
    if found is None:
        await guard_store.write_misses(tx, person, [*misses, now])
        return None
    payee = (await payees(tx, keys, person, [found]))[found]
    return Found(payee, link.amount, link.note)


async def payee(tx: Tx, keys: KeyRing, person: PersonId, id: PersonId) -> Payee:
    """Someone whose id the caller knows; refuses PayeeNotFound."""
    found = (await payees(tx, keys, person, [id])).get(id)
    if found is None:
        raise PayeeNotFound
    return found


async def my_link(
    tx: Tx,
    keys: KeyRing,
    person: PersonId,
    public_url: str,
    amount: Money | None,
    note: str | None,
) -> str:
    """The text of the caller's own QR code; without a handle it names her by id.

    refuses  AmountNotPositive, NoteTooLong
    """
    if amount is not None:
        check_positive(amount)
    me = await identity.person(tx, keys, person)
    link = Link(me.handle, None if me.handle else me.id, amount, words.note(note) or None)
    return links.make(public_url, link)


def _read(wanted: LookUp) -> Link:
    if wanted.qr is not None:
        return links.parse(wanted.qr)
    if wanted.handle is not None:
        return Link(handle=links.handle(wanted.handle))
    return Link()


async def _find(tx: Tx, keys: KeyRing, link: Link, phone: str | None) -> PersonId | None:
    if phone is not None:
        return await identity.find_by_phone(tx, keys, phone)
    if link.handle is not None:
        return await _with_handle(tx, link.handle)
    if link.person is not None and link.person in await identity.people(tx, keys, [link.person]):
        return link.person
    return None


async def _with_handle(tx: Tx, handle: str) -> PersonId | None:
    try:
        return await identity.find_by_handle(tx, handle)
    except BadHandle:
        return None  # nobody can have it


async def _e164(tx: Tx, keys: KeyRing, person: PersonId, text: str) -> str:
    """The number in E.164; one without a country code is read as the caller's neighbour's."""
    own = phonenumbers.parse((await identity.person(tx, keys, person)).phone)
    region = phonenumbers.region_code_for_number(own)
    try:
        number = phonenumbers.parse(text, region)
    except phonenumbers.NumberParseException:
        raise PhoneNotReadable from None
    if not phonenumbers.is_valid_number(number):
        raise PhoneNotReadable
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
