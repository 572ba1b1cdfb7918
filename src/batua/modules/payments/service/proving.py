"""What payments add to the proof of the ledger: what is sealed with its entries, and what agrees.

Day and month limits cannot be looked at again in truth: a day is one of the zone in which the payer
lived then. The sums that are kept of them can.
"""

from contextlib import suppress

from batua.kit.db import Tx
from batua.kit.money import Currency, UnknownCurrency
from batua.modules.ledger.types import Damage, Part, Proofs, Reach
from batua.modules.payments.rules.limits import DEFAULT_TIER
from batua.modules.payments.store import proof

PAYMENTS, LIMITS, PROVIDERS = "payments", "limits", "safeguarding"


def proofs(key: bytes | None) -> Proofs:
    """All that the ledger needs to seal and to prove itself together with the payments.

    key  of the seals; None for an auditor
    """
    return Proofs(
        key=key,
        witnesses=(proof.WITNESS,),
        strays=(strays,),
        checks=(agreement, limits, providers),
    )


async def strays(tx: Tx, reach: Reach) -> Part:
    """Whether each send of the ledger has its payment, and each payment is what its entry did."""
    found = await proof.strayed(tx, reach.low, reach.high)
    if found is None:
        return Part(name=PAYMENTS, rows=0)
    entry, payment, fault = found
    if payment is None:
        damage = Damage(table="ledger.entry", row=f"entry {entry}", fault=fault)
    else:
        damage = Damage(table="payments.payment", row=f"payment {payment}", fault=fault)
    return Part(name=PAYMENTS, rows=0, damages=(damage,))


async def agreement(tx: Tx, _: Reach) -> Part:
    """Whether payments, keys, wallets and requests belong together, and to what is held."""
    views = ("wallet", "payment", "key", "hold", "request", "link")
    return Part(name=PAYMENTS, rows=await proof.count(tx), damages=await _damages(tx, *views))


async def limits(tx: Tx, _: Reach) -> Part:
    """Whether the kept sums are right, and nobody sent more at once than she could then."""
    damages = list(await _damages(tx, "spent"))
    decimals = {}
    for money in await proof.currencies(tx):
        # One that nobody knows was not written by us: the wallet is named for it.
        with suppress(UnknownCurrency):
            decimals[money] = Currency(money).exponent
    beyond = await proof.beyond_limit(tx, DEFAULT_TIER, decimals)
    if beyond is not None:
        fault = "it is above what could go in one payment"
        damages.append(Damage(table="payments.payment", row=f"payment {beyond}", fault=fault))
    return Part(name=LIMITS, rows=len(decimals), damages=tuple(damages))


async def providers(tx: Tx, _: Reach) -> Part:
    """Whether what providers moved for us is what the ledger says they hold."""
    return Part(name=PROVIDERS, rows=0, damages=await _damages(tx, "clearing"))


async def _damages(tx: Tx, *views: str) -> tuple[Damage, ...]:
    found = []
    for view in views:
        id = await proof.wrong(tx, view)
        if id is not None:
            table, noun, fault = proof.VIEWS[view]
            found.append(Damage(table=table, row=f"{noun} {id}", fault=fault))
    return tuple(found)
