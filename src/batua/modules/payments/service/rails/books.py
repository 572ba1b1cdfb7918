"""What both directions share: the accounts to the outside, and a payment as it begins."""

from typing import Any
from uuid import UUID

from batua.kit import clock
from batua.kit.db import Tx
from batua.kit.money import Currency, Money
from batua.modules.gateways import service as gateways
from batua.modules.gateways.types import Attempt, Direction, Rails, Route, RouteAsk
from batua.modules.identity import service as identity
from batua.modules.identity.types import PersonId
from batua.modules.ledger import service as ledger
from batua.modules.ledger.types import Account, AccountKind
from batua.modules.payments.errors import NoRail
from batua.modules.payments.rules import words
from batua.modules.payments.types import Payment, PaymentId, PaymentKind, PaymentStatus


async def way_of(
    tx: Tx, rails: Rails, direction: Direction, amount: Money, person: PersonId
) -> tuple[str, Route]:
    """The rail that new money of a person takes, and why.

    refuses  NoRail when there is none
    """
    if not any(one.offers(direction, amount.currency) for one in rails.providers.values()):
        raise NoRail
    phone = (await identity.person(tx, rails.keys, person)).phone
    ask = RouteAsk(direction, amount, identity.country_of(phone))
    route = await gateways.route(tx, rails, ask)
    if route.taken is None:
        raise NoRail
    return route.taken, route


async def clearing(tx: Tx, provider: str, currency: Currency) -> Account:
    """What a provider holds for us; it has no floor, for it owes us what it collected."""
    return await ledger.open_account(
        tx, kind=AccountKind.CLEARING, owner=provider, currency=currency, floor_minor=None
    )


async def suspense(tx: Tx, attempt: Attempt, currency: Currency) -> Account:
    """Where money waits that came and belongs to nobody yet."""
    return await ledger.open_account(
        tx, kind=AccountKind.SUSPENSE, owner=attempt.provider, currency=currency, floor_minor=None
    )


def begun(id: UUID, kind: PaymentKind, amount: Money, **came_with: Any) -> Payment:
    """A payment that waits for the outside.

    came_with  its one side (payer or payee), and what else it has from the start
    """
    known = {"payer": None, "payee": None, "created_at": clock.now(), **came_with}
    return Payment(
        id=PaymentId(id),
        kind=kind,
        status=PaymentStatus.PENDING,
        amount=amount,
        fee=Money.zero(amount.currency),
        note="",
        reference=words.reference(id),
        **known,
    )
