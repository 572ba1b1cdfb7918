"""The questions of `verify` that the replay does not answer, and the names of what is wrong."""

from typing import Any, Final

from batua.kit.db import Tx, execute, fetch_one, fetch_value
from batua.modules.ledger.types.proof import Damage, Difference, Fault

ACCOUNTS: Final = 50_000
"""So many accounts are read by one statement."""

_VIEWS: Final = {
    "name": ("'ledger.account'", "account", "currency is not that of its name"),
    "reversal": ("'ledger.entry'", "entry", "it is not the reverse of what it names"),
    "pending": ("'ledger.account'", "account", "its pending counters are not its open holds"),
    "hold": ("'ledger.hold'", "hold", "its end is not what the entries tell"),
    "total": ("'ledger.account'", "currency", "all balances together are not zero"),
    "safeguard": ("'ledger.account'", "currency", "more is owed to people than is held for them"),
    "month": ("'ledger.posting'", "month", "its trigger is missing or switched off"),
    "guard": ("'ledger.' || w.table_name", "guard", "it is missing or switched off"),
}
"""By the name of the view `ledger.wrong_…`: where such a row stands and what is wrong."""


async def begin(tx: Tx) -> None:
    """See to it that all questions are asked of one moment, however long they take."""
    isolation = await fetch_value(tx, "SHOW transaction_isolation")
    assert isolation == "repeatable read", "verify needs the one moment of Database.read()"
    await execute(tx, "SET LOCAL statement_timeout = 0")


async def accounts(tx: Tx) -> tuple[int, int]:
    """The highest id of an account, and how many there are."""
    row = await fetch_one(tx, "SELECT coalesce(max(id), 0), count(*) FROM ledger.account")
    assert row is not None
    return int(row[0]), int(row[1])


async def currencies(tx: Tx, above: int) -> tuple[list[int], list[str]]:
    """The next accounts above an id, and their currencies."""
    ids, found = await _columns(tx, "id, currency", above)
    return ids, found


async def counters(tx: Tx, above: int) -> tuple[list[int], list[int], list[int], list[int]]:
    """The next accounts above an id, their posted debits and credits, and their versions."""
    columns = "id, posted_debits_minor, posted_credits_minor, version"
    ids, debits, credits, versions = await _columns(tx, columns, above)
    return ids, debits, credits, versions


async def _columns(tx: Tx, columns: str, above: int) -> Any:
    each = ", ".join(f"coalesce(array_agg(x.{name}), '{{}}')" for name in columns.split(", "))
    async with tx.cursor(binary=True) as cursor:
        await cursor.execute(
            f"SELECT {each} FROM (SELECT {columns} FROM ledger.account WHERE id > %(above)s"  # noqa: S608 - our own names
            " ORDER BY id LIMIT %(limit)s) AS x",
            {"above": above, "limit": ACCOUNTS},
        )
        row = await cursor.fetchone()
    assert row is not None
    return row


async def wrong(tx: Tx, view: str) -> Damage | None:
    """The first row of a view of wrong things, where there is one."""
    table, noun, fault = _VIEWS[view]
    sql = f"SELECT {table}, w.id FROM ledger.wrong_{view} AS w ORDER BY w.id LIMIT 1"  # noqa: S608 - our own names
    row = await fetch_one(tx, sql)
    return None if row is None else Damage(table=row[0], row=f"{noun} {row[1]}", fault=fault)


async def holds(tx: Tx) -> int:
    """How many holds there are."""
    return int(await fetch_value(tx, "SELECT count(*) FROM ledger.hold"))


async def entries(tx: Tx, low: int, high: int) -> int:
    """How many entries there are above a number and up to another."""
    sql = "SELECT count(*) FROM ledger.entry WHERE seq > %(low)s AND seq <= %(high)s"
    return int(await fetch_value(tx, sql, {"low": low, "high": high}))


async def damaged(tx: Tx, fault: Fault) -> Damage:
    """A fault of the replay, with the names that people know."""
    if fault.sort == "entry":
        name = await _entry(tx, fault.number)
        return Damage(table="ledger.entry", row=f"entry {name}", fault=fault.words)
    name = await _account(tx, fault.number)
    if fault.sort == "posting":
        row = f"account {name} version {fault.version}"
        return Damage(table="ledger.posting", row=row, fault=fault.words)
    return Damage(table="ledger.account", row=f"account {name}", fault=fault.words)


async def altered(tx: Tx, found: Difference) -> Damage:
    """A row that differs from what was sealed, with the names that people know."""
    n = found.number
    if found.sort == "hold":
        sql = "SELECT id FROM ledger.hold WHERE seq = %(n)s"
        name = await fetch_value(tx, sql, {"n": n})
        return Damage(table="ledger.hold", row=f"hold {name or f'number {n}'}", fault=found.fault)
    if found.sort == "account":
        row = f"account {await _account(tx, n)}"
        return Damage(table="ledger.account_name", row=row, fault=found.fault)
    row = f"entry {await _entry(tx, n)}"
    words = {
        "posting": ("ledger.posting", "its postings are not those that were sealed"),
        "told": ("ledger.entry", "what belongs to it elsewhere is not what was sealed with it"),
    }
    table, fault = words.get(found.sort, ("ledger.entry", found.fault))
    return Damage(table=table, row=row, fault=fault)


async def _entry(tx: Tx, seq: int) -> str:
    sql = "SELECT id FROM ledger.entry WHERE seq = %(seq)s"
    found = await fetch_value(tx, sql, {"seq": seq})
    return f"number {seq}" if found is None else str(found)


async def _account(tx: Tx, id: int) -> str:
    sql = "SELECT public_id FROM ledger.account WHERE id = %(id)s"
    found = await fetch_value(tx, sql, {"id": id})
    return str(id) if found is None else str(found)
