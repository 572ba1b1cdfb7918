"""The list of notifications: paged, counted, marked as read, and each person's own."""

from datetime import UTC, datetime, timedelta

import pytest
import pytest_asyncio

from batua.kit import clock, journal
from batua.kit.ids import new_id
from batua.kit.money import Currency, Money
from batua.kit.refusal import BadCursor
from batua.modules.identity import service as identity
from batua.modules.identity.types import NewPerson
from batua.modules.notifications import service
from batua.modules.notifications.errors import NothingToMark
from batua.modules.notifications.types import Kind, Tell, WasRead

NOON = datetime(2026, 5, 1, 12, tzinfo=UTC)


@pytest_asyncio.fixture
async def asha(tx, keys):
    new = NewPerson(phone="+919810000001", name="Asha Devi")
    return await identity.register_directly(tx, keys, new)


@pytest_asyncio.fixture
async def ravi(tx, keys):
    new = NewPerson(phone="+919810000002", name="Ravi Kumar")
    return await identity.register_directly(tx, keys, new)


async def tell(tx, person, count: int, kind: Kind = Kind.WITHDRAWN) -> None:
    amount = Money(100, Currency("INR"))
    for n in range(count):
        what = Tell(person=person.id, key=f"{kind}:{n}", kind=kind, amount=amount)
        await service.tell(tx, what, NOON + timedelta(minutes=n))


async def listed(tx, keys, person, cursor=None, limit=30, *, unread=False):
    return await service.notifications(tx, keys, person.id, cursor, limit, unread=unread)


async def test_pages_hold_every_notification_once_newest_first(tx, keys, asha, ravi):
    await tell(tx, asha, 5)
    await tell(tx, ravi, 1)
    found, cursor = [], None
    for _ in range(3):
        page = await listed(tx, keys, asha, cursor, 2)
        found += [one.told.created_at for one in page.items]
        cursor = page.next
    assert cursor is None
    assert found == [NOON + timedelta(minutes=n) for n in (4, 3, 2, 1, 0)]


async def test_notifications_of_one_moment_are_paged_without_loss(tx, keys, asha):
    for n in range(5):
        await service.tell(tx, Tell(person=asha.id, key=str(n), kind=Kind.PIN_CHANGED), NOON)
    first = await listed(tx, keys, asha, None, 3)
    second = await listed(tx, keys, asha, first.next, 3)
    ids = [one.told.id for one in first.items + second.items]
    assert len(set(ids)) == 5


async def test_a_foreign_cursor_is_refused(tx, keys, asha):
    with pytest.raises(BadCursor):
        await listed(tx, keys, asha, "nonsense")


async def test_the_same_key_tells_a_person_once_and_another_too(tx, keys, asha, ravi):
    for person in (asha, asha, ravi):
        await service.tell(tx, Tell(person=person.id, key="same", kind=Kind.PIN_CHANGED))
    assert len((await listed(tx, keys, asha)).items) == 1
    assert len((await listed(tx, keys, ravi)).items) == 1


async def test_marking_some_leaves_the_others_new(tx, keys, asha):
    await tell(tx, asha, 3)
    page = await listed(tx, keys, asha)
    assert await service.count_unread(tx, asha.id) == 3
    with clock.frozen(NOON):
        await service.mark_read(tx, asha.id, [page.items[0].told.id])
    assert await service.count_unread(tx, asha.id) == 2
    left = await listed(tx, keys, asha, unread=True)
    assert [one.told.id for one in left.items] == [one.told.id for one in page.items[1:]]
    assert (await listed(tx, keys, asha)).items[0].told.read_at == NOON


async def test_marking_all_states_it_once(tx, asha):
    await tell(tx, asha, 3)
    await service.mark_read(tx, asha.id, None)
    await service.mark_read(tx, asha.id, None)
    assert await service.count_unread(tx, asha.id) == 0
    stated = await journal.facts(tx, [WasRead.kind])
    assert stated == [WasRead(subject=asha.id, audience=(asha.id,))]


async def test_nobody_marks_what_another_was_told(tx, keys, asha, ravi):
    await tell(tx, asha, 1)
    [hers] = (await listed(tx, keys, asha)).items
    await service.mark_read(tx, ravi.id, [hers.told.id])
    assert await service.count_unread(tx, asha.id) == 1
    assert await journal.facts(tx, [WasRead.kind]) == []


async def test_marking_nothing_is_refused(tx, asha):
    await tell(tx, asha, 1)
    with pytest.raises(NothingToMark):
        await service.mark_read(tx, asha.id, [])
    assert await service.count_unread(tx, asha.id) == 1


async def test_counting_stops_at_a_hundred(tx, asha):
    await tell(tx, asha, 103)
    assert await service.count_unread(tx, asha.id) == 100


async def test_one_who_is_gone_is_somebody(tx, keys, asha):
    tell_of = Tell(person=asha.id, key="x", kind=Kind.RECEIVED, other=new_id())
    await service.tell(tx, tell_of)
    [one] = (await listed(tx, keys, asha)).items
    assert one.title == "Money from Somebody"


async def test_a_stranger_who_asks_is_named_with_a_mask(tx, keys, asha, ravi):
    what = Tell(person=asha.id, key="x", kind=Kind.REQUESTED, other=ravi.id)
    await service.tell(tx, what)
    [one] = (await listed(tx, keys, asha)).items
    assert "Ravi" in one.title
    assert "Kumar" not in one.title
