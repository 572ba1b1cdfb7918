"""Callbacks: verified on the raw bytes, stored once, and settled by a job.

Many come at once, and each is worth an answer in a moment: those that arrive while a group is being
stored are the next group, with one commit for all.
"""

from collections.abc import Mapping, Sequence
from typing import Final

from batua.kit import clock, metrics
from batua.kit.db import Database
from batua.kit.jobs import defer_all
from batua.kit.lane import Lane, Stalls, in_parts
from batua.kit.logs import log
from batua.modules.gateways.errors import BadCallback, BadSignature
from batua.modules.gateways.service import connected
from batua.modules.gateways.service.asking import settle
from batua.modules.gateways.store import EVENT, events
from batua.modules.gateways.types import Arrival, Rails
from batua.modules.gateways.types.callbacks import Reason

LANE: Final = "gateways.callbacks"
CALLBACKS: Final = metrics.counter(
    "batua_gateway_callbacks_total", "Callbacks by what became of them.", "provider", "verdict"
)


class CallbackDoor:
    """The door for the callbacks of one process."""

    def __init__(self, db: Database, rails: Rails) -> None:
        self._db = db
        self._rails = rails
        self._lane: Lane[Arrival, bool | None] = Lane(LANE, self._store)
        self._stalls: Stalls[Arrival, str] = Stalls(lambda _: (), _nothing)

    async def receive(self, provider: str, headers: Mapping[str, str], raw_body: bytes) -> None:
        """Take a provider's callback: verify, store once, and queue the settling.

        headers   by lower-case name
        raw_body  the bytes as they came; the signature covers exactly these
        repeat    the same event again is counted and changes nothing
        refuses   NoSuchProvider, BadSignature, BadCallback; a forged event leaves no trace but a
                  count, so that it cannot take the place of the real one; Unavailable
        """
        arrival = _verified(self._rails, provider, headers, raw_body)
        if not await self._lane.put(arrival):
            await self._write([arrival])  # alone, so that it says itself what is wrong with it

    async def drained(self) -> None:
        """Wait until every callback that was handed in is stored."""
        await self._lane.drained()

    async def _store(self, arrivals: Sequence[Arrival]) -> Sequence[bool | Exception | None]:
        return await in_parts(LANE, arrivals, self._write, self._stalls)

    async def _write(self, arrivals: Sequence[Arrival]) -> Sequence[bool]:
        async with self._db.lane() as tx, tx.transaction():
            stored = await events.add(tx, arrivals)
            named = sorted({str(id) for id, is_new in stored.values() if id and is_new})
            await defer_all(tx, settle, {f"gateways.settle:{id}": {"attempt": id} for id in named})
        for each in arrivals:
            attempt, is_new = stored[each.provider, each.callback.event_id]
            verdict = "unmatched" if attempt is None else "new" if is_new else "copy"
            CALLBACKS.labels(each.provider, verdict).inc()
        return [True] * len(arrivals)


def _verified(rails: Rails, provider: str, headers: Mapping[str, str], raw_body: bytes) -> Arrival:
    adapter = connected.provider_of(rails, provider)
    now = clock.now()
    try:
        callback = adapter.read_callback(headers, raw_body, now)
    except BadSignature:
        CALLBACKS.labels(provider, "forged").inc()
        log.warning("callback_forged", provider=provider)
        rails.rejections.note(provider, now, Reason.BAD_SIGNATURE)
        raise
    except BadCallback:
        rails.rejections.note(provider, now, Reason.BAD_CALLBACK)
        raise
    sealed = rails.keys.encrypt(raw_body, purpose=EVENT)
    return Arrival(provider, callback, sealed, now)


async def _nothing(_: object) -> set[str]:
    """Events wait for nobody: there is nothing that somebody else could keep."""
    return set()
