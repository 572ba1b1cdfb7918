"""The wallet table: which account of the ledger is whose."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

from batua.kit.db import Tx, array_of, execute, fetch_all, fetch_one
from batua.kit.money import Currency
from batua.modules.identity.types import PersonId
from batua.modules.ledger.types import AccountId
from batua.modules.payments.types import Wallet

COLUMNS = "account, person, currency, opened_at"


@dataclass(frozen=True, slots=True)
class Row:
    """A row as it lies in the table."""

    account: UUID
    person: UUID
    currency: str
    opened_at: datetime

    def to_wallet(self) -> Wallet:
        return Wallet(
            AccountId(self.account),
            PersonId(self.person),
            Currency(self.currency),
            self.opened_at,
        )


class WalletName(NamedTuple):
    """What names a wallet: a person has one in each currency."""

    person: PersonId
    currency: Currency


async def accounts(tx: Tx, names: Collection[WalletName]) -> dict[WalletName, AccountId]:
    """The accounts of wallets; those that are not opened are left out."""
    rows = await fetch_all(
        tx,
        "SELECT w.person, w.currency, w.account FROM payments.wallet AS w"
        " JOIN unnest(%(people)s::uuid[], %(currencies)s::text[]) AS n (person, currency)"
        " ON w.person = n.person AND w.currency = n.currency",
        {
            "people": array_of(name.person for name in names),
            "currencies": array_of(name.currency for name in names),
        },
    )
    return {
        WalletName(PersonId(person), Currency(currency)): AccountId(account)
        for person, currency, account in rows
    }


async def add(tx: Tx, wallet: Wallet) -> bool:
    """Write a new wallet; False when the person has one in this currency already."""
    added = await execute(
        tx,
        "INSERT INTO payments.wallet (account, person, currency, opened_at)"
        " VALUES (%(account)s, %(person)s, %(currency)s, %(opened_at)s) ON CONFLICT DO NOTHING",
        {
            "account": wallet.account,
            "person": wallet.person,
            "currency": str(wallet.currency),
            "opened_at": wallet.opened_at,
        },
    )
    return added == 1


async def find(tx: Tx, person: UUID, currency: str) -> Wallet | None:
    """A person's wallet in a currency."""
    return await _one(
        tx,
        "person = %(person)s AND currency = %(currency)s",
        {"person": person, "currency": str(currency)},
    )


async def queue_behind(tx: Tx, person: UUID, currency: str) -> Wallet | None:
    """The wallet, held until the transaction ends: one send a wallet at a time.

    Without the queue two sends would both read the sum of the day before either wrote its own.
    """
    return await _one(
        tx,
        "person = %(person)s AND currency = %(currency)s FOR NO KEY UPDATE",
        {"person": person, "currency": str(currency)},
    )


async def find_by_account(tx: Tx, account: UUID) -> Wallet | None:
    """The wallet of a ledger account."""
    return await _one(tx, "account = %(account)s", {"account": account})


async def find_many(tx: Tx, accounts: Sequence[UUID]) -> dict[UUID, Wallet]:
    """The wallets of these ledger accounts; the caller bounds how many."""
    rows = await fetch_all(
        tx,
        f"SELECT {COLUMNS} FROM payments.wallet WHERE account = ANY(%(ids)s::uuid[])",  # noqa: S608
        {"ids": array_of(accounts)},
        row=Row,
    )
    return {row.account: row.to_wallet() for row in rows}


async def list_of(tx: Tx, person: UUID) -> list[Wallet]:
    """All wallets of a person, oldest first; a currency each, so the world bounds the list."""
    rows = await fetch_all(
        tx,
        f"SELECT {COLUMNS} FROM payments.wallet WHERE person = %(person)s"  # noqa: S608
        " ORDER BY opened_at, account",
        {"person": person},
        row=Row,
    )
    return [row.to_wallet() for row in rows]


async def _one(tx: Tx, where: str, params: dict[str, Any]) -> Wallet | None:
    row = await fetch_one(
        tx,
        f"SELECT {COLUMNS} FROM payments.wallet WHERE {where}",  # noqa: S608
        params,
        row=Row,
    )
    return None if row is None else row.to_wallet()
