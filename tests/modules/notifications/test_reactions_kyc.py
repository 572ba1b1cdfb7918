"""Whose verification was decided hears of it, without a word of what it is about."""

import pytest
from tests.hearing import hear_all
from tests.modules.kyc.given import asked, move, officer, person

from batua.kit import words
from batua.kit.db import Database
from batua.kit.secrets import KeyRing
from batua.modules.kyc.types import State
from batua.modules.notifications import reactions, service


@pytest.mark.parametrize("language", ["en", "hi"])
async def test_each_decision_is_told_to_her_alone(
    db: Database, keys: KeyRing, language: str
) -> None:
    assert reactions
    om, asha = await officer(db, keys), await person(db, keys, 0, language=language)
    declined = await asked(db, asha)
    await move(db, om, declined, State.DECLINED)
    good = await asked(db, asha)
    for state in (State.CONFIRMED, State.WITHDRAWN):
        await move(db, om, good, state)
    await hear_all(db, "notifications")
    async with db.transaction() as tx:
        told = (await service.notifications(tx, keys, asha.id, None, 10, unread=False)).items
        heard = (await service.notifications(tx, keys, om.id, None, 10, unread=False)).items
    mine = [one for one in told if one.link == "/you/verification"]
    kinds = [one.told.kind.value for one in mine]
    assert kinds == ["kyc_withdrawn", "kyc_confirmed", "kyc_declined"]
    assert [one.title for one in mine] == [
        words.words(language)[f"notifications.{kind}.title"] for kind in kinds
    ]
    assert not any("wom" in one.title + one.body or "महिला" in one.title + one.body for one in mine)
    assert [one for one in heard if one.link == "/you/verification"] == []
