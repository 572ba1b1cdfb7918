"""Many payments into pots at once, as if one after another: for lanes of whoever keeps the pots.

What cannot be made just so is left out; `pots.pay_into_pot` makes it or says why not.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from batua.kit import clock, ids, journal
from batua.kit.db import Tx
from batua.kit.money import Money
from batua.kit.refusal import Refusal
from batua.modules.identity.types import Person, PersonId
from batua.modules.ledger import service as ledger
from batua.modules.ledger.types import AccountId
from batua.modules.payments.rules import limits as limit_rules
from batua.modules.payments.rules import words
from batua.modules.payments.service import caps
from batua.modules.payments.service.pots import entry_of, paid_in, told
from batua.modules.payments.store import dealing, spent
from batua.modules.payments.store import payment as payment_store
from batua.modules.payments.store import wallet as wallet_store
from batua.modules.payments.store.wallet import WalletName
from batua.modules.payments.types import (
    Limits,
    Payment,
    PaymentId,
    PotInOrder,
    Span,
)


async def pay_all_into_pots(
    tx: Tx, people: Mapping[PersonId, Person], orders: Sequence[PotInOrder]
) -> list[tuple[Payment, Money] | None]:
    """Move money from wallets into pots by one entry each, all accounts locked at once.

    people   those who pay, for the days and months they live in
    orders   each of another entry; `is_agreed` when the PIN was given
    returns  for each order its payment and the balance it left in the pot, or None when it cannot
             be made just so: nothing was written of it
    states   PaidIntoPot
    """
    names = [WalletName(order.payer.person, order.amount.currency) for order in orders]
    wallets = await wallet_store.accounts(tx, set(names))
    # Held from here on: one payment a wallet at a time, or the limits are a race.
    await ledger.lock(tx, {*wallets.values(), *(order.account for order in orders)})
    at = clock.now()
    spans = {
        name: limit_rules.span(at, people[name.person].time_zone)
        for name in names
        if name in wallets and name.person in people
    }
    purse = await _limits(tx, spans, at)
    known = await dealing.have_paid_into(
        tx, {(order.payer.person, order.pot) for order in orders if not order.is_agreed}
    )
    going = [
        n
        for n, (order, name) in enumerate(zip(orders, names, strict=True))
        if name in purse and _goes(purse, name, order, (order.payer.person, order.pot) in known)
    ]
    made = await _write(tx, [(orders[n], wallets[names[n]]) for n in going], at)
    await spent.forget_all(tx, {names[n] for n in going})
    found: list[tuple[Payment, Money] | None] = [None] * len(orders)
    for n, one in zip(going, made, strict=True):
        found[n] = one
    return found


async def _limits(
    tx: Tx, spans: Mapping[WalletName, Span], at: datetime
) -> dict[WalletName, Limits]:
    """The limits of each wallet, with what was used of them."""
    if not spans:
        return {}
    used = await spent.used_of(tx, spans)
    rules = {
        currency: await caps.in_force(tx, currency, at)
        for currency in sorted({name.currency for name in spans})
    }
    return {
        name: limit_rules.limits(rules[name.currency], used[name], span)
        for name, span in spans.items()
    }


def _goes(
    purse: dict[WalletName, Limits], name: WalletName, order: PotInOrder, paid_before: bool
) -> bool:
    """Whether an order keeps to the limits and the rule of the PIN; if so it counts as spent."""
    limits, amount = purse[name], order.amount
    try:
        limit_rules.check_positive(amount)
        limit_rules.check_amount(amount, limits)
        words.note(order.note)
    except Refusal:
        return False
    if not order.is_agreed and limit_rules.pin_reasons(amount, limits, paid_before=paid_before):
        return False
    purse[name] = replace(
        limits, used_day=limits.used_day + amount, used_month=limits.used_month + amount
    )
    return True


async def _write(
    tx: Tx, orders: Sequence[tuple[PotInOrder, AccountId]], at: datetime
) -> list[tuple[Payment, Money] | None]:
    """The entries, payments and facts; the ledger leaves out what lacks money or is closed."""
    named = [PaymentId(ids.new_id()) for _ in orders]
    posted = await ledger.post_many(
        tx, [entry_of(order, wallet, id) for (order, wallet), id in zip(orders, named, strict=True)]
    )
    found: list[tuple[Payment, Money] | None] = []
    facts = []
    for (order, _), id, entry in zip(orders, named, posted, strict=True):
        if entry is None:
            found.append(None)
            continue
        currency = order.amount.currency
        left = Money(entry.debit_balance_minor, currency)
        payment = paid_in(id, order, words.note(order.note), left, at)
        found.append((payment, Money(entry.credit_balance_minor, currency)))
        facts.append(told(payment, order))
    await payment_store.add_many(tx, [one[0] for one in found if one is not None])
    await journal.state_all(tx, facts)
    return found
