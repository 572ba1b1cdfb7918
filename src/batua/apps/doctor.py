"""Looks the whole set-up over: each finding says what is, and how to mend what is not well."""

import json
import os
import platform
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

import psycopg
from rich.console import Console
from rich.markup import escape

from batua.apps import folder, keyfile, reach, replicas, up, wiring
from batua.apps.finding import Finding, State
from batua.apps.statics import DIST
from batua.apps.trouble import PortTaken, Trouble
from batua.kit import settings
from batua.kit.migrate import pending
from batua.kit.secrets import KeyRing, KeySettings

LITTLE_DISK_MB: Final = 2048
MOST_SKEW_S: Final = 2.0
LONGEST_WAIT_S: Final = 60
MANY_FACTS: Final = 1000
SANDBOX: Final = "batua.sandbox"
"""Reads its settings itself when it starts; who uses no sandbox has none of them."""

SAFE_SETTINGS: Final = {"fsync": "on", "full_page_writes": "on", "synchronous_commit": "on"}


@dataclass(frozen=True, slots=True)
class Visit:
    """Where to look."""

    data: Path
    port: int
    sandbox_port: int


Connection = psycopg.Connection[tuple[Any, ...]]


def examine(visit: Visit, *, as_json: bool) -> int:
    """Print every finding; 1 when something is broken."""
    findings = list(look(visit))
    if as_json:
        print(json.dumps([asdict(finding) for finding in findings], indent=2))
    else:
        _print(findings)
    return 1 if any(finding.state is State.BROKEN for finding in findings) else 0


def _print(findings: list[Finding]) -> None:
    console = Console(highlight=False)
    marks = {
        State.OK: "[green]✓[/]",
        State.NOTE: "[blue]·[/]",
        State.WARNING: "[yellow]![/]",
        State.BROKEN: "[red]✗[/]",
    }
    for finding in findings:
        line = f"{marks[finding.state]} {finding.name:<14} {escape(finding.detail)}"
        if finding.mend:
            line += f"\n  {'':<14} [bold]{escape(finding.mend)}[/]"
        console.print(line, soft_wrap=True)
    bad = sum(finding.state in {State.BROKEN, State.WARNING} for finding in findings)
    console.print("\nAll is well." if not bad else f"\n{bad} to mend.")


def look(visit: Visit) -> Iterator[Finding]:
    """Every finding, from the ground up; what needs the database is left out without one."""
    yield python()
    yield from data_folder(visit.data)
    yield web_build()
    with settings_of(visit.data):
        yield setting_names()
        yield sandbox()
    yield from ports(visit)
    with ExitStack() as stack:
        try:
            url = database_url(visit.data, stack)
        except Trouble as trouble:
            yield Finding("database", State.BROKEN, trouble.problem, trouble.todo)
            return
        if url is None:
            yield Finding("database", State.NOTE, "none yet", "batua up makes one")
            return
        yield from in_database(url, visit.data)


def python() -> Finding:
    """The interpreter."""
    return Finding("python", State.OK, f"{platform.python_version()} at {sys.executable}")


def data_folder(data: Path) -> Iterator[Finding]:
    """The folder, its disk and its keys file."""
    if not data.exists():
        yield Finding("data folder", State.NOTE, f"{data} is not there yet", "batua up makes it")
        return
    try:
        folder.claim(data)
    except Trouble as trouble:
        yield Finding("data folder", State.BROKEN, trouble.problem, trouble.todo)
        return
    held = f", held by {folder.holder_of(data)}" if folder.is_held(data) else ""
    yield Finding("data folder", State.OK, f"{data}{held}")
    free_mb = shutil.disk_usage(data).free // 2**20
    is_little = free_mb < LITTLE_DISK_MB
    mend = f"free some: below {folder.SMALLEST_FREE_MB} MB batua does not start"
    state = State.WARNING if is_little else State.OK
    yield Finding("disk", state, f"{free_mb} MB free", mend if is_little else "")
    keys = data / keyfile.NAME
    if keys.exists() and keys.stat().st_mode & 0o077:
        yield Finding("keys file", State.BROKEN, "others may read it", f"chmod 600 {keys}")


def web_build() -> Finding:
    """The web app's files."""
    if (DIST / "index.html").exists():
        return Finding("web app", State.OK, str(DIST))
    return Finding("web app", State.BROKEN, f"{DIST} has no build", "make web")


def setting_names() -> Finding:
    """The environment, read as every process reads it."""
    try:
        wiring.load_watchers()
        settings.check_unknown()
        for cls in set(settings.known().values()) - {KeySettings}:  # `keys` looks at those
            if not cls.__module__.startswith(SANDBOX):
                settings.load(cls)
    except settings.SettingsError as error:
        return Finding("settings", State.BROKEN, str(error), "mend the environment")
    return Finding("settings", State.OK, f"{len(settings.known())} names are known")


def sandbox() -> Finding:
    """Whether outside providers are only played."""
    used = [name for name in SANDBOX_NAMES if os.environ.get(name)]
    if used or not os.environ.get("DATABASE_URL"):
        detail = "in use: no real money moves, and codes are shown at /sandbox"
        return Finding("sandbox", State.NOTE, detail)
    return Finding("sandbox", State.NOTE, "not connected: no money can be added or withdrawn")


SANDBOX_NAMES: Final = ("BATUA_GATEWAYS_SANDBOX_URL", "BATUA_SMS_URL", "BATUA_CHANNELS_URL")


@contextmanager
def settings_of(data: Path) -> Iterator[None]:
    """The keys file's names in the environment while the block runs."""
    keys = keyfile.load(data, os.environ)
    added = {name: value for name, value in keys.items() if name not in os.environ}
    os.environ.update(added)
    try:
        yield
    finally:
        for name in added:
            del os.environ[name]


def ports(visit: Visit) -> Iterator[Finding]:
    """Web and sandbox: ours, free, or taken by somebody else."""
    for name, port, option in (
        ("web port", visit.port, "--port"),
        ("sandbox port", visit.sandbox_port, "--sandbox-port"),
    ):
        if up.answers(f"http://127.0.0.1:{port}/healthz"):
            yield Finding(name, State.OK, f"{port}: batua answers")
            continue
        try:
            up.need_free_port("127.0.0.1", port, option)
            yield Finding(name, State.OK, f"{port} is free")
        except PortTaken as trouble:
            yield Finding(name, State.BROKEN, trouble.problem, trouble.todo)


def database_url(data: Path, stack: ExitStack) -> str | None:
    """A database to look into: the given one, the running one, or the folder's, lent for a while.

    refuses  what `reach.database` refuses
    """
    is_given = bool(os.environ.get("DATABASE_URL"))
    if not is_given and not (data / "postgres" / "PG_VERSION").exists():
        return None
    return stack.enter_context(reach.database(data))


def in_database(url: str, data: Path) -> Iterator[Finding]:
    """Everything that only the database can tell."""
    version = reach.check(url)
    yield Finding("database", State.OK, f"PostgreSQL {version}, {reach.describe(url)}")
    with psycopg.connect(url, autocommit=True) as connection:
        yield durability(connection)
        yield clock_skew(connection)
        missing = pending(url)
        if missing:
            yield Finding("tables", State.BROKEN, f"missing: {', '.join(missing)}", "batua migrate")
            return
        yield Finding("tables", State.OK, "up to date")
        yield keys(url, data)
        yield from (check(connection) for check in CHECKS)
        yield from replicas.examine(connection)


def durability(connection: Connection) -> Finding:
    """Whether an acknowledged commit survives a power cut."""
    rows = connection.execute(
        "SELECT name, setting FROM pg_settings WHERE name = ANY(%s)", (list(SAFE_SETTINGS),)
    )
    now: dict[str, str] = dict(rows.fetchall())
    unsafe = {name: now[name] for name, want in SAFE_SETTINGS.items() if now.get(name) != want}
    # A replica set waits for more than the local disk with these two.
    unsafe = {n: v for n, v in unsafe.items() if v not in {"remote_apply", "remote_write"}}
    if not unsafe:
        return Finding("durability", State.OK, "commits wait for the disk")
    shown = ", ".join(f"{name} = {value}" for name, value in unsafe.items())
    mend = "; ".join(f"ALTER SYSTEM SET {name} = 'on'" for name in unsafe)
    return Finding("durability", State.BROKEN, shown, f"{mend}; then reload the server")


def clock_skew(connection: Connection) -> Finding:
    """How far this machine's clock is from the database's."""
    row = connection.execute("SELECT clock_timestamp()").fetchone()
    assert row is not None
    skew_s = abs((datetime.now(UTC) - row[0]).total_seconds())
    if skew_s <= MOST_SKEW_S:
        return Finding("clock", State.OK, f"{skew_s:.1f} s from the database's")
    mend = "let both machines follow a time server"
    return Finding("clock", State.BROKEN, f"{skew_s:.1f} s from the database's", mend)


def keys(url: str, data: Path) -> Finding:
    """Whether the keys are those of this database."""
    try:
        found = keyfile.load(data, os.environ)
        ring = KeyRing.from_settings(settings.load(KeySettings, found))
        keyfile.prove(url, data, ring)
    except Trouble as trouble:
        return Finding("keys", State.BROKEN, trouble.problem, trouble.todo)
    except settings.SettingsError as error:
        return Finding("keys", State.BROKEN, str(error), "batua keys generate")
    return Finding("keys", State.OK, f"{len(ring.ids)} in the ring, {ring.current_id} is current")


def append_only(connection: Connection) -> Finding:
    """Whether programs can alter the ledger's past."""
    rows = connection.execute(
        "SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
        " WHERE n.nspname = 'ledger' AND c.relname IN ('entry', 'posting')"
        " AND (has_table_privilege('batua_app', c.oid, 'UPDATE, DELETE, TRUNCATE, INSERT')"
        " OR NOT EXISTS (SELECT FROM pg_trigger t WHERE t.tgrelid = c.oid AND NOT t.tgisinternal"
        " AND t.tgenabled <> 'D'))"
    )
    open_ones = [name for (name,) in rows]
    if not open_ones:
        return Finding("ledger", State.OK, "its rows can be neither changed nor deleted")
    detail = f"ledger.{', ledger.'.join(open_ones)} can be altered"
    return Finding("ledger", State.BROKEN, detail, "batua migrate; then batua verify")


def queue(connection: Connection) -> Finding:
    """Jobs that are due and wait, and jobs that gave up."""
    row = connection.execute(
        "SELECT count(*) FILTER (WHERE status = 'todo' AND coalesce(scheduled_at, now()) <= now()),"
        " count(*) FILTER (WHERE status = 'failed'),"
        " coalesce(max(extract(epoch FROM now() - coalesce(scheduled_at, now())))"
        " FILTER (WHERE status = 'todo' AND scheduled_at <= now()), 0)"
        " FROM public.procrastinate_jobs"
    ).fetchone()
    assert row is not None
    waiting, failed, oldest_s = int(row[0]), int(row[1]), float(row[2])
    detail = f"{waiting} wait, {failed} gave up"
    if oldest_s > LONGEST_WAIT_S:
        detail += f", the oldest is {oldest_s:.0f} s late"
        return Finding("jobs", State.BROKEN, detail, "start a worker: batua work")
    if failed:
        mend = "see worker.log for job_failed; they stay until somebody has looked"
        return Finding("jobs", State.WARNING, detail, mend)
    return Finding("jobs", State.OK, detail)


def readers(connection: Connection) -> Finding:
    """How far the journal's readers are behind, and facts they could not take."""
    rows = connection.execute(
        "SELECT r.name, (SELECT count(*) FROM (SELECT FROM journal.fact f"
        " WHERE (f.xid, f.seq) > (r.xid, r.seq) LIMIT 10000) AS waiting) FROM journal.reader r"
    ).fetchall()
    behind = {name: count for name, count in rows if count > MANY_FACTS}
    row = connection.execute("SELECT count(*) FROM journal.parked").fetchone()
    parked = row[0] if row else 0
    if parked:
        detail = f"{parked} facts could not be taken by their reader"
        mend = "see journal.parked (reason) and worker.log; they are tried again by themselves"
        return Finding("journal", State.WARNING, detail, mend)
    if behind:
        detail = ", ".join(f"{name} is {count} facts behind" for name, count in behind.items())
        return Finding("journal", State.WARNING, detail, "start a worker: batua work")
    return Finding("journal", State.OK, f"{len(rows)} readers are up to date")


CHECKS: Final[tuple[Callable[[Connection], Finding], ...]] = (append_only, queue, readers)
