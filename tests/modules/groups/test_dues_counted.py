"""Any history of dues comes out as another way of counting says."""

from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck
from hypothesis import given as for_all
from hypothesis import settings as drawn
from hypothesis import strategies as st
from tests.modules.groups.dues_given import MONDAY, D, check_agreed, mine, rules, tick
from tests.modules.groups.given import Circle, a_key, contribute, create
from tests.modules.payments import given
from tests.modules.payments.given import Someone, inr

from batua.kit import clock
from batua.kit.db import Database
from batua.kit.secrets import KeyRing
from batua.modules.groups.types import (
    ContributeOrder,
)

Deed = tuple[str, int, int]
DEEDS = st.lists(
    st.tuples(
        st.sampled_from(["days", "pay", "pay", "tick"]), st.integers(0, 1), st.integers(1, 12)
    ),
    min_size=3,
    max_size=9,
)


Rows = dict[date, list[int]]
"""By day: due, paid, fine, fine paid."""


def write(rows: Rows, since: date, until: date) -> None:
    """Every Monday after a day, a second day included."""
    for n in range(1, (until - since).days + 1):
        day = since + timedelta(days=n)
        if day.weekday() == 0:
            rows[day] = [10, 0, 0, 0]


def fine(rows: Rows, today: date) -> None:
    for day, row in rows.items():
        if row[0] > row[1] and (today - day).days > 2:
            row[2] = 1


def take(rows: Rows) -> int:
    """One rupee goes where it belongs; how much of it is savings."""
    for which in (2, 0):
        for _, row in sorted(rows.items()):
            if row[which] > row[which + 1]:
                row[which + 1] += 1
                return int(which == 0)
    return 1


def counted(
    deeds: Sequence[Deed], start: date
) -> tuple[dict[int, dict[date, tuple[int, int]]], dict[int, int]]:
    """What was paid of each row, (dues, fine), and what was saved: counted by another way, day by
    day and rupee by rupee, with a fine of one rupee after two days of grace.
    """
    today, written = start, start - timedelta(days=1)
    rows: dict[int, Rows] = {0: {}, 1: {}}
    saved = {0: 0, 1: 0}
    for what, who, amount in deeds:
        if what == "days":
            today += timedelta(days=amount)
        elif what == "tick":
            for each in rows.values():
                write(each, written, today + timedelta(days=3))
                fine(each, today)
            written = today + timedelta(days=3)
        else:
            fine(rows[who], today)
            saved[who] += sum(take(rows[who]) for _ in range(amount))
    paid = {
        who: {day: (row[1] * 100, row[3] * 100) for day, row in each.items()}
        for who, each in rows.items()
    }
    return paid, {who: rupees * 100 for who, rupees in saved.items()}


@drawn(
    max_examples=20,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@for_all(deeds=DEEDS)
async def test_any_history_is_as_it_is_counted(
    db: Database, keys: KeyRing, people: list[Someone], deeds: list[Deed]
) -> None:
    with clock.frozen(MONDAY) as held:
        whole = Circle(db, keys, await create(db, people[0], constitution=rules()), people[:1])
        await whole.join(people[1])
        for what, who, amount in deeds:
            if what == "days":
                held.advance(timedelta(days=amount))
            elif what == "tick":
                await tick(whole)
            else:
                await pay_agreed(whole, whole[who], amount * 100)
        paid, saved = counted(deeds, D)
        for n, who in enumerate(whole.people):
            seen = await mine(whole, who)
            rows = [view.dues for view in (*seen.open, *seen.paid)]
            found = {row.due_on: (row.paid_minor, row.fine_paid_minor) for row in rows}
            assert found == paid[n]
            assert (await whole.member(who)).saved_minor == saved[n]
    await check_agreed(db)


@pytest.fixture
async def people(db: Database, keys: KeyRing) -> list[Someone]:
    return [
        await given.someone(db, keys, f"Person {n}", f"+9198761{n:05d}", money=5_000_00)
        for n in range(2)
    ]


async def pay_agreed(whole: Circle, who: Someone, minor: int) -> None:
    """Money for which the PIN is not asked: the clock has moved on since it was given."""
    order = ContributeOrder(who.actor, whole.id, inr(minor), "", a_key(), is_agreed=True)
    await contribute(whole.db, whole.keys, order)
