"""Each rule of the house finds an offence that is planted, and the list of old ones only shrinks."""

import subprocess
from pathlib import Path

import pytest

from tools import tidy

GOOD = '"""Says what it promises."""\n\n\ndef send(tx, a, b, c, d, e):\n    return a\n'


@pytest.fixture
def root(tmp_path: Path) -> Path:
    plant(tmp_path, "src/batua/modules/groups/rules.py", GOOD)
    return tmp_path


def plant(root: Path, name: str, text: str) -> None:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def broken(root: Path) -> list[tuple[str, str, str]]:
    return [(found.path, found.rule, found.subject) for found in tidy.look(root)]


def test_a_tidy_file_is_no_offence(root):
    assert broken(root) == []
    assert tidy.main(["--root", str(root)]) == 0


DOC = '"""Says something."""\n'
DEEP = (
    "def f(a):\n    with a:\n        for b in a:\n            if b:\n"
    "                try:\n                    b()\n                finally:\n                    a()\n"
)
PLANTS = [
    ("src/batua/kit/x.py", "x = 1\n", "no-docstring", "file"),
    ("src/batua/kit/x.py", DOC + "x = 1\n" * 400, "long-file", "file"),
    ("src/batua/kit/x.py", DOC + "def f():\n" + "    x = 1\n" * 70, "long-function", "f"),
    ("src/batua/kit/x.py", DOC + "async def f(a, b, c, *, d, e, g): ...\n", "parameters", "f"),
    ("src/batua/kit/x.py", DOC + "def f(a, b=1, c=1, d=1, e=1, g=1): ...\n", "parameters", "f"),
    ("src/batua/kit/x.py", DOC + DEEP, "nesting", "f"),
    ("src/batua/kit/x.py", DOC + "def process_order(): ...\n", "empty-name", "process_order"),
    ("src/batua/kit/x.py", DOC + "def update(): ...\n", "empty-name", "update"),
    ("src/batua/kit/x.py", DOC + "def _manage_all(): ...\n", "empty-name", "_manage_all"),
    ("src/batua/kit/x.py", DOC + "def handle_event(): ...\n", "empty-name", "handle_event"),
    ("src/batua/kit/x.py", DOC + "class OrderManager: ...\n", "empty-name", "OrderManager"),
    ("src/batua/kit/utils.py", DOC, "empty-name", "file"),
    ("web/src/lib/helpers.ts", "export {}\n", "empty-name", "file"),
    ("src/batua/kit/x.py", DOC + "# TO" + "DO later\n", "unnumbered", "TO" + "DO"),
    ("web/src/lib/x.ts", "// FIX" + "ME\n", "unnumbered", "FIX" + "ME"),
    ("src/batua/kit/money.py", DOC + "RATE = 0.5\n", "float", "0.5"),
    ("src/batua/modules/ledger/rules.py", DOC + "x = float('1')\n", "float", "float"),
    ("src/batua/modules/payments/types/a.py", DOC + "def f(a: float): ...\n", "float", "float"),
    ("src/batua/kit/x.py", DOC + "amount = 12.5\n", "float", "12.5"),
    ("src/batua/kit/x.py", DOC + "half = amount / 2\n", "division", "amount / 2"),
    ("src/batua/kit/x.py", DOC + "half = a.minor / b\n", "division", "a.minor / b"),
    ("migrations/0010_ledger_a.sql", "CREATE TABLE a (b double precision);\n", "float", None),
    ("src/batua/modules/payments/sql/views/a.sql", "SELECT 1::real;\n", "float", "real"),
    ("migrations/0099_x.sql", "CREATE TABLE a (amount float8);\n", "float", "float8"),
    ("web/src/features/a.tsx", "const a = amount.minor / 100\n", "float", None),
    ("web/src/features/a.ts", "const a = parseFloat(amount)\n", "float", "parseFloat("),
]


@pytest.mark.parametrize(("name", "text", "rule", "subject"), PLANTS)
def test_a_planted_offence_is_found(root, capsys, name, text, rule, subject):
    plant(root, name, text)
    (found,) = broken(root)
    assert found[:2] == (name, rule)
    assert subject in {None, found[2]}
    assert tidy.main(["--root", str(root)]) == 1
    assert f"{name}:" in capsys.readouterr().out


HARMLESS = [
    ("src/batua/modules/a/api.py", DOC + "def f(a, b=1, c=1, d=1, e=1, g=1, h=1): ...\n"),
    ("src/batua/kit/__init__.py", ""),
    ("src/batua/kit/x.py", DOC + "WAIT_S = 0.5\n"),
    ("src/batua/kit/x.py", DOC + "def handle_of(person): ...\n"),
    ("src/batua/kit/x.py", DOC + "def handle(person): ...\n"),
    ("src/batua/kit/x.py", DOC + "# TO" + "DO #12: soon\n"),
    ("src/batua/kit/x.py", DOC + "@get('/x')\nasync def f(a, b, c, d, e, g, h): ...\n"),
    ("src/batua/kit/x.py", DOC + "@app.command()\ndef f(a, b, c, d, e, g, h): ...\n"),
    ("src/batua/kit/x.py", DOC + "path = folder / 'amount.txt'\n"),
    ("src/batua/kit/x.py", DOC + "if a:\n    pass\n" + "elif a:\n    pass\n" * 6),
    (
        "src/batua/kit/x.py",
        DOC + "def f():\n    if a:\n        pass\n" + "    elif a:\n        pass\n" * 6,
    ),
    ("migrations/0010_ledger_a.sql", "-- never double precision\nCREATE TABLE a (b bigint);\n"),
    ("web/src/lib/money.ts", "const a = minor / 100\n"),
    ("web/src/lib/chart.ts", "const share = (part / whole).toFixed(1)\n"),
    ("tests/kit/test_x.py", DOC + "def test_float(a, b, c, d, e, f):\n    amount = 1.5\n"),
]


@pytest.mark.parametrize(("name", "text"), HARMLESS)
def test_what_only_looks_like_an_offence_is_left_alone(root, name, text):
    plant(root, name, text)
    assert broken(root) == []


def offence(size: int) -> tidy.Offence:
    return tidy.Offence("src/a.py", "long-file", "file", size, "too long")


DEBT = {"src/a.py long-file file": 450}


def test_an_old_offence_may_stay_as_large_as_it_was():
    assert tidy.judge([offence(450)], DEBT) == []


def test_an_old_offence_may_not_grow():
    assert tidy.judge([offence(451)], DEBT) == ["src/a.py:1: long-file file: too long"]


@pytest.mark.parametrize("now", [[], [offence(449)]])
def test_a_paid_debt_leaves_the_list(now):
    (told,) = tidy.judge(now, DEBT)
    assert told.endswith("shrink the list")


def test_the_list_is_read_without_its_comments():
    text = "# comment = 1\nsrc/a.py long-file file = 450\n\n"
    assert tidy.read_debt(text) == DEBT


def git(root: Path, *arguments: str) -> None:
    name = ["-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", "-C", str(root), *name, *arguments], check=True, capture_output=True)


def test_the_list_may_only_shrink(root, capsys):
    plant(root, tidy.DEBT, "# old\n")
    git(root, "init", "-q")
    git(root, "add", ".")
    git(root, "commit", "-qm", "first")
    plant(root, "src/batua/kit/x.py", DOC + "x = 1\n" * 400)
    plant(root, tidy.DEBT, "src/batua/kit/x.py long-file file = 401\n")
    assert tidy.main(["--root", str(root)]) == 1
    assert "was added; the list may only shrink" in capsys.readouterr().out
    git(root, "commit", "-qam", "smuggled")
    assert tidy.main(["--root", str(root)]) == 1
