"""What the sandbox does: make movements, let a payer act, give back, and let time pass."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from hashlib import sha256
from typing import Any

import msgspec

from batua.kit import clock
from batua.kit.db import Tx
from batua.kit.ids import new_id
from batua.sandbox import rules, store
from batua.sandbox.callbacks import announce
from batua.sandbox.dialects import DIALECTS
from batua.sandbox.errors import ApiError, not_found
from batua.sandbox.types import Channel, Kind, Message, Movement, Status, Switches

BATCH = 64
KEEP_MESSAGES = timedelta(days=7)
LONGEST_CHECKOUT = timedelta(days=30)
_MESSAGE_PREFIX = {
    Channel.EMAIL: "email",
    Channel.SMS: "sms",
    Channel.WHATSAPP: "wa",
    Channel.CALL: "call",
    Channel.PUSH: "push",
}


class Act(StrEnum):
    """What a payer can do on the checkout page."""

    PAY = "pay"
    DECLINE = "decline"
    DELAY = "delay"
    ABANDON = "abandon"


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What the merchant asks for."""

    kind: Kind
    reference: str
    currency: str
    amount_minor: int
    key: str = ""
    callback_url: str = ""
    return_url: str | None = None
    expires_at: datetime | None = None
    parent: str | None = None
    account_number: str | None = None
    dialect: str = "sandbox"

    def hash(self) -> bytes:
        """What tells two orders of one key apart."""
        return sha256(msgspec.json.encode(self)).digest()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sending:
    """A message that the merchant wants sent."""

    channel: Channel
    to: str
    body: str
    reference: str
    subject: str = ""
    language: str = ""
    template: str = ""


async def make(tx: Tx, order: Order, moment: timedelta) -> tuple[Movement, bool]:
    """Make a checkout, payout or refund; the same key again gives the first one and False."""
    if earlier := await store.find_by_key(tx, order.kind, order.key):
        return _same(earlier, order), False
    made = _planned(order, moment)
    if order.kind is Kind.REFUND:
        await _check_refund(tx, order)
    if not await store.add(tx, made):
        # Somebody was faster with the same key, or the reference belongs to another key.
        earlier = await store.find_by_key(tx, order.kind, order.key)
        if earlier is None:
            raise ApiError(409, "reference_taken", "This reference was used with another key.")
        return _same(earlier, order), False
    if made.status in {Status.SUCCEEDED, Status.FAILED}:
        await announce(tx, made)
    return made, True


def _same(earlier: Movement, order: Order) -> Movement:
    if earlier.request_hash != order.hash():
        raise ApiError(409, "key_reused", "This idempotency key was used for another order.")
    return earlier


def _planned(order: Order, moment: timedelta) -> Movement:
    """The movement as it begins, with what shall become of it."""
    now = clock.now()
    blank = Movement(
        id=DIALECTS[order.dialect].new_id(order.kind),
        kind=order.kind,
        reference=order.reference,
        idempotency_key=order.key,
        request_hash=order.hash(),
        currency=order.currency,
        amount_minor=order.amount_minor,
        callback_url=order.callback_url,
        status=Status.PROCESSING,
        created_at=now,
        changed_at=now,
        return_url=order.return_url,
        parent=order.parent,
        expires_at=order.expires_at,
        dialect=order.dialect,
    )
    if order.kind is Kind.CHECKOUT:
        ends = order.expires_at or now + timedelta(hours=1)
        if not now < ends < now + LONGEST_CHECKOUT:
            raise ApiError(422, "bad_expiry", "A checkout is open for up to 30 days.")
        return replace(
            blank, status=Status.OPEN, expires_at=ends, due_at=ends, due_status=Status.EXPIRED
        )
    fate = rules.fate_of(order.account_number or "")
    if fate.is_refused:
        raise ApiError(422, str(fate.failure), "There is no account of this number.")
    if fate.status is None:
        return blank
    if fate.short_minor and order.amount_minor > fate.short_minor:
        blank = replace(
            blank, switches=Switches(paid_amount_minor=order.amount_minor - fate.short_minor)
        )
    if fate.at_once:
        return _ended(blank, fate.status, fate.failure)
    return replace(blank, due_at=now + moment, due_status=fate.status, due_failure=fate.failure)


async def _check_refund(tx: Tx, order: Order) -> None:
    paid = await store.locked(tx, Kind.CHECKOUT, order.parent or "")
    if paid is None:
        raise ApiError(422, "no_such_checkout", "There is no such checkout.")
    if paid.status is not Status.SUCCEEDED or paid.currency != order.currency:
        raise ApiError(422, "not_refundable", "Only what was paid can be refunded.")
    given_back = await store.given_back_minor(tx, paid.id)
    if given_back + order.amount_minor > (paid.moved_minor or 0):
        raise ApiError(422, "refund_too_large", "The refunds would pass what was paid.")


async def find(tx: Tx, kind: Kind, id: str) -> Movement:
    """A movement; 404 when there is none."""
    found = await store.find(tx, kind, id)
    if found is None:
        raise not_found()
    return found


async def find_by_reference(tx: Tx, kind: Kind, reference: str) -> Movement:
    """A movement by the merchant's reference; 404 when there is none."""
    found = await store.find_by_reference(tx, kind, reference)
    if found is None:
        raise not_found()
    return found


async def act(
    tx: Tx, id: str, what: Act, *, delay_s: int = 0, even_if_expired: bool = False
) -> Movement:
    """Let the payer act on a checkout; one that is over stays as it is.

    even_if_expired  the payer's bank sends the money although the checkout is over
    """
    paying = await _held(tx, id)
    payable = {Status.OPEN, Status.EXPIRED} if even_if_expired else {Status.OPEN}
    if paying.status not in payable or what is Act.ABANDON:
        return paying
    if what is Act.DECLINE and not DIALECTS[paying.dialect].declines_end:
        # The payer may try another card: it stays open, and only the try is told of.
        tried = replace(paying, failure="declined", changed_at=clock.now())
        await store.write(tx, tried)
        await announce(tx, tried)
        return tried
    if what is Act.DECLINE:
        return await _become(tx, paying, Status.FAILED, "declined")
    if what is Act.PAY and delay_s == 0:
        return await _become(tx, paying, Status.SUCCEEDED)
    now = clock.now()
    underway = replace(
        paying,
        status=Status.PROCESSING,
        changed_at=now,
        due_at=now + timedelta(seconds=delay_s or 10),
        due_status=Status.SUCCEEDED,
    )
    await store.write(tx, underway)
    await announce(tx, underway)
    return underway


async def switch(tx: Tx, id: str, switches: Switches) -> Movement:
    """Set what shall go wrong with a checkout."""
    after = replace(await _held(tx, id), switches=switches)
    await store.write(tx, after)
    return after


async def expire(tx: Tx, id: str) -> Movement:
    """Close an open checkout; one that was paid or is being paid stays as it is."""
    closing = await _held(tx, id)
    if closing.status is not Status.OPEN:
        return closing
    return await _become(tx, closing, Status.EXPIRED)


async def pass_time(tx: Tx) -> int:
    """Let everything that is due become what it shall become; how much that was."""
    due = await store.due(tx, clock.now(), BATCH)
    for movement in due:
        assert movement.due_status is not None
        await _become(tx, movement, movement.due_status, movement.due_failure)
    return len(due)


async def send_message(tx: Tx, sending: Sending) -> tuple[Message, bool]:
    """Keep a message for the outbox; the same reference again sends nothing."""
    now = clock.now()
    message = Message(
        id=f"{_MESSAGE_PREFIX[sending.channel]}_{new_id().hex}",
        reference=sending.reference,
        channel=sending.channel.value,
        to_address=sending.to,
        subject=sending.subject,
        body=sending.body,
        language=sending.language,
        template=sending.template,
        sent_at=now,
    )
    if await store.add_message(tx, message):
        await store.drop_messages(tx, now - KEEP_MESSAGES)
        return message, True
    earlier = await store.message_of(tx, sending.reference)
    assert earlier is not None, "a reference that conflicts exists"
    return earlier, False


async def _held(tx: Tx, id: str) -> Movement:
    found = await store.locked(tx, Kind.CHECKOUT, id)
    if found is None:
        raise not_found()
    return found


async def _become(
    tx: Tx, movement: Movement, status: Status, failure: str | None = None
) -> Movement:
    after = _ended(movement, status, failure)
    await store.write(tx, after)
    await announce(tx, after)
    return after


def _ended(movement: Movement, status: Status, failure: str | None) -> Movement:
    moved = movement.switches.paid_amount_minor or movement.amount_minor
    return replace(
        movement,
        status=status,
        moved_minor=moved if status is Status.SUCCEEDED else None,
        failure=failure,
        changed_at=clock.now(),
        due_at=None,
        due_status=None,
        due_failure=None,
    )


def shown(movement: Movement, url: str) -> dict[str, Any]:
    """A movement as the API shows it to the merchant."""
    is_checkout = movement.kind is Kind.CHECKOUT
    return {
        "id": movement.id,
        "reference": movement.reference,
        "status": movement.status,
        "amount_minor": movement.amount_minor,
        "currency": movement.currency,
        "moved_minor": movement.moved_minor,
        "moved_currency": None if movement.moved_minor is None else movement.currency,
        "failure": movement.failure,
        "checkout_url": f"{url}/checkout/{movement.id}" if is_checkout else None,
        "expires_at": movement.expires_at,
        "created_at": movement.created_at,
    }
