"""People with wallets, money in them, a PIN given, and what the tests of payments ask again."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID
from weakref import WeakKeyDictionary

import pytest
from obstore.store import MemoryStore

from batua.kit import clock, ids, journal
from batua.kit.caller import Caller
from batua.kit.db import Database, fetch_all, fetch_value
from batua.kit.files import Files
from batua.kit.money import Currency, Money
from batua.kit.page import Page
from batua.kit.refusal import Refusal
from batua.kit.secrets import KeyRing
from batua.modules.identity import service as identity
from batua.modules.identity.types import NewPerson, Person, PersonId
from batua.modules.ledger import service as ledger
from batua.modules.ledger.types import AccountKind, Leg, PostOrder
from batua.modules.payments import service as payments
from batua.modules.payments.errors import DayLimitReached
from batua.modules.payments.types import (
    Actor,
    AskOrder,
    HistoryFilter,
    PaymentView,
    PayOrder,
    RequestId,
    SendOrder,
)

PIN = "482916"
MIDNIGHT = datetime(2027, 3, 9, 18, 30, tzinfo=UTC)
"""In India."""


# How the tests send: gathered into groups, as the handlers do, or each in a transaction of its own.
class Way:
    """How: `alone` is set by the fixture `both_ways`."""

    alone: bool = False


_sends: WeakKeyDictionary[Database, payments.Sends] = WeakKeyDictionary()
CHEAP = identity.HashSettings(memory_kib=64)


def inr(minor: int) -> Money:
    return Money(minor, Currency("INR"))


def usd(minor: int) -> Money:
    return Money(minor, Currency("USD"))


@dataclass(frozen=True)
class Someone:
    """A person who is signed in, with the PIN given or not."""

    person: Person
    caller: Caller
    access_token: str
    step_up: str

    @property
    def id(self) -> PersonId:
        return self.person.id

    @property
    def actor(self) -> Actor:
        return Actor(self.id, self.caller.session, self.step_up)

    @property
    def actor_without_pin(self) -> Actor:
        return Actor(self.id, self.caller.session, None)


async def someone(
    db: Database, keys: KeyRing, name: str, phone: str, *, money: int = 0, **profile: Any
) -> Someone:
    """A person with so many paise in her wallet."""
    async with db.transaction() as tx:
        person = await identity.register_directly(
            tx, keys, NewPerson(phone=phone, name=name, pin=PIN, **profile), identity.Hasher(CHEAP)
        )
        signed = await identity.open_session(tx, keys, person, identity.Place(None, "Phone"))
        await payments.open_wallet(tx, person.id, Currency("INR"))
    caller = Caller(person.id, signed.session, signed.device, person.roles, person.language)
    found = Someone(person, caller, signed.access_token, await prove(db, keys, caller))
    if money:
        await fund(db, found, inr(money))
    return found


async def prove(db: Database, keys: KeyRing, caller: Caller) -> str:
    """The PIN given now: a proof that is good for five minutes."""
    return (await identity.step_up(db, means(keys), caller, PIN)).token


def means(keys: KeyRing) -> identity.Means:
    async def nobody(_tx: Any, _message: Any) -> None:
        return None

    return identity.Means(keys, identity.Hasher(CHEAP), nobody, Files(MemoryStore()))


async def fund(db: Database, who: Someone, amount: Money) -> None:
    """Money from outside, as a settled top-up would bring it."""
    async with db.transaction() as tx:
        outside = await ledger.open_account(
            tx,
            kind=AccountKind.CLEARING,
            owner="test",
            currency=amount.currency,
            floor_minor=None,
        )
        wallet = await payments.open_wallet(tx, who.id, amount.currency)
        await ledger.post(
            tx,
            PostOrder(
                id=ids.new_id(),
                kind="top_up",
                ref=str(ids.new_id()),
                legs=(Leg(outside.id, wallet.account, amount),),
            ),
        )


def order(
    payer: Someone,
    payee: Someone,
    amount: Money,
    *,
    key: str | None = None,
    note: str = "",
    pin: bool = True,
) -> SendOrder:
    actor = payer.actor if pin else payer.actor_without_pin
    return SendOrder(actor, payee.id, amount, note, key or str(ids.new_id()))


async def send(
    db: Database,
    keys: KeyRing,
    payer: Someone,
    payee: Someone,
    amount: Money,
    **more: Any,
) -> PaymentView:
    screens = more.pop("screens", ())
    return await send_order(db, keys, order(payer, payee, amount, **more), screens)


def lane(db: Database, keys: KeyRing) -> payments.Sends:
    """The fast lane of this database, one for all tasks of a test."""
    return _sends.setdefault(db, payments.Sends(db, keys))


async def send_order(
    db: Database, keys: KeyRing, wanted: SendOrder, screens: Any = ()
) -> PaymentView:
    """Send in the way that the test is run with."""
    if screens or Way.alone:
        async with db.transaction() as tx:
            return await payments.send(tx, keys, wanted, screens)
    return await lane(db, keys).send(wanted)


async def ask(
    db: Database, keys: KeyRing, asker: Someone, payer: Someone, amount: Money, **more: Any
) -> RequestId:
    """An open request; its id."""
    async with db.transaction() as tx:
        view = await payments.ask(tx, keys, ask_order(asker, payer, amount, **more))
    return view.request.id


def ask_order(asker: Someone, payer: Someone, amount: Money, **more: Any) -> AskOrder:
    return AskOrder(
        asker=asker.id,
        payer=payer.id,
        amount=amount,
        note=more.get("note", ""),
        expires_in_days=more.get("days", 7),
        key=more.get("key", str(ids.new_id())),
    )


async def pay(
    db: Database,
    keys: KeyRing,
    payer: Someone,
    request: RequestId,
    *,
    key: str | None = None,
    pin: bool = True,
) -> PaymentView:
    actor = payer.actor if pin else payer.actor_without_pin
    pay_order = PayOrder(actor, request, key or str(ids.new_id()))
    if Way.alone:
        async with db.transaction() as tx:
            return await payments.pay_request(tx, keys, pay_order)
    return await lane(db, keys).pay_request(pay_order)


async def balance(db: Database, who: Someone, currency: str = "INR") -> int:
    async with db.transaction() as tx:
        wallet = await payments.open_wallet(tx, who.id, Currency(currency))
        return (await ledger.account(tx, wallet.account)).balance.minor


async def history(db: Database, keys: KeyRing, who: Someone, **wanted: Any) -> Page[PaymentView]:
    cursor, limit = wanted.pop("cursor", None), wanted.pop("limit", 100)
    async with db.read() as tx:
        return await payments.history(tx, keys, who.id, HistoryFilter(**wanted), cursor, limit)


@dataclass(frozen=True)
class Picture:
    """What a refusal must leave as it was."""

    balances: list[tuple[Any, ...]]
    entries: int
    payments: int
    requests: list[tuple[Any, ...]]
    claims: int
    facts: int


async def picture(db: Database) -> Picture:
    """Everything that a refused order could have touched."""
    async with db.read() as tx:
        return Picture(
            balances=await fetch_all(
                tx,
                "SELECT id, posted_debits_minor, posted_credits_minor, pending_debits_minor,"
                " pending_credits_minor, version FROM ledger.account ORDER BY id",
            ),
            entries=await fetch_value(tx, "SELECT count(*) FROM ledger.entry"),
            payments=await fetch_value(tx, "SELECT count(*) FROM payments.payment"),
            requests=await fetch_all(
                tx, "SELECT id, status, reminded_at FROM payments.request ORDER BY id"
            ),
            claims=await fetch_value(tx, "SELECT count(*) FROM payments.key"),
            facts=len(await journal.facts(tx)),
        )


async def refused(
    db: Database, keys: KeyRing, wanted: SendOrder, refusal: type[Refusal], screens: Any = ()
) -> Refusal:
    """Send, be refused, and find that nothing moved, nothing was written, no fact was stated."""
    before = await picture(db)
    with pytest.raises(refusal) as caught:
        await send_order(db, keys, wanted, screens)
    assert await picture(db) == before
    return caught.value


async def sum_of_all_balances(db: Database) -> int:
    async with db.read() as tx:
        return int(
            await fetch_value(
                tx,
                "SELECT coalesce(sum(posted_credits_minor - posted_debits_minor), 0)"
                " FROM ledger.account",
            )
        )


async def facts(db: Database, *kinds: str) -> list[Any]:
    async with db.read() as tx:
        return await journal.facts(tx, kinds)


def stranger() -> UUID:
    """An id that belongs to nothing."""
    return ids.new_id()


async def check_midnight(
    db: Database, keys: KeyRing, who: Someone, spend: Callable[[Someone, int], Awaitable[object]]
) -> None:
    """No day's cap is passed by an order in the midst of which the clock goes back over midnight.

    spend  so many paise of hers, by an order that her limits count
    """
    soon = timedelta(seconds=30)
    await fund(db, who, inr(101_000_00))
    with clock.frozen(MIDNIGHT - soon):
        who = replace(who, step_up=await prove(db, keys, who.caller))
        await spend(who, 50_000_00)
        await spend(who, 50_000_00)  # her day is full
    outcomes = set()
    for reads in range(16):
        told = [MIDNIGHT - soon] + [MIDNIGHT + soon] * reads
        clock.set_clock(lambda told=told: told.pop() if len(told) > 1 else told[0])
        try:
            await spend(who, 1_00)
            outcomes.add("made")
        except DayLimitReached:
            outcomes.add("refused")
        finally:
            clock.set_clock(None)
    async with db.transaction() as tx:
        that_day = await fetch_value(
            tx,
            "SELECT sum(amount_minor) FROM payments.payment"
            " WHERE payer = %(who)s AND created_at < %(midnight)s",
            {"who": who.id, "midnight": MIDNIGHT},
        )
    assert that_day == 100_000_00
    assert outcomes == {"made", "refused"}
