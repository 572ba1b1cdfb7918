"""The short way answers every request as the whole application does: the same handlers, both ways."""

from collections.abc import AsyncIterator
from typing import Annotated, Any
from uuid import UUID, uuid4

import httpx
import msgspec
import pytest
import pytest_asyncio
from litestar.params import PathParameter, QueryParameter

from batua.kit.caller import Caller
from batua.kit.db import Database
from batua.kit.money import Currency
from batua.kit.refusal import Kind, NotSignedIn, Refusal
from batua.kit.secrets import KeyRing
from batua.kit.web import (
    Amount,
    AppParts,
    IdempotencyKey,
    Limit,
    Raw,
    WebSettings,
    create_app,
    get,
    key_of,
    post,
)

PERSON, THING = uuid4(), uuid4()
MARK = "request-for-both"


class ExpressShort(Refusal):
    """There is too little."""

    code = "express.short"
    kind = Kind.CONFLICT
    todo = "Take less."


class Wish(msgspec.Struct, forbid_unknown_fields=True):
    """What somebody wants."""

    amount: Amount
    note: Annotated[str, msgspec.Meta(max_length=30_000)] = ""


class Given(msgspec.Struct):
    """What she got."""

    of: UUID
    minor: int
    currency: Currency
    note: str
    key: str | None


def routes(*, express: bool) -> list[Any]:
    @post("/wishes", permission="wishes.make", refuses=[ExpressShort], express=express)
    async def wish(caller: Caller, data: Wish, key: IdempotencyKey = None) -> Given:
        key_of(key)
        if data.amount.minor > 100:
            raise ExpressShort
        if data.amount.minor == 13:
            raise ZeroDivisionError
        money = data.amount.to_money()
        return Given(caller.person, money.minor, money.currency, data.note, key)

    @get("/things/{thing:uuid}", permission="things.see", express=express)
    async def thing(thing: UUID, caller: Caller) -> dict[str, str]:
        return {"thing": str(thing), "of": str(caller.person)}

    @get("/secrets/{thing:uuid}", permission="nobody.holds", express=express)
    async def secret(thing: UUID) -> None:
        raise AssertionError("seen")

    async def short(
        caller: Caller, cursor: After = None, limit: Limit = 30
    ) -> dict[str, str | int | None] | None:
        if limit == 99:
            return None
        short_calls.append((cursor, limit))
        return {"of": str(caller.person), "cursor": cursor, "limit": limit, "word": None}

    @get("/lists", permission="things.see", express=short if express else False)
    async def listed(
        caller: Caller, cursor: After = None, word: Word = None, limit: Limit = 30
    ) -> dict[str, str | int | None]:
        return {"of": str(caller.person), "cursor": cursor, "limit": limit, "word": word}

    @post("/signed/{name:str}", permission="public", status_code=200, express=express)
    async def signed(name: Annotated[str, PathParameter(description="Whose.")], raw: Raw) -> None:
        if raw.headers.get("signature") != f"{name} {len(raw.body)} {raw.body[:3]!r}":
            raise ExpressShort

    @post("/signed/plain", permission="public", status_code=200)
    async def plain() -> str:
        return "another"

    return [wish, thing, secret, listed, signed, plain]


short_calls: list[tuple[str | None, int]] = []
After = Annotated[str | None, QueryParameter(description="After what.", required=False)]
Word = Annotated[str | None, QueryParameter(description="A word.", required=False)]


async def authenticate(token: str) -> Caller:
    if token != "good":
        raise NotSignedIn
    return Caller(PERSON, uuid4(), uuid4(), frozenset({"person"}), "en")


@pytest_asyncio.fixture
async def both(db: Database, keys: KeyRing) -> AsyncIterator[list[httpx.AsyncClient]]:
    clients = []
    for express in (True, False):
        app = create_app(
            AppParts(
                db=db,
                keys=keys,
                routes=routes(express=express),
                authenticate=authenticate,
                grants={p: frozenset({"person"}) for p in ("wishes.make", "things.see")},
                web_settings=WebSettings(),
            )
        )
        transport = httpx.ASGITransport(app, raise_app_exceptions=False)  # type: ignore[arg-type]
        clients.append(httpx.AsyncClient(transport=transport, base_url="http://testserver/api/v1"))
    yield clients
    for client in clients:
        await client.aclose()


SIGNED_IN = {"Authorization": "Bearer good", "Idempotency-Key": "k-1"}
JSON = {**SIGNED_IN, "Content-Type": "application/json"}
BODY = {"amount": {"minor": 5, "currency": "INR"}, "note": "Tea for Asha \u20b9 \u091a\u093e\u092f"}
PLAIN = msgspec.json.encode(BODY)


def wanted(minor: Any, **more: Any) -> bytes:
    return msgspec.json.encode({"amount": {"minor": minor, "currency": "INR"}, **more})


async def in_pieces(body: bytes, size: int) -> AsyncIterator[bytes]:
    for start in range(0, len(body), size):
        yield body[start : start + size]


CASES: dict[str, tuple[str, str, dict[str, str], bytes]] = {
    "good": ("POST", "/wishes", JSON, PLAIN),
    "charset": (
        *("POST", "/wishes"),
        {**JSON, "Content-Type": "application/json; charset=utf-8"},
        PLAIN,
    ),
    "other type": ("POST", "/wishes", {**JSON, "Content-Type": "text/plain"}, PLAIN),
    "no type": ("POST", "/wishes", SIGNED_IN, PLAIN),
    "no token": ("POST", "/wishes", {"Content-Type": "application/json"}, PLAIN),
    "wrong token": ("POST", "/wishes", {**JSON, "Authorization": "Bearer bad"}, PLAIN),
    "other scheme": ("POST", "/wishes", {**JSON, "Authorization": "Basic good"}, PLAIN),
    "small bearer": ("POST", "/wishes", {**JSON, "Authorization": "bearer good"}, PLAIN),
    "two spaces": ("POST", "/wishes", {**JSON, "Authorization": "Bearer  good"}, PLAIN),
    "empty token": ("POST", "/wishes", {**JSON, "Authorization": "Bearer "}, PLAIN),
    "no key": (
        *("POST", "/wishes"),
        {"Authorization": "Bearer good", "Content-Type": "application/json"},
        PLAIN,
    ),
    "bad key": ("POST", "/wishes", {**JSON, "Idempotency-Key": "a b"}, PLAIN),
    "unknown field": ("POST", "/wishes", JSON, wanted(5, other=1)),
    "wrong type": ("POST", "/wishes", JSON, wanted("5")),
    "a fraction": ("POST", "/wishes", JSON, wanted(5.5)),
    "no currency": ("POST", "/wishes", JSON, b'{"amount": {"minor": 5, "currency": "XXX"}}'),
    "no body": ("POST", "/wishes", JSON, b""),
    "garbage": ("POST", "/wishes", JSON, b"{"),
    "after the end": ("POST", "/wishes", JSON, PLAIN + b"x"),
    "no UTF-8": ("POST", "/wishes", JSON, PLAIN.replace(b"Tea", b"\xff\xfe")),
    "null": ("POST", "/wishes", JSON, b"null"),
    "long": ("POST", "/wishes", JSON, wanted(5, note="x" * 29_000)),
    "too long": ("POST", "/wishes", JSON, wanted(5, note="x" * 31_000)),
    "a query": ("POST", "/wishes?much=1", JSON, PLAIN),
    "a refusal": ("POST", "/wishes", JSON, wanted(101)),
    "a crash": ("POST", "/wishes", JSON, wanted(13)),
    "other method": ("PUT", "/wishes", JSON, PLAIN),
    "a slash more": ("POST", "/wishes/", JSON, PLAIN),
    "a thing": ("GET", f"/things/{THING}", SIGNED_IN, b""),
    "a thing in capitals": ("GET", f"/things/{str(THING).upper()}", SIGNED_IN, b""),
    "a thing without dashes": ("GET", f"/things/{THING.hex}", SIGNED_IN, b""),
    "braces": ("GET", "/things/{" + THING.hex + "}ab", SIGNED_IN, b""),
    "no thing": ("GET", f"/things/{'x' * 36}", SIGNED_IN, b""),
    "only asked for": ("HEAD", f"/things/{THING}", SIGNED_IN, b""),
    "not permitted": ("GET", f"/secrets/{THING}", SIGNED_IN, b""),
    "not permitted, not signed in": ("GET", f"/secrets/{THING}", {}, b""),
    "signed": ("POST", "/signed/bank-1", {"Signature": "bank-1 4 b'abc'"}, b"abcd"),
    "signed, a wrong token": (
        *("POST", "/signed/bank-1"),
        {"Signature": "bank-1 4 b'abc'", "Authorization": "Bearer bad"},
        b"abcd",
    ),
    "signed, no body": ("POST", "/signed/bank-1", {"Signature": "bank-1 0 b''"}, b""),
    "signed, no UTF-8": (
        *("POST", "/signed/bank-1"),
        {"Signature": "bank-1 3 b'\\xff\\xfe\\x00'"},
        b"\xff\xfe\x00",
    ),
    "signed, long": ("POST", "/signed/bank-1", {"Signature": "bank-1 50000 b'xxx'"}, b"x" * 50_000),
    "signed otherwise": ("POST", "/signed/bank-1", {"Signature": "bank-2 4 b'abc'"}, b"abcd"),
    "signed, odd name": ("POST", "/signed/Bank%20One", {"Signature": "Bank One 1 b'a'"}, b"a"),
    "signed, a query": ("POST", "/signed/bank-1?a=1", {"Signature": "bank-1 4 b'abc'"}, b"abcd"),
    "signed, deeper": ("POST", "/signed/bank-1/more", {}, b""),
    "a plain one beside": ("POST", "/signed/plain", {}, b"abcd"),
}


@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize("piece", [None, 7, 20_000])
async def test_both_ways_give_one_answer(
    both: list[httpx.AsyncClient], name: str, piece: int | None
) -> None:
    method, path, headers, body = CASES[name]
    answers = []
    for client in both:
        content: Any = body if piece is None else in_pieces(body, piece)
        got = await client.request(
            method, path, headers={**headers, "X-Request-Id": MARK}, content=content
        )
        # The framework writes the allowed methods in any order.
        told = sorted((k, sorted(v.split(", "))) for k, v in got.headers.multi_items())
        answers.append((got.status_code, told, got.content))
    assert answers[0] == answers[1]


async def test_the_cases_reach_what_they_are_for(both: list[httpx.AsyncClient]) -> None:
    """Else both ways could agree in refusing everything."""
    found = {}
    for name, (method, path, headers, body) in CASES.items():
        got = await both[0].request(method, path, headers=headers, content=body)
        found[name] = got.status_code
    by_status: dict[int, set[str]] = {}
    for name, status in found.items():
        by_status.setdefault(status, set()).add(name)
    assert {"good", "charset", "small bearer", "long"} <= by_status[201]
    assert {
        "a thing",
        "signed",
        "signed, no body",
        "signed, no UTF-8",
        "signed, long",
    } <= by_status[200]
    assert {"signed, a wrong token", "signed, odd name", "a plain one beside"} <= by_status[200]
    assert {"no token", "wrong token", "other scheme", "empty token"} <= by_status[401]
    assert {"not permitted"} <= by_status[403]
    assert {"a refusal", "signed otherwise"} <= by_status[409]
    assert {"a crash"} <= by_status[500]
    assert {"garbage", "no UTF-8", "unknown field", "too long", "a fraction"} <= by_status[400]


SHORT = [
    "",
    "?",
    "?limit=5",
    "?limit=100",
    "?cursor=aB_-9",
    "?limit=7&cursor=x",
    "?cursor=x&limit=1",
]
WHOLE = [
    *("?limit=99", "?limit=0", "?limit=101", "?limit=05", "?limit=+5", "?limit=5.0", "?limit="),
    *("?limit=5&limit=5", "?limit=5&limit=6", "?cursor=a&cursor=b", "?limit=99999999999999999999"),
    *(
        "?cursor=",
        "?cursor=a%20b",
        "?cursor=a+b",
        "?cursor=%D0%B6",
        "?cursor=\u0436",
        "?c%75rsor=x",
    ),
    *("?word=x", "?word=x&limit=3", "?other=1", "?&limit=5", "?limit", "?limit=5&", "?Limit=5"),
]


@pytest.mark.parametrize("query", [*SHORT, *WHOLE])
async def test_a_plain_query_goes_the_short_way_and_every_query_is_answered_alike(
    both: list[httpx.AsyncClient], query: str
) -> None:
    short_calls.clear()
    answers = []
    for client in both:
        headers = {**SIGNED_IN, "X-Request-Id": MARK}
        got = await client.get(f"/lists{query}", headers=headers)
        answers.append((got.status_code, sorted(got.headers.multi_items()), got.content))
    assert answers[0] == answers[1]
    assert len(short_calls) == (query in SHORT)


async def test_a_caller_that_goes_away_in_the_middle_is_no_crash(
    both: list[httpx.AsyncClient],
) -> None:
    for client in both:
        transport: Any = client._transport
        sent: list[Any] = []
        parts = iter([{"type": "http.request", "body": PLAIN[:9], "more_body": True}])

        async def receive(parts: Any = parts) -> Any:
            return next(parts, {"type": "http.disconnect"})

        async def send(message: Any, sent: list[Any] = sent) -> None:
            sent.append(message)

        scope = {
            "type": "http",
            "asgi": {"version": "3.0"},
            "http_version": "1.1",
            "method": "POST",
            "path": "/api/v1/wishes",
            "raw_path": b"/api/v1/wishes",
            "query_string": b"",
            "root_path": "",
            "scheme": "http",
            "server": ("testserver", 80),
            "client": ("127.0.0.1", 1),
            "headers": [(k.lower().encode(), v.encode()) for k, v in JSON.items()],
        }
        await transport.app(scope, receive, send)
        assert [m["status"] for m in sent if m["type"] == "http.response.start"] != [201]
