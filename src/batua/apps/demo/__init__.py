"""Demo people: loaded with a few months of history, shown to visitors, and removed again."""

from datetime import datetime
from typing import Any, Final

import psycopg
from psycopg.types.json import Jsonb

from batua.kit import clock
from batua.kit.db import Database, Tx, execute, fetch_value
from batua.kit.secrets import KeyRing

NAME: Final = "demo"

State = dict[str, Any]


def state_of(url: str) -> State | None:
    """What is known about the demo in a database; None when there never was one."""
    with psycopg.connect(url) as connection:
        found = connection.execute("SELECT value FROM kit.mark WHERE name = %s", (NAME,))
        row = found.fetchone()
    return None if row is None else row[0]


def is_wanted(url: str) -> bool:
    """Whether a first start should load the demo: nobody lives here, or a load was broken off."""
    known = state_of(url)
    if known is not None:
        return bool(known["state"] == "loading")
    with psycopg.connect(url) as connection:
        row = connection.execute("SELECT EXISTS (SELECT FROM identity.person)").fetchone()
    return row is not None and not row[0]


def sign_ins(url: str) -> list[str]:
    """How visitors sign in as demo people; empty without a demo."""
    known = state_of(url)
    if known is None or known["state"] != "loaded":
        return []
    from batua.apps.demo.people import CAST, PASSWORD, PIN

    people = [f"{r.phone(known['generation'])}  {r.name}" for r in CAST if r.shown]
    return [*people, f"password {PASSWORD} · PIN {PIN} · the code comes by SMS, see above"]


async def load(db: Database, keys: KeyRing, progress: Any) -> bool:
    """Add the demo people and their history; False when they are there already.

    repeat  a load that was broken off goes on; after a removal, new people come
    """
    from batua.apps import wiring
    from batua.apps.demo.loading import play
    from batua.apps.demo.stage import Stage

    wiring.load_watchers()
    async with db.transaction() as tx:
        known = await _read(tx)
        if known is not None and known["state"] == "loaded":
            return False
        if known is None or known["state"] == "removed":
            generation = 1 if known is None else known["generation"] + 1
            known = {
                "state": "loading",
                "generation": generation,
                "today": clock.now().isoformat(),
            }
            await _write(tx, known)
    stage = Stage.build(db, keys, known["generation"])
    await play(stage, datetime.fromisoformat(known["today"]), progress)
    async with db.transaction() as tx:
        await _write(tx, {**known, "state": "loaded"})
    return True


async def remove(db: Database, keys: KeyRing) -> int:
    """Empty and close the demo people's accounts, and forget who they were; how many people."""
    from batua.apps import wiring
    from batua.apps.demo.removal import leave

    wiring.load_watchers()
    async with db.read() as tx:
        known = await _read(tx)
    if known is None or known["state"] == "removed":
        return 0
    count = await leave(db, keys, known["generation"])
    async with db.transaction() as tx:
        await _write(tx, {**known, "state": "removed"})
    return count


async def _read(tx: Tx) -> State | None:
    found: State | None = await fetch_value(
        tx, "SELECT value FROM kit.mark WHERE name = %(name)s", {"name": NAME}
    )
    return found


async def _write(tx: Tx, state: State) -> None:
    await execute(
        tx,
        "INSERT INTO kit.mark (name, value) VALUES (%(name)s, %(value)s)"
        " ON CONFLICT (name) DO UPDATE SET value = excluded.value, at = now()",
        {"name": NAME, "value": Jsonb(state)},
    )
