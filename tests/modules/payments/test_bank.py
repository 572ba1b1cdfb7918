"""A bank in the manner of Jepsen: money only moves, and everybody sees it move the same way.

While many transfer by the door, in groups and over HTTP, readers always see the same total, nobody
below zero and no account go back; and whoever was told of a transfer of hers sees it from then on.
MODEL_STEPS makes it longer.
"""

import asyncio
import os
import random
from typing import Any
from uuid import UUID

import httpx
import pytest
from tests.modules.payments import given
from tests.modules.payments.client import Client
from tests.modules.payments.given import Someone, inr

from batua.kit.db import Database, fetch_all
from batua.kit.ids import new_id
from batua.kit.refusal import Refusal
from batua.kit.secrets import KeyRing
from batua.modules.payments import service as payments
from batua.modules.payments.types import HistoryFilter

STEPS = min(1500, int(os.environ.get("MODEL_STEPS", "200")))  # before the access tokens end
TOTAL_READERS = 3
START = 60_00
READ = (
    "SELECT a.id, a.version, a.posted_credits_minor - a.posted_debits_minor, a.floor_minor,"
    " a.pending_debits_minor, p.balance_after_minor"
    " FROM ledger.account a LEFT JOIN ledger.posting p"
    " ON p.account_id = a.id AND p.version = a.version"
)


class Bank:
    """Six people: the last two only give, so that what each of them has left is exactly known."""

    def __init__(self, db: Database, keys: KeyRing, http: httpx.AsyncClient) -> None:
        self.db, self.keys, self.http = db, keys, http
        self.sends = payments.Sends(db, keys)
        self.people: list[Someone] = []
        self.is_over = asyncio.Event()
        self.balances: dict[tuple[int, int], int] = {}
        self.reads = self.moved = self.refused = 0

    async def open(self) -> None:
        for n in range(6):
            money = START if n < 4 else START * 50
            self.people.append(
                await given.someone(
                    self.db, self.keys, f"Person {n}", f"+91987654321{n}", money=money
                )
            )

    async def transfer(self, dice: random.Random, payer: Someone) -> UUID | None:
        """One transfer by any of the three ways; None when there was not enough."""
        payee = dice.choice([who for who in self.people[:4] if who is not payer])
        wish = given.order(payer, payee, inr(dice.randint(1, 30_00)))
        way = dice.choice([self.by_the_door, self.in_a_group, self.over_http])
        try:
            made = await way(payer, wish)
        except Refusal as refusal:
            assert refusal.code == "ledger.not_enough_money", refusal
            made = None
        self.moved += made is not None
        self.refused += made is None
        return made

    async def ask_too_much(self) -> None:
        """By each way, while nothing else moves: so each of the ways was seen to refuse."""
        for way in (self.by_the_door, self.in_a_group, self.over_http):
            try:
                made = await way(self.people[0], given.order(*self.people[:2], inr(START + 1)))
            except Refusal as refusal:
                assert refusal.code == "ledger.not_enough_money", refusal
                made = None
            assert made is None

    async def by_the_door(self, _payer: Someone, wish: Any) -> UUID:
        async with self.db.transaction() as tx:
            return (await payments.send(tx, self.keys, wish)).payment.id

    async def in_a_group(self, _payer: Someone, wish: Any) -> UUID:
        return (await self.sends.send(wish)).payment.id

    async def over_http(self, payer: Someone, wish: Any) -> UUID | None:
        amount = {"minor": wish.amount.minor, "currency": "INR"}
        body = {"payee": str(wish.payee), "amount": amount}
        key = {"Idempotency-Key": str(new_id())}
        answer = await Client(self.http, payer)("POST", "/payments", body, headers=key)
        if answer.status_code == 409:
            assert answer.json()["code"] == "ledger.not_enough_money"
            return None
        assert answer.status_code == 201, answer.text
        return UUID(answer.json()["id"])

    async def write(self, dice: random.Random, who: Someone, steps: int) -> None:
        """Transfer, and look at once whether it is to be seen."""
        for _ in range(steps):
            id = await self.transfer(dice, who)
            if id is not None:
                await self.sees(dice, who, id)

    async def sees(self, dice: random.Random, who: Someone, id: UUID) -> None:
        """By HTTP and by the door; what only gives has exactly what its last transfer left."""
        client = Client(self.http, who)
        if dice.random() < 0.5:
            read = (await client("GET", f"/payments/{id}")).json()
            assert read["status"] == "succeeded"
            left = read["balance_after"]["minor"]
        else:
            async with self.db.read() as tx:
                page = await payments.history(tx, self.keys, who.id, HistoryFilter(), None, 100)
            mine = [view.payment for view in page.items if view.payment.id == id]
            assert mine and mine[0].payer_balance
            left = mine[0].payer_balance.minor
        if who in self.people[4:]:
            wallets = (await client("GET", "/wallets")).json()["items"]
            assert wallets[0]["balance"]["minor"] == left
            one = (await client("GET", f"/wallets/{wallets[0]['id']}/balance")).json()
            assert one["balance"]["minor"] == left

    async def watch(self) -> None:
        """Read all accounts in one moment, again and again."""
        versions: dict[int, int] = {}
        while not self.is_over.is_set():
            async with self.db.read() as tx:
                rows = await fetch_all(tx, READ)
            assert sum(row[2] for row in rows) == 0
            for account, version, balance, floor, pending, last in rows:
                assert floor is None or balance - pending >= floor
                assert last in (None, balance)
                assert version >= versions.get(account, 0), "it went back"
                versions[account] = version
                # A version is one balance, whoever reads it and whenever.
                assert self.balances.setdefault((account, version), balance) == balance
            self.reads += 1
            await asyncio.sleep(0)


@pytest.mark.slow
async def test_everybody_sees_the_money_move_the_same_way(
    db: Database, keys: KeyRing, http: httpx.AsyncClient
) -> None:
    bank = Bank(db, keys, http)
    await bank.open()
    await bank.ask_too_much()
    dice = random.Random(5)
    hands = [*bank.people[:4] * 2, *bank.people[4:]]
    watchers = [asyncio.create_task(bank.watch()) for _ in range(TOTAL_READERS)]
    try:
        await asyncio.gather(
            *(bank.write(random.Random(dice.random()), who, STEPS // len(hands)) for who in hands)
        )
    finally:
        bank.is_over.set()
        await asyncio.gather(*watchers)
    print(f"{bank.moved} moved, {bank.refused} refused, {bank.reads} reads")
    assert bank.moved > STEPS / 3 and bank.reads >= TOTAL_READERS
    total = sum([await given.balance(db, who) for who in bank.people])
    assert total == START * 4 + START * 50 * 2
