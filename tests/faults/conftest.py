"""One running system for the faults that leave it running, and the table at the end."""

from collections.abc import Iterator
from typing import Any

import pytest
from tests.faults import accountant
from tests.system import System, running


@pytest.fixture(scope="session")
def victim() -> Iterator[System]:
    """A system that other tests do not use, because its parts are killed."""
    with running() as found:
        yield found


@pytest.fixture(scope="session")
def narrow(victim: System) -> str:
    """A web process beside it that has few connections and little patience; its address."""
    few = {"BATUA_DATABASE_POOL_MAX": "3", "BATUA_DATABASE_WAIT_S": "1"}
    return victim.serve_another({**few, "BATUA_DATABASE_LOCK_TIMEOUT_S": "1"})


def pytest_terminal_summary(terminalreporter: Any) -> None:
    if accountant.TABLE:
        terminalreporter.write_line("")
        terminalreporter.write_line(accountant.printed())
