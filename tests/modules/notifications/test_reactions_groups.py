"""Who is told of groups: those about whom others decided, and nobody of what she did herself."""

from typing import Any

import pytest
from tests.modules.notifications.test_reactions import AMOUNT, react, registered, state, told

from batua.kit.db import Database
from batua.kit.ids import new_id
from batua.kit.secrets import KeyRing
from batua.modules.groups import types as groups
from batua.modules.notifications.types import Kind
from batua.modules.payments import types as payments


@pytest.mark.parametrize(
    ("fact", "kind"),
    [
        (groups.Joined, Kind.GROUP_JOINED),
        (groups.TurnedAway, Kind.GROUP_TURNED_AWAY),
        (groups.Left, Kind.GROUP_REMOVED),
    ],
)
async def test_she_is_told_what_others_decided_about_her(
    db: Database, keys: KeyRing, fact: Any, kind: Kind
) -> None:
    asha = await registered(db, keys, "+919810000001", "Asha Devi", "en")
    group = new_id()
    about = {"subject": group, "person": asha.id, "audience": (group, asha.id)}
    await state(db, fact(**about, member=new_id(), actor=asha.id))
    await state(db, fact(**about, member=new_id(), actor=None))
    await react(db)
    (one,) = await told(db, keys, asha)
    assert (one.told.kind, one.told.subject) == (kind, group)


async def test_words_of_groups_name_the_other_and_lead_there(db: Database, keys: KeyRing) -> None:
    asha = await registered(db, keys, "+919810000001", "Asha Devi", "en")
    ravi = await registered(db, keys, "+919810000002", "Ravi Kumar", "en")
    group = new_id()
    asked = groups.Invited(
        subject=group, actor=asha.id, audience=(ravi.id,), person=ravi.id, invite=new_id()
    )
    given = groups.Delegated(
        subject=group, actor=asha.id, audience=(ravi.id,), giver=asha.id, taker=ravi.id
    )
    paid = payments.PaidFromPot(
        subject=new_id(), audience=(ravi.id,), pot=group, person=ravi.id, amount=AMOUNT
    )
    await state(db, asked, given, paid)
    await react(db)
    found = {one.told.kind: one for one in await told(db, keys, ravi)}
    assert set(found) == {Kind.GROUP_INVITED, Kind.GROUP_VOTE_GIVEN, Kind.GROUP_PAID}
    assert found[Kind.GROUP_INVITED].title.startswith("Asha")
    assert found[Kind.GROUP_INVITED].link == "/groups"
    assert "₹12,345.67" in found[Kind.GROUP_PAID].body
    assert found[Kind.GROUP_PAID].link == f"/groups/{group}"
    assert await told(db, keys, asha) == []
