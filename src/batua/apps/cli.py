"""The command `batua`: one way in for people who run it, with help that teaches."""

import os
from pathlib import Path
from typing import Annotated

import typer

from batua.apps.cli_base import DATA, DataOption
from batua.apps.cli_base import run as _run
from batua.apps.cli_connecting import providers_app, routes_app

app = typer.Typer(
    name="batua",
    no_args_is_help=True,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,  # they print locals, which hold personal data and secrets
    add_completion=True,
    help="Everyday money on one exact double-entry ledger.\n\n"
    "Start with [bold]batua up[/]: it brings its own database and needs nothing else.\n\n"
    "Without [bold]--data[/], everything is kept in ./data. With the environment variable "
    "[bold]DATABASE_URL[/], any PostgreSQL from 15 on is used instead of the embedded one.",
    epilog="Exit codes: 0 all is well · 1 something must be mended (and the message says how) · "
    "2 the command was written wrongly · 78 a setting is wrong",
)
demo_app = typer.Typer(no_args_is_help=True, help="Demo people and their history: load, remove.")
keys_app = typer.Typer(no_args_is_help=True, help="The keys of personal data: generate, rotate.")
export_app = typer.Typer(no_args_is_help=True, help="Write the books to files.")
import_app = typer.Typer(no_args_is_help=True, help="Take books in from files.")
app.add_typer(demo_app, name="demo")
app.add_typer(export_app, name="export")
app.add_typer(import_app, name="import")
app.add_typer(keys_app, name="keys")
app.add_typer(providers_app, name="providers")
app.add_typer(routes_app, name="routes")

HostOption = Annotated[str, typer.Option(help="Address to listen on; 0.0.0.0 for everybody.")]
ParentOption = Annotated[
    int | None, typer.Option(hidden=True, help="Stop when this process is no longer our parent.")
]
InputOption = Annotated[
    bool, typer.Option(hidden=True, help="Wait for a line of settings, as JSON, before the start.")
]
ModulesOption = Annotated[
    str, typer.Option(help="Only these modules, with commas between; all when empty.")
]
QuietOption = Annotated[bool, typer.Option("--quiet", "-q", help="Say only what is wrong.")]


@app.command(
    epilog="[bold]Examples[/]\n\n"
    "batua up — on this machine, at http://127.0.0.1:8000\n\n"
    "batua up --data ~/batua --port 9000 — elsewhere\n\n"
    "DATABASE_URL=postgresql://me@db/batua batua up --no-demo — with your own database"
)
def up(
    data: DataOption = DATA,
    host: HostOption = "127.0.0.1",
    port: Annotated[int, typer.Option(help="Port of web and API.")] = 8000,
    sandbox_port: Annotated[int, typer.Option(help="Port of the sandbox providers.")] = 8001,
    demo: Annotated[
        bool | None,
        typer.Option(
            "--demo/--no-demo",
            help="Demo people on the first start. [default: only into the embedded database]",
            show_default=False,
        ),
    ] = None,
    verbose: Annotated[bool, typer.Option(help="Show all logs here, not in files.")] = False,
    parent: ParentOption = None,
) -> None:
    """Run all of Batua on this machine, until Ctrl-C."""
    from batua.apps.up import Plan
    from batua.apps.up import up as run

    url = os.environ.get("DATABASE_URL", "")
    plan = Plan(data.expanduser().resolve(), host, port, sandbox_port, url, demo, parent, verbose)
    raise typer.Exit(run(plan))


@app.command(epilog="[bold]Example[/]\n\nDATABASE_URL=… batua serve --host 0.0.0.0 --workers 4")
def serve(
    host: HostOption = "127.0.0.1",
    port: Annotated[int, typer.Option(help="Port to listen on.")] = 8000,
    workers: Annotated[int, typer.Option(help="Processes that share the port.", min=1)] = 1,
    modules: ModulesOption = "",
    parent: ParentOption = None,
    settings_on_input: InputOption = False,
) -> None:
    """Serve web and API; as many of these as wanted."""
    _watch(parent)
    from batua.apps.web import serve as run

    if settings_on_input:
        _take_settings()
    _run(lambda: run(host, port, workers, _names(modules)))


@app.command(epilog="[bold]Example[/]\n\nDATABASE_URL=… batua work --modules notifications")
def work(modules: ModulesOption = "", parent: ParentOption = None) -> None:
    """Do jobs and let modules hear facts; as many of these as wanted."""
    _watch(parent)
    from batua.apps.worker import run

    _run(lambda: run(_names(modules)))


@app.command(epilog="[bold]Example[/]\n\nbatua sandbox --port 8001")
def sandbox(
    host: HostOption = "127.0.0.1",
    port: Annotated[int, typer.Option(help="Port to listen on.")] = 8001,
    parent: ParentOption = None,
) -> None:
    """Play the outside providers (payments, SMS) over real HTTP, for trying and testing."""
    _watch(parent)
    from batua.apps.sandbox import serve as run

    _run(lambda: run(host, port))


@app.command(epilog="[bold]Example[/]\n\nDATABASE_URL=… batua migrate --check")
def migrate(
    data: DataOption = DATA,
    check: Annotated[bool, typer.Option("--check", help="Only list what is missing.")] = False,
    quiet: QuietOption = False,
) -> None:
    """Bring the database's tables and functions to the present; forward only, safe to repeat."""
    from batua.apps import chores

    _run(lambda: chores.migrate(data, check=check, quiet=quiet))


@app.command(
    epilog="[bold]Examples[/]\n\nbatua verify || page-somebody\n\n"
    "batua verify --heads /mnt/elsewhere/heads.jsonl — beside heads that were written elsewhere"
)
def verify(
    data: DataOption = DATA,
    quiet: QuietOption = False,
    as_json: Annotated[bool, typer.Option("--json", help="For programs.")] = False,
    heads: Annotated[
        Path | None, typer.Option(help="File of heads that were written elsewhere.")
    ] = None,
) -> None:
    """Prove the ledger: chain, balances, sums, holds, limits; exit code 1 when a row was altered."""
    from batua.apps import chores

    _run(lambda: chores.verify(data, quiet=quiet, as_json=as_json, heads=heads))


@app.command(epilog="[bold]Example[/]\n\nbatua roles +919876543210 person auditor")
def roles(
    phone: Annotated[str, typer.Argument(help="The person's phone number.")],
    names: Annotated[list[str], typer.Argument(help="person, support, auditor, admin.")],
    data: DataOption = DATA,
    quiet: QuietOption = False,
) -> None:
    """Give a person exactly these roles, from the next request on."""
    from batua.apps import chores

    _run(lambda: chores.roles(data, phone, names, quiet=quiet))


@app.command(epilog="[bold]Example[/]\n\nbatua doctor --json | jq '.[] | select(.state != \"ok\")'")
def doctor(
    data: DataOption = DATA,
    as_json: Annotated[bool, typer.Option("--json", help="For programs.")] = False,
    port: Annotated[int, typer.Option(help="Port of web and API.")] = 8000,
    sandbox_port: Annotated[int, typer.Option(help="Port of the sandbox.")] = 8001,
) -> None:
    """Look the whole set-up over and say how to mend each thing; exit code 1 if one is broken."""
    from batua.apps import doctor as surgery

    visit = surgery.Visit(data.expanduser().resolve(), port, sandbox_port)
    _run(lambda: surgery.examine(visit, as_json=as_json))


@app.command(epilog="[bold]Example[/]\n\nbatua openapi > docs/openapi.json")
def openapi() -> None:
    """Print the API document (OpenAPI 3.1); needs no database."""
    import json

    from batua.apps.web import describe

    typer.echo(json.dumps(describe(), indent=1, sort_keys=True, ensure_ascii=False))


@demo_app.command("load")
def demo_load(data: DataOption = DATA, quiet: QuietOption = False) -> None:
    """Add demo people with a few months of history; a second call adds nothing."""
    from batua.apps import chores

    _run(lambda: chores.demo_load(data, quiet=quiet))


@demo_app.command("remove")
def demo_remove(
    data: DataOption = DATA,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
    quiet: QuietOption = False,
) -> None:
    """Empty and close the demo people's accounts; their history stays, as the ledger demands."""
    from batua.apps import chores

    if not yes:
        typer.confirm("Close the accounts of all demo people?", abort=True)
    _run(lambda: chores.demo_remove(data, quiet=quiet))


@keys_app.command("generate", epilog="[bold]Example[/]\n\nbatua keys generate >> secrets.env")
def keys_generate() -> None:
    """Print new keys, as settings; keep them where the database is not."""
    from batua.kit import secrets

    typer.echo(f"BATUA_KEYS={secrets.new_key_setting()}")
    typer.echo(f"BATUA_INDEX_KEY={secrets.new_key()}")


@keys_app.command(
    "rotate",
    epilog="[bold]With your own BATUA_KEYS[/] (processes run on): 1. put a new key second and "
    "restart them, 2. put it first and restart them, 3. batua keys rotate, 4. drop the old key.\n\n"
    "[bold]With the keys file[/] of a data folder: stop batua, then batua keys rotate.",
)
def keys_rotate(data: DataOption = DATA, quiet: QuietOption = False) -> None:
    """Encrypt all personal data again under the current key; a keys file gets a new one first."""
    from batua.apps import chores

    _run(lambda: chores.rotate_keys(data, quiet=quiet))


@export_app.command(
    "ledger",
    epilog="[bold]Examples[/]\n\nbatua export ledger --out books — accounts, postings and holds "
    "of one moment\n\nbatua export ledger --what postings --from 2026-01-01 --out - | gzip",
)
def export_ledger(
    data: DataOption = DATA,
    format: Annotated[str, typer.Option(help="csv, ndjson or parquet.")] = "csv",
    what: Annotated[str, typer.Option(help="accounts, postings or holds; all when empty.")] = "",
    since: Annotated[str | None, typer.Option("--from", help="Recorded from then on.")] = None,
    until: Annotated[str | None, typer.Option(help="Recorded before then.")] = None,
    out: Annotated[str, typer.Option(help="Folder for all; file, or -, for one.")] = "ledger",
    quiet: QuietOption = False,
) -> None:
    """Write the whole ledger, or one sheet of it, to files; what comes out can be imported."""
    from batua.apps import moving

    wish = moving.wish_of(format, what, (since, until), out)
    _run(lambda: moving.export(data, wish, quiet=quiet))


@import_app.command(
    "ledger",
    epilog="[bold]Examples[/]\n\nbatua import ledger books --dry-run — all sheets of a folder"
    "\n\nbatua import ledger accounts.csv postings.parquet",
)
def import_ledger(
    paths: Annotated[list[Path], typer.Argument(help="Files, or a folder of them.")],
    data: DataOption = DATA,
    format: Annotated[str, typer.Option(help="csv, ndjson or parquet; else by the name.")] = "",
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Check all, write nothing.")] = False,
    quiet: QuietOption = False,
) -> None:
    """Take in accounts, entries and holds: all, or nothing and each fault with its line."""
    from batua.apps import moving

    file_format = moving.format_of(format) if format else None
    _run(lambda: moving.take_in(data, paths, file_format, dry_run=dry_run, quiet=quiet))


def _names(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(",") if part.strip())


def _watch(parent: int | None) -> None:
    if parent is not None:
        from batua.apps.children import stop_with_parent

        stop_with_parent(parent)


def _take_settings() -> None:
    """Wait for the settings of whoever started us; end when she goes away before."""
    import json
    import sys

    line = sys.stdin.readline()
    if not line:
        raise typer.Exit(0)
    os.environ.update(json.loads(line))


def main() -> None:
    """Entry point of the command line."""
    app()


if __name__ == "__main__":
    main()
