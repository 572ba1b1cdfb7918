"""The browsers that a person lets us push to, over HTTP."""

from datetime import datetime
from typing import Annotated, Any, Final
from uuid import UUID

import msgspec
from litestar.params import Dependency, PathParameter

from batua.kit.caller import Caller
from batua.kit.db import Database
from batua.kit.secrets import KeyRing
from batua.kit.web import delete, get, post
from batua.modules.notifications import service
from batua.modules.notifications.errors import BadSubscription, NoSuchPushDevice
from batua.modules.notifications.types.push import PushDevice, PushSubscription

D = msgspec.Meta

Push = Annotated[service.Push, Dependency(skip_validation=True)]
DevicePath = Annotated[UUID, PathParameter(description="Name of the browser.")]


class PushKeyOut(msgspec.Struct):
    """By which key push services know us."""

    public_key: Annotated[
        str,
        D(description="The `applicationServerKey` that a browser subscribes with, in base64url."),
    ]


class PushDeviceOut(msgspec.Struct):
    """A browser that is pushed to."""

    id: Annotated[UUID, D(description="Name of the browser.")]
    device: Annotated[
        UUID, D(description="The device it runs on, as the list of devices names it.")
    ]
    service: Annotated[
        str, D(description="Whose push service it uses.", examples=["fcm.googleapis.com"])
    ]
    added_at: Annotated[datetime, D(description="Since when.")]
    is_this: Annotated[bool, D(description="Whether it is the caller's device.")]

    @classmethod
    def of(cls, found: PushDevice, caller: Caller) -> "PushDeviceOut":
        is_this = found.device == caller.device
        return cls(found.id, found.device, found.service, found.added_at, is_this)


class PushDevicesOut(msgspec.Struct):
    """The browsers that the caller is pushed to."""

    items: Annotated[list[PushDeviceOut], D(description="The newest first.")]


class PushDeviceIn(msgspec.Struct, forbid_unknown_fields=True):
    """What the browser's push manager gave."""

    endpoint: Annotated[
        str,
        D(
            max_length=1000,
            description="Where the browser's push service takes messages for it.",
            examples=["https://fcm.googleapis.com/fcm/send/dGhpcy1pcy1ub3Q"],
        ),
    ]
    p256dh: Annotated[
        str,
        D(
            max_length=120,
            description="Its public key, in base64url.",
            examples=[
                "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4"
            ],
        ),
    ]
    auth: Annotated[
        str,
        D(
            max_length=40,
            description="Its secret, in base64url.",
            examples=["BTBZMqHH6r4Tts7J_aSIgg"],
        ),
    ]


@get("/push/key", permission="notifications.push.read")
async def read_key(push: Push) -> PushKeyOut:
    """The key that a browser subscribes with."""
    return PushKeyOut(await push.keys.public())


@get("/push/devices", permission="notifications.push.read")
async def list_devices(caller: Caller, db: Database) -> PushDevicesOut:
    """The browsers that the caller is pushed to."""
    async with db.read() as tx:
        found = await service.push_devices(tx, caller.person)
    return PushDevicesOut([PushDeviceOut.of(one, caller) for one in found])


@post(
    "/push/devices",
    permission="notifications.push.change",
    refuses=(BadSubscription,),
    status_code=200,
)
async def add_device(
    caller: Caller, db: Database, keys: KeyRing, push: Push, data: PushDeviceIn
) -> PushDeviceOut:
    """Push to this browser until it is signed out; the same browser is kept once."""
    what = PushSubscription(data.endpoint, data.p256dh, data.auth)
    async with db.transaction() as tx:
        kept = await service.start_push(tx, keys, caller, what, loopback=push.loopback)
    return PushDeviceOut.of(kept, caller)


@delete(
    "/push/devices/{id:uuid}", permission="notifications.push.change", refuses=(NoSuchPushDevice,)
)
async def remove_device(caller: Caller, db: Database, id: DevicePath) -> None:
    """Push to a browser of the caller no more."""
    async with db.transaction() as tx:
        await service.stop_push(tx, caller.person, id)


ROUTES: Final[list[Any]] = [read_key, list_devices, add_device, remove_device]
