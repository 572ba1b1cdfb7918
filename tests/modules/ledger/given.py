"""Accounts with money on them, and what a test of the ledger asks again and again."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any
from uuid import UUID

from batua.kit import clock
from batua.kit.db import Tx, fetch_all, stated_refusals
from batua.kit.ids import new_id
from batua.kit.money import Currency, Money
from batua.modules.ledger import service as ledger
from batua.modules.ledger.types import (
    Account,
    AccountId,
    AccountKind,
    Hold,
    HoldOrder,
    Leg,
    PostOrder,
)


def inr(minor: int) -> Money:
    return Money(minor, Currency("INR"))


def usd(minor: int) -> Money:
    return Money(minor, Currency("USD"))


async def outside(tx: Tx, currency: str = "INR") -> Account:
    """The account without a floor that money comes from and goes to."""
    return await ledger.open_account(
        tx,
        kind=AccountKind.CLEARING,
        owner="sandbox",
        currency=Currency(currency),
        floor_minor=None,
    )


async def wallet(tx: Tx, minor: int = 0, currency: str = "INR") -> AccountId:
    """A new wallet with a floor of zero and some money from outside."""
    opened = await ledger.open_account(
        tx, kind=AccountKind.WALLET, owner=str(new_id()), currency=Currency(currency)
    )
    if minor:
        source = await outside(tx, currency)
        await ledger.post(
            tx, order(Leg(source.id, opened.id, Money(minor, Currency(currency))), kind="top_up")
        )
    return opened.id


def order(*legs: Leg, id: UUID | None = None, kind: str = "send", ref: str = "a test") -> PostOrder:
    return PostOrder(id=id or new_id(), kind=kind, ref=ref, legs=legs)


def hold_order(
    debit: AccountId, credit: AccountId, amount: Money, *, for_s: int | None = 3600
) -> HoldOrder:
    expires_at = None if for_s is None else clock.now() + timedelta(seconds=for_s)
    return HoldOrder(
        id=new_id(),
        kind="withdraw",
        ref="a test",
        debit=debit,
        credit=credit,
        amount=amount,
        expires_at=expires_at,
    )


async def held(tx: Tx, minor: int, *, of: int, for_s: int | None = 3600) -> Hold:
    """A hold of some money on a new wallet that has `of`."""
    giver, taker = await wallet(tx, of), (await outside(tx)).id
    return await ledger.hold(tx, hold_order(giver, taker, inr(minor), for_s=for_s))


@asynccontextmanager
async def attempt(tx: Tx) -> AsyncIterator[None]:
    """A part of a transaction that may be refused, as Database.transaction() would refuse it."""
    async with stated_refusals(), tx.transaction():
        yield


async def picture(tx: Tx) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of the ledger, to show that a refusal left nothing behind."""
    tables = ("account_name", "account", "entry", "posting", "hold")
    return {
        table: await fetch_all(tx, f"SELECT * FROM ledger.{table} ORDER BY 1, 2, 3")
        for table in tables
    }


async def balance(tx: Tx, account: AccountId) -> int:
    return (await ledger.account(tx, account)).balance.minor


async def available(tx: Tx, account: AccountId) -> int:
    return (await ledger.account(tx, account)).available.minor
