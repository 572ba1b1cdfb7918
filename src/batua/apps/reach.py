"""How a command reaches the database: by DATABASE_URL, or the embedded one of a data folder."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import psycopg
from psycopg import conninfo

from batua.apps.embedded import Embedded, running_url
from batua.apps.trouble import DatabaseTooOld, DatabaseUnreachable

OLDEST_VERSION: Final = 15
CONNECT_TIMEOUT_S: Final = 10


def check(url: str) -> int:
    """The major version of the server behind `url`.

    refuses  DatabaseUnreachable, DatabaseTooOld
    """
    try:
        place = describe(url)
    except psycopg.ProgrammingError as error:
        raise DatabaseUnreachable(
            "DATABASE_URL is not the address of a PostgreSQL database.",
            "Write it as postgresql://user:password@host:5432/name",
        ) from error
    try:
        with psycopg.connect(url, connect_timeout=CONNECT_TIMEOUT_S) as connection:
            version = connection.info.server_version // 10_000
    except psycopg.OperationalError as error:
        reason = str(error).strip().splitlines()[0]
        raise DatabaseUnreachable(
            f"The database {place} does not answer: {reason}",
            "Check host, port, name, user and password in DATABASE_URL, and that the server runs. "
            "Without DATABASE_URL, batua up brings a database of its own.",
        ) from error
    if version < OLDEST_VERSION:
        raise DatabaseTooOld(
            f"The database {place} is PostgreSQL {version}; Batua needs {OLDEST_VERSION} or newer.",
            "Upgrade that server, or unset DATABASE_URL to use the embedded one.",
        )
    return version


def describe(url: str) -> str:
    """A database address without its password."""
    parts = conninfo.conninfo_to_dict(url)
    host = parts.get("host") or parts.get("hostaddr") or "the local socket"
    port = f":{parts['port']}" if parts.get("port") else ""
    return f"{parts.get('dbname') or 'postgres'} at {host}{port}"


@contextmanager
def database(folder: Path) -> Iterator[str]:
    """The URL for one command: a server that runs is used, an embedded one is lent if none does."""
    given = os.environ.get("DATABASE_URL") or running_url(folder)
    if given:
        check(given)
        yield given
        return
    server = Embedded(folder)
    try:
        yield server.start()
    finally:
        server.stop()
