"""The commands that move a ledger, and what is left when one is killed amid its work."""

import asyncio
import contextlib
import os
import signal
import subprocess
import time
from pathlib import Path

import psycopg
import pytest
from tests.conftest import copy_database, drop_database, opened
from tests.modules.ledger.books import essence
from tests.modules.ledger.given import inr, order, wallet
from tests.modules.ledger.test_moving import ACCOUNTS, HEAD, A, B, rows
from tests.system import COMMAND, clean_environment
from typer.testing import CliRunner

from batua.apps.cli import app
from batua.modules.ledger import service as ledger
from batua.modules.ledger.types import Leg


def run(*words: str, url: str, folder: Path):
    return CliRunner().invoke(
        app, [*words, "--data", str(folder)], env={"DATABASE_URL": url, "COLUMNS": "200"}
    )


@pytest.mark.parametrize("format", ["csv", "ndjson", "parquet"])
def test_a_ledger_moves_from_one_batua_to_another(server_url, database, tmp_path, format):
    async def fill() -> dict:
        async with opened(database) as db:
            async with db.transaction() as tx:
                asha, ravi = await wallet(tx, 500), await wallet(tx)
                await ledger.post(tx, order(Leg(asha, ravi, inr(70))))
            return await essence(db)

    async def look(url: str) -> dict:
        async with opened(url) as db:
            return await essence(db)

    before = asyncio.run(fill())
    books = tmp_path / "books"
    words = ("export", "ledger", "--format", format, "--out", str(books))
    written = run(*words, url=database, folder=tmp_path)
    assert written.exit_code == 0, written.output
    assert sorted(file.name for file in books.iterdir()) == [
        f"{sheet}.{format}" for sheet in ("accounts", "holds", "postings")
    ]
    other = copy_database(server_url)
    try:
        # NDJSON without a row does not tell what it holds, and holds nothing.
        if format == "ndjson":
            (books / "holds.ndjson").unlink()
        trial = run("import", "ledger", str(books), "--dry-run", url=other, folder=tmp_path)
        assert (trial.exit_code, "would be new" in trial.output) == (0, True), trial.output
        assert all(not rows for rows in asyncio.run(look(other)).values())
        taken = run("import", "ledger", str(books), url=other, folder=tmp_path)
        assert taken.exit_code == 0, taken.output
        assert "3 accounts, 2 entries with 4 postings and 0 holds are new" in taken.output
        # What is a payment there is only an entry here, and says so.
        before["entries"] = [
            tuple("imported.send" if cell == "send" else cell for cell in row)
            for row in before["entries"]
        ]
        assert asyncio.run(look(other)) == before
        assert ["imported.send" in row for row in before["entries"]] == [False, True]
        proof = run("verify", url=other, folder=tmp_path)
        assert proof.exit_code == 0, proof.output
    finally:
        drop_database(server_url, other)


def test_one_sheet_goes_to_a_pipe(database, tmp_path):
    words = ("export", "ledger", "--what", "accounts", "--out", "-")
    found = run(*words, url=database, folder=tmp_path)
    assert found.exit_code == 0
    assert found.stdout.startswith("id,kind,owner,currency")
    everything = run("export", "ledger", "--out", "-", url=database, folder=tmp_path)
    assert everything.exit_code == 1
    assert "Choose one with --what" in everything.output


def test_faults_are_listed_and_the_exit_code_tells(database, tmp_path):
    file = tmp_path / "accounts.csv"
    file.write_text(ACCOUNTS.replace("-1000", "-999"))
    found = run("import", "ledger", str(file), url=database, folder=tmp_path)
    assert found.exit_code == 1
    assert "the opening balances do not sum to zero: INR 1" in found.output
    assert "nothing was written" in found.output


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("accounts.txt", ACCOUNTS, "does not tell its format"),
        ("accounts.csv", "a,b\n1,2\n", "none of the columns"),
        ("accounts.parquet", ACCOUNTS, "cannot be read"),
        ("accounts.ndjson", ACCOUNTS, "cannot be read"),
    ],
)
def test_a_file_that_is_none_is_refused(database, tmp_path, name, text, words):
    file = tmp_path / name
    file.write_text(text)
    found = run("import", "ledger", str(file), url=database, folder=tmp_path)
    assert found.exit_code == 1
    assert words in found.output


def test_the_command_line_knows_its_words(tmp_path):
    for words in (("--format", "xls"), ("--what", "all"), ("--from", "yesterday")):
        found = run("export", "ledger", *words, url="", folder=tmp_path)
        assert found.exit_code == 2, words


def test_an_import_that_is_killed_has_written_nothing(database, tmp_path):
    accounts, postings = tmp_path / "accounts.csv", tmp_path / "postings.csv"
    accounts.write_text(ACCOUNTS)
    postings.write_text(HEAD + "".join(rows(n, A, B, 10) for n in range(1, 60)))
    words = ("import", "ledger", str(accounts), str(postings), "--data", str(tmp_path))
    with psycopg.connect(database) as other:
        # The import stops where it would write entries, with everything else written.
        other.execute("LOCK TABLE ledger.entry IN EXCLUSIVE MODE")
        process = subprocess.Popen(
            [*COMMAND, *words],
            env={**clean_environment(), "DATABASE_URL": database},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            importer = wait_for_import(database, process)
            os.kill(process.pid, signal.SIGKILL)
        finally:
            process.kill()
            process.wait()
    with psycopg.connect(database, autocommit=True) as other:
        deadline = time.monotonic() + 60
        while other.execute("SELECT FROM pg_stat_activity WHERE pid = %s", (importer,)).fetchone():
            assert time.monotonic() < deadline, "the importer's session did not end"
            time.sleep(0.02)
        for table in ("account", "account_name", "entry", "posting"):
            found = other.execute(f"SELECT count(*) FROM ledger.{table}").fetchone()
            assert found == (0,), table
    again = run(*words[:4], url=database, folder=tmp_path)
    assert again.exit_code == 0, again.output
    assert "3 accounts, 62 entries" in again.output
    proof = run("verify", url=database, folder=tmp_path)
    assert proof.exit_code == 0, proof.output


def wait_for_import(database: str, process: subprocess.Popen) -> int:
    """The session of the import, once it waits for the lock."""
    deadline = time.monotonic() + 60
    with psycopg.connect(database, autocommit=True) as watcher:
        while time.monotonic() < deadline:
            assert process.poll() is None, "the import ended"
            with contextlib.suppress(TypeError):
                (pid,) = watcher.execute(
                    "SELECT pid FROM pg_stat_activity"
                    " WHERE query LIKE '%import_postings_v1%' AND wait_event_type = 'Lock'"
                    " AND datname = current_database() AND pid <> pg_backend_pid()"
                ).fetchone()
                return int(pid)
            time.sleep(0.02)
    raise AssertionError("the import did not come to its entries")
