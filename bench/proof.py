"""A million postings with their payments, made by a few statements, and how fast they are proven."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

import psycopg
from callers import Pace

from batua.kit.db import Database, DatabaseSettings
from batua.modules.ledger import service as ledger
from batua.modules.ledger.types import Proofs
from batua.modules.payments import service as payments

PEOPLE = 1_000
SENDS = 500_000
KEY = b"the key of the bench".ljust(32)

_FILL = """
CREATE TEMP TABLE send AS
SELECT
    n,
    -- Ids that rise with the time, as ours do.
    ('01990000' || lpad(to_hex(n), 8, '0') || substr(md5(n::text), 1, 16))::uuid AS id,
    1 + (n * 7919) %% {people} AS payer,
    1 + (n * 7919 + 1 + (n * 104729) %% ({people} - 1)) %% {people} AS payee
FROM generate_series(1, {sends}::bigint) AS n;

INSERT INTO ledger.account_name (kind, owner, currency, opened_at)
SELECT 'wallet', md5('bench' || n)::uuid::text, 'NPR', now()
FROM generate_series(1, {people}) AS n;

CREATE TEMP TABLE person AS
SELECT row_number() OVER (ORDER BY a.account_id) AS n, a.account_id, a.owner::uuid AS id
FROM ledger.account_name AS a
WHERE a.currency = 'NPR';

INSERT INTO ledger.account (id, posted_at, public_id, currency)
SELECT p.account_id, now(), gen_random_uuid(), 'NPR'
FROM person AS p;

INSERT INTO payments.wallet (account, person, currency, opened_at)
SELECT a.public_id, p.id, 'NPR', now()
FROM person AS p
INNER JOIN ledger.account AS a ON a.id = p.account_id;

INSERT INTO ledger.entry (recorded_at, id, legs, kind, ref)
SELECT now(), s.id, 1, 'send', ''
FROM send AS s
ORDER BY s.n;

INSERT INTO ledger.posting (
    account_id, version, entry_seq, amount_minor, balance_after_minor, recorded_at, line
)
SELECT
    p.account_id, row_number() OVER along, e.seq, side.minor, sum(side.minor) OVER along,
    e.recorded_at, side.line
FROM send AS s
INNER JOIN ledger.entry AS e ON e.id = s.id
CROSS JOIN LATERAL (VALUES (s.payer, -100, 0), (s.payee, 100, 1)) AS side (n, minor, line)
INNER JOIN person AS p ON p.n = side.n
WINDOW along AS (PARTITION BY p.account_id ORDER BY e.seq, side.line)
ORDER BY e.seq, side.line;

UPDATE ledger.account AS a
SET
    version = sums.versions,
    posted_debits_minor = sums.debits,
    posted_credits_minor = sums.credits
FROM (
    SELECT
        p.account_id,
        count(*) AS versions,
        coalesce(sum(-p.amount_minor) FILTER (WHERE p.amount_minor < 0), 0) AS debits,
        coalesce(sum(p.amount_minor) FILTER (WHERE p.amount_minor > 0), 0) AS credits
    FROM ledger.posting AS p
    WHERE p.account_id IN (SELECT x.account_id FROM person AS x)
    GROUP BY p.account_id
) AS sums
WHERE sums.account_id = a.id;
"""

_PAY = """
INSERT INTO payments.payment (
    id, kind, status, payer, payee, currency, amount_minor, reference, entry_id, created_at,
    settled_at
)
SELECT
    s.id, 'send', 'succeeded', giver.id, taker.id, 'NPR', 100, s.n::text, s.id, now(), now()
FROM send AS s
INNER JOIN person AS giver ON giver.n = s.payer
INNER JOIN person AS taker ON taker.n = s.payee
ORDER BY s.n;

INSERT INTO payments.key (person, key, request_hash, result)
SELECT giver.id, s.n::text, decode(md5(s.n::text), 'hex'), s.id
FROM send AS s
INNER JOIN person AS giver ON giver.n = s.payer
ORDER BY s.n;
"""


@dataclass
class Proven:
    """A ledger that is sealed."""

    db: Database
    proofs: Proofs

    async def verify(self) -> Pace:
        """Prove everything once."""
        began = time.perf_counter()
        async with self.db.read() as tx:
            found = await ledger.verify(tx, proofs=self.proofs)
        took = time.perf_counter() - began
        assert found.is_clean, found.damages
        assert found.waiting == 0
        return Pace(found.postings / took, took * 1000, took * 1000)


@asynccontextmanager
async def proven(url: str, *, pays: bool) -> AsyncIterator[Proven]:
    """Fill an empty database and seal it.

    pays  whether each entry is a send with its payment and key, or an entry alone
    """
    await asyncio.to_thread(_fill, url, pays=pays)
    proofs = payments.proofs(KEY) if pays else Proofs(key=KEY)
    db = Database(DatabaseSettings(url=url, statement_timeout_s=600))
    await db.open()
    try:
        await ledger.seal(db, proofs)
        yield Proven(db, proofs)
    finally:
        await db.close()


def _fill(url: str, *, pays: bool) -> None:
    script = (_FILL + _PAY if pays else _FILL).replace("%%", "%")
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(script.format(people=PEOPLE, sends=SENDS).encode())
        connection.execute("VACUUM ANALYZE")
