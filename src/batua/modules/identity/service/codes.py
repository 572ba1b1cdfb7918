"""Codes by text message: made, sent, tried and answered."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil
from typing import TypeVar
from uuid import UUID

from batua.kit import clock
from batua.kit.db import Database, Tx
from batua.kit.ids import new_id
from batua.kit.secrets import KeyRing, digits, equal, token
from batua.modules.identity.errors import (
    CodeExpired,
    CodeSpent,
    ResendTooSoon,
    TicketSpent,
    TooManyTries,
    WrongCode,
)
from batua.modules.identity.rules import limits
from batua.modules.identity.service import pace
from batua.modules.identity.service.means import Means
from batua.modules.identity.store import challenges, sealing
from batua.modules.identity.store.challenges import Draft, Row
from batua.modules.identity.types import (
    Challenge,
    CodeMessage,
    Origin,
    Proof,
    Purpose,
    Ticket,
)

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Request:
    """A code that somebody wants.

    target  blind index of the phone or e-mail that was named: one code in use for each
    """

    purpose: Purpose
    target: bytes
    person: UUID | None
    draft: Draft


async def open_challenge(tx: Tx, means: Means, wanted: Request) -> Challenge:
    """Make a challenge and send its code; older ones for the same target or person are void.

    A draft without a message makes a decoy: the answer is the same, and no code is ever right.
    """
    id, name, now = new_id(), token(), clock.now()
    code = digits(limits.CODE_LENGTH)
    await challenges.put(
        tx,
        means.keys,
        challenges.New(
            id=id,
            token=name,
            purpose=wanted.purpose,
            target=wanted.target,
            person=wanted.person,
            draft=wanted.draft,
            code_hash=_code_hash(means.keys, id, code, wanted.draft),
            now=now,
            expires_at=now + limits.CODE_LIFE,
        ),
    )
    if wanted.person is not None:
        await challenges.void_others(tx, wanted.person, wanted.purpose, id)
    await _send(tx, means, wanted.draft, code)
    return _answer(name, wanted.draft, now)


async def resend(db: Database, means: Means, challenge: str, origin: Origin) -> Challenge:
    """Send another code for a challenge; the one before is void.

    repeat   after 30 seconds
    refuses  CodeExpired, ResendTooSoon, TooManyTries
    """
    await pace.spend_by_address(db, means, limits.CODE_FROM_ADDRESS, origin.address)
    async with db.read() as tx:
        asked = _resendable(await challenges.find(tx, means.keys, challenge), clock.now())
    await pace.spend(db, means.keys, limits.CODE_TO_PHONE, asked.target.hex())
    is_quiet = not await may_send(db, means.keys, asked.target, asked.draft)
    async with db.transaction() as tx:
        now = clock.now()
        row = _resendable(await challenges.lock(tx, means.keys, challenge), now)
        code = digits(limits.CODE_LENGTH)
        code_hash = _code_hash(means.keys, row.id, code, row.draft)
        await challenges.renew(tx, row.id, code_hash, now, now + limits.CODE_LIFE)
        if not (is_quiet or row.is_void):
            await _send(tx, means, row.draft, code)
    return _answer(challenge, row.draft, now)


async def may_send(db: Database, keys: KeyRing, target: bytes, draft: Draft) -> bool:
    """Whether a phone that was not named itself may get one more message.

    Somebody who asks by e-mail is never told that the phone behind it is at its limit: that
    would tell that there is one.
    """
    if draft.message is None or draft.phone is None:
        return True
    phone = sealing.phone_index(keys, draft.phone)
    if phone == target:
        return True  # counted already, as what was named
    try:
        await pace.spend(db, keys, limits.CODE_TO_PHONE, phone.hex())
    except TooManyTries:
        return False
    return True


async def prove(
    db: Database,
    means: Means,
    purpose: Purpose,
    proof: Proof,
    then: Callable[[Tx, Row], Awaitable[T]],
) -> T:
    """Try a code, and do what it is for in the same transaction.

    repeat   a code is right once; a wrong try counts even though it is refused
    refuses  WrongCode, CodeSpent, CodeExpired, and whatever `then` refuses
    """
    async with db.transaction() as tx:
        now = clock.now()
        row = await challenges.take_try(
            tx, means.keys, proof.challenge, purpose, now, limits.CODE_TRIES
        )
        if row is not None and _is_right(means.keys, row, proof.code):
            await challenges.close(tx, row.id, now)
            return await then(tx, row)
        seen = row or await challenges.find(tx, means.keys, proof.challenge)
    # Only now, after the commit: a refusal inside would have taken the counted try back.
    if row is not None:
        raise WrongCode(limits.CODE_TRIES - row.tries)
    if seen is not None and seen.purpose == purpose and _is_spent(seen, now):
        raise CodeSpent
    raise CodeExpired


async def prove_for_ticket(db: Database, means: Means, purpose: Purpose, proof: Proof) -> Ticket:
    """Try a code, and get the right to go on within a quarter of an hour."""

    async def give(tx: Tx, row: Row) -> Ticket:
        ticket = Ticket(token(), clock.now() + limits.TICKET_LIFE)
        await challenges.give_ticket(tx, means.keys, row.id, ticket.token, ticket.expires_at)
        return ticket

    return await prove(db, means, purpose, proof, give)


async def read_ticket(db: Database, means: Means, purpose: Purpose, ticket: str) -> Row:
    """What a ticket is about, while it is still good.

    refuses  TicketSpent
    """
    async with db.read() as tx:
        row = await challenges.read_ticket(tx, means.keys, ticket, purpose, clock.now())
    if row is None:
        raise TicketSpent
    return row


async def use_ticket(tx: Tx, means: Means, purpose: Purpose, ticket: str) -> Row:
    """Use a ticket up.

    repeat   of several at once, one succeeds
    refuses  TicketSpent
    """
    row = await challenges.use_ticket(tx, means.keys, ticket, purpose, clock.now())
    if row is None:
        raise TicketSpent
    return row


def _resendable(row: Row | None, now: datetime) -> Row:
    if row is None or row.closed_at is not None:
        raise CodeExpired
    if now >= row.created_at + limits.CHALLENGE_LIFE:
        raise CodeExpired
    wait = row.sent_at + limits.CODE_AGAIN - now
    if wait > timedelta(0):
        raise ResendTooSoon(ceil(wait.total_seconds()))
    return row


def _is_right(keys: KeyRing, row: Row, code: str) -> bool:
    return equal(row.code_hash, _hashed(keys, row.id, code)) and not row.is_void


def _is_spent(row: Row, now: datetime) -> bool:
    return row.closed_at is None and now < row.expires_at and row.tries >= limits.CODE_TRIES


async def _send(tx: Tx, means: Means, draft: Draft, code: str) -> None:
    if draft.message is None or draft.phone is None:
        return
    told = code if _carries_code(draft) else ""
    await means.messenger(tx, CodeMessage(draft.phone, told, draft.message, draft.language))


def _carries_code(draft: Draft) -> bool:
    return draft.message not in {None, Purpose.ALREADY_REGISTERED}


def _code_hash(keys: KeyRing, id: UUID, code: str, draft: Draft) -> bytes:
    # A decoy's hash is of something that is not a code, so that nothing typed can match it.
    return _hashed(keys, id, code if _carries_code(draft) else token())


def _hashed(keys: KeyRing, id: UUID, code: str) -> bytes:
    return keys.index(f"{id}:{code}", purpose="identity.code")


def _answer(name: str, draft: Draft, now: datetime) -> Challenge:
    wait_s = int(limits.CODE_AGAIN.total_seconds())
    return Challenge(name, now + limits.CODE_LIFE, wait_s, draft.sent_to)
