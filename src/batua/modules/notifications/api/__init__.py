"""HTTP of notifications: what a person was told, how she wishes to be reached, and the delivery log."""

from typing import Any

from batua.modules.notifications.api import (
    channels,
    codes,
    costs,
    deliveries,
    doors,
    live,
    orders,
    push,
    templates,
    twilio,
    whatsapp,
    wishes,
)

ROUTES: list[Any] = [
    *live.ROUTES,
    *wishes.ROUTES,
    *deliveries.ROUTES,
    *costs.ROUTES,
    *orders.ROUTES,
    *templates.ROUTES,
    *codes.ROUTES,
    *push.ROUTES,
    *doors.ROUTES,
    *channels.ROUTES,
    *twilio.ROUTES,
    *whatsapp.ROUTES,
]
