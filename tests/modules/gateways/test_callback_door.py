"""The door for callbacks: many at once are stored by one commit, each once, and none spoils another."""

import asyncio
import json
from typing import Any

import pytest
from tests.modules.gateways.given import Line
from tests.sandbox.server import WEBHOOK_SECRET

from batua.kit import clock, ids
from batua.kit.standard_webhooks import read_secret, signature
from batua.modules.gateways import service
from batua.modules.gateways.errors import BadSignature
from batua.modules.gateways.types import Attempt, AttemptState

S = AttemptState
SETTLING = "SELECT count(*) FROM procrastinate_jobs WHERE task_name = 'gateways.settle'"


def said_of(made: Attempt, event: str | None = None) -> tuple[dict[str, str], bytes]:
    """An authentic callback about an attempt, as the sandbox signs it."""
    event, now = event or f"evt_{ids.new_id().hex}", int(clock.now().timestamp())
    data: dict[str, Any] = {"reference": str(made.id), "id": made.provider_ref}
    body = json.dumps({"type": "checkout.processing", "data": data}).encode()
    signed = signature(read_secret(WEBHOOK_SECRET), event, now, body)
    names = ("webhook-id", "webhook-timestamp", "webhook-signature")
    return dict(zip(names, (event, str(now), signed), strict=True)), body


@pytest.fixture
def door(line: Line) -> service.CallbackDoor:
    return service.CallbackDoor(line.db, line.rails)


async def commits(line: Line) -> int:
    """Transactions that have stored events: rows of one have one `xmin`."""
    return int(await line.value("SELECT count(DISTINCT xmin::text) FROM gateways.event"))


async def test_many_at_once_are_stored_by_few_commits_and_settled_once_each(
    line: Line, door: service.CallbackDoor
) -> None:
    made = [await line.started() for _ in range(3)]
    told = [said_of(each) for each in made for _ in range(20)]
    await asyncio.gather(*(door.receive("sandbox", *each) for each in told))
    assert await line.value("SELECT count(*) FROM gateways.event") == 60
    assert await commits(line) <= 3
    assert await line.value(SETTLING) == 3


async def test_copies_in_one_group_are_one_event(line: Line, door: service.CallbackDoor) -> None:
    made = await line.started()
    told = [said_of(made, f"evt_{n % 4}") for n in range(12)]
    await asyncio.gather(*(door.receive("sandbox", *each) for each in told))
    await door.receive("sandbox", *told[0])
    found = await line.rows("SELECT event_id, copies FROM gateways.event ORDER BY event_id")
    assert found == [("evt_0", 4), ("evt_1", 3), ("evt_2", 3), ("evt_3", 3)]
    assert await line.value(SETTLING) == 1


async def test_a_forged_one_among_them_is_refused_alone(
    line: Line, door: service.CallbackDoor
) -> None:
    made = await line.started()
    good, (headers, body) = said_of(made), said_of(made)
    outcomes = await asyncio.gather(
        door.receive("sandbox", *good),
        door.receive("sandbox", headers, body + b" "),
        return_exceptions=True,
    )
    assert [type(each) for each in outcomes] == [type(None), BadSignature]
    assert await line.value("SELECT count(*) FROM gateways.event") == 1


async def test_one_that_cannot_be_stored_spoils_no_other(
    line: Line, door: service.CallbackDoor
) -> None:
    made = await line.started()
    told = [said_of(made) for _ in range(6)]
    told.insert(3, said_of(made, "evt_\0"))  # no text of PostgreSQL holds it
    outcomes = await asyncio.gather(
        *(door.receive("sandbox", *each) for each in told), return_exceptions=True
    )
    assert [isinstance(each, Exception) for each in outcomes] == [n == 3 for n in range(7)]
    assert await line.value("SELECT count(*) FROM gateways.event WHERE copies = 1") == 6


async def test_two_processes_that_hear_the_same_store_it_once(line: Line) -> None:
    made = [await line.started() for _ in range(4)]
    told = [said_of(each, f"evt_{n}") for n, each in enumerate(made * 5)]
    doors = [service.CallbackDoor(line.db, line.rails) for _ in range(2)]
    orders = (told, list(reversed(told)))
    await asyncio.gather(
        *(
            door.receive("sandbox", *each)
            for door, order in zip(doors, orders, strict=True)
            for each in order
        )
    )
    assert await line.rows("SELECT DISTINCT copies FROM gateways.event") == [(2,)]
    assert await line.value("SELECT count(*) FROM gateways.event") == 20
    assert await line.value(SETTLING) == 4


async def test_what_is_stored_while_the_same_waits_to_be_settled_queues_nothing_new(
    line: Line, door: service.CallbackDoor
) -> None:
    made, other = await line.started(), await line.started()
    await door.receive("sandbox", *said_of(made))
    await asyncio.gather(*(door.receive("sandbox", *said_of(each)) for each in (made, other, made)))
    assert await line.value(SETTLING) == 2
    await line.do_jobs()
    await door.receive("sandbox", *said_of(made))
    assert await line.value(SETTLING) == 3
