"""HTTP of the rails: checkout pages of ours; keys, routes, attempts and callbacks for officers."""

from typing import Any

from batua.modules.gateways.api import attempts, callbacks, checkouts, keys, routing

ROUTES: list[Any] = [
    *routing.ROUTES,
    *attempts.ROUTES,
    *keys.ROUTES,
    *callbacks.ROUTES,
    *checkouts.ROUTES,
]
