"""Limits and the PIN: asked, counted and refused in the payer's own time zone."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from tests.modules.payments import given
from tests.modules.payments.given import Someone, inr, order, refused

from batua.kit import clock
from batua.kit.db import Database, execute
from batua.kit.money import Currency
from batua.kit.secrets import KeyRing
from batua.modules.identity.errors import StepUpExpired, StepUpRequired
from batua.modules.payments import service as payments
from batua.modules.payments.errors import (
    DayLimitReached,
    MonthLimitReached,
    SendLimitReached,
)
from batua.modules.payments.types import Actor, SendOrder

pytestmark = pytest.mark.usefixtures("both_ways")


async def test_the_pin_is_asked_for_someone_new_and_from_the_limit_on(
    db: Database, keys: KeyRing, asha: Someone, bina: Someone
) -> None:
    await refused(db, keys, order(asha, bina, inr(1), pin=False), StepUpRequired)
    await given.send(db, keys, asha, bina, inr(1))
    await given.send(db, keys, asha, bina, inr(499_99), pin=False)
    await refused(db, keys, order(asha, bina, inr(500_00), pin=False), StepUpRequired)


async def test_someone_who_only_paid_the_payer_is_still_new_to_her(
    db: Database, keys: KeyRing, asha: Someone, bina: Someone
) -> None:
    await given.send(db, keys, asha, bina, inr(100))
    await refused(db, keys, order(bina, asha, inr(1), pin=False), StepUpRequired)


async def test_a_pin_given_in_another_session_or_too_long_ago_does_not_count(
    db: Database, keys: KeyRing, asha: Someone, bina: Someone
) -> None:
    foreign = SendOrder(Actor(asha.id, asha.caller.session, bina.step_up), bina.id, inr(1), "", "k")
    await refused(db, keys, foreign, StepUpRequired)
    with clock.frozen(clock.now() + timedelta(minutes=5, seconds=1)):
        await refused(db, keys, order(asha, bina, inr(1)), StepUpExpired)


@pytest.fixture
def rupees_50(database: str) -> Any:
    """Rules of 50 rupees a send, 100 a day, 300 a month from now on."""

    async def write(db: Database) -> None:
        owner = Database(db.settings, role=None)
        await owner.open()
        async with owner.transaction() as tx:
            for kind, minor in (("per_send", 50_00), ("day", 100_00), ("month", 300_00)):
                await execute(
                    tx,
                    "INSERT INTO payments.limit_rule"
                    " (kind, tier, currency, amount_minor, valid_from)"
                    " VALUES (%(kind)s, 'basic', 'INR', %(minor)s, '2026-01-01')",
                    {"kind": kind, "minor": minor},
                )
        await owner.close()

    return write


async def test_one_send_has_a_limit(
    db: Database, keys: KeyRing, asha: Someone, bina: Someone, rupees_50: Any
) -> None:
    await rupees_50(db)
    refusal = await refused(db, keys, order(asha, bina, inr(50_01)), SendLimitReached)
    assert refusal.facts() == {"limit": inr(50_00)}
    await given.send(db, keys, asha, bina, inr(50_00))


async def test_the_day_and_the_month_are_those_of_the_payers_own_zone(
    db: Database, keys: KeyRing, asha: Someone, bina: Someone, rupees_50: Any
) -> None:
    await rupees_50(db)

    def at(day: int, hour: int, minute: int = 0) -> Any:
        # India is 5:30 ahead, so its midnight is at 18:30 UTC.
        return clock.frozen(datetime(2027, 3, day, hour, minute, tzinfo=UTC))

    async def spend(*amounts: int) -> None:
        for amount in amounts:
            await given.send(db, keys, await fresh(), bina, inr(amount))

    async def fresh() -> Someone:
        proof = await given.prove(db, keys, asha.caller)
        return Someone(asha.person, asha.caller, asha.access_token, proof)

    with at(9, 19):
        await spend(50_00, 49_99)
        refusal = await refused(db, keys, order(await fresh(), bina, inr(2)), DayLimitReached)
        assert refusal.facts() == {
            "limit": inr(100_00),
            "left": inr(1),
            "resets_at": datetime(2027, 3, 10, 18, 30, tzinfo=UTC),
        }
        await spend(1)
    with at(10, 18, 29):
        await refused(db, keys, order(await fresh(), bina, inr(1)), DayLimitReached)
    with at(10, 18, 30):
        await spend(50_00, 50_00)
    with at(20, 12):
        await spend(50_00, 49_00)
    with at(21, 12):
        refusal = await refused(db, keys, order(await fresh(), bina, inr(1_01)), MonthLimitReached)
        assert refusal.facts() == {
            "limit": inr(300_00),
            "left": inr(1_00),
            "resets_at": datetime(2027, 3, 31, 18, 30, tzinfo=UTC),
        }
    with at(31, 18, 30):
        await spend(50_00)


async def test_a_new_rule_counts_from_its_beginning(
    db: Database, keys: KeyRing, asha: Someone, bina: Someone
) -> None:
    owner = Database(db.settings, role=None)
    await owner.open()
    async with owner.transaction() as tx:
        await execute(
            tx,
            "INSERT INTO payments.limit_rule"
            " (kind, tier, currency, amount_minor, valid_from, valid_until) VALUES"
            " ('per_send', 'basic', 'INR', 1000, '2030-01-01 00:00Z', '2030-02-01 00:00Z')",
        )
    await owner.close()

    async def cap(at: datetime) -> int:
        with clock.frozen(at):
            async with db.read() as tx:
                return (await payments.limits(tx, keys, asha.id, Currency("INR"))).per_send.minor

    assert await cap(datetime(2029, 12, 31, 23, 59, 59, tzinfo=UTC)) == 50_000_00
    assert await cap(datetime(2030, 1, 1, tzinfo=UTC)) == 1000
    assert await cap(datetime(2030, 2, 1, tzinfo=UTC)) == 50_000_00


async def test_a_currency_without_rules_of_its_own_takes_those_of_any(
    db: Database, keys: KeyRing, asha: Someone
) -> None:
    async with db.read() as tx:
        found = {
            code: (await payments.limits(tx, keys, asha.id, Currency(code))).per_send.minor
            for code in ("USD", "JPY", "KWD")
        }
    assert found == {"USD": 500_00, "JPY": 500, "KWD": 500_000}


async def test_a_send_bears_the_time_that_its_limits_were_looked_at(
    db: Database, keys: KeyRing, asha: Someone, bina: Someone
) -> None:
    async def spend(who: Someone, minor: int) -> None:
        await given.send(db, keys, who, bina, inr(minor))

    await given.check_midnight(db, keys, asha, spend)
