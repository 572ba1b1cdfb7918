"""Live changes: heard in order, resumed without a gap, and ended with the right to hear them."""

import asyncio
from contextlib import AsyncExitStack
from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

import pytest
import pytest_asyncio

from batua.kit import journal
from batua.kit.caller import Caller
from batua.kit.ids import new_id
from batua.kit.journal import Fact
from batua.modules.identity import types as identity
from batua.modules.notifications import live as live_room
from batua.modules.notifications.errors import TooManyStreams
from batua.modules.notifications.live import Closed, Live, Reset
from batua.modules.notifications.types.changes import Change

PATIENCE_S = 30


@dataclass(frozen=True, kw_only=True)
class Rang(Fact):
    """Something for the ear."""

    kind: ClassVar[str] = "test_live.rang"
    n: int


def caller(person: UUID | None = None) -> Caller:
    return Caller(person or new_id(), new_id(), new_id(), frozenset({"person"}), "en")


@pytest_asyncio.fixture
async def live(db):
    made = Live(db)
    async with made.running():
        yield made


async def ring(db, n: int, *persons: UUID) -> UUID:
    subject = new_id()
    async with db.transaction() as tx:
        await journal.state(tx, Rang(subject=subject, n=n, audience=persons))
    return subject


async def hear(listener, count: int) -> list:
    found = [await listener.next(PATIENCE_S) for _ in range(count)]
    assert None not in found, "not heard in time"
    return found


async def has_reached(live: Live, db) -> None:
    """Wait until the reader of this process has read all that is settled."""
    async with db.read() as tx:
        head = await journal.head(tx)
    async with asyncio.timeout(PATIENCE_S):
        while live.cursor < head:
            await asyncio.sleep(0.01)


async def test_a_listener_hears_only_what_is_for_her(live, db):
    mine, other = caller(), caller()
    async with live.listen(mine, None) as listener:
        await ring(db, 1, other.person)
        subject = await ring(db, 2, mine.person, other.person)
        [change] = await hear(listener, 1)
        assert (change.kind, change.subject) == ("test_live.rang", subject)
        assert await listener.next(0.3) is None


async def test_while_somebody_listens_the_journal_is_looked_at_ten_times_a_second(
    live, db, monkeypatch
):
    pauses = []
    sleep = asyncio.sleep

    async def note(seconds):
        pauses.append(seconds)
        await sleep(seconds)

    me = caller()
    async with live.listen(me, None) as listener:
        await ring(db, 0, me.person)
        await hear(listener, 1)
        monkeypatch.setattr(live_room.asyncio, "sleep", note)
        await ring(db, 1, me.person)
        await hear(listener, 1)
        await ring(db, 2, me.person)
        await hear(listener, 1)
    assert pauses
    assert max(pauses) <= 0.1


async def test_resuming_from_memory_leaves_no_gap(live, db):
    me = caller()
    async with live.listen(me, None) as listener:
        await ring(db, 1, me.person)
        [first] = await hear(listener, 1)
    missed = [await ring(db, n, me.person) for n in (2, 3)]
    await has_reached(live, db)
    async with live.listen(me, first.cursor) as listener:
        later = await ring(db, 4, me.person)
        found = await hear(listener, 3)
    assert [change.subject for change in found] == [*missed, later]


async def test_resuming_on_another_process_reads_the_journal(db):
    me = caller()
    await ring(db, 1, me.person)
    async with db.read() as tx:
        since = await journal.head(tx)
    missed = [await ring(db, n, me.person) for n in (2, 3)]
    fresh = Live(db)
    async with fresh.running(), fresh.listen(me, since) as listener:
        found = await hear(listener, 2)
        later = await ring(db, 4, me.person)
        found += await hear(listener, 1)
    assert [change.subject for change in found] == [*missed, later]


async def test_changes_stated_while_the_past_is_read_come_once_and_in_order(db, monkeypatch):
    me = caller()
    await ring(db, 0, me.person)
    async with db.read() as tx:
        since = await journal.head(tx)
    subjects = [await ring(db, 1, me.person)]
    fresh = Live(db)
    read_past = fresh._read_past

    async def slowly(*args):
        subjects.append(await ring(db, 2, me.person))
        await has_reached(fresh, db)
        return await read_past(*args)

    monkeypatch.setattr(fresh, "_read_past", slowly)
    async with fresh.running(), fresh.listen(me, since) as listener:
        found = await hear(listener, 2)
        assert await listener.next(0.3) is None
    assert [change.subject for change in found] == subjects


async def test_who_comes_while_an_idle_reader_looks_where_it_stands_misses_nothing(db, monkeypatch):
    me = caller()
    idle = Live(db)
    await idle._read_on()
    since = idle.cursor
    subject = await ring(db, 1, me.person)
    real_head = journal.head
    async with AsyncExitStack() as stack:
        came: list = []

        async def head(tx):
            found = await real_head(tx)
            if not came:
                came.append(await stack.enter_async_context(idle.listen(me, since)))
            return found

        monkeypatch.setattr(live_room.journal, "head", head)
        await idle._read_on()
        [change] = await hear(came[0], 1)
        assert change.subject == subject


async def test_a_listener_away_for_too_long_is_told_to_begin_again(db, monkeypatch):
    monkeypatch.setattr(live_room, "CATCH_UP", 5)
    me = caller()
    await ring(db, 0, me.person)
    async with db.read() as tx:
        since = await journal.head(tx)
    for n in range(12):
        await ring(db, n, me.person)
    fresh = Live(db)
    async with fresh.running(), fresh.listen(me, since) as listener:
        [first] = await hear(listener, 1)
        assert isinstance(first, Reset)
        later = await ring(db, 99, me.person)
        [second] = await hear(listener, 1)
        assert second.subject == later


async def test_a_place_that_the_journal_has_not_reached_is_a_reset(live, db):
    me = caller()
    async with live.listen(me, (10**18, 0)) as listener:
        [first] = await hear(listener, 1)
        assert isinstance(first, Reset)
        subject = await ring(db, 1, me.person)
        [second] = await hear(listener, 1)
        assert second.subject == subject


async def test_a_slow_listener_gets_one_reset_instead_of_a_growing_queue(live, db):
    me = caller()
    async with live.listen(me, None) as listener:
        change = Change((1, 1), "test_live.rang", new_id(), None, (me.person,))
        for n in range(live_room.QUEUE_SIZE + 1):
            listener.tell(Change((1, n + 1), change.kind, change.subject, change.at, ()))
        assert listener.items.qsize() == 1
        assert isinstance(await listener.next(1), Reset)


async def test_streams_of_a_person_are_limited(live):
    me = caller()
    async with AsyncExitStack() as streams:
        for _ in range(live_room.STREAMS_PER_PERSON):
            live.check_room(me)
            await streams.enter_async_context(live.listen(me, None))
        with pytest.raises(TooManyStreams):
            live.check_room(me)
        live.check_room(caller())
    live.check_room(me)
    assert live._all() == []


@pytest.mark.parametrize(
    "fact",
    [
        lambda me: identity.SessionRevoked(
            subject=me.person, session=me.session, reason="revoked", audience=(me.person,)
        ),
        lambda me: identity.SignedOut(subject=me.person, session=me.session),
        lambda me: identity.DeviceRevoked(subject=me.person, device=me.device),
        lambda me: identity.RolesChanged(subject=me.person, roles="person"),
    ],
    ids=["session", "sign_out", "device", "roles"],
)
async def test_a_stream_ends_with_the_session_that_opened_it(live, db, fact):
    me = caller()
    elsewhere = Caller(me.person, new_id(), new_id(), me.roles, "en")
    async with live.listen(me, None) as listener, live.listen(elsewhere, None) as other:
        async with db.transaction() as tx:
            await journal.state(tx, fact(me))
        async with asyncio.timeout(PATIENCE_S):
            while not isinstance(await listener.next(PATIENCE_S), Closed):
                pass
        async with db.read() as tx:
            [stated] = await journal.facts(tx)
        found = await other.next(0.3)
        if isinstance(stated, identity.RolesChanged):
            assert isinstance(found, Closed)
        else:
            assert not isinstance(found, Closed)


async def test_a_stopping_process_closes_its_streams(db):
    me, fresh = caller(), Live(db)
    async with fresh.running(), fresh.listen(me, None) as listener:
        fresh.close()
        assert isinstance(await listener.next(1), Closed)


async def test_the_reader_outlives_a_database_that_goes_away(live, db, monkeypatch):
    me = caller()
    monkeypatch.setattr(live_room, "AWAY_S", 0.05)
    real = live._read_on
    failures = 3

    async def failing():
        nonlocal failures
        if failures:
            failures -= 1
            raise OSError("away")
        return await real()

    monkeypatch.setattr(live, "_read_on", failing)
    async with live.listen(me, None) as listener:
        subject = await ring(db, 1, me.person)
        [change] = await hear(listener, 1)
        assert change.subject == subject
    assert failures == 0
