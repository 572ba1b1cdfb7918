"""A heap of notifications that leave the house, and codes that must not wait behind it.

A worker of its own process drains them through a channel that answers at once; each is looked at right
before it leaves, as always (is there still something to say, does she wish it, is it night there).
"""

import asyncio
import os
import statistics
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Final
from uuid import UUID

import psutil
from town import Town

from batua.kit import clock, ids, jobs
from batua.kit.db import Database, DatabaseSettings, add_all, fetch_value
from batua.modules.identity.types import CodeMessage, Purpose
from batua.modules.notifications import service
from batua.modules.notifications.jobs import messenger
from batua.modules.notifications.types import Kind, Via

NOTICES: Final = int(os.environ.get("BENCH_NOTICES", "100000"))
SLICE: Final = 1_000
LONGEST_S: Final = 3_600
CODE_EVERY_S: Final = 2.0
KIND: Final = Kind.RECEIVED


async def drained(people: Town, empty: str) -> dict[str, float]:
    """Queue the heap, let a worker drain it, and watch its memory and how long codes wait.

    empty  the address of a server that takes everything
    """
    db = Database(DatabaseSettings(url=people.url, pool_max=4))
    await db.open()
    try:
        await _queue(db, people)
        async with _working(people, empty) as worker:
            await _code(db, people)  # it is there
            began, before = time.perf_counter(), await _left(db)
            sizes, waits = [], []
            while await _left(db):
                assert time.perf_counter() - began < LONGEST_S, "it does not drain"
                sizes.append(worker.memory_info().rss / 1e6)
                waits.append(await _code(db, people))
                await asyncio.sleep(CODE_EVERY_S)
            took_s = time.perf_counter() - began
        async with db.statement() as tx:
            sent = await fetch_value(
                tx, "SELECT count(*) FROM notifications.dispatch WHERE state = 'sent'"
            )
    finally:
        await db.close()
    return {
        "notices": NOTICES,
        "notices_sent": sent,
        "notices_per_s": round(before / took_s, 1),
        "notices_rss_mb_first": round(sizes[len(sizes) // 10], 1),
        "notices_rss_mb_most": round(max(sizes), 1),
        "codes_beside": len(waits),
        "codes_beside_p50_ms": round(statistics.median(waits) * 1000, 1),
        "codes_beside_worst_ms": round(max(waits) * 1000, 1),
    }


async def _queue(db: Database, people: Town) -> None:
    """What `tell` and `dispatch` write for each, in slices."""
    count = len(people.people)
    for start in range(0, NOTICES, SLICE):
        now = clock.now()
        several = [ids.new_id() for _ in range(SLICE)]
        told = [
            {
                "id": id,
                "person": people.people[(start + n) % count].id,
                "key": f"bench:{start + n}",
                "kind": KIND,
                "data": {
                    "other": str(people.people[(start + n + 1) % count].id),
                    "amount": {"minor": 100 + n, "currency": "INR"},
                },
                "created_at": now,
            }
            for n, id in enumerate(several)
        ]
        leaving = [
            {
                "id": one["id"],
                "cause": one["key"],
                "channel": Via.SMS,
                "person": one["person"],
                "kind": KIND,
                "matter": one["id"],
                "part": 0,
                "falls": False,
                "reference": one["id"],
                "due_at": now,
                "queued_at": now,
            }
            for one in told
        ]
        wanted = {f"notifications.send:{id}": {"dispatch": str(id)} for id in several}
        async with db.transaction() as tx:
            await add_all(tx, "notifications.notification", told)
            await add_all(tx, "notifications.dispatch", leaving)
            await jobs.defer_all(tx, service.send, wanted)


@asynccontextmanager
async def _working(people: Town, empty: str) -> AsyncIterator[psutil.Process]:
    env = {
        **people.env,
        "BATUA_SMS_URL": empty,
        "BATUA_CHANNELS_URL": empty,
        "BATUA_CHANNELS_KEY_SECRET": "bench",
        "BATUA_LOG_LEVEL": "error",
    }
    command = [sys.executable, "-m", "batua.apps.cli", "work"]
    worker = await asyncio.create_subprocess_exec(*command, env=env)
    try:
        yield psutil.Process(worker.pid)
    finally:
        worker.terminate()
        await worker.wait()


async def _left(db: Database) -> int:
    async with db.statement() as tx:
        return int(
            await fetch_value(
                tx,
                "SELECT count(*) FROM procrastinate_jobs WHERE status IN ('todo', 'doing')"
                " AND task_name = 'notifications.send'",
            )
        )


async def _code(db: Database, people: Town) -> float:
    """Queue a code; the seconds until it is sent."""
    began = time.perf_counter()
    send = messenger(people.keys)
    async with db.transaction() as tx:
        await send(tx, CodeMessage("+919199999999", "123456", Purpose.SIGN_IN, "en"))
        id: UUID = await fetch_value(
            tx, "SELECT id FROM notifications.message ORDER BY queued_at DESC, id DESC LIMIT 1"
        )
    ends = clock.now() + timedelta(minutes=2)
    while clock.now() < ends:
        async with db.statement() as tx:
            state = await fetch_value(
                tx, "SELECT state FROM notifications.message WHERE id = %(id)s", {"id": id}
            )
        if state == "sent":
            return time.perf_counter() - began
        await asyncio.sleep(0.01)
    raise AssertionError("a code did not leave")
