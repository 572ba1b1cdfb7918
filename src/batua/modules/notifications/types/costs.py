"""The nouns of what channels cost: tariffs, sums, and who says what was charged."""

from dataclasses import dataclass
from datetime import date
from typing import Protocol, runtime_checkable
from uuid import UUID

from batua.modules.notifications.types import Price, Via


@dataclass(frozen=True, slots=True)
class Tariff:
    """What a segment costs to numbers that begin so.

    A text message has as many as it is long; anything else is one.

    prefix  a country, such as +91, or more of a number; empty for everywhere
    """

    channel: Via
    prefix: str
    segment: Price


@dataclass(frozen=True, slots=True, kw_only=True)
class Sum:
    """What a channel cost on a day in a currency.

    currency         None for what nobody knows the price of
    micro            all of it, in millionths
    estimated_micro  how much of that is by our tariff
    count            how many hand-overs
    """

    day: date
    channel: Via
    currency: str | None
    micro: int
    estimated_micro: int
    count: int


@dataclass(frozen=True, slots=True)
class Unpriced:
    """A hand-over whose price its provider has not said."""

    reference: UUID
    provider: str
    provider_ref: str


@runtime_checkable
class Priced(Protocol):
    """A channel whose provider can be asked later what it charged."""

    @property
    def provider(self) -> str:
        """Who it is."""
        ...

    async def price(self, provider_ref: str) -> Price | None:
        """What something cost; None when that is not known yet. Never raises for the network."""
        ...
