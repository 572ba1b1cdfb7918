"""Contributions: money of a member goes into the pot."""

from collections.abc import Sequence
from typing import Final
from uuid import UUID

from batua.kit import clock, ids, journal
from batua.kit.db import Tx
from batua.kit.money import Money
from batua.kit.once import request_hash
from batua.kit.secrets import KeyRing
from batua.modules.gateways.types import Attempt, Rails
from batua.modules.groups.errors import GroupNotFound, WrongCurrency
from batua.modules.groups.service import access, arriving
from batua.modules.groups.service.access import Inside
from batua.modules.groups.service.arriving import Arrival
from batua.modules.groups.service.dues import allocating
from batua.modules.groups.store import member as member_store
from batua.modules.groups.store import transaction as transaction_store
from batua.modules.groups.store.key import once
from batua.modules.groups.types import (
    Contributed,
    ContributeOrder,
    Dues,
    Group,
    Right,
    Transaction,
    TransactionId,
    TransactionKind,
    TransactionStatus,
)
from batua.modules.ledger import service as ledger
from batua.modules.payments import service as payments
from batua.modules.payments.types import Actor, Payment, PotInOrder

PURPOSE: Final = "groups.contribution"
CONTRIBUTED: Final = "contributed"


async def contribute(tx: Tx, keys: KeyRing, order: ContributeOrder) -> Transaction:
    """Put money from one's own wallet into the pot.

    It takes no lock on the group: a crowd that pays in does not queue behind a vote.

    It pays her fines, then her dues, the oldest first; what is over is saved.

    order.amount  minor units, above zero
    order.plan    pays only the dues of this plan
    repeat        the same key returns the first contribution; a refused one leaves no key
    refuses       GroupNotFound, GroupOver, NotInYourRole, WrongCurrency, KeyReused,
                  DuesPlanNotFound, and whatever payments.pay_into_pot refuses
    states        Contributed, payments.PaidIntoPot
    """
    person, amount = order.actor.person, order.amount
    claimed = await once.claim_for(tx, person, order.key, hashed(order), ids.new_id())
    inside = await access.enter(tx, person, order.group, right_to(order))
    if not claimed.is_new:
        found = await transaction_store.find(tx, order.group, claimed.id)
        assert found is not None, "a key stands for a contribution that was made"
        return found
    group = inside.group
    access.check_open(group)
    if amount.currency != group.currency:
        raise WrongCurrency
    # Held before the ledger's accounts, as the order of locks is.
    owed = await allocating.hold(tx, group, inside.me, order.plan)
    payment = await payments.pay_into_pot(tx, keys, pot_order(order, group, claimed.id))
    await access.check_still_open(tx, group)
    # The pot is still held by the entry, so this is the balance that it left.
    balance = (await ledger.account(tx, group.pot)).balance
    made = line_of(inside, payment, balance)
    await transaction_store.add(tx, made)
    await _count(tx, inside, order.actor, made, owed)
    return made


def hashed(order: ContributeOrder) -> bytes:
    """What an order says, for its key."""
    about = () if order.plan is None else (order.plan,)
    amount = order.amount
    return request_hash(
        "contribute", order.group, amount.minor, amount.currency, order.note, *about
    )


def right_to(order: ContributeOrder) -> Right:
    """The right that it takes: who owes may pay, whatever her role has become."""
    return Right.CONTRIBUTE if order.plan is None else Right.READ


def pot_order(order: ContributeOrder, group: Group, entry: UUID) -> PotInOrder:
    """What payments is asked to do."""
    return PotInOrder(
        payer=order.actor,
        pot=group.id,
        account=group.pot,
        amount=order.amount,
        note=order.note,
        entry=entry,
        is_agreed=order.is_agreed,
    )


async def contribute_by_checkout(
    tx: Tx, rails: Rails, order: ContributeOrder, site: str
) -> Transaction:
    """Write down that a member's money shall come into the pot by a checkout at a provider.

    After the commit `gateways.start` opens the checkout; `settle_contribution` does the rest.

    order.amount  minor units, above zero
    site          address of the web app, where the provider sends her back to
    repeat        the same key returns the first contribution as it is now
    refuses       GroupNotFound, GroupOver, NotInYourRole, WrongCurrency, KeyReused, WordsTooLong,
                  DuesPlanNotFound, and whatever payments.expect refuses
    states        CheckoutChanged
    """
    person, amount = order.actor.person, order.amount
    parts = (order.group, amount.minor, amount.currency, order.note, order.plan)
    claimed = await once.claim(tx, person, order.key, "contribute_by_checkout", *parts)
    inside = await access.enter(tx, person, order.group, right_to(order))
    if not claimed.is_new:
        found = await transaction_store.find(tx, order.group, claimed.id)
        assert found is not None, "a key stands for a contribution that was begun"
        return found
    access.check_open(inside.group)
    if amount.currency != inside.group.currency:
        raise WrongCurrency
    if order.plan is not None:
        await allocating.check_plan(tx, inside.group, order.plan)
    kind = TransactionKind.CONTRIBUTION
    line = arriving.waiting(inside, claimed.id, kind, amount.minor, order.note)
    way = arriving.Way(rails, PURPOSE, site, order.plan)
    return await arriving.begin(tx, order.actor, inside.group, line, way)


async def settle_contribution(tx: Tx, attempt: Attempt) -> None:
    """Put a contribution into the pot once its money is confirmed; the gate of its purpose.

    repeat  a contribution that stands where the attempt leads is left alone
    states  Contributed; else CheckoutChanged, and what payments.settle_top_up states
    """
    await arriving.settle(tx, attempt, _land)


async def _land(tx: Tx, arrival: Arrival) -> None:
    inside = await arrival.inside(tx)
    owed = await allocating.hold(tx, inside.group, inside.me, arrival.ordered.plan_key)
    line = arrival.line
    made = await arriving.arrive(tx, arrival, line.amount_minor, line.note)
    await _count(tx, inside, arrival.actor, made, owed)


async def _count(
    tx: Tx, inside: Inside, actor: Actor, made: Transaction, owed: Sequence[Dues]
) -> None:
    """Let a contribution pay what she owes, and count the rest as her savings.

    refuses  GroupNotFound
    states   Contributed
    """
    group, amount = inside.group, inside.group.money(made.amount_minor)
    fines, dues = await allocating.settle(tx, owed, made)
    # A fine is no savings of hers.
    if not await member_store.save(tx, inside.me.id, amount.minor - fines):
        raise GroupNotFound  # she was let go while her money was on its way; none of it moves
    data = logged(made, dues, fines)
    await access.log(tx, group, actor, CONTRIBUTED, made.id, **data)
    await journal.state(tx, told(group, actor, made))


def logged(made: Transaction, dues: int, fines: int) -> dict[str, int]:
    """What the log says of a contribution."""
    paid = {"dues_minor": dues, "fines_minor": fines} if dues or fines else {}
    return {"amount_minor": made.amount_minor, **paid}


def told(group: Group, actor: Actor, made: Transaction) -> Contributed:
    """The fact of it."""
    return Contributed(
        subject=group.id,
        actor=actor.person,
        audience=(group.id, actor.person),
        transaction=made.id,
        person=actor.person,
        amount=group.money(made.amount_minor),
    )


def line_of(inside: Inside, payment: Payment, balance: Money) -> Transaction:
    """The line of the statement; `balance` is what the payment left in the pot."""
    assert payment.entry is not None
    now = clock.now()
    return Transaction(
        id=TransactionId(payment.entry),
        group_id=inside.group.id,
        kind=TransactionKind.CONTRIBUTION,
        status=TransactionStatus.SUCCEEDED,
        member_id=inside.me.id,
        amount_minor=payment.amount.minor,
        note=payment.note,
        proposal_id=None,
        loan_id=None,
        attempt_id=None,
        entry_id=payment.entry,
        failure=None,
        balance_minor=balance.minor,
        created_at=now,
        settled_at=now,
    )
