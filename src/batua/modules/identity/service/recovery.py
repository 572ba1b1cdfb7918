"""Recovering an account: a code to its phone, a new password, and everybody signed out."""

from dataclasses import dataclass, field

from batua.kit import clock, journal
from batua.kit.db import Database
from batua.modules.identity.errors import BadPhone, TicketSpent
from batua.modules.identity.rules import limits, profile, strength
from batua.modules.identity.rules.profile import Identifier
from batua.modules.identity.service import codes, pace, sessions
from batua.modules.identity.service.means import Means
from batua.modules.identity.service.sign_in import candidates
from batua.modules.identity.store import challenges, credentials, people, sealing
from batua.modules.identity.store.challenges import Draft
from batua.modules.identity.types import (
    Challenge,
    Origin,
    Person,
    Proof,
    Purpose,
    Recovered,
    Signed,
    Ticket,
)


@dataclass(frozen=True, slots=True)
class Renewal:
    """The new password that ends a recovery."""

    ticket: str = field(repr=False)
    password: str = field(repr=False)


async def recover(
    db: Database, means: Means, identifier: str, language: str, origin: Origin
) -> Challenge:
    """Send a code to the phone of an account; the answer is the same when there is none.

    repeat   a new code; the one before is void
    refuses  TooManyTries
    """
    kind, named = profile.identifier(identifier)
    is_phone = kind is Identifier.PHONE
    index = sealing.phone_index if is_phone else sealing.email_index
    target = index(means.keys, named)
    await pace.spend_by_address(db, means, limits.CODE_FROM_ADDRESS, origin.address)
    await pace.spend(db, means.keys, limits.CODE_TO_PHONE, target.hex())
    async with db.read() as tx:
        meant = await candidates(tx, means.keys, kind, named)
        person = await people.get(tx, means.keys, meant[0]) if meant else None
    draft = _draft(person, language, _shown(named) if is_phone else None)
    if not await codes.may_send(db, means.keys, target, draft):
        draft = _draft(None, language, draft.sent_to)
    async with db.transaction() as tx:
        owner = None if person is None else person.id
        wanted = codes.Request(Purpose.RECOVER, target, owner, draft)
        return await codes.open_challenge(tx, means, wanted)


async def confirm_recovery(db: Database, means: Means, proof: Proof, origin: Origin) -> Ticket:
    """Prove the phone by its code.

    refuses  WrongCode, CodeSpent, CodeExpired, TooManyTries
    """
    await pace.spend_by_address(db, means, limits.CODE_TRY_FROM_ADDRESS, origin.address)
    return await codes.prove_for_ticket(db, means, Purpose.RECOVER, proof)


async def complete_recovery(db: Database, means: Means, renewal: Renewal, origin: Origin) -> Signed:
    """Give the account a new password, sign everybody out, and sign its owner in here.

    repeat   refused: one ticket makes one new password
    refuses  TicketSpent, WeakPassword
    states   Recovered, SessionRevoked, DeviceRevoked, SignedIn
    """
    row = await codes.read_ticket(db, means, Purpose.RECOVER, renewal.ticket)
    if row.person is None:
        raise TicketSpent
    async with db.read() as tx:
        person = await people.get(tx, means.keys, row.person)
    assert person is not None
    strength.check_password(renewal.password, [person.phone, person.name, person.email or ""])
    encoded = await means.hasher.hash(renewal.password)
    async with db.transaction() as tx:
        now = clock.now()
        await people.lock(tx, person.id)
        await codes.use_ticket(tx, means, Purpose.RECOVER, renewal.ticket)
        await credentials.set_password(tx, means.keys, person.id, encoded, now)
        await people.set_recovered(tx, person.id, now)
        await challenges.close_all(tx, person.id, now)
        await sessions.forget_everything(tx, person.id, "recovered")
        await pace.forgive(tx, means.keys, limits.SIGN_IN, person.phone)
        await journal.state(tx, Recovered(subject=person.id, audience=(person.id,)))
        place = sessions.Place(None, origin.device_name)
        return await sessions.open_session(tx, means.keys, person, place)


def _draft(person: Person | None, language: str, sent_to: str | None) -> Draft:
    if person is None:
        return Draft(None, language, sent_to=sent_to)
    return Draft(Purpose.RECOVER, person.language, phone=person.phone, sent_to=sent_to)


def _shown(named: str) -> str:
    """What was typed, masked; text that is no phone anywhere is told back as hidden."""
    try:
        return profile.mask_phone(profile.phone(named))
    except BadPhone:
        return "•••"
