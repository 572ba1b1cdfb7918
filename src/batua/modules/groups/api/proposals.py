"""HTTP of proposals: ask the group, read, vote, change, take back, try a payout again."""

from collections.abc import Sequence
from typing import Annotated, Any

from litestar.params import QueryParameter

from batua.kit.caller import Caller
from batua.kit.db import Database, Tx
from batua.kit.refusal import BadCursor, Refusal
from batua.kit.secrets import KeyRing
from batua.kit.web import Cursor, IdempotencyKey, Limit, StepUpToken, get, key_of, patch, post, put
from batua.modules.groups import service
from batua.modules.groups.api.money import Connected
from batua.modules.groups.api.payout_shapes import DestinationIn
from batua.modules.groups.api.proposal_shapes import (
    AmendIn,
    BallotPage,
    ProposalIn,
    ProposalOut,
    ProposalPage,
    VoteIn,
    ballot_out,
    members_named,
    proposal_out,
)
from batua.modules.groups.api.shapes import GroupPath, ProposalPath, actor_of
from batua.modules.groups.errors import (
    ConstitutionInvalid,
    GroupNotFound,
    GroupOver,
    KeyReused,
    MemberNotFound,
    NobodyToVote,
    NotEnoughInPot,
    NothingToRetry,
    NotInYourRole,
    NotReadyToEnd,
    NoVoteInThis,
    OnlyTheAsker,
    OnlyThePayee,
    ProposalChanged,
    ProposalInvalid,
    ProposalNotFound,
    ProposalOver,
    TooManyOpen,
    VoteIsOpen,
    WordsTooLong,
    WrongCurrency,
)
from batua.modules.groups.types import (
    MONEY_KINDS,
    PINNED_KINDS,
    AmendOrder,
    DestinationOrder,
    GroupId,
    MemberId,
    ProposalId,
    ProposalStatus,
    ProposalView,
    ProposeOrder,
    VoteOrder,
)
from batua.modules.identity.errors import StepUpExpired, StepUpRequired
from batua.modules.identity.types import PersonId
from batua.modules.payments.errors import (
    AmountNotPositive,
    DestinationNotFound,
    NoRail,
    NoWalletOfYours,
)

Statuses = Annotated[
    list[ProposalStatus] | None,
    QueryParameter(
        name="status", description="Only these states; may be repeated.", required=False
    ),
]

INSIDE: list[type[Refusal]] = [GroupNotFound, GroupOver, NotInYourRole]
OF_A_PAYOUT: list[type[Refusal]] = [
    AmountNotPositive,
    MemberNotFound,
    NobodyToVote,
    NotEnoughInPot,
    NoWalletOfYours,
    ProposalInvalid,
    WrongCurrency,
]


@get("/groups/{id:uuid}/proposals", permission="groups.read", refuses=[GroupNotFound, BadCursor])
async def list_proposals(
    caller: Caller,
    db: Database,
    keys: KeyRing,
    id: GroupPath,
    statuses: Statuses = None,
    cursor: Cursor = None,
    limit: Limit = 20,
) -> ProposalPage:
    """The questions that were put to a group, newest first."""
    person, group = actor_of(caller).person, GroupId(id)
    async with db.read() as tx:
        page = await service.proposals(tx, person, group, statuses or (), (cursor, limit))
        return ProposalPage(await _shown(tx, keys, person, group, page.items), page.next)


@post(
    "/groups/{id:uuid}/proposals",
    permission="groups.propose",
    refuses=[
        *INSIDE,
        *OF_A_PAYOUT,
        ConstitutionInvalid,
        DestinationNotFound,
        KeyReused,
        NoRail,
        NotReadyToEnd,
        OnlyThePayee,
        TooManyOpen,
        VoteIsOpen,
        WordsTooLong,
    ],
)
async def propose(
    caller: Caller,
    db: Database,
    keys: KeyRing,
    rails: Connected,
    id: GroupPath,
    data: ProposalIn,
    key: IdempotencyKey = None,
) -> ProposalOut:
    """Put a question to those who have a voice now; the same key puts it once."""
    order = ProposeOrder(
        actor=actor_of(caller),
        group=GroupId(id),
        kind=data.kind,
        reason=data.reason,
        key=key_of(key),
        amount=None if data.amount is None else data.amount.to_money(),
        payee=None if data.payee is None else PersonId(data.payee),
        subject=data.subject,
        constitution=data.constitution,
        roles={MemberId(each.member): each.role for each in data.roles},
        split=data.split,
        destination=data.destination,
    )
    async with db.transaction() as tx:
        made = await service.propose(tx, rails, order)
        return await one_proposal(tx, keys, order.actor.person, made.group_id, made.id)


@get(
    "/groups/{id:uuid}/proposals/{proposal:uuid}",
    permission="groups.read",
    refuses=[GroupNotFound, ProposalNotFound],
)
async def read_proposal(
    caller: Caller, db: Database, keys: KeyRing, id: GroupPath, proposal: ProposalPath
) -> ProposalOut:
    """A question to the group, its rule in words and numbers, and how its vote stands."""
    person = actor_of(caller).person
    async with db.read() as tx:
        return await one_proposal(tx, keys, person, GroupId(id), ProposalId(proposal))


@get(
    "/groups/{id:uuid}/proposals/{proposal:uuid}/ballots",
    permission="groups.read",
    refuses=[BadCursor, GroupNotFound, ProposalNotFound],
)
async def list_ballots(
    caller: Caller,
    db: Database,
    keys: KeyRing,
    id: GroupPath,
    proposal: ProposalPath,
    cursor: Cursor = None,
    limit: Limit = 50,
) -> BallotPage:
    """Who said what in the version that stands; every vote is on record."""
    person, group = actor_of(caller).person, GroupId(id)
    async with db.read() as tx:
        page = await service.ballots(tx, person, group, ProposalId(proposal), (cursor, limit))
        named = [one for each in page.items for one in (each.member_id, each.cast_by)]
        who = await service.faces(tx, keys, group, named)
    return BallotPage([ballot_out(each, who) for each in page.items], page.next)


@post(
    "/groups/{id:uuid}/proposals/{proposal:uuid}/vote",
    status_code=200,
    permission="groups.vote",
    refuses=[
        *INSIDE,
        NoVoteInThis,
        ProposalChanged,
        ProposalNotFound,
        ProposalOver,
        StepUpExpired,
        StepUpRequired,
        WordsTooLong,
    ],
)
async def vote(
    caller: Caller,
    db: Database,
    keys: KeyRing,
    id: GroupPath,
    proposal: ProposalPath,
    data: VoteIn,
    step_up: StepUpToken = None,
) -> ProposalOut:
    """Say yes, no or nothing, also for those who gave the caller their vote; it may be changed."""
    group, actor = GroupId(id), actor_of(caller, step_up)
    order = VoteOrder(actor, group, ProposalId(proposal), data.version, data.choice, data.reason)
    async with db.transaction() as tx:
        await service.vote(tx, keys, order)
        return await one_proposal(tx, keys, actor.person, group, order.proposal)


@patch(
    "/groups/{id:uuid}/proposals/{proposal:uuid}",
    permission="groups.propose",
    refuses=[*INSIDE, *OF_A_PAYOUT, OnlyTheAsker, ProposalNotFound, ProposalOver],
)
async def amend(
    caller: Caller,
    db: Database,
    keys: KeyRing,
    id: GroupPath,
    proposal: ProposalPath,
    data: AmendIn,
) -> ProposalOut:
    """Ask for another amount or payee: the votes are cleared, and it opens anew."""
    group, actor = GroupId(id), actor_of(caller)
    amount, payee = data.amount.to_money(), PersonId(data.payee)
    order = AmendOrder(actor, group, ProposalId(proposal), amount, payee)
    async with db.transaction() as tx:
        await service.amend(tx, order)
        return await one_proposal(tx, keys, actor.person, group, order.proposal)


@put(
    "/groups/{id:uuid}/proposals/{proposal:uuid}/destination",
    status_code=200,
    permission="groups.propose",
    refuses=[
        DestinationNotFound,
        GroupNotFound,
        GroupOver,
        NoRail,
        OnlyThePayee,
        ProposalInvalid,
        ProposalNotFound,
        ProposalOver,
    ],
)
async def choose_destination(
    caller: Caller,
    db: Database,
    keys: KeyRing,
    rails: Connected,
    id: GroupPath,
    proposal: ProposalPath,
    data: DestinationIn,
) -> ProposalOut:
    """Choose where the caller's own payout goes, until it is paid; the votes stand."""
    group, actor, wanted = GroupId(id), actor_of(caller), ProposalId(proposal)
    order = DestinationOrder(actor, group, wanted, data.destination)
    async with db.transaction() as tx:
        await service.choose_destination(tx, rails, order)
        return await one_proposal(tx, keys, actor.person, group, wanted)


@post(
    "/groups/{id:uuid}/proposals/{proposal:uuid}/take-back",
    status_code=200,
    permission="groups.propose",
    refuses=[*INSIDE, OnlyTheAsker, ProposalNotFound, ProposalOver],
)
async def take_back(
    caller: Caller, db: Database, keys: KeyRing, id: GroupPath, proposal: ProposalPath
) -> ProposalOut:
    """Take an open question back that the caller has put."""
    group, actor, wanted = GroupId(id), actor_of(caller), ProposalId(proposal)
    async with db.transaction() as tx:
        await service.take_back(tx, actor, group, wanted)
        return await one_proposal(tx, keys, actor.person, group, wanted)


@post(
    "/groups/{id:uuid}/proposals/{proposal:uuid}/retry",
    status_code=200,
    permission="groups.retry",
    refuses=[*INSIDE, NothingToRetry, ProposalNotFound],
)
async def retry(
    caller: Caller,
    db: Database,
    keys: KeyRing,
    rails: Connected,
    id: GroupPath,
    proposal: ProposalPath,
) -> ProposalOut:
    """Try a payout again that was approved and failed; it is made once."""
    group, actor, wanted = GroupId(id), actor_of(caller), ProposalId(proposal)
    async with db.transaction() as tx:
        await service.retry(tx, rails, actor, group, wanted)
        return await one_proposal(tx, keys, actor.person, group, wanted)


async def one_proposal(
    tx: Tx, keys: KeyRing, person: PersonId, group: GroupId, id: ProposalId
) -> ProposalOut:
    """A question with the people in it, looked up at once."""
    found = await service.proposal(tx, person, group, id)
    (shown,) = await _shown(tx, keys, person, group, [found])
    return shown


async def _shown(
    tx: Tx, keys: KeyRing, person: PersonId, group: GroupId, views: Sequence[ProposalView]
) -> list[ProposalOut]:
    """Proposals with the people in them, looked up at once."""
    around = await service.group(tx, person, group)
    named = [
        one
        for view in views
        for one in (view.proposal.asker, view.proposal.payee, view.proposal.interested)
    ]
    roles = [id for view in views for id in members_named(view)]
    who = await service.faces(tx, keys, group, roles, named)
    least = around.constitution.vote.second_factor_minor
    return [
        proposal_out(
            around.group,
            view,
            who,
            person,
            needs_pin=_needs_pin(view, least),
        )
        for view in views
    ]


def _needs_pin(view: ProposalView, least_minor: int) -> bool:
    found = view.proposal
    if found.kind in PINNED_KINDS:
        return True
    is_money = found.kind in MONEY_KINDS and found.amount_minor is not None
    return is_money and (found.amount_minor or 0) >= least_minor


ROUTES: list[Any] = [
    list_proposals,
    propose,
    read_proposal,
    list_ballots,
    vote,
    amend,
    choose_destination,
    take_back,
    retry,
]
