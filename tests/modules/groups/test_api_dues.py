"""The HTTP of dues: who has paid and who has not, paying, allowing, reminding, letting a fine go."""

import csv
import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from tests.modules.groups.test_api import Json, done, let_in, made, refused
from tests.modules.payments import given
from tests.modules.payments.client import Client, rupees

from batua.kit import clock
from batua.kit.clock import FrozenClock
from batua.kit.db import Database
from batua.kit.jobs import Context
from batua.kit.secrets import KeyRing
from batua.modules.groups import jobs
from batua.modules.identity import service as identity

FRIDAY = datetime(2027, 3, 5, 13, 0, tzinfo=UTC)
PLAN: Json = {
    "key": "weekly",
    "name": "=Weekly",
    "amount_minor": 10_00,
    "rhythm": "weekly",
    "weekday": 1,
    "starts_on": "2027-03-08",
    "fine": {"kind": "flat", "flat_minor": 1_00, "grace_days": 1},
}
RULES: Json = {"admission": "invited", "vote": {"second_factor_minor": 100_00}, "dues": [PLAN]}


@pytest.fixture(autouse=True)
def held() -> Iterator[FrozenClock]:
    """It is Friday before anybody signs in; her session lasts as long as a test."""
    with clock.frozen(FRIDAY) as found:
        yield found


async def passes(
    held: FrozenClock, days: int, db: Database, keys: KeyRing, *people: Client
) -> None:
    """Some days pass; then people sign in again and the worker does what it does in a minute."""
    held.advance(timedelta(days=days))
    for client in people:
        async with db.transaction() as tx:
            place = identity.Place(None, "Phone")
            signed = await identity.open_session(tx, keys, client.who.person, place)
        caller = replace(client.who.caller, session=signed.session, device=signed.device)
        proof = await given.prove(db, keys, caller)
        client.who = replace(
            client.who, caller=caller, access_token=signed.access_token, step_up=proof
        )
    await tick(db, keys)


async def tick(db: Database, keys: KeyRing) -> None:
    context = Context(db, {"keys": keys})
    await jobs.write_dues(context)
    await jobs.look_at_dues(context)


async def grid(who: Client, path: str, **more: Any) -> Json:
    return dict(done(await who("GET", f"{path}/dues/plans/weekly", params=more)))


def states(found: Json) -> dict[str, list[str | None]]:
    return {
        line["person"]["name"]: [cell and cell["state"] for cell in line["cells"]]
        for line in found["items"]
    }


async def test_who_has_paid_and_who_has_not(
    db: Database, keys: KeyRing, held: FrozenClock, as_asha: Client, as_bina: Client
) -> None:
    group = await made(as_asha, constitution=RULES)
    path = f"/groups/{group['id']}"
    await let_in(as_asha, group, as_bina)
    (plan,) = done(await as_asha("GET", f"{path}/dues"))["items"]
    assert (plan["plan"]["name"], plan["next_on"], plan["newest"]) == (
        "=Weekly",
        "2027-03-08",
        None,
    )
    await tick(db, keys)
    mine = done(await as_bina("GET", f"{path}/dues/mine"))
    assert (mine["owed"]["minor"], mine["open"][0]["state"]) == (10_00, "due")
    assert mine["coming"][0]["due_on"] == "2027-03-15"
    assert done(await as_bina("GET", path))["needs"]["dues"] is None  # its day has not come

    body = {"amount": rupees(12), "plan": "weekly"}
    done(await as_asha("POST", f"{path}/transactions", body))
    body = {"amount": rupees(4), "plan": "weekly"}
    done(await as_bina("POST", f"{path}/transactions", body))
    found = await grid(as_bina, path)
    assert states(found) == {"Asha Devi": ["paid"], "Bina Kumari": ["part_paid"]}
    (period,) = found["periods"]
    assert (period["members"], period["paid"], period["part_paid"]) == (2, 1, 1)
    assert (period["due"]["minor"], period["got"]["minor"]) == (20_00, 14_00)

    await passes(held, 9, db, keys, as_asha, as_bina)  # Sunday a week later
    found = await grid(as_asha, path)
    assert states(found) == {"Asha Devi": ["due", "paid"], "Bina Kumari": ["due", "late"]}
    assert states(await grid(as_asha, path, owing=True, periods=2, until="2027-03-08")) == {
        "Bina Kumari": ["late"]
    }
    first = await grid(as_asha, path, limit=1)
    rest = await grid(as_asha, path, limit=1, cursor=first["next"])
    assert [*states(first), *states(rest)] == ["Asha Devi", "Bina Kumari"]
    assert rest["next"] is None
    needs = done(await as_bina("GET", path))["needs"]["dues"]
    assert (needs["count"], needs["left"]["minor"]) == (1, 7_00)
    assert refused(await as_asha("GET", f"{path}/dues/plans/nothing")) == (
        404,
        "groups.dues_plan_not_found",
    )

    file = await as_bina("GET", f"{path}/dues/export.csv")
    rows = list(csv.DictReader(io.StringIO(file.text.removeprefix("\ufeff"))))
    assert [(row["due_on"], row["name"], row["state"]) for row in rows][-2:] in (
        [("2027-03-08", "Asha Devi", "paid"), ("2027-03-08", "Bina Kumari", "late")],
        [("2027-03-08", "Bina Kumari", "late"), ("2027-03-08", "Asha Devi", "paid")],
    )
    assert {row["plan"] for row in rows} == {"'=Weekly"}  # nothing that a spreadsheet would run


async def test_officers_remind_once_a_day_and_let_fines_go(
    db: Database, keys: KeyRing, held: FrozenClock, as_asha: Client, as_bina: Client
) -> None:
    group = await made(as_asha, constitution=RULES)
    path = f"/groups/{group['id']}"
    await let_in(as_asha, group, as_bina)
    await passes(held, 6, db, keys, as_asha, as_bina)
    remind = f"{path}/dues/plans/weekly/remind"
    assert done(await as_asha("POST", remind)) == {"members": 2}
    assert refused(await as_asha("POST", remind)) == (429, "groups.reminded_today")
    assert refused(await as_bina("POST", remind)) == (403, "groups.not_in_your_role")
    of_asha, of_bina = [
        done(await who("GET", f"{path}/dues/mine"))["open"][0] for who in (as_asha, as_bina)
    ]
    assert of_bina["fine"]["minor"] == 1_00
    waive = f"{path}/dues/rows/{of_bina['id']}/waive"
    assert refused(await as_bina("POST", waive, {})) == (403, "groups.not_in_your_role")
    waived = done(await as_asha("POST", waive, {"reason": "She was ill"}))
    assert (waived["fine"]["minor"], waived["fine_waived"]["minor"]) == (0, 1_00)
    assert waived["left"]["minor"] == 10_00
    for id in (of_bina["id"], of_asha["id"]):
        again = await as_asha("POST", f"{path}/dues/rows/{id}/waive", {})
        assert refused(again) == (409, "groups.no_fine_to_waive")
    line = done(await as_bina("GET", f"{path}/log"))["items"][0]
    assert line["act"] == "fine_waived"


async def test_she_allows_and_stops_what_is_taken_by_itself(
    db: Database, keys: KeyRing, held: FrozenClock, as_asha: Client
) -> None:
    group = await made(as_asha, constitution=RULES)
    path = f"/groups/{group['id']}"
    automatic = f"{path}/dues/plans/weekly/automatic"
    bare = {"Step-Up-Token": None}
    assert refused(await as_asha("PUT", automatic, {"most": rupees(10)}, headers=bare)) == (
        403,
        "identity.step_up_required",
    )
    done(await as_asha("PUT", automatic, {"most": rupees(10)}))
    await tick(db, keys)
    (coming,) = done(await as_asha("GET", f"{path}/dues/mine"))["coming"]
    assert coming["automatic"]["most"]["minor"] == 10_00
    await passes(held, 3, db, keys, as_asha)
    mine = done(await as_asha("GET", f"{path}/dues/mine"))
    assert (mine["open"], mine["paid"][0]["state"]) == ([], "paid")
    for _ in range(2):
        done(await as_asha("DELETE", automatic))
    assert done(await as_asha("GET", f"{path}/dues/mine"))["coming"][0]["automatic"] is None
