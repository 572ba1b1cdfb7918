"""Payments as anyone would first write them: lists and dictionaries, one thing after another.

Each verb answers with the codes of the refusals that could be given, empty when it happened.
"""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

PER_SEND, PER_DAY, PER_MONTH, NO_PIN_BELOW = 100_00, 300_00, 450_00, 50_00
MOST_OPEN = 5

Codes = set[str]


@dataclass(frozen=True)
class Order:
    """A wish to pay or to be paid; `request` is the one that is answered.

    verb  send, pay or ask
    """

    verb: str
    actor: UUID
    other: UUID
    minor: int
    note: str
    key: str
    has_pin: bool = True
    request: UUID | None = None

    @property
    def said(self) -> tuple[Any, ...]:
        """What a key stands for."""
        whole = (self.other, self.minor, self.note)
        return (self.verb, self.request) if self.verb == "pay" else (self.verb, *whole)


@dataclass(frozen=True)
class Paid:
    id: UUID
    order: Order
    at: datetime

    @property
    def sides(self) -> tuple[UUID, UUID]:
        return self.order.actor, self.order.other


@dataclass
class Wish:
    asker: UUID
    payer: UUID
    minor: int
    note: str
    at: datetime
    status: str = "open"

    def is_over(self, now: datetime) -> bool:
        return self.at + timedelta(days=1) <= now

    def status_at(self, now: datetime) -> str:
        return "expired" if self.status == "open" and self.is_over(now) else self.status


@dataclass
class Book:
    """Everybody's money and wishes."""

    zones: dict[UUID, str]
    balances: dict[UUID, int]
    paid: list[Paid] = field(default_factory=list)
    wishes: dict[UUID, Wish] = field(default_factory=dict)
    keys: dict[tuple[UUID, str], tuple[tuple[Any, ...], UUID]] = field(default_factory=dict)

    def used(self, person: UUID, now: datetime) -> tuple[int, int]:
        """What left a person in the day and the month that she lives in."""
        zone = ZoneInfo(self.zones[person])
        today = now.astimezone(zone)
        mine = [(p.at.astimezone(zone), p.order.minor) for p in self.paid if p.sides[0] == person]
        month = [(at, m) for at, m in mine if (at.year, at.month) == (today.year, today.month)]
        return sum(m for at, m in month if at.day == today.day), sum(m for _, m in month)

    def has_paid(self, payer: UUID, payee: UUID) -> bool:
        return any(each.sides == (payer, payee) for each in self.paid)

    def refusals(self, order: Order, now: datetime) -> Codes:
        """Why an order cannot be done now; nothing when it was done before under its key."""
        known = self.keys.get((order.actor, order.key))
        if known is not None:
            return set() if known[0] == order.said else {"payments.key_reused"}
        if order.verb == "ask":
            return self.refusals_to_ask(order, now)
        found = self.refusals_to_move(order, now)
        return found | self.refusals_to_answer(order, now) if order.verb == "pay" else found

    def refusals_to_ask(self, order: Order, now: datetime) -> Codes:
        pair = (order.actor, order.other)
        mine = [w for w in self.wishes.values() if (w.asker, w.payer) == pair]
        count = sum(wish.status_at(now) == "open" for wish in mine)
        return {"payments.too_many_open_requests"} if count >= MOST_OPEN else set()

    def refusals_to_move(self, order: Order, now: datetime) -> Codes:
        day, month = self.used(order.actor, now)
        is_new = not self.has_paid(order.actor, order.other)
        needs_pin = order.minor >= NO_PIN_BELOW or is_new
        all_of_them = {
            "payments.send_limit_reached": order.minor > PER_SEND,
            "payments.day_limit_reached": day + order.minor > PER_DAY,
            "payments.month_limit_reached": month + order.minor > PER_MONTH,
            "identity.step_up_required": needs_pin and not order.has_pin,
            "ledger.not_enough_money": order.minor > self.balances[order.actor],
        }
        return {code for code, is_so in all_of_them.items() if is_so}

    def refusals_to_answer(self, order: Order, now: datetime) -> Codes:
        assert order.request is not None
        wish = self.wishes[order.request]
        if order.actor not in (wish.asker, wish.payer):
            return {"payments.request_not_found"}
        if order.actor != wish.payer:
            return {"payments.only_the_one_asked"}
        status = wish.status_at(now)
        if status == "open":
            return set()
        return {"payments.request_expired" if status == "expired" else "payments.request_closed"}

    def do(self, order: Order, id: UUID, now: datetime) -> None:
        """An order that is not refused and was not done before."""
        self.keys[order.actor, order.key] = (order.said, id)
        if order.verb == "ask":
            self.wishes[id] = Wish(order.actor, order.other, order.minor, order.note, now)
            return
        self.balances[order.actor] -= order.minor
        self.balances[order.other] += order.minor
        self.paid.append(Paid(id, order, now))
        if order.request is not None:
            self.wishes[order.request].status = "paid"

    def end(self, request: UUID, verb: str, actor: UUID, now: datetime) -> Codes:
        """Decline or cancel."""
        wish, status = self.wishes[request], {"decline": "declined", "cancel": "cancelled"}[verb]
        if actor not in (wish.asker, wish.payer):
            return {"payments.request_not_found"}
        if verb == "decline" and actor != wish.payer:
            return {"payments.only_the_one_asked"}
        if verb == "cancel" and actor != wish.asker:
            return {"payments.only_the_asker"}
        if wish.status == status:
            return set()
        present = wish.status_at(now)
        if present == "open":
            return set()
        return {"payments.request_expired" if present == "expired" else "payments.request_closed"}
