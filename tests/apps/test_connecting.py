"""Providers, channels and routes on the command line: no secret is an argument, or is ever printed."""

import asyncio

import psycopg
import pytest
from typer.testing import CliRunner

from batua.apps import keyfile, wiring
from batua.apps.cli import app
from batua.kit.connections import Connections
from batua.kit.db import Database, DatabaseSettings
from batua.kit.secrets import KeyRing, KeySettings
from batua.kit.settings import load
from batua.kit.web import WebSettings
from batua.modules.gateways.providers.paystack.settings import PaystackSettings

SECRET, OTHER = "sk_live_of-the-command-line-7Qx4", "sk_live_another-secret-of-it-1Zz9"


@pytest.fixture
def run(database, tmp_path, monkeypatch):
    """Run a command against a database of this test's own."""
    monkeypatch.setenv("DATABASE_URL", database)
    monkeypatch.setenv("COLUMNS", "300")
    for name in keyfile.NAMES:
        monkeypatch.delenv(name, raising=False)
    keyfile.make(tmp_path)

    def command(*words: str, given: str = ""):
        return CliRunner().invoke(app, [*words, "--data", str(tmp_path)], input=given)

    return command


def in_a_process(database: str, folder) -> PaystackSettings:
    """The settings as another process finds them."""
    ring = KeyRing.from_settings(load(KeySettings, keyfile.load(folder, {})))

    async def read() -> PaystackSettings:
        db = Database(DatabaseSettings(url=database))
        await db.open()
        found: Connections = wiring.connections_of(ring, WebSettings())
        await found.refresh(db)
        await db.close()
        return found.load(PaystackSettings)

    return asyncio.run(read())


def test_keys_come_from_a_pipe_and_are_changed_and_taken_away(run, database, tmp_path):
    done = run(
        "providers", "set", "paystack", given=f"secret_key={SECRET}\ncontact_email=a@b.example\n"
    )
    assert done.exit_code == 0, done.output
    assert "connected" in done.output
    assert in_a_process(database, tmp_path).secret_key == SECRET
    turned = run("providers", "rotate", "paystack", "secret_key", given=f"secret_key={OTHER}\n")
    assert turned.exit_code == 0, turned.output
    found = in_a_process(database, tmp_path)
    assert (found.secret_key, found.secret_key_previous) == (OTHER, SECRET)
    told = [done, turned, run("providers", "show", "paystack"), run("providers", "list")]
    for one in told:
        assert one.exit_code == 0, one.output
        assert SECRET not in one.output
        assert OTHER not in one.output
    assert "1Zz9" in told[2].output
    assert "https://batua.example" not in told[2].output
    assert "/api/v1/webhooks/paystack" in told[2].output
    with psycopg.connect(database) as connection:
        facts = connection.execute(
            "SELECT data->>'name', actor FROM journal.fact WHERE kind = 'gateways.keys_changed'"
        ).fetchall()
    assert facts == [("paystack", None), ("paystack", None)]
    gone = run("providers", "unset", "paystack", "--yes")
    assert gone.exit_code == 0, gone.output
    assert in_a_process(database, tmp_path).secret_key == ""


def test_what_cannot_be_is_said_in_two_lines(run):
    for words, given, said in (
        (("providers", "show", "nobody"), "", "nothing of this name"),
        (("providers", "set", "stripe"), "secret_key=x\n", "webhook_secret"),
        (("providers", "set", "stripe"), "x\n", "not field=value"),
        (("providers", "set", "stripe", "nothing"), "", "no setting nothing"),
        (("providers", "test", "stripe"), "", "lack the key"),
        (("routes", "try", "many"), "", "no amount of money"),
    ):
        done = run(*words, given=given)
        assert done.exit_code == 1, (words, done.output)
        assert said in done.output, (words, done.output)
        assert "Traceback" not in done.output


def test_a_test_says_what_is_wrong(run):
    keys = f"secret_key={SECRET}\nurl=http://127.0.0.1:9\ntries=1\n"
    assert run("providers", "set", "paystack", given=keys).exit_code == 0
    done = run("providers", "test", "paystack")
    assert done.exit_code == 1
    assert "Nobody is there" in done.output


def test_routes_are_shown_and_tried(run):
    assert "Version 0" in run("routes", "show").output
    assert run("routes", "try", "500 NGN", "--country", "ng").exit_code == 1
    assert run("providers", "set", "paystack", given=f"secret_key={SECRET}\n").exit_code == 0
    done = run("routes", "try", "500 NGN", "--country", "ng")
    assert done.exit_code == 0, done.output
    assert "taken" in done.output
