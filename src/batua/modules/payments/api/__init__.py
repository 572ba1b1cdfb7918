"""Every route of payments."""

from typing import Any

from batua.modules.payments.api import (
    bulk,
    limits,
    payees,
    paying_by_link,
    payment_links,
    payments,
    rails,
    requests,
    wallets,
)

ROUTES: list[Any] = [
    *wallets.ROUTES,
    *payees.ROUTES,
    *payments.ROUTES,
    *requests.ROUTES,
    *rails.ROUTES,
    *bulk.ROUTES,
    *limits.ROUTES,
    *payment_links.ROUTES,
    *paying_by_link.ROUTES,
    *rails.ROUTES,
]
