"""Plain pages of histories for many requests at once: no filter, so one question answers them all."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Final
from uuid import UUID

from batua.kit.db import Database, Tx
from batua.kit.lane import Lane
from batua.kit.page import decode_cursor, encode_cursor
from batua.kit.secrets import KeyRing
from batua.modules.identity import service as identity
from batua.modules.identity.types import Face, PersonId
from batua.modules.payments.service.people import party_of
from batua.modules.payments.store import dealing
from batua.modules.payments.store import pages as store
from batua.modules.payments.store.pages import Told, Wanted
from batua.modules.payments.types import Party

MOST_AT_ONCE: Final = 64
KEPT: Final = 20_000
_DONE: Final = ord("+")

Others = Mapping[bytes, Party]
"""The other sides of a page, by what `Told.other` says of them."""


@dataclass(frozen=True, slots=True)
class PlainPage:
    """A page of a history as the database tells it, with the people on it."""

    items: Sequence[Told]
    others: Others
    next: str | None


class HistoryReader:
    """Reads pages of histories by one question to the database for many requests."""

    def __init__(self, db: Database, keys: KeyRing) -> None:
        self._db = db
        self._faces = identity.Faces(keys)
        self._lane: Lane[Wanted, tuple[list[Told], Others]] = Lane(
            "payments.history", self._read, most_at_once=MOST_AT_ONCE
        )

    async def page(self, person: PersonId, cursor: str | None, limit: int) -> PlainPage | None:
        """A person's payments, newest first, as `service.history` without a filter.

        returns  None when a replica is to answer
        refuses  BadCursor
        """
        after = None if cursor is None else decode_cursor(cursor, tuple[datetime, UUID])
        if not self._db.reports_itself():
            return None
        items, others = await self._lane.put(Wanted(person, after, limit + 1))
        if len(items) <= limit:
            return PlainPage(items, others, None)
        kept = items[:limit]
        return PlainPage(
            kept, others, encode_cursor((kept[-1].created_at.decode(), kept[-1].id.decode()))
        )

    async def _read(self, wanted: Sequence[Wanted]) -> list[tuple[list[Told], Others]]:
        return await self._db.ask(lambda tx: self._ask(tx, wanted))

    async def _ask(self, tx: Tx, wanted: Sequence[Wanted]) -> list[tuple[list[Told], Others]]:
        pages = await store.read(tx, wanted)
        met = [
            await _met(tx, one.person, {item.other for item in page})
            for one, page in zip(wanted, pages, strict=True)
        ]
        faces = await self._faces.of(tx, {id for page in met for id, _ in page.values()})
        return [(page, _others(faces, known)) for page, known in zip(pages, met, strict=True)]


def _others(faces: Mapping[str, Face], met: Mapping[bytes, tuple[str, bool]]) -> Others:
    return {told: _party(faces[id], known) for told, (id, known) in met.items() if id in faces}


@lru_cache(KEPT)
def _party(face: Face, is_known: bool) -> Party:
    return party_of(face, is_known=is_known)


async def _met(tx: Tx, person: UUID, told: Iterable[bytes]) -> dict[bytes, tuple[str, bool]]:
    """The others of a page, and whether money has gone; most pages tell that by themselves."""
    met = {one: (one[1:].decode(), one[0] == _DONE) for one in told if len(one) > 1}
    sure = {id for id, is_known in met.values() if is_known}
    unsure = {id for id, _ in met.values()} - sure
    if unsure:
        dealt = await dealing.dealt(tx, person, [UUID(id) for id in unsure])
        sure |= {str(id) for id in dealt}
    return {one: (id, id in sure) for one, (id, _) in met.items()}
