"""The proof over HTTP: the head for anybody, the rest for those who run the house."""

import hmac
import json
from collections.abc import AsyncIterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from typing import Any

import httpx
import pytest
from tests.modules.ledger.given import wallet

from batua.kit import jobs
from batua.kit.caller import Caller
from batua.kit.db import Database
from batua.kit.ids import new_id
from batua.kit.secrets import KeyRing
from batua.kit.web import AppParts, WebSettings, create_app
from batua.modules.identity.errors import NotSignedIn
from batua.modules.ledger import api
from batua.modules.ledger import service as ledger
from batua.modules.ledger.providers.heads import HeadPost
from batua.modules.ledger.types import PERMISSIONS, Proofs

PROOFS = Proofs(key=b"the key of this test".ljust(32))


@pytest.fixture
async def http(db: Database, keys: KeyRing) -> AsyncIterator[httpx.AsyncClient]:
    """Whoever says her role as her token has it."""

    async def authenticate(token: str) -> Caller:
        if token not in {"person", "auditor"}:
            raise NotSignedIn
        return Caller(new_id(), new_id(), new_id(), frozenset({token}), "en")

    parts = AppParts(
        db=db,
        keys=keys,
        routes=api.ROUTES,
        authenticate=authenticate,
        grants=PERMISSIONS,
        web_settings=WebSettings(rate_factor=1000),
        rooms={},
    )
    transport = httpx.ASGITransport(create_app(parts), raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://b/api/v1") as client:
        yield client


def as_(role: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {role}"}


async def test_the_head_is_for_anybody(http: httpx.AsyncClient, db: Database) -> None:
    async with db.transaction() as tx:
        await wallet(tx, 100)
    empty = (await http.get("/ledger/head")).json()
    assert empty == {"n": 0, "head": None, "sealed_at": None, "entries": 0, "waiting": 1}
    await ledger.seal(db, PROOFS)
    found = (await http.get("/ledger/head")).json()
    async with db.read() as tx:
        head = await ledger.head(tx)
    assert head is not None
    assert (found["n"], found["head"], found["entries"]) == (1, head.head.hex(), 1)
    assert found["waiting"] == 0


async def test_the_rest_is_for_those_who_run_the_house(
    http: httpx.AsyncClient, db: Database
) -> None:
    for method, path in (
        ("GET", "/ledger/blocks"),
        ("GET", "/ledger/verifications"),
        ("POST", "/ledger/verifications"),
    ):
        assert (await http.request(method, path)).status_code == 401
        assert (await http.request(method, path, headers=as_("person"))).status_code == 403
    found = await http.get("/ledger/verifications", headers=as_("auditor"))
    assert found.json() == {"items": [], "next": None}, "nothing was begun"


async def test_a_run_is_asked_for_done_and_shown(http: httpx.AsyncClient, db: Database) -> None:
    async with db.transaction() as tx:
        await wallet(tx, 100)
    await ledger.seal(db, PROOFS)
    asked = await http.post("/ledger/verifications", headers=as_("auditor"))
    assert (asked.status_code, asked.json()["state"]) == (202, "waiting")
    again = await http.post("/ledger/verifications", headers=as_("auditor"))
    assert again.json()["id"] == asked.json()["id"]
    await jobs.run_due(jobs.Context(db, {ledger.PROOFS: PROOFS}))
    (run,) = (await http.get("/ledger/verifications", headers=as_("auditor"))).json()["items"]
    assert (run["state"], run["report"]["entries"], run["report"]["damages"]) == ("whole", 1, [])
    assert [part["name"] for part in run["report"]["parts"]][:3] == ["chain", "accounts", "entries"]
    (block,) = (await http.get("/ledger/blocks", headers=as_("auditor"))).json()["items"]
    assert (block["n"], block["postings"]) == (1, 2)


async def test_a_head_is_sent_elsewhere_signed(db: Database) -> None:
    taken: list[tuple[str, bytes]] = []

    class Keeper(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            taken.append((self.headers["Batua-Signature"], body))
            self.send_response(204)
            self.end_headers()

        def log_message(self, format: str, *args: Any) -> None:
            """Say nothing."""

    async with db.transaction() as tx:
        await wallet(tx, 100)
    await ledger.seal(db, PROOFS)
    server = HTTPServer(("127.0.0.1", 0), Keeper)
    thread = Thread(target=server.serve_forever)
    thread.start()
    try:
        here = HeadPost(f"http://127.0.0.1:{server.server_port}/heads", "a secret")
        away = HeadPost("http://127.0.0.1:1/heads", "a secret")
        assert await ledger.publish_head(db, [away, here]) == 1, "one that is away stops nobody"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
    ((signature, body),) = taken
    assert signature == hmac.digest(b"a secret", body, "sha256").hex()
    async with db.read() as tx:
        assert ledger.read_head(json.loads(body)) == await ledger.head(tx)
