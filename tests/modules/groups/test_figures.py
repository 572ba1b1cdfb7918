"""Figures: sums of loans, dues and months against a count of their own, and where members stand."""

import csv
import io
import random
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given as examples
from hypothesis import strategies as st
from tests.modules.groups.given import Circle, circle
from tests.modules.groups.test_api import done, let_in, made
from tests.modules.groups.test_loans import LENDS, lent, repay, view, wanted
from tests.modules.payments import given as payments_given
from tests.modules.payments.client import Client, rupees
from tests.modules.payments.given import Someone

from batua.kit import clock
from batua.kit.db import Database, fetch_all
from batua.kit.secrets import KeyRing
from batua.modules.groups import service as groups
from batua.modules.groups.rules import figures as rules
from batua.modules.groups.rules import repaying
from batua.modules.groups.store import loan as loan_store
from batua.modules.groups.types import Figures, Loan, MonthSums, Position, Row, Sums


async def sums(whole: Circle) -> Figures:
    async with whole.db.read() as tx:
        return await groups.sums(tx, whole[0].id, whole.id)


async def positions(whole: Circle) -> list[Position]:
    async with whole.db.read() as tx:
        return list((await groups.positions(tx, whole[0].id, whole.id, (None, 100))).items)


async def fresh(whole: Circle, n: int) -> Someone:
    """The same person with a proof of her PIN that is good now."""
    who = whole[n]
    proof = await payments_given.prove(whole.db, whole.keys, who.caller)
    return Someone(who.person, who.caller, who.access_token, proof)


def without_fines(row: Sums) -> int:
    return row.total - row.fine


def timely(at: datetime, portion: dict[str, Any], due: dict[int, Row]) -> bool:
    """Whether some money paid what has fallen due by now, and by its day."""
    row = due.get(portion["n"])
    is_of_it = portion["part"] != "fine" and not portion["is_early"]
    return row is not None and is_of_it and at.date() <= row.due_on


async def counted(whole: Circle, loans: list[Loan], today: date) -> dict[str, int]:
    """The figures of loans, counted row by row and repayment by repayment."""
    found = dict.fromkeys(("outstanding", "overdue", "fallen", "on_time", "earned", "at_risk"), 0)
    portfolio = []
    async with whole.db.read() as tx:
        for loan in loans:
            rows = await loan_store.rows(tx, loan.id)
            due = {row.n: row for row in rows if row.due_on < today}
            portfolio.append(rows)
            found["overdue"] += sum(row.left.total for row in due.values())
            found["fallen"] += sum(without_fines(row.due) for row in due.values())
            paid = await fetch_all(
                tx,
                "SELECT paid_at, portions FROM groups.repayment WHERE loan_id = %(id)s",
                {"id": loan.id},
            )
            parts = [(at, each) for at, portions in paid for each in portions]
            found["earned"] += sum(
                each["minor"] for _, each in parts if each["part"] != "principal"
            )
            found["on_time"] += sum(each["minor"] for at, each in parts if timely(at, each, due))
    risk = repaying.portfolio(portfolio, today)
    return {**found, "outstanding": risk.outstanding_minor, "at_risk": risk.at_risk_minor}


@pytest.mark.parametrize("seed", range(3))
async def test_the_figures_of_loans_agree_with_a_count(
    db: Database, keys: KeyRing, seed: int
) -> None:
    dice = random.Random(seed)
    whole = await circle(db, keys, 4, pot=400_00, constitution=LENDS)
    with clock.frozen(clock.now()) as held:
        loans = [
            await lent(whole, whole[n], wanted=wanted(30_00, dice.randint(2, 4))) for n in (1, 2, 3)
        ]
        assert (await sums(whole)).lending.outstanding_minor == 90_00
        for _ in range(8):
            held.advance(timedelta(days=dice.randint(3, 25)))
            n = dice.randint(1, 3)
            seen = await view(whole, loans[n - 1])
            if seen.loan.outstanding_minor and dice.random() < 0.7:
                most = min(seen.payoff_minor, 20_00)
                await repay(whole, await fresh(whole, n), loans[n - 1], dice.randint(1, most))
            today = clock.now().date()
            found, by_hand = (await sums(whole)).lending, await counted(whole, loans, today)
            assert by_hand == {
                "outstanding": found.outstanding_minor,
                "overdue": found.overdue_minor,
                "fallen": found.fallen_due_minor,
                "on_time": found.on_time_minor,
                "earned": found.earned_minor,
                "at_risk": found.at_risk_minor,
            }
            standing = [each.standing for each in await positions(whole)]
            assert sum(each.loan_minor for each in standing) == found.outstanding_minor
            assert sum(each.overdue_minor for each in standing) == found.overdue_minor
        held.advance(timedelta(days=200))
        last = await sums(whole)
        assert last.lending.at_risk_minor == last.lending.outstanding_minor > 0
        assert last.at_risk_bps == 10_000
    assert (found.loans, found.lent_minor, found.written_off_minor) == (3, 90_00, 0)


async def test_a_group_without_loans_has_no_shares(db: Database, keys: KeyRing) -> None:
    whole = await circle(db, keys, 2, pot=50_00)
    found = await sums(whole)
    assert (found.at_risk_bps, found.on_time_bps, found.dues_owed_minor) == (None, None, 0)
    assert len(found.months) == 12
    assert (found.months[-1].in_minor, found.months[-1].out_minor) == (50_00, 0)
    assert all(each.in_minor == each.out_minor == 0 for each in found.months[:-1])
    assert found.months[-1].month == found.today.replace(day=1)


@examples(today=st.dates(date(2020, 1, 31), date(2040, 12, 31)))
def test_twelve_months_follow_one_another(today: date) -> None:
    months = [each.month for each in rules.every_month([], today)]
    assert months[-1] == today.replace(day=1) and months[0] == rules.first_month(today)
    for before, after in zip(months, months[1:], strict=False):
        assert (before + timedelta(days=31)).replace(day=1) == after


def test_a_month_that_moved_is_told_in_its_place() -> None:
    moved = MonthSums(month=date(2026, 2, 1), in_minor=5, out_minor=3)
    months = rules.every_month([moved], date(2026, 4, 30))
    assert months[-3] is moved
    assert sum(each.in_minor for each in months) == 5


@pytest.mark.parametrize(
    ("part", "whole", "bps"), [(0, 0, None), (1, 0, None), (0, 5, 0), (1, 3, 3333), (5, 5, 10_000)]
)
def test_shares(part: int, whole: int, bps: int | None) -> None:
    assert rules.share_bps(part, whole) == bps


async def test_figures_and_positions_over_http(as_asha: Client, as_bina: Client) -> None:
    group = await made(as_asha)
    await let_in(as_asha, group, as_bina)
    path = f"/groups/{group['id']}"
    done(await as_bina("POST", f"{path}/transactions", {"amount": rupees(70)}))
    found: dict[str, Any] = done(await as_asha("GET", f"{path}/figures"))
    assert (found["outstanding"], found["on_time_bps"], found["members_behind"]) == (
        rupees(0),
        None,
        0,
    )
    assert (found["months"][-1]["came"], found["months"][-1]["went"]) == (rupees(70), rupees(0))
    first = done(await as_bina("GET", f"{path}/positions?limit=1"))
    rest = done(await as_bina("GET", f"{path}/positions?cursor={first['next']}"))
    assert [each["person"]["name"] for each in (*first["items"], *rest["items"])] == [
        "Asha Devi",
        "Bina Kumari",
    ]
    assert [each["saved"] for each in (*first["items"], *rest["items"])] == [rupees(0), rupees(70)]
    assert rest["next"] is None
    file = await as_bina("GET", f"{path}/positions/export.csv")
    rows = list(csv.DictReader(io.StringIO(file.text.removeprefix("\ufeff"))))
    assert [(row["name"], row["saved"], row["role"]) for row in rows] == [
        ("Asha Devi", "0.00", "chair"),
        ("Bina Kumari", "70.00", "member"),
    ]
