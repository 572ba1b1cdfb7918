"""The people a person deals with: paid lately, and found by name among her own."""

from batua.kit.db import Tx
from batua.kit.secrets import KeyRing
from batua.modules.identity import service as identity
from batua.modules.identity.types import PersonId
from batua.modules.payments.rules import words
from batua.modules.payments.service.people import party_of, payees
from batua.modules.payments.store import dealing
from batua.modules.payments.types import Payee

SEARCHED = 500
"""Names lie encrypted, so a search opens those of so many of the people last dealt with."""


async def recent_payees(tx: Tx, keys: KeyRing, person: PersonId, limit: int) -> list[Payee]:
    """The people last paid, the latest first."""
    ids = await dealing.recent_payees(tx, person, limit)
    return list((await payees(tx, keys, person, ids)).values())


async def search_payees(
    tx: Tx, keys: KeyRing, person: PersonId, text: str, limit: int
) -> list[Payee]:
    """The people dealt with whose name, handle or number the text begins, the latest first."""
    found = (await named(tx, keys, person, text))[:limit]
    return list((await payees(tx, keys, person, found)).values())


async def named(tx: Tx, keys: KeyRing, person: PersonId, text: str) -> list[PersonId]:
    """The people dealt with whom a text names.

    What is compared is what the person may see: a masked name is not found by its hidden part.
    """
    ids = await dealing.counterparties(tx, person, SEARCHED)
    people = await identity.people(tx, keys, ids)
    known = await dealing.dealt(tx, person, ids)
    found = []
    for id in ids:
        if (other := people.get(id)) is None:
            continue
        seen = party_of(other, is_known=id in known)
        if words.names_person(text, seen.name, seen.handle, other.phone):
            found.append(id)
    return found
