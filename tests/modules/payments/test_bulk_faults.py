"""Bulk payments while things break and others pay: each line once, and nothing is lost."""

import asyncio
from typing import Any

import pytest
from tests.modules.payments import bulk_given, given
from tests.modules.payments.bulk_given import ALL, EACH, codes, crowd, finish, order, run
from tests.modules.payments.given import Someone, inr

from batua.kit.db import Database, fetch_all, fetch_value
from batua.kit.secrets import KeyRing
from batua.modules.payments import service as payments
from batua.modules.payments.service.bulk import making, sending
from batua.modules.payments.types import BatchStatus


async def test_a_batch_that_stopped_is_gone_on_with_by_its_id_or_its_key(
    db: Database, keys: KeyRing, asha: Someone, bina: Someone, small_parts: None
) -> None:
    wanted = order(asha, [(bina.id, 10_00)] * 8, key="may")
    bulk = payments.Bulk(db, keys)
    batch = await bulk.begin(wanted)
    parts = bulk.go_on(batch, wanted.payer)
    assert len(await anext(parts)) == 3
    await parts.aclose()

    async with db.read() as tx:
        half = await payments.batch(tx, asha.id, batch.id)
        lines = await payments.batch_results(tx, keys, half, None, None, 100)
    assert (half.items, half.sent, half.refused, half.finished_at) == (8, 3, 0, None)
    assert payments.status_of(half, half.moved_at) is BatchStatus.RUNNING
    assert payments.status_of(half, half.moved_at.replace(year=2099)) is BatchStatus.STOPPED
    told = [line.result.status for line, _ in lines.items]
    assert told == ["sent"] * 3 + ["waiting"] * 5
    assert await given.balance(db, bina) == 30_00

    # Her PIN was for the whole of it.
    results = await finish(bulk, half, asha.actor_without_pin)
    assert codes(results) == ["sent"] * 8
    assert await run(db, keys, wanted) == results
    assert await given.balance(db, bina) == 80_00
    async with db.read() as tx:
        done = await payments.batch(tx, asha.id, batch.id)
    assert (done.sent, done.sent_totals) == (8, done.totals)
    assert payments.status_of(done, done.moved_at) is BatchStatus.DONE


async def test_connections_cut_between_parts_and_within_one_lose_and_double_nothing(
    db: Database,
    keys: KeyRing,
    asha: Someone,
    bina: Someone,
    small_parts: None,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sending, "WAITS_MS", (1, 1, 1))
    is_cut: list[int] = []
    really = making.lane_store.send

    async def send_and_be_cut(*args: Any) -> Any:
        placed = await really(*args)
        if len(is_cut) == 2:  # sent, but not committed
            is_cut.append(await bulk_given.cut(db))
        return placed

    monkeypatch.setattr(making.lane_store, "send", send_and_be_cut)
    wanted = order(asha, [(bina.id, 10_00)] * 12, key="may")
    bulk = payments.Bulk(db, keys)
    batch = await bulk.begin(wanted)
    results = []
    async for part in bulk.go_on(batch, wanted.payer):
        results += part
        if len(is_cut) < 2:
            is_cut.append(await bulk_given.cut(db))

    assert len(is_cut) == 3
    assert all(is_cut)
    assert codes(results) == ["sent"] * 12
    assert await run(db, keys, wanted) == results
    assert await given.balance(db, bina) == 120_00
    assert len(await given.facts(db, "payments.sent")) == 12
    assert await given.sum_of_all_balances(db) == 0


async def test_the_same_batch_several_times_at_once_is_made_once(
    db: Database, keys: KeyRing, asha: Someone, bina: Someone, small_parts: None
) -> None:
    for mode, paid in ((EACH, 100_00), (ALL, 200_00)):
        wanted = order(asha, [(bina.id, 10_00)] * 10, mode)
        answers = await asyncio.gather(*(run(db, keys, wanted) for _ in range(5)))
        assert all(answer == answers[0] for answer in answers)
        assert codes(answers[0]) == ["sent"] * 10
        assert await given.balance(db, bina) == paid


async def test_batches_and_sends_in_opposite_directions_never_wait_for_each_other(
    db: Database, keys: KeyRing, asha: Someone, bina: Someone, small_parts: None
) -> None:
    others = await crowd(db, keys, 6)
    await given.fund(db, bina, inr(1_000_00))
    there = [(one, 1_00) for one in (bina.id, *others)] * 3
    back = [(one, 1_00) for one in (*reversed(others), asha.id)] * 3
    answers = await bulk_given.both(
        *(run(db, keys, order(asha, there, mode)) for mode in (EACH, ALL, EACH)),
        *(run(db, keys, order(bina, back, mode)) for mode in (ALL, EACH, ALL)),
        *(given.send(db, keys, asha, bina, inr(1_00)) for _ in range(20)),
        *(given.send(db, keys, bina, asha, inr(1_00)) for _ in range(20)),
    )
    assert [one for one in answers if isinstance(one, BaseException)] == []
    for results in answers[:6]:
        assert codes(results) == ["sent"] * 21
    async with db.read() as tx:
        assert (
            await fetch_value(
                tx, "SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()"
            )
            == 0
        )
    assert await given.balance(db, asha) == 1_000_00 - 3 * 21_00 + 9 * 1_00
    assert await given.balance(db, bina) == 1_000_00 - 3 * 21_00 + 9 * 1_00
    assert await given.sum_of_all_balances(db) == 0


async def test_two_batches_of_one_wallet_share_what_it_has(
    db: Database, keys: KeyRing, asha: Someone, bina: Someone, small_parts: None
) -> None:
    lines = [(bina.id, 30_00)] * 20
    one, two = await asyncio.gather(*(run(db, keys, order(asha, lines)) for _ in range(2)))
    assert codes([*one, *two]).count("sent") == 33
    assert await given.balance(db, asha) == 10_00


async def test_ten_thousand_lines(db: Database, keys: KeyRing) -> None:
    payer = await given.someone(db, keys, "Asha Devi", "+919876543210", money=10_000_00)
    people = await crowd(db, keys, 100)
    await bulk_given.ample(db)
    lines = [(people[n % 100], 1_00) for n in range(10_000)]
    wanted = order(payer, lines)
    assert codes(await run(db, keys, wanted)) == ["sent"] * 10_000
    assert await given.balance(db, payer) == 0
    async with db.read() as tx:
        rows = await fetch_all(
            tx,
            "SELECT count(*), sum(amount_minor)::bigint FROM payments.payment GROUP BY payee",
        )
    assert rows == [(100, 100_00)] * 100
    assert await given.sum_of_all_balances(db) == 0
