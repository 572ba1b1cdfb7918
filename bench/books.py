"""Posts to the ledger in this process, without HTTP: what the money core alone can do."""

import random
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from batua.kit.db import Database, DatabaseSettings, Tx
from batua.kit.ids import new_id
from batua.kit.money import Currency, Money
from batua.kit.page import encode_cursor
from batua.modules.ledger import service as ledger
from batua.modules.ledger.types import AccountId, AccountKind, Leg, PostOrder

ACCOUNTS = 1_000
POOL = 32
PAGE = 50
RUPEE = Money(100, Currency("INR"))


@dataclass
class Books:
    """A ledger with a thousand wallets that have plenty."""

    db: Database
    posts: ledger.Posts
    wallets: list[AccountId]
    dice: random.Random

    async def post(self, _: int) -> None:
        """One rupee between two wallets, answered when it is durable."""
        await self._post(*self.dice.sample(self.wallets, 2))

    async def post_hot(self, _: int) -> None:
        """One rupee to the same wallet each time, as to a large merchant."""
        await self._post(self.dice.choice(self.wallets[1:]), self.wallets[0])

    async def page(self, _: int) -> None:
        """A page somewhere in the statement of a wallet."""
        wallet = self.dice.choice(self.wallets)
        await self.db.ask(lambda tx: self._read(tx, wallet))

    async def _read(self, tx: Tx, wallet: AccountId) -> None:
        newest = (await ledger.account(tx, wallet)).version
        cursor = encode_cursor((self.dice.randint(1, newest),))
        await ledger.statement(tx, wallet, cursor, PAGE)

    async def _post(self, debit: AccountId, credit: AccountId) -> None:
        legs = (Leg(debit, credit, RUPEE),)
        await self.posts.post(PostOrder(id=new_id(), kind="bench", ref="bench", legs=legs))


@asynccontextmanager
async def books(url: str) -> AsyncIterator[Books]:
    """Open the wallets and fill them."""
    db = Database(DatabaseSettings(url=url, pool_min=POOL, pool_max=POOL))
    await db.open()
    await db.pool.wait()
    try:
        async with db.transaction() as tx:
            source = await ledger.open_account(
                tx,
                kind=AccountKind.CLEARING,
                owner="bench",
                currency=RUPEE.currency,
                floor_minor=None,
            )
            wallets = [await _wallet(tx, source.id) for _ in range(ACCOUNTS)]
        yield Books(db, ledger.Posts(db), wallets, random.Random(7))
    finally:
        await db.close()


async def _wallet(tx: Tx, source: AccountId) -> AccountId:
    opened = await ledger.open_account(
        tx, kind=AccountKind.WALLET, owner=str(new_id()), currency=RUPEE.currency
    )
    much = Money(10_000_000_00, RUPEE.currency)
    legs = (Leg(source, opened.id, much),)
    await ledger.post(tx, PostOrder(id=new_id(), kind="top_up", ref="bench", legs=legs))
    return opened.id
