"""Payouts: reserved when the vote passes, made once, tried again, or freed when they lapse.

The ids of the hold, of the entry and of the transaction are the proposal's, so a second payout of one
proposal cannot be written.
"""

from dataclasses import replace
from uuid import UUID

from batua.kit import clock, journal
from batua.kit.db import Database, Tx
from batua.kit.jobs import Context, defer, job
from batua.modules.gateways import service as gateways
from batua.modules.gateways.types import Rails
from batua.modules.groups.errors import NothingToRetry, ProposalNotFound
from batua.modules.groups.rules import repaying as lending
from batua.modules.groups.rules import states
from batua.modules.groups.service import access, disbursing, sending_out
from batua.modules.groups.store import group as group_store
from batua.modules.groups.store import member as member_store
from batua.modules.groups.store import proposal as proposal_store
from batua.modules.groups.store import transaction as transaction_store
from batua.modules.groups.types import (
    Executed,
    Group,
    GroupId,
    MemberStatus,
    NotExecuted,
    Proposal,
    ProposalId,
    ProposalKind,
    ProposalStatus,
    Right,
    Transaction,
    TransactionId,
    TransactionKind,
    TransactionStatus,
)
from batua.modules.ledger import service as ledger
from batua.modules.payments import service as payments
from batua.modules.payments.types import Actor, PotOutOrder

PAYOUTS = frozenset({ProposalKind.WITHDRAW, ProposalKind.LOAN})
"""Kinds that pay out of the pot."""
NOT_ENOUGH = "not_enough_in_pot"
WALLET_CLOSED = "wallet_closed"
PAYEE_LEFT = "payee_left"
_NOTE = 200


async def reserve(tx: Tx, group: Group, proposal: Proposal) -> Proposal:
    """Set aside what was approved, and queue its payout; without the money it fails for now.

    The accounts are held, so two proposals that are approved at once see one another's money.

    states  NotExecuted
    """
    failure = await _obstacle(tx, group, proposal, is_new=True)
    if failure is not None:
        return await _fail(tx, group, proposal, failure)
    hold = await payments.reserve_from_pot(tx, _order(group, proposal))
    reserved = replace(proposal, hold_id=hold.id, failure=None)
    await proposal_store.keep(tx, reserved)
    await defer(tx, pay_in_background, group=str(group.id), proposal=str(proposal.id))
    return reserved


@job("groups.pay")
async def pay_in_background(ctx: Context, group: str, proposal: str) -> None:
    """Make a payout that was approved."""
    rails: Rails = ctx.rooms[gateways.ROOM]
    await pay(ctx.db, rails, GroupId(UUID(group)), UUID(proposal))


async def pay(db: Database, rails: Rails, group: GroupId, id: UUID) -> Proposal:
    """Make one approved payout.

    repeat   one that was made, or that failed, stays as it is
    states   Executed, payments.PaidFromPot; NotExecuted when the wallet takes no money
    """
    async with db.transaction() as tx:
        held = await group_store.lock(tx, group)
        found = None if held is None else await proposal_store.lock(tx, group, id)
        assert held is not None
        assert found is not None
        if found.status is not ProposalStatus.APPROVED or found.hold_id is None:
            return found
        return await _pay(tx, rails, held, found)


async def _pay(tx: Tx, rails: Rails, group: Group, proposal: Proposal) -> Proposal:
    """Pay what is reserved; group and proposal are held."""
    way = await sending_out.hold(tx, rails, proposal, _order(group, proposal))
    failure = await _obstacle(tx, group, proposal, is_new=False)
    if failure is not None:
        return await _fail(tx, group, proposal, failure)
    order, note = _order(group, proposal), proposal.reason[:_NOTE]
    await sending_out.send(tx, rails, way, order, note)
    balance = (await ledger.account(tx, group.pot)).balance
    member = await member_store.last_of(tx, group.id, order.payee)
    is_loan, now = proposal.kind is ProposalKind.LOAN, clock.now()
    made = Transaction(
        id=TransactionId(proposal.id),
        group_id=group.id,
        kind=TransactionKind.DISBURSEMENT if is_loan else TransactionKind.PAYOUT,
        status=TransactionStatus.SUCCEEDED,
        member_id=member.id,
        amount_minor=-order.amount.minor,
        note=note,
        proposal_id=proposal.id,
        loan_id=proposal.subject if is_loan else None,
        attempt_id=None,
        entry_id=proposal.id,
        failure=None,
        balance_minor=balance.minor,
        created_at=now,
        settled_at=now,
    )
    await transaction_store.add(tx, made)
    done = replace(
        proposal,
        status=ProposalStatus.EXECUTED,
        executed_at=now,
        entry_id=proposal.id,
        failure=None,
    )
    assert states.may_step(states.PROPOSAL_STEPS, proposal.status, done.status)
    await proposal_store.keep(tx, done)
    await disbursing.disburse(tx, done)
    await access.log(tx, group, None, "paid_out", done.id, amount_minor=done.amount_minor)
    await journal.state(
        tx,
        Executed(
            subject=group.id,
            audience=(group.id, order.payee),
            proposal=done.id,
            what=done.kind.value,
            amount=order.amount,
        ),
    )
    return done


async def _obstacle(tx: Tx, group: Group, proposal: Proposal, *, is_new: bool) -> str | None:
    """Why the money cannot go, with both accounts held from here on; None when it can."""
    order = _order(group, proposal)
    if is_new:
        member = await member_store.of_person(tx, group.id, order.payee)
        if member is None or member.status is not MemberStatus.ACTIVE:
            return PAYEE_LEFT
    wallet = await payments.own_wallet(tx, order.payee, group.currency)
    pot, theirs = await ledger.lock(tx, [group.pot, wallet.account])
    if not theirs.is_open:
        return WALLET_CLOSED
    free = pot.available.minor
    if proposal.kind is ProposalKind.LOAN:
        free = lending.lendable(free, (await access.constitution_of(tx, group)).reserve_minor)
    return NOT_ENOUGH if is_new and order.amount.minor > free else None


def _order(group: Group, proposal: Proposal) -> PotOutOrder:
    """What goes to whom: a loan to the member whom it is about."""
    payee = proposal.payee or proposal.interested
    assert payee is not None
    assert proposal.amount_minor is not None
    return PotOutOrder(
        payee=payee,
        pot=group.id,
        account=group.pot,
        amount=group.money(proposal.amount_minor),
        hold=proposal.id,
    )


async def _fail(tx: Tx, group: Group, proposal: Proposal, failure: str) -> Proposal:
    """Keep what is reserved: the group has decided, and it may be tried again until it lapses."""
    failed = replace(proposal, status=ProposalStatus.FAILED, failure=failure)
    await proposal_store.keep(tx, failed)
    await state_failure(tx, group, failed)
    return failed


async def state_failure(tx: Tx, group: Group, proposal: Proposal) -> None:
    """Tell that what was decided could not be done; states NotExecuted."""
    reason = proposal.failure or proposal.status.value
    await access.log(tx, group, None, "not_executed", proposal.id, reason=reason)
    await journal.state(
        tx,
        NotExecuted(
            subject=group.id,
            audience=(group.id, proposal.asker),
            proposal=proposal.id,
            what=proposal.kind.value,
            reason=reason,
        ),
    )


async def retry(tx: Tx, rails: Rails, actor: Actor, group: GroupId, id: ProposalId) -> Proposal:
    """Try a payout again that failed; it is reserved anew if it was not.

    repeat   one that was made meanwhile is refused, and stays made
    refuses  GroupNotFound, GroupOver, NotInYourRole, ProposalNotFound, NothingToRetry
    states   Executed or NotExecuted
    """
    inside = await access.enter(tx, actor.person, group, Right.RETRY_PAYOUT, is_locked=True)
    found = await proposal_store.lock(tx, group, id)
    if found is None:
        raise ProposalNotFound
    is_over = found.lapses_at is not None and found.lapses_at <= clock.now()
    is_payout = found.kind in PAYOUTS
    if found.status is not ProposalStatus.FAILED or not is_payout or is_over:
        raise NothingToRetry(found.status.value)
    await access.log(tx, inside.group, actor, "retried", found.id)
    # All accounts at once, before the first of them is.
    await sending_out.hold(tx, rails, found, _order(inside.group, found))
    failure = await _obstacle(tx, inside.group, found, is_new=found.hold_id is None)
    if failure is not None:
        return await _fail(tx, inside.group, found, failure)
    if found.hold_id is None:
        hold = await payments.reserve_from_pot(tx, _order(inside.group, found))
        found = replace(found, hold_id=hold.id)
    return await _pay(tx, rails, inside.group, found)


async def lapse(tx: Tx, group: Group, proposal: Proposal) -> Proposal:
    """Free what was reserved for a payout that nobody could make in time.

    states   NotExecuted
    """
    assert states.may_step(states.PROPOSAL_STEPS, proposal.status, ProposalStatus.LAPSED)
    if proposal.hold_id is not None:
        await ledger.void_hold(tx, proposal.hold_id)
    lapsed = replace(proposal, status=ProposalStatus.LAPSED, failure="lapsed")
    await proposal_store.keep(tx, lapsed)
    await disbursing.end(tx, lapsed)
    await state_failure(tx, group, lapsed)
    return lapsed
