"""Accounts, entries and holds: what moves money, and what tells where it is."""

from collections.abc import Collection, Sequence
from datetime import datetime
from functools import partial
from typing import Final
from uuid import UUID

from batua.kit import clock
from batua.kit.db import Database, Tx
from batua.kit.ids import new_id
from batua.kit.lane import Lane, Stalls, in_parts
from batua.kit.money import Currency, Money
from batua.kit.page import MAX_LIMIT, Page, Place, decode_cursor, page_of
from batua.kit.refusal import BadCursor
from batua.modules.ledger import rules
from batua.modules.ledger.errors import (
    NoSuchAccount,
    NoSuchEntry,
    NoSuchHold,
    WrongCurrency,
)
from batua.modules.ledger.store import accounts as account_store
from batua.modules.ledger.store import entries as entry_store
from batua.modules.ledger.store import holds as hold_store
from batua.modules.ledger.types import (
    Account,
    AccountId,
    AccountKind,
    Entry,
    EntryId,
    Hold,
    HoldOrder,
    Posted,
    PostOrder,
    StatementLine,
)

EXPIRY_BATCH: Final = 200
"""Holds given back by one transaction of the sweeper: its locks last a few milliseconds."""


async def open_account(
    tx: Tx, *, kind: AccountKind, owner: str, currency: Currency, floor_minor: int | None = 0
) -> Account:
    """Open an account.

    owner        an opaque reference of the caller's, 1 to 255 characters
    floor_minor  the least available balance in minor units, zero or below; None for none
    repeat       the same kind, owner and currency returns the first account, with its own floor
    """
    opened = await account_store.open_account(
        tx, (kind, owner, currency), floor_minor, new_id=new_id(), at=clock.now()
    )
    return await account(tx, opened)


async def account(tx: Tx, id: AccountId) -> Account:
    """One account as it stands.

    refuses  NoSuchAccount
    """
    found = await account_store.by_ids(tx, [id])
    if not found:
        raise NoSuchAccount
    return found[0]


async def accounts(tx: Tx, ids: Collection[AccountId]) -> list[Account]:
    """Many accounts, in the order of their ids as given, all of one moment.

    refuses  NoSuchAccount when one of them is unknown
    """
    found = {each.id: each for each in await account_store.by_ids(tx, ids)}
    if any(id not in found for id in ids):
        raise NoSuchAccount
    return [found[id] for id in ids]


async def find_account(tx: Tx, kind: AccountKind, owner: str, currency: Currency) -> Account | None:
    """The one account of this kind, owner and currency, or None."""
    return await account_store.by_name(tx, kind, owner, currency)


async def lock(tx: Tx, ids: Collection[AccountId]) -> list[Account]:
    """Keep accounts for this transaction and read them: nobody moves their money until it ends.

    A caller that posts more than once in a transaction locks all it will touch first, at once;
    else two such callers may wait for each other.

    refuses  NoSuchAccount
    """
    await account_store.lock(tx, ids)
    return await accounts(tx, ids)


async def taken(db: Database, ids: Collection[AccountId]) -> set[AccountId]:
    """Those of the accounts that somebody else's transaction keeps at this moment; waits for none.

    For lanes: it asks on a connection of theirs.
    """
    async with db.lane() as tx:
        return await account_store.taken(tx, ids)


async def close_account(tx: Tx, id: AccountId) -> Account:
    """Close an account to entries and holds.

    repeat   stays closed
    refuses  NoSuchAccount, AccountNotEmpty
    """
    await account_store.set_open(tx, id, is_open=False)
    return await account(tx, id)


async def reopen_account(tx: Tx, id: AccountId) -> Account:
    """Open a closed account again.

    repeat   stays open
    refuses  NoSuchAccount
    """
    await account_store.set_open(tx, id, is_open=True)
    return await account(tx, id)


async def post(tx: Tx, order: PostOrder) -> Entry:
    """Write one entry: all its legs or none; the floor holds for the whole, not for each leg.

    repeat   the same order.id returns the first entry
    refuses  LegsOutOfRange, SameAccount, AmountOutOfRange, NoSuchAccount, AccountClosed,
             WrongCurrency, NotEnoughMoney; EntryConflict when the id has another order
    """
    rules.check_order(order)
    recorded_at = await entry_store.post(tx, order, clock.now())
    if recorded_at is None:
        return rules.same_entry(await entry(tx, order.id), order)
    return _written(order, recorded_at)


async def post_many(tx: Tx, orders: Sequence[PostOrder]) -> list[Posted | None]:
    """Write entries of one leg each, one after another, by one call.

    One that cannot be written just so is left out and harms no other; `post` says why not.

    orders   with accounts that are locked, or a lock of this transaction comes after another
    returns  for each order what it left, or None
    """
    for order in orders:
        rules.check_order(order)
        assert len(order.legs) == 1
        assert order.effective_at is None
    return await entry_store.post_many(tx, orders, clock.now()) if orders else []


class Posts:
    """Posts of one process that come one by one: gathered, and each group committed by one call.

    An entry that the group cannot write just so goes the way of `post`, which writes it or says why
    not; so does each entry of a group that a lost connection leaves in doubt.
    """

    def __init__(self, db: Database) -> None:
        self._db = db
        self._lane: Lane[PostOrder, Posted | None] = Lane("ledger.post", self._place)
        self._stalls: Stalls[PostOrder, AccountId] = Stalls(_accounts_of, partial(taken, db))

    async def post(self, order: PostOrder) -> Entry:
        """Write one entry and answer when it is durable; all is as in `post`."""
        rules.check_order(order)
        posted = None
        if len(order.legs) == 1 and order.effective_at is None:
            posted = await self._lane.put(order)
        if posted is None:
            async with self._db.transaction() as tx:
                return await post(tx, order)
        return _written(order, posted.recorded_at)

    async def _place(self, orders: Sequence[PostOrder]) -> Sequence[Posted | Exception | None]:
        return await in_parts("ledger.post", orders, self._write, self._stalls)

    async def _write(self, orders: Sequence[PostOrder]) -> Sequence[Posted | None]:
        async with self._db.lane() as tx:
            return await entry_store.post_many(tx, orders, clock.now())


def _accounts_of(order: PostOrder) -> tuple[AccountId, ...]:
    return tuple(account for leg in order.legs for account in (leg.debit, leg.credit))


def _written(order: PostOrder, recorded_at: datetime) -> Entry:
    return Entry(
        id=EntryId(order.id),
        kind=order.kind,
        ref=order.ref,
        legs=order.legs,
        recorded_at=recorded_at,
        effective_at=order.effective_at or recorded_at,
    )


async def entry(tx: Tx, id: UUID) -> Entry:
    """One entry with its legs.

    refuses  NoSuchEntry
    """
    found = await entry_store.by_id(tx, id)
    if found is None:
        raise NoSuchEntry
    return found


async def has_entry(tx: Tx, id: UUID) -> bool:
    """Whether there is an entry of this id."""
    return await entry_store.by_id(tx, id) is not None


async def reverse(tx: Tx, entry_id: UUID, reversal_id: UUID, ref: str) -> Entry:
    """Undo an entry by a new one of kind `reversal`, at most once.

    repeat   the same reversal_id returns the first reversal
    refuses  NoSuchEntry, AlreadyReversed, ReversalNotReversible, AccountClosed, NotEnoughMoney;
             EntryConflict when the id has another entry
    """
    await entry_store.reverse(tx, entry_id, reversal_id, ref, clock.now())
    return rules.same_reversal(await entry(tx, reversal_id), entry_id, ref)


async def hold(tx: Tx, order: HoldOrder) -> Hold:
    """Set money aside on order.debit, to be posted to order.credit or given back.

    repeat   the same order.id returns the first hold, whatever became of it
    refuses  SameAccount, AmountOutOfRange, NoSuchAccount, AccountClosed, WrongCurrency,
             NotEnoughMoney, HoldExpired; HoldConflict when the id has another order
    """
    rules.check_hold(order)
    await hold_store.hold(tx, order, clock.now())
    return rules.same_hold(await held(tx, order.id), order)


async def held(tx: Tx, id: UUID) -> Hold:
    """One hold as it stands.

    refuses  NoSuchHold
    """
    found = await hold_store.by_id(tx, id)
    if found is None:
        raise NoSuchHold
    return found


async def post_hold(tx: Tx, hold_id: UUID, entry_id: UUID, amount: Money | None = None) -> Entry:
    """Post a hold as an entry of one leg with the hold's kind and ref; the rest is given back.

    amount   at most what was held; None for all of it
    repeat   the same entry_id and amount returns the first entry
    refuses  NoSuchHold, HoldAlreadyPosted, HoldAlreadyVoided, HoldExpired, MoreThanHeld,
             AmountOutOfRange, WrongCurrency; EntryConflict when the id has another entry
    """
    found = await held(tx, hold_id)
    if amount is not None:
        rules.check_amount(amount)
        if amount.currency != found.amount.currency:
            raise WrongCurrency
    minor = None if amount is None else amount.minor
    await hold_store.post(tx, hold_id, entry_id, minor, clock.now())
    return rules.same_posting(await entry(tx, entry_id), found, amount)


async def void_hold(tx: Tx, hold_id: UUID) -> Hold:
    """Give a hold back. One whose time is over ends as expired: its money is free all the same.

    repeat   a voided or expired hold is returned as it is
    refuses  NoSuchHold, HoldAlreadyPosted
    """
    await hold_store.void(tx, hold_id, clock.now())
    return await held(tx, hold_id)


async def expire_holds(tx: Tx, now: datetime, limit: int = EXPIRY_BATCH) -> int:
    """Give back open holds whose time is over, the oldest first; how many.

    limit   at most so many; call again while this many came back
    repeat  finds none
    """
    return await hold_store.expire(tx, now, limit)


async def balance_at(tx: Tx, account: AccountId, at: datetime) -> Money:
    """The posted balance at a moment, that moment included; zero before the first posting.

    refuses  NoSuchAccount
    """
    found = await account_store.balance_at(tx, account, at)
    if found is None:
        raise NoSuchAccount
    return found


async def statement(
    tx: Tx, account_id: AccountId, cursor: str | None = None, limit: int = 50
) -> Page[StatementLine]:
    """What was posted to an account, the latest first.

    limit    1 to 100 lines a page
    refuses  NoSuchAccount, BadCursor
    """
    of = await account(tx, account_id)
    before = of.version + 1 if cursor is None else decode_cursor(cursor, tuple[Place])[0]
    if not 1 <= before <= of.version + 1:
        raise BadCursor
    size = min(max(limit, 1), MAX_LIMIT)
    lines = await account_store.statement(tx, of, before, size + 1)
    return page_of(lines, size, lambda line: (line.version,))


async def keep_months(tx: Tx, at: datetime) -> int:
    """See to it that the postings of a month and of the two after it have a table each.

    repeat   makes none
    returns  how many were made
    """
    return await account_store.keep_months(tx, at)
