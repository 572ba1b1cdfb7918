"""What the tests of bulk payments ask again."""

import asyncio
from collections.abc import Sequence
from typing import Any

from tests.modules.payments import given
from tests.modules.payments.given import Someone

from batua.kit import ids
from batua.kit.db import Database, execute, fetch_all
from batua.kit.money import Currency
from batua.kit.secrets import KeyRing
from batua.modules.identity import service as identity
from batua.modules.identity.types import NewPerson, PersonId
from batua.modules.payments import service as payments
from batua.modules.payments.rules import bulk as rules
from batua.modules.payments.types import Actor, Batch, BatchMode, BatchOrder, LineResult

EACH, ALL = BatchMode.EACH, BatchMode.ALL


async def crowd(db: Database, keys: KeyRing, count: int) -> list[PersonId]:
    """So many people with wallets, the numbers +918000000000 and on."""
    found: list[PersonId] = []
    hasher = identity.Hasher(given.CHEAP)
    async with db.transaction() as tx:
        for n in range(count):
            new = NewPerson(phone=f"+918000{n:06}", name=f"Person {n}")
            person = await identity.register_directly(tx, keys, new, hasher)
            await payments.open_wallet(tx, person.id, Currency("INR"))
            found.append(person.id)
    return found


def order(
    payer: Someone,
    lines: Sequence[tuple[Any, int] | tuple[Any, int, str]],
    mode: BatchMode = EACH,
    *,
    key: str | None = None,
    pin: bool = True,
    currency: str = "INR",
) -> BatchOrder:
    """An order for (recipient, paise) or (recipient, paise, note)."""
    wanted = [
        rules.wanted(n, str(to), minor, currency, note[0] if note else "")
        for n, (to, minor, *note) in enumerate(lines, start=1)
    ]
    actor = payer.actor if pin else payer.actor_without_pin
    return BatchOrder(actor, mode, "Salaries", wanted, key or str(ids.new_id()))


async def run(
    db: Database, keys: KeyRing, wanted: BatchOrder, screens: Any = ()
) -> list[LineResult]:
    """Make a batch to its end; every result."""
    bulk = payments.Bulk(db, keys, screens)
    batch = await bulk.begin(wanted)
    return await finish(bulk, batch, wanted.payer)


async def finish(bulk: payments.Bulk, batch: Batch, actor: Actor) -> list[LineResult]:
    return [one async for part in bulk.go_on(batch, actor) for one in part]


def codes(results: Sequence[LineResult]) -> list[str]:
    """Of each line `sent`, or why it was refused."""
    return [one.refusal.code if one.refusal else str(one.status) for one in results]


async def rule(db: Database, kind: str, minor: int, currency: str | None = "INR") -> None:
    """A limit that holds from now on."""
    owner = Database(db.settings, role=None)
    await owner.open()
    async with owner.transaction() as tx:
        await execute(
            tx,
            "INSERT INTO payments.limit_rule (kind, tier, currency, amount_minor, valid_from)"
            " VALUES (%(kind)s, 'basic', %(currency)s, %(minor)s, '2026-01-01')",
            {"kind": kind, "minor": minor, "currency": currency},
        )
    await owner.close()


async def ample(db: Database) -> None:
    """Limits that no test reaches."""
    for kind in ("per_send", "day", "month"):
        await rule(db, kind, 10**14)


async def tables(db: Database) -> dict[str, int]:
    """How many rows the tables of batches hold."""
    async with db.read() as tx:
        rows = await fetch_all(
            tx,
            "SELECT 'batch', count(*) FROM payments.batch"
            " UNION ALL SELECT 'part', count(*) FROM payments.batch_part",
        )
    return dict(rows)


async def cut(db: Database) -> int:
    """End every connection of the runtime role to this database; how many there were."""
    owner = Database(db.settings, role=None)
    await owner.open()
    try:
        async with owner.transaction() as tx:
            rows = await fetch_all(
                tx,
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE datname = current_database() AND pid <> pg_backend_pid()",
            )
        return len(rows)
    finally:
        await owner.close()


async def both(*acts: Any) -> list[Any]:
    """Several at once; an exception of one is its result."""
    return list(await asyncio.gather(*acts, return_exceptions=True))
