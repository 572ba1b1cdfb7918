"""How a person wishes to be reached, over HTTP."""

from typing import Annotated, Any, Final

import msgspec

from batua.kit.caller import Caller
from batua.kit.db import Database
from batua.kit.web import get, put
from batua.modules.notifications import service
from batua.modules.notifications.errors import BadWishes
from batua.modules.notifications.types import Via, Wishes

D = msgspec.Meta


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

    @classmethod
    def of(cls, wishes: Wishes) -> "WishesShape":
        return cls(sorted(wishes.off), wishes.quiet_from, wishes.quiet_until, wishes.shows_amounts)


@get("/notifications/wishes", permission="notifications.wishes.read")
async def read_wishes(caller: Caller, db: Database) -> WishesShape:
    """How the caller wishes to be reached."""
    async with db.read() as tx:
        return WishesShape.of(await service.wishes(tx, caller.person))


@put(
    "/notifications/wishes",
    permission="notifications.wishes.change",
    refuses=(BadWishes,),
)
async def change_wishes(caller: Caller, db: Database, data: WishesShape) -> WishesShape:
    """Be reached otherwise from now on, also with what waits already. Codes are no reminders."""
    wanted = Wishes(
        off=frozenset(data.off),
        quiet_from=data.quiet_from,
        quiet_until=data.quiet_until,
        shows_amounts=data.shows_amounts,
    )
    async with db.transaction() as tx:
        await service.change_wishes(tx, caller.person, wanted)
    return WishesShape.of(wanted)


ROUTES: Final[list[Any]] = [read_wishes, change_wishes]
