"""What the command line does to a database once: migrate, verify, demo, keys."""

import asyncio
import os
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from batua.apps import folder, keyfile, reach, wiring
from batua.apps.trouble import Trouble
from batua.kit import settings
from batua.kit.db import Database, DatabaseSettings
from batua.kit.migrate import MigrationError, pending
from batua.kit.migrate import migrate as bring_up
from batua.kit.secrets import KeyRing, KeySettings, new_key_setting


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


def run(data: Path, work: Callable[[Database, KeyRing], Awaitable[int]]) -> int:
    """Do something with an open database and the keys of this installation."""
    with reach.database(data) as url:
        ring = keys_of(data, url)
        return asyncio.run(_with_database(url, ring, work))


async def _with_database(
    url: str, ring: KeyRing, work: Callable[[Database, KeyRing], Awaitable[int]]
) -> int:
    db = Database(DatabaseSettings(url=url, statement_timeout_s=600))
    await db.open()
    try:
        return await work(db, ring)
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
def bar(title: str, *, quiet: bool) -> Iterator[Callable[[int, int], None]]:
    """A progress bar; call what it yields with (done, total)."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, TimeElapsedColumn(), disable=quiet) as progress:
        task = progress.add_task(title, total=None)
        yield lambda done, total: progress.update(task, completed=done, total=total)


def rotate_keys(data: Path, *, quiet: bool) -> int:
    """Seal every personal field again under the current key; how, says the command's help."""
    if os.environ.get("BATUA_KEYS"):
        return run(data, lambda db, ring: _reseal(db, ring, quiet=quiet))
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
    return run(data, lambda db, ring: _reseal(db, ring, quiet=quiet))


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
