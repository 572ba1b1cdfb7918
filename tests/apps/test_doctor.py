"""The doctor: says what is well, and for everything else how to mend it."""

import json
import socket
from importlib import import_module

import psycopg
import pytest
from typer.testing import CliRunner

from batua.apps import doctor, keyfile
from batua.apps.cli import app
from batua.apps.doctor import State, Visit
from batua.kit.secrets import KeyRing, KeySettings
from batua.kit.settings import load


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture
def visit(database, tmp_path, monkeypatch):
    """A healthy installation."""
    monkeypatch.setenv("DATABASE_URL", database)
    for name in keyfile.NAMES:
        monkeypatch.delenv(name, raising=False)
    (tmp_path / "dist").mkdir()
    (tmp_path / "dist" / "index.html").write_text("<!doctype html>")
    monkeypatch.setattr(doctor, "DIST", tmp_path / "dist")
    # The tests' own server does without fsync; that alone would be found.
    monkeypatch.setattr(doctor, "SAFE_SETTINGS", {"synchronous_commit": "on"})
    data = tmp_path / "data"
    data.mkdir()
    keys = keyfile.make(data)
    keyfile.prove(database, data, KeyRing.from_settings(load(KeySettings, keys)))
    return Visit(data, free_port(), free_port())


def examined(visit) -> dict[str, doctor.Finding]:
    found = {finding.name: finding for finding in doctor.look(visit)}
    for finding in found.values():
        is_sick = finding.state in {State.WARNING, State.BROKEN}
        assert bool(finding.mend) or not is_sick, f"{finding.name} does not say how to mend it"
    return found


def test_a_healthy_installation_has_nothing_to_mend(visit):
    found = examined(visit)
    sick = {name: one for name, one in found.items() if one.state in {"warning", "broken"}}
    assert sick == {}
    assert {"python", "disk", "database", "durability", "tables", "keys", "ledger", "jobs"} <= set(
        found
    )


def test_findings_can_be_read_by_programs(visit):
    command = ["doctor", "--json", "--data", str(visit.data)]
    ports = ["--port", str(visit.port), "--sandbox-port", str(visit.sandbox_port)]
    found = CliRunner().invoke(app, [*command, *ports])
    assert found.exit_code == 0, found.output
    names = {one["name"]: one["state"] for one in json.loads(found.output)}
    assert names["database"] == "ok"


def broken(visit, name: str) -> doctor.Finding:
    finding = examined(visit)[name]
    assert finding.state is State.BROKEN, finding
    return finding


def test_a_keys_file_that_others_read_is_found(visit):
    path = visit.data / keyfile.NAME
    path.chmod(0o644)
    assert broken(visit, "keys file").mend == f"chmod 600 {path}"


def test_foreign_keys_are_found(visit):
    keyfile.make(visit.data)
    assert "not those that this database was written with" in broken(visit, "keys").detail


def test_a_taken_port_is_found(visit):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", visit.port))
        taken.listen()
        assert f"Port {visit.port}" in broken(visit, "web port").detail


def test_a_missing_web_build_is_found(visit, monkeypatch, tmp_path):
    monkeypatch.setattr(doctor, "DIST", tmp_path / "nothing")
    assert broken(visit, "web app").mend == "make web"


def test_a_mistyped_setting_is_found(visit, monkeypatch):
    monkeypatch.setenv("BATUA_LOG_LEVLE", "debug")
    assert "BATUA_LOG_LEVLE" in broken(visit, "settings").detail


def test_a_database_that_is_away_is_found(visit, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgresql://me@127.0.0.1:1/money")
    assert "does not answer" in broken(visit, "database").detail


def test_a_missing_migration_is_found(visit, database):
    alter(database, "DELETE FROM public._yoyo_migration WHERE migration_id = '0050_notifications'")
    finding = broken(visit, "tables")
    assert ("0050_notifications" in finding.detail, finding.mend) == (True, "batua migrate")


def test_unsafe_durability_is_found(visit, database):
    name = psycopg.conninfo.conninfo_to_dict(database)["dbname"]
    alter(database, f"ALTER DATABASE {name} SET synchronous_commit = off")
    assert "synchronous_commit = off" in broken(visit, "durability").detail


def test_a_ledger_that_can_be_altered_is_found(visit, database):
    alter(database, "GRANT UPDATE ON ledger.posting TO batua_app")
    assert "ledger.posting" in broken(visit, "ledger").detail


def test_jobs_that_nobody_does_are_found(visit, database):
    alter(
        database,
        "INSERT INTO public.procrastinate_jobs (queue_name, task_name, scheduled_at)"
        " VALUES ('default', 'test', now() - interval '10 minutes')",
    )
    assert broken(visit, "jobs").mend == "start a worker: batua work"


def test_facts_that_could_not_be_taken_are_found(visit, database):
    alter(
        database,
        "INSERT INTO journal.parked (reader, xid, seq, tries, reason, next_try_at)"
        " VALUES ('notifications', '1', 1, 6, 'ValueError', now())",
    )
    finding = examined(visit)["journal"]
    assert finding.state is State.WARNING


def test_before_the_first_start_there_is_nothing_to_mend_but_to_start(visit, monkeypatch, tmp_path):
    monkeypatch.delenv("DATABASE_URL")
    found = examined(Visit(tmp_path / "new", visit.port, visit.sandbox_port))
    assert found["database"].state is State.NOTE
    assert not (tmp_path / "new").exists(), "looking makes nothing"


def alter(url: str, query: str) -> None:
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(query)


def test_the_settings_of_a_sandbox_that_is_not_used_are_not_missed(visit):
    import_module("batua.sandbox.settings")
    assert examined(visit)["settings"].state is State.OK
