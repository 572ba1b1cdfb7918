"""The head of the chain is written elsewhere, so that even who has the keys cannot rewrite it."""

from collections.abc import Sequence
from typing import Any, Final, Protocol

from batua.kit.db import Database
from batua.kit.logs import log
from batua.modules.ledger.service import sealing
from batua.modules.ledger.service.runs import head_told

ROOM: Final = "head_keepers"


class HeadKeeper(Protocol):
    """Something outside the database that keeps heads."""

    async def keep(self, head: dict[str, Any]) -> None:
        """Keep a head; the same one again changes nothing."""


async def publish_head(db: Database, keepers: Sequence[HeadKeeper]) -> int:
    """Hand the last head to each keeper; how many took it.

    repeat  keepers know the head already
    """
    async with db.statement() as tx:
        head = await sealing.head(tx)
    taken = 0
    for keeper in keepers if head is not None else ():
        assert head is not None
        try:
            await keeper.keep(head_told(head))
        except Exception as error:  # noqa: BLE001 - one keeper that is away must not stop the others
            log.error("head_not_kept", keeper=type(keeper).__name__, reason=type(error).__name__)
        else:
            taken += 1
    return taken
