"""What a task of the concurrent program may do: each step to the ledger, and to the model of it."""

from collections import ChainMap
from copy import copy
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Protocol
from uuid import UUID

from tests.modules.ledger.model import Model, Refusals

from batua.kit.db import Tx, fetch_all
from batua.kit.money import Money
from batua.modules.ledger import service as ledger
from batua.modules.ledger.types import AccountId, HoldOrder, PostOrder


class Step(Protocol):
    """One wish."""

    @property
    def accounts(self) -> list[AccountId]:
        """What it locks."""

    @property
    def entry(self) -> UUID | None:
        """The id of the entry that it writes, if it writes one."""

    async def do(self, tx: Tx) -> Any:
        """To the ledger."""

    def tell(self, model: Model, now: datetime) -> Refusals:
        """To the model."""


@dataclass(frozen=True)
class Post:
    order: PostOrder

    @property
    def accounts(self) -> list[AccountId]:
        return [side for leg in self.order.legs for side in (leg.debit, leg.credit)]

    @property
    def entry(self) -> UUID:
        return self.order.id

    async def do(self, tx: Tx) -> Any:
        return await ledger.post(tx, self.order)

    def tell(self, model: Model, _now: datetime) -> Refusals:
        return model.post(self.order)


@dataclass(frozen=True)
class Reverse:
    original: PostOrder
    entry: UUID

    @property
    def accounts(self) -> list[AccountId]:
        return Post(self.original).accounts

    async def do(self, tx: Tx) -> Any:
        return await ledger.reverse(tx, self.original.id, self.entry, "oops")

    def tell(self, model: Model, _now: datetime) -> Refusals:
        return model.reverse(self.original.id, self.entry)


@dataclass(frozen=True)
class Hold:
    order: HoldOrder
    entry: None = None

    @property
    def accounts(self) -> list[AccountId]:
        return [self.order.debit, self.order.credit]

    async def do(self, tx: Tx) -> Any:
        return await ledger.hold(tx, self.order)

    def tell(self, model: Model, now: datetime) -> Refusals:
        return model.hold(self.order, now)


@dataclass(frozen=True)
class PostHold:
    order: HoldOrder
    entry: UUID
    minor: int | None

    @property
    def accounts(self) -> list[AccountId]:
        return [self.order.debit, self.order.credit]

    async def do(self, tx: Tx) -> Any:
        amount = None if self.minor is None else Money(self.minor, self.order.amount.currency)
        return await ledger.post_hold(tx, self.order.id, self.entry, amount)

    def tell(self, model: Model, now: datetime) -> Refusals:
        return model.post_hold(self.order.id, self.entry, self.minor, now)


@dataclass(frozen=True)
class Void:
    order: HoldOrder
    entry: None = None

    @property
    def accounts(self) -> list[AccountId]:
        return [self.order.debit, self.order.credit]

    async def do(self, tx: Tx) -> Any:
        return await ledger.void_hold(tx, self.order.id)

    def tell(self, model: Model, now: datetime) -> Refusals:
        return model.void_hold(self.order.id, now)


@dataclass(frozen=True)
class SetOpen:
    account: AccountId
    is_open: bool
    entry: None = None

    @property
    def accounts(self) -> list[AccountId]:
        return [self.account]

    async def do(self, tx: Tx) -> Any:
        change = ledger.reopen_account if self.is_open else ledger.close_account
        return await change(tx, self.account)

    def tell(self, model: Model, _now: datetime) -> Refusals:
        if not self.is_open:
            return model.close(self.account)
        model.accounts[self.account].is_open = True
        return set()


@dataclass(frozen=True)
class Sweep:
    """What it gives back is what it could see: it must be due, and there may be more."""

    now: datetime
    limit: int
    entry: None = None
    accounts: tuple[AccountId, ...] = ()

    async def do(self, tx: Tx) -> set[UUID]:
        count = await ledger.expire_holds(tx, self.now, self.limit)
        mine = await fetch_all(
            tx,
            "SELECT id FROM ledger.hold WHERE state = 'expired'"
            " AND xmin::text = pg_current_xact_id_if_assigned()::xid::text",
        )
        assert len(mine) == count <= self.limit
        return {id for (id,) in mine}

    def tell(self, _model: Model, _now: datetime) -> Refusals:
        return set()


def sketch(model: Model, step: Step) -> Model:
    """A model in which a step can be tried without a trace in the first."""
    accounts = {id: replace(model.accounts[id], lines=[]) for id in step.accounts}
    order = getattr(step, "order", None)
    held = {order.id: copy(model.holds[order.id])} if order and order.id in model.holds else {}
    return Model(
        accounts=ChainMap(accounts, model.accounts),  # type: ignore[arg-type]
        entries=ChainMap({}, model.entries),  # type: ignore[arg-type]
        orders=ChainMap({}, model.orders),  # type: ignore[arg-type]
        reversed=ChainMap({}, model.reversed),  # type: ignore[arg-type]
        holds=ChainMap(held, model.holds),  # type: ignore[arg-type]
    )
