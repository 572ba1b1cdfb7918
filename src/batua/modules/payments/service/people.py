"""People as others may see them: the phone always masked, the name until they have dealt."""

from collections.abc import Iterable
from uuid import UUID

from batua.kit.db import Tx
from batua.kit.secrets import KeyRing
from batua.modules.identity import service as identity
from batua.modules.identity.types import Face, Person, PersonId
from batua.modules.payments.store import dealing
from batua.modules.payments.types import Party, Payee


async def parties(
    tx: Tx, keys: KeyRing, viewer: PersonId, ids: Iterable[UUID]
) -> dict[PersonId, Party]:
    """Those of the ids who exist, as the viewer may see them."""
    wanted = [PersonId(id) for id in dict.fromkeys(ids)]
    people = await identity.people(tx, keys, wanted)
    known = await dealing.dealt(tx, viewer, wanted)
    return {
        id: party_of(person, is_known=id == viewer or id in known) for id, person in people.items()
    }


def party_of(person: Person | Face, *, is_known: bool) -> Party:
    """A person with her whole name for those she has dealt with, masked for others."""
    return Party(
        id=person.id,
        name=person.name if is_known else identity.mask_name(person.name),
        phone=identity.mask_phone(person.phone),
        handle=person.handle,
        photo_url=f"/api/v1/people/{person.id}/photo" if person.photo_key else None,
    )


async def payees(
    tx: Tx, keys: KeyRing, viewer: PersonId, ids: Iterable[UUID]
) -> dict[PersonId, Payee]:
    """Those of the ids who exist, with when the viewer last paid them; in the order of the ids."""
    wanted = list(ids)
    seen = await parties(tx, keys, viewer, wanted)
    paid = await dealing.last_paid(tx, viewer, wanted)
    return {
        PersonId(id): Payee(seen[PersonId(id)], id in paid, paid.get(id))
        for id in wanted
        if id in seen
    }


async def have_met(tx: Tx, viewer: PersonId, other: PersonId) -> bool:
    """Whether money has gone between two people, either way."""
    return bool(await dealing.dealt(tx, viewer, [other]))
