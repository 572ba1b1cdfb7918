"""Keys and callbacks over HTTP: for officers with their PIN, never told again, tried, and audited."""

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest
import pytest_asyncio
from tests.modules.gateways.given import Line
from tests.modules.payments import given
from tests.modules.payments.client import Client
from tests.sandbox.server import KEY_SECRET

from batua.apps import joining
from batua.kit import journal
from batua.kit.connections import Connections
from batua.kit.db import Database, fetch_all
from batua.kit.secrets import KeyRing
from batua.kit.signing_keys import SigningKey
from batua.kit.web import AppParts, WebSettings, create_app
from batua.modules.gateways import api, service
from batua.modules.gateways.errors import BadSignature
from batua.modules.gateways.providers import registry
from batua.modules.gateways.types import PERMISSIONS, Rails
from batua.modules.identity import service as identity

WEB = WebSettings(public_url="https://batua.example", rate_factor=1000)
KEYS = "/gateways/providers/paystack/keys"


@pytest.fixture
def connections(keys: KeyRing) -> Connections:
    specs = [*registry.specs(), *joining.channel_specs(WEB, keys)]
    return Connections(keys, specs, WEB.public_url, {})


@pytest_asyncio.fixture
async def joined(connections: Connections, keys: KeyRing) -> AsyncIterator[joining.Joined]:
    made = joining.Joined(connections, WEB, keys)
    yield made
    await made.aclose()


@pytest_asyncio.fixture
async def http(
    db: Database, keys: KeyRing, line: Line, connections: Connections, joined: joining.Joined
) -> AsyncIterator[httpx.AsyncClient]:
    await connections.refresh(db)
    rails = Rails(joined.providers, line.rails.settlements, keys)
    app = create_app(
        AppParts(
            db=db,
            keys=keys,
            routes=api.ROUTES,
            authenticate=identity.Authenticator(db, keys),
            grants=PERMISSIONS,
            web_settings=WEB,
            rooms={"rails": rails, "callback_door": None, "connections": connections},
        )
    )
    transport = httpx.ASGITransport(app, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://batua.test") as client:
        yield client


@pytest_asyncio.fixture
async def me(http: httpx.AsyncClient, db: Database, keys: KeyRing) -> Client:
    """An officer."""
    roles = frozenset({"person", "admin"})
    return Client(http, await given.someone(db, keys, "Om Das", "+919812399999", roles=roles))


def wanted(line: Line, version: int = 0, **more: str | None) -> dict[str, Any]:
    values = {"secret_key": KEY_SECRET, "url": f"{line.sandbox.url}/paystack", **more}
    return {"version": version, "values": values}


async def test_keys_connect_a_provider_while_everything_runs(
    me: Client, line: Line, joined: joining.Joined
) -> None:
    found = (await me("GET", "/gateways/providers")).json()["items"]
    assert {one["connection"]["name"] for one in found} == set(registry.RAILS)
    assert {one["connection"]["source"] for one in found} == {"none"}
    assert "paystack" not in joined.providers
    kept = await me("PUT", KEYS, wanted(line))
    assert kept.status_code == 200, kept.text
    assert (kept.json()["source"], kept.json()["is_connected"]) == ("kept", True)
    assert kept.json()["callbacks"] == ["https://batua.example/api/v1/webhooks/paystack"]
    one = (await me("GET", "/gateways/providers/paystack")).json()
    assert one["is_well"] is True
    assert one["traffic"] == {"undecided": 0, "received": 0, "rejected": 0, "last_at": None}
    assert list(joined.providers) == ["paystack"]
    gone = await me("DELETE", f"{KEYS}?version=1")
    assert (gone.status_code, gone.json()["source"]) == (200, "none")
    assert "paystack" not in joined.providers


async def test_no_secret_is_in_any_answer_fact_or_log(
    me: Client, line: Line, db: Database, capfd: pytest.CaptureFixture[str]
) -> None:
    body = wanted(line)
    told = [
        await me("PUT", KEYS, body),
        await me("PUT", KEYS, {**body, "version": 1, "values": {"secret_key": "sk_" + "9" * 30}}),
        await me("PUT", KEYS, {**body, "version": 7}),
        await me("GET", KEYS),
        await me("GET", "/gateways/providers"),
        await me("POST", "/gateways/providers/paystack/test", {"values": body["values"]}),
        await me("PUT", KEYS, {**body, "version": 2, "values": {"nothing": KEY_SECRET}}),
    ]
    assert [one.status_code for one in told] == [200, 200, 409, 200, 200, 200, 400]
    async with db.read() as tx:
        facts = await journal.facts(tx, ["gateways.keys_changed"])
        rows = await fetch_all(tx, "SELECT data::text FROM journal.fact")
    assert [(one.name, one.version, one.actor) for one in facts] == [  # type: ignore[attr-defined]
        ("paystack", 1, me.who.id),
        ("paystack", 2, me.who.id),
    ]
    assert set(facts[0].fields) == {"secret_key", "url"}  # type: ignore[attr-defined]
    out, err = capfd.readouterr()
    everything = "".join([*(one.text for one in told), json.dumps(rows), out, err])
    assert KEY_SECRET not in everything
    assert "9" * 30 not in everything
    shown = {one["field"]: one["ending"] for one in told[3].json()["settings"]}
    assert shown["secret_key"] == "9999"


async def test_a_private_key_of_many_lines_is_kept(me: Client) -> None:
    pem = SigningKey.new().pem.decode()
    values = {
        "url": "https://bridge.example",
        "key": "key-of-the-bridge",
        "webhook_secret": "whsec_" + "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
        "vpa": "batua@bank",
        "pages_url": "https://batua.example/api/v1/checkouts",
        "signing_key": pem,
    }
    kept = await me("PUT", "/gateways/providers/upi/keys", {"version": 0, "values": values})
    assert (kept.status_code, kept.json().get("is_connected")) == (200, True), kept.text
    assert pem.splitlines()[1] not in kept.text
    broken = {"version": 1, "values": {"signing_key": pem.replace("PRIVATE", "PUBLIC")}}
    refused = await me("PUT", "/gateways/providers/upi/keys", broken)
    assert refused.status_code == 400
    assert refused.json()["facts"]["field"] == "values.signing_key"


async def test_it_takes_the_pin_and_keeps_two_officers_apart(me: Client, line: Line) -> None:
    without = await me("PUT", KEYS, wanted(line), headers={"Step-Up-Token": None})
    assert (without.status_code, without.json()["code"]) == (403, "identity.step_up_required")
    gone = await me("DELETE", f"{KEYS}?version=0", headers={"Step-Up-Token": None})
    assert gone.json()["code"] == "identity.step_up_required"
    answers = await asyncio.gather(*(me("PUT", KEYS, wanted(line)) for _ in range(3)))
    assert sorted(one.status_code for one in answers) == [200, 409, 409]
    late = [one for one in answers if one.status_code == 409]
    assert {one.json()["code"] for one in late} == {"kit.connection_changed"}


async def test_a_test_says_plainly_what_is_wrong(me: Client, line: Line) -> None:
    path = "/gateways/providers/paystack/test"
    assert (await me("POST", path, {})).json()["code"] == "kit.bad_field"
    right = wanted(line)["values"]
    good = (await me("POST", path, {"values": right})).json()
    assert (good["verdict"], good["status"]) == ("ok", 404)
    bad = (await me("POST", path, {"values": {**right, "secret_key": "sk_wrong"}})).json()
    assert bad["verdict"] == "wrong_key"
    nobody = {**right, "url": "http://127.0.0.1:9", "tries": "1"}
    assert (await me("POST", path, {"values": nobody})).json()["verdict"] == "unreachable"
    assert (await me("GET", KEYS)).json()["source"] == "none"


async def test_callbacks_are_listed_and_settled_again(me: Client, line: Line, db: Database) -> None:
    attempt = await line.started()
    await line.sandbox.act(attempt.provider_ref or "", "pay")
    await line.take_callbacks(1)
    found = (await me("GET", "/gateways/callbacks")).json()["items"]
    assert [(one["attempt"], one["copies"]) for one in found] == [(str(attempt.id), 1)]
    assert "body" not in found[0]
    named = {"provider": "sandbox", "event_id": found[0]["event_id"]}
    for _ in range(2):
        again = await me("POST", "/gateways/callbacks/replay", named)
        assert again.status_code == 202, again.text
    await line.do_jobs()
    await line.do_jobs()
    assert [one["state"] for one in (await me("GET", "/gateways/callbacks")).json()["items"]] == [
        "succeeded"
    ]
    assert line.witness.states.count("succeeded") == 1
    wrong = await me("POST", "/gateways/callbacks/replay", {**named, "event_id": "nothing"})
    assert wrong.json()["code"] == "gateways.no_such_callback"
    async with db.transaction() as tx:
        await tx.execute("UPDATE gateways.event SET copies = 3")
        await tx.execute(
            "INSERT INTO gateways.event (provider, event_id, kind, signed_with, body, sent_at,"
            " received_at) SELECT provider, 'stray', kind, signed_with, body, sent_at, received_at"
            " FROM gateways.event"
        )
    stray = await me("POST", "/gateways/callbacks/replay", {**named, "event_id": "stray"})
    assert stray.json()["code"] == "gateways.nothing_to_replay"
    first = (await me("GET", "/gateways/callbacks?limit=1&provider=sandbox")).json()
    rest = (await me("GET", f"/gateways/callbacks?limit=1&cursor={first['next']}")).json()
    assert {first["items"][0]["event_id"], rest["items"][0]["event_id"]} == {
        "stray",
        found[0]["event_id"],
    }


async def test_forgeries_are_counted_by_the_minute_and_nothing_of_them_is_kept(
    me: Client, line: Line, db: Database
) -> None:
    for _ in range(3):
        with pytest.raises(BadSignature):
            await line.take({"webhook-id": "x"}, b'{"secret": "personal"}')
    await service.write_rejections(db, line.rails)
    await service.write_rejections(db, line.rails)
    found = (await me("GET", "/gateways/callbacks/rejected")).json()["items"]
    assert sum(one["count"] for one in found) == 3
    assert {(one["provider"], one["reason"]) for one in found} == {("sandbox", "bad_signature")}
    assert await line.rows("SELECT FROM gateways.event") == []
    other = (await me("GET", "/gateways/callbacks/rejected?provider=other")).json()
    assert other == {"items": [], "next": None}


async def test_attempts_are_found_by_provider_state_and_direction(me: Client, line: Line) -> None:
    await line.started()
    for query, count in (
        ("provider=sandbox&state=pending&direction=in", 1),
        ("provider=other", 0),
        ("state=failed", 0),
        ("direction=out", 0),
    ):
        found = (await me("GET", f"/gateways/attempts?{query}")).json()["items"]
        assert len(found) == count, query


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("GET", "/gateways/providers", None),
        ("GET", "/gateways/providers/paystack", None),
        ("GET", KEYS, None),
        ("PUT", KEYS, {"version": 0, "values": {"secret_key": "x"}}),
        ("DELETE", f"{KEYS}?version=0", None),
        ("POST", "/gateways/providers/paystack/test", {}),
        ("GET", "/gateways/callbacks", None),
        ("GET", "/gateways/callbacks/rejected", None),
        ("POST", "/gateways/callbacks/replay", {"provider": "sandbox", "event_id": "x"}),
    ],
)
async def test_only_officers_may(
    http: httpx.AsyncClient, db: Database, keys: KeyRing, method: str, path: str, body: Any
) -> None:
    someone = Client(http, await given.someone(db, keys, "Asha Devi", "+919876543210"))
    assert (await someone(method, path, body)).status_code == 403


async def test_a_provider_that_nobody_knows_is_not_there(me: Client) -> None:
    for name in ("nobody", "smtp"):
        answer = await me("GET", f"/gateways/providers/{name}/keys")
        assert (answer.status_code, answer.json()["code"]) == (404, "kit.no_such_connection")
