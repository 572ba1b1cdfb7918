"""The delivery log and wishes over HTTP: for whom they are, and what they show."""

from datetime import timedelta
from typing import Any

import httpx
import pytest_asyncio
from tests.modules.groups.given import NOON
from tests.modules.notifications.dispatching import REFUSED, Debt, Wire, indebted
from tests.modules.payments import given
from tests.modules.payments.client import Client

from batua.kit import clock
from batua.kit.db import Database
from batua.kit.secrets import KeyRing
from batua.kit.web import AppParts, WebSettings, create_app
from batua.modules.identity import service as identity
from batua.modules.notifications.api import deliveries, doors, wishes
from batua.modules.notifications.types import PERMISSIONS, Via

LATE = NOON + timedelta(days=35)


@pytest_asyncio.fixture
async def http(db: Database, keys: KeyRing) -> Any:
    app = create_app(
        AppParts(
            db=db,
            keys=keys,
            routes=[*deliveries.ROUTES, *doors.ROUTES, *wishes.ROUTES],
            authenticate=identity.Authenticator(db, keys),
            grants=PERMISSIONS,
            web_settings=WebSettings(public_url="https://batua.example", rate_factor=1000),
        )
    )
    transport = httpx.ASGITransport(app, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://batua.test") as client:
        yield client


async def officer(http: Any, db: Database, keys: KeyRing) -> Client:
    roles = frozenset({"person", "support"})
    return Client(http, await given.someone(db, keys, "Om Das", "+919812399999", roles=roles))


async def test_officers_search_the_log_and_try_again(
    db: Database, keys: KeyRing, http: Any
) -> None:
    debt: Debt = await indebted(db, keys)
    with clock.frozen(LATE):
        ids = [await debt.queue(via) for via in (Via.SMS, Via.EMAIL)]
        await debt.send(ids[0], Wire([REFUSED]))
        who = await officer(http, db, keys)
        page = (await who("POST", "/deliveries/search", {"limit": 1})).json()
        assert ([one["id"] for one in page["items"]], bool(page["next"])) == ([str(ids[1])], True)
        more = {"limit": 1, "cursor": page["next"]}
        (line,) = (await who("POST", "/deliveries/search", more)).json()["items"]
        assert (line["to"], line["failure"]) == ("+91 ••••• ••001", "unreachable")
        by_phone = {"to": "+919812300001", "state": "failed", "channel": "sms"}
        found = (await who("POST", "/deliveries/search", by_phone)).json()["items"]
        assert found == [line]
        again = await who("POST", f"/deliveries/{ids[0]}/retry")
        assert (again.status_code, again.json()["state"]) == (202, "queued")
        refused = await who("POST", f"/deliveries/{ids[0]}/retry")
        assert (refused.status_code, refused.json()["code"]) == (409, "notifications.not_failed")
        nowhere = await who("POST", f"/deliveries/{debt.loan.id}/retry")
        assert nowhere.status_code == 404
        bad = await who("POST", "/deliveries/search", {"cursor": "nonsense"})
        assert bad.status_code == 400
        sita = Client(http, await given.someone(db, keys, "Sita Rao", "+919812388888"))
        for path in ("search", f"{ids[0]}/retry"):
            answer = await sita("POST", f"/deliveries/{path}", {})
            assert answer.status_code == 403, answer.text


NOTHING = {"shows_amounts": False, "off_in": [], "digest": "none"}
SECURITY = {"off_in": [{"topic": "security", "channel": "sms"}]}


async def test_wishes_are_read_and_changed(db: Database, keys: KeyRing, http: Any) -> None:
    me = Client(http, await given.someone(db, keys, "Asha Devi", "+919876543210"))
    found = (await me("GET", "/notifications/wishes")).json()
    assert found == {"off": [], "quiet_from": 21, "quiet_until": 8, **NOTHING}
    chosen = {"shows_amounts": True, "digest": "weekly"}
    off_in = [{"topic": "loans", "channel": "sms"}]
    wanted = {
        "off": ["call", "email"],
        "quiet_from": 22,
        "quiet_until": 7,
        "off_in": off_in,
        **chosen,
    }
    assert (await me("PUT", "/notifications/wishes", wanted)).json() == wanted
    assert (await me("GET", "/notifications/wishes")).json() == wanted
    for wrong in ({"quiet_from": 24}, {"off": ["pigeon"]}, SECURITY):
        answer = await me("PUT", "/notifications/wishes", {**wanted, **wrong})
        assert answer.status_code == 400, answer.text


async def test_the_ticket_of_an_email_ends_emails_and_nothing_else(
    db: Database, keys: KeyRing, http: Any
) -> None:
    debt: Debt = await indebted(db, keys)
    wire = Wire()
    with clock.frozen(LATE):
        await debt.send(await debt.queue(Via.EMAIL), wire)
        await debt.send(await debt.queue(Via.SMS), wire)
    (email, sms) = wire.given
    assert sms.unsubscribe == ""
    way = f"/channels/unsubscribe/{email.unsubscribe}"
    base = "/api/v1"
    looked = await http.get(base + way)
    assert looked.headers["content-type"].startswith("text/plain")
    assert looked.text.count("https://batua.example/you/settings") == 2
    sita = Client(http, debt.debtor)
    assert (await sita("GET", "/notifications/wishes")).json()["off"] == []
    for _ in range(2):
        assert (await http.post(base + way)).status_code == 200
        after = (await sita("GET", "/notifications/wishes")).json()
        assert (after["off"], after["quiet_from"], after["quiet_until"]) == (["email"], 21, 8)
    for wrong in ("nonsense", email.unsubscribe[:-2] + "AA", "é"):
        refused = await http.post(f"{base}/channels/unsubscribe/{wrong}")
        assert (refused.status_code, refused.json()["code"]) == (404, "notifications.bad_ticket")
    with clock.frozen(LATE):
        id = await debt.queue(Via.EMAIL, cause="later")
        assert (await debt.send(id, wire)).failure == "unwished"
