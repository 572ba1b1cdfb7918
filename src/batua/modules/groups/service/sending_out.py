"""Payouts that go on to a bank account: chosen by the payee alone, sent with the payout, followed.

The money goes into her wallet and from there to the bank, in one transaction: what the bank does
not take is where it is hers. See docs/decisions/0342.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final
from uuid import UUID, uuid5

from batua.kit import journal
from batua.kit.db import Tx
from batua.modules.gateways.types import Attempt, AttemptState, Rails
from batua.modules.groups.errors import (
    OnlyThePayee,
    ProposalInvalid,
    ProposalNotFound,
    ProposalOver,
)
from batua.modules.groups.rules import states
from batua.modules.groups.service import access
from batua.modules.groups.store import group as group_store
from batua.modules.groups.store import payout as store
from batua.modules.groups.store import proposal as proposal_store
from batua.modules.groups.types import (
    DestinationOrder,
    Group,
    Payout,
    PayoutChanged,
    PayoutStatus,
    Proposal,
    ProposalKind,
    ProposalStatus,
    Right,
    Transaction,
)
from batua.modules.identity.types import PersonId
from batua.modules.payments import service as payments
from batua.modules.payments.types import Actor, PotOutOrder
from batua.modules.payments.types.rails import PassOutOrder

PURPOSE: Final = "groups.payout"
NO_RAIL: Final = "no_rail"
OPEN: Final = frozenset({ProposalStatus.OPEN, ProposalStatus.APPROVED, ProposalStatus.FAILED})
"""While its money is in the pot."""
_ENDS: Final = {
    AttemptState.SUCCEEDED: PayoutStatus.ARRIVED,
    AttemptState.FAILED: PayoutStatus.RETURNED,
}
_WITHDRAWAL: Final = "withdrawal"


@dataclass(frozen=True, slots=True)
class Way:
    """Where a payout shall go on to, and by whom; None when no rail is there to take it."""

    payout: Payout
    by: payments.OutWay | None


async def choose_destination(tx: Tx, rails: Rails, order: DestinationOrder) -> Proposal:
    """Let the payee say where her payout goes: to a bank account of hers, or into her wallet.

    The votes stand, for it is the same person's money. The PIN is not asked: she gave it when she
    withdrew to that account first.

    repeat   the same again changes nothing
    refuses  GroupNotFound, GroupOver, ProposalNotFound, OnlyThePayee, ProposalOver once it is paid,
             ProposalInvalid for anything but a withdrawal; DestinationNotFound, NoRail of payments
    states   PayoutChanged
    """
    person = order.actor.person
    inside = await access.enter(tx, person, order.group, Right.READ, is_locked=True)
    access.check_open(inside.group)
    found = await proposal_store.lock(tx, order.group, order.proposal)
    if found is None:
        raise ProposalNotFound
    if found.kind is not ProposalKind.WITHDRAW:
        raise ProposalInvalid("kind")
    if found.payee != person:
        raise OnlyThePayee
    if found.status not in OPEN:
        raise ProposalOver(found.status.value)
    await choose(tx, rails, inside.group, found, order)
    return found


def may_choose_destination(proposal: Proposal, person: PersonId) -> bool:
    """Whether somebody may say where the money of a proposal goes: its payee, until it is paid."""
    is_hers = proposal.kind is ProposalKind.WITHDRAW and proposal.payee == person
    return is_hers and proposal.status in OPEN


async def choose(
    tx: Tx, rails: Rails, group: Group, proposal: Proposal, order: DestinationOrder
) -> None:
    """Write down where a payout goes; the proposal is held, and about the actor's own money.

    refuses  DestinationNotFound, NoRail
    states   PayoutChanged
    """
    earlier = await store.find(tx, proposal.id)
    if order.destination == (None if earlier is None else earlier.destination_id):
        return
    if order.destination is None:
        await store.drop(tx, proposal.id)
        await _tell(tx, group, proposal, order.actor, None)
        return
    payments.check_pays_out(rails, group.currency)
    saved = await payments.destination(tx, order.actor.person, order.destination)
    chosen = Payout(
        proposal_id=proposal.id,
        group_id=group.id,
        person=order.actor.person,
        destination_id=saved.id,
        masked=saved.masked,
        status=PayoutStatus.CHOSEN,
    )
    await store.choose(tx, chosen)
    await _tell(tx, group, proposal, order.actor, chosen)


async def hold(tx: Tx, rails: Rails, proposal: Proposal, order: PotOutOrder) -> Way | None:
    """Where a payout goes on to, with all accounts on its way held; None for the wallet.

    The proposal is held. It comes before any of the accounts is touched.
    """
    found = await store.find(tx, proposal.id)
    if found is None or found.person != order.payee:
        return None
    return Way(found, await payments.lock_for_passing_out(tx, rails, order))


async def send(tx: Tx, rails: Rails, way: Way | None, order: PotOutOrder, note: str) -> None:
    """Pay what is reserved into the wallet, and on to the bank when a rail is there.

    The entry and the withdrawal have ids that come of the proposal: there is one of each.
    """
    entry = order.hold
    if way is not None and way.by is not None:
        to, withdrawal = way.payout.destination_id, uuid5(entry, _WITHDRAWAL)
        passing = PassOutOrder(order, entry, note, to, withdrawal, PURPOSE)
        await payments.pass_from_pot(tx, rails, way.by, passing)
        await _step(tx, way.payout, PayoutStatus.SENT, withdrawal=withdrawal)
        return
    await payments.pay_from_pot(tx, order, entry, note)
    if way is not None:
        await _step(tx, way.payout, PayoutStatus.KEPT, reason=NO_RAIL)


async def settle_payout(tx: Tx, attempt: Attempt) -> None:
    """Follow a payout that went on to a bank until it has arrived, or is back in the wallet.

    It is the gate of its purpose. The proposal stays executed: the money is out of the pot.

    repeat  a payout that stands where the attempt leads is left alone
    states  PayoutChanged; and what payments.settle_withdrawal states
    """
    found = await store.lock_of_withdrawal(tx, attempt.reference)
    assert found is not None, "it was written with the attempt"
    await payments.settle_withdrawal(tx, attempt)
    status = _ENDS.get(attempt.state)
    if status is None or found.status is status:
        return
    reason = attempt.failure if status is PayoutStatus.RETURNED else None
    ended = await _step(tx, found, status, reason=reason, withdrawal=found.withdrawal_id)
    group = await group_store.find(tx, found.group_id)
    proposal = await proposal_store.find(tx, found.group_id, found.proposal_id)
    assert group is not None, "groups are kept"
    assert proposal is not None, "proposals are kept"
    await _tell(tx, group, proposal, None, ended)


async def payouts(tx: Tx, lines: Sequence[Transaction]) -> dict[UUID, Payout]:
    """Where lines of a statement went on to, by proposal; for whoever was let into the group."""
    ids = [line.proposal_id for line in lines if line.proposal_id is not None]
    return await store.find_many(tx, ids)


async def _step(
    tx: Tx,
    payout: Payout,
    status: PayoutStatus,
    *,
    reason: str | None = None,
    withdrawal: UUID | None = None,
) -> Payout:
    assert states.may_step(states.PAYOUT_STEPS, payout.status, status)
    after = replace(payout, status=status, reason=reason, withdrawal_id=withdrawal)
    await store.keep(tx, after)
    return after


async def _tell(
    tx: Tx, group: Group, proposal: Proposal, actor: Actor | None, payout: Payout | None
) -> None:
    """Write down and state where a payout goes, or what became of it."""
    assert proposal.payee is not None
    assert proposal.amount_minor is not None
    status = "wallet" if payout is None else payout.status.value
    shown = {} if payout is None else {"masked": payout.masked}
    reason = {} if payout is None or payout.reason is None else {"reason": payout.reason}
    await access.log(tx, group, actor, f"payout_{status}", proposal.id, **shown, **reason)
    fact = PayoutChanged(
        subject=group.id,
        actor=None if actor is None else actor.person,
        audience=(group.id, proposal.payee),
        proposal=proposal.id,
        person=proposal.payee,
        amount=group.money(proposal.amount_minor),
        status=status,
        reason=None if payout is None else payout.reason,
    )
    await journal.state(tx, fact)
