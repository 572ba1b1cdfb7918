"""pgbench's TPC-B on the same server in the same run: what this machine's PostgreSQL can do."""

import re
import subprocess
from pathlib import Path
from urllib.parse import unquote, urlsplit

import psycopg
from callers import Pace
from psycopg import sql

from batua.apps.embedded import binaries

SCALE = 10
DATABASE = "yardstick"


def prepare(url: str) -> None:
    """Make and fill its tables."""
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(DATABASE)))
    _run(url, "-i", "-q", "-s", str(SCALE))


def measure(url: str, clients: int, seconds: int) -> Pace:
    """Transactions a second; pgbench tells the mean time only, so both times are that."""
    told = _run(url, "-M", "prepared", "-n", "-j", "2", "-c", str(clients), "-T", str(seconds))
    per_s = float(_find(r"tps = ([\d.]+)", told))
    mean_ms = float(_find(r"latency average = ([\d.]+) ms", told))
    return Pace(per_s, mean_ms, mean_ms)


def _run(url: str, *words: str) -> str:
    parts = urlsplit(url)
    socket = unquote(parts.query.removeprefix("host="))
    command = [str(binaries() / "pgbench"), "-h", socket, "-U", str(parts.username), *words]
    done = subprocess.run([*command, DATABASE], capture_output=True, text=True, check=True)
    return done.stdout


def _find(pattern: str, text: str) -> str:
    found = re.search(pattern, text)
    assert found is not None, text
    return found[1]


def version() -> str:
    """Of the server that is measured."""
    program = Path(binaries()) / "postgres"
    return subprocess.run(
        [program, "--version"], capture_output=True, text=True, check=True
    ).stdout.strip()
