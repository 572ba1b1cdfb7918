"""The whole system as people run it, for tests that walk through it, load it and kill its parts.

`with running() as system:` runs `batua up` on free ports, with its own database. What it is
slow at on purpose (hashing, even answers, limits by address) is made quick by settings.
"""

import asyncio
import contextlib
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Self

import httpx
import psutil
import psycopg

from batua.apps.embedded import running_url

START_S = 90
STOP_S = 60
QUICK = {
    "BATUA_IDENTITY_HASH_MEMORY_KIB": "64",
    "BATUA_IDENTITY_ANSWER_FLOOR_MS": "0",
    "BATUA_WEB_RATE_FACTOR": "100000",
    "BATUA_SANDBOX_MOMENT_MS": "300",
    "BATUA_SANDBOX_TICK_MS": "50",
    "BATUA_SANDBOX_RESEND_MS": "200",
    "BATUA_LOG_LEVEL": "warning",
}
COMMAND = (sys.executable, "-m", "batua.apps.cli")
VERBS = {"web": "serve", "worker": "work", "sandbox": "sandbox"}


def free_ports(count: int) -> list[int]:
    """Ports that nobody listens on now."""
    with contextlib.ExitStack() as stack:
        probes = [stack.enter_context(socket.socket()) for _ in range(count)]
        for probe in probes:
            probe.bind(("127.0.0.1", 0))
        return [int(probe.getsockname()[1]) for probe in probes]


@contextlib.contextmanager
def running(*, demo: bool = False, env: Mapping[str, str] | None = None) -> Iterator["System"]:
    """A system in a folder of its own, which is left to be looked at when the block fails.

    Not in pytest's folders: each pytest that starts closes them to others, and the database runs
    as another user when we are root.
    """
    folder = Path(tempfile.mkdtemp(prefix="batua-system-"))
    with System(folder, demo=demo, env=env or {}) as found:
        try:
            yield found
        except BaseException:
            print(f"left in {folder}")
            raise
    shutil.rmtree(folder, ignore_errors=True)


@dataclass
class System:
    """One running `batua up`.

    data   its folder; a second System on the same folder finds everything again
    ports  of the web and of the sandbox; free ones when absent
    demo   whether the demo people are loaded
    env    settings over the quick ones
    """

    data: Path
    ports: tuple[int, int] | None = None
    demo: bool = False
    env: Mapping[str, str] = field(default_factory=dict)
    others: list["subprocess.Popen[bytes]"] = field(default_factory=list)
    process: "subprocess.Popen[bytes] | None" = None
    second: str = ""

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    @property
    def address(self) -> str:
        """Where people open it."""
        assert self.ports is not None, "start() first"
        return f"http://127.0.0.1:{self.ports[0]}"

    @property
    def sandbox_address(self) -> str:
        """Where the providers are played, and where codes by SMS are read."""
        assert self.ports is not None, "start() first"
        return f"http://127.0.0.1:{self.ports[1]}"

    @property
    def database_url(self) -> str:
        """The database while it runs."""
        url = running_url(self.data)
        assert url is not None, "the database does not run"
        return url

    def start(self) -> None:
        """Run it, and wait until web and sandbox answer."""
        if self.ports is None:
            web, sandbox = free_ports(2)
            self.ports = web, sandbox
        self.data.mkdir(parents=True, exist_ok=True)
        options = ["--data", str(self.data), "--parent", str(os.getpid())]
        options += ["--port", str(self.ports[0]), "--sandbox-port", str(self.ports[1])]
        with (self.data / "console.log").open("ab") as console:
            self.process = subprocess.Popen(
                [*COMMAND, "up", *options, "--demo" if self.demo else "--no-demo"],
                env={**clean_environment(), **QUICK, **self.env},
                stdin=subprocess.DEVNULL,
                stdout=console,
                stderr=console,
            )
        self.wait_until_ready(START_S)

    def stop(self) -> None:
        """End it as Ctrl-C does, and everything that was started beside it."""
        self.end_others()
        if self.process is not None:
            self.process.send_signal(signal.SIGINT)
            try:
                self.process.wait(STOP_S)
            finally:
                self.process.kill()
                self.process = None

    def end_others(self) -> None:
        """End the web processes that were started beside it."""
        for other in self.others:
            other.terminate()
        for other in self.others:
            other.wait(STOP_S)
        self.others.clear()
        self.second = ""

    def wait_until_ready(self, within_s: float) -> None:
        """Wait until web, worker, sandbox and database are there and answer."""
        deadline = time.monotonic() + within_s
        while not self.is_ready():
            assert self.process is not None, "start() first"
            assert self.process.poll() is None, f"batua up ended:\n{self.console()}"
            assert time.monotonic() < deadline, f"not ready after {within_s} s:\n{self.console()}"
            time.sleep(0.05)

    def is_ready(self) -> bool:
        """Whether every part lives and answers."""
        if set(self.pids()) != {"database", "web", "worker", "sandbox"}:
            return False
        with contextlib.suppress(httpx.HTTPError):
            web = httpx.get(f"{self.address}/readyz", timeout=2)
            sandbox = httpx.get(f"{self.sandbox_address}/healthz", timeout=2)
            return web.is_success and sandbox.is_success
        return False

    def console(self) -> str:
        """What it said on its console."""
        return (self.data / "console.log").read_text()

    def sandbox_checkout(self, checkout_url: str) -> str:
        """The sandbox's name of a checkout, whichever rail it went on to while one was slow.

        The page of a rail without pages of its own is the house's, and names only the attempt.
        """
        if (name := checkout_url.rsplit("/", 1)[-1]).startswith("co_"):
            return name
        query = (
            "SELECT m.id FROM gateways.attempt a JOIN sandbox.movement m ON m.kind = 'checkout'"
            " AND (m.id = a.provider_ref"
            " OR replace(m.reference, '-', '') = replace(a.id::text, '-', ''))"
            " WHERE a.checkout_url = %s"
        )
        with psycopg.connect(self.database_url, autocommit=True) as connection:
            found = connection.execute(query, [checkout_url]).fetchone()
        assert found is not None, f"the sandbox does not know {checkout_url}"
        return str(found[0])

    def pids(self) -> dict[str, int]:
        """Process ids of the parts that live now: database, web, worker, sandbox."""
        if self.process is None:
            return {}
        try:
            children = psutil.Process(self.process.pid).children()
        except psutil.NoSuchProcess:
            return {}
        played = {part_of(child): child.pid for child in children}
        return {part: pid for part, pid in played.items() if part is not None}

    def twins(self) -> tuple[str, str]:
        """Addresses of two web processes on the same database."""
        if not self.second:
            self.second = self.serve_another()
        return self.address, self.second

    def serve_another(self, env: Mapping[str, str] | None = None) -> str:
        """One more web process on the same database, as another machine would run; its address.

        env  settings that it has otherwise
        """
        (port,) = free_ports(1)
        with (self.data / "logs" / f"web-{port}.log").open("ab") as log:
            other = subprocess.Popen(
                [*COMMAND, "serve", "--port", str(port), "--parent", str(os.getpid())],
                # The web process has its settings from its input, the worker the same in its own.
                env={**psutil.Process(self.pids()["worker"]).environ(), **(env or {})},
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            )
        self.others.append(other)
        address = f"http://127.0.0.1:{port}"
        deadline = time.monotonic() + START_S
        while time.monotonic() < deadline:
            with contextlib.suppress(httpx.HTTPError):
                if httpx.get(f"{address}/readyz", timeout=2).is_success:
                    return address
            assert other.poll() is None, "the second web process ended"
            time.sleep(0.05)
        raise AssertionError("the second web process did not start")

    def run(self, *words: str) -> "subprocess.CompletedProcess[str]":
        """Another command of batua on the same folder, such as `verify`."""
        return subprocess.run(
            [*COMMAND, *words, "--data", str(self.data)],
            env={**clean_environment(), **QUICK, **self.env},
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )

    async def code(self, phone: str, *, after: str | None = None, within_s: float = 60) -> str:
        """The newest code that a phone got; `after` is the message before, to wait for another."""
        message = await self.message(phone, after=after, within_s=within_s)
        assert message["code"], f"no code in: {message['body']}"
        return str(message["code"])

    async def message(
        self, phone: str, *, after: str | None = None, within_s: float = 60
    ) -> dict[str, Any]:
        """The newest text message of a phone."""
        deadline = time.monotonic() + within_s
        async with httpx.AsyncClient(base_url=self.sandbox_address, timeout=10) as client:
            while time.monotonic() < deadline:
                newest = await newest_message(client, phone)
                if newest is not None and newest["id"] != after:
                    return newest
                await asyncio.sleep(0.05)
        raise AssertionError("no message came")


async def newest_message(client: httpx.AsyncClient, phone: str) -> dict[str, Any] | None:
    """What the sandbox's outbox holds for a phone; None as well while the sandbox is away."""
    with contextlib.suppress(httpx.HTTPError):
        answer = await client.get("/sandbox/outbox", params={"phone": phone})
        items = answer.json()["items"] if answer.is_success else []
        return dict(items[0]) if items else None
    return None


def part_of(process: psutil.Process) -> str | None:
    """Which living part of the system a child of `batua up` plays."""
    try:
        if process.status() == psutil.STATUS_ZOMBIE:
            return None
        if process.name() == "postgres":
            return "database"
        words = process.cmdline()
    except psutil.NoSuchProcess:
        return None
    return next((part for part, verb in VERBS.items() if verb in words), None)


def clean_environment() -> dict[str, str]:
    """Our environment without settings of Batua, which would change what is tested."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith("BATUA_")}
    kept.pop("DATABASE_URL", None)
    return kept


def descendants(pid: int) -> Iterator[psutil.Process]:
    """Every process that another has started."""
    with contextlib.suppress(psutil.NoSuchProcess):
        yield from psutil.Process(pid).children(recursive=True)
