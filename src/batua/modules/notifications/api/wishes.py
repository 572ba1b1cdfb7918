"""How a person wishes to be reached, over HTTP."""

from typing import Annotated, Any, Final

import msgspec

from batua.kit.caller import Caller
from batua.kit.db import Database
from batua.kit.secrets import KeyRing
from batua.kit.web import get, put
from batua.modules.notifications import service
from batua.modules.notifications.errors import AlarmsStay, BadWishes
from batua.modules.notifications.types import Digest, Topic, Via, Wishes

D = msgspec.Meta


class OffShape(msgspec.Struct, forbid_unknown_fields=True):
    """A channel that is not wanted for one matter."""

    topic: Annotated[Topic, D(description="The matter; security cannot be turned off.")]
    channel: Annotated[Via, D(description="The channel.")]


class DigestOut(msgspec.Struct):
    """The summary that would leave now."""

    is_empty: Annotated[bool, D(description="Whether there is nothing in it.")]
    subject: Annotated[str, D(description="Its line.", examples=["Your summary"])]
    text: Annotated[str, D(description="Its words.", examples=["• Money from Ravi …"])]
    html: Annotated[str, D(description="The same as a page.")]


class WishesShape(msgspec.Struct, forbid_unknown_fields=True):
    """How the caller wishes to be reached outside the app; the app itself always tells her."""

    off: Annotated[
        list[Via], D(description="Channels that she does not want.", examples=[["call"]])
    ]
    quiet_from: Annotated[
        int, D(description="From this hour of her day on she is left in peace.", examples=[21])
    ]
    quiet_until: Annotated[int, D(description="Until this hour.", examples=[8])]
    shows_amounts: Annotated[
        bool, D(description="Whether amounts may stand on a lock screen.", examples=[False])
    ] = False

    off_in: Annotated[
        list[OffShape], D(description="Channels that she does not want for some matters.")
    ] = []
    digest: Annotated[
        Digest, D(description="How often what she has not read comes as one e-mail.")
    ] = Digest.NONE

    @classmethod
    def of(cls, wishes: Wishes) -> "WishesShape":
        return cls(
            sorted(wishes.off),
            wishes.quiet_from,
            wishes.quiet_until,
            wishes.shows_amounts,
            [OffShape(topic, via) for topic, via in sorted(wishes.off_in)],
            wishes.digest,
        )


@get("/notifications/wishes", permission="notifications.wishes.read")
async def read_wishes(caller: Caller, db: Database) -> WishesShape:
    """How the caller wishes to be reached."""
    async with db.read() as tx:
        return WishesShape.of(await service.wishes(tx, caller.person))


@put(
    "/notifications/wishes",
    permission="notifications.wishes.change",
    refuses=(AlarmsStay, BadWishes),
)
async def change_wishes(caller: Caller, db: Database, data: WishesShape) -> WishesShape:
    """Be reached otherwise from now on, also with what waits already. Codes are no reminders."""
    wanted = Wishes(
        off=frozenset(data.off),
        quiet_from=data.quiet_from,
        quiet_until=data.quiet_until,
        shows_amounts=data.shows_amounts,
        off_in=frozenset((one.topic, one.channel) for one in data.off_in),
        digest=data.digest,
    )
    async with db.transaction() as tx:
        await service.change_wishes(tx, caller.person, wanted)
    return WishesShape.of(wanted)


@get("/notifications/digest", permission="notifications.wishes.read")
async def preview_digest(caller: Caller, db: Database, keys: KeyRing) -> DigestOut:
    """The summary that the caller would get now, of what she has not read."""
    async with db.read() as tx:
        found = await service.preview_digest(tx, keys, caller.person)
    if found is None:
        return DigestOut(is_empty=True, subject="", text="", html="")
    words = found.words
    return DigestOut(is_empty=False, subject=words.subject, text=words.text, html=found.html or "")


ROUTES: Final[list[Any]] = [read_wishes, change_wishes, preview_digest]
