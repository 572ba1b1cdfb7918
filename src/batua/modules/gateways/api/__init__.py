"""HTTP of the rails, for those who run the house: how money is routed, and what became of it."""

from typing import Any

from batua.modules.gateways.api import attempts, routing

ROUTES: list[Any] = [*routing.ROUTES, *attempts.ROUTES]
