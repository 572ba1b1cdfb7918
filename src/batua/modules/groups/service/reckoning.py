"""Figures of a group: its loans and dues as sums, its months, and where each member stands.

All is read as of a day of UTC; the fine of today is not in it, for it is written when it is paid.
"""

from collections.abc import AsyncGenerator
from datetime import datetime, timedelta
from uuid import UUID

from batua.kit import clock
from batua.kit.db import Database, Tx
from batua.kit.page import Page, decode_cursor, page_of
from batua.kit.secrets import KeyRing
from batua.modules.groups.rules import figures as rules
from batua.modules.groups.rules.repaying import RISK_DAYS
from batua.modules.groups.service import access
from batua.modules.groups.service.seeing import EXPORT_PAGE, faces
from batua.modules.groups.store import figures as store
from batua.modules.groups.store import member as member_store
from batua.modules.groups.types import (
    Face,
    Figures,
    GroupId,
    MemberStatus,
    Position,
    Right,
)
from batua.modules.identity.types import PersonId

_Moment = tuple[datetime, UUID]
PositionLines = list[tuple[Position, Face | None]]


async def sums(tx: Tx, person: PersonId, group: GroupId) -> Figures:
    """How the group does today; refuses GroupNotFound."""
    await access.enter(tx, person, group, Right.READ)
    today = clock.now().date()
    lending = await store.lending(tx, group, today, today - timedelta(days=RISK_DAYS))
    owed_minor, behind = await store.dues_owed(tx, group, today)
    months = await store.months(tx, group, rules.first_month(today))
    return Figures(
        today=today,
        lending=lending,
        at_risk_bps=rules.share_bps(lending.at_risk_minor, lending.outstanding_minor),
        on_time_bps=rules.share_bps(lending.on_time_minor, lending.fallen_due_minor),
        dues_owed_minor=owed_minor,
        members_behind=behind,
        months=rules.every_month(months, today),
    )


async def positions(
    tx: Tx, person: PersonId, group: GroupId, page: tuple[str | None, int]
) -> Page[Position]:
    """Where each active member stands, those who asked to come in first first.

    page     cursor and limit
    refuses  GroupNotFound, BadCursor
    """
    await access.enter(tx, person, group, Right.READ)
    cursor, limit = page
    after = None if cursor is None else decode_cursor(cursor, _Moment)
    rows = await member_store.page(tx, group, MemberStatus.ACTIVE, after, limit + 1)
    found = page_of(rows, limit, lambda each: (each.asked_at, each.id))
    today = clock.now().date()
    known = await store.standings(tx, group, [each.id for each in found.items], today)
    return Page([Position(each, known[each.id]) for each in found.items], found.next)


async def whole_positions(
    db: Database, keys: KeyRing, person: PersonId, group: GroupId
) -> AsyncGenerator[PositionLines]:
    """Where everybody stands, in pages, each read on its own; refuses GroupNotFound, NotInYourRole."""
    cursor: str | None = None
    while True:
        async with db.read() as tx:
            await access.enter(tx, person, group, Right.EXPORT)
            page = await positions(tx, person, group, (cursor, EXPORT_PAGE))
            who = await faces(tx, keys, group, people=[each.member.person for each in page.items])
        yield [(each, who.person(each.member.person)) for each in page.items]
        cursor = page.next
        if cursor is None:
            return
