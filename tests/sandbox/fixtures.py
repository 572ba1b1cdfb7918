"""Fixtures around a running sandbox; tests/conftest.py lends them to every test."""

from collections.abc import AsyncIterator, Iterator

import pytest
import pytest_asyncio
from tests.sandbox.server import Receiver, SandboxClient, SandboxServer


@pytest.fixture(scope="session")
def sandbox_server(server_url: str, template_url: str) -> Iterator[SandboxServer]:
    """One sandbox process for the run, on a database of its own, as a provider outside has."""
    from tests.conftest import copy_database, drop_database  # which imports this file

    url = copy_database(server_url)
    server = SandboxServer(url)
    server.start()
    try:
        yield server
    finally:
        server.stop()
        drop_database(server_url, url)


@pytest_asyncio.fixture
async def sandbox(sandbox_server: SandboxServer) -> AsyncIterator[SandboxClient]:
    """A tester's client; the sandbox behaves again after the test."""
    client = SandboxClient(sandbox_server.url)
    try:
        yield client
    finally:
        await client.fault("none")
        await client.aclose()


@pytest_asyncio.fixture
async def receiver() -> AsyncIterator[Receiver]:
    """Somewhere to call back to."""
    found = Receiver()
    await found.start()
    try:
        yield found
    finally:
        await found.stop()
