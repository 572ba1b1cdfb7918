"""Everything ends at the same moment, as when the power goes; people use every rail meanwhile."""

import asyncio
import time
from typing import Any

import pytest
from tests.faults import accountant, killing, trial
from tests.faults.accountant import rows
from tests.faults.listener import follow
from tests.faults.load import Load
from tests.system import System

from batua.kit import tasks

SETTLE_S = 150

pytestmark = [pytest.mark.fault, pytest.mark.slow, pytest.mark.xdist_group("faults")]


async def test_a_power_cut_loses_and_doubles_nothing(victim: System) -> None:
    heard: set[str] = set()
    listeners: list[asyncio.Task[None]] = []

    async def strike(load: Load) -> float:
        if not listeners:
            listeners.append(asyncio.create_task(follow(load.people[0], heard)))
        assert victim.process is not None
        since = time.monotonic()
        killing.kill_all(victim.process.pid)
        victim.process.wait(10)
        await asyncio.to_thread(victim.start)
        return await load.recovered(since)

    async def afterwards(load: Load) -> None:
        await at_rest(load)
        await accountant.everybody_is_told(load)
        rails_are_told_once(load)
        await settled_balances_are_as_told(load)
        await the_stream_told_everything(load, heard)
        await tasks.end(*listeners)

    await trial.endure(
        victim,
        "all killed together",
        strike,
        trial.rounds(1),
        afterwards=afterwards,
        has_rails=True,
    )


async def at_rest(load: Load) -> None:
    """Wait until every fact is heard and everything outside is decided."""
    waiting = {
        "undecided payments": "SELECT count(*) FROM payments.payment"
        " WHERE status IN ('pending', 'unknown')",
        "facts not heard": "SELECT count(*) FROM journal.fact f, journal.reader r"
        " WHERE r.name = 'notifications' AND (f.xid, f.seq) > (r.xid, r.seq)",
    }
    deadline = time.monotonic() + SETTLE_S
    while True:
        left = {what: rows(load.system, query)[0][0] for what, query in waiting.items()}
        if not any(left.values()):
            break
        assert time.monotonic() < deadline, f"not settled: {left}"
        await asyncio.sleep(0.3)
    assert rows(load.system, "SELECT count(*) FROM journal.parked") == [(0,)]
    held = "SELECT count(*) FROM ledger.account WHERE pending_debits_minor <> 0"
    assert rows(load.system, held) == [(0,)]


def rails_are_told_once(load: Load) -> None:
    """Each top-up and withdrawal succeeded, and its owner was told so once."""
    found: list[tuple[Any, ...]] = rows(
        load.system,
        "SELECT k.key, p.status, count(n.id) FROM payments.payment p"
        " JOIN payments.key k ON k.result = p.id"
        " LEFT JOIN notifications.notification n ON n.data->>'subject' = p.id::text"
        " WHERE p.kind IN ('top_up', 'withdrawal') AND k.person = ANY(%(people)s::uuid[])"
        " GROUP BY k.key, p.id, p.status",
        load,
    )
    told = {key: (status, count) for key, status, count in found}
    ours = [o for o in load.orders if o.is_done and o.path in {"/top-ups", "/withdrawals"}]
    assert ours
    assert {told[order.key] for order in ours} == {("succeeded", 1)}


async def settled_balances_are_as_told(load: Load) -> None:
    expected = accountant.expected_balances(load)
    assert {who.id: await who.balance() for who in load.people} == expected


async def the_stream_told_everything(load: Load, heard: set[str]) -> None:
    """Whoever listened all the time has heard of every payment of hers, or to read all anew."""
    who = load.people[0]
    mine = {o.answer["id"] for o in load.orders if o.is_done and who in (o.who, o.payee)}
    await load.until(lambda: "reset" in heard or mine <= heard, "the stream left something out")
