"""Money that comes to a pot by a checkout: asked for, and put where it belongs when it comes.

It comes into the payer's wallet and goes from there into the pot, all in the transaction in which
the provider's word is settled. So what the pot cannot take any more is where it is hers: late
money, that of who has left, and what is beyond a loan. See docs/decisions/0341.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from typing import Final
from uuid import UUID

from batua.kit import clock, journal
from batua.kit.db import Tx, stated_refusals
from batua.kit.refusal import Refusal, Unavailable
from batua.modules.gateways import service as gateways
from batua.modules.gateways.types import Attempt, AttemptState, Rails
from batua.modules.groups.errors import GroupNotFound
from batua.modules.groups.rules import states, words
from batua.modules.groups.service import access
from batua.modules.groups.service.access import Inside
from batua.modules.groups.store import checkout as checkout_store
from batua.modules.groups.store import group as group_store
from batua.modules.groups.store import member as member_store
from batua.modules.groups.store import transaction as transaction_store
from batua.modules.groups.types import (
    Checkout,
    CheckoutChanged,
    Group,
    MemberStatus,
    PayPage,
    Transaction,
    TransactionId,
    TransactionKind,
    TransactionStatus,
)
from batua.modules.identity.types import PersonId
from batua.modules.ledger import service as ledger
from batua.modules.payments import service as payments
from batua.modules.payments.types import Actor, Payment, PaymentStatus, PotInOrder
from batua.modules.payments.types.rails import ExpectOrder

MEMBER_LEFT: Final = "member_left"
_CAN_BE_PAID: Final = frozenset({AttemptState.PENDING, AttemptState.UNKNOWN})


@dataclass(frozen=True, slots=True)
class Way:
    """How money shall come.

    purpose  of the attempt, by which wiring finds who puts the money where it belongs
    site     address of the web app, where the provider sends the payer back to
    plan     whose dues it is for
    """

    rails: Rails
    purpose: str
    site: str
    plan: str | None = None


@dataclass(frozen=True, slots=True)
class Arrival:
    """Money that has come, and the line of the statement that waits for it."""

    attempt: Attempt
    ordered: Checkout
    line: Transaction
    group: Group

    @property
    def actor(self) -> Actor:
        """Who ordered it, in the session in which she did."""
        return Actor(self.ordered.person, self.ordered.session)

    async def inside(self, tx: Tx) -> Inside:
        """Who paid, while she is a member; refuses GroupNotFound, GroupOver."""
        me = await member_store.find(tx, self.group.id, self.line.member_id)
        if me is None or me.status is not MemberStatus.ACTIVE:
            raise GroupNotFound
        access.check_open(self.group)
        return Inside(self.group, me)


Land = Callable[[Tx, Arrival], Awaitable[None]]
"""Puts money that has come where it was meant for, or refuses."""


async def begin(tx: Tx, actor: Actor, group: Group, line: Transaction, way: Way) -> Transaction:
    """Write a line that waits for its money; after the commit `gateways.start` opens the checkout.

    refuses  AmountNotPositive, NoWalletOfYours, AccountClosed, NoRail
    states   CheckoutChanged
    """
    expected = ExpectOrder(
        person=actor.person,
        amount=group.money(line.amount_minor),
        purpose=way.purpose,
        key=f"{way.purpose}:{line.id}",
        return_url=f"{way.site}/groups/{group.id}/statement/{line.id}",
    )
    top_up = await payments.expect(tx, way.rails, expected)
    made = replace(line, attempt_id=top_up.attempt.id)
    await transaction_store.add(tx, made)
    ordered = Checkout(
        transaction_id=made.id,
        top_up_id=top_up.payment.id,
        person=actor.person,
        session=actor.session,
        plan_key=way.plan,
    )
    await checkout_store.add(tx, ordered)
    await access.log(tx, group, actor, "checkout_begun", made.id, amount_minor=made.amount_minor)
    await _state(tx, made, ordered)
    return made


async def pay_page(tx: Tx, person: PersonId, line: Transaction) -> PayPage | None:
    """Where somebody can pay for a line of hers; None when it does not come by her checkout."""
    if line.attempt_id is None:
        return None
    ordered = await checkout_store.of_transaction(tx, line.id)
    if ordered is None or ordered.person != person:
        return None
    attempt = await gateways.attempt(tx, line.attempt_id)
    can_be_paid = attempt.state in _CAN_BE_PAID
    return PayPage(
        top_up=ordered.top_up_id,
        url=attempt.checkout_url if can_be_paid else None,
        expires_at=attempt.expires_at,
        kept_minor=ordered.kept_minor,
    )


async def settle(tx: Tx, attempt: Attempt, land: Land) -> None:
    """Let the line follow its attempt; money that has come lands in the pot, or stays her own.

    repeat   a line that stands where the attempt leads is left alone
    states   what `land` states; else CheckoutChanged, and what payments.settle_top_up states
    """
    ordered = await checkout_store.of_top_up(tx, attempt.reference)
    line = None if ordered is None else await transaction_store.lock(tx, ordered.transaction_id)
    assert ordered is not None, "it was written with the attempt"
    assert line is not None, "it was written with the attempt"
    group = await group_store.find(tx, line.group_id)
    assert group is not None, "groups are kept"
    if attempt.follows is not None and attempt.follows == line.attempt_id:
        line = replace(line, attempt_id=attempt.id)  # another provider took over
        await transaction_store.set_attempt(tx, line)
    arrival, reason = Arrival(attempt, ordered, line, group), None
    if attempt.state is AttemptState.SUCCEEDED:
        if line.status is TransactionStatus.SUCCEEDED or ordered.kept_minor:
            # Payments tells whether it is the money that has come, or more of it.
            await payments.settle_top_up(tx, attempt)
            return
        reason = await _landed(tx, arrival, land)
        if reason is None:
            return
    await payments.settle_top_up(tx, attempt)
    top_up = await payments.top_up_of(tx, ordered.person, ordered.top_up_id)
    await _follow(tx, arrival, top_up.payment, reason)


async def _landed(tx: Tx, arrival: Arrival, land: Land) -> str | None:
    """Why the pot did not take it; None when it did."""
    try:
        # A savepoint: what was refused leaves no trace, and the money stays hers.
        async with stated_refusals(), tx.transaction():
            await land(tx, arrival)
    except Unavailable:
        raise
    except GroupNotFound:
        return MEMBER_LEFT
    except Refusal as refusal:
        return refusal.code.rpartition(".")[2]
    return None


async def _follow(tx: Tx, arrival: Arrival, payment: Payment, reason: str | None) -> None:
    """Write on the line what became of the money that it waited for."""
    line, ordered = arrival.line, arrival.ordered
    if payment.status is PaymentStatus.SUCCEEDED:
        await checkout_store.keep(tx, line.id, payment.amount.minor)
        status, failure = TransactionStatus.FAILED, reason
    else:
        status, failure = TransactionStatus(payment.status.value), payment.failure
    if (status, failure) == (line.status, line.failure):
        return
    is_open = status in {TransactionStatus.PENDING, TransactionStatus.UNKNOWN}
    settled_at = None if is_open else clock.now()
    after = replace(line, status=status, failure=failure, settled_at=settled_at)
    await _move(tx, line, after)
    if not is_open:
        await access.log(tx, arrival.group, None, "checkout_ended", line.id, reason=failure)
    await _state(tx, after, ordered)


async def arrive(tx: Tx, arrival: Arrival, minor: int, note: str) -> Transaction:
    """Put money that has come into the pot, and let its line say so.

    minor    how much of it; the rest stays in her wallet
    refuses  GroupOver, and what payments.pass_into_pot refuses
    states   payments.ToppedUp, payments.PaidIntoPot
    """
    line, group = arrival.line, arrival.group
    order = PotInOrder(
        payer=arrival.actor,
        pot=group.id,
        account=group.pot,
        amount=group.money(minor),
        note=note,
        entry=line.id,
    )
    await payments.pass_into_pot(tx, arrival.attempt, order)
    await access.check_still_open(tx, group)
    # The pot is still held by the entry, so this is the balance that it left.
    balance = (await ledger.account(tx, group.pot)).balance
    made = replace(
        line,
        status=TransactionStatus.SUCCEEDED,
        amount_minor=minor,
        entry_id=line.id,
        failure=None,
        balance_minor=balance.minor,
        settled_at=clock.now(),
    )
    await _move(tx, line, made)
    if minor < line.amount_minor:
        await checkout_store.keep(tx, line.id, line.amount_minor - minor)
    return made


async def _move(tx: Tx, line: Transaction, after: Transaction) -> None:
    is_same = line.status is after.status
    assert is_same or states.may_step(states.TRANSACTION_STEPS, line.status, after.status)
    moved = await transaction_store.move(tx, after, line.status)
    assert moved, "the line is held, so nobody else can have moved it"


async def _state(tx: Tx, line: Transaction, ordered: Checkout) -> None:
    fact = CheckoutChanged(
        subject=line.group_id,
        actor=ordered.person,
        audience=(line.group_id, ordered.person),
        transaction=line.id,
        person=ordered.person,
        status=line.status.value,
        reason=line.failure,
    )
    await journal.state(tx, fact)


def waiting(inside: Inside, id: UUID, kind: TransactionKind, minor: int, note: str) -> Transaction:
    """A line of the statement whose money has not come yet."""
    return Transaction(
        id=TransactionId(id),
        group_id=inside.group.id,
        kind=kind,
        status=TransactionStatus.PENDING,
        member_id=inside.me.id,
        amount_minor=minor,
        note=words.line("note", note, words.MAX_NOTE),
        proposal_id=None,
        loan_id=None,
        attempt_id=None,
        entry_id=None,
        failure=None,
        balance_minor=None,
        created_at=clock.now(),
        settled_at=None,
    )
