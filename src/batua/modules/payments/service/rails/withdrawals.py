"""Withdrawals: money is held, paid out by a provider, and only then really gone."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from uuid import UUID

import msgspec

from batua.kit import clock, ids, journal
from batua.kit.db import Database, Tx
from batua.kit.money import Money
from batua.kit.secrets import KeyRing
from batua.modules.gateways import service as gateways
from batua.modules.gateways.types import (
    Attempt,
    AttemptState,
    Destination,
    Direction,
    IntendOrder,
    Rails,
    Route,
)
from batua.modules.identity import service as identity
from batua.modules.identity.types import PersonId
from batua.modules.ledger import service as ledger
from batua.modules.ledger.types import Account, AccountId, HoldOrder
from batua.modules.payments.errors import DestinationNotFound, PaymentNotFound
from batua.modules.payments.rules import limits as limit_rules
from batua.modules.payments.rules import rails as rules
from batua.modules.payments.service import caps, wallet_accounts
from batua.modules.payments.service.rails import books
from batua.modules.payments.service.steps import step
from batua.modules.payments.store import payment as payment_store
from batua.modules.payments.store import payment_link as link_store
from batua.modules.payments.store import rails as store
from batua.modules.payments.store import spent
from batua.modules.payments.store.key import once
from batua.modules.payments.types import (
    AmountMismatched,
    Payment,
    PaymentKind,
    PaymentStatus,
    WithdrawalFailed,
    Withdrawn,
)
from batua.modules.payments.types.rails import SavedDestination, Withdrawal, WithdrawOrder

PURPOSE = "payments.withdrawal"
RESEAL_BATCH = 200


@dataclass(frozen=True, slots=True)
class Bank:
    """Where the money goes, checked, with what makes it comparable without being readable."""

    account: Destination = field(repr=False)
    index: bytes


@dataclass(frozen=True, slots=True)
class OutWay:
    """Who pays out, why, and the account of what it holds for us."""

    provider: str
    route: Route
    clearing: Account


async def way_out(tx: Tx, rails: Rails, amount: Money, person: PersonId) -> OutWay:
    """The way that money of a person to a bank account takes now; refuses NoRail."""
    provider, route = await books.way_of(tx, rails, Direction.OUT, amount, person)
    return OutWay(provider, route, await books.clearing(tx, provider, amount.currency))


@dataclass(frozen=True, slots=True, kw_only=True)
class Going:
    """A withdrawal that may go; its accounts are held.

    hold, attempt  their ids
    purpose        of the attempt: who settles it
    pot            where the money came from, when it only passes through the wallet
    """

    id: UUID
    hold: UUID
    attempt: UUID
    person: PersonId
    amount: Money
    wallet: AccountId
    way: OutWay
    bank: Bank
    purpose: str
    at: datetime
    pot: UUID | None = None


async def withdraw(tx: Tx, keys: KeyRing, rails: Rails, order: WithdrawOrder) -> Withdrawal:
    """Set money aside and intend a payout; a job of this transaction hands it to the provider.

    order.amount  minor units, above zero
    repeat        the same key returns the first withdrawal as it is now
    refuses       AmountNotPositive, BadField, DestinationNotFound, KeyReused, NoWalletOfYours,
                  SendLimitReached, DayLimitReached, MonthLimitReached, StepUpRequired,
                  StepUpExpired, NotEnoughMoney, AccountClosed, NoRail
    """
    limit_rules.check_positive(order.amount)
    amount, person = order.amount, order.payer.person
    bank = await _bank(tx, keys, order)
    claimed = await once.claim(
        tx, person, order.key, "withdraw", amount.minor, amount.currency, bank.index.hex()
    )
    if not claimed.is_new:
        return await withdrawal_of(tx, person, claimed.id)
    wallet = await wallet_accounts.own_wallet(tx, person, amount.currency)
    way = await way_out(tx, rails, amount, person)
    # Held from here on: one payment a wallet at a time, or the limits are a race.
    await ledger.lock(tx, [wallet.account, way.clearing.id])
    now = clock.now()
    await _check(tx, keys, order, now)
    going = Going(
        id=claimed.id,
        hold=ids.new_id(),
        attempt=ids.new_id(),
        person=person,
        amount=amount,
        wallet=wallet.account,
        way=way,
        bank=bank,
        purpose=PURPOSE,
        at=now,
    )
    await begin(tx, keys, rails, going)
    return await withdrawal_of(tx, person, claimed.id)


async def begin(tx: Tx, keys: KeyRing, rails: Rails, going: Going) -> Payment:
    """Set the money aside and intend its payout.

    refuses  NotEnoughMoney, AccountClosed
    """
    hold = HoldOrder(
        id=going.hold,
        kind="withdrawal",
        ref=str(going.id),
        debit=going.wallet,
        credit=going.way.clearing.id,
        amount=going.amount,
        expires_at=None,  # a payout whose outcome is unknown must not free the money
    )
    held = await ledger.hold(tx, hold)
    attempt = await gateways.intend(
        tx,
        rails,
        IntendOrder(
            id=going.attempt,
            provider=going.way.provider,
            route=going.way.route,
            direction=Direction.OUT,
            amount=going.amount,
            purpose=going.purpose,
            reference=going.id,
            destination=going.bank.account,
        ),
    )
    payment = books.begun(
        going.id,
        PaymentKind.WITHDRAWAL,
        going.amount,
        payer=going.person,
        attempt=attempt.id,
        destination=await _keep(tx, keys, going.person, going.bank),
        hold=held.id,
        pot=going.pot,
        created_at=going.at,
    )
    await payment_store.add(tx, payment)
    await spent.forget(tx, going.person, going.amount.currency)
    return payment


async def withdrawal_of(tx: Tx, person: PersonId, id: UUID) -> Withdrawal:
    """One withdrawal of a person; refuses PaymentNotFound, also for someone else's."""
    found = await payment_store.find(tx, id)
    if found is None or found.kind is not PaymentKind.WITHDRAWAL or found.payer != person:
        raise PaymentNotFound
    assert found.destination is not None, "a withdrawal has a destination"
    to = await store.find(tx, found.destination)
    assert to is not None, "destinations are kept"
    return Withdrawal(found, to)


async def destination(tx: Tx, person: PersonId, id: UUID) -> SavedDestination:
    """One of them; refuses DestinationNotFound, also for someone else's."""
    found = await store.find(tx, id, person)
    if found is None:
        raise DestinationNotFound
    return found


async def destinations(tx: Tx, person: PersonId) -> list[SavedDestination]:
    """The bank accounts a person withdrew to, masked, the latest used first; at most twenty."""
    return await store.list_of(tx, person)


async def settle_withdrawal(tx: Tx, attempt: Attempt) -> None:
    """Post the hold or give it back, once the provider says; the gate of `payments.withdrawal`.

    Until then, and when another amount was paid out, the money stays set aside.

    repeat  a payment that stands where the attempt leads is left alone
    states  Withdrawn, WithdrawalFailed; AmountMismatched for another amount
    """
    payment = await payment_store.lock(tx, attempt.reference)
    assert payment is not None, "the payment was written with the attempt"
    assert payment.hold is not None
    if payment.attempt != attempt.id:
        await _take_over(tx, payment, payment.hold, attempt)
        return
    if attempt.state is AttemptState.SUCCEEDED and payment.status is not PaymentStatus.SUCCEEDED:
        await _post(tx, payment, payment.hold, attempt)
    elif attempt.state is AttemptState.FAILED and payment.status is not PaymentStatus.FAILED:
        await _give_back(tx, payment, payment.hold, attempt)
    elif attempt.state is AttemptState.PENDING and payment.status is PaymentStatus.UNKNOWN:
        await step(tx, payment, PaymentStatus.PENDING, failure=None)
    elif attempt.state in {AttemptState.UNKNOWN, AttemptState.MISMATCHED}:
        await _leave_open(tx, payment, attempt)


async def _take_over(tx: Tx, payment: Payment, hold: UUID, attempt: Attempt) -> None:
    """Another provider goes on with it: the money is set aside for that one from now on.

    What one that was left behind says counts no more; it certainly did not begin.
    """
    if attempt.follows is None or attempt.follows != payment.attempt:
        return
    clearing = await books.clearing(tx, attempt.provider, payment.amount.currency)
    before = await ledger.held(tx, hold)
    await ledger.lock(tx, [before.debit, before.credit, clearing.id])
    await ledger.void_hold(tx, hold)
    after = await ledger.hold(
        tx,
        HoldOrder(
            id=ids.new_id(),
            kind="withdrawal",
            ref=str(payment.id),
            debit=before.debit,
            credit=clearing.id,
            amount=payment.amount,
            expires_at=None,  # as the one before
        ),
    )
    moved = replace(payment, attempt=attempt.id, hold=after.id)
    assert await payment_store.move(tx, moved, payment.status)


async def _post(tx: Tx, payment: Payment, hold: UUID, attempt: Attempt) -> None:
    assert payment.payer is not None
    entry = await ledger.post_hold(tx, hold, attempt.id)
    leg = entry.legs[0]
    balance = (await ledger.account(tx, leg.debit)).balance
    await step(
        tx,
        payment,
        PaymentStatus.SUCCEEDED,
        entry=entry.id,
        payer_balance=balance,
        failure=None,
    )
    await journal.state(
        tx,
        Withdrawn(
            subject=payment.id,
            audience=(payment.payer,),
            payment=payment.id,
            person=payment.payer,
            amount=payment.amount,
        ),
    )


async def _give_back(tx: Tx, payment: Payment, hold: UUID, attempt: Attempt) -> None:
    assert payment.payer is not None
    reason = attempt.failure or "failed"
    await ledger.void_hold(tx, hold)
    await spent.forget(tx, payment.payer, payment.amount.currency)
    await step(tx, payment, PaymentStatus.FAILED, failure=reason)
    await journal.state(
        tx,
        WithdrawalFailed(
            subject=payment.id,
            audience=(payment.payer,),
            payment=payment.id,
            person=payment.payer,
            amount=payment.amount,
            reason=reason,
        ),
    )


async def _leave_open(tx: Tx, payment: Payment, attempt: Attempt) -> None:
    """The outcome is not known, or not what was ordered: a person must look at the latter."""
    if payment.status is PaymentStatus.PENDING:
        payment = await step(tx, payment, PaymentStatus.UNKNOWN, failure=attempt.failure)
    if attempt.state is AttemptState.MISMATCHED and attempt.received is not None:
        assert payment.payer is not None
        await journal.state(
            tx,
            AmountMismatched(
                subject=payment.id,
                payment=payment.id,
                person=payment.payer,
                ordered=payment.amount,
                received=attempt.received,
            ),
        )


async def _check(tx: Tx, keys: KeyRing, order: WithdrawOrder, now: datetime) -> None:
    person, amount = order.payer.person, order.amount
    limits = await caps.limits(tx, keys, person, amount.currency, now)
    limit_rules.check_amount(amount, limits)
    # A bank account is outside for good, so the PIN is asked whatever the amount.
    await identity.require_step_up(tx, keys, order.payer.session, order.payer.step_up)


async def _bank(tx: Tx, keys: KeyRing, order: WithdrawOrder) -> Bank:
    if isinstance(order.to, UUID):
        return await saved_bank(tx, keys, order.payer.person, order.to)
    return _indexed(keys, rules.bank_account(order.to))


async def saved_bank(tx: Tx, keys: KeyRing, person: PersonId, id: UUID) -> Bank:
    """A bank account that a person used before; refuses DestinationNotFound, also for another's."""
    sealed = await store.sealed(tx, person, id)
    if sealed is None:
        raise DestinationNotFound
    plain = keys.decrypt(sealed, purpose=store.DESTINATION)
    return _indexed(keys, msgspec.json.decode(plain, type=Destination))


def _indexed(keys: KeyRing, account: Destination) -> Bank:
    return Bank(account, keys.index(rules.index_text(account), purpose=store.DESTINATION))


async def _keep(tx: Tx, keys: KeyRing, person: PersonId, bank: Bank) -> UUID:
    return await store.keep(
        tx,
        store.NewDestination(
            id=ids.new_id(),
            person=person,
            blind_index=bank.index,
            sealed=keys.encrypt(msgspec.json.encode(bank.account), purpose=store.DESTINATION),
            masked=rules.masked(bank.account),
            at=clock.now(),
        ),
    )


async def rotate_keys(db: Database, keys: KeyRing, progress: Callable[[int, int], None]) -> int:
    """Seal saved bank accounts, and secrets of links, again under the current key; how many were.

    progress  is told how many are done, and of how many as far as is known
    repeat    goes on where it was broken off: what is under the current key stays as it is
    """
    done = 0
    for reseal in (store.reseal, link_store.reseal):
        after = UUID(int=0)
        while True:
            async with db.transaction() as tx:
                seen = await reseal(tx, keys, after, RESEAL_BATCH)
            if seen is None:
                break
            after, count = seen
            done += count
            progress(done, done)
    return done
