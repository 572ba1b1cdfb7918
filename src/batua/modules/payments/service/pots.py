"""Money between a person's wallet and a pot that belongs to many.

Whoever keeps the pot says who may, and orders each movement once; what guards the wallet is here.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from batua.kit import clock, ids, journal
from batua.kit.db import Tx
from batua.kit.money import Money
from batua.kit.secrets import KeyRing
from batua.modules.gateways.types import Attempt
from batua.modules.identity import service as identity
from batua.modules.ledger import service as ledger
from batua.modules.ledger.types import AccountId, Hold, HoldOrder, Leg, PostOrder
from batua.modules.payments.rules import limits as limit_rules
from batua.modules.payments.rules import words
from batua.modules.payments.service import caps, wallet_accounts
from batua.modules.payments.service.rails import books
from batua.modules.payments.service.rails.top_ups import settle_top_up
from batua.modules.payments.store import dealing, spent
from batua.modules.payments.store import payment as payment_store
from batua.modules.payments.store import wallet as wallet_store
from batua.modules.payments.store.wallet import WalletName
from batua.modules.payments.types import (
    PaidFromPot,
    PaidIntoPot,
    Payment,
    PaymentId,
    PaymentKind,
    PaymentStatus,
    PotInOrder,
    PotOutOrder,
    PotShareOrder,
    Wallet,
)


async def pay_into_pot(tx: Tx, keys: KeyRing, order: PotInOrder) -> Payment:
    """Move money from a person's wallet into a pot.

    order.amount  minor units, above zero
    repeat        the caller's to prevent: a second order of the same entry is a broken promise
    refuses       AmountNotPositive, NoteTooLong, NoWalletOfYours, SendLimitReached,
                  DayLimitReached, MonthLimitReached, StepUpRequired, NotEnoughMoney, AccountClosed
    states        PaidIntoPot
    """
    limit_rules.check_positive(order.amount)
    note = words.note(order.note)
    person, amount = order.payer.person, order.amount
    wallet = await wallet_accounts.own_wallet(tx, person, amount.currency)
    # Held from here on: one payment a wallet at a time, or the limits are a race.
    await ledger.lock(tx, [wallet.account, order.account])
    now = clock.now()
    limits = await caps.limits(tx, keys, person, amount.currency, now)
    limit_rules.check_amount(amount, limits)
    paid_before = await dealing.has_paid_into(tx, person, order.pot)
    reasons = limit_rules.pin_reasons(amount, limits, paid_before=paid_before)
    if reasons and not order.is_agreed:
        await identity.require_step_up(tx, keys, order.payer.session, order.payer.step_up)
    return await _into_pot(tx, wallet, order, note, now)


async def pass_into_pot(tx: Tx, attempt: Attempt, order: PotInOrder) -> Payment:
    """Put money that a checkout brought into the payer's wallet, and from there into a pot.

    Neither limits nor the PIN are asked: it came from outside for this, and the provider asked its
    payer. So it is not counted as money that left the wallet either.

    attempt       that succeeded, of a top-up that was written by `expect`
    order.amount  at most what came; the rest stays in the wallet
    repeat        as in `pay_into_pot`
    refuses       AmountNotPositive, NoteTooLong, NotEnoughMoney, AccountClosed
    states        ToppedUp, PaidIntoPot
    """
    limit_rules.check_positive(order.amount)
    note = words.note(order.note)
    wallet = await wallet_accounts.own_wallet(tx, order.payer.person, order.amount.currency)
    clearing = await books.clearing(tx, attempt.provider, order.amount.currency)
    # All at once: two entries of one transaction touch them, each in an order of its own.
    await ledger.lock(tx, [clearing.id, wallet.account, order.account])
    await settle_top_up(tx, attempt)
    return await _into_pot(tx, wallet, order, note, clock.now(), attempt)


async def _into_pot(
    tx: Tx,
    wallet: Wallet,
    order: PotInOrder,
    note: str,
    now: datetime,
    attempt: Attempt | None = None,
) -> Payment:
    """The entry and the payment, with both accounts held."""
    person, amount, id = order.payer.person, order.amount, PaymentId(ids.new_id())
    await ledger.post(tx, entry_of(order, wallet.account, id))
    balance = (await ledger.account(tx, wallet.account)).balance
    payment = replace(
        paid_in(id, order, note, balance, now), attempt=None if attempt is None else attempt.id
    )
    await payment_store.add(tx, payment)
    await spent.forget(tx, person, amount.currency)
    await journal.state(tx, told(payment, order))
    return payment


def entry_of(order: PotInOrder, wallet: AccountId, id: PaymentId) -> PostOrder:
    """The entry of what goes from a wallet into a pot, as a payment of an id."""
    leg = Leg(wallet, order.account, order.amount)
    return PostOrder(id=order.entry, kind="pot_in", ref=str(id), legs=(leg,))


def paid_in(id: PaymentId, order: PotInOrder, note: str, left: Money, at: datetime) -> Payment:
    """What went from a wallet into a pot; `left` is what it left in the wallet."""
    return replace(
        _done(id, PaymentKind.POT_IN, order.amount, order.pot, at),
        note=note,
        payer=order.payer.person,
        payer_balance=left,
        entry=order.entry,
    )


def told(payment: Payment, order: PotInOrder) -> PaidIntoPot:
    """The fact of it."""
    person = order.payer.person
    return PaidIntoPot(
        subject=payment.id,
        actor=person,
        audience=(person,),
        pot=order.pot,
        person=person,
        amount=payment.amount,
    )


async def reserve_from_pot(tx: Tx, order: PotOutOrder) -> Hold:
    """Set money of a pot aside for a person's wallet, until it is paid or given back.

    repeat   the same order.hold returns what was set aside first
    refuses  AmountNotPositive, PayeeHasNoWallet, NotEnoughMoney, AccountClosed
    """
    limit_rules.check_positive(order.amount)
    wallet = await wallet_accounts.wallet_of_payee(tx, order.payee, order.amount.currency)
    hold = HoldOrder(
        id=order.hold,
        kind="pot_out",
        ref=str(ids.new_id()),  # of the payment to come
        debit=order.account,
        credit=wallet.account,
        amount=order.amount,
        expires_at=None,  # its keeper frees it
    )
    return await ledger.hold(tx, hold)


async def pay_from_pot(tx: Tx, order: PotOutOrder, entry: UUID, note: str) -> Payment:
    """Pay what was set aside into the wallet.

    entry    its id in the ledger
    repeat   the caller's to prevent, as in `pay_into_pot`
    refuses  NoteTooLong, AccountClosed
    states   PaidFromPot
    """
    cleaned = words.note(note)
    hold = await ledger.held(tx, order.hold)
    await ledger.post_hold(tx, order.hold, entry)
    balance = (await ledger.account(tx, hold.credit)).balance
    payment = replace(
        _done(PaymentId(UUID(hold.ref)), PaymentKind.POT_OUT, order.amount, order.pot, clock.now()),
        note=cleaned,
        payee=order.payee,
        payee_balance=balance,
        hold=hold.id,
        entry=entry,
    )
    await payment_store.add(tx, payment)
    await journal.state(
        tx,
        PaidFromPot(
            subject=payment.id,
            audience=(order.payee,),
            pot=order.pot,
            person=order.payee,
            amount=order.amount,
        ),
    )
    return payment


async def lock_for_shares(tx: Tx, account: AccountId, orders: Sequence[PotShareOrder]) -> None:
    """Hold a pot and the wallets that it is shared out into: before the first of its shares."""
    names = {WalletName(each.payee, each.amount.currency) for each in orders}
    wallets = await wallet_store.accounts(tx, names)
    await ledger.lock(tx, [account, *wallets.values()])


async def pay_share(tx: Tx, order: PotShareOrder) -> Payment:
    """Pay a share of a pot whose group has ended; nothing was set aside for it.

    repeat   the caller's to prevent, as in `pay_into_pot`
    refuses  PayeeHasNoWallet, NotEnoughMoney, AccountClosed
    states   PaidFromPot
    """
    wallet = await wallet_accounts.wallet_of_payee(tx, order.payee, order.amount.currency)
    id = PaymentId(ids.new_id())
    leg = Leg(order.account, wallet.account, order.amount)
    await ledger.post(tx, PostOrder(id=order.entry, kind="pot_out", ref=str(id), legs=(leg,)))
    balance = (await ledger.account(tx, wallet.account)).balance
    payment = replace(
        _done(id, PaymentKind.POT_OUT, order.amount, order.pot, clock.now()),
        note=words.note(order.note),
        payee=order.payee,
        payee_balance=balance,
        entry=order.entry,
    )
    await payment_store.add(tx, payment)
    fact = PaidFromPot(
        subject=id,
        audience=(order.payee,),
        pot=order.pot,
        person=order.payee,
        amount=order.amount,
    )
    await journal.state(tx, fact)
    return payment


def _done(id: PaymentId, kind: PaymentKind, amount: Money, pot: UUID, now: datetime) -> Payment:
    return Payment(
        id=id,
        kind=kind,
        status=PaymentStatus.SUCCEEDED,
        payer=None,
        payee=None,
        amount=amount,
        fee=Money.zero(amount.currency),
        note="",
        reference=words.reference(id),
        pot=pot,
        created_at=now,
        settled_at=now,
    )
