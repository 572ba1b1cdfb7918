"""Dues as they are owed: rows once each, what time does to them, and rules that change.

What holds:
1. A member owes one row a plan and day, from her joining on, however often rows are written.
2. A row is of the rules in force on its day; new rules change rows to come only.
3. Of each row is paid what contributions paid of it, and of each contribution at most all of it.
4. A fine, a reminder and a try to take money happen once, however many look at the same time.
"""

import asyncio
from datetime import timedelta

import pytest
from tests.modules.groups.dues_given import (
    MONDAY,
    WEEK,
    D,
    a_plan,
    change_rules,
    check_agreed,
    circle_of_strangers,
    days_of,
    mine,
    owed,
    pay,
    rules,
    stated,
    tick,
)
from tests.modules.groups.given import circle

from batua.kit import clock
from batua.kit.db import Database, fetch_all
from batua.kit.secrets import KeyRing
from batua.modules.groups.errors import (
    DebtsLeft,
)
from batua.modules.groups.types import (
    DuesState,
    FineEvery,
    FineKind,
    FineRule,
    Rhythm,
    Role,
)


async def test_rows_are_written_before_their_day_and_once(db: Database, keys: KeyRing) -> None:
    with clock.frozen(MONDAY - timedelta(days=4)) as held:
        whole = await circle(db, keys, 2, constitution=rules())
        await tick(whole)
        assert await days_of(whole, whole[0]) == []
        held.advance(timedelta(days=1))
        for _ in range(3):
            await tick(whole)
        assert [await days_of(whole, who) for who in whole.people] == [[D], [D]]
        (view,) = await owed(whole, whole[1])
        assert (view.state, view.dues.due_minor, view.dues.version) == (DuesState.DUE, 10_00, 1)
        coming = (await mine(whole, whole[1])).coming
        assert [each.due_on for each in coming] == [D + WEEK]


async def test_many_workers_write_each_row_once(db: Database, keys: KeyRing) -> None:
    with clock.frozen(MONDAY) as held:
        whole = await circle(db, keys, 3, constitution=rules(), pot=3_00)
        held.advance(4 * WEEK)  # no worker was there
        await asyncio.gather(*(tick(whole) for _ in range(3)))
        wanted = [D + n * WEEK for n in range(5)]
        for who in whole.people:
            assert await days_of(whole, who) == wanted
            assert {view.dues.fine_minor for view in (await owed(whole, who))[:-1]} == {1_00}
    reminded = await stated(whole, "dues_reminded")
    assert len(reminded) == len({(fact.dues, fact.what) for fact in reminded}) == 15
    assert len(await stated(whole, "dues_fined")) == 12
    await check_agreed(db)


async def test_after_a_long_absence_all_days_are_written_in_turns(
    db: Database, keys: KeyRing
) -> None:
    with clock.frozen(MONDAY) as held:
        whole = await circle(db, keys, 1, constitution=rules())
        held.advance(30 * WEEK)
        await tick(whole)
        assert await days_of(whole, whole[0]) == [D + n * WEEK for n in range(31)]


async def test_a_newcomer_owes_from_her_day_on_and_a_viewer_nothing(
    db: Database, keys: KeyRing
) -> None:
    with clock.frozen(MONDAY) as held:
        whole = await circle(db, keys, 1, constitution=rules())
        others = await circle_of_strangers(db, keys, 3)
        await tick(whole)
        held.advance(WEEK - timedelta(days=2))
        await tick(whole)
        await whole.join(others[0])  # its rows are there already
        await whole.join(others[1], role=Role.VIEWER)
        held.advance(timedelta(days=3))
        await whole.join(others[2])  # its day is over
        await tick(whole)
        assert await days_of(whole, whole[0]) == [D, D + WEEK]
        assert await days_of(whole, others[0]) == [D + WEEK]
        assert await days_of(whole, others[1]) == []
        assert await days_of(whole, others[2]) == []
        held.advance(WEEK)
        await tick(whole)
        assert await days_of(whole, others[2]) == [D + 2 * WEEK]


async def test_new_rules_change_what_comes_and_nothing_else(db: Database, keys: KeyRing) -> None:
    with clock.frozen(MONDAY) as held:
        whole = await circle(db, keys, 2, constitution=rules(a_plan(), a_plan(key="gone")))
        held.advance(WEEK)  # no worker was there: these days are owed by the old rules all the same
        becomes = rules(
            a_plan(amount_minor=25_00, fine=FineRule()), a_plan(key="new", amount_minor=3_00)
        )
        await change_rules(whole, becomes)
        held.advance(WEEK)
        await tick(whole)
        found = {(v.plan.key, v.dues.due_on): v for v in await owed(whole, whole[1])}
        old, new = {D, D + WEEK}, D + 2 * WEEK
        assert set(found) == {
            *(("weekly", day) for day in (*old, new)),
            *(("gone", day) for day in old),
            *(("new", day) for day in (D + WEEK, new)),
        }
        amounts = {key: view.dues.due_minor for key, view in found.items()}
        assert amounts["weekly", D] == amounts["weekly", D + WEEK] == 10_00
        assert amounts["weekly", new] == 25_00
        assert found["weekly", D].dues.fine_minor == 1_00  # by its own version
        held.advance(WEEK)
        await tick(whole)
        fines = {v.dues.due_on: v.dues.fine_minor for v in await owed(whole, whole[1])}
        assert fines[new] == 0


async def test_how_a_row_stands_from_day_to_day(db: Database, keys: KeyRing) -> None:
    with clock.frozen(MONDAY) as held:
        whole = await circle(db, keys, 1, constitution=rules(), pot=1_00)
        await tick(whole)
        found = []
        for _ in range(4):
            found.append((await owed(whole, whole[0]))[0])
            held.advance(timedelta(days=1))
            await tick(whole)
        states = [view.state.value for view in found]
        assert states == ["due", "grace", "grace", "late"]
        assert [view.dues.fine_minor for view in found] == [0, 0, 0, 1_00]
    told = [fact.what for fact in await stated(whole, "dues_reminded")]
    assert told[:2] == ["coming", "missed"]
    assert len(await stated(whole, "dues_fined")) == 1


async def test_a_fine_that_grows_is_never_counted_twice(db: Database, keys: KeyRing) -> None:
    fine = FineRule(kind=FineKind.PERCENT, percent_bps=1_000, every=FineEvery.WEEK)
    with clock.frozen(MONDAY) as held:
        plan = a_plan(fine=fine, rule="FREQ=YEARLY", rhythm=Rhythm.RULE)
        whole = await circle(db, keys, 1, constitution=rules(plan))
        await tick(whole)
        for weeks in range(1, 4):
            held.advance(WEEK)
            await tick(whole)
            await tick(whole)
            (view,) = await owed(whole, whole[0])
            assert view.dues.fine_minor == weeks * 1_00
    assert [fact.amount.minor for fact in await stated(whole, "dues_fined")] == [
        1_00,
        2_00,
        3_00,
    ]


async def test_whoever_owes_dues_does_not_leave(db: Database, keys: KeyRing) -> None:
    with clock.frozen(MONDAY) as held:
        whole = await circle(db, keys, 3, constitution=rules(), pot=3_00)
        await tick(whole)
        await whole.leave(whole[1])  # her dues have their day still: she owes nothing yet
        held.advance(timedelta(days=1))
        await tick(whole)
        with pytest.raises(DebtsLeft) as refused:
            await whole.leave(whole[2])
        assert refused.value.owed_minor == 10_00
        await pay(whole, whole[2], 10_00)
        await whole.leave(whole[2])
        held.advance(WEEK)
        await tick(whole)
        async with db.transaction() as tx:
            waiting = "count(look_on) FILTER (WHERE NOT is_paid)"
            rows = await fetch_all(tx, f"SELECT count(*), {waiting} FROM groups.dues_row")  # noqa: S608
        assert rows == [(4, 1)]  # nothing is written for who left, and nobody looks at her rows
