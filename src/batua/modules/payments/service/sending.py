"""Sending: look before, then move money from one person to another, once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from batua.kit import clock, journal
from batua.kit.db import Tx
from batua.kit.money import Money
from batua.kit.secrets import KeyRing
from batua.modules.identity import service as identity
from batua.modules.identity.types import Person, PersonId
from batua.modules.ledger import service as ledger
from batua.modules.ledger.errors import AccountClosed, NotEnoughMoney
from batua.modules.ledger.types import AccountId, Leg, PostOrder
from batua.modules.payments.errors import PayeeIsYourself, PayeeNotFound
from batua.modules.payments.rules import limits as limit_rules
from batua.modules.payments.rules import words
from batua.modules.payments.service import caps, people, reading, wallet_accounts
from batua.modules.payments.store import dealing, spent
from batua.modules.payments.store import payment as payment_store
from batua.modules.payments.store.key import once
from batua.modules.payments.types import (
    Actor,
    Check,
    Limits,
    Payment,
    PaymentId,
    PaymentKind,
    PaymentStatus,
    PaymentView,
    RequestId,
    Screen,
    SendOrder,
    Sent,
    Wallet,
)


@dataclass(frozen=True, slots=True)
class Transfer:
    """A movement between two people that is about to be made."""

    id: PaymentId
    order: SendOrder
    request: RequestId | None = None

    @property
    def kind(self) -> PaymentKind:
        return PaymentKind.SEND if self.request is None else PaymentKind.REQUEST


async def check(tx: Tx, keys: KeyRing, payer: PersonId, payee: PersonId, amount: Money) -> Check:
    """Say what a send would do, without doing it.

    refuses  whatever `send` would refuse, except for a missing PIN and what the screens say
    """
    limit_rules.check_positive(amount)
    me, other = await _both(tx, keys, payer, payee)
    mine = await ledger.account(
        tx, (await wallet_accounts.own_wallet(tx, payer, amount.currency)).account
    )
    theirs = await ledger.account(
        tx, (await wallet_accounts.wallet_of_payee(tx, payee, amount.currency)).account
    )
    if not mine.is_open or not theirs.is_open:
        raise AccountClosed
    limits = await caps.limits_of(tx, me, amount.currency, clock.now())
    limit_rules.check_amount(amount, limits)
    if amount > mine.available:
        raise NotEnoughMoney
    seen = (await people.payees(tx, keys, payer, [other.id]))[other.id]
    return Check(
        payee=seen,
        amount=amount,
        fee=Money.zero(amount.currency),
        total=amount,
        pin_reasons=limit_rules.pin_reasons(amount, limits, paid_before=seen.paid_before),
        limits=limits,
        balance_after=mine.available - amount,
    )


async def send(
    tx: Tx, keys: KeyRing, order: SendOrder, screens: Sequence[Screen] = ()
) -> PaymentView:
    """Move money from one person to another.

    order.amount  minor units, above zero
    repeat        the same key returns the first payment; a refused order leaves no key
    refuses       AmountNotPositive, NoteTooLong, PayeeIsYourself, PayeeNotFound, KeyReused,
                  NoWalletOfYours, PayeeHasNoWallet, SendLimitReached, DayLimitReached,
                  MonthLimitReached, StepUpRequired, NotEnoughMoney, AccountClosed, and whatever
                  the screens refuse
    states        Sent
    """
    limit_rules.check_positive(order.amount)
    note = words.note(order.note)
    payer = order.payer.person
    claimed = await once.claim(
        tx, payer, order.key, "send", order.payee, order.amount.minor, order.amount.currency, note
    )
    if claimed.is_new:
        clean = SendOrder(order.payer, order.payee, order.amount, note, order.key)
        await transfer(tx, keys, Transfer(PaymentId(claimed.id), clean), screens)
    return await reading.payment(tx, keys, payer, claimed.id)


async def transfer(tx: Tx, keys: KeyRing, transfer: Transfer, screens: Sequence[Screen]) -> Payment:
    """Make a movement between two people, with every rule that guards it.

    refuses  as `send`
    states   Sent
    """
    order = transfer.order
    me, other = await _both(tx, keys, order.payer.person, order.payee)
    mine, theirs = await wallet_accounts.both_wallets(tx, me.id, other.id, order.amount.currency)

    now = clock.now()
    limits = await caps.limits_of(tx, me, order.amount.currency, now)
    limit_rules.check_amount(order.amount, limits)
    await _ask_pin(tx, keys, order, limits)
    for screen in screens:
        await screen(tx, order)

    payment = await _move(tx, transfer, (mine, theirs), now)
    await journal.state(
        tx,
        Sent(
            subject=payment.id,
            actor=me.id,
            audience=(me.id, other.id),
            amount=payment.amount,
            request=payment.request,
        ),
    )
    return payment


async def _both(tx: Tx, keys: KeyRing, payer: PersonId, payee: PersonId) -> tuple[Person, Person]:
    if payer == payee:
        raise PayeeIsYourself
    found = await identity.people(tx, keys, [payer, payee])
    if payee not in found:
        raise PayeeNotFound
    return found[payer], found[payee]


async def _ask_pin(tx: Tx, keys: KeyRing, order: SendOrder, limits: Limits) -> None:
    actor: Actor = order.payer
    paid = await dealing.last_paid(tx, actor.person, [order.payee])
    if limit_rules.pin_reasons(order.amount, limits, paid_before=bool(paid)):
        await identity.require_step_up(tx, keys, actor.session, actor.step_up)


async def _move(
    tx: Tx, transfer: Transfer, wallets: tuple[Wallet, Wallet], now: datetime
) -> Payment:
    order = transfer.order
    mine, theirs = wallets
    await ledger.post(
        tx,
        PostOrder(
            id=transfer.id,  # so the entry needs no other reference
            kind=transfer.kind.value,
            ref="",
            legs=(Leg(mine.account, theirs.account, order.amount),),
        ),
    )
    # Both accounts are still locked by the entry, so these are the balances it left.
    balances = await _balances(tx, mine.account, theirs.account)
    code = words.reference(transfer.id)
    payment = sent(transfer, (balances[mine.account], balances[theirs.account]), now, code)
    await payment_store.add(tx, payment)
    await spent.forget(tx, mine.person, order.amount.currency)
    return payment


def sent(transfer: Transfer, balances: tuple[Money, Money], at: datetime, code: str) -> Payment:
    """The payment that a movement has made; its entry has the same id.

    balances  of payer and payee, right after it
    """
    order = transfer.order
    return Payment(
        id=transfer.id,
        kind=transfer.kind,
        status=PaymentStatus.SUCCEEDED,
        payer=order.payer.person,
        payee=order.payee,
        amount=order.amount,
        fee=Money.zero(order.amount.currency),
        note=order.note,
        reference=code,
        request=transfer.request,
        entry=transfer.id,
        payer_balance=balances[0],
        payee_balance=balances[1],
        created_at=at,
        settled_at=at,
    )


async def _balances(tx: Tx, *accounts: AccountId) -> dict[AccountId, Money]:
    return {account.id: account.balance for account in await ledger.accounts(tx, accounts)}
