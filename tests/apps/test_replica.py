"""The read replica: a real standby answers reports, and nobody is worse off when it cannot."""

import asyncio
import itertools
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import httpx
import psycopg
import pytest
import pytest_asyncio
from tests.apps.served import served
from tests.modules.payments import given
from tests.modules.payments.client import Client, rupees
from tests.modules.payments.given import Someone
from tests.standby import DEADLINE_S, FAST, Pair, ask, eventually, running, why_not

from batua.apps import keyfile, moving, replicas, wiring
from batua.apps.embedded import Embedded
from batua.apps.finding import Finding, State
from batua.apps.moving import Wish
from batua.kit import metrics, replica
from batua.kit.db import Database, DatabaseSettings, Tx, execute, fetch_value
from batua.kit.replica import ReplicaSettings
from batua.kit.secrets import KeyRing
from batua.kit.tables import Format
from batua.modules.identity.types import Role
from batua.modules.ledger.types.moving import Period, Sheet

pytestmark = pytest.mark.xdist_group("replica")
PHONES = itertools.count(9_700_000_000)


@pytest.fixture(scope="module")
def servers() -> Iterator[Pair]:
    with running() as found:
        yield found


@pytest.fixture
def pair(servers: Pair, monkeypatch: pytest.MonkeyPatch) -> Iterator[Pair]:
    """Both servers, left as they were found, watched closely and with patience."""
    monkeypatch.setattr(replica, "LOOK_S", 0.05)
    monkeypatch.setattr(replica, "LOOK_TIMEOUT_S", 30.0)
    monkeypatch.setattr(replica, "CONNECT_TIMEOUT_S", 30)
    yield servers
    servers.standby.start()
    servers.resume()


@asynccontextmanager
async def opened(pair: Pair, url: str | None = None, **settings: int) -> AsyncIterator[Database]:
    # Patient: on a busy machine it takes long to get a turn.
    patient = {"wait_s": 30, "max_age_s": 600, **settings}
    chosen = ReplicaSettings(url=pair.standby.url if url is None else url, **patient)
    db = Database(DatabaseSettings(url=pair.primary.url, wait_s=30), replica=chosen)
    await db.open()
    try:
        yield db
    finally:
        await db.close()


@pytest_asyncio.fixture
async def db(pair: Pair) -> AsyncIterator[Database]:
    """A database whose replica is in use."""
    async with opened(pair) as found:
        await eventually(lambda: why_not(found) is None)
        yield found


async def is_standby(tx: Tx) -> bool:
    return bool(await fetch_value(tx, "SELECT pg_is_in_recovery()"))


def reports(answered_by: str, reason: str = "") -> float:
    labels = {"answered_by": answered_by, "reason": reason}
    return metrics.registry.get_sample_value("batua_reports_total", labels) or 0.0


@pytest_asyncio.fixture
async def http(db: Database, keys: KeyRing) -> AsyncIterator[httpx.AsyncClient]:
    async with served(db, keys) as client:
        yield client


async def someone(db: Database, keys: KeyRing, name: str, **more: Any) -> Someone:
    return await given.someone(db, keys, name, f"+91{next(PHONES)}", money=1_000_00, **more)


@pytest_asyncio.fixture
async def asha(db: Database, keys: KeyRing) -> Someone:
    return await someone(db, keys, "Asha Devi")


@pytest_asyncio.fixture
async def bina(db: Database, keys: KeyRing) -> Someone:
    return await someone(db, keys, "Bina Kumari")


async def paid(client: Client, payee: Someone, note: str) -> str:
    body = {"payee": str(payee.id), "amount": rupees(10), "note": note}
    answer = await client("POST", "/payments", body, headers={"Idempotency-Key": note})
    assert answer.status_code == 201, answer.text
    return str(answer.json()["id"])


async def notes(client: Client) -> tuple[list[str], float]:
    """The notes of the history, and how old it says that it is."""
    answer = await client("GET", "/payments")
    assert answer.status_code == 200, answer.text
    return [item["note"] for item in answer.json()["items"]], float(
        answer.headers["batua-data-age"]
    )


async def test_reports_are_read_on_the_replica(db: Database) -> None:
    before = reports("replica")
    assert await db.report(is_standby) is True
    assert reports("replica") == before + 1
    assert db.reports_itself() is False
    async with db.read() as tx:
        assert await is_standby(tx) is False


async def test_a_history_says_how_old_it_is_while_the_replica_lags(
    pair: Pair, http: httpx.AsyncClient, asha: Someone, bina: Someone
) -> None:
    client = Client(http, asha)
    payment = await paid(client, bina, "tea")
    pair.pause()
    # Behind the back of the system: its own changes of a history are seen at once.
    ask(
        pair.primary.url,
        "UPDATE payments.payment SET note = 'coffee' WHERE id = %s RETURNING 1",
        payment,
    )
    ages = []
    deadline = time.monotonic() + DEADLINE_S
    while len(ages) < 2:
        assert time.monotonic() < deadline
        found, age = await notes(client)
        assert found == ["tea"]
        if age > (ages[-1] if ages else 0.2):
            ages.append(age)
    pair.resume()
    assert (await notes(client))[0] == ["coffee"]


async def test_own_payments_are_seen_by_both_sides_though_the_replica_lacks_them(
    pair: Pair, http: httpx.AsyncClient, asha: Someone, bina: Someone
) -> None:
    pair.pause()
    before = reports("primary", "behind_own")
    await paid(Client(http, asha), bina, "tea")
    for who in (asha, bina):
        client = Client(http, who)
        assert await notes(client) == (["tea"], 0.0)
        wallets = (await client("GET", "/wallets")).json()["items"]
        wallet = f"/wallets/{wallets[0]['id']}"
        lines = (await client("GET", f"{wallet}/statement")).json()["items"]
        assert [line["kind"] for line in lines] == ["send", "top_up"]
        held = (await client("GET", f"{wallet}/balance")).json()["balance"]
        assert held == wallets[0]["balance"]
        assert "tea" in (await client("GET", "/payments/export.csv")).text
    assert reports("primary", "behind_own") == before + 8


async def test_somebody_else_is_still_served_by_the_replica(
    pair: Pair, db: Database, keys: KeyRing, http: httpx.AsyncClient, asha: Someone, bina: Someone
) -> None:
    other = await someone(db, keys, "Chitra Rao")
    pair.pause()
    await paid(Client(http, asha), bina, "tea")
    before = reports("replica")
    assert (await notes(Client(http, other)))[0] == []
    assert reports("replica") == before + 1


async def test_what_the_replica_does_not_know_yet_is_no_refusal(
    pair: Pair, db: Database, keys: KeyRing, http: httpx.AsyncClient
) -> None:
    pair.pause()
    late = Client(http, await someone(db, keys, "Divya Nair"))
    wallet = (await late("GET", "/wallets")).json()["items"][0]["id"]
    answer = await late("GET", f"/wallets/{wallet}/statement")
    assert (answer.status_code, len(answer.json()["items"])) == (200, 1)
    nobodys = await late("GET", f"/wallets/{late.who.id}/statement")
    assert (nobodys.status_code, nobodys.json()["code"]) == (404, "payments.wallet_not_found")


async def test_a_replica_that_dies_is_missed_by_nobody_and_comes_back(
    pair: Pair, db: Database, http: httpx.AsyncClient, asha: Someone, bina: Someone
) -> None:
    client = Client(http, asha)
    await paid(client, bina, "tea")
    pair.kill_standby()
    assert (await notes(client))[0] == ["tea"]
    await eventually(lambda: why_not(db) == "away")
    assert await notes(client) == (["tea"], 0.0)
    ready = await http.get("/readyz")
    assert (ready.status_code, ready.json()["status"]) == (200, "ready")
    told = ready.json()["replica"]
    assert (told["used"], told["reason"]) == (False, "away")
    assert "batua_replica_used 0.0" in (await http.get("/metrics")).text
    pair.standby.start()
    await eventually(lambda: why_not(db) is None)
    assert await db.report(is_standby) is True


async def test_a_connection_that_is_cut_in_the_middle_of_a_report_is_made_good(
    db: Database,
) -> None:
    asked: list[bool] = []

    async def question(tx: Tx) -> str:
        asked.append(await is_standby(tx))
        if asked[-1]:
            await execute(tx, "SELECT pg_terminate_backend(pg_backend_pid())")
        return "told"

    before = reports("primary", "failed")
    assert await db.report(question) == "told"
    assert (asked, reports("primary", "failed")) == ([True, False], before + 1)


async def test_a_report_that_takes_too_long_on_the_replica_goes_to_the_primary(
    pair: Pair,
) -> None:
    async def question(tx: Tx) -> bool:
        if await is_standby(tx):
            await execute(tx, "SELECT pg_sleep(60)")
        return await is_standby(tx)

    async with opened(pair, statement_timeout_s=1) as db:
        await eventually(lambda: why_not(db) is None)
        assert await db.report(question) is False


async def test_a_replica_that_is_too_old_is_not_asked(pair: Pair) -> None:
    async with opened(pair, max_age_s=1) as db:
        await eventually(lambda: why_not(db) is None)
        pair.pause()
        ask(pair.primary.url, "SELECT pg_logical_emit_message(true, 'test', 'a write')")
        await eventually(lambda: why_not(db) == "too_old")
        before = reports("primary", "too_old")
        assert await db.report(is_standby) is False
        assert reports("primary", "too_old") == before + 1
        assert db.replica is not None
        assert db.replica.age_s > 1
        pair.resume()
        deadline = time.monotonic() + DEADLINE_S
        while not await db.report(is_standby):  # a slow machine may be too old for a moment
            assert time.monotonic() < deadline
            await asyncio.sleep(0.02)


async def test_an_idle_primary_leaves_the_replica_young(pair: Pair, db: Database) -> None:
    """However long ago the last transaction was replayed: nothing is missing."""
    pair.caught_up()
    young = db.replica
    assert young is not None
    began = time.monotonic()
    await eventually(lambda: time.monotonic() - began > 1.5 and young.age_s < 1)
    assert why_not(db) is None


async def test_nothing_can_be_written_by_a_report(db: Database) -> None:
    async def question(tx: Tx) -> int:
        return await execute(tx, "DELETE FROM payments.wallet")

    with pytest.raises(psycopg.errors.ReadOnlySqlTransaction):
        await db.report(question)
    assert db.replica is not None
    async with db.replica.snapshot() as (tx, _):
        await tx.rollback()
        with pytest.raises(psycopg.errors.ReadOnlySqlTransaction):
            await execute(tx, "CREATE TABLE x ()")


async def test_the_ledger_is_exported_from_the_replica(
    pair: Pair, db: Database, keys: KeyRing, http: httpx.AsyncClient
) -> None:
    auditor = await someone(db, keys, "Esha Roy")
    sql = "UPDATE identity.person SET roles = %s WHERE id = %s RETURNING 1"
    assert ask(pair.primary.url, sql, [Role.PERSON, Role.AUDITOR], auditor.id) == 1
    client = Client(http, auditor)
    pair.pause()
    had = await client("GET", "/ledger/export?what=accounts")
    assert had.status_code == 200, had.text
    await someone(db, keys, "Farah Khan")
    before = reports("replica")
    again = await client("GET", "/ledger/export?what=accounts")
    assert (again.text, reports("replica")) == (had.text, before + 1)
    assert float(again.headers["batua-data-age"]) > 0
    pair.kill_standby()
    await eventually(lambda: why_not(db) == "away")
    now = await client("GET", "/ledger/export?what=accounts")
    assert (now.status_code, now.headers["batua-data-age"]) == (200, "0.000")
    assert len(now.text.splitlines()) == len(had.text.splitlines()) + 1


async def test_the_command_exports_from_the_standby_it_is_pointed_at(
    pair: Pair, db: Database, keys: KeyRing, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    await someone(db, keys, "Gita Pillai")
    await asyncio.to_thread(pair.caught_up)
    found = []
    for server in (pair.primary, pair.standby):
        monkeypatch.setenv("DATABASE_URL", server.url)
        out = tmp_path / "books.csv"
        wish = Wish(Format.CSV, Sheet.POSTINGS, Period(), str(out))
        assert await asyncio.to_thread(moving.export, tmp_path, wish, quiet=True) == 0
        found.append(out.read_text())
    assert found[0] == found[1]
    assert len(found[0].splitlines()) > 2


async def test_without_a_replica_the_primary_answers_and_says_so(pair: Pair, keys: KeyRing) -> None:
    async with opened(pair, url="") as db, served(db, keys) as http:
        assert db.replica is None
        before = reports("primary")
        assert (db.reports_itself(), reports("primary")) == (True, before + 1)
        asha = await someone(db, keys, "Asha Devi")
        assert await notes(Client(http, asha)) == ([], 0.0)
        assert (await http.get("/readyz")).json() == {"status": "ready"}
        assert "batua-data-age" not in (await Client(http, asha)("GET", "/wallets")).headers


async def test_every_process_takes_the_replica_of_the_settings(
    pair: Pair, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    env = {
        "DATABASE_URL": pair.primary.url,
        "DATABASE_READ_URL": pair.standby.url,
        "BATUA_SMS_KEY_SECRET": "none is sent",
        "BATUA_FILES_URL": str(tmp_path),
    }
    for name, value in {**env, **keyfile.make(tmp_path)}.items():
        monkeypatch.setenv(name, value)
    async with wiring.open_house() as house:
        await eventually(lambda: why_not(house.db) is None)
        assert await house.db.report(is_standby) is True


@pytest.fixture
def stranger(tmp_path: Path) -> Iterator[str]:
    """A standby of quite another database, that waits for a log which never comes."""
    server = Embedded(tmp_path / "stranger", FAST)
    with psycopg.connect(server.start(), autocommit=True) as connection:
        connection.execute("CREATE ROLE batua_app")
    server.stop()
    (server.data / "standby.signal").touch()
    try:
        yield server.start()
    finally:
        server.stop()


def finding(pair: Pair, url: str, monkeypatch: pytest.MonkeyPatch) -> Finding:
    monkeypatch.setenv("DATABASE_READ_URL", url)
    with psycopg.connect(pair.primary.url, autocommit=True) as connection:
        (found,) = replicas.examine(connection)
    assert bool(found.mend) == (found.state is not State.OK)
    return found


async def test_what_is_no_replica_of_this_database_is_not_asked(
    pair: Pair, stranger: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for url, reason, words in (
        (pair.primary.url, "not_a_standby", "is no replica"),
        (stranger, "other_database", "follows another database"),
        ("postgresql://me@127.0.0.1:1/x", "away", "does not answer"),
    ):
        async with opened(pair, url=url) as db:
            await eventually(lambda db=db, reason=reason: why_not(db) == reason)
            assert await db.report(is_standby) is False
        found = finding(pair, url, monkeypatch)
        assert (found.state, words in found.detail) == (State.BROKEN, True), found


def test_the_doctor_says_how_the_replica_is(pair: Pair, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(replicas, "CATCH_UP_S", 30.0)
    assert finding(pair, pair.standby.url, monkeypatch).state is State.OK
    monkeypatch.setattr(replicas, "CATCH_UP_S", 0.2)
    pair.pause()
    ask(pair.primary.url, "SELECT pg_logical_emit_message(true, 'test', 'a write')")
    found = finding(pair, pair.standby.url, monkeypatch)
    assert (found.state, "replay is paused" in found.detail) == (State.WARNING, True), found
    assert finding(pair, "nonsense=1", monkeypatch).state is State.BROKEN
