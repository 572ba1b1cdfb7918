"""The embedded PostgreSQL: started, killed, shared, and refused with a clear word."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import psutil
import psycopg
import pytest

from batua.apps import embedded, folder
from batua.apps.embedded import Embedded, running_url
from batua.apps.trouble import DatabaseDidNotStart, DiskFull, FolderInUse, FolderNotWritable


@pytest.fixture
def data():
    """A folder that a server of another user can reach; pytest's own are closed to it."""
    found = Path(tempfile.mkdtemp(prefix="batua-data-"))
    yield found
    for process in embedded.servers_in((found / "postgres").resolve()):
        process.kill()
    shutil.rmtree(found, ignore_errors=True)


@pytest.fixture
def server(data):
    made = Embedded(data)
    yield made
    made.stop()


def value(url: str, query: str):
    with psycopg.connect(url, autocommit=True) as connection:
        return connection.execute(query).fetchone()[0]


def write(url: str, query: str) -> None:
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(query)


def wait_until(is_true, timeout_s: float = 10) -> None:
    deadline = time.monotonic() + timeout_s
    while not is_true():
        assert time.monotonic() < deadline, "not in time"
        time.sleep(0.02)


def test_a_commit_is_durable_by_its_settings(server):
    url = server.start()
    settings = {
        name: value(url, f"SHOW {name}")
        for name in ("synchronous_commit", "fsync", "full_page_writes", "max_wal_size")
    }
    assert settings == {
        "synchronous_commit": "on",
        "fsync": "on",
        "full_page_writes": "on",
        "max_wal_size": "1GB",
    }
    assert value(url, "SHOW checkpoint_timeout") == "5min"
    assert value(url, "SHOW listen_addresses") == ""
    assert value(url, "SELECT current_database()") == "batua"


def test_a_second_start_of_the_same_server_changes_nothing(server):
    url, pid = server.start(), server.pid
    assert server.start() == url
    assert server.pid == pid


def test_data_outlives_a_stop(server):
    write(server.start(), "CREATE TABLE kept AS SELECT 7 AS n")
    server.stop()
    assert server.pid is None
    assert value(server.start(), "SELECT n FROM kept") == 7


def test_start_recovers_a_server_that_was_killed(server):
    url = server.start()
    write(url, "CREATE TABLE kept AS SELECT 7 AS n")
    killed = server.pid
    os.kill(killed, signal.SIGKILL)
    wait_until(lambda: server.pid is None)
    assert value(server.start(), "SELECT n FROM kept") == 7
    assert server.pid != killed


def test_a_stale_pid_file_that_names_a_living_program_is_no_obstacle(server, data):
    server.start()
    server.stop()
    (data / "postgres" / "postmaster.pid").write_text(f"{os.getpid()}\n{data}\n0\n5432\n\n\n\n\n")
    assert value(server.start(), "SELECT 1") == 1


def test_a_stale_socket_lock_that_names_a_dead_server_not_yet_reaped_is_no_obstacle(server, data):
    server.start()
    account = embedded.system_account()
    server.stop()
    user = account.uid if account else None
    zombie = subprocess.Popen(["true"], user=user)  # never waited for: its number stays taken
    (data / "postgres" / ".s.PGSQL.5432.lock").write_text(
        f"{zombie.pid}\n{data / 'postgres'}\n0\n5432\n{data / 'postgres'}\n"
    )
    server.start()
    zombie.wait()


def test_a_first_start_that_was_interrupted_begins_again(server, data):
    half_made = data / "postgres.new"
    half_made.mkdir()
    (half_made / "PG_VERSION").write_text("18\n")
    assert value(server.start(), "SELECT 1") == 1
    assert not half_made.exists()


def test_a_folder_has_one_holder(server, data):
    server.start()
    server.note("process 1, http://127.0.0.1:8000")
    with pytest.raises(FolderInUse) as refused:
        Embedded(data).start()
    assert "http://127.0.0.1:8000" in refused.value.problem
    assert value(server.url, "SELECT 1") == 1, "the refused one must not disturb the holder"
    server.stop()
    second = Embedded(data)
    try:
        assert value(second.start(), "SELECT 1") == 1
    finally:
        second.stop()


def test_other_commands_find_a_running_server(server, data):
    assert running_url(data) is None
    url = server.start()
    assert running_url(data) == url
    server.stop()
    assert running_url(data) is None


def test_a_very_long_path_gets_a_short_private_socket_folder(data):
    deep = data / ("a" * 60) / ("b" * 60)
    server = Embedded(deep)
    try:
        url = server.start()
        assert value(url, "SELECT 1") == 1
        sockets = Path(psycopg.conninfo.conninfo_to_dict(url)["host"])
        assert sockets != deep / "postgres"
        assert sockets.stat().st_mode & 0o777 == 0o700
    finally:
        server.stop()
    assert not sockets.exists()


def test_a_folder_that_cannot_be_made_is_named(data):
    blocked = data / "file"
    blocked.write_text("")
    with pytest.raises(FolderNotWritable) as refused:
        Embedded(blocked / "below").start()
    assert str(blocked / "below") in refused.value.problem
    assert "--data" in refused.value.todo


def test_a_full_disk_is_named(data, monkeypatch):
    usage = shutil.disk_usage(data)._replace(free=10 * 2**20)
    monkeypatch.setattr(folder.shutil, "disk_usage", lambda _: usage)
    with pytest.raises(DiskFull) as refused:
        Embedded(data).start()
    assert "256 MB" in refused.value.todo
    assert not (data / "postgres").exists()


def test_a_disk_that_fills_up_while_starting_is_named(tmp_path):
    log = tmp_path / "postgres.log"
    log.write_text("LOG: starting\nFATAL: could not write lock file: No space left on device\n")
    assert isinstance(embedded.explain(log, since=0), DiskFull)
    assert isinstance(embedded.explain(log, since=14 + 60), DatabaseDidNotStart)


def test_a_server_that_cannot_start_says_its_last_words(server, data):
    server.start()
    server.stop()
    with (data / "postgres" / "postgresql.conf").open("a") as settings:
        settings.write("\nshared_buffers = 'many'\n")
    with pytest.raises(DatabaseDidNotStart) as refused:
        server.start()
    assert "shared_buffers" in refused.value.problem
    assert not folder.is_held(data), "a failed start lets go of the folder"


CHILD = """
import sys, time
from pathlib import Path
from batua.apps.embedded import Embedded
server = Embedded(Path(sys.argv[1]))
server.start()
print(server.pid, flush=True)
time.sleep(60)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells a child at once")
def test_the_server_ends_when_its_batua_is_killed(data):
    with subprocess.Popen(
        [sys.executable, "-c", CHILD, str(data)], stdout=subprocess.PIPE, text=True
    ) as holder:
        pid = int(holder.stdout.readline())
        assert psutil.pid_exists(pid)
        holder.kill()
        wait_until(lambda: not psutil.pid_exists(pid))


def test_a_server_that_outlived_its_batua_is_ended_and_replaced(server, data):
    server.start()
    orphan = server.pid
    server._lock.close()  # as if its batua had died where the kernel tells no child
    second = Embedded(data)
    try:
        assert value(second.start(), "SELECT 1") == 1
        assert second.pid != orphan
    finally:
        second.stop()
