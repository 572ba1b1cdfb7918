"""What members read of loans: what is owed, what was paid, and what waits for one of them.

Days are those of the place where the borrower lives, whoever looks.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Final
from uuid import UUID
from zoneinfo import ZoneInfo

from batua.kit import clock
from batua.kit.db import Tx
from batua.kit.page import Page, decode_cursor, page_of
from batua.kit.secrets import KeyRing
from batua.modules.groups.errors import LoanNotFound, TransactionNotFound
from batua.modules.groups.rules import repaying, schedules
from batua.modules.groups.service import access, disbursing
from batua.modules.groups.service.loans.paying_back import fined
from batua.modules.groups.store import group as group_store
from batua.modules.groups.store import loan as loan_store
from batua.modules.groups.store import member as member_store
from batua.modules.groups.types import (
    GroupId,
    Loan,
    LoanId,
    LoanLine,
    LoanNeeds,
    LoanProduct,
    LoanStatus,
    LoansWanted,
    LoanView,
    MemberId,
    Repayment,
    Right,
    Row,
    TransactionId,
)
from batua.modules.identity import service as identity
from batua.modules.identity.types import PersonId

SOON: Final = timedelta(days=7)
"""An instalment waits for its borrower from a week before its day on."""
OWED: Final = frozenset({LoanStatus.ACTIVE, LoanStatus.WRITTEN_OFF})
_Moment = tuple[datetime, UUID]


async def loan(tx: Tx, keys: KeyRing, person: PersonId, group: GroupId, id: LoanId) -> LoanView:
    """One loan with its schedule and what is owed today; refuses GroupNotFound, LoanNotFound."""
    await access.enter(tx, person, group, Right.READ)
    found = await loan_store.find(tx, group, id)
    if found is None:
        raise LoanNotFound
    product = (await _products(tx, group, [found]))[found.id]
    today = (await _todays(tx, keys, group, [found.member_id]))[found.member_id]
    borrower = await member_store.find(tx, group, found.member_id)
    assert borrower is not None, "memberships are kept"
    rows = _owed(found, product, await loan_store.rows(tx, id), today)
    first = found.first_due_on or schedules.due_on(today, found.period, 1)
    terms = disbursing.terms_of(found, first)
    planned = schedules.schedule(terms)
    is_lent = found.disbursed_at is not None
    return LoanView(
        loan=found,
        product=product,
        today=today,
        rows=rows if is_lent else planned,
        guarantees=tuple(await loan_store.guarantees(tx, id)),
        due=repaying.due(rows, today),
        payoff_minor=repaying.payoff(rows, today),
        overdue=repaying.overdue(rows, today),
        saved_minor=borrower.saved_minor,
        cost=schedules.cost(terms, planned),
    )


async def loans(
    tx: Tx,
    keys: KeyRing,
    person: PersonId,
    group: GroupId,
    wanted: LoansWanted,
    page: tuple[str | None, int],
) -> Page[LoanLine]:
    """Loans of a group, the newest first, with what is due of each.

    page     cursor and limit
    refuses  GroupNotFound, BadCursor
    """
    inside = await access.enter(tx, person, group, Right.READ)
    cursor, limit = page
    after = None if cursor is None else decode_cursor(cursor, _Moment)
    member = inside.me.id if wanted.is_mine else None
    rows = await loan_store.page(tx, group, (wanted.statuses, member), after, limit + 1)
    found = page_of(rows, limit, lambda each: (each.asked_at, each.id))
    return Page(await _lines(tx, keys, group, found.items), found.next)


async def repayments(
    tx: Tx, person: PersonId, group: GroupId, id: LoanId, page: tuple[str | None, int]
) -> Page[Repayment]:
    """What was paid of a loan, the newest first.

    page     cursor and limit
    refuses  GroupNotFound, LoanNotFound, BadCursor
    """
    await access.enter(tx, person, group, Right.READ)
    if await loan_store.find(tx, group, id) is None:
        raise LoanNotFound
    cursor, limit = page
    after = None if cursor is None else decode_cursor(cursor, _Moment)
    rows = await loan_store.repayments(tx, id, after, limit + 1)
    return page_of(rows, limit, lambda each: (each.paid_at, each.transaction_id))


async def repayment(tx: Tx, person: PersonId, group: GroupId, id: TransactionId) -> Repayment:
    """What one line of the statement paid of a loan; refuses GroupNotFound, TransactionNotFound."""
    await access.enter(tx, person, group, Right.READ)
    found = await loan_store.repayment(tx, group, id)
    if found is None:
        raise TransactionNotFound
    return found


async def loan_needs(tx: Tx, keys: KeyRing, person: PersonId, group: GroupId) -> LoanNeeds:
    """What waits for a member about loans; refuses GroupNotFound."""
    me = (await access.enter(tx, person, group, Right.READ)).me
    asked = tuple(await loan_store.waiting_for(tx, me.id))
    mine = await loan_store.open_of(tx, me.id)
    if mine is None or mine.status is not LoanStatus.ACTIVE:
        return LoanNeeds(asked, None)
    (line,) = await _lines(tx, keys, group, [mine])
    today = (await _todays(tx, keys, group, [me.id]))[me.id]
    is_soon = line.due is not None and line.due.due_on <= today + SOON
    return LoanNeeds(asked, (mine.id, line.due) if line.due is not None and is_soon else None)


async def _lines(tx: Tx, keys: KeyRing, group: GroupId, found: Sequence[Loan]) -> list[LoanLine]:
    products = await _products(tx, group, found)
    owed = [each for each in found if each.status in OWED]
    unpaid = await loan_store.unpaid_rows(tx, [each.id for each in owed])
    todays = await _todays(tx, keys, group, {each.member_id for each in owed})
    lines = []
    for each in found:
        due = None
        if each.status in OWED:
            today = todays[each.member_id]
            rows = _owed(each, products[each.id], unpaid.get(each.id, ()), today)
            due = repaying.due(rows, today)
        lines.append(LoanLine(each, products[each.id], due))
    return lines


def _owed(loan: Loan, product: LoanProduct, rows: tuple[Row, ...], today: date) -> tuple[Row, ...]:
    """The rows with the fines that a repayment of this day would pay."""
    return fined(rows, product.fine, today) if loan.status in OWED else rows


async def _products(tx: Tx, group: GroupId, loans: Sequence[Loan]) -> Mapping[LoanId, LoanProduct]:
    """The products as they were when each loan was asked for."""
    versions = {each.constitution_version for each in loans}
    rules = {each: await group_store.constitution(tx, group, each) for each in versions}
    found: dict[LoanId, LoanProduct] = {}
    for each in loans:
        of = rules[each.constitution_version]
        assert of is not None, "versions are kept"
        found[each.id] = next(one for one in of.loans if one.key == each.product_key)
    return found


async def _todays(
    tx: Tx, keys: KeyRing, group: GroupId, members: Iterable[MemberId]
) -> dict[MemberId, date]:
    """The day that it is where each borrower lives."""
    found = await member_store.by_ids(tx, group, list(members))
    people = await identity.people(tx, keys, {each.person for each in found.values()})
    now = clock.now()
    return {
        each.id: now.astimezone(ZoneInfo(people[each.person].time_zone)).date()
        for each in found.values()
    }
