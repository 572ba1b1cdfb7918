"""What is done about instalments that are not paid: one step after another, each once.

Its plan is that of the constitution the loan was asked by, so that the places of its steps stay.
"""

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from batua.kit import clock, journal
from batua.kit.db import Tx
from batua.kit.money import Money
from batua.kit.secrets import KeyRing
from batua.modules.groups.errors import LoanNotFound
from batua.modules.groups.rules import escalation
from batua.modules.groups.service import access
from batua.modules.groups.service.loans import asking
from batua.modules.groups.service.loans.paying_back import fined
from batua.modules.groups.store import chase as chase_store
from batua.modules.groups.store import group as group_store
from batua.modules.groups.store import loan as loan_store
from batua.modules.groups.store import member as member_store
from batua.modules.groups.store.chase import Instalment
from batua.modules.groups.types import (
    DueStep,
    EscalationRule,
    Group,
    GroupId,
    Lateness,
    Loan,
    LoanId,
    LoanStatus,
    LoanStepTaken,
    Member,
    Owed,
    Right,
    Row,
    StepPlanned,
    Steps,
    StepTaken,
    Taken,
)
from batua.modules.identity import service as identity
from batua.modules.identity.types import PersonId


@dataclass(frozen=True, slots=True)
class _Chased:
    """A loan with what is decided by: the plan, the debtor, and her rows as they are today."""

    loan: Loan
    group: Group
    member: Member
    rule: EscalationRule
    time_zone: str
    rows: tuple[Row, ...]

    def late(self, row: Row) -> Lateness:
        return Lateness(row.due_on, self.time_zone)

    def today(self, now: datetime) -> date:
        return now.astimezone(ZoneInfo(self.time_zone)).date()


async def to_chase(tx: Tx, after: Instalment | None, limit: int) -> list[Instalment]:
    """Unpaid instalments that are to be looked at now, a page at a time."""
    return await chase_store.to_look_at(tx, clock.now(), after, limit)


async def chase(tx: Tx, keys: KeyRing, instalment: Instalment) -> bool:
    """Take the step that is due about an instalment; whether there was one.

    The loan is held, so nobody pays it or takes the same step meanwhile.

    repeat  a step is taken once, by whoever and however often
    states  LoanStepTaken
    """
    id, n = instalment
    loan = await chase_store.loan_of(tx, id, is_locked=True)
    if loan is None or not await chase_store.is_owed(tx, id, n):
        return False
    chased, now = await _chased(tx, keys, loan), clock.now()
    row = next(each for each in chased.rows if each.n == n)
    late, done = chased.late(row), await chase_store.taken(tx, id, n)
    step = escalation.next_step(chased.rule, late, done, now)
    if step is None:
        await chase_store.look_again(tx, id, n, None)
        return False
    if not escalation.is_due(chased.rule, late, step, now):
        at = escalation.look_at(chased.rule, late, step, now)
        await chase_store.look_again(tx, id, n, at)
        return False
    await _take(tx, chased, row, step, now)
    following = escalation.next_step(chased.rule, late, [*done, Taken(step.n, now)], now)
    await chase_store.look_again(tx, id, n, None if following is None else following.at)
    return True


async def _take(tx: Tx, chased: _Chased, row: Row, step: DueStep, now: datetime) -> None:
    loan, group, person = chased.loan, chased.group, chased.member.person
    is_new = await chase_store.add(tx, (loan.id, row.n), step, now)
    assert is_new, "the loan is held, and the step was not among those taken"
    about = {"row": row.n, "step": step.n, "channel": step.channel.value}
    await access.log(tx, group, None, "loan_step_taken", loan.id, **about)
    await journal.state(
        tx,
        LoanStepTaken(
            subject=group.id,
            audience=(group.id, person),
            loan=loan.id,
            row=row.n,
            step=step.n,
            channel=step.channel.value,
            person=person,
            amount=Money(row.left.total, group.currency),
            is_late=chased.today(now) > row.due_on,
        ),
    )


async def _chased(tx: Tx, keys: KeyRing, loan: Loan) -> _Chased:
    group = await group_store.find(tx, loan.group_id)
    member = await member_store.find(tx, loan.group_id, loan.member_id)
    assert group is not None, "a loan is of a group"
    assert member is not None, "memberships are kept"
    rules = await group_store.constitution(tx, group.id, loan.constitution_version)
    assert rules is not None, "versions are kept"
    zone = (await identity.person(tx, keys, member.person)).time_zone
    fine = (await asking.product_of(tx, group.id, loan)).fine
    today = clock.now().astimezone(ZoneInfo(zone)).date()
    rows = fined(await loan_store.rows(tx, loan.id), fine, today)
    return _Chased(loan, group, member, rules.escalation, zone, rows)


async def is_owed(tx: Tx, loan: LoanId, n: int) -> bool:
    """Whether an instalment is still to be paid; asked by whoever is about to say so."""
    return await chase_store.is_owed(tx, loan, n)


async def owed(tx: Tx, keys: KeyRing, id: LoanId, n: int) -> Owed | None:
    """What is left of an instalment today, with its fines; None when it is not owed any more."""
    if not await chase_store.is_owed(tx, id, n):
        return None
    loan = await chase_store.loan_of(tx, id)
    assert loan is not None, "its instalment is owed"
    chased = await _chased(tx, keys, loan)
    row = next(each for each in chased.rows if each.n == n)
    return Owed(
        group=chased.group.id,
        group_name=chased.group.name,
        person=chased.member.person,
        due_on=row.due_on,
        left=Money(row.left.total, chased.group.currency),
    )


async def steps(tx: Tx, keys: KeyRing, person: PersonId, group: GroupId, id: LoanId) -> Steps:
    """What was done about the instalments of a loan, and what comes next unless they are paid.

    refuses  GroupNotFound, LoanNotFound
    """
    await access.enter(tx, person, group, Right.READ)
    loan = await loan_store.find(tx, group, id)
    if loan is None:
        raise LoanNotFound
    taken = await chase_store.steps(tx, id)
    if loan.status is not LoanStatus.ACTIVE:
        return Steps(tuple(taken), None)
    chased, now = await _chased(tx, keys, loan), clock.now()
    planned = [
        each for row in chased.rows if (each := _planned(chased, row, taken, now)) is not None
    ]
    return Steps(tuple(taken), min(planned, key=lambda each: (each.at, each.row), default=None))


def _planned(
    chased: _Chased, row: Row, taken: list[StepTaken], now: datetime
) -> StepPlanned | None:
    if row.is_paid:
        return None
    done = [Taken(each.step, each.at) for each in taken if each.row == row.n]
    step = escalation.next_step(chased.rule, chased.late(row), done, now)
    return None if step is None else StepPlanned(row.n, step.n, step.channel, step.at)
