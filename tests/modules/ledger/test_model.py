"""Whatever is asked in whatever order, the ledger answers as a naive model in memory does."""

import asyncio
import dataclasses
from collections.abc import Coroutine
from datetime import UTC, datetime, timedelta
from typing import Any, TypeVar
from uuid import UUID

import psycopg
import pytest
from hypothesis import HealthCheck, assume, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from tests.modules.ledger.model import Model, ModelAccount, Refusals

from batua.kit import clock
from batua.kit.db import stated_refusals
from batua.kit.ids import new_id
from batua.kit.money import Currency, Money
from batua.kit.refusal import Refusal
from batua.modules.ledger import service as ledger
from batua.modules.ledger.types import AccountId, AccountKind, HoldOrder, Leg, PostOrder

T = TypeVar("T")

CURRENCIES = ("INR", "JPY", "KWD")
NOON = datetime(2030, 1, 1, 12, tzinfo=UTC)

amounts = st.integers(1, 60)
picks = st.integers(0, 10_000)
"""A number that picks one of what there is at that moment."""


class LedgerMachine(RuleBasedStateMachine):
    """One transaction in which everything happens, rolled back at the end."""

    url: str

    def __init__(self) -> None:
        super().__init__()
        self.model = Model()
        self.runner = asyncio.Runner()
        self.frozen = clock.frozen(NOON)
        self.now = self.frozen.__enter__()
        self.tx = self.run(self.begin())

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        return self.runner.run(work)

    async def begin(self) -> psycopg.AsyncConnection[Any]:
        options = "-c role=batua_app -c timezone=UTC"
        tx = await psycopg.AsyncConnection.connect(self.url, options=options)
        # One moment for the whole: `verify` asks for it, and our own writes are seen in it.
        await tx.set_isolation_level(psycopg.IsolationLevel.REPEATABLE_READ)
        return tx

    def teardown(self) -> None:
        try:
            for id in self.model.accounts:
                self.read_statement(id, 100)
            report = self.run(ledger.verify(self.tx))
            assert report.damages == ()
            assert report.entries == len(self.model.entries)
            assert report.holds == len(self.model.holds)
        finally:
            self.run(self.tx.close())
            self.runner.close()
            self.frozen.__exit__(None, None, None)

    def agree(self, expected: Refusals, work: Coroutine[Any, Any, T]) -> T | None:
        """The ledger refuses what the model refuses, and nothing else."""

        async def attempt() -> T:
            async with stated_refusals(), self.tx.transaction():
                return await work

        try:
            done = self.run(attempt())
        except Refusal as refusal:
            assert type(refusal) in expected, f"{refusal!r} is none of {expected}"
            return None
        assert not expected, f"it should have been refused as {expected}"
        return done

    def pick(self, number: int) -> AccountId:
        return list(self.model.accounts)[number % len(self.model.accounts)]

    def pick_leg(self, numbers: tuple[int, int], minor: int, *, may_mix: bool = False) -> Leg:
        """A leg between two accounts; of one currency, unless they may be mixed."""
        debit = self.pick(numbers[0])
        currency = self.model.accounts[debit].currency
        others = [
            id
            for id, account in self.model.accounts.items()
            if id != debit and (may_mix or account.currency == currency)
        ]
        assume(others)
        return Leg(debit, others[numbers[1] % len(others)], Money(minor, Currency(currency)))

    @initialize()
    def open_the_outside(self) -> None:
        for currency in CURRENCIES:
            self.open_account(AccountKind.CLEARING, currency, None)
            self.open_account(AccountKind.FX_POSITION, currency, None)
            self.open_account(AccountKind.WALLET, currency, 0)

    def open_account(self, kind: AccountKind, currency: str, floor: int | None) -> None:
        opened = self.run(
            ledger.open_account(
                self.tx,
                kind=kind,
                owner=str(new_id()),
                currency=Currency(currency),
                floor_minor=floor,
            )
        )
        self.model.accounts[opened.id] = ModelAccount(currency, floor)

    @rule(currency=st.sampled_from(CURRENCIES), floor=st.sampled_from([None, -20, 0]))
    def open_a_wallet(self, currency: str, floor: int | None) -> None:
        assume(len(self.model.accounts) < 16)
        self.open_account(AccountKind.WALLET, currency, floor)

    @rule(
        places=st.lists(st.tuples(st.tuples(picks, picks), amounts), min_size=1, max_size=5),
        may_mix=st.sampled_from([False, False, False, True]),
    )
    def send(self, places: list[tuple[tuple[int, int], int]], may_mix: bool) -> None:
        legs = tuple(self.pick_leg(pair, minor, may_mix=may_mix) for pair, minor in places)
        self.post(PostOrder(id=new_id(), kind="send", ref="model", legs=legs))

    def post(self, order: PostOrder) -> None:
        done = self.agree(self.model.post(order), ledger.post(self.tx, order))
        assert done is None or (done.id, done.legs) == (order.id, order.legs)

    @rule(pair=st.tuples(picks, picks), paid=amounts, got=amounts)
    def exchange(self, pair: tuple[int, int], paid: int, got: int) -> None:
        giver, taker = self.pick(pair[0]), self.pick(pair[1])
        give, take = (self.model.accounts[id].currency for id in (giver, taker))
        assume(give != take)
        position = dict(zip(CURRENCIES, list(self.model.accounts)[1:9:3], strict=True))
        assume(giver != position[give] and taker != position[take])
        legs = (
            Leg(giver, position[give], Money(paid, Currency(give))),
            Leg(position[take], taker, Money(got, Currency(take))),
        )
        self.post(PostOrder(id=new_id(), kind="exchange", ref="model", legs=legs))

    @precondition(lambda self: self.model.orders)
    @rule(which=picks, change=st.sampled_from([None, None, "ref", "kind", "legs"]))
    def repeat(self, which: int, change: str | None) -> None:
        order = list(self.model.orders.values())[which % len(self.model.orders)]
        changes: dict[str, Any] = {
            "ref": "other",
            "kind": "other",
            "legs": (*order.legs, order.legs[0]),
        }
        asked = order if change is None else dataclasses.replace(order, **{change: changes[change]})
        self.post(asked)

    @precondition(lambda self: self.model.entries)
    @rule(which=picks, is_repeat=st.booleans())
    def reverse(self, which: int, is_repeat: bool) -> None:
        entry = list(self.model.entries)[which % len(self.model.entries)]
        new = self.model.reversed.get(entry, new_id()) if is_repeat else new_id()
        expected = self.model.reverse(entry, new)
        done = self.agree(expected, ledger.reverse(self.tx, entry, new, "oops"))
        assert done is None or done.reverses == entry

    @rule(pair=st.tuples(picks, picks), minor=amounts, for_s=st.sampled_from([None, 0, 5, 60]))
    def hold(self, pair: tuple[int, int], minor: int, for_s: int | None) -> None:
        leg = self.pick_leg(pair, minor)
        order = HoldOrder(
            id=new_id(),
            kind="withdraw",
            ref="model",
            debit=leg.debit,
            credit=leg.credit,
            amount=leg.amount,
            expires_at=None if for_s is None else self.now() + timedelta(seconds=for_s),
        )
        self.agree(self.model.hold(order, self.now()), ledger.hold(self.tx, order))

    def pick_hold(self, which: int) -> UUID:
        return list(self.model.holds)[which % len(self.model.holds)]

    @precondition(lambda self: self.model.holds)
    @rule(which=picks, is_changed=st.booleans())
    def hold_again(self, which: int, is_changed: bool) -> None:
        order = self.model.holds[self.pick_hold(which)].order
        if is_changed:
            order = dataclasses.replace(order, ref="other")
        self.agree(self.model.hold(order, self.now()), ledger.hold(self.tx, order))

    @precondition(lambda self: self.model.holds)
    @rule(which=picks, minor=st.none() | amounts, is_repeat=st.booleans())
    def post_hold(self, which: int, minor: int | None, is_repeat: bool) -> None:
        id = self.pick_hold(which)
        hold = self.model.holds[id]
        entry = hold.entry if is_repeat and hold.entry else new_id()
        amount = None if minor is None else Money(minor, hold.order.amount.currency)
        self.agree(
            self.model.post_hold(id, entry, minor, self.now()),
            ledger.post_hold(self.tx, id, entry, amount),
        )

    @precondition(lambda self: self.model.holds)
    @rule(which=picks)
    def void_hold(self, which: int) -> None:
        id = self.pick_hold(which)
        expected = self.model.void_hold(id, self.now())
        done = self.agree(expected, ledger.void_hold(self.tx, id))
        assert done is None or done.state == self.model.holds[id].state

    @rule(seconds=st.integers(1, 40))
    def wait(self, seconds: int) -> None:
        self.now.advance(timedelta(seconds=seconds))

    @rule()
    def sweep(self) -> None:
        expected = self.model.expire(self.now())
        assert self.run(ledger.expire_holds(self.tx, self.now())) == expected

    @rule(which=picks)
    def close(self, which: int) -> None:
        id = self.pick(which)
        self.agree(self.model.close(id), ledger.close_account(self.tx, id))

    @rule(which=picks)
    def reopen(self, which: int) -> None:
        closed = [id for id, account in self.model.accounts.items() if not account.is_open]
        assume(closed)
        id = closed[which % len(closed)]
        self.model.accounts[id].is_open = True
        assert self.run(ledger.reopen_account(self.tx, id)).is_open

    @invariant()
    def the_counters_agree(self) -> None:
        ids = list(self.model.accounts)
        for real in self.run(ledger.accounts(self.tx, ids)) if ids else ():
            model = self.model.accounts[real.id]
            assert (real.posted_debits, real.posted_credits) == (model.debits, model.credits)
            assert real.pending_debits == model.pending_debits
            assert real.pending_credits == model.pending_credits
            assert (real.version, real.is_open) == (len(model.lines), model.is_open)
            assert real.floor_minor is None or real.available.minor >= real.floor_minor

    @rule(which=picks, size=st.integers(1, 7))
    def read_a_statement(self, which: int, size: int) -> None:
        self.read_statement(self.pick(which), size)

    def read_statement(self, id: AccountId, size: int) -> None:
        """Page by page, and with it the balance of this moment."""
        lines, cursor = [], None
        while True:
            page = self.run(ledger.statement(self.tx, id, cursor, limit=size))
            lines += [(x.entry_id, x.n, x.amount.minor, x.balance_after.minor) for x in page.items]
            cursor = page.next
            if cursor is None:
                break
        assert lines == self.model.accounts[id].lines[::-1]
        now = self.run(ledger.balance_at(self.tx, id, self.now()))
        assert now.minor == self.model.accounts[id].balance


@pytest.mark.slow
def test_the_ledger_answers_as_the_model_does(shared_database: str) -> None:
    machine = type("Machine", (LedgerMachine,), {"url": shared_database})
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=60,
            stateful_step_count=50,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
