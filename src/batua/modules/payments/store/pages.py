"""First and further pages of many histories by one question, told as JSON by the database."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final, NamedTuple
from uuid import UUID

from batua.kit.db import Tx, array_of, fetch_all

_LAST: Final = UUID(int=2**128 - 1)
_ITEM: Final = b"\x1e"
_PART: Final = b"\x1f"


@dataclass(frozen=True, slots=True)
class Wanted:
    """A page of a person's history, whole: no filter, from a position on, or from the newest."""

    person: UUID
    after: tuple[datetime, UUID] | None
    limit: int


class Told(NamedTuple):
    """A payment in JSON, as one of its sides sees it, open where the other side belongs.

    other  `+` for a payment that succeeded, else `-`, and the id of the other side, if there is one
    """

    id: bytes
    created_at: bytes
    other: bytes
    before: bytes
    after: bytes


async def read(tx: Tx, wanted: Sequence[Wanted]) -> list[list[Told]]:
    """The payments of each page, newest first, in the order of the wishes."""
    rows = await fetch_all(
        tx,
        "SELECT place, payments FROM payments.history_pages_v1(%(people)s::uuid[],"
        " %(times)s::timestamptz[], %(ids)s::uuid[], %(limits)s::int[])",
        {
            "people": array_of(one.person for one in wanted),
            "times": array_of(
                "infinity" if one.after is None else one.after[0].isoformat() for one in wanted
            ),
            "ids": array_of(_LAST if one.after is None else one.after[1] for one in wanted),
            "limits": array_of(one.limit for one in wanted),
        },
    )
    pages: list[list[Told]] = [[] for _ in wanted]
    for place, text in rows:
        pages[place - 1] = [Told._make(item.split(_PART)) for item in text.encode().split(_ITEM)]
    return pages
