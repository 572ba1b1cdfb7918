"""The block table, and what lies in the reach of a block, read in a few large pieces."""

import struct
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from batua.kit.db import Tx, fetch_all, fetch_one, fetch_value
from batua.modules.ledger.types.proof import REACH, Block, Content, Head, Postings, Rows

LOWEST, HIGHEST = -(2**63), 2**63 - 1

COLUMNS: Final = (
    "n, last_entry, last_hold, last_account, entries, postings, holds, accounts, entries_so_far,"
    " witnesses, marks, digest, previous, head, seal, sealed_at"
)


@dataclass(frozen=True, slots=True)
class Span:
    """Rows of each sort with numbers above the first and up to the second.

    most, most_postings  no more rows are read: one more than a block has is enough to find it wrong
    """

    entries: tuple[int, int]
    holds: tuple[int, int]
    accounts: tuple[int, int]
    most: int = HIGHEST
    most_postings: int = HIGHEST


Numbers = tuple[int, int, int]
"""Of an entry, a hold and an account."""


def between(low: Numbers, high: Numbers) -> Span:
    """Everything above some numbers and up to others."""
    entries, holds, accounts = zip(low, high, strict=True)
    return Span(entries, holds, accounts)


# record_send says a row as PostgreSQL sends it: each field with its type and length, so that no two
# rows are said alike. The fields and their types are named here, whatever else a table has.
_CONTENT: Final = """
SELECT e.*, p.*, h.*, a.*
FROM (
    SELECT
        coalesce(array_agg(x.seq), '{}') AS seqs,
        coalesce(array_agg(x.legs), '{}') AS legs,
        coalesce(string_agg(timestamptz_send(x.recorded_at), ''), '') AS moments,
        coalesce(array_agg(record_send(ROW(
            x.seq, x.recorded_at, x.effective_at, x.id, x.reverses, x.hold_id, x.legs::integer,
            x.kind::text, x.ref::text
        ))), '{}') AS said
    FROM (
        SELECT seq, recorded_at, effective_at, id, reverses, hold_id, legs, kind, ref
        FROM ledger.entry
        WHERE seq > %(entry_low)s AND seq <= %(entry_high)s
        ORDER BY seq
        LIMIT %(most)s
    ) AS x
) AS e
CROSS JOIN (
    SELECT
        coalesce(array_agg(x.entry_seq), '{}') AS entries,
        coalesce(array_agg(x.line), '{}') AS lines,
        coalesce(array_agg(x.account_id), '{}') AS accounts,
        coalesce(array_agg(x.version), '{}') AS versions,
        coalesce(array_agg(x.amount_minor), '{}') AS amounts,
        coalesce(array_agg(x.balance_after_minor), '{}') AS balances,
        coalesce(string_agg(timestamptz_send(x.recorded_at), ''), '') AS moments
    FROM (
        SELECT
            entry_seq, line, account_id, version, amount_minor, balance_after_minor, recorded_at
        FROM ledger.posting
        WHERE entry_seq > %(entry_low)s AND entry_seq <= %(entry_high)s
        ORDER BY entry_seq, line
        LIMIT %(most_postings)s
    ) AS x
) AS p
CROSS JOIN (
    SELECT
        coalesce(array_agg(x.seq), '{}') AS seqs,
        coalesce(array_agg(record_send(ROW(
            x.seq, x.id, x.debit_id, x.credit_id, x.amount_minor, x.held_at, x.expires_at,
            x.kind::text, x.ref::text
        ))), '{}') AS said
    FROM (
        SELECT seq, id, debit_id, credit_id, amount_minor, held_at, expires_at, kind, ref
        FROM ledger.hold
        WHERE seq > %(hold_low)s AND seq <= %(hold_high)s
        ORDER BY seq
        LIMIT %(most)s
    ) AS x
) AS h
CROSS JOIN (
    SELECT
        coalesce(array_agg(x.account_id), '{}') AS ids,
        coalesce(array_agg(record_send(ROW(
            x.account_id, x.kind::text, x.owner::text, x.currency::text, x.opened_at,
            x.public_id, x.own_currency::text, x.floor_minor
        ))), '{}') AS said
    FROM (
        SELECT
            n.account_id, n.kind, n.owner, n.currency, n.opened_at,
            a.public_id, a.currency AS own_currency, a.floor_minor
        FROM ledger.account_name AS n
        LEFT JOIN ledger.account AS a ON a.id = n.account_id
        WHERE n.account_id > %(account_low)s AND n.account_id <= %(account_high)s
        ORDER BY n.account_id
        LIMIT %(most)s
    ) AS x
) AS a
"""


async def content(tx: Tx, span: Span, witnesses: tuple[str, ...]) -> Content:
    """Everything in a span; the whole of a block takes some milliseconds.

    witnesses  names of functions that were registered, never words from a table
    """
    params: dict[str, Any] = {
        "entry_low": span.entries[0],
        "entry_high": span.entries[1],
        "hold_low": span.holds[0],
        "hold_high": span.holds[1],
        "account_low": span.accounts[0],
        "account_high": span.accounts[1],
        "most": span.most,
        "most_postings": span.most_postings,
    }
    async with tx.cursor(binary=True) as cursor:
        await cursor.execute(_CONTENT, params)
        row = await cursor.fetchone()
        assert row is not None, "aggregates always have a row"
        told = Rows()
        if witnesses and row[0]:
            await cursor.execute(_told(witnesses), params)
            said = await cursor.fetchone()
            assert said is not None, "aggregates always have a row"
            told = Rows(*said)
    return Content(
        entries=Rows(row[0], row[3]),
        legs=row[1],
        moments=_moments(row[2]),
        postings=_postings(row[4:11]),
        told=told,
        holds=Rows(row[11], row[12]),
        accounts=Rows(row[13], row[14]),
    )


def _postings(row: Sequence[Any]) -> Postings:
    entries, lines, accounts, versions, amounts, balances, moments = row
    return Postings(entries, lines, accounts, versions, amounts, balances, _moments(moments))


def _moments(sent: bytes) -> list[int]:
    """Times as PostgreSQL sends them, which is much faster than one by one."""
    return list(struct.unpack(f">{len(sent) // 8}q", sent))


def _told(witnesses: tuple[str, ...]) -> str:
    each = " UNION ALL ".join(
        f"SELECT entry_seq, said FROM {name}(%(entry_low)s::bigint, %(entry_high)s::bigint)"  # noqa: S608 - our own names
        for name in witnesses
    )
    return (
        "SELECT coalesce(array_agg(w.entry_seq), '{}'), coalesce(array_agg(w.said), '{}')"  # noqa: S608 - our own names
        f" FROM (SELECT entry_seq, said FROM ({each}) AS x"
        " ORDER BY entry_seq, said) AS w"
    )


async def writers(tx: Tx) -> list[str]:
    """The transactions that may still write what can be seen past."""
    found: list[str] = await fetch_value(tx, "SELECT ledger.writers_v1()")
    return found


async def newest(tx: Tx) -> tuple[int, int, int]:
    """The highest numbers of an entry, a hold and an account that can be seen now."""
    row = await fetch_one(
        tx,
        "SELECT (SELECT coalesce(max(seq), 0) FROM ledger.entry),"
        " (SELECT coalesce(max(seq), 0) FROM ledger.hold),"
        " (SELECT coalesce(max(account_id), 0) FROM ledger.account_name)",
    )
    assert row is not None
    return int(row[0]), int(row[1]), int(row[2])


_NUMBER: Final = {
    "entry": "SELECT seq FROM ledger.entry WHERE seq > %(low)s AND seq <= %(high)s ORDER BY seq",
    "hold": "SELECT seq FROM ledger.hold WHERE seq > %(low)s AND seq <= %(high)s ORDER BY seq",
    "account": "SELECT account_id AS seq FROM ledger.account_name"
    " WHERE account_id > %(low)s AND account_id <= %(high)s ORDER BY account_id",
}


async def up_to(tx: Tx, sort: str, low: int, high: int, rows: int) -> int:
    """The number that ends a block of at most so many rows; `low` when there is none."""
    row = await fetch_one(
        tx,
        "SELECT max(x.seq) FROM (SELECT y.seq, min(y.seq) OVER () AS first"  # noqa: S608 - our own words
        f" FROM ({_NUMBER[sort]} LIMIT %(rows)s) AS y) AS x"
        " WHERE x.seq - x.first < %(reach)s",
        {"low": low, "high": high, "rows": rows, "reach": REACH},
    )
    return low if row is None or row[0] is None else int(row[0])


async def last(tx: Tx) -> Block | None:
    """The end of the chain."""
    return await fetch_one(
        tx,
        f"SELECT {COLUMNS} FROM ledger.block ORDER BY n DESC LIMIT 1",  # noqa: S608
        row=Block,
    )


async def after(tx: Tx, n: int, limit: int) -> list[Block]:
    """The blocks above a number, in order."""
    return await fetch_all(
        tx,
        f"SELECT {COLUMNS} FROM ledger.block WHERE n > %(n)s ORDER BY n LIMIT %(limit)s",  # noqa: S608
        {"n": n, "limit": limit},
        row=Block,
    )


async def before(tx: Tx, n: int, limit: int) -> list[Block]:
    """The blocks below a number, the newest first."""
    return await fetch_all(
        tx,
        f"SELECT {COLUMNS} FROM ledger.block WHERE n < %(n)s ORDER BY n DESC LIMIT %(limit)s",  # noqa: S608
        {"n": n, "limit": limit},
        row=Block,
    )


async def append(tx: Tx, block: Block) -> bool:
    """Write a block; False when another sealer was faster."""
    done: bool = await fetch_value(
        tx,
        "SELECT ledger.seal_v1(ROW(%(n)s, %(last_entry)s, %(last_hold)s, %(last_account)s,"
        " %(entries)s, %(postings)s, %(holds)s, %(accounts)s, %(entries_so_far)s,"
        " %(witnesses)s, %(marks)s, %(digest)s, %(previous)s, %(head)s, %(seal)s,"
        " %(sealed_at)s)::ledger.block)",
        {name: getattr(block, name) for name in Block.__dataclass_fields__}
        | {"witnesses": list(block.witnesses)},
    )
    return done


async def head(tx: Tx) -> Head | None:
    """The end of the chain, as it is published."""
    return await fetch_one(
        tx,
        "SELECT n, head, seal, sealed_at, entries_so_far AS entries FROM ledger.block"
        " ORDER BY n DESC LIMIT 1",
        row=Head,
    )


async def heads(tx: Tx, ns: list[int]) -> dict[int, bytes]:
    """The heads of some blocks, by their numbers."""
    rows = await fetch_all(tx, "SELECT n, head FROM ledger.block WHERE n = ANY(%(ns)s)", {"ns": ns})
    return {int(n): head for n, head in rows}


async def waiting(tx: Tx, most: int) -> tuple[int, datetime | None]:
    """How many entries no block has sealed yet, `most` standing for more; and since when."""
    row = await fetch_one(
        tx,
        "SELECT count(*), min(x.recorded_at) FROM (SELECT e.recorded_at FROM ledger.entry AS e"
        " WHERE e.seq > (SELECT coalesce(max(b.last_entry), 0) FROM ledger.block AS b)"
        " ORDER BY e.seq LIMIT %(most)s) AS x",
        {"most": most},
    )
    assert row is not None
    return int(row[0]), row[1]


async def count_postings(tx: Tx) -> int:
    """How many postings there are, as far as the blocks tell, and those that are not sealed yet."""
    return int(
        await fetch_value(
            tx,
            "SELECT (SELECT coalesce(sum(b.postings), 0) FROM ledger.block AS b)"
            " + (SELECT count(*) FROM ledger.posting AS p WHERE p.entry_seq >"
            " (SELECT coalesce(max(b.last_entry), %(lowest)s) FROM ledger.block AS b))",
            {"lowest": LOWEST},
        )
    )
