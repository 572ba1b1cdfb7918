"""Money out of a pot to a bank account: through the payee's wallet, in one transaction.

Whoever keeps the pot says who is paid, and orders it once; see docs/decisions/0342.
"""

from typing import Final
from uuid import uuid5

from batua.kit import clock
from batua.kit.db import Tx
from batua.kit.money import Currency
from batua.modules.gateways.types import Direction, Rails
from batua.modules.ledger import service as ledger
from batua.modules.payments.errors import NoRail
from batua.modules.payments.service import pots, wallet_accounts
from batua.modules.payments.service.rails import withdrawals
from batua.modules.payments.service.rails.withdrawals import OutWay as OutWay
from batua.modules.payments.types import Payment, PotOutOrder
from batua.modules.payments.types.rails import PassOutOrder

_ATTEMPT: Final = "attempt"


def check_pays_out(rails: Rails, currency: Currency) -> None:
    """Refuse when no rail takes money in this currency to bank accounts; refuses NoRail."""
    if not any(one.offers(Direction.OUT, currency) for one in rails.providers.values()):
        raise NoRail


async def lock_for_passing_out(tx: Tx, rails: Rails, order: PotOutOrder) -> OutWay | None:
    """Hold the pot, the wallet and what the provider holds for us, before any of them is touched.

    Returns the way to pass on; None when no rail is there to take the money, then none is held.
    """
    currency = order.amount.currency
    try:
        way = await withdrawals.way_out(tx, rails, order.amount, order.payee)
    except NoRail:
        return None
    wallet = await wallet_accounts.own_wallet(tx, order.payee, currency)
    await ledger.lock(tx, [order.account, wallet.account, way.clearing.id])
    return way


async def pass_from_pot(tx: Tx, rails: Rails, way: OutWay, order: PassOutOrder) -> Payment:
    """Pay what was set aside into the payee's wallet, and at once on to her bank account.

    Neither limits nor the PIN are asked: the money only passes through, to an account to which she
    has withdrawn with her PIN. So it is not counted as money that left her wallet either. A job of
    this transaction hands it to the provider.

    way      as `lock_for_passing_out` gave it in this transaction
    repeat   the caller's to prevent, as in `pay_from_pot`
    refuses  NoteTooLong, AccountClosed, DestinationNotFound
    states   PaidFromPot
    """
    out = order.out
    bank = await withdrawals.saved_bank(tx, rails.keys, out.payee, order.to)
    wallet = await wallet_accounts.own_wallet(tx, out.payee, out.amount.currency)
    await pots.pay_from_pot(tx, out, order.entry, order.note)
    going = withdrawals.Going(
        id=order.withdrawal,
        hold=order.withdrawal,
        attempt=uuid5(order.withdrawal, _ATTEMPT),
        person=out.payee,
        amount=out.amount,
        wallet=wallet.account,
        way=way,
        bank=bank,
        purpose=order.purpose,
        at=clock.now(),
        pot=out.pot,
    )
    return await withdrawals.begin(tx, rails.keys, rails, going)
