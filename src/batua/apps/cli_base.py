"""What all commands share: the data folder, and how they end."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

DATA = Path("data")
BAD_SETTING = 78  # EX_CONFIG: starting again will not help

DataOption = Annotated[
    Path, typer.Option("--data", help="Folder of the database, keys, files and logs.")
]


def run(work: Callable[[], int | None]) -> None:
    """Run a command; what can be mended is said in two lines, without a traceback."""
    from batua.apps.trouble import Trouble
    from batua.kit.settings import SettingsError

    try:
        code = work()
    except Trouble as trouble:
        typer.secho(trouble.problem, fg="red", err=True)
        typer.echo(f"  {trouble.todo}", err=True)
        raise typer.Exit(1) from None
    except SettingsError as error:
        typer.secho(str(error), fg="red", err=True)
        typer.echo("  batua doctor looks at every setting.", err=True)
        raise typer.Exit(BAD_SETTING) from None
    raise typer.Exit(code or 0)
