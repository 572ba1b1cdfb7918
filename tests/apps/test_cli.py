"""The command line: help that teaches, exit codes that can be relied on, and chores done right."""

import asyncio
import json
import os
import re
import subprocess
import sys

import psycopg
import pytest
from typer.testing import CliRunner

from batua.apps import keyfile, reach, wiring
from batua.apps.cli import app
from batua.apps.trouble import DatabaseUnreachable
from batua.kit.money import Currency
from batua.kit.secrets import KeyRing, KeySettings, UnreadableSecret
from batua.kit.settings import load
from batua.modules.identity import service as identity_service
from batua.modules.identity import types as identity
from batua.modules.ledger import service as ledger
from batua.modules.ledger.types import AccountKind

HEAVY = ("litestar", "psycopg", "granian", "fpdf", "procrastinate", "babel")


@pytest.fixture
def run(database, tmp_path, monkeypatch):
    """Run a command against a database of this test's own."""
    monkeypatch.setenv("DATABASE_URL", database)
    monkeypatch.setenv("COLUMNS", "200")
    for name in keyfile.NAMES:
        monkeypatch.delenv(name, raising=False)

    def command(*words: str):
        return CliRunner().invoke(app, [*words, "--data", str(tmp_path)])

    return command


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("up",),
        ("serve",),
        ("work",),
        ("sandbox",),
        ("migrate",),
        ("verify",),
        ("roles",),
        ("doctor",),
        ("demo", "load"),
        ("demo", "remove"),
        ("keys", "generate"),
        ("keys", "rotate"),
    ],
)
def test_every_command_explains_itself(words):
    found = CliRunner().invoke(app, [*words, "--help"])
    assert found.exit_code == 0
    assert "Usage" in found.output
    assert "--parent" not in found.output, "what is for our own use is not shown"


def test_help_does_not_load_the_house():
    code = f"""
import sys
from batua.apps.cli import app
loaded = [name for name in {HEAVY!r} if name in sys.modules]
assert not loaded, loaded
"""
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)


def test_a_wrong_command_is_two():
    assert CliRunner().invoke(app, ["upp"]).exit_code == 2
    assert CliRunner().invoke(app, ["serve", "--workers", "0"]).exit_code == 2


def test_migrate_says_what_is_missing_and_brings_it(server_url, run, monkeypatch):
    name = f"cli_{os.getpid()}"
    with psycopg.connect(server_url, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    try:
        monkeypatch.setenv("DATABASE_URL", server_url.replace("/batua?", f"/{name}?"))
        missing = run("migrate", "--check")
        assert missing.exit_code == 1
        assert "0050_notifications" in missing.output
        done = run("migrate")
        assert done.exit_code == 0
        assert "0050_notifications" in done.output
        assert run("migrate", "--check").exit_code == 0
        assert "Up to date." in run("migrate").output
    finally:
        with psycopg.connect(server_url, autocommit=True) as connection:
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


def test_verify_is_zero_for_clean_books_and_needs_no_keys(run):
    found = run("verify")
    assert found.exit_code == 0, found.output
    assert "Every balance is what its entries make it" in found.output


async def test_verify_is_one_for_altered_books_and_names_the_row(run, database, db):
    async with db.transaction() as tx:
        await ledger.open_account(
            tx, kind=AccountKind.WALLET, owner="somebody", currency=Currency("INR")
        )
    with psycopg.connect(database) as connection:
        connection.execute("SET session_replication_role = replica")  # as an intruder would
        connection.execute(
            "UPDATE ledger.account SET posted_credits_minor = posted_credits_minor + 1"
        )
    found = await asyncio.to_thread(run, "verify")
    assert found.exit_code == 1
    assert "ledger.account" in found.output
    assert "Every balance is what" not in found.output


def test_generated_keys_open_what_they_sealed():
    found = CliRunner().invoke(app, ["keys", "generate"])
    settings = dict(line.split("=", 1) for line in found.output.split())
    ring = KeyRing.from_settings(load(KeySettings, settings))
    assert ring.open(ring.seal("secret", purpose="p"), purpose="p") == "secret"


def test_rotation_puts_a_new_key_first_and_the_old_one_still_opens(run, tmp_path, database):
    old = keyfile.make(tmp_path)
    ring = KeyRing.from_settings(load(KeySettings, old))
    keyfile.prove(database, tmp_path, ring)
    sealed = ring.seal("secret", purpose="p")
    found = run("keys", "rotate")
    assert found.exit_code == 0, found.output
    new = KeyRing.from_settings(load(KeySettings, keyfile.load(tmp_path, {})))
    assert new.current_id != ring.current_id
    assert new.open(sealed, purpose="p") == "secret"
    keyfile.prove(database, tmp_path, new)
    only_new = KeyRing.from_settings(
        load(
            KeySettings,
            {**keyfile.load(tmp_path, {}), "BATUA_KEYS": first_key(tmp_path)},
        )
    )
    keyfile.prove(database, tmp_path, only_new)
    with pytest.raises(UnreadableSecret):
        only_new.open(sealed, purpose="p")


def first_key(folder) -> str:
    return keyfile.load(folder, {})["BATUA_KEYS"].split(",")[0]


def test_other_keys_are_refused(tmp_path, database):
    keyfile.prove(
        database, tmp_path, KeyRing.from_settings(load(KeySettings, keyfile.make(tmp_path)))
    )
    with pytest.raises(keyfile.KeysDoNotFit):
        keyfile.prove(
            database, tmp_path, KeyRing.from_settings(load(KeySettings, keyfile.make(tmp_path)))
        )


def test_rotation_without_keys_says_how_to_get_some(run):
    found = run("keys", "rotate")
    assert found.exit_code == 1
    assert "batua up makes them" in found.output


def test_a_keys_file_is_for_its_owner_alone(tmp_path):
    keyfile.make(tmp_path)
    path = tmp_path / keyfile.NAME
    assert path.stat().st_mode & 0o777 == 0o600
    path.chmod(0o644)
    keyfile.make(tmp_path)
    assert path.stat().st_mode & 0o777 == 0o600


def test_keys_of_the_environment_go_before_the_file(tmp_path):
    keyfile.make(tmp_path)
    env = {"BATUA_KEYS": "k001:AAAA", "BATUA_INDEX_KEY": "BBBB", "HOME": "/"}
    assert keyfile.load(tmp_path, env) == {"BATUA_KEYS": "k001:AAAA", "BATUA_INDEX_KEY": "BBBB"}


def test_a_database_that_is_away_is_one_and_tells_no_password(run, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgresql://me:geheim@127.0.0.1:1/money")
    found = run("verify")
    assert found.exit_code == 1
    assert "money at 127.0.0.1:1 does not answer" in found.output
    assert "geheim" not in found.output


def test_an_address_is_described_without_its_password():
    shown = reach.describe("postgresql://me:geheim@db.example:6543/money?sslmode=require")
    assert shown == "money at db.example:6543"


@pytest.mark.parametrize("url", ["nonsense", "postgresql://h:port/x", "host=a nonsense"])
def test_what_is_no_address_is_refused(url):
    with pytest.raises(DatabaseUnreachable):
        reach.check(url)


def test_the_api_document_is_printed_without_a_database():
    found = CliRunner().invoke(app, ["openapi"], env={"DATABASE_URL": ""})
    assert found.exit_code == 0
    assert re.search(r'"openapi": ?"3\.1', found.output)


async def test_roles_are_given_at_the_command_line(run, tmp_path, database, db):
    ring = KeyRing.from_settings(load(KeySettings, keyfile.make(tmp_path)))
    async with db.transaction() as tx:
        new = identity.NewPerson(phone="+919876543210", name="Asha Devi", pin="482916")
        hasher = identity_service.Hasher(identity_service.HashSettings(memory_kib=64))
        person = await identity_service.register_directly(tx, ring, new, hasher)
    for words in (("+919876543210", "boss"), ("+919812345678", "auditor")):
        found = await asyncio.to_thread(run, "roles", *words)
        assert found.exit_code == 1, found.output
    found = await asyncio.to_thread(run, "roles", "+919876543210", "person", "auditor")
    assert found.exit_code == 0, found.output
    async with db.transaction() as tx:
        now = await identity_service.person(tx, ring, person.id)
    assert now.roles == {"person", "auditor"}


async def test_verify_looks_at_seals_and_at_heads_from_elsewhere(run, tmp_path, database, db):
    ring = KeyRing.from_settings(load(KeySettings, keyfile.make(tmp_path)))
    async with db.transaction() as tx:
        await ledger.open_account(
            tx, kind=AccountKind.WALLET, owner="somebody", currency=Currency("INR")
        )
    await ledger.seal(db, wiring.proofs(ring))
    async with db.read() as tx:
        head = ledger.head_told(await ledger.head(tx))
    heads = tmp_path / "heads.jsonl"
    heads.write_text(json.dumps(head) + "\n")
    found = await asyncio.to_thread(run, "verify", "--json", "--heads", str(heads))
    assert found.exit_code == 0, found.output
    report = json.loads(found.output)
    assert (report["is_whole"], report["head"]) == (True, head)
    heads.write_text(json.dumps({**head, "head": "00" * 32}) + "\n")
    found = await asyncio.to_thread(run, "verify", "--heads", str(heads))
    assert found.exit_code == 1
    assert "block 1: its head is not the one that was written elsewhere" in found.output
    heads.write_text("no head\n")
    found = await asyncio.to_thread(run, "verify", "--heads", str(heads))
    assert found.exit_code == 1
    assert "Line 1 of" in found.output
    async with db.read() as tx:
        page = await ledger.verifications(tx)
    assert [run.state for run in page.items] == ["damaged", "whole"], "each run is kept"
