"""Intentions: what shall move is written down and committed before anyone outside is called."""

import msgspec

from batua.kit import clock
from batua.kit.db import Tx
from batua.kit.jobs import defer
from batua.kit.money import Money
from batua.modules.gateways import rules, store
from batua.modules.gateways.errors import (
    AttemptConflict,
    NoSuchAttempt,
    NotRefundable,
    RefundTooLarge,
)
from batua.modules.gateways.service import connected
from batua.modules.gateways.service.asking import settle
from batua.modules.gateways.types import (
    Attempt,
    AttemptId,
    Direction,
    IntendOrder,
    Rails,
    RefundOrder,
)


async def intend(tx: Tx, rails: Rails, order: IntendOrder) -> Attempt:
    """Write down that money shall move; nothing is asked of the provider yet.

    order    amount above zero; expires_at only for money that comes in
    repeat   the same id and order returns the first attempt as it is now
    refuses  NoSuchProvider, AttemptConflict
    states   nothing; money that goes out is started by a job of the same transaction
    """
    connected.provider_of(rails, order.provider)
    now = clock.now()
    wanted = Attempt(
        id=AttemptId(order.id),
        provider=order.provider,
        direction=order.direction,
        amount=order.amount,
        purpose=order.purpose,
        reference=order.reference,
        created_at=now,
        changed_at=now,
        expires_at=order.expires_at,
        return_url=order.return_url,
        route=order.route,
    )
    sealed = None
    if order.destination is not None:
        sealed = rails.keys.encrypt(
            msgspec.json.encode(order.destination), purpose=store.DESTINATION
        )
    return await _add(tx, wanted, sealed)


async def refund(tx: Tx, order: RefundOrder) -> Attempt:
    """Intend to give back some of the money that an attempt brought in.

    order.amount  above zero, in the currency of the attempt
    repeat        the same id and order returns the first refund as it is now
    refuses       NoSuchAttempt, NotRefundable, RefundTooLarge, AttemptConflict
    """
    parent = await store.locked(tx, order.attempt)
    if parent is None:
        raise NoSuchAttempt
    now = clock.now()
    wanted = Attempt(
        id=AttemptId(order.id),
        provider=parent.provider,
        direction=Direction.REFUND,
        amount=order.amount,
        purpose=order.purpose,
        reference=order.reference,
        created_at=now,
        changed_at=now,
        parent=parent.id,
    )
    if earlier := await store.find(tx, order.id):
        return _same(earlier, wanted)
    if parent.direction is not Direction.IN or parent.state not in rules.REFUNDABLE:
        raise NotRefundable
    taken = await store.refunded_minor(tx, parent.id, also_undecided=True)
    left = Money(parent.amount.minor - taken, parent.amount.currency)
    if order.amount > left:
        raise RefundTooLarge(left)
    return await _add(tx, wanted, None)


async def _add(tx: Tx, wanted: Attempt, sealed: bytes | None) -> Attempt:
    if not await store.add(tx, wanted, sealed, wanted.created_at + rules.CALLER_GRACE):
        earlier = await store.find(tx, wanted.id)
        assert earlier is not None, "an id that conflicts exists"
        return _same(earlier, wanted)
    if wanted.direction is not Direction.IN:  # nobody waits for an address to go to
        await defer(tx, settle, attempt=str(wanted.id))
    return wanted


def _same(earlier: Attempt, wanted: Attempt) -> Attempt:
    """The earlier attempt of this id, if it was the same order."""
    is_same = (
        earlier.provider == wanted.provider
        and earlier.direction is wanted.direction
        and earlier.amount == wanted.amount
        and earlier.purpose == wanted.purpose
        and earlier.reference == wanted.reference
        and earlier.parent == wanted.parent
    )
    if not is_same:
        raise AttemptConflict
    return earlier
