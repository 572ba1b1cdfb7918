"""The whole ledger as CSV, made by PostgreSQL itself, range by range."""

from collections.abc import AsyncGenerator, Callable, Iterator
from contextlib import aclosing
from typing import Any, Final
from uuid import UUID

from batua.kit.copying import copied
from batua.kit.db import Tx, execute, fetch_value
from batua.modules.ledger.types.moving import Period, Sheet

ENTRIES_AT_ONCE: Final = 50_000
"""Entries of one COPY: sorted in memory, and quickly enough read for any statement timeout.

For fewer the planner looks each account up by itself, which takes twice the time.
"""

SORT_MEMORY: Final = "64MB"
"""Of the database, while a range is sorted."""

ACCOUNTS_AT_ONCE: Final = 20_000

# RFC 3339; what PostgreSQL writes by itself has no T.
_ACCOUNTS: Final = """
    SELECT
        a.public_id, n.kind, {owner}, a.currency, a.floor_minor, a.is_open::text,
        to_jsonb(n.opened_at) #>> '{{}}', a.posted_credits_minor - a.posted_debits_minor,
        NULL AS opening_minor
    FROM ledger.account AS a
    INNER JOIN ledger.account_name AS n ON n.account_id = a.id
    WHERE a.id > %(low)s AND a.id <= %(high)s
    ORDER BY a.id
"""

_POSTINGS: Final = """
    SELECT
        e.id, e.seq, to_jsonb(e.recorded_at) #>> '{{}}', to_jsonb(e.effective_at) #>> '{{}}',
        e.kind, {ref}, e.reverses, e.hold_id, p.line, a.public_id, n.kind, {owner},
        p.version, p.amount_minor, a.currency, p.balance_after_minor
    FROM ledger.entry AS e
    INNER JOIN ledger.posting AS p ON p.entry_seq = e.seq
    INNER JOIN ledger.account AS a ON a.id = p.account_id
    INNER JOIN ledger.account_name AS n ON n.account_id = a.id
    WHERE
        e.seq > %(low)s AND e.seq <= %(high)s
        AND p.entry_seq > %(low)s AND p.entry_seq <= %(high)s
        {period}
    ORDER BY e.seq, p.line
"""

_HOLDS: Final = """
    SELECT
        h.id, giver.public_id, taker.public_id, h.amount_minor, giver.currency, h.posted_minor,
        h.state, to_jsonb(h.held_at) #>> '{{}}', to_jsonb(h.expires_at) #>> '{{}}',
        to_jsonb(h.resolved_at) #>> '{{}}', h.kind, {ref}
    FROM ledger.hold AS h
    INNER JOIN ledger.account AS giver ON giver.id = h.debit_id
    INNER JOIN ledger.account AS taker ON taker.id = h.credit_id
    WHERE true {period}
    ORDER BY h.held_at, h.id
"""

# What an entry refers to when that is an id, and its own where it refers to nothing.
_STATEMENT: Final = """
    SELECT
        to_jsonb(e.recorded_at) #>> '{}', e.kind, p.amount_minor, p.balance_after_minor, a.currency,
        CASE
            WHEN e.ref = '' THEN e.id::text
            WHEN e.ref ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' THEN e.ref
        END,
        e.id
    FROM ledger.posting AS p
    INNER JOIN ledger.entry AS e ON e.seq = p.entry_seq
    INNER JOIN ledger.account AS a ON a.id = p.account_id
    WHERE
        p.account_id = (SELECT o.id FROM ledger.account AS o WHERE o.public_id = %(account)s)
        AND p.version > %(after)s AND p.version <= %(upto)s
    ORDER BY p.version DESC
"""

# A spreadsheet takes a cell that begins with one of these for a formula; one more apostrophe makes
# it text, and `intake` takes it off again. Without a newline at the front COPY would not quote it.
# The look at one sign comes first: an expression for each row takes as long as all the rest of it.
_GUARDED: Final = (
    r"CASE WHEN {0} <> '' AND strpos(E'\x27-=+@\t\r', left({0}, 1)) > 0"
    r" AND {0} ~ '^''*[-=+@\t\r]' THEN '''' || {0} ELSE {0} END"
)

Told = Callable[[int, int], None]


async def rows(
    tx: Tx, sheet: Sheet, period: Period, *, is_guarded: bool, told: Told
) -> AsyncGenerator[bytes]:
    """The rows of a sheet as CSV without a header; whatever the ledger holds, in bounded memory.

    tx          from `Database.read()`: one moment for all ranges
    is_guarded  texts that a spreadsheet would take for formulas get an apostrophe
    told        how many rows or entries were read, of how many
    """
    await execute(tx, "SELECT set_config('work_mem', %(size)s, true)", {"size": SORT_MEMORY})
    sql, ranges = await _plan(tx, sheet, period, is_guarded=is_guarded)
    for low, high, last in ranges:
        params: dict[str, Any] = {
            "low": low,
            "high": high,
            "since": period.since,
            "until": period.until,
        }
        async with aclosing(copied(tx, sql, params)) as blocks:
            async for block in blocks:
                yield block
        told(min(high, last), last)


async def statement_rows(tx: Tx, account: UUID, after: int, upto: int) -> bytes:
    """Lines of a statement by their versions, the latest first, as CSV without a header.

    after, upto  the caller bounds how many lines lie between
    """
    params = {"account": account, "after": after, "upto": upto}
    async with aclosing(copied(tx, _STATEMENT, params)) as blocks:
        return b"".join([block async for block in blocks])


async def _plan(
    tx: Tx, sheet: Sheet, period: Period, *, is_guarded: bool
) -> tuple[str, Iterator[tuple[int, int, int]]]:
    def text(column: str) -> str:
        return _GUARDED.format(column) if is_guarded else column

    if sheet is Sheet.HOLDS:
        sql = _HOLDS.format(ref=text("h.ref"), period=_within("h.held_at", period))
        return sql, iter([(0, 1, 1)])
    if sheet is Sheet.ACCOUNTS:
        last = int(await fetch_value(tx, "SELECT coalesce(max(id), 0) FROM ledger.account"))
        return _ACCOUNTS.format(owner=text("n.owner")), _ranges(last, ACCOUNTS_AT_ONCE)
    last = int(await fetch_value(tx, "SELECT coalesce(max(seq), 0) FROM ledger.entry"))
    sql = _POSTINGS.format(
        ref=text("e.ref"), owner=text("n.owner"), period=_within("e.recorded_at", period)
    )
    return sql, _ranges(last, ENTRIES_AT_ONCE)


def _within(column: str, period: Period) -> str:
    since = f" AND {column} >= %(since)s" if period.since else ""
    until = f" AND {column} < %(until)s" if period.until else ""
    return since + until


def _ranges(last: int, size: int) -> Iterator[tuple[int, int, int]]:
    return ((low, low + size, last) for low in range(0, last, size))
