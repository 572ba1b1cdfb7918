"""Identity at the lowest hashing cost, with an outbox in the place of text messages."""

from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from tests.conftest import copy_database, drop_database
from tests.modules.identity import given
from tests.modules.identity.edge import app_of, browser
from tests.modules.identity.given import CHEAP, Outbox

from batua.kit.files import Files, FileSettings
from batua.kit.secrets import KeyRing
from batua.modules.identity.service import Hasher, Means

_EMPTY = """
DELETE FROM identity.session;
DELETE FROM identity.device;
DELETE FROM identity.challenge;
DELETE FROM identity.pin;
DELETE FROM identity.credential;
UPDATE identity.person SET handle = NULL;
DELETE FROM identity.handle;
DELETE FROM identity.person;
DELETE FROM identity.pace;
DELETE FROM journal.fact;
"""


@pytest.fixture(scope="session")
def identity_database(server_url: str, template_url: str) -> Iterator[str]:
    """One database for all tests of identity, which commit nearly always."""
    url = copy_database(server_url)
    yield url
    drop_database(server_url, url)


@pytest.fixture
def database(identity_database: str) -> Iterator[str]:
    """Emptied after each test: a hundred times as fast as a database of its own."""
    yield identity_database
    with psycopg.connect(identity_database) as conn:
        conn.execute(_EMPTY)


@pytest.fixture
def outbox() -> Outbox:
    """Every text message, in order."""
    return Outbox()


@pytest.fixture
def means(keys: KeyRing, outbox: Outbox, tmp_path: Path) -> Means:
    """What the verbs need."""
    files = Files.from_settings(FileSettings(url=str(tmp_path / "files")))
    return Means(keys=keys, hasher=Hasher(CHEAP), messenger=outbox, files=files)


@pytest.fixture
async def client(db, means):
    """A client that keeps cookies like a browser."""
    async with browser(app_of(db, means)) as opened:
        yield opened


@pytest.fixture
async def asha(db, means):
    """Somebody with an e-mail, a password and a PIN."""
    return await given.person(db, means, email="asha@example.org")


@pytest.fixture
async def session(db, means, asha):
    """Asha's session as a client sees it."""
    return {"access_token": (await given.signed(db, means, asha)).access_token}
