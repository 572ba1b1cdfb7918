"""The delivery log: each filter finds its lines by an index, nobody is looked for unseen."""

from datetime import timedelta
from typing import Any

import httpx
import pytest_asyncio
from tests.modules.groups.given import NOON
from tests.modules.notifications.dispatching import REFUSED, Debt, Wire, indebted
from tests.modules.payments import given
from tests.modules.payments.client import Client

from batua.kit import clock
from batua.kit.db import Database, execute, fetch_all
from batua.kit.ids import new_id
from batua.kit.secrets import KeyRing
from batua.kit.spreadsheet import BYTE_ORDER_MARK
from batua.kit.web import AppParts, WebSettings, create_app
from batua.modules.identity import service as identity
from batua.modules.notifications.api import deliveries
from batua.modules.notifications.types import (
    PERMISSIONS,
    Delivery,
    DeliveryReport,
    DispatchState,
    Via,
)

LATE = NOON + timedelta(days=35)
NAMED = DeliveryReport(Delivery.ACCEPTED, provider_ref="SM77", provider="twilio")


@pytest_asyncio.fixture
async def http(db: Database, keys: KeyRing) -> Any:
    app = create_app(
        AppParts(
            db=db,
            keys=keys,
            routes=deliveries.ROUTES,
            authenticate=identity.Authenticator(db, keys),
            grants=PERMISSIONS,
            web_settings=WebSettings(public_url="https://batua.example", rate_factor=1000),
        )
    )
    transport = httpx.ASGITransport(app, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://batua.test") as client:
        yield client


async def in_role(http: Any, debt: Debt, role: str, last: int) -> Client:
    roles = frozenset({"person", role})
    phone = f"+91981239999{last}"
    who = await given.someone(debt.db, debt.keys, f"Om {role}", phone, roles=roles)
    return Client(http, who)


async def sought(who: Client, **wanted: Any) -> list[str]:
    answer = await who("POST", "/deliveries/search", wanted)
    assert answer.status_code == 200, answer.text
    return [one["id"] for one in answer.json()["items"]]


async def test_officers_find_what_they_look_for(db: Database, keys: KeyRing, http: Any) -> None:
    debt = await indebted(db, keys, handle="sita.d")
    sita = str(debt.debtor.id)
    with clock.frozen(LATE) as held:
        text = str((await debt.send(await debt.queue(), Wire([NAMED]))).id)
        held.advance(timedelta(minutes=1))
        mail = await debt.send(await debt.queue(Via.EMAIL), Wire([REFUSED]))
        om = await in_role(http, debt, "support", 1)
        both = [str(mail.id), text]
        line = (await om("POST", "/deliveries/search", {"provider": "twilio"})).json()["items"][0]
        for wanted, found in (
            ({}, both),
            ({"person": sita}, both),
            ({"phone": " +91 98123 00001"}, both),
            ({"handle": "sita.d@batua"}, both),
            ({"handle": "nobody@batua"}, []),
            ({"person": str(new_id())}, []),
            ({"phone": "+919812300009"}, []),
            ({"kind": "group_loan_late"}, both),
            ({"kind": "new_device"}, []),
            ({"channel": "sms"}, [text]),
            ({"state": "failed", "person": sita}, [str(mail.id)]),
            ({"provider": "twilio"}, [text]),
            ({"provider": "smtp"}, []),
            ({"reference": "SM77"}, [text]),
            ({"reference": text}, [text]),
            ({"reference": line["reference"].upper()}, [text]),
            ({"reference": str(new_id())}, []),
            ({"since": mail.queued_at.isoformat()}, [str(mail.id)]),
            ({"until": mail.queued_at.isoformat()}, [text]),
        ):
            assert await sought(om, **wanted) == found, wanted
        first = (await om("POST", "/deliveries/search", {"person": sita, "limit": 1})).json()
        more = {"person": sita, "limit": 1, "cursor": first["next"]}
        second = (await om("POST", "/deliveries/search", more)).json()
    assert [first["items"][0]["id"], second["items"][0]["id"]] == both
    assert second["next"] is None


async def test_a_person_is_named_once_and_well(db: Database, keys: KeyRing, http: Any) -> None:
    debt = await indebted(db, keys)
    om = await in_role(http, debt, "support", 1)
    for wanted, code in (
        ({"phone": "+919812300001", "handle": "sita@batua"}, "notifications.seek_one"),
        ({"phone": "12"}, "identity.bad_phone"),
        ({"handle": "!"}, "identity.bad_handle"),
    ):
        for path in ("search", "export.csv"):
            refused = await om("POST", f"/deliveries/{path}", wanted)
            assert (refused.status_code, refused.json()["code"]) == (400, code)
    for wrong in ({"kind": "pigeon"}, {"since": "2026-11-21T09:30:00"}, {"limit": 101}):
        assert (await om("POST", "/deliveries/search", wrong)).status_code == 400


async def test_each_look_is_written_down_with_whom_it_was_for(
    db: Database, keys: KeyRing, http: Any
) -> None:
    debt = await indebted(db, keys)
    om, asha = await in_role(http, debt, "support", 1), await in_role(http, debt, "auditor", 2)
    await sought(om)
    await sought(om, phone="+919812300001")
    await sought(om, phone="+919812300009")
    await om("POST", "/deliveries/export.csv", {"person": str(debt.debtor.id)})
    page = (await asha("GET", "/deliveries/looks?limit=3")).json()
    rest = (await asha("GET", f"/deliveries/looks?cursor={page['next']}")).json()
    found = [(one["act"], one["subject"]) for one in page["items"] + rest["items"]]
    sita = str(debt.debtor.id)
    assert found == [("exported", sita), ("searched", None), ("searched", sita), ("searched", None)]
    assert len({one["actor"] for one in page["items"]}) == 1
    assert all(one["session"] for one in page["items"])
    assert (await om("GET", "/deliveries/looks")).status_code == 403
    assert (await asha("POST", "/deliveries/search", {})).status_code == 403


async def test_what_is_found_is_taken_away_as_a_file(
    db: Database, keys: KeyRing, http: Any
) -> None:
    debt = await indebted(db, keys)
    with clock.frozen(LATE):
        sent = await debt.send(await debt.queue(), Wire([NAMED]))
        await debt.queue(Via.EMAIL)
        om = await in_role(http, debt, "support", 1)
        answer = await om("POST", "/deliveries/export.csv", {"channel": "sms"})
    assert answer.headers["content-type"].startswith("text/csv")
    head, line = answer.text.removeprefix(BYTE_ORDER_MARK).splitlines()
    row = dict(zip(head.split(","), line.split(","), strict=True))
    assert row["to"] == "'+91 ••••• ••001"  # no spreadsheet takes it for a formula
    assert (row["provider"], row["provider_ref"], row["cost"]) == ("twilio", "SM77", "")
    assert (row["id"], row["reference"]) == (str(sent.id), str(sent.reference))


async def test_each_filter_has_its_index(db: Database, keys: KeyRing) -> None:
    """What is rare is found without reading the whole log."""
    person = new_id()
    filters: dict[str, tuple[str, Any]] = {
        "dispatch_of_person": ("person", person),
        "dispatch_by_kind": ("kind", "pin_locked"),
        "dispatch_by_channel": ("channel", "call"),
        "dispatch_by_state": ("state", DispatchState.CANCELLED.value),
        "dispatch_by_provider": ("provider", "whatsapp"),
        "dispatch_newest": ("true", True),
    }
    async with db.transaction() as tx:
        await execute(
            tx,
            "INSERT INTO notifications.dispatch (id, cause, channel, person, kind, matter, part,"
            " reference, due_at, queued_at) SELECT id, 'many', 'email', id, 'received', id, 0, id,"
            " now(), now() - n * interval '1 second' FROM (SELECT gen_random_uuid() AS id, n"
            " FROM generate_series(1, 4000) AS n) AS made",
        )
        await execute(tx, "ANALYZE notifications.dispatch")
        for index, (column, value) in filters.items():
            where = "true" if column == "true" else f"{column} = %(value)s"
            plan = await fetch_all(
                tx,
                "EXPLAIN SELECT id FROM notifications.dispatch"
                f" WHERE {where} ORDER BY queued_at DESC, id DESC LIMIT 30",  # noqa: S608
                {"value": value},
            )
            assert index in str(plan), (index, plan)
