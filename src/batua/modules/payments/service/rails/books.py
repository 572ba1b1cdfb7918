"""The accounts between the wallets and the outside world."""

from batua.kit.db import Tx
from batua.kit.money import Currency
from batua.modules.gateways.errors import NoSuchProvider
from batua.modules.gateways.types import Attempt, Rails
from batua.modules.ledger import service as ledger
from batua.modules.ledger.types import Account, AccountKind


def provider_for(rails: Rails) -> str:
    """The rail that new money takes: the first that is connected.

    refuses  NoSuchProvider when there is none
    """
    name = next(iter(rails.providers), None)
    if name is None:
        raise NoSuchProvider
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
