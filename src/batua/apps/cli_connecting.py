"""The commands of providers, channels and routes. No secret is ever an argument."""

from typing import Annotated

import typer

from batua.apps.cli_base import DATA, DataOption, run

providers_app = typer.Typer(
    no_args_is_help=True, help="Payment providers and channels: keys, and whether they work."
)
routes_app = typer.Typer(no_args_is_help=True, help="Which provider money takes.")

NameArgument = Annotated[str, typer.Argument(help="Its name, such as razorpay or smtp.")]
FieldsArgument = Annotated[
    list[str] | None, typer.Argument(help="Only these settings; else those without a default.")
]
KeepOption = Annotated[
    int, typer.Option("--keep-hours", help="How long a replaced secret of callbacks is taken.")
]


@providers_app.command("list")
def list_providers(data: DataOption = DATA) -> None:
    """List every provider and channel, and whose keys are in force."""
    from batua.apps import connecting

    run(lambda: connecting.listed(data))


@providers_app.command("show")
def show(name: NameArgument, data: DataOption = DATA) -> None:
    """Show how one is connected; secrets stay unseen."""
    from batua.apps import connecting

    run(lambda: connecting.shown(data, name))


@providers_app.command(
    "set",
    epilog="[bold]Examples[/]\n\nbatua providers set razorpay — asks for each, secrets unseen"
    "\n\nbatua providers set paystack < paystack.keys — lines of field=value; nothing after = "
    "takes one away",
)
def set_keys(
    name: NameArgument,
    fields: FieldsArgument = None,
    keep_hours: KeepOption = 24,
    data: DataOption = DATA,
) -> None:
    """Keep settings in the database, sealed; they go over all that the environment says of it."""
    from batua.apps import connecting

    run(lambda: connecting.set_keys(data, name, fields or [], keep_hours=keep_hours))


@providers_app.command(
    "rotate", epilog="[bold]Example[/]\n\nbatua providers rotate stripe webhook_secret"
)
def rotate(
    name: NameArgument,
    field: Annotated[str, typer.Argument(help="Which secret.")],
    keep_hours: KeepOption = 72,
    data: DataOption = DATA,
) -> None:
    """Change one secret; callbacks signed with the one before are taken for a while."""
    from batua.apps import connecting

    run(lambda: connecting.set_keys(data, name, [field], keep_hours=keep_hours))


@providers_app.command("unset")
def unset(
    name: NameArgument,
    data: DataOption = DATA,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
) -> None:
    """Take away what is kept: the environment is in force again."""
    from batua.apps import connecting

    run(lambda: connecting.forget(data, name, is_sure=yes))


@providers_app.command("test")
def try_keys(name: NameArgument, data: DataOption = DATA) -> None:
    """Make a harmless call and say what is wrong; exit code 1 if something is."""
    from batua.apps import connecting

    run(lambda: connecting.probe(data, name))


@routes_app.command("show")
def show_routes(data: DataOption = DATA) -> None:
    """Show the rules of routing."""
    from batua.apps import connecting

    run(lambda: connecting.routes(data))


@routes_app.command("try", epilog='[bold]Example[/]\n\nbatua routes try "500 INR" --country NG')
def try_route(
    amount: Annotated[str, typer.Argument(help='Such as "500 INR".')],
    country: Annotated[str | None, typer.Option(help="Of the person's number: IN, NG.")] = None,
    out: Annotated[bool, typer.Option("--out", help="Money that is paid out.")] = False,
    data: DataOption = DATA,
) -> None:
    """Say what would happen to some money; nothing is begun. Exit code 1 if nobody takes it."""
    from batua.apps import connecting

    run(lambda: connecting.try_route(data, amount, country, out=out))
