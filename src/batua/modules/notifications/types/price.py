"""What a provider charges: whole millionths of a currency, never a float."""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

MICRO: Final = 1_000_000
_AMOUNT: Final = re.compile(r"[+-]?[0-9]{1,9}(?:\.[0-9]{1,20})?")
_UNIT: Final = re.compile(r"[A-Za-z]{3}")


@dataclass(frozen=True, slots=True)
class Price:
    """Millionths of a currency's whole unit: a text message costs less than its smallest coin."""

    currency: str
    micro: int

    @classmethod
    def read(cls, amount: str | None, unit: str | None) -> "Price | None":
        """A decimal text and a currency, exactly; None when they are none, or finer than millionths."""
        if not amount or not unit or not _AMOUNT.fullmatch(amount) or not _UNIT.fullmatch(unit):
            return None
        micro = Decimal(amount) * MICRO
        return cls(unit.upper(), int(micro)) if micro == micro.to_integral_value() else None

    @property
    def amount(self) -> str:
        """The whole units as a decimal text."""
        whole, part = divmod(abs(self.micro), MICRO)
        return f"{'-' if self.micro < 0 else ''}{whole}.{part:06d}"
