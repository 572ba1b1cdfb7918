"""Clocks that jump: each order has a moment of its own, hours or months from that of the others.

So it is on one machine whose clock is set, and on two whose clocks disagree.
"""

import asyncio
import random
from collections import Counter, defaultdict
from collections.abc import Iterator
from contextvars import ContextVar
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import psycopg
import pytest
from tests.faults import accountant, trial
from tests.modules.payments import given
from tests.modules.payments.given import Someone, inr

from batua.kit import clock
from batua.kit.db import Database, fetch_all
from batua.kit.ids import new_id
from batua.kit.money import Currency
from batua.kit.refusal import Refusal
from batua.kit.secrets import KeyRing
from batua.modules.ledger import service as ledger
from batua.modules.ledger.types import AccountKind, HoldOrder
from batua.modules.payments import service as payments

MONTH_END = datetime(2031, 1, 31, 23, 0, tzinfo=UTC)
TASKS, STEPS = 6, 40
DAY_CAP, MONTH_CAP = 300_00, 800_00
ZONES = ("Asia/Kolkata", "UTC", "America/New_York", "Pacific/Auckland")

_moment: ContextVar[datetime] = ContextVar("_moment", default=MONTH_END)

pytestmark = [pytest.mark.fault, pytest.mark.slow, pytest.mark.xdist_group("faults")]


@pytest.fixture
def own_moments() -> Iterator[None]:
    """A clock that each task reads otherwise."""
    clock.set_clock(_moment.get)
    yield
    clock.set_clock(None)


def jump(dice: random.Random) -> None:
    """Set this task's clock: a little on, or hours, days and months away, either way."""
    far = dice.choice(
        [
            timedelta(seconds=dice.uniform(0, 5)),
            timedelta(hours=dice.uniform(-30, 30)),
            timedelta(days=dice.randint(-3, 3)),
        ]
    )
    wide = timedelta(days=40)
    _moment.set(min(max(_moment.get() + far, MONTH_END - wide), MONTH_END + wide))


@pytest.mark.usefixtures("own_moments")
async def test_jumping_clocks_break_no_promise(db: Database, keys: KeyRing, database: str) -> None:
    dice = random.Random(f"{trial.SEED} clock")
    row = accountant.row_of("clocks jump")
    lower_the_caps(database)
    people = [
        await given.someone(
            db, keys, f"Person {n}", f"+9198765432{n:02d}", money=2_000_00, time_zone=zone
        )
        for n, zone in enumerate(ZONES)
    ]
    for payer in people:
        for payee in people:
            if payer is not payee:  # from now on no PIN is asked
                await given.send(db, keys, payer, payee, inr(1))
    told: dict[str, Any] = {}
    refused: Counter[str] = Counter()
    count = trial.rounds(1)

    async def one(dice: random.Random) -> None:
        for _ in range(STEPS * count):
            jump(dice)
            key = str(new_id())
            try:
                told[key] = await act(db, keys, people, dice, key)
            except Refusal as refusal:
                refused[refusal.code] += 1

    await asyncio.gather(*(one(random.Random(dice.random())) for _ in range(TASKS)))
    row.recoveries_s += [0.0] * count
    row.acknowledged = len(told)
    assert set(refused) <= {
        "payments.day_limit_reached",
        "payments.month_limit_reached",
        "payments.request_expired",
        "payments.too_many_open_requests",
        "ledger.not_enough_money",
        "ledger.hold_expired",
    }, refused
    assert refused["payments.day_limit_reached"], "the caps were never reached"
    await nothing_is_lost(db, told)
    await caps_were_kept(db, people)
    await time_runs_one_way(db)


async def act(
    db: Database, keys: KeyRing, people: list[Someone], dice: random.Random, key: str
) -> Any:
    """Something that moves money and looks at the clock; the id of the payment, if it made one."""
    payer, payee = dice.sample(people, 2)
    amount = inr(dice.randint(1, 90_00))
    turn = dice.random()
    if turn < 0.4:
        return (
            await given.lane(db, keys).send(given.order(payer, payee, amount, key=key))
        ).payment.id
    if turn < 0.7:
        async with db.transaction() as tx:
            wanted = given.order(payer, payee, amount, key=key)
            return (await payments.send(tx, keys, wanted)).payment.id
    if turn < 0.85:
        asked = await given.ask(db, keys, payee, payer, amount, days=1)
        jump(dice)
        return (await given.pay(db, keys, payer, asked, key=key)).payment.id
    await hold_and_let_go(db, payer, dice)
    return None


async def hold_and_let_go(db: Database, who: Someone, dice: random.Random) -> None:
    """Set money aside, and post it, give it back or let it expire at another moment."""
    async with db.transaction() as tx:
        mine = await payments.open_wallet(tx, who.id, Currency("INR"))
        out = await ledger.open_account(
            tx, kind=AccountKind.CLEARING, owner="held", currency=Currency("INR"), floor_minor=None
        )
        wanted = HoldOrder(
            id=new_id(),
            kind="withdraw",
            ref="",
            debit=mine.account,
            credit=out.id,
            amount=inr(dice.randint(1, 10_00)),
            expires_at=clock.now() + timedelta(hours=6),
        )
        await ledger.hold(tx, wanted)
    jump(dice)
    async with db.transaction() as tx:
        turn = dice.random()
        if turn < 0.3:
            await ledger.expire_holds(tx, clock.now())
        elif turn < 0.6:
            await ledger.void_hold(tx, wanted.id)
        else:
            await ledger.post_hold(tx, wanted.id, new_id())


def lower_the_caps(database: str) -> None:
    """So low that they are reached."""
    with psycopg.connect(database, autocommit=True) as connection:
        for kind, minor in (("day", DAY_CAP), ("month", MONTH_CAP)):
            connection.execute(
                "INSERT INTO payments.limit_rule (kind, tier, currency, amount_minor, valid_from)"
                " VALUES (%s, 'basic', 'INR', %s, '2025-01-01')",
                [kind, minor],
            )


async def nothing_is_lost(db: Database, told: dict[str, Any]) -> None:
    """Each acknowledged payment is there once under its key, with its entry."""
    async with db.read() as tx:
        found = await fetch_all(
            tx,
            "SELECT k.key, k.result, e.id FROM payments.key k"
            " JOIN payments.payment p ON p.id = k.result"
            " LEFT JOIN ledger.entry e ON e.id = p.id",
        )
        assert (await ledger.verify(tx)).damages == ()
    assert await given.sum_of_all_balances(db) == 0
    paid = {key: id for key, id in told.items() if id is not None}
    there = {key: result for key, result, _ in found}
    assert len(there) == len(found)
    assert {key: there.get(key) for key in paid} == paid
    assert all(entry is not None for _, _, entry in found)


async def caps_were_kept(db: Database, people: list[Someone]) -> None:
    """In each day and month of each payer, as she lives, no more left than may leave."""
    zones = {who.id: ZoneInfo(who.person.time_zone) for who in people}
    days: dict[Any, int] = defaultdict(int)
    months: dict[Any, int] = defaultdict(int)
    async with db.read() as tx:
        found = await fetch_all(tx, "SELECT payer, created_at, amount_minor FROM payments.payment")
    for payer, at, minor in found:
        local = at.astimezone(zones[payer])
        days[payer, local.date()] += minor
        months[payer, local.year, local.month] += minor
    assert max(days.values()) <= DAY_CAP
    assert max(months.values()) <= MONTH_CAP


async def time_runs_one_way(db: Database) -> None:
    """Along each account and within each thing, later is never earlier."""
    backwards = {
        "an account's postings": "SELECT FROM (SELECT e.recorded_at < lag(e.recorded_at)"
        " OVER (PARTITION BY p.account_id ORDER BY p.version) AS is_back FROM ledger.posting p"
        " JOIN ledger.entry e ON e.seq = p.entry_seq) s WHERE is_back",
        "a payment": "SELECT FROM payments.payment WHERE settled_at < created_at",
        "a hold": "SELECT FROM ledger.hold WHERE resolved_at < held_at",
        "an expired hold": "SELECT FROM ledger.hold"
        " WHERE state = 'expired' AND resolved_at < expires_at",
        "a request": "SELECT FROM payments.request WHERE closed_at < created_at",
    }
    async with db.read() as tx:
        found = {what: len(await fetch_all(tx, query)) for what, query in backwards.items()}
    assert found == dict.fromkeys(backwards, 0)
