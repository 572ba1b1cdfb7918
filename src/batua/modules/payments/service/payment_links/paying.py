"""Paying by a link: looked at, begun at a provider, and credited when the money is confirmed.

A checkout is not a payment of the owner's until its money comes: whoever has a link may begin many
and pay none, and they would fill her history. See docs/decisions/0345.
"""

from dataclasses import replace
from uuid import UUID

from batua.kit import clock, ids, journal
from batua.kit.db import Tx
from batua.kit.money import Money
from batua.kit.once import request_hash
from batua.kit.secrets import KeyRing
from batua.modules.gateways import service as gateways
from batua.modules.gateways.types import Attempt, AttemptState, Rails
from batua.modules.identity import service as identity
from batua.modules.identity.types import PersonId
from batua.modules.payments.errors import KeyReused, PaymentLinkNotFound, PaymentNotFound
from batua.modules.payments.rules import payment_links as rules
from batua.modules.payments.rules import rails as rail_rules
from batua.modules.payments.rules import states, words
from batua.modules.payments.service.payment_links.making import hash_of
from batua.modules.payments.service.rails import books, top_ups
from batua.modules.payments.store import payment as payment_store
from batua.modules.payments.store import payment_link as store
from batua.modules.payments.types import (
    Payment,
    PaymentByLink,
    PaymentKind,
    PaymentStatus,
)
from batua.modules.payments.types.payment_links import (
    CheckoutView,
    LinkCheckout,
    LinkGlimpse,
    PayLinkOrder,
    PaymentLink,
)
from batua.modules.payments.types.rails import ExpectOrder

PURPOSE = "payments.link"


async def look_at_payment_link(tx: Tx, keys: KeyRing, secret: str) -> LinkGlimpse:
    """What a link asks for, for whoever has it; refuses PaymentLinkNotFound."""
    link = await store.by_secret(tx, hash_of(secret))
    if link is None:
        raise PaymentLinkNotFound
    name = await _name(tx, keys, link.person)
    return LinkGlimpse(link, rules.status_at(link, clock.now()), name)


async def begin_by_link(tx: Tx, rails: Rails, order: PayLinkOrder) -> LinkCheckout:
    """Write down that money shall come; after the commit `gateways.start` opens the checkout.

    A link that can be paid once has one open checkout: whoever comes second is led to the same.

    order.amount  minor units; None where the amount is fixed
    repeat        the same key at the same link returns the first checkout
    refuses       PaymentLinkNotFound, PaymentLinkOver, LinkAmountOutside, LinkBusy, KeyReused,
                  NoWalletOfYours, AccountClosed, NoRail
    states        nothing: no money has come
    """
    link = await store.lock_by_secret(tx, hash_of(order.secret))
    if link is None:
        raise PaymentLinkNotFound
    now = clock.now()
    hashed = request_hash("pay", order.amount_minor)
    earlier = await store.keys_of_payers.find(tx, link.id, order.key)
    if earlier is not None:
        if earlier.request_hash != hashed:
            raise KeyReused
        found = await store.checkout(tx, earlier.result)
        assert found is not None, "a key stands for a checkout that was begun"
        return found
    rules.check_open(link, now)
    amount = rules.to_pay(link, order.amount_minor)
    begun = await store.open_checkouts(tx, link.id, now, rules.MAX_CHECKOUTS)
    shared = rules.shared(link, begun, amount)
    made = shared or await _begin(tx, rails, link, amount, order)
    await store.keys_of_payers.claim_for(tx, link.id, order.key, hashed, made.id)
    return made


async def _begin(
    tx: Tx, rails: Rails, link: PaymentLink, amount: Money, order: PayLinkOrder
) -> LinkCheckout:
    id = ids.new_id()
    to = ExpectOrder(link.person, amount, PURPOSE, order.key, f"{order.site}/pay-link/{id}")
    attempt = await top_ups.intend(tx, rails, id, to)
    assert attempt.expires_at is not None, "a checkout ends"
    made = LinkCheckout(
        id=id,
        link=link.id,
        amount=amount,
        attempt=attempt.id,
        status=PaymentStatus.PENDING,
        failure=None,
        created_at=attempt.created_at,
        expires_at=attempt.expires_at,
        settled_at=None,
    )
    await store.add_checkout(tx, made)
    return made


async def checkout_by_link(tx: Tx, keys: KeyRing, id: UUID) -> CheckoutView:
    """A checkout as its payer sees it: whoever knows the id may look, for it is where the provider
    sends her back to.

    refuses  PaymentNotFound
    """
    found = await store.checkout(tx, id)
    link = None if found is None else await store.find(tx, found.link)
    if found is None or link is None:
        raise PaymentNotFound
    attempt = await gateways.attempt(tx, found.attempt)
    name = await _name(tx, keys, link.person)
    return CheckoutView(found, attempt, name, link.note, words.reference(found.id))


async def settle_by_link(tx: Tx, attempt: Attempt) -> None:
    """Credit the owner's wallet when the money is confirmed; the gate of `payments.link`.

    Money that comes is hers although the link is over meanwhile: cancelled, expired, or paid.

    repeat  a checkout that stands where the attempt leads is left alone
    states  what `settle_top_up` states, with PaymentByLink in the place of ToppedUp and
            PaymentByLinkKept in that of TopUpFailed
    """
    found = await store.checkout(tx, attempt.reference)
    assert found is not None, "it was written with the attempt"
    # The link before its checkouts, as whoever begins one does.
    link = await store.lock(tx, found.link)
    known = await store.lock_checkout(tx, found.id)
    assert link is not None, "links are kept"
    assert known is not None, "checkouts are kept"
    if attempt.follows is not None and attempt.follows == known.attempt:
        known = replace(known, attempt=attempt.id)  # another provider took over
        await store.write_checkout(tx, known)
    if attempt.state in {AttemptState.SUCCEEDED, AttemptState.MISMATCHED}:
        await _take(tx, link, known, attempt)
    elif attempt.id == known.attempt:
        status = rail_rules.STATUS.get(attempt.state)
        if status is not None and rules.may_step(known.status, status):
            await _write(tx, known, status, attempt.failure)


async def _take(tx: Tx, link: PaymentLink, known: LinkCheckout, attempt: Attempt) -> None:
    """Money has come: it becomes a payment, and that goes the way of a top-up."""
    before = await payment_store.lock(tx, known.id)
    if before is None:
        before = _begun(link, known, attempt)
        await payment_store.add(tx, before)
    await top_ups.settle_top_up(tx, attempt)
    after = await payment_store.find(tx, known.id)
    assert after is not None, "it was written"
    if after.status is before.status:
        return
    await _write(tx, known, after.status, after.failure)
    if after.status is PaymentStatus.SUCCEEDED:
        await store.count_paid(tx, link.id, after.amount)
        await journal.state(
            tx,
            PaymentByLink(
                subject=after.id,
                audience=(link.person,),
                payment=after.id,
                link=link.id,
                person=link.person,
                amount=after.amount,
            ),
        )


def _begun(link: PaymentLink, known: LinkCheckout, attempt: Attempt) -> Payment:
    payment = books.begun(
        known.id, PaymentKind.LINK, known.amount, payee=link.person, attempt=attempt.id
    )
    return replace(payment, note=link.note)


async def _write(tx: Tx, known: LinkCheckout, status: PaymentStatus, failure: str | None) -> None:
    settled_at = clock.now() if status in states.SETTLED else None
    after = replace(known, status=status, failure=failure, settled_at=settled_at)
    await store.write_checkout(tx, after)


async def _name(tx: Tx, keys: KeyRing, person: PersonId) -> str:
    """The name that strangers may know."""
    return identity.mask_name((await identity.person(tx, keys, person)).name)
