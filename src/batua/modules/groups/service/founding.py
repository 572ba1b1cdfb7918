"""How a group begins, and what it is called."""

from dataclasses import replace

import msgspec

from batua.kit import clock, ids, journal
from batua.kit.db import Tx
from batua.modules.groups.errors import WomenOnly
from batua.modules.groups.rules import constitution as rules
from batua.modules.groups.rules import words
from batua.modules.groups.service import access
from batua.modules.groups.service.dues import writing
from batua.modules.groups.store import group as group_store
from batua.modules.groups.store import member as member_store
from batua.modules.groups.store.key import once
from batua.modules.groups.types import (
    CreateOrder,
    Described,
    Group,
    GroupCreated,
    GroupId,
    Member,
    MemberId,
    MemberStatus,
    Right,
    Role,
)
from batua.modules.identity.types import PersonId
from batua.modules.kyc import service as kyc
from batua.modules.kyc.types import Claim
from batua.modules.ledger import service as ledger
from batua.modules.ledger.types import AccountKind
from batua.modules.payments.types import Actor


async def create(tx: Tx, order: CreateOrder) -> Group:
    """Make a group with a pot of its own; its maker is the chair.

    repeat   the same key returns the first group as it is now
    refuses  WordsTooLong, ConstitutionInvalid, WomenOnly, KeyReused
    states   GroupCreated
    """
    name = words.line("name", order.name, words.MAX_NAME, 1)
    purpose = words.line("purpose", order.purpose, words.MAX_PURPOSE)
    person, now = order.actor.person, clock.now()
    constitution = order.constitution
    if constitution is None:
        constitution = rules.ready_made(order.kind, order.currency, now.date(), order.language)
    rules.check(constitution)
    parts = (order.kind, name, purpose, order.currency, order.is_women_only)
    asked = None if order.constitution is None else msgspec.to_builtins(constitution)
    claimed = await once.claim(tx, person, order.key, "create", *parts, asked)
    if not claimed.is_new:
        found = await group_store.find(tx, claimed.id)
        assert found is not None, "a key stands for a group that was made"
        return found
    if order.is_women_only and not await kyc.holds(tx, person, Claim.WOMAN):
        raise WomenOnly
    pot = await ledger.open_account(
        tx, kind=AccountKind.POT, owner=str(claimed.id), currency=order.currency
    )
    group = Group(
        id=GroupId(claimed.id),
        kind=order.kind,
        name=name,
        purpose=purpose,
        picture_key=None,
        currency=order.currency,
        is_women_only=order.is_women_only,
        pot=pot.id,
        roll=1,
        members=1,
        constitution_version=1,
        created_by=person,
        created_at=now,
        dissolved_at=None,
    )
    await group_store.add(tx, group)
    await group_store.add_constitution(tx, group, constitution, (person, None), now)
    await member_store.add(tx, _founder(group, person))
    await writing.begin(tx, group, constitution)
    await access.log(tx, group, order.actor, "created", group.id)
    await journal.state(
        tx, GroupCreated(subject=group.id, actor=person, audience=(group.id, person))
    )
    return group


def _founder(group: Group, person: PersonId) -> Member:
    return Member(
        id=MemberId(ids.new_id()),
        group_id=group.id,
        person=person,
        role=Role.CHAIR,
        status=MemberStatus.ACTIVE,
        invite_id=None,
        voice_since=group.roll,
        voice_until=None,
        saved_minor=0,
        pays_dues_itself=False,
        asked_at=group.created_at,
        joined_at=group.created_at,
        ended_at=None,
    )


async def describe(tx: Tx, actor: Actor, group: GroupId, name: str, purpose: str) -> Group:
    """Give a group another name and purpose.

    repeat   the same again changes nothing
    refuses  GroupNotFound, GroupOver, NotInYourRole, WordsTooLong
    states   Described
    """
    inside = await access.enter(tx, actor.person, group, Right.DESCRIBE, is_locked=True)
    after = replace(
        inside.group,
        name=words.line("name", name, words.MAX_NAME, 1),
        purpose=words.line("purpose", purpose, words.MAX_PURPOSE),
    )
    if after == inside.group:
        return after
    await group_store.keep(tx, after)
    await access.log(tx, after, actor, "described", after.id)
    await journal.state(tx, Described(subject=after.id, actor=actor.person, audience=(after.id,)))
    return after
