"""An unpaid instalment climbs all channels: each step once, in order, by day, until it is paid."""

import asyncio
import itertools
from collections.abc import AsyncIterator, Coroutine, Iterator
from contextlib import asynccontextmanager, contextmanager
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import psycopg
import pytest
from tests.modules.groups.given import NOON
from tests.modules.groups.test_loans import repay
from tests.modules.notifications.dispatching import BY_ADDRESS, UNANSWERED, Debt, Wire, indebted
from tests.modules.notifications.test_channels import a_phone, channels, mishap, outbox
from tests.modules.notifications.test_reactions import react, told
from tests.modules.payments import given
from tests.modules.payments.given import Someone
from tests.sandbox.server import SandboxClient

from batua.kit import clock, journal
from batua.kit.db import Database, fetch_all, fetch_value
from batua.kit.jobs import Context
from batua.kit.secrets import KeyRing
from batua.modules.groups import jobs as group_jobs
from batua.modules.groups import service as groups
from batua.modules.groups.types import LoanStepTaken, Steps
from batua.modules.notifications import rules, service
from batua.modules.notifications.providers.sandbox_channels import SandboxChannels
from batua.modules.notifications.types import DispatchState, Kind, Via

__all__ = ["channels"]

PUNE = ZoneInfo("Asia/Kolkata")
DUE = date(2027, 4, 10)
LADDER = [("app", -3), ("email", 1), ("sms", 4), ("whatsapp", 8), ("call", 15)]


def morning(day: int, hour: int = 10) -> datetime:
    """An hour in India, so many days after the first instalment fell due."""
    on = DUE + timedelta(days=day)
    return datetime(on.year, on.month, on.day, hour, tzinfo=PUNE).astimezone(UTC)


async def pass_by(db: Database, context: Context) -> None:
    """What the workers do when they come by: look at instalments, hear facts, try what is due."""
    await group_jobs.chase(context)
    await react(db)
    async with db.transaction() as tx:
        rows = await fetch_all(
            tx,
            "SELECT id FROM notifications.dispatch WHERE state = 'queued' AND due_at <= %(now)s"
            " ORDER BY queued_at",
            {"now": clock.now()},
        )
    for (id,) in rows:
        await service.send(context, str(id))


async def steps(debt: Debt) -> Steps:
    async with debt.db.read() as tx:
        who = debt.whole[0]
        return await groups.steps(tx, debt.keys, who.id, debt.whole.id, debt.loan.id)


async def pay(debt: Debt, minor: int) -> None:
    who = debt.debtor
    proof = await given.prove(debt.db, debt.keys, who.caller)
    actor = Someone(who.person, who.caller, who.access_token, proof)
    await repay(debt.whole, actor, debt.loan, minor)


async def test_the_ladder_is_climbed_day_by_day(db: Database, keys: KeyRing) -> None:
    debt, wire = await indebted(db, keys), Wire()
    await react(db)
    days = []
    with clock.frozen(NOON) as held:
        assert (await steps(debt)).planned is not None
        for day in (-5, -4, -3, 0, 1, 2, 3, 4, 7, 8, 14, 15, 16):
            before = len((await steps(debt)).taken)
            for hour in (3, 10, 22):  # at night nothing happens
                held.move_to(morning(day, hour))
                await pass_by(db, debt.context(wire))
            for step in (await steps(debt)).taken[before:]:
                assert step.at == morning(day)
                days.append((step.row, step.channel.value, day))
        assert days == [(1, channel, day) for channel, day in LADDER]
        found = await steps(debt)
        assert found.planned is not None
        assert (found.planned.row, found.planned.step, found.planned.channel) == (2, 0, "app")
        assert found.planned.at == morning(27, 9)  # three days before the tenth of May
        heard = [each.told.kind for each in reversed(await told(db, keys, debt.debtor))]
        lines = (await log(debt))[::-1]
    assert [each.template for each in wire.given] == ["group_loan_late"] * 4
    assert [each.channel for each in reversed(await debt.log())] == BY_ADDRESS
    assert heard[-5:] == [Kind.GROUP_LOAN_DUE] + [Kind.GROUP_LOAN_LATE] * 4
    assert [line.data["channel"] for line in lines] == [channel for channel, _ in LADDER]
    assert {(line.actor, line.subject) for line in lines} == {(None, debt.loan.id)}


async def log(debt: Debt) -> list[Any]:
    async with debt.db.read() as tx:
        page = await groups.log(tx, debt.whole[0].id, debt.whole.id, None, 100)
    return [line for line in page.items if line.act == "loan_step_taken"]


async def test_it_stops_at_once_when_it_is_paid(db: Database, keys: KeyRing) -> None:
    debt, wire = await indebted(db, keys), Wire([UNANSWERED])
    with clock.frozen(morning(1)) as held:
        await pass_by(db, debt.context(wire))
        (waiting,) = await debt.log()
        assert (waiting.state, waiting.tries) == (DispatchState.QUEUED, 1)
        await pay(debt, 11_20)  # before a fine is due
        await react(db)
        (waiting,) = await debt.log()
        assert (waiting.state, waiting.failure) == (DispatchState.CANCELLED, "settled")
        for day in range(2, 20):
            held.move_to(morning(day))
            await pass_by(db, debt.context(wire))
        assert [step.row for step in (await steps(debt)).taken] == [1]
    assert len(wire.given) == 1


async def test_part_of_it_stops_nothing_and_the_next_step_names_what_is_left(
    db: Database, keys: KeyRing
) -> None:
    debt, wire = await indebted(db, keys), Wire()
    with clock.frozen(morning(1)) as held:
        await pass_by(db, debt.context(wire))
        await pay(debt, 10_00)
        held.move_to(morning(2))
        await pass_by(db, debt.context(wire))
        held.move_to(morning(4))
        await pass_by(db, debt.context(wire))
    assert [each.values["amount"] for each in wire.given] == [
        "₹11.20",
        "₹2.40",  # what is left of it, and a fine that is no more than what is late
    ]


async def test_what_was_paid_before_it_was_heard_of_is_not_told(
    db: Database, keys: KeyRing
) -> None:
    debt, wire = await indebted(db, keys), Wire()
    await react(db)
    with clock.frozen(morning(1)):
        await group_jobs.chase(debt.context(wire))
        await pay(debt, 11_20)
        await react(db)
    assert await debt.log() == []
    kinds = [each.told.kind for each in await told(db, keys, debt.debtor)]
    assert Kind.GROUP_LOAN_LATE not in kinds


async def test_many_workers_at_once_take_each_step_once(db: Database, keys: KeyRing) -> None:
    debt, wire = await indebted(db, keys), Wire()
    with clock.frozen(NOON) as held:
        for day in (-3, 1, 4):
            held.move_to(morning(day))
            context = debt.context(wire)
            await asyncio.gather(*(group_jobs.chase(context) for _ in range(4)))
            await asyncio.gather(*(journal.react(db, "notifications") for _ in range(3)))
            await react(db)  # what a moment hid from them
            await asyncio.gather(*(pass_by(db, context) for _ in range(3)))
        taken = (await steps(debt)).taken
    assert [step.channel.value for step in taken] == ["app", "email", "sms"]
    assert [each.channel for each in reversed(await debt.log())] == [Via.EMAIL, Via.SMS]
    assert len(wire.given) == 2


async def test_a_payment_and_a_step_at_once_never_contradict(db: Database, keys: KeyRing) -> None:
    debt, wire = await indebted(db, keys), Wire()
    with clock.frozen(morning(1)):
        await asyncio.gather(group_jobs.chase(debt.context(wire)), pay(debt, 11_20))
        await react(db)
        taken, sent = (await steps(debt)).taken, await debt.log()
    # The step came first and was called back, or it never was.
    assert len(taken) <= 1
    assert all(each.state is DispatchState.CANCELLED for each in sent)


async def test_one_loan_that_cannot_be_chased_holds_up_no_other(
    db: Database, keys: KeyRing, monkeypatch: pytest.MonkeyPatch
) -> None:
    debt = await indebted(db, keys)
    real, failed = groups.chase, []

    async def failing(tx: Any, keys: KeyRing, instalment: Any) -> bool:
        if instalment[1] == 1:
            failed.append(instalment)
            raise LookupError
        return await real(tx, keys, instalment)

    monkeypatch.setattr(groups, "chase", failing)
    monkeypatch.setattr(group_jobs, "BATCH", 1)
    with clock.frozen(morning(31)):
        await group_jobs.chase(debt.context(Wire()))
        found = await steps(debt)
    assert failed == [(debt.loan.id, 1)]
    assert [step.row for step in found.taken] == [2]


class Killed(BaseException):
    """As a dead process: nothing that catches exceptions catches it."""


class Mortal:
    """Dies at a chosen statement, before a chosen commit, or right after it."""

    def __init__(self) -> None:
        self.left: int | None = None

    def point(self) -> None:
        """A moment at which a process may be killed."""
        if self.left is None:
            return
        self.left -= 1
        if self.left == 0:
            self.left = None
            raise Killed

    @contextmanager
    def dies_at(self, point: int) -> Iterator[None]:
        self.left = point
        try:
            yield
        finally:
            self.left = None


async def is_killed(mortal: Mortal, point: int, work: Coroutine[Any, Any, None]) -> bool:
    """Work until it is done, or until death at a point; which of both."""
    try:
        with mortal.dies_at(point):
            await work
    except Killed:
        return True
    return False


@pytest.fixture
def mortal(monkeypatch: pytest.MonkeyPatch) -> Mortal:
    found = Mortal()
    execute, transaction = psycopg.AsyncCursor.execute, Database.transaction

    async def execute_or_die(self: Any, *words: Any, **more: Any) -> Any:
        found.point()
        return await execute(self, *words, **more)

    @asynccontextmanager
    async def commit_or_die(self: Database) -> AsyncIterator[Any]:
        async with transaction(self) as tx:
            yield tx
            found.point()
        found.point()

    monkeypatch.setattr(psycopg.AsyncCursor, "execute", execute_or_die)
    monkeypatch.setattr(Database, "transaction", commit_or_die)
    return found


async def test_a_worker_killed_anywhere_neither_skips_nor_repeats_a_step(
    db: Database,
    keys: KeyRing,
    sandbox: SandboxClient,
    channels: SandboxChannels,
    mortal: Mortal,
) -> None:
    phone = a_phone()
    email = f"u{phone[1:]}@example.org"
    debt = await indebted(db, keys, phone=phone, email=email)
    await react(db)
    context = Context(db, {"keys": keys, "channels": channels.by_name})
    kills = 0
    with clock.frozen(NOON) as held:
        for turn, (_, day) in enumerate([*LADDER, *((c, d + 30) for c, d in LADDER)]):
            held.move_to(morning(day, 9))
            # Other points each time.
            points = itertools.count(1 + turn % 3, 3)
            while await is_killed(mortal, next(points), pass_by(db, context)):
                kills += 1
                held.advance(rules.LEASE)  # the next worker takes over
        taken = (await steps(debt)).taken
    assert kills > 90
    every = [(row, channel) for row in (1, 2) for channel, _ in LADDER]
    assert [(step.row, step.channel.value) for step in taken] == every
    sent = await outbox(sandbox, phone) + await outbox(sandbox, email)
    by_time = sorted(sent, key=lambda message: message["sent_at"])
    assert [m["channel"] for m in by_time] == [c for _, c in every if c != "app"]
    async with db.read() as tx:
        facts = await journal.facts(tx, [LoanStepTaken.kind])
        parked = await fetch_value(tx, "SELECT count(*) FROM journal.parked")
    assert ([(fact.row, fact.channel) for fact in facts], parked) == (every, 0)
    kinds = [each.told.kind for each in await told(db, keys, debt.debtor)]
    assert kinds.count(Kind.GROUP_LOAN_DUE) == 2
    assert kinds.count(Kind.GROUP_LOAN_LATE) == 8
    assert [m["reference"] for m in by_time] == [str(d.id) for d in (await debt.log())[::-1]]


async def test_a_channel_that_fails_on_demand_holds_up_no_later_step(
    db: Database, keys: KeyRing, sandbox: SandboxClient, channels: SandboxChannels
) -> None:
    phone = a_phone()
    debt = await indebted(db, keys, phone=phone)
    context = Context(db, {"keys": keys, "channels": channels.by_name})
    await mishap(sandbox, Via.SMS, "refuse", address=phone)
    await mishap(sandbox, Via.WHATSAPP, "fail", address=phone, times=1)
    with clock.frozen(NOON) as held:
        for _, day in LADDER:
            held.move_to(morning(day))
            await pass_by(db, context)
            held.advance(timedelta(hours=2))
            await pass_by(db, context)
    states = [(each.channel.value, each.state.value) for each in (await debt.log())[::-1]]
    assert states == [
        ("email", "sent"),
        ("sms", "failed"),
        ("whatsapp", "delivered"),
        ("call", "delivered"),
    ]
    channels_ = [each["channel"] for each in await outbox(sandbox, phone)]
    assert channels_ == ["call", "whatsapp"]
