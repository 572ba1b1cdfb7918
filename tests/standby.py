"""A primary and a standby that follows it: two real servers, the second made by pg_basebackup."""

import asyncio
import os
import shutil
import signal
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import psycopg
from tests.conftest import _in_memory

from batua.apps.embedded import Embedded, binaries, run_as, system_account
from batua.kit.db import Database
from batua.kit.migrate import migrate

FAST = {"fsync": "off", "full_page_writes": "off"}
DEADLINE_S = 30.0


def until(is_so: Callable[[], Any]) -> Any:
    """Wait until it is so; what it then says."""
    deadline = time.monotonic() + DEADLINE_S
    while not (found := is_so()):
        assert time.monotonic() < deadline, "it did not come true"
        time.sleep(0.02)
    return found


class Pair:
    """A primary with Batua's tables, and its standby."""

    def __init__(self, folder: Path) -> None:
        self.primary = Embedded(folder / "primary", FAST)
        self.standby = Embedded(folder / "standby", FAST)

    def start(self) -> None:
        migrate(self.primary.start())
        self.standby.folder.mkdir()
        account = system_account()
        if account is not None:
            os.chown(self.standby.folder, account.uid, account.gid)
        socket = parse_qs(urlsplit(self.primary.url).query)["host"][0]
        command = [str(binaries() / "pg_basebackup"), "-D", str(self.standby.data), "-R"]
        command += ["--checkpoint=fast", "--no-sync", "-h", socket, "-U", "batua"]
        with tempfile.TemporaryFile() as said:
            made = run_as(account, command, said)
            is_made = made.wait(60) == 0
            said.seek(0)
            assert is_made, said.read().decode()
        self.standby.start()

    def stop(self) -> None:
        self.standby.stop()
        self.primary.stop()

    def kill_standby(self) -> None:
        pid = self.standby.pid
        assert pid is not None
        os.kill(pid, signal.SIGKILL)
        until(lambda: self.standby.pid is None)

    def pause(self) -> None:
        """Let the standby receive but replay no more."""
        self.caught_up()
        ask(self.standby.url, "SELECT pg_wal_replay_pause()")
        until(lambda: ask(self.standby.url, "SELECT pg_get_wal_replay_pause_state()") == "paused")

    def resume(self) -> None:
        ask(self.standby.url, "SELECT pg_wal_replay_resume()")
        self.caught_up()

    def caught_up(self) -> None:
        """Wait until the standby has what the primary has now."""
        at = ask(self.primary.url, "SELECT pg_current_wal_flush_lsn()")
        sql = "SELECT pg_last_wal_replay_lsn() >= %s::pg_lsn"
        until(lambda: ask(self.standby.url, sql, at))


def ask(url: str, sql: str, *params: Any) -> Any:
    """The first column of the first row."""
    with psycopg.connect(url, autocommit=True) as connection:
        row = connection.execute(sql, params).fetchone()  # type: ignore[call-overload]
        return row[0] if row else None


@contextmanager
def running() -> Iterator[Pair]:
    """A pair while the block runs."""
    folder = Path(tempfile.mkdtemp(prefix="batua-pair-", dir=_in_memory()))
    pair = Pair(folder)
    try:
        pair.start()
        yield pair
    finally:
        pair.stop()
        shutil.rmtree(folder, ignore_errors=True)


def why_not(db: Database) -> str | None:
    assert db.replica is not None
    return db.replica.why_not


async def eventually(is_so: Callable[[], Any]) -> None:
    deadline = time.monotonic() + DEADLINE_S
    while not is_so():
        assert time.monotonic() < deadline, "it did not come true"
        await asyncio.sleep(0.02)
