"""`batua up` as its users meet it: started, killed in every part, stopped, and started again."""

import contextlib
import errno
import io
import os
import re
import shutil
import signal
import socket
import struct
import subprocess
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.request
from pathlib import Path

import psutil
import psycopg
import pytest

from batua.apps import folder
from batua.apps.embedded import running_url
from batua.apps.up import SteadyConsole

pytestmark = pytest.mark.xdist_group("batua-up")

PATIENCE_S = 120
BATUA = [sys.executable, "-m", "batua.apps.cli"]


def free_ports(count: int = 2) -> list[int]:
    """Ports of the range that is ours in tests, one run after another."""
    found = []
    for port in range(18300, 18400):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            found.append(port)
        if len(found) == count:
            return found
    raise AssertionError("no port is free")


def environment(**more: str) -> dict[str, str]:
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("BATUA_", "DATABASE_URL"))}
    return {**kept, "COLUMNS": "200", **more}


class Up:
    """One `batua up` in a process of its own."""

    def __init__(self, data: Path, *options: str, **env: str) -> None:
        self.data = data
        self.port, self.sandbox_port = free_ports()
        ports = ["--port", str(self.port), "--sandbox-port", str(self.sandbox_port)]
        self.process = subprocess.Popen(
            [*BATUA, "up", "--data", str(data), *ports, "--no-demo", *options],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            env=environment(**env),
        )
        self.said: list[str] = []
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        for line in self.process.stdout:
            self.said.append(line)

    @property
    def output(self) -> str:
        return "".join(self.said)

    def has_said(self, text: str) -> bool:
        return text in self.output

    def await_ready(self) -> "Up":
        wait_until(lambda: self.has_said("Batua is at") or self.process.poll() is not None, self)
        assert self.process.poll() is None, self.output
        return self

    def children(self, name: str = "") -> list[psutil.Process]:
        found = psutil.Process(self.process.pid).children()
        return [one for one in found if name in " ".join(one.cmdline())]

    def status(self, path: str = "/readyz", *, port: int | None = None) -> int:
        try:
            with urllib.request.urlopen(
                f"http://127.0.0.1:{port or self.port}{path}", timeout=3
            ) as answer:
                return answer.status
        except urllib.error.HTTPError as error:
            return error.code
        except OSError:
            return 0

    def stop(self, number: int = signal.SIGINT) -> int:
        self.process.send_signal(number)
        return self.process.wait(60)

    def ended(self) -> int:
        code = self.process.wait(PATIENCE_S)
        self._reader.join(5)
        return code


def wait_until(is_true, up: Up | None = None, timeout_s: float = PATIENCE_S) -> None:
    deadline = time.monotonic() + timeout_s
    while not is_true():
        assert time.monotonic() < deadline, up.output if up else "not in time"
        time.sleep(0.05)


@pytest.fixture
def data():
    """A folder that a server of another user can reach; pytest's own are closed to it."""
    found = Path(tempfile.mkdtemp(prefix="batua-up-"))
    yield found / "data"
    shutil.rmtree(found, ignore_errors=True)


@pytest.fixture
def start(data):
    started: list[Up] = []

    def begin(*options: str, folder: Path | None = None, **env: str) -> Up:
        started.append(Up(folder or data, *options, **env))
        return started[-1]

    yield begin
    for up in started:
        if up.process.poll() is None:
            up.stop()


def is_gone(process: psutil.Process) -> bool:
    return not process.is_running() or process.status() == psutil.STATUS_ZOMBIE


def test_it_starts_serves_stops_and_starts_again_with_what_it_had(start, data):
    first = start().await_ready()
    assert (first.status(), first.status("/healthz", port=first.sandbox_port)) == (200, 200)
    keys = data / "keys.env"
    assert keys.stat().st_mode & 0o777 == 0o600
    for name in (".", "postgres", "files", "logs"):
        assert (data / name).stat().st_mode & 0o076 == 0, f"others may look into {name}"
    with psycopg.connect(running_url(data)) as connection:
        connection.execute("INSERT INTO kit.mark (name, value) VALUES ('test', '7')")
    family = psutil.Process(first.process.pid).children(recursive=True)
    assert first.stop() == 0
    assert all(is_gone(one) for one in family), "nothing of it is left"
    assert "Stopped." in first.output

    held_keys = keys.read_text()
    keys.unlink()
    said = refusal(start)
    assert "keys are not those that this database was written with" in said

    keys.write_text(held_keys)
    second = start().await_ready()
    assert second.has_said("up to date")
    assert keys.read_text() == held_keys
    with psycopg.connect(running_url(data)) as connection:
        row = connection.execute("SELECT value FROM kit.mark WHERE name = 'test'").fetchone()
    assert row == (7,)
    assert second.stop(signal.SIGTERM) == 0


def test_what_is_killed_comes_back_and_what_is_orphaned_goes(start, data):
    up = start().await_ready()

    second = start()
    assert second.ended() == 1, "the folder is taken"
    assert f"http://127.0.0.1:{up.port}" in second.output
    assert "--data" in second.output

    for name, command in (("web", "serve"), ("worker", "work"), ("sandbox", "sandbox")):
        [part] = up.children(f"cli {command}")
        os.kill(part.pid, signal.SIGKILL)
        wait_until(lambda n=name: up.has_said(f"{n} ended (killed by SIGKILL)"), up)
        wait_until(lambda c=command: up.children(f"cli {c}"), up)
    [database] = up.children("/postgres ")
    os.kill(database.pid, signal.SIGKILL)
    wait_until(lambda: up.has_said("the database ended; starting it again"), up)
    wait_until(lambda: up.status() == 200, up)
    wait_until(lambda: up.status("/healthz", port=up.sandbox_port) == 200, up)

    family = psutil.Process(up.process.pid).children(recursive=True)
    assert len(family) >= 4
    up.process.kill()
    wait_until(lambda: all(is_gone(one) for one in family), up, 30)
    assert not folder.is_held(data)


def said_until(lines, text: str) -> str:
    """Everything up to the line that holds a text."""
    said = ""
    for line in lines:
        said += line
        if text in line:
            break
    return said


def test_with_another_database_it_stops_with_the_process_that_asked_for_it(server_url, data):
    code = (
        "import os, subprocess, sys, time;"
        "subprocess.Popen([*sys.argv[1:], '--parent', str(os.getpid())]); time.sleep(600)"
    )
    name = f"up_{os.getpid()}"
    with psycopg.connect(server_url, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    env = environment(PYTHONUNBUFFERED="1", DATABASE_URL=server_url.replace("/batua?", f"/{name}?"))
    port, sandbox_port = free_ports()
    options = ["--data", str(data), "--port", str(port)]
    command = [sys.executable, "-c", code, *BATUA, "up", *options]
    try:
        with subprocess.Popen(
            [*command, "--sandbox-port", str(sandbox_port)],
            stdout=subprocess.PIPE,
            text=True,
            env=env,
        ) as parent:
            said = said_until(parent.stdout, "Batua is at")
            assert "demo" not in said, "another's database gets no demo people unasked"
            assert not (data / "postgres").exists()
            family = psutil.Process(parent.pid).children(recursive=True)
            assert len(family) == 4
            parent.kill()
            wait_until(lambda: all(is_gone(one) for one in family), timeout_s=30)
    finally:
        with psycopg.connect(server_url, autocommit=True) as connection:
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


def test_a_reader_that_goes_away_does_not_keep_it_from_stopping():
    reader, writer = os.pipe()
    os.close(reader)
    with contextlib.suppress(BrokenPipeError), os.fdopen(writer, "w") as closed_pipe:
        console = SteadyConsole(file=closed_pipe)
        for _ in range(3):
            console.print("Stopping …")

    SteadyConsole(file=ClosedTerminal()).print("Stopping …")


class ClosedTerminal(io.StringIO):
    """What a terminal is to its program once its window was closed."""

    def write(self, _: str) -> int:
        raise OSError(errno.EIO, os.strerror(errno.EIO))


def refusal(start, *options: str, folder: Path | None = None, code: int = 1, **env: str) -> str:
    """What it says when it cannot start; whatever it is, nothing may be left behind."""
    up = start(*options, folder=folder, **env)
    assert up.ended() == code, up.output
    assert "Traceback" not in up.output
    return " ".join(up.output.split())


def test_a_taken_port_is_named_with_who_took_it(start):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        said = refusal(start, "--port", str(port))
    assert f"Port {port} on 127.0.0.1 is taken" in said
    assert f"process {os.getpid()}" in said
    assert "--port" in said


def test_a_folder_that_cannot_be_written_is_named(start, tmp_path):
    (tmp_path / "file").write_text("")
    said = refusal(start, folder=tmp_path / "file" / "data")
    assert "cannot be written" in said
    assert "--data" in said


@pytest.mark.skipif(os.geteuid() == 0, reason="root writes everywhere")
def test_a_folder_of_somebody_else_is_named(start, tmp_path):
    locked = tmp_path / "locked"
    locked.mkdir(mode=0o500)
    assert "Permission denied" in refusal(start, folder=locked)


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("mysql://root@localhost/x", "is not the address of a PostgreSQL database"),
        ("postgresql://me:geheim@127.0.0.1:1/money", "money at 127.0.0.1:1 does not answer"),
        ("postgresql://me:geheim@no-such-host.invalid/money", "does not answer"),
    ],
)
def test_a_wrong_database_url_is_explained_without_its_password(start, url, said):
    found = refusal(start, DATABASE_URL=url)
    assert said in found
    assert "DATABASE_URL" in found
    assert "geheim" not in found


def wishes_encryption(connection: socket.socket) -> bool:
    """Read a client's first word; it may first ask for TLS or GSSAPI."""
    size, code = struct.unpack("!ii", connection.recv(8))
    connection.recv(size - 8)
    return code in (80877103, 80877104)


def old_server(version: str) -> int:
    """A server that says how old it is, as PostgreSQL does when a client connects."""

    def message(kind: bytes, body: bytes) -> bytes:
        return kind + struct.pack("!i", len(body) + 4) + body

    def status(name: str, value: str) -> bytes:
        return message(b"S", f"{name}\0{value}\0".encode())

    listener = socket.create_server(("127.0.0.1", 0))

    def answer() -> None:
        while True:
            connection, _ = listener.accept()
            with connection:
                while wishes_encryption(connection):
                    connection.sendall(b"N")
                settings = {
                    "server_version": version,
                    "server_encoding": "UTF8",
                    "client_encoding": "UTF8",
                    "standard_conforming_strings": "on",
                }
                connection.sendall(
                    message(b"R", struct.pack("!i", 0))
                    + b"".join(status(name, value) for name, value in settings.items())
                    + message(b"K", struct.pack("!ii", 1, 1))
                    + message(b"Z", b"I")
                )
                connection.recv(1024)

    threading.Thread(target=answer, daemon=True).start()
    return listener.getsockname()[1]


def test_an_older_server_is_refused_by_its_version(start):
    port = old_server("14.19")
    said = refusal(start, DATABASE_URL=f"postgresql://me@127.0.0.1:{port}/money")
    assert "is PostgreSQL 14; Batua needs 15 or newer" in said
    assert "Upgrade" in said


def test_an_unknown_setting_stops_the_start_and_is_named(start):
    said = refusal(start, BATUA_LOG_LEVLE="debug")
    assert re.search(r"BATUA_LOG_LEVLE is not a setting", said)
