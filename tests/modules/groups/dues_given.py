"""Groups with dues, a worker's minute, and every verb of dues."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

from tests.modules.groups.given import OPEN, Circle, a_key, changed, contribute
from tests.modules.payments import given
from tests.modules.payments.given import Someone, inr

from batua.kit import journal
from batua.kit.db import Database
from batua.kit.jobs import Context
from batua.kit.secrets import KeyRing
from batua.modules.groups import jobs
from batua.modules.groups import service as groups
from batua.modules.groups.types import (
    Consent,
    ConsentOrder,
    Constitution,
    ContributeOrder,
    DuesPlan,
    DuesView,
    FineKind,
    FineRule,
    GroupId,
    MyDues,
    ProposalKind,
    Rhythm,
    Transaction,
)
from batua.modules.ledger.types import Reach
from batua.modules.payments.types import Actor

MONDAY = datetime(2027, 3, 8, 13, 0, tzinfo=UTC)
"""The day 8 March 2027 has begun everywhere."""
D = date(2027, 3, 8)
WEEK = timedelta(days=7)
FLAT = FineRule(kind=FineKind.FLAT, flat_minor=1_00, grace_days=2)


def a_plan(**more: Any) -> DuesPlan:
    return DuesPlan(
        **{
            "key": "weekly",
            "name": "Weekly",
            "amount_minor": 10_00,
            "rhythm": Rhythm.WEEKLY,
            "weekday": 1,
            "starts_on": "2027-03-08",
            "fine": FLAT,
            **more,
        }
    )


def rules(*plans: DuesPlan) -> Constitution:
    return changed(OPEN, dues=plans or (a_plan(),))


async def tick(whole: Circle) -> None:
    """What a worker does in a minute."""
    context = Context(whole.db, {"keys": whole.keys})
    await jobs.write_dues(context)
    await jobs.look_at_dues(context)


async def mine(whole: Circle, who: Someone) -> MyDues:
    async with whole.db.transaction() as tx:
        return await groups.my_dues(tx, who.id, whole.id)


async def owed(whole: Circle, who: Someone) -> list[DuesView]:
    return list((await mine(whole, who)).open)


async def days_of(whole: Circle, who: Someone) -> list[date]:
    return [view.dues.due_on for view in await owed(whole, who)]


async def pay(whole: Circle, who: Someone, minor: int, plan: str | None = None) -> Transaction:
    order = ContributeOrder(who.actor, whole.id, inr(minor), "", a_key(), plan)
    return await contribute(whole.db, whole.keys, order)


async def allow(whole: Circle, who: Someone, minor: int, plan: str = "weekly") -> Consent:
    # The clock has moved: the proof of her PIN is a new one.
    actor = Actor(who.id, who.caller.session, await given.prove(whole.db, whole.keys, who.caller))
    async with whole.db.transaction() as tx:
        order = ConsentOrder(actor, whole.id, plan, inr(minor))
        return await groups.allow_dues(tx, whole.keys, order)


async def stated(whole: Circle, kind: str) -> list[Any]:
    async with whole.db.transaction() as tx:
        return list(await journal.facts(tx, [f"groups.{kind}"]))


async def change_rules(whole: Circle, becomes: Constitution) -> None:
    proposal = await whole.ask(whole[0], ProposalKind.CONSTITUTION, constitution=becomes)
    for who in whole.people:
        if (await whole.read(proposal)).decided_at is None:
            await whole.vote(who, proposal)


async def check_agreed(db: Database) -> None:
    async with db.read() as tx:
        assert (await groups.agreement(tx, Reach(0, 2**60))).damages == ()


async def circle_of_strangers(db: Database, keys: KeyRing, count: int) -> list[Someone]:
    return [
        await given.someone(db, keys, f"Newcomer {n}", f"+9198760{n:05d}", money=1_000_00)
        for n in range(count)
    ]


DUES_JOBS = {"dues_to_look", "dues_to_write", "look_at_dues", "write_dues"}


def dues_deeds(keys: KeyRing, who: Someone, id: GroupId, row: UUID) -> dict[str, Any]:
    """Every verb about dues that names a group, as somebody does it."""
    actor = who.actor
    allowed = ConsentOrder(actor, id, "savings", inr(1))
    grid = ("savings", None, 3, False)
    return {
        "allow_dues": lambda tx: groups.allow_dues(tx, keys, allowed),
        "dues_due": lambda tx: groups.dues_due(tx, who.id, id),
        "dues_grid": lambda tx: groups.dues_grid(tx, who.id, id, grid, (None, 10)),
        "dues_plans": lambda tx: groups.dues_plans(tx, who.id, id),
        "my_dues": lambda tx: groups.my_dues(tx, who.id, id),
        "remind_dues": lambda tx: groups.remind_dues(tx, actor, id, "savings"),
        "stop_dues": lambda tx: groups.stop_dues(tx, actor, id, "savings"),
        "waive_fine": lambda tx: groups.waive_fine(tx, actor, id, row),
    }
