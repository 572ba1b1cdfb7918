"""The ledger as anyone would first write it: dictionaries and lists, one thing after another.

Each verb answers with the set of refusals that could be given, empty when it happened.
"""

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from batua.kit.refusal import Refusal
from batua.modules.ledger import errors
from batua.modules.ledger.types import AccountId, HoldOrder, Leg, PostOrder

Refusals = set[type[Refusal]]


@dataclass
class ModelAccount:
    currency: str
    floor: int | None
    is_open: bool = True
    debits: int = 0
    credits: int = 0
    pending_debits: int = 0
    pending_credits: int = 0
    lines: list[tuple[UUID, int, int, int]] = field(default_factory=list)
    """Entry, leg, signed amount, balance after."""

    @property
    def balance(self) -> int:
        return self.credits - self.debits

    def affords(self, change: int) -> bool:
        return self.floor is None or self.balance - self.pending_debits + change >= self.floor


@dataclass
class ModelHold:
    order: HoldOrder
    state: str = "open"
    posted: int = 0
    entry: UUID | None = None


@dataclass
class Model:
    accounts: dict[AccountId, ModelAccount] = field(default_factory=dict)
    entries: dict[UUID, tuple[Leg, ...]] = field(default_factory=dict)
    orders: dict[UUID, PostOrder] = field(default_factory=dict)
    reversed: dict[UUID, UUID] = field(default_factory=dict)
    holds: dict[UUID, ModelHold] = field(default_factory=dict)

    def unfit(self, legs: tuple[Leg, ...]) -> Refusals:
        """Why these accounts cannot take part in these legs."""
        found: Refusals = set()
        for leg in legs:
            for side in (self.accounts[leg.debit], self.accounts[leg.credit]):
                if not side.is_open:
                    found.add(errors.AccountClosed)
                if side.currency != leg.amount.currency:
                    found.add(errors.WrongCurrency)
        return found

    def too_dear(self, legs: tuple[Leg, ...]) -> Refusals:
        """Whether an account would end below its floor."""
        change = dict.fromkeys(self.accounts, 0)
        for leg in legs:
            change[leg.debit] -= leg.amount.minor
            change[leg.credit] += leg.amount.minor
        dear = [id for id, minor in change.items() if not self.accounts[id].affords(minor)]
        return {errors.NotEnoughMoney} if dear else set()

    def write(self, entry: UUID, legs: tuple[Leg, ...]) -> None:
        for n, leg in enumerate(legs, 1):
            giver, taker = self.accounts[leg.debit], self.accounts[leg.credit]
            giver.debits += leg.amount.minor
            giver.lines.append((entry, n, -leg.amount.minor, giver.balance))
            taker.credits += leg.amount.minor
            taker.lines.append((entry, n, leg.amount.minor, taker.balance))
        self.entries[entry] = legs

    def post(self, order: PostOrder) -> Refusals:
        if order.id in self.entries:
            return set() if self.orders.get(order.id) == order else {errors.EntryConflict}
        refusals = self.unfit(order.legs) or self.too_dear(order.legs)
        if not refusals:
            self.write(order.id, order.legs)
            self.orders[order.id] = order
        return refusals

    def reverse(self, entry: UUID, new_id: UUID) -> Refusals:
        if self.reversed.get(entry) == new_id:
            return set()
        if entry in self.reversed:
            return {errors.AlreadyReversed}
        if entry in self.reversed.values():
            return {errors.ReversalNotReversible}
        legs = tuple(Leg(leg.credit, leg.debit, leg.amount) for leg in self.entries[entry])
        refusals = self.unfit(legs) or self.too_dear(legs)
        if not refusals:
            self.write(new_id, legs)
            self.reversed[entry] = new_id
        return refusals

    def hold(self, order: HoldOrder, now: datetime) -> Refusals:
        if order.id in self.holds:
            return set() if self.holds[order.id].order == order else {errors.HoldConflict}
        leg = Leg(order.debit, order.credit, order.amount)
        refusals = self.unfit((leg,))
        if order.expires_at is not None and order.expires_at <= now:
            refusals.add(errors.HoldExpired)
        giver, taker = self.accounts[order.debit], self.accounts[order.credit]
        if not refusals and not giver.affords(-order.amount.minor):
            refusals = {errors.NotEnoughMoney}
        if not refusals:
            giver.pending_debits += order.amount.minor
            taker.pending_credits += order.amount.minor
            self.holds[order.id] = ModelHold(order)
        return refusals

    def release(self, hold: ModelHold, state: str) -> None:
        self.accounts[hold.order.debit].pending_debits -= hold.order.amount.minor
        self.accounts[hold.order.credit].pending_credits -= hold.order.amount.minor
        hold.state = state

    def is_over(self, hold: ModelHold, now: datetime) -> bool:
        return hold.order.expires_at is not None and hold.order.expires_at <= now

    def post_hold(self, id: UUID, entry: UUID, minor: int | None, now: datetime) -> Refusals:
        hold = self.holds[id]
        asked = hold.order.amount.minor if minor is None else minor
        if hold.entry == entry:
            return set() if asked == hold.posted else {errors.EntryConflict}
        ended = {
            "posted": errors.HoldAlreadyPosted,
            "voided": errors.HoldAlreadyVoided,
            "expired": errors.HoldExpired,
        }
        if hold.state != "open":
            return {ended[hold.state]}
        if self.is_over(hold, now):
            return {errors.HoldExpired}
        if asked > hold.order.amount.minor:
            return {errors.MoreThanHeld}
        if entry in self.entries:
            return {errors.EntryConflict}
        self.release(hold, "posted")
        amount = hold.order.amount.__class__(asked, hold.order.amount.currency)
        self.write(entry, (Leg(hold.order.debit, hold.order.credit, amount),))
        hold.posted, hold.entry = asked, entry
        return set()

    def void_hold(self, id: UUID, now: datetime) -> Refusals:
        hold = self.holds[id]
        if hold.state == "posted":
            return {errors.HoldAlreadyPosted}
        if hold.state == "open":
            self.release(hold, "expired" if self.is_over(hold, now) else "voided")
        return set()

    def expire(self, now: datetime) -> int:
        due = [h for h in self.holds.values() if h.state == "open" and self.is_over(h, now)]
        for hold in due:
            self.release(hold, "expired")
        return len(due)

    def close(self, id: AccountId) -> Refusals:
        account = self.accounts[id]
        if account.balance or account.pending_debits or account.pending_credits:
            return {errors.AccountNotEmpty}
        account.is_open = False
        return set()
