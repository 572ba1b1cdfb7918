"""The event stream as text on the wire: ids to resume from, heartbeats, and an end."""

import asyncio
import json

import pytest
import pytest_asyncio

from batua.kit import journal
from batua.kit.caller import Caller
from batua.kit.ids import new_id
from batua.modules.notifications.api import live as api
from batua.modules.notifications.live import Live
from batua.modules.notifications.types import WasRead

ME = Caller(new_id(), new_id(), new_id(), frozenset({"person"}), "en")


@pytest_asyncio.fixture
async def live(db):
    made = Live(db)
    async with made.running():
        yield made


async def change(db) -> None:
    async with db.transaction() as tx:
        await journal.state(tx, WasRead(subject=ME.person, audience=(ME.person,)))


def fields(event: str) -> dict[str, str]:
    lines = [line for line in event.strip().splitlines() if not line.startswith(":")]
    return dict(line.split(": ", 1) for line in lines)


async def test_a_change_carries_what_to_read_anew_and_where_to_resume(live, db):
    stream = api.stream(live, ME, None, 30)
    assert fields(await anext(stream)) == {"retry": "1000"}
    start = fields(await anext(stream))["id"]
    await change(db)
    event = fields(await asyncio.wait_for(anext(stream), 5))
    assert event["event"] == "change"
    assert api.read_cursor(event["id"]) > api.read_cursor(start)
    data = json.loads(event["data"])
    assert (data["kind"], data["subject"]) == ("notifications.read", str(ME.person))
    await stream.aclose()
    assert live._all() == []

    again = api.stream(live, ME, api.read_cursor(start), 30)
    await anext(again)
    assert fields(await asyncio.wait_for(anext(again), 5)) == event
    await again.aclose()


async def test_a_quiet_stream_beats_and_moves_its_place_on(live, db, monkeypatch):
    monkeypatch.setattr(api, "HEARTBEAT_S", 0.3)
    stream = api.stream(live, ME, None, 30)
    await anext(stream)
    start = api.read_cursor(fields(await anext(stream))["id"])
    async with db.transaction() as tx:  # news for somebody else
        await journal.state(tx, WasRead(subject=new_id(), audience=(new_id(),)))
    beats = [await asyncio.wait_for(anext(stream), 5) for _ in range(3)]
    assert all(beat.startswith(": ") and "data:" not in beat for beat in beats)
    assert api.read_cursor(fields(beats[-1])["id"]) > start
    await stream.aclose()


async def test_a_stream_ends_after_its_life_so_that_it_is_authorised_anew(live):
    lines = [line async for line in api.stream(live, ME, None, 0.2)]
    assert lines[0].startswith("retry:")


async def test_a_closing_process_ends_streams_and_takes_no_more(live):
    stream = api.stream(live, ME, None, 30)
    await anext(stream)
    live.close()
    rest = [line async for line in stream]
    assert all("event:" not in line for line in rest)
    lines = [line async for line in api.stream(live, ME, None, 30)]
    assert len(lines) <= 2


@pytest.mark.parametrize("text", ["", "x", "1", "1-", "-1-2", "1-2-3", "9" * 40 + "-1", "1-2\n"])
async def test_a_place_that_cannot_be_read_is_a_reset(live, text):
    stream = api.stream(live, ME, api.read_cursor(text), 30)
    await anext(stream)
    event = fields(await asyncio.wait_for(anext(stream), 5))
    assert event["event"] == "reset"
    assert api.read_cursor(event["id"]) == live.cursor
    await stream.aclose()


def test_a_place_survives_the_wire():
    assert api.read_cursor(api.write_cursor((123, 456))) == (123, 456)
