"""Rails: money that comes from outside, and money that goes there."""

from batua.modules.payments.service.rails.top_ups import (
    expect,
    settle_top_up,
    top_up,
    top_up_of,
)
from batua.modules.payments.service.rails.withdrawals import (
    destination,
    destinations,
    rotate_keys,
    settle_withdrawal,
    withdraw,
    withdrawal_of,
)

__all__ = [
    "destination",
    "destinations",
    "expect",
    "rotate_keys",
    "settle_top_up",
    "settle_withdrawal",
    "top_up",
    "top_up_of",
    "withdraw",
    "withdrawal_of",
]
