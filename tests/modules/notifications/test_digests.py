"""Preferences by matter, and summaries: one a period where she lives, whoever is killed meanwhile."""

import asyncio
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import pytest_asyncio
from hypothesis import given as for_all
from hypothesis import settings
from hypothesis import strategies as st
from tests.modules.notifications.test_falling import House
from tests.modules.payments import given

from batua.kit import clock
from batua.kit.db import Database
from batua.kit.jobs import run_due
from batua.kit.money import Currency, Money
from batua.kit.secrets import KeyRing
from batua.modules.notifications import jobs, service
from batua.modules.notifications.errors import AlarmsStay
from batua.modules.notifications.rules import topics
from batua.modules.notifications.rules.order import ALARMS
from batua.modules.notifications.types import (
    Digest,
    DispatchState,
    Kind,
    Tell,
    Topic,
    Via,
    Wishes,
)

MONDAY = datetime(2027, 3, 8, 6, 0, tzinfo=UTC)
"""Half past eleven in India."""
DAY = timedelta(days=1)


@pytest_asyncio.fixture
async def house(db: Database, keys: KeyRing) -> House:
    who = await given.someone(db, keys, "Sita Devi", "+919812300001", email="sita@example.org")
    return House(db, keys, who)


async def wish(house: House, **wanted: object) -> None:
    async with house.db.transaction() as tx:
        await service.change_wishes(tx, house.who.id, Wishes(**wanted))  # type: ignore[arg-type]


async def tell(house: House, key: str, kind: Kind = Kind.TOPPED_UP) -> None:
    about = Tell(person=house.who.id, key=key, kind=kind, amount=Money(5_00, Currency("INR")))
    async with house.db.transaction() as tx:
        await service.tell(tx, about)


def test_each_kind_belongs_somewhere_and_alarms_to_security() -> None:
    assert {kind for kind in Kind if topics.topic(kind) is Topic.SECURITY} == ALARMS
    assert {topics.topic(kind) for kind in Kind} == set(Topic)
    assert topics.topic(Kind.GROUP_LOAN_LATE) is Topic.LOANS
    assert topics.topic(Kind.GROUP_DUES_TAKEN) is Topic.GROUPS
    assert topics.topic(Kind.REQUEST_MISSED) is Topic.REQUESTS


@settings(max_examples=200, deadline=None)
@for_all(
    now=st.datetimes(datetime(2026, 1, 1), datetime(2028, 1, 1), timezones=st.just(UTC)),
    zone=st.sampled_from(["Asia/Kolkata", "America/New_York", "Pacific/Kiritimati", "UTC"]),
    digest=st.sampled_from([Digest.DAILY, Digest.WEEKLY]),
)
def test_periods_end_at_eight_there_and_follow_without_a_gap(
    now: datetime, zone: str, digest: Digest
) -> None:
    last, following = topics.last_end(digest, now, zone), topics.next_end(digest, now, zone)
    assert last <= now < following
    assert topics.last_end(digest, following, zone) == following
    assert topics.last_end(digest, following - timedelta(seconds=1), zone) == last
    for end in (last, following):
        there = end.astimezone(ZoneInfo(zone))
        assert (there.hour, there.minute) == (8, 0)
        assert digest is Digest.DAILY or there.weekday() == 0


async def test_a_channel_may_be_unwished_for_one_matter_alone(house: House) -> None:
    await wish(house, off_in=frozenset({(Topic.PAYMENTS, Via.SMS)}))
    await house.set(Kind.TOPPED_UP, (Via.SMS,))
    await house.set(Kind.REQUEST_REMINDED, (Via.SMS,))
    with clock.frozen(MONDAY):
        await tell(house, "one")
        await tell(house, "two", Kind.REQUEST_REMINDED)
        await run_due(house.context)
    found = {one.kind: (one.state, one.failure) for one in await house.log()}
    assert found == {
        Kind.TOPPED_UP: (DispatchState.CANCELLED, "unwished"),
        Kind.REQUEST_REMINDED: (DispatchState.SENT, None),
    }
    async with house.db.transaction() as tx:
        with pytest.raises(AlarmsStay):
            off_in = frozenset({(Topic.SECURITY, Via.EMAIL)})
            await service.change_wishes(tx, house.who.id, Wishes(off_in=off_in))


async def test_a_day_is_summed_up_once_by_however_many_workers(house: House) -> None:
    with clock.frozen(MONDAY) as held:
        await wish(house, digest=Digest.DAILY)
        for n in range(22):
            await tell(house, f"t{n}")
        await tell(house, "alarm", Kind.PIN_CHANGED)
        await jobs.write_digests(house.context)
        assert [one.kind for one in await house.log()] == [Kind.PIN_CHANGED], "not her morning yet"
        held.advance(DAY)
        for _ in range(3):
            await asyncio.gather(*(jobs.write_digests(house.context) for _ in range(4)))
        await run_due(house.context)
        held.advance(DAY)
        await jobs.write_digests(house.context)  # nothing new: no e-mail
    log = await house.log()
    assert [one.kind for one in log] == [Kind.PIN_CHANGED, Kind.DIGEST]
    mail = next(one for one in house.wires[Via.EMAIL].given if one.template == "digest")
    assert mail.subject == "What you have not read in Batua"
    assert mail.text.count("• Money added. ₹5.00 came into your wallet.") == 20
    assert "• 2 more in the app." in mail.text
    assert "PIN" not in mail.text
    assert mail.unsubscribe


async def test_a_killed_worker_neither_skips_nor_repeats_a_summary(house: House) -> None:
    class Killed(Exception):
        pass

    with clock.frozen(MONDAY) as held:
        await wish(house, digest=Digest.DAILY)
        await tell(house, "one")
        held.advance(DAY)
        with pytest.raises(Killed):
            async with house.db.transaction() as tx:
                assert await service.write_digests(tx, house.keys, 10) == 1
                raise Killed
        assert await house.log() == []
        await jobs.write_digests(house.context)
        # The worker stands still for days; what was told meanwhile comes in one e-mail.
        await run_due(house.context)
        await tell(house, "two")
        held.advance(4 * DAY)
        await tell(house, "after its end")
        await jobs.write_digests(house.context)
        await run_due(house.context)
        held.advance(DAY)
        await jobs.write_digests(house.context)
        await run_due(house.context)
    mails = [one.text.count("•") for one in house.wires[Via.EMAIL].given]
    # What stays unread is not said twice: each is summed up in the period it happened in.
    assert mails == [1, 1, 1]


async def test_what_was_read_is_not_summed_up_and_a_choice_ends_it(house: House) -> None:
    with clock.frozen(MONDAY) as held:
        await wish(house, digest=Digest.WEEKLY)
        await tell(house, "one")
        held.advance(6 * DAY)
        await jobs.write_digests(house.context)
        assert await house.log() == [], "no week is over"
        async with house.db.transaction() as tx:
            await service.mark_read(tx, house.who.id, None)
        held.advance(DAY)
        await jobs.write_digests(house.context)
        assert await house.log() == []
        await tell(house, "two")
        await wish(house, digest=Digest.NONE)
        held.advance(7 * DAY)
        await jobs.write_digests(house.context)
    assert await house.log() == []


async def test_a_summary_can_be_seen_before(house: House) -> None:
    with clock.frozen(MONDAY):
        async with house.db.read() as tx:
            assert await service.preview_digest(tx, house.keys, house.who.id) is None
        await tell(house, "one")
        async with house.db.read() as tx:
            # The moment itself is not over yet.
            assert await service.preview_digest(tx, house.keys, house.who.id) is None
    with clock.frozen(MONDAY + timedelta(minutes=1)):
        async with house.db.read() as tx:
            found = await service.preview_digest(tx, house.keys, house.who.id)
    assert found is not None
    assert "• Money added. ₹5.00 came into your wallet." in found.words.text
    assert "<p>Hello Sita Devi,</p>" in (found.html or "")
