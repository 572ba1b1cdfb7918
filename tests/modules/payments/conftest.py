"""Two people who can pay each other, also over HTTP."""

from collections.abc import Iterator
from typing import Any

import httpx
import pytest
import pytest_asyncio
from litestar import Litestar
from tests.modules.payments import given
from tests.modules.payments.client import Client
from tests.modules.payments.given import Someone

from batua.kit.db import Database
from batua.kit.secrets import KeyRing
from batua.kit.web import AppParts, WebSettings, create_app
from batua.modules.gateways.types import Rails
from batua.modules.identity import service as identity
from batua.modules.payments import api
from batua.modules.payments import service as payments
from batua.modules.payments.rules import bulk as bulk_rules
from batua.modules.payments.types import PERMISSIONS


@pytest_asyncio.fixture
async def asha(db: Database, keys: KeyRing) -> Someone:
    """Asha has 1,000 rupees and a handle."""
    return await given.someone(
        db,
        keys,
        "Asha Devi",
        "+919876543210",
        money=1_000_00,
        handle="asha",
        time_zone="Asia/Kolkata",
    )


@pytest.fixture(params=[False, True], ids=["in_groups", "alone"])
def both_ways(request: Any) -> Iterator[None]:
    """Runs a test with the fast lane and without it: the outcome is the same."""
    given.Way.alone = request.param
    yield
    given.Way.alone = False


@pytest.fixture
def small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Parts of three lines, so that few lines make many parts."""
    monkeypatch.setattr(bulk_rules, "PART", 3)


@pytest_asyncio.fixture
async def bina(db: Database, keys: KeyRing) -> Someone:
    """Bina has nothing yet and reads Hindi."""
    return await given.someone(
        db, keys, "Bina Kumari", "+919812345678", language="hi", time_zone="Asia/Kolkata"
    )


@pytest.fixture
def app(db: Database, keys: KeyRing) -> Litestar:
    return create_app(
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
                "history_reader": payments.HistoryReader(db, keys),
                "rails": Rails({}, {}, keys),
            },
        )
    )


@pytest_asyncio.fixture
async def http(app: Litestar) -> Any:
    # In the test's own loop: the framework's client would use the pool from another thread.
    transport = httpx.ASGITransport(app, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://batua.test") as client:
        yield client


@pytest.fixture
def as_asha(http: Any, asha: Someone) -> Client:
    return Client(http, asha)


@pytest.fixture
def as_bina(http: Any, bina: Someone) -> Client:
    return Client(http, bina)
