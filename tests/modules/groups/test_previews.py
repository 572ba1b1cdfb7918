"""Rules that are being written: the next days of dues, and what a loan would cost by a product."""

from typing import Any

import pytest
from tests.modules.groups.test_api import Json, done, refused
from tests.modules.payments.client import Client, rupees

PRODUCT = {"key": "loan", "name": "Loan", "rate_bps": 200, "max_count": 12}


async def days_of(who: Client, **plan: Any) -> list[str]:
    """Far from now, so that it never matters which day it is."""
    body = {"rhythm": "rule", "starts_on": "2100-11-22", **plan}
    return list(done(await who("POST", "/groups/dues/preview", body))["days"])


@pytest.mark.parametrize(
    ("plan", "days"),
    [
        (
            {"rule": "FREQ=MONTHLY;BYMONTHDAY=-1"},
            ["2100-11-30", "2100-12-31", "2101-01-31", "2101-02-28", "2101-03-31"],
        ),
        (
            {"rule": "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH;COUNT=3"},
            ["2100-11-22", "2100-11-25", "2100-12-06"],
        ),
        ({"rule": "FREQ=WEEKLY;BYDAY=MO;UNTIL=21001129"}, ["2100-11-22", "2100-11-29"]),
        ({"rule": "FREQ=WEEKLY;BYDAY=MO;UNTIL=20200203", "starts_on": "2020-01-01"}, []),
        (
            {"rhythm": "monthly", "day": 31, "every": 2, "starts_on": "2100-12-01"},
            ["2100-12-31", "2101-02-28", "2101-04-30", "2101-06-30", "2101-08-31"],
        ),
    ],
    ids=["last day", "times", "until", "over", "native"],
)
async def test_the_next_days_are_told(as_asha: Client, plan: Json, days: list[str]) -> None:
    assert await days_of(as_asha, **plan) == days


@pytest.mark.parametrize(
    ("plan", "where", "reason"),
    [
        ({"rule": "FREQ=DAILY"}, "rule", "it is WEEKLY, MONTHLY or YEARLY"),
        ({"rule": "every monday"}, "rule", "it cannot be read"),
        ({"rule": "FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30"}, "rule", "there is no such day"),
        ({"rule": ""}, "rule", "is there if and only if dues go by it"),
        ({"rule": "FREQ=WEEKLY", "starts_on": "soon"}, "starts_on", "is a day, YYYY-MM-DD"),
        ({"rhythm": "weekly", "every": 53}, "every", "is 1 to 52"),
    ],
)
async def test_what_is_wrong_with_a_plan_is_named(
    as_asha: Client, plan: Json, where: str, reason: str
) -> None:
    body = {"rhythm": "rule", "starts_on": "2026-11-22", **plan}
    answer = await as_asha("POST", "/groups/dues/preview", body)
    assert refused(answer) == (400, "groups.constitution_invalid")
    assert answer.json()["facts"] == {"path": f"dues.plan.{where}", "reason": reason}


async def test_an_example_has_the_yearly_rate_and_adds_up(as_asha: Client) -> None:
    body = {"product": PRODUCT, "amount": rupees(12_000), "count": 12}
    found = done(await as_asha("POST", "/groups/loans/example", body))
    assert found["cost"]["apr_bps"] == 2400
    assert sum(row["principal"]["minor"] for row in found["rows"]) == 12_000_00
    assert sum(row["total"]["minor"] for row in found["rows"]) == found["cost"]["total"]["minor"]
    with_fee = {**body, "product": {**PRODUCT, "fee_bps": 200}}
    dearer = done(await as_asha("POST", "/groups/loans/example", with_fee))
    assert dearer["cost"]["apr_bps"] > 2400
    wrong = {**body, "product": {**PRODUCT, "min_count": 13}}
    assert refused(await as_asha("POST", "/groups/loans/example", wrong)) == (
        400,
        "groups.constitution_invalid",
    )
    none = {**body, "amount": rupees(0)}
    assert refused(await as_asha("POST", "/groups/loans/example", none)) == (
        400,
        "groups.loan_terms_invalid",
    )
