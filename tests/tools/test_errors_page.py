"""The pages made from the code tell everything, and a stale page is found."""

from dataclasses import dataclass, make_dataclass
from datetime import datetime
from uuid import UUID

import pytest

from batua.kit.journal import Fact
from batua.kit.money import Money
from batua.kit.refusal import Kind, Refusal
from tools import errors_page


@pytest.fixture(scope="module")
def made() -> dict[str, str]:
    return errors_page.pages()


@pytest.fixture
def planted():
    """A refusal of a module that does not exist, for as long as a test runs."""

    @dataclass(eq=False)
    class ZooClosed(Refusal):
        """The zoo is closed
        today.

        More that is not shown.
        """

        __module__ = "batua.modules.zoo.errors"
        code = "zoo.closed"
        kind = Kind.UNAVAILABLE
        retry = True
        todo = "Come back tomorrow."
        opens_at: datetime
        fee: Money

    yield ZooClosed
    del Refusal.registry["zoo.closed"]


def test_a_refusal_is_told_with_all_it_promises(made, planted):
    text = errors_page.errors_page()
    assert '## zoo\n\n### <a id="zoo.closed"></a>`zoo.closed`\n' in text
    assert "The zoo is closed today. **Come back tomorrow.**" in text
    assert "503 unavailable · The same request may succeed later." in text
    assert "Facts: `opens_at` (datetime), `fee` (Money)" in text
    assert text.index("## kit") < text.index("## payments") < text.index("## zoo")
    assert "More that is not shown" not in text


def test_a_new_refusal_makes_the_page_stale(made, planted, tmp_path, capsys):
    root = ["--root", str(tmp_path)]
    assert errors_page.main(root) == 0
    assert errors_page.main(["--check", *root]) == 0
    del Refusal.registry["zoo.closed"]
    try:
        assert errors_page.main(["--check", *root]) == 1
    finally:
        Refusal.registry["zoo.closed"] = planted
    assert '-### <a id="zoo.closed">' in capsys.readouterr().out


def test_check_writes_nothing(made, tmp_path):
    assert errors_page.main(["--check", "--root", str(tmp_path)]) == 1
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["docs/errors.md", "docs/modules.md"])
def test_one_changed_line_is_found(made, tmp_path, name):
    errors_page.main(["--root", str(tmp_path)])
    page = tmp_path / name
    page.write_text(page.read_text().replace("## payments", "## payment", 1))
    assert "-## payment" in errors_page.stale(tmp_path, made)


def test_modules_tell_verbs_facts_and_calls(made):
    text = made["docs/modules.md"]
    payments = text.partition("\n## payments\n")[2].partition("\n## ")[0]
    assert "`ledger`" in payments.partition("**Calls**")[2].splitlines()[0]
    assert "| `send` | Move money from one person to another. |" in payments
    assert "| `payments.sent` |" in payments
    assert "`payments.sent`" in text.partition("\n## notifications\n")[2]


def test_every_refusal_is_named_for_its_module_and_says_what_to_do(made):
    for code, refusal in Refusal.registry.items():
        home = refusal.__module__.removeprefix("batua.").removeprefix("modules.").split(".")[0]
        if refusal.__module__.startswith("batua."):
            assert code.partition(".")[0] == home, code
            assert refusal.todo.endswith("."), code
            assert refusal.summary().endswith("."), code


def test_every_fact_is_named_for_its_module(made):
    for kind, fact in Fact.kinds.items():
        if fact.__module__.startswith("batua.modules."):
            assert kind.partition(".")[0] == fact.__module__.split(".")[2], kind


def test_types_are_told_in_short_words():
    made = make_dataclass("Made", [("a", UUID | None), ("b", tuple[Money, ...]), ("c", int)])
    assert [words for _, words in errors_page._fields(made)] == [
        "UUID | None",
        "tuple[Money, ...]",
        "int",
    ]
