"""The door of webhooks: register endpoints, tell them of facts, and show what became of it."""

from batua.modules.webhooks.service.endpoints import (
    change,
    endpoint,
    endpoints,
    kinds,
    register,
    remove,
    rotate_secret,
)
from batua.modules.webhooks.service.log import (
    deliveries,
    delivery,
    forget,
    replay,
    replay_failed,
)
from batua.modules.webhooks.service.sealing import rotate_keys
from batua.modules.webhooks.service.sending import queue_due, send
from batua.modules.webhooks.service.telling import tell, test

__all__ = [
    "change",
    "deliveries",
    "delivery",
    "endpoint",
    "endpoints",
    "forget",
    "kinds",
    "queue_due",
    "register",
    "remove",
    "replay",
    "replay_failed",
    "rotate_keys",
    "rotate_secret",
    "send",
    "tell",
    "test",
]
