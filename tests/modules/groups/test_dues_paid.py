"""Dues that are paid: by contributions, from the wallet if she allows, and what officers do."""

import asyncio
from datetime import timedelta

import pytest
from tests.modules.groups.dues_given import (
    MONDAY,
    WEEK,
    a_plan,
    allow,
    check_agreed,
    mine,
    owed,
    pay,
    rules,
    stated,
    tick,
)
from tests.modules.groups.given import Circle, circle, money_of
from tests.modules.payments.given import Someone, inr

from batua.kit import clock
from batua.kit.db import Database
from batua.kit.secrets import KeyRing
from batua.modules.groups import service as groups
from batua.modules.groups.errors import (
    DuesPlanNotFound,
    NoFineToWaive,
    NotInYourRole,
    RemindedToday,
)
from batua.modules.groups.types import (
    EVERY_LINE,
    ConsentOrder,
    Dues,
    DuesState,
)
from batua.modules.identity.errors import StepUpRequired
from batua.modules.payments.types import Actor


async def test_money_pays_fines_then_the_oldest_and_the_rest_is_saved(
    db: Database, keys: KeyRing
) -> None:
    with clock.frozen(MONDAY) as held:
        whole = await circle(db, keys, 2, constitution=rules(), pot=2_00)
        held.advance(WEEK)
        await tick(whole)
        made = await pay(whole, whole[1], 6_00)
        first, second = await owed(whole, whole[1])
        assert (first.dues.fine_paid_minor, first.dues.paid_minor) == (1_00, 5_00)
        assert (first.state, second.state) == (DuesState.LATE, DuesState.DUE)
        assert (await whole.member(whole[1])).saved_minor == 6_00  # 1.00 at first; the fine is none
        again = await pay(whole, whole[1], 18_00)
        assert await owed(whole, whole[1]) == []
        seen = await mine(whole, whole[1])
        assert {view.state for view in seen.paid} == {DuesState.PAID}
        assert (made.amount_minor, again.amount_minor) == (6_00, 18_00)
        assert (await whole.member(whole[1])).saved_minor == 24_00
    await check_agreed(db)


async def test_money_for_one_plan_pays_no_other(db: Database, keys: KeyRing) -> None:
    with clock.frozen(MONDAY):
        whole = await circle(db, keys, 1, constitution=rules(a_plan(), a_plan(key="other")))
        await tick(whole)
        await pay(whole, whole[0], 15_00, "other")
        (left,) = await owed(whole, whole[0])
        assert (left.plan.key, left.dues.paid_minor) == ("weekly", 0)
        with pytest.raises(DuesPlanNotFound):
            await pay(whole, whole[0], 1_00, "nothing")


async def waive(whole: Circle, who: Someone, row: Dues) -> None:
    async with whole.db.transaction() as tx:
        await groups.waive_fine(tx, who.actor, whole.id, row.id, "she was ill")


async def test_a_treasurer_lets_a_fine_go_and_nobody_her_own(db: Database, keys: KeyRing) -> None:
    with clock.frozen(MONDAY) as held:
        whole = await circle(db, keys, 2, constitution=rules(), pot=2_00)
        await tick(whole)
        held.advance(timedelta(days=4))
        await tick(whole)
        rows = [(await owed(whole, who))[0].dues for who in whole.people]
        await waive(whole, whole[0], rows[1])
        (waived,) = await stated(whole, "fine_waived")
        assert (waived.person, waived.dues, waived.amount) == (whole[1].id, rows[1].id, inr(1_00))
        assert waived.audience == (whole.id, whole[1].id)
        for who, row, refusal in (
            (whole[0], rows[0], NoFineToWaive),
            (whole[0], rows[1], NoFineToWaive),
            (whole[1], rows[0], NotInYourRole),
        ):
            with pytest.raises(refusal):
                await waive(whole, who, row)
        await tick(whole)
        held.advance(WEEK)
        await tick(whole)
        view = (await owed(whole, whole[1]))[0]
        assert (view.dues.fine_minor, view.dues.fine_waived_minor) == (0, 1_00)
        await pay(whole, whole[1], 11_00)  # with the fine of the week after
        assert (await mine(whole, whole[1])).paid[0].state is DuesState.WAIVED
        async with db.transaction() as tx:
            log = (await groups.log(tx, whole[1].id, whole.id, None, 50)).items
        (line,) = [line for line in log if line.act == "fine_waived"]
        assert (line.actor, line.data) == (
            whole[0].id,
            {"amount_minor": 1_00, "reason": "she was ill"},
        )
    await check_agreed(db)


async def test_dues_are_taken_on_their_day_if_she_allows(db: Database, keys: KeyRing) -> None:
    with clock.frozen(MONDAY - timedelta(days=3)) as held:
        whole = await circle(db, keys, 2, constitution=rules())
        await tick(whole)
        await allow(whole, whole[1], 10_00)
        await tick(whole)
        assert await money_of(db, whole[1]) == 1_000_00  # its day has not come
        held.advance(timedelta(days=3))
        await asyncio.gather(*(tick(whole) for _ in range(3)))
        assert await money_of(db, whole[1]) == 990_00
        assert await owed(whole, whole[1]) == []
        assert len(await stated(whole, "dues_taken")) == 1
        async with db.transaction() as tx:
            await groups.stop_dues(tx, whole[1].actor, whole.id, "weekly")
        held.advance(WEEK)
        await tick(whole)
        assert await money_of(db, whole[1]) == 990_00
    await check_agreed(db)


async def test_a_failed_try_is_told_once_a_day_and_never_takes_more_than_she_said(
    db: Database, keys: KeyRing
) -> None:
    with clock.frozen(MONDAY) as held:
        whole = await circle(db, keys, 2, constitution=rules(a_plan(amount_minor=15_000_00)))
        bare = Actor(whole[1].id, whole[1].caller.session)
        with pytest.raises(StepUpRequired):
            async with db.transaction() as tx:
                await groups.allow_dues(tx, keys, ConsentOrder(bare, whole.id, "weekly", inr(1)))
        await allow(whole, whole[1], 15_000_00)
        for _ in range(3):
            await tick(whole)
        failed = await stated(whole, "dues_not_taken")
        assert [(fact.person, fact.reason) for fact in failed] == [
            (whole[1].id, "ledger.not_enough_money")
        ]
        held.advance(timedelta(days=1))
        await asyncio.gather(*(tick(whole) for _ in range(3)))
        assert len(await stated(whole, "dues_not_taken")) == 2
        assert await money_of(db, whole[1]) == 1_000_00
        await allow(whole, whole[1], 7_00)
        held.advance(timedelta(days=1))
        await tick(whole)
        assert await money_of(db, whole[1]) == 993_00
    await check_agreed(db)


async def test_an_officer_reminds_those_who_owe_once_a_day(db: Database, keys: KeyRing) -> None:
    with clock.frozen(MONDAY) as held:
        whole = await circle(db, keys, 3, constitution=rules(), pot=3_00)
        await tick(whole)
        await pay(whole, whole[0], 10_00)

        async def remind(who: Someone) -> int:
            async with db.transaction() as tx:
                return await groups.remind_dues(tx, who.actor, whole.id, "weekly")

        done = await asyncio.gather(*(remind(whole[0]) for _ in range(3)), return_exceptions=True)
        assert [each for each in done if not isinstance(each, RemindedToday)] == [2]
        with pytest.raises(NotInYourRole):
            await remind(whole[1])
        held.advance(timedelta(days=1))
        await pay(whole, whole[1], 10_00)
        assert await remind(whole[0]) == 1
        asked = [fact for fact in await stated(whole, "dues_reminded") if fact.what == "asked"]
    assert sorted(fact.person for fact in asked) == sorted([whole[1].id, whole[2].id, whole[2].id])
    assert {fact.audience for fact in asked} == {(whole[1].id,), (whole[2].id,)}


async def test_two_contributions_and_the_job_at_once_lose_nothing(
    db: Database, keys: KeyRing
) -> None:
    with clock.frozen(MONDAY) as held:
        whole = await circle(db, keys, 2, constitution=rules(), pot=2_00)
        held.advance(2 * WEEK)
        await asyncio.gather(tick(whole), *(pay(whole, whole[1], 3_00) for _ in range(4)))
        await asyncio.gather(
            *(pay(whole, whole[1], 3_00) for _ in range(5)), tick(whole), tick(whole)
        )
        seen = await mine(whole, whole[1])
        rows = [view.dues for view in (*seen.open, *seen.paid)]
        assert len(rows) == 3
        async with db.transaction() as tx:
            lines = (
                await groups.statement(tx, whole[1].id, whole.id, EVERY_LINE, (None, 50))
            ).items
        given_in = sum(line.amount_minor for line in lines if line.member_id == rows[0].member_id)
        paid = sum(row.paid_minor + row.fine_paid_minor for row in rows)
        fines = sum(row.fine_paid_minor for row in rows)
        assert (await whole.member(whole[1])).saved_minor == given_in - fines
        # The second five came when all rows stood, so they paid dues as long as there were any.
        assert 15_00 <= paid <= given_in == 28_00
    await check_agreed(db)
