"""Registering: a phone is proved by a code, then a password and a PIN are chosen."""

import asyncio
from dataclasses import dataclass, field

from batua.kit import clock, journal
from batua.kit.db import Database, Tx
from batua.kit.ids import new_id
from batua.kit.secrets import KeyRing
from batua.modules.identity.errors import BadHandle, HandleTaken, PhoneTaken
from batua.modules.identity.rules import limits, profile, strength
from batua.modules.identity.service import codes, pace, sessions
from batua.modules.identity.service.hashing import Hasher
from batua.modules.identity.service.means import Means
from batua.modules.identity.store import credentials, people, sealing
from batua.modules.identity.store.challenges import Draft
from batua.modules.identity.types import (
    Challenge,
    NewPerson,
    Origin,
    Person,
    PersonId,
    Proof,
    Purpose,
    Registered,
    Registration,
    Role,
    Signed,
    Ticket,
)


@dataclass(frozen=True, slots=True)
class Completion:
    """The secrets that end a registration."""

    ticket: str = field(repr=False)
    password: str = field(repr=False)
    pin: str = field(repr=False)


async def register(db: Database, means: Means, wish: Registration, origin: Origin) -> Challenge:
    """Send a code to a phone that wants an account.

    A phone that has one gets a message that says so; the answer is the same.

    repeat   a new code; the one before is void
    refuses  BadPhone, BadName, BadEmail, UnknownLanguage, UnknownTimeZone, TooManyTries
    """
    draft = _draft(wish)
    assert draft.phone is not None
    target = sealing.phone_index(means.keys, draft.phone)
    await pace.spend_by_address(db, means, limits.CODE_FROM_ADDRESS, origin.address)
    await pace.spend(db, means.keys, limits.CODE_TO_PHONE, target.hex())
    async with db.transaction() as tx:
        known = await people.id_by_phone(tx, means.keys, draft.phone)
        if known is not None:
            language = await people.language(tx, known)
            draft = Draft(
                Purpose.ALREADY_REGISTERED, language, phone=draft.phone, sent_to=draft.sent_to
            )
        # No person is named: what a registration opens must not touch an account that exists.
        wanted = codes.Request(Purpose.REGISTER, target, None, draft)
        return await codes.open_challenge(tx, means, wanted)


async def confirm_registration(db: Database, means: Means, proof: Proof, origin: Origin) -> Ticket:
    """Prove the phone by its code.

    refuses  WrongCode, CodeSpent, CodeExpired, TooManyTries
    """
    await pace.spend_by_address(db, means, limits.CODE_TRY_FROM_ADDRESS, origin.address)
    return await codes.prove_for_ticket(db, means, Purpose.REGISTER, proof)


async def complete_registration(
    db: Database, means: Means, completion: Completion, origin: Origin
) -> Signed:
    """Make the account, and sign its owner in on this device.

    repeat   refused: one ticket makes one account
    refuses  TicketSpent, WeakPassword, WeakPin, PhoneTaken
    states   Registered, SignedIn
    """
    row = await codes.read_ticket(db, means, Purpose.REGISTER, completion.ticket)
    draft = row.draft
    assert draft.phone is not None
    assert draft.name is not None
    about = [draft.phone, draft.name, draft.email or ""]
    strength.check_password(completion.password, about)
    strength.check_pin(completion.pin, draft.phone)
    password, pin = await asyncio.gather(
        means.hasher.hash(completion.password), means.hasher.hash(completion.pin)
    )
    async with db.transaction() as tx:
        await codes.use_ticket(tx, means, Purpose.REGISTER, completion.ticket)
        person = Person(
            id=PersonId(new_id()),
            name=draft.name,
            phone=draft.phone,
            email=draft.email,
            handle=None,
            language=draft.language,
            time_zone=draft.time_zone or profile.likely_time_zone(draft.phone),
            photo_key=None,
            roles=frozenset({Role.PERSON}),
            created_at=clock.now(),
            has_pin=True,
        )
        await _add(tx, means.keys, person, password, pin)
        place = sessions.Place(None, origin.device_name)
        return await sessions.open_session(tx, means.keys, person, place)


async def register_directly(
    tx: Tx, keys: KeyRing, new: NewPerson, hasher: Hasher | None = None
) -> Person:
    """Write a person without codes: for demo data and tests; weak secrets are let pass.

    refuses  BadPhone, BadName, BadEmail, BadHandle, UnknownLanguage, PhoneTaken, HandleTaken
    states   Registered
    """
    hasher = hasher or Hasher()
    draft = _draft(Registration(new.phone, new.name, new.language, new.email, new.time_zone))
    assert draft.phone is not None
    assert draft.name is not None
    person = Person(
        id=PersonId(new_id()),
        name=draft.name,
        phone=draft.phone,
        email=draft.email,
        handle=None if new.handle is None else profile.handle(new.handle),
        language=new.language,
        time_zone=draft.time_zone or profile.likely_time_zone(draft.phone),
        photo_key=None,
        roles=new.roles,
        created_at=new.created_at or clock.now(),
        has_pin=new.pin is not None,
    )
    password = None if new.password is None else await hasher.hash(new.password)
    pin = None if new.pin is None else await hasher.hash(new.pin)
    await _add(tx, keys, person, password, pin)
    return person


async def _add(
    tx: Tx, keys: KeyRing, person: Person, password: str | None, pin: str | None
) -> None:
    now = clock.now()
    if not await people.add(tx, keys, person):
        raise PhoneTaken
    if person.handle is not None:
        if profile.is_reserved(person.handle):
            raise BadHandle
        if not await people.add_handle(tx, person.id, person.handle, now):
            raise HandleTaken
        await people.save(tx, keys, person)
    if password is not None:
        await credentials.set_password(tx, keys, person.id, password, now)
    if pin is not None:
        await credentials.set_pin(tx, keys, person.id, pin, now)
    await journal.state(
        tx,
        Registered(
            subject=person.id, actor=person.id, audience=(person.id,), language=person.language
        ),
    )


def _draft(wish: Registration) -> Draft:
    phone = profile.phone(wish.phone)
    return Draft(
        Purpose.REGISTER,
        profile.language(wish.language),
        phone=phone,
        sent_to=profile.mask_phone(phone),
        name=profile.name(wish.name),
        email=profile.email(wish.email) if wish.email else None,
        time_zone=profile.time_zone(wish.time_zone) if wish.time_zone else None,
    )
