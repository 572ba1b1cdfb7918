"""Two people who can pay each other."""

import pytest_asyncio
from tests.modules.payments import given
from tests.modules.payments.given import Someone

from batua.kit.db import Database
from batua.kit.secrets import KeyRing


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


@pytest_asyncio.fixture
async def bina(db: Database, keys: KeyRing) -> Someone:
    """Bina has nothing yet and reads Hindi."""
    return await given.someone(
        db, keys, "Bina Kumari", "+919812345678", language="hi", time_zone="Asia/Kolkata"
    )
