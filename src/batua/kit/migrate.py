"""Bring a database to the present: tables forward only, then functions, views and grants."""

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg
from procrastinate.schema import SchemaManager
from yoyo import get_backend, read_migrations

from batua.kit.db import RUNTIME_ROLE

MIN_SERVER_VERSION = 150000
ROOT = Path(__file__).resolve().parents[3]
MIGRATIONS = ROOT / "migrations"
MODULES = ROOT / "src" / "batua" / "modules"
MODULE_ORDER = (
    *("identity", "kyc", "ledger", "gateways", "payments", "groups", "webhooks"),
    "notifications",
)
FOLDERS = ("functions", "views", "triggers", "grants")
LOCK_ID = 4_158_201_977  # one migrator at a time; the lock dies with its connection

Report = Callable[[str], None]


class MigrationError(Exception):
    """The database cannot be brought to the present; the message says what to do."""


def migrate(url: str, report: Report = lambda _: None) -> list[str]:
    """Apply what is missing and return the names of what was applied.

    repeat   a second call applies nothing
    refuses  MigrationError for an older server or a failing file
    """
    applied: list[str] = []

    def tell(name: str) -> None:
        applied.append(name)
        report(name)

    with _locked(url) as conn:
        _check_version(conn)
        _apply_tables(url, tell)
        _apply_queue(conn, tell)
        _apply_objects(conn, tell)
    return applied


def pending(url: str) -> list[str]:
    """The names of migrations that the database does not have yet."""
    backend = get_backend(_yoyo_url(url))
    with backend.connection:
        return [m.id for m in backend.to_apply(read_migrations(str(MIGRATIONS)))]


@contextmanager
def _locked(url: str) -> Iterator[psycopg.Connection]:
    with psycopg.connect(url, autocommit=True, options="-c lock_timeout=10000") as conn:
        conn.execute("SET lock_timeout = '60s'")
        conn.execute("SELECT pg_advisory_lock(%s)", (LOCK_ID,))
        yield conn


def _check_version(conn: psycopg.Connection) -> None:
    version = conn.info.server_version
    if version < MIN_SERVER_VERSION:
        raise MigrationError(
            f"The database server is PostgreSQL {version // 10000}; Batua needs 15 or newer."
        )


def _yoyo_url(url: str) -> str:
    parts = urlsplit(url)
    return urlunsplit(parts._replace(scheme="postgresql+psycopg"))


def _apply_tables(url: str, tell: Report) -> None:
    """Each file in one transaction of its own; the advisory lock stands in for yoyo's row lock,
    which would outlive a killed process.
    """
    backend = get_backend(_yoyo_url(url))
    try:
        for migration in backend.to_apply(read_migrations(str(MIGRATIONS))):
            backend.apply_one(migration)
            tell(migration.id)
    finally:
        backend.connection.close()


def _apply_queue(conn: psycopg.Connection, tell: Report) -> None:
    found = conn.execute("SELECT to_regclass('public.procrastinate_jobs')").fetchone()
    if found is not None and found[0] is not None:
        return
    with conn.transaction():
        conn.execute("SET LOCAL search_path = public")
        conn.execute(SchemaManager.get_schema())
        for kind, right in (("TABLES", "ALL"), ("SEQUENCES", "ALL"), ("FUNCTIONS", "EXECUTE")):
            conn.execute(f"GRANT {right} ON ALL {kind} IN SCHEMA public TO {RUNTIME_ROLE}".encode())
    tell("job queue")


def object_files() -> Iterator[Path]:
    """Every SQL object file in the order of application."""
    for module in MODULE_ORDER:
        for folder in FOLDERS:
            yield from sorted((MODULES / module / "sql" / folder).glob("*.sql"))


def _apply_objects(conn: psycopg.Connection, tell: Report) -> None:
    """Re-apply each file whose text changed; all in one transaction."""
    rows = conn.execute("SELECT path, hash FROM kit.sql_object").fetchall()
    known: dict[str, str] = dict(rows)
    with conn.transaction():
        # A function may call one that comes later in the alphabet.
        conn.execute("SET LOCAL check_function_bodies = off")
        for path in object_files():
            name, text = path.relative_to(MODULES).as_posix(), path.read_bytes()
            mark = hashlib.sha256(text).hexdigest()
            if known.get(name) == mark:
                continue
            conn.execute(text)
            conn.execute(
                "INSERT INTO kit.sql_object (path, hash) VALUES (%s, %s)"
                " ON CONFLICT (path) DO UPDATE SET hash = excluded.hash, applied_at = now()",
                (name, mark),
            )
            tell(name)
