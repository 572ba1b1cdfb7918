"""Search anywhere: what each module finds for a text, in one answer."""

from typing import Annotated, Any, Final

import msgspec
from litestar.params import QueryParameter

from batua.kit.caller import Caller
from batua.kit.db import Database
from batua.kit.secrets import KeyRing
from batua.kit.web import Limit, get
from batua.modules.identity.types import PersonId
from batua.modules.payments import service as payments
from batua.modules.payments.api.shapes import PayeeOut, PaymentOut, payee_out, payment_out
from batua.modules.payments.types import HistoryFilter

D = msgspec.Meta


class SearchOut(msgspec.Struct):
    """What was found."""

    people: Annotated[list[PayeeOut], D(description="People the caller deals with.")]
    payments: Annotated[list[PaymentOut], D(description="The caller's payments, newest first.")]


@get("/search", permission="search.read")
async def search(
    caller: Caller,
    db: Database,
    keys: KeyRing,
    q: Annotated[
        str,
        QueryParameter(
            description="A name, handle, number or word of a note.",
            min_length=1,
            max_length=100,
        ),
    ],
    limit: Limit = 10,
) -> SearchOut:
    """People and payments that a text names, of the caller's own only."""
    person = PersonId(caller.person)
    async with db.read() as tx:
        people = await payments.search_payees(tx, keys, person, q, limit)
        history = await payments.history(tx, keys, person, HistoryFilter(text=q), None, limit)
    return SearchOut(
        [payee_out(found) for found in people], [payment_out(found) for found in history.items]
    )


ROUTES: Final[list[Any]] = [search]
