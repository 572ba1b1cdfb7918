"""What is printed: the statement of a pot for some days, bounded."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from batua.kit import clock
from batua.kit.db import Tx
from batua.kit.secrets import KeyRing
from batua.modules.groups.errors import PeriodInvalid, StatementTooLong
from batua.modules.groups.rules import sought
from batua.modules.groups.service import access
from batua.modules.groups.service.seeing import faces
from batua.modules.groups.store import statement as statement_store
from batua.modules.groups.store import transaction as transaction_store
from batua.modules.groups.types import EVERY_LINE, GroupId, PrintedStatement, Right, StatementFilter
from batua.modules.identity import service as identity
from batua.modules.identity.types import PersonId

MOST_DAYS: Final = 366
MOST_LINES: Final = 500
"""Drawn in a few seconds of processor time; nine members that save each week fill it in a year."""
Period = tuple[date | None, date | None]


async def printed_statement(
    tx: Tx,
    keys: KeyRing,
    person: PersonId,
    group: GroupId,
    period: Period,
    wanted: StatementFilter = EVERY_LINE,
) -> PrintedStatement:
    """What moved in a pot on some days of the reader's own, with what was in it before and after.

    period   the first and the last day; without a last one until today, without a first one a year
    wanted   which of that; its own times are not asked
    refuses  GroupNotFound, NotInYourRole, PeriodInvalid, StatementTooLong, FilterInvalid
    """
    inside = await access.enter(tx, person, group, Right.EXPORT)
    reader = await identity.person(tx, keys, person)
    zone = ZoneInfo(reader.time_zone)
    since, until = _days(period, clock.now().astimezone(zone).date())
    start, end = (datetime.combine(day, time(), zone) for day in (since, until + timedelta(days=1)))
    sifted = replace(sought.checked(wanted), since=None, until=None)
    found = await statement_store.between(tx, group, sifted, (start, end), MOST_LINES + 1)
    if len(found) > MOST_LINES:
        raise StatementTooLong(MOST_LINES)
    members = [each.member_id for each in found]
    who = await faces(tx, keys, group, [*members, *([sifted.member] if sifted.member else [])])
    return PrintedStatement(
        group=inside.group,
        since=since,
        until=until,
        opening_minor=await transaction_store.moved_before(tx, group, start),
        lines=tuple((each, who.member(each.member_id)) for each in found),
        sifted=None if sifted == EVERY_LINE else sifted,
        of=None if sifted.member is None else who.member(sifted.member),
        language=reader.language,
        time_zone=reader.time_zone,
    )


def _days(period: Period, today: date) -> tuple[date, date]:
    first, last = period
    until = last or today
    # Zones and the day after must still be there.
    if not 2000 <= until.year <= 2200:
        raise PeriodInvalid
    since = first or until - timedelta(days=364)
    if not 0 <= (until - since).days < MOST_DAYS:
        raise PeriodInvalid
    return since, until
