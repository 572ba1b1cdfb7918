"""The edge: permissions, problems, limits, headers and the OpenAPI document."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Annotated, Any
from uuid import UUID, uuid4

import httpx
import msgspec
import pytest
from litestar import Litestar

from batua.kit import clock
from batua.kit.caller import Caller
from batua.kit.db import Database
from batua.kit.money import Currency, Money
from batua.kit.refusal import BadField, Kind, Refusal
from batua.kit.secrets import KeyRing
from batua.kit.web import (
    Amount,
    AppParts,
    IdempotencyKey,
    Rate,
    WebSettings,
    create_app,
    get,
    key_of,
    moment_of,
    post,
    second_name,
)
from batua.kit.web.openapi import document

D = msgspec.Meta
PERSON, SESSION, DEVICE = uuid4(), uuid4(), uuid4()


@dataclass(eq=False)
class TestingShort(Refusal):
    """There is too little."""

    code = "testing.short"
    kind = Kind.CONFLICT
    todo = "Take less."
    left: Money
    __test__ = False


class Order(msgspec.Struct, forbid_unknown_fields=True):
    """An order."""

    amount: Annotated[Amount, D(description="How much.")]
    note: Annotated[str, D(description="Why.", examples=["Tea"], max_length=5)] = ""


@post("/things", permission="things.make", refuses=[TestingShort])
async def make(caller: Caller, data: Order, key: IdempotencyKey = None) -> Order:
    """Make a thing."""
    key_of(key)
    if data.amount.minor > 100:
        raise TestingShort(left=Money(100, Currency("INR")))
    assert caller.person == PERSON
    return data


@get("/open", permission="public", rate=Rate(2, 60))
async def open_to_all() -> dict[str, str]:
    return {"hello": "all"}


@get("/counted", permission="public")
async def counted(much: int, kinds: list[str] | None = None) -> dict[str, Any]:
    return {"much": much, "kinds": kinds}


@get("/crash", permission="public")
async def crash() -> None:
    raise ValueError("secret +919876543210")


@get("/unnamed/{id_:uuid}", permission="nobody.holds")
async def unnamed(id_: UUID) -> None:
    return None


def authenticator(db: Database) -> Callable[[str], Awaitable[Caller]]:
    async def authenticate(token: str) -> Caller:
        from batua.kit.web.app import NotSignedIn

        async with db.transaction():
            if token != "good":
                raise NotSignedIn
        return Caller(PERSON, SESSION, DEVICE, frozenset({"person"}), "en")

    return authenticate


@pytest.fixture
def app(db: Database, keys: KeyRing) -> Litestar:
    return create_app(
        AppParts(
            db=db,
            keys=keys,
            routes=[second_name(make, "/thing/make"), open_to_all, counted, crash, unnamed],
            authenticate=authenticator(db),
            grants={"things.make": frozenset({"person"})},
            web_settings=WebSettings(),
        )
    )


@pytest.fixture
async def client(app: Litestar) -> Any:
    # In this test's own loop: the framework's client would use the pool from another thread.
    transport = httpx.ASGITransport(app, raise_app_exceptions=False)  # type: ignore[arg-type]
    async with httpx.AsyncClient(transport=transport, base_url="http://testserver") as found:
        yield found


SIGNED_IN = {"Authorization": "Bearer good", "Idempotency-Key": "k1"}
BODY = {"amount": {"minor": 5, "currency": "INR"}}


async def test_a_permitted_caller_is_answered_under_both_names(client: Any) -> None:
    for path in ("/api/v1/things", "/api/v1/thing/make"):
        got = await client.post(path, json=BODY, headers=SIGNED_IN)
        assert got.status_code == 201
        assert got.json() == {**BODY, "note": ""}


async def test_without_a_token_the_answer_is_401_and_with_a_wrong_role_403(client: Any) -> None:
    got = await client.post("/api/v1/things", json=BODY)
    assert (got.status_code, got.json()["code"]) == (401, "kit.not_signed_in")
    assert got.headers["www-authenticate"] == "Bearer"
    got = await client.get(f"/api/v1/unnamed/{uuid4()}", headers=SIGNED_IN)
    assert (got.status_code, got.json()["code"]) == (403, "kit.not_permitted")


async def test_a_refusal_carries_its_code_facts_and_what_to_do(client: Any) -> None:
    body = {"amount": {"minor": 500, "currency": "INR"}}
    got = await client.post("/api/v1/things", json=body, headers=SIGNED_IN)
    assert got.status_code == 409
    assert got.headers["content-type"].startswith("application/problem+json")
    problem = got.json()
    assert problem["code"] == "testing.short"
    assert problem["todo"] == "Take less."
    assert problem["retry"] is False
    assert problem["facts"] == {"left": {"minor": 100, "currency": "INR"}}
    assert problem["request_id"] == got.headers["x-request-id"]


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"amount": {"minor": "5", "currency": "INR"}}, "amount.minor"),
        ({"amount": {"minor": 5, "currency": "inr"}}, "amount.currency"),
        ({"amount": {"minor": 5.5, "currency": "INR"}}, "amount.minor"),
        ({**BODY, "note": "too long"}, "note"),
        ({**BODY, "other": 1}, "body"),
        ({}, "body"),
    ],
)
async def test_a_bad_body_names_the_field(client: Any, body: Any, field: str) -> None:
    got = await client.post("/api/v1/things", json=body, headers=SIGNED_IN)
    assert (got.status_code, got.json()["code"]) == (400, "kit.bad_field")
    assert [e["field"] for e in got.json()["errors"]] == [field]


async def test_garbage_is_a_bad_request(client: Any) -> None:
    got = await client.post("/api/v1/things", content=b"{", headers=SIGNED_IN)
    assert (got.status_code, got.json()["code"]) == (400, "kit.bad_field")


@pytest.mark.parametrize("key", [None, "", "a b", "x" * 256])
async def test_a_key_is_needed(client: Any, key: str | None) -> None:
    headers = {"Authorization": "Bearer good"} | ({} if key is None else {"Idempotency-Key": key})
    got = await client.post("/api/v1/things", json=BODY, headers=headers)
    assert (got.status_code, got.json()["code"]) == (400, "kit.idempotency_key_missing")


async def test_too_many_requests_are_told_when_to_come_back(client: Any) -> None:
    with clock.frozen(datetime(2026, 5, 1, 12, 0, 20, tzinfo=UTC)):  # 20 s into a window
        codes = [(await client.get("/api/v1/open")).status_code for _ in range(3)]
        assert codes == [200, 200, 429]
        got = await client.get("/api/v1/open")
        assert got.headers["retry-after"] == "40"


async def test_a_crash_tells_nothing_of_itself(client: Any) -> None:
    got = await client.get("/api/v1/crash")
    assert (got.status_code, got.json()["code"]) == (500, "kit.internal")
    assert "919876543210" not in got.text
    assert "ValueError" not in got.text


async def test_unknown_paths_and_methods_are_problems_too(client: Any) -> None:
    got = await client.get("/api/v1/nowhere")
    assert (got.status_code, got.json()["code"]) == (404, "kit.not_found")
    got = await client.delete("/api/v1/things")
    assert got.status_code == 405


async def test_every_answer_carries_the_security_headers(client: Any) -> None:
    for path in ("/api/v1/open", "/api/v1/nowhere", "/api/v1/crash"):
        got = await client.get(path)
        assert got.headers["x-content-type-options"] == "nosniff"
        assert "default-src 'none'" in got.headers["content-security-policy"]
        assert got.headers["cache-control"] == "no-store"


async def test_a_lost_database_is_503(client: Any, db: Database) -> None:
    await db.close()
    got = await client.post("/api/v1/things", json=BODY, headers=SIGNED_IN)
    assert got.status_code == 503
    assert got.headers["retry-after"] == "1"


def test_the_document_lists_every_refusal_with_an_example(app: Litestar) -> None:
    doc = document(app)
    operation = doc["paths"]["/api/v1/things"]["post"]
    content = operation["requestBody"]["content"]["application/json"]
    assert content["example"] == {"amount": {"minor": 12500, "currency": "INR"}, "note": "Tea"}
    refused = operation["responses"]["409"]["content"]["application/problem+json"]["examples"]
    assert refused["testing.short"]["value"]["todo"] == "Take less."
    assert set(operation["responses"]) == {"201", "400", "401", "403", "409", "503"}
    assert operation["security"] == [{"bearer": []}]
    assert "security" not in doc["paths"]["/api/v1/open"]["get"]


async def test_a_parameter_comes_once_unless_it_is_a_list(client: Any) -> None:
    twice = await client.get("/api/v1/counted?much=1&much=2")
    assert (twice.status_code, twice.json()["code"]) == (400, "kit.bad_field")
    assert twice.json()["errors"] == [{"field": "much", "message": "Expected one value"}]
    several = await client.get("/api/v1/counted?much=1&kinds=a&kinds=b")
    assert several.json() == {"much": 1, "kinds": ["a", "b"]}


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-11-21T09:30:00Z", "2026-11-21T09:30:00+00:00"),
        ("2026-11-21T15:00:00+05:30", "2026-11-21T09:30:00+00:00"),
        ("2026-11-21T09:30:00", "2026-11-21T09:30:00+00:00"),
    ],
)
def test_a_moment_of_a_query_is_read_in_utc(text: str, moment: str) -> None:
    assert moment_of(text, "at").isoformat() == moment


@pytest.mark.parametrize("text", ["0.5", "12", "null", "2026-11-21", "0001-01-01T00:00:00+10:00"])
def test_what_is_no_moment_is_refused(text: str) -> None:
    """A number is no moment, and a time zone may not lead out of the calendar."""
    with pytest.raises(BadField) as refused:
        moment_of(text, "at")
    assert refused.value.field == "at"
