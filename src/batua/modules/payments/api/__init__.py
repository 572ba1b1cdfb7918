"""Every route of payments."""

from typing import Any

from batua.modules.payments.api import bulk, limits, payees, payments, rails, requests, wallets

ROUTES: list[Any] = [
    *wallets.ROUTES,
    *payees.ROUTES,
    *payments.ROUTES,
    *requests.ROUTES,
    *rails.ROUTES,
    *bulk.ROUTES,
    *limits.ROUTES,
    *rails.ROUTES,
]
