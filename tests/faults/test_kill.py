"""kill -9 of the database, the web process and the worker, at random, under load.

FAULT_KILLS sets how many (ten), FAULT_SEED repeats a run.
"""

import asyncio
import contextlib
import os
import random
import signal
import time
from collections import Counter
from collections.abc import Callable
from typing import Any

import psutil
import psycopg
import pytest
from tests import given
from tests.faults.load import Load, Order, follow
from tests.given import Member
from tests.system import System, descendants, running

KILLS = int(os.environ.get("FAULT_KILLS", "10"))
SEED = int(os.environ.get("FAULT_SEED", "0")) or random.SystemRandom().randint(1, 10**6)
HEAL_S = 60
SETTLE_S = 150
ENOUGH = 5  # acknowledged orders between two kills, so that each one hits a system at work
NAMES = ["Asha Devi", "Bina Kumari", "Chetan Rao", "Divya Nair"]
START = 5_000_00

pytestmark = [pytest.mark.fault, pytest.mark.slow, pytest.mark.xdist_group("kill")]


async def test_kills_lose_and_double_nothing() -> None:
    print(f"FAULT_SEED={SEED} FAULT_KILLS={KILLS}")
    dice = random.Random(SEED)
    with running() as system:
        people = await given.members(system, NAMES, money=START)
        load = Load(system, people, dice)
        heard: set[str] = set()
        load.start()
        listener = asyncio.create_task(follow(people[0], heard))
        for victim in victims(dice):
            await kill_at_work(system, load, victim)
        await cut_power(system, load)
        await progress(load)
        await load.stop()
        await at_rest(system)
        await everything_is_there(system, load)
        await the_stream_told_everything(load, heard)
        listener.cancel()


def victims(dice: random.Random) -> list[str]:
    """Each part as often as the others, in any order."""
    parts = ["database", "web", "worker"] * (KILLS // 3 + 1)
    chosen = parts[:KILLS]
    dice.shuffle(chosen)
    return chosen


async def kill_at_work(system: System, load: Load, part: str) -> None:
    """End a part as the kernel does when memory is short, once work goes on after the last time."""
    await progress(load)
    await load.renew()
    await asyncio.sleep(load.dice.uniform(0, 0.5))
    pid = await there(system, part)
    KILL_OF.get(part, kill)(pid, load.dice)
    print(f"killed {part} {pid} after {load.done} orders")


async def there(system: System, part: str) -> int:
    """The process that plays a part, once it has been started again."""
    deadline = time.monotonic() + HEAL_S
    while part not in system.pids():
        assert time.monotonic() < deadline, f"{part} was not started again:\n{system.console()}"
        await asyncio.sleep(0.05)
    return system.pids()[part]


async def progress(load: Load) -> None:
    """Wait until orders are acknowledged again."""
    goal, deadline = load.done + ENOUGH, time.monotonic() + HEAL_S
    while load.done < goal:
        assert time.monotonic() < deadline, f"no progress:\n{load.system.console()}"
        for task in load.tasks:
            assert not task.done() or task.exception() is None, task.exception()
        await asyncio.sleep(0.02)


def kill(pid: int, _: random.Random) -> None:
    os.kill(pid, signal.SIGKILL)


def kill_database(pid: int, dice: random.Random) -> None:
    """The server alone, with everything it started, or one of its backends (it restarts itself)."""
    backends = [child for child in descendants(pid) if "batua" in " ".join(child.cmdline())]
    chosen: Callable[[], list[int]] = dice.choice(
        [
            lambda: [pid],
            lambda: [pid, *(child.pid for child in descendants(pid))],
            lambda: [dice.choice(backends).pid if backends else pid],
        ]
    )
    for victim in chosen():
        kill_if_there(victim)


def kill_if_there(pid: int) -> None:
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, signal.SIGKILL)


KILL_OF: dict[str, Callable[[int, random.Random], None]] = {"database": kill_database}


async def cut_power(system: System, load: Load) -> None:
    """End everything at the same moment, and start it again on what is left."""
    await progress(load)
    assert system.process is not None
    doomed = [psutil.Process(system.process.pid), *descendants(system.process.pid)]
    for act in (psutil.Process.suspend, psutil.Process.kill):  # so that none sees another die
        for process in doomed:
            with contextlib.suppress(psutil.NoSuchProcess):
                act(process)
    system.process.wait(10)
    await asyncio.to_thread(system.start)


async def at_rest(system: System) -> None:
    """Wait until every fact is heard and everything outside is decided."""
    waiting = {
        "undecided payments": "SELECT count(*) FROM payments.payment"
        " WHERE status IN ('pending', 'unknown')",
        "facts not heard": "SELECT count(*) FROM journal.fact f, journal.reader r"
        " WHERE r.name = 'notifications' AND (f.xid, f.seq) > (r.xid, r.seq)",
    }
    deadline = time.monotonic() + SETTLE_S
    while True:
        left = {what: rows(system, query)[0][0] for what, query in waiting.items()}
        if not any(left.values()):
            return
        assert time.monotonic() < deadline, f"not settled: {left}"
        await asyncio.sleep(0.5)


async def everything_is_there(system: System, load: Load) -> None:
    """The books against what people were told."""
    acknowledged = [order for order in load.orders if order.is_done]
    sends = [order for order in acknowledged if order.path == "/payments"]
    doubtful = sum(order.doubts > 0 for order in load.orders)
    print(f"{len(load.orders)} orders, {len(acknowledged)} acknowledged, {doubtful} were in doubt")
    assert len(sends) > KILLS * ENOUGH / 2

    each_exists_once(system, load, acknowledged)
    await balances_are_as_told(load, acknowledged)
    everybody_was_told_once(system, sends)
    assert rows(system, "SELECT count(*) FROM journal.parked") == [(0,)]
    assert rows(
        system, "SELECT sum(posted_credits_minor - posted_debits_minor) FROM ledger.account"
    ) == [(0,)]
    assert rows(system, "SELECT count(*) FROM ledger.account WHERE pending_debits_minor <> 0") == [
        (0,)
    ]
    verified = system.run("verify", "--quiet")
    assert verified.returncode == 0, verified.stdout + verified.stderr


async def the_stream_told_everything(load: Load, heard: set[str]) -> None:
    """Whoever listened all the time has heard of every payment of hers, or to read all anew."""
    who = load.people[0]
    mine = {o.answer["id"] for o in load.orders if o.is_done and who in (o.who, o.payee)}
    deadline = time.monotonic() + HEAL_S
    while not ("reset" in heard or mine <= heard):
        assert time.monotonic() < deadline, f"never heard of {len(mine - heard)} of {len(mine)}"
        await asyncio.sleep(0.1)
    print(f"heard of {len(mine & heard)} of {len(mine)} by the live stream")


def each_exists_once(system: System, load: Load, acknowledged: list[Order]) -> None:
    """One payment, one entry and one key for each acknowledged order; no payment besides."""
    found = rows(
        system,
        "SELECT p.id::text, k.key, p.status, p.amount_minor,"
        " (SELECT count(*) FROM ledger.entry e WHERE p.id::text IN (e.id::text, e.ref))"
        " FROM payments.payment p LEFT JOIN payments.key k ON k.result = p.id",
    )
    by_key = {row[1]: row for row in found}
    assert len(by_key) == len(found), "a payment without a key, or a key twice"
    for order in acknowledged:
        id, _, status, minor, entries = by_key[order.key]
        assert (id, status, minor) == (order.answer["id"], "succeeded", order.minor)
        assert entries == 1, f"{order.path} has {entries} entries"
    funded = {row[1] for row in found} - {order.key for order in load.orders}
    assert len(funded) == len(NAMES), "somebody was paid who was not told"
    assert not {order.key for order in load.orders if not order.is_done} & by_key.keys()


async def balances_are_as_told(load: Load, acknowledged: list[Order]) -> None:
    expected: Counter[str] = Counter({who.id: START for who in load.people})
    for order in acknowledged:
        if order.path == "/top-ups":
            expected[order.who.id] += order.minor
            continue
        expected[order.who.id] -= order.minor
        if order.payee is not None:
            expected[order.payee.id] += order.minor
    await load.renew()
    assert {who.id: await who.balance() for who in load.people} == dict(expected)


def everybody_was_told_once(system: System, sends: list[Order]) -> None:
    """Payer and payee of every send have one notification of it, and nobody has another one."""
    told = Counter(
        rows(
            system,
            "SELECT person::text, kind, data->>'subject' FROM notifications.notification"
            " WHERE kind IN ('sent', 'received')",
        )
    )
    expected: list[tuple[Any, ...]] = []
    for order in sends:
        payee: Member | None = order.payee
        assert payee is not None
        expected += [(order.who.id, "sent", order.answer["id"])]
        expected += [(payee.id, "received", order.answer["id"])]
    assert told == Counter(expected)
    rails = rows(
        system,
        "SELECT p.kind, count(*), count(DISTINCT p.id), count(n.id) FROM payments.payment p"
        " LEFT JOIN notifications.notification n ON n.data->>'subject' = p.id::text"
        " WHERE p.kind IN ('top_up', 'withdrawal') GROUP BY p.kind",
    )
    for kind, joined, payments, notifications in rails:
        assert joined == payments == notifications > 0, kind


def rows(system: System, query: str) -> list[tuple[Any, ...]]:
    with psycopg.connect(system.database_url, autocommit=True) as connection:
        return connection.execute(query).fetchall()  # type: ignore[arg-type]
