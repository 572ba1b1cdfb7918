"""Ledgers at random, and what two ledgers have in common when one came from the other's files."""

from collections.abc import AsyncIterator
from contextlib import aclosing, asynccontextmanager
from pathlib import Path
from typing import Any

from hypothesis import strategies as st
from tests.conftest import copy_database, drop_database, opened
from tests.modules.ledger.given import hold_order

from batua.kit.db import Database, Tx, fetch_all
from batua.kit.ids import new_id
from batua.kit.money import Currency, Money
from batua.kit.refusal import Refusal
from batua.kit.tables import Format
from batua.modules.ledger import service as ledger
from batua.modules.ledger.types import AccountId, AccountKind, Leg, PostOrder
from batua.modules.ledger.types.moving import Sheet, Source

REFS = st.sampled_from(["", "a, b", 'say "so"', "=1+1", "'=1", "two\nlines", "धन", "-", "\\N", " "])
SIDES = st.integers(0, 5)
AMOUNTS = st.one_of(st.integers(1, 300), st.just(10**15))
LEGS = st.lists(st.tuples(SIDES, SIDES, AMOUNTS), min_size=1, max_size=4)
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("post"), LEGS, REFS),
        st.tuples(st.just("hold"), st.tuples(SIDES, SIDES, AMOUNTS), REFS),
        st.tuples(st.just("post_hold"), st.integers(0, 9), st.integers(1, 300)),
        st.tuples(st.just("void"), st.integers(0, 9), st.none()),
        st.tuples(st.just("reverse"), st.integers(0, 30), REFS),
        st.tuples(st.just("close"), SIDES, st.none()),
    ),
    min_size=5,
    max_size=25,
)
"""Accounts 0 and 3 have no floor; 0 to 2 hold INR, 3 to 5 JPY."""


@asynccontextmanager
async def fresh(server_url: str) -> AsyncIterator[Database]:
    """An empty Batua of its own, for as long as the block runs."""
    url = copy_database(server_url)
    try:
        async with opened(url) as db:
            yield db
    finally:
        drop_database(server_url, url)


class Teller:
    """Does the steps that a ledger allows; what it refuses is left out."""

    def __init__(self, db: Database) -> None:
        self.db = db
        self.accounts: list[AccountId] = []
        self.entries: list[Any] = []
        self.holds: list[Any] = []

    async def open(self) -> None:
        for n in range(6):
            async with self.db.transaction() as tx:
                kind = AccountKind.WALLET if n % 3 else AccountKind.CLEARING
                opened = await ledger.open_account(
                    tx,
                    kind=kind,
                    owner=f"owner {n}",
                    currency=Currency("INR" if n < 3 else "JPY"),
                    floor_minor=0 if n % 3 else None,
                )
                self.accounts.append(opened.id)
                if n % 3:
                    source = self.accounts[n - n % 3]
                    await self._post(tx, [Leg(source, opened.id, self._money(n, 500))], "")

    async def tell(self, steps: list[tuple[str, Any, Any]]) -> None:
        await self.open()
        for verb, what, more in steps:
            try:
                async with self.db.transaction() as tx:
                    await self._do(tx, verb, what, more)
            except Refusal:
                continue

    async def _do(self, tx: Tx, verb: str, what: Any, more: Any) -> None:
        match verb:
            case "post":
                legs = [self._leg(*leg) for leg in what]
                await self._post(tx, legs, more)
            case "hold":
                leg = self._leg(*what)
                order = hold_order(leg.debit, leg.credit, leg.amount)
                self.holds.append((await ledger.hold(tx, order)).id)
            case "post_hold" if self.holds:
                hold = await ledger.held(tx, self.holds[what % len(self.holds)])
                part = Money(more, hold.amount.currency)
                self.entries.append(await ledger.post_hold(tx, hold.id, new_id(), part))
            case "void" if self.holds:
                await ledger.void_hold(tx, self.holds[what % len(self.holds)])
            case "reverse" if self.entries:
                entry = self.entries[what % len(self.entries)]
                await ledger.reverse(tx, entry.id, new_id(), more)
            case "close":
                await ledger.close_account(tx, self.accounts[what])

    async def _post(self, tx: Tx, legs: list[Leg], ref: str) -> None:
        order = PostOrder(id=new_id(), kind="send", ref=ref, legs=tuple(legs))
        self.entries.append(await ledger.post(tx, order))

    def _leg(self, debit: int, credit: int, minor: int) -> Leg:
        return Leg(self.accounts[debit], self.accounts[credit], self._money(debit, minor))

    def _money(self, side: int, minor: int) -> Money:
        return Money(minor, Currency("INR" if side < 3 else "JPY"))


async def written(db: Database, folder: Path, format: Format) -> list[Source]:
    """The whole ledger as files."""
    folder.mkdir(parents=True, exist_ok=True)
    async with db.read() as tx:
        return [await _written(tx, sheet, folder, format) for sheet in Sheet]


async def _written(tx: Tx, sheet: Sheet, folder: Path, format: Format) -> Source:
    path = folder / f"{sheet}.{format}"
    async with aclosing(ledger.export(tx, sheet, format)) as blocks:
        path.write_bytes(b"".join([block async for block in blocks]))
    return Source(path, sheet, format, path.stat().st_size)


async def essence(db: Database) -> dict[str, list[tuple[Any, ...]]]:
    """All that a ledger says, without the numbers that are only its own."""
    questions = {
        "accounts": """
            SELECT
                a.public_id, n.kind, n.owner, a.currency, a.floor_minor, a.is_open, n.opened_at,
                a.posted_debits_minor, a.posted_credits_minor, a.pending_debits_minor,
                a.pending_credits_minor, a.version, a.posted_at
            FROM ledger.account AS a
            INNER JOIN ledger.account_name AS n ON n.account_id = a.id
            ORDER BY a.id
        """,
        "entries": """
            SELECT
                e.id, e.recorded_at, e.effective_at, e.reverses, e.hold_id, e.legs, e.kind, e.ref
            FROM ledger.entry AS e
            ORDER BY e.seq
        """,
        "postings": """
            SELECT
                a.public_id, p.version, e.id, p.line, p.amount_minor, p.balance_after_minor
            FROM ledger.posting AS p
            INNER JOIN ledger.entry AS e ON e.seq = p.entry_seq
            INNER JOIN ledger.account AS a ON a.id = p.account_id
            ORDER BY a.public_id, p.version
        """,
        "holds": """
            SELECT
                h.id, d.public_id, c.public_id, h.amount_minor, h.posted_minor, h.held_at,
                h.expires_at, h.resolved_at, h.state, h.kind, h.ref
            FROM ledger.hold AS h
            INNER JOIN ledger.account AS d ON d.id = h.debit_id
            INNER JOIN ledger.account AS c ON c.id = h.credit_id
            ORDER BY h.id
        """,
    }
    async with db.read() as tx:
        return {name: await fetch_all(tx, sql) for name, sql in questions.items()}
