"""Whoever carries channels over HTTP: how each is connected; keys are written and never read."""

from typing import Annotated, Any, Final

import msgspec
from litestar.params import PathParameter

from batua.kit.caller import Caller
from batua.kit.connections import (
    ConnectionChanged,
    ConnectionUnreadable,
    NoSuchConnection,
)
from batua.kit.db import Database
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
from batua.modules.identity import service as identity
from batua.modules.identity.errors import StepUpExpired, StepUpRequired
from batua.modules.notifications import service

D = msgspec.Meta
READ: Final = "notifications.channels.read"
CHANGE: Final = "notifications.channels.change"
NamePath = Annotated[str, PathParameter(description="Who carries it.", pattern="^[a-z0-9_]{1,32}$")]


class ChannelsOut(msgspec.Struct):
    """Everybody who can carry channels."""

    items: Annotated[list[ConnectionOut], D(description="How each is connected.")]


@get("/channels", permission=READ)
async def list_channels(db: Database, connections: Desk) -> ChannelsOut:
    """Everybody who can carry channels, and how each is connected."""
    async with db.read() as tx:
        names = connections.names(service.keys.owner)
        return ChannelsOut(
            [ConnectionOut.of(await service.keys.show(tx, connections, name)) for name in names]
        )


@get("/channels/{name:str}/keys", permission=READ, refuses=(NoSuchConnection,))
async def read_channel_keys(db: Database, connections: Desk, name: NamePath) -> ConnectionOut:
    """Which keys are set, by whom and since when; never what they are."""
    async with db.read() as tx:
        return ConnectionOut.of(await service.keys.show(tx, connections, name))


@put(
    "/channels/{name:str}/keys",
    permission=CHANGE,
    refuses=(
        BadField,
        ConnectionChanged,
        ConnectionUnreadable,
        NoSuchConnection,
        StepUpExpired,
        StepUpRequired,
    ),
)
async def change_channel_keys(
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
    "/channels/{name:str}/keys",
    permission=CHANGE,
    refuses=(ConnectionChanged, NoSuchConnection, StepUpExpired, StepUpRequired),
    status_code=200,
)
async def forget_channel_keys(
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
    "/channels/{name:str}/test",
    permission=CHANGE,
    refuses=(BadField, ConnectionUnreadable, NoSuchConnection),
    status_code=200,
)
async def test_channel(
    db: Database, connections: Desk, name: NamePath, data: ConnectionTestIn
) -> ConnectionTestOut:
    """Make a harmless call with the keys in force, or with those that are about to be kept."""
    return ConnectionTestOut.of(await service.keys.probe(db, connections, name, data.to_change()))


ROUTES: Final[list[Any]] = [
    list_channels,
    read_channel_keys,
    change_channel_keys,
    forget_channel_keys,
    test_channel,
]
