"""Routes: which provider new money takes, and why."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Annotated
from uuid import UUID

import msgspec

from batua.kit.money import Money
from batua.modules.gateways.types.directions import Direction

D = msgspec.Meta
ProviderName = Annotated[str, D(min_length=1, max_length=32, pattern="^[a-z0-9_]+$")]
CurrencyCode = Annotated[str, D(pattern="^[A-Z]{3}$")]
MAX_RULES = 100


class Standing(StrEnum):
    """What routing made of a provider."""

    TAKEN = "taken"
    NEXT = "next"
    """It would take over if those before it did not begin."""
    UNWELL = "unwell"
    """It fails or is slow just now, so it comes after the others."""
    NOT_OFFERED = "not_offered"
    """It does not move this currency this way."""
    NOT_IN_RULE = "not_in_rule"
    NOT_CONNECTED = "not_connected"
    REFUSED = "refused"
    """It did not begin, and another took over."""


class RouteRule(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Which providers some money takes; the first rule that fits is followed.

    What is null fits everything.
    """

    name: Annotated[str, D(description="What it is called.", min_length=1, max_length=80)]
    direction: Annotated[Direction | None, D(description="Money that comes, or goes.")] = None
    country: Annotated[
        Annotated[str, D(pattern="^[A-Z]{2}$")] | None,
        D(description="Of the person's telephone number, ISO 3166-1.", examples=["NG"]),
    ] = None
    currency: Annotated[CurrencyCode | None, D(description="ISO 4217.", examples=["NGN"])] = None
    from_minor: Annotated[
        Annotated[int, D(ge=0, le=2**53)] | None,
        D(description="From this amount on, in minor units; it asks for a currency."),
    ] = None
    below_minor: Annotated[
        Annotated[int, D(ge=1, le=2**53)] | None,
        D(description="Below this amount, in minor units; it asks for a currency."),
    ] = None
    providers: Annotated[
        list[ProviderName],
        D(description="Who takes it, in this order; empty for all.", max_length=20),
    ] = []
    is_by_cost: Annotated[
        bool, D(description="The cheapest first; those whose cost is not known come after.")
    ] = False


class Cost(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a provider takes: basis points of the amount, and minor units beside."""

    provider: Annotated[ProviderName, D(description="Its name.", examples=["razorpay"])]
    direction: Annotated[Direction, D(description="Money that comes, or goes.")]
    currency: Annotated[CurrencyCode, D(description="ISO 4217.", examples=["INR"])]
    bps: Annotated[int, D(description="Hundredths of a percent.", ge=0, le=10_000)] = 0
    fixed_minor: Annotated[int, D(description="Beside it, in minor units.", ge=0, le=2**53)] = 0


class Routing(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How money is routed."""

    rules: Annotated[list[RouteRule], D(description="The first that fits.", max_length=100)] = []
    costs: Annotated[list[Cost], D(description="What providers take.", max_length=400)] = []


@dataclass(frozen=True, slots=True)
class KeptRouting:
    """A version of it; version 0 is that of a house where nobody has made rules."""

    version: int
    routing: Routing
    made_by: UUID | None = None
    made_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class RouteAsk:
    """Money that looks for its way.

    country  ISO 3166-1 of who pays or is paid, where it is known
    """

    direction: Direction
    amount: Money
    country: str | None = None


class Candidate(msgspec.Struct, frozen=True):
    """A provider as routing saw it; `cost_minor` is None where it is not known."""

    provider: str
    standing: Standing
    cost_minor: int | None = None


class Route(msgspec.Struct, frozen=True):
    """Who takes it and who would be next, in order; then who could not, and why.

    rule  the name of the rule that was followed; None for the order of the settings
    """

    rule: str | None
    candidates: tuple[Candidate, ...]

    @property
    def taken(self) -> str | None:
        """Who takes it; None when nobody can."""
        return next((c.provider for c in self.candidates if c.standing is Standing.TAKEN), None)

    @property
    def after(self) -> tuple[str, ...]:
        """Who may take over, in order."""
        return tuple(
            c.provider for c in self.candidates if c.standing in {Standing.NEXT, Standing.UNWELL}
        )
