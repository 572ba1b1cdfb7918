"""Amounts as providers write them, converted exactly or not at all."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation

from batua.kit.currencies import EXPONENTS
from batua.kit.money import AmountTooLarge, Currency, Money, UnknownCurrency


class NotExact(ValueError):
    """An amount cannot be written in the provider's units, or what it wrote is none of ours."""


@dataclass(frozen=True, slots=True)
class Units:
    """How one provider counts money.

    decimals  where it has other decimals than ISO 4217
    steps     the smallest whole number of its units that it takes, where that is not 1
    """

    decimals: Mapping[str, int] = field(default_factory=dict)
    steps: Mapping[str, int] = field(default_factory=dict)

    def whole(self, amount: Money) -> int:
        """The amount as a whole number of the provider's smallest unit; raises NotExact."""
        shift = self._decimals(amount.currency) - amount.currency.exponent
        if shift >= 0:
            found = amount.minor * int(10**shift)
        else:
            found, rest = divmod(amount.minor, 10**-shift)
            if rest:
                raise NotExact
        if found % self.steps.get(amount.currency, 1):
            raise NotExact
        return found

    def decimal(self, amount: Money) -> str:
        """The amount in the major unit, with all decimals of the currency; raises NotExact."""
        decimals = self._decimals(amount.currency)
        return f"{Decimal(self.whole(amount)).scaleb(-decimals):.{decimals}f}"

    def from_whole(self, minor: int, currency: str) -> Money:
        """What the provider wrote as a whole number of its smallest unit; raises NotExact."""
        return self._money(Decimal(minor), self._decimals(currency), currency)

    def from_decimal(self, major: Decimal | str, currency: str) -> Money:
        """What the provider wrote in the major unit, as text or as a number; raises NotExact."""
        try:
            return self._money(Decimal(major), 0, currency)
        except InvalidOperation:
            raise NotExact from None

    def _money(self, number: Decimal, decimals: int, code: str) -> Money:
        # Codes come in small letters from some.
        try:
            currency = Currency(code.upper())
            scaled = number.scaleb(currency.exponent - decimals)
            minor = int(scaled)
            if not number.is_finite() or minor != scaled:
                raise NotExact
            return Money(minor, currency)
        except (UnknownCurrency, AmountTooLarge, InvalidOperation, OverflowError, ValueError):
            raise NotExact from None

    def _decimals(self, code: str) -> int:
        found = self.decimals.get(code.upper())
        return EXPONENTS.get(code.upper(), 0) if found is None else found
