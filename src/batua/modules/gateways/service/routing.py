"""Which provider new money takes, and who says so."""

from uuid import UUID

from batua.kit import clock, journal
from batua.kit.db import Tx
from batua.modules.gateways.errors import RoutingChanged
from batua.modules.gateways.rules import routing as rules
from batua.modules.gateways.rules.routing import Seen
from batua.modules.gateways.store import routing as store
from batua.modules.gateways.types import Rails, RoutingKept
from batua.modules.gateways.types.routing import KeptRouting, Route, RouteAsk, Routing


async def route(tx: Tx, rails: Rails, ask: RouteAsk) -> Route:
    """The way that money would take now; nothing is written or begun."""
    kept = await store.newest(tx)
    connected = {
        name: Seen(one.offers(ask.direction, ask.amount.currency), one.is_well())
        for name, one in rails.providers.items()
    }
    return rules.choose(kept.routing, ask, connected)


async def routing(tx: Tx) -> KeptRouting:
    """The rules and costs in force."""
    return await store.newest(tx)


async def keep_routing(tx: Tx, by: UUID, version: int, wanted: Routing) -> KeptRouting:
    """Put rules and costs in the place of those of a version; new money follows them at once.

    refuses  RoutingChanged when the version is not the one in force any more; BadField
    states   RoutingKept
    """
    rules.check(wanted)
    kept = KeptRouting(version + 1, wanted, by, clock.now())
    now = await store.newest(tx)
    if now.version != version or not await store.add(tx, kept):
        raise RoutingChanged
    await journal.state(tx, RoutingKept(subject=by, actor=by, version=kept.version))
    return kept
