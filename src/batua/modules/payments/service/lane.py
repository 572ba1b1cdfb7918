"""The fast lane: sends that come one by one are committed in groups.

A send that the group cannot make just so (a key used before, a limit, too little money, a wallet
that is not opened yet) goes the way of single payments, which makes it or says why not. So the
outcome is one that the orders could have had one after another, and every refusal is the same.

The day counters that the lane keeps are a copy of what the payments say; see `store.spent`.
"""

import time
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from batua.kit import clock, ids
from batua.kit.db import Database
from batua.kit.lane import Lane, Stalls, in_parts
from batua.kit.money import Money
from batua.kit.once import request_hash
from batua.kit.refusal import Refusal
from batua.kit.secrets import KeyRing
from batua.modules.identity import service as identity
from batua.modules.identity.types import Person, PersonId
from batua.modules.ledger import service as ledger
from batua.modules.payments.rules import limits as limit_rules
from batua.modules.payments.rules import words
from batua.modules.payments.service import asking, sending
from batua.modules.payments.service.people import party_of
from batua.modules.payments.service.sending import Transfer
from batua.modules.payments.store import lane as lane_store
from batua.modules.payments.store import request as request_store
from batua.modules.payments.store import wallet as wallet_store
from batua.modules.payments.store.lane import Item, Placed
from batua.modules.payments.store.wallet import WalletName
from batua.modules.payments.types import (
    Actor,
    Party,
    PaymentId,
    PaymentView,
    PayOrder,
    Request,
    Screen,
    SendOrder,
    Span,
)

PEOPLE_KEPT: Final = 20_000
PEOPLE_KEPT_S: Final = 30
"""A new name may be shown by an answer so much later; every list shows it at once."""
PAIRS_KEPT: Final = 100_000


@dataclass(frozen=True, slots=True)
class _Wish:
    """What is about to be sent, before anything is looked up."""

    payer: Actor
    payee: PersonId
    amount: Money
    note: str
    key: str
    request_hash: bytes
    request: Request | None = None


@dataclass(frozen=True, slots=True)
class _Known:
    """What the lane needs of a person, made once."""

    time_zone: str
    party: Party


class Sends:
    """Sends of one process: gathered, and each group committed by one call.

    screens  asked before each send; while there are any, sends go one by one
    """

    def __init__(self, db: Database, keys: KeyRing, screens: Sequence[Screen] = ()) -> None:
        self._db = db
        self._keys = keys
        self._screens = screens
        self._lane: Lane[Item, Placed | None] = Lane("payments.send", self._place)
        self._stalls: Stalls[Item, WalletName] = Stalls(_wallets_of, self._taken)
        self._asked: Lane[PersonId, Person | None] = Lane("payments.people", self._look_up)
        # By whole numbers: Python compares two UUIDs in a function of its own.
        self._people: dict[int, _Known] = {}
        self._people_until = time.monotonic()
        self._acquainted: set[tuple[int, int]] = set()
        self._spans: dict[str, Span] = {}

    async def send(self, order: SendOrder) -> PaymentView:
        """Move money from one person to another; all is as in `service.send`."""
        limit_rules.check_positive(order.amount)
        note = words.note(order.note)
        amount = order.amount
        hashed = request_hash("send", order.payee, amount.minor, amount.currency, note)
        wish = _Wish(order.payer, order.payee, amount, note, order.key, hashed)
        view = await self._try(wish)
        if view is not None:
            return view
        async with self._db.transaction() as tx:
            return await sending.send(tx, self._keys, order, self._screens)

    async def pay_request(self, order: PayOrder) -> PaymentView:
        """Answer a request with the money; all is as in `service.pay_request`."""
        async with self._db.statement() as tx:
            request = await request_store.find(tx, order.request)
        if request is not None and request.payer == order.payer.person:
            hashed = request_hash("pay_request", order.request)
            wish = _Wish(
                order.payer,
                request.asker,
                request.amount,
                request.note,
                order.key,
                hashed,
                request,
            )
            view = await self._try(wish)
            if view is not None:
                return view
        async with self._db.transaction() as tx:
            return await asking.pay_request(tx, self._keys, order, self._screens)

    async def drained(self) -> None:
        """Wait until every order that was handed in is done."""
        await self._lane.drained()

    async def _try(self, wish: _Wish) -> PaymentView | None:
        """The payment, or None when it must go the way of single payments."""
        if self._screens:
            return None
        payer = await self._person(wish.payer.person)
        payee = await self._person(wish.payee)
        if payer is None or payee is None:
            return None
        pair = (wish.payer.person.int, wish.payee.int)
        id = PaymentId(ids.new_id())
        item = Item(
            id=id,
            payer=wish.payer.person,
            payee=wish.payee,
            amount=wish.amount,
            note=wish.note,
            code=words.reference(id),
            key=wish.key,
            request_hash=wish.request_hash,
            request=None if wish.request is None else wish.request.id,
            has_pin=await self._has_pin(wish.payer),
            is_acquainted=pair in self._acquainted,
            time_zone=payer.time_zone,
        )
        placed = await self._lane.put(item)
        if placed is None:
            return None
        if len(self._acquainted) >= PAIRS_KEPT:
            self._acquainted.clear()
        self._acquainted.add(pair)
        order = SendOrder(wish.payer, wish.payee, wish.amount, wish.note, wish.key)
        currency = wish.amount.currency
        balances = (
            Money(placed.payer_balance_minor, currency),
            Money(placed.payee_balance_minor, currency),
        )
        payment = sending.sent(Transfer(id, order, item.request), balances, placed.at, item.code)
        return PaymentView(payment, item.payer, payee.party)

    async def _person(self, id: PersonId) -> _Known | None:
        now = time.monotonic()
        if now > self._people_until or len(self._people) >= PEOPLE_KEPT:
            self._people, self._people_until = {}, now + PEOPLE_KEPT_S
        found = self._people.get(id.int)
        if found is None:
            kept = self._people
            person = await self._asked.put(id)
            if person is not None:
                found = kept[id.int] = _Known(person.time_zone, party_of(person, is_known=True))
        return found

    async def _look_up(self, ids: Sequence[PersonId]) -> list[Person | None]:
        async with self._db.transaction() as tx:
            found = await identity.people(tx, self._keys, ids)
        return [found.get(id) for id in ids]

    async def _has_pin(self, payer: Actor) -> bool:
        if payer.step_up is None:
            return False
        try:
            async with self._db.transaction() as tx:
                await identity.require_step_up(tx, self._keys, payer.session, payer.step_up)
        except Refusal:
            return False  # if the PIN is needed, the way of single payments says what is wrong
        return True

    async def _place(self, items: Sequence[Item]) -> Sequence[Placed | Exception | None]:
        """Make a group; None for each that must go the way of single payments.

        When the connection is lost it is not known whether the group was made: each of its orders
        then goes the other way, where its key tells.
        """
        return await in_parts("payments.send", items, self._make, self._stalls)

    async def _taken(self, names: Collection[WalletName]) -> set[WalletName]:
        """Whose wallets are in somebody else's hands at this moment."""
        async with self._db.lane() as tx:
            accounts = await wallet_store.accounts(tx, names)
        taken = await ledger.taken(self._db, accounts.values())
        return {name for name, account in accounts.items() if account in taken}

    async def _make(self, items: Sequence[Item]) -> Sequence[Placed | None]:
        at = clock.now()
        spans = [self._span(item.time_zone, at) for item in items]
        async with self._db.lane() as tx:
            return await lane_store.send(tx, items, spans, limit_rules.DEFAULT_TIER, at)

    def _span(self, time_zone: str, at: datetime) -> Span:
        known = self._spans.get(time_zone)
        if known is None or not known.day <= at < known.day_end:
            known = self._spans[time_zone] = limit_rules.span(at, time_zone)
        return known


def _wallets_of(item: Item) -> tuple[WalletName, WalletName]:
    currency = item.amount.currency
    return WalletName(item.payer, currency), WalletName(item.payee, currency)
