"""What members read: their groups, the pot, people, proposals, the statement, the log."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID

import msgspec

from batua.kit import clock
from batua.kit.db import Tx
from batua.kit.page import Page, Place, decode_cursor, page_of
from batua.modules.groups.errors import ProposalNotFound, TransactionNotFound
from batua.modules.groups.rules import constitution as constitution_rules
from batua.modules.groups.rules import sought
from batua.modules.groups.rules import voting as rules
from batua.modules.groups.service import access
from batua.modules.groups.service.voting import voice_of
from batua.modules.groups.store import group as group_store
from batua.modules.groups.store import log as log_store
from batua.modules.groups.store import payout as payout_store
from batua.modules.groups.store import proposal as proposal_store
from batua.modules.groups.store import statement as statement_store
from batua.modules.groups.store import transaction as transaction_store
from batua.modules.groups.types import (
    Change,
    Constitution,
    Group,
    GroupId,
    GroupView,
    LogLine,
    Member,
    Pot,
    Proposal,
    ProposalId,
    ProposalKind,
    ProposalStatus,
    ProposalView,
    Right,
    StatementFilter,
    StoredBallot,
    Transaction,
    TransactionId,
)
from batua.modules.identity.types import PersonId
from batua.modules.ledger import service as ledger

_Moment = tuple[datetime, UUID]


async def groups(
    tx: Tx, person: PersonId, cursor: str | None, limit: int
) -> Page[tuple[Group, Member, Pot]]:
    """The groups that a person is in, the one joined last first; refuses BadCursor."""
    after = None if cursor is None else decode_cursor(cursor, _Moment)
    rows = await group_store.of_person(tx, person, after, limit + 1)
    accounts = {a.id: a for a in await ledger.accounts(tx, [group.pot for group, _ in rows])}
    found = [
        (group, me, Pot(accounts[group.pot].balance, accounts[group.pot].available))
        for group, me in rows
    ]
    return page_of(found, limit, lambda each: (each[1].joined_at, each[1].id))


async def group(tx: Tx, person: PersonId, id: GroupId) -> GroupView:
    """One group as its member sees it; refuses GroupNotFound, also for a stranger."""
    inside = await access.enter(tx, person, id, Right.READ)
    pot = await ledger.account(tx, inside.group.pot)
    return GroupView(
        group=inside.group,
        me=inside.me,
        pot=Pot(pot.balance, pot.available),
        constitution=await access.constitution_of(tx, inside.group),
        open_proposals=(await proposal_store.count_open(tx, [id])).get(id, 0),
    )


async def proposals(
    tx: Tx,
    person: PersonId,
    id: GroupId,
    statuses: Sequence[ProposalStatus],
    page: tuple[str | None, int],
) -> Page[ProposalView]:
    """Proposals, the newest first; of all states when none is named.

    page     cursor and limit
    refuses  GroupNotFound, BadCursor
    """
    inside = await access.enter(tx, person, id, Right.READ)
    cursor, limit = page
    after = None if cursor is None else decode_cursor(cursor, _Moment)
    rows = await proposal_store.page(tx, id, list(statuses), after, limit + 1)
    found = page_of(rows, limit, lambda each: (each.opened_at, each.id))
    mine = await proposal_store.ballots_of(tx, inside.me.id, found.items)
    paid_to = await payout_store.find_many(tx, [each.id for each in found.items])
    seen = [
        replace(_view(each, inside.me, mine.get(each.id)), payout=paid_to.get(each.id))
        for each in found.items
    ]
    return Page(seen, found.next)


async def proposal(tx: Tx, person: PersonId, group: GroupId, id: ProposalId) -> ProposalView:
    """One proposal with its rule in words, and what it would change of the constitution.

    refuses  GroupNotFound, ProposalNotFound
    """
    inside = await access.enter(tx, person, group, Right.READ)
    found = await proposal_store.find(tx, group, id)
    if found is None:
        raise ProposalNotFound
    mine = await proposal_store.ballots_of(tx, inside.me.id, [found])
    view = _view(found, inside.me, mine.get(found.id), await _changes(tx, found))
    return replace(view, payout=await payout_store.find(tx, found.id))


def _view(
    proposal: Proposal, me: Member, mine: StoredBallot | None, changes: tuple[Change, ...] = ()
) -> ProposalView:
    voice = voice_of(me)
    is_open = proposal.status is ProposalStatus.OPEN and not rules.is_out_of_time(
        proposal.expires_at, clock.now()
    )
    may = is_open and voice is not None and rules.has_vote(voice, proposal.question)
    return ProposalView(proposal, mine, may, rules.rule_in_words(proposal.tally), changes)


async def _changes(tx: Tx, proposal: Proposal) -> tuple[Change, ...]:
    """Against the constitution that was in force when the question was put."""
    if proposal.kind is not ProposalKind.CONSTITUTION:
        return ()
    was = await group_store.constitution(tx, proposal.group_id, proposal.constitution_version)
    assert was is not None, "versions are kept"
    return constitution_rules.diff(was, msgspec.convert(proposal.document, Constitution))


async def ballots(
    tx: Tx, person: PersonId, group: GroupId, id: ProposalId, page: tuple[str | None, int]
) -> Page[StoredBallot]:
    """Who said what in the version that stands; every vote is on record.

    page     cursor and limit
    refuses  GroupNotFound, ProposalNotFound, BadCursor
    """
    await access.enter(tx, person, group, Right.READ)
    found = await proposal_store.find(tx, group, id)
    if found is None:
        raise ProposalNotFound
    cursor, limit = page
    after = None if cursor is None else decode_cursor(cursor, tuple[UUID])[0]
    rows = await proposal_store.ballots(tx, found, after, limit + 1)
    return page_of(rows, limit, lambda each: (each.member_id,))


async def statement(
    tx: Tx,
    person: PersonId,
    group: GroupId,
    wanted: StatementFilter,
    page: tuple[str | None, int],
) -> Page[Transaction]:
    """What went into the pot and out of it, the newest first, all of it or what is looked for.

    page     cursor and limit
    refuses  GroupNotFound, BadCursor, FilterInvalid
    """
    await access.enter(tx, person, group, Right.READ)
    cursor, limit = page
    after = None if cursor is None else decode_cursor(cursor, _Moment)
    rows = await statement_store.page(tx, group, sought.checked(wanted), after, limit + 1)
    return page_of(rows, limit, lambda each: (each.created_at, each.id))


async def transaction(tx: Tx, person: PersonId, group: GroupId, id: TransactionId) -> Transaction:
    """One line of the statement; refuses GroupNotFound, TransactionNotFound."""
    await access.enter(tx, person, group, Right.READ)
    found = await transaction_store.find(tx, group, id)
    if found is None:
        raise TransactionNotFound
    return found


async def log(
    tx: Tx, person: PersonId, group: GroupId, cursor: str | None, limit: int
) -> Page[LogLine]:
    """What was done in the group, the newest first; refuses GroupNotFound, BadCursor."""
    await access.enter(tx, person, group, Right.READ)
    before = None if cursor is None else decode_cursor(cursor, tuple[Place])[0]
    rows = await log_store.page(tx, group, before, limit + 1)
    return page_of(rows, limit, lambda each: (each.id,))


async def constitution(
    tx: Tx, person: PersonId, group: GroupId, version: int | None = None
) -> Constitution:
    """The constitution in force, or an earlier version; refuses GroupNotFound."""
    inside = await access.enter(tx, person, group, Right.READ)
    wanted = version or inside.group.constitution_version
    found = await group_store.constitution(tx, group, wanted)
    return found or await access.constitution_of(tx, inside.group)
