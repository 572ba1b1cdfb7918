"""All of Batua on one machine: database, migrations, web, worker and sandbox under one roof."""

import os
import signal
import socket
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Mapping
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType
from typing import Any, Final

import psutil
from rich.console import Console
from rich.markup import escape

from batua.apps import folder, keyfile, reach, sandboxed
from batua.apps.children import Crew, Ended, Part
from batua.apps.embedded import Embedded
from batua.apps.trouble import PartDidNotStart, PortTaken, Trouble

READY_TIMEOUT_S: Final = 60.0
LOOK_EVERY_S: Final = 0.2
HOPELESS_TRIES: Final = 3
BAD_SETTING: Final = 78  # with this a child says that starting it again will not help


@dataclass(frozen=True, slots=True)
class Plan:
    """What `batua up` was asked for.

    database_url  another database than the embedded one; empty for the embedded one
    demo          load demo people on the first start; None: only into an embedded database
    parent        stop when this process is no longer our parent
    verbose       show the logs of all parts here instead of writing them to files
    """

    data: Path
    host: str = "127.0.0.1"
    port: int = 8000
    sandbox_port: int = 8001
    database_url: str = ""
    demo: bool | None = None
    parent: int | None = None
    verbose: bool = False

    @property
    def address(self) -> str:
        """Where people open Batua."""
        return f"http://{reachable(self.host)}:{self.port}"

    @property
    def sandbox_address(self) -> str:
        """Where the sandbox providers answer."""
        return f"http://{reachable(self.host)}:{self.sandbox_port}"


def reachable(host: str) -> str:
    """A host to connect to, for one to listen on."""
    return "127.0.0.1" if host in {"", "0.0.0.0", "::"} else host  # noqa: S104 - compared only


class SteadyConsole(Console):
    """A console whose reader may go away: stopping cleanly must not depend on being heard."""

    def print(self, *objects: Any, **options: Any) -> None:
        with suppress(OSError):  # the terminal was closed
            super().print(*objects, **options)

    def on_broken_pipe(self) -> None:
        """Say no more, instead of ending the program as rich does."""
        self.quiet = True


@dataclass
class Roof:
    """One running `batua up`."""

    plan: Plan
    console: Console = field(default_factory=SteadyConsole)
    must_stop: bool = False
    database: Embedded | None = None
    crew: Crew = field(default_factory=lambda: Crew([]))

    def run(self) -> int:
        """Start everything, keep it running until a signal, stop everything; the exit code."""
        with ExitStack() as stack:
            stack.callback(self._stop)
            listen_for_signals(self._ask_to_stop)
            try:
                self._start(stack)
                self._keep()
            except Trouble as trouble:
                tell_trouble(self.console, trouble)
                return 1
        return 0

    def _start(self, stack: ExitStack) -> None:
        plan = self.plan
        folder.claim(plan.data)
        for name in ("logs", "files"):
            (plan.data / name).mkdir(mode=0o700, exist_ok=True)
        self.crew = Crew(parts(plan))
        self.crew.load()
        url = self._start_database(stack)
        need_free_port(plan.host, plan.port, "--port")
        need_free_port(plan.host, plan.sandbox_port, "--sandbox-port")
        self._migrate(url)
        settings = self._settings(url)
        os.environ.update(settings)  # demo data goes through the same doors as the children
        demo_people = self._load_demo(url)
        self._await_ready(settings)
        self._welcome(demo_people)

    def _start_database(self, stack: ExitStack) -> str:
        plan = self.plan
        note = f"process {os.getpid()}, {plan.address}"
        if plan.database_url:
            folder.note(stack.enter_context(folder.held(plan.data)), note)
            version = reach.check(plan.database_url)
            place = reach.describe(plan.database_url)
            self._done("database", f"PostgreSQL {version}, {place}")
            return plan.database_url
        self.database = Embedded(plan.data)
        with self.console.status("Starting the database …"):
            url = self.database.start()
        self.database.note(note)
        self._done("database", f"PostgreSQL 18 in {self.database.data}")
        return url

    def _migrate(self, url: str) -> None:
        from batua.kit.migrate import MigrationError, migrate

        try:
            with self.console.status("Looking for migrations …") as status:
                applied = migrate(url, lambda name: status.update(f"Applying {name} …"))
        except MigrationError as error:
            raise Trouble(str(error), "Nothing was changed. Mend it, then start again.") from error
        self._done("tables", f"{len(applied)} changes applied" if applied else "up to date")

    def _settings(self, url: str) -> dict[str, str]:
        from batua.kit import secrets, settings

        data = self.plan.data
        keys = keyfile.load(data, os.environ) or keyfile.make(data)
        ring = secrets.KeyRing.from_settings(settings.load(secrets.KeySettings, keys))
        keyfile.prove(url, data, ring)
        ours = {
            "DATABASE_URL": url,
            "BATUA_WEB_PUBLIC_URL": self.plan.address,
            "BATUA_FILES_URL": str(data / "files"),
            **sandboxed.settings(ring, self.plan.address, self.plan.sandbox_address, os.environ),
        }
        return {**keys, **{name: os.environ.get(name) or value for name, value in ours.items()}}

    def _load_demo(self, url: str) -> list[str]:
        """The demo sign-ins, when demo people are in this database."""
        from batua.apps import demo

        wanted = self.plan.demo if self.plan.demo is not None else self.database is not None
        if wanted and demo.is_wanted(url):
            from batua.apps import chores

            with self.console.status("Demo people are living their last months …"):
                chores.demo_load(self.plan.data, quiet=True)
            self._done("demo data", "people with a few months of history")
        return demo.sign_ins(url)

    def _await_ready(self, settings: Mapping[str, str]) -> None:
        """Start all, and wait until the web answers that it is ready, and the sandbox that it lives.

        The worker, for whom nobody waits, leaves the processors to these two until one is there.
        """
        self.crew.start(settings, "web", "sandbox")
        deadline = time.monotonic() + READY_TIMEOUT_S
        waiting = [f"{self.plan.address}/readyz", f"{self.plan.sandbox_address}/healthz"]
        with self.console.status("Starting web, worker and sandbox …"):
            while waiting and not self.must_stop:
                self._refuse_hopeless()
                left = [address for address in waiting if not answers(address)]
                if left != waiting:
                    self.crew.start(settings)
                waiting = left
                if time.monotonic() > deadline:
                    raise PartDidNotStart(
                        f"{waiting[0]} did not answer within {READY_TIMEOUT_S:.0f} s.",
                        f"Look into {self.plan.data / 'logs'}.",
                    )
                time.sleep(LOOK_EVERY_S / 4)
        self._done("running", "web, worker, sandbox")

    def _refuse_hopeless(self) -> None:
        """End the start when a part cannot come up."""
        for ended in self.crew.tend():
            if ended.code == BAD_SETTING or ended.tries >= HOPELESS_TRIES:
                raise self._hopeless(ended)

    def _hopeless(self, ended: Ended) -> PartDidNotStart:
        child = next(c for c in self.crew.children if c.part is ended.part)
        return PartDidNotStart(
            f"{ended.part.name} ended {ended.tries} times ({meaning(ended.code)}). "
            f"Its last words:\n{child.last_words()}",
            f"The whole log is {ended.part.log}." if ended.part.log else "See its log above.",
        )

    def _keep(self) -> None:
        """Look after everything until told to stop."""
        while not self.must_stop:
            time.sleep(LOOK_EVERY_S)
            if self.plan.parent is not None and os.getppid() != self.plan.parent:
                return
            self._tend_database()
            for ended in self.crew.tend():
                self.console.print(
                    f"[yellow]![/] {ended.part.name} ended ({meaning(ended.code)}); "
                    f"starting it again in {ended.wait_s:g} s"
                )

    def _tend_database(self) -> None:
        if self.database is None or self.database.pid is not None:
            return
        self.console.print("[yellow]![/] the database ended; starting it again")
        try:
            self.database.start()
        except Trouble as trouble:
            tell_trouble(self.console, trouble)
            time.sleep(1)  # what the dead one left behind may need a moment to go

    def _stop(self) -> None:
        if self.crew.is_started:
            self.console.print("Stopping …")
        self.crew.stop()
        if self.database is not None:
            self.database.stop()
        if self.crew.is_started:
            self.console.print("Stopped. Everything is kept in", str(self.plan.data))

    def _ask_to_stop(self) -> None:
        self.must_stop = True

    def _done(self, what: str, how: str) -> None:
        self.console.print(f"[green]✓[/] {what:<10} [dim]{how}[/]", highlight=False)

    def _welcome(self, demo_people: list[str]) -> None:
        if self.must_stop:
            return
        lines = [
            "",
            f"[bold]Batua is at {self.plan.address}[/]",
            f"  codes by SMS   {self.plan.sandbox_address}/sandbox",
            f"  for programs   {self.plan.address}/api/docs",
            f"  logs           {self.plan.data / 'logs'}",
            *(["  demo people    " + demo_people[0]] if demo_people else []),
            *("                 " + line for line in demo_people[1:]),
            "Ctrl-C stops it.",
        ]
        self.console.print("\n".join(lines), highlight=False)


def up(plan: Plan) -> int:
    """Run Batua until a signal comes; the exit code."""
    return Roof(plan).run()


def parts(plan: Plan) -> list[Part]:
    """The children: what each runs and where its words go.

    The web takes longest to load, and people wait for it: it begins before the database does.
    """
    commands = {
        "web": ["serve", "--host", plan.host, "--port", str(plan.port)],
        "worker": ["work"],
        "sandbox": ["sandbox", "--host", plan.host, "--port", str(plan.sandbox_port)],
    }
    start = [sys.executable, "-m", "batua.apps.cli"]
    return [
        Part(
            name,
            [*start, *command, "--parent", str(os.getpid())],
            dict(os.environ),
            None if plan.verbose else plan.data / "logs" / f"{name}.log",
            "--settings-on-input" if name == "web" else None,
        )
        for name, command in commands.items()
    ]


def listen_for_signals(stop: Callable[[], None]) -> None:
    """Stop on Ctrl-C, on SIGTERM and when the terminal closes."""

    def on_signal(_number: int, _frame: FrameType | None) -> None:
        stop()

    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, on_signal)


def need_free_port(host: str, port: int, option: str) -> None:
    """Refuse a port that somebody listens on.

    refuses  PortTaken
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise PortTaken(host, port, who_listens(port), option) from error


def who_listens(port: int) -> str:
    """By whom a port is taken, as far as we may know."""
    try:
        for connection in psutil.net_connections("tcp"):
            is_it = getattr(connection.laddr, "port", None) == port
            if is_it and connection.status == psutil.CONN_LISTEN and connection.pid:
                return f" by {psutil.Process(connection.pid).name()} (process {connection.pid})"
    except (psutil.Error, OSError):
        return ""
    return ""


def answers(address: str) -> bool:
    """Whether a GET is answered with 200."""
    try:
        with urllib.request.urlopen(address, timeout=2) as answer:  # noqa: S310 - our own address
            return bool(answer.status == 200)
    except (urllib.error.URLError, OSError):
        return False


def meaning(code: int) -> str:
    """An exit code in words."""
    if code < 0:
        return f"killed by {signal.Signals(-code).name}"
    return f"exit code {code}"


def tell_trouble(console: Console, trouble: Trouble) -> None:
    """Say what is wrong and how to mend it."""
    console.print(f"[red]✗ {escape(trouble.problem)}[/]\n  {escape(trouble.todo)}", highlight=False)
