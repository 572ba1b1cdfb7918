"""The payer's purses: her money and her limits in each currency, as a batch takes from them."""

from collections.abc import Iterable

from batua.kit import clock
from batua.kit.db import Tx
from batua.kit.money import Currency, Money
from batua.modules.identity.types import Person
from batua.modules.ledger import service as ledger
from batua.modules.payments.rules.bulk import Purse
from batua.modules.payments.service import caps
from batua.modules.payments.store import bulk as store
from batua.modules.payments.store import wallet as wallet_store


async def purses(
    tx: Tx, person: Person, currencies: Iterable[Currency], *, has_pin: bool
) -> dict[Currency, Purse]:
    """A purse for each currency; an empty one where no wallet is open yet.

    With the payer's accounts locked it holds until the transaction ends, else it is a guess.
    """
    now = clock.now()
    found: dict[Currency, Purse] = {}
    for currency in sorted(set(currencies)):
        limits = await caps.limits_of(tx, person, currency, now, store.used)
        wallet = await wallet_store.find(tx, person.id, currency)
        available, is_open = Money.zero(currency), True
        if wallet is not None:
            account = await ledger.account(tx, wallet.account)
            available, is_open = account.available, account.is_open
        found[currency] = Purse.of(limits, available, is_open=is_open, has_pin=has_pin)
    return found
