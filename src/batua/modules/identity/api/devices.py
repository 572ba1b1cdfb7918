"""One's own devices and sessions."""

from typing import Any
from uuid import UUID

from batua.kit.caller import Caller
from batua.kit.db import Database
from batua.kit.web import delete, get, patch, post
from batua.modules.identity import errors, service
from batua.modules.identity.api import shapes
from batua.modules.identity.rules import profile
from batua.modules.identity.service import Means
from batua.modules.identity.types import Device, DeviceId, Session, SessionId


@get("/me/devices", permission="identity.devices.read")
async def devices(db: Database, identity_means: Means, caller: Caller) -> shapes.Devices:
    """Your known devices and where you are signed in."""
    async with db.read() as tx:
        found = await service.devices(tx, identity_means.keys, caller)
    return shapes.Devices([_device(device, caller) for device in found])


@patch(
    "/me/devices/{id:uuid}",
    permission="identity.devices.change",
    status_code=204,
    refuses=(errors.NoSuchDevice,),
)
async def name_device(
    db: Database, identity_means: Means, caller: Caller, id: UUID, data: shapes.DeviceIn
) -> None:
    """Call a device by another name."""
    name = profile.device_name(data.name, "")
    async with db.transaction() as tx:
        await service.name_device(tx, identity_means.keys, caller, DeviceId(id), name)


@delete(
    "/me/devices/{id:uuid}",
    permission="identity.devices.change",
    refuses=(errors.NoSuchDevice,),
)
async def revoke_device(db: Database, caller: Caller, id: UUID) -> None:
    """Sign a device out at once; it needs a code to come back."""
    async with db.transaction() as tx:
        await service.revoke_device(tx, caller, DeviceId(id))


@delete(
    "/me/sessions/{id:uuid}",
    permission="identity.devices.change",
    refuses=(errors.NoSuchSession,),
)
async def revoke_session(db: Database, caller: Caller, id: UUID) -> None:
    """End one session at once."""
    async with db.transaction() as tx:
        await service.revoke_session(tx, caller, SessionId(id))


@post("/me/sessions/revoke-others", permission="identity.devices.change", status_code=204)
async def revoke_others(db: Database, caller: Caller) -> None:
    """Sign out everywhere but here."""
    async with db.transaction() as tx:
        await service.revoke_others(tx, caller)


def _device(device: Device, caller: Caller) -> shapes.Device:
    return shapes.Device(
        id=device.id,
        name=device.name,
        created_at=device.created_at,
        last_seen_at=device.last_seen_at,
        is_current=device.id == caller.device,
        sessions=[_session(session, caller) for session in device.sessions],
    )


def _session(session: Session, caller: Caller) -> shapes.DeviceSession:
    return shapes.DeviceSession(
        id=session.id,
        created_at=session.created_at,
        last_used_at=session.last_used_at,
        is_current=session.id == caller.session,
    )


ROUTES: list[Any] = [devices, name_device, revoke_device, revoke_session, revoke_others]
