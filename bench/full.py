"""A ledger that has been used for a year: what the same work costs on ten million entries."""

import os
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Final

import psycopg
from books import Books

ENTRIES: Final = int(os.environ.get("BENCH_FULL", "10000000"))
"""0 leaves this part out."""

MONTHS: Final = """
SELECT ledger.keep_months_v1(now() - make_interval(months => n)) FROM generate_series(0, 12, 2) AS n
"""
_ENTRIES: Final = """
INSERT INTO ledger.entry (seq, recorded_at, id, legs, kind, ref)
OVERRIDING SYSTEM VALUE
SELECT
    %(first)s + e.n,
    e.at,
    (lpad(to_hex((extract(epoch FROM e.at) * 1000)::bigint), 12, '0')
        || '7' || substr(md5(e.n::text), 14))::uuid,
    1, 'send', ''
FROM (
    SELECT n, now() - make_interval(secs => (%(total)s - n) * (31536000.0 / %(total)s)) AS at
    FROM generate_series(%(low)s::bigint, %(high)s::bigint) AS n
) AS e
ORDER BY e.n
"""
# In each round everybody pays or is paid once, and in the next one back: so versions and balances
# are known without adding up.
_POSTINGS: Final = """
INSERT INTO ledger.posting (
    account_id, version, entry_seq, amount_minor, balance_after_minor, recorded_at, line
)
SELECT
    CASE WHEN (side.line + place.round) %% 2 = 0 THEN pair.one ELSE pair.other END,
    place.round + 2,
    e.seq,
    CASE side.line WHEN 0 THEN -100 ELSE 100 END,
    pair.filled + CASE
        WHEN place.round %% 2 = 1 THEN 0
        WHEN side.line = 0 THEN -100
        ELSE 100
    END,
    e.recorded_at,
    side.line
FROM ledger.entry AS e
CROSS JOIN LATERAL (
    SELECT (e.seq - %(first)s) / %(pairs)s AS round, (e.seq - %(first)s) %% %(pairs)s AS nth
) AS place
INNER JOIN pg_temp.pair ON pair.nth = place.nth
CROSS JOIN (VALUES (0), (1)) AS side (line)
WHERE e.seq BETWEEN %(low)s AND %(high)s
ORDER BY e.seq, side.line
"""
_PAIRS: Final = """
CREATE TEMPORARY TABLE pair AS
SELECT w.n / 2 AS nth, min(w.id) AS one, max(w.id) AS other, min(w.posted_credits_minor) AS filled
FROM (
    SELECT a.id, a.posted_credits_minor, row_number() OVER (ORDER BY a.id) - 1 AS n
    FROM ledger.account AS a
    WHERE a.floor_minor = 0
) AS w
GROUP BY w.n / 2
"""
_COUNTERS: Final = """
UPDATE ledger.account AS a
SET
    version = a.version + %(rounds)s,
    posted_debits_minor = a.posted_debits_minor + %(rounds)s / 2 * 100,
    posted_credits_minor = a.posted_credits_minor + %(rounds)s / 2 * 100
WHERE a.floor_minor = 0
"""
STEP: Final = 200_000


def fill(url: str, books: Books) -> int:
    """Write a year of entries between the wallets, in whole rounds; how many.

    Done as the owner and past the functions, which would take an hour; `verify` finds it whole.
    """
    pairs = len(books.wallets) // 2
    rounds = ENTRIES // pairs // 2 * 2
    total = rounds * pairs
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(MONTHS)
        row = connection.execute("SELECT max(seq) + 1 FROM ledger.entry").fetchone()
        assert row is not None
        places = {"first": int(row[0]), "pairs": pairs, "total": total}
        with ThreadPoolExecutor(os.cpu_count()) as workers:
            lows = range(0, total, STEP)
            list(workers.map(partial(_write, url, places), lows))
        connection.execute(_COUNTERS, {"rounds": rounds})
        connection.execute(
            "SELECT setval(pg_get_serial_sequence('ledger.entry', 'seq'), max(seq))"
            " FROM ledger.entry"
        )
        connection.execute("VACUUM ANALYZE ledger.entry, ledger.posting, ledger.account")
        connection.execute("CHECKPOINT")
    return total


def _write(url: str, places: dict[str, int], low: int) -> None:
    high = min(low + STEP, places["total"]) - 1
    first = places["first"]
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("SET synchronous_commit = off")
        connection.execute(_PAIRS)
        connection.execute(_ENTRIES, {**places, "low": low, "high": high})
        connection.execute(_POSTINGS, {**places, "low": first + low, "high": first + high})
