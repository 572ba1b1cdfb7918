"""Codes and alarms go first: no heap of reminders is before them."""

import asyncio

from tests.modules.notifications.dispatching import ACCEPTED

from batua.apps import worker
from batua.kit import jobs as queue
from batua.kit.db import Database, fetch_value
from batua.kit.ids import new_id
from batua.kit.jobs import Context
from batua.kit.secrets import KeyRing
from batua.modules.identity.types import CodeMessage, Purpose
from batua.modules.notifications import jobs
from batua.modules.notifications.types import DeliveryReport, Message

WAIT_S = 30


class Telephone:
    """Says when a code was given to it."""

    def __init__(self) -> None:
        self.rang = asyncio.Event()

    async def send(self, message: Message) -> DeliveryReport:
        assert "482913" in message.body
        self.rang.set()
        return ACCEPTED


def test_codes_have_a_queue_and_places_of_their_own() -> None:
    specs = queue.specs()
    assert specs["notifications.deliver"].queue == "urgent"
    assert specs["notifications.send"].queue == "messages"
    assert {"urgent", "messages"} <= worker.APART.keys()


async def test_a_heap_of_reminders_that_nobody_answers_does_not_delay_a_code(
    db: Database, keys: KeyRing
) -> None:
    full, gate, begun, telephone = asyncio.Event(), asyncio.Event(), [], Telephone()

    @queue.job("tests.dawdle", queue="messages")
    async def dawdle(ctx: Context, dispatch: str) -> None:
        begun.append(dispatch)
        if len(begun) == worker.APART["messages"][0]:
            full.set()
        await gate.wait()

    stop = asyncio.Event()
    context = Context(db, {"keys": keys, "sms": telephone})
    working = asyncio.create_task(worker.do_jobs(context, stop))
    try:
        async with db.transaction() as tx:
            for _ in range(40):
                await queue.defer(tx, dawdle, dispatch=str(new_id()))
        async with asyncio.timeout(WAIT_S):
            await full.wait()
        async with db.transaction() as tx:
            code = CodeMessage("+919810000001", "482913", Purpose.SIGN_IN, "en")
            await jobs.messenger(keys)(tx, code)
        async with asyncio.timeout(WAIT_S):
            await telephone.rang.wait()
        # Every place of the reminders was taken all the while, and most of them still wait.
        assert len(begun) == worker.APART["messages"][0]
        async with db.read() as tx:
            waiting = await fetch_value(
                tx,
                "SELECT count(*) FROM procrastinate_jobs"
                " WHERE task_name = 'tests.dawdle' AND status = 'todo'",
            )
        assert waiting == 40 - len(begun)
    finally:
        gate.set()
        stop.set()
        queue._specs.pop("tests.dawdle")
        async with asyncio.timeout(WAIT_S):
            await working
