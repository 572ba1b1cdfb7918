"""Many tasks pay, ask and answer at once: each answer is one that a naive model could have given.

MODEL_STEPS makes it longer, for example MODEL_STEPS=20000.
"""

import os
import random
from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID

import psycopg
import pytest
from tests.modules.ledger.program import PLACES
from tests.modules.payments import given, model, queries
from tests.modules.payments.given import Someone
from tests.modules.payments.model import Book
from tests.modules.payments.program import Program
from tests.modules.payments.replay import Replay

from batua.kit import clock
from batua.kit.db import Database, fetch_all
from batua.kit.money import Currency
from batua.kit.secrets import KeyRing
from batua.modules.ledger import service as ledger
from batua.modules.payments import service as payments
from batua.modules.payments.types import RequestFilter

STEPS = int(os.environ.get("MODEL_STEPS", "480"))
SEED = int(os.environ.get("MODEL_SEED", "20261"))
PEOPLE = (
    ("Asha Devi", "+919876543210", "Asia/Kolkata"),
    ("Bina Kumari", "+919876543211", "UTC"),
    ("Chetan Rao", "+919876543212", "America/New_York"),
    ("Divya Nair", "+919876543213", "Pacific/Auckland"),
)
START = 300_00
# Each is another day for everybody, the last one another month; in the second all wishes of the
# first are over.
MOMENTS = (
    datetime(2031, 1, 29, 10, 0, tzinfo=UTC),
    datetime(2031, 1, 30, 10, 30, tzinfo=UTC),
    datetime(2031, 2, 1, 6, 0, tzinfo=UTC),
)


@pytest.mark.slow
async def test_many_tasks_at_once_agree_with_the_model(
    db: Database, keys: KeyRing, database: str
) -> None:
    print(f"MODEL_SEED={SEED} MODEL_STEPS={STEPS}")
    dice = random.Random(SEED)
    prepare(database)
    told: set[str] = set()
    # One world holds so many steps: the caps are low, and each is compared with all before it.
    for _ in range(max(1, STEPS // 1200)):
        with clock.frozen(MOMENTS[0]) as now:
            people = await settle(db, keys)
            book = Book({w.id: w.person.time_zone for w in people}, {w.id: START for w in people})
            program = Program(db, keys, people)
            for moment in MOMENTS:
                now.move_to(moment)
                program.seen.clear()
                await renew(db, keys, program)
                await wishes_end(db, book, moment)
                await program.run(dice, dice.randint(4, 12), min(STEPS, 1200) // len(MOMENTS))
                Replay(book, await seqs(db)).run(program.seen)
                told |= {one.answer for one in program.seen if isinstance(one.answer, str)}
                await everything_agrees(program, book)
                await questions_agree(dice, program, book)
        for who in people:
            await forget(database, who)
    assert await given.sum_of_all_balances(db) == 0
    async with db.read() as tx:
        assert (await ledger.verify(tx)).damages == ()
    print(sorted(told))
    assert {
        "identity.step_up_required",
        "payments.day_limit_reached",
        "payments.key_reused",
        "payments.request_closed",
        "payments.send_limit_reached",
    } <= told


def prepare(database: str) -> None:
    """The order of places, and caps so low that they are reached."""
    caps = {
        "per_send": model.PER_SEND,
        "day": model.PER_DAY,
        "month": model.PER_MONTH,
        "no_pin_below": model.NO_PIN_BELOW,
    }
    with psycopg.connect(database, autocommit=True) as connection:
        connection.execute(PLACES)
        for kind, minor in caps.items():
            connection.execute(
                "INSERT INTO payments.limit_rule (kind, tier, currency, amount_minor, valid_from)"
                " VALUES (%s, 'basic', 'INR', %s, '2025-01-01')",
                [kind, minor],
            )


async def settle(db: Database, keys: KeyRing) -> list[Someone]:
    return [
        await given.someone(db, keys, name, phone, money=START, time_zone=zone)
        for name, phone, zone in PEOPLE
    ]


async def forget(database: str, who: Someone) -> None:
    """Free a phone for the next world."""
    with psycopg.connect(database, autocommit=True) as connection:
        connection.execute(
            "UPDATE identity.person SET phone_index = uuid_send(id) WHERE id = %s", [who.id]
        )


async def renew(db: Database, keys: KeyRing, program: Program) -> None:
    """A proof of the PIN that is good at this moment."""
    program.people = [
        replace(who, step_up=await given.prove(db, keys, who.caller)) for who in program.people
    ]
    program.by_id = {who.id: who for who in program.people}


async def wishes_end(db: Database, book: Book, moment: datetime) -> None:
    """The sweeper ends what is over, and nothing else."""
    over = [w for w in book.wishes.values() if w.status == "open" and w.is_over(moment)]
    async with db.transaction() as tx:
        assert await payments.expire_requests(tx, moment, 10_000) == len(over)
    for wish in over:
        wish.status = "expired"


async def seqs(db: Database) -> dict[UUID, int]:
    async with db.read() as tx:
        return dict(await fetch_all(tx, "SELECT id, seq FROM ledger.entry"))  # type: ignore[arg-type]


async def everything_agrees(program: Program, book: Book) -> None:
    """At rest: balances, what was used of the limits, payments, requests."""
    db, keys, now = program.db, program.keys, clock.now()
    ids = [who.id for who in program.people]
    async with db.read() as tx:
        made = await fetch_all(
            tx, "SELECT id FROM payments.payment WHERE payer = ANY(%(ids)s)", {"ids": ids}
        )
        assert {id for (id,) in made} == {paid.id for paid in book.paid}
    for who in program.people:
        assert await given.balance(db, who) == book.balances[who.id]
        async with db.read() as tx:
            limits = await payments.limits(tx, keys, who.id, Currency("INR"))
            page = await payments.requests(tx, keys, who.id, RequestFilter(), None, 10_000)
        assert (limits.used_day.minor, limits.used_month.minor) == book.used(who.id, now)
        mine = {id: w for id, w in book.wishes.items() if who.id in (w.asker, w.payer)}
        seen = {view.request.id: view.request.status.value for view in page.items}
        assert seen == {id: wish.status_at(now) for id, wish in mine.items()}


async def questions_agree(dice: random.Random, program: Program, book: Book) -> None:
    """Random filters, read in pages of random sizes."""
    db, keys = program.db, program.keys
    async with db.read() as tx:
        references = dict(await fetch_all(tx, "SELECT id, reference FROM payments.payment"))
    if not book.paid:
        return
    for _ in range(25):
        me = dice.choice(program.people)
        wanted = queries.random_filter(dice, program.people, book, references)  # type: ignore[arg-type]
        found, cursor = [], None
        while True:
            async with db.read() as tx:
                page = await payments.history(tx, keys, me.id, wanted, cursor, dice.randint(1, 20))
            found += [view.payment.id for view in page.items]
            if (cursor := page.next) is None:
                break
        people: dict[UUID, Someone] = {who.id: who for who in program.people}
        answer = queries.expected(book, me, wanted, people, references)  # type: ignore[arg-type]
        assert found == answer, wanted
