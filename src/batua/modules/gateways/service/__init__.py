"""The door of the rails: intend, start, receive, ask, refund, settle.

A provider is never called inside a transaction: the intention is committed, the provider is called
with the attempt's id as idempotency key, and what it answers is settled in a transaction of its
own. Money moves only when the provider's own status query confirms reference, amount and currency.
"""

from batua.modules.gateways.service.asking import (
    ask,
    attempt,
    attempts,
    claim_due,
    look,
    settle,
    start,
    undecided,
)
from batua.modules.gateways.service.callback import CallbackDoor
from batua.modules.gateways.service.connected import ROOM, settled
from batua.modules.gateways.service.keeping import keys
from batua.modules.gateways.service.looking import (
    callbacks,
    rejected,
    replay,
    traffic,
    write_rejections,
)
from batua.modules.gateways.service.order import intend, refund
from batua.modules.gateways.service.pages import checkout_page, come_back
from batua.modules.gateways.service.routing import keep_routing, route, routing
from batua.modules.gateways.service.sealing import rotate_keys

__all__ = [
    "ROOM",
    "CallbackDoor",
    "ask",
    "attempt",
    "attempts",
    "callbacks",
    "checkout_page",
    "claim_due",
    "come_back",
    "intend",
    "keep_routing",
    "keys",
    "look",
    "refund",
    "rejected",
    "replay",
    "rotate_keys",
    "route",
    "routing",
    "settle",
    "settled",
    "start",
    "traffic",
    "undecided",
    "write_rejections",
]
