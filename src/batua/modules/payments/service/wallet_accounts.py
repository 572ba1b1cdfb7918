"""Wallets: one a person and currency, each an account of the ledger."""

from collections.abc import AsyncGenerator, Awaitable, Callable, Collection, Sequence
from datetime import datetime
from uuid import UUID

from batua.kit import clock, journal
from batua.kit.db import Database, Tx
from batua.kit.lane import Lane
from batua.kit.money import Currency, Money
from batua.kit.page import Page
from batua.kit.replica import Mark
from batua.kit.tables import Format
from batua.modules.identity.types import PersonId
from batua.modules.ledger import service as ledger
from batua.modules.ledger.types import AccountId, AccountKind, StatementLine
from batua.modules.payments.errors import NoWalletOfYours, PayeeHasNoWallet, WalletNotFound
from batua.modules.payments.settings import payments_settings
from batua.modules.payments.store import wallet as wallet_store
from batua.modules.payments.store.wallet import WalletName
from batua.modules.payments.types import Wallet, WalletOpened, WalletView


def default_currency() -> Currency:
    """The currency in which everybody has a wallet."""
    return payments_settings().default_currency


async def open_wallet(tx: Tx, person: PersonId, currency: Currency) -> Wallet:
    """Open a person's wallet in a currency.

    repeat   returns the first
    states   WalletOpened, the first time
    """
    account = await ledger.open_account(
        tx, kind=AccountKind.WALLET, owner=str(person), currency=currency, floor_minor=0
    )
    wallet = Wallet(account.id, person, currency, clock.now())
    if await wallet_store.add(tx, wallet):
        await journal.state(
            tx,
            WalletOpened(
                subject=account.id,
                actor=person,
                audience=(person,),
                person=person,
                currency=str(currency),
            ),
        )
        return wallet
    first = await wallet_store.find(tx, person, currency)
    assert first is not None, "a wallet that conflicts exists"
    return first


async def wallets(tx: Tx, person: PersonId) -> list[WalletView]:
    """A person's wallets, oldest first; the default one is opened if it is not yet."""
    mine = await wallet_store.list_of(tx, person)
    if all(wallet.currency != default_currency() for wallet in mine):
        mine.append(await open_wallet(tx, person, default_currency()))
    accounts = {a.id: a for a in await ledger.accounts(tx, [w.account for w in mine])}
    return [WalletView(wallet, accounts[wallet.account]) for wallet in mine]


async def wallet(tx: Tx, person: PersonId, id: UUID) -> WalletView:
    """One wallet of a person, by its account.

    refuses  WalletNotFound, also for someone else's
    """
    found = await _mine(tx, person, id)
    return WalletView(found, await ledger.account(tx, found.account))


class WalletReader:
    """Reads wallets for many requests by one question to the database."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._lane: Lane[UUID, WalletView | None] = Lane("payments.wallets", self._read)

    async def wallet(self, person: PersonId, id: UUID) -> WalletView:
        """One wallet of a person, as `service.wallet`; refuses WalletNotFound."""
        found = await self._lane.put(id)
        if found is None or found.wallet.person != person:
            raise WalletNotFound
        return found

    async def _read(self, ids: Sequence[UUID]) -> list[WalletView | None]:
        views = await self._db.ask(lambda tx: _views(tx, ids))
        return [views.get(id) for id in ids]


async def _views(tx: Tx, ids: Sequence[UUID]) -> dict[UUID, WalletView]:
    # Whose an account is never changes, so the two questions need not see one moment.
    mine = await wallet_store.find_many(tx, ids)
    found = await ledger.accounts(tx, [wallet.account for wallet in mine.values()])
    accounts = {account.id: account for account in found}
    return {id: WalletView(wallet, accounts[wallet.account]) for id, wallet in mine.items()}


async def balance_at(tx: Tx, person: PersonId, id: UUID, at: datetime) -> Money:
    """What the wallet held at a moment; refuses WalletNotFound."""
    found = await _mine(tx, person, id)
    return await ledger.balance_at(tx, found.account, at)


async def statement(
    tx: Tx, person: PersonId, id: UUID, cursor: str | None, limit: int
) -> Page[StatementLine]:
    """Every movement of the wallet, newest first; refuses WalletNotFound."""
    found = await _mine(tx, person, id)
    return await ledger.statement(tx, found.account, cursor, limit)


async def statement_file(
    db: Database, person: PersonId, id: UUID, format: Format
) -> AsyncGenerator[bytes]:
    """Every movement of the wallet as a file, newest first, streamed; refuses WalletNotFound."""
    own = come_to(person, id)
    account = (await db.report(lambda tx: wallet(tx, person, id), own)).account
    return ledger.export_statement(
        lambda part: db.report(part, own), account.id, account.version, format
    )


def come_to(person: PersonId, id: UUID) -> Callable[[Tx], Awaitable[Mark]]:
    """What `Database.report` compares: how often the wallet was written; refuses WalletNotFound."""

    async def version(tx: Tx) -> int:
        return (await wallet(tx, person, id)).account.version

    return version


async def _mine(tx: Tx, person: PersonId, id: UUID) -> Wallet:
    found = await wallet_store.find_by_account(tx, id)
    if found is None or found.person != person:
        raise WalletNotFound
    return found


async def own_wallet(tx: Tx, person: PersonId, currency: Currency) -> Wallet:
    """The wallet a person pays from; the default one is opened if it is not yet.

    refuses  NoWalletOfYours for another currency that she did not open
    """
    found = await wallet_store.find(tx, person, currency)
    if found is not None:
        return found
    if currency != default_currency():
        raise NoWalletOfYours
    return await open_wallet(tx, person, currency)


async def wallet_accounts_of(
    tx: Tx, names: Collection[tuple[PersonId, Currency]]
) -> dict[tuple[PersonId, Currency], AccountId]:
    """The accounts of wallets, by person and currency; those that are not opened are left out."""
    found = await wallet_store.accounts(tx, {WalletName(*name) for name in names})
    return {(name.person, name.currency): account for name, account in found.items()}


async def wallet_of_payee(tx: Tx, person: PersonId, currency: Currency) -> Wallet:
    """The wallet a person is paid into; the default one is opened if it is not yet.

    Money in a currency that the payee never chose would lie there unusable, so it is refused.

    refuses  PayeeHasNoWallet
    """
    try:
        return await own_wallet(tx, person, currency)
    except NoWalletOfYours:
        raise PayeeHasNoWallet from None


async def both_wallets(
    tx: Tx, payer: PersonId, payee: PersonId, currency: Currency
) -> tuple[Wallet, Wallet]:
    """The payer's wallet and the payee's, their accounts held until the transaction ends.

    One send an account at a time: else two would read the sum of the day before either wrote its
    own.

    Wallets that are opened here are opened in the order of the people, so that two who pay each
    other for the first time do not wait for one another.

    refuses  NoWalletOfYours, PayeeHasNoWallet
    """
    found: dict[PersonId, Wallet] = {}
    for person in sorted((payer, payee)):
        open_for = own_wallet if person == payer else wallet_of_payee
        found[person] = await open_for(tx, person, currency)
    await ledger.lock(tx, [wallet.account for wallet in found.values()])
    return found[payer], found[payee]
