"""The filters of a history, as query parameters."""

from dataclasses import dataclass
from typing import Annotated
from uuid import UUID

from litestar.params import QueryParameter

from batua.kit.money import Currency
from batua.kit.web import From, To, moment_of
from batua.modules.identity.types import PersonId
from batua.modules.payments.types import (
    Direction,
    HistoryFilter,
    PaymentKind,
    PaymentStatus,
    RequestStatus,
)

MAX_MINOR = 9_000_000_000_000_000

Text = Annotated[
    str | None,
    QueryParameter(
        description="Words of the note, the reference, or the name of the other side.",
        max_length=100,
        required=False,
    ),
]
PersonFilter = Annotated[
    UUID | None, QueryParameter(description="Only payments with this person.", required=False)
]
MinMinor = Annotated[
    int | None,
    QueryParameter(description="Smallest amount.", ge=0, le=MAX_MINOR, required=False),
]
MaxMinor = Annotated[
    int | None,
    QueryParameter(description="Largest amount.", ge=0, le=MAX_MINOR, required=False),
]
Kinds = Annotated[
    list[PaymentKind] | None,
    QueryParameter(name="kind", description="Only these kinds; may be repeated.", required=False),
]
Statuses = Annotated[
    list[PaymentStatus] | None,
    QueryParameter(
        name="status", description="Only these states; may be repeated.", required=False
    ),
]
DirectionFilter = Annotated[
    Direction | None,
    QueryParameter(
        name="direction", description="Only money in, or only money out.", required=False
    ),
]
CurrencyFilter = Annotated[
    str | None,
    QueryParameter(
        name="currency",
        description="Only this currency.",
        pattern="^[A-Z]{3}$",
        required=False,
    ),
]
RequestStatuses = Annotated[
    list[RequestStatus] | None,
    QueryParameter(
        name="status", description="Only these states; may be repeated.", required=False
    ),
]
RequestDirection = Annotated[
    Direction | None,
    QueryParameter(
        name="direction",
        description="`out` for what the caller asked, `in` for what she was asked.",
        required=False,
    ),
]


@dataclass(frozen=True, slots=True)
class Filters:
    """A history filter put together from its query parameters, once for list and export."""

    wanted: HistoryFilter


async def history_filter(
    text: Text = None,
    person: PersonFilter = None,
    min_minor: MinMinor = None,
    max_minor: MaxMinor = None,
    since: From = None,
    until: To = None,
    kinds: Kinds = None,
    statuses: Statuses = None,
    direction: DirectionFilter = None,
    currency: CurrencyFilter = None,
) -> Filters:
    """The filter of a request; refuses UnknownCurrency."""
    return Filters(
        HistoryFilter(
            text=text,
            person=None if person is None else PersonId(person),
            min_minor=min_minor,
            max_minor=max_minor,
            since=None if since is None else moment_of(since, "from"),
            until=None if until is None else moment_of(until, "to"),
            kinds=tuple(kinds or ()),
            statuses=tuple(statuses or ()),
            direction=direction,
            currency=None if currency is None else Currency(currency),
        )
    )
