"""One schedule: a top-up, a withdrawal and a refund by a rail, with faults drawn by a seed at every step.

What it holds, at every moment and at the end: nobody is charged twice, nothing is credited without being
paid, nothing is given back that was paid out, every attempt ends, and what the stand-ins' books say moved
is what our clearing accounts say.
"""

import asyncio
import contextlib
import random
from collections.abc import Coroutine
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any
from uuid import UUID

from tests.modules.payments.rails_given import BANK
from tests.rails.saboteur import Fault
from tests.rails.witness import PATIENT, REFUND, UNDECIDED, Witness, settle_refund

from batua.kit import clock, jobs
from batua.kit.ids import new_id
from batua.kit.jobs import Context
from batua.kit.money import Money
from batua.modules.gateways import jobs as gateway_jobs
from batua.modules.gateways import service as gateways
from batua.modules.gateways.errors import BadSignature, NotRefundable, RefundTooLarge
from batua.modules.gateways.types import Direction, Rails, RefundOrder
from batua.modules.payments import service as payments
from batua.modules.payments.types.rails import TopUpOrder, WithdrawOrder

LEAPS = [timedelta(seconds=s) for s in (11, 25, 70, 70, 200, 1900)]
"""How much time passes before a sweep: between two asks, beyond a lease, beyond a checkout's time."""
BAD_ENDINGS = ("0001", "0002", "0006")
HURRIED = {"timeout_ms": 400, "budget_ms": 900}


@dataclass
class Play(Witness):
    """One schedule under way; what it did is in `log`, for whoever has to understand a failure."""

    seed: int = 0
    rng: random.Random = field(init=False)
    rails: Rails = field(init=False)
    odds: dict[str, float] = field(default_factory=dict)
    ahead: timedelta = timedelta(0)
    log: list[str] = field(default_factory=list)
    waiting: list[tuple[str, dict[str, str], bytes]] = field(default_factory=list)
    under_way: set["asyncio.Task[Any]"] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.rng = random.Random(self.seed)
        for name, line in self.table.lines.items():
            line.fate = lambda name=name: self._fate(name)
            line.kill = self._kill

    # What happens to single calls.

    def _fate(self, name: str) -> Fault:
        if self.rng.random() >= self.odds.get(name, 0):
            return Fault.NONE
        fault = self.rng.choice([one for one in Fault if one is not Fault.NONE])
        self.log.append(f"  {name}: {fault}")
        self.seen[f"call {fault}"] += 1
        return fault

    def _kill(self) -> None:
        for task in self.under_way:
            task.cancel()

    async def _alive(self, step: Coroutine[Any, Any, Any]) -> Any:
        """Do a step as a process that may be killed in its midst."""
        task = asyncio.ensure_future(step)
        self.under_way.add(task)
        try:
            return await task
        except asyncio.CancelledError:
            self.log.append("  killed")
            await self._restart()  # and the next process starts without any memory
        finally:
            self.under_way.discard(task)

    async def _restart(self, **settings: Any) -> None:
        old = getattr(self, "rails", None)
        chosen = settings or {**HURRIED, "tries": self.rng.choice((1, 2))}
        order = list(self.table.names)
        if old is None:
            self.rng.shuffle(order)
        else:
            order = list(old.providers)
        made = {name: self.table.make(name, **chosen) for name in order}
        settlements = {
            "payments.top_up": payments.settle_top_up,
            "payments.withdrawal": payments.settle_withdrawal,
            REFUND: settle_refund,
        }
        self.rails = Rails(made, settlements, self.table.keys)
        for rail in old.providers.values() if old is not None else ():
            await rail.aclose()

    # The schedule.

    async def run(self) -> None:
        """All of it, and what must hold at its end."""
        await self._begin()
        await self._restart()
        try:
            paid = await self._top_up()
            await self._disturbances()
            if self._pays_out():
                self.ahead = timedelta(0)
                await self._withdraw()
                await self._disturbances()
            await self._end()
            if paid is not None:
                self.ahead = timedelta(0)
                await self._refund()
                await self._disturbances()
                await self._end()
            for one in await self._attempts("true"):
                self.seen[f"{one.direction} {one.state}"] += 1
                self.seen["taken over"] += one.follows is not None
        finally:
            for rail in self.rails.providers.values():
                await rail.aclose()

    def _trouble(self) -> None:
        """How bad each line is from now on."""
        self.odds = {name: self.rng.choice((0.1, 0.4, 0.8)) for name in self.table.names}

    async def _lines_come_and_go(self) -> None:
        for line in self.table.lines.values():
            await (line.vanish() if self.rng.random() < 0.25 else line.listen())

    def _pays_out(self) -> bool:
        offering = [
            name
            for name, rail in self.rails.providers.items()
            if rail.offers(Direction.OUT, self.table.currency)
        ]
        return self.table.names[0] in offering

    async def _top_up(self) -> UUID:
        self._trouble()
        await self._lines_come_and_go()
        amount = Money(self.rng.randrange(100, 90_000), self.table.currency)
        order = TopUpOrder(self.table.who.id, amount, str(new_id()), "http://batua.test")
        async with self.table.db.transaction() as tx:
            made = await payments.top_up(tx, self.rails, order)
        self.payments.append((made.payment.id, Direction.IN))
        self.log.append(f"top up {amount} by {made.attempt.provider}")
        if self.rng.random() < 0.85:  # else nobody starts it: the process died after the commit
            await self._alive(gateways.start(self.table.db, self.rails, made.attempt.id))
        return made.payment.id

    async def _withdraw(self) -> None:
        self._trouble()
        await self._lines_come_and_go()
        minor = self.rng.randrange(100, 400)  # so that a day's limit has room for hundreds
        bank = BANK
        if self.rng.random() < 0.25:
            ending = self.rng.choice(BAD_ENDINGS)
            bank = replace(BANK, account_number=f"5010012345{ending}")
        amount = Money(minor, self.table.currency)
        order = WithdrawOrder(self.table.who.actor, amount, bank, str(new_id()))
        async with self.table.db.transaction() as tx:
            made = await payments.withdraw(tx, self.table.keys, self.rails, order)
        self.payments.append((made.payment.id, Direction.OUT))
        self.log.append(f"withdraw {amount} to {bank.account_number[-4:]}")

    async def _refund(self) -> None:
        self._trouble()
        for one in await self._attempts("direction = 'in' AND state = 'succeeded'"):
            minor = self.rng.choice((one.amount.minor, self.rng.randint(1, one.amount.minor)))
            amount = Money(minor, self.table.currency)
            order = RefundOrder(
                id=new_id(), attempt=one.id, amount=amount, purpose=REFUND, reference=new_id()
            )
            self.log.append(f"refund {amount} by {one.provider}")
            with contextlib.suppress(NotRefundable, RefundTooLarge):
                async with self.table.db.transaction() as tx:
                    await gateways.refund(tx, order)

    async def _disturbances(self) -> None:
        """A few steps of anybody, in any order; sometimes two at once."""
        steps = (self._payer, self._callbacks, self._jobs, self._sweep, self._asks, self._arrivals)
        for _ in range(self.rng.randint(2, 5)):
            first = self.rng.choices(steps, weights=(3, 3, 3, 3, 1, 1))
            chosen = {*first, *self.rng.choices(steps, k=self.rng.choice((0, 0, 1)))}
            if self.rng.random() < 0.3:
                await self._lines_come_and_go()
            at_once = [step for step in steps if step in chosen]
            self.log.append(" + ".join(step.__name__.strip("_") for step in at_once))
            await asyncio.gather(*(step() for step in at_once))
            await self._check()

    # Who does what.

    async def _payer(self, late: bool = False) -> None:
        """She does something on the page that she was shown."""
        for id, direction in self.payments:
            if direction is not Direction.IN:
                continue
            attempt = (await self._top_up_of(id)).attempt
            if attempt.checkout_url is None:
                continue
            movement = await self._movement(attempt.id)
            if movement is None:
                continue
            if self.rng.random() < 0.3:
                switches = {
                    "duplicates": self.rng.randint(0, 2),
                    "disorder": self.rng.random() < 0.2,  # which takes a second
                    "forged": self.rng.random() < 0.5,
                    "silent": self.rng.random() < 0.2,
                }
                await self.table.sandbox.switch(movement, **switches)
            if late:  # after the last look only a callback tells of it
                await self.table.sandbox.switch(movement)
            act = self.rng.choice(("pay", "pay", "pay", "decline", "abandon"))
            self.log.append(f"  payer: {act} {attempt.provider}")
            await self.table.sandbox.act(movement, act, even_if_expired=late)

    async def _callbacks(self) -> None:
        """Some of those that came are handed over: in disorder, twice, or not yet; some never."""
        self._fetch_callbacks()
        self.rng.shuffle(self.waiting)
        kept = []
        for one in self.waiting:
            odds = self.rng.random()
            if odds < 0.2:
                kept.append(one)
            elif odds < 0.3:
                self.log.append("  a callback is lost")
            else:
                for _ in range(1 + (odds > 0.8)):
                    await self._receive(*one)
        self.waiting = kept

    def _fetch_callbacks(self) -> None:
        for name, receiver in self.table.receivers.items():
            seen = self.table.taken.get(name, 0)
            self.waiting += [(name, *call) for call in receiver.calls[seen:]]
            self.table.taken[name] = len(receiver.calls)

    async def _receive(self, name: str, headers: dict[str, str], body: bytes) -> None:
        """As the door does; a certificate that is not here yet comes before it is sent again."""
        for _ in range(2):
            with contextlib.suppress(BadSignature):
                door = gateways.CallbackDoor(self.table.db, self.rails)
                await door.receive(name, headers, body)
                return
            reader = getattr(self.rails.providers[name], "reader", None)
            tasks = getattr(getattr(reader, "certificates", None), "tasks", {})
            await asyncio.gather(*tasks.values(), return_exceptions=True)

    async def _jobs(self) -> None:
        rooms = {"rails": self.rails}
        await self._alive(jobs.run_due(Context(self.table.db, rooms), until_empty_s=120))

    async def _sweep(self) -> None:
        self.ahead += self.rng.choice(LEAPS)
        await self._alive(self._swept())

    async def _swept(self) -> None:
        with clock.frozen(clock.now() + self.ahead):
            await gateway_jobs.sweep(Context(self.table.db, {"rails": self.rails}))

    async def _asks(self) -> None:
        """She says that she has paid, twice at once."""
        for id, _ in self.payments[:1]:
            attempt = (await self._top_up_of(id)).attempt
            asks = (gateways.ask(self.table.db, self.rails, attempt.id) for _ in range(2))
            await self._alive(asyncio.wait_for(asyncio.gather(*asks), 60))

    async def _arrivals(self) -> None:
        for line in self.table.lines.values():
            await line.deliver_late()

    # The end.

    async def _end(self) -> None:
        """Everything is well again: what is on its way arrives, and every attempt comes to its end."""
        self.odds = {}
        for line in self.table.lines.values():
            await line.listen()
        await self._restart(**PATIENT)
        await self._arrivals()
        if self.rng.random() < 0.4:
            await self._payer()
        for _ in range(12):
            await self._told()
            self.ahead += timedelta(minutes=16)
            await self._swept()
            if not await self._attempts(f"state IN {UNDECIDED}"):
                break
        if self.rng.random() < 0.3:
            self.log.append("late")
            await self._payer(late=True)
            await self._told()
        self.ahead += timedelta(days=1)
        await self._swept()
        await self._check()
        await self._check_end()

    async def _told(self) -> None:
        """Every callback about what the stand-ins have done is handed over."""
        for _ in range(600):
            left = await self._books(
                "SELECT id FROM sandbox.movement WHERE SINCE AND kind <> 'checkout'"
                " AND due_at IS NOT NULL UNION ALL SELECT d.movement FROM sandbox.delivery d"
                " JOIN sandbox.movement m ON m.id = d.movement"
                " WHERE m.SINCE AND d.due_at IS NOT NULL"
            )
            if not left:
                break
            await asyncio.sleep(0.05)
        else:
            raise AssertionError("the stand-ins are never done")
        self._fetch_callbacks()
        while self.waiting:
            await self._receive(*self.waiting.pop())
        await self._jobs()
