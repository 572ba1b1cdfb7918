"""Lives what the demo people do in their groups, through the door of `groups`; safe to repeat."""

from contextlib import suppress
from uuid import UUID

from batua.apps.demo import pots
from batua.apps.demo.people import Role
from batua.apps.demo.stage import Stage, act, rupees
from batua.kit.money import Money
from batua.modules.groups import service as groups
from batua.modules.groups.errors import (
    AlreadyMember,
    LoanNotOpen,
    NotAsked,
    ProposalOver,
)
from batua.modules.groups.types import (
    ContributeOrder,
    CreateOrder,
    GroupId,
    InviteOrder,
    JoinOrder,
    LoanId,
    LoanOrder,
    MemberId,
    ProposalId,
    ProposalKind,
    ProposalStatus,
    ProposeOrder,
    QuoteOrder,
    RepayOrder,
    VoteOrder,
)
from batua.modules.groups.types import Role as Office
from batua.modules.identity.types import PersonId
from batua.modules.payments.types import Actor


async def live(stage: Stage, event: pots.GroupEvent) -> None:
    """Do one thing in a group, at the moment at which the clock is held."""
    match event:
        case pots.Found():
            await _found(stage, event)
        case pots.Join():
            await _join(stage, event)
        case pots.Roles() | pots.Want():
            await _propose(stage, event)
        case pots.PayIn():
            await _pay_in(stage, event)
        case pots.Borrow():
            await _borrow(stage, event)
        case pots.Answer():
            await _answer(stage, event)
        case pots.Vote():
            await _vote(stage, event)
        case pots.Repay():
            await _repay(stage, event)
        case pots.Rounds():
            await _rounds(stage, event)


def _group(stage: Stage, event: pots.GroupEvent) -> GroupId:
    return GroupId(stage.made[event.group])


def _person(stage: Stage, who: Role) -> PersonId:
    return stage.players[who.key].id


async def _member(stage: Stage, event: pots.GroupEvent, who: Role) -> MemberId:
    """Her membership in the event's group."""
    key = f"{event.group}:{who.key}"
    if key not in stage.made:
        async with stage.db.read() as tx:
            view = await groups.group(tx, _person(stage, who), _group(stage, event))
        stage.made[key] = view.me.id
    return MemberId(stage.made[key])


async def _found(stage: Stage, event: pots.Found) -> None:
    async def do(actor: Actor) -> UUID:
        order = CreateOrder(
            actor=actor,
            kind=event.kind,
            name=event.name,
            purpose=event.purpose,
            currency=rupees(0).currency,
            key=stage.key(event),
            constitution=event.constitution,
            is_women_only=event.is_women_only,
        )
        async with stage.db.transaction() as tx:
            return (await groups.create(tx, order)).id

    stage.made[event.group] = await act(stage, event, do)


async def _join(stage: Stage, event: pots.Join) -> None:
    group, person = _group(stage, event), _person(stage, event.who)
    host, guest = stage.players[event.by.key], stage.players[event.who.key]
    with suppress(AlreadyMember):
        async with stage.db.transaction() as tx:
            invited = InviteOrder(Actor(host.id, host.session), group, person)
            await groups.invite(tx, invited)
            await groups.join(tx, JoinOrder(Actor(guest.id, guest.session), group=group))


async def _propose(stage: Stage, event: pots.Roles | pots.Want) -> None:
    group = _group(stage, event)
    roles, amount, payee = {}, None, None
    if isinstance(event, pots.Roles):
        kind, reason = ProposalKind.ROLES, ""
        for who, office in event.offices:
            roles[await _member(stage, event, who)] = Office(office)
    else:
        kind, reason = ProposalKind.WITHDRAW, event.reason
        amount, payee = rupees(event.rupees), _person(stage, event.who)

    async def do(actor: Actor) -> UUID:
        order = ProposeOrder(
            actor, group, kind, reason, stage.key(event), amount, payee, roles=roles
        )
        async with stage.db.transaction() as tx:
            return (await groups.propose(tx, stage.rails, order)).id

    stage.made[event.key] = await act(stage, event, do)


async def _pay_in(stage: Stage, event: pots.PayIn) -> None:
    async def do(actor: Actor) -> None:
        order = ContributeOrder(
            actor,
            _group(stage, event),
            rupees(event.rupees),
            event.note,
            stage.key(event),
            plan=event.plan,
        )
        async with stage.db.transaction() as tx:
            await groups.contribute(tx, stage.keys, order)

    await act(stage, event, do)


async def _borrow(stage: Stage, event: pots.Borrow) -> None:
    guarantor = await _member(stage, event, event.guarantor)
    wanted = QuoteOrder(pots.LOAN, rupees(event.rupees), event.count)

    async def do(actor: Actor) -> UUID:
        group, key = _group(stage, event), stage.key(event)
        order = LoanOrder(actor, group, wanted, event.purpose, key, (guarantor,))
        async with stage.db.transaction() as tx:
            return (await groups.ask_loan(tx, stage.keys, order)).id

    stage.made[event.key] = await act(stage, event, do)


async def _answer(stage: Stage, event: pots.Answer) -> None:
    async def do(actor: Actor) -> None:
        answer = LoanId(stage.made[event.loan]), True
        async with stage.db.transaction() as tx:
            await groups.answer_guarantee(tx, stage.keys, actor, _group(stage, event), answer)

    with suppress(LoanNotOpen, NotAsked):
        await act(stage, event, do)


async def _vote(stage: Stage, event: pots.Vote) -> None:
    """Vote, and make the payout at once if it passes by this: no worker lives in the past."""
    group = _group(stage, event)
    id = await _proposal(stage, event)

    async def do(actor: Actor) -> ProposalStatus:
        order = VoteOrder(actor, group, id, 1, event.choice)
        async with stage.db.transaction() as tx:
            return (await groups.vote(tx, stage.keys, order)).status

    with suppress(ProposalOver):
        await act(stage, event, do)
    await groups.pay(stage.db, stage.rails, group, id)


async def _proposal(stage: Stage, event: pots.Vote) -> ProposalId:
    """The vote itself, or that about a loan."""
    made = stage.made[event.on]
    if event.on not in pots.LOANS:
        return ProposalId(made)
    async with stage.db.read() as tx:
        person, group = _person(stage, event.who), _group(stage, event)
        loan = (await groups.loan(tx, stage.keys, person, group, LoanId(made))).loan
    assert loan.proposal_id is not None, "its guarantor has agreed"
    return loan.proposal_id


async def _repay(stage: Stage, event: pots.Repay) -> None:
    group, id = _group(stage, event), LoanId(stage.made[event.loan])

    async def do(actor: Actor) -> None:
        async with stage.db.transaction() as tx:
            view = await groups.loan(tx, stage.keys, actor.person, group, id)
            minor = next(row.due.total for row in view.rows if row.n == event.n)
            amount = Money(minor, rupees(0).currency)
            order = RepayOrder(actor, group, id, amount, stage.key(event))
            await groups.repay(tx, stage.keys, order)

    await act(stage, event, do)


async def _rounds(stage: Stage, event: pots.Rounds) -> None:
    group = _group(stage, event)
    is_more = True
    while is_more:
        async with stage.db.transaction() as tx:
            is_more = await groups.write_dues(tx, group, pots.DUES)
    for who in pots.SAVING:
        member = await _member(stage, event, who)
        async with stage.db.transaction() as tx:
            await groups.look_at_dues(tx, stage.keys, group, member)
