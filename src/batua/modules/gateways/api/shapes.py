"""What a route looks like over HTTP."""

from typing import Annotated

import msgspec

from batua.modules.gateways.types.routing import Route, Standing

D = msgspec.Meta


class CandidateOut(msgspec.Struct):
    """A provider as routing saw it."""

    provider: Annotated[str, D(description="Its name.", examples=["razorpay"])]
    standing: Annotated[Standing, D(description="What became of it.")]
    cost_minor: Annotated[
        int | None, D(description="What it takes, in minor units; null if not known.")
    ]


class RouteOut(msgspec.Struct):
    """Who takes money, who would be next, and why not the others."""

    taken: Annotated[str | None, D(description="Who takes it; null when nobody can.")]
    rule: Annotated[
        str | None, D(description="The rule that was followed; null for the order of the settings.")
    ]
    candidates: Annotated[
        list[CandidateOut], D(description="In the order in which they are asked.")
    ]

    @classmethod
    def of(cls, route: Route) -> "RouteOut":
        found = [CandidateOut(c.provider, c.standing, c.cost_minor) for c in route.candidates]
        return cls(route.taken, route.rule, found)
