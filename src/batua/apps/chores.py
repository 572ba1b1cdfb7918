"""What the command line does to a database once: migrate, verify, demo, keys."""

import asyncio
import json
import os
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from batua.apps import demo, folder, keyfile, reach, wiring
from batua.apps.trouble import Trouble
from batua.kit import clock, settings
from batua.kit.db import Database, DatabaseSettings
from batua.kit.migrate import MigrationError, pending
from batua.kit.migrate import migrate as bring_up
from batua.kit.secrets import KeyRing, KeySettings, new_key_setting
from batua.modules.identity import service as identity
from batua.modules.identity.types import Role
from batua.modules.ledger import service as ledger
from batua.modules.ledger.types import Head, VerifyReport

Work = Callable[[Database, KeyRing], Awaitable[int]]


def migrate(data: Path, *, check: bool, quiet: bool) -> int:
    """Apply what is missing, or only list it; 1 when `check` finds something missing."""
    console = Console(quiet=quiet)
    with reach.database(data) as url:
        if check:
            missing = pending(url)
            console.print("\n".join(missing) or "Nothing is missing.")
            return 1 if missing else 0
        try:
            applied = bring_up(url, lambda name: console.print(f"[green]✓[/] {name}"))
        except MigrationError as error:
            raise Trouble(str(error), "Nothing was changed by the failing file.") from error
    console.print(f"{len(applied)} changes applied." if applied else "Up to date.")
    return 0


def run(data: Path, url: str, work: Work, *, is_repeatable: bool = False) -> int:
    """Do something with an open database and the keys of this installation.

    is_repeatable  after a power cut it would be done again anyway
    """
    ring = keys_of(data, url)

    async def with_database() -> int:
        async with opened(url, is_repeatable=is_repeatable) as db:
            return await work(db, ring)

    return asyncio.run(with_database())


@asynccontextmanager
async def opened(url: str, *, is_repeatable: bool = False) -> AsyncIterator[Database]:
    """A database for work that may take long."""
    settings = DatabaseSettings(url=url, statement_timeout_s=3600)
    db = Database(settings, is_repeatable=is_repeatable)
    await db.open()
    try:
        yield db
    finally:
        await db.close()


def keys_of(data: Path, url: str) -> KeyRing:
    """The installation's key ring, proven against the database.

    refuses  SettingsError when there are no keys, KeysDoNotFit
    """
    found = keyfile.load(data, os.environ)
    ring = KeyRing.from_settings(settings.load(KeySettings, found))
    keyfile.prove(url, data, ring)
    return ring


@contextmanager
def bar(title: str, *, quiet: bool) -> Iterator[Callable[..., None]]:
    """A progress bar; call what it yields with (done, total), and with a title when it changes."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, TimeElapsedColumn(), disable=quiet) as progress:
        task = progress.add_task(title, total=None)

        def show(done: int, total: int, what: str = title) -> None:
            progress.update(task, completed=done, total=total, description=what)

        yield show


def verify(data: Path, *, quiet: bool, as_json: bool = False, heads: Path | None = None) -> int:
    """Prove the ledger; 1 when something was altered."""
    elsewhere = [] if heads is None else heads_of(heads)
    with reach.database(data) as url:
        # Nothing is decrypted, so an auditor needs no keys; with them the seals are looked at too.
        has_keys = bool(keyfile.load(data, os.environ))
        ring = keys_of(data, url) if has_keys else None
        report = asyncio.run(_verify(url, ring, elsewhere, quiet=quiet or as_json))
    if as_json:
        Console().print_json(json.dumps(ledger.told(report)))
    else:
        _say(report, quiet=quiet)
    return 0 if report.is_clean else 1


def heads_of(path: Path) -> list[Head]:
    """The heads in a file, one a line.

    refuses  Trouble naming the line that is none
    """
    found = []
    try:
        lines = path.read_text().splitlines()
    except OSError as error:
        raise Trouble(f"{path} cannot be read.", str(error.strerror)) from error
    for number, line in enumerate(lines, 1):
        try:
            found.append(ledger.read_head(json.loads(line)))
        except (KeyError, ValueError) as error:
            raise Trouble(f"Line {number} of {path} is no head.", "Look at the file.") from error
    return found


async def _verify(
    url: str, ring: KeyRing | None, elsewhere: list[Head], *, quiet: bool
) -> VerifyReport:
    started_at = clock.now()
    async with opened(url) as db:
        with bar("Verifying", quiet=quiet) as show:
            async with db.read() as tx:
                report = await ledger.verify(
                    tx,
                    lambda what, done, of: show(done, of, what),
                    proofs=wiring.proofs(ring),
                    elsewhere=elsewhere,
                )
        async with db.transaction() as tx:
            await ledger.keep_verification(tx, report, started_at)
    return report


def _say(report: VerifyReport, *, quiet: bool) -> None:
    console = Console(quiet=quiet)
    console.print(
        f"{report.accounts} accounts, {report.entries} entries, {report.postings} postings, "
        f"{report.holds} holds and {report.blocks} blocks were read; {report.waiting} entries "
        "are not sealed yet."
    )
    for part in report.parts:
        mark = "[red]✗[/]" if part.damages else "[green]✓[/]"
        console.print(f"{mark} {part.name} {escape(part.note)}", highlight=False)
    if report.is_clean:
        console.print("[green]✓[/] Every balance is what its entries make it.")
    for damage in report.damages:
        Console(stderr=True).print(f"[red]✗[/] {escape(str(damage))}", highlight=False)


def roles(data: Path, phone: str, names: list[str], *, quiet: bool) -> int:
    """Give a person exactly some roles."""
    unknown = set(names) - set(Role)
    if unknown:
        raise Trouble(f"{min(unknown)} is no role.", f"There are: {', '.join(Role)}.")

    async def work(db: Database, ring: KeyRing) -> int:
        async with db.transaction() as tx:
            person = await identity.find_by_phone(tx, ring, phone)
            if person is None:
                raise Trouble(f"Nobody is registered with {phone}.", "Write it as +919876543210.")
            await identity.change_roles(tx, person, frozenset(map(Role, names)), by=None)
        Console(quiet=quiet).print(f"The roles are now: {', '.join(names)}.")
        return 0

    with reach.database(data) as url:
        return run(data, url, work)


def demo_load(data: Path, *, quiet: bool) -> int:
    """Add the demo people, unless they are there."""
    console = Console(quiet=quiet)

    async def work(db: Database, ring: KeyRing) -> int:
        with bar("Living the last months", quiet=quiet) as show:
            is_new = await demo.load(db, ring, show)
        if not is_new:
            console.print("The demo people are there already.")
        return 0

    with reach.database(data) as url:
        code = run(data, url, work, is_repeatable=True)
        console.print("\n".join(demo.sign_ins(url)), highlight=False)
    return code


def demo_remove(data: Path, *, quiet: bool) -> int:
    """Let the demo people go."""

    async def work(db: Database, ring: KeyRing) -> int:
        count = await demo.remove(db, ring)
        Console(quiet=quiet).print(f"{count} demo people are gone; what they paid others stays.")
        return 0

    with reach.database(data) as url:
        return run(data, url, work)


def rotate_keys(data: Path, *, quiet: bool) -> int:
    """Seal every personal field again under the current key; how, says the command's help."""
    if not os.environ.get("BATUA_KEYS"):
        _add_key(data)
    with reach.database(data) as url:
        return run(data, url, lambda db, ring: _reseal(db, ring, quiet=quiet))


def _add_key(data: Path) -> None:
    """Put a new current key into the keys file; the old ones still open what they sealed."""
    if folder.is_held(data):
        raise Trouble(
            f"batua runs on {data} ({folder.holder_of(data)}) with the keys as they are now.",
            "Stop it first, then rotate.",
        )
    keys = keyfile.load(data, os.environ)
    if not keys:
        raise Trouble(f"There are no keys in {data}.", "batua up makes them on its first start.")
    keys["BATUA_KEYS"] = new_key_setting(keys["BATUA_KEYS"])
    keyfile.write(data, keys)


async def _reseal(db: Database, ring: KeyRing, *, quiet: bool) -> int:
    """Let every module that keeps secrets seal them again."""
    done = 0
    for module in wiring.MODULES:
        rotate = getattr(wiring.part(module, "service"), "rotate_keys", None)
        if rotate is not None:
            with bar(f"Sealing {module}", quiet=quiet) as show:
                done += await rotate(db, ring, show)
    keyfile.prove_anew(db.settings.url, ring)
    Console(quiet=quiet).print(f"{done} rows are now under the key {ring.current_id}.")
    return 0
