"""Who of the demo people is verified as a woman, and who waits for it; safe to repeat."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from batua.apps.demo.people import ASHA, FATIMA, LAKSHMI, MEERA, SUNITA
from batua.apps.demo.stage import Stage
from batua.apps.demo.telling import Event, day
from batua.kit.db import Tx
from batua.modules.kyc import service as kyc
from batua.modules.kyc.errors import AlreadyAsked
from batua.modules.kyc.types import By, Claim, State, Way

VERIFIED: Final = (MEERA, LAKSHMI, SUNITA, ASHA)
STANDING: Final = frozenset({State.ASKED, State.CONFIRMED})


@dataclass(frozen=True, slots=True)
class ClaimEvent(Event):
    """Something about being verified."""

    way: Way


@dataclass(frozen=True, slots=True)
class Claimed(ClaimEvent):
    """She asked to be verified."""


@dataclass(frozen=True, slots=True)
class Met(ClaimEvent):
    """The house confirmed it: no officer lives in the past."""


def story(today: datetime) -> Iterator[ClaimEvent]:
    """Four who are verified, and one who waits for an officer."""
    for n, who in enumerate(VERIFIED):
        asked, met = day(today, 22, 11, 5 * n), day(today, 20, 15, 20 * n)
        yield Claimed(asked, f"claim-{who.key}", who, 0, Way.IN_PERSON)
        yield Met(met, f"met-{who.key}", who, 0, Way.IN_PERSON)
    at = today - timedelta(hours=22)
    yield Claimed(at, f"claim-{FATIMA.key}", FATIMA, 0, Way.VIDEO_CALL)


async def live(stage: Stage, event: ClaimEvent) -> None:
    """Ask or confirm, at the moment at which the clock is held."""
    player = stage.players[event.who.key]
    by = By(player.id, player.session)
    if isinstance(event, Claimed):
        with suppress(AlreadyAsked):
            async with stage.db.transaction() as tx:
                await kyc.ask(tx, by, Claim.WOMAN, event.way)
        return
    async with stage.db.transaction() as tx:
        for one in await kyc.mine(tx, player.id):
            if one.state is State.ASKED:
                await kyc.confirm(tx, None, one.id, event.way)


async def end(tx: Tx, by: By) -> None:
    """She takes back what she asked for: nobody waits, and nothing holds, when she has left."""
    for one in await kyc.mine(tx, by.person):
        if one.state in STANDING:
            await kyc.take_back(tx, by, one.id)
