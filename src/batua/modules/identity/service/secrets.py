"""Passwords and PINs: changed by who knows them, and the PIN given to step up."""

from dataclasses import dataclass, field
from datetime import datetime
from math import ceil
from uuid import UUID

from batua.kit import clock, journal
from batua.kit.caller import Caller
from batua.kit.db import Database, Tx
from batua.kit.secrets import KeyRing
from batua.modules.identity.errors import (
    CodeExpired,
    PinIsLocked,
    PinMissing,
    PinResetTooSoon,
    StepUpExpired,
    StepUpRequired,
    WrongPassword,
    WrongPin,
)
from batua.modules.identity.rules import limits, profile, strength
from batua.modules.identity.service import codes, pace, sessions, tokens
from batua.modules.identity.service.means import Means
from batua.modules.identity.store import challenges, credentials, people, sealing
from batua.modules.identity.store.challenges import Draft, Row
from batua.modules.identity.store.sessions import Which
from batua.modules.identity.types import (
    Challenge,
    Origin,
    PasswordChanged,
    Person,
    PinChanged,
    PinLocked,
    PinReset,
    Purpose,
    StepUp,
)


@dataclass(frozen=True, slots=True)
class _Try:
    """A try of the PIN that is counted before its answer is known."""

    encoded: str
    version: int
    wrong_in_row: int
    locked_until: datetime | None


@dataclass(frozen=True, slots=True)
class NewPassword:
    """The password that is, and the one that is wanted."""

    current: str = field(repr=False)
    new: str = field(repr=False)


async def change_password(db: Database, means: Means, caller: Caller, wish: NewPassword) -> None:
    """Replace the password; every other session ends.

    refuses  WrongPassword, WeakPassword, TooManyTries
    states   PasswordChanged, SessionRevoked
    """
    person = await _person(db, means, caller)
    strength.check_password(wish.new, [person.phone, person.name, person.email or ""])
    await _check_password(db, means, caller, wish.current)
    encoded = await means.hasher.hash(wish.new)
    async with db.transaction() as tx:
        now = clock.now()
        await people.lock(tx, caller.person)
        await credentials.set_password(tx, means.keys, caller.person, encoded, now)
        await challenges.close_all(tx, caller.person, now)
        which = Which(caller.person, other_than=caller.session)
        await sessions.end_sessions(tx, which, "password_changed")
        await journal.state(
            tx,
            PasswordChanged(subject=caller.person, actor=caller.person, audience=(caller.person,)),
        )


async def change_pin(db: Database, means: Means, caller: Caller, current: str, new: str) -> None:
    """Replace the PIN by who knows it; step-up tokens of the old one end.

    refuses  WrongPin, PinIsLocked, PinMissing, WeakPin
    states   PinChanged, PinLocked
    """
    person = await _person(db, means, caller)
    strength.check_pin(new, person.phone)
    await _check_pin(db, means, caller.person, current)
    encoded = await means.hasher.hash(new)
    async with db.transaction() as tx:
        await _set_pin(tx, means.keys, caller.person, encoded, was_reset=False)


async def ask_pin_code(db: Database, means: Means, caller: Caller, origin: Origin) -> Challenge:
    """Send the code that a new PIN needs when the old one is forgotten.

    repeat   a new code; the one before is void
    refuses  PinResetTooSoon, TooManyTries
    """
    person = await _person(db, means, caller)
    await _check_reset(db, caller.person)
    target = sealing.phone_index(means.keys, person.phone)
    await pace.spend_by_address(db, means, limits.CODE_FROM_ADDRESS, origin.address)
    await pace.spend(db, means.keys, limits.CODE_TO_PHONE, target.hex())
    draft = Draft(
        Purpose.PIN,
        person.language,
        phone=person.phone,
        sent_to=profile.mask_phone(person.phone),
    )
    async with db.transaction() as tx:
        wanted = codes.Request(Purpose.PIN, target, person.id, draft)
        return await codes.open_challenge(tx, means, wanted)


async def reset_pin(db: Database, means: Means, caller: Caller, reset: PinReset, new: str) -> None:
    """Choose a new PIN by password and code; a lock ends.

    refuses  WrongPassword, WrongCode, CodeSpent, CodeExpired, PinResetTooSoon, WeakPin
    states   PinChanged
    """
    person = await _person(db, means, caller)
    strength.check_pin(new, person.phone)
    await _check_reset(db, caller.person)
    await _check_password(db, means, caller, reset.password)
    encoded = await means.hasher.hash(new)

    async def put_in_place(tx: Tx, row: Row) -> None:
        # A code that was sent to somebody else's phone proves nothing here.
        if row.person != caller.person:
            raise CodeExpired
        await _set_pin(tx, means.keys, caller.person, encoded, was_reset=True)

    await codes.prove(db, means, Purpose.PIN, reset.proof, put_in_place)


async def step_up(db: Database, means: Means, caller: Caller, pin: str) -> StepUp:
    """Give the PIN, and get a proof of it for this session and five minutes.

    refuses  WrongPin, PinIsLocked, PinMissing
    states   PinLocked
    """
    version = await _check_pin(db, means, caller.person, pin)
    text, expires_at = tokens.step_up(means.keys, caller.person, caller.session, version)
    return StepUp(text, expires_at)


async def require_step_up(tx: Tx, keys: KeyRing, session: UUID, token: str | None) -> None:
    """Go on only if the PIN was given in this session within five minutes.

    refuses  StepUpRequired, StepUpExpired
    """
    claims = tokens.read(keys, token or "", tokens.Audience.STEP_UP)
    if claims is None or claims.session != session:
        raise StepUpRequired
    version = await credentials.pin_version_of_session(tx, session)
    if claims.is_expired or claims.pin_version != version:
        raise StepUpExpired


async def _check_pin(db: Database, means: Means, person: UUID, pin: str) -> int:
    """The PIN's version when it is right."""
    tried = await _take_try(db, means, person)
    is_right = await means.hasher.is_right(tried.encoded, pin)
    async with db.transaction() as tx:
        if is_right:
            await credentials.count_pin_try(tx, person, wrong=0, locks=0, locked_until=None)
            return tried.version
        if tried.locked_until is not None:
            await journal.state(
                tx, PinLocked(subject=person, audience=(person,), until=tried.locked_until)
            )
    if tried.locked_until is not None:
        raise _locked(tried.locked_until)
    raise WrongPin(limits.PIN_TRIES - tried.wrong_in_row)


async def _take_try(db: Database, means: Means, person: UUID) -> _Try:
    """Count a try as wrong before it is known to be right.

    So many tries at once can never be more than three, and a crash in between gives none away.
    """
    now = clock.now()
    async with db.transaction() as tx:
        pin = await credentials.lock_pin(tx, means.keys, person)
        if pin is None:
            raise PinMissing
        if pin.locked_until is not None and now < pin.locked_until:
            raise _locked(pin.locked_until)
        wrong = pin.wrong_in_row % limits.PIN_TRIES + 1
        is_last = wrong == limits.PIN_TRIES
        until = now + limits.lock_time(pin.locks_in_row) if is_last else None
        locks = pin.locks_in_row + is_last
        await credentials.count_pin_try(tx, person, wrong=wrong, locks=locks, locked_until=until)
    return _Try(pin.encoded, pin.version, wrong, until)


async def _check_password(db: Database, means: Means, caller: Caller, typed: str) -> None:
    await pace.spend(db, means.keys, limits.PASSWORD_CHECK, str(caller.person))
    async with db.read() as tx:
        found = await credentials.passwords(tx, means.keys, [caller.person])
    password = found.get(caller.person)
    encoded = None if password is None else password.encoded
    if not await means.hasher.is_right(encoded, typed):
        raise WrongPassword
    async with db.transaction() as tx:
        await pace.forgive(tx, means.keys, limits.PASSWORD_CHECK, str(caller.person))


async def _check_reset(db: Database, person: UUID) -> None:
    """Who stole a phone number must not get from it to the money within a day."""
    async with db.read() as tx:
        recovered_at = await people.recovered_at(tx, person)
    if recovered_at is None:
        return
    wait = recovered_at + limits.PIN_RESET_WAIT - clock.now()
    if wait.total_seconds() > 0:
        raise PinResetTooSoon(ceil(wait.total_seconds()))


async def _set_pin(tx: Tx, keys: KeyRing, person: UUID, encoded: str, *, was_reset: bool) -> None:
    await credentials.set_pin(tx, keys, person, encoded, clock.now())
    await journal.state(
        tx, PinChanged(subject=person, actor=person, audience=(person,), was_reset=was_reset)
    )


async def _person(db: Database, means: Means, caller: Caller) -> Person:
    async with db.read() as tx:
        person = await people.get(tx, means.keys, caller.person)
    assert person is not None
    return person


def _locked(until: datetime) -> PinIsLocked:
    return PinIsLocked(max(1, ceil((until - clock.now()).total_seconds())), until)
