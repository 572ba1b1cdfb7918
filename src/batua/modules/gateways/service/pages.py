"""Checkout pages of ours, for providers that have none one could be sent to by an address."""

from collections.abc import Mapping
from contextlib import suppress
from uuid import UUID

from batua.kit import clock
from batua.kit.db import Database
from batua.modules.gateways import rules
from batua.modules.gateways.errors import (
    BadCallback,
    BadSignature,
    NoSuchAttempt,
    NoSuchProvider,
)
from batua.modules.gateways.service import connected
from batua.modules.gateways.service.asking import attempt, call_of
from batua.modules.gateways.service.callback import CallbackDoor
from batua.modules.gateways.types import Attempt, Direction, Page, Rails


async def checkout_page(db: Database, rails: Rails, id: UUID) -> tuple[Attempt, Page | None]:
    """A checkout, and what its page shows; None when it is over, or cannot be opened just now.

    Whoever knows the id may look: it is the address that the payer was sent to.

    refuses  NoSuchAttempt, also for what is no checkout
    """
    call = await call_of(db, rails, id)
    known = call.attempt
    if known.direction is not Direction.IN:
        raise NoSuchAttempt
    is_open = rules.is_undecided(known) and not rules.is_overdue(known, clock.now())
    if not is_open or known.checkout_url is None:
        return known, None
    try:
        return known, await connected.provider_of(rails, known.provider).page(call)
    except NoSuchProvider:
        return known, None


async def come_back(
    db: Database, door: CallbackDoor, id: UUID, headers: Mapping[str, str], raw_body: bytes
) -> Attempt:
    """The payer's browser comes back from the provider, and may bring a signed message along.

    repeat   what it brings is a callback like any other: stored once, and only a hint
    refuses  NoSuchAttempt, also for what is no checkout; a message that is not signed is let lie
    """
    async with db.read() as tx:
        known = await attempt(tx, id)
    if known.direction is not Direction.IN:
        raise NoSuchAttempt
    with suppress(BadCallback, BadSignature, NoSuchProvider):
        await door.receive(known.provider, headers, raw_body)
    return known
