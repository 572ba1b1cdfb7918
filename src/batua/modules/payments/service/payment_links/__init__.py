"""Payment links: asking for money by a link that people without an account can pay."""

from batua.modules.payments.service.payment_links.making import (
    cancel_payment_link,
    make_payment_link,
    payment_link,
    payment_links,
    payments_by_link,
)
from batua.modules.payments.service.payment_links.paying import (
    begin_by_link,
    checkout_by_link,
    look_at_payment_link,
    settle_by_link,
)

__all__ = [
    "begin_by_link",
    "cancel_payment_link",
    "checkout_by_link",
    "look_at_payment_link",
    "make_payment_link",
    "payment_link",
    "payment_links",
    "payments_by_link",
    "settle_by_link",
]
