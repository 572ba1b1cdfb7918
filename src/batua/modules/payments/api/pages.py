"""The short way of a plain page of the history: the database tells it, the people are put in here."""

from functools import lru_cache
from typing import Final

import msgspec

from batua.kit.caller import Caller
from batua.kit.web import Cursor, Limit
from batua.modules.identity.types import PersonId
from batua.modules.payments.api.lent import HistoryReader
from batua.modules.payments.api.shapes import party_out
from batua.modules.payments.service import PlainPage
from batua.modules.payments.types import Party

PAGE: Final = 30
KEPT: Final = 20_000


class ToldPage(msgspec.Struct):
    """A `PaymentPage` whose items are JSON already."""

    items: msgspec.Raw
    next: str | None


async def plain_page(
    caller: Caller, history_reader: HistoryReader, cursor: Cursor = None, limit: Limit = PAGE
) -> ToldPage | None:
    """What `list_payments` answers to a query without filters."""
    page = await history_reader.page(PersonId(caller.person), cursor, limit)
    return None if page is None else ToldPage(msgspec.Raw(_items(page)), page.next)


def _items(page: PlainPage) -> bytes:
    others = {told: _person(party) for told, party in page.others.items()}
    parts = [
        part
        for item in page.items
        for part in (b",", item.before, others.get(item.other, b"null"), item.after)
    ]
    return b"[" + b"".join(parts[1:]) + b"]"


@lru_cache(KEPT)
def _person(party: Party) -> bytes:
    return msgspec.json.encode(party_out(party))
