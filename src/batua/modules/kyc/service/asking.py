"""What a person does about herself: ask, look, take back."""

from dataclasses import replace
from typing import Final

from batua.kit import clock, ids
from batua.kit.db import Tx
from batua.modules.identity.types import PersonId
from batua.modules.kyc import store
from batua.modules.kyc.errors import NoSuchVerification
from batua.modules.kyc.service import stepping
from batua.modules.kyc.types import (
    Asked,
    By,
    Claim,
    Expired,
    State,
    TakenBack,
    Verification,
    VerificationId,
    Way,
)

SHOWN: Final = 20


async def ask(tx: Tx, by: By, claim: Claim, way: Way) -> Verification:
    """Ask to be verified.

    way      how she would like to be met
    repeat   AlreadyAsked
    refuses  AlreadyAsked, also when it is confirmed
    states   Asked; and Expired of an earlier one that has come to its end
    """
    now = clock.now()
    earlier = await store.lock_good(tx, by.person, claim)
    if earlier is not None and not earlier.holds_at(now):
        await stepping.step(tx, replace(earlier, ended_at=now), State.EXPIRED, None, Expired)
    made = Verification(
        id=VerificationId(ids.new_id()),
        person=by.person,
        claim=claim,
        way=way,
        state=State.ASKED,
        asked_at=now,
        confirmed_at=None,
        confirmed_by=None,
        how=None,
        until=None,
        ended_at=None,
        ended_by=None,
        reason=None,
    )
    await store.add(tx, made)
    await stepping.tell(tx, made, by, Asked)
    return made


async def take_back(tx: Tx, by: By, id: VerificationId) -> Verification:
    """Not want it any more, decided or not; the claim does not hold from then on.

    repeat   MovedOn
    refuses  NoSuchVerification, also when it is another's; MovedOn
    states   TakenBack
    """
    found = await store.lock(tx, id)
    if found is None or found.person != by.person:
        raise NoSuchVerification
    ended = replace(found, ended_at=clock.now(), ended_by=by.person)
    return await stepping.step(tx, ended, State.TAKEN_BACK, by, TakenBack)


async def mine(tx: Tx, person: PersonId) -> list[Verification]:
    """What somebody asked for herself, the newest first; the last twenty."""
    return await store.of_person(tx, person, SHOWN)


async def holds(tx: Tx, person: PersonId, claim: Claim) -> bool:
    """Whether a claim of somebody is confirmed now.

    For modules that ask before they let her do something. The answer goes to nobody but herself.
    Nothing is held: a withdrawal at the same moment comes after what was asked for, or before.
    """
    return await store.is_good(tx, person, claim, clock.now())
