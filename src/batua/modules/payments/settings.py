"""What an operator may choose about payments."""

from dataclasses import dataclass, field
from functools import cache
from typing import ClassVar

from batua.kit.money import Currency
from batua.kit.settings import load, register


@register
@dataclass(frozen=True, slots=True)
class PaymentsSettings:
    """Payments of one installation."""

    ENV_PREFIX: ClassVar[str] = "BATUA_PAYMENTS_"
    default_currency: Currency = field(
        default=Currency("INR"),
        metadata={"help": "Currency of the wallet that everyone has from the start."},
    )


@cache
def payments_settings() -> PaymentsSettings:
    """The settings of this process, read once."""
    return load(PaymentsSettings)
