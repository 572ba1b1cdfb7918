"""Whom the lines of a batch name, with a guard against probing who has a wallet."""

import asyncio
from collections.abc import Iterable, Mapping, Sequence

import phonenumbers

from batua.kit import clock
from batua.kit.db import Database, Tx
from batua.kit.money import Currency
from batua.kit.refusal import Refusal
from batua.kit.secrets import KeyRing
from batua.modules.identity import service as identity
from batua.modules.identity.types import PersonId
from batua.modules.payments.errors import (
    NoWalletOfYours,
    PayeeHasNoWallet,
    PayeeIsYourself,
    PayeeNotFound,
    PhoneNotReadable,
    TooManyMisses,
)
from batua.modules.payments.rules import bulk as rules
from batua.modules.payments.rules import guard
from batua.modules.payments.rules.bulk import Handle, Number
from batua.modules.payments.service.wallet_accounts import default_currency, open_wallet
from batua.modules.payments.store import bulk as store
from batua.modules.payments.store import dealing
from batua.modules.payments.types import Wanted

Recognised = Mapping[str, PersonId | Refusal]
"""For each recipient as written: who that is, or why it is not known."""


async def recognise(
    db: Database, keys: KeyRing, person: PersonId, lines: Sequence[Wanted]
) -> Recognised:
    """Find whom the lines name; a number or handle that finds nobody is a miss, and counts.

    An id is taken as it is: it cannot be guessed, and whether it is somebody's is seen later.
    """
    found: dict[str, PersonId | Refusal] = {}
    named: dict[str, Handle | Number] = {}
    for text in {line.recipient: None for line in lines}:
        try:
            read = rules.recipient(text)
        except Refusal as refusal:
            found[text] = refusal
            continue
        if isinstance(read, Handle | Number):
            named[text] = read
        else:
            found[text] = read
    if named:
        found |= await _look_up(db, keys, person, named)
    return {text: PayeeIsYourself() if one == person else one for text, one in found.items()}


async def _look_up(
    db: Database, keys: KeyRing, person: PersonId, named: Mapping[str, Handle | Number]
) -> dict[str, PersonId | Refusal]:
    numbers = [text for text, read in named.items() if isinstance(read, Number)]
    async with db.transaction() as tx:
        own = (await identity.person(tx, keys, person)).phone
    # Ten thousand numbers take a second of processor time: not on the event loop.
    read = await asyncio.to_thread(_e164, [named[text] for text in numbers], own)
    phones = dict(zip(numbers, read, strict=True))
    async with db.transaction() as tx:
        by_phone = await identity.find_by_phones(tx, keys, {p for p in read if p is not None})
        handles = {one.handle for one in named.values() if isinstance(one, Handle)}
        by_handle = await identity.find_by_handles(tx, handles)
        found: dict[str, PersonId | Refusal] = {}
        asked: dict[str, tuple[str, PersonId | None]] = {}
        for text, one in named.items():
            if isinstance(one, Handle):
                asked[text] = one.handle, by_handle.get(one.handle)
            elif (phone := phones[text]) is None:
                found[text] = PhoneNotReadable()
            else:
                asked[text] = phone, by_phone.get(phone)
        return found | await _guarded(tx, keys, person, asked)


def _e164(numbers: Sequence[Handle | Number], own: str) -> list[str | None]:
    """Each number in E.164; one without a country code is read as the caller's neighbour's."""
    region = phonenumbers.region_code_for_number(phonenumbers.parse(own))
    found: list[str | None] = []
    for number in numbers:
        assert isinstance(number, Number)
        try:
            parsed = phonenumbers.parse(number.text, region)
        except phonenumbers.NumberParseException:
            found.append(None)
            continue
        is_valid = phonenumbers.is_valid_number(parsed)
        e164 = phonenumbers.PhoneNumberFormat.E164
        found.append(phonenumbers.format_number(parsed, e164) if is_valid else None)
    return found


async def _guarded(
    tx: Tx, keys: KeyRing, person: PersonId, asked: Mapping[str, tuple[str, PersonId | None]]
) -> dict[str, PersonId | Refusal]:
    """The answers in their order; once there are too many misses, only for those dealt with."""
    now = clock.now()
    since = now - guard.WINDOW
    known = await store.misses(tx, person, since)
    strangers = {id for _, id in asked.values() if id is not None}
    dealt: set[PersonId] | None = None
    fresh: list[bytes] = []
    found: dict[str, PersonId | Refusal] = {}
    for text, (name, id) in asked.items():
        mark = keys.index(name, purpose="payments.file_miss")
        if id is None and mark in known:
            found[text] = PayeeNotFound()  # told before, so it tells nothing new
            continue
        wait_s = guard.file_wait_s(list(known.values()), now)
        if wait_s and dealt is None:
            dealt = {PersonId(one) for one in await dealing.dealt(tx, person, list(strangers))}
        if wait_s and not (dealt and id in dealt):
            found[text] = TooManyMisses(wait_s)
        elif id is None:
            known[mark] = now
            fresh.append(mark)
            found[text] = PayeeNotFound()
        else:
            found[text] = id
    if fresh:
        await store.add_misses(tx, person, fresh, now, since)
    return found


async def without_wallet(
    tx: Tx,
    keys: KeyRing,
    payer: PersonId,
    pairs: Iterable[tuple[PersonId, Currency]],
    *,
    opens: bool,
) -> dict[tuple[PersonId, Currency], Refusal]:
    """Why some of the pairs cannot be paid; a wallet in the default currency opens by itself.

    opens   whether it opens now, in the order of the people as the single sends do it
    states  WalletOpened
    """
    wanted = sorted(set(pairs))
    currencies = sorted({currency for _, currency in wanted})
    sides = [*wanted, *((payer, currency) for currency in currencies)]
    lacking = await store.without_wallet(tx, [p for p, _ in sides], [c for _, c in sides])
    if not lacking:
        return {}
    found: dict[tuple[PersonId, Currency], Refusal] = {}
    exist = await identity.people(tx, keys, {id for id, _ in lacking})
    for person, currency in sorted(set(sides)):
        if (person, str(currency)) not in lacking:
            continue
        if person not in exist:
            found[person, currency] = PayeeNotFound()
        elif currency == default_currency():
            if opens:
                await open_wallet(tx, person, currency)
        else:
            found[person, currency] = PayeeHasNoWallet()
    own = {currency for currency in currencies if (payer, currency) in found}
    for pair in wanted:
        if pair[1] in own and not isinstance(found.get(pair), PayeeNotFound):
            found[pair] = NoWalletOfYours()
    return found
