"""Exact money: whole minor units of one currency, never a float."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, Self

from batua.kit import written_money
from batua.kit.currencies import EXPONENTS
from batua.kit.refusal import Kind, Refusal

MAX_MINOR: Final = 2**63 - 1
"""The ledger's columns are `bigint`."""


class UnknownCurrency(Refusal, ValueError):
    """This is not the code of an active ISO 4217 currency."""

    code = "kit.unknown_currency"
    kind = Kind.INVALID
    todo = "Send three capital letters such as INR."


class AmountTooLarge(Refusal, ValueError):
    """The amount is larger than any account can hold."""

    code = "kit.amount_too_large"
    kind = Kind.INVALID
    todo = "Send a smaller amount."


class UnreadableAmount(Refusal, ValueError):
    """The amount cannot be read without guessing."""

    code = "kit.unreadable_amount"
    kind = Kind.INVALID
    todo = "Write digits only, with at most as many decimals as the currency has."


class CurrencyMismatch(TypeError):
    """Two amounts of different currencies met: a mistake in the program, not in the request."""


class Currency(str):
    """The alphabetic code of an active ISO 4217 currency."""

    __slots__ = ()

    def __new__(cls, code: str) -> Self:
        """Take a code; refuses UnknownCurrency."""
        if code not in EXPONENTS:
            raise UnknownCurrency
        return super().__new__(cls, code)

    @property
    def exponent(self) -> int:
        """How many decimal digits the major unit has: 0, 2, 3 or 4."""
        return EXPONENTS[self]


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in minor units (paise, cents); may be negative."""

    minor: int
    currency: Currency

    def __post_init__(self) -> None:
        """Hold the promises of the type, for a caller that no type checker has read."""
        if type(self.minor) is not int:
            raise TypeError(f"minor units are an int, not {type(self.minor).__name__}")
        if not -MAX_MINOR <= self.minor <= MAX_MINOR:
            raise AmountTooLarge
        if type(self.currency) is not Currency:
            object.__setattr__(self, "currency", Currency(self.currency))

    @classmethod
    def zero(cls, currency: str) -> Self:
        """Nothing, of a currency."""
        return cls(0, Currency(currency))

    @classmethod
    def parse(cls, text: str, currency: str, locale: str) -> Self:
        """Read what a person typed, in any digits, with the signs of her locale.

        refuses  UnreadableAmount when a sign or a group of digits is not where the locale puts it
        """
        unit = Currency(currency)
        minor = written_money.read(text, unit, unit.exponent, locale)
        if minor is None:
            raise UnreadableAmount
        return cls(minor, unit)

    @classmethod
    def of_decimal(cls, value: Decimal, currency: str) -> Self:
        """An exact decimal of major units; refuses UnreadableAmount if it has too many digits."""
        unit = Currency(currency)
        scaled = value.scaleb(unit.exponent)
        if not scaled.is_finite() or scaled != scaled.to_integral_value():
            raise UnreadableAmount
        return cls(int(scaled), unit)

    def to_decimal(self) -> Decimal:
        """The major units with all their digits, as files and QR codes write them: `12.50`."""
        return Decimal(self.minor).scaleb(-self.currency.exponent)

    def format(self, locale: str) -> str:
        """The amount as people of the locale write it: `₹1,00,000.00`."""
        return written_money.write(self.to_decimal(), self.currency, self.currency.exponent, locale)

    def split(self, parts: int) -> list["Money"]:
        """Share out whole units; the first shares carry the remainder, so none is lost."""
        return self.allocate([1] * parts)

    def allocate(self, weights: Sequence[int]) -> list["Money"]:
        """Share out by weight; units left over go to the largest remainders, ties to the first."""
        total = sum(weights)
        if total <= 0 or min(weights) < 0:
            raise ValueError("weights are not negative and at least one is above zero")
        sign, size = (-1 if self.minor < 0 else 1), abs(self.minor)
        shares = [size * weight // total for weight in weights]
        remainders = [size * weight % total for weight in weights]
        by_remainder = sorted(range(len(weights)), key=lambda i: -remainders[i])
        for i in by_remainder[: size - sum(shares)]:
            shares[i] += 1
        return [Money(sign * share, self.currency) for share in shares]

    def _same(self, other: "Money") -> int:
        if self.currency != other.currency:
            raise CurrencyMismatch(f"{self.currency} and {other.currency}")
        return other.minor

    def __add__(self, other: "Money") -> "Money":
        return Money(self.minor + self._same(other), self.currency)

    def __sub__(self, other: "Money") -> "Money":
        return Money(self.minor - self._same(other), self.currency)

    def __neg__(self) -> "Money":
        return Money(-self.minor, self.currency)

    def __abs__(self) -> "Money":
        return Money(abs(self.minor), self.currency)

    def __mul__(self, times: int) -> "Money":
        return Money(self.minor * times, self.currency)

    def __lt__(self, other: "Money") -> bool:
        return self.minor < self._same(other)

    def __le__(self, other: "Money") -> bool:
        return self.minor <= self._same(other)

    def __gt__(self, other: "Money") -> bool:
        return self.minor > self._same(other)

    def __ge__(self, other: "Money") -> bool:
        return self.minor >= self._same(other)

    def __bool__(self) -> bool:
        """Whether there is any money at all."""
        return self.minor != 0

    def __str__(self) -> str:
        return f"{self.currency} {self.to_decimal()}"


def total(amounts: Sequence[Money], currency: str) -> Money:
    """The sum of amounts of one currency; zero of it when there are none."""
    result = Money.zero(currency)
    for amount in amounts:
        result += amount
    return result
