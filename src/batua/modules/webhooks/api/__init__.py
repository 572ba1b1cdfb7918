"""HTTP of webhooks, for those who run the house: kinds, endpoints, and the delivery log."""

from typing import Any

from batua.modules.webhooks.api import deliveries, endpoints

ROUTES: list[Any] = [*endpoints.ROUTES, *deliveries.ROUTES]
