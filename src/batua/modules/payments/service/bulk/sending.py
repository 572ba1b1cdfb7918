"""Bulk payments: one order, many sends, each of them once whatever breaks in between.

A batch that begins writes down all its lines. Its parts are then made one after another, each in
one transaction with what became of its lines; so whoever comes next, with the same key or by the
batch's id, goes on where it stopped. Lines are judged in their order, under a lock of the payer's
wallet, by the rules of single sends: the outcome is that of sending them one after another.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Final, TypeVar

from batua.kit import clock, ids
from batua.kit.db import AWAY, Database, Tx
from batua.kit.logs import log
from batua.kit.money import Money
from batua.kit.once import request_hash
from batua.kit.refusal import Refusal
from batua.kit.secrets import KeyRing
from batua.modules.identity import service as identity
from batua.modules.identity.types import PersonId
from batua.modules.payments.errors import BatchTooLong, KeyReused
from batua.modules.payments.rules import bulk as rules
from batua.modules.payments.rules import words
from batua.modules.payments.service.bulk.making import Making, locked, make, make_all
from batua.modules.payments.service.bulk.purses import purses as purses_of
from batua.modules.payments.service.bulk.recipients import recognise, without_wallet
from batua.modules.payments.store import bulk as store
from batua.modules.payments.store import dealing
from batua.modules.payments.store.bulk import Line, Part
from batua.modules.payments.store.key import once
from batua.modules.payments.types import (
    Actor,
    Batch,
    BatchId,
    BatchMode,
    BatchOrder,
    LineRefusal,
    LineResult,
    Screen,
)

WAITS_MS: Final = (100, 300, 1000, 2000, 4000)
"""How long to wait before trying again when the database is away."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Ready:
    """An order whose lines are recognised."""

    order: BatchOrder
    hash: bytes
    parts: Sequence[Part]

    @property
    def amounts(self) -> list[Money]:
        """What is ordered, as far as it could be read."""
        return [
            line.amount for part in self.parts for line in part.lines if line.amount is not None
        ]


class Bulk:
    """Makes batches.

    screens  asked before each send, as `service.Sends` asks them
    """

    def __init__(self, db: Database, keys: KeyRing, screens: Sequence[Screen] = ()) -> None:
        self._db = db
        self._keys = keys
        self._screens = screens

    async def begin(self, order: BatchOrder) -> Batch:
        """Take an order; one of mode `all` is made at once, the parts of another by `go_on`.

        repeat   the same key returns the first batch; an order that was refused left no key
        refuses  BatchTooLong, KeyReused, StepUpRequired, StepUpExpired, NoteTooLong for its name;
                 BatchRefused in mode `all`, with the refusal of every line
        states   Sent for each payment
        """
        if not 1 <= len(order.lines) <= rules.MAX_LINES:
            raise BatchTooLong(rules.MAX_LINES)
        order = replace(order, name=words.clean(order.name)[: rules.MAX_NAME])
        hashed = _hash(order)
        earlier = await self._earlier(order, hashed)
        if earlier is not None:
            return earlier
        ready = _Ready(order, hashed, await self._recognised(order))
        await self._ask_pin(ready)
        return await _patiently(partial(self._take, ready))

    async def go_on(self, batch: Batch, actor: Actor) -> AsyncIterator[list[LineResult]]:
        """Make what is not made yet, and tell every line's result, part by part and in order.

        A caller that goes away leaves the part under way to its end, and the rest undone.
        """
        for n in range(batch.parts):
            yield await asyncio.shield(_patiently(partial(self._make_part, batch, n, actor)))

    async def _earlier(self, order: BatchOrder, hashed: bytes) -> Batch | None:
        async with self._db.transaction() as tx:
            claim = await once.find(tx, order.payer.person, order.key)
            if claim is None:
                return None
            if claim.request_hash != hashed:
                raise KeyReused
            return await store.find(tx, claim.result)

    async def _recognised(self, order: BatchOrder) -> list[Part]:
        """The order in parts; a line that can never go carries its refusal from here on."""
        payer = order.payer.person
        known = await recognise(self._db, self._keys, payer, order.lines)
        pairs = {
            (one, line.amount.currency)
            for line in order.lines
            if line.amount is not None and not isinstance(one := known[line.recipient], Refusal)
        }
        async with self._db.transaction() as tx:
            lacking = await without_wallet(tx, self._keys, payer, pairs, opens=True)
        lines: list[Line] = []
        refusals: dict[int, LineRefusal] = {}
        for n, wanted in enumerate(order.lines, start=1):
            who, amount = known[wanted.recipient], wanted.amount
            found = wanted.faults[0].refusal if wanted.faults else None
            payee: PersonId | None = None
            if isinstance(who, Refusal):
                found = found or who
            else:
                payee = who
                if found is None and amount is not None:
                    found = lacking.get((payee, amount.currency))
            if found is not None:
                refusals[n] = rules.refusal_of(found)
            lines.append(Line(payee, amount, wanted.note))
        return _in_parts(lines, refusals)

    async def _ask_pin(self, ready: _Ready) -> None:
        """Ask the PIN once, if any of the lines would ask for it.

        refuses  StepUpRequired, StepUpExpired
        """
        actor = ready.order.payer
        async with self._db.transaction() as tx:
            if actor.step_up is None and not await self._needs_pin(tx, ready):
                return
            try:
                await identity.require_step_up(tx, self._keys, actor.session, actor.step_up)
            except Refusal:
                if await self._needs_pin(tx, ready):
                    raise

    async def _needs_pin(self, tx: Tx, ready: _Ready) -> bool:
        person = await identity.person(tx, self._keys, ready.order.payer.person)
        purses = await purses_of(tx, person, rules.sums(ready.amounts), has_pin=False)
        payees: set[PersonId] = set()
        for part in ready.parts:
            for n, line in enumerate(part.lines, part.first_line):
                if n in part.refusals or line.amount is None or line.payee is None:
                    continue
                if line.amount >= purses[line.amount.currency].limits.no_pin_below:
                    return True
                payees.add(line.payee)
        paid = await dealing.last_paid(tx, person.id, list(payees))
        return len(paid) < len(payees)

    async def _take(self, ready: _Ready) -> Batch:
        order = ready.order
        payer = order.payer.person
        async with self._db.transaction() as tx:
            claimed = await once.claim_for(tx, payer, order.key, ready.hash, ids.new_id())
            if claimed.is_new:
                await self._write(tx, ready, BatchId(claimed.id))
            batch = await store.find(tx, claimed.id)
            assert batch is not None, "a key of a batch has its batch"
            return batch

    async def _write(self, tx: Tx, ready: _Ready, id: BatchId) -> None:
        order = ready.order
        # It was asked for above, where it was needed; a proof that did not hold gives nothing.
        has_pin = order.payer.step_up is not None and await self._holds(tx, order)
        new = store.New(
            id=id,
            person=order.payer.person,
            mode=order.mode,
            name=order.name,
            totals=rules.sums(ready.amounts),
            has_pin=has_pin,
            at=clock.now(),
        )
        await store.add(tx, new, ready.parts)
        if order.mode is BatchMode.ALL:
            person = await identity.person(tx, self._keys, new.person)
            making = Making(id, person, order.payer, has_pin, self._screens)
            await make_all(tx, making, ready.parts)

    async def _holds(self, tx: Tx, order: BatchOrder) -> bool:
        try:
            await identity.require_step_up(tx, self._keys, order.payer.session, order.payer.step_up)
        except Refusal:
            return False
        return True

    async def _make_part(self, batch: Batch, n: int, actor: Actor) -> list[LineResult]:
        async with self._db.transaction() as tx:
            # Two who make the same batch wait here for each other, and the second finds it done.
            part = await store.part(tx, batch.id, n, lock=True)
            if part.payments is not None:
                return part.results()
            person = await identity.person(tx, self._keys, batch.person)
            making = Making(batch.id, person, actor, batch.has_pin, self._screens)
            purses = await locked(tx, making, [part])
            made = await make(tx, making, part, purses)
            await store.finish(tx, batch.id, n, made, clock.now())
        return made.results()


async def _patiently(act: Callable[[], Awaitable[T]]) -> T:
    """Do it; again after a little while when the database was away, for it can be done twice."""
    for wait_ms in WAITS_MS:
        try:
            return await act()
        except AWAY as error:
            log.warning("batch_waits", reason=type(error).__name__)
            await asyncio.sleep(wait_ms / 1000)
    return await act()


def _hash(order: BatchOrder) -> bytes:
    lines = [
        (
            line.recipient,
            line.amount and (line.amount.minor, line.amount.currency),
            line.note,
            [fault.refusal.code for fault in line.faults],
        )
        for line in order.lines
    ]
    return request_hash("batch", order.mode, order.name, lines)


def _in_parts(lines: Sequence[Line], refusals: Mapping[int, LineRefusal]) -> list[Part]:
    parts: list[Part] = []
    for start in range(0, len(lines), rules.PART):
        some = lines[start : start + rules.PART]
        numbers = range(start + 1, start + 1 + len(some))
        parts.append(Part(start + 1, some, {n: refusals[n] for n in numbers if n in refusals}))
    return parts
