"""Webhooks over HTTP: who may, what is shown once, and what the log shows."""

from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import httpx
import pytest_asyncio
from tests.modules.payments import given
from tests.modules.payments.client import Client
from tests.modules.webhooks.receiving import (
    NOON,
    SENT,
    Desk,
    Integrator,
    answer,
    desk,
    integrator,
)

from batua.kit import clock
from batua.kit.db import Database
from batua.kit.ids import new_id
from batua.kit.secrets import KeyRing
from batua.kit.web import AppParts, WebSettings, create_app
from batua.modules.identity import service as identity
from batua.modules.webhooks import api
from batua.modules.webhooks.rules import timing
from batua.modules.webhooks.settings import WebhookSettings
from batua.modules.webhooks.types import PERMISSIONS


@pytest_asyncio.fixture
async def us(db: Database, keys: KeyRing) -> AsyncIterator[Desk]:
    async with desk(db, keys) as found:
        yield found


@pytest_asyncio.fixture
async def books() -> AsyncIterator[Integrator]:
    async with integrator() as found:
        yield found


@pytest_asyncio.fixture
async def http(db: Database, keys: KeyRing) -> AsyncIterator[httpx.AsyncClient]:
    app = create_app(
        AppParts(
            db=db,
            keys=keys,
            routes=api.ROUTES,
            authenticate=identity.Authenticator(db, keys),
            grants=PERMISSIONS,
            web_settings=WebSettings(public_url="https://batua.example", rate_factor=1000),
            rooms={"webhook_settings": WebhookSettings(loopback=True)},
        )
    )
    transport = httpx.ASGITransport(app, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://batua.test") as client:
        yield client


@pytest_asyncio.fixture
async def me(us: Desk, http: Any) -> Client:
    """An officer."""
    roles = frozenset({"person", "admin"})
    return Client(http, await given.someone(us.db, us.keys, "Om Das", "+919812399999", roles=roles))


def refused(answer: httpx.Response) -> tuple[int, str]:
    return answer.status_code, answer.json()["code"]


async def test_a_secret_is_shown_when_it_is_made_and_never_again(me: Client, us: Desk) -> None:
    body = {"url": "https://books.example.org/in", "kinds": [SENT], "description": " Books "}
    made = await me("POST", "/webhook-endpoints", body)
    assert made.status_code == 201, made.text
    endpoint = made.json()
    secret = endpoint.pop("secret")
    assert secret.startswith("whsec_")
    assert (endpoint["state"], endpoint["description"]) == ("enabled", "Books")
    path = f"/webhook-endpoints/{endpoint['id']}"
    assert (await me("GET", path)).json() == endpoint
    assert (await me("GET", "/webhook-endpoints")).json() == {"items": [endpoint]}
    rotated = (await me("POST", f"{path}/rotate-secret")).json()
    assert rotated["secret"] not in {secret, ""}
    assert rotated["previous_until"] == "2026-11-22T12:00:00Z"
    found = await me("GET", path)
    assert secret not in found.text
    assert rotated["secret"] not in found.text


async def test_endpoints_are_changed_paused_and_removed(me: Client, us: Desk) -> None:
    made = await us.register("https://books.example.org/in")
    path = f"/webhook-endpoints/{made.endpoint.id}"
    change = {"url": "https://books.example.org/new", "state": "paused", "kinds": ["groups.joined"]}
    found = (await me("PATCH", path, change)).json()
    assert {name: found[name] for name in change} == change
    assert (found["paused_because"], found["paused_at"]) == ("officer", "2026-11-21T12:00:00Z")
    found = (await me("PATCH", path, {"state": "enabled"})).json()
    assert (found["state"], found["paused_because"]) == ("enabled", None)
    assert (await me("DELETE", path)).status_code == 204
    assert refused(await me("DELETE", path)) == (404, "webhooks.no_such_endpoint")
    assert (await me("GET", "/webhook-endpoints")).json() == {"items": []}


async def test_what_cannot_be_an_endpoint_is_refused(me: Client, us: Desk) -> None:
    good = {"url": "https://books.example.org/in", "kinds": [SENT]}
    for wrong, code in (
        ({"url": "http://books.example.org/"}, "webhooks.bad_address"),
        ({"url": "https://10.0.0.1/"}, "webhooks.bad_address"),
        ({"kinds": []}, "webhooks.unknown_kind"),
        ({"kinds": ["payments.everything"]}, "webhooks.unknown_kind"),
    ):
        assert refused(await me("POST", "/webhook-endpoints", {**good, **wrong})) == (400, code)
    for _ in range(timing.MOST_ENDPOINTS):
        await us.register("https://books.example.org/in")
    found = refused(await me("POST", "/webhook-endpoints", good))
    assert found == (409, "webhooks.too_many_endpoints")


async def test_a_test_and_the_log(me: Client, us: Desk, books: Integrator) -> None:
    made = await us.register(books.url)
    path = f"/webhook-endpoints/{made.endpoint.id}"
    sent = await me("POST", f"{path}/test")
    assert sent.status_code == 202
    books.script = [answer(200), answer(500, b"<b>no</b>")]
    await us.send(made.endpoint)
    with clock.frozen(NOON + timedelta(seconds=1)):
        await us.sent()
        await us.send(made.endpoint)
    page = (await me("GET", "/webhook-deliveries?limit=1")).json()
    more = (await me("GET", f"/webhook-deliveries?limit=1&cursor={page['next']}")).json()
    (newest,), (test,) = page["items"], more["items"]
    assert (newest["kind"], test["kind"], more["next"]) == (SENT, "webhooks.test", None)
    assert test["id"] == sent.json()["id"]
    for query, wanted in (
        ("state=queued", [newest]),
        ("kind=webhooks.test", [test]),
        (f"endpoint={made.endpoint.id}", [newest, test]),
        (f"endpoint={new_id()}", []),
        ("from=2026-11-21T12:00:01Z", [newest]),
        ("to=2026-11-21T12:00:01Z", [test]),
        ("state=failed", []),
    ):
        found = (await me("GET", f"/webhook-deliveries?{query}")).json()["items"]
        assert found == wanted, query
    told = (await me("GET", f"/webhook-deliveries/{newest['id']}")).json()
    assert told["delivery"] == newest
    assert told["body"].encode() == books.got[1].body
    (one,) = told["tries"]
    assert (one["outcome"], one["status"], one["answer"]) == ("refused", 500, "<b>no</b>")
    bad = await me("GET", "/webhook-deliveries?cursor=nonsense")
    assert refused(bad) == (400, "kit.bad_cursor")


async def test_replays(me: Client, us: Desk, books: Integrator) -> None:
    made = await us.register(books.url)
    path = f"/webhook-endpoints/{made.endpoint.id}"
    await us.sent(3)
    await me("PATCH", path, {"state": "paused"})
    await us.send(made.endpoint)
    lost = (await me("GET", "/webhook-deliveries?state=failed")).json()["items"]
    assert [one["failure"] for one in lost] == ["paused"] * 3
    since = {"since": "2026-11-21T12:00:00Z"}
    one = f"/webhook-deliveries/{lost[0]['id']}/replay"
    for answered in (await me("POST", one), await me("POST", f"{path}/replay", since)):
        assert refused(answered) == (409, "webhooks.endpoint_is_paused")
    await me("PATCH", path, {"state": "enabled"})
    later = await me("POST", f"{path}/replay", {"since": "2026-11-21T12:00:01Z"})
    assert later.json() == {"count": 0, "has_more": False}
    assert (await me("POST", one)).json()["state"] == "queued"
    whole = await me("POST", f"{path}/replay", since)
    assert (whole.status_code, whole.json()) == (202, {"count": 2, "has_more": False})
    await us.send(made.endpoint)
    assert len(books.got) == 3
    assert (await me("POST", f"{path}/replay", {"since": "yesterday"})).status_code == 400
    await me("DELETE", path)
    assert refused(await me("POST", one)) == (409, "webhooks.endpoint_is_gone")


async def test_kinds_are_published_with_their_schemas(me: Client) -> None:
    items = (await me("GET", "/webhook-kinds")).json()["items"]
    sent = next(one for one in items if one["kind"] == SENT)
    assert sent["schema"]["properties"]["type"] == {"const": SENT}
    assert sent["schema"]["$schema"].endswith("2020-12/schema")


async def test_nobody_else_comes_near(us: Desk, http: Any, books: Integrator) -> None:
    made = await us.register(books.url)
    await us.sent()
    (delivery,) = await us.log()
    path, line = f"/webhook-endpoints/{made.endpoint.id}", f"/webhook-deliveries/{delivery.id}"
    asks: list[tuple[str, str, Any]] = [
        ("GET", "/webhook-kinds", None),
        ("GET", "/webhook-endpoints", None),
        ("POST", "/webhook-endpoints", {"url": books.url, "kinds": [SENT]}),
        ("GET", path, None),
        ("PATCH", path, {"state": "paused"}),
        ("DELETE", path, None),
        ("POST", f"{path}/rotate-secret", None),
        ("POST", f"{path}/test", None),
        ("POST", f"{path}/replay", {"since": "2026-11-21T12:00:00Z"}),
        ("GET", "/webhook-deliveries", None),
        ("GET", line, None),
        ("POST", f"{line}/replay", None),
    ]
    people = [
        await given.someone(us.db, us.keys, "Sita Rao", "+919812388888"),
        await given.someone(
            us.db, us.keys, "Ravi Rao", "+919812388889", roles=frozenset({"support", "auditor"})
        ),
    ]
    for who in people:
        client = Client(http, who)
        for ask in asks:
            assert (await client(*ask)).status_code == 403, ask
    for method, where, body in asks:
        found = await http.request(method, f"/api/v1{where}", json=body)
        assert found.status_code == 401, where
    assert [one.state.value for one in await us.log()] == ["queued"]
