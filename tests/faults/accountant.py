"""The accountant: compares the database with what people were told, after each fault."""

import time
from collections import Counter
from dataclasses import dataclass, field
from statistics import median
from typing import Any

import psycopg
from tests.conftest import opened
from tests.faults.load import START, Load
from tests.system import System

from batua.modules.ledger import service as ledger


@dataclass
class Row:
    """What one fault did, over all its rounds."""

    fault: str
    acknowledged: int = 0
    in_doubt_one: int = 0
    in_doubt_none: int = 0
    lost: int = 0
    twice: int = 0
    recoveries_s: list[float] = field(default_factory=list)

    def cells(self) -> list[str]:
        """The row as it is printed."""
        times = self.recoveries_s or [0.0]
        return [
            self.fault,
            str(len(self.recoveries_s)),
            f"{self.acknowledged:,}",
            f"{self.in_doubt_one} / {self.in_doubt_none}",
            str(self.lost),
            str(self.twice),
            f"{median(times):.1f} s",
            f"{max(times):.1f} s",
        ]


HEAD = [
    "fault",
    "rounds",
    "acknowledged",
    "in doubt → one / none",
    "lost",
    "twice",
    "recovery, median",
    "worst",
]
TABLE: list[Row] = []
"""The rows of this run, in the order of the tests."""


def printed() -> str:
    """The table of this run."""
    lines = [HEAD, ["---", *["---:"] * (len(HEAD) - 1)], *(row.cells() for row in TABLE)]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def row_of(fault: str) -> Row:
    """A new row of the table."""
    made = Row(fault)
    TABLE.append(made)
    return made


async def audit(load: Load, row: Row) -> None:
    """Everything at rest against everything that was told. Call it after `load.settle()`."""
    doubtful = [order for order in load.orders if order.doubts]
    row.acknowledged = sum(order.is_done for order in load.orders)
    row.in_doubt_one = sum(order.is_done for order in doubtful)
    row.in_doubt_none = len(doubtful) - row.in_doubt_one

    count_keys(load, row)
    assert (row.lost, row.twice) == (0, 0), row
    no_other_payments(load)
    await balances_are_as_told(load)
    books_are_whole(load.system)


def count_keys(load: Load, row: Row) -> None:
    """Each acknowledged order is there once, with one entry; a refused one has left no key."""
    found = rows(
        load.system,
        "SELECT k.key, k.result::text, p.status, p.amount_minor, r.amount_minor,"
        " (SELECT count(*) FROM ledger.entry e WHERE p.id::text IN (e.id::text, e.ref))"
        " FROM payments.key k"
        " LEFT JOIN payments.payment p ON p.id = k.result"
        " LEFT JOIN payments.request r ON r.id = k.result"
        " WHERE k.person = ANY(%(people)s::uuid[])",
        load,
    )
    by_key = {key: rest for key, *rest in found}
    row.lost = row.twice = 0
    for order in load.orders:
        there = by_key.get(order.key)
        if not order.is_done:
            assert order.status, "settle the load first"
            row.twice += there is not None
            continue
        if there is None:
            row.lost += 1
            continue
        result, status, paid, asked, entries = there
        assert result == order.answer["id"], order
        if order.path == "/requests":
            assert asked == order.body["amount"]["minor"], order  # type: ignore[index]
            continue
        assert paid == order.minor, order
        if order.is_send:
            row.lost += entries == 0
            assert status == "succeeded", order
        row.twice += entries > 1


def no_other_payments(load: Load) -> None:
    """Nobody was paid twice, or without being told: each payment belongs to one key of ours."""
    ordered = {order.key for order in load.orders}
    found = rows(
        load.system,
        "SELECT p.id::text, p.kind, k.key FROM payments.payment p"
        " LEFT JOIN payments.key k ON k.result = p.id"
        " WHERE p.payer = ANY(%(people)s::uuid[]) OR p.payee = ANY(%(people)s::uuid[])",
        load,
    )
    assert len({id for id, _, _ in found}) == len(found), "a payment has two keys"
    besides = [kind for _, kind, key in found if key not in ordered]
    assert besides == ["top_up"] * len(load.people), "somebody was paid who was not told"


async def balances_are_as_told(load: Load) -> None:
    """What each person sees is what she was told; rails settle later, see `test_kill_all`."""
    if load.has_rails:
        return
    expected = expected_balances(load)
    for who in load.people:
        answer = await load.patiently(lambda who=who: who.ask("GET", "/wallets"))
        (wallet,) = answer.json()["items"]
        assert wallet["balance"]["minor"] == expected[who.id], who.person["name"]


def expected_balances(load: Load) -> dict[str, int]:
    """Paise of each person, by what she was told."""
    expected: Counter[str] = Counter({who.id: START for who in load.people})
    for order in load.orders:
        if not order.is_done:
            continue
        if order.path == "/top-ups":
            expected[order.who.id] += order.minor
            continue
        expected[order.who.id] -= order.minor
        if order.payee is not None:
            expected[order.payee.id] += order.minor
    return dict(expected)


def books_are_whole(system: System) -> None:
    """All balances sum to nothing, and each account says what its last posting says."""
    wrong = rows(
        system,
        "SELECT a.public_id FROM ledger.account a LEFT JOIN LATERAL ("
        "   SELECT p.version, p.balance_after_minor FROM ledger.posting p"
        "   WHERE p.account_id = a.id ORDER BY p.version DESC LIMIT 1) last ON true"
        " WHERE coalesce(last.version, 0) <> a.version OR coalesce(last.balance_after_minor, 0)"
        "   <> a.posted_credits_minor - a.posted_debits_minor",
    )
    assert wrong == []
    (total,) = rows(
        system, "SELECT sum(posted_credits_minor - posted_debits_minor) FROM ledger.account"
    )
    assert total == (0,)


async def verified(system: System) -> None:
    """Every row of the ledger proves every other."""
    async with opened(system.database_url) as db, db.read() as tx:
        assert (await ledger.verify(tx)).damages == ()


async def everybody_is_told(load: Load) -> float:
    """The moment when each movement had its two notifications, and there were no others."""
    expected = Counter(
        (who.id, order.answer["id"])
        for order in load.orders
        if order.is_done and order.is_send
        for who in (order.who, order.payee)
        if who is not None
    )

    def told() -> Counter[tuple[str, str]]:
        found = rows(
            load.system,
            "SELECT person::text, data->>'subject' FROM notifications.notification"
            " WHERE kind IN ('sent', 'received', 'request_paid')"
            " AND person = ANY(%(people)s::uuid[])",
            load,
        )
        return Counter((str(person), str(subject)) for person, subject in found)

    await load.until(lambda: told().total() >= expected.total(), "not everybody was told")
    moment = time.monotonic()
    assert told() == expected
    return moment


def rows(system: System, query: str, load: Load | None = None) -> list[tuple[Any, ...]]:
    """The rows of a query; `%(people)s` are those of a load."""
    people = {"people": [who.id for who in load.people]} if load else None
    with psycopg.connect(system.database_url, autocommit=True) as connection:
        return connection.execute(query, people).fetchall()  # type: ignore[arg-type]
