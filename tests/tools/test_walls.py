"""The import contracts find a planted hole in each wall."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parents[2]
ROOMS = [
    *("apps/wiring", "sandbox/app", "kit/web/problem", "kit/db", "kit/clock", "kit/replica"),
    "kit/pool",
    *("kit/connections", "kit/guarded", "kit/outside"),
    *("kit/migrate", "kit/journal", "kit/jobs", "kit/files", "apps/worker"),
    *(
        f"modules/{m}/{f}"
        for m in (
            *("identity", "kyc", "ledger", "gateways", "payments", "groups", "webhooks"),
            "notifications",
        )
        for f in ("api", "jobs", "reactions", "service", "rules", "store", "errors", "types")
    ),
    "modules/gateways/providers",
]


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """An empty house with the walls of the real one."""
    for room in ROOMS:
        path = tmp_path / "batua" / f"{room}.py"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
        for folder in path.relative_to(tmp_path).parents[:-1]:
            (tmp_path / folder / "__init__.py").touch()
    # A wall is measured where somebody uses what stands behind it.
    plant(tmp_path, "apps/worker", "import litestar, procrastinate, httpx, aiosmtplib")
    plant(
        tmp_path, "kit/files", "import arro3, cryptography, obstore, prometheus_client, structlog"
    )
    plant(tmp_path, "kit/jobs", "import psycopg, psycopg_pool")
    plant(tmp_path, "kit/copying", "import psycopg")
    shutil.copy(HERE / ".importlinter", tmp_path)
    shutil.copytree(
        HERE / "tools", tmp_path / "tools", ignore=shutil.ignore_patterns("__pycache__")
    )
    return tmp_path


def lint(house: Path) -> tuple[int, str]:
    command = "from importlinter.cli import lint_imports_command as run; run()"
    done = subprocess.run(
        [sys.executable, "-c", f"import sys; sys.path.insert(0, ''); {command}", "--no-cache"],
        cwd=house,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


def test_an_honest_house_keeps_every_contract(house):
    plant(
        house, "modules/payments/service", "from batua.modules.ledger import service, types, errors"
    )
    plant(house, "modules/payments/api", "import litestar\nimport batua.kit.web")
    plant(house, "apps/wiring", "from batua.modules.payments import api\nimport batua.sandbox.app")
    code, told = lint(house)
    assert code == 0, told


def plant(house: Path, room: str, text: str) -> None:
    path = house / "batua" / f"{room}.py"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"{text}\n")


HOLES = [
    ("kit/clock", "import batua.modules.ledger.types", "apps over modules over kit"),
    ("modules/ledger/service", "import batua.apps.wiring", "apps over modules over kit"),
    ("sandbox/app", "import batua.modules.gateways.types", "the sandbox stands outside"),
    ("modules/gateways/service", "import batua.sandbox.app", "the sandbox stands outside"),
    ("modules/ledger/service", "import batua.modules.payments.types", "downward only"),
    ("modules/ledger/types", "import batua.modules.gateways.types", "downward only"),
    ("modules/ledger/rules", "import batua.modules.ledger.service", "inside a module"),
    ("modules/ledger/rules", "import batua.modules.ledger.store", "inside a module"),
    ("modules/ledger/types", "import batua.modules.ledger.errors", "inside a module"),
    ("modules/payments/service", "import batua.modules.ledger.store", "one door a module"),
    ("modules/payments/service", "import batua.modules.ledger.rules", "one door a module"),
    ("modules/payments/service", "import litestar", "only the edge knows the web"),
    ("modules/payments/service", "import batua.kit.web", "only the edge knows the web"),
    ("modules/payments/service", "import psycopg", "only stores know the database"),
    ("modules/payments/api", "import psycopg_pool", "only stores know the database"),
    ("modules/payments/jobs", "import procrastinate", "only the kit knows the queue"),
    ("modules/payments/jobs", "import httpx", "only providers call the outside"),
    ("modules/payments/jobs", "import batua.kit.outside", "only providers call the outside"),
    ("modules/identity/service", "import cryptography", "one tool for one job"),
]


@pytest.mark.parametrize(("room", "text", "contract"), HOLES)
def test_a_planted_hole_is_found(house, room, text, contract):
    plant(house, room, text)
    code, told = lint(house)
    assert code == 1, told
    broken = [line for line in told.splitlines() if line.endswith("BROKEN")]
    assert any(contract in line for line in broken), told


def test_a_module_that_nobody_listed_is_found(house):
    plant(house, "modules/surprise/__init__", "")
    code, told = lint(house)
    assert code == 1
    assert "batua.modules.surprise" in told


def test_a_circle_is_found(house):
    plant(house, "kit/clock", "import batua.kit.db")
    plant(house, "kit/db", "import batua.kit.clock")
    code, told = lint(house)
    assert code == 1
    assert "no circles BROKEN" in told


def test_the_door_names_who_went_where(house):
    plant(house, "modules/payments/service", "import batua.modules.ledger.store")
    _, told = lint(house)
    assert "batua.modules.payments.service imports batua.modules.ledger.store" in told.replace(
        "\n", " "
    )
