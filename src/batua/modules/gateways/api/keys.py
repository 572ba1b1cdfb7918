"""Providers over HTTP: how each is connected and how it does; keys are written and never read."""

from datetime import datetime
from typing import Annotated, Any, Final

import msgspec
from litestar.params import Dependency, PathParameter

from batua.kit.caller import Caller
from batua.kit.connections import (
    Connection,
    ConnectionChanged,
    ConnectionUnreadable,
    NoSuchConnection,
)
from batua.kit.db import Database, Tx
from batua.kit.refusal import BadField
from batua.kit.secrets import KeyRing
from batua.kit.web import StepUpToken, delete, get, post, put
from batua.kit.web.connections import (
    ConnectionKeysIn,
    ConnectionOut,
    ConnectionTestIn,
    ConnectionTestOut,
    Desk,
    Version,
)
from batua.modules.gateways import service
from batua.modules.gateways.types import Rails
from batua.modules.gateways.types.callbacks import Traffic
from batua.modules.identity import service as identity
from batua.modules.identity.errors import StepUpExpired, StepUpRequired

D = msgspec.Meta
WHEN = "2026-11-21T09:30:00Z"
Connected = Annotated[Rails, Dependency(skip_validation=True)]
NamePath = Annotated[
    str,
    PathParameter(description="The provider.", pattern="^[a-z0-9_]{1,32}$"),
]


class TrafficOut(msgspec.Struct):
    """What a provider sent in the last day; counts stop at ten thousand."""

    undecided: Annotated[int, D(description="Attempts that have not ended.")]
    received: Annotated[int, D(description="Callbacks that were authentic.")]
    rejected: Annotated[int, D(description="Callbacks that were turned away.")]
    last_at: Annotated[
        datetime | None, D(description="When the last authentic one came.", examples=[WHEN])
    ]

    @classmethod
    def of(cls, found: Traffic) -> "TrafficOut":
        return cls(found.undecided, found.received, found.rejected, found.last_at)


class RailOut(msgspec.Struct):
    """A provider: how it is connected, and how it does."""

    connection: Annotated[ConnectionOut, D(description="By which settings.")]
    is_well: Annotated[
        bool | None,
        D(description="Whether it answers this process, and soon; null when not connected."),
    ]
    traffic: Annotated[TrafficOut, D(description="What it sent of late.")]


class RailsOut(msgspec.Struct):
    """Every provider that can be connected."""

    items: Annotated[list[RailOut], D(description="The providers.")]


@get("/gateways/providers", permission="gateways.providers.read")
async def list_providers(db: Database, rails: Connected, connections: Desk) -> RailsOut:
    """Every provider that can be connected, and how it does."""
    async with db.read() as tx:
        found = [
            await _seen(tx, rails, await service.keys.show(tx, connections, name))
            for name in connections.names(service.keys.owner)
        ]
    return RailsOut(found)


@get(
    "/gateways/providers/{name:str}",
    permission="gateways.providers.read",
    refuses=(NoSuchConnection,),
)
async def read_provider(
    db: Database, rails: Connected, connections: Desk, name: NamePath
) -> RailOut:
    """One provider."""
    async with db.read() as tx:
        return await _seen(tx, rails, await service.keys.show(tx, connections, name))


@get(
    "/gateways/providers/{name:str}/keys",
    permission="gateways.providers.read",
    refuses=(NoSuchConnection,),
)
async def read_provider_keys(db: Database, connections: Desk, name: NamePath) -> ConnectionOut:
    """Which keys are set, by whom and since when; never what they are."""
    async with db.read() as tx:
        return ConnectionOut.of(await service.keys.show(tx, connections, name))


@put(
    "/gateways/providers/{name:str}/keys",
    permission="gateways.providers.change",
    refuses=(
        BadField,
        ConnectionChanged,
        ConnectionUnreadable,
        NoSuchConnection,
        StepUpExpired,
        StepUpRequired,
    ),
)
async def change_provider_keys(
    caller: Caller,
    db: Database,
    keys: KeyRing,
    connections: Desk,
    name: NamePath,
    data: ConnectionKeysIn,
    step_up: StepUpToken = None,
) -> ConnectionOut:
    """Keep other keys; they are in force everywhere within seconds."""
    async with db.transaction() as tx:
        await identity.require_step_up(tx, keys, caller.session, step_up)
        kept = await service.keys.change(tx, connections, caller.person, name, data.to_change())
    await connections.refresh(db)
    return ConnectionOut.of(kept)


@delete(
    "/gateways/providers/{name:str}/keys",
    permission="gateways.providers.change",
    refuses=(ConnectionChanged, NoSuchConnection, StepUpExpired, StepUpRequired),
    status_code=200,
)
async def forget_provider_keys(
    caller: Caller,
    db: Database,
    keys: KeyRing,
    connections: Desk,
    name: NamePath,
    version: Version,
    step_up: StepUpToken = None,
) -> ConnectionOut:
    """Take away what is kept: what the environment says is in force again."""
    async with db.transaction() as tx:
        await identity.require_step_up(tx, keys, caller.session, step_up)
        kept = await service.keys.forget(tx, connections, caller.person, name, version)
    await connections.refresh(db)
    return ConnectionOut.of(kept)


@post(
    "/gateways/providers/{name:str}/test",
    permission="gateways.providers.change",
    refuses=(BadField, ConnectionUnreadable, NoSuchConnection),
    status_code=200,
)
async def test_provider(
    db: Database, connections: Desk, name: NamePath, data: ConnectionTestIn
) -> ConnectionTestOut:
    """Make a harmless call with the keys in force, or with those that are about to be kept."""
    return ConnectionTestOut.of(await service.keys.probe(db, connections, name, data.to_change()))


async def _seen(tx: Tx, rails: Rails, found: Connection) -> RailOut:
    rail = rails.providers.get(found.name)
    return RailOut(
        ConnectionOut.of(found),
        None if rail is None else rail.is_well(),
        TrafficOut.of(await service.traffic(tx, found.name)),
    )


ROUTES: Final[list[Any]] = [
    list_providers,
    read_provider,
    read_provider_keys,
    change_provider_keys,
    forget_provider_keys,
    test_provider,
]
