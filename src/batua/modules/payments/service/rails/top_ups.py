"""Top-ups: a checkout at a provider fills the wallet once the provider confirms the money."""

from dataclasses import replace
from uuid import UUID

from batua.kit import clock, ids, journal
from batua.kit.db import Tx
from batua.kit.money import Money
from batua.modules.gateways import service as gateways
from batua.modules.gateways.types import (
    Attempt,
    AttemptState,
    Direction,
    IntendOrder,
    Rails,
)
from batua.modules.identity.types import PersonId
from batua.modules.ledger import service as ledger
from batua.modules.ledger.errors import AccountClosed
from batua.modules.ledger.types import AccountId, Leg, PostOrder
from batua.modules.payments.errors import PaymentNotFound
from batua.modules.payments.rules import limits as limit_rules
from batua.modules.payments.rules import rails as rules
from batua.modules.payments.service import wallet_accounts
from batua.modules.payments.service.rails import books
from batua.modules.payments.service.steps import step
from batua.modules.payments.store import payment as payment_store
from batua.modules.payments.store.key import once
from batua.modules.payments.types import (
    AmountMismatched,
    Payment,
    PaymentByLinkKept,
    PaymentKind,
    PaymentStatus,
    ToppedUp,
    TopUpFailed,
)
from batua.modules.payments.types.rails import ExpectOrder, TopUp, TopUpOrder

PURPOSE = "payments.top_up"
MISMATCH = "amount_mismatch"


async def top_up(tx: Tx, rails: Rails, order: TopUpOrder) -> TopUp:
    """Write down that money shall come; after the commit `gateways.start` opens the checkout.

    order.amount  minor units, above zero
    repeat        the same key returns the first top-up as it is now
    refuses       AmountNotPositive, KeyReused, NoWalletOfYours, AccountClosed, NoRail
    """
    limit_rules.check_positive(order.amount)
    amount, person = order.amount, order.person
    claimed = await once.claim(tx, person, order.key, "top_up", amount.minor, amount.currency)
    if not claimed.is_new:
        return await top_up_of(tx, person, claimed.id)
    url = f"{order.site}/add-money/{claimed.id}"
    return await _begin(tx, rails, claimed.id, ExpectOrder(person, amount, PURPOSE, order.key, url))


async def expect(tx: Tx, rails: Rails, order: ExpectOrder) -> TopUp:
    """Write a top-up down that its orderer's own settlement will settle.

    order.amount  minor units, above zero
    repeat        as of `top_up`
    refuses       as `top_up`
    """
    limit_rules.check_positive(order.amount)
    amount, person = order.amount, order.person
    parts = (order.purpose, amount.minor, amount.currency)
    claimed = await once.claim(tx, person, order.key, "expect", *parts)
    if not claimed.is_new:
        return await top_up_of(tx, person, claimed.id)
    return await _begin(tx, rails, claimed.id, order)


async def _begin(tx: Tx, rails: Rails, id: UUID, order: ExpectOrder) -> TopUp:
    attempt = await intend(tx, rails, id, order)
    begun = books.begun(
        id, PaymentKind.TOP_UP, order.amount, payee=order.person, attempt=attempt.id
    )
    await payment_store.add(tx, begun)
    return TopUp(begun, attempt)


async def intend(tx: Tx, rails: Rails, id: UUID, order: ExpectOrder) -> Attempt:
    """Write the attempt that shall bring money for a payment of this id, by whatever way is best.

    refuses  NoWalletOfYours, AccountClosed, NoRail
    """
    amount, person = order.amount, order.person
    wallet = await wallet_accounts.own_wallet(tx, person, amount.currency)
    if not (await ledger.account(tx, wallet.account)).is_open:
        raise AccountClosed
    provider, route = await books.way_of(tx, rails, Direction.IN, amount, person)
    return await gateways.intend(
        tx,
        rails,
        IntendOrder(
            id=ids.new_id(),
            provider=provider,
            route=route,
            direction=Direction.IN,
            amount=amount,
            purpose=order.purpose,
            reference=id,
            expires_at=clock.now() + rules.TOP_UP_TERM,
            return_url=order.return_url,
        ),
    )


async def top_up_of(tx: Tx, person: PersonId, id: UUID) -> TopUp:
    """One top-up of a person; refuses PaymentNotFound, also for someone else's."""
    found = await payment_store.find(tx, id)
    if found is None or found.kind is not PaymentKind.TOP_UP or found.payee != person:
        raise PaymentNotFound
    assert found.attempt is not None, "a top-up has an attempt"
    return TopUp(found, await gateways.attempt(tx, found.attempt))


async def settle_top_up(tx: Tx, attempt: Attempt) -> None:
    """Credit the wallet when the money is confirmed, however late; the gate of `payments.top_up`.

    Money by a link goes the same way once it has come, and is told of by whoever calls this.

    repeat  a payment that stands where the attempt leads is left alone
    states  ToppedUp, TopUpFailed; AmountMismatched for another amount, which goes to suspense;
            of money by a link PaymentByLinkKept when it is kept
    """
    payment = await payment_store.lock(tx, attempt.reference)
    assert payment is not None, "the payment was written with the attempt"
    if payment.attempt == attempt.id:
        await _settle(tx, payment, attempt)
    else:
        await _of_another(tx, payment, attempt)


async def _of_another(tx: Tx, payment: Payment, attempt: Attempt) -> None:
    """What an attempt did that this payment does not wait for, or not yet.

    A new one took over; or one that was left behind brought money after all, which is money.
    """
    if attempt.follows is not None and attempt.follows == payment.attempt:
        if payment.status in {PaymentStatus.PENDING, PaymentStatus.UNKNOWN}:
            after = replace(payment, attempt=attempt.id)
            assert await payment_store.move(tx, after, payment.status)
        return
    if attempt.state not in {AttemptState.SUCCEEDED, AttemptState.MISMATCHED}:
        return
    if payment.status is PaymentStatus.SUCCEEDED:
        await _surplus(tx, payment, attempt)
    else:
        await _settle(tx, payment, attempt)


async def _settle(tx: Tx, payment: Payment, attempt: Attempt) -> None:
    status = rules.STATUS.get(attempt.state)
    if attempt.state is AttemptState.MISMATCHED:
        await _keep_in_suspense(tx, payment, attempt)
    elif status is PaymentStatus.SUCCEEDED and payment.entry not in {None, attempt.id}:
        await _surplus(tx, payment, attempt)  # it was paid twice: by one that was left behind too
    elif status is None or status is payment.status:
        return
    elif status is PaymentStatus.SUCCEEDED:
        await _credit(tx, payment, attempt)
    elif status in {PaymentStatus.PENDING, PaymentStatus.UNKNOWN}:
        await step(tx, payment, status)
    else:
        await _end(tx, payment, status, attempt.failure or status.value)


async def _credit(tx: Tx, payment: Payment, attempt: Attempt) -> None:
    assert payment.payee is not None
    wallet = await wallet_accounts.own_wallet(tx, payment.payee, payment.amount.currency)
    account = await ledger.account(tx, wallet.account)
    if not account.is_open:
        await _to_suspense(tx, payment, attempt, payment.amount)
        await _end(tx, payment, PaymentStatus.FAILED, "wallet_closed")
        return
    entry = await _post(tx, payment, attempt, account.id)
    balance = (await ledger.account(tx, account.id)).balance
    await step(
        tx, payment, PaymentStatus.SUCCEEDED, entry=entry, payee_balance=balance, failure=None
    )
    if payment.kind is PaymentKind.LINK:
        return
    await journal.state(
        tx,
        ToppedUp(
            subject=payment.id,
            audience=(payment.payee,),
            payment=payment.id,
            person=payment.payee,
            amount=payment.amount,
        ),
    )


async def _surplus(tx: Tx, payment: Payment, attempt: Attempt) -> None:
    """Money of a payment that was paid already: kept, and a person looks at it; once."""
    assert attempt.received is not None, "what came is known"
    if await ledger.has_entry(tx, attempt.id):
        return
    await _to_suspense(tx, payment, attempt, attempt.received)
    await _tell_amount(tx, payment, attempt)


async def _keep_in_suspense(tx: Tx, payment: Payment, attempt: Attempt) -> None:
    assert attempt.received is not None, "a mismatch knows what was received"
    if payment.failure == MISMATCH:
        return
    await _to_suspense(tx, payment, attempt, attempt.received)
    await _tell_amount(tx, payment, attempt)
    if payment.status is not PaymentStatus.FAILED:
        await _end(tx, payment, PaymentStatus.FAILED, MISMATCH)


async def _tell_amount(tx: Tx, payment: Payment, attempt: Attempt) -> None:
    assert payment.payee is not None
    assert attempt.received is not None
    await journal.state(
        tx,
        AmountMismatched(
            subject=payment.id,
            audience=(payment.payee,),
            payment=payment.id,
            person=payment.payee,
            ordered=payment.amount,
            received=attempt.received,
        ),
    )


async def _to_suspense(tx: Tx, payment: Payment, attempt: Attempt, amount: Money) -> None:
    account = await books.suspense(tx, attempt, amount.currency)
    await _post(tx, replace(payment, amount=amount), attempt, account.id)


async def _post(tx: Tx, payment: Payment, attempt: Attempt, credit: AccountId) -> UUID:
    """One entry for one attempt: the attempt's id makes a second one impossible."""
    amount = payment.amount
    clearing = await books.clearing(tx, attempt.provider, amount.currency)
    entry = await ledger.post(
        tx,
        PostOrder(
            id=attempt.id,
            kind=payment.kind.value,
            ref=str(attempt.reference),
            legs=(Leg(clearing.id, credit, amount),),
        ),
    )
    return entry.id


async def _end(tx: Tx, payment: Payment, status: PaymentStatus, reason: str) -> None:
    assert payment.payee is not None
    await step(tx, payment, status, failure=reason)
    fact = PaymentByLinkKept if payment.kind is PaymentKind.LINK else TopUpFailed
    await journal.state(
        tx,
        fact(
            subject=payment.id,
            audience=(payment.payee,),
            payment=payment.id,
            person=payment.payee,
            amount=payment.amount,
            reason=reason,
        ),
    )
