"""A random program for the ledger: several tasks at once, each with a clock of its own.

Everything that happens is given a place in one order. It is drawn from the sequence that numbers
entries, while the step's accounts are still locked, so two steps that could disturb one another
have their places in the order in which they happened. A refusal ends its locks; it is known
between which two places it was given, or exactly when its accounts had been locked before.
"""

import asyncio
import random
from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from tests.modules.ledger.given import attempt
from tests.modules.ledger.steps import Hold, Post, PostHold, Reverse, SetOpen, Step, Sweep, Void

from batua.kit import clock
from batua.kit.db import Database, Tx, fetch_value
from batua.kit.ids import new_id
from batua.kit.money import Currency, Money
from batua.kit.refusal import Refusal
from batua.modules.ledger import service as ledger
from batua.modules.ledger.types import (
    Account,
    AccountId,
    AccountKind,
    HoldOrder,
    Leg,
    PostOrder,
    StatementLine,
)

CURRENCIES = ("INR", "JPY", "KWD")
NOON = datetime(2031, 1, 31, 12, tzinfo=UTC)
PLACES = """
    CREATE FUNCTION public.next_place() RETURNS bigint LANGUAGE sql SECURITY DEFINER
    AS $$ SELECT nextval(pg_get_serial_sequence('ledger.entry', 'seq')) $$;
"""
moment: ContextVar[datetime] = ContextVar("moment", default=NOON)


@dataclass(frozen=True)
class Shape:
    """What a program is like.

    wallets  of each currency; few of them are hot
    money    what each has at first
    wishes   how often each kind of step is wished for
    """

    seed: int
    tasks: int
    wallets: int
    money: int
    wishes: dict[str, int]


@dataclass
class Seen:
    """A step as it was seen from outside.

    first, last  places between which it lies
    place        its own, when it is known
    answer       what it returned, or the class of its refusal
    is_grouped   it went through the lane
    """

    step: Step
    now: datetime
    first: int
    last: int
    place: int | None
    answer: Any
    is_grouped: bool


@dataclass
class Look:
    """What somebody read of an account in one moment."""

    account: Account
    lines: list[StatementLine]
    is_whole: bool
    balances: list[tuple[datetime, int]]


@dataclass
class Program:
    """One run: what there is, and what was seen."""

    db: Database
    shape: Shape
    accounts: list[Account] = field(default_factory=list)
    outside: dict[str, AccountId] = field(default_factory=dict)
    positions: dict[str, AccountId] = field(default_factory=dict)
    orders: list[PostOrder] = field(default_factory=list)
    written: list[PostOrder] = field(default_factory=list)
    holds: list[HoldOrder] = field(default_factory=list)
    reversals: list[Reverse] = field(default_factory=list)
    seen: list[Seen] = field(default_factory=list)
    looks: list[Look] = field(default_factory=list)

    async def run(self, steps: int) -> None:
        """Open the accounts, and let all tasks do so many steps together."""
        dice = random.Random(self.shape.seed)
        self.posts = ledger.Posts(self.db)
        clock.set_clock(moment.get)
        try:
            await self.open_accounts()
            share = max(1, steps // self.shape.tasks)
            tasks = [self.one(random.Random(dice.random()), share) for _ in range(self.shape.tasks)]
            await asyncio.gather(*tasks)
        finally:
            clock.set_clock(None)

    async def open_accounts(self) -> None:
        async with self.db.transaction() as tx:
            for currency in CURRENCIES:
                self.outside[currency] = (await self.open(tx, currency, "clearing", None)).id
                self.positions[currency] = (await self.open(tx, currency, "fx_position", None)).id
                for n in range(self.shape.wallets):
                    await self.open(tx, currency, "wallet", -20 if n == 1 else 0)
        for account in self.accounts:
            if self.shape.money and account.kind is AccountKind.WALLET:
                source = self.outside[account.currency]
                await self.post(random.Random(0), (self.leg(source, account, self.shape.money),))

    async def open(self, tx: Tx, currency: str, kind: str, floor: int | None) -> Account:
        opened = await ledger.open_account(
            tx,
            kind=AccountKind(kind),
            owner=str(new_id()),
            currency=Currency(currency),
            floor_minor=floor,
        )
        self.accounts.append(opened)
        return opened

    async def one(self, dice: random.Random, steps: int) -> None:
        """A task: its clock is hours away from that of the others, and stands still in a step."""
        moment.set(NOON + timedelta(minutes=dice.uniform(-120, 120)))
        verbs: dict[str, Callable[[random.Random], Any]] = {
            "send": self.send,
            "exchange": self.exchange,
            "repeat": self.repeat,
            "reverse": self.reverse,
            "hold": self.hold,
            "resolve": self.resolve,
            "set_open": self.set_open,
            "sweep": self.sweep,
            "look": self.look,
        }
        names, weights = list(self.shape.wishes), list(self.shape.wishes.values())
        for _ in range(steps):
            moment.set(moment.get() + timedelta(seconds=dice.choice([0, 1, 20, -5])))
            await verbs[dice.choices(names, weights)[0]](dice)

    # The steps, and what they are about.

    def leg(self, debit: AccountId, credit: Account, minor: int) -> Leg:
        return Leg(debit, credit.id, Money(minor, credit.currency))

    def some_leg(self, dice: random.Random) -> Leg:
        """Between two accounts, seldom of two currencies."""
        debit = dice.choice(self.accounts)
        may_mix = dice.random() < 0.03
        others = [
            a
            for a in self.accounts
            if a.id != debit.id and (may_mix or a.currency == debit.currency)
        ]
        return Leg(debit.id, dice.choice(others).id, Money(dice.randint(1, 60), debit.currency))

    async def send(self, dice: random.Random) -> None:
        count = dice.choice([1, 1, 1, 1, 2, 4])
        await self.post(dice, tuple(self.some_leg(dice) for _ in range(count)))

    async def exchange(self, dice: random.Random) -> None:
        """Through the position accounts: two currencies, each balanced by itself."""
        wallets = [a for a in self.accounts if a.kind is AccountKind.WALLET]
        giver = dice.choice(wallets)
        taker = dice.choice([a for a in wallets if a.currency != giver.currency])
        paid = Money(dice.randint(1, 60), giver.currency)
        into = self.leg(self.positions[taker.currency], taker, dice.randint(1, 60))
        await self.post(dice, (Leg(giver.id, self.positions[giver.currency], paid), into))

    async def post(self, dice: random.Random, legs: tuple[Leg, ...]) -> None:
        at = moment.get() - timedelta(days=3) if dice.random() < 0.1 else None
        order = PostOrder(id=new_id(), kind="send", ref="", legs=legs, effective_at=at)
        self.orders.append(order)
        if await self.act(dice, Post(order)):
            self.written.append(order)

    async def repeat(self, dice: random.Random) -> None:
        """An old order again, perhaps one that is under way just now, or another under its id."""
        if not self.orders:
            return
        order = dice.choice(self.orders[-20:] if dice.random() < 0.5 else self.orders)
        other = {"ref": "other"}, {"kind": "other"}, {"legs": (*order.legs, order.legs[0])}
        if dice.random() < 0.4:
            order = replace(order, **dice.choice(other))  # type: ignore[arg-type]
        await self.act(dice, Post(order))

    async def reverse(self, dice: random.Random) -> None:
        if self.reversals and dice.random() < 0.2:
            await self.act(dice, dice.choice(self.reversals))
        elif self.written:
            step = Reverse(dice.choice(self.written), new_id())
            if await self.act(dice, step):
                self.reversals.append(step)

    async def hold(self, dice: random.Random) -> None:
        if self.holds and dice.random() < 0.2:
            order = dice.choice(self.holds)
            order = replace(order, ref="other") if dice.random() < 0.3 else order
            await self.act(dice, Hold(order))
            return
        leg, for_s = self.some_leg(dice), dice.choice([None, 0, 30, 600, 7200])
        until = None if for_s is None else moment.get() + timedelta(seconds=for_s)
        order = HoldOrder(
            id=new_id(),
            kind="withdraw",
            ref="",
            debit=leg.debit,
            credit=leg.credit,
            amount=leg.amount,
            expires_at=until,
        )
        if await self.act(dice, Hold(order)):
            self.holds.append(order)

    async def resolve(self, dice: random.Random) -> None:
        if not self.holds:
            return
        order = dice.choice(self.holds[-10:])
        if dice.random() < 0.4:
            await self.act(dice, Void(order))
        else:
            minor = dice.choice([None, dice.randint(1, 60)])
            await self.act(dice, PostHold(order, new_id(), minor))

    async def set_open(self, dice: random.Random) -> None:
        wallets = [a for a in self.accounts if a.kind is AccountKind.WALLET]
        await self.act(dice, SetOpen(dice.choice(wallets).id, dice.random() < 0.7))

    async def sweep(self, dice: random.Random) -> None:
        await self.act(dice, Sweep(moment.get(), dice.randint(1, 5)))

    async def look(self, dice: random.Random) -> None:
        """Read an account, its statement page by page, and balances of other times, at once."""
        some = dice.choice(self.accounts)
        async with self.db.read() as tx:
            all_of_them = await ledger.accounts(tx, [each.id for each in self.accounts])
            account = next(each for each in all_of_them if each.id == some.id)
            lines, cursor, pages = [], None, dice.randint(1, 30)
            while pages:
                page = await ledger.statement(tx, some.id, cursor, limit=dice.randint(1, 12))
                lines += page.items
                cursor, pages = page.next, pages - 1 if page.next else 0
            times = [NOON + timedelta(minutes=dice.uniform(-200, 200)) for _ in range(3)]
            times += [line.recorded_at for line in lines[:2]]
            balances = [(t, (await ledger.balance_at(tx, some.id, t)).minor) for t in times]
        self.looks.append(Look(account, list(lines), cursor is None, balances))
        for currency in CURRENCIES:
            same = [each for each in all_of_them if each.currency == currency]
            assert sum(each.balance.minor for each in same) == 0
            assert sum(each.pending_debits - each.pending_credits for each in same) == 0
        for each in all_of_them:
            assert each.floor_minor is None or each.available.minor >= each.floor_minor

    # How a step is done.

    async def act(self, dice: random.Random, step: Step) -> bool:
        """Whether it happened; by the lane, with its accounts locked before, or plainly."""
        first = await self.place()
        way = dice.random()
        is_grouped = isinstance(step, Post) and way < 0.5
        if is_grouped:
            answer, place = await self.by_lane(step), None
        elif way < 0.7 and step.accounts:
            answer, place = await self.locked(step)
        else:
            answer, place = await self.plainly(step)
        last = await self.place()
        self.seen.append(Seen(step, moment.get(), first, last, place, answer, is_grouped))
        return not isinstance(answer, type)

    async def by_lane(self, step: Any) -> Any:
        try:
            return await self.posts.post(step.order)
        except Refusal as refusal:
            return type(refusal)

    async def plainly(self, step: Step) -> tuple[Any, int | None]:
        try:
            async with self.db.transaction() as tx:
                return await step.do(tx), await place_of(tx)
        except Refusal as refusal:
            return type(refusal), None

    async def locked(self, step: Step) -> tuple[Any, int | None]:
        async with self.db.transaction() as tx:
            await ledger.lock(tx, list(dict.fromkeys(step.accounts)))
            answer: Any
            try:
                async with attempt(tx):
                    answer = await step.do(tx)
            except Refusal as refusal:
                answer = type(refusal)
            return answer, await place_of(tx)

    async def place(self) -> int:
        async with self.db.statement() as tx:
            return await place_of(tx)


async def place_of(tx: Tx) -> int:
    """The next place."""
    return int(await fetch_value(tx, "SELECT public.next_place()"))
