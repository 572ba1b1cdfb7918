"""What people decide about dues: money taken by itself, a fine let go of, a reminder to all who owe."""

from dataclasses import replace
from uuid import UUID

from batua.kit import clock, journal
from batua.kit.db import Tx
from batua.kit.secrets import KeyRing
from batua.modules.groups.errors import (
    DuesNotFound,
    DuesPlanNotFound,
    NoFineToWaive,
    RemindedToday,
    WrongCurrency,
)
from batua.modules.groups.rules import dues as rules
from batua.modules.groups.rules import words
from batua.modules.groups.service import access
from batua.modules.groups.service.collecting import looking
from batua.modules.groups.service.dues import allocating, writing
from batua.modules.groups.store import dues as dues_store
from batua.modules.groups.store import member as member_store
from batua.modules.groups.types import (
    Consent,
    ConsentOrder,
    DuesView,
    FineWaived,
    GroupId,
    Right,
)
from batua.modules.identity import service as identity
from batua.modules.payments.errors import AmountNotPositive
from batua.modules.payments.types import Actor

REMINDED_AT_ONCE = 500
MAX_WAIVE_REASON = 200


async def allow_dues(tx: Tx, keys: KeyRing, order: ConsentOrder) -> Consent:
    """Let the dues of a plan be taken from one's wallet on their day, at most so much a time.

    repeat   the same again takes the place of what was allowed
    refuses  GroupNotFound, GroupOver, NotInYourRole, DuesPlanNotFound, WrongCurrency,
             AmountNotPositive, StepUpRequired, StepUpExpired
    """
    actor = order.actor
    inside = await access.enter(tx, actor.person, order.group, Right.CONTRIBUTE)
    constitution = await access.constitution_of(tx, inside.group)
    if order.plan not in {plan.key for plan in constitution.dues}:
        raise DuesPlanNotFound
    if order.most.currency != inside.group.currency:
        raise WrongCurrency
    if order.most.minor <= 0:
        raise AmountNotPositive
    # Her PIN now is what lets money go later without it.
    await identity.require_step_up(tx, keys, actor.session, actor.step_up)
    consent = Consent(
        member_id=inside.me.id,
        plan_key=order.plan,
        max_minor=order.most.minor,
        session=actor.session,
        given_at=clock.now(),
        ended_at=None,
    )
    await dues_store.allow(tx, consent)
    await dues_store.lock_open(tx, inside.me.id, order.plan)
    await dues_store.look_soon(tx, inside.me.id, order.plan, writing.today())
    data = {"plan": order.plan, "amount_minor": order.most.minor}
    await access.log(tx, inside.group, actor, "dues_allowed", inside.me.id, **data)
    return consent


async def stop_dues(tx: Tx, actor: Actor, group: GroupId, plan: str) -> None:
    """Let nothing more be taken for a plan.

    repeat   nothing changes
    refuses  GroupNotFound, GroupOver
    """
    inside = await access.enter(tx, actor.person, group, Right.READ)
    access.check_open(inside.group)
    if await dues_store.stop(tx, inside.me.id, plan, clock.now()):
        await access.log(tx, inside.group, actor, "dues_stopped", inside.me.id, plan=plan)


async def waive_fine(tx: Tx, actor: Actor, group: GroupId, id: UUID, reason: str = "") -> DuesView:
    """Let go of what is left of a fine; nobody does so for herself.

    repeat   NoFineToWaive: it is gone
    refuses  GroupNotFound, GroupOver, NotInYourRole, DuesNotFound, NoFineToWaive, WordsTooLong
    states   FineWaived
    """
    inside = await access.enter(tx, actor.person, group, Right.WAIVE_FINES)
    said = words.line("reason", reason, MAX_WAIVE_REASON)
    row = await dues_store.lock(tx, group, id)
    if row is None:
        raise DuesNotFound
    plans = await allocating.plans_of(tx, group, [row])
    row = allocating.fined(row, plans[row.version, row.plan_key])
    left = row.fine_left_minor
    if left == 0 or row.member_id == inside.me.id:
        raise NoFineToWaive
    after = replace(
        row, fine_minor=row.fine_paid_minor, fine_waived_minor=row.fine_waived_minor + left
    )
    await dues_store.keep(tx, after)
    await access.log(tx, inside.group, actor, "fine_waived", id, amount_minor=left, reason=said)
    member = await member_store.find(tx, group, row.member_id)
    assert member is not None, "memberships are kept"
    fact = FineWaived(
        subject=inside.group.id,
        actor=actor.person,
        audience=(inside.group.id, member.person),
        person=member.person,
        dues=row.id,
        amount=inside.group.money(left),
    )
    await journal.state(tx, fact)
    plan = plans[row.version, row.plan_key]
    return DuesView(after, rules.state(after, plan.fine, writing.today()), plan)


async def remind_dues(tx: Tx, actor: Actor, group: GroupId, plan: str) -> int:
    """Remind everybody whose dues of a plan are due and not paid; how many members.

    repeat   RemindedToday: each is reminded at most once a day
    refuses  GroupNotFound, GroupOver, NotInYourRole, DuesPlanNotFound, RemindedToday
    states   DuesReminded for each row
    """
    inside = await access.enter(tx, actor.person, group, Right.REMIND)
    if plan not in await dues_store.plans(tx, group):
        raise DuesPlanNotFound
    today = writing.today()
    rows = await dues_store.lock_owed(tx, group, plan, (today, today), REMINDED_AT_ONCE)
    if not rows:
        raise RemindedToday
    members = await member_store.by_ids(tx, group, list({row.member_id for row in rows}))
    # One word for each member, about the oldest of what she owes.
    oldest = {row.member_id: row for row in reversed(rows)}
    for row in rows:
        await dues_store.keep(tx, replace(row, asked_on=today))
    for member_id, row in oldest.items():
        await looking.remind(tx, inside.group, members[member_id], row, looking.ASKED)
    await access.log(tx, inside.group, actor, "dues_reminded", group, plan=plan, count=len(oldest))
    return len(oldest)
