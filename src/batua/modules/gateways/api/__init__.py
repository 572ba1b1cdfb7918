"""HTTP of the rails: checkout pages of ours, how money is routed, and what became of it."""

from typing import Any

from batua.modules.gateways.api import attempts, checkouts, routing

ROUTES: list[Any] = [*routing.ROUTES, *attempts.ROUTES, *checkouts.ROUTES]
