"""A line to the running sandbox."""

from collections.abc import AsyncIterator

import pytest_asyncio
from tests.modules.gateways import given
from tests.sandbox.server import Receiver, SandboxClient

from batua.kit.db import Database
from batua.kit.secrets import KeyRing


@pytest_asyncio.fixture
async def line(
    db: Database, keys: KeyRing, sandbox: SandboxClient, receiver: Receiver
) -> AsyncIterator[given.Line]:
    """Rails to the running sandbox, with a settlement that remembers."""
    laid, provider = given.line(db, keys, sandbox, receiver)
    yield laid
    await provider.aclose()
