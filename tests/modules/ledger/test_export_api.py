"""The ledger over HTTP: for auditors and admins, streamed, of the period asked for."""

import tracemalloc
from collections.abc import AsyncIterator
from contextlib import aclosing
from pathlib import Path

import httpx
import pytest
import pytest_asyncio
from tests.modules.ledger.given import inr, order, wallet
from tests.modules.ledger.test_moving import ACCOUNTS, ENTRY, HEAD, A, B, rows, sources

from batua.kit.caller import Caller
from batua.kit.copying import BLOCK_BYTES
from batua.kit.db import Database
from batua.kit.ids import new_id
from batua.kit.secrets import KeyRing
from batua.kit.tables import Format, csv_of_parquet
from batua.kit.web import AppParts, WebSettings, create_app
from batua.modules.ledger import api
from batua.modules.ledger import service as ledger
from batua.modules.ledger.service import exporting
from batua.modules.ledger.types import PERMISSIONS, Leg
from batua.modules.ledger.types.moving import Sheet


@pytest_asyncio.fixture
async def http(db: Database, keys: KeyRing) -> AsyncIterator[httpx.AsyncClient]:
    """Somebody whose role is her token."""

    async def authenticate(token: str) -> Caller:
        return Caller(new_id(), new_id(), new_id(), frozenset({token}), "en")

    app = create_app(
        AppParts(
            db=db,
            keys=keys,
            routes=api.ROUTES,
            authenticate=authenticate,
            grants=PERMISSIONS,
            web_settings=WebSettings(public_url="https://batua.example", rate_factor=1000),
        )
    )
    transport = httpx.ASGITransport(app, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://batua.test") as client:
        yield client


def role(name: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {name}"}


@pytest.mark.parametrize("name", ["person", "support"])
async def test_others_may_not_have_the_ledger(http: httpx.AsyncClient, name: str) -> None:
    answer = await http.get("/api/v1/ledger/export", headers=role(name))
    assert (answer.status_code, answer.json()["code"]) == (403, "kit.not_permitted")


@pytest.mark.parametrize("format", Format)
async def test_an_auditor_gets_every_sheet(
    http: httpx.AsyncClient, db: Database, tmp_path: Path, format: Format
) -> None:
    async with db.transaction() as tx:
        asha = await wallet(tx, 500)
    for sheet in Sheet:
        answer = await http.get(
            "/api/v1/ledger/export",
            params={"what": sheet, "format": format},
            headers=role("auditor"),
        )
        assert answer.status_code == 200
        assert answer.headers["content-type"] == format.media_type
        assert f'filename="batua-{sheet}.{format}"' in answer.headers["content-disposition"]
        async with db.read() as tx, aclosing(ledger.export(tx, sheet, format)) as blocks:
            whole = b"".join([block async for block in blocks])
        assert answer.content == whole
        if sheet is Sheet.ACCOUNTS:
            path = tmp_path / "accounts"
            path.write_bytes(whole)
            text = b"".join(csv_of_parquet(path)) if format is Format.PARQUET else whole
            assert str(asha).encode() in text


async def test_only_the_period_that_is_asked_for(
    http: httpx.AsyncClient, db: Database, tmp_path: Path
) -> None:
    postings = HEAD + rows(1, A, B, 5) + rows(2, A, B, 6) + rows(3, A, B, 7)
    await ledger.take_in(db, sources(tmp_path, accounts=ACCOUNTS, postings=postings))
    answer = await http.get(
        "/api/v1/ledger/export",
        params={"from": "2026-01-01T00:00:02Z", "until": "2026-01-01T00:00:03Z"},
        headers=role("admin"),
    )
    lines = answer.text.splitlines()[1:]
    assert [line.split(",")[0] for line in lines] == [ENTRY.format(2)] * 2


async def test_a_period_that_ends_before_it_begins_is_refused(http: httpx.AsyncClient) -> None:
    answer = await http.get(
        "/api/v1/ledger/export",
        params={"from": "2026-01-02T00:00:00Z", "until": "2026-01-01T00:00:00Z"},
        headers=role("auditor"),
    )
    assert (answer.status_code, answer.json()["code"]) == (400, "ledger.period_invalid")


async def test_what_a_spreadsheet_takes_for_a_formula_is_harmless(db: Database) -> None:
    async with db.transaction() as tx:
        asha, ravi = await wallet(tx, 500), await wallet(tx)
        for ref in ("=1+1", "'=1", "@x", "plain"):
            await ledger.post(tx, order(Leg(asha, ravi, inr(1)), ref=ref))
    async with db.read() as tx, aclosing(ledger.export(tx, Sheet.POSTINGS, Format.CSV)) as blocks:
        text = b"".join([block async for block in blocks]).decode()
    refs = {line.split(",")[5] for line in text.splitlines()[3:]}
    assert refs == {"'=1+1", "''=1", "'@x", "plain"}


@pytest.mark.parametrize("format", [Format.CSV, Format.NDJSON])
async def test_an_export_holds_a_few_blocks_however_long_it_is(
    db: Database, tmp_path: Path, format: Format
) -> None:
    text = "".join(
        rows(0, A, B, 1).replace(ENTRY.format(0), ENTRY.format(n)) for n in range(1, 12_001)
    )
    accounts = ACCOUNTS.replace("700", "70000").replace("-1000", "-70300")
    taken = await ledger.take_in(db, sources(tmp_path, accounts=accounts, postings=HEAD + text))
    assert taken.faults == ()
    size, largest = 0, 0
    tracemalloc.start()
    try:
        stream = await exporting.export_stream(db, Sheet.POSTINGS, format)
        async with aclosing(stream) as blocks:
            async for block in blocks:
                size += len(block)
                largest = max(largest, len(block))
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert size > 12 * BLOCK_BYTES
    assert largest < 2 * BLOCK_BYTES
    assert peak < 12 * BLOCK_BYTES
