"""The questions of `verify`: each reads one range of rows and tells the first that is wrong.

No answer needs memory that grows with the ledger: the ranges are read off indexes, in order.
"""

from dataclasses import dataclass
from typing import Final

from batua.kit.db import Tx, execute, fetch_all, fetch_one, fetch_value
from batua.modules.ledger.types import Damage

RANGE_ROWS: Final = 100_000
"""About so many postings, or so many entries, are read by one statement."""

LOWEST, HIGHEST = -(2**63), 2**63 - 1

_VIEWS: Final = {
    "reversal": ("'ledger.entry'", "entry", "it is not the reverse of what it names"),
    "pending": ("'ledger.account'", "account", "its pending counters are not its open holds"),
    "hold": ("'ledger.hold'", "hold", "its end is not what the entries tell"),
    "total": ("'ledger.account'", "currency", "all balances together are not zero"),
    "month": ("'ledger.posting'", "month", "its trigger is missing or switched off"),
    "guard": ("'ledger.' || w.table_name", "guard", "it is missing or switched off"),
}
"""By the name of the view `ledger.wrong_…`: where such a row stands and what is wrong."""


@dataclass(frozen=True, slots=True)
class Range:
    """Rows above `low` and up to `high`.

    size  how many rows are expected in it, for the progress
    """

    low: int
    high: int
    size: int


@dataclass(frozen=True, slots=True)
class Seen:
    """What one range held; `first` is its first wrong row."""

    rows: int
    postings: int
    first: Damage | None


async def begin(tx: Tx) -> None:
    """See to it that all questions are asked of one moment, however long they take."""
    isolation = await fetch_value(tx, "SHOW transaction_isolation")
    assert isolation == "repeatable read", "verify needs the one moment of Database.read()"
    await execute(tx, "SET LOCAL statement_timeout = 0")


async def account_ranges(tx: Tx) -> list[Range]:
    """Accounts in ranges of about equally many postings; together they leave no id out."""
    rows = await fetch_all(
        tx,
        """
        SELECT max(part.id), sum(part.version)
        FROM (
            SELECT
                a.id, a.version,
                div(sum(a.version::numeric + 1) OVER (ORDER BY a.id), %(rows)s) AS place
            FROM ledger.account AS a
        ) AS part
        GROUP BY part.place
        ORDER BY part.place
        """,
        {"rows": RANGE_ROWS},
    )
    return _joined([(high, int(size)) for high, size in rows])


async def entry_ranges(tx: Tx) -> list[Range]:
    """Entries in ranges of their numbers; together they leave no number out."""
    last = int(await fetch_value(tx, "SELECT coalesce(max(seq), 0) FROM ledger.entry"))
    highs = [*range(RANGE_ROWS, last, RANGE_ROWS), last]
    return _joined([(high, high - low) for low, high in zip([0, *highs], highs, strict=False)])


def _joined(ends: list[tuple[int, int]]) -> list[Range]:
    """Ranges without a gap between them; the first and the last one are open outwards."""
    lows = [LOWEST, *(high for high, _ in ends)]
    highs = [*(high for high, _ in ends[:-1]), HIGHEST]
    sizes = [size for _, size in ends] or [0]
    return [Range(*each) for each in zip(lows, highs, sizes, strict=False)]


async def accounts(tx: Tx, part: Range) -> Seen:
    """Read accounts with their postings: is every counter their sum, every balance in line?"""
    row = await fetch_one(
        tx,
        """
        SELECT
            count(*) FILTER (WHERE s.is_known),
            coalesce(sum(s.postings), 0)::bigint,
            min(s.account_id) FILTER (WHERE s.fault IS NOT NULL)
        FROM ledger.seen_accounts_v1(%(low)s, %(high)s) AS s
        """,
        {"low": part.low, "high": part.high},
    )
    assert row is not None
    known, postings, wrong = row
    return Seen(known, postings, None if wrong is None else await _damaged_account(tx, wrong))


async def _damaged_account(tx: Tx, account_id: int) -> Damage:
    row = await fetch_one(
        tx,
        """
        SELECT coalesce(s.public_id::text, s.account_id::text), s.broken_at, s.fault
        FROM ledger.seen_accounts_v1(%(id)s - 1, %(id)s) AS s
        """,
        {"id": account_id},
    )
    assert row is not None
    name, broken_at, fault = row
    if broken_at is None:
        return Damage(table="ledger.account", row=f"account {name}", fault=fault)
    posting = f"account {name} version {broken_at}"
    return Damage(table="ledger.posting", row=posting, fault=fault)


async def entries(tx: Tx, part: Range) -> Seen:
    """Read entries with their postings: is every leg there, and does it sum to zero?"""
    row = await fetch_one(
        tx,
        """
        SELECT
            count(*) FILTER (WHERE s.is_known),
            min(s.entry_seq) FILTER (WHERE s.fault IS NOT NULL)
        FROM ledger.seen_entries_v1(%(low)s, %(high)s) AS s
        """,
        {"low": part.low, "high": part.high},
    )
    assert row is not None
    known, wrong = row
    return Seen(known, 0, None if wrong is None else await _damaged_entry(tx, wrong))


async def _damaged_entry(tx: Tx, entry_seq: int) -> Damage:
    row = await fetch_one(
        tx,
        """
        SELECT coalesce(s.public_id::text, s.entry_seq::text), s.fault
        FROM ledger.seen_entries_v1(%(seq)s - 1, %(seq)s) AS s
        """,
        {"seq": entry_seq},
    )
    assert row is not None
    return Damage(table="ledger.entry", row=f"entry {row[0]}", fault=row[1])


async def holds(tx: Tx) -> int:
    """How many holds there are."""
    return int(await fetch_value(tx, "SELECT count(*) FROM ledger.hold"))


async def first_of_each_view(tx: Tx) -> list[Damage]:
    """The first wrong reversal, pending counter, hold, total, month and guard, where there is one."""
    found: list[Damage] = []
    for view, (table, noun, fault) in _VIEWS.items():
        sql = f"SELECT {table}, w.id FROM ledger.wrong_{view} AS w ORDER BY w.id LIMIT 1"  # noqa: S608 - our own names
        row = await fetch_one(tx, sql)
        if row is not None:
            found.append(Damage(table=row[0], row=f"{noun} {row[1]}", fault=fault))
    return found
