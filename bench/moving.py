"""A year of books out to a file and in from it: rows a second, of a million."""

import random
import statistics
import time
from contextlib import aclosing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

import psycopg

from batua.kit.db import Database, DatabaseSettings
from batua.kit.migrate import migrate
from batua.kit.tables import Format
from batua.modules.ledger import service as ledger
from batua.modules.ledger.types.moving import Sheet, Source

ACCOUNTS = 2_000
ENTRIES = 500_000  # two postings each
RUNS = 3
NAME = "bench_moving"


def write_books(folder: Path) -> list[Source]:
    """Files as an export makes them: ids and times that rise, accounts at random."""
    dice = random.Random(11)
    ids = [UUID(int=dice.getrandbits(128)) for _ in range(ACCOUNTS)]
    accounts, postings = folder / "accounts.csv", folder / "postings.csv"
    with accounts.open("w") as file:
        file.write("id,kind,owner,currency,floor_minor\n")
        file.writelines(f"{id},clearing,{n},INR,\n" for n, id in enumerate(ids))
    began = datetime(2026, 1, 1, tzinfo=UTC)
    with postings.open("w") as file:
        file.write(",".join(POSTING_COLUMNS) + "\n")
        for n in range(ENTRIES):
            giver, taker = dice.sample(ids, 2)
            minor = dice.randrange(1, 100_000)
            entry = UUID(int=((1_767_225_600_000 + n * 60) << 80) | dice.getrandbits(80))
            head = f'{entry},{n + 1},{(began + timedelta(milliseconds=n * 60)).isoformat()},,bench,"",,'
            file.write(f"{head},0,{giver},,,,{-minor},INR,\n{head},1,{taker},,,,{minor},INR,\n")
    return [
        Source(path, sheet, Format.CSV, path.stat().st_size)
        for path, sheet in ((accounts, Sheet.ACCOUNTS), (postings, Sheet.POSTINGS))
    ]


POSTING_COLUMNS = [
    "entry_id",
    "seq",
    "recorded_at",
    "effective_at",
    "kind",
    "ref",
    "reverses",
    "hold_id",
    "line",
    "account_id",
    "account_kind",
    "account_owner",
    "version",
    "amount_minor",
    "currency",
    "balance_after_minor",
]


async def moved(url: str, folder: Path) -> dict[str, float]:
    """Import into an empty ledger and export from it, some times."""
    sources = write_books(folder)
    into, out = [], []
    for _ in range(RUNS):
        fresh = _fresh(url)
        db = Database(DatabaseSettings(url=fresh, statement_timeout_s=3600))
        await db.open()
        try:
            into.append(await _import(db, sources))
            out.append(await _export(db))
        finally:
            await db.close()
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(f"DROP DATABASE {NAME} WITH (FORCE)")
    return {
        "import_per_s": round(statistics.median(into), 2),
        "export_per_s": round(statistics.median(out), 2),
    }


def _fresh(url: str) -> str:
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(f"DROP DATABASE IF EXISTS {NAME} WITH (FORCE)")
        connection.execute(f"CREATE DATABASE {NAME}")
    fresh = url.replace("/batua?", f"/{NAME}?")
    migrate(fresh)
    return fresh


async def _import(db: Database, sources: list[Source]) -> float:
    started = time.monotonic()
    taken = await ledger.take_in(db, sources)
    assert taken.postings == 2 * ENTRIES, taken.faults[:3]
    return taken.postings / (time.monotonic() - started)


async def _export(db: Database) -> float:
    started = time.monotonic()
    lines = 0
    async with db.read() as tx, aclosing(ledger.export(tx, Sheet.POSTINGS, Format.CSV)) as blocks:
        async for block in blocks:
            lines += block.count(b"\n")
    assert lines == 2 * ENTRIES + 1
    return (lines - 1) / (time.monotonic() - started)
