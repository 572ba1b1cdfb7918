"""What both directions share: the accounts to the outside, and a payment as it begins."""

from typing import Any
from uuid import UUID

from batua.kit import clock
from batua.kit.db import Tx
from batua.kit.money import Currency, Money
from batua.modules.gateways.types import Attempt, Direction, Rails
from batua.modules.ledger import service as ledger
from batua.modules.ledger.types import Account, AccountKind
from batua.modules.payments.errors import NoRail
from batua.modules.payments.rules import words
from batua.modules.payments.types import Payment, PaymentId, PaymentKind, PaymentStatus


def provider_for(rails: Rails, direction: Direction, currency: Currency) -> str:
    """The rail that new money takes: the first that offers this way in this currency.

    refuses  NoRail when there is none
    """
    offering = (n for n, one in rails.providers.items() if one.offers(direction, currency))
    name = next(offering, None)
    if name is None:
        raise NoRail
    return name


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
