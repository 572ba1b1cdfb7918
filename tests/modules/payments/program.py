"""A random program for payments: several tasks at once, in groups and one by one.

What happens has a place in one order, as in the ledger's program: a payment that of its entry, all
else one that is drawn while its rows are locked. A refusal lies between two places.
"""

import asyncio
import random
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from tests.modules.ledger.program import place_of
from tests.modules.payments.given import Someone, inr
from tests.modules.payments.model import Order

from batua.kit import clock
from batua.kit.db import Database
from batua.kit.ids import new_id
from batua.kit.refusal import Refusal
from batua.kit.secrets import KeyRing
from batua.modules.identity.types import PersonId
from batua.modules.payments import service as payments
from batua.modules.payments.types import Actor, AskOrder, PayOrder, RequestId, SendOrder

NOTES = ("rent", "rent for May", "chai", "चाय और नाश्ता", "tickets; train", "", "it's yours")


@dataclass
class Seen:
    """A step as it was seen from outside; see the ledger's program.

    wish    an order, or who ends which request how
    answer  the id of what was made, or the code of the refusal
    """

    wish: Order | tuple[UUID, str, UUID]
    now: datetime
    first: int
    last: int
    place: int | None
    answer: UUID | str
    balance: int | None = None


@dataclass
class Program:
    """One run."""

    db: Database
    keys: KeyRing
    people: list[Someone]
    orders: list[Order] = field(default_factory=list)
    requests: list[tuple[UUID, Order]] = field(default_factory=list)
    seen: list[Seen] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.sends = payments.Sends(self.db, self.keys)
        self.by_id: dict[UUID, Someone] = {who.id: who for who in self.people}

    async def run(self, dice: random.Random, tasks: int, steps: int) -> None:
        """Let tasks do so many steps together."""
        share = max(1, steps // tasks)
        await asyncio.gather(*(self.one(random.Random(dice.random()), share) for _ in range(tasks)))

    async def one(self, dice: random.Random, steps: int) -> None:
        for _ in range(steps):
            await dice.choices(
                [self.send, self.ask, self.pay, self.end, self.repeat], [10, 4, 5, 2, 4]
            )[0](dice)

    async def send(self, dice: random.Random) -> None:
        payer, payee = dice.sample(self.people, 2)
        top = dice.choice([20_00, 70_00, 120_00])
        await self.act(dice, self.order(dice, "send", payer.id, payee.id, dice.randint(1, top)))

    async def ask(self, dice: random.Random) -> None:
        asker, payer = dice.sample(self.people, 2)
        await self.act(dice, self.order(dice, "ask", asker.id, payer.id, dice.randint(1, 70_00)))

    def order(
        self, dice: random.Random, verb: str, actor: UUID, other: UUID, minor: int, **more: Any
    ) -> Order:
        key, note = str(new_id()), dice.choice(NOTES)
        made = Order(verb, actor, other, minor, note, key, has_pin=dice.random() < 0.7)
        made = replace(made, **more)
        self.orders.append(made)
        return made

    async def pay(self, dice: random.Random) -> None:
        if not self.requests:
            return
        id, asked = dice.choice(self.requests[-8:])
        payer = dice.choice(self.people).id if dice.random() < 0.1 else asked.other
        order = self.order(
            dice, "pay", payer, asked.actor, asked.minor, note=asked.note, request=id
        )
        await self.act(dice, order)

    async def end(self, dice: random.Random) -> None:
        if not self.requests:
            return
        id, asked = dice.choice(self.requests[-8:])
        verb = dice.choice(["decline", "cancel"])
        right = asked.other if verb == "decline" else asked.actor
        actor = dice.choice(self.people).id if dice.random() < 0.2 else right
        await self.act(dice, (id, verb, actor))

    async def repeat(self, dice: random.Random) -> None:
        """An order again under its key, perhaps while it is under way, or another one."""
        if not self.orders:
            return
        order = dice.choice(self.orders[-10:] if dice.random() < 0.7 else self.orders)
        if order.verb != "pay" and dice.random() < 0.3:
            order = replace(order, minor=order.minor + 1)
        await self.act(dice, order)

    async def act(self, dice: random.Random, wish: Any) -> None:
        first, place, balance = await self.place(), None, None
        answer: UUID | str
        try:
            if isinstance(wish, tuple):
                answer, place = await self.ended(*wish)
            elif wish.verb == "ask":
                answer, place = await self.asked(wish)
                self.requests.append((answer, wish))
            else:
                answer, balance = await self.moved(dice, wish)
        except Refusal as refusal:
            answer = refusal.code
        last = await self.place()
        self.seen.append(Seen(wish, clock.now(), first, last, place, answer, balance))

    async def moved(self, dice: random.Random, order: Order) -> tuple[UUID, int]:
        who = self.by_id[order.actor]
        actor = who.actor if order.has_pin else who.actor_without_pin
        is_alone = dice.random() < 0.4
        if order.request is not None:
            answer = RequestId(order.request)
            view = await self.paid(PayOrder(actor, answer, order.key), is_alone=is_alone)
        else:
            view = await self.sent(actor, order, is_alone=is_alone)
        assert view.payment.payer_balance is not None
        return view.payment.id, view.payment.payer_balance.minor

    async def sent(self, actor: Actor, order: Order, *, is_alone: bool) -> Any:
        wish = SendOrder(actor, PersonId(order.other), inr(order.minor), order.note, order.key)
        if not is_alone:
            return await self.sends.send(wish)
        async with self.db.transaction() as tx:
            return await payments.send(tx, self.keys, wish)

    async def paid(self, wish: PayOrder, *, is_alone: bool) -> Any:
        if not is_alone:
            return await self.sends.pay_request(wish)
        async with self.db.transaction() as tx:
            return await payments.pay_request(tx, self.keys, wish)

    async def asked(self, order: Order) -> tuple[UUID, int]:
        wish = AskOrder(
            asker=PersonId(order.actor),
            payer=PersonId(order.other),
            amount=inr(order.minor),
            note=order.note,
            expires_in_days=1,
            key=order.key,
        )
        async with self.db.transaction() as tx:
            view = await payments.ask(tx, self.keys, wish)
            return view.request.id, await place_of(tx)

    async def ended(self, request: UUID, verb: str, actor: UUID) -> tuple[UUID, int]:
        verbs: dict[str, Callable[..., Awaitable[Any]]] = {
            "decline": payments.decline,
            "cancel": payments.cancel_request,
        }
        async with self.db.transaction() as tx:
            await verbs[verb](tx, self.keys, PersonId(actor), request)
            return request, await place_of(tx)

    async def place(self) -> int:
        async with self.db.statement() as tx:
            return await place_of(tx)
