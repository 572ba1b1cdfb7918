"""How the demo people leave their groups: debts paid, votes ended, the pot paid out by a last vote.

A group in which anybody else is goes on without them, as far as its own rules let them go.
"""

from contextlib import suppress
from typing import Final

from batua.apps.demo.people import Role
from batua.apps.demo.stage import Stage, act
from batua.apps.demo.telling import Event
from batua.kit import clock
from batua.kit.ids import new_id
from batua.kit.money import Money
from batua.kit.refusal import Refusal
from batua.modules.groups import service as groups
from batua.modules.groups.types import (
    Choice,
    ContributeOrder,
    GroupId,
    GroupView,
    LoanLine,
    LoanStatus,
    LoansWanted,
    MemberStatus,
    Proposal,
    ProposalKind,
    ProposalStatus,
    ProposeOrder,
    RepayOrder,
    VoteOrder,
)
from batua.modules.identity.types import PersonId
from batua.modules.payments.types import Actor

MOST: Final = 100
REASON: Final = "The demo ends"


async def part(stage: Stage, roles: dict[PersonId, Role]) -> None:
    """Let everybody on the stage leave the groups she is in.

    roles   who is who
    repeat  does what an earlier call left undone
    """
    ids: set[GroupId] = set()
    for person in roles:
        async with stage.db.read() as tx:
            page = await groups.groups(tx, person, None, MOST)
        ids |= {group.id for group, _, _ in page.items}
    for id in sorted(ids):
        await _part(stage, roles, id)


async def _part(stage: Stage, roles: dict[PersonId, Role], id: GroupId) -> None:
    insider = await _any_inside(stage, roles, id)
    async with stage.db.read() as tx:
        page = await groups.members(tx, insider, id, MemberStatus.ACTIVE, (None, MOST))
    persons = [member.person for member in page.items]
    ours = [person for person in persons if person in roles]
    # A visitor may have changed a PIN or the rules: then what cannot be ended stays as it is.
    for person in ours:
        with suppress(Refusal):
            await _pay_dues(stage, roles[person], id)
    if page.next is None and roles.keys() >= set(persons):
        with suppress(Refusal):
            await _wind_up(stage, roles, id, persons)
    for person in ours:
        with suppress(Refusal):
            async with stage.db.transaction() as tx:
                await groups.leave(tx, _actor(stage, roles, person), id)


async def _any_inside(stage: Stage, roles: dict[PersonId, Role], id: GroupId) -> PersonId:
    for person in roles:
        with suppress(Refusal):
            async with stage.db.read() as tx:
                await groups.group(tx, person, id)
            return person
    raise AssertionError(f"nobody of the demo is in group {id}")


def _actor(stage: Stage, roles: dict[PersonId, Role], person: PersonId) -> Actor:
    player = stage.players[roles[person].key]
    return Actor(player.id, player.session, player.step_up)


async def _pay_dues(stage: Stage, role: Role, id: GroupId) -> None:
    async with stage.db.read() as tx:
        person = stage.players[role.key].id
        due = await groups.dues_due(tx, person, id)
        group = (await groups.group(tx, person, id)).group
    if due is None:
        return
    amount, key = group.money(due.left_minor), f"demo-end-{new_id()}"

    async def do(actor: Actor) -> None:
        order = ContributeOrder(actor, id, amount, REASON, key)
        async with stage.db.transaction() as tx:
            await groups.contribute(tx, stage.keys, order)

    most = -(-due.left_minor // 100)
    await act(stage, Event(clock.now(), f"dues-{new_id()}", role, most), do)


async def _wind_up(
    stage: Stage, roles: dict[PersonId, Role], id: GroupId, persons: list[PersonId]
) -> None:
    """Leave no vote open, no loan unpaid and nothing in the pot."""
    chair = persons[0]
    async with stage.db.read() as tx:
        open_ones = await groups.proposals(tx, chair, id, (ProposalStatus.OPEN,), (None, MOST))
    for view in open_ones.items:
        async with stage.db.transaction() as tx:
            asker = _actor(stage, roles, view.proposal.asker)
            await groups.take_back(tx, asker, id, view.proposal.id)
    async with stage.db.read() as tx:
        wanted = LoansWanted((LoanStatus.ASKED, LoanStatus.ACTIVE))
        lent = await groups.loans(tx, stage.keys, chair, id, wanted, (None, MOST))
        members = await groups.members(tx, chair, id, MemberStatus.ACTIVE, (None, MOST))
    whose = {member.id: member.person for member in members.items}
    for line in lent.items:
        await _end_loan(stage, roles[whose[line.loan.member_id]], id, line)
    async with stage.db.read() as tx:
        view_now = await groups.group(tx, chair, id)
    if view_now.pot.available.minor > 0:
        await _empty(stage, roles, view_now, persons)


async def _end_loan(stage: Stage, role: Role, id: GroupId, line: LoanLine) -> None:
    loan = line.loan

    async def do(actor: Actor) -> None:
        async with stage.db.transaction() as tx:
            if loan.status is LoanStatus.ASKED:
                await groups.cancel_loan(tx, actor, id, loan.id)
                return
            view = await groups.loan(tx, stage.keys, actor.person, id, loan.id)
            group = (await groups.group(tx, actor.person, id)).group
            amount = group.money(view.payoff_minor)
            await groups.repay(tx, stage.keys, RepayOrder(actor, id, loan.id, amount, key))

    key = f"demo-end-{new_id()}"
    most = -(-(loan.principal_minor * 2) // 100)
    await act(stage, Event(clock.now(), f"end-{loan.id}", role, most), do)


async def _empty(
    stage: Stage, roles: dict[PersonId, Role], view: GroupView, persons: list[PersonId]
) -> None:
    """Pay all there is to the first of them, by a vote of the others."""
    payee, voters = persons[0], persons[1:]
    proposal = await _propose(stage, roles, view, (payee, view.pot.available))
    for voter in voters:
        if proposal.status is not ProposalStatus.OPEN:
            break
        proposal = await _agree(stage, roles[voter], proposal)
    await groups.pay(stage.db, stage.rails, view.group.id, proposal.id)


async def _propose(
    stage: Stage, roles: dict[PersonId, Role], view: GroupView, payout: tuple[PersonId, Money]
) -> Proposal:
    payee, amount = payout
    order = ProposeOrder(
        actor=_actor(stage, roles, payee),
        group=view.group.id,
        kind=ProposalKind.WITHDRAW,
        reason=REASON,
        key=f"demo-end-{new_id()}",
        amount=amount,
        payee=payee,
    )
    async with stage.db.transaction() as tx:
        return await groups.propose(tx, stage.rails, order)


async def _agree(stage: Stage, role: Role, proposal: Proposal) -> Proposal:
    async def do(actor: Actor) -> Proposal:
        order = VoteOrder(actor, proposal.group_id, proposal.id, proposal.version, Choice.YES)
        async with stage.db.transaction() as tx:
            return await groups.vote(tx, stage.keys, order)

    return await act(stage, Event(clock.now(), f"end-{proposal.id}", role, 0), do)
