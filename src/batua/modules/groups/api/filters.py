"""What is looked for in a statement, as query parameters: of the list and of its files alike."""

from dataclasses import dataclass, replace
from typing import Annotated
from uuid import UUID

from litestar.di import Provide
from litestar.params import QueryParameter

from batua.kit.text import MAX_SEARCH
from batua.kit.web import From, To, moment_of
from batua.modules.groups.types import MemberId, StatementFilter, TransactionKind

MAX_MINOR = 9_000_000_000_000_000

MemberFilter = Annotated[
    UUID | None, QueryParameter(description="Only of this membership.", required=False)
]
KindFilter = Annotated[
    list[TransactionKind] | None,
    QueryParameter(
        name="kind", description="Only these kinds; may be repeated.", max_items=20, required=False
    ),
]
Least = Annotated[
    int | None,
    QueryParameter(description="Smallest amount, in or out.", ge=0, le=MAX_MINOR, required=False),
]
Most = Annotated[
    int | None,
    QueryParameter(description="Largest amount, in or out.", ge=0, le=MAX_MINOR, required=False),
]
Text = Annotated[
    str,
    QueryParameter(description="Words of the note.", max_length=MAX_SEARCH, required=False),
]


@dataclass(frozen=True, slots=True)
class Sifting:
    """A filter of a statement put together from its query parameters."""

    wanted: StatementFilter


async def sifting(
    member: MemberFilter = None,
    kinds: KindFilter = None,
    min_minor: Least = None,
    max_minor: Most = None,
    text: Text = "",
) -> Sifting:
    """The filter of a request."""
    return Sifting(
        StatementFilter(
            member=None if member is None else MemberId(member),
            kinds=tuple(kinds or ()),
            min_minor=min_minor,
            max_minor=max_minor,
            text=text,
        )
    )


async def sifting_in_time(filters: Sifting, since: From = None, until: To = None) -> Sifting:
    """The same with its times; refuses BadField when one is none."""
    return Sifting(
        replace(
            filters.wanted,
            since=None if since is None else moment_of(since, "from"),
            until=None if until is None else moment_of(until, "to"),
        )
    )


SIFTED = {"filters": Provide(sifting)}
SIFTED_IN_TIME = {**SIFTED, "sifted": Provide(sifting_in_time)}
