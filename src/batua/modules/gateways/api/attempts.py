"""Attempts over HTTP: what was tried, by which provider, why there, and what came of it."""

from datetime import datetime
from typing import Annotated, Any, Final
from uuid import UUID

import msgspec
from litestar.params import QueryParameter

from batua.kit.db import Database
from batua.kit.refusal import BadCursor
from batua.kit.web import Amount, Cursor, Limit, get
from batua.modules.gateways import service
from batua.modules.gateways.api.shapes import RouteOut
from batua.modules.gateways.types import Attempt, AttemptFilter, AttemptState, Direction

D = msgspec.Meta
WHEN = "2026-11-21T09:30:00Z"
About = Annotated[
    UUID | None,
    QueryParameter(description="Only an attempt, or those of a payment.", required=False),
]


OfProvider = Annotated[
    str | None,
    QueryParameter(
        description="Only of this provider.",
        pattern="^[a-z0-9_]{1,32}$",
        required=False,
        schema_extra={"examples": ["razorpay"]},
    ),
]
InState = Annotated[
    AttemptState | None,
    QueryParameter(name="state", description="Only of this state.", required=False),
]
Going = Annotated[
    Direction | None, QueryParameter(description="Only money that goes this way.", required=False)
]


class AttemptOut(msgspec.Struct):
    """One try to move money through one provider; no bank details, no address of a page."""

    id: Annotated[UUID, D(description="The attempt: also its reference at the provider.")]
    provider: Annotated[str, D(description="Who was asked.", examples=["razorpay"])]
    direction: Annotated[Direction, D(description="Which way the money goes.")]
    amount: Annotated[Amount, D(description="How much.")]
    state: Annotated[AttemptState, D(description="How far it has come.")]
    failure: Annotated[str | None, D(description="Why it failed.", examples=["declined"])]
    purpose: Annotated[str, D(description="What it is for.", examples=["payments.top_up"])]
    reference: Annotated[UUID, D(description="The payment that it is for.")]
    follows: Annotated[
        UUID | None, D(description="The attempt that another provider would not begin.")
    ]
    route: Annotated[RouteOut | None, D(description="Why it went this way.")]
    created_at: Annotated[datetime, D(description="When it was written.", examples=[WHEN])]
    changed_at: Annotated[datetime, D(description="When its state changed.", examples=[WHEN])]

    @classmethod
    def of(cls, found: Attempt) -> "AttemptOut":
        return cls(
            id=found.id,
            provider=found.provider,
            direction=found.direction,
            amount=Amount.of(found.amount),
            state=found.state,
            failure=found.failure,
            purpose=found.purpose,
            reference=found.reference,
            follows=found.follows,
            route=None if found.route is None else RouteOut.of(found.route),
            created_at=found.created_at,
            changed_at=found.changed_at,
        )


class AttemptPage(msgspec.Struct):
    """Some attempts."""

    items: Annotated[list[AttemptOut], D(description="The newest first.")]
    next: Annotated[
        str | None, D(description="Cursor of the next page; null at the end.", examples=["WyIy"])
    ]


@get("/gateways/attempts", permission="gateways.attempts.read", refuses=(BadCursor,))
async def list_attempts(
    db: Database,
    about: About = None,
    provider: OfProvider = None,
    in_state: InState = None,
    direction: Going = None,
    cursor: Cursor = None,
    limit: Limit = 50,
) -> AttemptPage:
    """Attempts at all providers, the newest first."""
    wanted = AttemptFilter(about=about, provider=provider, state=in_state, direction=direction)
    async with db.read() as tx:
        page = await service.attempts(tx, wanted, cursor, limit)
    return AttemptPage([AttemptOut.of(each) for each in page.items], page.next)


ROUTES: Final[list[Any]] = [list_attempts]
