"""Three people who can make groups over HTTP, each with 1,000 rupees."""

from typing import Any

import httpx
import pytest
import pytest_asyncio
from litestar import Litestar
from tests.modules.payments import given
from tests.modules.payments.client import Client

from batua.kit.db import Database
from batua.kit.files import Files
from batua.kit.secrets import KeyRing
from batua.kit.web import AppParts, WebSettings, create_app
from batua.modules.gateways.types import Rails
from batua.modules.groups import api
from batua.modules.groups import service as groups
from batua.modules.groups.types import PERMISSIONS
from batua.modules.identity import service as identity


@pytest.fixture
def app(db: Database, keys: KeyRing) -> Litestar:
    return create_app(
        AppParts(
            db=db,
            keys=keys,
            routes=api.ROUTES,
            authenticate=identity.Authenticator(db, keys),
            grants=PERMISSIONS,
            rooms={
                "files": Files.in_memory(),
                "rails": Rails({}, {}, keys),
                "contributions": groups.Contributions(db, keys),
            },
            web_settings=WebSettings(public_url="https://batua.example", rate_factor=1000),
        )
    )


@pytest_asyncio.fixture
async def http(app: Litestar) -> Any:
    # In the test's own loop: the framework's client would use the pool from another thread.
    transport = httpx.ASGITransport(app, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://batua.test") as client:
        yield client


@pytest_asyncio.fixture
async def as_asha(http: Any, db: Database, keys: KeyRing) -> Client:
    who = await given.someone(db, keys, "Asha Devi", "+919876543210", money=1_000_00)
    return Client(http, who)


@pytest_asyncio.fixture
async def as_bina(http: Any, db: Database, keys: KeyRing) -> Client:
    who = await given.someone(
        db, keys, "Bina Kumari", "+919812345678", money=1_000_00, handle="bina"
    )
    return Client(http, who)


@pytest_asyncio.fixture
async def as_chetan(http: Any, db: Database, keys: KeyRing) -> Client:
    who = await given.someone(db, keys, "Chetan Rao", "+919812345679", money=1_000_00)
    return Client(http, who)
