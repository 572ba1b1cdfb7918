"""The rules of routing over HTTP, and a dry run of them."""

from datetime import datetime
from typing import Annotated, Any, Final, Literal

import msgspec
from litestar.params import Dependency

from batua.kit.caller import Caller
from batua.kit.db import Database
from batua.kit.refusal import BadField
from batua.kit.web import Amount, get, post, put
from batua.modules.gateways import service
from batua.modules.gateways.api.shapes import RouteOut
from batua.modules.gateways.errors import RoutingChanged
from batua.modules.gateways.types import Direction, Rails, RouteAsk
from batua.modules.gateways.types.routing import Cost, KeptRouting, RouteRule, Routing

D = msgspec.Meta
Connected = Annotated[Rails, Dependency(skip_validation=True)]


class ProviderOut(msgspec.Struct):
    """A provider that is connected."""

    name: Annotated[str, D(description="Its name.", examples=["razorpay"])]
    is_well: Annotated[
        bool, D(description="Whether it answers this process, and soon; it is asked last if not.")
    ]


class RoutingOut(msgspec.Struct):
    """How money is routed."""

    version: Annotated[int, D(description="Of the rules; 0 when nobody has made any.")]
    rules: Annotated[list[RouteRule], D(description="The first that fits is followed.")]
    costs: Annotated[list[Cost], D(description="What providers take.")]
    providers: Annotated[list[ProviderOut], D(description="Who is connected, in their order.")]
    made_at: Annotated[
        datetime | None, D(description="When they were made.", examples=["2026-11-21T09:30:00Z"])
    ]


class RoutingIn(msgspec.Struct, forbid_unknown_fields=True):
    """Rules and costs in the place of those of a version."""

    version: Annotated[int, D(description="The version that was read.", ge=0, le=2**31 - 2)]
    rules: Annotated[list[RouteRule], D(description="The new rules.", max_length=100)]
    costs: Annotated[list[Cost], D(description="The new costs.", max_length=400)]


class RouteTrialIn(msgspec.Struct, forbid_unknown_fields=True):
    """Money whose way is asked for."""

    direction: Annotated[Literal["in", "out"], D(description="Money that comes, or goes.")]
    amount: Annotated[Amount, D(description="How much.")]
    country: Annotated[
        Annotated[str, D(pattern="^[A-Z]{2}$")] | None,
        D(description="Of the person's telephone number, ISO 3166-1.", examples=["NG"]),
    ] = None


@get("/gateways/routing", permission="gateways.routing.read")
async def read_routing(db: Database, rails: Connected) -> RoutingOut:
    """The rules and costs in force, and who is connected."""
    async with db.read() as tx:
        return _out(rails, await service.routing(tx))


@put(
    "/gateways/routing",
    permission="gateways.routing.change",
    refuses=(BadField, RoutingChanged),
)
async def change_routing(
    caller: Caller, db: Database, rails: Connected, data: RoutingIn
) -> RoutingOut:
    """Change the rules and costs; money that is under way keeps its route."""
    wanted = Routing(rules=data.rules, costs=data.costs)
    async with db.transaction() as tx:
        kept = await service.keep_routing(tx, caller.person, data.version, wanted)
    return _out(rails, kept)


@post("/gateways/routing/trial", permission="gateways.routing.read", status_code=200)
async def try_routing(db: Database, rails: Connected, data: RouteTrialIn) -> RouteOut:
    """What would happen to some money now: nothing is begun."""
    ask = RouteAsk(Direction(data.direction), data.amount.to_money(), data.country)
    async with db.read() as tx:
        return RouteOut.of(await service.route(tx, rails, ask))


def _out(rails: Rails, kept: KeptRouting) -> RoutingOut:
    found = [ProviderOut(name, one.is_well()) for name, one in rails.providers.items()]
    return RoutingOut(kept.version, kept.routing.rules, kept.routing.costs, found, kept.made_at)


ROUTES: Final[list[Any]] = [read_routing, change_routing, try_routing]
