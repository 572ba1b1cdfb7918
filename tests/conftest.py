"""What every test stands on: a real PostgreSQL, a fresh database, keys, and a fixed set-up."""

import os
import shutil
import tempfile
import uuid
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import psycopg
import pytest
import pytest_asyncio
from psycopg import conninfo, sql
from tests.sandbox.fixtures import receiver, sandbox, sandbox_server
from tests.system import System, running

from batua.apps.embedded import Embedded
from batua.kit import lane
from batua.kit.db import Database, DatabaseSettings, Tx
from batua.kit.migrate import migrate
from batua.kit.secrets import KeyRing

__all__ = ["receiver", "sandbox", "sandbox_server"]

TEMPLATE = "batua_template"
_NOBODY = "http://127.0.0.1:9"
OUT_OF_REACH = {
    f"BATUA_GATEWAYS_CASHFREE_{name}": value
    for name, value in {
        "URL": _NOBODY,
        "CLIENT_ID": "batua",
        "CLIENT_SECRET": "nobody-asks",
        "PAYOUT_CLIENT_ID": "batua",
        "PAYOUT_CLIENT_SECRET": "nobody-asks",
    }.items()
}
"""Nothing listens there: no call arrives, so that money certainly goes on to the next rail."""


@pytest.fixture(scope="session")
def server_url(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Iterator[str]:
    """One PostgreSQL server for the whole run, shared by all workers of pytest-xdist.

    BATUA_TEST_DATABASE_URL names another server to test against.
    """
    given = os.environ.get("BATUA_TEST_DATABASE_URL")
    if given:
        yield given
        return
    folder = Path(tempfile.mkdtemp(prefix="batua-pg-", dir=_in_memory()))
    # A power cut may take these files: they are thrown away at the end anyway.
    server = Embedded(folder, {"fsync": "off", "full_page_writes": "off"})
    try:
        yield server.start()
    finally:
        server.stop(fast=True)
        shutil.rmtree(folder, ignore_errors=True)


def _in_memory() -> str | None:
    """A folder in memory where there is plenty of it: a fresh database is then made in half the time."""
    memory = Path("/dev/shm")  # noqa: S108 - the folder in it is ours alone
    if memory.is_dir() and shutil.disk_usage(memory).free > 8 << 30:
        return str(memory)
    return None


@pytest.fixture(scope="session")
def template_url(server_url: str) -> str:
    """A migrated database that fresh ones are copied from."""
    url = database_url(server_url, TEMPLATE)
    with psycopg.connect(server_url, autocommit=True) as conn:
        conn.execute(sql.SQL("DROP DATABASE IF EXISTS {}").format(sql.Identifier(TEMPLATE)))
        conn.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(TEMPLATE)))
    migrate(url)
    return url


def database_url(server: str, name: str) -> str:
    """The same server, another database."""
    parts = conninfo.conninfo_to_dict(server)
    user, host = parts.get("user", "postgres"), parts.get("host", "")
    password = f":{parts['password']}" if parts.get("password") else ""
    port = f"&port={parts['port']}" if parts.get("port") else ""
    return f"postgresql://{user}{password}@/{name}?host={host}{port}"


def copy_database(server_url: str) -> str:
    """A fresh database with every table and function, in a few hundredths of a second."""
    name = f"t_{uuid.uuid4().hex[:12]}"
    with psycopg.connect(server_url, autocommit=True) as conn:
        conn.execute(
            sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(
                sql.Identifier(name), sql.Identifier(TEMPLATE)
            )
        )
    return database_url(server_url, name)


def drop_database(server_url: str, url: str) -> None:
    name = conninfo.conninfo_to_dict(url)["dbname"]
    with psycopg.connect(server_url, autocommit=True) as conn:
        conn.execute(
            sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(str(name)))
        )


@pytest.fixture
def database(server_url: str, template_url: str) -> Iterator[str]:
    """The URL of a database of this test's own; use it when the test commits."""
    url = copy_database(server_url)
    yield url
    drop_database(server_url, url)


@asynccontextmanager
async def opened(url: str, **settings: int) -> AsyncIterator[Database]:
    """A pool on a database, closed at the end."""
    db = Database(DatabaseSettings(url=url, **settings))
    await db.open()
    try:
        yield db
    finally:
        await db.close()


@pytest_asyncio.fixture
async def db(database: str, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Database]:
    """A Database on a fresh database of this test's own."""
    # Patient: on a busy machine it takes long to get a turn.
    monkeypatch.setattr(lane, "STALLED_WAITS_S", (*lane.STALLED_WAITS_S, *[1.0] * 30))
    async with opened(database, pool_max=20, wait_s=30, lock_timeout_s=30) as found:
        yield found


@pytest.fixture(scope="session")
def shared_database(server_url: str, template_url: str) -> Iterator[str]:
    """A database for tests that roll back."""
    url = copy_database(server_url)
    yield url
    drop_database(server_url, url)


@pytest_asyncio.fixture
async def tx(shared_database: str) -> AsyncIterator[Tx]:
    """A transaction of the runtime role that is rolled back when the test ends."""
    conn = await psycopg.AsyncConnection.connect(
        shared_database, options="-c role=batua_app -c timezone=UTC", autocommit=True
    )
    try:
        async with conn.transaction(force_rollback=True):
            yield conn
    finally:
        await conn.close()


@pytest.fixture(scope="session")
def keys() -> KeyRing:
    """A key ring of two keys, the first one current."""
    return KeyRing({"k002": b"2" * 32, "k001": b"1" * 32}, b"i" * 32)


@pytest.fixture(scope="session")
def system() -> Iterator[System]:
    """The whole system as `batua up` runs it, without demo people; one of its rails is out of reach.

    Tests that share it are of the xdist group `system`, so that it is started once.
    """
    with running(env=OUT_OF_REACH) as found:
        yield found
