"""Signing in by phone or e-mail: a known device needs the password, a new one a code too."""

import asyncio
from collections.abc import Iterable
from typing import Final
from uuid import UUID

from batua.kit.db import Database, Tx
from batua.kit.secrets import KeyRing
from batua.modules.identity.errors import WrongCredentials
from batua.modules.identity.rules import limits, profile
from batua.modules.identity.rules.profile import Identifier
from batua.modules.identity.service import codes, pace, sessions
from batua.modules.identity.service.means import Means
from batua.modules.identity.store import credentials, people, sealing
from batua.modules.identity.store import sessions as store
from batua.modules.identity.store.challenges import Draft, Row
from batua.modules.identity.store.credentials import Password
from batua.modules.identity.types import (
    Challenge,
    Origin,
    Pace,
    PersonId,
    Proof,
    Purpose,
    Signed,
    SignIn,
)

_CHECKS: Final = {Identifier.PHONE: 1, Identifier.EMAIL: limits.PEOPLE_AN_EMAIL}


async def sign_in(db: Database, means: Means, attempt: SignIn) -> Signed | Challenge:
    """Sign somebody in, or send a code when the device is new to her.

    refuses  WrongCredentials (alike for an unknown person), TooManyTries
    states   SignedIn
    """
    kind, named = profile.identifier(attempt.identifier)
    origin = attempt.origin
    async with db.read() as tx:
        passwords = await _passwords(tx, means.keys, kind, named)
        known = await store.known_devices(tx, means.keys, origin.device_tokens)
    devices = {person: known[person] for person in passwords if person in known}
    await pace.spend_by_address(db, means, limits.SIGN_IN_FROM_ADDRESS, origin.address)
    counted = _counted(kind, named, devices)
    await pace.spend(db, means.keys, *counted)
    right = await _right(means, passwords.values(), attempt.password, _CHECKS[kind])
    if not right:
        raise WrongCredentials
    # Of several accounts of one e-mail and password, the one at home on this device is meant.
    password = next((p for p in right if p.person in devices), right[0])
    rehashed = await _rehashed(means, password, attempt.password)
    async with db.transaction() as tx:
        if not await credentials.is_current(tx, password):
            raise WrongCredentials
        if rehashed is not None:
            await credentials.rehash(tx, means.keys, password, rehashed)
        if kind is Identifier.PHONE:
            await pace.forgive(tx, means.keys, *counted)
        device = devices.get(password.person)
        if device is not None and await store.lock_device(tx, password.person, device):
            person = await people.get(tx, means.keys, password.person)
            assert person is not None
            return await sessions.open_session(tx, means.keys, person, sessions.Place(device))
    return await _ask_code(db, means, password, origin)


async def confirm_sign_in(db: Database, means: Means, proof: Proof, origin: Origin) -> Signed:
    """Sign in on a new device by the code that was sent; the device is known from now on.

    refuses  WrongCode, CodeSpent, CodeExpired, TooManyTries
    states   SignedIn
    """

    async def open_on_new_device(tx: Tx, row: Row) -> Signed:
        assert row.person is not None
        person = await people.get(tx, means.keys, row.person)
        assert person is not None
        place = sessions.Place(None, origin.device_name)
        return await sessions.open_session(tx, means.keys, person, place)

    await pace.spend_by_address(db, means, limits.CODE_TRY_FROM_ADDRESS, origin.address)
    return await codes.prove(db, means, Purpose.SIGN_IN, proof, open_on_new_device)


async def candidates(tx: Tx, keys: KeyRing, kind: Identifier, named: str) -> list[PersonId]:
    """Who may be meant by a phone or an e-mail, the oldest account first."""
    if kind is Identifier.EMAIL:
        return await people.ids_by_email(tx, keys, named, limits.PEOPLE_AN_EMAIL)
    found = await people.id_by_phone(tx, keys, named)
    return [] if found is None else [found]


async def _passwords(tx: Tx, keys: KeyRing, kind: Identifier, named: str) -> dict[UUID, Password]:
    meant = await candidates(tx, keys, kind, named)
    found = await credentials.passwords(tx, keys, meant)
    return {person: found[person] for person in meant if person in found}


def _counted(kind: Identifier, named: str, devices: dict[UUID, UUID]) -> tuple[Pace, str]:
    """Whose tries these are.

    By phone a known device has its own count, so that strangers cannot lock its owner out. By
    e-mail it is always the address, which no right password clears: who puts another person's
    e-mail on an account of her own could else guess on for ever, or see whether it is shared.
    """
    if kind is Identifier.PHONE and devices:
        return limits.SIGN_IN_ON_DEVICE, str(next(iter(devices.values())))
    return limits.SIGN_IN, named


async def _right(
    means: Means, passwords: Iterable[Password], typed: str, checks: int
) -> list[Password]:
    """Those passwords that are right, always after the same number of checks."""
    tried = list(passwords)
    encoded = [p.encoded for p in tried] + [None] * (checks - len(tried))
    answers = await asyncio.gather(*(means.hasher.is_right(e, typed) for e in encoded))
    return [p for p, is_right in zip(tried, answers[: len(tried)], strict=True) if is_right]


async def _rehashed(means: Means, password: Password, typed: str) -> str | None:
    if not means.hasher.is_outdated(password.encoded):
        return None
    return await means.hasher.hash(typed)


async def _ask_code(db: Database, means: Means, password: Password, origin: Origin) -> Challenge:
    async with db.read() as tx:
        person = await people.get(tx, means.keys, password.person)
    assert person is not None
    target = sealing.phone_index(means.keys, person.phone)
    await pace.spend_by_address(db, means, limits.CODE_FROM_ADDRESS, origin.address)
    await pace.spend(db, means.keys, limits.CODE_TO_PHONE, target.hex())
    draft = Draft(
        Purpose.SIGN_IN,
        person.language,
        phone=person.phone,
        sent_to=profile.mask_phone(person.phone),
    )
    async with db.transaction() as tx:
        if not await credentials.is_current(tx, password):
            raise WrongCredentials
        wanted = codes.Request(Purpose.SIGN_IN, target, person.id, draft)
        return await codes.open_challenge(tx, means, wanted)
