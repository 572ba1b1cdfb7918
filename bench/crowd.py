"""A group of ten thousand members with a million transactions: what its screens and a vote take."""

import asyncio
import os
import random
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Final
from uuid import UUID

import httpx
import psycopg
from callers import Act
from full import MONTHS
from town import Town, Townsman, acquaint, town

from batua.kit import ids
from batua.kit.db import Database, DatabaseSettings
from batua.kit.money import Currency, Money
from batua.kit.page import encode_cursor
from batua.kit.secrets import KeyRing
from batua.modules.gateways.types import Rails
from batua.modules.groups import service as groups
from batua.modules.groups.types import (
    Admission,
    Constitution,
    ContributeOrder,
    CreateOrder,
    DuesPlan,
    Group,
    GroupKind,
    ProposalKind,
    ProposeOrder,
    Rhythm,
    VoteRule,
)
from batua.modules.identity import service as identity
from batua.modules.payments.types import Actor

MEMBERS: Final = int(os.environ.get("BENCH_MEMBERS", "10000"))
"""0 leaves this part out."""
ROUNDS: Final = int(os.environ.get("BENCH_ROUNDS", "100"))
"""So often each member has paid in."""
WEEKS: Final = 12
RUPEE: Final = Money(1_00, Currency("INR"))
STEP: Final = 100_000
PAYERS: Final = 200
CALLERS: Final = 500
"""So many of the members look and vote."""

_CROWD: Final = """
CREATE TEMPORARY TABLE crowd AS
SELECT
    told.n - 1 AS n, told.person, w.account, a.id AS account_id, a.version,
    a.posted_credits_minor - a.posted_debits_minor AS balance_minor,
    coalesce(
        m.id, ('01990000' || lpad(to_hex(told.n), 8, '0') || substr(md5(told.n::text), 17))::uuid
    ) AS member_id
FROM unnest(%(people)s::uuid[]) WITH ORDINALITY AS told (person, n)
INNER JOIN payments.wallet AS w ON w.person = told.person
INNER JOIN ledger.account AS a ON a.public_id = w.account
LEFT JOIN groups.member AS m ON m.person = told.person;
CREATE UNIQUE INDEX ON pg_temp.crowd (n);
ANALYZE crowd
"""
_MEMBERS: Final = """
INSERT INTO groups.member (
    id, group_id, person, role, status, voice_since, saved_minor, asked_at, joined_at
)
SELECT
    c.member_id, %(group)s, c.person, 'member', 'active', c.n + 1, 0, at.moment, at.moment
FROM pg_temp.crowd AS c
CROSS JOIN LATERAL (
    SELECT now() - interval '400 days' + c.n * interval '1 minute' AS moment
) AS at
WHERE c.n > 0;
UPDATE groups.member SET saved_minor = %(saved)s WHERE group_id = %(group)s;
UPDATE groups."group" SET roll = %(members)s, members = %(members)s WHERE id = %(group)s
"""
# The ids tell the time, as ours do.
_PAID: Final = """
CREATE TEMPORARY TABLE paid AS
SELECT
    e.n, e.n / %(members)s AS round, e.at, c.member_id, c.person, c.account_id,
    c.version + e.n / %(members)s + 1 AS wallet_version,
    c.balance_minor - 100 * (e.n / %(members)s + 1) AS wallet_minor,
    (e.head || '7' || substr(md5(e.n::text), 14))::uuid AS id,
    (e.head || '7' || substr(md5('p' || e.n), 14))::uuid AS payment_id
FROM (
    SELECT
        n, at, lpad(to_hex((extract(epoch FROM at) * 1000)::bigint), 12, '0') AS head
    FROM (
        SELECT n, now() - make_interval(secs => (%(total)s - n) * (31536000.0 / %(total)s)) AS at
        FROM generate_series(%(low)s::bigint, %(high)s::bigint) AS n
    ) AS moments
) AS e
INNER JOIN pg_temp.crowd AS c ON c.n = e.n %% %(members)s;
INSERT INTO ledger.entry (seq, recorded_at, id, legs, kind, ref)
OVERRIDING SYSTEM VALUE
SELECT %(first)s + p.n, p.at, p.id, 1, 'pot_in', p.payment_id::text
FROM pg_temp.paid AS p ORDER BY p.n;
INSERT INTO ledger.posting (
    account_id, version, entry_seq, amount_minor, balance_after_minor, recorded_at, line
)
SELECT p.account_id, p.wallet_version, %(first)s + p.n, -100, p.wallet_minor, p.at, 0
FROM pg_temp.paid AS p
UNION ALL
SELECT %(pot)s, p.n + 1, %(first)s + p.n, 100, 100 * (p.n + 1), p.at, 1
FROM pg_temp.paid AS p;
INSERT INTO payments.payment (
    id, kind, status, payer, currency, amount_minor, note, reference, pot_id, entry_id,
    payer_balance_minor, created_at, settled_at
)
SELECT
    p.payment_id, 'pot_in', 'succeeded', p.person, 'INR', 100, '',
    upper(substr(md5('r' || p.n), 1, 12)), %(group)s, p.id, p.wallet_minor, p.at, p.at
FROM pg_temp.paid AS p;
INSERT INTO groups.transaction (
    id, group_id, kind, status, member_id, amount_minor, note, entry_id, balance_minor,
    created_at, settled_at
)
SELECT
    p.id, %(group)s, 'contribution', 'succeeded', p.member_id, 100, '', p.id, 100 * (p.n + 1),
    p.at, p.at
FROM pg_temp.paid AS p;
INSERT INTO groups.log (group_id, at, actor, act, subject, data)
SELECT %(group)s, p.at, p.person, 'contributed', p.id, '{"amount_minor": 100}'
FROM pg_temp.paid AS p ORDER BY p.n;
DROP TABLE pg_temp.paid
"""
# The last weeks but one were paid, each by a contribution of its own.
_DUES: Final = """
INSERT INTO groups.dues_row (
    id, group_id, plan_key, member_id, due_on, due_minor, paid_minor, version
)
SELECT
    gen_random_uuid(), %(group)s, 'weekly', c.member_id,
    date_trunc('week', now())::date - 7 * week, 100, CASE WHEN week > 0 THEN 100 ELSE 0 END, 1
FROM pg_temp.crowd AS c
CROSS JOIN generate_series(0, %(weeks)s - 1) AS week;
INSERT INTO groups.dues_payment (transaction_id, row_id, dues_minor, fine_minor)
SELECT t.id, r.id, 100, 0
FROM (
    SELECT d.id, d.member_id, row_number() OVER (PARTITION BY d.member_id ORDER BY d.due_on) AS nth
    FROM groups.dues_row AS d
    WHERE d.paid_minor > 0
) AS r
INNER JOIN (
    SELECT x.id, x.member_id, row_number() OVER (PARTITION BY x.member_id ORDER BY x.id) AS nth
    FROM groups.transaction AS x
) AS t ON t.member_id = r.member_id AND t.nth = r.nth
"""
_COUNTERS: Final = """
UPDATE ledger.account AS a
SET version = a.version + %(rounds)s, posted_debits_minor = a.posted_debits_minor + %(each)s
FROM pg_temp.crowd AS c
WHERE c.account_id = a.id;
UPDATE ledger.account
SET version = %(total)s, posted_credits_minor = %(total)s * 100
WHERE id = %(pot)s;
SELECT setval(pg_get_serial_sequence('ledger.entry', 'seq'), max(seq)) FROM ledger.entry
"""
_BALLOTS: Final = """
INSERT INTO groups.ballot (proposal_id, version, member_id, choice, cast_by, reason, cast_at)
SELECT
    %(proposal)s, 1, c.member_id, CASE WHEN c.n %% 4 = 0 THEN 'no' ELSE 'yes' END, c.member_id,
    '', now()
FROM pg_temp.crowd AS c
WHERE c.n >= %(members)s * 6 / 10;
UPDATE groups.proposal AS p
SET
    yes = (SELECT count(*) FROM groups.ballot AS b WHERE b.choice = 'yes'),
    no = (SELECT count(*) FROM groups.ballot AS b WHERE b.choice = 'no')
WHERE p.id = %(proposal)s
"""


@dataclass
class Crowd:
    """A large group, and what its members do over HTTP, one after the other."""

    people: Town
    http: httpx.AsyncClient
    group: Group
    proposal: UUID
    deep: str
    dice: random.Random

    @property
    def callers(self) -> list[Townsman]:
        """Those who look and vote."""
        return self.people.people[:CALLERS]

    @property
    def payers(self) -> list[Townsman]:
        """Those who pay in or send when that is measured."""
        return self.people.people[:PAYERS]

    async def prepare_payers(self) -> None:
        """They know one another, and each has a pot of her own into which she has paid before."""
        await acquaint(self.people.url, self.payers)
        db = Database(DatabaseSettings(url=self.people.url, pool_max=2))
        await db.open()
        try:
            for who in self.payers:
                own = await _founded(db, who)
                who.groups = [str(own.id)]
                await _paid_once(db, self.people.keys, who, own)
        finally:
            await db.close()

    def acts(self) -> Mapping[str, Act]:
        """What is measured, by name."""
        here = f"/api/v1/groups/{self.group.id}"
        pages = {
            "group_home": here,
            "group_statement": f"{here}/transactions?limit=30",
            "group_statement_deep": f"{here}/transactions?limit=30&cursor={self.deep}",
            "group_members": f"{here}/members?status=active&limit=100",
            "group_figures": f"{here}/figures",
            "group_positions": f"{here}/positions?limit=50",
            "group_dues": f"{here}/dues/plans/weekly",
            "group_log": f"{here}/log",
            "group_split": f"{here}/split",
        }
        return {name: partial(self._read, path) for name, path in pages.items()} | {
            "group_vote": self._vote,
            "group_beside": self._wallet,
        }

    async def _wallet(self, _: int) -> None:
        """Something small, to tell what one call costs on this machine now."""
        who = self.dice.choice(self.callers)
        await self._ask("GET", f"/api/v1/wallets/{who.wallet}", who)

    async def _read(self, path: str, _: int) -> None:
        await self._ask("GET", path, self.dice.choice(self.callers))

    async def _vote(self, _: int) -> None:
        """One of those who have not voted says yes or no, or says the other thing now."""
        who = self.dice.choice(self.callers[2 : MEMBERS * 6 // 10])
        path = f"/api/v1/groups/{self.group.id}/proposals/{self.proposal}/vote"
        said = {"version": 1, "choice": self.dice.choice(("yes", "no"))}
        await self._ask("POST", path, who, said)

    async def _ask(self, method: str, path: str, who: Townsman, body: object | None = None) -> None:
        headers = {"Authorization": f"Bearer {who.token}"}
        answer = await self.http.request(method, path, headers=headers, json=body)
        assert answer.is_success, answer.text


@asynccontextmanager
async def crowd(url: str) -> AsyncIterator[Crowd]:
    """Settle the members in a migrated database, and let each have paid in many times."""
    async with town(url, MEMBERS, know_each_other=False) as people:
        db = Database(DatabaseSettings(url=url, pool_max=2))
        await db.open()
        try:
            group = await _founded(db, people.people[0])
            await asyncio.to_thread(_fill, url, people, group)
            proposal = await _asked(db, people.keys, group, people.people[1])
            deep = await asyncio.to_thread(_voted, url, people, proposal)
            await _sign_in_again(db, people)
        finally:
            await db.close()
        async with httpx.AsyncClient(base_url=people.address, timeout=60) as http:
            yield Crowd(people, http, group, proposal, deep, random.Random(7))


async def _founded(db: Database, who: Townsman) -> Group:
    plan = DuesPlan(
        key="weekly",
        name="Weekly",
        amount_minor=100,
        rhythm=Rhythm.WEEKLY,
        starts_on=(datetime.now(UTC) - timedelta(days=400)).date().isoformat(),
    )
    rules = Constitution(
        admission=Admission.INVITED,
        max_members=MEMBERS,
        vote=VoteRule(second_factor_minor=10**12),
        dues=(plan,),
    )
    order = CreateOrder(
        actor=Actor(who.id, ids.new_id()),
        kind=GroupKind.SIMPLE_POT,
        name="The whole town",
        purpose="",
        currency=RUPEE.currency,
        key=str(ids.new_id()),
        constitution=rules,
    )
    async with db.transaction() as tx:
        return await groups.create(tx, order)


async def _sign_in_again(db: Database, people: Town) -> None:
    """Their sessions have ended while all that was written."""
    for who in people.people[:CALLERS]:
        async with db.transaction() as tx:
            person = await identity.person(tx, people.keys, who.id)
            place = identity.Place(None, "Bench")
            who.token = (await identity.open_session(tx, people.keys, person, place)).access_token


async def _paid_once(db: Database, keys: KeyRing, who: Townsman, group: Group) -> None:
    """With her PIN, as the first time asks for it."""
    order = ContributeOrder(
        Actor(who.id, ids.new_id()), group.id, RUPEE, "", f"own:{who.id}", is_agreed=True
    )
    async with db.transaction() as tx:
        await groups.contribute(tx, keys, order)


async def _asked(db: Database, keys: KeyRing, group: Group, who: Townsman) -> UUID:
    order = ProposeOrder(
        actor=Actor(who.id, ids.new_id()),
        group=group.id,
        kind=ProposalKind.WITHDRAW,
        reason="bench",
        key="bench",
        amount=RUPEE,
        payee=who.id,
    )
    async with db.transaction() as tx:
        return (await groups.propose(tx, Rails({}, {}, keys), order)).id


def _fill(url: str, people: Town, group: Group) -> None:
    """Write the members and their years past the verbs, which would take hours.

    The rows are those that the verbs write, but for facts, keys and sessions; `verify` finds them
    whole.
    """
    total = MEMBERS * ROUNDS
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("SET synchronous_commit = off")
        connection.execute(MONTHS)
        _gather(connection, people)
        about = {
            "group": group.id,
            "members": MEMBERS,
            "saved": ROUNDS * 100,
            "weeks": WEEKS,
            "total": total,
            "rounds": ROUNDS,
            "each": ROUNDS * 100,
            "pot": _one(
                connection, "SELECT id FROM ledger.account WHERE public_id = %s", group.pot
            ),
            "first": _one(connection, "SELECT max(seq) + 1 FROM ledger.entry"),
        }
        _each(connection, _MEMBERS, about)
        for low in range(0, total, STEP):
            _each(connection, _PAID, {**about, "low": low, "high": min(low + STEP, total) - 1})
        _each(connection, _DUES, about)
        _each(connection, _COUNTERS, about)
        connection.execute("VACUUM ANALYZE")
        connection.execute("CHECKPOINT")


def _voted(url: str, people: Town, proposal: UUID) -> str:
    """Four of ten have voted; and the cursor of the middle of the statement."""
    with psycopg.connect(url, autocommit=True) as connection:
        _gather(connection, people)
        _each(connection, _BALLOTS, {"proposal": proposal, "members": MEMBERS})
        connection.execute("VACUUM ANALYZE groups.ballot")
        row = connection.execute(
            "SELECT created_at, id FROM groups.transaction ORDER BY created_at DESC, id DESC"
            " LIMIT 1 OFFSET %s",
            (MEMBERS * ROUNDS // 2,),
        ).fetchone()
    assert row is not None
    return encode_cursor(row)


def _gather(connection: psycopg.Connection, people: Town) -> None:
    _each(connection, _CROWD, {"people": [one.id for one in people.people]})


def _each(connection: psycopg.Connection, script: str, about: Mapping[str, object]) -> None:
    """The statements of a script, one by one: only a single one takes values."""
    for statement in script.split(";"):
        connection.execute(statement, about)


def _one(connection: psycopg.Connection, statement: str, *values: object) -> int:
    row = connection.execute(statement, values or None).fetchone()
    assert row is not None
    return int(row[0])
