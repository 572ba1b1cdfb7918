"""The house rules that no linter knows, with a list of old offenders that may only shrink."""

import argparse
import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

FUNCTION_LINES: Final = 70
FILE_LINES: Final = 400
PARAMETERS: Final = 5
NESTING: Final = 3
DEBT: Final = "tools/tidy_debt.txt"

CODE: Final = ("src", "tools", "tests", "bench", "migrations", "web/src", "web/scripts")
TEXT: Final = {".py", ".sql", ".ts", ".tsx", ".css", ".sh", ".po"}
SKIPPED: Final = {"node_modules", "dist", "__pycache__", "generated"}
# Written by machines from our API, so their size says nothing about us.
GENERATED: Final = re.compile(r"web/src/api/(schema|types)(\.gen)?\.d?\.?ts$")

# Files in which every number is money or stands beside it.
MONEY_FILES: Final = re.compile(
    r"src/batua/kit/(money|written_money|currencies)\.py$|src/batua/modules/(ledger|payments|gateways|groups)/"
)
MONEY_SQL: Final = re.compile(
    r"(modules/(ledger|payments|gateways|groups)/.*|_(ledger|payments|gateways|groups)\w*)\.sql$"
)
MONEY_WORDS: Final = re.compile(r"minor|amount|money|balance", re.IGNORECASE)
MONEY_IN_WEB: Final = "web/src/lib/money.ts"
FLOAT_SQL: Final = re.compile(r"\b(real|float[48]?|double\s+precision)\b", re.IGNORECASE)
FLOAT_WEB: Final = re.compile(r"parseFloat\(|\.toFixed\(|[mM]inor\s*/\s*1|/\s*100\b")

BAD_FILES: Final = {"utils", "util", "helpers", "helper", "common", "base", "misc", "manager"}
BAD_VERBS: Final = re.compile(
    r"_*(process|manage|update)(_|$)"
    # A handle is also what a person is called, so only these are the empty verb.
    r"|_*handle_(event|request|error|exception|message|webhook|callback|response|job|command).*$"
)
BAD_CLASSES: Final = re.compile(r"\w*(Manager|Helper|Helpers|Utils|Util|Processor)$")
# Nouns of other libraries that we fill in, not names that we chose.
GIVEN_NAMES: Final = {"handle_starttag", "handle_endtag", "handle_data"}
UNNUMBERED: Final = re.compile(r"\b(TO" + r"DO|FIX" + r"ME|HA" + r"CK)\b(?!\s*\(?#\d+)")
API_FILES: Final = re.compile(r"/api(\.py$|/)")
# `tx` is where a verb happens, not one of the things that it is told.
ALWAYS: Final = {"self", "cls", "tx"}
# Their parameters are what travels on the wire or stands on the command line.
ENTRANCES: Final = {"get", "post", "put", "patch", "delete", "command", "callback"}


@dataclass(frozen=True, slots=True)
class Offence:
    """One broken rule; `size` tells whether it grew."""

    path: str
    rule: str
    subject: str
    size: int
    advice: str
    line: int = 1

    @property
    def key(self) -> str:
        """What stays the same while lines move."""
        return f"{self.path} {self.rule} {self.subject}"

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.rule} {self.subject}: {self.advice}"


def look(root: Path) -> list[Offence]:
    """Every offence below a folder, in the order of the files."""
    found: list[Offence] = []
    for path in sorted(_files(root)):
        name, text = path.relative_to(root).as_posix(), path.read_text(encoding="utf-8")
        if GENERATED.search(name):
            continue
        found += _of_any_file(name, text)
        if path.suffix == ".py":
            found += _of_python(name, text)
        elif path.suffix == ".sql":
            found += _of_sql(name, text)
        elif path.suffix in {".ts", ".tsx"}:
            found += _of_web(name, text)
    return found


def _files(root: Path) -> Iterator[Path]:
    for place in CODE:
        for path in (root / place).rglob("*"):
            if (
                path.suffix in TEXT
                and path.is_file()
                and not SKIPPED & set(path.relative_to(root).parts)
            ):
                yield path


def _of_any_file(name: str, text: str) -> Iterator[Offence]:
    lines = text.splitlines()
    # A file of words is a list, not a page to read.
    if len(lines) > FILE_LINES and not name.endswith((".po", ".css")):
        advice = f"{len(lines)} lines; make it a folder of the same name"
        yield Offence(name, "long-file", "file", len(lines), advice)
    if Path(name).stem in BAD_FILES and not name.endswith(".css"):
        yield Offence(name, "empty-name", "file", 1, "name the file after what it holds")
    for number, line in enumerate(lines, 1):
        if mark := UNNUMBERED.search(line):
            yield Offence(name, "unnumbered", mark[1], 1, "give the number of its issue", number)


def _of_python(name: str, text: str) -> Iterator[Offence]:
    tree = ast.parse(text, name)
    is_test = name.startswith("tests/")
    if text.strip() and not ast.get_docstring(tree):
        yield Offence(name, "no-docstring", "file", 1, "say in one sentence what it promises")
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield from _of_function(name, node, is_test=is_test)
        elif isinstance(node, ast.ClassDef) and BAD_CLASSES.match(node.name):
            yield Offence(name, "empty-name", node.name, 1, "say what it is", node.lineno)
    if not is_test:
        yield from _of_numbers(name, tree, text)


def _of_function(
    name: str, node: ast.FunctionDef | ast.AsyncFunctionDef, *, is_test: bool
) -> Iterator[Offence]:
    length = (node.end_lineno or node.lineno) - node.lineno + 1
    if length > FUNCTION_LINES:
        yield Offence(name, "long-function", node.name, length, f"{length} lines", node.lineno)
    if BAD_VERBS.match(node.name) and node.name not in GIVEN_NAMES:
        yield Offence(name, "empty-name", node.name, 1, "use the verb people use", node.lineno)
    count = _parameters(name, node)
    if count > PARAMETERS and not is_test and not _is_entrance(node):
        advice = f"{count} parameters; make them a dataclass"
        yield Offence(name, "parameters", node.name, count, advice, node.lineno)
    depth = _depth(node.body)
    if depth > NESTING:
        advice = f"{depth} levels deep; give the inside a name"
        yield Offence(name, "nesting", node.name, depth, advice, node.lineno)


def _parameters(name: str, node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    every = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
    count = len([argument for argument in every if argument.arg not in ALWAYS])
    if API_FILES.search(name):  # there a default means a query parameter, which the wire names
        count -= len(node.args.defaults) + len([d for d in node.args.kw_defaults if d])
    return count


def _is_entrance(node: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    calls = (d.func if isinstance(d, ast.Call) else d for d in node.decorator_list)
    names = {c.attr if isinstance(c, ast.Attribute) else getattr(c, "id", "") for c in calls}
    return bool(names & ENTRANCES)


def _depth(body: list[ast.stmt]) -> int:
    """How many compound statements stand inside each other; `elif` is no deeper than its `if`."""
    deepest = 0
    for statement in body:
        if isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            continue  # measured on its own
        parts = [getattr(statement, part, None) or [] for part in ("body", "orelse", "finalbody")]
        parts += [block.body for block in getattr(statement, "handlers", [])]
        parts += [case.body for case in getattr(statement, "cases", [])]
        if not any(parts):
            continue
        is_elif = isinstance(statement, ast.If) and [type(s) for s in parts[1]] == [ast.If]
        inner = [_depth(part) for n, part in enumerate(parts) if not (is_elif and n == 1)]
        deepest = max(deepest, 1 + max(inner), _depth(parts[1]) if is_elif else 0)
    return deepest


def _of_numbers(name: str, tree: ast.Module, text: str) -> Iterator[Offence]:
    lines, is_money = text.splitlines(), bool(MONEY_FILES.search(name))
    for node in ast.walk(tree):
        line = getattr(node, "lineno", 0)
        near = is_money or bool(line and MONEY_WORDS.search(lines[line - 1]))
        is_literal = isinstance(node, ast.Constant) and isinstance(node.value, float)
        is_name = isinstance(node, ast.Name) and node.id == "float"
        if near and (is_literal or is_name):
            shown = ast.unparse(node)
            yield Offence(name, "float", shown, 1, "money is whole minor units", line)
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div):
            names = {getattr(part, "id", getattr(part, "attr", "")) for part in ast.walk(node)}
            if any(re.search(r"minor|amount", inner) for inner in names):
                advice = "divide by // and name the remainder"
                yield Offence(name, "division", ast.unparse(node), 1, advice, line)


def _of_sql(name: str, text: str) -> Iterator[Offence]:
    for number, line in enumerate(text.splitlines(), 1):
        bare = line.partition("--")[0]
        near = MONEY_SQL.search(name) or MONEY_WORDS.search(bare)
        if near and (found := FLOAT_SQL.search(bare)):
            yield Offence(name, "float", found[0], 1, "money is bigint", number)


def _of_web(name: str, text: str) -> Iterator[Offence]:
    if name == MONEY_IN_WEB or ".test." in name:
        return
    for number, line in enumerate(text.splitlines(), 1):
        if MONEY_WORDS.search(line) and (found := FLOAT_WEB.search(line)):
            yield Offence(name, "float", found[0], 1, f"only {MONEY_IN_WEB} counts money", number)


def read_debt(text: str) -> dict[str, int]:
    """The old offenders with their sizes: `path rule subject = size`."""
    pairs = (line.rpartition(" = ") for line in text.splitlines() if not line.startswith("#"))
    return {key: int(size) for key, _, size in pairs if key}


def judge(found: list[Offence], debt: dict[str, int]) -> list[str]:
    """What must be mended now: new offences, grown ones, and debt that is already paid."""
    sizes: dict[str, int] = {}
    for offence in found:
        sizes[offence.key] = max(offence.size, sizes.get(offence.key, 0))
    wrong = [str(offence) for offence in found if offence.size > debt.get(offence.key, 0)]
    for key, size in debt.items():
        if sizes.get(key, 0) < size:
            wrong.append(f"{DEBT}: {key} = {size} is now {sizes.get(key, 0)}: shrink the list")
    return wrong


def growth(debt: dict[str, int], before: dict[str, int]) -> list[str]:
    """Entries that a list did not have before, or had smaller."""
    return [
        f"{DEBT}: {key} = {size} was added; the list may only shrink"
        for key, size in debt.items()
        if size > before.get(key, 0)
    ]


def _committed(root: Path, revision: str) -> dict[str, int] | None:
    """The list as it was in a commit; None where there is no such commit or list."""
    shown = subprocess.run(
        ["git", "-C", str(root), "show", f"{revision}:{DEBT}"],
        capture_output=True,
        text=True,
        check=False,
    )
    return read_debt(shown.stdout) if shown.returncode == 0 else None


def main(arguments: list[str] | None = None) -> int:
    """Print what is wrong; 0 when nothing is."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--root", type=Path, default=Path(__file__).resolve().parent.parent)
    root: Path = parser.parse_args(arguments).root
    list_ = root / DEBT
    debt = read_debt(list_.read_text(encoding="utf-8")) if list_.exists() else {}
    wrong = judge(look(root), debt)
    for revision in ("HEAD", "HEAD~1"):
        before = _committed(root, revision)
        wrong += growth(debt, before) if before is not None else []
    print("\n".join(dict.fromkeys(wrong)) or f"tidy: nothing new, {len(debt)} old")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
