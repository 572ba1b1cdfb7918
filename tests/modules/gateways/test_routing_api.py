"""The rules of routing over HTTP: read, changed by one at a time, tried, and seen on attempts."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest
import pytest_asyncio
from tests.modules.gateways.given import Line, sandbox_provider
from tests.modules.payments import given
from tests.modules.payments.client import Client

from batua.kit import journal
from batua.kit.db import Database
from batua.kit.secrets import KeyRing
from batua.kit.web import AppParts, WebSettings, create_app
from batua.modules.gateways import api
from batua.modules.gateways.types import PERMISSIONS, Rails
from batua.modules.identity import service as identity

RULE = {"name": "Nigeria", "country": "NG", "providers": ["other", "sandbox"]}
COST = {"provider": "sandbox", "direction": "in", "currency": "INR", "bps": 200}
TRIAL = {"direction": "in", "amount": {"minor": 500_00, "currency": "INR"}}


@pytest_asyncio.fixture
async def http(db: Database, keys: KeyRing, line: Line) -> AsyncIterator[httpx.AsyncClient]:
    other = sandbox_provider("http://127.0.0.1:9", line.receiver.url)
    rails = Rails({**line.rails.providers, "other": other}, line.rails.settlements, keys)
    app = create_app(
        AppParts(
            db=db,
            keys=keys,
            routes=api.ROUTES,
            authenticate=identity.Authenticator(db, keys),
            grants=PERMISSIONS,
            web_settings=WebSettings(public_url="https://batua.example", rate_factor=1000),
            rooms={"rails": rails, "callback_door": None, "connections": None},
        )
    )
    transport = httpx.ASGITransport(app, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://batua.test") as client:
        yield client
    await other.aclose()


@pytest_asyncio.fixture
async def me(http: httpx.AsyncClient, db: Database, keys: KeyRing) -> Client:
    """An officer."""
    roles = frozenset({"person", "admin"})
    return Client(http, await given.someone(db, keys, "Om Das", "+919812399999", roles=roles))


async def kept(me: Client, **more: Any) -> Any:
    now = (await me("GET", "/gateways/routing")).json()
    return await me(
        "PUT",
        "/gateways/routing",
        {"version": now["version"], "rules": [RULE], "costs": [COST], **more},
    )


async def test_a_house_without_rules_says_who_is_connected(me: Client) -> None:
    found = (await me("GET", "/gateways/routing")).json()
    assert (found["version"], found["rules"], found["costs"]) == (0, [], [])
    assert found["providers"] == [
        {"name": "sandbox", "is_well": True},
        {"name": "other", "is_well": True},
    ]


async def test_a_dry_run_says_what_would_happen_and_begins_nothing(me: Client, line: Line) -> None:
    assert (await kept(me)).status_code == 200
    found = (await me("POST", "/gateways/routing/trial", {**TRIAL, "country": "NG"})).json()
    assert (found["taken"], found["rule"]) == ("other", "Nigeria")
    assert found["candidates"] == [
        {"provider": "other", "standing": "taken", "cost_minor": None},
        {"provider": "sandbox", "standing": "next", "cost_minor": 10_00},
    ]
    home = (await me("POST", "/gateways/routing/trial", TRIAL)).json()
    assert (home["taken"], home["rule"]) == ("sandbox", None)
    assert await line.rows("SELECT FROM gateways.attempt") == []


async def test_two_who_change_the_rules_at_once_do_not_undo_each_other(
    me: Client, db: Database
) -> None:
    answers = await asyncio.gather(
        *(
            me("PUT", "/gateways/routing", {"version": 0, "rules": [RULE], "costs": []})
            for _ in range(3)
        )
    )
    assert sorted(answer.status_code for answer in answers) == [200, 409, 409]
    assert {a.json()["code"] for a in answers if a.status_code == 409} == {
        "gateways.routing_changed"
    }
    async with db.read() as tx:
        facts = await journal.facts(tx, ["gateways.routing_kept"])
    assert [(fact.actor, fact.version) for fact in facts] == [(me.who.id, 1)]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "wrong",
    [
        {"rules": [RULE, RULE]},
        {"rules": [{"name": "x", "from_minor": 5}]},
        {"rules": [{"name": "x", "unknown": 5}]},
        {"costs": [COST, COST]},
        {"costs": [{**COST, "bps": 10_001}]},
    ],
)
async def test_rules_that_cannot_be_are_refused_and_nothing_changes(
    me: Client, wrong: dict[str, Any]
) -> None:
    answer = await kept(me, **wrong)
    assert answer.status_code == 400, answer.text
    assert (await me("GET", "/gateways/routing")).json()["version"] == 0


async def test_attempts_are_listed_with_their_route_and_without_bank_details(
    me: Client, line: Line
) -> None:
    made = [await line.started(minor=100_00 + n) for n in range(3)]
    first = (await me("GET", "/gateways/attempts?limit=2")).json()
    rest = (await me("GET", f"/gateways/attempts?limit=2&cursor={first['next']}")).json()
    found = [*first["items"], *rest["items"]]
    assert [each["id"] for each in found] == [str(each.id) for each in reversed(made)]
    assert rest["next"] is None
    about = (await me("GET", f"/gateways/attempts?about={made[0].reference}")).json()["items"]
    assert [each["id"] for each in about] == [str(made[0].id)]
    assert {"destination", "checkout_url", "provider_ref"}.isdisjoint(about[0])


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("GET", "/gateways/routing", None),
        ("PUT", "/gateways/routing", {"version": 0, "rules": [], "costs": []}),
        ("POST", "/gateways/routing/trial", TRIAL),
        ("GET", "/gateways/attempts", None),
    ],
)
async def test_only_officers_may(
    http: httpx.AsyncClient, db: Database, keys: KeyRing, method: str, path: str, body: Any
) -> None:
    someone = Client(http, await given.someone(db, keys, "Asha Devi", "+919876543210"))
    assert (await someone(method, path, body)).status_code == 403
