"""A plain page of the history is one answer, whichever way it is asked for: short or whole."""

import asyncio
import random
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import httpx
import pytest
import pytest_asyncio
from tests.modules.payments import given
from tests.modules.payments.client import Client
from tests.modules.payments.given import Someone, inr

from batua.kit import ids
from batua.kit.db import Database
from batua.kit.page import encode_cursor
from batua.kit.secrets import KeyRing
from batua.kit.web import AppParts, WebSettings, create_app
from batua.modules.gateways.types import Rails
from batua.modules.identity import service as identity
from batua.modules.identity.types import PersonId, ProfileChange
from batua.modules.payments import api
from batua.modules.payments import service as payments
from batua.modules.payments.store import payment as store
from batua.modules.payments.types import PERMISSIONS, Payment, PaymentId, PaymentKind, PaymentStatus

START = datetime(2026, 11, 1, 6, tzinfo=UTC)
NOTES = ["", "Tea", 'a "quote" \\ and </script>', "चाय ₹", "two\nlines\x1f\u2028", "{}%s%(x)s"]


class Counted(payments.HistoryReader):
    """Counts how often it was asked."""

    count = 0

    async def page(
        self, person: PersonId, cursor: str | None, limit: int
    ) -> payments.PlainPage | None:
        self.count += 1
        return await super().page(person, cursor, limit)


@pytest.fixture
def reader(db: Database, keys: KeyRing) -> Counted:
    return Counted(db, keys)


@pytest_asyncio.fixture
async def http(db: Database, keys: KeyRing, reader: Counted) -> AsyncIterator[httpx.AsyncClient]:
    app = create_app(
        AppParts(
            db=db,
            keys=keys,
            routes=api.ROUTES,
            authenticate=identity.Authenticator(db, keys),
            grants=PERMISSIONS,
            web_settings=WebSettings(public_url="https://batua.example", rate_factor=1000),
            rooms={
                "callback_door": None,
                "sends": payments.Sends(db, keys),
                "bulk": payments.Bulk(db, keys),
                "wallet_reader": payments.WalletReader(db),
                "history_reader": reader,
                "rails": Rails({}, {}, keys),
            },
        )
    )
    transport = httpx.ASGITransport(app, raise_app_exceptions=False)  # type: ignore[arg-type]
    async with httpx.AsyncClient(transport=transport, base_url="http://batua.test") as client:
        yield client


@pytest_asyncio.fixture
async def people(db: Database, keys: KeyRing) -> list[Someone]:
    names = ["Asha Devi", "Bina", "Chitra Rao", "Deepa (demo)"]
    return [
        await given.someone(db, keys, name, f"+9199865432{place:02}", **more)
        for place, (name, more) in enumerate(
            zip(names, [{"handle": "asha"}, {}, {"language": "hi"}, {}], strict=True)
        )
    ]


@pytest_asyncio.fixture
async def past(db: Database, people: list[Someone]) -> list[Someone]:
    """Payments of every kind and state, several at one moment; the last two never got through."""
    chance = random.Random(7)
    async with db.transaction() as tx:
        for number in range(240):
            await store.add(tx, _payment(chance, people, number))
    return people


def _payment(chance: random.Random, people: list[Someone], number: int) -> Payment:
    first, second = chance.sample([one.id for one in people], 2)
    stage = list(PaymentStatus)[number % 5]
    if {first, second} & {people[3].id}:
        stage = chance.choice([PaymentStatus.FAILED, PaymentStatus.PENDING])
    kind = chance.choice([PaymentKind.SEND, PaymentKind.TOP_UP, PaymentKind.WITHDRAWAL])
    is_done = stage is PaymentStatus.SUCCEEDED
    is_open = stage in {PaymentStatus.PENDING, PaymentStatus.UNKNOWN}
    parts = chance.choice([0, 100_000, 120_000, 123_456, 7])
    at = START + timedelta(minutes=number // 3, microseconds=parts)
    return Payment(
        id=PaymentId(ids.new_id()),
        kind=kind,
        status=stage,
        payer=None if kind is PaymentKind.TOP_UP else first,
        payee=None if kind is PaymentKind.WITHDRAWAL else second,
        amount=inr(chance.randrange(1, 10**12)),
        fee=inr(chance.choice([0, 5])),
        note=chance.choice(NOTES),
        reference=f"R{number}",
        created_at=at,
        settled_at=None if is_open else at + timedelta(seconds=number % 2),
        entry=ids.new_id() if is_done else None,
        failure="declined" if stage is PaymentStatus.FAILED else None,
        payer_balance=inr(number) if is_done and kind is not PaymentKind.TOP_UP else None,
        payee_balance=inr(-number) if is_done and kind is not PaymentKind.WITHDRAWAL else None,
    )


async def both(who: Client, reader: Counted, limit: int | None, cursor: str | None) -> Any:
    """The same page by both ways, and that each way was the one that was meant."""
    before = reader.count
    plain = [f"limit={limit}"] * (limit is not None) + [f"cursor={cursor}"] * (cursor is not None)
    short = await who("GET", "/payments" + ("?" + "&".join(plain) if plain else ""))
    assert reader.count == before + 1
    # Written in another way, so that the short way leaves it to the whole one.
    told = [f"limi%74={limit or 30}"] + [f"cursor={cursor}"] * (cursor is not None)
    whole = await who("GET", "/payments?" + "&".join(told))
    assert reader.count == before + 1
    assert short.status_code == whole.status_code
    if short.status_code != 200:
        # A problem carries the number of its request.
        return {k: v for k, v in short.json().items() if k != "request_id"}, {
            k: v for k, v in whole.json().items() if k != "request_id"
        }
    assert _headers(short) == _headers(whole)
    assert short.content == whole.content
    return short.json(), whole.json()


def _headers(answer: httpx.Response) -> list[tuple[str, str]]:
    return sorted((k, v) for k, v in answer.headers.multi_items() if k != "x-request-id")


@pytest.mark.parametrize("limit", [None, 7, 100])
async def test_every_page_is_the_same_both_ways(
    past: list[Someone], http: Any, reader: Counted, limit: int | None
) -> None:
    for one in past:
        client, cursor, seen = Client(http, one), None, []
        while True:
            page, _ = await both(client, reader, limit, cursor)
            assert len(page["items"]) <= (limit or 30)
            seen += [item["reference"] for item in page["items"]]
            cursor = page["next"]
            if cursor is None:
                break
        assert len(seen) == len(set(seen)) > 60


async def test_an_empty_history_and_a_full_last_page_end(
    past: list[Someone], bina: Someone, http: Any, reader: Counted
) -> None:
    page, _ = await both(Client(http, bina), reader, 5, None)
    assert page == {"items": [], "next": None}
    asha = Client(http, past[0])
    whole = (await both(asha, reader, 100, None))[0]["items"]
    rest, _ = await both(asha, reader, 100, None)
    while rest["next"]:
        rest, _ = await both(asha, reader, 100, rest["next"])
        whole += rest["items"]
    half = len(whole) // 2
    first, _ = await both(asha, reader, half, None)
    last, _ = await both(asha, reader, len(whole) - half, first["next"])
    assert (first["items"] + last["items"], last["next"]) == (whole, None)


SOME_ID = UUID("0199c000-0000-7000-8000-000000000001")  # every process must name the cases alike


@pytest.mark.parametrize(
    "cursor",
    [
        "x",
        "WzEsMl0",
        encode_cursor((START,)),
        encode_cursor((START.replace(tzinfo=None), SOME_ID)),
        encode_cursor((datetime(1, 1, 1, tzinfo=UTC), SOME_ID)),
        encode_cursor((datetime(9999, 12, 31, tzinfo=UTC), SOME_ID)),
    ],
)
async def test_odd_cursors_are_answered_alike(
    past: list[Someone], http: Any, reader: Counted, cursor: str
) -> None:
    short, whole = await both(Client(http, past[0]), reader, 9, cursor)
    assert short == whole


@pytest.mark.parametrize(
    "query", ["direction=in", "text=Tea", "kind=send&limit=5", "limit=0", "limit=101", "limit=x"]
)
async def test_what_sifts_or_is_wrong_goes_the_whole_way(
    past: list[Someone], http: Any, reader: Counted, query: str
) -> None:
    got = await Client(http, past[0])("GET", f"/payments?{query}")
    assert got.status_code == (400 if "limit=" in query and "kind" not in query else 200)
    assert reader.count == 0


async def test_many_at_once_each_get_their_own(
    past: list[Someone], http: Any, reader: Counted
) -> None:
    clients = [Client(http, one) for one in past]
    alone = {
        (place, limit): (await client("GET", f"/payments?limit={limit}")).content
        for place, client in enumerate(clients)
        for limit in (3, 30)
    }
    asked = list(alone) * 5
    got = await asyncio.gather(*(clients[p]("GET", f"/payments?limit={n}") for p, n in asked))
    assert [answer.content for answer in got] == [alone[one] for one in asked]
    assert len(set(alone.values())) == len(alone)


async def test_a_strangers_cursor_is_only_a_place_in_time(
    past: list[Someone], http: Any, reader: Counted
) -> None:
    asha, bina = Client(http, past[0]), Client(http, past[1])
    cursor = (await asha("GET", "/payments?limit=20")).json()["next"]
    page, _ = await both(bina, reader, 100, cursor)
    mine = {str(past[1].id)}
    whole, _ = await both(bina, reader, 100, None)
    known = {item["id"] for item in whole["items"]}
    assert {item["id"] for item in page["items"]} <= known
    assert all(item["other"] is None or item["other"]["id"] not in mine for item in page["items"])


async def test_names_are_whole_once_money_has_gone_and_new_ones_show_at_once(
    db: Database, past: list[Someone], http: Any, reader: Counted, keys: KeyRing
) -> None:
    asha = Client(http, past[0])
    names = await _names(asha, reader)
    assert names[str(past[1].id)] == "Bina"
    assert names[str(past[3].id)] == identity.mask_name("Deepa (demo)")

    async with db.transaction() as tx:
        change = ProfileChange(name="Bina Rani", handle="rani")
        await identity.change_profile(tx, keys, past[1].caller, change, None)
    assert (await _names(asha, reader))[str(past[1].id)] == "Bina Rani"


async def _names(who: Client, reader: Counted) -> dict[str, str]:
    page, _ = await both(who, reader, 100, None)
    others = [item["other"] for item in page["items"] if item["other"]]
    return {other["id"]: other["name"] for other in others}
