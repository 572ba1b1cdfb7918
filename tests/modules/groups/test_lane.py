"""The fast lane of contributions: what comes at once goes together, and as if one after another.

Whatever comes: the pot holds what was answered as paid in, each payment is on the statement once with
the balance that it left, dues are paid the oldest first, and the proof agrees.
"""

import asyncio
from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import psycopg
import pytest
from tests.modules.groups.dues_given import (
    MONDAY,
    WEEK,
    a_plan,
    check_agreed,
    owed,
    pay,
    rules,
    stated,
    tick,
)
from tests.modules.groups.given import Circle, a_key, circle, circle_of, contribute, money_of
from tests.modules.payments import given
from tests.modules.payments.given import Someone, inr, usd

from batua.kit import clock, lane
from batua.kit.db import Database, execute, fetch_value
from batua.kit.refusal import Refusal, Stalled, Unavailable
from batua.kit.secrets import KeyRing
from batua.modules.groups import service as groups
from batua.modules.groups.errors import (
    DuesPlanNotFound,
    GroupNotFound,
    GroupOver,
    KeyReused,
    WrongCurrency,
)
from batua.modules.groups.service import contributing
from batua.modules.groups.service import lane as lane_service
from batua.modules.groups.types import EVERY_LINE, ContributeOrder, FineRule, Transaction
from batua.modules.identity.errors import StepUpRequired
from batua.modules.ledger import service as ledger
from batua.modules.ledger.errors import NotEnoughMoney
from batua.modules.payments.errors import AmountNotPositive, DayLimitReached

KEEP = "SELECT FROM ledger.account WHERE public_id = %s FOR UPDATE"


@pytest.fixture
def no_single_way(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is given to the lane must be made by the lane."""

    async def never(*_: Any) -> None:
        raise AssertionError("it went the single way")

    monkeypatch.setattr(contributing, "contribute", never)


async def limit_a_day(db: Database, minor: int) -> None:
    owner = Database(db.settings, role=None)
    await owner.open()
    async with owner.transaction() as tx:
        await execute(
            tx,
            "INSERT INTO payments.limit_rule (kind, tier, currency, amount_minor, valid_from)"
            " VALUES ('day', 'basic', 'INR', %(minor)s, '2026-01-01')",
            {"minor": minor},
        )
    await owner.close()


def order(whole: Circle, who: Someone, minor: int, **more: Any) -> ContributeOrder:
    about = {"note": "for all", "key": a_key(), **more}
    return ContributeOrder(who.actor, whole.id, inr(minor), **about)


async def all_of(whole: Circle, orders: Sequence[ContributeOrder]) -> list[Any]:
    """What came of each; they come at once."""
    given_ = (contribute(whole.db, whole.keys, one) for one in orders)
    return await asyncio.gather(*given_, return_exceptions=True)


async def check(whole: Circle, answers: Sequence[Any]) -> list[Transaction]:
    """The pot and the statement say what the answers said; what was paid in."""
    made = {one.id: one for one in answers if isinstance(one, Transaction)}
    for one in answers:
        assert isinstance(one, Transaction | Refusal), repr(one)
    total = sum(one.amount_minor for one in made.values())
    assert (await whole.pot()).balance.minor == total
    async with whole.db.transaction() as tx:
        page = await groups.statement(tx, whole[0].id, whole.id, EVERY_LINE, (None, 100))
        assert {line.id for line in page.items} == set(made)
        lines = await fetch_value(tx, "SELECT count(*) FROM groups.log WHERE act = 'contributed'")
    assert lines == len(made)
    facts = await stated(whole, "contributed")
    assert sorted(fact.transaction for fact in facts) == sorted(made)
    # Each left another balance: what went before it, and itself.
    along = sorted(made.values(), key=lambda one: one.balance_minor or 0)
    running = 0
    for one in along:
        running += one.amount_minor
        assert one.balance_minor == running
    async with whole.db.read() as tx:
        assert (await ledger.verify(tx)).damages == ()
    await check_agreed(whole.db)
    return list(made.values())


async def test_what_comes_at_once_is_made_by_the_lane(
    db: Database, keys: KeyRing, no_single_way: None
) -> None:
    whole = await circle(db, keys, 4)
    answers = await all_of(whole, [order(whole, whole[n % 4], 1_00 + n) for n in range(40)])
    made = await check(whole, answers)
    assert len(made) == 40
    for n, who in enumerate(whole.people):
        mine = sum(1_00 + k for k in range(40) if k % 4 == n)
        assert (await whole.member(who)).saved_minor == mine
        assert await money_of(db, who) == 1_000_00 - mine
        history = await given.history(db, keys, who)
        assert [each.payment.amount.minor for each in history.items].count(1_00 + n) == 1


async def test_the_answer_says_who_gave(db: Database, keys: KeyRing) -> None:
    whole = await circle(db, keys, 1)
    made, face = await groups.Contributions(db, keys).contribute(order(whole, whole[0], 5_00))
    assert face is not None
    assert (face.id, face.name) == (whole[0].id, whole[0].person.name)
    assert (made.amount_minor, made.note, made.balance_minor) == (5_00, "for all", 5_00)


async def test_each_of_a_mixed_lot_ends_as_it_would_alone(db: Database, keys: KeyRing) -> None:
    whole = await circle(db, keys, 3)
    stranger = await given.someone(db, keys, "A stranger", "+919876599999", money=100_00)
    key = a_key()
    first = await contribute(db, keys, order(whole, whole[0], 3_00, key=key))
    wishes = [
        order(whole, whole[0], 3_00, key=key),
        order(whole, whole[0], 4_00, key=key),
        order(whole, whole[1], 0),
        order(whole, whole[1], 2_000_00),
        order(whole, stranger, 1_00),
        order(whole, whole[1], 1_00, plan="there-is-none"),
        ContributeOrder(whole[1].actor, whole.id, usd(1_00), "", a_key()),
        ContributeOrder(whole[2].actor_without_pin, whole.id, inr(1_00), "", a_key()),
        order(whole, whole[1], 7_00),
        order(whole, whole[2], 8_00),
    ]
    answers = await all_of(whole, wishes)
    refused = [type(one) for one in answers[1:8]]
    assert refused == [
        KeyReused,
        AmountNotPositive,
        NotEnoughMoney,
        GroupNotFound,
        DuesPlanNotFound,
        WrongCurrency,
        StepUpRequired,
    ]
    assert answers[0] == first
    assert {one.amount_minor for one in answers[8:]} == {7_00, 8_00}
    await check(whole, [first, *answers])
    # What was refused left no key behind.
    again = ContributeOrder(whole[1].actor, whole.id, inr(1_00), "", wishes[3].key)
    await check(whole, [first, *answers, await contribute(db, keys, again)])


async def test_no_more_goes_than_she_has_however_many_at_once(db: Database, keys: KeyRing) -> None:
    whole = await circle(db, keys, 2)
    wishes = [order(whole, whole[0], 300_00) for _ in range(6)]
    answers = await all_of(whole, [*wishes, order(whole, whole[1], 2_00)])
    made = await check(whole, answers)
    assert sorted(one.amount_minor for one in made) == [2_00, 300_00, 300_00, 300_00]
    assert await money_of(db, whole[0]) == 100_00


async def test_a_limit_of_the_day_is_kept_to_the_last(db: Database, keys: KeyRing) -> None:
    whole = await circle(db, keys, 2)
    await limit_a_day(db, 500_00)
    # One by the single way of sends, which keeps its own count, then all at once.
    await given.send(db, keys, whole[0], whole[1], inr(150_00))
    answers = await all_of(whole, [order(whole, whole[0], 100_00) for _ in range(8)])
    made = await check(whole, answers)
    assert [one.amount_minor for one in made] == [100_00] * 3
    assert {type(one) for one in answers if not isinstance(one, Transaction)} == {DayLimitReached}
    # The count that is kept is the one that the sends go on with.
    with pytest.raises(DayLimitReached):
        await given.send(db, keys, whole[0], whole[1], inr(50_01))
    await given.send(db, keys, whole[0], whole[1], inr(50_00))


async def test_one_key_at_once_makes_one(db: Database, keys: KeyRing) -> None:
    whole = await circle(db, keys, 1)
    key = a_key()
    answers = await all_of(whole, [order(whole, whole[0], 10_00, key=key) for _ in range(9)])
    assert len({one.id for one in answers}) == 1
    assert len(await check(whole, answers[:1])) == 1


async def test_dues_are_paid_the_oldest_first_also_by_one_who_pays_twice_at_once(
    db: Database, keys: KeyRing, no_single_way: None
) -> None:
    with clock.frozen(MONDAY) as held:
        whole = await circle(db, keys, 3, constitution=rules(a_plan(fine=FineRule())))
        for _ in range(3):
            held.advance(WEEK)
            await tick(whole)
        due = {
            who.id: sum(each.dues.left_minor for each in await owed(whole, who))
            for who in whole.people
        }
        assert set(due.values()) == {due[whole[0].id]}
        sum_due = due[whole[0].id]
        assert sum_due > 20_00
        answers = await all_of(
            whole,
            [
                order(whole, who, minor, is_agreed=True)
                for who in whole.people
                for minor in (4_00, sum_due - 10_00, 7_00)
            ],
        )
        made = await check(whole, answers)
        assert len(made) == 9
        for who in whole.people:
            assert await owed(whole, who) == []
            assert (await whole.member(who)).saved_minor == sum_due + 1_00


async def test_a_fine_of_today_is_paid_before_the_dues(db: Database, keys: KeyRing) -> None:
    with clock.frozen(MONDAY) as held:
        whole = await circle(db, keys, 2, constitution=rules(), pot=2_00)
        held.advance(WEEK)
        await tick(whole)
        held.advance(timedelta(days=2))  # more days late than were counted
        before = (await owed(whole, whole[1]))[0].dues
        answers = await asyncio.gather(*(pay(whole, whole[1], 1_00) for _ in range(3)))
        assert [one.amount_minor for one in answers] == [1_00] * 3
        after = (await owed(whole, whole[1]))[0].dues
        assert after.fine_paid_minor == after.fine_minor >= before.fine_minor
        assert after.fine_paid_minor + after.paid_minor == 3_00
    await check_agreed(db)


async def test_a_group_that_ends_meanwhile_takes_nothing_any_more(
    db: Database, keys: KeyRing, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = await circle(db, keys, 2)
    other = await circle_of(db, keys, [whole[0], whole[1]])
    pay_all = lane_service.payments.pay_all_into_pots

    async def ended(tx: Any, *args: Any) -> Any:
        # As the end does it: written, but with the pot still to be had.
        async with db.transaction() as another:
            await execute(
                another,
                'UPDATE groups."group" SET dissolved_at = now() WHERE id = %(id)s',
                {"id": whole.id},
            )
        return await pay_all(tx, *args)

    monkeypatch.setattr(lane_service.payments, "pay_all_into_pots", ended)
    answers = await asyncio.gather(
        contribute(db, keys, order(whole, whole[0], 1_00)),
        contribute(db, keys, order(other, whole[1], 1_00)),
        return_exceptions=True,
    )
    assert isinstance(answers[0], GroupOver)
    assert isinstance(answers[1], Transaction)
    assert (await whole.pot()).balance == inr(0)
    assert (await other.pot()).balance == inr(1_00)


async def test_a_pot_that_somebody_keeps_stalls_only_who_pays_into_it(
    db: Database, keys: KeyRing, database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lane, "STALLED_WAITS_S", (0.1, 0.2, 0.4, 0.8))
    kept = await circle(db, keys, 2)
    free = await circle_of(db, keys, [kept[0], kept[1]])
    wish = order(kept, kept[0], 5_00)
    async with await psycopg.AsyncConnection.connect(database) as keeper:
        await keeper.execute(KEEP, [(await kept.pot()).id])
        stalled = asyncio.create_task(contribute(db, keys, wish))
        for _ in range(3):
            await asyncio.gather(
                *(contribute(db, keys, order(free, who, 1_00)) for who in free.people)
            )
        with pytest.raises(Stalled):
            await stalled
    made = await contribute(db, keys, wish)
    assert await contribute(db, keys, wish) == made
    assert (await kept.pot()).balance == inr(5_00)
    assert (await free.pot()).balance == inr(6_00)


async def test_a_commit_whose_answer_is_lost_is_not_made_twice(
    db: Database, keys: KeyRing, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = await circle(db, keys, 2)
    contributions = groups.Contributions(db, keys)
    make = contributions._make

    async def lost(orders: Sequence[ContributeOrder]) -> Any:
        await make(orders)
        raise Unavailable  # it was committed, and nobody heard of it

    monkeypatch.setattr(contributions, "_make", lost)
    answers = await asyncio.gather(
        *(contributions.contribute(order(whole, whole[n % 2], 1_00 + n)) for n in range(6))
    )
    made = await check(whole, [line for line, _ in answers])
    assert len(made) == 6
