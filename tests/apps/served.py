"""The whole web process on a database, without its servers."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import httpx

from batua.apps import web
from batua.apps.wiring import House
from batua.kit.connections import Connections
from batua.kit.db import Database
from batua.kit.files import Files
from batua.kit.secrets import KeyRing
from batua.kit.web import WebSettings
from batua.modules.gateways import service as gateways
from batua.modules.gateways.types import Rails
from batua.modules.groups import service as groups
from batua.modules.notifications import service as notifications
from batua.modules.payments import service as payments
from batua.modules.webhooks.settings import WebhookSettings


@asynccontextmanager
async def served(db: Database, keys: KeyRing) -> AsyncIterator[httpx.AsyncClient]:
    """The whole web process on a database."""
    rails = Rails({}, {}, keys)
    rooms = {
        "identity_means": None,
        "files": Files.in_memory(),
        "rails": rails,
        "channel_doors": None,
        "connections": Connections(keys, [], "", {}),
        "push": notifications.Push(notifications.PushKeys(db, keys), loopback=True),
        "callback_door": gateways.CallbackDoor(db, rails),
        "sends": payments.Sends(db, keys),
        "contributions": groups.Contributions(db, keys),
        "bulk": payments.Bulk(db, keys),
        "wallet_reader": payments.WalletReader(db),
        "history_reader": payments.HistoryReader(db, keys),
        "webhook_settings": WebhookSettings(loopback=True),
    }
    app = web.build(House(db, keys, WebSettings(rate_factor=1000), rooms))
    transport = httpx.ASGITransport(app, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://batua.test") as client:
        yield client
