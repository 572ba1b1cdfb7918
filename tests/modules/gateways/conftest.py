"""The sandbox is running for these tests, and a line to it is laid."""

from collections.abc import AsyncIterator

import pytest_asyncio
from tests.modules.gateways import given
from tests.sandbox.fixtures import receiver, sandbox, sandbox_server
from tests.sandbox.server import Receiver, SandboxClient

from batua.kit.db import Database
from batua.kit.secrets import KeyRing

__all__ = ["receiver", "sandbox", "sandbox_server"]


@pytest_asyncio.fixture
async def line(
    db: Database, keys: KeyRing, sandbox: SandboxClient, receiver: Receiver
) -> AsyncIterator[given.Line]:
    """Rails to the running sandbox, with a settlement that remembers."""
    laid, provider = given.line(db, keys, sandbox, receiver)
    yield laid
    await provider.aclose()
