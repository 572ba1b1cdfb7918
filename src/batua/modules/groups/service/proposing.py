"""Questions to the group: put, changed while they are open, taken back."""

from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any, Final
from uuid import UUID

import msgspec

from batua.kit import clock, journal
from batua.kit.db import Tx
from batua.kit.money import Money
from batua.modules.gateways.types import Rails
from batua.modules.groups.errors import (
    MemberNotFound,
    NobodyToVote,
    NotEnoughInPot,
    OnlyTheAsker,
    OnlyThePayee,
    ProposalInvalid,
    ProposalNotFound,
    ProposalOver,
    TooManyOpen,
    VoteIsOpen,
    WrongCurrency,
)
from batua.modules.groups.rules import constitution as constitution_rules
from batua.modules.groups.rules import voting, words
from batua.modules.groups.service import access, disbursing, ending, sending_out
from batua.modules.groups.service.access import Inside
from batua.modules.groups.store import member as member_store
from batua.modules.groups.store import payout as payout_store
from batua.modules.groups.store import proposal as proposal_store
from batua.modules.groups.store.key import once
from batua.modules.groups.types import (
    Amended,
    AmendOrder,
    Decided,
    DestinationOrder,
    Group,
    GroupId,
    Member,
    MemberStatus,
    Proposal,
    ProposalId,
    ProposalKind,
    ProposalStatus,
    Proposed,
    ProposeOrder,
    Question,
    Right,
)
from batua.modules.identity.types import PersonId
from batua.modules.ledger import service as ledger
from batua.modules.payments import service as payments
from batua.modules.payments.errors import AmountNotPositive
from batua.modules.payments.types import Actor

MAX_OPEN: Final = 50
"""Open at once in a group: each change of voices counts all of them anew."""


@dataclass(frozen=True, slots=True)
class Matter:
    """What a proposal is about, checked; its fields are those of Proposal."""

    kind: ProposalKind
    asker: PersonId
    reason: str
    interested: PersonId | None = None
    amount_minor: int | None = None
    payee: PersonId | None = None
    subject: UUID | None = None
    document: dict[str, Any] = field(default_factory=dict)


async def propose(tx: Tx, rails: Rails, order: ProposeOrder) -> Proposal:
    """Put a question to the electorate of this moment.

    repeat   the same key returns the first proposal as it is now
    refuses  GroupNotFound, GroupOver, NotInYourRole, WordsTooLong, ProposalInvalid, TooManyOpen,
             VoteIsOpen, WrongCurrency, MemberNotFound, NotEnoughInPot, ConstitutionInvalid,
             NobodyToVote, NotReadyToEnd, OnlyThePayee, KeyReused; AmountNotPositive, NoWalletOfYours,
             DestinationNotFound, NoRail of payments
    states   Proposed
    """
    reason = words.line("reason", order.reason, words.MAX_REASON)
    person = order.actor.person
    claimed = await once.claim(tx, person, order.key, "propose", *_parts(order, reason))
    inside = await access.enter(tx, person, order.group, Right.PROPOSE, is_locked=True)
    if not claimed.is_new:
        earlier = await proposal_store.find(tx, order.group, claimed.id)
        assert earlier is not None, "a key stands for a proposal that was made"
        return earlier
    matter = await _matter(tx, inside, order, reason)
    _check_destination(order)
    made = await put(tx, inside.group, ProposalId(claimed.id), matter, order.actor)
    if order.destination is not None:
        chosen = DestinationOrder(order.actor, order.group, made.id, order.destination)
        await sending_out.choose(tx, rails, inside.group, made, chosen)
    return made


def _check_destination(order: ProposeOrder) -> None:
    """Refuse a bank account for anything but the asker's own payout."""
    if order.destination is None:
        return
    if order.kind is not ProposalKind.WITHDRAW:
        raise ProposalInvalid("destination")
    if order.payee != order.actor.person:
        raise OnlyThePayee


async def put(
    tx: Tx, group: Group, id: ProposalId, matter: Matter, actor: Actor | None
) -> Proposal:
    """Open a question that was checked; the group is held.

    actor    who did what opened it
    refuses  TooManyOpen, VoteIsOpen, NobodyToVote
    states   Proposed
    """
    if matter.kind in voting.ONE_AT_A_TIME:
        assert matter.subject is not None, "it is about somebody"
        other = await proposal_store.open_on(tx, group.id, matter.kind, matter.subject, clock.now())
        if other is not None:
            raise VoteIsOpen(other)
    if (await proposal_store.count_open(tx, [group.id])).get(group.id, 0) >= MAX_OPEN:
        raise TooManyOpen(MAX_OPEN)
    made = await _opened(tx, group, _new(id, group, matter))
    await proposal_store.add(tx, made)
    await access.log(
        tx, group, actor, "proposed", made.id, kind=made.kind.value, needed=made.needed
    )
    await journal.state(
        tx,
        Proposed(
            subject=group.id,
            actor=made.asker,
            audience=(group.id,),
            proposal=made.id,
            what=made.kind.value,
            amount=None if made.amount_minor is None else group.money(made.amount_minor),
        ),
    )
    return made


def _new(id: ProposalId, group: Group, matter: Matter) -> Proposal:
    """A proposal that has not opened yet."""
    now = clock.now()
    return Proposal(
        id=id,
        group_id=group.id,
        kind=matter.kind,
        status=ProposalStatus.OPEN,
        version=1,
        asker=matter.asker,
        interested=matter.interested,
        reason=matter.reason,
        amount_minor=matter.amount_minor,
        payee=matter.payee,
        subject=matter.subject,
        document=matter.document,
        constitution_version=group.constitution_version,
        roll=group.roll,
        percent=voting.MIN_PERCENT,
        electors=0,
        needed=0,
        yes=0,
        no=0,
        abstain=0,
        gone=0,
        opened_at=now,
        expires_at=now,
        decided_at=None,
        lapses_at=None,
        executed_at=None,
        hold_id=None,
        entry_id=None,
        failure=None,
    )


def _parts(order: ProposeOrder, reason: str) -> tuple[Any, ...]:
    document = order.constitution and msgspec.to_builtins(order.constitution)
    amount = order.amount and (order.amount.minor, str(order.amount.currency))
    roles = sorted((str(id), role.value) for id, role in order.roles.items())
    who = (order.group, order.kind.value, order.payee, order.subject)
    split = (order.split.value,) if order.kind is ProposalKind.DISSOLVE else ()
    to = () if order.destination is None else (order.destination,)
    return (*who, amount, document, roles, reason, *split, *to)


async def _opened(tx: Tx, group: Group, proposal: Proposal) -> Proposal:
    """The proposal as it opens now: its electorate, what it needs, and its end.

    refuses  NobodyToVote
    """
    rule = (await access.constitution_of(tx, group)).vote
    question = Question(group.roll, proposal.asker, proposal.interested)
    electors, has_others = await member_store.electors(tx, group.id, question)
    if electors == 0 or (proposal.kind in voting.TWO_PEOPLE and not has_others):
        raise NobodyToVote
    percent, now = voting.percent_for(rule, proposal.kind), clock.now()
    return replace(
        proposal,
        constitution_version=group.constitution_version,
        roll=group.roll,
        percent=percent,
        electors=electors,
        needed=voting.needed(electors, percent),
        yes=0,
        no=0,
        abstain=0,
        gone=0,
        opened_at=now,
        expires_at=now + timedelta(hours=rule.open_hours),
    )


async def _matter(tx: Tx, inside: Inside, order: ProposeOrder, reason: str) -> Matter:
    matter = Matter(order.kind, order.actor.person, reason)
    match order.kind:
        case ProposalKind.WITHDRAW:
            if order.amount is None or order.payee is None:
                raise ProposalInvalid("amount" if order.amount is None else "payee")
            await _check_payout(tx, inside.group, order.amount, order.payee)
            return replace(
                matter,
                interested=order.payee,
                payee=order.payee,
                amount_minor=order.amount.minor,
            )
        case ProposalKind.CONSTITUTION:
            return replace(matter, document=await _constitution(tx, inside.group, order))
        case ProposalKind.ADMIT:
            member = await _member(tx, inside.group, order.subject, MemberStatus.ASKED)
            return replace(matter, interested=member.person, subject=member.id)
        case ProposalKind.REMOVE:
            member = await _member(tx, inside.group, order.subject, MemberStatus.ACTIVE)
            return replace(matter, interested=member.person, subject=member.id)
        case ProposalKind.ROLES:
            return replace(matter, document=await _roles(tx, inside.group, order))
        case ProposalKind.DISSOLVE:
            await ending.check_ready(tx, inside.group)
            pot = (await ledger.account(tx, inside.group.pot)).balance
            # What is in the pot now; what is shared out is what is in it when the vote passes.
            asked = replace(matter, amount_minor=pot.minor or None)
            return replace(asked, document={"split": order.split.value})
        case _:
            raise ProposalInvalid("kind")


async def _check_payout(tx: Tx, group: Group, amount: Money, payee: PersonId) -> None:
    if amount.minor <= 0:
        raise AmountNotPositive
    if amount.currency != group.currency:
        raise WrongCurrency
    member = await member_store.of_person(tx, group.id, payee)
    if member is None or member.status is not MemberStatus.ACTIVE:
        raise MemberNotFound
    await payments.own_wallet(tx, payee, group.currency)
    pot = await ledger.account(tx, group.pot)
    if amount > pot.available:
        raise NotEnoughInPot(pot.available.minor)


async def _constitution(tx: Tx, group: Group, order: ProposeOrder) -> dict[str, Any]:
    if order.constitution is None:
        raise ProposalInvalid("constitution")
    constitution_rules.check(order.constitution)
    now = await access.constitution_of(tx, group)
    if not constitution_rules.diff(now, order.constitution):
        raise ProposalInvalid("constitution")
    document: dict[str, Any] = msgspec.to_builtins(order.constitution)
    return document


async def _member(tx: Tx, group: Group, id: UUID | None, status: MemberStatus) -> Member:
    if id is None:
        raise ProposalInvalid("subject")
    found = await member_store.find(tx, group.id, id)
    if found is None or found.status is not status:
        raise MemberNotFound
    return found


async def _roles(tx: Tx, group: Group, order: ProposeOrder) -> dict[str, Any]:
    if not 1 <= len(order.roles) <= 20:
        raise ProposalInvalid("roles")
    found = await member_store.by_ids(tx, group.id, list(order.roles))
    active = {id for id, member in found.items() if member.status is MemberStatus.ACTIVE}
    if active != set(order.roles):
        raise MemberNotFound
    if all(found[id].role is role for id, role in order.roles.items()):
        raise ProposalInvalid("roles")
    return {str(id): role.value for id, role in order.roles.items()}


async def amend(tx: Tx, order: AmendOrder) -> Proposal:
    """Ask for another amount, or for another payee: its votes are cleared, and it opens anew.

    repeat   the same again changes nothing
    refuses  GroupNotFound, GroupOver, NotInYourRole, ProposalNotFound, OnlyTheAsker, ProposalOver,
             ProposalInvalid for anything but a withdrawal, and what `propose` refuses of it
    states   Amended
    """
    actor = order.actor
    inside, found = await held(tx, actor, order.group, order.proposal)
    if found.kind is not ProposalKind.WITHDRAW:
        raise ProposalInvalid("kind")
    if (found.amount_minor, found.payee) == (order.amount.minor, order.payee):
        return found
    await _check_payout(tx, inside.group, order.amount, order.payee)
    changed = replace(
        found,
        version=found.version + 1,
        amount_minor=order.amount.minor,
        payee=order.payee,
        interested=order.payee,
    )
    after = await _opened(tx, inside.group, changed)
    await proposal_store.keep(tx, after)
    if found.payee != after.payee:
        await payout_store.drop(tx, after.id)  # the bank account was that of another one
    await access.log(
        tx,
        inside.group,
        actor,
        "amended",
        after.id,
        version=after.version,
        amount_minor=after.amount_minor,
    )
    await journal.state(
        tx,
        Amended(
            subject=after.group_id,
            actor=actor.person,
            audience=(after.group_id,),
            proposal=after.id,
            version=after.version,
        ),
    )
    return after


async def take_back(tx: Tx, actor: Actor, group: GroupId, id: ProposalId) -> Proposal:
    """Take a question back that is open.

    refuses  GroupNotFound, GroupOver, NotInYourRole, ProposalNotFound, OnlyTheAsker, ProposalOver
    states   Decided
    """
    inside, found = await held(tx, actor, group, id)
    after = replace(found, status=ProposalStatus.WITHDRAWN, decided_at=clock.now())
    await proposal_store.keep(tx, after)
    await disbursing.end(tx, after)
    await access.log(tx, inside.group, actor, "taken_back", after.id)
    await journal.state(
        tx,
        Decided(
            subject=after.group_id,
            actor=actor.person,
            audience=(after.group_id,),
            proposal=after.id,
            what=after.kind.value,
            outcome=after.status.value,
        ),
    )
    return after


async def held(tx: Tx, actor: Actor, group: GroupId, id: ProposalId) -> tuple[Inside, Proposal]:
    """An open proposal of the actor's own, held with its group."""
    inside = await access.enter(tx, actor.person, group, Right.PROPOSE, is_locked=True)
    found = await proposal_store.lock(tx, group, id)
    if found is None:
        raise ProposalNotFound
    if found.asker != actor.person:
        raise OnlyTheAsker
    check_open(found)
    return inside, found


def check_open(proposal: Proposal) -> None:
    """Refuse to act on a vote that is over, also when no job has said so yet; refuses ProposalOver."""
    if proposal.status is not ProposalStatus.OPEN:
        raise ProposalOver(proposal.status.value)
    if voting.is_out_of_time(proposal.expires_at, clock.now()):
        raise ProposalOver(ProposalStatus.EXPIRED.value)
