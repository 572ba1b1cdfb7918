"""Bulk payments: how a line is read, and which lines of a purse go, one after another."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final
from uuid import UUID

import msgspec

from batua.kit.money import Currency, Money, UnknownCurrency
from batua.kit.refusal import Refusal
from batua.modules.identity.errors import StepUpRequired
from batua.modules.identity.types import PersonId
from batua.modules.ledger.errors import AccountClosed, NotEnoughMoney
from batua.modules.payments.errors import (
    AmountNotPositive,
    DayLimitReached,
    MonthLimitReached,
    NoteTooLong,
    RecipientMissing,
    RecipientNotReadable,
    SendLimitReached,
)
from batua.modules.payments.rules import links, words
from batua.modules.payments.rules.limits import left
from batua.modules.payments.types import Fault, Limits, LineRefusal, Wanted

MAX_LINES: Final = 10_000
MAX_NAME: Final = 100
PART: Final = 1_000
"""So many lines are made by one transaction when each stands on its own."""

_ID: Final = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
_NUMBER: Final = re.compile(r"\+?[\d\s().\u2010-\u2015/-]+")


@dataclass(frozen=True, slots=True)
class Handle:
    """A recipient named by her handle."""

    handle: str


@dataclass(frozen=True, slots=True)
class Number:
    """A recipient named by a telephone number, not yet read."""

    text: str


def recipient(text: str) -> PersonId | Handle | Number:
    """How a line names its recipient.

    refuses  RecipientMissing, RecipientNotReadable
    """
    # Spreadsheets mark a number that is text by an apostrophe.
    text = text.strip().removeprefix("'").strip()
    if not text:
        raise RecipientMissing
    if _ID.fullmatch(text):
        return PersonId(UUID(text))
    if _NUMBER.fullmatch(text) and any(sign.isdecimal() for sign in text):
        return Number(text)
    try:
        return Handle(links.handle(text))
    except Refusal:
        raise RecipientNotReadable from None


def wanted(line: int, recipient: str, minor: int, currency: str, note: str) -> Wanted:
    """A line of the wire, with what is wrong with its amount and its note."""
    faults: list[Fault] = []
    amount: Money | None = None
    if minor <= 0:
        faults.append(Fault("amount", AmountNotPositive()))
    else:
        try:
            amount = Money(minor, Currency(currency))
        except UnknownCurrency as refusal:
            faults.append(Fault("currency", refusal))
    return Wanted(line, recipient, amount, clean_note(note, faults), "", tuple(faults))


def clean_note(text: str, faults: list[Fault]) -> str:
    """A note as it is kept; one that is too long is a fault and becomes empty."""
    try:
        return words.note(text)
    except NoteTooLong as refusal:
        faults.append(Fault("note", refusal))
        return ""


@dataclass(slots=True)
class Purse:
    """The payer's money in one currency while lines are taken from it, one after another."""

    limits: Limits
    available: int
    used_day: int
    used_month: int
    is_open: bool = True
    has_pin: bool = True

    @classmethod
    def of(cls, limits: Limits, available: Money, *, is_open: bool, has_pin: bool) -> "Purse":
        """A purse as it is now."""
        used = limits.used_day.minor, limits.used_month.minor
        return cls(limits, available.minor, *used, is_open, has_pin)

    def refusals(self, amount: Money) -> list[Refusal]:
        """Every reason why the amount cannot go now, in the order in which a send looks at them."""
        minor, limits = amount.minor, self.limits
        found: list[Refusal] = []
        if minor > limits.per_send.minor:
            found.append(SendLimitReached(limits.per_send))
        if minor > limits.day.minor - self.used_day:
            remains = left(limits.day, Money(self.used_day, amount.currency))
            found.append(DayLimitReached(limits.day, remains, limits.day_ends_at))
        if minor > limits.month.minor - self.used_month:
            remains = left(limits.month, Money(self.used_month, amount.currency))
            found.append(MonthLimitReached(limits.month, remains, limits.month_ends_at))
        if not self.has_pin and minor >= limits.no_pin_below.minor:
            found.append(StepUpRequired())
        if not self.is_open:
            found.append(AccountClosed())
        if minor > self.available:
            found.append(NotEnoughMoney())
        return found

    def take(self, amount: Money) -> None:
        """Let the amount go."""
        self.available -= amount.minor
        self.used_day += amount.minor
        self.used_month += amount.minor


def refusal_of(refusal: Refusal) -> LineRefusal:
    """A refusal as it is kept beside its line."""
    facts = refusal.facts()
    plain = {name: msgspec.to_builtins(value, enc_hook=str) for name, value in facts.items()}
    return LineRefusal(refusal.code, plain)


def sums(amounts: list[Money]) -> Mapping[Currency, int]:
    """Minor units by currency."""
    found: dict[Currency, int] = {}
    for amount in amounts:
        found[amount.currency] = found.get(amount.currency, 0) + amount.minor
    return found
