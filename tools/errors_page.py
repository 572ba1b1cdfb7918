"""Writes docs/errors.md and docs/modules.md from the code, or checks that they are as written."""

import argparse
import dataclasses
import difflib
import importlib
import inspect
import pkgutil
import sys
import typing
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any, Final

import grimp

HERE: Final = Path(__file__).resolve().parent.parent
ORDER: Final = (
    *("kit", "identity", "kyc", "ledger", "gateways", "payments", "groups", "webhooks"),
    "notifications",
)
"""From the ground up; a new module comes after these."""
DOORS: Final = ("service", "types", "errors")
MADE: Final = "<!-- Made by tools/errors_page.py; do not edit. -->"


def load(package: str) -> None:
    """Import a package with everything in it, so that its refusals, facts and reactions register."""
    home = importlib.import_module(package)
    for found in pkgutil.walk_packages(home.__path__, f"{package}."):
        importlib.import_module(found.name)


def errors_page() -> str:
    """Every refusal by module: code, kind, what to do, whether a retry helps, its facts."""
    from batua.kit.refusal import Refusal
    from batua.kit.web.problem import STATUS

    by_module: dict[str, list[type[Refusal]]] = defaultdict(list)
    for code, refusal in sorted(Refusal.registry.items()):
        if refusal.__module__.startswith("batua."):
            by_module[code.partition(".")[0]].append(refusal)
    lines = ["# Why a request is refused", "", MADE, "", INTRODUCTION]
    for module in _in_order(by_module):
        lines += ["", f"## {module}"]
        for refusal in by_module[module]:
            lines += ["", *_of_refusal(refusal, STATUS[refusal.kind])]
    return "\n".join(lines) + "\n"


INTRODUCTION: Final = """\
A refusal is a normal answer. It is an RFC 9457 problem (`application/problem+json`) with a stable
`code`, the same for ever; `detail` says what happened, `todo` what to do, `retry` whether the very
same request may succeed later, and `facts` holds typed values. Nothing moved when you read one."""


def _of_refusal(refusal: type[Any], status: int) -> Iterator[str]:
    again = "The same request may succeed later." if refusal.retry else "A retry does not help."
    yield f'### <a id="{refusal.code}"></a>`{refusal.code}`'
    yield ""
    yield f"{refusal.summary()} **{refusal.todo}**"
    yield ""
    yield f"{status} {refusal.kind.value.replace('_', ' ')} · {again}"
    facts = _fields(refusal)
    if facts:
        yield ""
        yield "Facts: " + ", ".join(f"`{name}` ({kind})" for name, kind in facts)


def modules_page(root: str = "batua") -> str:
    """Each module: its promise, its verbs, what it states and hears, and whom it calls."""
    modules = f"{root}.modules"
    graph = grimp.build_graph(root, cache_dir=None)
    names = [module.rpartition(".")[2] for module in graph.find_children(modules)]
    lines = ["# Modules, their doors and their facts", "", MADE, "", LAYOUT]
    for name in _in_order(names):
        lines += ["", f"## {name}", "", *_of_module(graph, f"{modules}.{name}")]
    return "\n".join(lines) + "\n"


LAYOUT: Final = """\
Calls go down only, through the doors `service`, `types` and `errors`. News goes up: a module states
facts in the journal, and others hear them, at least once and in order. `.importlinter` has the order
of the stack."""


def _of_module(graph: grimp.ImportGraph, home: str) -> Iterator[str]:
    yield _first_sentence(importlib.import_module(home).__doc__)
    yield ""
    yield f"**Calls** {_listed(_called(graph, home))}"
    yield ""
    yield f"**Hears** {_listed(_heard(home.rpartition('.')[2]))}"
    facts = list(_stated(home))
    if facts:
        yield from ("", "| states | that | with |", "|---|---|---|")
        for fact in facts:
            held = ", ".join(f"`{name}`" for name, _ in _fields(fact) if name not in OWN_OF_FACTS)
            yield f"| `{fact.kind}` | {_first_sentence(fact.__doc__)} | {held or NOTHING} |"
    verbs = list(_verbs(home))
    if verbs:
        yield from ("", "| verb | what it does |", "|---|---|")
        for verb in verbs:
            yield f"| `{verb.__name__}` | {_first_sentence(verb.__doc__)} |"


NOTHING: Final = "none"
OWN_OF_FACTS: Final = {"subject", "actor", "audience"}


def _called(graph: grimp.ImportGraph, home: str) -> list[str]:
    """The sister modules whose doors a module opens."""
    around = home.rpartition(".")[0]
    inside = {home, *graph.find_descendants(home)}
    met = {found for room in inside for found in graph.find_modules_directly_imported_by(room)}
    sisters = {
        m.split(".")[around.count(".") + 1] for m in met - inside if m.startswith(f"{around}.")
    }
    return _in_order(sisters)


def _heard(module: str) -> list[str]:
    from batua.kit.journal import heard_by

    return heard_by().get(module, [])


def _stated(home: str) -> list[type[Any]]:
    from batua.kit.journal import Fact

    mine = [fact for fact in Fact.kinds.values() if f"{fact.__module__}.".startswith(f"{home}.")]
    return sorted(mine, key=lambda fact: fact.kind)


def _verbs(home: str) -> list[Any]:
    """The public functions of the door, in the order of its file or of its `__all__`."""
    try:
        door = importlib.import_module(f"{home}.service")
    except ModuleNotFoundError as error:
        if error.name != f"{home}.service":
            raise
        return []
    names = getattr(door, "__all__", None)
    if names is None:
        own = (n for n, value in vars(door).items() if _is_from(value, door))
        names = [name for name in own if not name.startswith("_")]
    return [verb for name in names if inspect.isfunction(verb := getattr(door, name))]


def _is_from(value: object, door: ModuleType) -> bool:
    """Whether something was written in this very module rather than imported."""
    return getattr(value, "__module__", None) == door.__name__


def _fields(cls: type[Any]) -> list[tuple[str, str]]:
    """The fields of a dataclass with the words for their types."""
    if not dataclasses.is_dataclass(cls):
        return []
    hints = typing.get_type_hints(cls)
    return [(f.name, _type_words(hints[f.name])) for f in dataclasses.fields(cls)]


def _type_words(hint: Any) -> str:
    words = hint.__name__ if isinstance(hint, type) else str(hint)
    for long in ("uuid.", "datetime.", "batua.kit.money."):
        words = words.replace(long, "")
    return words


def _first_sentence(text: str | None) -> str:
    if not text or not text.strip():
        return NOTHING
    paragraph = " ".join(inspect.cleandoc(text).split("\n\n")[0].split())
    return paragraph.replace("|", "\\|")


def _listed(names: list[str]) -> str:
    return ", ".join(f"`{name}`" for name in names) or NOTHING


def _in_order(names: typing.Iterable[str]) -> list[str]:
    place = {name: n for n, name in enumerate(ORDER)}
    return sorted(names, key=lambda name: (place.get(name, len(ORDER)), name))


def pages() -> dict[str, str]:
    """The pages by path."""
    load("batua.kit")
    load("batua.modules")
    return {"docs/errors.md": errors_page(), "docs/modules.md": modules_page()}


def stale(root: Path, made: dict[str, str]) -> list[str]:
    """What differs between the pages on disk and those made from the code."""
    told: list[str] = []
    for name, text in made.items():
        path = root / name
        before = path.read_text(encoding="utf-8") if path.exists() else ""
        told += difflib.unified_diff(
            before.splitlines(), text.splitlines(), name, "from the code", lineterm="", n=0
        )
    return told


def main(arguments: list[str] | None = None) -> int:
    """Write the pages, or with --check say what is stale."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="only tell what is stale")
    parser.add_argument("--root", type=Path, default=HERE)
    given = parser.parse_args(arguments)
    made = pages()
    if given.check:
        told = stale(given.root, made)
        print("\n".join(told[:40]) if told else "docs: as the code says")
        if told:
            print("Write them anew: .venv/bin/python tools/errors_page.py")
        return 1 if told else 0
    for name, text in made.items():
        path = given.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        print(f"wrote {name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
