"""What officers do: confirm, decline, withdraw."""

from dataclasses import replace
from datetime import datetime

from batua.kit import clock
from batua.kit.db import Tx
from batua.modules.kyc import rules, store
from batua.modules.kyc.errors import AboutYourself, NoSuchVerification
from batua.modules.kyc.service import stepping
from batua.modules.kyc.types import (
    By,
    Confirmed,
    Declined,
    Reason,
    State,
    Verification,
    VerificationId,
    Way,
    Withdrawn,
)


async def confirm(
    tx: Tx, by: By | None, id: VerificationId, how: Way, until: datetime | None = None
) -> Verification:
    """Say that it is so.

    by       the officer; None is the house itself, as for people of the demo
    how      how she was met
    until    when it ends by itself; None when it does not
    repeat   MovedOn: of two officers at once, one decides
    refuses  NoSuchVerification, AboutYourself, MovedOn, BadEnd
    states   Confirmed
    """
    found = await _held(tx, by, id)
    now = clock.now()
    rules.check_end(found.claim, until, now)
    officer = None if by is None else by.person
    said = replace(found, confirmed_at=now, confirmed_by=officer, how=how, until=until)
    return await stepping.step(tx, said, State.CONFIRMED, by, Confirmed)


async def decline(tx: Tx, by: By, id: VerificationId, reason: Reason) -> Verification:
    """Say that it could not be confirmed; she may ask again.

    repeat   MovedOn
    refuses  NoSuchVerification, AboutYourself, MovedOn, BadReason
    states   Declined
    """
    rules.check_reason(State.DECLINED, reason)
    ended = _ended(await _held(tx, by, id), by, reason)
    return await stepping.step(tx, ended, State.DECLINED, by, Declined)


async def withdraw(tx: Tx, by: By, id: VerificationId, reason: Reason) -> Verification:
    """Take a confirmation back; she stays where it let her in (decision 0344).

    repeat   MovedOn
    refuses  NoSuchVerification, AboutYourself, MovedOn, BadReason
    states   Withdrawn
    """
    rules.check_reason(State.WITHDRAWN, reason)
    ended = _ended(await _held(tx, by, id), by, reason)
    return await stepping.step(tx, ended, State.WITHDRAWN, by, Withdrawn)


async def _held(tx: Tx, by: By | None, id: VerificationId) -> Verification:
    found = await store.lock(tx, id)
    if found is None:
        raise NoSuchVerification
    if by is not None and by.person == found.person:
        raise AboutYourself
    return found


def _ended(found: Verification, by: By, reason: Reason) -> Verification:
    return replace(found, ended_at=clock.now(), ended_by=by.person, reason=reason)
