"""Officers hear of a webhook that paused by itself, and nobody else does."""

from tests.hearing import hear_all
from tests.modules.payments import given

from batua.kit import journal
from batua.kit.db import Database
from batua.kit.ids import new_id
from batua.kit.secrets import KeyRing
from batua.modules.notifications import reactions, service
from batua.modules.webhooks.types import EndpointPaused


async def test_a_paused_webhook_is_told_to_those_who_run_the_house(
    db: Database, keys: KeyRing
) -> None:
    assert reactions
    roles = frozenset({"person", "admin"})
    officer = await given.someone(db, keys, "Om Das", "+919812399999", roles=roles)
    other = await given.someone(db, keys, "Sita Rao", "+919812388888")
    async with db.transaction() as tx:
        await journal.state(tx, EndpointPaused(subject=new_id(), reason="failing"))
    await hear_all(db, "notifications")
    async with db.transaction() as tx:
        told = (await service.notifications(tx, keys, officer.id, None, 10, unread=False)).items
        assert [one.told.kind for one in told if one.link == "/admin/webhooks"] == [
            "webhook_paused"
        ]
        heard = (await service.notifications(tx, keys, other.id, None, 10, unread=False)).items
        assert [one for one in heard if one.told.kind == "webhook_paused"] == []
