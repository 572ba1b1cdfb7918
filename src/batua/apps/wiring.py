"""Puts the house together: which rooms there are and what fills their gates."""

from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, replace
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType
from typing import Any

from batua.apps import joining, reaching
from batua.kit import settings
from batua.kit.connections import Connections
from batua.kit.db import Database, DatabaseSettings
from batua.kit.files import Files, FileSettings
from batua.kit.replica import ReplicaSettings
from batua.kit.secrets import KeyRing, KeySettings
from batua.kit.web import WebSettings
from batua.modules.gateways import service as gateways
from batua.modules.gateways.providers import registry
from batua.modules.gateways.types import Rails, Settlement
from batua.modules.groups import service as groups
from batua.modules.identity import service as identity
from batua.modules.ledger import service as ledger
from batua.modules.ledger.providers.heads import HeadFile, HeadPost
from batua.modules.ledger.settings import LedgerSettings
from batua.modules.ledger.types import Proofs
from batua.modules.notifications.jobs import messenger
from batua.modules.notifications.types import Via
from batua.modules.payments import service as payments
from batua.modules.webhooks.providers.posting import HttpPoster
from batua.modules.webhooks.settings import WebhookSettings

MODULES = (
    *("identity", "kyc", "ledger", "gateways", "payments", "groups", "webhooks"),
    "notifications",
)
"""From the ground up."""


@dataclass(frozen=True, slots=True)
class House:
    """Everything that processes are made of.

    rooms  things lent to handlers and jobs by name
    """

    db: Database
    keys: KeyRing
    web_settings: WebSettings
    rooms: Mapping[str, Any]


def part(module: str, name: str) -> ModuleType | None:
    """A file of a module, such as its api; None when the module has none."""
    path = f"batua.modules.{module}.{name}"
    return import_module(path) if find_spec(path) is not None else None


def routes(modules: Sequence[str] = MODULES) -> list[Any]:
    """Every route of the modules."""
    parts = [part(module, "api") for module in modules]
    return [route for found in parts if found is not None for route in found.ROUTES]


def grants() -> dict[str, frozenset[str]]:
    """For each permission, the roles that hold it; a permission is declared once."""
    merged: dict[str, frozenset[str]] = {}
    for module in MODULES:
        found = part(module, "types")
        for permission, roles in getattr(found, "PERMISSIONS", {}).items():
            assert permission not in merged, permission
            merged[permission] = roles
    return merged


def load_watchers(modules: Sequence[str] = MODULES) -> None:
    """Register facts, reactions and jobs by importing them."""
    for module in modules:
        for name in ("types", "reactions", "leaving", "jobs"):
            part(module, name)


def settlements() -> dict[str, Settlement]:
    """Who settles an attempt, by its purpose."""
    return {
        "payments.top_up": payments.settle_top_up,
        "payments.link": payments.settle_by_link,
        "payments.withdrawal": payments.settle_withdrawal,
        "groups.contribution": groups.settle_contribution,
        "groups.repayment": groups.settle_repayment,
        "groups.payout": groups.settle_payout,
    }


def connections_of(ring: KeyRing, web: WebSettings) -> Connections:
    """Whatever may be connected by keys that people keep."""
    specs = [*registry.specs(), *joining.channel_specs(web, ring)]
    return Connections(ring, specs, web.public_url)


def identity_means(ring: KeyRing, files: Files, web: WebSettings) -> identity.Means:
    """What identity needs: codes go out through notifications, photos are for those one has dealt
    with.
    """
    gates = identity.Gates(messenger(ring), files, payments.have_met)
    return settings.load(identity.IdentitySettings).means(ring, gates, web.rate_factor)


def proofs(ring: KeyRing | None) -> Proofs:
    """What the ledger needs to prove itself; without keys, as an auditor may."""
    found = payments.proofs(None if ring is None else ring.seal_key("ledger.block"))
    return replace(found, checks=(*found.checks, groups.agreement))


def head_keepers() -> list[ledger.HeadKeeper]:
    """Where the head of the chain is written besides the database.

    refuses  SettingsError
    """
    chosen = settings.load(LedgerSettings)
    found: list[ledger.HeadKeeper] = []
    if chosen.heads_file is not None:
        found.append(HeadFile(chosen.heads_file))
    if chosen.heads_url:
        if not chosen.heads_secret:
            raise settings.SettingsError("BATUA_LEDGER_HEADS_SECRET is not set. Make one up.")
        found.append(HeadPost(chosen.heads_url, chosen.heads_secret))
    return found


def check_settings() -> None:
    """Refuse a BATUA_ name that is no setting; every module's settings are known by now."""
    import_module("batua.sandbox.settings")
    import_module("batua.kit.logs")
    settings.check_unknown()


@asynccontextmanager
async def open_house() -> AsyncIterator[House]:
    """Read the settings, connect what they name, and close it all at the end.

    refuses  SettingsError naming the setting
    """
    load_watchers()
    check_settings()
    ring = KeyRing.from_settings(settings.load(KeySettings))
    async with AsyncExitStack() as stack:
        db = Database(settings.load(DatabaseSettings), replica=settings.load(ReplicaSettings))
        await db.open()
        stack.push_async_callback(db.close)
        web = settings.load(WebSettings)
        files = Files.from_settings(settings.load(FileSettings))
        webhooks = settings.load(WebhookSettings)
        poster = HttpPoster(loopback=webhooks.loopback)
        stack.push_async_callback(poster.aclose)
        connections = connections_of(ring, web)
        push, browsers = reaching.pushes(stack, web, ring, db)
        joined = joining.Joined(connections, web, ring, {Via.PUSH: browsers})
        stack.push_async_callback(joined.aclose)
        rails = Rails(providers=joined.providers, settlements=settlements(), keys=ring)

        async def then() -> None:
            await gateways.write_rejections(db, rails)
            await joined.tidy()

        await stack.enter_async_context(connections.followed(db, then))
        joined.check()
        rooms = {
            "identity_means": identity_means(ring, files, web),
            "files": files,
            "rails": rails,
            "connections": connections,
            "sms": joined.codes,
            "channels": joined.channels,
            "channel_doors": joined.doors,
            "push": push,
            "callback_door": gateways.CallbackDoor(db, rails),
            "sends": payments.Sends(db, ring),
            "contributions": groups.Contributions(db, ring),
            "bulk": payments.Bulk(db, ring),
            "wallet_reader": payments.WalletReader(db),
            "history_reader": payments.HistoryReader(db, ring),
            "webhook_settings": webhooks,
            "webhook_poster": poster,
            ledger.PROOFS: proofs(ring),
            ledger.ROOM: head_keepers(),
        }
        yield House(db, ring, web, rooms)
